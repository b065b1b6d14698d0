"""Percentage points that became percent.

A rise by 7ポイント from 20 to 27 percent is a rise of 35 percent. The other direction is not reported: broadcasters
write パーセント for points too.

Bad: 支持率は7ポイント上昇した。 ⇒ Support rose ⟦7 percent⟧.
Bad: 金利を0.5ポイント引き上げた。 ⇒ They raised the rate by ⟦0.5%⟧.
Good: 支持率は7ポイント上昇した。 ⇒ Support rose 7 percentage points.
Good: 支持率は7パーセント上昇した。 ⇒ Support rose 7 points.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.values import Number
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._values import Clash, clashes, problem, told

RULE = Rule(
    id="percent-point",
    summary="percent for percentage points",
    severity="major",
    category="accuracy/mistranslation/unit",
    needs="pair",
    lang="any",
    fix="unsafe",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    for clash in clashes(segment, context, Number):
        one, other = clash
        if isinstance(other, Number) and one.unit in ("pp", "point") and other.unit == "%" and one.low == other.low:
            yield problem(segment, Clash(one._replace(unit="pp"), other), told(segment, clash))
