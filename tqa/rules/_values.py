"""Values of both sides of a segment: which agree, which contradict each other, which stand alone.

Values are compared, not strings. A value of one side agrees if any value of the other side is equal to it; only then
are the rest looked at. What has an equal value in the neighbouring segments has moved, and is no contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from tqa.lang.spans import overlaps
from tqa.lang.values import Date, Number, Time, comparison
from tqa.lang.values.describe import describe
from tqa.lang.values.figures import figures
from tqa.lang.values.likeness import agree, in_tens, pairs, stated
from tqa.lang.values.loose import loose, unread
from tqa.model import Problem, Segment, Side
from tqa.rules import Context
from tqa.rules._facts import around, facts_of
from tqa.rules._old_calendar import better_reckoned, unconverted
from tqa.rules._suggest import suggestion

if TYPE_CHECKING:
    from tqa.lang.en.malformed import Malformed

_JOINED = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,:/-")


class Clash(NamedTuple):
    """A value of the source and the one of the target that stands in its place, or that says the same."""

    source: Any
    target: Any


class Comparison(NamedTuple):
    """What a segment's values come to: pairs that agree, pairs that clash, and what stands alone."""

    equal: tuple[Clash, ...]
    clashes: tuple[Clash, ...]
    missing: tuple[Any, ...]
    added: tuple[Any, ...]


def compare(segment: Segment, context: Context) -> Comparison:
    """The comparison of a segment, made once."""
    return context.remember(("values", segment.index), lambda: _compare(segment, context))


def clashes(segment: Segment, context: Context, kind: type) -> Iterator[Clash]:
    """The contradictions of a segment whose source value is of a type."""
    return (clash for clash in compare(segment, context).clashes if isinstance(clash.source, kind))


def _compare(segment: Segment, context: Context) -> Comparison:
    if segment.source is None or not segment.source.string or not segment.target.string:
        return Comparison((), (), (), ())
    ours, theirs = facts_of(segment, "source", context), facts_of(segment, "target", context)
    equal = tuple(Clash(one, other) for one in ours for other in theirs if agree(one, other))
    left = [one for one in ours if _counts(one, segment.source) and not stated(one, theirs, ours)]
    right = [other for other in theirs if _counts(other, segment.target) and not stated(other, ours, theirs)]
    left = [one for one in left if not _copied(one, segment.source.string, segment.target.string)]
    right = [other for other in right if not _copied(other, segment.target.string, segment.source.string)]
    if not left and not right:
        return Comparison(equal, (), (), ())
    left = [one for one in left if not _elsewhere(one, "target", segment, context)]
    left = [one for one in left if not _in_parts(one, ours, segment, theirs) and not _counted_year(one, segment)]
    right = [other for other in right if not _elsewhere(other, "source", segment, context)]
    left, right = _whole(left, right, segment, context)
    left, right = _reckoned(left, right, segment, theirs)
    said = [one for one in ours if one not in left]
    left, right = unconverted(left, right, segment, context)
    spare = [one for one in _surplus(ours, theirs, segment.source) if one not in left] if right else []
    found = tuple(Clash(*pair) for pair in pairs(left + spare, right) if not _partly_said(*pair, said))
    used = {id(value) for clash in found for value in clash}
    return Comparison(
        equal, found, tuple(v for v in left if id(v) not in used), tuple(v for v in right if id(v) not in used)
    )


def _copied(value: Any, own: str, other: str) -> bool:
    """True for figures with letters or joined by a mark that both texts write alike: 0.7M, whatever M is, or 2008-12,
    months or years."""
    low, high = value.start, value.end
    while low and own[low - 1] in _JOINED:
        low -= 1
    while high < len(own) and own[high] in _JOINED:
        high += 1
    text = own[low:high].strip(".,:/-")
    named = len(text) > 2 and not text.replace(",", "").replace(".", "").isdigit()
    whole = rf"(?<![\d.,]){re.escape(text)}(?![\dA-Za-z])"  # 43.5cm stands in 143.5cm
    return named and re.search(whole, other) is not None


def _elsewhere(value: Any, side: str, segment: Segment, context: Context) -> bool:
    """True if the neighbouring segments state a value, or the words of this one that no grammar reads."""
    text = getattr(segment, side).string
    facts = facts_of(segment, side, context)
    dated = [(one.start, one.end) for one in facts if isinstance(one, Date)]
    parts = [one for one in loose(text) if not (isinstance(one, Date) and overlaps(one.start, one.end, dated))]
    near = around(segment, side, context)
    if isinstance(value, Time):  # ten years near by are not ten o'clock
        near = [one for one in near if isinstance(one, Time)]
    if stated(value, near) or stated(value, parts):
        return True
    if getattr(segment, side).lang.CODE == "en" or not isinstance(value, Number):
        return False
    read = [(one.start, one.end) for one in facts]
    return any(comparison.equal(value, other) for other in unread(text, read))


