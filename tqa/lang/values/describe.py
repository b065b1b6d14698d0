"""Values in the words of a message."""

from __future__ import annotations

from tqa.lang.values import DAYS, MONTHS, Date, Number, Relative, Time, plain

_APPROX = {"about": "about ", "under": "just under ", "over": "just over "}
_BOUND = {">=": "at least ", ">": "more than ", "<=": "at most ", "<": "less than "}


def describe(value: Number | Date | Time | Relative) -> str:
    """What a value is, in English, for messages.

    >>> describe(Number(0, 5, 12_000_000_000, 12_000_000_000, "JPY", "money", "about"))
    'about 12,000,000,000 yen'
    >>> describe(Date(0, 9, 2004, 10, 23, 5)), describe(Time(0, 4, 15 * 60 + 30))
    ('October 23, 2004 (Saturday)', '15:30')
    >>> describe(Relative(0, 4, "first_in", 5, "year"))
    'first in 5 years'
    >>> from fractions import Fraction
    >>> describe(Number(0, 5, Fraction(1, 50), Fraction(1, 50), kind="ratio"))
    '1/50'
    """
    if isinstance(value, Number):
        return _describe_number(value)
    if isinstance(value, Date):
        return _describe_date(value)
    if isinstance(value, Time):
        if value.minutes is None:
            return value.vague
        return f"{value.minutes // 60}:{value.minutes % 60:02d}" + (" the next day" if value.day else "")
    count = "" if value.n is None else f" {value.n} {value.unit}{'' if value.n == 1 else 's'}"
    return value.key.replace("_", " ") + count


def _describe_number(n: Number) -> str:
    from tqa.lang.values.units import lookup

    body = plain(n.low) if n.low == n.high else f"{plain(n.low)} to {plain(n.high)}"
    if n.kind == "ratio" and n.low == n.high and not isinstance(n.low, int):
        body = f"{n.low.numerator}/{n.low.denominator}"  # one in fifty, as both sides say it
    unit = lookup(n.unit)
    if n.unit == "%":
        body += "%"
    elif unit:
        body += f" {unit.one if n.low == n.high == 1 else unit.many}"
    elif n.kind == "multiple":
        body += " times"
    return _APPROX.get(n.approx, "") + _BOUND.get(n.bound, "") + body


def _describe_date(d: Date) -> str:
    year = "" if d.year is None else f"’{d.year:02d}" if 0 <= d.year < 100 else str(d.year)
    if d.kind == "fiscal_year":
        return f"fiscal {year}"
    if d.last is not None:
        return f"{year} to {d.last}"
    if d.kind == "weekday" and d.weekday is not None:
        return DAYS[d.weekday]
    text = MONTHS[d.month - 1] if d.month else ""
    if d.months > 1 and d.month:
        text += f" to {MONTHS[(d.month + d.months - 2) % 12]}"
    if d.day:
        text = f"{text} {d.day}" if text else f"day {d.day} of the month"
    text += (", " if d.day and text and year else " " if text and year else "") + year
    if d.kind == "period_end":
        text = f"period ended {text}"
    elif d.kind in ("half", "quarter") and not d.month:
        text = f"{d.part} {d.kind} {text}".strip()
    elif d.part:
        text = f"{d.part} {text}"
    return text + (f" ({DAYS[d.weekday]})" if d.weekday is not None else "")
