"""Every reading that a kanji is known to have in names: `python -m bench.train_readings jamdict.db > FILE`.

With --chinese the syllables of Mandarin instead, each with its kanji.

The database is the one of the package jamdict-data: JMnedict's names, each of which is cut into the readings of its
kanji as in `bench.train_kanji`, and KANJIDIC2's readings. What ships is the table of single characters; the names do
not. It says what is possible, not what is usual, so a reading that three names have is enough, or two if it is common.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Container, Iterator

from bench.train_kanji import learn
from tqa.lang.ja import romaji

NAMES = """
select distinct NEKanji.text, NEKana.text from NEKanji join NEKana using (idseq) join NETranslation using (idseq)
join NETransType on tid = NETranslation.ID
where NETransType.text in ('surname', 'given', 'masc', 'fem', 'unclass') and length(NEKanji.text) < 4
"""
NANORI = "select literal, value from character join nanori on cid = character.ID"
READINGS = """
select literal, value, r_type = 'ja_kun' from character join rm_group on cid = character.ID
join reading on gid = rm_group.ID where r_type in ('ja_on', 'ja_kun')
"""
MANDARIN = """
select literal, value from character join rm_group on cid = character.ID join reading on gid = rm_group.ID
where r_type = 'pinyin'
"""
FEWEST = 3  # names that must have a reading,
SHARES = {1: 0.04, 2: 0.02}  # and its share of its kanji's, by its letters: short pieces come out of wrong cuts
SHARE = 0.002
COMMON = 50  # names that read one kanji so: then half is enough for another kanji (良 as masa)
LONGEST = 10  # letters


def counts(database: sqlite3.Connection) -> dict[str, dict[str, float]]:
    """Kanji to its readings in names, with how many names have them."""
    pairs = {(kanji, romaji.hepburn(kana)) for kanji, kana in database.execute(NAMES) if _is_kanji(kanji)}
    return learn(sorted(pairs))


def _is_kanji(text: str) -> bool:
    return all("一" <= char <= "鿿" for char in text)


def dictionary(database: sqlite3.Connection) -> dict[str, list[str]]:
    """Kanji to KANJIDIC2's readings: in names, Chinese, and Japanese ones with and without their endings."""
    found: dict[str, list[str]] = {}
    for kanji, kana in database.execute(NANORI):
        found.setdefault(kanji, []).append(romaji.hepburn(kana))
    for kanji, kana, native in database.execute(READINGS):
        stem, _, ending = kana.strip("-").partition(".")
        found.setdefault(kanji, []).append(romaji.hepburn(stem))
        if native and ending:
            found[kanji] += _inflected(romaji.hepburn(stem + ending))
    return found


def _inflected(verb: str) -> Iterator[str]:
    """A native word as given names have it: 望む (nozomu) is Nozomi too."""
    yield verb
    for ending, other in (("tsu", "chi"), ("su", "shi"), ("u", "i")):
        if verb.endswith(ending):
            yield verb.removesuffix(ending) + other
            return


def table(names: dict[str, dict[str, float]], known: dict[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    """Kanji that names have, with their readings: those of names first, the commonest before the others."""
    common = {said for readings in names.values() for said, n in readings.items() if n >= COMMON and len(said) > 2}
    for kanji in sorted(names):
        whole = sum(names[kanji].values())
        least = {said: max(FEWEST, SHARES.get(len(said), SHARE) * whole) for said in names[kanji]}
        least |= dict.fromkeys(common & least.keys(), FEWEST / 2)
        solid = sorted(((-n, said) for said, n in names[kanji].items() if n >= least[said]))
        found = dict.fromkeys([*(said for _, said in solid), *known.get(kanji, ())])
        kept = [said for said in found if 0 < len(said) <= LONGEST and (said[:1] != said[1:2] or said[0] in "aiueo")]
        if kept and whole >= FEWEST:
            yield kanji, kept


def mandarin(database: sqlite3.Connection, kanji: Container[str]) -> dict[str, str]:
    """Syllables in pinyin without tones, with the kanji that have them."""
    found: dict[str, set[str]] = {}
    for char, said in database.execute(MANDARIN):
        if char in kanji:
            found.setdefault(said.rstrip("12345").replace(":", ""), set()).add(char)
    return {said: "".join(sorted(chars)) for said, chars in sorted(found.items())}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database", help="jamdict.db of jamdict-data 1.5")
    parser.add_argument("--chinese", action="store_true")
    options = parser.parse_args()
    database = sqlite3.connect(f"file:{options.database}?mode=ro", uri=True)
    found = dict(table(counts(database), dictionary(database)))
    if options.chinese:
        sys.stdout.write("# Syllables of Mandarin without tones, and their kanji; see NOTICE\n")
        for syllable, chars in mandarin(database, found).items():
            sys.stdout.write(f"{syllable}\t{chars}\n")
        return
    sys.stdout.write("# Readings that kanji can have in names; see NOTICE. kanji, readings in plain romaji\n")
    for kanji, said in found.items():
        sys.stdout.write(f"{kanji}\t{' '.join(said)}\n")


if __name__ == "__main__":
    main()
