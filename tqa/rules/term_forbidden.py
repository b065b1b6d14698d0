"""A rendering that the glossary says to avoid.

The glossary is the editors' word: an established English name, or a choice of the house. A form is reported only
where its entry speaks: its conditions hold, no longer accepted form covers it and, where the source is at hand, the
source says the term.

Bad: Moscow holds the ⟦Southern Kurils⟧.
Bad: 北方領土の返還 ⇒ the return of the ⟦Southern Kurils⟧
Good: Moscow holds the Northern Territories.
Good: 知床半島 ⇒ It can be seen from the Southern Kurils.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._glossary import avoided, problem

RULE = Rule(
    id="term-forbidden",
    summary="a rendering that the glossary says to avoid",
    severity="major",
    category="terminology/wrong-term",
    lang="any",
    fix="unsafe",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    for hit in avoided(segment, context, "term"):
        wanted = " or ".join(f"“{form}”" for form in hit.term.forms(context.lang)[:2])
        name = hit.term.ja[0] if hit.term.ja and context.lang == "en" else hit.term.id
        yield problem(segment, hit, f"{name} is {wanted}" if wanted else "the glossary says to avoid this")
