"""Wording that says the same thing twice, or goes round in a circle.

It is a sure sign of a sentence rendered word by word: 「難しいとは言いにくい」 becomes “difficult to say that it is
difficult”. Only a closed set of patterns is read; rhetoric (“a deal is a deal”) is left alone.

Bad: For the public, ⟦it is difficult to say that it is difficult⟧.
Bad: They discussed ⟦future prospects for trade in the future⟧.
Bad: He ⟦returned back⟧ to the capital.
Good: It is difficult to say whether it is true. A deal is a deal.
Good: The first lady visited the town for the first time, at 9 a.m. on Monday.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.en.tautologies import patterns
from tqa.lang.fold import fold
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="tautology",
    summary="wording that says the same thing twice",
    severity="minor",
    category="style/tautology",
    fix="unsafe",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    side = segment.target
    folded = fold(side.string)
    lowered = folded.lower()
    taken: list[tuple[int, int]] = []
    for pattern in context.remember("tautologies", lambda: [it for it in patterns() if it.pattern.may(context.words)]):
        for match in pattern.pattern.regex.finditer(folded) if pattern.pattern.may(lowered) else ():
            start, end = match.span("at" if "at" in match.re.groupindex else 0)
            if any(low < end and start < high for low, high in taken) or side.quoted(start, end):
                continue
            if side.is_protected(start, end):
                continue
            taken.append((start, end))
            words = {name: text.lower() for name, text in match.groupdict(default="").items()}
            keep = match.expand(pattern.keep) if pattern.keep else None
            yield Problem(segment, start, end, pattern.message.format(**words), keep, severity=pattern.severity)
