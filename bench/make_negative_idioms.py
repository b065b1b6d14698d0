"""Japanese expressions that are negative in form only: `python -m bench.make_negative_idioms jamdict.db > FILE`.

The database is the one of the package jamdict-data. An expression of JMdict that ends in a negation is one of them if
at least half of its glosses have no word of denial: 申し訳ない is “I'm sorry”, 欠かせない “vital”, but 足りない “not enough”.
What ships is its part before the negation, 申し訳, so that every form of the negation is known by it.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Iterator

FORMS = "select idseq, text from Kanji union select idseq, text from Kana"
GLOSSES = "select idseq, text from Sense join SenseGloss on sid = Sense.ID where idseq in ({})"
KINDS = "select distinct idseq, text from Sense join pos on sid = Sense.ID where idseq in ({})"
KIND = re.compile("adjective|adjectival|adverb|expressions|conjunction|auxiliary|interjection")
# 無い only after a particle or a noun: 案内 and 国内 end in other words
NEGATION = re.compile(r"(?P<stem>.+?)(?:(?:では|じゃ)?(?:な[いく]|無[いく])|(?:ござい|あり)?ません|[ずぬ])(?:に|の|て)?$")
DENIAL = re.compile(
    r"n't\b|\b(?:not?|never|nothing|none|nobody|nowhere|cannot|without|nor|neither|lack\w*|fail\w*|insufficient\w*|"
    r"(?P<part>un(?!til|der|cle|ion|it|iq)\w+|in(?!side|ter|form|tens|volv|deed|stead|cl|to)\w{4,}|im\w+|ir\w+|dis\w+|\w+less\w*))\b"
)
SHORTEST = {True: 1, False: 3}  # of a stem with a kanji, and of one in kana
LONGEST = 8  # proverbs aside


def idioms(database: sqlite3.Connection) -> Iterator[str]:
    """The stems of the expressions, sorted."""
    stems: dict[int, set[str]] = {}
    for entry, form in database.execute(FORMS):
        match = NEGATION.match(form)
        if match and SHORTEST[any("一" <= char <= "鿿" for char in match["stem"])] <= len(match["stem"]) <= LONGEST:
            stems.setdefault(entry, set()).add(match["stem"])
    numbers = ",".join(map(str, stems))
    glosses: dict[int, list[str]] = {}
    for entry, gloss in database.execute(GLOSSES.format(numbers)):
        glosses.setdefault(entry, []).append(gloss)
    positive = {entry for entry, found in glosses.items() if _is_positive(found)}
    words = {entry for entry, kind in database.execute(KINDS.format(numbers)) if KIND.search(kind)}
    yield from sorted(set().union(*(stems[entry] for entry in positive & words)))


def _is_positive(glosses: list[str]) -> bool:
    """Whether no gloss denies but by its form, as “countless” does, or at least half of them do not at all."""
    denials = [match for match in map(DENIAL.search, glosses) if match]
    return all(match["part"] for match in denials) or 2 * len(denials) <= len(glosses)


if __name__ == "__main__":
    print("\n".join(idioms(sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True))))
