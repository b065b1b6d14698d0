"""Romanised Japanese words that are not in Hepburn, the spelling of English texts: Kunrei (Hizikata, Yoshitune) and the
spelling of the keyboard (Shoutoku, Yuubi).

A word is compared with the readings of the source only. Long vowels are told from vowels that meet (Matsuura, Inoue) by
how the tagger says that a word is pronounced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tqa.lang.en.tokens import Token
from tqa.lang.ja import romaji
from tqa.lang.ja.characters import is_kanji
from tqa.lang.ja.tagger import tokens as japanese

_WIDEST = 5  # Japanese words that one Latin word may write
_SHORTEST = 4  # letters


class Spelling(NamedTuple):
    """A word of the translation, `at` its tokens, that writes `start:end` of the source; `hepburn` is its Hepburn in
    lower case, without long marks. `kind`: kunrei | keyboard. `named`: there is a name in it."""

    at: int
    start: int
    end: int
    hepburn: str
    kind: str
    named: bool


def unusual(source: str, found: Sequence[Token]) -> Iterator[Spelling]:
    """The words that are a reading of the source in another spelling than Hepburn.

    >>> from tqa.lang.en.tokens import tokens
    >>> [one.hepburn for one in unusual("義経と松浦が聖徳寺へ行った。", tokens("Yoshitune and Matsuura went to Shoutokuji."))]
    ['yoshitsune', 'shotokuji']
    """
    korean = "朝鮮" in source or "韓国" in source  # romanised by rules of its own
    for at, token in enumerate(() if korean else found):
        key = token.key
        if len(key) < _SHORTEST or not (key.isascii() and key.isalpha()):
            continue
        kind = "kunrei" if _kunrei().search(key) else "keyboard" if "ou" in key or "uu" in key else ""
        ways = _readings(source).get(romaji.fold(key), ()) if kind else ()
        if ways and all(key != plain for _, _, plain in ways):
            start, end, plain = ways[0]
            if key.count("ii") > plain.count("ii") or (kind == "keyboard" and any(one.key == plain for one in found)):
                continue  # 従二位, Jyunii; “gakkou” and “gakko” in a text about how words are said
            if kind == "kunrei" or (end - start > 1 and _only_longer(key, plain)):  # Chou may be Chinese
                named = any(word.pos == "name" and word.start < end and start < word.end for word in japanese(source))
                yield Spelling(at, start, end, plain, kind, named)


def _only_longer(key: str, plain: str) -> bool:
    """Whether a word differs from its Hepburn by ou and uu alone: oo and oh are names' own (Ooka, Ohno)."""
    return key.replace("ou", "o").replace("uu", "u") == plain.replace("ou", "o").replace("uu", "u")


@cache
def _kunrei() -> re.Pattern[str]:
    return re.compile(r"(?<![csk])si|(?<!s)ti|(?<!t)tu|(?<![scp])hu|zi|sy[auo]|ty[auo]|[zj]y[auo]|d[iu]|cy[auo]")


@lru_cache(64)
def _readings(source: str) -> dict[str, list[tuple[int, int, str]]]:
    """Folded romaji to (start, end, plain Hepburn) of the stretches with kanji that read so."""
    table: dict[str, list[tuple[int, int, str]]] = {}

    def add(start: int, end: int, kana: str, plain: str) -> None:
        table.setdefault(romaji.fold(romaji.hepburn(kana)), []).append((start, end, plain))

    for match in _bracketed().finditer(source):
        kana = "".join(match.group(1).split())
        add(*match.span(1), kana, romaji.hepburn(kana))
    found = japanese(source)
    for first, token in enumerate(found):
        if token.pos in ("mark", "symbol"):
            continue
        kana = plain = ""
        end = token.start
        for following in found[first : first + _WIDEST]:
            if following.start != end or not following.reading:
                break
            kana, plain = kana + following.reading, plain + spoken(following.reading, following.said)
            end = following.end
            if any(is_kanji(char) for char in source[token.start : end]):
                add(token.start, end, kana, plain)
    return table


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(r"(?<=[一-鿿々])[（(]([ぁ-んー ]{2,})")


def spoken(reading: str, said: str) -> str:
    """Plain Hepburn of a word: its long vowels short, as it is pronounced (`said`, with ー); ei stays.

    >>> spoken("イノウエ", "イノウエ"), spoken("ショウトク", "ショートク"), spoken("ケイオウ", "ケーオー")
    ('inoue', 'shotoku', 'keio')
    """
    if len(reading) != len(said):
        return romaji.hepburn(reading)
    kana = (char if sound != "ー" or char in "イー" else "" for char, sound in zip(reading, said, strict=True))
    return romaji.syllables("".join(kana))
