"""Another name in katakana than the English source has: Emma Lindgren as エマ・ベルガー.

One of the source's names has no counterpart, neither by its sound nor in Latin letters, and a name stands here that
sounds like nothing in the source.

Bad: Emma Lindgren visited the mill. ⇒ エマ・⟦ベルガー⟧は製粉所を訪れた。
Good: Emma Lindgren visited the mill. ⇒ エマ・リンドグレーンは製粉所を訪れた。
Good: Suzy visited the mill. ⇒ スージーは製粉所を訪れた。
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="katakana-name",
    summary="another name in katakana than the English source has",
    severity="major",
    category="accuracy/mistranslation/name",
    needs="pair",
    lang="ja",
    yields_to=("untranslated", "unrelated", "country-mismatch", "person-mismatch", "term-missing"),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or context.source_lang != "en" or not segment.confident:
        return
    string = segment.target.string
    if not any("ァ" <= char <= "ヺ" for char in string):
        return
    from tqa.lang.names.swapped_kana import swaps

    beside = "\n".join(one.target.string for one in context.near(segment))
    for swap in swaps(segment.source.string, context.sources_near(segment), string, beside):
        there, name = string[swap.start : swap.end], segment.source.string[slice(*swap.source)]
        message = f"“{there}”: the source has no such name; its “{name}” stands nowhere here"
        yield Problem(segment, swap.start, swap.end, message, source=swap.source)
