"""Fit the weights of tqa/lang/gaps.py and tqa/lang/slots.py: `python -m bench.fit_gaps` prints them.

Omissions: runs of words without counterpart in a translator's first version that words put in by the reviser render,
where he says that something was left out. The rest: such runs in final versions. A fifth
of the articles is kept for testing (--table: a lexicon trained without it, --all: fit to all).
"""

from __future__ import annotations

import argparse
import lzma
import os
import random
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice
from multiprocessing import Pool
from typing import NamedTuple
from zlib import crc32

import numpy as np

from bench.data import folder
from tqa.lang import lexicon, slots
from tqa.lang.coverage import coverage
from tqa.lang.gaps import features, runs

OMITTED = re.compile(
    r"訳漏|訳抜|訳もれ|訳ぬけ|訳洩|抜け|漏れ|omission|omitted|missing|not translated|脱落", re.IGNORECASE
)
SHARE = 0.1  # of the sentences without such a reason
PARTS = 2  # processes


class Example(NamedTuple):
    """A run: the fold of its article, 1 for an omission and 0 for none, its features; of an omission, what speaks for
    each slot of the first version and in which the reviser put something."""

    fold: int
    label: int
    facts: dict[str, float]
    slots: list[list[str]]
    true: frozenset[int]


def examples(table: str, part: int, parts: int = PARTS) -> Iterator[Example]:
    """Those of every `parts`-th sentence, as found with a lexicon."""
    lexicon.PATH = table
    dice = random.Random(part)
    with lzma.open(os.path.join(folder(), "kyoto_train", "sentences.dev.tsv.xz"), "rt", encoding="utf-8") as file:
        next(file)
        for line in islice(file, part, None, parts):
            doc, _, source, first, final, reason = (line.rstrip("\n").split("\t") + [""] * 6)[:6]
            fold = crc32(doc.encode()) % 5
            if not final or len(source) > 250:
                continue
            if first and OMITTED.search(reason):
                yield from mended(fold, source, first, final)
            elif dice.random() < SHARE:
                found = coverage(source, final)
                for low, high in runs(found.words):
                    yield Example(fold, 0, features(source, found, low, high), [], frozenset())


def mended(fold: int, source: str, first: str, final: str) -> Iterator[Example]:
    """The runs that the first version lacks and words put in by the final version render for the greater part."""
    before, after = coverage(source, first), coverage(source, final)
    old, new = [token.key for token in before.target], [token.key for token in after.target]
    edits = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for low, high in runs(before.words):
        missing = [at for at in range(low, high + 1) if before.words[at].weight]
        true: set[int] = set()
        rendered = 0
        for at in missing:
            word = after.words[at]
            homes = [
                (a, b)
                for tag, a, b, c, d in edits
                if tag in ("insert", "replace") and not word.shared and any(c <= place < d for place in word.at)
            ]
            rendered += bool(homes)
            true.update(slot for a, b in homes for slot in range(a, b + 1))
        if rendered and 2 * rendered >= len(missing):
            facts = features(source, before, low, high)
            span = before.words[low].token.start, before.words[high].token.end
            yield Example(fold, 1, facts, list(slots.slots(source, first, before, *span)), frozenset(true))


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
    for _ in range(400):
        power = np.exp(x @ w)
        p = power / np.repeat(np.add.reduceat(power, starts), sizes)
        hit = power * mask
        q = hit / np.repeat(np.add.reduceat(hit, starts), sizes)
        speed = 0.9 * speed + (q - p) @ x / len(rows) - 2e-4 * w
        w += 0.5 * speed
    return {name: round(float(v), 2) for name, v in zip(names, w, strict=True)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--table", default=lexicon.PATH)
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    with Pool(PARTS) as pool:
        parts = pool.starmap(_listed, [(options.table, part) for part in range(PARTS)])
    report([row for part in parts for row in part], options.all)


def _listed(table: str, part: int) -> list[Example]:
    return list(examples(table, part))


def report(found: list[Example], everything: bool) -> None:
    train = [row for row in found if everything or row.fold]
    weights, bias = fit(train)
    print(weights, "bias", round(bias, 2))
    placed = fit_slots([row for row in train if row.label])
    print(placed)
    scores = {
        label: np.array([
            bias + sum(weights[name] * value for name, value in row.facts.items())
            for row in found if not row.fold and row.label == label
        ])
        for label in (0, 1)
    }  # fmt: skip
    print(sum(row.label for row in train), "omissions,", len(train), "runs; on the rest:")
    for share in (0.003, 0.01, 0.03, 0.1):
        limit = np.quantile(scores[0], 1 - share)
        print(
            f"above {limit:.2f}: {100 * share:.2f} % of no omissions, {100 * np.mean(scores[1] > limit):.1f} % of them"
        )


if __name__ == "__main__":
    main()
