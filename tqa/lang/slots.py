"""Where in a translation something that is missing should stand: the words around the likeliest slots.

Each slot between two English words has a score: a sum of weights that `bench/fit_gaps.py` fits to what revisers put
in. Distances are counted from the rendering of the source word before the gap and of the one after it. How many words
are marked depends on how sure the place is.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp

from tqa.lang.coverage import Coverage

# What speaks for a slot: the weight for words, the weight for dates and figures.
WEIGHTS = {
    "after figure": (-0.3, 1.15), "before figure": (0.01, 1.29), "between": (0.31, 0.24), "closes": (1.04, 1.09),
    "comma": (1.06, 2.03), "diagonal0": (0.5, 0.65), "diagonal1": (0.14, 0.41), "diagonal2": (-0.25, -0.14),
    "diagonal3": (-0.39, -0.92), "end": (2.5, 3.29), "endlast": (2.56, 2.98), "hyphen": (-0.48, -0.27),
    "lead": (-0.48, -1.57), "left-1": (0.28, -0.29), "left-2": (0.27, -0.05), "left-3": (-0.47, -0.51),
    "left0": (0.16, -0.25), "left1": (0.06, 0.35), "left2": (0.25, 0.52), "left3": (-0.17, 0.08),
    "left4": (-0.39, 0.14), "link": (0.47, 0.38), "linked": (-0.45, -0.65), "name": (-1.41, -1.47),
    "opens": (0.04, 0.44), "right-1": (0.43, -0.47), "right-2": (-0.71, 0.09), "right-3": (-0.76, -0.62),
    "right0": (0.49, 0.24), "right1": (0.15, 0.2), "right2": (0.73, 0.4), "right3": (0.04, 0.25),
    "right4": (-0.37, -0.08), "rightof-1": (-0.43, -0.35), "rightof-2": (-0.56, 0.11), "rightof-3": (0.17, -0.15),
    "rightof0": (0.17, -0.21), "rightof1": (0.28, 0.24), "rightof2": (-0.02, 0.67), "rightof3": (0.45, 0.03),
    "rightof4": (-0.07, -0.35), "righton-1": (-0.63, -0.06), "righton-2": (0.12, -0.65), "righton-3": (0.34, -0.04),
    "righton0": (-0.4, -0.2), "righton1": (0.04, 0.32), "righton2": (0.1, 0.31), "righton3": (0.54, 0.15),
    "righton4": (-0.11, 0.17), "start": (0.44, 0.99), "startfirst": (0.67, 2.75),
}  # fmt: skip
WORDS, VALUES = 0, 1
_LEAST, _MOST = 3, 12  # words that are marked
_SURE = 0.7  # how likely the marked slots shall be
_NEAR = 3
_LINKS = frozenset("of in at by for from with to on as and or".split())
_LEADS = frozenset("a an the his her its their this that".split())


def place(source: str, target: str, found: Coverage, start: int, end: int, kind: int = WORDS) -> tuple[int, int]:
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
    evidence = slots(source, target, found, start, end)
    chance = [exp(sum(WEIGHTS.get(name, (0, 0))[kind] for name in names)) for names in evidence]
    wanted = _SURE * sum(chance)
    for width in range(min(_LEAST, len(tokens)), min(_MOST, len(tokens)) + 1):
        at = max(range(len(tokens) - width + 1), key=lambda at: sum(chance[at : at + width + 1]))
        if sum(chance[at : at + width + 1]) >= wanted:
            break
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
            names += ["name"] if gap == " " and tokens[slot - 1].capital and tokens[slot].capital else []
        if slot and _figure(tokens[slot - 1].key):
            names.append("after figure")
        if slot < size and _figure(tokens[slot].key):
            names.append("before figure")
        yield names


_JOINS = tuple("をにがはでとへも、。，")
_MARKS = (("comma", ",;:."), ("opens", "("), ("closes", ")"), ("hyphen", "-"))


def _from(slot: int, places: tuple[int, ...]) -> int:
    """How far the slot is from the nearest of the words: 0 right before it, 1 right after it."""
    distance = min((slot - place for place in places), key=lambda d: abs(d - 0.5))
    return max(-_NEAR, min(_NEAR + 1, distance))


_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)


def _figure(key: str) -> bool:
    """True for figures and the names of months."""
    return key.isdigit() or key in _MONTHS
