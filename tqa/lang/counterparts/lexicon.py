"""Which English words a Japanese word becomes: a table trained on real translations, and a supplement by hand.

The table (data/ja-en.tsv.xz, see data/NOTICE) says for a dictionary form its renderings, words of JMdict's glosses
among them, and how often one of them is found where the word is translated. Keys of English words are those of `key`:
a rough stem, irregular forms united.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from tqa.cache import recall
from tqa.lang.en.stems import key as key
from tqa.lang.en.tokens import tokens as english
from tqa.lang.tables import path, rows

PATH = path("ja-en.tsv.xz")
BEGINNING = 5  # letters of a key by which relatives are known: economy, economist
EVERYDAY, BY_HAND = "ja-en-everyday.txt", "ja-en-by-hand.txt"

CONTENT = frozenset(
    ["noun", "name", "verb", "adjective", "shape", "adverb", "pronoun", "interjection", "adnominal", "prefix", "suffix"]
)
# Words whose translation is grammar: nothing is said about them.
EMPTY = frozenset(
    (
        "為る 居る 有る 成る 御座る 事 物 為 様 其の 此の 彼の 出来る 言う 下さる 頂く 無い 良い 此れ 其れ 彼れ 的 者 氏 御 等 達 "
        "化 性 所 時 際 元年 上 中 内 方 訳 筈 積もり 儘 又 更に 尚 先ず 其処 此処 何 仕舞う 呉れる 貰う 行く 来る 見る 置く 因る 巡る 於く 対する 関する 就く "
        "通り 度 毎 当たる 共 処 所謂 或る 他 々 さん 様 君 ちゃん 殿 っぽい 目 "
        "取る 持つ 付く 付ける 掛ける 掛かる 出る 出す 入る 入れる 立つ 遣る 致す 申す 伺う 参る 思う 以て 基づく 伴う 従う 沿う"
    ).split()
)
# The table was counted without these.
UNCOUNTED = frozenset(
    (
        "a an the and or of to in on at by for with from as is are was were be been being am do does did done have has had "
        "having it its this that these those there he she they we i you his her their our my your him them us me who which "
        "whom whose what so than s t ll re ve d m would could should will can may might shall"
    ).split()
)


@cache
def _tables() -> tuple[dict[str, str], dict[str, int]]:
    """Raw lines by Japanese word, and for English keys how often (in percent) they find a word that they render."""
    made = recall([PATH], _read, "lexicon")  # unpacking takes three times as long
    return made["ours"], made["theirs"]


def _read() -> dict[str, Any]:
    import lzma

    with lzma.open(PATH, "rt", encoding="utf-8", newline="\n") as file:
        ours, _, theirs = file.read().partition("\n\n")
    table = dict(line.split("\t", 1) for line in ours.split("\n"))
    back = {word: int(rate) for word, _, rate in (line.partition("\t") for line in theirs.split("\n") if line)}
    return {"ours": table, "theirs": back}


@cache
def by_hand(name: str) -> dict[str, tuple[str, ...]]:
    """A list written by hand (`EVERYDAY` or `BY_HAND`): dictionary forms with the English words that render them."""
    lines = (line.partition(": ") for (line,) in rows(name) if line)
    return {word: tuple(english.split()) for word, _, english in lines}


@lru_cache(16384)
def renderings(lemma: str) -> Mapping[str, float]:
    """The keys of the English words that render a Japanese dictionary form, with the strength of the tie, 0 to 1.

    >>> renderings("経済")[key("economy")] > 0.3, dict(renderings("ぽぽぽ"))
    (True, {})
    """
    found = {}
    line = _tables()[0].get(lemma)
    if line:
        found = {
            word: int(weight) / 100 for word, _, weight in (pair.partition(":") for pair in line.split("\t")[1].split())
        }
    for word in (*by_hand(BY_HAND).get(lemma, ()), *by_hand(EVERYDAY).get(lemma, ())):
        found[key(word.lower())] = max(found.get(key(word.lower()), 0.0), 0.5)
    return found


def meant(word: str, text: str) -> bool:
    """Whether an English word in lower case renders a word of a Japanese text.

    >>> meant("economies", "経済の話"), meant("harbour", "経済の話")
    (True, False)
    """
    from tqa.lang.ja.tagger import tokens

    base = key(word)
    return any(base in renderings(form) for token in tokens(text) for form in (token.lemma, token.surface))


@lru_cache(16384)
def rate(lemma: str) -> float:
    """How often a rendering of the word is found in the translation of a sentence that holds it; 0 if unknown."""
    line = _tables()[0].get(lemma)
    trained = int(line.partition("\t")[0]) / 100 if line else 0.0
    return max(trained, 0.6) if lemma in by_hand(BY_HAND) else trained


RARE = 0.66  # the rate of words too rare for the table that have a gloss, measured when it was trained


@lru_cache(16384)
def glossed(form: str) -> frozenset[str]:
    """The keys of the English words by which an installed dictionary explains a form that the table does not know."""
    if form in _tables()[0]:
        return frozenset()
    from tqa.lang.counterparts.dictionary import entries

    told = (gloss for entry in entries(form) if entry.kind in _TOLD for gloss in entry.english)
    words = (token.key for gloss in told for token in english(gloss))
    return frozenset(key(word) for word in words if word.isalpha() and word not in UNCOUNTED)


_TOLD = ("word", "organization", "company", "product", "work")  # what is known by its meaning, not by its sound


def rate_back(english_key: str) -> float:
    """How often an English word finds a Japanese word that it renders; 0 if unknown."""
    return _tables()[1].get(english_key, 0) / 100
