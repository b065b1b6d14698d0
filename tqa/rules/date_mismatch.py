"""A date that contradicts the source.

A day, month or year of the source is nowhere in the translation, and another stands in its place. Eras are resolved
first: 平成16年 is 2004. A date before 1873 that is converted to the Western calendar is right.

Bad: 平成16年10月23日に起きた。 ⇒ It struck on ⟦October 23, 2016⟧.
Bad: 7月8日に会う。 ⇒ They will meet on ⟦July 9⟧.
Good: 平成16年10月23日に起きた。 ⇒ It struck on October 23, 2004.
Good: 7月8日に会う。 ⇒ They will meet on July 8.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.values import Date
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._values import clashes, problem, told

RULE = Rule(
    id="date-mismatch",
    summary="a date that contradicts the source",
    severity="major",
    category="accuracy/mistranslation/date",
    needs="pair",
    lang="any",
    fix="unsafe",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    for clash in clashes(segment, context, Date):
        yield problem(segment, clash, told(segment, clash))
