"""The sound of loanwords: consonant skeletons under which a word in katakana meets its origin."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tqa.lang.distance import distance
from tqa.lang.ja.romaji import hepburn, moras


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


@cache
def katakana() -> re.Pattern[str]:
    """Runs of katakana with the marks that join the parts of a foreign name."""
    return re.compile(r"[ァ-ヺ][ァ-ヺー]*(?:[・＝=][ァ-ヺ][ァ-ヺー]*)*")


# Consonants that Japanese keeps apart no better than this. Vowels go: English spelling says little about them.
_KANA_SOUNDS = (
    (r"q|-|N(?=-)", ""), (r"N", "n"), (r"sh", "s"), (r"ch", "t"), (r"^([aiueo])", "A"), (r"[aiueoyw]", ""),
    (r"v", "b"), (r"z", "s"), (r"l", "r"), (r"m(?=[bp])", "n"), (r"(?<=.)h", ""), (r"(.)\1+", r"\1"),
)  # fmt: skip

_WORD_SOUNDS = (
    (r"[^a-z]", ""), (r"(.)\1+", r"\1"),
    (r"chr", "kr"), (r"gn$", "n"), (r"^tw", "tsw"), (r"ng(?=[^aeiouhyrl])", "n"),
    (r"^kn", "n"), (r"^wr", "r"), (r"^wh", "w"), (r"^ps", "s"), (r"mb$", "m"), (r"igh", "i"), (r"augh|ough", "o"),
    (r"tion|sion|cian", "sn"), (r"ture", "ta"), (r"sc(?=[eiy])", "s"), (r"sch", "sk"), (r"sh", "s"), (r"t?ch", "t"),
    (r"ph", "f"), (r"gh", "g"), (r"ck", "k"), (r"dg(?=[eiy])", "j"), (r"g(?=[ei])", "j"), (r"c(?=[eiy])", "s"),
    (r"[cq]", "k"), (r"x", "ks"), (r"v", "b"), (r"z", "s"), (r"m(?=[bp])", "n"), (r"l", "L"),
)  # fmt: skip


def _rewrite(word: str, rules: tuple[tuple[str, str], ...]) -> str:
    for pattern, to in rules:
        word = _compiled(pattern).sub(to, word)
    return word


@lru_cache(8192)
def sound(kana: str) -> str:
    """Consonant skeleton of a katakana loanword.

    >>> sound("コンピューター"), sound("ブリンケン")
    ('knpt', 'brnkn')
    """
    return _rewrite("".join(moras(kana)), _KANA_SOUNDS)


@lru_cache(8192)
def sounds(word: str) -> frozenset[str]:
    """Skeletons under which an English word may have come into Japanese.

    >>> sorted(sounds("computer"))
    ['knpt', 'knptr']
    >>> sound("スミス") in sounds("Smith"), sound("ドイツ") in sounds("Smith")
    (True, False)
    """
    base = _rewrite(word.lower().replace("cci", "chi"), _WORD_SOUNDS)  # Gucci
    bases = {base, base.replace("j", "g")} if "j" in base and "j" not in word.lower() else {base}
    bases = {b.replace("th", to) for b in bases for to in (("s", "t") if "th" in b else ("",))}
    # A final or preconsonantal r is silent in most loans (コンピューター) but heard in some (ベルリン).
    bases = {form for b in bases for form in (b, _compiled(r"(?<=[aeiou])r(?=es?$|[^aeiouy]|$)").sub("", b))}
    return frozenset(_skeleton(b) for b in bases)


def _skeleton(base: str) -> str:
    base = _compiled(r"[aeiouyw]").sub("", ("A" if base[:1] in "aeiou" else "") + base.replace("L", "r"))
    return _compiled(r"(.)\1+").sub(r"\1", _compiled(r"(?<=.)h").sub("", base))


def is_loan(word: str, source: str) -> bool:
    """Whether a word of small letters spells a katakana word of a Japanese text sound by sound.

    >>> is_loan("equol", "エクオールを摂る"), is_loan("equal", "エクオールを摂る"), is_loan("prnter", "プリンターで刷る")
    (True, False, False)
    """
    ours = _letters(word)
    theirs = (_letters(hepburn(run)) for run in re.findall("[ァ-ヴー]{3,}", source))
    return any(one.startswith(ours) and len(one) - len(ours) < 2 for one in theirs)


def _letters(word: str) -> str:
    """A word in the letters that romanised katakana has, long vowels short."""
    return re.sub(r"([aeiou])\1+", r"\1", word.translate(str.maketrans("lqcv", "rkkb")))


@lru_cache(1 << 14)
def unlike(kana: str, word: str) -> float:
    """How much of the sound of katakana a word in lower case lacks, 0 to 1."""
    wanted = sound(kana)
    rest = 1.0
    for other in sounds(word):
        longest = max(len(other), len(wanted))
        if other and wanted and min(len(other), len(wanted)) * 2 >= longest:
            rest = min(rest, distance(wanted, other, longest) / longest)
    return rest
