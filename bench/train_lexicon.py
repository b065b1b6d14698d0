"""Train tqa/lang/data/ja-en.tsv.xz from the Kyoto articles: `python -m bench.train_lexicon`.

Two IBM models 1, Japanese to English and back, give the pairs of words that translate each other. Beside each
Japanese word stands how often one of its renderings is found in the translations of the sentences that hold it: only
for a word that is found nearly always does its absence mean something. The table holds words and figures, no sentence.

`--without N` leaves out every fifth article, those with crc32(article) % 5 == N, for measuring on unseen text.
"""

from __future__ import annotations

import argparse
import lzma
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from zlib import crc32

import numpy as np

from bench.data import folder
from tqa.lang import lexicon

ROUNDS = 6
MIN_COUNT = 4  # sentences that a pair is expected to translate in
MIN_CHANCE = 0.03
MOST = 14  # renderings a word
Corpus = list[tuple[list[str], list[str], frozenset[str]]]


def sentences(without: int | None) -> Iterator[tuple[str, str]]:
    """(Japanese, final English) of every sentence that has both."""
    path = os.path.join(folder(), "kyoto_train", "sentences.dev.tsv.xz")
    with lzma.open(path, "rt", encoding="utf-8", newline="") as file:
        next(file)
        for line in file:
            doc, _, source, _, target, *_ = line.rstrip("\n").split("\t")
            if without is not None and crc32(doc.encode()) % 5 == without:
                continue
            if source and target and len(source) < 250:
                yield source, target


def corpus(without: int | None) -> Corpus:
    """For each sentence the words of both sides, and the Japanese words that the sounds of names explain."""
    found = []
    for source, target in sentences(without):
        ours = lexicon.source_words(source)
        theirs = sorted(lexicon.target_keys(target))
        spoken = frozenset(word.lemma for word in ours if word.sounds & set(theirs))
        lemmas = sorted({word.lemma for word in ours})
        if lemmas and theirs:
            found.append((lemmas, theirs, spoken))
    return found


def model_one(texts: Iterable[tuple[list[str], list[str]]]) -> dict[tuple[str, str], tuple[float, float]]:
    """(chance that the first word yields the second, expected count) of each pair of (giving words, yielded words)."""
    givers, yields = Numbers([""]), Numbers()  # a word may come from nowhere
    parts, sizes = [], []
    for ours, theirs in texts:
        a = np.array([0, *(givers[word] for word in ours)], dtype=np.int64)
        b = np.array([yields[word] for word in theirs], dtype=np.int64)
        parts.append((a[None, :] << 32 | b[:, None]).ravel())
        sizes.append(np.full(len(b), len(a), dtype=np.int32))
    lengths = np.concatenate(sizes)
    keys, ids = np.unique(np.concatenate(parts), return_inverse=True)
    del parts
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    giver = keys >> 32
    chance = counts = np.full(len(keys), 1.0)
    for _ in range(ROUNDS):
        weight = chance[ids]
        weight /= np.repeat(np.add.reduceat(weight, starts), lengths)
        counts = np.bincount(ids, weights=weight, minlength=len(keys))
        chance = counts / np.bincount(giver, weights=counts)[giver]
    left, right = list(givers), list(yields)
    return {
        (left[int(keys[n]) >> 32], right[int(keys[n]) & 0xFFFFFFFF]): (float(chance[n]), float(counts[n]))
        for n in np.flatnonzero((counts >= 1) & (giver > 0))
    }


class Numbers(dict[str, int]):
    """Words numbered in the order in which they are asked for."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        super().__init__()
        for word in words:
            self[word]

    def __missing__(self, word: str) -> int:
        self[word] = len(self)
        return self[word]


def solid(texts: Corpus) -> dict[str, dict[str, float]]:
    """For a Japanese word its renderings with the chance of each, best first."""
    there = model_one((ours, theirs) for ours, theirs, _ in texts)
    back = model_one((theirs, ours) for ours, theirs, _ in texts)
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for (word, english), (chance, count) in there.items():
        other, count_back = back.get((english, word), (0.0, 0.0))
        if max(count, count_back) < MIN_COUNT or min(count, count_back) < 1:
            continue
        if max(chance, other) >= MIN_CHANCE and chance * other >= 0.0002:
            found[word][english] = (chance * other) ** 0.5
    return {w: dict(sorted(row.items(), key=lambda pair: -pair[1])[:MOST]) for w, row in sorted(found.items())}


def found_rates(texts: Corpus, table: dict[str, dict[str, float]]) -> tuple[dict[str, float], dict[str, float]]:
    """How often a Japanese word finds a rendering, and an English word a word that it renders."""
    seen, hits, seen_en, hits_en = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for ours, theirs, spoken in texts:
        keys = set(theirs)
        explained: set[str] = set()
        for word in ours:
            rendered = keys & table.get(word, {}).keys()
            seen[word] += 1
            hits[word] += bool(rendered) or word in spoken
            explained |= rendered
        seen_en.update(keys)
        hits_en.update(explained)
    return (
        {w: (hits[w] + 0.5) / (n + 1.5) for w, n in seen.items() if n >= MIN_COUNT},
        {w: (hits_en[w] + 0.5) / (n + 1.5) for w, n in seen_en.items() if n >= MIN_COUNT},
    )


def write(path: str, texts: Corpus) -> None:
    table = solid(texts)
    ours, theirs = found_rates(texts, table)
    lines = [
        f"{word}\t{100 * ours[word]:.0f}\t" + " ".join(f"{e}:{100 * p:.0f}" for e, p in row.items())
        for word, row in table.items()
        if word in ours
    ]
    used = {english for row in table.values() for english in row}
    back = [f"{word}\t{100 * rate:.0f}" for word, rate in sorted(theirs.items()) if word in used]
    text = "\n".join([*lines, "", *back]) + "\n"
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with lzma.open(path, "wt", encoding="utf-8", newline="\n", preset=9) as file:
        file.write(text)
    print(f"{path}: {len(lines)} Japanese words, {len(back)} English words, {os.path.getsize(path)} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", type=int, metavar="N")
    parser.add_argument("--output", default=lexicon.PATH)
    options = parser.parse_args()
    write(options.output, corpus(options.without))


if __name__ == "__main__":
    main()
