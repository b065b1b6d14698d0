"""Spans of a string: half-open ranges of code points."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]


def overlaps(start: int, end: int, spans: Iterable[Span]) -> bool:
    """Whether `start:end` has a character in common with one of the spans.

    >>> overlaps(3, 5, [(0, 3), (4, 9)]), overlaps(3, 4, [(0, 3), (4, 9)])
    (True, False)
    """
    return any(start < high and low < end for low, high in spans)


def trimmed(string: str, start: int, end: int) -> Span:
    """A span without the white space at its edges; an empty one where it is nothing else.

    >>> trimmed(" so it is ", 0, 4), trimmed("a  b", 1, 3)
    ((1, 3), (3, 3))
    """
    while start < end and string[start].isspace():
        start += 1
    while end > start and string[end - 1].isspace():
        end -= 1
    return start, end
