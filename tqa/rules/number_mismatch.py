"""A number that contradicts the source.

The source has a number that the translation nowhere has, and in its place stands another.

Bad: 死者は29人に上った。 ⇒ The death toll rose to ⟦39⟧.
Bad: 3割が反対した。 ⇒ ⟦40 percent⟧ were opposed.
Good: 死者は29人に上った。 ⇒ The death toll rose to 29.
Good: 3割が反対した。 ⇒ Three in ten were opposed.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang import values
from tqa.lang.values import Number
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._values import clashes, problem, told

RULE = Rule(
    id="number-mismatch",
    summary="a number that contradicts the source",
    severity="major",
    category="accuracy/mistranslation/number",
    needs="pair",
    lang="any",
    fix="unsafe",
    yields_to=("number-scale",),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    for clash in clashes(segment, context, Number):
        other = clash.target
        said = isinstance(other, Number) and (
            values.scale_slip(clash.source, other) or values.unit_conflict(clash.source, other)
        )
        if not said:
            yield problem(segment, clash, told(segment, clash))
