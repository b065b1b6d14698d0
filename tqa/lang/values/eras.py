"""Japanese era names and the year each began, as the Western year that historians write beside its first year.

An era year is `first + n - 1`. Before 1873 the calendar was lunisolar: an era proclaimed in the last lunar month
(early in the next Gregorian year) still counts its first year from the older Western year, so 文禄元年 is 1592.
"""

from __future__ import annotations

from functools import cache

from tqa.lang.tables import rows

# Eras since 1868: their names, first years, and how many years they had.
_MODERN = (
    ("明治", "Meiji", 1868, 45), ("大正", "Taisho", 1912, 15), ("昭和", "Showa", 1926, 64), ("平成", "Heisei", 1989, 31),
    ("令和", "Reiwa", 2019, 9999),
)  # fmt: skip
SOLAR = {name: years for name, _, _, years in _MODERN}
LETTERS = {romanised[0]: name for name, romanised, _, _ in _MODERN}
ROMANISED = {romanised: first for _, romanised, first, _ in _MODERN}


@cache
def first_years() -> dict[str, int]:
    """Era name to the Western year of its first year.

    >>> first_years()["令和"], first_years()["文禄"]
    (2019, 1592)
    """
    old = {name: int(first) for name, first in rows("eras.tsv")}
    return old | {name: first for name, _, first, _ in _MODERN}


def western(era: str, year: int) -> int | None:
    """The Western year of a year of an era, None for an unknown era.

    >>> western("平成", 16), western("昭和", 64), western("架空", 3)
    (2004, 1989, None)
    """
    first = first_years().get(era)
    return None if first is None else first + year - 1


def possible(era: str, year: int) -> bool:
    """Whether an era has such a year; lunisolar eras are never doubted.

    >>> possible("平成", 31), possible("平成", 32), possible("天文", 90)
    (True, False, True)
    """
    return era not in SOLAR or 1 <= year <= SOLAR[era]
