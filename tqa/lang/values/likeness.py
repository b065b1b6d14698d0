"""When two values of different languages agree, and how likely two different ones stand in each other's place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tqa.lang.values import Date, Number, Time
from tqa.lang.values.comparison import comparable, date_conflict, equal, scale_slip, unit_conflict
from tqa.lang.values.units import COUNTED, dimension, factors

_SHARES = ("ratio", "multiple", "percent")
_FIRM = ("money", "percent", "measure", "point")  # no date states these


def agree(one: Any, other: Any) -> bool:
    """Whether two values can be the same statement."""
    if isinstance(one, Number) and isinstance(other, Number):
        return (
            equal(one, other) or _tens(one, other) or _tens(other, one) or _rise(one, other) or _rise(other, one)
        )
    if isinstance(one, Date) and isinstance(other, Date):
        return _same_date(one, other) or _same_term(one, other) or _same_term(other, one)
    return isinstance(one, Time) and isinstance(other, Time) and _same_time(one, other)


def _tens(one: Number, other: Number) -> bool:
    """50、60代 and "50s": the first of several decades says only where it begins."""
    return one.low == other.low and one.low % 10 == 0 and other.high == other.low + 9


def _rise(one: Number, other: Number) -> bool:
    """1.5倍 and "up 50 percent"."""
    return one.kind == "multiple" and other.kind == "percent" and (one.low - 1) * 100 == other.low > 0


def _same_term(one: Date, other: Date) -> bool:
    """2025年3月期 is fiscal 2024, and by some companies' count fiscal 2025."""
    if one.kind != "period_end" or other.kind != "fiscal_year" or not one.year or not other.year:
        return False
    return one.year - other.year in (0, 1)


def _same_date(one: Date, other: Date) -> bool:
    if one.months != other.months and max(one.months, other.months) > 1:
        return False  # January to March is not January
    if one.kind == other.kind in ("quarter", "half") and one.part and other.part and one.part != other.part:
        return False
    if one.year is not None and other.year is not None and (one.last or other.last):
        ends = [date.last or date.year or 0 for date in (one, other)]
        if {one.kind, other.kind} == {"decade", "year"}:  # from the thirties to the fifties: 1930 to 1960
            ends = [end + 1 for end in ends]
        return one.year <= ends[1] and other.year <= ends[0]
    shared = any(
        getattr(one, part) is not None and getattr(other, part) is not None for part in ("year", "month", "day")
    )
    return shared and not conflict(one, other)


def _same_time(one: Time, other: Time) -> bool:
    if one.minutes is None or other.minutes is None:
        return True
    return one.minutes == other.minutes or ((one.half or other.half) and (one.minutes - other.minutes) % 720 == 0)


def conflict(one: Date, other: Date) -> bool:
    """A contradiction of dates, those of the old calendar included."""
    return date_conflict(one._replace(era=""), other._replace(era=""))


def covers(date: Any, other: Any) -> bool:
    """True unless both are dates and the second says a part that the first leaves open."""
    if not (isinstance(date, Date) and isinstance(other, Date)):
        return True
    return all(getattr(date, part) is not None or getattr(other, part) is None for part in ("year", "month", "day"))


def figures(date: Date) -> Iterator[int]:
    """The figures that a date states."""
    for value in (date.year, date.month, date.day, date.last, _last_month(date)):
        if value is not None:
            yield value


def _last_month(date: Date) -> int | None:
    """The month in which 4~6月 ends."""
    return (date.month + date.months - 2) % 12 + 1 if date.month and date.months > 1 else None


def stated(value: Any, there: list[Any], here: Sequence[Any] = ()) -> bool:
    """True if the other side says the value, as whatever it says it; `here` are the values of its own side."""
    if any(agree(value, other) and covers(other, value) for other in there):
        return True
    if isinstance(value, Number):
        return _number_stated(value, there)
    if isinstance(value, Date):
        there = [other for other in there if not _lasted(value, other)]
    free = [other for other in there if isinstance(other, Number) and _may_date(other)]
    plain = {amount for other in free for amount in (other.low, other.high)}
    if isinstance(value, Date):
        return _date_stated(value, there, plain)
    told = [other for other in there if isinstance(other, Time) and other.minutes is not None]
    if any(_same_time(value, other) for other in told):
        return True
    mine = [one for one in here if isinstance(one, Time)]
    if mine and any(not any(_same_time(one, other) for one in mine) for other in told):
        return False  # a clock time that this side does not know stands nearer than a bare figure
    return value.minutes // 60 in plain or value.minutes // 60 % 12 in plain


