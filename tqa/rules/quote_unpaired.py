"""A quotation mark that opens and never closes, or closes and never opened.

Machine translation drops the mark that ends 「…」, and the reader no longer knows whose words he reads. A quotation
that goes on into the next paragraph opens again there and closes only at its end; that is no mistake, nor are
apostrophes, inches and feet, nor a quotation whose source runs on into the next segment. Single marks that may belong
to a longer speech around the sentence are left alone.

Bad: The ministry called it ⟦“⟧standby for deployment. Troops will move on Monday.
Bad: It was a plan,⟦”⟧ he said of the draft.
Bad: She asked, “Where is it?⟦'⟧ and left.
Good: He said, “We will go.”
Good: The workers’ rights and the ’90s: it is 6'2" tall.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tqa.lang.en.quotes import Mark, pair
from tqa.model import Problem, Segment, Side
from tqa.rules import Context, Rule
from tqa.rules._lone import join_across, lone_in_source, verbatim

RULE = Rule(
    id="quote-unpaired",
    summary="a quotation mark without its partner",
    severity="minor",
    category="linguistic-conventions/punctuation/quotation",
    scope="document",
    fix="unsafe",
)
_FAMILIES = ("double", "single")
_QUOTES = "「『"
_REACH = 6  # a quotation may run over so many paragraphs or aligned sentences


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    lonely = [[mark for mark in pair(s.target.string).alone if mark.family in _FAMILIES] for s in segments]
    join_across(lonely, _REACH, lambda index, mark: _reopens(segments[index + 1], mark.family))
    for at, (segment, marks) in enumerate(zip(segments, lonely, strict=True)):
        previous: Mark | None = None
        for index, mark in enumerate(marks):
            following = marks[index + 1] if index + 1 < len(marks) else None
            quiet = segment.target.is_protected(mark.at, mark.at + 1) or verbatim(segment, mark.at, mark.at + 1)
            if not quiet and not _runs_on(segments, at, mark):
                yield from _judge(segment, previous, mark, following)
            previous = mark


def _runs_on(segments: Sequence[Segment], at: int, mark: Mark) -> bool:
    """True if the source's quotation begins or ends in a segment nearby, so that the translation's does as well."""
    closes = mark.role == "close"
    if not lone_in_source(segments[at], "close" if closes else "open", _QUOTES):
        return False
    near = segments[max(at - _REACH, 0) : at] if closes else segments[at + 1 : at + 1 + _REACH]
    return any(lone_in_source(segment, "open" if closes else "close", _QUOTES) for segment in near)


def _judge(segment: Segment, previous: Mark | None, mark: Mark, following: Mark | None) -> Iterator[Problem]:
    text = segment.target.string
    if text[mark.at] == '"' and (_shell().search(text) or _is_sign(text, mark.at)):
        return
    if previous is not None and _crossed(text, previous, mark):
        if mark.role == "close" and mark.family == previous.family:
            message = "the quotation that closes here opens on the other side of a bracket"
            yield Problem(segment, mark.at, mark.at + 1, message)
            return
        message = f"the quotation opens with {text[previous.at]} and closes with {text[mark.at]}"
        wanted = _partner(text[previous.at])
        yield Problem(segment, mark.at, mark.at + 1, message, suggestion=wanted)
    elif mark.role == "close":
        if not _may_have_begun_before(text, mark):
            yield _never_opened(segment, mark)
    elif not (following and _crossed(text, mark, following)) and not _may_go_on(text, mark):
        yield _never_closes(segment, mark)


def _crossed(text: str, opener: Mark, mark: Mark) -> bool:
    """True where a quotation closes across a bracket, with another mark, or with one that curls the wrong way."""
    if opener.role == "close" or mark.role == "close":
        return opener.role != mark.role and mark.role == "close"
    after = text[mark.at + 1 : mark.at + 2]
    return text[mark.at] in "“‘" and not text[mark.at - 1].isspace() and not after.isalnum()


def _never_opened(segment: Segment, mark: Mark) -> Problem:
    text = segment.target.string
    near = text[max(mark.at - 30, 0) : mark.at + 1]
    shown = near.partition(" ")[2] or near
    # Spreadsheets swallow an apostrophe at the start of a cell: worth knowing, no fault of the translator.
    swallowed = mark.family == "single" and text[0].isalnum() and mark.at < 60 and len(text[: mark.at].split()) <= 4
    message = f"“{shown}”: a quotation closes here that never opened"
    return Problem(segment, mark.at, mark.at + 1, message, severity="info" if swallowed else "")


def _never_closes(segment: Segment, mark: Mark) -> Problem:
    text = segment.target.string
    shown = _closed(text, mark.at, _end(segment.target, mark.at))
    return Problem(segment, mark.at, mark.at + 1, "the quotation that opens here never closes", others=(shown,))


def _partner(opener: str) -> str:
    return {"“": "”", "‘": "’", "„": "”", "’": "’"}.get(opener, opener)


def _may_have_begun_before(text: str, mark: Mark) -> bool:
    """True for a single mark after a full stop or comma: the end of a speech that began sentences ago."""
    return mark.family == "single" and text[mark.at - 1] in ".,!?…)"


def _may_go_on(text: str, mark: Mark) -> bool:
    """True for a single mark that begins a speech: it may close sentences later."""
    if mark.family != "single":
        return False
    return bool(_introduces().search(text, max(mark.at - 60, 0), mark.at))


@cache
def _shell() -> re.Pattern[str]:
    # Marks in commands and settings need not pair: cut -d":", name="value".
    return re.compile(r"\w=\"|\s--?[a-z]+\"")


def _is_sign(text: str, at: int) -> bool:
    """True for a mark that nothing touches, in a row of signs (\\, *, ", :) or on a key (press " twice)."""
    if (not at or text[at - 1].isspace()) and re.match(r" [^\w\s\"'“”‘’(] ", text[at + 1 : at + 4]):
        return True
    after = text[at + 1 : at + 3].strip()
    return (not after or after in tuple(",;.") or text[at + 1].isspace()) and bool(_sign().search(text, 0, at + 1))


@cache
def _sign() -> re.Pattern[str]:
    signs = r"(?:^|\s)[^\w\s\"“”.;!?()…–—-]{1,2},?"
    return re.compile(rf"(?i)(?:{signs}|\b(?:press|type|enter|hit|then|key|character|symbol|sign)) \"\Z")


@cache
def _introduces() -> re.Pattern[str]:
    verbs = r"saying|says?|said|states?|stated|writes|wrote|(?:told|asked) \w+"
    return re.compile(rf"(?:^|[,:;]|\b(?:that|as|{verbs}))\s*\Z")


def _reopens(segment: Segment, family: str) -> bool:
    return segment.target.string[:1] in ("“\"" if family == "double" else "‘'")


def _end(side: Side, start: int) -> int:
    """The likeliest end of a quotation: a phrase goes to the next comma, a speech to the end of its sentence or to the
    clause that says who spoke."""
    text, end = side.string, side.sentence_at(start)[1]
    if not text[start + 1 : start + 2].isupper():
        return next((at for at in range(start, end) if text[at] in ",;:)—–"), end)
    from tqa.lang.en.reporting import credits

    comma = text.rfind(",", start, end)
    spoken = comma > start and credits([word for word in side.tokens if comma < word.start < end])
    return comma + 1 if spoken else end


def _closed(text: str, start: int, end: int) -> str:
    """The quotation with its closing mark, or the end of a long one."""
    closing = _partner(text[start])
    shown = text[start:end].rstrip()
    return (shown if len(shown) < 60 else "…" + shown[-40:]) + closing