def _partly_said(one: Any, other: Any, said: list[Any]) -> bool:
    """True where a date beside a mere day renders another day of the source, to which it adds a month or a year."""
    if not isinstance(other, Date) or getattr(one, "month", None) or getattr(one, "year", None):
        return False
    return any(date.day and agree(date, other) for date in said if isinstance(date, Date))


def torn_numbers(segment: Segment, context: Context) -> list[Malformed]:
    """The places of an English target where a space divides a number of the source: 8, 800."""
    if ", " not in segment.target.string or segment.target.lang.CODE != "en":
        return []
    from tqa.lang.en.malformed import torn

    known = {one.low for one in facts_of(segment, "source", context) if isinstance(one, Number)}
    return [one for one in torn(segment.target.string) if int((one.suggestion or "").replace(",", "")) in known]


def _whole(left: list[Any], right: list[Any], segment: Segment, context: Context) -> tuple[list[Any], list[Any]]:
    """What is left when the numbers that a space divides are whole: malformed-number speaks of them."""
    found = torn_numbers(segment, context) if left and right else []
    if not found:
        return left, right
    known = {int((one.suggestion or "").replace(",", "")) for one in found}
    spans = [(one.start, one.end) for one in found]
    left = [one for one in left if not (isinstance(one, Number) and one.low in known)]
    return left, [other for other in right if not overlaps(other.start, other.end, spans)]


def _reckoned(left: list[Any], right: list[Any], segment: Segment, theirs: list[Any]) -> tuple[list[Any], list[Any]]:
    """What is left of days that the source has in two calendars, of years that it has twice: the translation may give
    either."""
    for old in (date for date in segment.target.dates if date.kind == "old"):
        left = [one for one in left if not agree(one, old)]
    for old in (date for date in segment.source.dates if date.kind == "old") if segment.source else ():
        date = old._replace(kind="date", era="")
        left, right = better_reckoned(old, left, right)
        right = [other for other in right if not agree(date, other)]
        if any(isinstance(other, Date) and other.month and agree(date, other) for other in theirs):
            left = [one for one in left if not (isinstance(one, Date) and 0 <= one.start - old.end < 12)]
    return left, right


def _in_parts(whole: Any, ours: list[Any], segment: Segment, theirs: list[Any]) -> bool:
    """True for 3人に1人 and 1時間20分 where the other side has each of the numbers of which it is made."""
    if not isinstance(whole, Number):
        return False
    parts = [one for one in ours if one is not whole and whole.start <= one.start and one.end <= whole.end]
    text = segment.target.string
    there = [*theirs, *loose(text)]
    return len(parts) > 1 and all(stated(one, there) or one.low in figures(text) for one in parts)


def _counted_year(date: Any, segment: Segment) -> bool:
    """True for 天文17年 where an English translation counts the years of the era: the seventeenth year."""
    if not isinstance(date, Date) or segment.target.lang.CODE != "en":
        return False
    from tqa.lang.values.reigns import counts

    return counts(date, segment.target.string, segment.target.numbers)


def _surplus(ours: list[Any], theirs: list[Any], side: Side) -> list[Any]:
    """Plain numbers that the source says oftener than the target: one of them may have become another."""
    found = []
    for one in ours:
        if isinstance(one, Number) and one.kind == "count" and one.low > 3 and _counts(one, side):
            same = [other for other in ours if isinstance(other, Number) and other[2:5] == one[2:5]]
            if len(same) == 1 + sum(isinstance(other, Number) and comparison.equal(one, other) for other in theirs):
                found.extend(same[-1:] if one is same[0] and len(same) > 1 else [])
    return found


def _counts(value: Any, side: Side) -> bool:
    """True for values that may be asked for; codes and vague numbers only satisfy, and so does "first" in words."""
    before, after = _torn()
    if _marker().search(side.string, max(value.start - 6, 0), value.start) and side.string[value.end :][:1] == ")":
        return False
    opens = side.string[value.start].isdecimal() and before.search(side.string, max(value.start - 4, 0), value.start)
    if opens or (side.string[value.end - 1].isdecimal() and after.match(side.string, value.end)):
        return False
    if not isinstance(value, Number):
        return True
    if side.lang.CODE == "ja" and _in_title(value, side.string):
        return False
    if value.kind == "ordinal" and value.low <= 1:
        return any(char.isdecimal() for char in side.string[value.start : value.end])
    if value.kind == "vague":  # 数億円 is not millions of yen
        return in_tens(value) or value.low > 10
    return value.kind != "code"


