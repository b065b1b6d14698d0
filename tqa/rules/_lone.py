"""What the source writes so too: marks without a partner, code and names letter by letter."""

from __future__ import annotations

from tqa.model import Segment

_EDGES = ".,;:!?()[]“”\"'"
_COPY = 3  # characters: fewer stand there by accident


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
