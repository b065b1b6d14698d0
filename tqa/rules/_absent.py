"""Values that stand on one side only: which of them count as missing or added, and where a missing one should stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from typing import Any

from tqa.lang.en.closed import MONTHS
from tqa.lang.values import Date, Number, comparison
from tqa.lang.values.eras import first_years
from tqa.lang.values.figures import every_day, figures
from tqa.lang.values.likeness import stated
from tqa.model import Segment
from tqa.rules import Context
from tqa.rules._facts import facts_of
from tqa.rules._values import compare, mended, written_anywhere

_FIRM = ("money", "percent", "measure", "point")  # kinds that no translation leaves out
_FEWEST = 3  # ones and twos turn into articles, "both" and "a couple"
_WHEN = ("date", "month", "year", "fiscal_year")
_IMPERIAL = {"mi": "km", "yd": "m", "lb": "kg", "m2": "cho", "ha": "cho"}  # what キロ without more may be, and 町
_SEEN = frozenset(["later", "ago", "today", "yesterday", "tomorrow"])


def missing(segment: Segment, context: Context) -> Iterator[Any]:
    """The values of the source that must not vanish and have vanished."""
    if not segment.confident or segment.source is None:
        return
    for value in compare(segment, context).missing:
        if not _must_stay(value, segment.source.string) or written_anywhere(value, "target", context):
            continue
        written = segment.source.string[value.start : value.end]
        if any(char.isalpha() for char in written) and written in segment.target.string:
            continue  # a citation, a title
        if isinstance(value, Date) and value.era and segment.source.string.startswith(("/", "／", "・"), value.end):
            continue  # the same year in another era follows
        if _for_readers_of_yen(value, segment, context) or _every_day(value, segment.target.string):
            continue
        if not (_implied(value, segment) or _counts_a_list(value, segment.source.string)):
            if not _told_before(value, segment, context):
                yield value


def _for_readers_of_yen(value: Any, segment: Segment, context: Context) -> bool:
    """True for yen in a bracket behind an amount in another money: 3億ドル（約321億円）."""
    if not (isinstance(value, Number) and value.unit == "JPY" and segment.source):
        return False
    opening = re.search(r"[（(](?:約|およそ)?\Z", segment.source.string[: value.start])
    others = (one for one in facts_of(segment, "source", context) if getattr(one, "kind", "") == "money")
    return opening is not None and any(one.unit != "JPY" and one.end == opening.start() for one in others)


def _every_day(value: Any, target: str) -> bool:
    """True for 365日 where the translation says that it is every day."""
    days = isinstance(value, Number) and value.kind == "duration" and value.unit == "day" and value.low == 365
    return days and every_day(target)


def _told_before(value: Any, segment: Segment, context: Context) -> bool:
    """True for a mere day of the month that the translation has named already: 23日 again and again in the news."""
    if isinstance(value, Date):
        day = value.day if not value.month and not value.year else None
    else:
        day = value.low if value.unit == "day" and value.kind == "duration" and value.low <= 31 else None
    before = context.segments[: segment.index] if day else ()
    return any(
        getattr(date, "day", None) == day or (getattr(date, "kind", "") == "ordinal" and getattr(date, "low", 0) == day)
        for one in before
        for date in facts_of(one, "target", context)
    )


def _must_stay(value: Any, text: str) -> bool:
    written = any(char.isdecimal() for char in text[value.start : value.end])
    if isinstance(value, Number):
        if value.kind in _FIRM:
            return written and value.low > 1
        if value.kind == "ordinal" and value.low > 1 and _of_a_series(value, text):
            return True
        bare = re.fullmatch(r"[\d,.]+", text[value.start : value.end])  # 3連単, 8の字
        counted = (
            value.kind in ("count", "age")
            or (value.kind == "duration" and _lasting(value, text))
            or (value.kind == "ordinal" and _of_a_line(value, text))
        )
        return written and value.low >= (10 if bare else _FEWEST) and counted
    if isinstance(value, Date):
        return bool(value.day) or (value.kind in _WHEN and ((value.year or 0) > 100 or bool(value.month and written)))
    return False


def _lasting(value: Number, text: str) -> bool:
    """True for 20分 and 30年間; a bare 30年 may be a year of an era, and 28日 a day of the month. No era counts 300."""
    lasts = text[: value.end].endswith("間") or text.startswith(("間", "ほど"), value.end)
    day = value.unit == "day" and text.startswith(_ON_A_DAY, value.end)
    return lasts or day or value.low >= 300 or value.unit not in ("year", "day")


_ON_A_DAY = ("に", "、", "から", "まで", "未明", "早朝", "午前", "午後", "夜", "夕")


def _of_a_series(value: Number, text: str) -> bool:
    """True for Article 182 and Volume 9 (第182条, 第9巻), the second cabinet (第2次) and the third son (三男)."""
    written = text[value.start : value.end]
    if written.endswith(("男", "女")):
        from tqa.lang.ja.tagger import tokens

        return all(token.detail != "given" for token in tokens(text) if token.start == value.start)  # 湯川三男
    return bool(re.fullmatch(r"第\d+[条項巻章節編号次回]", written))


def _of_a_line(value: Number, text: str) -> bool:
    """True for the eighth head of a house and the 15th abbot (8代目, 15世): it says which of several namesakes."""
    return text[value.start : value.end].endswith(("代", "代目", "世")) and text[value.end : value.end + 1] not in ")）"


def _implied(value: Any, segment: Segment) -> bool:
    """True where other words say it: the next day for 11日, Friday for 5日, half for 50%, a numeral nobody parsed."""
    text, target = segment.target.string, segment.target
    whole = mended(text)
    if whole != text and stated(value, [*target.lang.numbers(whole), *target.lang.dates(whole)]):
        return True
    if isinstance(value, Number):
        if value.unit == "day" and any(date.day or date.weekday is not None for date in target.dates):
            return True
        if value.unit == "year" and any(value.low - years in (-1, 0, 1) for years in _spans(target.dates)):
            return True  # 1858年から1887年までの30年間
        if _converted(value, segment):
            return True
        return value.low in figures(text) or (not value.unit and _imperial(value, target.numbers))
    if target.lang.CODE == "en" and _begun(value, target.tokens) and {value.day, value.year} - {None} <= figures(text):
        return True
    relative = _seen_from(segment.target.lang.relatives(segment.target.string), value)
    weekday = any(date.weekday is not None for date in segment.target.dates)
    return relative or (weekday and value.year is None)


def _begun(value: Date, there: Iterable[Any]) -> bool:
    """True for 8月 where a word begins like the month's name: august, Decmber, Sept."""
    start = MONTHS[(value.month or 1) - 1][:3] if value.month else "-"
    return any(word.text.lower().startswith(start) for word in there if word.capital or not value.day)


