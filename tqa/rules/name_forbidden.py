"""A reading or spelling of a person's name that the glossary says is wrong.

菅義偉 is Yoshihide Suga, never Yoshihide Kan; 文在寅 is Moon Jae-in, not the Japanese reading of his characters.

Bad: The premier, ⟦Yoshihide Kan⟧, resigned.
Good: The premier, Yoshihide Suga, resigned.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._glossary import avoided, problem

RULE = Rule(
    id="name-forbidden",
    summary="a reading or spelling of a name that the glossary says is wrong",
    severity="critical",
    category="accuracy/mistranslation/name",
    lang="any",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    for hit in avoided(segment, context, "person"):
        names = hit.term.forms(context.lang)
        yield problem(segment, hit, f"{hit.term.ja[0] if hit.term.ja else hit.term.id} is {names[0] if names else ''}")
