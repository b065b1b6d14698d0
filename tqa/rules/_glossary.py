"""What the rules over the glossary share: which hits speak in a segment, and how a problem is told."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.world.bodies import abroad, foreign, japans
from tqa.model import Hit, Problem, Segment, Side, Term
from tqa.rules import Context


def avoided(segment: Segment, context: Context, kind: str) -> Iterator[Hit]:
    """The forms to avoid of entries of one kind that speak in the target of a segment."""
    for hit in segment.target.hits:
        if hit.role != "avoid" or hit.term.kind != kind or segment.target.is_protected(hit.start, hit.end):
            continue
        term, avoid = hit.term, hit.avoid
        if not context.speaks(segment, term.only, term.unless) or not context.speaks(segment, avoid.only, avoid.unless):
            continue
        if accepted_there(segment, context, hit) or _anothers(segment, hit):
            continue
        if segment.source is None or said(segment, context, term):
            yield hit


def _anothers(segment: Segment, hit: Hit) -> bool:
    """True if the words name another country's body: the Foreign Office is Britain's 外務省."""
    bodies = segment.target.lang.CODE == "en" and hit.term.kind == "term" and any(map(japans, hit.term.ja))
    return bodies and foreign(segment.target.string, hit.start, hit.end)


def accepted_there(segment: Segment, context: Context, hit: Hit) -> bool:
    """True if another entry accepts the very same words: one that the source says, where there is a source."""
    return any(
        (other.start, other.end) == (hit.start, hit.end) and other.role != "avoid" and other.term != hit.term
        and (segment.source is None or said(segment, context, other.term))
        for other in segment.target.hits
    )  # fmt: skip


def said(segment: Segment, context: Context, term: Term) -> bool:
    """True if the source says the term here or next door, or if the entry names no source form."""
    forms = term.forms(context.source_lang)
    if not forms:
        return True
    return any(
        hit.term.id == term.id and hit.role != "avoid" and not _owned(other.source, hit)
        for other in context.near(segment)
        if other.source is not None
        for hit in other.source.hits
    )


def _owned(source: Side, hit: Hit) -> bool:
    """True if a body of Japan's stands there as another country's: 英外務省."""
    return japans(hit.form) and abroad(source.string[: hit.start])


def problem(segment: Segment, hit: Hit, reason: str) -> Problem:
    """A problem at a hit, with the entry's own reason and its preferred form."""
    why = hit.avoid.why or reason
    note = f" ({reason})" if hit.avoid.why and hit.term.kind == "term" else ""
    lang = segment.target.lang.CODE
    better = hit.term.forms(lang)
    phrase = hit.term.kind == "phrase"
    shown, adapt = segment.target.string[hit.start : hit.end], segment.target.lang.adapted
    return Problem(
        segment,
        hit.start,
        hit.end,
        f"“{shown}”: {why}{note}",
        suggestion=None if phrase or not better else adapt(better[0], shown),
        others=better if phrase else better[1:2],
        entry=hit.term,
    )