def _number_stated(value: Number, there: list[Any]) -> bool:
    clock = [divmod(other.minutes or 0, 60) for other in there if isinstance(other, Time)]
    if not value.unit and value.low in {hour * 100 + minute for hour, minute in clock}:  # 930から1700まで
        return True
    if value.unit in ("hour", "minute", "second") and any(value.low in time for time in clock):  # 2分10秒: 2:10
        return True
    if value.kind in _FIRM:
        return False
    dated = [other for other in there if isinstance(other, Date)]
    dated = [other for other in dated if not _lasted(other, value)]
    if value.unit == "month":  # three months is not March
        dated = [other._replace(month=None) for other in dated]
    said = {figure for other in dated for figure in figures(other)}
    return value.low in said or value.high in said


def _lasted(date: Date, number: Any) -> bool:
    """True for the 22 years that a machine makes of 22年春, spring 2022, and the 26 days of 26日夜, the night of the 26th."""
    if not isinstance(number, Number) or number.kind != "duration":
        return False
    if number.unit == "year":
        return date.year is not None and date.year == number.low < 100 and not date.era
    return number.unit == "day" and date.kind == "day" and number.low == date.day


def _may_date(number: Number) -> bool:
    """Whether a number can be what another grammar takes for a part of a date."""
    return number.kind not in _FIRM and number.unit != "month"


def _date_stated(value: Date, there: list[Any], plain: set[Any]) -> bool:
    dated = [other for other in there if isinstance(other, Date)]
    if value.part.isdecimal() or value.kind == "half":
        parts = {other.part for other in dated if other.kind == value.kind and (other.part or other.month)}
        if not (parts or value.year) or (parts and value.part not in parts and "" not in parts):
            return False
    said = [other for other in dated if not _swapped(value, other)]
    if value.weekday is not None and any(_other_weekday(value, other) for other in said):
        return False
    days = plain | {other.day for other in said}
    months = plain | {month for other in said for month in (other.month, _last_month(other))}
    ends = plain | {year for other in said for year in (other.year, other.last)}
    year = value.year
    amounts = {other.low for other in there if isinstance(other, Number)}  # a bare figure may be a year, and is money
    if year is not None and year not in plain | amounts and not any(_same_year(year, other) for other in dated):
        return False
    if value.month == value.day and value.month is not None and value.month not in plain:
        return sum(value.month in figures(other) for other in dated) > 1  # December 12 needs two twelves
    if value.months in (3, 6) and any(other.kind in ("quarter", "half") and other.part for other in dated):
        return True  # 1~3月期: the first quarter, or the fourth of a fiscal year
    wanted = ((value.day, days), (value.month, months), (_last_month(value), months), (value.last, ends))
    return all(figure is None or figure in told for figure, told in wanted)


def _same_year(year: int, other: Date) -> bool:
    return any(
        not date_conflict(Date(0, 0, year), Date(0, 0, told))
        for told in (other.year, other.last)
        if told is not None
    )


def _other_weekday(one: Date, other: Date) -> bool:
    """True for the same day of a month on another day of the week."""
    return (one.month, one.day) == (other.month, other.day) and other.weekday not in (None, one.weekday)


def _swapped(one: Any, other: Date) -> bool:
    """True for the same figures in other places: October 9 for September 10."""
    if not isinstance(one, Date) or not conflict(one, other):
        return False
    return sorted(figures(one)) == sorted(figures(other))


def pairs(left: list[Any], right: list[Any]) -> Iterator[tuple[Any, Any]]:
    """Leftovers that stand in each other's place: the most alike first, then those alone of their kind."""
    ranked = sorted(
        ((likeness(one, other), n, m, one, other) for n, one in enumerate(left) for m, other in enumerate(right)),
        key=lambda row: (-row[0], abs(row[1] - row[2]), row[1], row[2]),
    )
    used: set[int] = set()
    for like, _, _, one, other in ranked:
        if like and id(one) not in used and id(other) not in used:
            used.update((id(one), id(other)))
            yield one, other


def likeness(one: Any, other: Any) -> float:
    """How surely two different values stand for each other; 0 if they cannot."""
    if isinstance(one, Number) and isinstance(other, Number):
        return _numbers(one, other)
    if isinstance(one, Date) and isinstance(other, Date):
        both = [(getattr(one, part), getattr(other, part)) for part in ("year", "month", "day")]
        shared = [(x, y) for x, y in both if x is not None and y is not None]
        if one.kind == other.kind in ("quarter", "half") and one.part and other.part and one.part != other.part:
            return 3
        if (one.months > 1) != (other.months > 1) and not _ends_near(one, other):
            return 0
        return 1 + sum(x == y for x, y in shared) + sum(_alike(str(x), str(y)) for x, y in shared) if shared else 0
    if isinstance(one, Time) and isinstance(other, Time):
        return 1
    date, number = (one, other) if isinstance(one, Date) else (other, one)
    if isinstance(date, Date) and isinstance(number, Number):
        return _mixed(date, number)
    return 0


