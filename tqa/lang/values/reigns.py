"""Years counted within an era, which English may keep: 天文17年 as the seventeenth year, or as Tenmon 17."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tqa.lang.values import Date, Number
from tqa.lang.values.eras import first_years


def counts(date: Date, text: str, numbers: Sequence[Number]) -> bool:
    """True if an English text, with its numbers, gives the year of a Japanese date as that of its era.

    >>> from tqa.lang.en.numbers import numbers
    >>> texts = ("in the 17th year of Tenmon", "in Tenmon 17", "in Tenmon 16", "in 1548")
    >>> [counts(Date(0, 5, 1548, era="天文"), text, numbers(text)) for text in texts]
    [True, True, False, False]
    """
    first = first_years().get(date.era)
    if first is None or date.year is None:
        return False
    from tqa.lang.world.well_known import readings

    year = date.year - first + 1
    years = (text[one.end :].lstrip().lower() for one in numbers if one.kind == "ordinal" and one.low == year)
    if any(rest.startswith("year") for rest in years):
        return True
    named = [match[1].lower() for match in _named().finditer(text) if int(match[2]) == year]
    return any(name[:_ALIKE] == said[:_ALIKE] for said in readings(date.era) for name in named)


_ALIKE = 3  # letters: Tenmon and Tenbun are one era


@cache
def _named() -> re.Pattern[str]:
    return re.compile(r"\b([A-Z][a-z]+)(?:,? era| period)?,? (?:year )?(\d{1,2})\b(?![:.,]\d)")
