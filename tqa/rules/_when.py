"""The time that a text speaks of: the years that it names or, where it names none, its file's name and who is in
office."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tqa.model import Condition
from tqa.rules import Context

_FIGURES = r"(?<![\d,.$¥€£-])(?:1[89]|20|21)\d\d(?![\d%]|[,.]\d|\s?(?:yen|people|dollars))"
_JAPANESE = r"(?<![\d,.])(?:1[89]|20|21)\d\d(?=年)"
_FILE = r"(?<!\d)(?:19|20)\d\d(?=\d{4}(?!\d)|(?!\d))"
_ERAS = ("令和", "平成", "昭和", "大正", "明治", "Reiwa", "Heisei", "Showa", "Taisho", "Meiji")
_GONE = ("former", "ex", "then", "late", "onetime", "ousted")


class Time(NamedTuple):
    """A year, or the years of a term in office, and how the text tells them."""

    low: int
    high: int
    told: str


def times(context: Context) -> list[Time]:
    """The times of a text, explicit ones only if there are any."""
    return context.remember("times", lambda: stated(context) or list(_inferred(context)))


def stated(context: Context) -> list[Time]:
    """The years that a text names."""
    return context.remember("stated", lambda: list(_explicit(context)))


def evidence(condition: Condition, context: Context) -> str:
    """What puts a text into the range of a condition's dates, or "": one year of it that the text names will do; a
    term in office must lie in the range as a whole."""
    low, high = int(condition.since[:4] or 0), int(condition.until[:4] or 9999)
    return next((time.told for time in times(context) if low <= time.low and time.high <= high), "")


def _explicit(context: Context) -> Iterator[Time]:
    for segment in context.segments:
        for side in (segment.target, segment.source):
            if side is None:
                continue
            pattern = _FIGURES if side.lang.CODE == "en" else _JAPANESE
            for year in re.findall(pattern, side.string):
                yield Time(int(year), int(year), f"{int(year)} stands in the text")
            if any(era in side.string for era in _ERAS):
                for date in side.dates:
                    if date.year:
                        words = side.string[date.start : date.end]
                        yield Time(date.year, date.last or date.year, f"{words} ({date.year}) stands in the text")


def _inferred(context: Context) -> Iterator[Time]:
    name = context.path.replace("\\", "/").rpartition("/")[2]
    found = re.search(_FILE, name)
    if found:
        yield Time(int(found[0]), int(found[0]), f"{found[0]} stands in the file's name")
    if context.lang == "en":
        yield from _offices(context)


def _offices(context: Context) -> Iterator[Time]:
    """The terms of those whom the text names in office."""
    from tqa.rules._people import mentions

    for segment in context.segments:
        for mention in mentions(segment, context):
            since, until = mention.post.since[:4], mention.post.until[:4] or "9999"
            if since and mention.before not in _GONE:
                words = f"{mention.person.en[0]} is in office ({mention.post.since} to {mention.post.until or 'now'})"
                yield Time(int(since), int(until), words)
