"""Matters of house style that English settles one way or the other, and that a text should settle once.

Provenance: written down by hand from what style guides leave open. Each matter has a name and its variants; a
variant has a label and a pattern whose group 1, if there is one, is the part that varies. A label that can stand in
place of that part is marked as literal.
"""

import re
from functools import cache
from typing import NamedTuple

from tqa.lang.gated import Gated
from tqa.lang.values import MONTHS


class Variant(NamedTuple):
    """One of the ways in which a matter is settled."""

    label: str
    pattern: str  # group 1, if there is one, is the part that varies
    hint: str  # words (divided by "|") of which every match holds one
    literal: bool = True


_MONTHS = "|".join(MONTHS)
_MONTH = rf"(?:{_MONTHS})"
_AM = "|".join(f"{before}{half}m" for before in " 0123456789" for half in "ap")
_DAY = r"(?:[12]?\d|3[01])"

MATTERS: dict[str, tuple[Variant, ...]] = {
    "the percent sign": (
        Variant("%", r"\d(%)(?!\w)", "%"), Variant(" percent", r"\d( percent)\b", " percent"),
        Variant(" per cent", r"\d( per cent)\b", " per cent"),
    ),
    "U.S.": (Variant("U.S.", r"(?<![\w.])U\.S\.(?!\w)", "U.S."), Variant("US", r"(?<![\w.])US(?![\w$.]\w|\$)\b", "US")),
    "U.K.": (Variant("U.K.", r"(?<![\w.])U\.K\.(?!\w)", "U.K."), Variant("UK", r"(?<![\w.])UK\b(?!\.\w)", "UK")),
    "U.N.": (Variant("U.N.", r"(?<![\w.])U\.N\.(?!\w)", "U.N."), Variant("UN", r"(?<![\w.])UN\b(?!\.\w)", "UN")),
    "the time of day": (
        Variant("3 p.m.", r"\d ?[ap]\.m\b\.?", "a.m|p.m", False), Variant("3 PM", r"\d ?[AP]M\b", "AM|PM", False),
        Variant("3 pm", r"\d ?[ap]m\b", _AM, False), Variant("3 P.M.", r"\d ?[AP]\.M\b\.?", "A.M|P.M", False),
    ),
    "the date": (
        Variant("March 3", rf"\b{_MONTH} {_DAY}\b(?!(?:st|nd|rd|th|:))", _MONTHS, False),
        Variant("March 3rd", rf"\b{_MONTH} {_DAY}(?:st|nd|rd|th)\b", "1st|2nd|3rd|0th|1th|2th|3th|4th|5th|6th|7th|8th|9th", False),
        Variant("3 March", rf"(?<![\d,.:] )(?<![\d,.:])\b{_DAY} {_MONTH}\b", _MONTHS, False),
    ),
    "yen": (
        Variant("5,000 yen", r"\d(?: (?:thousand|million|billion|trillion))? yen\b", " yen", False),
        Variant("¥5,000", r"[¥￥] ?\d", "¥|￥", False),
    ),
    "the courtesy title": (
        Variant("Mr.", r"\b(?:Mr|Mrs|Ms|Dr)\.(?= [A-Z])", "Mr.|Mrs.|Ms.|Dr.", False),
        Variant("Mr", r"\b(?:Mr|Mrs|Ms|Dr)(?= [A-Z])", "Mr |Mrs |Ms |Dr ", False),
    ),
    "the decade": (Variant("1990s", r"\b\d\d\d0s\b", "0s", False), Variant("1990's", r"\b\d\d\d0['’]s\b", "0's|0’s", False)),
    "internet": (
        Variant("internet", r"(?<=[a-z,] )internet\b", "internet"),
        Variant("Internet", r"(?<=[a-z,] )Internet\b(?! [A-Z])", "Internet"),
    ),
    "the cabinet": (
        Variant("cabinet", r"\bthe (cabinet)\b", "the cabinet"),
        Variant("Cabinet", r"\bthe (Cabinet)\b(?! [A-Z])", "the Cabinet"),
    ),
    "the prime minister": (
        Variant("prime minister", r"\bthe (prime minister)\b(?! [A-Z])", "the prime minister"),
        Variant("Prime Minister", r"\bthe (Prime Minister)\b(?! [A-Z])", "the Prime Minister"),
    ),
    "the apostrophe": (
        Variant("’", r"[a-z](’)(?:s|t|re|ve|ll|d|m)\b", "’"), Variant("'", r"[a-z](')(?:s|t|re|ve|ll|d|m)\b", "'"),
    ),
}  # fmt: skip


@cache
def patterns() -> tuple[tuple[str, tuple[tuple[Variant, Gated], ...]], ...]:
    """The matters with their patterns."""
    return tuple(
        (matter, tuple((variant, Gated(variant.pattern, variant.hint)) for variant in variants))
        for matter, variants in MATTERS.items()
    )


@cache
def asides() -> re.Pattern[str]:
    """Parentheses: figures and abbreviations there follow rules of their own."""
    return re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
