"""Numbers of English text: about $2.5 million, twelve thousand, two-thirds, dozens, 3-5 percent → `values.Number`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from tqa.lang.en import numerals, units
from tqa.lang.en.dates import dates
from tqa.lang.en.number_patterns import PARTS, TIMES, in_a_row, left, master, nth
from tqa.lang.en.number_patterns import tail as tail_pattern
from tqa.lang.en.numerals import DIGITS, Numeral
from tqa.lang.en.times import times
from tqa.lang.fold import fold
from tqa.lang.spans import overlaps
from tqa.lang.values import Number, ratio, ratio_of
from tqa.lang.values.units import DURATIONS, SIGNS, joined, kind_of

_UNIT_OF = {"century": (100, "year"), "year": (12, "month"), "day": (24, "hour"), "hour": (60, "minute"),
            "decade": (10, "year"), "month": (1, "month"), "week": (7, "day"), "minute": (60, "second")}  # fmt: skip


class _Read(NamedTuple):
    number: Number
    scale: int  # value of the scale word, for "3-5 million"


@lru_cache(maxsize=64)
def numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a text in order, dates and clock times left out.

    >>> [n[2:9] for n in numbers("nearly 12 billion yen, two-thirds, at least 18")]
    [(12000000000, 12000000000, 'JPY', 'money', 'under', '', 1000000000), \
(Fraction(2, 3), Fraction(2, 3), '', 'ratio', '', '', 1), (18, 18, '', 'count', '', '>=', 1)]
    """
    folded = fold(text)
    taken: list[tuple[int, int]] | None = None  # dates and times are looked for only where there is a numeral
    found: list[_Read] = []
    at = 0
    while m := master().search(folded, at):
        at = max(m.end(), at + 1)
        if taken is None:
            taken = [(v.start, v.end) for v in dates(text)] + [(v.start, v.end) for v in times(text)]
        if overlaps(m.start(), m.end(), taken):
            continue
        for read in _READERS[m.lastgroup if m.lastgroup in _READERS else "number"](m, folded):
            found.append(read)
            at = max(at, read.number.end)
    return tuple(joined(list(_share(folded, found)), folded))


def _small(text: str) -> int:
    low = text.lower()
    return 1 if low in ("a", "an") else int(low) if low.isdecimal() else numerals.SMALL[low]


def _around(start: int, text: str) -> tuple[str, str]:
    """Approximation and bound written before a number."""
    found = left().search(text, max(0, start - 28), start)
    if found is None:
        return "", ""
    for name, approx, bound in (("under", "under", ""), ("over", "over", ""), ("about", "about", ""), ("le", "", "<="),
                                ("ge", "", ">="), ("gt", "", ">"), ("lt", "", "<")):  # fmt: skip
        if found[name]:
            return approx, bound
    return "", ""


def led(text: str, start: int) -> int:
    """Where a number that starts at `start` begins together with its "about", "more than" or "just under".

    >>> led("in just over three hours", 13)
    3
    """
    found = left().search(text, max(0, start - 28), start)
    return found.start() if found else start


def _code(m: re.Match[str], text: str) -> Iterator[_Read]:
    if m["code"][:4] not in ("http", "www."):
        for digits in re.findall(r"\d+", m["code"]):
            yield _Read(Number(m.start(), m.end(), int(digits), int(digits), kind="code"), 1)


def _label(m: re.Match[str], text: str) -> Iterator[_Read]:
    value = numerals.digits(m["ln"])
    yield _Read(Number(m.start(), m.end(), value.low, value.high, kind="ordinal"), 1)


def _half(m: re.Match[str], text: str) -> Iterator[_Read]:
    """half a million, a quarter of a century."""
    word = (m["hw"] or m["hw2"]).lower()
    part = m[0].lower()
    top, bottom = (3, 4) if "three" in part else (1, 4) if "quarter" in part else (1, 2)
    approx, bound = _around(m.start(), text)
    if word in ("percentage point", "percent", "point"):
        unit = units.canonical(word) or ""
        kind = "percent" if unit == "%" else "point"
        yield _Read(Number(m.start(), m.end(), ratio(top, bottom), ratio(top, bottom), unit, kind, approx, bound), 1)
        return
    if word in numerals.SCALES or word == "dozen":
        value, unit, kind = ratio_of(top * numerals.digits("1", word).step, bottom), "", "count"
        tail = tail_pattern().match(text, m.end())
        if isinstance(value, int) and tail and tail["unit"]:
            unit, kind = _unit(tail)
            yield _Read(Number(m.start(), tail.end(), value, value, unit, kind, approx, bound, value), 1)
            return
    else:
        by, unit = _UNIT_OF[word]
        value, kind = ratio(top * by, bottom), "duration"
    yield _Read(Number(m.start(), m.end(), value, value, unit, kind, approx, bound), 1)