def _in_title(value: Number, text: str) -> bool:
    """True for a numeral of kanji in a title: 『三国志』 is mostly written as it sounds."""
    opened = text.rfind("『", 0, value.start) > text.rfind("』", 0, value.start)
    return opened and not any(char.isdecimal() for char in text[value.start : value.end])


@cache
def _torn() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A figure beside another with nothing but a space or a spaced mark between: 2 . 5 and 18 32 were torn apart."""
    return re.compile(r"\d\s(?:[.,:/]\s?)?\Z"), re.compile(r"\s(?:[.,:/]\s?)?\d")


@cache
def _marker() -> re.Pattern[str]:
    """What stands before the figure that numbers an item of a list in running text: and (3) …"""
    return re.compile(r"(?:^|[,;:.]\s|\s(?:and|or)\s)[(]\Z")


def mended(text: str) -> str:
    """A text whose torn figures are whole again.

    >>> mended("2 . 5 kg in 18 32, or 12, 15")
    '2.5 kg in 1832, or 12, 15'
    """
    return re.sub(r"(?<=\d)\s([.,:/]?)\s?(?=\d)", r"\1", text)


def written_anywhere(value: Any, side: str, context: Context) -> bool:
    """True if the whole text's other side has a figure of three digits or more that the value states."""
    if len(context.segments) < 3:
        return False
    there = context.remember(("figures", side), lambda: _all_figures(side, context))
    if isinstance(value, Number):
        return value.low >= 100 and value.low in there
    return isinstance(value, Date) and value.year is not None and value.year in there and value.kind == "year"


def _all_figures(side: str, context: Context) -> set[Any]:
    found: set[Any] = set()
    for segment in context.segments:
        for value in facts_of(segment, side, context):
            found.update([value.low, value.high] if isinstance(value, Number) else [getattr(value, "year", None)])
    return found


def told(segment: Segment, clash: Clash) -> str:
    """Both sides of a contradiction for the message: 120億円 = 12,000,000,000 yen; the translation has …"""
    source = segment.source.string[clash.source.start : clash.source.end] if segment.source else ""
    return f"{meant(source, clash.source)}; the translation has {describe(clash.target)}"


def meant(source: str, value: Any) -> str:
    """What a source says, and what that means, if the words are not the same.

    >>> meant("85億円", Number(0, 4, 8_500_000_000, 8_500_000_000, "JPY", "money"))
    '85億円 = 8,500,000,000 yen'
    >>> meant("12", Number(0, 2, 12, 12, bound=">=")), meant("9 miles", Number(0, 7, 9, 9, "mi", "measure"))
    ('the source has at least 12', 'the source has 9 miles')
    """
    meaning = describe(value)
    same = meaning.replace(",", "").lower().endswith(source.replace(",", "").replace(" percent", "%").lower())
    return f"the source has {meaning}" if same else f"{source} = {meaning}"


def problem(segment: Segment, clash: Clash, message: str, severity: str = "") -> Problem:
    """A problem at the target's value, with the source's value written in the target's language."""
    side, other = segment.target, clash.target
    one, start = clash.source, other.start
    if isinstance(other, Number) and isinstance(one, Number) and (other.approx or other.bound):
        if (one.approx or one.bound) and (one.approx, one.bound) != (other.approx, other.bound):
            start = side.lang.led(side.string, start)
        else:  # the hedge stays as it stands
            one, other = one._replace(approx="", bound=""), other._replace(approx="", bound="")
    text = suggestion(one, other, side, start, other.end)
    span = (clash.source.start, clash.source.end)
    return Problem(segment, start, other.end, message, suggestion=text, source=span, severity=severity)


def flipped(segment: Segment, context: Context, kind: type, conflict: Callable[[Any, Any], bool]) -> Iterator[Problem]:
    """Values that agree in amount and contradict each other in something else, wherever the target has them."""
    values = list(said_as(segment, context, kind))
    for one, others in values:
        told_by = [two for two, theirs in values if two is not one and any(other in others for other in theirs)]
        if all(conflict(one, other) for other in others):
            if any(not conflict(two, other) for two in told_by for other in others):
                continue  # the source says it both ways, the translation once
            clash = Clash(one, others[0])
            yield problem(segment, clash, told(segment, clash))


def said_as(segment: Segment, context: Context, kind: type) -> Iterator[tuple[Any, list[Any]]]:
    """Each value of the source that the target states, with the target's values that can be it."""
    found: dict[int, tuple[Any, list[Any]]] = {}
    for one, other in compare(segment, context).equal:
        if isinstance(one, kind) and isinstance(other, kind):
            found.setdefault(id(one), (one, []))[1].append(other)
    yield from found.values()
