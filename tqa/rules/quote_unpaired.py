"""A quotation mark that opens and never closes, or closes and never opened.

Machine translation drops the mark that ends 「…」, and the reader no longer knows whose words he reads. A quotation
that goes on into the next paragraph opens again there and closes only at its end; that is no mistake, nor are
apostrophes, inches and feet.

Bad: The ministry called it ⟦“⟧standby for deployment. Troops will move on Monday.
Bad: It was a plan,⟦”⟧ he said of the draft.
Good: He said, “We will go.”
Good: The workers’ rights and the ’90s: it is 6'2" tall.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.lang.en.quotes import Mark, pair
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="quote-unpaired",
    summary="a quotation mark without its partner",
    severity="minor",
    category="linguistic-conventions/punctuation/quotation",
    scope="document",
)
_FAMILIES = ("double", "single")
_REACH = 6  # a quotation may run over so many paragraphs or aligned sentences


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    lonely = [[mark for mark in pair(s.target.string).alone if mark.family in _FAMILIES] for s in segments]
    _join_across(segments, lonely)
    for segment, marks in zip(segments, lonely, strict=True):
        for mark in marks:
            if segment.target.is_protected(mark.at, mark.at + 1):
                continue
            text = segment.target.string
            if mark.role == "close":
                shown = text[max(mark.at - 30, 0) : mark.at + 1].partition(" ")[2] or text[: mark.at + 1]
                yield Problem(segment, mark.at, mark.at + 1, f"“{shown}”: a quotation closes here that never opened")
            else:
                end = segment.target.sentence_at(mark.at)[1]
                message = "the quotation that opens here never closes"
                yield Problem(segment, mark.at, mark.at + 1, message, others=(_closed(text, mark.at, end),))


def _join_across(segments: Sequence[Segment], lonely: list[list[Mark]]) -> None:
    """Take out the marks of quotations that run over several paragraphs."""
    for index, marks in enumerate(lonely):
        for mark in [mark for mark in marks if mark.role != "close"]:
            following = range(index + 1, min(index + 1 + _REACH, len(segments)))
            if index + 1 < len(segments) and _reopens(segments[index + 1], mark.family):
                marks.remove(mark)
                continue
            for other in following:
                closing = next((m for m in lonely[other] if m.family == mark.family), None)
                if closing is not None and closing.role == "close":
                    marks.remove(mark)
                    lonely[other].remove(closing)
                if closing is not None:
                    break


def _reopens(segment: Segment, family: str) -> bool:
    return segment.target.string[:1] in ("“\"" if family == "double" else "‘'")


def _closed(text: str, start: int, end: int) -> str:
    """The quotation closed where its sentence ends: the likeliest place."""
    closing = {"“": "”", "‘": "’"}.get(text[start], text[start])
    shown = text[start:end].rstrip()
    return (shown if len(shown) < 60 else "…" + shown[-40:]) + closing
