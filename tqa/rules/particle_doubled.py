"""A particle written twice, or two that exclude each other: をを, には、は, をが.

Machine translation and late edits leave them behind: the old particle stayed beside the new one. A particle before a
word that begins with its kana (はは in 私ははっきり, のの in ののしる) is in order.

Bad: 資料⟦をを⟧確認する。
Bad: 会議⟦がを⟧開かれた。
Good: 私ははっきりと覚えている。町はにぎわい、犬によく似た影が動く。
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="particle-doubled",
    summary="a particle written twice, or two that exclude each other",
    severity="minor",
    category="linguistic-conventions/duplication",
    lang="ja",
    fix="unsafe",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    from tqa.lang.ja.doubling import particles

    side = segment.target
    for start, end, same in particles(side.string, side.tokens):
        if side.is_protected(start, end):
            continue
        text = side.string[start:end]
        if same:
            yield Problem(segment, start, end, f"“{text}”: the particle stands twice", text[: (len(text)) // 2])
        else:
            message = f"“{text}”: these two particles exclude each other"
            yield Problem(segment, start, end, message, others=(text[0], text[1]))
