"""A Japanese mark written twice, or two that exclude each other: 。。, 、、, 、。.

What was put in left the old mark standing, or a machine lost a clause between two. Three and more are dots for a
pause, which chat and novels have.

Bad: 市は計画を始めた⟦。。⟧五月に終わる。
Bad: 市は計画を始め⟦、、⟧五月に終える。
Good: 市は計画を始めた。。。はずだった。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="punctuation-doubled",
    summary="a Japanese mark written twice, or two that exclude each other",
    severity="minor",
    category="linguistic-conventions/punctuation",
    lang="ja",
    fix="unsafe",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    for match in _marks().finditer(segment.target.string):
        if segment.target.is_protected(*match.span()):
            continue
        marks = match.group()
        if marks[0] == marks[1]:
            yield Problem(segment, *match.span(), f"“{marks}”: the mark stands twice", marks[0])
        else:
            yield Problem(segment, *match.span(), f"“{marks}”: one of the two marks is too much", others=("。", "、"))


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"(?<![。、…])(?:。。|、、|。、|、。)(?![。、…])")
