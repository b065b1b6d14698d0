"""Values written as English news prose writes them, for suggestions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tqa.lang.en.closed import CARDINALS
from tqa.lang.values import DAYS, MONTHS, Date, Number, Time, plain

if TYPE_CHECKING:
    from tqa.lang.values import Amount

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_ORDER = ((10**12, "trillions"), (10**9, "billions"), (10**6, "millions"), (10**3, "thousands"))
_SMALL = ("zero", *CARDINALS)
_PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth",
          10: "tenth"}  # fmt: skip
_SIGNS = {"USD": "$", "AUD": "A$", "CAD": "C$", "HKD": "HK$", "NZD": "NZ$", "SGD": "S$", "TWD": "NT$"}
_APPROX = {"about": "about {}", "under": "just under {}", "over": "just over {}"}
_AGE = {">=": "{} or over", ">": "over {}", "<=": "{} or under", "<": "under {}"}
_BOUND = {">=": "at least {}", ">": "more than {}", "<=": "up to {}", "<": "less than {}"}


def write_number(number: Number, spelled: bool = False) -> str:
    """A number as news prose writes it; `spelled` writes whole numbers below twenty as words.

    >>> write_number(Number(0, 0, 12_000_000_000, 12_000_000_000, "JPY", "money"))
    '12 billion yen'
    >>> write_number(Number(0, 0, 3, 3, "hour", "duration", "under"), spelled=True)
    'just under three hours'
    >>> write_number(Number(0, 0, 18, 18, kind="age", bound="<="))
    '18 or under'
    >>> write_number(Number(0, 0, 200_000_000, 999_999_999, "JPY", "vague"))
    'hundreds of millions of yen'
    >>> write_number(Number(0, 0, 115_541_500_000_000, 115_541_500_000_000, "JPY", "money"))
    '115.5415 trillion yen'
    """
    body = _vague(number) if number.kind == "vague" else _body(number, spelled)
    if number.bound:
        return (_AGE if number.kind == "age" else _BOUND)[number.bound].format(body)
    return _APPROX.get(number.approx, "{}").format(body)


def _figure(value: Amount, spelled: bool) -> str:
    if isinstance(value, int) and spelled and 0 <= value < len(_SMALL):
        return _SMALL[value]
    if isinstance(value, int) and value >= 10**6:
        for scale, name in _SCALES:
            if value >= scale and value * 10**4 % scale == 0:  # 億 is a ten-thousandth of 兆
                whole, rest = divmod(value, scale)
                tail = f".{rest * 10**4 // scale:04d}".rstrip("0") if rest else ""
                return f"{whole:,}{tail} {name}"
    return plain(value)


def _body(number: Number, spelled: bool) -> str:
    from tqa.lang.values.units import lookup

    low, kind = number.low, number.kind
    if kind == "ratio" and not isinstance(low, int) and low.denominator in _PARTS and low < 1:
        return _fraction(low.numerator, low.denominator)
    if kind == "multiple":
        return "twice" if low == 2 else f"{_figure(low, spelled)} times"
    if kind == "ordinal" and isinstance(low, int):
        return ordinal(low)
    figure = _figure(low, spelled)
    if number.high != low and kind != "vague":
        figure = f"{figure} to {_figure(number.high, spelled)}"
    if number.unit in _SIGNS:
        return _SIGNS[number.unit] + figure
    unit = lookup(number.unit)
    if unit is None:
        return figure
    return f"{figure} {unit.one if low == number.high == 1 else unit.many}"


def _fraction(top: int, bottom: int) -> str:
    if bottom == 2:
        return "half"
    return f"{_SMALL[top]}-{_PARTS[bottom]}{'s' if top > 1 else ''}"


def ordinal(value: int) -> str:
    """1st, 2nd, 3rd, 11th.

    >>> ordinal(1), ordinal(12), ordinal(23)
    ('1st', '12th', '23rd')
    """
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value:,}{ending}"


def _vague(number: Number) -> str:
    from tqa.lang.values.units import lookup

    low = int(number.low)
    if low < 10:
        words = "several"
    elif low < 20:
        words = "more than 10"
    else:
        scale, name = next(((s, n) for s, n in _ORDER if low >= s), (1, ""))
        size = low // scale
        lead = "hundreds" if size >= 100 else "tens" if size >= 10 else ""
        words = f"{lead} of {name}" if lead and name else name or ("hundreds" if lead == "hundreds" else "dozens")
    unit = lookup(number.unit)
    if unit is None or (number.unit == "person" and low >= 20):
        return words + (" of people" if unit else "")
    return f"{words} {'of ' if low >= 20 else ''}{unit.many}"


def write_date(date: Date) -> str:
    """A date as news prose writes it.

    >>> write_date(Date(0, 0, 2022, 7, 8, 4)), write_date(Date(0, 0, 2019, kind="fiscal_year"))
    ('Friday, July 8, 2022', 'fiscal 2019')
    >>> write_date(Date(0, 0, 2021, 4, kind="quarter", months=3))
    'the April-June quarter of 2021'
    """
    month = MONTHS[date.month - 1] if date.month else ""
    year = "" if date.year is None else str(date.year) if date.year > 0 else f"{-date.year} B.C."
    if date.kind == "fiscal_year":
        return f"fiscal {year}"
    if date.kind == "decade" and date.year is not None and date.year % 10 == 0:
        return f"the {'' if not date.part else date.part + ' '}{year}s"
    if date.kind == "century" and date.last is not None:
        return f"the {'' if not date.part else date.part + ' '}{ordinal(date.last // 100)} century"
    if date.last is not None:
        return f"{year} to {date.last}"
    if date.kind == "period_end":
        return f"the fiscal year ended {month} {year}".rstrip()
    if date.months > 1 and date.month:
        span = f"{month}-{MONTHS[(date.month + date.months - 2) % 12]}"
        span = f"the {span} quarter" if date.kind == "quarter" else span
        return f"{span} of {year}" if year else span
    if date.kind in ("quarter", "half"):
        number = {"1": "first", "2": "second", "3": "third", "4": "fourth"}.get(date.part, date.part)
        return f"the {number} {date.kind}" + (f" of {year}" if year else "")
    day = DAYS[date.weekday] if date.weekday is not None else ""
    if not month:
        return day or (f"the {ordinal(date.day)}" if date.day else year)
    text = f"{month} {date.day}" if date.day else f"{date.part} {month}".lstrip()
    text += f", {year}" if year and date.day else f" {year}" if year else ""
    return f"{day}, {text}" if day else text


def write_time(time: Time) -> str:
    """A clock time with a.m. or p.m.

    >>> write_time(Time(0, 0, 930)), write_time(Time(0, 0, 720)), write_time(Time(0, 0, 120, day=1))
    ('3:30 p.m.', 'noon', '2 a.m. the next day')
    """
    if time.minutes is None:
        return time.vague
    hour, minute = divmod(time.minutes, 60)
    text = f"{(hour - 1) % 12 + 1}" + (f":{minute:02d}" if minute else "") + (" a.m." if hour < 12 else " p.m.")
    text = {0: "midnight", 720: "noon"}.get(time.minutes, text)
    return text + (" the next day" if time.day else "")
