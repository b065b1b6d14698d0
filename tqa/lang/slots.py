"""Where in a translation missing words should stand: the stretch of a few words where a reviser would most likely put
them in.

Each slot between two English words has a score: a sum of weights that `bench/fit_gaps.py` fits to what revisers put in.
Distances are counted from the rendering of the source word before the gap and of the one after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp

from tqa.lang.coverage import Coverage

WEIGHTS = {
    "between": 0.39, "closes": 1.14, "comma": 1.3, "diagonal0": 0.52, "diagonal1": 0.13, "diagonal2": -0.25,
    "diagonal3": -0.41, "end": 2.58, "endlast": 2.8, "hyphen": -1.09, "lead": -0.51, "left-1": 0.23, "left-2": 0.19,
    "left-3": -0.34, "left0": 0.19, "left1": 0.05, "left2": 0.3, "left3": -0.16, "left4": -0.45, "link": 0.61,
    "linked": -0.31, "opens": 0.5, "right-1": 0.39, "right-2": -0.68, "right-3": -0.75, "right0": 0.61,
    "right1": 0.07, "right2": 0.74, "right3": 0.23, "right4": -0.59, "rightof-1": -0.63, "rightof-2": -1.37,
    "rightof-3": 0.11, "rightof1": 0.79, "rightof2": 0.28, "rightof3": 0.4, "rightof4": 0.4, "righton-1": -0.95,
    "righton-2": 0.46, "righton-3": 0.54, "righton0": -0.7, "righton1": 0.2, "righton2": 0.05, "righton3": 0.37,
    "start": 0.69, "startfirst": 1.08,
}  # fmt: skip
_WIDTH = 6  # words that are marked at most; in short sentences fewer
_NEAR = 3
_LINKS = frozenset("of in at by for from with to on as and or".split())
_LEADS = frozenset("a an the his her its their this that".split())


def place(source: str, target: str, found: Coverage, start: int, end: int) -> tuple[int, int]:
    """Start and end in the target of the words around the likeliest slots for the source characters `start` to `end`.

    >>> from tqa.lang.coverage import coverage
    >>> source, target = "この寺は昨年、火事で焼けた。", "This temple burned down last year."
    >>> low, high = place(source, target, coverage(source, target), 7, 9)
    >>> target[low:high]
    'down last year'
    """
    tokens = found.target
    if not tokens:
        return 0, 0
    chance = [exp(sum(WEIGHTS.get(name, 0.0) for name in names)) for names in slots(source, target, found, start, end)]
    width = min(_WIDTH, 2 + len(tokens) // 4, len(tokens))
    at = max(range(len(tokens) - width + 1), key=lambda at: sum(chance[at : at + width + 1]))
    return tokens[at].start, tokens[at + width - 1].end


def slots(source: str, target: str, found: Coverage, start: int, end: int) -> Iterator[list[str]]:
    """What speaks for or against each slot; slot n is before word n."""
    words, tokens = found.words, found.target
    size = len(tokens)
    left = next((word.at for word in reversed(words) if word.token.end <= start and not word.open), ())
    right = next((word.at for word in words if word.token.start >= end and not word.open), ())
    link = "of" if source[end : end + 1] in ("の", "な", "）") else "on" if source[end : end + 1] in _JOINS else ""
    begin = "" if left else "first"
    close = "" if right else "last"
    middle = (start + end) / 2 / len(source)
    for slot in range(size + 1):
        names = [f"diagonal{min(int(abs(slot / size - middle) * 5), 3)}"]
        if left:
            names.append(f"left{_from(slot, left)}")
        if right:
            names += [f"right{_from(slot, right)}", f"right{link}{_from(slot, right)}"]
        if left and right and any(min(a, b) < slot <= max(a, b) for a in left for b in right if abs(a - b) < 8):
            names.append("between")
        if slot in (0, size):
            names += [f"start{begin}"] if not slot else [f"end{close}"]
        else:
            gap = target[tokens[slot - 1].end : tokens[slot].start]
            names += [name for name, marks in _MARKS if any(mark in gap for mark in marks)] if gap != " " else []
            names += ["link"] if tokens[slot].key in _LINKS else []
            names += ["lead"] if tokens[slot - 1].key in _LEADS else []
            names += ["linked"] if tokens[slot - 1].key in _LINKS else []
        yield names


_JOINS = tuple("をにがはでとへも、。，")
_MARKS = (("comma", ",;:."), ("opens", "("), ("closes", ")"), ("hyphen", "-"))


def _from(slot: int, places: tuple[int, ...]) -> int:
    """How far the slot is from the nearest of the words: 0 right before it, 1 right after it."""
    distance = min((slot - place for place in places), key=lambda d: abs(d - 0.5))
    return max(-_NEAR, min(_NEAR + 1, distance))
