"""Seas in place of others: 日本海 as “East China Sea”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tqa.lang.tables import rows


class Exchange(NamedTuple):
    """The sea `start:end` of a target stands for the source's at `at:upto`, which is `wanted`."""

    start: int
    end: int
    at: int
    upto: int
    wanted: str


def exchanged(source: str, around: str, target: str, beside: str) -> Iterator[Exchange]:
    """The seas of a translation that the source, with its neighbours (`around`), does not name, where one of the source
    stands nowhere in the translation, with its own (`beside`).

    >>> source, target = "船は日本海で沈んだ。", "The ship sank in the East China Sea."
    >>> [one.wanted for one in exchanged(source, source, target, target)]
    ['Sea of Japan']
    >>> list(exchanged("船は海で沈んだ。", "日本海にいた。", target, target))
    []
    """
    if not ("海" in source or "洋" in source or "湾" in source):
        return
    lost = [
        (found.span(), sea.name)
        for sea in _seas()
        if (found := sea.japanese.search(source)) and not sea.english.search(beside)
    ]
    for sea in _seas() if lost else ():
        there = sea.english.search(target)
        if lost and there and not sea.japanese.search(around):
            (at, upto), wanted = lost.pop(0)
            yield Exchange(*there.span(), at, upto, wanted)


class _Sea(NamedTuple):
    name: str
    japanese: re.Pattern[str]
    english: re.Pattern[str]


@cache
def _seas() -> tuple[_Sea, ...]:
    return tuple(
        _Sea(english.split("|")[0], re.compile(japanese), re.compile(rf"\b(?:{english})\b"))
        for japanese, english in rows("seas.tsv")
    )
