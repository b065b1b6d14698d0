"""Headings in title case beside headings in sentence case.

A reader takes the difference for two ranks of headings. Names have their capitals in either; so a heading counts as
title case only if it gives a capital to a word that the text itself writes small.

Bad: Rain this year\\nIt rained.\\nWhy wait\\nWe do.\\nWhat comes\\nA plan.\\n⟦The Next Plan⟧\\nIt failed, this plan.
Good: Rain This Year\\nA year.\\nThe Next Plan\\nIt failed, this plan.\\nNo Hope\\nThe hope died.\\nA Year On\\nDry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tqa.lang.en.phrases import is_content
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._drift import Use, report

RULE = Rule(
    id="heading-case",
    summary="headings in title case and in sentence case",
    severity="info",
    category="style/inconsistent/heading-case",
    scope="document",
    status="preview",
)
_FEWEST = 4  # so many headings whose case is plain make a text with headings
_SMALL = frozenset(
    "via amid upon onto than when where while through among against toward towards within without during since until "
    "whose whom there".split()
)


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    headings = [segment for place, segment in enumerate(segments) if _is_heading(segments, place)]
    if len(headings) < _FEWEST or 2 * len(headings) > len(segments):
        return  # a list of products or an address, not an article
    ordinary = _ordinary(segments)
    uses = []
    for segment in headings:
        case = _case(segment, ordinary)
        if case:
            string = segment.target.string.rstrip()
            shown = string if len(string) < 40 else string[:38].rsplit(" ", 1)[0] + " …"
            uses.append(Use(segment, 0, len(string), case, f"{shown} ({case})"))
    if len(uses) >= _FEWEST:
        yield from (problem._replace(others=()) for problem in report(uses, "headings"))


def _is_heading(segments: Sequence[Segment], place: int) -> bool:
    """A heading has prose under it, or is the first line: the entries of lists and tables have neither."""
    below = segments[place + 1 : place + 2]
    return segments[place].kind == "heading" and bool(below) and (below[0].kind == "prose" or place == 0)


def _ordinary(segments: Sequence[Segment]) -> set[str]:
    """The words that the prose writes small and never, but at the start of a sentence, with a capital."""
    small: set[str] = set()
    capital: set[str] = set()
    for segment in segments:
        if segment.kind == "prose":
            starts = {start for start, _ in segment.target.sentences}
            for token in segment.target.tokens:
                if not token.capital:
                    small.add(token.key)
                elif token.start not in starts:
                    capital.add(token.key)
    return small - capital


def _case(segment: Segment, ordinary: set[str]) -> str:
    """title case, sentence case, or "" where names and short words leave it open."""
    side = segment.target
    skipped = [match.span() for match in _asides().finditer(side.string)]
    capitals = []
    for token in side.tokens[1:]:
        if len(token.key) < 4 or not token.key.isalpha() or not is_content(token.key) or token.key in _SMALL:
            continue
        if any(low < token.end and token.start < high for low, high in skipped) or side.quoted(token.start, token.end):
            continue
        if side.string[token.start - 1] in "-‐‑'’:–—" or token.text.isupper():
            continue
        if not token.capital:
            return "sentence case" if token.key.isascii() else ""
        capitals.append(token.key)
    return "title case" if any(key in ordinary for key in capitals) else ""


@cache
def _asides() -> re.Pattern[str]:
    return re.compile(r"\([^()]*\)|: .*")
