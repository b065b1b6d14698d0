"""Latin words in a Japanese translation that its English source does not have, or that a space tears apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

_LEAST = 4  # letters; shorter ones are units, formats and the like
_BEGINNING = 5  # letters
_GLUED = 5  # letters; shorter ones may be words: into, maybe
_UNITS = frozenset("kcal mmhg kwh mbps gbps kbps dpi http https www html json xml".split())


class Strange(NamedTuple):
    """A Latin word at `start:end` of the translation, and the source's word (or two) that is meant, or ""."""

    start: int
    end: int
    meant: str


@cache
def _word() -> re.Pattern[str]:
    # no part of an address, a path, a name in code
    return re.compile(r"(?<![A-Za-z0-9_.@/%#&\\-])[A-Za-z][A-Za-z'’]*[A-Za-z](?![A-Za-z0-9_@/%-]|\.[A-Za-z])")


def letters(text: str) -> str:
    """The letters and figures of a text in a row, in lower case, without accents."""
    return "".join(char for char in normalize("NFKD", text).lower() if "a" <= char <= "z" or "0" <= char <= "9")


@cache
def _source_word() -> re.Pattern[str]:
    return re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’]*[A-Za-zÀ-ɏ]")


def strange(source: str, known: str, target: str) -> Iterator[Strange]:
    """Words of a translation that no source of the text has (`known` are the `letters` of them all).

    >>> source = "The director, Meindert Boysen, met Ms. Ito."
    >>> list(strange(source, letters(source), "Meinert Boysen所長は伊藤氏とCanadaで会った。"))
    [Strange(start=0, end=7, meant='Meindert'), Strange(start=21, end=27, meant='')]
    """
    if not any("a" <= char <= "z" for char in target):
        return
    near = [word for word in _source_word().findall(source) if len(word) >= _LEAST]
    for match in _word().finditer(target):
        word, key = match.group(), letters(match.group())
        if word.isupper() or len(key) < _LEAST or key in known or key in _UNITS:
            continue
        meant = next((other for other in near if _slip(key, letters(other))), "")
        if meant or not any(_kin(key, letters(other)) for other in near):
            yield Strange(*match.span(), meant)


def glued(source: str, target: str) -> Iterator[Strange]:
    """Words in small letters that are two of the source run together: nobody has read them.

    >>> list(glued("Please call the number listed below.", "下のnumberlistedに電話する。"))
    [Strange(start=2, end=14, meant='number listed')]
    """
    if not _run().search(target):
        return
    from tqa.lang.en.words import words as known

    words = [word for word in _source_word().findall(source) if word.islower()]
    pairs = {one + other: f"{one} {other}" for one, other in pairwise(words) if f"{one} {other}" in source}
    for match in _word().finditer(target):
        word = match.group()
        if word in pairs and word not in words and len(word) > _GLUED and not known().knows(word):  # file system
            yield Strange(*match.span(), pairs[match.group()])


def joined(source: str, target: str) -> Iterator[Strange]:
    """Words of a name that have lost the space between them, figures too. ISO9001 and 47CFR are usual.

    >>> list(joined("47 CFR Part 15 and ISO 9001", "47CFR Part15とISO9001"))
    [Strange(start=6, end=12, meant='Part 15')]
    """
    words = _part().findall(source)
    for one, other in dict.fromkeys(pairwise(words)):
        whole = one + other
        long = any(len(word) >= _LEAST and word.isalpha() and not word.isupper() for word in (one, other))
        if not long or whole.islower() or whole not in target or whole in source or f"{one} {other}" not in source:
            continue
        match = re.search(rf"(?<![A-Za-z0-9]){re.escape(whole)}(?![A-Za-z0-9])", target)
        if match:
            yield Strange(*match.span(), f"{one} {other}")


@cache
def _part() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9]+")


@cache
def _run() -> re.Pattern[str]:
    return re.compile(r"[a-z]{6}")


def _kin(one: str, other: str) -> bool:
    """Whether two words are forms of one, as far as their beginnings tell: wiki, Wikipedia; company, companies."""
    return one.startswith(other) or other.startswith(one) or one[:_BEGINNING] == other[:_BEGINNING]


def _slip(one: str, other: str) -> bool:
    from tqa.lang.distance import distance

    most = 1 if len(other) < 7 else 2
    return one[:1] == other[:1] and distance(one, other, most) <= most


def torn(source: str, target: str) -> Iterator[Strange]:
    """Names of the source that stand in the translation with a space inside: in capitals, or with only the first one.

    >>> list(torn("The DMM works.", "DM Mは動く。")), list(torn("The RailCorp page", "Rail Corpのページ"))
    ([Strange(start=0, end=4, meant='DMM')], [])
    """
    for word in dict.fromkeys(_name().findall(source)):
        if word[0] not in target or (word in target and not word.isupper()):
            continue
        pattern = rf"(?<![A-Za-z0-9]){' ?'.join(word)}(?![A-Za-z])"
        match = next((one for one in re.finditer(pattern, target) if " " in one.group()), None)
        if match and match.group() not in source:
            yield Strange(*match.span(), word)


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-z])(?:[A-Z]{3,}|[A-Z][a-z]{4,})(?![A-Za-z])")
