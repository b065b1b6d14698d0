"""Fit the weights of gaps.py and slots.py in tqa/lang/counterparts: `python -m bench.fit_gaps [--tables DIR/ja-en-{}.tsv.xz]`.

Omissions: runs of words without counterpart in a translator's first version that words put in by the reviser render,
where he says that something was left out. The rest: such runs in final versions. Slots: where revisers put in those
words, and dates and figures that were missing. With --tables each fifth of the articles is read with the lexicon that
`bench.train_lexicon --without N` made of the others, as a new text would be. The figures are of articles that the
weights were not fitted to.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from multiprocessing import Pool
from typing import NamedTuple
from zlib import crc32

import numpy as np

from bench.data import train
from tqa.lang import language
from tqa.lang.counterparts import lexicon, slots
from tqa.lang.counterparts.coverage import coverage
from tqa.lang.counterparts.gaps import features, runs
from tqa.lang.en.tokens import Token
from tqa.model import Segment, Side
from tqa.rules import Context, _absent, _values
from tqa.text import Text

OMITTED = re.compile(
    r"訳漏|訳抜|訳もれ|訳ぬけ|訳洩|抜け|漏れ|omission|omitted|missing|not translated|脱落", re.IGNORECASE
)
SHARE = 0.1  # of the sentences without such a reason
FOLDS = 5
Edits = list[tuple[str, int, int, int, int]]


class Example(NamedTuple):
    """A run or a value. `label`: 1 for an omission, 0 for none; `facts`: its features; `slots`: what speaks for each
    slot of the first version, `true`: those in which the reviser put something."""

    fold: int
    label: int
    facts: dict[str, float]
    slots: list[list[str]]
    true: frozenset[int]


def examples(fold: int, table: str) -> list[tuple[int, Example]]:
    """(slots.WORDS or slots.VALUES, example) of the articles of a fold, as found with a lexicon."""
    lexicon.PATH = table
    return list(_examples(fold))


def _examples(fold: int) -> Iterator[tuple[int, Example]]:
    dice = random.Random(fold)
    for doc, source, first, final, reason in train():
        if crc32(doc.encode()) % FOLDS != fold or not final or len(source) > 250:
            continue
        if first and sorted(re.findall(r"\d+", first)) != sorted(re.findall(r"\d+", final)):
            yield from ((slots.VALUES, one) for one in mended_values(fold, source, first, final))
        if first and OMITTED.search(reason):
            yield from ((slots.WORDS, one) for one in mended_words(fold, source, first, final))
        elif dice.random() < SHARE:
            found = coverage(source, final)
            for run in runs(found.words):
                yield slots.WORDS, Example(fold, 0, features(source, found, *run), [], frozenset())


def mended_words(fold: int, source: str, first: str, final: str) -> Iterator[Example]:
    """The runs that the first version lacks and words put in by the final version render for the greater part."""
    before, after = coverage(source, first), coverage(source, final)
    edits = _edits(before.target, after.target)
    for low, high in runs(before.words):
        missing = [at for at in range(low, high + 1) if before.words[at].weight]
        found = [_put_in(edits, after.words[at].at) for at in missing if not after.words[at].shared]
        rendered = sum(map(bool, found))
        if rendered and 2 * rendered >= len(missing):
            facts = features(source, before, low, high)
            span = before.words[low].token.start, before.words[high].token.end
            yield Example(fold, 1, facts, list(slots.slots(source, first, before, *span)), frozenset().union(*found))


def mended_values(fold: int, source: str, first: str, final: str) -> Iterator[Example]:
    """The dates and figures that the first version lacks and the final version has."""
    one, other = _segment(source, first), _segment(source, final)
    left = list(_absent.missing(*one))
    still = {value[:2] for value in _absent.missing(*other)} if left else set()
    for value in left:
        before, after = coverage(source, first), coverage(source, final)
        spans = [clash.target[:2] for clash in _values.compare(*other).equal if clash.source[:2] == value[:2]]
        homes = [n for n, token in enumerate(after.target) if any(a < token.end and token.start < b for a, b in spans)]
        true = _put_in(_edits(before.target, after.target), tuple(homes))
        if true and value[:2] not in still:
            yield Example(fold, 1, {}, list(slots.slots(source, first, before, value.start, value.end)), true)


def _segment(source: str, target: str) -> tuple[Segment, Context]:
    sides = Side(Text.plain(target), language("en"), None), Side(Text.plain(source), language("ja"), None)
    segment = Segment(0, "prose", *sides, "1")
    return segment, Context([segment], "", "en", "ja", None)


def _edits(first: tuple[Token, ...], final: tuple[Token, ...]) -> Edits:
    old, new = [token.key for token in first], [token.key for token in final]
    return [edit for edit in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if edit[0] in _NEW]


_NEW = ("insert", "replace")


def _put_in(edits: Edits, places: tuple[int, ...]) -> frozenset[int]:
    """The slots of the first version in which the words at these places of the final version were put."""
    return frozenset(
        slot for _, a, b, c, d in edits if any(c <= place < d for place in places) for slot in range(a, b + 1)
    )


def fit(rows: list[Example]) -> tuple[dict[str, float], float]:
    """Weights and bias by Newton's method, with a little ridge."""
    x = np.array([list(row.facts.values()) for row in rows])
    y = np.array([row.label for row in rows])
    mean, spread = x.mean(0), x.std(0) + 1e-9
    a = np.c_[(x - mean) / spread, np.ones(len(x))]
    w = np.zeros(a.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-a @ w))
        w -= np.linalg.solve((a * (p * (1 - p))[:, None]).T @ a + np.eye(len(w)), a.T @ (p - y) + w)
    weights = w[:-1] / spread
    names = list(rows[0].facts)
    return {name: round(float(v), 2) for name, v in zip(names, weights, strict=True)}, float(w[-1] - weights @ mean)


