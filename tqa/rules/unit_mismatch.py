"""The figure of the source with another unit or currency.

50坪 is not 50 square metres, 20万バーツ not 200,000 yen. Converted values agree and are left alone. Of a rate, the
currency that is bought counts too: 1ユーロ=165円 is not “165 yen to the dollar”.

Bad: 50坪の家だ。 ⇒ It is a house of ⟦50 square meters⟧.
Bad: 300ドルを払った。 ⇒ He paid ⟦300 yen⟧.
Good: 50坪の家だ。 ⇒ It is a house of about 165 square meters.
Good: 300ドルを払った。 ⇒ He paid $300.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqa.lang import values
from tqa.lang.values import Number
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
        if isinstance(clash.target, Number) and values.unit_conflict(clash.source, clash.target) and not points:
            money = clash.source.kind == "money" and clash.target.kind == "money"
            yield problem(segment, clash, told(segment, clash), "critical" if money else "")
    if context.lang == "en":
        yield from _rates(segment, context)


_COINS = {"ドル": "dollar", "ユーロ": "euro", "ポンド": "pound", "元": "yuan", "人民元": "yuan", "ウォン": "won",
          "バーツ": "baht", "ルーブル": "ruble", "フラン": "franc", "ルピー": "rupee"}  # fmt: skip


def _rates(segment: Segment, context: Context) -> Iterator[Problem]:
    """Rates of exchange in which another currency is bought."""
    if segment.source is None or not any(mark in segment.source.string for mark in "=＝"):
        return
    source, target = segment.source.string, segment.target.string
    for one, others in said_as(segment, context, Number):
        bought = re.search(rf"({'|'.join(_COINS)})\s?[=＝]\s?\Z", source[: one.start])
        coins = "|".join(_COINS.values())
        named = re.compile(rf" (?:to|against|per|for) (?:the |one |a |1 )?(?:U\.?S\.? )?({coins})\b")
        there = [match for match in (named.match(target, other.end) for other in others) if match]
        if bought and there and all(match[1] != _COINS[bought[1]] for match in there):
            word = there[0]
            message = f"{source[bought.start() : one.end]}: a rate of the {_COINS[bought[1]]}, here of the {word[1]}"
            yield Problem(segment, *word.span(1), message, _COINS[bought[1]], source=(bought.start(), one.end))
