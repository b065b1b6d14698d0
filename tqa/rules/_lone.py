"""Marks without a partner: what runs over several segments, and what the source writes so too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tqa.model import Segment

_EDGES = ".,;:!?()[]“”\"'"
_COPY = 3  # characters: fewer stand there by accident


def join_across(
    lonely: Sequence[list[Any]], reach: int, goes_on: Callable[[int, Any], bool] = lambda index, mark: False
) -> None:
    """Take out of each segment's lonely marks those of a quotation or remark that runs on: one that closes within
    `reach` segments, and one that `goes_on` in the next segment as it says of the segment's index and the mark.

    A mark has a `family` and a `role` (open | close | either).
    """
    for index, marks in enumerate(lonely):
        for mark in [mark for mark in marks if mark.role != "close"]:
            if index + 1 < len(lonely) and goes_on(index, mark):
                marks.remove(mark)
                continue
            for other in lonely[index + 1 : index + 1 + reach]:
                closing = next((one for one in other if one.family == mark.family), None)
                if closing is not None and closing.role == "close":
                    marks.remove(mark)
                    other.remove(closing)
                if closing is not None:
                    break


def lone_in_source(segment: Segment, role: str, families: str) -> bool:
    """True if the Japanese source has a mark without a partner in the same role (open | close): what opens or closes
    there goes on outside the segment. `families`: opening marks."""
    source = segment.source
    if source is None:
        return False
    from tqa.lang.ja.brackets import alone

    return any(mark.role == role and mark.family in families for mark in alone(source.string, source.protected))


def verbatim(segment: Segment, start: int, end: int) -> bool:
    """True if the words around a place stand in the source letter by letter: code that both sides show."""
    if segment.source is None:
        return False
    text = segment.target.string
    low, high = text.rfind(" ", 0, start) + 1, text.find(" ", end + 1)
    high = high if high >= 0 else len(text)
    while low < start and text[low] in _EDGES:
        low += 1
    while high > end and text[high - 1] in _EDGES:
        high -= 1
    return high - low > _COPY and text[low:high] in segment.source.string
