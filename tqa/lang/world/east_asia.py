"""Whether a text speaks of China, Taiwan or Korea, whose names in kanji have readings of their own."""

from __future__ import annotations

import re

from tqa.lang.world.countries import in_japanese
from tqa.lang.world.well_known import place

EAST_ASIA = {"中国": "China", "台湾": "Taiwan", "韓国": "South Korea", "北朝鮮": "North Korea"}
_NAMES = frozenset((*EAST_ASIA.values(), "Hong Kong"))


def where(source: str) -> str:
    """The country of theirs that a source speaks of first, or ""."""
    for mention in in_japanese(source):
        if mention.country.names[0] in _NAMES:
            return mention.country.names[0]
    for match in re.finditer("[一-鿿]{2}|[ァ-ヺー]{2,}", source):
        one = place(match.group())
        if one is not None and one.around in EAST_ASIA:
            return EAST_ASIA[one.around]
    return "North Korea" if "朝鮮" in source else ""
