"""Renderings of source terms over aligned segments: what stands where a term stands, and nowhere else, and what the
lexicon and the sound of names explain. Both kinds of evidence are weak alone: a term that stands once has only the
second, a coinage only the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from math import log1p
from typing import NamedTuple

from tqa.lang.counterparts import coverage
from tqa.lang.en import runs as english
from tqa.lang.en.tokens import tokens as words_of
from tqa.lang.ja.candidates import Candidate, candidates, coined
from tqa.lang.ja.tagger import Token

ENOUGH = 40  # segments of a term that are looked at
MOST = 4000  # terms that are looked at
GUESS = 0.7  # what it is worth that two words are both without counterpart
SLACK = 0.1  # how much less of a longer rendering may be explained
FREE = 3  # longer terms that hold a shorter one, from which on it is one by itself


class Row(NamedTuple):
    """A segment with its place; `source` is "" where there is none."""

    source: str
    target: str
    path: str = ""
    line: int = 0


class Rendering(NamedTuple):
    """A way in which a term is rendered, in which segments (indices), and how sure that is, 0 to 1."""

    form: str
    rows: tuple[int, ...]
    sure: float


class Found(NamedTuple):
    """A source term with its renderings, the commonest first; `rows` are the segments that hold it."""

    form: str
    kind: str
    rows: tuple[int, ...]
    renderings: tuple[Rendering, ...]
    score: float
    parts: tuple[Token, ...] = ()


class _Segment:
    """A segment, analysed when it is first asked for."""

    def __init__(self, row: Row) -> None:
        self.row = row

    @cached_property
    def coverage(self) -> coverage.Coverage:
        return coverage.coverage(self.row.source, self.row.target)

    @cached_property
    def english(self) -> english.Words:
        return english.words(self.row.target, words_of(self.row.target))

    @cached_property
    def runs(self) -> list[tuple[int, int, tuple[str, ...], tuple[int, ...]]]:
        """Every run of words that may be a term: its range, its key, and the places of its content words."""
        text = self.english
        return [
            (first, last, english.key(text, first, last), tuple(at for at in range(first, last) if text.edge[at]))
            for first, last in english.runs(text)
        ]

    @cached_property
    def owners(self) -> dict[int, list[int]]:
        """For places of the target, the source words (indices in the coverage) that they may render."""
        found: dict[int, list[int]] = {}
        for number, word in enumerate(self.coverage.words):
            for place in word.at:
                found.setdefault(place, []).append(number)
        return found


def find(rows: Sequence[Row]) -> list[Found]:
    """The terms of some pairs, the surest first."""
    segments = [_Segment(row) for row in rows]
    occurrences = _occurrences(rows)
    postings = _postings(segments)
    terms = sorted(occurrences.items(), key=lambda item: -_weight(item[1]))[:MOST]
    found = []
    for form, places in terms:
        one = _found(form, places, segments, postings)
        if one is not None:
            found.append(one)
    return sorted(_without_parts(found), key=lambda one: (-one.score, one.form))


_Places = list[tuple[int, Candidate]]
_Key = tuple[str, ...]


def _occurrences(rows: Sequence[Row]) -> dict[str, _Places]:
    """Where each candidate stands, once for a segment. What stands only inside longer ones must stand in several."""
    places: dict[str, _Places] = {}
    inside: dict[str, set[str]] = {}
    coinages = coined(row.source for row in rows)
    for number, row in enumerate(rows):
        seen = set()
        outer = None
        for one in candidates(row.source, coinages):
            if outer is None or one.end > outer.end:
                outer = one
            inside.setdefault(one.form, set()).add(outer.form)
            if one.form not in seen:
                seen.add(one.form)
                places.setdefault(one.form, []).append((number, one))
    return {form: found for form, found in places.items() if form in inside[form] or len(inside[form]) >= FREE}


def _weight(places: _Places) -> float:
    parts = len(places[0][1].parts)
    return log1p(len(places)) * (1 + 0.5 * min(parts, 4))


def _postings(segments: Sequence[_Segment]) -> dict[str, set[int]]:
    """In which segments each English word stands."""
    found: dict[str, set[int]] = {}
    for number, segment in enumerate(segments):
        for token in words_of(segment.row.target):
            found.setdefault(token.key, set()).add(number)
            single = english.singular(token.key)
            if single != token.key:
                found.setdefault(single, set()).add(number)
    return found


class _Run(NamedTuple):
    """A run of English words in a segment, and how well the lexicon explains it by the term, 0 to 1."""

    number: int
    explained: float
    first: int
    last: int


def _found(form: str, places: _Places, segments: Sequence[_Segment], postings: dict[str, set[int]]) -> Found | None:
    """A term with its renderings, or None if nothing renders it."""
    looked = places[:ENOUGH]
    runs: dict[tuple[str, ...], list[_Run]] = {}
    for number, one in looked:
        here: dict[tuple[str, ...], _Run] = {}
        for key, run in _runs(number, one, segments[number]):
            if key not in here or run.explained > here[key].explained:
                here[key] = run
        for key, run in here.items():
            runs.setdefault(key, []).append(run)
    scored = {}
    for key, several in runs.items():
        sure = _sure(key, several, len(looked), len(places), postings)
        if sure > 0.2:
            scored[key] = sure
    if not scored:
        return None
    one = places[0][1]
    person = any(part.detail in ("surname", "given") for part in one.parts)  # the other name is not theirs
    renderings = _renderings(scored, runs, segments, not person)
    if not renderings:
        return None
    best = renderings[0]
    share = len(best.rows) / len(looked)
    score = best.sure * log1p(len(best.rows)) * (0.3 + share) * _worth(one, best.form)
    return Found(form, one.kind, tuple(number for number, _ in places), tuple(renderings), score, one.parts)


def _worth(one: Candidate, rendering: str) -> float:
    """How much the kind of a candidate says for its being a term: everyday loanwords are none."""
    if one.kind == "katakana" and one.parts[0].origin and not any(map(str.isupper, rendering[1:])):
        return 0.4
    return {"quoted": 1.2, "name": 1.0, "compound": 1.0, "katakana": 0.8}[one.kind]


def _without_parts(found: Sequence[Found]) -> list[Found]:
    """Drop what hardly ever stands without a longer term around it."""
    known = {one.form: set(one.rows) for one in found}
    bound = set()
    for form, rows in known.items():
        for part in {form[low:high] for low in range(len(form)) for high in range(low + 1, len(form) + 1)} - {form}:
            mine = known.get(part)
            if mine and len(mine) < 1.25 * len(rows) and len(mine & rows) > 0.8 * len(mine):
                bound.add(part)
    return [one for one in found if one.form not in bound]


def _runs(number: int, one: Candidate, segment: _Segment) -> Iterator[tuple[tuple[str, ...], _Run]]:
    """Every run of English words, with what the lexicon says to its rendering the term."""
    words = segment.coverage.words
    mine = [words[place].at for place in range(len(words)) if one.start <= words[place].token.start < one.end]
    ours = {at for places in mine for at in places}
    owners = segment.owners
    for first, last, key, edges in segment.runs:
        good = sum(place in ours for place in edges)
        explained = 0.0
        if good:
            free = sum(place not in ours and place not in owners for place in edges)
            met = sum(any(first <= at < last for at in places) for places in mine)
            guessed = GUESS * min(free, len(mine) - met)  # what nothing explains on either side may belong together
            recall = (met + guessed) / len(mine)
            precision = (good + guessed) / (len(edges) - free / 2)
            explained = 2 * recall * precision / (recall + precision)
        yield key, _Run(number, explained, first, last)


def _sure(
    key: tuple[str, ...], several: Sequence[_Run], looked: int, count: int, postings: dict[str, set[int]]
) -> float:
    """How sure it is that a run renders the term, 0 to 1."""
    explained = sum(run.explained for run in several) / len(several)
    together = len(several)
    alone = _count(key, postings)
    both = together * count / looked
    dice = min(1.0, 2 * both / (count + max(alone, both)))
    trust = 1 - 0.5**together if together > 1 else 0.15  # of company: once is chance
    return (explained + dice * trust) / (1 + trust) if explained else 0.45 * dice * trust * (together > 2)


def _count(key: tuple[str, ...], postings: dict[str, set[int]]) -> int:
    """In how many segments all words of a run stand."""
    sets = sorted((postings.get(word, set()) for word in key), key=len)
    return len(sets[0].intersection(*sets[1:])) if sets else 0


def _renderings(
    scored: dict[_Key, float], runs: dict[_Key, list[_Run]], segments: Sequence[_Segment], whole: bool
) -> list[Rendering]:
    """Each segment's best run, as a `whole` or as it is; the runs that win somewhere, the commonest first."""
    left = {run.number for several in runs.values() for run in several}
    looked = len(left)

    def merit(key: _Key) -> tuple[float, int, _Key]:
        return scored[key] * (len(runs[key]) / looked) ** 0.3, len(key), key

    best = _whole(max(scored, key=merit), scored, runs)
    chosen = {best: runs[best]}
    left -= {run.number for run in runs[best]}
    nearest: dict[int, tuple[float, float, _Key, _Run]] = {}
    for key, sure in scored.items():
        for run in runs[key]:
            rank = (run.explained, sure, key, run)
            if run.number in left and rank > nearest.get(run.number, (0.5, 0.6 * scored[best])):
                nearest[run.number] = rank
    for _, _, key, run in nearest.values():
        if run not in chosen.setdefault(key, []):
            chosen[key].append(run)
    found = [
        Rendering(_form(several, segments, whole), tuple(run.number for run in several), scored[key])
        for key, several in chosen.items()
    ]
    return sorted(found, key=lambda one: (-len(one.rows), -one.sure))


