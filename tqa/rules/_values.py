"""Values of both sides of a segment: which agree, which contradict each other, which stand alone.

Values are compared, not strings. A value of one side agrees if any value of the other side is equal to it; only then are
the rest looked at. What has an equal value in the neighbouring segments has moved, and is no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from tqa.lang import values
from tqa.lang.values import Date, Number, Time
from tqa.model import Problem, Segment, Side
from tqa.rules import Context

Value = Number | Date | Time
_COUNTED = {"", "person", "times"}  # units that a translation may leave unsaid
_SMALL = 2  # ones and twos turn into articles, "both" and "a couple": they are never missed


class Clash(NamedTuple):
    """A value of the source and the one of the target that stands in its place."""

    source: Any
    target: Any


class Comparison(NamedTuple):
    """What a segment's values come to: pairs that agree, pairs that clash, and what stands alone."""

    equal: tuple[Clash, ...]
    clashes: tuple[Clash, ...]
    missing: tuple[Any, ...]
    added: tuple[Any, ...]


def compare(segment: Segment, context: Context) -> Comparison:
    """The comparison of a segment, made once."""
    return context.remember(("values", segment.index), lambda: _compare(segment, context))


def clashes(segment: Segment, context: Context, kind: type) -> Iterator[Clash]:
    """The contradictions of a segment whose source value is of a type."""
    return (clash for clash in compare(segment, context).clashes if isinstance(clash.source, kind))


def facts(side: Side | None) -> list[Any]:
    """The values of a side that a translation must keep, in order."""
    if side is None or not side.string:
        return []
    found: list[Any] = [number for number in side.numbers if not side.is_protected(number.start, number.end)]
    found += [date for span in side.dates if span.kind not in ("weekday", "half") for date in _ends(span)]
    found += [time for time in side.times if time.minutes is not None]
    return sorted(found, key=lambda value: (value.start, value.end))


def _ends(date: Date) -> list[Date]:
    """A span of years states two years; 1838-1848 may well have one of them right."""
    if date.kind != "year" or date.last is None or date.year is None:
        return [date]
    return [date._replace(last=None), date._replace(year=date.last, last=None)]


def _facts(segment: Segment, side: str, context: Context) -> list[Any]:
    return context.remember((side, segment.index), lambda: facts(getattr(segment, side)))


def _compare(segment: Segment, context: Context) -> Comparison:
    if segment.source is None or not segment.source.string or not segment.target.string:
        return Comparison((), (), (), ())
    ours, theirs = _facts(segment, "source", context), _facts(segment, "target", context)
    equal = tuple(Clash(one, other) for one in ours for other in theirs if _agree(one, other))
    left = [one for one in ours if _counts(one) and not _stated(one, theirs)]
    right = [other for other in theirs if _counts(other) and not _stated(other, ours)]
    if not left and not right:
        return Comparison(equal, (), (), ())
    near = context.segments[max(segment.index - 1, 0) : segment.index + 2]
    left = [one for one in left if not _stated(one, [v for s in near for v in _facts(s, "target", context)])]
    right = [other for other in right if not _stated(other, [v for s in near for v in _facts(s, "source", context)])]
    spare = [one for one in _surplus(ours, theirs) if one not in left] if right else []
    pairs = tuple(_pairs(left + spare, right))
    used = {id(value) for pair in pairs for value in pair}
    return Comparison(
        equal, pairs, tuple(v for v in left if id(v) not in used), tuple(v for v in right if id(v) not in used)
    )


def _surplus(ours: list[Any], theirs: list[Any]) -> list[Any]:
    """Plain numbers that the source says oftener than the target: one of them may have become another."""
    found = []
    for one in ours:
        if isinstance(one, Number) and one.kind == "count" and _counts(one):
            same = [other for other in ours if isinstance(other, Number) and other[2:5] == one[2:5]]
            if len(same) == 1 + sum(isinstance(other, Number) and values.equal(one, other) for other in theirs):
                found.extend(same[-1:] if one is same[0] and len(same) > 1 else [])
    return found


