"""Train tqa/lang/data/ja-en.tsv.xz from the Kyoto articles: `python -m bench.train_lexicon`.

Two IBM models 1, Japanese to English and back, give the pairs of words that translate each other. Beside each
Japanese word stands how often one of its renderings is found in the translations of the sentences that hold it: only
for a word that is found nearly always does its absence mean something. The table holds words and figures, no sentence.

Words of JMdict's glosses stand behind those of the translations, where these do not speak against them; for this the
extra tqa[dict] must be installed.

`--without N` leaves out every fifth article, those with crc32(article) % 5 == N, for measuring on unseen text.
"""

from __future__ import annotations

import argparse
import lzma
import os
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import numpy as np

from bench.data import train
from tqa.lang.counterparts import dictionary, lexicon
from tqa.lang.en.tokens import tokens as english_tokens
from tqa.lang.ja import romaji
from tqa.lang.ja.tagger import Token
from tqa.lang.ja.tagger import tokens as japanese

ROUNDS = 6
MIN_COUNT = 4  # sentences that a pair is expected to translate in
MIN_CHANCE = 0.03
MOST = 14  # renderings a word
Corpus = list[tuple[list[str], list[str], frozenset[str]]]


def sentences(without: int | None) -> Iterator[tuple[str, str]]:
    """(Japanese, final English) of every sentence that has both."""
    for row in train():
        if without is not None and crc32(row.doc.encode()) % 5 == without:
            continue
        if row.source and row.final and len(row.source) < 250:
            yield row.source, row.final


class Word(NamedTuple):
    """A content word of a Japanese text: its token, its lemma, and keys of English words that its sound explains."""

    token: Token
    lemma: str
    sounds: frozenset[str]


def target_keys(text: str) -> frozenset[str]:
    """The keys of the content words of an English text."""
    return frozenset(lexicon.key(token.key) for token in english_tokens(text) if token.key not in lexicon.UNCOUNTED and token.key.isalpha())


def source_words(text: str) -> list[Word]:
    """The content words of a Japanese text, numbers and grammatical words aside."""
    return [
        Word(token, token.lemma, _sounds(token))
        for token in japanese(text)
        if token.pos in lexicon.CONTENT and token.lemma not in lexicon.EMPTY
    ]


@lru_cache(16384)
def _sounds(token: Token) -> frozenset[str]:
    found = {lexicon.key(word) for word in token.origin.replace("-", " ").split()}
    if token.surface.isascii():
        found.add(lexicon.key(token.surface.lower()))
    elif token.reading:
        found.update(lexicon.key(spelling) for spelling in romaji.variants(token.reading) if spelling.isascii())
    return frozenset(found)


def corpus(without: int | None) -> Corpus:
    """For each sentence the words of both sides, and the Japanese words that the sounds of names explain."""
    found = []
    for source, target in sentences(without):
        ours = source_words(source)
        theirs = sorted(target_keys(target))
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


def found_rates(
    texts: Corpus, table: dict[str, dict[str, float]], glossed: dict[str, list[str]]
) -> tuple[dict[str, float], dict[str, float], float]:
    """How often a Japanese word finds a rendering, and an English word a word that it renders; and how often rare words
    find one."""
    seen, hits, seen_en, hits_en = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    known = {
        word: frozenset(key[: lexicon.BEGINNING] for key in (*table.get(word, ()), *glossed.get(word, ())))
        for word in {*table, *glossed}
    }
    for ours, theirs, spoken in texts:
        beginnings = defaultdict(list)
        for key in theirs:
            beginnings[key[: lexicon.BEGINNING]].append(key)
        explained: set[str] = set()
        for word in ours:
            rendered = beginnings.keys() & known.get(word, frozenset())
            seen[word] += 1
            hits[word] += bool(rendered) or word in spoken
            explained.update(key for beginning in rendered for key in beginnings[beginning])
        seen_en.update(theirs)
        hits_en.update(explained)
    rare = [word for word in glossed if seen[word] < MIN_COUNT]
    return (
        {w: (hits[w] + 0.5) / (n + 1.5) for w, n in seen.items() if n >= MIN_COUNT},
        {w: (hits_en[w] + 0.5) / (n + 1.5) for w, n in seen_en.items() if n >= MIN_COUNT},
        sum(hits[word] for word in rare) / sum(seen[word] for word in rare),
    )


