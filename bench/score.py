"""From findings to figures: recall, false alarms, intervals. Pure: no set is read and nothing is printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple
from zlib import crc32

import numpy as np

from bench.edits import overlaps
from bench.run import Found, Results
from bench.sets import Case, Document

RESAMPLES = 1000


class Interval(NamedTuple):
    value: float
    low: float
    high: float


class Tally(NamedTuple):
    """Counts of a document: known faults and how many were found; good segments and how many were alarmed."""

    bad: int = 0
    hits: int = 0
    good: int = 0
    false: int = 0

    def __add__(self, other: tuple) -> Tally:
        return Tally(*(a + b for a, b in zip(self, other, strict=True)))


class Scored(NamedTuple):
    """A set, or a part of it. `rules_hit`, `rules_false`: cases by the rule that spoke, all severities."""

    tallies: dict[str, Tally]
    rules_hit: Counter[str]
    rules_false: Counter[str]

    @property
    def total(self) -> Tally:
        return sum(self.tallies.values(), Tally())


def score(documents: list[Document], results: Results, kind: str, part: str | None = None) -> Scored:
    """Each case once: was it found, or was it a false alarm? `part` restricts it to a category."""
    tallies: dict[str, Tally] = {}
    hit: Counter[str] = Counter()
    false: Counter[str] = Counter()
    known = common(documents, results) if kind in ("pairs", "damage") else {}
    for document, found in zip(documents, results, strict=True):
        for case, findings in zip(document, found, strict=True):
            if part is not None and case.part != part:
                continue
            counted = relevant(case, findings, kind, known)
            speaks = any(finding.heard for finding in counted)
            tally = Tally(1, int(speaks), 0, 0) if case.bad else Tally(0, 0, 1, int(speaks))
            tallies[case.doc] = tallies.get(case.doc, Tally()) + tally
            (hit if case.bad else false).update({finding.rule for finding in counted})
    return Scored(tallies, hit, false)


def relevant(case: Case, findings: list[Found], kind: str, known: dict[str, set[str]]) -> list[Found]:
    """Of a pair, the findings that its twin has not, and those that touch what the reviser changed (not what a program
    damaged: that may have been wrong before)."""
    if kind not in ("pairs", "damage"):
        return findings
    marks = (case.spans or []) if kind == "pairs" else []
    return [f for f in findings if f.rule not in known[case.id] or overlaps(f.start, max(f.end, f.start + 1), marks)]


def common(documents: list[Document], results: Results) -> dict[str, set[str]]:
    """For each pair the rules that speak on both sides: they say nothing about the damage."""
    rules: dict[str, list[set[str]]] = {}
    for (case,), (findings,) in zip(documents, results, strict=True):
        rules.setdefault(case.id, []).append({finding.rule for finding in findings})
    return {name: set.intersection(*sides) for name, sides in rules.items()}


def spans(documents: list[Document], results: Results) -> dict[str, Tally]:
    """Marked errors and how many of them a finding touches; findings and how many touch no marked error."""
    tallies: dict[str, Tally] = {}
    for document, found in zip(documents, results, strict=True):
        for case, findings in zip(document, found, strict=True):
            marks = case.spans or []
            heard = [(f.start, max(f.end, f.start + 1)) for f in findings if f.heard]
            touched = sum(overlaps(*mark, heard) for mark in marks)
            wrong = sum(not overlaps(*place, marks) for place in heard)
            tallies[case.doc] = tallies.get(case.doc, Tally()) + Tally(len(marks), touched, len(heard), wrong)
    return tallies


RATES: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "recall": lambda t: t[..., 1] / np.maximum(t[..., 0], 1),
    "false": lambda t: t[..., 3] / np.maximum(t[..., 2], 1),
    "net": lambda t: t[..., 1] / np.maximum(t[..., 0], 1) - t[..., 3] / np.maximum(t[..., 2], 1),
    "precision": lambda t: t[..., 1] / np.maximum(t[..., 1] + t[..., 3], 1),
    "span precision": lambda t: 1 - t[..., 3] / np.maximum(t[..., 2], 1),
    "base": lambda t: t[..., 0] / np.maximum(t[..., 0] + t[..., 2], 1),
}


def rates(tallies: dict[str, Tally], name: str) -> dict[str, Interval]:
    """Every rate with its 95 % interval by bootstrap over documents; `name` seeds it."""
    table = np.array([tallies[doc] for doc in sorted(tallies)], dtype=float).reshape(-1, 4)
    dice = np.random.default_rng(crc32(name.encode()))
    size = len(table)
    weights = dice.multinomial(size, np.full(size, 1 / size), RESAMPLES) if size else np.zeros((RESAMPLES, 0))
    drawn = weights @ table
    return {
        rate: Interval(float(of(table.sum(0))), *(float(x) for x in np.quantile(of(drawn), (0.025, 0.975))))
        for rate, of in RATES.items()
    }


def per_rule(results: Iterable[list[list[Found]]]) -> Counter[str]:
    """Findings by rule, all severities."""
    return Counter(f.rule for document in results for findings in document for f in findings)