def _counts(value: Any) -> bool:
    """True for values that may be asked for; codes and vague numbers only satisfy."""
    return not (isinstance(value, Number) and value.kind in ("code", "vague"))


def _agree(one: Any, other: Any) -> bool:
    if isinstance(one, Number) and isinstance(other, Number):
        return values.equal(one, other) or _decade(one, other) or _decade(other, one)
    if isinstance(one, Date) and isinstance(other, Date):
        return bool(set(_figures(one)) & set(_figures(other))) and not _conflict(one, other)
    return isinstance(one, Time) and isinstance(other, Time) and _same_time(one, other)


def _conflict(one: Date, other: Date) -> bool:
    """A contradiction of dates, those of the old calendar included: the rule tells which they are."""
    return values.date_conflict(one._replace(era=""), other._replace(era=""))


def _decade(one: Number, other: Number) -> bool:
    """50、60代 and "50s": the first of several decades says only where it begins."""
    return one.low == other.low and one.low % 10 == 0 and other.high == other.low + 9


def _same_time(one: Time, other: Time) -> bool:
    if one.minutes is None or other.minutes is None:
        return True
    return one.minutes == other.minutes or ((one.half or other.half) and (one.minutes - other.minutes) % 720 == 0)


def _figures(date: Date) -> Iterator[int]:
    for value in (date.year, date.month, date.day, date.last):
        if value is not None:
            yield value


def _stated(value: Any, there: Iterable[Any]) -> bool:
    """True if the other side says the value, as whatever it says it."""
    there = list(there)
    if any(_agree(value, other) and _covers(other, value) for other in there):
        return True
    dated = [other for other in there if isinstance(other, Date)]
    figures = {figure for other in dated if not _swapped(value, other) for figure in _figures(other)}
    plain = {amount for other in there if isinstance(other, Number) for amount in (other.low, other.high)}
    if isinstance(value, Number):
        return value.low in figures or value.high in figures
    if isinstance(value, Date):
        rest = [figure for figure in (value.month, value.day, value.last) if figure is not None]
        years = {year for other in dated for year in (other.year, other.last) if year is not None}
        return _year_stated(value.year, years, plain) and all(figure in figures | plain for figure in rest)
    clock = {other.minutes % 720 for other in there if isinstance(other, Time) and other.minutes is not None}
    return value.minutes % 720 in clock or value.minutes // 60 in plain or value.minutes // 60 % 12 in plain


def _swapped(one: Any, other: Date) -> bool:
    """True for the same figures in other places: October 9 for September 10."""
    if not isinstance(one, Date) or not _conflict(one, other):
        return False
    return sorted(_figures(one)) == sorted(_figures(other))


def _covers(date: Any, other: Any) -> bool:
    """True unless both are dates and the second says a part that the first leaves open."""
    if not (isinstance(date, Date) and isinstance(other, Date)):
        return True
    return all(getattr(date, part) is not None or getattr(other, part) is None for part in ("year", "month", "day"))


def _year_stated(year: int | None, years: set[int], plain: set[Any]) -> bool:
    """True if the other side says the year; a short year (22年) meets its full form."""
    if year is None or year in years or year in plain:
        return True
    if year < 100:
        return any(other > 999 and other % 100 == year for other in years)
    return year > 999 and year % 100 in years


def _pairs(left: list[Any], right: list[Any]) -> Iterator[Clash]:
    """Leftovers that stand in each other's place: the most alike first, then those alone of their kind."""
    ranked = sorted(
        ((_likeness(one, other), n, m, one, other) for n, one in enumerate(left) for m, other in enumerate(right)),
        key=lambda row: (-row[0], abs(row[1] - row[2]), row[1], row[2]),
    )
    used: set[int] = set()
    for likeness, _, _, one, other in ranked:
        if likeness and id(one) not in used and id(other) not in used:
            used.update((id(one), id(other)))
            yield Clash(one, other)


