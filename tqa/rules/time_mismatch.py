"""A clock time that contradicts the source.

25時 is 1 a.m. of the next day and 午後3時半 is 3:30 p.m.; both sides are compared in minutes.

Bad: 午後3時半に始まる。 ⇒ It starts at ⟦3:00 p.m.⟧
Bad: 14時46分に揺れた。 ⇒ It shook at ⟦4:46 p.m.⟧
Good: 午後3時半に始まる。 ⇒ It starts at 3:30 p.m.
Good: 14時46分に揺れた。 ⇒ It shook at 2:46 p.m.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.values import Time
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._values import clashes, problem, told

RULE = Rule(
    id="time-mismatch",
    summary="a clock time that contradicts the source",
    severity="major",
    category="accuracy/mistranslation/date",
    needs="pair",
    lang="any",
    fix="unsafe",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    for clash in clashes(segment, context, Time):
        yield problem(segment, clash, told(segment, clash))
