"""What an English text shares with its translation whatever the words: keys for alignment.

Keys: `n:12` a number, `r:kyoto` a romanised name, `k:knpt` the sound of a possible loanword, `w:computer` a word's
stem (Japanese text yields it for Latin words, the origins of loans and everyday vocabulary), `?` a question.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tqa.lang.en.tokens import Token, tokens
from tqa.lang.fold import fold
from tqa.lang.ja import romaji

_FUNCTION_WORDS = frozenset(
    ["a", "an", "the", "and", "or", "but", "of", "to", "in", "on", "at", "by", "for", "from", "with", "as", "is", "are", "was", "were", "be", "been", "being", "am", "do", "does", "did", "have", "has", "had", "will", "would", "can", "could", "shall", "should", "may", "might", "must", "it", "its", "this", "that", "these", "those", "there", "s", "t", "ll", "re", "ve", "d", "m", "so", "if", "then", "than", "not", "no", "very", "just", "also"]
)

_WORD_NUMBERS = {
    word: value
    for value, words in enumerate(
        ["zero", "one first", "two second twice", "three third", "four fourth", "five fifth", "six sixth", "seven seventh", "eight eighth\n        ", "nine ninth", "ten tenth", "eleven eleventh", "twelve twelfth"]
    )
    for word in words.split()
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "dozen": 12}

_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


@lru_cache(1024)
def anchors(text: str) -> frozenset[str]:
    """The language-independent keys of an English text.

    >>> sorted(anchors("Did 1.2 million see Kyoto?"))
    ['?', 'k:krt', 'n:1200000', 'r:kyoto', 'w:kyoto', 'w:see']
    """
    keys = {f"n:{value}" for value in _numbers(text)}
    for token in tokens(text):
        if token.key[0].isdigit():
            continue
        if token.key not in _FUNCTION_WORDS:
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
        stem(token.key) for token in tokens(text) if token.key not in _FUNCTION_WORDS and not token.key[0].isdigit()
    )


def length(text: str) -> int:
    """The length that predicts the translation's: characters."""
    return len(text)


def _word_keys(token: Token) -> set[str]:
    key = token.key.replace("'", "")
    keys = {"w:" + stem(key)}
    if token.capital and len(key) > 1 and romaji.is_romaji(key):
        keys.add("r:" + romaji.fold(key))
    if len(key) > 2:
        keys.update("k:" + sound for sound in romaji.sounds(key) if len(sound) > 2)
    return keys


@lru_cache(8192)
def stem(word: str) -> str:
    """A rough stem under which the regular forms of an English word meet.

    >>> [stem(word) for word in ("companies", "company", "planned", "plans", "makes", "making", "this")]
    ['compani', 'compani', 'plan', 'plan', 'mak', 'mak', 'this']
    """
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word[: -len(ending)]
            if word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 2 and word.endswith("y") else word


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?(?:[ -]?(thousand|million|billion|trillion))?", re.IGNORECASE)


def _numbers(text: str) -> set[str]:
    values = set()
    for match in _figure().finditer(fold(text)):
        figure = re.match(r"[\d,.]+", match.group())
        scale = _SCALES[match.group(1).lower()] if match.group(1) else 1
        values.add(plain(float((figure.group() if figure else "0").replace(",", "")) * scale))
    for token in tokens(text):
        if token.key in _WORD_NUMBERS:
            values.add(str(_WORD_NUMBERS[token.key]))
        elif token.capital and token.key in _MONTHS:
            values.add(str(_MONTHS.index(token.key) + 1))
    return values


def plain(value: float) -> str:
    """A number as the shortest decimal text."""
    return f"{value:.6f}".rstrip("0").rstrip(".")
