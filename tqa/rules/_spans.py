"""For rules whose finding is all in the words: spans that a language module found become problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tqa.model import Problem, Segment

_DIGITS = frozenset("0123456789０１２３４５６７８９")


def has_digit(text: str) -> bool:
    return not _DIGITS.isdisjoint(text)


def problems(segment: Segment, found: Iterable[tuple[int, int, str, str | None]]) -> Iterator[Problem]:
    """Problems from (start, end, why, suggestion), those in protected spans left out."""
    for start, end, why, suggestion in found:
        if not segment.target.is_protected(start, end):
            yield Problem(segment, start, end, f"“{segment.target.string[start:end]}”: {why}", suggestion)
