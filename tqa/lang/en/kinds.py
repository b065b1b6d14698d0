"""What an English word can be: noun, verb or adjective, and in which form.

The table (data/en-kinds.txt, see data/NOTICE) has the base forms of common words, and the forms that do not follow from
spelling; the others are worked out. A word is a set of letters: n a noun with a plural, m a noun that does without
one (nm one that may), p a plural, b a verb's base form, s its third person, d its past, k its past participle, g its
-ing, a an adjective, r an adverb. What the table does not know is nothing.
"""

import mmap
import os
from collections.abc import Callable
from functools import cache

PATH = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "en-kinds.txt")


@cache
def kinds(word: str) -> frozenset[str]:
    """
    >>> [" ".join(sorted(kinds(word))) for word in ("temple", "temples", "exist", "existed", "went", "news", "tok")]
    ['n', 'p', 'b', 'd k', 'd', 'm', '']
    """
    return frozenset(_listed(word) + regular(word, _listed))


def regular(word: str, listed: Callable[[str], str]) -> str:
    """What a word is as a regular form of words that are `listed`."""
    found = ""
    if word.endswith("s") and not word.endswith("ss"):
        stems = [word[:-1]]
        if word.endswith("es"):
            stems = [word[:-2], word[:-3] + "y"] if word.endswith("ies") else [word[:-1], word[:-2]]
        of = "".join(map(listed, stems))
        found = "p" * ("n" in of) + "s" * ("b" in of)
    elif word.endswith(("ed", "ing")):
        stem = word[: -2 if word.endswith("ed") else -3]
        stems = [stem, stem + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else ""]
        stems.append(stem[:-1] + "y" if stem.endswith("i") else "")
        if "b" in "".join(map(listed, filter(None, stems))):
            found = "dk" if word.endswith("ed") else "g"
    elif word.endswith(("er", "est")):
        stem = word.removesuffix("er").removesuffix("est")
        stems = [stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else "", stem[:-1]]
        found = "a" * ("a" in "".join(map(listed, filter(None, stems))))
    return found


@cache
def _table() -> mmap.mmap:
    with open(PATH, "rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _listed(word: str) -> str:
    """The letters of a word in the table; its lines are sorted."""
    table, key = _table(), word.encode() + b" "
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        stop = table.find(b"\n", start)
        line = table[start:stop]
        if line.startswith(key):
            return line[len(key) :].decode()
        if line < key:
            low = stop + 1
        else:
            high = start
    return ""
