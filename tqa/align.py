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
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate, pairwise, product
from math import exp, inf, log, log1p
from typing import NamedTuple


class Unit(NamedTuple):
    """A sentence: its length in English characters (so that a translation is about as long), its language-independent
    keys, its content words, and whether a paragraph begins with it."""

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

_USUAL = 500  # a short text says less about the ratio of lengths than this much text of equal lengths
_FLOOR = -4.0  # lengths alone never rule a bead out: free translations exist
_FULL = 60  # up to so many units on either side every cell is looked at
_BAND = 20  # longer texts: cells to look at beside the box between two certain pairs
_RARE = 50  # occurrences on one side times those on the other of an anchor that can show the path
_WIDE = 200  # and no further than this from the box's diagonal
_HOPELESS = -12.0  # log probability below which a cell is left out of the second pass
_SHARP = 0.7  # evidence is not independent: scale it before it becomes a probability
_PRICE = 0.6  # what a wrong pair costs against a right one
_SURE = 0.9  # probability from which a link is confident


def align(source: Sequence[Unit], target: Sequence[Unit]) -> list[Link]:
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
    rows = _rows(source, target)
    links, rows = _decode(_Evidence(source, target, {}, rows), rows)
    learnt = learn([(source, target, links)])
    return _decode(_Evidence(source, target, learnt, rows), rows)[0] if learnt else links


def align_documents(source: Sequence[Sequence[Unit]], target: Sequence[Sequence[Unit]]) -> list[Link]:
    """Links between the sentences of two documents given as paragraphs; indices count through the whole document.

    The sentences are aligned over the whole document, and paragraph breaks only say where a bead is likely to begin:
    translators merge, split and drop paragraphs.
    """
    return align(_flat(source), _flat(target))


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

    def __init__(self, source: Sequence[Unit], target: Sequence[Unit], lexicon: Lexicon, rows: _Rows) -> None:
        self.size = len(source), len(target)
        ratio = (sum(unit.length for unit in target) + _USUAL) / (sum(unit.length for unit in source) + _USUAL)
        self.ours = _sums([unit.length * ratio for unit in source])
        self.theirs = _sums([unit.length for unit in target])
        logs = [log(unit.length + 1) for unit in target]
        self.mean = sum(logs) / len(logs)
        self.spread = max(0.3, sum((value - self.mean) ** 2 for value in logs) / len(logs))
        self.hints = _paragraph_hints(source, target)
        self.opens = [unit.opens for unit in source], [unit.opens for unit in target]
        self.hits = _anchor_hits(source, target, rows)
        _add_lexicon(self.hits, source, target, lexicon, rows)
        self.weights = {pair: sum(cell.values()) for pair, cell in self.hits.items()}

    def score(self, i: int, j: int, ds: int, dt: int) -> float:
        """The log likelihood ratio of the bead of `ds` source units before `i` and `dt` target units before `j`."""
        if not ds or not dt:
            return 0.0
        score = self._length(i, j, ds, dt) + self._shared(i, j, ds, dt)
        return score + self._paragraphs(i, j, ds, dt) if self.hints else score

    def _length(self, i: int, j: int, ds: int, dt: int) -> float:
        ours = self.ours[i] - self.ours[i - ds]
        theirs = self.theirs[j] - self.theirs[j - dt]
        variance = 0.08 + 4.0 / (ours + theirs + 10)
        gap = log((theirs + 5) / (ours + 5))
        chance = log((theirs + 1) / dt) - self.mean
        return max(_FLOOR, 0.5 * (log(self.spread / variance) - gap * gap / variance + chance * chance / self.spread))

    def _paragraphs(self, i: int, j: int, ds: int, dt: int) -> float:
        """Paragraphs mostly begin together, and a bead seldom runs over their break."""
        ours, theirs = self.opens
        first = self.hints[ours[i - ds], theirs[j - dt]] if self.hints else 0.0
        return first - sum(ours[i - ds + 1 : i]) - sum(theirs[j - dt + 1 : j])

    def _shared(self, i: int, j: int, ds: int, dt: int) -> float:
        weights = self.weights
        if ds == dt == 1:
            return weights.get((i - 1, j - 1), 0.0)
        cells = [cell for cell in product(range(i - ds, i), range(j - dt, j)) if cell in weights]
        if len(cells) < 2:
            return weights[cells[0]] if cells else 0.0
        best: dict[str, float] = {}
        for cell in cells:
            for key, weight in self.hits[cell].items():
                if weight > best.get(key, 0.0):
                    best[key] = weight
        return sum(best.values())


