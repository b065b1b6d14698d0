"""A limit turned round: at most for at least, fewer than for more than.

以上 and 超 are lower limits, 以下, 以内 and 未満 upper ones. Whether the limit itself is included (more than 300 for
300人以上) is left to the reader: news prose is loose there.

Bad: 定員は10人以下だ。 ⇒ The limit is ⟦10 or more⟧.
Bad: 300人以上が参加した。 ⇒ ⟦Fewer than 300 people⟧ took part.
Good: 定員は10人以下だ。 ⇒ The limit is 10 or fewer.
Good: 300人以上が参加した。 ⇒ More than 300 people took part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqa.lang.values import Number, comparison
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._values import flipped

RULE = Rule(
    id="bound-flip",
    summary="an upper limit for a lower one",
    severity="major",
    category="accuracy/mistranslation/number",
    needs="pair",
    lang="any",
    fix="unsafe",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    for problem in flipped(segment, context, Number, comparison.bound_conflict):
        if not _is_turned(segment.target.string, problem.start, problem.end):
            yield problem


def _is_turned(target: str, start: int, end: int) -> bool:
    """True where English denies a limit, “not higher than”, or lists limits before their figures."""
    before = re.search(r"(?:\bnot|n['’]t|\bnever|\bwithout)\b(?: \w+){0,2} $", target[:start], re.IGNORECASE)
    listed = target[start:end].endswith((" and over", " and under", " and above", " and below"))
    return before is not None or (listed and re.match(r" \w*\d", target[end:]) is not None)
