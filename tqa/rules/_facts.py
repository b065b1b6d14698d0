"""The values of a segment's sides, read once."""

from __future__ import annotations

from typing import Any

from tqa.lang.values import Date
from tqa.model import Segment, Side
from tqa.rules import Context


def facts(side: Side | None) -> list[Any]:
    """The values of a side that a translation must keep, in order."""
    if side is None or not side.string:
        return []
    found: list[Any] = [number for number in side.numbers if not side.is_protected(number.start, number.end)]
    found += [date for span in side.dates if span.kind not in ("weekday", "old") for date in _ends(span)]
    found += [time for time in side.times if time.minutes is not None]
    return sorted(found, key=lambda value: (value.start, value.end))


def _ends(date: Date) -> list[Date]:
    """A span of years states two years; 1838-1848 may well have one of them right."""
    if date.kind != "year" or date.last is None or date.year is None:
        return [date]
    return [date._replace(last=None), date._replace(year=date.last, last=None)]


def facts_of(segment: Segment, side: str, context: Context) -> list[Any]:
    """The values of a segment's side ("source" or "target"), read once."""
    return context.remember((side, segment.index), lambda: facts(getattr(segment, side)))


def around(segment: Segment, side: str, context: Context, reach: int = 1) -> list[Any]:
    """The values of a side in the segment and in so many before and after."""
    return [value for other in context.near(segment, reach) for value in facts_of(other, side, context)]
