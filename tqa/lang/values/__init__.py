"""Values that a text states: numbers, dates, clock times, relative times. The same types for both languages.

All offsets are code points of the given string, half-open. Amounts are `int` where integral, `fractions.Fraction`
otherwise, so equality is exact; `step` says how coarsely a number was printed.
"""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fractions import Fraction

    Amount = int | Fraction
else:
    Amount = int  # `fractions` is slow to load


class Number(NamedTuple):
    """A number with its unit: 2.5万円 is low = high = 25000, unit 'JPY', kind 'money', step 1000.

    kind: count, money, percent, point, measure, ratio, multiple, ordinal, duration, age, code, vague, score.
    'vague' (数十, dozens) is the interval of what it may mean; 'code' (COVID-19, F-35) only satisfies, never accuses.
    approx: '' | 'about' | 'under' (弱, nearly) | 'over' (余り, just over); bound: '' | '>=' | '>' | '<=' | '<'.
    """

    start: int
    end: int
    low: Amount
    high: Amount
    unit: str = ""
    kind: str = "count"
    approx: str = ""
    bound: str = ""
    step: Amount = 1


class Date(NamedTuple):
    """A date with unknown parts None. `last` is the last year of a decade, century or year span.

    kind: date, day (of a month, surely), month, year, fiscal_year, half, quarter, decade, century, period_end, weekday.
    `months` is the length of a half, a quarter or a span of months; `part` is early, mid, late, end, start or ''.
    weekday: 0 = Monday. `era` is the era name as written ('' for the Western calendar).
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    kind: str = "date"
    era: str = ""
    last: int | None = None
    months: int = 0
    part: str = ""


class Time(NamedTuple):
    """A clock time in minutes after midnight; 25時 is 60 with day 1. `half` says that a.m. or p.m. is unknown.

    `vague` names a part of the day without a clock (dawn, morning, noon …); its minutes are None.
    """

    start: int
    end: int
    minutes: int | None
    day: int = 0
    half: bool = False
    vague: str = ""


class Relative(NamedTuple):
    """Time seen from another time: key first_in, straight, year_on_year, previous_day, ago …; n units."""

    start: int
    end: int
    key: str
    n: int | None = None
    unit: str = ""


def amount(digits: str, scale: int = 1) -> Amount:
    """The exact value of plain decimal digits times a scale; a Fraction only when it is not integral.

    >>> amount("2.5", 10**4), amount("0.5")
    (25000, Fraction(1, 2))
    """
    whole, _, tail = digits.partition(".")
    return ratio(int(whole + tail) * scale, 10 ** len(tail))


def ratio(top: int, bottom: int) -> Amount:
    """top / bottom, exact, an int where integral.

    >>> ratio(6, 3), ratio(3, 5)
    (2, Fraction(3, 5))
    """
    if top % bottom == 0:
        return top // bottom
    from fractions import Fraction

    return Fraction(top, bottom)


def ratio_of(value: Amount, by: int) -> Amount:
    """An exact quotient that stays an int where it can.

    >>> ratio_of(6, 2), ratio_of(5, 2)
    (3, Fraction(5, 2))
    """
    return ratio(value, by) if isinstance(value, int) else value / by


def plain(value: Amount) -> str:
    """An amount in digits with commas; fractions as decimals where they end, else as a quotient.

    >>> from fractions import Fraction
    >>> plain(12_000_000_000), plain(Fraction(5, 2)), plain(Fraction(1, 3))
    ('12,000,000,000', '2.5', '1/3')
    """
    if isinstance(value, int):
        return f"{value:,}"
    for places in range(1, 7):
        scaled = value * 10**places
        if scaled.denominator == 1:
            digits = f"{abs(scaled.numerator):0{places + 1}d}"
            sign = "-" if value < 0 else ""
            return f"{sign}{int(digits[:-places]):,}.{digits[-places:]}"
    return f"{value.numerator}/{value.denominator}"


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
# A part of a month, as English and Japanese say it.
PARTS = {"early": ("earl", "begin", "上旬", "初"), "mid": ("mid", "中旬", "半ば"), "late": ("late", "end", "下旬", "末")}
