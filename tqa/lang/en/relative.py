"""Relative time in English: year on year, the first in five years, a third straight, the next day, 10 days ago."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tqa.lang.en.numerals import ORDINALS, SMALL
from tqa.lang.fold import fold
from tqa.lang.values import Relative

# The keys are those of tqa.lang.ja.relative.
_WORDS: dict[str, str] = {
    r"year[- ](?:on|over)[- ]year|from (?:a year|the (?:previous|same (?:period|month"
    r"|quarter)(?: (?:of )?(?:the )?(?:previous|last))?) year|one year) (?:earlier|ago|before)"
    r"|from the (?:previous|same (?:period|month|quarter) (?:of )?(?:the )?(?:previous|last|a)) year"
    r"|compared (?:with|to) (?:the )?(?:same \w+ )?(?:a|last|the previous|of the previous) year(?: (?:earlier|ago))?"
    r"|on the year": "year_on_year",
    r"month[- ](?:on|over)[- ]month|from (?:the previous|a) month(?: (?:earlier|before))?"
    r"|on the month": "month_on_month",
    r"quarter[- ](?:on|over)[- ]quarter|from the (?:previous|preceding|prior) quarter"
    r"|from (?:three months|a quarter) earlier": "quarter_on_quarter",
    r"week[- ](?:on|over)[- ]week|from (?:the previous|a) week(?: earlier)?": "week_on_week",
    r"annualized|at an annual rate": "annualized",
    r"the (?:previous|preceding) day|the day before(?! yesterday)": "previous_day",
    r"the (?:next|following) day|the day after(?! tomorrow)": "next_day",
    r"(?:the|that) same day|that day": "same_day",
    r"two days later": "two_days_later", r"two days earlier": "two_days_earlier",
    r"the (?:night before|previous night)": "previous_night", r"the (?:next|following) morning": "next_morning",
    r"the (?:next|following) week": "next_week",
    r"the (?:previous|preceding) week|the week before(?! last)": "previous_week",
    r"the (?:next|following) month": "next_month", r"the (?:previous|preceding) month": "previous_month",
    r"the same month": "same_month", r"the (?:next|following) year": "next_year",
    r"the (?:previous|preceding) year|the year before(?! last)|the prior year": "previous_year",
    r"(?:the|that) same year": "same_year",
    r"the day before yesterday": "day_before_yesterday", r"the day after tomorrow": "day_after_tomorrow",
    r"yesterday": "yesterday", r"tomorrow": "tomorrow", r"today": "today",
    r"last week": "last_week", r"this week": "this_week", r"next week": "coming_week",
    r"the week after next": "week_after_next", r"the week before last": "week_before_last",
    r"last month": "last_month", r"this month": "this_month", r"next month": "coming_month",
    r"the month after next": "month_after_next", r"the month before last": "month_before_last",
    r"last year": "last_year", r"this year": "this_year", r"next year": "coming_year",
    r"the year after next": "year_after_next", r"the year before last|two years ago": "year_before_last",
    r"last fiscal year": "last_fiscal_year", r"(?:this|the current) fiscal year": "this_fiscal_year",
    r"(?:next|the coming) fiscal year": "coming_fiscal_year", r"last night": "last_night",
    r"(?:by|before) the end of the (?:calendar )?year|within the year": "within_year",
    r"(?:the )?end of the (?:calendar )?year|year[- ]end": "end_of_year",
    r"early next year": "start_of_year", r"early next week": "start_of_week",
    r"last spring": "last_spring", r"this spring": "this_spring", r"next spring": "coming_spring",
    r"last summer": "last_summer", r"this summer": "this_summer", r"next summer": "coming_summer",
    r"last (?:autumn|fall)": "last_autumn", r"this (?:autumn|fall)": "this_autumn",
    r"next (?:autumn|fall)": "coming_autumn",
    r"last winter": "last_winter", r"this winter": "this_winter",
}  # fmt: skip
_UNITS = (
    r"years?|months?|weeks?|days?|hours?|minutes?|quarters?|centur(?:y|ies)|decades?"
    r"|seasons?|games?|tournaments?|terms?|times?|wins?|losses|victories|defeats"
)


@cache
def _pattern() -> re.Pattern[str]:
    number = "|".join(sorted(SMALL, key=len, reverse=True))
    nth = "|".join(sorted(ORDINALS, key=len, reverse=True))
    words = "|".join(f"(?P<k{i}>{p})" for i, p in enumerate(_WORDS))
    count = rf"\d{{1,4}}|(?:{number})(?:-(?:{number}))?|a quarter(?: of a)?|an?|half a"
    return re.compile(
        r"\b(?i:"
        rf"(?P<first>(?:the |its |their |his |her )?first (?:[a-z]+ ){{0,3}}?(?:in|for) (?:(?:about|nearly"
        rf"|more than|almost|over|around) )?(?P<fn>{count}) (?P<fu>{_UNITS}))"
        rf"|(?P<straight>(?P<sn>{count}) (?:straight|consecutive) (?P<su>{_UNITS})"
        rf"|(?P<sn2>{count}) (?P<su2>{_UNITS}) (?:in a row|running|straight|in succession)"
        rf"|(?P<so>\d+(?:st|nd|rd|th)|{nth}) (?:straight|consecutive)(?: (?P<su3>{_UNITS}))?"
        rf"|(?P<so2>\d+(?:st|nd|rd|th)|{nth}) (?P<su4>{_UNITS}) (?:in a row|running|in succession))"
        rf"|(?P<ago>(?P<an>{count}) (?P<au>{_UNITS}) (?:ago|earlier|before))"
        rf"|(?P<later>(?P<ln>{count}) (?P<lu>{_UNITS}) (?:later|after(?:ward|wards)?\b))"
        rf"|{words})(?![a-z])"
    )


@lru_cache(maxsize=64)
def relatives(text: str) -> tuple[Relative, ...]:
    """The relative times of a text, in order.

    >>> [r[2:] for r in relatives("up year on year, the first rise in five years, a third straight term, 10 days ago")]
    [('year_on_year', None, ''), ('first_in', 5, 'year'), ('straight', 3, 'term'), ('ago', 10, 'day')]
    """
    return tuple(_relative(m) for m in _pattern().finditer(fold(text)))


def _relative(m: re.Match[str]) -> Relative:
    if m["first"]:
        return Relative(m.start(), m.end(), "first_in", *_sized(m["fn"], m["fu"]))
    if m["straight"]:
        written = m["sn"] or m["sn2"] or m["so"] or m["so2"]
        unit = m["su"] or m["su2"] or m["su3"] or m["su4"] or "time"
        return Relative(m.start(), m.end(), "straight", *_sized(written, unit))
    if m["ago"]:
        return Relative(m.start(), m.end(), "ago", *_sized(m["an"], m["au"]))
    if m["later"]:
        return Relative(m.start(), m.end(), "later", *_sized(m["ln"], m["lu"]))
    key = next(key for i, key in enumerate(_WORDS.values()) if m[f"k{i}"])
    return Relative(m.start(), m.end(), key)


def _sized(written: str, unit: str) -> tuple[int | None, str]:
    low, name = written.lower(), unit.lower()
    name = "century" if name.startswith("centur") else name.removesuffix("s")
    name = "time" if name in ("win", "losse", "victorie", "defeat") else name
    factor, name = (10, "year") if name == "decade" else (1, name)
    digits = re.match(r"\d+", low)
    if digits:
        return int(digits[0]) * factor, name
    if low.startswith("a quarter"):
        return (25, "year") if name == "century" else (None, name)
    if low.startswith("half"):
        return (5, "year") if factor == 10 else (50, "year") if name == "century" else (None, name)
    if low in ("a", "an"):
        return factor, name
    if low in ORDINALS:
        return ORDINALS[low] * factor, name
    tens, _, one = low.partition("-")
    return (SMALL[tens] + SMALL.get(one, 0)) * factor, name