def _ends_near(one: Date, other: Date) -> bool:
    """Whether a month lies by an end of a span of months, as May by January to March."""
    span, single = (one, other) if one.months > 1 else (other, one)
    ends = [month for month in (span.month, _last_month(span)) if month]
    return single.month is None or any(abs(single.month - end) <= 2 for end in ends)


def _mixed(date: Date, number: Number) -> float:
    """A date and a number: three months for 3月, "Tuesday, the 25th" for 28日, a bare "983" for 984年."""
    if number.unit == "month" and date.day is None:
        return 3.0 * (date.month == number.low and date.kind in ("month", "date"))
    if _lasted(date, number):
        return 3
    if number.unit == "year" and date.kind == "year":
        return _alike(str(date.year), str(number.low)) if number.low >= 100 else 0
    if number.unit or date.kind in ("century", "quarter", "half") or (date.kind == "decade" and number.low < 1000):
        return 0
    if date.day:
        if number.kind not in ("ordinal", "count"):
            return 0
        # "the 6th" of the month is an ordinal to the grammar, and so are many others
        sure = number.kind == "ordinal" and 4 <= number.low <= 31 and number.end - number.start < 5
        return max(_alike(str(date.day), str(number.low)), 0.2 * sure)
    if date.month or not date.year or number.kind != "count":
        return 0
    like = _alike(str(date.year), str(number.low))
    return like if like >= 0.5 - (number.low >= 100) / 5 and number.low >= 10 else 0


def in_tens(number: Number) -> bool:
    """True for decades of life: 50代, in their fifties."""
    return number.low in range(10, 100, 10) and number.high == number.low + 9 and not number.unit


def _numbers(one: Number, other: Number) -> float:
    if in_tens(one) or in_tens(other):
        return float(in_tens(one) and in_tens(other))
    ordinals = (one.kind == "ordinal") + (other.kind == "ordinal")
    kin = factors(one, other) if dimension(one) else None
    if ordinals < 2 and not (kin and _lasting(one) and _lasting(other)) and (_little(one) or _little(other)):
        return 0  # 一つ, first, "one of": too many ways to come and go
    if not comparable(one, other) or _apart(one, other) or _apart(other, one):
        return 3.0 if unit_conflict(one, other) else 0
    if ordinals != 1 and isinstance(one.low, int) and isinstance(other.low, int) and scale_slip(one, other):
        alike = str(one.low).rstrip("0") == str(other.low).rstrip("0") and min(one.low, other.low) >= 10
        return 4 if one.unit == other.unit or alike else 3 * unit_conflict(one, other)
    if unit_conflict(one, other):
        return 3
    if (one.kind == "vague") != (other.kind == "vague"):
        return 0
    same = one.unit == other.unit or {one.kind, other.kind} <= {"age", "duration"}
    low, high = str(one.low), str(other.low)
    like = _alike(low, high) if ordinals else _alike(low.rstrip("0"), high.rstrip("0"))
    if kin and not same:  # 1年半 and "15 months"
        small, big = sorted((one.low * kin[0], other.low * kin[1]))
        return 1 + like if big <= 3 * small else 0
    far = max(one.low, other.low) > 4 * min(one.low, other.low) and sorted(low) != sorted(high)  # 17 and 71
    if not (same and one.unit) and not like and far and not scale_slip(one, other):
        return 0
    doubtful = like <= 0.5 and (like == 0 or min(one.low, other.low) < 10)
    apart = not same and bool({one.unit, other.unit} - COUNTED)
    halfway = like == 0.5 and not ordinals and "measure" in (one.kind, other.kind)  # 5幅, 150 cm
    if (doubtful and ordinals == 1) or (apart and (like < 0.5 or halfway)):
        return 0
    return 2 * same + like + 0.1


def _apart(one: Number, other: Number) -> bool:
    """True for a share or a multiple and what is none: "doubled" and 79世帯, half and 二つ."""
    return one.kind in ("ratio", "multiple") and not (other.kind in _SHARES or other.unit in ("times", "pp", "point"))


def _lasting(number: Number) -> bool:
    return number.kind in ("duration", "measure", "age")


def _little(number: Number) -> bool:
    return number.low <= 1 and number.step == 1 and number.kind not in ("ratio", "money", "percent", "point")


def _alike(one: str, other: str) -> float:
    """The share of characters that two digit strings have in common, in order from both ends."""
    shorter, longer = sorted((len(one), len(other)))
    head = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), shorter)
    tail = next((n for n, (a, b) in enumerate(zip(one[::-1], other[::-1], strict=False)) if a != b), shorter)
    return min(head + tail, shorter) / max(longer, 1)