def _whole(key: _Key, scored: dict[_Key, float], runs: dict[_Key, list[_Run]]) -> _Key:
    """The longer run that usually stands where this one stands and says as much of the term: “cultural property” for
    “cultural”."""

    def explained(one: _Key) -> float:
        return sum(run.explained for run in runs[one]) / len(runs[one])

    longer = [
        one for one in scored
        if len(one) > len(key) and 2 * len(runs[one]) > len(runs[key])
        and _holds(one, key) and explained(one) >= explained(key) - SLACK
    ]  # fmt: skip
    return max(longer, key=lambda one: (len(runs[one]), len(one), one), default=key)


def _holds(longer: _Key, key: _Key) -> bool:
    return any(longer[at : at + len(key)] == key for at in range(len(longer) - len(key) + 1))


def _full(run: _Run, segment: _Segment) -> tuple[int, int]:
    """A run in capitals with the words in capitals beside it that render nothing else: Ministry of Foreign *Affairs*."""
    text, first, last = segment.english, run.first, run.last
    owners = segment.owners
    if english.titled(text) or not (text.tokens[first].capital and text.tokens[last - 1].capital):
        return first, last
    starts = english.sentence_starts(text.string, text.tokens)

    def free(place: int) -> bool:
        return text.tokens[place].capital and text.edge[place] and place not in owners and place not in starts

    while last < len(text.tokens) and text.joined[last - 1] and not text.tokens[last - 1].possessive and free(last):
        last += 1
    while first and text.joined[first - 1] and not text.tokens[first - 1].possessive and free(first - 1):
        first -= 1
    return (first, last) if last - first <= english.LONGEST else (run.first, run.last)


def _form(several: Sequence[_Run], segments: Sequence[_Segment], whole: bool) -> str:
    """The commonest way to write a run; of equally common ones that with the fewest capitals."""
    here = [(run, segments[run.number]) for run in several]
    spans = [(segment, _full(run, segment) if whole else (run.first, run.last)) for run, segment in here]
    counts = Counter(english.shown(segment.english, *span) for segment, span in spans)
    return min(counts, key=lambda form: (-counts[form], sum(char.isupper() for char in form), form))
