"""A day that its month does not have: June 31, February 30.

A figure was misread or mistyped; only the source knows which. Dates before 1873 may be lunisolar and are left alone.

Bad: The talks end on ⟦June 31⟧.
Bad: It rained on ⟦February 29, 2023⟧.
Good: The talks end on June 30.
Good: It rained on February 29, 2024.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._spans import problems

RULE = Rule(
    id="impossible-date",
    summary="a day that its month does not have",
    severity="major",
    category="accuracy/mistranslation/date",
    fix="display",
)
# Every month has the days below, and none those above, which stand before a year.
_DAYS = ("29", "30", "31", "２９", "３０", "３１", ", 18", ", 19", ", 20")


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if not any(part in segment.target.string for part in _DAYS):
        return
    from tqa.lang.en.impossible import missing_days

    yield from problems(segment, missing_days(segment.target.string))
