"""Numbers that no English convention writes: 10,0000; 12,000 million yen. Only the sure cases."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tqa.lang.en.closed import SHORT_MONTHS
from tqa.lang.fold import fold
from tqa.lang.gated import Gated


class Malformed(NamedTuple):
    """A malformed number: its place, why it is wrong, and how it should look when that is certain."""

    start: int
    end: int
    why: str
    suggestion: str | None


_UNITS = "yen|dollars|euros|won|yuan|people"
_GROUPED = Gated(
    r"(?<![\w.,])(?P<big>\d{1,3}(?:,\d{3})+)(?P<dec>\.\d+)?[ -](?P<scale>million|billion|trillion)(?![a-z])"
    # digits and commas with no space, not glued to letters, decimals, signs of codes or other groups
    r"|(?<![\w.,:/+-])(?P<group>\d{1,12}(?:,\d{1,12})+)(?P<tail>\.\d+)?(?![\w/:-]|,\d|\.\d)",
    "|".join(f",{digit}" for digit in range(10)),
)
_DOTTED = Gated(
    rf"(?<![\w.,])(?P<dots>[1-9]\d{{0,2}}(?:\.\d{{3}}){{2,}})(?=\s(?:{_UNITS}|percent)\b)", f"{_UNITS}|percent", "."
)
_TWICE = Gated(
    r"(?P<sign>[¥$€£])\s?(?P<amount>\d[\d,.]*(?:\s(?:million|billion|trillion|thousand))?)"
    r"\s(?P<again>yen|dollars|euros|pounds)\b",
    "¥|$|€|£",
    "yen|dollars|euros|pounds",
)
# 9.500 yen: a point between thousands; a rate (1.105 dollars a euro) has such decimals, and a zero begins a fraction.
_WHOLE = "yen|people|companies|households|residents|employees|passengers|visitors|students|won"
_POINT = Gated(
    rf"(?<![\w.,/:$€£-])(?P<point>[1-9]\d{{0,2}}\.\d{{3}})(?=\s(?:{_WHOLE})\b(?! (?:per|an?|for|to|against)\b))",
    _WHOLE,
    ".",
)
_SPACED = Gated(rf"(?<![\w.,])(?P<spaced>\d{{1,3}}, \d{{3}})(?=\s(?:{_UNITS})\b)", _UNITS, ", ")

_ENDINGS = ("th", "st", "nd", "rd", "th", "th", "th", "th", "th", "th")
_NTH = Gated(
    r"(?<![\w.,/:-])(?P<nth>\d{1,4})(?P<end>st|nd|rd|th)(?![\w-])",
    "|".join(f"{n}{end}" for n, right in enumerate(_ENDINGS) for end in set(_ENDINGS) - {right}) + "|11st|12nd|13rd",
)
_CLOCK = Gated(r"\b(?P<hour>1[3-9]|2[0-3]):(?P<minute>[0-5]\d)\s?(?P<noon>p\.?m\b\.?)", ":", "m")


_TORN = Gated(r"(?<![\w.,])\d{1,3}(?:,\d{3})*(?:, \d{3})+(?:, ?\d{3})*(?!\w)", ", ")


# November 24,1848 lacks a space, not a digit.
@cache
def _dated() -> re.Pattern[str]:
    return re.compile(rf"(?i:{'|'.join(SHORT_MONTHS)})[a-z]*\.?\s?\Z")


@cache
def _rate() -> re.Pattern[str]:
    return re.compile(r"(?i)\b(?:rates?|dollar|euro|pound|average|unit price|per)\b|[$€£]")


@cache
def _one_amount() -> re.Pattern[str]:
    """What stands before one number, never before a row of them."""
    words = "about|approximately|around|nearly|almost|some|roughly|over|more than|at least|up to"
    return re.compile(rf"(?i)\b(?:{words}) \Z")


_NEXT = {"million": "billion", "billion": "trillion"}
_SIGN = {"¥": "yen", "$": "dollars", "€": "euros", "£": "pounds"}


def malformed(text: str) -> tuple[Malformed, ...]:
    """The malformed numbers of an English text.

    >>> [m[:2] + m[3:] for m in malformed("It cost 10,0000 yen, then 12,000 million yen.")]
    [(8, 15, '100,000'), (26, 40, '12 billion')]
    >>> malformed("on pages 2,4,6, in 1,234.5 and 03-1234-5678 or 1,00,000 (one lakh)")
    ()
    >>> [m.suggestion for m in malformed("the 21nd float and the 112nd, at 15:00 pm")]
    ['21st', '112th', '3:00 pm']
    """
    return tuple(_found(fold(text)))


def torn(text: str) -> tuple[Malformed, ...]:
    """What is one number with spaces in it, or several numbers: only the source can tell.

    >>> torn("It cost 8, 800 yen.")
    (Malformed(start=8, end=14, why='a space inside a number', suggestion='8,800'),)
    """
    found = _TORN.finditer(fold(text))
    return tuple(Malformed(m.start(), m.end(), "a space inside a number", m[0].replace(" ", "")) for m in found)


def _found(text: str) -> Iterator[Malformed]:
    for m in _GROUPED.finditer(text):
        yield from _grouped(m, text) if m["group"] else _thousand_million(m)
    for m in _DOTTED.finditer(text):
        why = "points instead of commas between groups of thousands"
        yield Malformed(m.start(), m.end(), why, m["dots"].replace(".", ","))
    for m in _POINT.finditer(text):
        if not _rate().search(text):
            why = "a point instead of a comma before thousands"
            yield Malformed(m.start(), m.end(), why, m["point"].replace(".", ","))
    for m in _TWICE.finditer(text):
        if _SIGN[m["sign"]] == m["again"]:
            why = f"the currency is given twice ({m['sign']} and {m['again']})"
            yield Malformed(m.start(), m.end(), why, f"{m['sign']}{m['amount']}")
    for m in _NTH.finditer(text):
        number = int(m["nth"])
        right = "th" if number % 100 in (11, 12, 13) else _ENDINGS[number % 10]
        if m["end"] != right and not (m["end"] == "st" and number < 30):  # 12st is a weight
            yield Malformed(m.start(), m.end(), f"the ordinal of {number} ends in “{right}”", f"{number}{right}")
    for m in _CLOCK.finditer(text):
        clock = f"{int(m['hour']) - 12}:{m['minute']} {m['noon']}"
        yield Malformed(m.start(), m.end(), "the clock of 24 hours needs no p.m.", clock)
    for m in _SPACED.finditer(text):
        yield Malformed(m.start(), m.end(), "a space inside a number", m["spaced"].replace(" ", ""))


def _grouped(m: re.Match[str], text: str) -> Iterator[Malformed]:
    """Groups after the first comma that are not of three digits; lists of numbers and Indian grouping pass."""
    first, *rest = m["group"].split(",")
    if all(len(group) == 3 for group in rest) and len(first) <= 3:
        return
    before = _one_amount().search(text, max(0, m.start() - 15), m.start())
    alone = len(rest) == 1 and len(rest[0]) > 1 and before is not None
    dated = _dated().search(text, max(0, m.start() - 12), m.start())
    row = len(rest) > 1 and text[: m.start()].endswith("(") and text.startswith(")", m.end())  # a colour: (38,31,207)
    if dated or row or _indian(first, rest, text) or _list(first, rest, alone):
        return
    digits = m["group"].replace(",", "")
    if digits.startswith("0"):
        return
    why = "digit groups of a number have three digits"
    sure = len(rest) == 1 and len(rest[0]) == 4 and set(rest[0]) == {"0"}  # 50,0000: grouped by 万
    sure = sure or (len(first) > 3 and all(len(group) == 3 for group in rest))  # 1234,567
    yield Malformed(m.start("group"), m.end("group"), why, f"{int(digits):,}" if sure else None)


def _indian(first: str, rest: list[str], text: str) -> bool:
    """1,23,456 in a text of lakhs, crores or rupees."""
    shape = len(rest[-1]) == 3 and all(len(group) == 2 for group in rest[:-1]) and len(first) <= 2
    return shape and re.search(r"(?i)lakh|crore|rupee|₹|\bRs\b|\bINR\b|India", text) is not None


def _list(first: str, rest: list[str], alone: bool) -> bool:
    """2,4,6 and 1998,2002: numbers in a row rather than one number."""
    groups = [first, *rest]
    if any(len(group) > 1 and group[0] == "0" for group in groups) and len(groups) == 2:
        return set(rest[0]) != {"0"} or len(rest[0]) < 4
    if all(len(group) <= 2 for group in groups):
        return not alone
    if all(len(group) == 4 and group[0] in "12" for group in groups):
        return True
    values = [int(group) for group in groups]
    return len(rest) > 1 and values == sorted(values) and len(set(values)) == len(values)


def _thousand_million(m: re.Match[str]) -> Iterator[Malformed]:
    """12,000 million is 12 billion."""
    larger = _NEXT.get(m["scale"])
    value = int(m["big"].replace(",", ""))
    if larger is None or m["dec"]:
        return
    whole, rest = divmod(value, 1000)
    tail = f".{rest:03d}".rstrip("0") if rest else ""
    compound = re.search(r"illion\s\Z", m.string[: m.start()])  # 3 billion 6,500 million
    suggestion = f"{whole:,}{tail} {larger}" if whole < 1000 and not compound else None
    yield Malformed(m.start(), m.end(), f"a thousand {m['scale']} is a {larger}", suggestion)
