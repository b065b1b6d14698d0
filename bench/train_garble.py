"""Function words that never stand next to each other: `python -m bench.train_garble > FILE`.

Counted over the final versions of kyoto_train. A pair of frequent function words is kept if chance alone would have
brought it thirty times as often as it stands there. Pairs that other kinds of text have are left out by class, not by
trial: an auxiliary before a pronoun begins a question, and words that are nouns, adverbs or particles as well ("can",
"no", "over") follow anything.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from bench.data import train

PRONOUNS = frozenset("it he she they we you there this that these those".split())
BE = frozenset("is are was were be been being".split())
AUXILIARIES = BE | frozenset("have has had do does did would could should must not".split())
# Words that need another after them: only they can be followed by an end that is wrong.
OPEN = frozenset("the a an of and or my your his their our its every into during between among without within".split())
PREPOSITIONS = frozenset(
    "of in to for with on at by from before after under through against between among during into without within".split()
)
JOINING = frozenset("and or but that if when while because than then who which what whose where how as not".split())
WORDS = PRONOUNS | AUXILIARIES | OPEN | PREPOSITIONS | JOINING | frozenset(
    "her being here also very such only some any all each other another more most many much few several both one two".split()
)  # fmt: skip
EXPECTED = 8  # occurrences that chance would bring at least,
TIMES = 30  # and so many times as many as there are

_TOKEN = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|[.!?]+[\"'”’)]*(?=\s|$)|,|[^\sA-Za-z]+")


def kinds(sentence: str) -> Iterator[str]:
    """A sentence as function words, "," and "."; "x" is any other word, "-" any other mark."""
    last = "."
    for match in _TOKEN.finditer(sentence):
        text = match.group()
        if text[0].isalpha():
            word = text.lower()
            letter = len(text) == 1 and (sentence[match.end() : match.end() + 1] == "." or (text == "A" and last != "."))
            last = word if word in WORDS and not letter else "x"
        else:
            last = "," if text == "," else "." if text[0] in ".!?" else "x" if text[0].isdigit() else "-"
        yield last


def possible(first: str, second: str) -> bool:
    """True if a pair is right for a reason that an encyclopaedia does not show.

    A question inverts ("is it"), a relative clause strands its preposition ("the town he lived in was"), particles stand
    before prepositions ("came in from"), what joins or is may be followed by a phrase ("but of course", "is with us").
    """
    if second in (".", ","):
        return first not in OPEN
    if first in PREPOSITIONS - {"of"} and second in AUXILIARIES | PREPOSITIONS | JOINING:
        return second != "of"
    return (
        first == second
        or (first == "of" and second in AUXILIARIES)
        or (first in AUXILIARIES and second in PRONOUNS)
        or (first in BE | JOINING | PRONOUNS and second in PREPOSITIONS | JOINING)
        or first == "any"
    )


def main() -> None:
    single: Counter[str] = Counter()
    double: Counter[tuple[str, str]] = Counter()
    for row in train():
        found = list(kinds(row.final))
        single.update(found)
        double.update(pairwise(found))
    total = sum(single.values())
    print("# Made by bench/train_garble.py; see NOTICE. A word: what never follows it.")
    for first in sorted(WORDS):
        never = [
            second
            for second in (*sorted(WORDS), ".", ",")
            if not possible(first, second)
            and (chance := single[first] * single[second] / total) >= EXPECTED
            and (chance + 1) > TIMES * (double[first, second] + 1)
        ]
        if never:
            print(f"{first}: {' '.join(never)}")


if __name__ == "__main__":
    main()
