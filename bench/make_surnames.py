"""Surnames with their spellings: `python -m bench.make_surnames > tqa/lang/data/surnames.tsv`.

From the lists of japanese-personal-name-dataset in the data folder (`names/`). What is a usual given name, an English
word or too short to tell is left out, unless it is among the commonest surnames.
"""

from __future__ import annotations

import csv
import os
from collections import Counter

from bench.data import folder
from tqa.lang.ja.romaji import hepburn

ENGLISH = frozenset(
    "are date mine nose fuse soda santo chino taiga torii shin ima same made sake take mi ko ri ui cho tai toi".split()
)
KEPT = frozenset("sato hayashi asano yoshino kaneko kano togo shoji oki kasai".split())
GIVEN = 8  # spellings of a given name, from which a word is one
SHORTEST = 3  # letters


def main() -> None:
    found: dict[str, list[str]] = {}
    for name, _, kana, _ in _rows("last_name_org.csv"):
        if kana.strip("ー "):
            found.setdefault(hepburn(kana), []).append(name)
    given = Counter[str]()
    for file in ("first_name_man_org.csv", "first_name_woman_org.csv"):
        for row in _rows(file):
            given[hepburn(row[0])] += max(1, len(row) - 2)
    print("# Surnames, the commonest spellings first; see NOTICE. plain romaji, kanji")
    for key, forms in sorted(found.items()):
        if key in KEPT or (given[key] < GIVEN and key not in ENGLISH and len(key) >= SHORTEST):
            print(key, " ".join(forms), sep="\t")


def _rows(name: str) -> list[list[str]]:
    with open(os.path.join(folder(), "names", name), encoding="utf-8") as file:
        return list(csv.reader(file))


if __name__ == "__main__":
    main()
