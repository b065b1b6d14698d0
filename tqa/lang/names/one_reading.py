"""Names that have one reading, whatever else their characters can be: emperors, and the provinces of old.

上野 is Ueno in Tokyo, but the province 上野国 is Kozuke; 平城 is the palace Heijo, but the emperor 平城天皇 is Heizei. What
follows the name in the source says which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tqa.lang.en.tokens import Token
from tqa.lang.tables import rows

# What stands before and after such a name.
_SIGNS = {
    "emperor": ("", "(?:太上)?天皇|上皇|法皇"),
    "province": ("(?<![一-鿿])|(?<=[旧前兼元])", "国(?!分)"),
    "governor": ("", "権?[守介]|[太大]守|掾"),  # 吉良上野介
}
_LONG = 7  # letters from which two slips are as little as one


class Misread(NamedTuple):
    """The token `at` stands for `start:end` of the source, which is read `reading` (plain romaji)."""

    at: int
    start: int
    end: int
    reading: str


def misread(source: str, found: Sequence[Token]) -> Iterator[Misread]:
    """The words that read an emperor or a province as another name of the same characters, or nearly right.

    >>> from tqa.lang.en.tokens import tokens
    >>> [one.reading for one in misread("平城天皇は上野国へ行った。", tokens("Emperor Heijo went to Ueno."))]
    ['heizei', 'kozuke']
    """
    if not any(sign in source for sign in "皇国介守掾"):
        return
    from tqa.lang.ja.romaji import fold

    keys = [fold(token.key) if token.key.isascii() else "" for token in found]
    letters = "".join(keys)
    for kind, pattern in _mentions().items():
        for match in pattern.finditer(source):
            readings = _readings(kind)[match[1]]
            if not any(fold(reading) in letters for reading in readings):
                rest = pattern.sub("、", source)
                at = _stands_for(match[1], fold(readings[0]), rest, found, keys)
                if at is not None:
                    yield Misread(at, *match.span(1), readings[0])


def _stands_for(name: str, reading: str, rest: str, found: Sequence[Token], keys: Sequence[str]) -> int | None:
    """The word that must be meant: another reading of the name, or a slip, that the rest of the source does not read."""
    from tqa.lang.distance import distance
    from tqa.lang.en.names import is_romaji
    from tqa.lang.ja.readings import possible, stretch

    most = 1 if len(reading) < _LONG else 2
    for at, (token, key) in enumerate(zip(found, keys, strict=True)):
        if not token.capital or len(key) < 3 or not is_romaji(token.key):
            continue
        other = stretch(token.key, name, wide=True) == (0, len(name))
        if (other or distance(key, reading, most) <= most) and not possible(token.key, rest):
            return at
    return None


@cache
def _readings(kind: str) -> Mapping[str, Sequence[str]]:
    """Emperors, or provinces, with their readings in plain romaji, the usual one first; see data/NOTICE."""
    wanted = "emperor" if kind == "emperor" else "province"  # of which a governor has the name
    return {name: said.split() for what, name, said in rows("one-reading.tsv") if what == wanted}


@cache
def _mentions() -> Mapping[str, re.Pattern[str]]:
    found = {}
    for kind, (before, after) in _SIGNS.items():
        names = "|".join(sorted(_readings(kind), key=len, reverse=True))
        found[kind] = re.compile(f"(?:{before})({names})(?:{after})")
    return found
