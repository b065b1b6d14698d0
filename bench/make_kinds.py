"""The table of what English words can be, tqa/lang/data/en-kinds.txt:

    python -m bench.make_kinds LEMMINFLECT

LEMMINFLECT is the unpacked package of PyPI. Of its lemmas those are kept that en-words.txt calls common, in small
letters, and of their forms those that do not follow from spelling; tqa.lang.en.kinds says what the letters mean.
"""

from __future__ import annotations

import gzip
import os
import sys
from collections import defaultdict

from tqa.lang.en.kinds import PATH, regular
from tqa.lang.en.words import words

FORMS = {"verb": ("d", "k", "g", "s"), "adj": ("a", "a"), "noun": ("p",), "adv": ()}


def lemmas(folder: str) -> list[tuple[str, str, list[list[str]]]]:
    """A lemma, its part of speech and its forms, each in one or several spellings."""
    found = []
    with gzip.open(os.path.join(folder, "resources", "infl_lu.csv.gz"), "rt", encoding="utf-8") as file:
        for line in file:
            lemma, part, *forms = line.rstrip("\n").split(",")
            if lemma.isascii() and lemma.isalpha() and lemma.islower() and words().is_common(lemma):
                found.append((lemma, part, [[form for form in cell.split("/") if form] for cell in forms]))
    return found


def table(folder: str) -> dict[str, set[str]]:
    kinds: dict[str, set[str]] = defaultdict(set)
    listed = lemmas(folder)
    for lemma, part, forms in listed:
        if part == "verb":
            forms[1] = forms[1] or forms[0]  # the participle, where it is like the past
            if any(form.endswith("ed") for form in forms[0]):
                forms[1] = [*forms[1], *forms[0]]
            kinds[lemma].add("b")
        elif part == "noun":
            plurals = set(forms[0]) if forms else set()
            kinds[lemma].update("n" * bool(plurals - {lemma}) + "m" * (lemma in plurals or not plurals))
        elif part == "adj":
            kinds[lemma].add("a")
        else:
            kinds[lemma].add("r")
    own = {lemma: "".join(found) for lemma, found in kinds.items()}
    for lemma, part, forms in listed:
        for letter, spellings in zip(FORMS[part], forms, strict=False):
            for form in spellings:
                plain = form.isascii() and form.isalpha() and form.islower()
                if plain and (form, letter) != (lemma, "p") and letter not in regular(form, lambda word: own.get(word, "")):
                    kinds[form].add(letter)
    return {word: found for word, found in kinds.items() if found - {"m", "r"} or word.endswith("s")}


def main() -> None:
    rows = sorted(f"{word} {''.join(sorted(found))}\n" for word, found in table(sys.argv[1]).items())
    with open(PATH, "w", encoding="ascii") as file:
        file.write("".join(rows))


if __name__ == "__main__":
    main()
