"""Days of the calendar that Japan used before 1873, which English may give as the Western days that they were."""

from __future__ import annotations

from typing import Any

from tqa.lang.values import Date, Number
from tqa.model import Segment
from tqa.rules import Context
from tqa.rules._facts import around, facts_of

_SLIP = 3  # days; a date so near another is rather that, misspelt
_NEAR = 8  # segments before and after whose years tell when an undated day is


def unconverted(left: list[Any], right: list[Any], segment: Segment, context: Context) -> tuple[list[Any], list[Any]]:
    """What is left when dates of the old calendar have met the Western dates that they are."""
    if not any(isinstance(one, Date) and (one.month or one.day) for one in left):
        return left, right
    if moved := _moved_on(left, right):
        return [one for one in left if one not in moved], [other for other in right if other not in moved]
    years = _years_of(segment, context)
    old = [year for year in years if year < 1873]
    if years and not old and not (segment.source is not None and "旧暦" in segment.source.string):
        return left, right
    if not years and not context.remember("of old", lambda: _of_old(context)):
        return left, right
    there = facts_of(segment, "target", context)
    met = [(one, other) for one in left for other in there if _converted(one, other, old)]
    used = {id(value) for pair in met for value in pair}
    right = [other for other in right if not (isinstance(other, Number) and other.kind == "ordinal")]  # on the 29th
    return [v for v in left if id(v) not in used], [v for v in right if id(v) not in used]


def _moved_on(left: list[Any], right: list[Any]) -> list[Any]:
    """The months of both sides where several are each a month later, as the old calendar's are: 4月～7月, May to August."""
    ours, theirs = ([one for one in side if isinstance(one, Date) and one.kind == "month"] for side in (left, right))
    if any((one.year or 0) >= 1873 for one in ours):
        return []
    later = {((other.month or 0) - (one.month or 0)) % 12 for one, other in zip(ours, theirs, strict=False)}
    return [*ours, *theirs] if len(ours) == len(theirs) > 1 and later == {1} else []


def _of_old(context: Context) -> bool:
    from tqa.lang.values import lunar

    sides = [side for segment in context.segments for side in (segment.source, segment.target) if side]
    return lunar.of_old(side.string for side in sides)


def _years_of(segment: Segment, context: Context) -> list[int]:
    """The years that either side names in the segment, else around it, else anywhere; what the source counts (2000騎)
    is no year in the target: 2000 of the samurai."""
    for reach in (0, _NEAR, len(context.segments)):
        ours = around(segment, "source", context, reach)
        counted = {one.low for one in ours if isinstance(one, Number)}
        named = {*_years(ours), *(set(_years(around(segment, "target", context, reach))) - counted)}
        if named:
            return sorted(named)
    return []


def _years(found: list[Any]) -> list[int]:
    return [value.year for value in found if isinstance(value, Date) and value.year and value.year > 100]


def _converted(one: Any, other: Any, years: list[int]) -> bool:
    """True if the target's date can be the source's, converted from the calendar that Japan used before 1873."""
    if not (isinstance(one, Date) and isinstance(other, Date) and (one.month or one.day) and other.month):
        return False
    from tqa.lang.values import lunar

    ours, theirs = _day(one), _day(other)
    if one.era in ("", "西暦") and ours and theirs and lunar.same_day(ours, theirs):
        return True
    if one.era == "西暦":  # the source gives both dates, and this is the Western one
        return False
    known = one.year if one.year and one.year > 100 else None
    if known and (known >= 1873 or (other.year and other.year - known not in (0, 1))):
        return False
    if not (one.day and other.day):
        wraps = other.month < (one.month or 0)
        if known and other.year and other.year - known != wraps:
            return False
        return bool(one.month) and (other.month - (one.month or 0)) % 12 in (1, 2)
    if not one.year and one.month and not other.year and lunar.behind((one.month, one.day), (other.month, other.day)):
        return True
    if not (one.month or one.year or other.year or years):  # the 28th of nobody knows which old month
        return True
    months = [one.month] if one.month else [(other.month - back - 1) % 12 + 1 for back in (0, 1, 2)]
    for year in [known] if known else years if not other.year else [other.year, other.year - 1]:
        for month in months:
            for western in [other.year] if other.year else [year, year + 1]:
                if lunar.converted((year, month, one.day), (western, other.month, other.day)):
                    return True
    return False


def better_reckoned(old: Date, left: list[Any], right: list[Any]) -> tuple[list[Any], list[Any]]:
    """What is left where a source gives a day of the old calendar and a Western one that it is not, and the translation
    the one that it is."""
    from tqa.lang.values import lunar

    before = _day(old)
    for one in left if before else ():
        for other in right:
            ours, theirs = _day(one), _day(other)
            if not (before and ours and theirs):
                continue
            apart = abs(lunar.day_number(*ours) - lunar.day_number(*theirs))
            if apart > _SLIP and lunar.converted(before, theirs) and not lunar.converted(before, ours):
                return [v for v in left if v is not one], [v for v in right if v is not other]
    return left, right


def _day(value: Any) -> tuple[int, int, int] | None:
    """Year, month and day of a date that has all three."""
    if isinstance(value, Date) and value.year and value.month and value.day:
        return value.year, value.month, value.day
    return None
