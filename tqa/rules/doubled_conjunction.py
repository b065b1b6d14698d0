"""Two conjunctions for one turn: “Although …, but …”, “Because …, so …”.

Japanese marks the turn twice (〜だが、しかし; 〜なので、だから); in English one conjunction is enough. The rule reads
only a clause that opens its sentence and the clause right after it: “not A, but B”, “so” before an adjective and
“however” between two commas are in order.

Bad: Although it rained⟦, but⟧ the ceremony went ahead.
Bad: Because the road was closed⟦, so⟧ they took the train.
Good: Although it rained, the ceremony went ahead, but few came.
Good: Because it was not a rule, but a habit, nobody spoke.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="doubled-conjunction",
    summary="a second conjunction for the same turn",
    severity="minor",
    category="linguistic-conventions/grammar",
    fix="unsafe",
)


_CAUSES = ("Because", "Since")
_OPENERS = ("Although", "Though", "Even though", "Despite", "In spite of", *_CAUSES)


@cache
def _second() -> re.Pattern[str]:
    return re.compile(r",\s+(?:but|yet|however|nevertheless|so|therefore|hence)\b")


@cache
def _turn(because: bool) -> re.Pattern[str]:
    subject = (
        r"(?=\s+(?:the|a|an|it|he|she|they|we|you|I|there|this|that|these|those|his|her|its|their|our|my|some|many|nobody|few|both|all|each|every|several|people"
        r"|most|no|when|if|[A-Z][\w-]*)\b)"
    )
    start = r"(?=(?:it|he|she|they|we|you|I|there|the|this|these|his|her|its|their|our|my)\b)"
    clause = r"(?:[^,;:()“”\"]|,\d){3,160}?"
    if because:
        second = rf"(?P<second>,\s+(?:so(?! that){subject}|therefore\b(?!\s*,)|hence\b))"
        return re.compile(rf"(?P<opener>Because(?! of)\s|Since\s{start}){clause}{second}")
    second = rf"(?P<second>,\s+(?:but|yet|(?:however|nevertheless)(?:\s*,\s*but)?(?!\s*,)){subject})"
    return re.compile(rf"(?P<opener>Although|Though|Even though|Despite|In spite of)\s{clause}{second}")


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    side = segment.target
    for low, high in side.sentences:
        if not side.string.startswith(_OPENERS, low) or not _second().search(side.string, low, high):
            continue
        match = _turn(side.string.startswith(_CAUSES, low)).match(side.string, low, high)
        if not match:
            continue
        opener = match["opener"].strip()
        start, end = match.span("second")
        if not side.quoted(start, end):
            word = match["second"].lstrip(", \n")
            yield Problem(segment, start, end, f"“{opener} …, {word}”: one conjunction is enough", ",")
