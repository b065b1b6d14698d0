"""What a Japanese text shares with its translation whatever the words: keys for alignment.

The keys are those of `tqa.lang.en.anchors`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tqa.lang.en.anchors import value_keys
from tqa.lang.en.stems import stem
from tqa.lang.ja import loans, romaji
from tqa.lang.ja.characters import is_kanji
from tqa.lang.ja.dates import dates
from tqa.lang.ja.numbers import numbers
from tqa.lang.ja.tagger import Token, tokens
from tqa.lang.ja.times import times

_CONTENT = frozenset({"noun", "name", "verb", "adjective", "shape", "adverb", "pronoun", "interjection", "adnominal"})
_EMPTY = frozenset("為る 居る 有る 成る 御座る 事 物 為 様 其の 此の 出来る 言う 下さる 頂く 無い 良い 此れ 其れ".split())
_PLAINEST = 4
_LIKELY = 0.1  # a rendering with this share of a word's translations anchors it


@lru_cache(1024)
def anchors(text: str) -> frozenset[str]:
    """The language-independent keys of a Japanese text.

    >>> sorted(anchors("120万の敵が京都に来たか。"))
    ['?', 'n:1200000', 'r:kyoto', 'w:com', 'w:enemi', 'w:kyoto']
    """
    keys = value_keys(numbers(text), dates(text), times(text))
    found = tokens(text)
    for token in found:
        keys.update(_token_keys(token))
    for match in _katakana().finditer(text):
        sound = loans.sound(match.group())
        if len(sound) > 2:
            keys.add("k:" + sound)
    if _asks(text, found):
        keys.add("?")
    return frozenset(keys)


@lru_cache(1024)
def words(text: str) -> frozenset[str]:
    """Dictionary forms of the content words, for a lexicon learnt from the texts themselves.

    >>> sorted(words("大臣が会談した。"))
    ['会談', '大臣']
    """
    return frozenset(t.lemma for t in tokens(text) if t.pos in _CONTENT and t.lemma not in _EMPTY)


def length(text: str) -> int:
    """The length to expect of an English translation, in characters: a kanji says as much as two kana.

    >>> length("会談した。")
    15
    """
    return round(2.1 * (len(text) + sum(is_kanji(char) for char in text)))


def _token_keys(token: Token) -> set[str]:
    keys = set()
    if token.surface[0].isascii() and token.surface[0].isalpha():
        keys.add("w:" + stem(token.surface.lower()))
    if token.origin:
        keys.update("w:" + stem(word) for word in token.origin.split())
    keys.update(_everyday().get(token.lemma) or _everyday().get(token.surface, ()))
    if token.pos in _CONTENT and token.lemma not in _EMPTY:
        keys.update(_learnt(token.lemma))
    if token.pos == "name" and token.reading:
        keys.add("r:" + romaji.fold(romaji.hepburn(token.reading)))
    return keys


@lru_cache(16384)
def _learnt(lemma: str) -> tuple[str, ...]:
    """The keys of the likely renderings of a word, from the lexicon; the plainest where a dictionary alone knows them.

    >>> _learnt("経済")[0], _learnt("標識")
    ('w:economic', ('w:sign', 'w:mark', 'w:flag'))
    """
    from tqa.lang.counterparts.lexicon import renderings

    found = renderings(lemma)
    likely = [key for key, weight in found.items() if weight >= _LIKELY]
    return tuple("w:" + key for key in likely or list(found)[:_PLAINEST])


def _asks(text: str, found: tuple[Token, ...]) -> bool:
    if "？" in text or "?" in text:
        return True
    words = [token for token in found if token.pos not in ("mark", "symbol")]
    return bool(words) and words[-1].surface == "か" and words[-1].pos == "particle"


@cache
def _everyday() -> dict[str, tuple[str, ...]]:
    """The keys of everyday words by dictionary form."""
    from tqa.lang.counterparts.lexicon import EVERYDAY, by_hand

    return {word: tuple("w:" + stem(gloss.lower()) for gloss in glosses) for word, glosses in by_hand(EVERYDAY).items()}


@cache
def _katakana() -> re.Pattern[str]:
    return re.compile(r"[ァ-ヴー]{2,}")
