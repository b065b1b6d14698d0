"""Word salad: words in an order that no English sentence has.

A broken translation system puts function words next to each other that never stand so: “the is”, “of and”, “a how”. One
such pair may be a slip, a quoted word or a name; two different ones close together are no sentence.

Bad: Tokyo ⟦the is of and⟧ with help the office.
Bad: The plan is ⟦of and the by its of⟧ the review.
Good: The office to and from which he commuted is the one that we had had in mind.
Good: What the “of” and the “is” in this title mean is unclear.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.en.garble import never
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="garbled-sentence",
    summary="words in an order that no sentence has",
    severity="major",
    category="linguistic-conventions/unintelligible",
    yields_to=("untranslated", "doubled-word"),
)
_NEAR = 25  # words; farther apart, two pairs may be two slips


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    side = segment.target
    words = side.tokens
    found = []
    for low, high in never(side.string, words):
        span = words[low].start, words[high].end
        if not side.quoted(*span) and not side.is_protected(*span):
            found.append((low, high))
    at = 0
    while at < len(found):
        last = at
        while last + 1 < len(found) and found[last + 1][0] - found[last][0] <= _NEAR:
            last += 1
        run = found[at : last + 1]
        shown = dict.fromkeys(side.string[words[low].start : words[high].end + (low == high)] for low, high in run)
        if len(shown) > 1:
            pairs = ", ".join(f"“{pair}”" for pair in list(shown)[:3])
            message = f"no English sentence has {pairs}: this is garbled, translate it again"
            yield Problem(segment, words[run[0][0]].start, words[run[-1][1]].end, message)
        at = last + 1
