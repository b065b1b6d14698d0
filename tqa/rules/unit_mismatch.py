"""The figure of the source with another unit or currency.

50坪 is not 50 square metres, 20万バーツ not 200,000 yen. Converted values agree and are left alone. Of a rate, the
currency that is bought counts too: 1ユーロ=165円 is not “165 yen to the dollar”.

Bad: 50坪の家だ。 ⇒ It is a house of ⟦50 square meters⟧.
Bad: 300ドルを払った。 ⇒ He paid ⟦300 yen⟧.
Good: 50坪の家だ。 ⇒ It is a house of about 165 square meters.
Good: 300ドルを払った。 ⇒ He paid $300.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.values import Number, comparison
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._values import clashes, problem, said_as, told

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
        if isinstance(clash.target, Number) and comparison.unit_conflict(clash.source, clash.target) and not points:
            money = clash.source.kind == "money" and clash.target.kind == "money"
            yield problem(segment, clash, told(segment, clash), "critical" if money else "")
    if context.lang == "en":
        yield from _rates(segment, context)


def _rates(segment: Segment, context: Context) -> Iterator[Problem]:
    """Rates of exchange in which another currency is bought."""
    if segment.source is None or not any(mark in segment.source.string for mark in "=＝"):
        return
    from tqa.lang.values.rates import bought, per
    from tqa.lang.values.units import lookup

    source, target = segment.source, segment.target.string
    for price, others in said_as(segment, context, Number):
        ours = bought(source.string, source.numbers, price)
        theirs = [one for one in (per(target, other) for other in others) if one is not None]
        if ours and theirs and all(comparison.unit_conflict(ours, one) for one in theirs):
            start, end = theirs[0].start, theirs[0].end
            unit = lookup(ours.unit)
            wanted = unit.one if unit else ""
            rate = source.string[ours.start : price.end]
            message = f"{rate}: a rate of the {wanted}, here of the {target[start:end]}"
            yield Problem(segment, start, end, message, wanted, source=(ours.start, price.end))
