"""Half-width katakana and marks in Japanese prose: ｻｰﾋﾞｽ for サービス, ｡ for 。.

A relic of old terminals; style guides and publishers do not admit it, and searches miss it. Faces such as (´ω｀*)ﾉ and
code are in order.

Bad: 新しい⟦ｻｰﾋﾞｽ⟧を始めます⟦｡⟧
Good: 新しいサービスを始めます(*´ω｀*)ﾉ
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="halfwidth-katakana",
    summary="half-width katakana or marks",
    severity="minor",
    category="locale-conventions/width",
    lang="ja",
    fix="safe",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    text = segment.target.string
    for match in _run().finditer(text):
        if not segment.target.is_protected(*match.span()):
            from unicodedata import normalize

            message = f"“{match.group()}” is written in half width"
            yield Problem(segment, *match.span(), message, normalize("NFKC", match.group()))


@cache
def _run() -> re.Pattern[str]:
    # two letters at least: one alone belongs to a face; so do marks that no word stands before, (｡･ω･｡)
    return re.compile(r"[ｦ-ﾝ](?=[ｦ-ﾟ]*[ｦ-ﾝ])[ｦ-ﾟ]+|(?<=[ぁ-んァ-ヶー一-龯々])[｡､](?![･´`ωﾟ])|｢(?=[^｢｣\n]+｣)|(?<=[^｢｣\n])｣")
