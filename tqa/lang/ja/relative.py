"""Relative time in Japanese: 前年同期比, 5年ぶり, 3期連続, 翌日, 10日前."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tqa.lang.fold import fold
from tqa.lang.ja.numerals import KANJI_DIGIT, integer
from tqa.lang.values import Relative

# Fixed words, longest first within the compiled pattern.
_WORDS: dict[str, str] = {
    "前年同期比": "year_on_year", "前年同月比": "year_on_year", "前年比": "year_on_year", "前年度比": "year_on_year",
    "前年同期": "year_earlier", "前年同月": "year_earlier", "昨年同期": "year_earlier",
    "前月比": "month_on_month", "前期比": "term_on_term", "前四半期比": "quarter_on_quarter",
    "前週比": "week_on_week", "前日比": "day_on_day", "年率換算": "annualized",
    "前日": "previous_day", "翌日": "next_day", "同日": "same_day", "当日": "same_day", "翌々日": "two_days_later",
    "前々日": "two_days_earlier", "前夜": "previous_night", "翌朝": "next_morning", "翌週": "next_week",
    "前週": "previous_week", "翌月": "next_month", "前月": "previous_month", "同月": "same_month",
    "翌年": "next_year", "前年": "previous_year", "同年": "same_year", "翌年度": "next_fiscal_year",
    "前年度": "previous_fiscal_year", "翌々年": "two_years_later",
    "昨日": "yesterday", "きのう": "yesterday", "明日": "tomorrow", "あした": "tomorrow", "今日": "today",
    "きょう": "today", "一昨日": "day_before_yesterday", "おととい": "day_before_yesterday",
    "明後日": "day_after_tomorrow", "あさって": "day_after_tomorrow",
    "先週": "last_week", "今週": "this_week", "来週": "coming_week", "再来週": "week_after_next",
    "先々週": "week_before_last", "週明け": "start_of_week", "先月": "last_month", "今月": "this_month",
    "来月": "coming_month", "再来月": "month_after_next", "先々月": "month_before_last",
    "昨年": "last_year", "去年": "last_year", "今年": "this_year", "ことし": "this_year", "本年": "this_year",
    "来年": "coming_year", "再来年": "year_after_next", "一昨年": "year_before_last", "おととし": "year_before_last",
    "昨年度": "last_fiscal_year", "今年度": "this_fiscal_year", "本年度": "this_fiscal_year",
    "来年度": "coming_fiscal_year", "年内": "within_year", "年度内": "within_fiscal_year", "年度末": "end_of_fiscal_year",
    "年明け": "start_of_year", "年末": "end_of_year", "月末": "end_of_month", "昨夜": "last_night",
    "昨春": "last_spring", "今春": "this_spring", "来春": "coming_spring", "昨夏": "last_summer", "今夏": "this_summer",
    "来夏": "coming_summer", "昨秋": "last_autumn", "今秋": "this_autumn", "来秋": "coming_autumn",
    "昨冬": "last_winter", "今冬": "this_winter",
}  # fmt: skip
_UNITS = {"年": "year", "カ月": "month", "か月": "month", "ヶ月": "month", "ヵ月": "month", "ケ月": "month", "週間": "week",
          "週": "week", "日": "day", "時間": "hour", "分": "minute", "期": "term", "回": "time", "試合": "game",
          "場所": "tournament", "大会": "tournament", "四半期": "quarter", "シーズン": "season", "世紀": "century",
          "度": "time", "営業日": "business day", "夜": "night", "秒": "second"}  # fmt: skip


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(_WORDS, key=len, reverse=True))
    units = "|".join(sorted(_UNITS, key=len, reverse=True))
    number = rf"(?P<n>\d{{1,4}}|{KANJI_DIGIT}?十?{KANJI_DIGIT}|{KANJI_DIGIT}?十|半|数|四半)"
    after = (
        r"(?P<first_in>ぶり)|(?P<straight>間?(?:連続|続けて|続き|連覇)|連[勝敗覇続])"
        r"|(?P<ago>間?(?:前|まえ)(?!後|半|期|倒))|(?P<later>間?後(?!半|期|場))"
    )
    return re.compile(
        rf"(?<![\d.])(?:{number}(?P<u>{units})(?:{after})|(?P<wins>\d+)連[勝敗覇休])"
        rf"|(?P<word>(?<![一-鿿])(?:{words})(?![間号]))|(?P<word2>(?<=[のはがもに])(?:{words}))"
        rf"|(?P<long>久しぶり|久々)"
    )


@lru_cache(maxsize=64)
def relatives(text: str) -> tuple[Relative, ...]:
    """The relative times of a text, in order.

    >>> [r[2:] for r in relatives("前年同期比5年ぶりの増加、3期連続、10日前")]
    [('year_on_year', None, ''), ('first_in', 5, 'year'), ('straight', 3, 'term'), ('ago', 10, 'day')]
    """
    return tuple(_relative(m) for m in _pattern().finditer(fold(text)))


def _relative(m: re.Match[str]) -> Relative:
    if m["long"]:
        return Relative(m.start(), m.end(), "first_in")
    word = m["word"] or m["word2"]
    if word:
        return Relative(m.start(), m.end(), _WORDS[word])
    if m["wins"]:
        return Relative(m.start(), m.end(), "straight", int(m["wins"]), "time")
    key = next(key for key in ("first_in", "straight", "ago", "later") if m[key])
    unit, number = _UNITS[m["u"]], m["n"]
    if number in ("半", "数"):
        return Relative(m.start(), m.end(), key, None, unit)
    if number == "四半":
        return Relative(m.start(), m.end(), key, 25, "year")
    return Relative(m.start(), m.end(), key, integer(number), unit)
