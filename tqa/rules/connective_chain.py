"""The same connective at the head of one sentence after the other.

Japanese strings sentences together with しかし, また and さらに; “However, … However, …” turns the argument twice and
loses the reader. Speech, lists and enumerations (“First, … Second, …”) are left alone.

Bad: However, few came. ⟦However⟧, the mayor was pleased.
Bad: In fact, it rose. Some were glad. In fact, many were. It fell in May. ⟦In fact⟧, it fell twice.
Good: However, few came. The mayor, however, was pleased.
Good: First, wash it. Second, dry it. However hard it is, do it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.lang.en.connectives import opening
from tqa.model import Place, Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="connective-chain",
    summary="the same connective opens sentence after sentence",
    severity="info",
    category="style/repetition",
    scope="document",
)
_WINDOW = 6  # sentences in which a third one is too many


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    heads: list[tuple[str, Segment, int]] = []
    for segment in segments:
        if segment.kind != "prose":
            heads = []  # what comes after a heading or a list starts anew
            continue
        side = segment.target
        for low, high in side.sentences:
            word = opening(side.string[low:high])
            if word and not side.quoted(low, low + len(word)):
                yield from _chained(heads[-_WINDOW + 1 :], word, segment, low)
            heads.append((word.lower(), segment, low))


def _chained(heads: Sequence[tuple[str, Segment, int]], word: str, segment: Segment, low: int) -> Iterator[Problem]:
    same = [head for head in heads if head[0] == word.lower()]
    if not same:
        return
    places = tuple(Place(other, at, at + len(word), "and here") for _, other, at in same)
    end = low + len(word)
    if heads[-1][0] == word.lower():
        message = f"“{word}” opens two sentences in a row"
        yield Problem(segment, low, end, message, related=places[-1:])
    elif len(same) > 1:
        message = f"“{word}” opens {len(same) + 1} of {_WINDOW} sentences"
        yield Problem(segment, low, end, message, related=places)
