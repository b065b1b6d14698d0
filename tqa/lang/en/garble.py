"""Word salad: function words next to each other that English never puts so ("the is", "of and", "a how").

The table was counted, by bench/train_garble.py, on 4.8 million words: pairs that chance alone would have brought thirty
times as often. One such pair may be a slip or a word quoted; several close together are no sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from tqa.lang.en.tokens import Token
from tqa.lang.tables import path

PATH = path("never-follows.txt")


def never(string: str, words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Indices of words (first, last) that never stand next to each other; last is first where the sentence or a clause
    ends on a word that never ends one.

    >>> from tqa.lang.en.tokens import tokens
    >>> text = "It was for the is, of and."
    >>> list(never(text, tokens(text)))
    [(3, 4), (5, 6), (6, 6)]
    """
    table = never_follows()
    for index, word in enumerate(words):
        follows = table.get(word.key)
        if follows is None or word.possessive or _named(string, word) or string[word.start - 1 : word.start] == "-":
            continue
        if index and (_is_stranded(words[index - 1], word) or _is_family(words[index - 1], word)):
            continue
        if any(_is_mention(words, near) or _is_letter(words, near) for near in (index, index + 1)):
            continue
        after = string[word.end : word.end + 1]
        other = words[index + 1] if index + 1 < len(words) else None
        if word.key in _STRANDED and other is not None and other.key == "or":
            continue  # out of or related to; a copy of, or the address for, the text
        if after in (",", ".", "?", "!"):
            if after == "." and len(word.key) == 1 and index == 0:
                continue  # a. The first of a list
            gap = string[word.end + 1 : word.end + 2]
            if (not gap or gap.isspace()) and ("," if after == "," else ".") in follows:
                yield index, index
        elif after == " " and other is not None:
            beside = other.start == word.end + 1 and other.text.islower() and not _split(string, other)
            if beside and other.key in follows:
                yield index, index + 1


# What is said of a word of a programming language: the for loop, the with statement.
_MENTIONS = frozenset(
    "argument attribute block clause command constant directive element expression field flag function keyword loop "
    "method operator option parameter property statement tag variable".split()
)


def _is_mention(words: Sequence[Token], index: int) -> bool:
    """True for a word that names a piece of code: "The for loop"."""
    return index + 1 < len(words) and words[index + 1].key.removesuffix("s") in _MENTIONS


def _is_letter(words: Sequence[Token], index: int) -> bool:
    """True for a letter beside another: the a and z keys."""
    around = [word.text for word in words[index : index + 3]]
    return len(around) == 3 and around[1] in ("and", "or") and len(around[0]) == len(around[2]) == 1


def _named(string: str, word: Token) -> bool:
    """True for "US", "IT" and the A of "Company A"; A opens a sentence before another word."""
    return word.text.isupper() and (len(word.text) > 1 or string[word.end : word.end + 1] != " " or word.start > 0)


_STRANDED = frozenset("of with to for on at in by from about upon into".split())


def _is_stranded(verb: Token, word: Token) -> bool:
    """True for the preposition of a verb: disposed of, dealt with."""
    return word.key in _STRANDED and verb.key.endswith(("ed", "en", "lt", "ing")) and len(verb.key) > 3


def _is_family(before: Token, word: Token) -> bool:
    """True for the second word of a name: Chu His."""
    return word.capital and before.capital and not before.text.isupper()


def _split(string: str, word: Token) -> bool:
    """True if a word is the first part of a longer one, "by-product"."""
    return string[word.end : word.end + 1] in ("-", "'", "’")


@cache
def never_follows() -> dict[str, frozenset[str]]:
    """A function word to what never follows it; "." and "," stand for the end of a sentence and of a clause."""
    table = {}
    with open(PATH, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                word, _, rest = line.partition(":")
                table[word] = frozenset(rest.split())
    return table
