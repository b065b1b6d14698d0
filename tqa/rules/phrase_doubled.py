"""A phrase or noun written twice in a row: 必要です必要です, 保存保存.

A loop of the machine or a slip of the editor. What Japanese doubles on purpose is in order: 人々, どんどん, 一つ一つ,
何度も何度も, 東京大学大学院; so is what the source says twice.

Bad: 設定が必要です⟦必要です⟧。
Bad: 画面の保存⟦保存⟧を押す。
Good: 何度も何度も試し、少しずつ少しずつ進んだ。
Good: Save the file save the file ⇒ ファイルを保存ファイルを保存
Good: 東京大学大学院で学び、毎日毎日本を読む。
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="phrase-doubled",
    summary="a phrase or noun written twice in a row",
    severity="minor",
    category="linguistic-conventions/duplication",
    lang="ja",
    fix="unsafe",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    from tqa.lang.ja.doubling import phrases

    side = segment.target
    for start, end in phrases(side.string, side.tokens):
        if not side.is_protected(start, end) and not _twice_in_source(segment):
            yield Problem(segment, start, end, f"“{side.string[start:end]}” stands twice in a row", "")


def _twice_in_source(segment: Segment) -> bool:
    """True if words of the source come twice in a row."""
    words = [word.strip(".,;:!?") for word in segment.source.string.lower().split()] if segment.source else []
    halves = range(1, len(words) // 2 + 1)
    return any(words[at : at + size] == words[at + size : at + 2 * size] for size in halves for at in range(len(words)))
