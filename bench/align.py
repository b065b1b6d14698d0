"""Sentence alignment on document-aligned sets: merge and delete sentences at random, count the links found again.

    python -m bench.align [--half tune|report|all] [--limit N]

A link is a pair of a source and a target unit that share an original sentence; F1 is over the links of a set.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import product
from typing import NamedTuple
from zlib import crc32

from bench import data
from bench.data import CLEAN, wmt
from tqa.align import Link, Unit, align
from tqa.lang.en import anchors as en
from tqa.lang.ja import anchors as ja

Pair = tuple[str, str]  # Japanese, English


class Noisy(NamedTuple):
    """One side after the damage: its texts and the original sentences in each."""

    texts: list[str]
    ids: list[frozenset[int]]


def sets() -> dict[str, dict[str, list[Pair]]]:
    """The sets that are there, by document."""
    loads: dict[str, Callable[[], dict[str, list[Pair]]]] = {
        "bsd": lambda: _by_doc(CLEAN["clean_bsd"]()),
        "kyoto": kyoto,
        **{f"wmt{year}": lambda year=year: _by_doc(wmt(years=(year,))) for year in ("21", "22", "23")},  # type: ignore[misc]
    }
    found = {}
    for name, load in loads.items():
        with suppress(FileNotFoundError):
            found[name] = load()
    return found


def _by_doc(segments: Iterable[data.Pair]) -> dict[str, list[Pair]]:
    docs: dict[str, list[Pair]] = defaultdict(list)
    for pair in segments:
        docs[pair.doc].append((pair.source, pair.target))
    return docs


def kyoto() -> dict[str, list[Pair]]:
    return {
        row["doc"]: [(s["src"], s["final"]) for s in row["sentences"]]  # type: ignore[index,call-overload]
        for row in data.rows("kyoto_docs/dev.jsonl")
    }


def damage(texts: Sequence[str], joint: str, merge: float, delete: float, rng: random.Random) -> Noisy:
    """Delete units and merge units into the one before, each with its probability."""
    kept: list[tuple[str, frozenset[int]]] = []
    for index, text in enumerate(texts):
        if rng.random() < delete:
            continue
        if kept and rng.random() < merge:
            before, ids = kept[-1]
            kept[-1] = (before + joint + text, ids | {index})
        else:
            kept.append((text, frozenset({index})))
    return Noisy([text for text, _ in kept], [ids for _, ids in kept])


def units(texts: Sequence[str], lang: str) -> list[Unit]:
    module = ja if lang == "ja" else en
    return [Unit(module.length(text), module.anchors(text), module.words(text)) for text in texts]


class Score(NamedTuple):
    right: int = 0
    found: int = 0
    wanted: int = 0
    sure: int = 0  # links called confident
    sure_right: int = 0
    units: int = 0
    seconds: float = 0.0

    def __add__(self, other: tuple) -> Score:
        return Score(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.found + self.wanted)


def measure(pairs: Sequence[Pair], merge: float, delete: float, seed: int) -> Score:
    rng = random.Random(seed)
    source = damage([p[0] for p in pairs], "", merge, delete, rng)
    target = damage([p[1] for p in pairs], " ", merge, delete, rng)
    ours, theirs = units(source.texts, "ja"), units(target.texts, "en")
    start = time.process_time()
    links = align(ours, theirs)
    seconds = time.process_time() - start
    wanted = {
        (i, j) for i, a in enumerate(source.ids) for j, b in enumerate(target.ids) if a & b
    }
    return score(links, wanted)._replace(units=len(ours) + len(theirs), seconds=seconds)


def score(links: Sequence[Link], wanted: set[tuple[int, int]]) -> Score:
    found = {pair for link in links for pair in product(link.source, link.target)}
    sure = {pair for link in links if link.confident for pair in product(link.source, link.target)}
    return Score(len(found & wanted), len(found), len(wanted), len(sure), len(sure & wanted))


def halves(docs: dict[str, list[Pair]], half: str, limit: int) -> Iterator[tuple[str, list[Pair]]]:
    chosen = [doc for doc in sorted(docs) if half == "all" or (crc32(doc.encode()) % 2 == 0) == (half == "tune")]
    return ((doc, docs[doc]) for doc in chosen[:limit])


def scores(half: str = "report", limit: int = 10**6) -> Iterator[tuple[str, float, float, Score]]:
    """(set, share of units merged, share deleted, score)."""
    whole = sets()
    for merge, delete in ((0.10, 0.05), (0.25, 0.15)):
        for name, docs in whole.items():
            total = Score()
            for doc, pairs in halves(docs, half, limit):
                total += measure(pairs, merge, delete, crc32(f"{doc} {merge}".encode()))
            yield name, merge, delete, total


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("tune", "report", "all"), default="report")
    parser.add_argument("--limit", type=int, default=10**6, help="documents of a set")
    options = parser.parse_args(arguments)
    for name, merge, delete, total in scores(options.half, options.limit):
        speed = total.units / max(total.seconds, 1e-9)
        sys.stdout.write(
            f"{name:6} merge {merge:.0%} delete {delete:.0%}: link F1 {total.f1:.3f}, "
            f"confident {total.sure / max(1, total.found):.0%}, of them right "
            f"{total.sure_right / max(1, total.sure):.3f}; {total.units} units, {speed:,.0f} units/s\n"
        )


if __name__ == "__main__":
    main()
