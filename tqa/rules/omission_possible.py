"""Source words that perhaps nothing in the translation renders: a list to go through, not a verdict.

The same evidence as `omission`, with a lower bar: about every second finding is a free translation. For the last look
at a text that must be complete.

Bad: 大名、商人、農民が寺に集まった。 ⇒ Daimyo ⟦and farmers gathered at the temple⟧.
Good: 大名、商人、農民が寺に集まった。 ⇒ Daimyo, merchants and farmers gathered at the temple.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules.omission import MINOR, gaps_of, problem

RULE = Rule(
    id="omission-possible",
    summary="source content that may lack a counterpart in the translation",
    severity="info",
    category="accuracy/omission",
    needs="pair",
    status="preview",
    yields_to=("untranslated", "unrelated", "truncated", "omission"),
)
_LIMIT = -2.5  # log odds


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    for found, gap in gaps_of(segment, context):
        if _LIMIT < gap.score <= MINOR:
            yield problem(segment, found, gap, "info")
