"""Offices that stand before names, and head nouns that translate one Japanese noun.

Provenance: written down by hand from general knowledge. A title belongs here if English capitalises it directly
before a name (Prime Minister Abe, Emperor Meiji); heads belong together if translators use either for one word
(政権, 事件, 法, 賞, 時代) and two institutions of one name, told apart by the head alone, are next to unthinkable.
Cabinet and government are not here: 内閣 and 政府 are other words than 政権.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tqa.lang.en.closed import DAYS, MONTHS
from tqa.lang.en.tokens import Token

TITLES = (
    "prime minister", "deputy prime minister", "foreign minister", "defense minister", "defence minister",
    "finance minister", "justice minister", "health minister", "trade minister", "industry minister",
    "economy minister", "environment minister", "interior minister", "education minister", "digital minister",
    "chief cabinet secretary", "foreign secretary", "secretary of state", "state secretary", "secretary-general",
    "secretary general", "president", "vice president", "chancellor", "premier", "governor", "vice governor", "mayor",
    "ambassador", "senator", "emperor", "empress", "king", "queen", "crown prince", "crown princess", "prince",
    "princess", "pope", "cardinal", "archbishop", "bishop", "professor",
)  # fmt: skip
# What may stand before a title without making it an apposition ("the French president, …").
BEFORE = ("former", "then", "then-", "late", "acting", "incoming", "outgoing", "ex-")
_NO_NAMES = frozenset((*MONTHS, *DAYS, "i", "elect", "emeritus"))
HEADS = (
    ("regime", "administration"), ("act", "law"), ("incident", "affair"), ("prize", "award"), ("period", "era"),
    ("commission", "committee"), ("agency", "bureau"),
)  # fmt: skip
# Told apart by these heads where their names are short.
_LONG = frozenset(["act", "law", "commission", "committee", "agency", "bureau"])


class Titled(NamedTuple):
    """Tokens `first:last` are a title directly before a name; `before` is the word before them, in its own letters."""

    first: int
    last: int
    title: str
    before: str


def before_names(string: str, tokens: Sequence[Token]) -> Iterator[Titled]:
    """The titles directly before a name.

    >>> from tqa.lang.en.tokens import tokens
    >>> list(before_names("former Prime Minister Abe", tokens("former Prime Minister Abe")))
    [Titled(first=1, last=3, title='prime minister', before='former')]
    """
    ends = _ends()
    for index, token in enumerate(tokens):
        if token.key not in ends or index + 1 == len(tokens) or not _before(string, token, tokens[index + 1]):
            continue
        for words in ends[token.key]:
            first = index + 1 - len(words)
            if first >= 0 and all(tokens[first + place].key == word for place, word in enumerate(words)):
                joined = first and string[tokens[first - 1].end : tokens[first].start] in (" ", "-")
                yield Titled(first, index + 1, " ".join(words), tokens[first - 1].text if joined else "")
                break


def _before(string: str, title: Token, name: Token) -> bool:
    named = name.text[:1].isupper() and name.key.isalpha() and is_name(name.key)
    return named and not title.possessive and string[title.end : name.start] == " "


@cache
def _ends() -> dict[str, list[tuple[str, ...]]]:
    """Titles by their last word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for title in sorted(TITLES, key=len, reverse=True):
        words = tuple(title.replace("-", " ").split())
        found.setdefault(words[-1], []).append(words)
    return found


def is_name(word: str) -> bool:
    """Whether a capitalised word after a title can be a name.

    >>> is_name("Abe"), is_name("Monday")
    (True, False)
    """
    return word.lower() not in _NO_NAMES


def headed(string: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The token ranges of names with a head noun of `HEADS`, the head last.

    >>> from tqa.lang.en.tokens import tokens
    >>> list(headed("the Fair Trade Commission", tokens("the Fair Trade Commission")))
    [(1, 4)]
    """
    heads = _heads()
    for index, token in enumerate(tokens):
        if token.key in heads and not token.possessive:
            first = index
            while first and _goes_on(string, tokens[first - 1], tokens[first]):
                first -= 1
            if first < index:
                yield first, index + 1


def _goes_on(string: str, word: Token, following: Token) -> bool:
    gap = string[word.end : following.start]
    capital = word.text[:1].isupper() and word.key != "the"
    return capital and (gap in (" ", "-") or (word.possessive and gap.endswith(" ")))


@cache
def _heads() -> frozenset[str]:
    return frozenset(head for group in HEADS for head in group)


def family(name: str, head: str) -> str:
    """The first of the heads that translate one noun, "" where the name is too short to tell.

    >>> family("Putin", "administration"), family("Fair Trade", "committee"), family("Japanese", "law")
    ('regime', 'commission', '')
    """
    if head in _LONG and len(name.split()) < 2:
        return ""
    return next(group[0] for group in HEADS if head in group)
