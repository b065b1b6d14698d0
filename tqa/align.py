"""Two plain documents, one the translation of the other: which sentences belong together.

A dynamic programme over beads (1-1, 1-0, 0-1, 1-2, 2-1, 2-2, 1-3, 3-1) adds up three kinds of evidence, each a log
likelihood ratio of "translated" against "by chance": the bead's prior, the ratio of lengths, and shared anchors
(numbers, names, loanwords: whatever the caller knows). A second pass adds word pairs that the first pass found
together at least twice. The sum over all paths gives each link its probability, and links are chosen by it.

This module knows no language: callers turn sentences into `Unit`s.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import exp, inf, log, log1p
from typing import NamedTuple


class Unit(NamedTuple):
    """A sentence: its length in characters, its language-independent keys, its content words, and whether a
    paragraph begins with it."""

    length: int
    anchors: frozenset[str]
    words: frozenset[str] = frozenset()
    opens: bool = False


class Link(NamedTuple):
    """Source and target units, by index in order, that translate each other; one side may be empty.

    `score` is the probability of the link as the model sees it; without `confident` nothing should be called missing.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float
    confident: bool


Lexicon = Mapping[str, Mapping[str, float]]
"""For a source word its target words with the weight of seeing both: log of how much oftener than by chance."""

# Prior probabilities of the beads, in round numbers.
_PRIOR = {(1, 1): 0.7, (1, 0): 0.08, (0, 1): 0.08, (1, 2): 0.06, (2, 1): 0.06, (2, 2): 0.01, (1, 3): 0.01, (3, 1): 0.01}
_BEADS = tuple((ds, dt, log(p)) for (ds, dt), p in _PRIOR.items())

_FLOOR = -4.0  # lengths alone never rule a bead out: free translations exist
_FULL = 150  # up to so many units on either side every cell is looked at
_BAND = 40  # cells on either side of the expected path in longer texts
_SHARP = 0.7  # evidence is not independent: scale it before it becomes a probability
_PRICE = 0.6  # what a wrong pair costs against a right one
_SURE = 0.8  # probability from which a link is confident


def align(source: Sequence[Unit], target: Sequence[Unit], lexicon: Lexicon | None = None) -> list[Link]:
    """Links in text order that cover every unit of both sides once.

    >>> def unit(length, *keys): return Unit(length, frozenset(keys))
    >>> links = align([unit(10, "n:3"), unit(12, "r:kyoto")], [unit(28, "n:3"), unit(30, "r:kyoto")])
    >>> [(link.source, link.target) for link in links]
    [((0,), (0,)), ((1,), (1,))]
    """
    if not source or not target:
        return [Link((i,), (), 1.0, True) for i in range(len(source))] + [
            Link((), (j,), 1.0, True) for j in range(len(target))
        ]
    evidence = _Evidence(source, target, lexicon or {})
    links = _decode(evidence)
    if lexicon is None:
        learnt = learn([(source, target, links)])
        if learnt:
            evidence = _Evidence(source, target, learnt)
            links = _decode(evidence)
    return links


def align_documents(
    source: Sequence[Sequence[Unit]], target: Sequence[Sequence[Unit]], lexicon: Lexicon | None = None
) -> list[Link]:
    """Links between the sentences of two documents given as paragraphs; indices count through the whole document.

    The sentences are aligned over the whole document, and paragraph breaks only say where a bead is likely to begin:
    translators merge, split and drop paragraphs.
    """
    return align(_flat(source), _flat(target), lexicon)


def _flat(paragraphs: Sequence[Sequence[Unit]]) -> list[Unit]:
    return [unit._replace(opens=k == 0) for paragraph in paragraphs for k, unit in enumerate(paragraph)]


def learn(texts: Iterable[tuple[Sequence[Unit], Sequence[Unit], Sequence[Link]]]) -> dict[str, dict[str, float]]:
    """A lexicon of the word pairs that confident links show together at least twice."""
    pairs: Counter[tuple[str, str]] = Counter()
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    total = 0
    for source, target, links in texts:
        for link in links:
            if not (link.source and link.target and link.confident):
                continue
            ours = frozenset().union(*(source[i].words for i in link.source))
            theirs = frozenset().union(*(target[j].words for j in link.target))
            total += 1
            left.update(ours)
            right.update(theirs)
            pairs.update(product(ours, theirs))
    lexicon: dict[str, dict[str, float]] = defaultdict(dict)
    for (ours_, theirs_), count in pairs.items():
        # Without the one sighting that may be the very link in question.
        weight = log((count - 0.9) * total / (left[ours_] * right[theirs_])) if count > 1 else 0.0
        if weight > 0.5:
            lexicon[ours_][theirs_] = weight
    return dict(lexicon)


