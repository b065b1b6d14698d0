"""A sentence that announces what a text or a body says, and ends before it is said.

「〜にはこうある。」 becomes “The website states.”: the reader waits for the rest. An opener alone is no sentence
either: “According to the ministry.” Where the words quoted come first (“…,” the report said), all is well.

Bad: The ministry’s website ⟦states⟧. The prime minister promised help.
Bad: Prices rose again. ⟦According to⟧ the bank’s survey.
Good: The ministry’s website states that prices rose, as the report notes.
Good: “Prices rose.” The report said. The teacher explained.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.lang.en.reporting import LONGEST, announces, opens_only
from tqa.model import Problem, Segment, Side
from tqa.rules import Context, Rule

RULE = Rule(
    id="dangling-report",
    summary="a reporting verb or opener with nothing after it",
    severity="major",
    category="linguistic-conventions/grammar",
    scope="document",
)
_CLOSERS = ("”", '"', "’", "'", "」")


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    before = ""
    for segment in segments:
        side = segment.target
        for low, high in side.sentences:
            sentence = side.string[low:high]
            if segment.kind == "prose" and sentence.endswith(".") and len(sentence.split()) <= LONGEST + 2:
                yield from _sentence(segment, side, low, high, before)
            before = sentence


def _sentence(segment: Segment, side: Side, low: int, high: int, before: str) -> Iterator[Problem]:
    if any(mark in side.string[low : high - 1] for mark in ',:;()“”"') or side.quoted(low, high):
        return
    words = [word for word in side.tokens if low <= word.start < high]
    if announces(words) and not before.endswith((*_CLOSERS, ",", ":")):
        verb = words[-1]
        others = (f"{verb.text} the following:",)
        yield Problem(
            segment, verb.start, verb.end, f"“{verb.text}” what? The sentence ends before it is said", None, others
        )
    elif (size := opens_only(words)) and not _source_too(segment):
        opener = side.string[words[0].start : words[size - 1].end]
        yield Problem(segment, words[0].start, words[size - 1].end, f"“{opener} …” opens a sentence that never comes")


def _source_too(segment: Segment) -> bool:
    """True if the source is a mere topic as well: 予算について。"""
    source = segment.source.string.rstrip("。 \n") if segment.source is not None else ""
    return source.endswith(("について", "つきまして", "に関して", "に関しまして", "件", "は"))
