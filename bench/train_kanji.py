"""Readings of single kanji in names, from lists of names with their kana or romaji: `python -m bench.train_kanji > FILE`.

Each name's romaji are cut into as many parts as it has kanji; which cut is likely is learnt from all names together
(expectation and maximisation, a few rounds). What ships is the table of single characters, with the lists' notices.
"""

from __future__ import annotations

import csv
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterator

from bench.data import folder
from tqa.lang.ja import romaji

ROUNDS = 6
LONGEST = 7  # letters of one kanji's reading
SOLID = 2.0  # expected count from which a reading ships,
SHARE = 0.012  # if it is this share of its kanji's readings


def names() -> Iterator[tuple[str, str]]:
    """(kanji, folded romaji) of every surname and given name of the list of names, and of the Kyoto lexicon."""
    for name in ("last_name_org.csv", "first_name_man_org.csv", "first_name_woman_org.csv"):
        with open(os.path.join(folder(), "names", name), encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                if name.startswith("last"):
                    yield row[0], romaji.hepburn(row[2])
                else:
                    yield from ((kanji, romaji.hepburn(row[0])) for kanji in row[2:])
    with open(os.path.join(folder(), "kyoto_lexicon", "kyoto_lexicon.tsv"), encoding="utf-8") as file:
        for line in file:
            japanese, _, english = line.rstrip("\n").partition("\t")
            words = re.findall(r"[A-Za-z]+", re.sub(r"\(.*?\)", "", english))
            for word in {"".join(words), *words[:1]}:
                if romaji.is_romaji(word.lower()):
                    yield japanese, romaji.fold(word.lower())


def cuts(kanji: str, said: str) -> Iterator[tuple[str, ...]]:
    """The ways to share the letters out to the kanji: each part begins with a consonant or a vowel's syllable."""
    if len(kanji) == 1:
        if 0 < len(said) <= LONGEST and said[-1] in "aiueontmkps":
            yield (said,)
        return
    for size in range(1, min(LONGEST, len(said) - len(kanji) + 1) + 1):
        if said[size - 1] in "aiueon":
            for rest in cuts(kanji[1:], said[size:]):
                yield (said[:size], *rest)


def learn(pairs: list[tuple[str, str]]) -> dict[str, dict[str, float]]:
    """Expected counts of readings by kanji."""
    ways = [(kanji, list(cuts(kanji, said))) for kanji, said in pairs]
    counts: dict[str, dict[str, float]] = {}
    for _ in range(ROUNDS):
        fresh: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        totals = {kanji: sum(readings.values()) for kanji, readings in counts.items()}
        for kanji, shares in ways:
            weights = []
            for way in shares:
                weight = 1.0
                for char, part in zip(kanji, way, strict=True):
                    weight *= (counts.get(char, {}).get(part, 0.0) + 0.01) / (totals.get(char, 0.0) + 1.0)
                weights.append(weight)
            whole = sum(weights)
            for way, weight in zip(shares, weights, strict=True):
                for char, part in zip(kanji, way, strict=True):
                    fresh[char][part] += weight / whole
        counts = {kanji: dict(readings) for kanji, readings in fresh.items()}
    return counts


def main() -> None:
    pairs = [(kanji, said) for kanji, said in names() if 1 <= len(kanji) <= 4 and all("一" <= c <= "鿿" for c in kanji)]
    table = learn(pairs)
    sys.stdout.write("# Readings of kanji in names; see NOTICE. kanji, readings in plain romaji, the commonest first\n")
    for kanji in sorted(table):
        least = max(SOLID, SHARE * sum(table[kanji].values()))
        solid = sorted(((n, said) for said, n in table[kanji].items() if n >= least), key=lambda row: (-row[0], row[1]))
        if solid:
            sys.stdout.write(f"{kanji}\t{' '.join(said for _, said in solid)}\n")


if __name__ == "__main__":
    main()