def _likeness(one: Any, other: Any) -> float:
    """How surely two different values stand for each other; 0 if they cannot."""
    if isinstance(one, Number) and isinstance(other, Number):
        return _number_likeness(one, other)
    if isinstance(one, Date) and isinstance(other, Date):
        pairs = [(getattr(one, part), getattr(other, part)) for part in ("year", "month", "day")]
        both = [(x, y) for x, y in pairs if x is not None and y is not None]
        return 1 + sum(x == y for x, y in both) + sum(_alike(str(x), str(y)) for x, y in both) if both else 0
    if isinstance(one, Time) and isinstance(other, Time):
        return 1
    date, number = (one, other) if isinstance(one, Date) else (other, one)
    if isinstance(date, Date) and isinstance(number, Number) and number.unit == "year" and date.kind == "year":
        return _alike(str(date.year), str(number.low)) if number.low >= 100 else 0
    if isinstance(date, Date) and isinstance(number, Number) and not number.unit:
        last = date.day or date.month or date.year  # "Tuesday, the 25th" for 28日; a bare "983" for 984年
        return _alike(str(last), str(number.low)) if number.kind in ("ordinal", "count") else 0
    return 0


def _number_likeness(one: Number, other: Number) -> float:
    if (one.low <= 1 or other.low <= 1) and one.kind != "ratio":
        return 0  # 一つ, first, "one of": too many ways to come and go
    if isinstance(one.low, int) and isinstance(other.low, int) and values.scale_slip(one, other):
        return 4 if one.unit == other.unit or min(one.low, other.low) >= 10 else 0
    if values.unit_conflict(one, other):
        return 3
    if not values.comparable(one, other):
        return 0
    same = one.unit == other.unit
    ordinals = (one.kind == "ordinal") + (other.kind == "ordinal")
    alike = _alike(str(one.low), str(other.low))
    if ordinals == 1 and alike < 0.5 or not same and {one.unit, other.unit} - _COUNTED and alike < 0.5:
        return 0
    return 2 * same + alike + 0.1


def _alike(one: str, other: str) -> float:
    """The share of characters that two digit strings have in common, in order from both ends."""
    shorter, longer = sorted((len(one), len(other)))
    head = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), shorter)
    tail = next((n for n, (a, b) in enumerate(zip(one[::-1], other[::-1], strict=False)) if a != b), shorter)
    return min(head + tail, shorter) / longer


def converted(clash: Clash, segment: Segment, context: Context) -> bool:
    """True if the target's date is the source's, converted from the calendar that Japan used before 1873."""
    one, other = clash
    if not (isinstance(one, Date) and isinstance(other, Date) and one.month):
        return False
    year = one.year or other.year or next(iter(_years_before(segment, context)[-1:]), None)
    if year is None or year >= 1873 or not other.month or (other.year or year) - year not in (0, 1):
        return False
    if not (one.day and other.day):
        return (other.month - one.month) % 12 in (1, 2)
    from tqa.lang import lunar

    western = (other.year or year, other.month, other.day)
    return lunar.converted((year, one.month, one.day), western)


def _years_before(segment: Segment, context: Context) -> list[int]:
    """The years that the source names here and in the segments before, nearest last."""
    before = context.segments[max(segment.index - 8, 0) : segment.index + 1]
    return [v.year for s in before for v in _facts(s, "source", context) if isinstance(v, Date) and v.year]


def small(value: Any) -> bool:
    """True for numbers that turn into words or vanish: nobody misses them."""
    return isinstance(value, Number) and value.high <= _SMALL and value.unit in ("", "person", "times")


def told(segment: Segment, clash: Clash) -> str:
    """Both sides of a contradiction for the message: 120億円 = 12,000,000,000 yen; the translation has …"""
    source = segment.source.string[clash.source.start : clash.source.end] if segment.source else ""
    return f"{source} = {values.describe(clash.source)}; the translation has {values.describe(clash.target)}"


def problem(segment: Segment, clash: Clash, message: str, severity: str = "") -> Problem:
    """A problem at the target's value, with the source's value written in the target's language."""
    return Problem(
        segment, clash.target.start, clash.target.end, message, suggestion=segment.target.lang.write(clash.source),
        source=(clash.source.start, clash.source.end), severity=severity,
    )  # fmt: skip
