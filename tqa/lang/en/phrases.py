"""Quoted phrases, and when two of them look like two renderings of one coinage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tqa.lang.en.closed import ARTICLES, FUNCTION
from tqa.lang.en.forms import singular
from tqa.lang.en.tokens import Token

LONGEST = 6  # words of a coinage; what is longer is speech
_EMPTY = FUNCTION | frozenset(
    "some any no every each all both one's not only very more most less least too under over after before s t".split()
)
# Words that look alike and stand for different things on purpose.
_CONTRASTS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth north south east west northern southern eastern "
    "western northeast northwest southeast southwest internal international interim foreign former formal informal "
    "maximum minimum private primary prime prior public upper under male female".split()
)


def is_content(word: str) -> bool:
    """Whether a lower-case word carries meaning of its own.

    >>> is_content("diplomacy"), is_content("the"), is_content("7")
    (True, False, False)
    """
    return len(word) > 1 and word not in _EMPTY and not word[0].isdigit()


def quoted_phrases(
    string: str, tokens: Sequence[Token], quotations: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The token ranges of quoted phrases of two to six words, without a leading article.

    >>> from tqa.lang.en.quotes import quotations
    >>> from tqa.lang.en.tokens import tokens
    >>> text = "their “the silent Weber line,” as he said"
    >>> [[token.key for token in tokens(text)[a:b]] for a, b in quoted_phrases(text, tokens(text), quotations(text))]
    [['silent', 'weber', 'line']]
    """
    place = 0
    for start, end in quotations:
        while place < len(tokens) and tokens[place].start < start:
            place += 1
        first = last = place
        while last < len(tokens) and tokens[last].end < end:
            last += 1
        while first < last and tokens[first].key in ARTICLES:
            first += 1
        if 2 <= last - first <= LONGEST and together(string, tokens[first:last]):
            yield first, last


def together(string: str, tokens: Sequence[Token]) -> bool:
    """Whether only single spaces and hyphens stand between the words."""
    gaps = (string[one.end : other.start] for one, other in pairwise(tokens))
    return all(gap in (" ", "-", "‐", "‑", "\u00a0", "\n") for gap in gaps)


def alike(one: str, other: str) -> int:
    """How much two different words look like one word rendered twice: 0 not, 1 a little, 2 much (one derivation).

    Forms of one noun are 0: grammar asks for them.

    >>> alike("economic", "economical"), alike("flirty", "flattering"), alike("islands", "island"), alike("old", "new")
    (2, 1, 0, 0)
    """
    shorter, longer = sorted((one, other), key=len)
    if singular(one) == singular(other) or {one, other} & _CONTRASTS or not one.isalpha() or not other.isalpha():
        return 0
    if len(shorter) < 5 or longer in (shorter + "ed", shorter + "d", shorter + "ing", shorter[:-1] + "ing"):
        return 0
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(shorter))
    if shared >= 5 and shared >= 0.6 * len(longer):
        return 2
    return 1 if shared >= 2 else 0
