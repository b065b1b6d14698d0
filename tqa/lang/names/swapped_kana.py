"""Names in katakana of which the English source knows nothing, where one of its own names has no counterpart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tqa.lang.counterparts.coverage import Coverage, coverage
from tqa.lang.distance import distance
from tqa.lang.en.tokens import Token, tokens
from tqa.lang.en.words import words
from tqa.lang.ja import loans, romaji
from tqa.lang.ja.characters import is_kanji
from tqa.lang.ja.loans import unlike
from tqa.lang.ja.tagger import tokens as japanese
from tqa.lang.values import MONTHS
from tqa.lang.world.countries import in_english, in_japanese

_HEARD = 0.34  # of the consonants may differ between a name and its katakana
_OTHER = 0.5  # of the consonants, and _LETTERS of all letters, differ between two names
_LETTERS = 0.45


class Swap(NamedTuple):
    """The katakana at `start:end` of the target, and the name of the source that it stands for."""

    start: int
    end: int
    source: tuple[int, int]


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(r"[ァ-ヺ][ァ-ヺー]{2,}")


def swaps(source: str, around: str, target: str, beside: str) -> list[Swap]:
    """Foreign names in place of others. `around` and `beside`: the source and the translation with their neighbours.

    >>> source = "Emma Lindgren visited the mill."
    >>> [swap[:2] for swap in swaps(source, source, "エマ・ベルガーは製粉所を訪れた。", "エマ・ベルガーは製粉所を訪れた。")]
    [(3, 7)]
    >>> swaps(source, source, "エマ・リンドグレーンは製粉所を訪れた。", "エマ・リンドグレーンは製粉所を訪れた。")
    []
    """
    runs = [match for match in _runs().finditer(target) if not _sounds_there(match.group(), around)]
    if not runs:
        return []
    found = coverage(target, source)
    strange = [match for match in runs if _is_name(match.span(), target, found)]
    gone = list(_gone(source, beside, found)) if strange else []
    result = []
    for match in strange:
        share = match.start() / len(target)
        fit = [token for token in gone if _two(match.group(), token.key)]
        best = min(fit, key=lambda token: abs(token.start / len(source) - share), default=None)
        if best is not None:
            gone.remove(best)
            result.append(Swap(*match.span(), (best.start, best.start + len(best.key))))
    return result


def _sounds_there(run: str, around: str) -> bool:
    found = [token for token in tokens(around) if len(token.key) > 1]
    keys = [token.key for token in found if token.capital or len(token.key) > 5]
    keys += [key.removesuffix("ish") for key in keys if key.endswith("ish")]  # Orcish, オーク
    joined = (one.key + other.key for one, other in pairwise(found) if one.capital)
    return any(unlike(run, key) <= _HEARD for key in (*keys, *joined))


def _is_name(span: tuple[int, int], target: str, found: Coverage) -> bool:
    """True for a name that the tagger knows, and that renders no word and no country."""
    if any(one.start < span[1] and span[0] < one.end for one in in_japanese(target)):
        return False
    if any(word.at for word in found.words if span[0] <= word.token.start < span[1]):
        return False
    parts = [token for token in japanese(target) if span[0] <= token.start < span[1]]
    apart = not is_kanji(target[span[0] - 1 : span[0]])  # 地下鉄ジャック
    return apart and bool(parts) and all(token.pos == "name" for token in parts) and parts[-1].end == span[1]


def _gone(source: str, beside: str, found: Coverage) -> Iterator[Token]:
    """The names of the source that the translation has neither in katakana nor in any other way."""
    known = {place for word in found.words for place in word.at}
    countries = in_english(source)
    latin = beside.lower()
    runs = [match.group() for match in _runs().finditer(beside)]
    for place, token in enumerate(found.target):
        if place in known or not token.capital or len(token.key) < 4 or not token.key.isalpha() or token.text.isupper():
            continue
        if token.key.title() in MONTHS or not token.key.isascii():  # Bézier is heard in no table
            continue
        if words().is_common(token.key) or any(low <= token.start < high for low, high, _ in countries):
            continue
        if token.key not in latin and all(unlike(run, token.key) > _HEARD for run in runs):
            yield token


def _two(run: str, key: str) -> bool:
    """True if katakana and a Latin name are two names, not a free spelling of one (Suzy, スージー) nor a part of it."""
    if unlike(run, key) < _OTHER:
        return False
    sound = loans.sound(run)
    if any(one in sound or sound in one for one in loans.sounds(key)):
        return False  # スコットランド, Scot
    ours, theirs = _letters(romaji.hepburn(run)), _letters(key)
    if theirs[:4] in ours or ours[:4] in theirs:
        return False
    size = max(len(ours), len(theirs))
    return distance(ours, theirs, size) >= _LETTERS * size


def _letters(word: str) -> str:
    """A word in the letters that Japanese tells apart."""
    for one, other in (("ph", "f"), ("ch", "k"), ("th", "s"), ("sh", "s"), ("x", "ks")):
        word = word.replace(one, other)
    return re.sub(r"(.)\1", r"\1", word.translate(str.maketrans("lcqvyz", "rkkbij")))
