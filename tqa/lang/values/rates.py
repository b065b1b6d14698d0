"""Rates of exchange: 1ユーロ=165円 and “165 yen to the euro” say of which currency one is bought."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tqa.lang.values import Number


def bought(text: str, numbers: Sequence[Number], price: Number) -> Number | None:
    """The one unit of money that a price of a Japanese text buys.

    >>> from tqa.lang.ja.numbers import numbers
    >>> text = "1ドル=140円"
    >>> [one and one.unit for one in (bought(text, numbers(text), price) for price in numbers(text))]
    [None, 'USD']
    """
    before = (one for one in numbers if one.low == one.high == 1 and one.unit and one.end < price.start)
    return next((one for one in before if text[one.end : price.start].strip() in ("=", "＝")), None)


def per(text: str, price: Number) -> Number | None:
    """The same in an English text.

    >>> per("at 140 yen to the U.S. dollar", Number(3, 10, 140, 140, "JPY", "money"))
    Number(start=18, end=29, low=1, high=1, unit='USD', kind='money', approx='', bound='', step=1)
    >>> per("140 yen to the shop", Number(0, 7, 140, 140, "JPY", "money"))
    """
    from tqa.lang.en.units import canonical
    from tqa.lang.values.units import CURRENCIES

    match = _per().match(text, price.end)
    unit = canonical(match[1].strip()) if match else ""
    if not match or not (unit in CURRENCIES or unit == "pound"):
        return None
    return Number(match.end() - len(match[1].strip()), match.end(), 1, 1, unit or "", "money")


@cache
def _per() -> re.Pattern[str]:
    from tqa.lang.en.units import pattern

    return re.compile(rf" (?:to|against|per|for)(?: the| one| an?| 1)?({pattern()})")
