"""English dates that cannot be: June 31, a weekday that the date was not, ranges that run backwards."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tqa.lang.en.closed import SHORT_DAYS
from tqa.lang.en.dates import dates
from tqa.lang.fold import fold
from tqa.lang.gated import Gated
from tqa.lang.values import DAYS, MONTHS, Date

_LENGTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

# October 51, 2022: no reader of dates takes it for one.
_NO_DAY = Gated(rf"\b(?P<month>{'|'.join(MONTHS)}) (?:3[2-9]|[4-9]\d), (?:1[89]|20)\d\d\b", "|".join(MONTHS))


class Impossible(NamedTuple):
    """A date that cannot be: its place, what is wrong, and the correction when there is only one."""

    start: int
    end: int
    message: str
    suggestion: str | None


def missing_days(text: str) -> Iterator[Impossible]:
    """June 31, February 30, and February 29 of a common year.

    >>> [i[2] for i in missing_days("February 29, 2023 and February 29, 2024")]
    ['February 2023 has 28 days']
    """
    if re.search(r"(?i)lunar|lunisolar|old calendar", text):
        return
    for match in _NO_DAY.finditer(fold(text)):
        name = match["month"]
        month = next(at for at, full in enumerate(MONTHS) if full.startswith(name[:3]))
        yield Impossible(match.start(), match.end(), f"{MONTHS[month]} has {_LENGTH[month]} days", None)
    for date in dates(text):
        if date.month is None or date.day is None or not 1 <= date.month <= 12:
            continue
        # Lunisolar months, whatever their number, may have 30 days.
        if date.year is not None and date.year < 1873:
            continue
        days = _days(date.month, date.year)
        if date.day > days:
            year = f" {date.year}" if date.month == 2 and date.year and date.day == 29 else ""
            yield Impossible(date.start, date.end, f"{MONTHS[date.month - 1]}{year} has {days} days", None)


def _days(month: int, year: int | None) -> int:
    if month == 2 and year is not None and (year % 4 or (year % 100 == 0 and year % 400)):
        return 28
    return _LENGTH[month - 1]


def wrong_weekdays(text: str) -> Iterator[Impossible]:
    """A weekday beside a full date that fell on another one (Gregorian, from 1873 on).

    >>> [i[2:] for i in wrong_weekdays("on Wednesday, July 8, 2022")]
    [('July 8, 2022 was a Friday', 'Friday')]
    """
    for date in dates(text):
        if date.weekday is None or not (date.year and date.month and date.day) or date.year < 1873:
            continue
        if date.day > _days(date.month, date.year):
            continue
        actual = weekday(date.year, date.month, date.day)
        if actual == date.weekday:
            continue
        name = re.search(rf"(?:{'|'.join(SHORT_DAYS)})[a-z]*", text[date.start : date.end])
        if name is None:
            continue
        start = date.start + name.start()
        right = DAYS[actual] if name[0].endswith("day") else DAYS[actual][:3]
        said = f"{MONTHS[date.month - 1]} {date.day}, {date.year} was a {DAYS[actual]}"
        yield Impossible(start, start + len(name[0]), said, right)


def weekday(year: int, month: int, day: int) -> int:
    """The weekday of a Gregorian date, 0 = Monday (Zeller's congruence).

    >>> weekday(2022, 7, 8)
    4
    """
    if month < 3:
        year, month = year - 1, month + 12
    return (day + 13 * (month + 1) // 5 + year + year // 4 - year // 100 + year // 400 + 5) % 7


_YEAR = r"(?:1[5-9]|20)\d{2}"
_YEARS = (
    Gated(
        rf"(?<![\w.,$/#-])(?P<a>{_YEAR})(?P<to>-)(?P<b>{_YEAR})(?![\w%,/]*\d|-|\s?(?:yen|people|dollars|m\b|km))",
        "|".join(f"{digit}-{century}" for digit in range(10) for century in (1, 2)),
    ),
    Gated(
        rf"\b[Ff]rom (?P<a>{_YEAR}) (?P<to>to|until|through) (?P<b>{_YEAR})(?![\w,.%]*\d|\s?(?:%|[a-z]+s\b))",
        "rom 1|rom 2",
    ),
)


def reversed_ranges(text: str) -> Iterator[Impossible]:
    """Ranges of days or years that end before they begin; B.C. years and phone numbers are left alone.

    >>> [i[3] for i in reversed_ranges("from May 2 to May 9, 2022; 2012-2015; call 2015-2012 ext. 3")]
    []
    """
    folded = fold(text)
    yield from _reversed_days(text, folded)
    for m in (m for years in _YEARS for m in years.finditer(folded)):
        first, last = int(m["a"]), int(m["b"])
        around = folded[max(0, m.start() - 24) : m.end() + 12]
        if last >= first or re.search(r"(?i)B\.?C|tel|call|phone|fax|ext\.|ISBN|ISSN|No\.|patent|[(]\d+[)]", around):
            continue
        turned = f"{last}-{first}" if m["to"] == "-" else f"{last} {m['to']} {first}"
        yield Impossible(m.start("a"), m.end("b"), f"the range runs backwards: {first} to {last}", turned)


def _reversed_days(text: str, folded: str) -> Iterator[Impossible]:
    found = [d for d in dates(text) if d.month and d.kind in ("date", "month")]
    for first, last in pairwise(found):
        between = folded[first.end : last.start]
        if not re.fullmatch(r"\s?(?:to|until|till|through|-)\s?(?:the )?", between):
            continue
        opened = re.search(r"(?i:\bfrom|\bbetween|[(:])\s*(?:\w+day,? )?\Z", folded[: first.start])
        if between.strip() != "-" and not opened:
            continue
        if _backwards(first, last):
            names = [f"{MONTHS[d.month - 1]}{f' {d.day}' if d.day else ''}" for d in (first, last) if d.month]
            yield Impossible(first.start, last.end, f"the range runs backwards: {' to '.join(names)}", None)


def _backwards(first: Date, last: Date) -> bool:
    """Whether the second date is surely before the first: same month and year, or full dates."""
    if first.year is not None and last.year is not None:
        one, other = (first.year, first.month or 0), (last.year, last.month or 0)
        if one != other:
            return one > other
    elif first.month != last.month:  # from November 9 to May 2: into the next year
        return False
    if first.year is not None and last.year is None:
        return False
    return bool(first.day and last.day and first.day > last.day)
