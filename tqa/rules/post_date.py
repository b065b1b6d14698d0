"""An office that does not fit the date: “Prime Minister” before or after the term, or “former” within it.

元首相 is what a Japanese writer calls somebody today; of an event in his term, English says “then Prime Minister”.
Only a date that stands in the same sentence as when it happened counts, and only offices whose term the glossary
knows. A family name alone may be anybody's (Prime Minister Lee, Governor Suzuki): it counts where the text names the
person in full, or where the glossary knows who else was the minister then.

Bad: In February 2014, ⟦former prime minister⟧ Shinzo Abe attended the opening.
Bad: In 2008, ⟦Prime Minister⟧ Fumio Kishida visited the plant.
Good: In February 2014, then Prime Minister Shinzo Abe attended the opening.
Good: Former Prime Minister Abe, who took office in 2012, was shot.
Good: In 2022, former Prime Minister Abe still had influence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tqa.model import Post, Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._people import Mention, held, mentions, same_office

RULE = Rule(
    id="post-date",
    summary="an office that does not fit the date of the sentence",
    severity="major",
    category="accuracy/mistranslation/title",
)
_GONE = ("former", "ex")
_HEDGED = (*_GONE, "then", "late", "future", "later", "next", "incoming", "outgoing", "acting", "deputy", "new", "vice")

_MINISTERS = ("minister", "premier", "secretary of", "cabinet secretary")  # others are presidents of anything


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    string = segment.target.string
    for mention in mentions(segment, context):
        terms = [post for post in mention.person.posts if same_office(post, mention.post)]
        if mention.grouped or not _doubtful(segment, mention, terms):
            continue
        when = _when(segment, mention)
        if not when or segment.target.quoted(mention.start, mention.end):
            continue
        if _another(mention, segment, when, context):
            continue
        verdicts = [held(post, when) for post in terms]
        office = string[: mention.start].rfind(_office_in(string, mention))
        shown = f"{mention.person.en[0]} was {mention.post.en[0]} {', '.join(map(_term, terms))}"
        if mention.before in _GONE and True in verdicts:
            start = string.lower().rfind(mention.before, 0, office)
            title = string[office : mention.start].split(mention.person.en[0].split()[0])[0].strip()
            message = f"not former in {when}: {shown}"
            yield Problem(segment, start, office + len(title), message, others=(f"then {title}",), entry=mention.person)
        elif mention.before not in _HEDGED and all(verdict is False for verdict in verdicts):
            if not _meant(mention, segment, when, context):
                continue
            title = _office_in(string, mention)
            yield Problem(
                segment, office, office + len(title), f"not {title.lower()} in {when}: {shown}", entry=mention.person
            )


def _another(mention: Mention, segment: Segment, when: str, context: Context) -> bool:
    """True if the words may be another person: the family name is a part of a longer name, or the office fits one of
    the same name."""
    string = segment.target.string
    if not _in_full(mention, string):
        title = _office_in(string, mention)
        given = string[string[: mention.start].rfind(title) + len(title) : mention.start].strip()
        if given or _name_after().match(string, mention.end):
            return True
    gone = mention.before in _GONE
    for other in mentions(segment, context):
        if other.start == mention.start and other.person != mention.person:
            offices = [post for post in other.person.posts if set(post.en) & set(mention.post.en)]
            verdicts = [held(post, when) for post in offices]
            if True not in verdicts if gone else any(verdict is not False for verdict in verdicts):
                return True
    return False


def _meant(mention: Mention, segment: Segment, when: str, context: Context) -> bool:
    """True if it is surely this person who did not hold the office: the text names the person in full or, of ministers,
    the glossary knows who held the office then."""
    string = segment.target.string
    minister = any(word in form for form in mention.post.en for word in _MINISTERS)
    if not minister and string[mention.end :].startswith((" of ", " at ", " from ")):
        return False
    if _in_full(mention, string) or any(form in context.text for form in mention.person.forms("en")):
        return True
    return minister and any(
        same_office(post, mention.post) and post.since and held(post, when) is not False
        for person in context.terms("person")
        if person.family != mention.person.family
        for post in person.posts
    )


def _in_full(mention: Mention, string: str) -> bool:
    return string[mention.start : mention.end] in mention.person.forms("en")


@cache
def _name_after() -> re.Pattern[str]:
    return re.compile(r"\s[A-Z][a-z]")


def _term(post: Post) -> str:
    return f"{post.since[:4]}–{post.until[:4]}"


def _office_in(string: str, mention: Mention) -> str:
    """The words of the office before a name, as the text has them."""
    before = string[: mention.start]
    for form in sorted(mention.post.en, key=len, reverse=True):
        at = before.lower().rfind(form.lower())
        if at >= 0:
            return before[at : at + len(form)]
    return mention.post.en[0]


def _doubtful(segment: Segment, mention: Mention, terms: list[Post]) -> bool:
    """True if a year of the sentence can speak against the office; asked before any date is read."""
    low, high = segment.target.sentence_at(mention.start)
    years = _year().findall(segment.target.string, low, high)
    if mention.before in _GONE:
        return any(held(post, year) is not False for post in terms for year in years)
    return mention.before not in _HEDGED and any(all(held(post, year) is False for post in terms) for year in years)


def _when(segment: Segment, mention: Mention) -> str:
    """The one date that says when the sentence's event happened, in ISO form, or ""."""
    low, high = segment.target.sentence_at(mention.start)
    kinds = ("date", "month", "year")
    dates = [d for d in segment.target.dates if low <= d.start < high and d.year and d.kind in kinds]
    if len(dates) != 1:
        return ""
    date = dates[0]
    text = segment.target.string
    clause = text[min(date.end, mention.end) : max(date.start, mention.start)]
    told = _is_adverbial(text[low : date.start]) and not _other_clause().search(clause)
    # a date behind the name belongs to whatever stands between, unless it is the main clause itself
    if not told or (date.start > mention.end and "," in clause):
        return ""
    parts = [f"{date.year:04d}", f"{date.month:02d}" if date.month else "", f"{date.day:02d}" if date.day else ""]
    return "-".join(part for part in parts if part)


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"(?:19|20)\d\d")


def _is_adverbial(before: str) -> bool:
    """Whether the words before a date make it say when: in, on, in early, in late."""
    words = before.lower().split()[-2:]
    return before[-1:].isspace() and (words[-1] in ("in", "on") or words in (["in", "early"], ["in", "late"]))


@cache
def _other_clause() -> re.Pattern[str]:
    """Words between the name and the date that put them into different clauses or times."""
    return re.compile(
        r"\b(?:who|whose|which|that|since|until|after|before|when|because|while|whereas|by|from|book|photo|file|said"
        r"|agreed|signed|concluded|adopted|enacted|issued|made|built|held|called|known|under|between|following)\b"
    )