def _converted(value: Number, segment: Segment) -> bool:
    """True for 40間 in 40間（約73m） where the translation has the 73 meters."""
    source = segment.source
    opened = source and re.match(r"\s?[(（][^()（）]*[)）]", source.string[value.end :])
    if source is None or not opened:
        return False
    inner = [one for one in source.numbers if value.end < one.start < value.end + opened.end()]
    there = list(segment.target.numbers)
    return any(one.kind == "measure" for one in inner) and all(stated(one, there) for one in inner)


def _spans(dates: Iterable[Any]) -> Iterator[int]:
    """How many years lie between any two of some dates."""
    years: list[int] = [year for date in dates for year in (date.year, date.last) if year and year > 100]
    return (abs(one - other) for one, other in combinations(years, 2))


def _seen_from(found: Iterable[Any], value: Date) -> bool:
    """True if an expression says when, seen from another time; what is seen from a day says nothing of a year."""
    far = value.day is None and value.month is None
    return any(
        (one.key.startswith(("next_", "previous_", "same_", "coming_", "last_", "this_")) or one.key in _SEEN)
        and not (far and one.key.endswith(("day", "tomorrow", "_week", "_month", "morning", "evening", "night")))
        for one in found
    )


def _imperial(value: Number, there: Iterable[Number]) -> bool:
    """True for 80キロ in miles or in pounds."""
    return any(
        other.unit in _IMPERIAL and comparison.equal(value._replace(unit=_IMPERIAL[other.unit], kind="measure"), other)
        for other in there
    )


