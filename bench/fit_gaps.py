"""Fit the weights of tqa/lang/gaps.py: `python -m bench.fit_gaps` prints them.

Omissions: runs of words without counterpart in a translator's first version that the reviser's final version renders,
where the reviser's reason speaks of something left out. The rest: such runs in final versions. A fifth of the articles
is kept for testing.
"""

from __future__ import annotations

import lzma
import os
import random
import re
from collections.abc import Iterator
from zlib import crc32

import numpy as np

from bench.data import folder
from tqa.lang.coverage import coverage
from tqa.lang.gaps import WEIGHTS, features, runs

OMITTED = re.compile(
    r"訳漏|訳抜|訳もれ|訳ぬけ|訳洩|抜け|漏れ|omission|omitted|missing|not translated|脱落", re.IGNORECASE
)
Example = tuple[int, int, list[float]]  # fold, 1 for an omission, features


def examples() -> Iterator[Example]:
    dice = random.Random(0)
    with lzma.open(os.path.join(folder(), "kyoto_train", "sentences.dev.tsv.xz"), "rt", encoding="utf-8") as file:
        next(file)
        for line in file:
            doc, _, source, first, final, reason = (line.rstrip("\n").split("\t") + [""] * 6)[:6]
            fold = crc32(doc.encode()) % 5
            if not final or len(source) > 250:
                continue
            if first and OMITTED.search(reason):
                yield from ((fold, 1, row) for row in mended(source, first, final))
            elif dice.random() < 0.2:
                found = coverage(source, final)
                yield from ((fold, 0, list(features(source, found, *run).values())) for run in runs(found.words))


def mended(source: str, first: str, final: str) -> Iterator[list[float]]:
    """The runs that the first version lacks and the final version renders for the greater part."""
    before, after = coverage(source, first), coverage(source, final)
    for low, high in runs(before.words):
        missing = [at for at in range(low, high + 1) if before.words[at].missing]
        if 2 * sum(bool(after.words[at].at) for at in missing) > len(missing):
            yield list(features(source, before, low, high).values())


def fit(rows: list[Example]) -> tuple[np.ndarray, float]:
    """Weights and bias by Newton's method, with a little ridge."""
    x = np.array([row for _, _, row in rows])
    y = np.array([label for _, label, _ in rows])
    mean, spread = x.mean(0), x.std(0) + 1e-9
    a = np.c_[(x - mean) / spread, np.ones(len(x))]
    w = np.zeros(a.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-a @ w))
        w -= np.linalg.solve((a * (p * (1 - p))[:, None]).T @ a + 1e-3 * np.eye(len(w)), a.T @ (p - y) + 1e-3 * w)
    weights = w[:-1] / spread
    return weights, float(w[-1] - weights @ mean)


def main() -> None:
    rows = list(examples())
    weights, bias = fit([row for row in rows if row[0]])
    print(
        {name: round(float(weight), 2) for name, weight in zip(WEIGHTS, weights, strict=True)}, "bias", round(bias, 2)
    )
    scores = {
        label: [weights @ np.array(x) + bias for fold, y, x in rows if not fold and y == label] for label in (0, 1)
    }
    for share in (0.0015, 0.005, 0.015):
        limit = np.quantile(scores[0], 1 - share)
        print(
            f"above {limit:.2f}: {100 * share:.2f} % of the rest, {100 * np.mean(scores[1] > limit):.1f} % of omissions"
        )


if __name__ == "__main__":
    main()
