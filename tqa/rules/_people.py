"""People of the glossary in a text: who is named, in which office, and when they held it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from tqa.model import Hit, Post, Segment, Term
from tqa.rules import Context

_GROUPS = ("administration", "government", "cabinet", "regime", "presidency")


class Mention(NamedTuple):
    """A person named by family name with an office: `start:end` covers the name, `post` is the person's own post.

    `before` is the word in front of the office: former, then, ex-, new …, in lower case, or "".
    """

    start: int
    end: int
    person: Term
    post: Post
    before: str
    grouped: bool  # "the Kan administration", not "Prime Minister Kan"


def names(segment: Segment) -> Iterator[Hit]:
    """The hits of people in the target, those forms that the glossary accepts."""
    return (hit for hit in segment.target.hits if hit.term.kind == "person" and hit.role not in ("avoid", "short"))


def mentions(segment: Segment, context: Context) -> list[Mention]:
    """People of the glossary named with an office that their entry has."""
    return context.remember(("mentions", segment.index), lambda: list(_mentions(segment, names(segment))))


def hidden(segment: Segment, context: Context) -> list[Mention]:
    """People named with an office inside a form that the glossary avoids elsewhere and lets stand here."""
    wider = [hit for hit in segment.target.hits if hit.term.kind == "person" and hit.role == "avoid"]
    if not wider:
        return []
    inside = [
        hit
        for hit in context.matcher.found(segment.target)
        if hit.term.kind == "person" and hit.role not in ("avoid", "short")
        and any(one.start <= hit.start and hit.end < one.end for one in wider)
    ]  # fmt: skip
    return list(_mentions(segment, inside))


def _mentions(segment: Segment, hits: Iterable[Hit]) -> Iterator[Mention]:
    string = segment.target.string
    for hit in hits:
        group = _group().match(string, hit.end)
        before = string[max(hit.start - 90, 0) : hit.start]
        for post in hit.term.posts:
            if group and post.group:
                yield Mention(hit.start, hit.end, hit.term, post, "", True)
                continue
            word = _before_office(post.en, before)
            if word is not None:
                yield Mention(hit.start, hit.end, hit.term, post, word, False)


@cache
def _group() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s?)?\s+(?:{'|'.join(_GROUPS)})s?\b", re.IGNORECASE)


def _before_office(forms: tuple[str, ...], before: str) -> str | None:
    """The word in front of the office that stands right before a name, or ""; None if no such office stands there.

    >>> _before_office(("prime minister",), "met former Prime Minister Shinzo "), _before_office(("king",), "the Viking ")
    ('former', None)
    >>> _before_office(("leader",), "met former party leader ")
    'former'
    """
    lowered = before.lower()
    for form in sorted(forms, key=len, reverse=True):
        at = lowered.rfind(form.lower())
        if at < 0 or lowered[at - 1 : at].isalpha() or not _given().fullmatch(before, at + len(form)):
            continue
        word = _time_word().search(lowered, 0, at) or _last_word().search(lowered, 0, at)
        return word.group(1) if word else ""
    return None


@cache
def _given() -> re.Pattern[str]:
    """What may stand between an office and a family name: a given name or two."""
    return re.compile(r"\s+(?:[A-Za-z][\w.-]*\s+){0,2}")


@cache
def _last_word() -> re.Pattern[str]:
    return re.compile(r"\b([a-z]+)[\s-]+\Z")


@cache
def _time_word() -> re.Pattern[str]:
    """A word of time that a country, a party or a field parts from the office: former Finnish, former party."""
    time = "former|ex|then|late|future|incoming|outgoing|acting|deputy"
    return re.compile(rf"\b({time})[\s-]+(?:[a-z][\w.'’-]*\s+){{0,2}}\Z")


def same_office(one: Post, other: Post) -> bool:
    """True if two posts are the same office of the same country or body."""
    return one.of == other.of and bool({form.lower() for form in one.en} & {form.lower() for form in other.en})


def held(post: Post, date: str) -> bool | None:
    """Whether a post was held on a date (ISO, may be partial); None where the dates do not tell.

    >>> held(Post((), ("prime minister",), "", "2020-09-16", "2021-10-04"), "2020-09")
    >>> held(Post((), ("prime minister",), "", "2020-09-16", "2021-10-04"), "2021")
    >>> held(Post((), ("prime minister",), "", "2020-09-16", "2021-10-04"), "2021-03")
    True
    >>> held(Post((), ("prime minister",), "", "2020-09-16", "2021-10-04"), "2019")
    False
    """
    if not post.since:
        return None
    until = post.until or "9999"
    if _after(post.since, date) or _after(date, until):
        return False
    return True if _after(date, post.since) and _after(until, date) else None


def _after(one: str, other: str) -> bool:
    """True if a partial date is surely later than another: the part that both name differs, or decides."""
    size = min(len(one), len(other))
    return one[:size] > other[:size]
