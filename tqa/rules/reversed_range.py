"""A range of dates that runs backwards.

Its ends were swapped, or one of them was misread.

Bad: The fair runs from ⟦May 9 to May 2, 2022⟧.
Good: The fair runs from May 2 to May 9, 2022.
Good: It fell from 2015 levels to 2012 levels.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._spans import has_digit, problems

RULE = Rule(
    id="reversed-range",
    summary="a range of dates that runs backwards",
    severity="major",
    category="accuracy/mistranslation/date",
    fix="display",
)
_LINKS = (" to ", " until ", " through ", "-", "–", "—", "~", "〜")


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    string = segment.target.string
    if not has_digit(string) or not any(link in string for link in _LINKS):
        return
    from tqa.lang.en.impossible import reversed_ranges

    yield from problems(segment, reversed_ranges(segment.target.string))
