r"""A term of the source, not a name, that may be rendered in two ways in one text.

“Urban planning” here and “city planning” there may be one term of the law or a writer's free choice; who keeps a
glossary wants to know. Names are told by term-drift.

Bad: 2019年、都市計画を見直した。\n2021年、都市計画は終わった。 ⇒ In 2019, they revised the city planning.\nIn 2021, the ⟦urban planning⟧ is over.
Good: 2019年、都市計画を見直した。\n2021年、都市計画は終わった。 ⇒ In 2019, they revised the city planning.\nIn 2021, it is over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._renderings import Rendering, apart, comparable, drifts
from tqa.rules.term_drift import RULE as NAMES

RULE = Rule(
    id="term-drift-possible",
    summary="a term of the source that may be rendered in two ways",
    severity="info",
    category="terminology/inconsistent",
    needs="pair",
    scope="document",
    status="preview",
    yields_to=("term-drift", *NAMES.yields_to),
)


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    if context.lang == "en":
        yield from drifts(segments, context, _differ)


def _differ(one: Rendering, other: Rendering) -> bool:
    words = apart(one, other)
    if words is None or one.guessed or other.guessed or len(one.key) < 2 or (one.proper and other.proper):
        return False
    return comparable(one, other, words)
