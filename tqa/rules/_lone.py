"""Brackets and quotation marks that have no partner in the source either."""

from __future__ import annotations

from tqa.model import Segment


def lone_in_source(segment: Segment, role: str, families: str) -> bool:
    """True if the Japanese source has a mark without a partner in the same role (open | close): what opens or closes
    there goes on outside the segment. `families`: opening marks."""
    source = segment.source
    if source is None:
        return False
    from tqa.lang.ja.brackets import alone

    return any(mark.role == role and mark.family in families for mark in alone(source.string, source.protected))
