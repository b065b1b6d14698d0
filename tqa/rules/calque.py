"""A Japanese idiom or false friend rendered word for word.

顔色をうかがう is not to look at a face, ベクトル not a vector: such English is grammatical and means nothing, or
something else. The phrases are the `phrases:` of the glossary, with what to write instead.

Bad: They kept ⟦looking at the minister’s complexion⟧.
Bad: The ministry ⟦has a vector for⟧ avoiding trouble.
Good: They kept an eye on the minister’s mood.
Good: The wind has a vector for each hour of the day, said the pilot.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._glossary import avoided, problem

RULE = Rule(
    id="calque",
    summary="a Japanese idiom or false friend rendered word for word",
    severity="major",
    category="accuracy/mistranslation/idiom",
    lang="any",
    yields_to=("term-forbidden",),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    for hit in avoided(segment, context, "phrase"):
        yield problem(segment, hit, hit.term.why or "a word-for-word rendering")
