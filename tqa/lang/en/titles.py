"""Offices that stand before names, and head nouns that translate one Japanese noun.

Provenance: written down by hand from general knowledge. A title belongs here if English capitalises it directly
before a name (Prime Minister Abe, Emperor Meiji); heads belong together if translators use either for one word
(政権, 事件, 法, 賞, 時代) and two institutions of one name, told apart by the head alone, are next to unthinkable.
Cabinet and government are not here: 内閣 and 政府 are other words than 政権.
"""

from __future__ import annotations

import re
from functools import cache

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
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december i elect emeritus".split()
)
HEADS = (
    ("regime", "administration"), ("act", "law"), ("incident", "affair"), ("prize", "award"), ("period", "era"),
    ("commission", "committee"), ("agency", "bureau"),
)  # fmt: skip
# Told apart by these heads where their names are short.
_LONG = frozenset(["act", "law", "commission", "committee", "agency", "bureau"])


@cache
def before_name() -> re.Pattern[str]:
    """A title directly before a name: groups `before` (former, then …, the word before it otherwise) and `title`."""
    titles = "|".join(sorted(TITLES, key=len, reverse=True)).replace(" ", "[ -]")
    return re.compile(rf"(?:(?P<before>[^\W\d_][\w'’.]*)[ -])?\b(?P<title>(?i:{titles})) (?P<name>[A-Z][a-z]+(?![\w]))")


def is_name(word: str) -> bool:
    """Whether a capitalised word after a title can be a name.

    >>> is_name("Abe"), is_name("Monday")
    (True, False)
    """
    return word.lower() not in _NO_NAMES


@cache
def headed() -> re.Pattern[str]:
    """A name with a head noun of `HEADS`: groups `name` and `head`."""
    heads = "|".join(head for group in HEADS for head in group)
    return re.compile(rf"(?P<name>(?:[A-Z][\w'’-]*[ -])+)(?P<head>(?i:{heads}))\b(?![-’'])")


def family(name: str, head: str) -> str:
    """The first of the heads that translate one noun, "" where the name is too short to tell.

    >>> family("Putin", "administration"), family("Fair Trade", "committee"), family("Japanese", "law")
    ('regime', 'commission', '')
    """
    if head in _LONG and len(name.split()) < 2:
        return ""
    return next(group[0] for group in HEADS if head in group)
