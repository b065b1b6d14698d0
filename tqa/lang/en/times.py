"""Clock times of English text, and the parts of a day."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tqa.lang.en.closed import CARDINALS
from tqa.lang.fold import fold
from tqa.lang.values import Time

_VAGUE = {"before dawn": "before dawn", "predawn": "before dawn", "pre-dawn": "before dawn",
          "dawn": "dawn", "early morning": "early morning",
          "early in the morning": "early morning", "late at night": "late night", "late-night": "late night",
          "evening": "evening", "early afternoon": "early afternoon", "middle of the night": "late night"}  # fmt: skip


@cache
def _clock_maybe() -> re.Pattern[str]:
    return re.compile(
        r"\d[:.]\d\d|\d\s?[APap]\.?[Mm]|[AP]M\s?\d|clock|noon|night|midday|dawn|morning|evening|past|quarter"
        r"|[ -](?:thirty|fifteen|forty-five)"
    )


_MINUTES = {"fifteen": 15, "thirty": 30, "forty-five": 45}
_HOURS = CARDINALS[:12]


@cache
def _clock() -> re.Pattern[str]:
    hours = "|".join(_HOURS)
    return re.compile(
        rf"(?P<hw>{hours})[ -](?P<mw>fifteen|thirty|forty-five)(?![ -]?[a-z]*(?:th|hundred|thousand|illion|percent"
        r"|one|two|three|five)\b)(?=\s?(?:in the|at|on|a\.m|p\.m|am|pm|and|or|to|would|is|for|departing|[,.?!;]"
        r"|$))"
        r"|\b(?P<ap0>[AP]M)\s?(?P<h5>\d{1,2}):(?P<min5>[0-5]\d)"
        r"|(?<![\d.,:$])(?P<h>\d{1,2})(?:(?:: ?|\.)(?P<min>[0-5]\d))?(?::[0-5]\d)?\s?(?P<ap>[ap]\.?m\b\.?|noon\b|midnight\b)"
        r"|(?<![\d.,:])(?P<h2>[01]?\d|2\d):(?P<min2>[0-5]\d)(?!\d|:\d\d:)"
        rf"|(?P<h3>\d{{1,2}}|{hours})\s?o'clock(?:\sin\sthe\s(?P<ap3>morning|afternoon|evening)|\sat\s(?P<ap3b>night))?"
        rf"|\b(?P<past>half|quarter)\s(?P<dir>past|to)\s(?P<h4>\d{{1,2}}(?![\d,.]*\d|\s?[%a-z])|(?:{hours})\b(?!-))"
        r"|(?P<word>\bnoon\b|\bmidnight\b|\bmidday\b)"
        r"|\b(?P<vague>" + "|".join(sorted(_VAGUE, key=len, reverse=True)) + r")\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=64)
def times(text: str) -> tuple[Time, ...]:
    """The clock times of a text.

    >>> [t[2:5] for t in times("at 3:30 p.m., noon, 12 a.m. and 14:46")]
    [(930, 0, False), (720, 0, False), (0, 0, False), (886, 0, False)]
    >>> [t[2] for t in times("at 3: 30 p.m., or in 30 am")]
    [930]
    """
    if not _clock_maybe().search(text):
        return ()
    return tuple(t for m in _clock().finditer(fold(text)) if (t := _time(m)) is not None)


def _time(m: re.Match[str]) -> Time | None:
    if m["word"]:
        return Time(m.start(), m.end(), 0 if m["word"].lower() == "midnight" else 720)
    if m["vague"]:
        return Time(m.start(), m.end(), None, vague=_VAGUE[m["vague"].lower()])
    written = (m["h"] or m["h2"] or m["h3"] or m["h4"] or m["h5"] or m["hw"]).lower()
    hour = _HOURS.index(written) + 1 if written in _HOURS else int(written)
    minute = int(m["min"] or m["min2"] or m["min5"] or _MINUTES.get((m["mw"] or "").lower(), 0))
    if hour > 30 or (hour > 24 and m["ap"]):
        return None
    if m["past"]:
        offset = 30 if m["past"].lower() == "half" else 15
        minutes = hour * 60 + (offset if m["dir"].lower() == "past" else -offset)
        return Time(m.start(), m.end(), minutes % 1440, half=True)
    part = (m["ap"] or m["ap0"] or m["ap3"] or m["ap3b"] or "").lower()
    if part.startswith("p") or part in ("afternoon", "evening", "night", "noon"):
        hour += 12 if hour < 12 else 0
    elif (part.startswith("a") or part in ("morning", "midnight")) and hour == 12:
        hour = 0
    unclear = not part and not ((m["h2"] or "").startswith("0") or hour > 12 or hour == 0)
    return Time(m.start(), m.end(), hour % 24 * 60 + minute, hour // 24, unclear)
