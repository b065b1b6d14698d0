"""English or Chinese left in the Japanese text.

A clause that the machine passed over, or a sentence that it added in English; and characters that only Chinese has
(发, 气), which models of several languages mix in. Names, titles, code, what stands in brackets or quotation
marks, and Chinese that the source writes are in order.

Bad: 設定は⟦you can change it later⟧と表示されます。
Bad: 今日は天⟦气⟧がよい。
Good: 米国のDepartment of Health and Human Servicesは「You can do it」と題した冊子を出した。
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="foreign-residue",
    summary="English or Chinese left in the Japanese text",
    severity="major",
    category="accuracy/untranslated",
    lang="ja",
)
_OPEN, _CLOSE = "(（[［「『“\"'‘《〈【*_<", ")）]］」』”\"'’》〉】*_>"


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    from tqa.lang.ja.residue import chinese, english

    side = segment.target
    if side.string.isascii() and segment.kind != "prose":
        return  # a name or a title
    runs: list[tuple[int, int]] = []
    for start, end in english(side.string):
        if _set_apart(segment, start, end):
            continue
        if runs and "。" not in side.string[runs[-1][1] : start]:
            start = runs.pop()[0]  # a paragraph in English is one fault, whatever titles and code stand in it
        runs.append((start, end))
    for start, end in runs:
        yield Problem(segment, start, end, "English left in the Japanese")
    for start, end in chinese(side.string):
        text = side.string[start:end]
        copied = segment.source is not None and text in segment.source.string
        if not copied and not _set_apart(segment, start, end):
            yield Problem(segment, start, end, f"“{text}” is written so in Chinese only")


def _set_apart(segment: Segment, start: int, end: int) -> bool:
    """True for code and for what stands in brackets or quotation marks."""
    side = segment.target
    if side.is_protected(start, end) or side.quoted(start, end):
        return True
    before, after = side.string[:start], side.string[end:]
    opened = max(before.rfind(char) for char in _OPEN)
    closed = max(before.rfind(char) for char in _CLOSE)
    return opened >= max(closed, 0) and any(char in after for char in _CLOSE)
