"""Dates of English text; clock times are in `times`, relative ones in `relative`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from tqa.lang.en.closed import DAYS, MONTHS, ORDINALS
from tqa.lang.en.date_patterns import matches
from tqa.lang.fold import fold
from tqa.lang.values import Date
from tqa.lang.values.eras import ROMANISED

_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}


@cache
def _before_month() -> re.Pattern[str]:
    return re.compile(
        r"(?i:\b(?:in|of|by|since|until|till|from|to|early|late|mid|last|next|this|during|and|through|on|for"
        r"|every|each)[ -]\Z)"
    )


_PARTS = {"early": "early", "late": "late", "mid": "mid", "middle": "mid", "the end of": "end", "the end of the": "end",
          "the beginning of": "early"}  # fmt: skip


@lru_cache(maxsize=64)
def dates(text: str) -> tuple[Date, ...]:
    """The dates of a text, in order; unknown parts are None, bare years are candidates of kind 'year'.

    >>> [d[2:7] for d in dates("Friday, July 8, 2022, and fiscal 2019")]
    [(2022, 7, 8, 4, 'date'), (2019, None, None, None, 'fiscal_year')]
    >>> [(d.year, d.last, d.kind, d.part) for d in dates("in the late 1990s")]
    [(1990, 1999, 'decade', 'late')]
    """
    return tuple(_dates(fold(text)))


def _dates(text: str) -> Iterator[Date]:
    for m in matches(text):
        found = _READERS[m.lastgroup or ""](m)
        if found is not None:
            yield found
            if m.lastgroup == "mdy" and m["de"]:  # May 9 to 12, 2022
                yield Date(m.start("de"), m.end("de"), found.year, found.month, int(m["de"]))
            elif m.lastgroup == "cent" and m["c2"]:
                number = int(m["c2"])
                yield found._replace(year=number * 100 - 99, last=number * 100)


def _int(text: str | None) -> int | None:
    return int(text) if text else None


def _month(name: str) -> int:
    return [month[:3] for month in MONTHS].index(name[:3].lower()) + 1


def _weekday(*names: str | None) -> int | None:
    written = next((name for name in names if name), None)
    return [day[:3] for day in DAYS].index(written[:3].lower()) if written else None


def _part(text: str | None) -> str:
    return _PARTS.get((text or "").lower(), "")


def _day(m: re.Match[str], year: int | None, month: int, day: int | None, weekday: int | None = None) -> Date | None:
    if day is not None and not 1 <= day <= 31:
        return None
    if year and re.match(r"\s?B\.?C", m.string[m.end() : m.end() + 4]):
        year = -year
    return Date(m.start(), m.end(), year, month, day, weekday, "date" if day else "month")


def _mdy(m: re.Match[str]) -> Date | None:
    return _day(m, _int(m["y1"]), _month(m["m1"]), int(m["d1"]), _weekday(m["w1"], m["w1b"], m["w1c"]))


def _dmy(m: re.Match[str]) -> Date | None:
    return _day(m, _int(m["y2"]), _month(m["m2"]), int(m["d2"]), _weekday(m["w2"]))


def _ymd(m: re.Match[str]) -> Date | None:
    return _day(m, int(m["y5"]), _month(m["m5"]), _int(m["d5"]))


def _lunar(m: re.Match[str]) -> Date | None:
    """the 4th day of the 7th month of 1468: a date left in the old calendar."""
    month = _nth(m["lm"])
    return _day(m, _int(m["ly"]), month, _nth(m["ld"])) if 1 <= month <= 12 else None


def _day_of_month(m: re.Match[str]) -> Date | None:
    return Date(m.start(), m.end(), day=int(m["nd"])) if 1 <= int(m["nd"]) <= 31 else None


def _weekday_nth(m: re.Match[str]) -> Date:
    """Saturday the 7th."""
    return Date(m.start(), m.end(), day=int(m["d3"]), weekday=_weekday(m["w3"]))


def _nth(written: str) -> int:
    word = written.lower().replace(" ", "-")
    if word[0].isdecimal():
        return int(word[:-2])
    tens, _, one = word.rpartition("-")
    if tens:
        return (20 if tens == "twenty" else 30) + ORDINALS.index(one) + 1
    return 30 if word == "thirtieth" else ORDINALS.index(word) + 1


def _my(m: re.Match[str]) -> Date | None:
    found = _day(m, int(m["y3"]), _month(m["m3"]), None)
    return found._replace(part=_part(m["p3"])) if found else None


def _bare_month(m: re.Match[str]) -> Date | None:
    """A month alone; "May" and "March" begin sentences as words, so they need a preposition or an end before a stop."""
    name = m["m4"]
    before = m.string[max(0, m.start("m4") - 12) : m.start("m4")]
    if name in ("May", "March", "Mar", "Jan", "Dec", "Mar.") or len(name.rstrip(".")) == 3:
        if not _before_month().search(before):
            return None
    found = _day(m, None, _month(name), None)
    return found._replace(part=_part(m["p4"])) if found else None


def _iso(m: re.Match[str]) -> Date | None:
    month = int(m["im"])
    return _day(m, int(m["iy"]), month, int(m["id"])) if 1 <= month <= 12 else None


def _slash(m: re.Match[str]) -> Date | None:
    first, second = int(m["sa"]), int(m["sb"])
    month, day = (first, second) if first <= 12 else (second, first)
    return _day(m, int(m["sy"]), month, day) if 1 <= month <= 12 else None


def _month_day(m: re.Match[str]) -> Date | None:
    """12/19 (Sat), until 2/10: a date where a weekday, a word of time or the day itself says that it is no fraction."""
    month, day = int(m["xm"]), int(m["xd"])
    before = re.search(r"(?i:\b(?:on|until|till|since|starting|from|by|before|after)\s)\Z", m.string[: m.start()])
    sure = before and (day > 5 or before[0][:2].lower() in ("on", "un", "ti", "si", "st"))
    if m["xw"] or sure or (month > 1 and day > 12 and day not in (16, 20)):
        return _day(m, None, month, day, _weekday(m["xw"]))
    return None


def _fy(m: re.Match[str]) -> Date:
    year = int(m["fy1"] or m["fy3"])
    year += 2000 if year < 100 else 0
    last = _int(m["fy2"])
    if last is not None:
        last += year // 100 * 100 if last < 100 else 0
    return Date(m.start(), m.end(), year, kind="fiscal_year", last=last if last and last > year + 1 else None)


def _ended(m: re.Match[str]) -> Date:
    return Date(m.start(), m.end(), _int(m["ey"]), _month(m["emonth"]), kind="period_end")


def _months(m: re.Match[str]) -> Date:
    first, last = _month(m["ra"]), _month(m["rb"])
    length = (last - first) % 12 + 1
    kind = {3: "quarter", 6: "half"}.get(length, "month")
    return Date(m.start(), m.end(), _int(m["ry"]), first, kind=kind, months=length)


def _decade(m: re.Match[str]) -> Date | None:
    year = int(m["dy"].lstrip("'"))
    year += 1900 if year < 100 else 0
    size = 100 if year % 100 == 0 and year < 2000 else 10
    return Date(m.start(), m.end(), year, kind="decade", last=year + size - 1, part=_part(m["dp"]))


def _century(m: re.Match[str]) -> Date | None:
    word = m["c"].lower()
    number = ORDINALS.index(word) + 1 if word in ORDINALS else 21 if word[0] == "t" else int(word[:-2])
    if not 0 < number <= 30:
        return None
    if m["cbc"] and "B" in m["cbc"]:
        return Date(m.start(), m.end(), -number * 100, kind="century", last=-number * 100 + 99)
    return Date(m.start(), m.end(), (number - 1) * 100 + 1, kind="century", last=number * 100, part=_part(m["cp"]))


def _quarter(m: re.Match[str]) -> Date:
    number = _NTH[m["qn"].lower()] if m["qn"] else int(m["qd"] or m["qe"])
    return Date(m.start(), m.end(), _int(m["qy"]), kind="quarter", part=str(number))


def _era(m: re.Match[str]) -> Date:
    return Date(m.start(), m.end(), ROMANISED[m["name"]] + int(m["ny"]) - 1, kind="year")


def _half(m: re.Match[str]) -> Date:
    part = "first" if m["hn"].lower() in ("first", "former", "1st") else "second"
    return Date(m.start(), m.end(), _int(m["hy"]), kind="half", part=part)


def _yspan(m: re.Match[str]) -> Date | None:
    first, last = int(m["ya"]), int(m["yb"])
    last += first // 100 * 100 if last < 100 else 0
    return Date(m.start(), m.end(), first, kind="year", last=last) if first < last <= 2200 else None


def _yspan3(m: re.Match[str]) -> Date | None:
    first, last = int(m["ya3"]), int(m["yb3"])
    return Date(m.start(), m.end(), first, kind="year", last=last) if first <= last else None


def _year(m: re.Match[str]) -> Date:
    return Date(m.start(), m.end(), int(m["yy"]), kind="year")


def _year3(m: re.Match[str]) -> Date:
    return Date(m.start(), m.end(), int(m["yt"]), kind="year")


def _bc(m: re.Match[str]) -> Date:
    sign = -1 if "B" in m[0] else 1
    return Date(m.start(), m.end(), sign * int(m["bcy"] or m["bcz"]), kind="year")


def _wday(m: re.Match[str]) -> Date:
    return Date(m.start(), m.end(), weekday=_weekday(m["wday"]), kind="weekday")


_READERS = {
    "fy": _fy, "ended": _ended, "mrange": _months, "mdy": _mdy, "dmy": _dmy, "lunar": _lunar,
    "nth": _day_of_month, "wnth": _weekday_nth, "era": _era, "ymd": _ymd, "my": _my, "m": _bare_month,
    "iso": _iso, "slash": _slash, "md": _month_day, "dec": _decade, "cent": _century, "q": _quarter, "half": _half, "yspan": _yspan,
    "yspan3": _yspan3, "y": _year, "y3d": _year3, "bc": _bc, "wday": _wday,
}  # fmt: skip


@cache
def _fiscal() -> re.Pattern[str]:
    return re.compile(
        r"(?i:fiscal|financial|school|academic|business|budget|season|term\b|class of)|\bF\.?Y|April|March"
        r"|years? (?:ended|ending|through|to)\b"
    )


def is_fiscal(text: str) -> bool:
    """Whether a text says that its years are those of business or school.

    >>> is_fiscal("the 2021 school year"), is_fiscal("in 2021")
    (True, False)
    """
    return _fiscal().search(text) is not None
