"""The figure of the source with another unit or currency.

50坪 is not 50 square metres, 20万バーツ not 200,000 yen. Converted values agree and are left alone.

Bad: 50坪の家だ。 ⇒ It is a house of ⟦50 square meters⟧.
Bad: 300ドルを払った。 ⇒ He paid ⟦300 yen⟧.
Good: 50坪の家だ。 ⇒ It is a house of about 165 square meters.
Good: 300ドルを払った。 ⇒ He paid $300.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang import values
from tqa.lang.values import Number
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._values import clashes, problem, told

RULE = Rule(
    id="unit-mismatch",
    summary="the figure of the source with another unit",
    severity="major",
    category="accuracy/mistranslation/unit",
    needs="pair",
    lang="any",
    fix="unsafe",
    yields_to=("number-scale", "relative-time"),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    for clash in clashes(segment, context, Number):
        points = clash.source.unit in ("pp", "point")  # percent-point speaks
        if isinstance(clash.target, Number) and values.unit_conflict(clash.source, clash.target) and not points:
            money = clash.source.kind == "money" and clash.target.kind == "money"
            yield problem(segment, clash, told(segment, clash), "critical" if money else "")
