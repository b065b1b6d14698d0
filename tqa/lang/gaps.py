"""Runs of source words without counterpart, each with its odds of being an omission and its place in the target.

The odds come from a logistic regression that `bench/fit_gaps.py` fits to what revisers of the Kyoto articles put in
(1,500 runs) and to what they passed (37,000 runs). They are logarithms of odds among all runs, where omissions are
rare: thresholds are chosen on clean text, not at 0.
"""

from __future__ import annotations

from math import log, log1p
from typing import NamedTuple

from tqa.lang.coverage import Coverage, Word, balance

WEIGHTS = {
    "sum": 0.22, "most": 0.80, "elsewhere": 0.57, "surplus": -0.16, "ratio": -0.65, "names": 0.55, "bracket": 0.32,
    "item": 0.64, "covered": 0.69, "against": 0.15,
}  # fmt: skip
BIAS = -6.48
_NEAR = 10  # English words between the renderings of the neighbours up to which the gap lies between them


class Gap(NamedTuple):
    """Source words `first` to `last` (indices into the coverage's words) that nothing renders. `score` is the log of
    the odds that this is an omission; `start` and `end` are the place in the target where they should stand."""

    first: int
    last: int
    score: float
    start: int
    end: int


def gaps(source: str, found: Coverage) -> list[Gap]:
    """The runs of missing words, in source order."""
    made = []
    for first, last in runs(found.words):
        facts = features(source, found, first, last)
        score = BIAS + sum(WEIGHTS[name] * value for name, value in facts.items())
        made.append(Gap(first, last, score, *_place(found, first, last)))
    return made


def runs(words: tuple[Word, ...]) -> list[tuple[int, int]]:
    """(first, last) of the longest runs of words without counterpart that hold a word known to be missing."""
    found = []
    start = None
    for at, word in enumerate((*words, None)):
        if word is not None and not word.at:
            start = at if start is None else start
        elif start is not None:
            if any(word.missing for word in words[start:at]):
                found.append((start, at - 1))
            start = None
    return found


def features(source: str, found: Coverage, first: int, last: int) -> dict[str, float]:
    """What the odds are computed from."""
    words = found.words
    weights = [word.weight for word in words[first : last + 1] if word.missing]
    total = min(sum(weights), 10.0)
    _, missing, surplus, rendered = balance(found)
    start, end = words[first].token.start, words[last].token.end
    letters = sum(len(token.text) + 1 for token in found.target)
    characters = sum(word.token.end - word.token.start for word in words)
    return {
        "sum": total,
        "most": max(weights),
        "elsewhere": log1p(max(missing - sum(weights), 0.0)),
        "surplus": log1p(surplus),
        "ratio": log((letters + 5) / (4 * characters + 5)),
        "names": sum(word.name and word.missing for word in words[first : last + 1]) / len(weights),
        "bracket": float(source.rfind("（", 0, start) > source.rfind("）", 0, start)),
        "item": float(source[start - 1 : start] in ("、", "・") and source[end : end + 1] in ("、", "・", "な", "ど")),
        "covered": rendered / len(words),
        "against": total / (1 + surplus),
    }


def _place(found: Coverage, first: int, last: int) -> tuple[int, int]:
    """Between the renderings of the neighbours where these stand close, else around what follows or goes before."""
    words, tokens = found.words, found.target
    if not tokens:
        return 0, 0
    before = next((word.at for word in reversed(words[:first]) if word.at), ())
    after = next((word.at for word in words[last + 1 :] if word.at), ())
    if before and after:
        distance, one, two = min((abs(a - b), a, b) for a in before for b in after)
        low, high = (min(one, two), max(one, two)) if distance <= _NEAR else (two, two)
    elif before or after:
        low = high = before[-1] if before else after[0]
    else:
        low = high = len(tokens) - 1
    low, high = max(low - 1, 0), min(high + 1, len(tokens) - 1)
    return tokens[low].start, tokens[high].end
