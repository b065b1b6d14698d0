"""Runs of source words without counterpart, each with its odds of being an omission and its place in the target.

The odds come from a logistic regression that `bench/fit_gaps.py` fits to what revisers of the Kyoto articles put in
(1,038 runs) and to what they passed (20,000 runs). They are logarithms of odds among all runs, where omissions are
rare: thresholds are chosen on clean text, not at 0.
"""

from __future__ import annotations

from math import log, log1p
from typing import NamedTuple

from tqa.lang.counterparts.coverage import Coverage, Word
from tqa.lang.counterparts.slots import place
from tqa.lang.counterparts.wholes import lost

WEIGHTS = {
    "most": 0.62, "log": 0.4, "second": 0.38, "elsewhere": 0.47, "surplus": -0.58, "ratio": -0.41, "names": 0.93,
    "shared": -0.48, "repeated": -0.32, "item": 0.14, "modifier": 0.12, "phrase": 0.62, "covered": -0.21,
    "long": 0.39,
}  # fmt: skip
BIAS = -5.32
TORN = 0.75  # what speaks against a part of a compound whose rest is rendered, as clean text shows
WHOLE = 0.0  # for parts that are lost as wholes
FLOOR = -3.0  # log odds below which nobody asks for a place


class Gap(NamedTuple):
    """Source words `first` to `last` (indices into the coverage's words) that nothing renders. `score` is the log of
    the odds that this is an omission; `start` and `end` are the place in the target where they should stand; `whole` if
    they are a part that is lost as a whole."""

    first: int
    last: int
    score: float
    start: int
    end: int
    whole: bool = False


def gaps(source: str, target: str, found: Coverage) -> list[Gap]:
    """The runs of missing words, in source order."""
    scores = dict.fromkeys(lost(source, target, found), WHOLE)
    for first, last in runs(found.words):
        facts = features(source, found, first, last)
        score = BIAS + sum(WEIGHTS[name] * value for name, value in facts.items())
        if torn(found.words, first, last):
            score -= TORN
        inside = [(a, b) for a, b in scores if first <= a and b <= last]
        if score > WHOLE or not inside:
            scores = {span: value for span, value in scores.items() if span not in inside} | {(first, last): score}
    return [_gap(source, target, found, *span, score) for span, score in sorted(scores.items())]


def _gap(source: str, target: str, found: Coverage, first: int, last: int, score: float) -> Gap:
    span = found.words[first].token.start, found.words[last].token.end
    where = place(source, target, found, *span) if score > FLOOR else (0, 0)
    return Gap(first, last, score, *where, score == WHOLE)


def runs(words: tuple[Word, ...]) -> list[tuple[int, int]]:
    """(first, last) of the longest runs of words without counterpart that hold a word known to be missing."""
    found = []
    start = None
    for at, word in enumerate((*words, None)):
        if word is not None and word.open:
            start = at if start is None else start
        elif start is not None:
            if any(word.open and word.weight for word in words[start:at]):
                found.append((start, at - 1))
            start = None
    return found


def torn(words: tuple[Word, ...], first: int, last: int) -> bool:
    """True if a run begins or ends inside a compound, of which the rest is rendered."""
    before = first > 0 and words[first - 1].token.end == words[first].token.start
    return before or (last + 1 < len(words) and words[last + 1].token.start == words[last].token.end)


def features(source: str, found: Coverage, first: int, last: int) -> dict[str, float]:
    """What the odds are computed from."""
    words = found.words
    run = words[first : last + 1]
    telling = [word for word in run if word.weight > 0]
    weights = sorted((word.weight for word in telling), reverse=True)
    total = min(sum(weights), 10.0)
    elsewhere = sum(word.weight for word in words if word.open) - sum(weights)
    surplus = sum(found.surplus)
    start, end = run[0].token.start, run[-1].token.end
    letters = sum(len(token.text) + 1 for token in found.target)
    characters = sum(word.token.end - word.token.start for word in words)
    before, after = source[start - 1 : start], source[end : end + 1]
    others = {word.token.lemma for word in (*words[:first], *words[last + 1 :])}
    inside = (first > 0 and words[first - 1].token.end == start) + (
        last + 1 < len(words) and words[last + 1].token.start == end
    )
    return {
        "most": weights[0],
        "log": log(total),
        "second": weights[1] if len(weights) > 1 else 0.0,
        "elsewhere": log1p(max(elsewhere, 0.0)),
        "surplus": log1p(surplus),
        "ratio": log((letters + 5) / (4 * characters + 5)),
        "names": sum(word.name for word in telling) / len(telling),
        "shared": sum(word.shared for word in telling) / len(telling),
        "repeated": sum(word.token.lemma in others for word in telling) / len(telling),
        "item": float(before in ("、", "・", "や", "と") and after in ("、", "・", "な", "ど", "や", "と")),
        "modifier": float(after in ("の", "な")),
        "phrase": float(before in _STARTS and not inside),
        "covered": sum(not word.open for word in words) / len(words),
        "long": log(len(words)),
    }


_STARTS = ("", "、", "（", "(", "，", "・", "」", "』")
