"""A weekday that is not that of its date.

July 8, 2022 was a Friday whoever writes about it. Either the weekday or the date is wrong.

Bad: He spoke on ⟦Wednesday⟧, July 8, 2022.
Good: He spoke on Friday, July 8, 2022.
Good: He spoke on Wednesday about July 8, 2022.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.en.closed import DAYS
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._spans import has_digit, problems

RULE = Rule(
    id="weekday-mismatch",
    summary="a weekday that is not that of its date",
    severity="minor",
    category="accuracy/mistranslation/date",
    fix="unsafe",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    string = segment.target.string.lower()
    if not has_digit(string) or not any(day[:3] in string for day in DAYS):
        return
    from tqa.lang.en.impossible import wrong_weekdays

    yield from problems(segment, wrong_weekdays(segment.target.string))
