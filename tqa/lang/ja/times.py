"""Clock times of Japanese text, and the parts of a day."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tqa.lang.fold import fold
from tqa.lang.ja.numerals import integer
from tqa.lang.ja.spaced import placed, tight
from tqa.lang.values import Time

_NN = r"(?:\d{1,2}|[〇一二三四五六七八九十]+)"
_NOON = {"正午": 720, "真夜中": 0}
_PART_OF_DAY = {"未明": "before dawn", "早朝": "early morning", "明け方": "dawn", "夕方": "evening", "深夜": "late night",
                "昼過ぎ": "early afternoon", "昼すぎ": "early afternoon", "朝方": "morning"}  # fmt: skip


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(
        r"(?P<ap>午前|午後|[AaPp][Mm]\s?|朝|夜中|夜|昼|夕方|深夜|未明|早朝|翌朝)?の?\s?(?<![\d.,:])(?P<h>\d{1,2}|零|[一二三四五六七八九十]{1,3})時"
        rf"(?!間|代|期|点|刻|速|効|短|限|折)(?:(?P<half>半)|\s?(?P<m>{_NN})分(?!の[\d一二三四五六七八九]|間)(?:\s?(?P<s>{_NN})秒)?)?"
        r"|(?P<ap2>午前|午後|[AaPp][Mm])?\s?(?<![\d.,:/])(?P<h2>[01]?\d|2\d):(?P<m2>[0-5]\d)(?!\d|:\d\d:)"
        r"|(?P<noon>正午|真夜中)|(?P<vague>未明|早朝|明け方|夕方|深夜|昼過ぎ|昼すぎ|朝方)"
    )


@lru_cache(maxsize=64)
def times(text: str) -> tuple[Time, ...]:
    """The clock times of a text.

    >>> [t[2:5] for t in times("午後3時半、正午、土曜の26時")]
    [(930, 0, False), (720, 0, False), (120, 1, False)]
    """
    if not any(c in text for c in "時:：午夜夕朝未明昼"):
        return ()
    folded, places = tight(fold(text))
    found = (t for m in _clock().finditer(folded) if (t := _time(m)) is not None)
    return tuple(found if places is None else (placed(time, places) for time in found))


def _time(m: re.Match[str]) -> Time | None:
    if m["noon"]:
        return Time(m.start(), m.end(), _NOON[m["noon"]])
    if m["vague"]:
        return Time(m.start(), m.end(), None, vague=_PART_OF_DAY[m["vague"]])
    written = m["h"] or m["h2"]
    hour = 0 if written == "零" else integer(written)
    if hour is None or hour > 30:
        return None
    part = (m["ap"] or m["ap2"] or "").strip().upper()
    if not part and m["h"] and not m["h"].isdecimal() and not m["half"]:  # 一時, 七時雨: words and names
        return None
    minute = 30 if m["half"] else integer(m["m"] or m["m2"] or "0") or 0
    if part in ("午後", "夜", "夕方", "PM", "昼") and hour < 12 and not (part == "夜" and hour < 5):
        hour += 12
    elif part in ("夜", "深夜", "午前", "AM") and hour == 12:
        hour = 0
    unclear = not part and 1 <= hour <= 12 and not (m["h2"] or "").startswith("0")
    return Time(m.start(), m.end(), hour % 24 * 60 + minute, hour // 24 if hour >= 24 else 0, unclear)
