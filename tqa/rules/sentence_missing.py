"""A sentence of the English source that the Japanese translation does not have.

Machines drop the first sentence before a quotation, or one of two that are alike. A sentence counts as lost if the
translation has fewer sentences and hardly a word of this one has a Japanese word of its own, here or next door.

Bad: The museum opens in May. The mayor criticized the high cost of the new building. ⇒ 美術館は五月に開く⟦。⟧
Good: The museum opens in May. The mayor criticized the high cost. ⇒ 美術館は五月に開くが、市長は費用が高いと批判した。
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="sentence-missing",
    summary="a sentence of the English source that the Japanese does not have",
    severity="major",
    category="accuracy/omission",
    needs="pair",
    lang="ja",
    yields_to=("untranslated", "unrelated", "truncated"),
)
_SHOWN = 40  # characters


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    source, target = segment.source, segment.target
    if source is None or context.source_lang != "en" or len(source.sentences) < 2 or "\n\n" in source.string.strip():
        return
    from tqa.lang.counterparts.dropped import dropped, parts, rendered

    lost = dropped(source.string, target.string, source.sentences)
    near = [one for one in context.near(segment) if one is not segment]
    for low, high in lost:
        text = source.string[low:high]
        if any(rendered(text, one.target.string) for one in near):
            continue
        if text.startswith("(") and any(mark in target.string for mark in "(（"):
            continue  # one bracket in the middle of a sentence does for both
        before = sum(end <= low for _, end in source.sentences)
        there = parts(target.string)
        if not there:
            return
        end = len(target.string[: there[min(max(before, 1), len(there)) - 1][1]].rstrip())
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        start = max(end - 1, 0)
        yield Problem(segment, start, end, f"nothing here renders “{shown}”", source=(low, high))
