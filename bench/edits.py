"""Where a reviser edited a sentence: spans of characters on either side of a minimal pair."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

Spans = list[tuple[int, int]]


def edited(bad: str, good: str) -> tuple[Spans, Spans]:
    """The spans of words that differ, in `bad` and in `good`; where words were only put in or taken out, the other
    side's span covers the neighbouring words. Spaces put in or taken out count with the characters beside them.

    >>> edited("the Kan cabinet fell", "the Suga cabinet fell at once")
    ([(4, 7), (16, 20)], [(4, 8), (22, 29)])
    >>> edited("rain,snow", "rain, snow")
    ([(4, 6)], [(4, 7)])
    """
    ours, theirs = _words(bad), _words(good)
    matcher = SequenceMatcher(None, [bad[a:b] for a, b in ours], [good[a:b] for a, b in theirs], autojunk=False)
    left: Spans = []
    right: Spans = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            left.append(_cover(ours, a, b))
            right.append(_cover(theirs, c, d))
            continue
        for n in range(b - a - 1):
            here, there = _gap(ours, a + n), _gap(theirs, c + n)
            if bad[slice(*here)].split(" ") != good[slice(*there)].split(" "):
                left.append(here)
                right.append(there)
    return left, right


def _gap(words: Spans, at: int) -> tuple[int, int]:
    """What lies between a word and the next, with a character of each."""
    return words[at][1] - 1, words[at + 1][0] + 1


def _words(text: str) -> Spans:
    return [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]


def _cover(words: Spans, low: int, high: int) -> tuple[int, int]:
    if not words:
        return 0, 0
    if low == high:
        return words[max(low - 1, 0)][0], words[min(high, len(words) - 1)][1]
    return words[low][0], words[high - 1][1]


def overlaps(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """True if a finding touches one of the spans."""
    return any(start < high and low < end for low, high in spans)
