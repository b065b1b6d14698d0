"""A term whose first mention is not the one that the glossary wants.

An entry may say what readers must meet first (`first`: a gloss, a name with its acronym), and what is enough once the
full form has stood (`short`). That a short form stands alone is a remark (“the central bank” of which everybody knows);
what an entry says in `first` must stand. The first mention is looked for in the whole text; headings and quotations,
which say what they say, do not count.

Bad: The ⟦Shiomi Accord⟧ was signed. The Shiomi Accord (on fisheries) was praised.
Bad: 潮見水産庁は反対した。 ⇒ The ⟦agency⟧ was against it.
Good: The Shiomi Accord (on fisheries) was signed. The Shiomi Accord was praised.
Good: 潮見水産庁は反対した。潮見水産庁は強い。 ⇒ The Shiomi Fisheries Agency was against it. The agency is strong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.lang.en.closed import POSSESSIVES
from tqa.model import Hit, Problem, Segment, Term
from tqa.rules import Context, Rule
from tqa.rules._glossary import said

RULE = Rule(
    id="first-mention",
    summary="a term whose first mention is not the one that the glossary wants",
    severity="minor",
    category="style/organizational-style",
    scope="document",
    lang="any",
    fix="unsafe",
    yields_to=("term-forbidden", "term-missing"),
)
_FULL = ("preferred", "admitted", "first")
_OWNED = POSSESSIVES | {"a", "an", "another", "any", "each", "every"}


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    full: set[str] = set()  # the terms that have been mentioned in full
    done: set[str] = set()  # those of which all has been said
    for number, segment in enumerate(segments):
        for hit in _mentions(segment, context):
            term = hit.term
            first = [form for lang, form in term.first if lang == context.lang]
            if hit.role == "first" or (term.id in full and not first):
                done.add(term.id)
            if hit.role == "short" and (_other_meant(segment, hit, full) or _part_of_more(segment, hit)):
                continue
            if hit.role == "short" and _said_otherwise(segment, context, term):
                full.add(term.id)
                continue
            if term.id not in done and hit.role == "short" and _misspelled(segments[: number + 1], term):
                done.add(term.id)  # the slip is what is wrong
                continue
            if term.id not in done and (first or hit.role == "short"):
                done.add(term.id)
                problem = _problem(segment, hit, first or list(term.forms(context.lang)))
                yield problem if first else problem._replace(severity="info")
            if hit.role in _FULL:
                full.add(term.id)


def _mentions(segment: Segment, context: Context) -> Iterator[Hit]:
    """The mentions of terms in a segment's text. A short form alone may mean anything: it is one where the source
    says the term."""
    for hit in segment.target.hits:
        term = hit.term
        if term.kind != "term" or hit.role not in (*_FULL, "short") or not (term.first or term.short):
            continue
        aside = segment.kind == "heading" or segment.target.quoted(hit.start, hit.end)
        if (aside and hit.role not in _FULL) or segment.target.is_protected(hit.start, hit.end):
            continue
        if aside and hit.role != "first" and term.first:
            continue
        if not context.speaks(segment, term.only, term.unless):
            continue
        if hit.role != "short" or _spoken_of(segment, context, term):
            yield hit


def _spoken_of(segment: Segment, context: Context, term: Term) -> bool:
    return segment.source is not None and bool(term.forms(context.source_lang)) and said(segment, context, term)


def _other_meant(segment: Segment, hit: Hit, full: set[str]) -> bool:
    """True if the words may stand for another term that has been mentioned, or the full form stands close by."""
    hits = segment.target.hits
    same = (other.term.id for other in hits if (other.start, other.end) == (hit.start, hit.end))
    by = any(other.role in _FULL and other.term.id == hit.term.id for other in hits)
    return hit.term.id not in full and (by or any(name in full for name in same))


def _said_otherwise(segment: Segment, context: Context, term: Term) -> bool:
    """True if the full form stands there as texts write it: “the Foreign and Finance ministries”."""
    if context.lang != "en":
        return False
    from tqa.lang.en.renderings import bare, within, written
    from tqa.rules._rendering import words

    here = words(segment, context)
    return any(written(form, here) or within(form, here) or bare(form, here) for form in term.en)


def _misspelled(segments: Sequence[Segment], term: Term) -> bool:
    """True if an English form of several words stood there with a slip in one of them, or a word was torn in two."""
    from tqa.lang.distance import distance

    forms = [form.lower().split() for form in term.en if " " in form]
    for segment in segments if forms else ():
        keys = [token.key for token in segment.target.tokens]
        run = "".join(keys)
        for form in forms:
            if "".join(form) in run:
                return True
            for at in range(len(keys) - len(form) + 1):
                wrong = [pair for pair in zip(keys[at:], form, strict=False) if pair[0] != pair[1]]
                if len(wrong) == 1 and len(wrong[0][1]) > 3 and distance(*wrong[0], 1) == 1:
                    return True
    return False


def _part_of_more(segment: Segment, hit: Hit) -> bool:
    """True if a common noun is a part of more, or said of no one body: the “Committee” of the Organizing Committee, the
    house of Mr. Mori, its deputy, an agency."""
    text = segment.target.string
    before = text[: hit.start].split()
    if not hit.form.islower():
        return False
    if text.startswith(" of ", hit.end) or (before and before[-1].lower() in _OWNED):
        return True
    return text[hit.start].isupper() and bool(before) and before[-1][0].isupper()


def _problem(segment: Segment, hit: Hit, wanted: list[str]) -> Problem:
    there = segment.target.string[hit.start : hit.end]
    name = hit.term.ja[0] if hit.term.ja and segment.target.lang.CODE == "en" else hit.term.id
    return Problem(
        segment,
        hit.start,
        hit.end,
        f"the first mention of {name} is “{there}”; the glossary wants “{wanted[0]}”",
        suggestion=segment.target.lang.adapted(wanted[0], there),
        others=tuple(wanted[1:2]),
        entry=hit.term,
    )