class _Evidence:
    """The score of any bead of two texts."""

    def __init__(self, source: Sequence[Unit], target: Sequence[Unit], lexicon: Lexicon) -> None:
        self.source, self.target = source, target
        total = sum(unit.length for unit in target) + 1
        self.ratio = total / (sum(unit.length for unit in source) + 1)
        lengths = [log(unit.length + 1) for unit in target]
        mean = sum(lengths) / len(lengths)
        self.mean = mean
        self.spread = max(0.3, sum((value - mean) ** 2 for value in lengths) / len(lengths))
        self.hints = _paragraph_hints(source, target)
        self.hits = _anchor_hits(source, target)
        if lexicon:
            _add_lexicon(self.hits, source, target, lexicon)

    def score(self, i: int, j: int, ds: int, dt: int) -> float:
        """The log likelihood ratio of the bead of `ds` source units before `i` and `dt` target units before `j`."""
        if not ds or not dt:
            return 0.0
        return self._length(i, j, ds, dt) + self._shared(i, j, ds, dt) + self._paragraphs(i, j, ds, dt)

    def _length(self, i: int, j: int, ds: int, dt: int) -> float:
        ours = sum(unit.length for unit in self.source[i - ds : i]) * self.ratio
        theirs = sum(unit.length for unit in self.target[j - dt : j])
        variance = 0.08 + 4.0 / (ours + theirs + 10)
        gap = log((theirs + 5) / (ours + 5))
        chance = log(theirs + 1) - self.mean - log(dt)
        ratio = 0.5 * (log(self.spread / variance) - gap * gap / variance + chance * chance / self.spread)
        return max(_FLOOR, ratio)

    def _paragraphs(self, i: int, j: int, ds: int, dt: int) -> float:
        """Paragraphs mostly begin together, and a bead seldom runs over their break."""
        if self.hints is None:
            return 0.0
        first = self.hints[self.source[i - ds].opens, self.target[j - dt].opens]
        inside = sum(unit.opens for unit in self.source[i - ds + 1 : i])
        return first - inside - sum(unit.opens for unit in self.target[j - dt + 1 : j])

    def _shared(self, i: int, j: int, ds: int, dt: int) -> float:
        cells = [
            hits for a in range(i - ds, i) if (row := self.hits.get(a)) for b in range(j - dt, j) if (hits := row.get(b))
        ]
        if not cells:
            return 0.0
        if len(cells) == 1:
            return sum(cells[0].values())
        best: dict[str, float] = {}
        for hits in cells:
            for key, weight in hits.items():
                if weight > best.get(key, 0.0):
                    best[key] = weight
        return sum(best.values())


def _paragraph_hints(source: Sequence[Unit], target: Sequence[Unit]) -> dict[tuple[bool, bool], float] | None:
    """For "the source, the target opens a paragraph" the log likelihood ratio; None where breaks tell nothing."""
    ours = sum(unit.opens for unit in source) / len(source)
    theirs = sum(unit.opens for unit in target) / len(target)
    if not 0.5 < (ours + 0.01) / (theirs + 0.01) < 2:
        return None  # one side is set in other paragraphs, or in none
    chance = min(0.95, max(0.05, theirs))
    together = 0.85
    return {
        (True, True): log(together / chance),
        (True, False): log((1 - together) / (1 - chance)),
        (False, True): log((1 - together) / 2 / chance),
        (False, False): log((1 + together) / 2 / (1 - chance)),
    }


_Hits = dict[int, dict[int, dict[str, float]]]


def _anchor_hits(source: Sequence[Unit], target: Sequence[Unit]) -> _Hits:
    """For a source and a target unit the anchors that they share, weighted by rarity in these texts."""
    here = Counter(key for unit in source for key in unit.anchors)
    there: dict[str, list[int]] = defaultdict(list)
    for j, unit in enumerate(target):
        for key in unit.anchors:
            if key in here:
                there[key].append(j)
    hits: _Hits = {}
    size = len(source) * len(target)
    for i, unit in enumerate(source):
        for key in sorted(unit.anchors):
            found = there.get(key)
            if not found:
                continue
            weight = 0.5 * log(size / (here[key] * len(found)))
            if weight > 0.2:
                for j in found:
                    hits.setdefault(i, {}).setdefault(j, {})[key] = weight
    return hits


def _add_lexicon(hits: _Hits, source: Sequence[Unit], target: Sequence[Unit], lexicon: Lexicon) -> None:
    there: dict[str, list[int]] = defaultdict(list)
    for j, unit in enumerate(target):
        for word in unit.words:
            there[word].append(j)
    for i, unit in enumerate(source):
        for word in sorted(unit.words):
            for other, weight in sorted(lexicon.get(word, {}).items()):
                for j in there.get(other, ()):
                    cell = hits.setdefault(i, {}).setdefault(j, {})
                    # One sighting of a word counts once, by its best partner.
                    cell["*" + word] = max(weight, cell.get("*" + word, 0.0))


# -- the lattice -----------------------------------------------------------------------------------------------------


