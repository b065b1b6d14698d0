"""A number that contradicts the source.

The source has a number that the translation nowhere has, and in its place stands another; or a change from one number
to another is told the other way round.

Bad: 死者は29人に上った。 ⇒ The death toll rose to ⟦39⟧.
Bad: 3割が反対した。 ⇒ ⟦40 percent⟧ were opposed.
Bad: 定員は50人から40人に減った。 ⇒ The quota was cut to ⟦50 from 40⟧.
Good: 死者は29人に上った。 ⇒ The death toll rose to 29.
Good: 3割が反対した。 ⇒ Three in ten were opposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tqa.lang.values import Number, comparison
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._values import clashes, problem, said_as, told

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
            comparison.scale_slip(clash.source, other) or comparison.unit_conflict(clash.source, other)
        )
        if not said:
            yield problem(segment, clash, told(segment, clash))
    if context.lang == "en" and segment.source is not None and "から" in segment.source.string:
        yield from _turned_round(segment, context)


def _turned_round(segment: Segment, context: Context) -> Iterator[Problem]:
    """A change told from its end to its beginning."""
    from tqa.lang.values.trends import starts_from

    assert segment.source is not None
    source = segment.source.string
    said = [(one, others[0]) for one, others in said_as(segment, context, Number) if len(others) == 1]
    for (one, first), (other, second) in pairwise(said):
        change = re.fullmatch(r"から(?:約|およそ|ほぼ)?", source[one.end : other.start])
        spans = (first.start, first.end), (second.start, second.end)
        if not change or one.unit != other.unit or starts_from(segment.target.string, *spans) is not False:
            continue
        low, high = min(spans)[0], max(spans)[1]
        message = f"{source[one.start : other.end]} of the source; the translation has it the other way round"
        yield Problem(segment, low, high, message, source=(one.start, other.end))