def _and_half(m: re.Match[str], text: str) -> Iterator[_Read]:
    value = ratio(3, 2)
    yield _Read(Number(m.start(), m.end(), value, value, m["au"].lower(), "duration", *_around(m.start(), text)), 1)


def _share_of(m: re.Match[str], text: str, top: int, bottom: int) -> Iterator[_Read]:
    value = ratio(top, bottom)
    yield _Read(Number(m.start(), m.end(), value, value, "", "ratio", *_around(m.start(), text)), 1)


def _fraction(m: re.Match[str], text: str) -> Iterator[_Read]:
    yield from _share_of(m, text, _small(m["ft"] or "a"), PARTS[(m["fd"] or m["fb"]).lower()])


def _slash(m: re.Match[str], text: str) -> Iterator[_Read]:
    if int(m["st"]) < int(m["sd"]):
        yield from _share_of(m, text, int(m["st"]), int(m["sd"]))
    else:  # 24/7
        yield _Read(Number(m.start(), m.end(), int(m["st"]), int(m["st"]), kind="code"), 1)


def _out_of(m: re.Match[str], text: str) -> Iterator[_Read]:
    """two out of three: a share, or else the two numbers of which it is made; four out of nine: two numbers first."""
    top, bottom = _small(m["oa"]), _small(m["ob"])
    if not top < bottom:
        return
    part = ratio(top, bottom)
    share = bottom in (2, 3, 4, 5, 10, 20, 100) or (top == 1 and bottom > 10)
    yield _Read(Number(m.start(), m.end(), part, part, "", "ratio" if share else "code", *_around(m.start(), text)), 1)
    for name, value in (("oa", top), ("ob", bottom)):
        yield _Read(Number(*m.span(name), value, value, kind="code" if share else "count"), 1)


def _feet(m: re.Match[str], text: str) -> Iterator[_Read]:
    """6'2", 5 feet 6 inches."""
    inches = 12 * int(m["ft1"]) + int(m["in1"] or m["in2"])
    yield _Read(Number(m.start(), m.end(), inches, inches, "in", "measure", *_around(m.start(), text)), 1)


def _rate(m: re.Match[str], text: str) -> Iterator[_Read]:
    """.325: a batting average."""
    part = ratio(int(m["rate"][1:]), 1000)
    yield _Read(Number(m.start(), m.end(), part, part, "", "ratio"), 1)


def _fold_times(m: re.Match[str], text: str) -> Iterator[_Read]:
    word = m["fn"].lower()
    value = numerals.SMALL[word] if word in numerals.SMALL else numerals.digits(word).low
    yield _Read(Number(m.start(), m.end(), value, value, "", "multiple", *_around(m.start(), text)), 1)


def _multiple(m: re.Match[str], text: str) -> Iterator[_Read]:
    value = TIMES[m["multiple"].lower()]
    yield _Read(Number(m.start(), m.end(), value, value, "", "multiple", *_around(m.start(), text)), 1)


def _word(m: re.Match[str], text: str) -> Iterator[_Read]:
    approx, bound = _around(m.start(), text)
    if m["word"].lower() == "majority":  # 過半数, but also 大半 and 多数
        if re.match(r" of (?:at least|more than|over|two|three|\d)", text[m.end() :]):
            return
        if re.search(r"(?:thirds|fourths|fifths|quarters)[ -]\Z", text[: m.start()]):
            return
        yield _Read(Number(m.start(), m.end(), ratio(1, 2), 1, "", "vague", approx, bound), 1)
        return
    yield _Read(Number(m.start(), m.end(), ratio(1, 2), ratio(1, 2), "", "ratio", approx, bound), 1)


def _ages(m: re.Match[str], text: str) -> Iterator[_Read]:
    """in their 20s, mid-twenties: ten years of age, as 20代."""
    low = int(m["ad"]) if m["ad"] else numerals.SMALL[m["aw"].lower().removesuffix("ies") + "y"]
    yield _Read(Number(m.start(), m.end(), low, low + 9, "", "vague"), 1)


def _span_of_years(m: re.Match[str], text: str) -> Iterator[_Read]:
    years = 10 if m["span"].lower().endswith("decade") else 100
    yield _Read(Number(m.start(), m.end(), years, years, "year", "duration", *_around(m.start(), text), years), 1)


