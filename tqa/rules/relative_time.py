"""Time seen from another time, turned round: the next day for 前日, the fifth in a row for 5年ぶり.

Bad: 5年ぶりに優勝した。 ⇒ They won for the ⟦fifth year in a row⟧.
Bad: 前日に会っていた。 ⇒ They had met ⟦the following day⟧.
Bad: 生産は前月比2%増えた。 ⇒ Output rose 2 percent ⟦from a year earlier⟧.
Good: 5年ぶりに優勝した。 ⇒ They won for the first time in five years.
Good: 前日に会っていた。 ⇒ They had met the day before.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqa.lang.values.describe import describe
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._values import meant

RULE = Rule(
    id="relative-time",
    summary="a relative time turned round",
    severity="major",
    category="accuracy/mistranslation/date",
    needs="pair",
    lang="any",
)
_SPANS = {"day", "week", "month", "quarter", "year"}
_COMPARED = ("year_on_year", "month_on_month", "quarter_on_quarter", "week_on_week", "day_on_day")
_SEASONS = ("spring", "summer", "autumn", "winter")
_OPPOSITES = (
    *((f"previous_{unit}", f"next_{unit}") for unit in ("day", "week", "month", "year")),
    *((f"last_{unit}", f"coming_{unit}") for unit in ("week", "month", "year", "fiscal_year")),
    *((f"this_{unit}", f"{way}_{unit}")
      for unit in ("week", "month", "year", "fiscal_year", *_SEASONS) for way in ("last", "coming")),
    *((f"last_{season}", f"coming_{season}") for season in _SEASONS),
    ("yesterday", "tomorrow"), ("today", "tomorrow"), ("today", "yesterday"),
)  # fmt: skip


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or not segment.source.string or not segment.target.string:
        return
    for one, other in _turned(segment):
        source = segment.source.string[one.start : one.end]
        message = f"{meant(source, one)}; the translation has {describe(other)}"
        yield Problem(segment, other.start, other.end, message, source=(one.start, one.end))


def _turned(segment: Segment) -> Iterator[tuple[Any, Any]]:
    """(source, target) pairs that say the contrary, where neither side says the other thing as well."""
    assert segment.source is not None
    ours = {one.key: one for one in segment.source.lang.relatives(segment.source.string)}
    if not ours:
        return
    theirs = {other.key: other for other in segment.target.lang.relatives(segment.target.string)}
    for one, other in _contrary():
        if one in ours and other in theirs and one not in theirs and other not in ours:
            yield ours[one], theirs[other]
    yield from _compared(ours, theirs)
    yield from _repeated(ours, theirs)
    yield from _counted(ours, theirs)
    if "ago" in ours and "ago" not in theirs:
        yield from _dated(ours["ago"], segment)


def _contrary() -> Iterator[tuple[str, str]]:
    for one, other in _OPPOSITES:
        yield one, other
        yield other, one


def _compared(ours: dict[str, Any], theirs: dict[str, Any]) -> Iterator[tuple[Any, Any]]:
    """前月比 and "from a year earlier", where each side compares with one period only."""
    here, there = [key for key in _COMPARED if key in ours], [key for key in _COMPARED if key in theirs]
    if len(here) == len(there) == 1 and here != there:
        yield ours[here[0]], theirs[there[0]]


def _repeated(ours: dict[str, Any], theirs: dict[str, Any]) -> Iterator[tuple[Any, Any]]:
    """5年ぶり and "a fifth straight year": the first time in so many, and so many times in a row."""
    for one, other in (("first_in", "straight"), ("straight", "first_in")):
        if one in ours and other in theirs and one not in theirs and other not in ours:
            if ours[one].n == theirs[other].n:
                yield ours[one], theirs[other]


def _counted(ours: dict[str, Any], theirs: dict[str, Any]) -> Iterator[tuple[Any, Any]]:
    """11年連続 and "the 11th consecutive month": the number of the source, of something else."""
    for key in ("first_in", "straight"):
        one, other = ours.get(key), theirs.get(key)
        if one and other and one.n and one.n == other.n and one.unit != other.unit and {one.unit, other.unit} <= _SPANS:
            yield one, other


def _dated(one: Any, segment: Segment) -> Iterator[tuple[Any, Any]]:
    """10日前 and "on the 10th"."""
    if one.unit != "day" or one.n is None or segment.source is None:
        return
    if any(date.day == one.n for date in segment.source.dates):
        return
    for date in segment.target.dates:
        if date.day == one.n and date.kind in ("date", "day"):
            yield one, date
