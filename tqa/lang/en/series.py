"""The items of an English list: jugs, lids and filters.

Provenance: closed word classes of English, written down by hand.
"""

from __future__ import annotations

from collections.abc import Sequence

from tqa.lang.en.closed import DETERMINERS
from tqa.lang.en.phrases import is_content
from tqa.lang.en.tokens import Token

Items = list[tuple[int, int]]  # ranges of words
_DETERMINERS = DETERMINERS | {"some", "any", "no", "each", "every", "all"}
# What ends a list without naming anything, and what only looks like an item: for example, A and B.
_VAGUE = frozenset(
    (
        "other others similar more example instance including however thus therefore hence then also so etc like agree "
        "then finally moreover furthermore meanwhile likewise today now yesterday please"
    ).split()
)
_PREPOSITIONS = frozenset(
    (
        "in on at by for from with without after before during since until to of as like unlike following despite "
        "under over about regarding concerning according if when while because although depending based due"
    ).split()
)
_LONGEST = 4  # words of an item
_OPENING = 3  # words before the first noun of an adverbial


def series(string: str, words: Sequence[Token]) -> list[Items]:
    """The lists of three items or more, each a range of words.

    >>> from tqa.lang.en.tokens import tokens
    >>> text = "Wash the jug, the lid and the big filter in soapy water."
    >>> [[text[tokens(text)[a].start : tokens(text)[b - 1].end] for a, b in items] for items in series(text, tokens(text))]
    [['the jug', 'the lid', 'the big filter']]
    """
    found = []
    for at, word in enumerate(words):
        if word.key in ("and", "or") and at and _gap(string, words, at - 1) in (" ", ", "):
            items = [*_before(string, words, at), _after(string, words, at + 1)]
            named = all(a < b and _VAGUE.isdisjoint(word.key for word in words[a:b]) for a, b in items)
            if len(items) > 2 and named and not _opens(string, words, items[0]) and not _verbal(words, items):
                found.append(items)
    return found


def _gap(string: str, words: Sequence[Token], at: int) -> str:
    """What stands between a word and the next."""
    return string[words[at].end : words[at + 1].start]


def _after(string: str, words: Sequence[Token], first: int) -> tuple[int, int]:
    """The item that begins at a word: up to a mark or a word that is no content."""
    last = first
    while last < len(words) and last - first < _LONGEST:
        if not is_content(words[last].key) and not (last == first and words[last].key in _DETERMINERS):
            break
        last += 1
        if last < len(words) and _gap(string, words, last - 1) not in (" ", "-"):
            break
    return first, last


def _before(string: str, words: Sequence[Token], end: int) -> Items:
    """The items before the conjunction, divided by commas."""
    items: Items = []
    while end:
        first = end
        while first and end - first < _LONGEST and is_content(words[first - 1].key):
            first -= 1
            if first and _gap(string, words, first - 1) not in (" ", "-"):
                break
        if first and words[first - 1].key in _DETERMINERS and _gap(string, words, first - 1) == " ":
            first -= 1
        if first == end:
            break
        items.append((first, end))
        if not first or _gap(string, words, first - 1) != ", ":
            break
        end = first
    return items[::-1]


def _verbal(words: Sequence[Token], items: Items) -> bool:
    """True if the first item is no thing as the next is: While it has to be shown, the date and time …; it is opaque,
    containing red and blue; alternatively, the date and time …"""
    (first, end), (second, _) = items[:2]
    if words[first].key in _COUNTED or words[first].key.isdigit():
        return True  # two colours, the red and the blue
    adverb = end == first + 1 and words[first].key.endswith("ly")
    other = words[second].key in _DETERMINERS or words[second].key.endswith("ing")
    return adverb or (first > 0 and words[first - 1].key in _BE and other)


_COUNTED = frozenset("two three four five both several".split())
_BE = frozenset("be been being is are was were".split())


def _opens(string: str, words: Sequence[Token], item: tuple[int, int]) -> bool:
    """True if what looks like the first item may open its sentence: In spring, cars and ships …"""
    first = item[0]
    while first and item[0] - first < _OPENING and _gap(string, words, first - 1) == " ":
        first -= 1
    before = string[: words[first].start].rstrip()
    return words[first].key in _PREPOSITIONS and (not before or before[-1] in ".;:,(!?")
