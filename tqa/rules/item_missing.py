"""An item of an English list that the Japanese list does not have: rice, wheat and beef as 米と牛肉.

Said where nothing renders the item, and the other items stand in one Japanese list, one for one and nothing else.

Bad: The bill covers rice, wheat and beef. ⇒ 法案は⟦米と牛肉⟧を対象とする。
Good: The bill covers rice, wheat and beef. ⇒ 法案は米、小麦と牛肉を対象とする。
Good: In spring, rice and wheat are sown. ⇒ 米と小麦がまかれる。
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="item-missing",
    summary="an item of an English list that the Japanese does not have",
    severity="major",
    category="accuracy/omission",
    needs="pair",
    lang="ja",
    status="preview",  # of eleven findings in manuals and software, one was right
    yields_to=("untranslated", "unrelated", "truncated"),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    source = segment.source
    if source is None or context.source_lang != "en" or not segment.confident:
        return
    if "," not in source.string or not any(token.key in ("and", "or") for token in source.tokens):
        return
    from tqa.lang.counterparts.items import lost

    for ours, theirs in _sentences(segment):
        english, japanese = source.string[slice(*ours)], segment.target.string[slice(*theirs)]
        for one in lost(english, japanese):
            start, end = (theirs[0] + at for at in one.target)
            low, high = (ours[0] + at for at in one.source)
            yield Problem(segment, start, end, f"nothing here renders “{source.string[low:high]}”", source=(low, high))


def _sentences(segment: Segment) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Sentences that translate each other, if there are as many; else each with the whole translation."""
    assert segment.source is not None
    ours, theirs = segment.source.sentences, segment.target.sentences
    same = len(ours) == len(theirs)
    whole = (0, len(segment.target.string))
    for at, sentence in enumerate(ours):
        if same or len(ours) == 1 or len(theirs) == 1:  # else a list of another sentence may be taken for this one's
            yield sentence, theirs[at] if same else whole
