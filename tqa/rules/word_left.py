"""An English word left in the Japanese: 計画のfiasco.

Said of common words in small letters that stand so in the source, between Japanese words. Names, abbreviations, words
of computing, texts with code, and what stands in quotation marks or brackets are in order.

Bad: He admitted the fiasco of the plan. ⇒ 彼はその計画の⟦fiasco⟧を認めた。
Good: He wrote about it on twitter. ⇒ 彼はそれについてtwitterに書いた。
Good: The word “fiasco” is Italian. ⇒ 「fiasco」という語はイタリア語だ。
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="word-left",
    summary="an English word left in the Japanese",
    severity="major",
    category="accuracy/untranslated",
    needs="pair",
    lang="ja",
    yields_to=("foreign-residue", "latin-mismatch", "untranslated", "unrelated"),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    side = segment.target
    if segment.source is None or context.source_lang != "en" or not any("a" <= char <= "z" for char in side.string):
        return
    from tqa.lang.ja.residue import left, of_code

    if context.remember("code", lambda: of_code([(one.source.string, one.target.string)
                                                 for one in context.segments if one.source])):  # fmt: skip
        return

    source = segment.source.string
    for start, end in left(source, side.string):
        word = side.string[start:end]
        if side.is_protected(start, end) or side.quoted(start, end):
            continue
        where = source.find(word)
        yield Problem(segment, start, end, f"“{word}” is left in English", source=(where, where + len(word)))