def fit_slots(rows: list[Example]) -> dict[str, float]:
    """Weights under which the slots that revisers chose are likeliest among all slots of their sentences."""
    names = sorted({name for row in rows for slot in row.slots for name in slot})
    number = {name: at for at, name in enumerate(names)}
    x = np.zeros((sum(len(row.slots) for row in rows), len(names)))
    starts, true, at = [], [], 0
    for row in rows:
        starts.append(at)
        for slot, found in enumerate(row.slots):
            x[at, [number[name] for name in found]] = 1
            true.append(slot in row.true)
            at += 1
    sizes, mask = np.diff([*starts, at]), np.array(true)
    w, speed = np.zeros(len(names)), np.zeros(len(names))
    for _ in range(300):
        power = np.exp(x @ w)
        p = power / np.repeat(np.add.reduceat(power, starts), sizes)
        hit = power * mask
        q = hit / np.repeat(np.add.reduceat(hit, starts), sizes)
        speed = 0.9 * speed + (q - p) @ x / len(rows) - 3e-3 * w
        w += 0.5 * speed
    return {name: round(float(v), 2) for name, v in zip(names, w, strict=True)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tables", default=lexicon.PATH, metavar="PATTERN")
    tables = parser.parse_args().tables
    with Pool(2, maxtasksperchild=1) as pool:
        parts = pool.starmap(examples, [(fold, tables.format(fold)) for fold in range(FOLDS)], chunksize=1)
    found = [row for part in parts for row in part]
    rows = [row for kind, row in found if kind == slots.WORDS]
    report(rows)
    placed = [fit_slots([row for which, row in found if which == kind and row.label]) for kind in (0, 1)]
    print({name: tuple(w.get(name, 0.0) for w in placed) for name in sorted({*placed[0], *placed[1]})})


def report(rows: list[Example]) -> None:
    scores: dict[int, list[float]] = {0: [], 1: []}
    for fold in range(FOLDS):
        weights, bias = fit([row for row in rows if row.fold != fold])
        for row in rows:
            if row.fold == fold:
                scores[row.label].append(bias + sum(weights[name] * value for name, value in row.facts.items()))
    print(len(scores[1]), "omissions,", len(scores[0]), "other runs")
    for share in (0.003, 0.01, 0.03, 0.1):
        limit = np.quantile(scores[0], 1 - share)
        caught = 100 * np.mean(np.array(scores[1]) > limit)
        print(f"above {limit:.2f}: {100 * share:.2f} % of no omissions, {caught:.1f} % of them")
    weights, bias = fit(rows)
    print(weights, "bias", round(bias, 2))


if __name__ == "__main__":
    main()
