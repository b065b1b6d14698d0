"""What to write in place of a wrong value: as little as possible is changed, so that the sentence still reads.

The target's own way of writing is kept (Route 32, 32nd, 5 March, Mar. 5); only if it does not show the figure, the
value is written anew.
"""

from __future__ import annotations

import re
from typing import Any

from tqa.lang.values import DAYS, MONTHS, Date, Number, amount, plain
from tqa.model import Side

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def suggestion(one: Any, other: Any, side: Side, start: int, end: int) -> str:
    """The wording for the source's value `one` in place of the target's `other`, which stands at start:end."""
    quote = side.string[start:end]
    text = None
    if isinstance(one, Date) and one.year and 0 < one.year < 100 and not one.era:  # ’23: of the century that is told
        told = next((date.year for date in side.dates if date.year and date.year >= 1000), one.year)
        one = one._replace(year=told // 100 * 100 + one.year)
    if isinstance(one, Number) and isinstance(other, Number):
        text = _figure(one, other, quote)
        unit = one.unit if other.unit else ""
        one = one._replace(unit=unit, kind=other.kind if "ordinal" in (one.kind, other.kind) else one.kind)
    elif isinstance(one, Date) and isinstance(other, Date):
        text = _parts(one, other, quote)
    elif isinstance(one, Date) and isinstance(other, Number) and other.kind in ("ordinal", "count"):
        last = one.day or one.month or one.year
        text = _figure(Number(0, 0, last, last), other._replace(approx="", bound=""), quote) if last else None
    text = text or side.lang.write(one)
    return text[0].upper() + text[1:] if quote[:1].isupper() and start == _opening(side, start) else text


def _opening(side: Side, start: int) -> int:
    return side.sentence_at(start)[0]


def _figure(one: Number, other: Number, quote: str) -> str | None:
    """The quote with its one figure exchanged; None where the figure does not stand there as it is."""
    if (one.approx, one.bound) != (other.approx, other.bound) or one.low != one.high:
        return None
    if (one.unit and other.unit and one.unit != other.unit) or {one.kind, other.kind} == {"multiple", "percent"}:
        return None
    figure = re.fullmatch(r"(\D*?)(\d+(?:,\d{3})*(?:\.\d+)?)((?:st|nd|rd|th)?)(\D*)", quote)
    if figure is None or amount(figure[2].replace(",", "")) != other.low:
        return None
    grouped = "," in figure[2] or (one.low >= 10_000 and figure[2].isascii())
    digits = plain(one.low) if grouped else plain(one.low).replace(",", "")
    ending = _ending(one.low) if figure[3] and isinstance(one.low, int) else ""
    return figure[1] + _width(digits, figure[2]) + ending + figure[4] if "/" not in digits else None


def _ending(value: int) -> str:
    return "th" if value % 100 in (11, 12, 13) else _ENDINGS.get(value % 10, "th")


def _width(digits: str, model: str) -> str:
    """Digits as wide as those that they replace."""
    return digits if model.isascii() else "".join(chr(ord(char) + 0xFEE0) for char in digits)


def _parts(one: Date, other: Date, quote: str) -> str | None:
    """The quote with those parts exchanged that differ; None where one of them does not stand there as it is."""
    if one.kind in ("fiscal_year", "decade", "century") or one.last or other.last:
        return None
    if one.part != other.part:
        return _ordered(one, other, quote)
    for part in ("year", "day", "month"):
        new, old = getattr(one, part), getattr(other, part)
        if new is None or new == old:
            continue
        if old is None:
            return None
        changed = _exchanged(quote, part, old, new)
        if changed is None:
            return None
        quote = changed
    if one.weekday not in (None, other.weekday) and other.weekday is not None:
        old, new = DAYS[other.weekday], DAYS[one.weekday]
        return re.sub(rf"\b{old[:3]}(\w*)", lambda found: new if len(found[0]) > 4 else new[:3], quote)
    return quote


def _ordered(one: Date, other: Date, quote: str) -> str | None:
    """The quote with another quarter or half of the year: the second quarter, Q2."""
    names = {"1": "first", "2": "second", "3": "third", "4": "fourth"}
    if one.kind != other.kind or one.part not in names or other.part not in names:
        return None
    for old, new in ((names[other.part], names[one.part]), (other.part, one.part)):
        if quote.lower().count(old) == 1:
            return re.sub(old, new, quote, flags=re.IGNORECASE)
    return None


def _exchanged(quote: str, part: str, old: int, new: int) -> str | None:
    if part == "year" and (new < 0 or 0 < new < 100 < old):
        return None
    if part == "month" and MONTHS[old - 1][:3] in quote:
        full = MONTHS[old - 1] in quote
        name, other = MONTHS[old - 1], MONTHS[new - 1]
        return quote.replace(name, other) if full else quote.replace(name[:3], other[:3])
    found = list(re.finditer(rf"(?<!\d){old}(?!\d)(st|nd|rd|th)?", quote))
    if len(found) != 1:
        return None
    match = found[0]
    return quote[: match.start()] + str(new) + (_ending(new) if match[1] else "") + quote[match.end() :]
