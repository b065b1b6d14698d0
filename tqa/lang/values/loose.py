"""What a text states in words that the grammars of numbers and dates leave alone: daily, around the clock, New Year's
Day, 5/8, may 8th, 毎日, 元日. Such a reading is evidence that a value is there, never that a value is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from tqa.lang.en.closed import ORDINALS
from tqa.lang.fold import fold
from tqa.lang.spans import overlaps
from tqa.lang.values import MONTHS, Date, Number
from tqa.lang.values.eras import ROMANISED

_UNITS = "second|minute|hour|day|night|week|month|quarter|year|decade|century"
_WORDS: dict[str, tuple[int, str]] = {  # a figure and its unit
    "daily": (1, "day"), "weekly": (1, "week"), "monthly": (1, "month"), "quarterly": (1, "quarter"),
    "annual": (1, "year"), "annually": (1, "year"), "yearly": (1, "year"), "hourly": (1, "hour"),
    "overnight": (1, "night"), "fortnight": (2, "week"), "fortnightly": (2, "week"), "biweekly": (2, "week"),
    "centenary": (100, ""), "centennial": (100, ""), "bicentenary": (200, ""), "bicentennial": (200, ""),
    "sesquicentennial": (150, ""), "semifinal": (4, ""), "semi-final": (4, ""), "quarterfinal": (8, ""),
    "quarter-final": (8, ""), "pair": (2, ""), "both": (2, ""), "twin": (2, ""),
    "triplet": (3, ""), "quadruplet": (4, ""), "the forth": (4, ""), "the hundred": (100, ""), "the thousand": (1000, ""),
    "the million": (10**6, ""), "the billion": (10**9, ""), "duo": (2, ""), "trio": (3, ""), "quartet": (4, ""),
    "quintet": (5, ""), "around the clock": (24, "hour"), "round the clock": (24, "hour"),
    "round-the-clock": (24, "hour"), "around-the-clock": (24, "hour"), "day and night": (24, "hour"),
    "scoreless": (0, ""), "goalless": (0, ""),
    "毎日": (1, "day"), "日替わり": (1, "day"), "毎週": (1, "week"), "毎月": (1, "month"), "毎年": (1, "year"),
    "終日": (24, "hour"), "昼夜": (24, "hour"),
    "準決勝": (4, ""), "準々決勝": (8, ""), "還暦": (60, ""), "古希": (70, ""), "喜寿": (77, ""), "傘寿": (80, ""),
    "米寿": (88, ""), "卒寿": (90, ""), "白寿": (99, ""),
}  # fmt: skip
_DAYS: dict[str, tuple[int, int]] = {  # month and day
    "new year's day": (1, 1), "new year's eve": (12, 31), "christmas eve": (12, 24), "christmas day": (12, 25),
    "christmas": (12, 25), "valentine's day": (2, 14), "halloween": (10, 31), "元日": (1, 1), "元旦": (1, 1),
    "大晦日": (12, 31), "大みそか": (12, 31), "クリスマスイブ": (12, 24), "クリスマス・イブ": (12, 24), "クリスマス": (12, 25),
    "バレンタインデー": (2, 14),
}  # fmt: skip
_NTH = ORDINALS[:12]


@cache
def _pattern() -> re.Pattern[str]:
    def one_of(words: dict[str, tuple[int, str]] | dict[str, tuple[int, int]]) -> str:
        latin = sorted((word for word in words if word.isascii()), key=len, reverse=True)
        other = sorted((word for word in words if not word.isascii()), key=len, reverse=True)
        return rf"\b(?:{'|'.join(latin)})s?\b|{'|'.join(other)}"

    months = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
    return re.compile(
        rf"(?i)(?P<days>{one_of(_DAYS)})|(?P<word>{one_of(_WORDS)})"
        rf"|\b(?:an?|one|per|each|every|single|whole|entire)[ -](?P<unit>{_UNITS})\b"
        rf"|\b(?P<name>{months})\.? ?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)"
        rf"|\b(?P<name2>{months}),? (?:of )?(?P<year>\d{{4}})\b"
        r"|(?<![\d/.-])(?P<y2>\d\d)(?P<mark>[/.-])(?P<m2>\d\d)(?P=mark)(?P<d2>\d\d)(?![\d/.-])"
        r"|(?<![\d/.-])(?P<sa>\d{1,2})[/.・-](?P<sb>\d{1,2})(?![\d/]|-\d|\.\d)"
        r"|\b(?:(?P<yy>\d{4}) year )?(?P<mm>\d{1,2}) month (?P<dd>\d{1,2})\b"
        r"|\b[A-Z][a-z]+ (?P<roman>[VXI])\b"
        rf"|\b(?P<month>{'|'.join(_NTH)}|\d{{1,2}}(?:st|nd|rd|th)) month\b"
        rf"|\b(?P<era>{'|'.join(ROMANISED)})(?: era| period)?,? (?:year |the )?(?P<nth>\d{{1,2}})(?:st|nd|rd|th)?\b"
        r"|\b(?P<nth2>\d{1,2})(?:st|nd|rd|th) year (?:of|in) (?:the )?(?P<era2>" + "|".join(ROMANISED) + r")\b"
    )


@lru_cache(maxsize=64)
def loose(text: str) -> tuple[Number | Date, ...]:
    """The values that the words of a text may stand for.

    >>> [value[2:5] for value in loose("twice a day, until may 8th, or 5/8")]
    [(1, 1, 'day'), (None, 5, 8), (None, 5, 8), (None, 8, 5)]
    """
    return tuple(value for m in _pattern().finditer(fold(text).replace("’", "'")) for value in _read(m))


def _read(m: re.Match[str]) -> Iterator[Number | Date]:
    at = m.start(), m.end()
    if m["days"]:
        yield Date(*at, None, *(_DAYS.get(m["days"].lower()) or _DAYS[m["days"].lower().removesuffix("s")]))
    elif m["word"]:
        value, unit = _WORDS.get(m["word"].lower()) or _WORDS[m["word"].lower().removesuffix("s")]
        yield Number(*at, value, value, unit, "code")
    elif m["unit"]:
        yield Number(*at, 1, 1, m["unit"].lower(), "code")
    elif m["name"] or m["name2"]:
        month = 1 + [name[:3].lower() for name in MONTHS].index((m["name"] or m["name2"])[:3].lower())
        yield Date(*at, int(m["year"]) if m["year"] else None, month, int(m["day"]) if m["day"] else None)
    elif m["mm"]:  # as some machines write 7月24日
        yield Date(*at, int(m["yy"]) if m["yy"] else None, int(m["mm"]), int(m["dd"]))
    elif m["roman"] and m["roman"].isupper():  # George V
        value = {"I": 1, "V": 5, "X": 10}[m["roman"]]
        yield Number(*at, value, value, kind="code")
    elif m["roman"]:
        return
    elif m["month"]:
        word = m["month"].lower()
        yield Date(*at, month=_NTH.index(word) + 1 if word in _NTH else int(word[:-2]))
    elif m["y2"]:  # 88/07/16, in whichever century
        for century in (1900, 2000):
            yield Date(*at, century + int(m["y2"]), int(m["m2"]), int(m["d2"]))
    elif m["sa"]:
        one, other = int(m["sa"]), int(m["sb"])
        yield from (Date(*at, None, a, b) for a, b in ((one, other), (other, one)) if 0 < a < 13 and 0 < b < 32)
    else:
        year = ROMANISED[(m["era"] or m["era2"]).title()] + int(m["nth"] or m["nth2"]) - 1
        yield Date(*at, year, kind="year")


def unread(text: str, read: Sequence[tuple[int, int]]) -> list[Number]:
    """The kanji numerals of a text that its grammar has not read (at `read`): two and more, outside 三重 and 九州.

    >>> [number.low for number in unread("六孔と七孔の2種類、九州", [(6, 9)])]
    [6, 7]
    """
    from tqa.lang.ja.numerals import NUMERAL, parse
    from tqa.lang.ja.units import stop_pattern

    found = []
    for m in re.finditer(rf"(?P<stop>{stop_pattern()})|(?P<numeral>{NUMERAL})", fold(text)):
        value = parse(m["numeral"]) if m["numeral"] and not overlaps(m.start(), m.end(), read) else None
        if value and value.low > 1:
            found.append(Number(m.start(), m.end(), value.low, value.high, kind="code"))
    return found