def _stop(m: re.Match[str], text: str) -> Iterator[_Read]:
    yield from ()


def _roman(m: re.Match[str], text: str) -> Iterator[_Read]:
    """Tojuro IV, Part III: satisfies 四代目, never accuses."""
    digits = [{"I": 1, "V": 5, "X": 10}[c] for c in normalize("NFKC", m["roman"])]
    value = sum(-d if d < after else d for d, after in zip(digits, [*digits[1:], 0], strict=True))
    yield _Read(Number(m.start(), m.end(), value, value, "", "code"), 1)


def _ordinal(m: re.Match[str], text: str) -> Iterator[_Read]:
    word = m["ordinal"].lower()
    digits = re.match(r"[\d,]+", word)
    if digits:
        value = int(digits[0].replace(",", ""))
    else:
        tens, _, one = word.replace(" ", "-").partition("-")
        value = numerals.ORDINALS[tens] if not one else numerals.SMALL[tens] + numerals.ORDINALS[one]
        hundreds = re.search(r"(?i:\b(?:(\w+) )?hundred(?: and)?[ -])\Z", text[max(0, m.start() - 24) : m.start()])
        if hundreds and value < 100:  # the hundred and fifth
            value += 100 * numerals.SMALL.get((hundreds[1] or "one").lower(), 1)
    row = in_a_row().match(text, m.end())
    if row:  # the fifth straight loss, the 11th consecutive year: so many of them
        unit = units.canonical(row["unit"] or "") or ""
        kind = "duration" if unit in DURATIONS else "count"
        yield _Read(Number(m.start(), m.end(), value, value, unit if kind == "duration" else "", kind), 1)
        return
    yield _Read(Number(m.start(), m.end(), value, value, "", "ordinal"), 1)


def _dozen(m: re.Match[str], text: str) -> Iterator[_Read]:
    size = 20 if m["score"] else 12
    value = _small(m["dn"]) * size
    yield _Read(Number(m.start(), m.end(), value, value, "", "count", *_around(m.start(), text), size), size)


def _vague(m: re.Match[str], text: str) -> Iterator[_Read]:
    value = numerals.vague(m["vague"])
    if value is not None:
        yield from _finish(m.start(), m.end(), value, "", text)


def _number(m: re.Match[str], text: str) -> Iterator[_Read]:
    start = m.start("cur") if m["cur"] else m.start("dig") if m["dig"] else m.start("spelled")
    end, currency = m.end(), SIGNS.get(m["cur"] or "", "")
    if m["spelled"]:
        last = nth().match(text, end)
        if last and (len(m["spelled"].split()) > 1 or last["last"].lower() in ("hundredth", "thousandth")):
            value = numerals.ordinal(text[start : last.end()])  # one hundred twenty-fifth, twelve-hundredth
            if value:
                yield _Read(Number(start, last.end(), value.low, value.low, kind="ordinal"), 1)
            return
        value = numerals.spelled(m["spelled"])
        if value is None:
            return
    elif last := re.match(r"\s(?i:(thousand|million|billion)th)\b", text[end:]):  # the 10 millionth
        low = numerals.digits(m["dig"], last[1].lower()).low
        yield _Read(Number(start, end + last.end(), low, low, kind="ordinal"), 1)
        return
    else:
        scale, abbr = (m["scale"] or "").lower().removesuffix("s"), m["abbr"] or ""
        spaced = text[end - 2 : end - 1] == " "
        whole = "." not in m["dig"] or not re.match(r"\s[a-z]", text[end:])  # 5 m, 3M, 0.7M; but 1.2M followers
        plain = not currency and (spaced or abbr.islower() or whole)
        if (abbr in ("m", "M", "b", "B") and plain) or (abbr in ("K", "k") and spaced):
            abbr, end = "", m.end("dig")
        word = {"m": "million", "b": "billion", "k": "thousand"}.get(abbr.lower(), abbr)
        value = numerals.digits(m["dig"], scale or word)
        if scale or word:
            value, end = _compound(value, end, text)
    yield from _finish(start, end, value, currency, text)


