"""Sentences of an English source that nothing in its Japanese translation renders."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from math import log

from tqa.lang.counterparts import lexicon
from tqa.lang.counterparts.coverage import Coverage, coverage
from tqa.lang.en.phrases import is_content
from tqa.lang.en.tokens import Token

_RENDERED = 0.3  # of a sentence's words, by accident
_MOST = 0.7  # characters of Japanese for a letter of English
_HEARD = 0.2  # of the consonants of a name may differ
_WORDS = 3  # that the lexicon knows
_WEIGHT = 3.0  # of the words that are lost: the log of how seldom that happens. All by sentences taken out at random.


def dropped(source: str, target: str, sentences: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences that are lost, if the translation has fewer than the source. Each Japanese word can render one
    English word, so that a word of two sentences does not stand for both.

    >>> source = "The museum opens in May. The mayor criticized the high cost of the new building."
    >>> dropped(source, "美術館は五月に開く。", [(0, 24), (25, 80)])
    [(25, 80)]
    """
    if len(sentences) < 2 or len(parts(target)) >= len(sentences):
        return []
    found = coverage(target, source)
    taken = _taken(found)
    lost = []
    for low, high in sentences:
        here = [(place, token) for place, token in enumerate(found.target) if low <= token.start < high]
        words = [place for place, token in here if _counts(token)]
        kept = any(token.capital and _kept(token, target, place > here[0][0]) for place, token in here)
        open_ = [place for place in words if place not in taken]
        few = len(words) >= _WORDS and len(words) - len(open_) <= _RENDERED * len(words)
        if few and not kept and sum(_weight(found.target[place]) for place in open_) >= _WEIGHT:
            lost.append((low, high))
    return lost if _the_rest(source, target, [one for one in sentences if one not in lost]) else []


def _the_rest(source: str, target: str, kept: Sequence[tuple[int, int]]) -> bool:
    """Whether the translation is one of the other sentences: not too long for them, and one of them comes back in it."""
    letters = sum(char.isalpha() for low, high in kept for char in source[low:high])
    size = sum(char.isalnum() for char in target)
    return size <= _MOST * letters and any(rendered(source[low:high], target) for low, high in kept)


def _kept(token: Token, target: str, inside: bool) -> bool:
    """Whether a name stands in the translation in its own letters, or sounds through its katakana."""
    if token.text in target:
        return True
    from tqa.lang.ja.loans import katakana, unlike

    pieces = (piece for run in katakana().findall(target) for piece in re.split("[・＝=]", run))
    return inside and len(token.key) > 2 and any(unlike(piece, token.key) <= _HEARD for piece in pieces if piece)


def parts(target: str) -> list[tuple[int, int]]:
    """The parts of a Japanese text that a mark ends, Western full stops too.

    >>> parts("そうだ.終わり!"), parts("値は3.5だ。")
    ([(0, 4), (4, 8)], [(0, 7)])
    """
    found, low = [], 0
    for match in _end().finditer(target):
        if _japanese().search(target, low, match.end()):
            found.append((low, match.end()))
            low = match.end()
    if _japanese().search(target, low):
        found.append((low, len(target)))
    return found


@cache
def _end() -> re.Pattern[str]:
    return re.compile(r"[。！？!?．]+|(?<=[ぁ-んァ-ヶ一-龯])\.(?!\w|$)|(?<=[ぁ-んァ-ヶ一-龯])\.(?=[ぁ-んァ-ヶ一-龯])")


@cache
def _japanese() -> re.Pattern[str]:
    return re.compile(r"[ぁ-んァ-ヶ一-龯]")


def _weight(token: Token) -> float:
    return -log(1 - min(0.98, lexicon.rate_back(lexicon.key(token.key))))


def _counts(token: Token) -> bool:
    known = token.key.isalpha() and len(token.key) > 2 and is_content(token.key)
    return known and lexicon.rate_back(lexicon.key(token.key)) > 0


def _taken(found: Coverage) -> set[int]:
    """The English words that have a Japanese one of their own: words with few places first, and the nearest place."""
    taken: set[int] = set()
    size = max(len(found.words), 1)
    for at, word in sorted(enumerate(found.words), key=lambda item: len(item[1].at)):
        free = [place for place in word.at if place not in taken]
        if free:
            taken.add(min(free, key=lambda place: abs(place - at * len(found.target) / size)))
    return taken


def rendered(words: str, target: str) -> bool:
    """Whether a Japanese text renders a good part of an English sentence."""
    found = coverage(target, words)
    known = {place for word in found.words for place in word.at}
    places = [place for place, token in enumerate(found.target) if _counts(token)]
    return bool(places) and sum(place in known for place in places) >= len(places) / 2
