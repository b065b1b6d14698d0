"""Where in a translation something that is missing should stand: the words around the likeliest slots.

Each slot between two English words has a score: a sum of weights that `bench/fit_gaps.py` fits to what revisers put
in. Distances are counted from the rendering of the source word before the gap and of the one after it. How many words
are marked depends on how sure the place is.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp

from tqa.lang.counterparts.coverage import Coverage
from tqa.lang.en.closed import DETERMINERS, MONTHS

# What speaks for a slot: the weight for words, the weight for dates and figures.
WEIGHTS = {
    "after figure": (-0.27, 1.13), "aside": (-0.97, -0.9), "before figure": (0.06, 1.36), "between": (0.31, 0.27),
    "closes": (1.66, 1.61), "comma": (1.06, 2.03), "diagonal0": (0.5, 0.62), "diagonal1": (0.14, 0.44),
    "diagonal2": (-0.23, -0.13), "diagonal3": (-0.4, -0.94), "end": (2.43, 3.25), "endlast": (2.5, 3.08),
    "hyphen": (-0.31, -0.3), "lead": (-0.51, -1.56), "left-1": (0.28, -0.34), "left-2": (0.29, -0.09),
    "left-3": (-0.47, -0.54), "left0": (0.16, -0.21), "left1": (0.1, 0.35), "left2": (0.22, 0.56),
    "left3": (-0.19, 0.11), "left4": (-0.38, 0.15), "link": (0.46, 0.42), "linked": (-0.47, -0.63),
    "name": (-1.4, -1.45), "opens": (-0.02, 0.4), "right-1": (0.42, -0.48), "right-2": (-0.73, 0.07),
    "right-3": (-0.81, -0.6), "right0": (0.5, 0.25), "right1": (0.14, 0.21), "right2": (0.77, 0.4),
    "right3": (0.05, 0.25), "right4": (-0.34, -0.1), "rightof-1": (-0.44, -0.39), "rightof-2": (-0.56, 0.12),
    "rightof-3": (0.2, -0.12), "rightof0": (0.16, -0.03), "rightof1": (0.29, 0.25), "rightof2": (-0.03, 0.66),
    "rightof3": (0.44, -0.01), "rightof4": (-0.06, -0.47), "righton-1": (-0.63, -0.06), "righton-2": (0.11, -0.63),
    "righton-3": (0.38, -0.03), "righton0": (-0.42, -0.21), "righton1": (0.04, 0.3), "righton2": (0.06, 0.29),
    "righton3": (0.55, 0.16), "righton4": (-0.1, 0.18), "start": (0.39, 0.98), "startfirst": (0.63, 2.69),
}  # fmt: skip
WORDS, VALUES = 0, 1
_LEAST, _MOST = 3, 20  # words that are marked
_SURE = 0.85  # how likely the marked slots shall be
_NEAR = 3
_LINKS = frozenset("of in at by for from with to on as and or".split())


def place(source: str, target: str, found: Coverage, start: int, end: int, kind: int = WORDS) -> tuple[int, int]:
    """Start and end in the target of the words around the likeliest slots for the source characters `start` to `end`.

    >>> from tqa.lang.counterparts.coverage import coverage
    >>> source, target = "この寺は昨年、火事で焼けた。", "This temple burned down last year."
    >>> low, high = place(source, target, coverage(source, target), 7, 9)
    >>> target[low:high]
    'down last year'
    """
    tokens = found.target
    if not tokens:
        return 0, 0
    chance = _chances(source, target, found, start, end, kind)
    wanted = _SURE * sum(chance)
    for width in range(min(_LEAST, len(tokens)), min(_MOST, len(tokens)) + 1):
        at = max(range(len(tokens) - width + 1), key=lambda at: sum(chance[at : at + width + 1]))
        if sum(chance[at : at + width + 1]) >= wanted:
            break
    close = tokens[at + width - 1].end
    while target[close : close + 1] in _CLOSERS:
        close += 1
    return tokens[at].start, close


def likeliest(source: str, target: str, found: Coverage, start: int, end: int) -> int:
    """Where in the target the likeliest slot begins: the end of the word before it."""
    if not found.target:
        return 0
    chance = _chances(source, target, found, start, end, WORDS)
    at = max(range(len(chance)), key=lambda at: chance[at])
    return found.target[at - 1].end if at else found.target[0].start


def _chances(source: str, target: str, found: Coverage, start: int, end: int, kind: int) -> list[float]:
    """How likely each slot is, but for a factor."""
    evidence = slots(source, target, found, start, end)
    return [exp(sum(WEIGHTS.get(name, (0, 0))[kind] for name in names)) for names in evidence]


def slots(source: str, target: str, found: Coverage, start: int, end: int) -> Iterator[list[str]]:
    """What speaks for or against each slot; slot n is before word n."""
    words, tokens = found.words, found.target
    size = len(tokens)
    aside = _open(source[:start])
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
            names += ["aside"] if not aside and _open(target[: tokens[slot - 1].end]) else []
            names += ["link"] if tokens[slot].key in _LINKS else []
            names += ["lead"] if tokens[slot - 1].key in DETERMINERS else []
            names += ["linked"] if tokens[slot - 1].key in _LINKS else []
            names += ["name"] if gap == " " and tokens[slot - 1].capital and tokens[slot].capital else []
        if slot and _figure(tokens[slot - 1].key):
            names.append("after figure")
        if slot < size and _figure(tokens[slot].key):
            names.append("before figure")
        yield names


def _open(text: str) -> bool:
    """True for a text that ends within brackets."""
    return max(text.rfind("("), text.rfind("（")) > max(text.rfind(")"), text.rfind("）"))


_CLOSERS = tuple(")]\"”’'")
_JOINS = tuple("をにがはでとへも、。，")
_MARKS = (("comma", ",;:."), ("opens", "("), ("closes", ")"), ("hyphen", "-"))


def _from(slot: int, places: tuple[int, ...]) -> int:
    """How far the slot is from the nearest of the words: 0 right before it, 1 right after it."""
    distance = min((slot - place for place in places), key=lambda d: abs(d - 0.5))
    return max(-_NEAR, min(_NEAR + 1, distance))


def _figure(key: str) -> bool:
    """True for figures and the names of months."""
    return key.isdigit() or key in MONTHS