def _counts_a_list(value: Any, source: str) -> bool:
    """True for A、B、Cの3者 and あわせて7曲: who reads the list can count."""
    if not isinstance(value, Number) or value.kind != "count":
        return False
    before = source[: value.start]
    if re.search(r"(?:[合あ]わせて|計)\Z", before) or (before.endswith("と") and source[value.end :].startswith("で")):
        return True  # 両親と3人で
    return before.endswith("の") and len(re.findall(r"[、・,，と]", before)) >= value.low - 1


def added(segment: Segment, context: Context) -> Iterator[Any]:
    """The values of the target that only the source can have given, and that it has not."""
    if not segment.confident or segment.source is None:
        return
    text, source = segment.target.string, segment.source.string
    for value in compare(segment, context).added:
        if not _must_come(value) or written_anywhere(value, "source", context) or _explained(value, text, source):
            continue
        if not (isinstance(value, Date) and _day_stated(value, facts_of(segment, "source", context))):
            yield value


def _must_come(value: Any) -> bool:
    if isinstance(value, Number):
        return (value.kind in ("money", "percent") and value.low > 1) or (value.kind == "count" and value.low >= 1000)
    if isinstance(value, Date):
        return value.kind in ("date", "year") and (value.year or 0) > 100
    return False


def _explained(value: Any, text: str, source: str) -> bool:
    """True for conversions in brackets, years of 今年 and 同年, and figures that the source has in another form."""
    before = text[: value.start]
    if re.search(r"-\s?\Z", before) and re.match(r"\s?-", text[value.end :]):  # a part of a telephone number
        return True
    if before.count("(") > before.count(")") or before.count("（") > before.count("）"):
        return True
    figure = value.year if isinstance(value, Date) else value.low
    if figure in figures(source):
        return True
    if not isinstance(value, Date):
        return False
    return _relative_year().search(source) is not None or any(era in source for era in first_years())


def _day_stated(value: Date, ours: list[Any]) -> bool:
    """True if the source says the month, or all of it but the year, which the text around it tells."""
    return value.month is not None and any(isinstance(one, Date) and one.month == value.month for one in ours)


@cache
def _relative_year() -> re.Pattern[str]:
    return re.compile(
        r"[今昨去同翌前来毎当本一]年|ことし|年[前後度末始]|[今先来同翌前]月|[\d〇一二三四五六七八九十]年"
        r"|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]|(?i:\b(?:this|last|next|same|previous) year\b)"
    )


# ------------------------------------------------------------------------------------------------ where it should stand


def place(segment: Segment, value: Any, context: Context) -> tuple[int, int]:
    """The word of the target where a missing value should stand: the one after its left neighbour's rendering, the
    first one for what opens the source, else the last one of the sentence."""
    words = [(word.start, word.end) for word in segment.target.tokens if segment.target.string[word.start].isalnum()]
    if not words:
        return 0, len(segment.target.string)
    before = [one for one in facts_of(segment, "source", context) if one.end <= value.start]
    ends = {id(clash.source): clash.target.end for clash in compare(segment, context).equal}
    at = next((ends[id(one)] for one in reversed(before) if id(one) in ends), None)
    if at is not None:
        return next(((low, high) for low, high in words if low >= at), words[-1])
    source = segment.source.string if segment.source else ""
    return words[0] if isinstance(value, Date) and value.start * 2 <= len(source) else words[-1]
