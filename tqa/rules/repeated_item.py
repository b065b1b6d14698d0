"""A list that names one item twice.

Japanese couples words that mean much the same (保育園や幼稚園, 元気と活力); a machine gives both the same English word, and
one of them is lost. A word is coupled with itself on purpose for emphasis (hours and hours), for what two of a kind do
to each other (between bone and bone), and where the source does it too.

Bad: The ward worked with kindergartens and ⟦kindergartens⟧ on a plan.
Bad: We sell pancakes, scones, waffles, and ⟦waffles⟧.
Good: They waited for hours and hours. The layer between bone and bone wears thin.
Good: The city and city officials met the vice president and the president.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqa.lang.en.items import twice
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="repeated-item",
    summary="an item that its list has just named",
    severity="minor",
    category="linguistic-conventions/duplication",
    yields_to=("repeated-clause", "tautology"),
)
_AGAIN = r"(\w{1,6})(?:[とやかも・、,／/]|または|又は|および|及び)+\1"  # 人と人, 右・右: the source repeats itself


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    side = segment.target
    words = side.tokens
    for first, last in twice(side.string, words):
        start, end = words[first].start, words[last - 1].end
        if side.is_protected(start, end) or side.quoted(start, end):
            continue
        if segment.source is not None and re.search(_AGAIN, segment.source.string):
            continue
        yield Problem(segment, start, end, f"“{side.string[start:end]}” stands twice in one list")
