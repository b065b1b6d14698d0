"""What an English text shares with its translation whatever the words: keys for alignment.

Keys: `n:12` a number, `y:2021` `m:12` `d:24` `wd:0` `t:540` parts of a date and a clock time, `r:kyoto` a romanised
name, `k:knpt` the sound of a possible loanword, `w:computer` a word's stem (Japanese text yields it for Latin words,
the origins of loans and everyday vocabulary), `?` a question.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from tqa.lang.en.closed import FUNCTION
from tqa.lang.en.dates import dates
from tqa.lang.en.numbers import numbers
from tqa.lang.en.stems import key, stem
from tqa.lang.en.times import times
from tqa.lang.en.tokens import Token, tokens
from tqa.lang.fold import fold
from tqa.lang.ja import loans, romaji

if TYPE_CHECKING:
    from tqa.lang.values import Date, Number, Time

_EMPTY = FUNCTION | frozenset("not no very just also s t ll re ve d m".split())


@lru_cache(1024)
def anchors(text: str) -> frozenset[str]:
    """The language-independent keys of an English text.

    >>> sorted(anchors("Did 320 see Kyoto?"))
    ['?', 'n:320', 'r:kyoto', 'w:kyoto', 'w:see']
    """
    keys = value_keys(numbers(text), dates(text), times(text))
    for token in tokens(text):
        if token.key[0].isdigit():
            continue
        if token.key not in _EMPTY:
            keys.update(_word_keys(token))
    if "?" in fold(text):
        keys.add("?")
    return frozenset(keys)


@lru_cache(1024)
def words(text: str) -> frozenset[str]:
    """Stems of the content words, for a lexicon learnt from the texts themselves.

    >>> sorted(words("The ministers were meeting"))
    ['meet', 'minister']
    """
    return frozenset(
        stem(token.key) for token in tokens(text) if token.key not in _EMPTY and not token.key[0].isdigit()
    )


def length(text: str) -> int:
    """The length that predicts the translation's: characters."""
    return len(text)


def _word_keys(token: Token) -> set[str]:
    word = token.key.replace("'", "")
    keys = {"w:" + stem(word), "w:" + key(word)}
    if token.capital and len(word) > 1 and romaji.is_romaji(word):
        keys.add("r:" + romaji.fold(word))
    if len(word) > 2:
        keys.update("k:" + sound for sound in loans.sounds(word) if len(sound) > 2)
    return keys


def value_keys(numbers: Iterable[Number], dates: Iterable[Date], times: Iterable[Time]) -> set[str]:
    """The keys of stated values, the same for every language; vague numbers (dozens) have none."""
    keys = {f"n:{number.low}" for number in numbers if number.low == number.high}
    for date in dates:
        parts = {"y": date.year, "m": date.month, "d": date.day, "wd": date.weekday}
        keys.update(f"{name}:{part}" for name, part in parts.items() if part is not None)
    keys.update(f"t:{time.minutes}" for time in times if time.minutes is not None)
    return keys
