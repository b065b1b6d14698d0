"""A sentence that stops in the middle, or has lost its end mark.

It ends on a word that needs another after it (“… its past and.”), or without any mark where the text around it has
them. Headings, captions, list items, table cells, dialogue and texts that do without end marks are left alone, and so
is what stops there in the source too.

Bad: The museum shows the town’s past ⟦and⟧.
Bad: The talks began in May. Both sides agreed to meet again in June. They then left for ⟦the⟧
Good: 雨が降ったが、 ⇒ It was raining all day long, but
Good: The house that he lived in. The plan was talked about. What is it made of?
Good: Results of the survey in the north and the south of the country
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tqa.lang.en.endings import always_goes_on, closed, finite, hangs
from tqa.model import Problem, Segment, Side
from tqa.rules import Context, Rule

RULE = Rule(
    id="cut-off-sentence",
    summary="a sentence that stops in the middle or lacks its end mark",
    severity="major",
    category="accuracy/omission",
    scope="document",
    yields_to=("truncated",),
)
_WORDS = 6  # a shorter last line may be a signature, a title or a cry


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    prose = [segment for segment in segments if segment.kind == "prose"]
    open_ = sum(not closed(segment.target.string.strip()) for segment in prose)
    marked = open_ * 10 <= len(prose) or len(segments) == 1
    for segment, after in zip(segments, [*segments[1:], None], strict=True):
        if segment.kind == "heading" and not (after and after.target.string.lstrip()[:1].islower()):
            yield from _half_a_line(segment)
    for segment in prose:
        side = segment.target
        spans = side.sentences
        if _is_item().search(side.string):
            continue
        for low, high in spans:
            yield from _hanging(segment, side, low, high, (low, high) == spans[-1])
        if len(spans) > 1 and marked and _unmarked(side, spans) and _ends(segment):
            last = side.tokens[-1]
            if not _hangs(side, *spans[-1]):
                message = f"no end mark after “{last.text}”: is the sentence complete?"
                yield Problem(segment, last.start, last.end, message, others=(last.text + ".",), severity="minor")


@cache
def _is_item() -> re.Pattern[str]:
    # One item of several in a contract: (a) the code, and; sell the service; or
    return re.compile(r"^\s*\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)] .*, (?:and|or)\s*$|; (?:and|or)\s*$", re.DOTALL)


def _goes_on(segment: Segment) -> bool:
    """True if the source stops at a comma."""
    return segment.source is not None and segment.source.string.rstrip().endswith(("、", "，", ","))


def _ends(segment: Segment) -> bool:
    """True unless the source has no end mark either."""
    source = segment.source.string.rstrip() if segment.source else ""
    return not source or source[-1] in "。．｡.！!？?」』）)】…～〜"


def _half_a_line(segment: Segment) -> Iterator[Problem]:
    """A line that looks like a heading, but opens like a sentence and ends on a word that nothing ends on."""
    side = segment.target
    words = side.tokens
    sentence = bool(words) and words[0].capital and not any(word.capital for word in words[1:3])
    if sentence and always_goes_on(words[-1].key) and not side.quoted(words[-1].start, words[-1].end):
        yield from _hanging(segment, side, *side.sentences[-1], True)


def _hanging(segment: Segment, side: Side, low: int, high: int, last: bool) -> Iterator[Problem]:
    if last and _goes_on(segment):
        return
    if (last or side.string[low:high].endswith(".")) and _hangs(side, low, high) and not side.quoted(low, high):
        word = next(word for word in reversed(side.tokens) if word.end <= high)
        if not side.is_protected(word.start, word.end):
            yield Problem(segment, word.start, word.end, f"the sentence ends on “{word.text}”: something is cut off")


def _hangs(side: Side, low: int, high: int) -> bool:
    sentence = side.string[low:high]
    stopped = sentence.endswith(".")
    words = [word for word in side.tokens if low <= word.start < high]
    if (
        len(words) < 5
        or sentence.endswith("..")
        or sentence[: -len(words[-1].text)].rstrip().endswith(";")
        or not sentence.rstrip(".").endswith(words[-1].text)
    ):
        return False
    joined = side.string[words[-1].start - 1 : words[-1].start] in ("-", "'", "’", "“", '"')
    return words[-1].text.islower() and not joined and hangs([word.key for word in words], stopped)


def _unmarked(side: Side, spans: Sequence[tuple[int, int]]) -> bool:
    """True if the last of several sentences has no mark after its last word; one alone may be a title or a caption."""
    low, high = spans[-1]
    words = side.string[low:high].split()
    if side.string[spans[-2][1] - 1] not in ".?\"”’'":
        return False  # a slogan and its tail
    if len(words) < _WORDS or closed(side.string[low:high]) or not words[0][:1].isupper() or side.quoted(low, high):
        return False
    keys = [word.key for word in side.tokens if word.start >= low]
    if not finite(keys) or side.string[high - 1] == ",":
        return False
    capitals = sum(word[:1].isupper() for word in words)
    return capitals * 2 < len(words) and not any(side.is_protected(word.start, word.end) for word in side.tokens[-1:])