def _rows(evidence: _Evidence) -> list[range]:
    """For each number of source units read the target positions to look at."""
    n, m = len(evidence.source), len(evidence.target)
    if max(n, m) <= _FULL:
        return [range(m + 1)] * (n + 1)
    knots = [(0, 0), *_pivots(evidence.hits), (n, m)]
    rows = []
    k = 0
    for i in range(n + 1):
        while k + 2 < len(knots) and knots[k + 1][0] <= i:
            k += 1
        (i0, j0), (i1, j1) = knots[k], knots[k + 1]
        middle = j0 + (j1 - j0) * (i - i0) // max(1, i1 - i0)
        rows.append(range(max(0, middle - _BAND), min(m, middle + _BAND) + 1))
    rows[0] = range(rows[0].stop)
    rows[n] = range(rows[n].start, m + 1)
    return rows


def _pivots(hits: _Hits) -> list[tuple[int, int]]:
    """The longest chain, increasing on both sides, of pairs that are each other's best by far."""
    best = {}
    for i, row in hits.items():
        scores = sorted(((sum(cell.values()), -j) for j, cell in row.items()), reverse=True)
        if scores[0][0] > 4 and (len(scores) == 1 or scores[0][0] > 1.5 * scores[1][0]):
            best[i] = -scores[0][1]
    tails: list[tuple[int, int]] = []  # for each chain length the pair with the smallest end
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for i in sorted(best):
        j = best[i]
        place = bisect_left([tail[1] for tail in tails], j)
        before[(i, j)] = tails[place - 1] if place else None
        tails[place : place + 1] = [(i, j)]
    chain: list[tuple[int, int]] = []
    pair = tails[-1] if tails else None
    while pair:
        chain.append(pair)
        pair = before[pair]
    return chain[::-1]


_Arcs = list[tuple[int, int, float]]  # (source units, target units, score) of the beads that end in a cell


def _lattice(evidence: _Evidence) -> tuple[list[range], dict[tuple[int, int], _Arcs]]:
    rows = _rows(evidence)
    arcs: dict[tuple[int, int], _Arcs] = {}
    for i, row in enumerate(rows):
        for j in row:
            arcs[i, j] = [
                (ds, dt, _SHARP * (prior + evidence.score(i, j, ds, dt)))
                for ds, dt, prior in _BEADS
                if i >= ds and j >= dt and j - dt in rows[i - ds]
            ]
    return rows, arcs


def _add(a: float, b: float) -> float:
    """log(exp(a) + exp(b))"""
    if a < b:
        a, b = b, a
    return a if b == -inf else a + log1p(exp(b - a))


def _pair_probabilities(arcs: dict[tuple[int, int], _Arcs], n: int, m: int) -> dict[tuple[int, int], float]:
    """How likely it is that a source and a target unit share a bead, over all paths."""
    forward = {(0, 0): 0.0}
    for cell, beads in arcs.items():
        if cell == (0, 0):
            continue
        total = -inf
        for ds, dt, score in beads:
            total = _add(total, forward[cell[0] - ds, cell[1] - dt] + score)
        forward[cell] = total
    whole = forward[n, m]
    backward = dict.fromkeys(arcs, -inf)
    backward[n, m] = 0.0
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for cell in reversed(list(arcs)):
        after = backward[cell]
        if after == -inf:
            continue
        i, j = cell
        for ds, dt, score in arcs[cell]:
            start = (i - ds, j - dt)
            backward[start] = _add(backward[start], after + score)
            chance = forward[start] + score + after - whole
            if ds and dt and chance > -9:
                chance = exp(chance)
                for pair in product(range(i - ds, i), range(j - dt, j)):
                    shared[pair] += chance
    return shared


def _decode(evidence: _Evidence) -> list[Link]:
    """The path whose pairs are most probable together."""
    n, m = len(evidence.source), len(evidence.target)
    _, arcs = _lattice(evidence)
    shared = _pair_probabilities(arcs, n, m)
    best: dict[tuple[int, int], tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    for (i, j), beads in arcs.items():
        if not beads:
            continue
        best[i, j] = max(
            (best[i - ds, j - dt][0] + _gain(shared, i, j, ds, dt), ds, dt) for ds, dt, _ in beads
        )
    links = []
    i, j = n, m
    while i or j:
        _, ds, dt = best[i, j]
        ours, theirs = tuple(range(i - ds, i)), tuple(range(j - dt, j))
        score = _probability(shared, ours, theirs, n, m)
        links.append(Link(ours, theirs, score, score >= _SURE))
        i, j = i - ds, j - dt
    return links[::-1]


def _gain(shared: Mapping[tuple[int, int], float], i: int, j: int, ds: int, dt: int) -> float:
    """What choosing a bead is worth: its pairs' probabilities above the price of a wrong pair."""
    if not ds or not dt:
        return 0.0
    return sum(shared.get(pair, 0.0) - _PRICE for pair in product(range(i - ds, i), range(j - dt, j)))


def _probability(
    shared: Mapping[tuple[int, int], float], ours: tuple[int, ...], theirs: tuple[int, ...], n: int, m: int
) -> float:
    if ours and theirs:
        return min(1.0, min(shared.get(pair, 0.0) for pair in product(ours, theirs)))
    linked = sum(shared.get((i, j), 0.0) for i in ours for j in range(m))
    linked += sum(shared.get((i, j), 0.0) for j in theirs for i in range(n))
    return max(0.0, 1.0 - linked)
