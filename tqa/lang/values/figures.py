"""Every figure that a text can be read to state, in digits, kanji or words: a net to catch what grammar missed."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tqa.lang.fold import fold

if TYPE_CHECKING:
    from tqa.lang.values import Amount


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    from tqa.lang.en.numerals import words
    from tqa.lang.ja.numerals import NUMERAL

    return re.compile(NUMERAL), re.compile(rf"(?i:\b{words()})")


@lru_cache(maxsize=64)
def figures(text: str) -> frozenset[Amount]:
    """The values of all numerals of a text, whatever stands around them.

    >>> sorted(figures("五十両と三千世間、1,200 and twenty-five"))
    [25, 50, 1200, 3000]
    """
    from tqa.lang.en.numerals import spelled
    from tqa.lang.ja.numerals import parse

    folded = fold(text)
    digits, words = _patterns()
    found = [parse(m[0]) for m in digits.finditer(folded)] + [spelled(m[0]) for m in words.finditer(folded)]
    return frozenset(value.low for value in found if value is not None)


def every_day(text: str) -> bool:
    """Whether an English text says that something is so on all days, for which Japanese counts 365日.

    >>> every_day("Orders are taken 24/7."), every_day("Orders are taken on Mondays.")
    (True, False)
    """
    return _every_day().search(text) is not None


@cache
def _every_day() -> re.Pattern[str]:
    return re.compile(r"24\s?/\s?7|(?i:every day|daily|year[- ]round|all year|always)")
