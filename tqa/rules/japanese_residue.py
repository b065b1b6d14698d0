"""Japanese that was left in the English text.

A reader of English cannot read it: a segment that was not translated at all is critical. Japanese is welcome in
brackets or quotation marks, with its English beside it, and where a text speaks of how something is written.

Bad: The ⟦総務省⟧ said so on Monday.
Bad: He went to ⟦のみや⟧ after work.
Good: The kanji of the year was 金 (kin), and Itsukushima (厳島) is an island.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="japanese-residue",
    summary="Japanese left in the English text",
    severity="major",
    category="accuracy/untranslated",
    yields_to=("mojibake", "untranslated"),
)
_NAME = 8  # characters
_WRITING = ("表記", "と書", "の字", "漢字", "文字")  # the source speaks of how something is written


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    text = segment.target.string
    if text.isascii():
        return
    from tqa.lang.en.scripts import glossed, japanese

    spans = japanese(text)
    if not spans:
        return
    if not any(char.isascii() and char.isalpha() for char in text):
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        yield Problem(segment, start, end, "the whole segment is left in Japanese", severity="critical")
        return
    writes = segment.source is not None and any(word in segment.source.string for word in _WRITING)
    for start, end in spans:
        if writes and segment.source is not None and text[start:end] in segment.source.string:
            continue
        if segment.target.is_protected(start, end) or glossed(text, start, end, tuple(segment.target.quotations)):
            continue
        # A lone run of a few Han characters is a name that nobody could read.
        name = len(spans) == 1 and end - start <= _NAME and not any("\u3040" <= char <= "\u30ff" for char in text)
        yield Problem(segment, start, end, f"“{text[start:end]}” is left in Japanese", severity="minor" if name else "")
