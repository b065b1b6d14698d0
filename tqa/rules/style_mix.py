"""One matter of style settled in two ways: U.S. and US, 5 percent and 5%, March 3 and 3 March.

A house has one way, and a text that has two was put together from two. Reported is what a clear majority of the text
does otherwise. Headings, tables, parentheses and quotations have rules of their own; “the United States” beside
“U.S.” is noun and adjective.

Bad: The U.S. side came. The U.S. plan and the U.S. answer were known. The ⟦US⟧ team left.
Good: The United States came. The U.S. plan and the U.S. answer were known (a 5% rise), as was the U.S. wish.
Good: Rates rose 5 percent and then 5% more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.lang.en.styles import asides, patterns
from tqa.lang.gated import Gated
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._drift import Use, report

RULE = Rule(
    id="style-mix",
    summary="one matter of style settled in two ways",
    severity="info",
    category="style/inconsistent",
    scope="document",
    fix="unsafe",
)
_CLEAR, _SHARE = 3, 3  # a majority: so many places, and so many times the others


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    prose = [segment for segment in segments if _prose(segment)]
    whole = "\n".join(segment.target.string for segment in prose)
    for matter, variants in patterns():
        if not _is_open([pattern for _, pattern in variants if pattern.may(whole)], whole):
            continue
        uses = [
            Use(segment, *span, variant.label, variant.label.strip())
            for segment in prose
            for variant, pattern in variants
            for span in _places(segment, pattern)
        ]
        literal = all(variant.literal for variant, _ in variants)
        counts = sorted((sum(item.key == variant.label for item in uses) for variant, _ in variants), reverse=True)
        if counts[0] >= max(_CLEAR, _SHARE * sum(counts[1:])):
            for problem in report(uses, matter, (lambda leader, item: leader.key) if literal else None):
                yield problem if literal else problem._replace(others=())


def _is_open(patterns: Sequence[Gated], text: str) -> bool:
    """True if two of the patterns stand in a text: one at least is looked for only if there may be another."""
    found = 0
    for left, pattern in zip(range(len(patterns), 0, -1), patterns, strict=True):
        if found + left < 2:
            return False
        found += pattern.regex.search(text) is not None
    return found > 1


def _places(segment: Segment, pattern: Gated) -> Iterator[tuple[int, int]]:
    """Where a variant stands, outside parentheses, quotations and code."""
    side = segment.target
    if not pattern.may(side.string):
        return
    apart = [match.span() for match in asides().finditer(side.string)]
    for match in pattern.finditer(side.string):
        start, end = match.span(1 if match.re.groups else 0)
        while apart and apart[0][1] <= start:
            del apart[0]
        aside = bool(apart) and apart[0][0] < end
        if not aside and not side.quoted(start, end) and not side.is_protected(start, end):
            yield start, end


def _prose(segment: Segment) -> bool:
    string = segment.target.string
    # the first line may be a long heading: it has no full stop
    headline = not segment.index and string.rstrip("\"'”’) ")[-1:] not in ".!?…:;,"
    return segment.kind != "heading" and not (headline or string.isupper() or "\t" in string or "|" in string)
