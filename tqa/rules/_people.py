"""People of the glossary in a text: who is named, in which office, and when they held it."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    return context.remember(("mentions", segment.index), lambda: list(_mentions(segment)))


def _mentions(segment: Segment) -> Iterator[Mention]:
    string = segment.target.string
    for hit in names(segment):
        group = _group().match(string, hit.end)
        before = string[max(hit.start - 90, 0) : hit.start]
        for post in hit.term.posts:
            if group and post.group:
                yield Mention(hit.start, hit.end, hit.term, post, "", True)
                continue
            office = _office(post.en).search(before)
            if office:
                yield Mention(hit.start, hit.end, hit.term, post, (office.group(1) or "").lower().rstrip("-"), False)


@cache
def _group() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s?)?\s+(?:{'|'.join(_GROUPS)})s?\b", re.IGNORECASE)


@cache
def _office(forms: tuple[str, ...]) -> re.Pattern[str]:
    """The office right before a name: “former Prime Minister Shinzo ”, with the given name if there is one."""
    offices = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(
        rf"(?:\b([A-Za-z]+)[\s-]+)?(?<![A-Za-z])(?:{offices})\s+(?:[A-Z][\w.-]*\s+){{0,2}}$", re.IGNORECASE
    )


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