def _sums(values: Iterable[float]) -> list[float]:
    return list(accumulate(values, initial=0.0))


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


_Pair = tuple[int, int]
_Rows = Sequence[range]  # for each number of source units read the target positions to look at
_Hits = dict[_Pair, dict[str, float]]  # what a source and a target unit share, with its weight


def _places(units: Sequence[Unit], keys: Callable[[Unit], frozenset[str]]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        for key in keys(unit):
            places[key].append(index)
    return places


def _anchor_hits(source: Sequence[Unit], target: Sequence[Unit], rows: _Rows | None) -> _Hits:
    """The anchors that two units share, weighted by rarity in these texts; without rows only rare anchors."""
    here, there = _places(source, _anchors), _places(target, _anchors)
    hits: _Hits = defaultdict(dict)
    for key in sorted(here.keys() & there.keys()):
        ours, theirs = here[key], there[key]
        weight = 0.5 * log(len(source) * len(target) / (len(ours) * len(theirs)))
        if weight < 0.2 or (rows is None and len(ours) * len(theirs) > _RARE):
            continue
        for i in ours:
            for j in _within(theirs, rows, i):
                hits[i, j][key] = weight
    return hits


def _add_lexicon(hits: _Hits, source: Sequence[Unit], target: Sequence[Unit], lexicon: Lexicon, rows: _Rows) -> None:
    here, there = _places(source, _words), _places(target, _words)
    for word in sorted(here.keys() & lexicon.keys()):
        for other, weight in sorted(lexicon[word].items()):
            theirs = there.get(other, [])
            for i in here[word]:
                for j in _within(theirs, rows, i):
                    cell = hits.setdefault((i, j), {})
                    # A word counts once, by its best partner.
                    cell["*" + word] = max(weight, cell.get("*" + word, 0.0))


def _anchors(unit: Unit) -> frozenset[str]:
    return unit.anchors


def _words(unit: Unit) -> frozenset[str]:
    return unit.words


def _within(places: list[int], rows: _Rows | None, i: int) -> list[int]:
    """Those target units that a bead with source unit `i` can hold."""
    if rows is None:
        return places
    return places[bisect_left(places, rows[i].start) : bisect_left(places, rows[i + 1].stop)]


# -- the lattice -----------------------------------------------------------------------------------------------------


def _rows(source: Sequence[Unit], target: Sequence[Unit]) -> _Rows:
    """All positions of short texts; of longer ones those near the path that rare anchors show."""
    n, m = len(source), len(target)
    if max(n, m) <= _FULL:
        return [range(m + 1)] * (n + 1)
    pivots = _pivots(_anchor_hits(source, target, None))
    rows: list[range] = []
    for (i0, j0), (i1, j1) in pairwise([(0, 0), *((i + 1, j + 1) for i, j in pivots), (n, m)]):
        for i in range(len(rows), i1 + 1):
            middle = j0 + (j1 - j0) * (i - i0) // max(1, i1 - i0)
            low, high = max(j0, middle - _WIDE), min(j1, middle + _WIDE)
            start = min(max(0, low - _BAND), rows[-1].stop - 1 if rows else 0)  # rows overlap: there is always a path
            rows.append(range(start, min(m, high + _BAND) + 1))
    return rows


def _pivots(hits: _Hits) -> list[_Pair]:
    """The longest chain, increasing on both sides, of pairs where the target is the source's best by far."""
    scores: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (i, j), cell in hits.items():
        scores[i].append((sum(cell.values()), -j))
    best = {}
    for i, row in scores.items():
        row.sort(reverse=True)
        if row[0][0] > 4 and (len(row) == 1 or row[0][0] > 1.5 * row[1][0]):
            best[i] = -row[0][1]
    ends: list[int] = []  # for each length of chain the smallest target it can end with, and its source
    starts: list[int] = []
    before: dict[int, int] = {}
    for i in sorted(best):
        place = bisect_left(ends, best[i])
        if place:
            before[i] = starts[place - 1]
        ends[place : place + 1] = [best[i]]
        starts[place : place + 1] = [i]
    chain = starts[-1:]
    while chain and chain[-1] in before:
        chain.append(before[chain[-1]])
    return [(i, best[i]) for i in reversed(chain)]


_Arcs = list[tuple[int, int, float]]  # (source units, target units, score) of the beads that end in a cell


def _lattice(evidence: _Evidence, rows: _Rows) -> dict[_Pair, _Arcs]:
    return {
        (i, j): [
            (ds, dt, _SHARP * (prior + evidence.score(i, j, ds, dt)))
            for ds, dt, prior in _BEADS
            if i >= ds and j >= dt and j - dt in rows[i - ds]
        ]
        for i, row in enumerate(rows)
        for j in row
    }


def _add(a: float, b: float) -> float:
    """log(exp(a) + exp(b))"""
    if a < b:
        a, b = b, a
    return a if b == -inf else a + log1p(exp(b - a))


def _forward(arcs: Mapping[_Pair, _Arcs]) -> dict[_Pair, float]:
    """The log of the weight of all paths from the start to a cell."""
    forward = {(0, 0): 0.0}
    for (i, j), beads in arcs.items():
        total = forward.get((i, j), -inf)
        for ds, dt, score in beads:
            total = _add(total, forward[i - ds, j - dt] + score)
        forward[i, j] = total
    return forward


def _probabilities(arcs: dict[_Pair, _Arcs], end: _Pair) -> tuple[dict[_Pair, float], _Rows]:
    """How likely a source and a target unit share a bead, over all paths, and the rows worth a second look."""
    forward = _forward(arcs)
    whole = forward[end]
    backward = dict.fromkeys(arcs, -inf)
    backward[end] = 0.0
    shared: dict[_Pair, float] = defaultdict(float)
    spans: dict[int, _Pair] = {}
    for cell in reversed(arcs):
        after = backward[cell]
        if forward[cell] + after - whole < _HOPELESS:
            continue
        i, j = cell
        spans[i] = (j, spans[i][1] if i in spans else j)
        for ds, dt, score in arcs[cell]:
            start = (i - ds, j - dt)
            backward[start] = _add(backward[start], after + score)
            chance = exp(forward[start] + score + after - whole)
            if ds and dt:
                for pair in product(range(i - ds, i), range(j - dt, j)):
                    shared[pair] += chance
    return shared, _hull(spans, end[0])


def _hull(spans: Mapping[int, _Pair], last: int) -> _Rows:
    """Rows from first and last positions; a row that every likely path jumps over reaches between its neighbours."""
    rows: list[range] = []
    for i in range(last + 1):
        after = next(spans[k] for k in range(i, last + 1) if k in spans)
        rows.append(range(after[0] if i in spans else rows[-1].start, after[1] + 1))
    return rows


def _decode(evidence: _Evidence, rows: _Rows) -> tuple[list[Link], _Rows]:
    """The path whose pairs are most probable together, and the rows for a second look."""
    arcs = _lattice(evidence, rows)
    shared, rows = _probabilities(arcs, evidence.size)
    best: dict[_Pair, tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    for (i, j), beads in arcs.items():
        if beads:
            best[i, j] = max((best[i - ds, j - dt][0] + _gain(shared, i, j, ds, dt), ds, dt) for ds, dt, _ in beads)
    links = []
    i, j = evidence.size
    while i or j:
        _, ds, dt = best[i, j]
        ours, theirs = tuple(range(i - ds, i)), tuple(range(j - dt, j))
        score = _probability(shared, ours, theirs, evidence.size)
        links.append(Link(ours, theirs, score, score >= _SURE))
        i, j = i - ds, j - dt
    return links[::-1], rows


def _gain(shared: Mapping[tuple[int, int], float], i: int, j: int, ds: int, dt: int) -> float:
    """What choosing a bead is worth: its pairs' probabilities above the price of a wrong pair."""
    if not ds or not dt:
        return 0.0
    return sum(shared.get(pair, 0.0) - _PRICE for pair in product(range(i - ds, i), range(j - dt, j)))


def _probability(shared: Mapping[_Pair, float], ours: tuple[int, ...], theirs: tuple[int, ...], size: _Pair) -> float:
    if ours and theirs:
        return min(1.0, min(shared.get(pair, 0.0) for pair in product(ours, theirs)))
    linked = sum(shared.get((i, j), 0.0) for i in ours for j in range(size[1]))
    linked += sum(shared.get((i, j), 0.0) for j in theirs for i in range(size[0]))
    return max(0.0, 1.0 - linked)
