"""A leader's name that belongs to another time: two people are written with the same characters and read differently.

菅 is Kan (Naoto, prime minister 2010-11) and Suga (Yoshihide, 2020-21). The glossary knows when each held which office;
the years of the text and the leaders named beside him decide who can be meant. Where they do not, the rule is silent.

Bad: Power passed from Abe to the ⟦Kan⟧ administration and then to the Kishida administration.
Bad: In 2021, Prime Minister ⟦Kan⟧ declared a state of emergency.
Good: Power passed from the Hatoyama administration to the Kan administration.
Good: Naoto Kan is a critic of the Suga and Kishida administrations.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Post, Problem, Segment, Term
from tqa.rules import Context, Rule
from tqa.rules._people import Mention, held, hidden, mentions, names, same_office

RULE = Rule(
    id="name-timeline",
    summary="a leader's name that belongs to another time",
    severity="critical",
    category="accuracy/mistranslation/name",
    fix="unsafe",
    yields_to=("name-forbidden",),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    # Where the glossary lets a form stand, only a text that names the other in full speaks against it.
    stated = [(mention, True) for mention in mentions(segment, context)]
    for mention, stands in (*stated, *((mention, False) for mention in hidden(segment, context))):
        if any(name in context.remember("all", lambda: _everything(context)) for name in mention.person.forms("en")):
            continue  # the text names him in full: it knows whom it means
        for other, post in _namesakes(mention, context):
            said = (mention, other, post)
            evidence = _evidence(*said, segment, context) if stands else _elsewhere(*said, context)
            if evidence:
                family = segment.target.string[mention.start : mention.end]
                yield Problem(
                    segment, mention.start, mention.end,
                    f"{mention.person.family[0]} is {family} for {mention.person.en[0]} ({_term(mention.post)}), but "
                    f"{other.family[1]} for {other.en[0]} ({_term(post)}): {evidence}",
                    suggestion=other.family[1], entry=other,
                )  # fmt: skip


def _everything(context: Context) -> str:
    return "\n".join(segment.target.string for segment in context.segments)


def _term(post: Post) -> str:
    return f"{post.en[0]} {post.since[:4]}–{post.until[:4]}"


def _namesakes(mention: Mention, context: Context) -> Iterator[tuple[Term, Post]]:
    """Others written with the same family name, read differently, who held the same office."""
    for person in context.family(mention.person.family[0]):
        if person.family[1] != mention.person.family[1]:
            for post in person.posts:
                if same_office(post, mention.post) and post.since:
                    yield person, post


def _evidence(mention: Mention, other: Term, post: Post, segment: Segment, context: Context) -> str:
    """Why the other must be meant, or "": the years of the paragraph, else its company, never against each other."""
    years = [str(date.year) for date in segment.target.dates if date.year and date.kind in ("date", "month", "year")]
    if any(held(mention.post, year) is not False for year in years):
        return ""
    if years and all(held(post, year) is not False for year in years):
        return f"this is {years[0]}"
    near = _neighbours(mention, segment)
    if any(_adjacent(mention.post, found) for _, found in near):
        return ""
    if not near and not years and (said := _elsewhere(mention, other, post, context)):
        return said
    company = [person for person, found in near if _adjacent(post, found)]
    return f"beside {company[-1].family[1] or company[-1].en[0]}, {other.family[1]} is meant" if company else ""


def _elsewhere(mention: Mention, other: Term, post: Post, context: Context) -> str:
    """The text names the other, and him in full, and no year of it lies in the other's namesake's time."""
    everything = context.remember("all", lambda: _everything(context))
    if not any(name in everything for name in other.forms("en") if " " in name):
        return ""
    dates = [date for segment in context.segments for date in segment.target.dates if date.year]
    years = [str(date.year) for date in dates if date.kind in ("date", "month", "year")]
    if any(held(mention.post, year) is not False for year in years):
        return ""
    return f"the text is about {other.en[0]}" if any(held(post, year) is not False for year in years) else ""


def _neighbours(mention: Mention, segment: Segment) -> list[tuple[Term, Post]]:
    """The other holders of the office that the paragraph names."""
    found = []
    for hit in names(segment):
        for post in hit.term.posts:
            if hit.term.family[0] != mention.person.family[0] and same_office(post, mention.post) and post.since:
                found.append((hit.term, post))
    return found


def _adjacent(one: Post, other: Post) -> bool:
    """True if one follows the other in office directly."""
    return bool(one.until and one.until == other.since) or bool(other.until and other.until == one.since)