def glosses(texts: Corpus, table: dict[str, dict[str, float]]) -> dict[str, list[str]]:
    """For a Japanese word the words of JMdict's glosses that the table lacks, plainest first. Those that stand beside it
    no oftener than beside any word are left out, and common ones of words too rare to tell."""
    size, frequent = len(texts), Counter(word for ours, _, _ in texts for word in ours)
    there = Counter(key for _, theirs, _ in texts for key in theirs)
    told = {word: _gloss_words(word) for word in {*frequent, *common()}}
    beside: dict[str, Counter[str]] = defaultdict(Counter)
    for ours, theirs, _ in texts:
        keys = frozenset(theirs)
        for word in ours:
            if told[word]:
                beside[word].update(keys & told[word].keys())
    found = {}
    for word, ranks in sorted(told.items()):
        kept = []
        for key, rank in ranks.items():
            expected = frequent[word] * there[key] / size
            if frequent[word] > MIN_COUNT and max(beside[word][key], expected) >= 1:
                good = beside[word][key] >= max(1.0, LIFT * expected)
            else:
                good = there[key] < (0.05 if rank < 3 else 0.02 if rank < 8 else 0) * size
            if good and key not in table.get(word, ()):
                kept.append(key)
        if kept:
            found[word] = kept[:MOST_GLOSSES]
    return found


LIFT = 1.5
MOST_GLOSSES = 10
LONGEST = 4  # content words of a gloss; longer ones explain
VAGUE = frozenset(
    lexicon.key(word) for word in "something someone one oneself thing esp etc usually often particular certain being "
    "sth sb other another way kind type various e g i person place".split()
)  # fmt: skip


def _gloss_words(word: str) -> dict[str, int]:
    """The keys of a word's glosses, each with the number of its gloss."""
    found: dict[str, int] = {}
    for rank, gloss in enumerate(dictionary.glosses(word)):
        keys = target_keys(gloss) - VAGUE
        if len(keys) <= LONGEST:
            found.update((key, rank) for key in sorted(keys) if key not in found)
    return found


def common() -> set[str]:
    """The dictionary forms of JMdict's common words that are a single word to the tagger too."""
    path = dictionary.path()
    if path is None:
        raise SystemExit("the dictionary is needed: pip install '.[dict]'")
    with closing(sqlite3.connect(path)) as base:
        forms = base.execute(
            "select text from Kanji where ID in (select kid from KJP) union "
            "select text from Kana where ID in (select kid from KNP)"
        )
        split = (source_words(form) + [None] for (form,) in forms.fetchall())
        return {words[0].lemma for words in split if len(words) == 2 and words[0]}


def write(path: str, texts: Corpus) -> None:
    table = solid(texts)
    more = glosses(texts, table)
    ours, theirs, rare = found_rates(texts, table, more)
    lines = []
    for word in sorted({*table, *more}):
        rate = ours.get(word, rare if word in more else 0.0)
        pairs = [*table.get(word, {}).items(), *((key, GLOSS) for key in more.get(word, ()))]
        if word in ours or word in more:
            lines.append(f"{word}\t{100 * rate:.0f}\t" + " ".join(f"{key}:{100 * tie:.0f}" for key, tie in pairs))
    used = {english for row in table.values() for english in row}
    back = [f"{word}\t{100 * rate:.0f}" for word, rate in sorted(theirs.items()) if word in used]
    text = "\n".join([*lines, "", *back]) + "\n"
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with lzma.open(path, "wt", encoding="utf-8", newline="\n", preset=9) as file:
        file.write(text)
    print(f"{path}: {len(lines)} Japanese words, {len(back)} English words, {os.path.getsize(path)} bytes")


GLOSS = 0.02  # the tie of a word that only the dictionary knows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", type=int, metavar="N")
    parser.add_argument("--output", default=lexicon.PATH)
    options = parser.parse_args()
    write(options.output, corpus(options.without))


if __name__ == "__main__":
    main()
