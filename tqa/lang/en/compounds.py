"""Compounds: words that hyphens join, and the other ways of writing the same compound (open, half-joined, closed)."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tqa.lang.en.closed import CARDINALS
from tqa.lang.en.forms import singular
from tqa.lang.en.tokens import Token

_HYPHENS = "-‐‑"
_NUMERALS = frozenset((*CARDINALS[:12], "twenty", "thirty", "hundred"))
_FRACTIONS = frozenset("half halve third quarter fourth fifth sixth seventh eighth ninth tenth".split())
# After these the first word is the head and takes the plural.
_AFTER_HEAD = frozenset("in of at on by to up for general elect designate martial".split())


class Writing(NamedTuple):
    """One way in which a compound stands: tokens `first:last`, and what tells this way from others (`key`)."""

    first: int
    last: int
    key: str


def joints(string: str, tokens: Sequence[Token]) -> str:
    """What stands between each word and the next: "-" a hyphen, " " a space, "." anything else.

    >>> from tqa.lang.en.tokens import tokens
    >>> joints("two-island first, then", tokens("two-island first, then"))
    '- ..'
    """
    found = []
    for one, other in pairwise(tokens):
        gap = string[one.end : other.start]
        found.append("-" if len(gap) == 1 and gap in _HYPHENS else " " if gap in (" ", "\u00a0", "\n") else ".")
    return "".join(found) + "." * bool(tokens)


def hyphenated(tokens: Sequence[Token], gaps: str) -> Iterator[tuple[str, ...]]:
    """The stems of each hyphenated compound.

    >>> from tqa.lang.en.tokens import tokens
    >>> list(hyphenated(tokens("a two-islands-first plan"), " -- "))
    [('two', 'island', 'first')]
    """
    place = 0
    while (place := gaps.find("-", place)) >= 0:
        end = place
        while gaps[end] == "-":
            end += 1
        words = tuple(stem(token.key) for token in tokens[place : end + 1])
        if all(len(word) > 1 or word.isdigit() for word in words[-1:]) and any(word.isalpha() for word in words):
            yield words
        place = end


@cache
def stem(word: str) -> str:
    """The word without its plural ending, where it has one.

    >>> stem("islands"), stem("first")
    ('island', 'first')
    """
    return singular(word) if word.isalpha() and len(word) > 3 else word


def writings(
    wanted: dict[str, list[tuple[str, ...]]], closed: dict[str, tuple[str, ...]], tokens: Sequence[Token], gaps: str
) -> Iterator[tuple[tuple[str, ...], Writing]]:
    """Every way in which a wanted compound stands in a text. `wanted` files compounds under their first stem,
    `closed` under their letters."""
    for place, token in enumerate(tokens if wanted else ()):
        first = stem(token.key)
        for words in wanted.get(first, ()):
            end = place + len(words)
            joined = gaps[place : end - 1]
            whole = len(joined) == len(words) - 1 and "." not in joined and gaps[end - 1] != "-"
            if not whole or (place and gaps[place - 1] == "-"):
                continue
            if all(stem(tokens[place + index].key) == word for index, word in enumerate(words)):
                yield words, Writing(place, end, _key(words, [one.key for one in tokens[place:end]], joined))
        if first in closed and (not place or gaps[place - 1] != "-") and gaps[place] != "-":
            yield closed[first], Writing(place, place + 1, first)


def _key(words: tuple[str, ...], keys: list[str], joined: str) -> str:
    """The compound as written, but for the number of its last word, which the sentence decides."""
    last = words[-1]
    if _AFTER_HEAD & set(words[1:]):
        keys = [words[0], *keys[1:]]  # lady-in-waiting, ladies-in-waiting; passers-by
    if len(words) == 2 and joined == "-" and _counts(words[0]) and last not in _FRACTIONS:
        last = keys[-1]  # a two-island plan, never a two-islands plan
    written = [*keys[:-1], last]
    return "".join(word + gap for word, gap in zip(written, [*joined, ""], strict=True))


def _counts(word: str) -> bool:
    return word in _NUMERALS or word.isdigit()
