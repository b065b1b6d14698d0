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


def source_too(segment: Segment, role: str, families: str) -> bool:
    """True if the Japanese source has a bracket of some families (see `tqa.lang.ja.brackets`) without a partner in the
    same role: what opens or closes there goes on outside the segment."""
    source = segment.source
    if source is None or not any(char in source.string for char in "「」『』（）()［］[]{}｛｝〔〕"):
        return False
    from tqa.lang.ja.brackets import alone

    return any(mark.role == role and mark.family in families for mark in alone(source.string, source.protected))