def _compound(value: Numeral, end: int, text: str) -> tuple[Numeral, int]:
    """12,000 million; 1 trillion 200 billion."""
    again = re.compile(
        r"\s(?i:(thousand|million|billion|trillion))(?![a-z])"
        rf"|,?\s(?:and\s)?({DIGITS})\s(thousand|million|billion)(?![a-z])"
    ).match(text, end)
    if again is None:
        return value, end
    if again[1]:
        by = numerals.SCALES[again[1].lower()]
        return Numeral(value.low * by, value.high * by, value.step * by, False, by), again.end()
    part = numerals.digits(again[2], again[3])
    if part.scale >= value.scale or part.low >= value.scale:
        return value, end
    return Numeral(value.low + part.low, value.high + part.high, part.step, False, part.scale), again.end()


def _finish(start: int, end: int, value: Numeral, currency: str, text: str) -> Iterator[_Read]:
    """Unit, approximation and bound around a numeral; "one" without a unit is a pronoun and no number."""
    tail = tail_pattern().match(text, end)
    if value.vague and text.startswith(" of ", end):  # dozens of people
        tail = tail_pattern().match(text, end + 3)
    assert tail is not None  # every part is optional
    if value.vague and not tail["unit"]:
        tail = tail_pattern().match(text, end) or tail
    approx, bound = _around(start, text)
    unit, kind = (currency, "money") if currency else _unit(tail)
    if text[start:end].lower() == "one" and not unit and not bound:
        return
    if tail["odd"]:
        odd = {"-odd": ("over", bound), "-some": ("about", bound)}
        approx, bound = odd.get(tail["odd"], (approx, ">="))
    approx = "about" if tail["about"] else approx
    bound = ">=" if tail["ge"] else "<=" if tail["le"] else bound
    if kind == "count" and (tail["age"] or re.search(r"(?i:\baged?(?: of)?) \Z", text[max(0, start - 8) : start])):
        kind = "age"
    if tail["half"] or tail["half2"]:
        half = ratio(value.scale, 2)
        value = value._replace(low=value.low + half, high=value.high + half, step=half)
    if value.vague:
        kind = "vague"
    stop = max(end, tail.end()) if not currency or tail["ge"] or tail["le"] or tail["about"] or tail["odd"] else end
    yield _Read(Number(start, stop, value.low, value.high, unit, kind, approx, bound, value.step), value.scale)


def _unit(tail: re.Match[str]) -> tuple[str, str]:
    written = tail["unit"]
    if not written:
        return "", "count"
    form = re.sub(r"^(?:Japanese|US|U\.S\.|additional|more|full|whole|consecutive|straight)\s", "", written.strip(" -"))
    unit = units.canonical(form) or ""
    return unit, kind_of(unit)


_READERS = {"code": _code, "label": _label, "half": _half, "andhalf": _and_half, "frac": _fraction, "slash": _slash,
            "outof": _out_of, "feet": _feet, "rate": _rate, "fold": _fold_times, "multiple": _multiple, "word": _word, "stop": _stop,
            "roman": _roman, "ages": _ages, "span": _span_of_years, "vague": _vague,
            "ordinal": _ordinal, "dozen": _dozen, "number": _number}  # fmt: skip


# ------------------------------------------------------------------------------------------------ ranges


def _share(text: str, found: list[_Read]) -> Iterator[Number]:
    """3-5 million, between 3 and 5 billion yen, $3-5 million: both numbers get scale and unit."""
    for i, read in enumerate(found[:-1]):
        after = found[i + 1]
        between = text[read.number.end : after.number.start]
        kinds = {read.number.kind, after.number.kind}
        if read.number.kind in ("multiple", "ratio"):
            continue  # doubled to 5 million
        if kinds & {"code", "ordinal"} or not re.fullmatch(r"\s?(?:-|~|〜|to|or|and|-to-)\s?", between):
            continue
        if read.number.unit and after.number.unit and read.number.unit != after.number.unit:
            continue  # rose 21 percent to 45 billion yen
        if "and" in between and not re.search(r"(?i:between)\s(?:about |around )?\Z", text[: read.number.start]):
            continue
        found[i], found[i + 1] = _shared(read, after)
    return (read.number for read in found)


def _shared(first: _Read, second: _Read) -> tuple[_Read, _Read]:
    a, b = first.number, second.number
    if second.scale >= 100 and first.scale == 1 and a.low < 1000 and a.low * second.scale < b.low:
        a = a._replace(low=a.low * second.scale, high=a.high * second.scale, step=a.step * second.scale)
    if not a.unit and b.unit and a.kind == "count":
        a = a._replace(unit=b.unit, kind=b.kind)
    elif a.kind == "money" and not b.unit and b.kind == "count" and second.scale > 1:
        b = b._replace(unit=a.unit, kind="money")
    return _Read(a, first.scale), _Read(b, second.scale)
