"""Well-known places and surnames: a closed table, in which a Latin word is accounted for by the very names that it writes.

Other names are accounted for generously, for nobody knows how they may be read or spelled (see strangers). Akita is
known: 秋田 stands behind it, or another name that is read so, and nothing else.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from tqa.lang.ja import romaji
from tqa.lang.ja.characters import is_kanji
from tqa.lang.tables import rows

# What English puts beside the name of a place: of its kind; of who governs it, of what is named after it.
KINDS = frozenset(
    "prefecture prefectures prefectural city cities ward wards town village county province region district river bay "
    "lake island islands peninsula mount station airport port harbor harbour".split()
)
CLASSES = KINDS | frozenset(
    "university college high school hospital stadium castle shrine temple museum park street line plant nuclear dam bridge "
    "municipal metropolitan police court assembly mayor governor mayoral gubernatorial family clan branch".split()
)


class Place(NamedTuple):
    """A place. `around` is the prefecture or country that it lies in, or ""; `signs` are words that English may put its
    name for: 府 for Osaka, 永田町 for Tokyo."""

    kind: str  # prefecture | city | region | abroad
    ja: tuple[str, ...]
    en: tuple[str, ...]
    around: str
    signs: tuple[str, ...]


@cache
def _places() -> tuple[Place, ...]:
    return tuple(
        Place(kind, tuple(ja.split()), tuple(en.split()), around, tuple(signs.split()))
        for kind, ja, en, around, signs in rows("places.tsv")
    )


@cache
def _english() -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in _places():
        for word in place.en:
            found.setdefault(romaji.fold(word.lower()), []).append(place)
    return found


@cache
def _japanese() -> dict[str, Place]:
    return {form: place for place in reversed(_places()) for form in place.ja}


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, forms in rows("surnames.tsv"):
        found[romaji.fold(key)] = (*found.get(romaji.fold(key), ()), *forms.split())
    return found


def places(word: str) -> list[Place]:
    """The places that a Latin word in lower case may be.

    >>> [place.ja for place in places("shinjuku")], places("glitter")
    ([('新宿',)], [])
    """
    return _english().get(romaji.fold(word), [])


def place(name: str) -> Place | None:
    """The place of a Japanese name, without its class: 岩手, not 岩手県."""
    return _japanese().get(name)


def surname(word: str) -> tuple[str, ...]:
    """The spellings of a common surname in lower case, as far as they are known.

    >>> surname("saitou"), surname("kenta")
    (('斎藤', '斉藤', '齋藤', '齊藤'), ())
    """
    return _surnames().get(romaji.fold(word), ())


@cache
def spelled() -> dict[str, list[str]]:
    """Surnames in kanji with their readings in folded romaji."""
    found: dict[str, list[str]] = {}
    for key, forms in _surnames().items():
        for form in forms:
            found.setdefault(form, []).append(key)
    return found


def readings(name: str) -> list[str]:
    """How a Japanese name is written, in lower case, as far as the tables and the tagger know.

    >>> readings("河野"), readings("岩手")
    (['kono'], ['iwate'])
    """
    from tqa.lang.ja.readings import spoken

    one = place(name)
    found = [word.lower() for word in one.en] if one else []
    return list(dict.fromkeys((*found, *spelled().get(name, ()), *(said for *_, said in spoken(name)))))


def accounted(word: str, text: str, signs: bool = True) -> bool:
    """Whether a Japanese text has a name that a well-known Latin word in lower case writes, or, with `signs`, a word that
    English may put that name for.

    >>> accounted("kyoto", "東京都は"), accounted("tokyo", "都は"), accounted("sendai", "川内原発の")
    (False, True, True)
    """
    found = places(word)
    tokyo = any("東京" in one.ja for one in found)
    hay = text if tokyo else text.replace("東京都", "　").replace("東京", "　")  # the 京都 of 東京都
    names = [form for one in found for form in ((*one.ja, *one.signs) if signs else one.ja)]
    return any(form in hay for form in (*names, *surname(word))) or _read(word, hay)


def _read(word: str, text: str) -> bool:
    """Whether a word is a usual reading of whole words of a text, or stands there in kana."""
    key = romaji.fold(word)
    if key in _said(text):
        return True
    return any(key in romaji.fold(romaji.hepburn(run)) for run in _kana().findall(text))


@lru_cache(256)
def _said(text: str) -> frozenset[str]:
    """Folded romaji of what words of two to four kanji, or several together, usually read."""
    from tqa.lang.ja.readings import spoken, usual
    from tqa.lang.ja.tagger import tokens

    found = {romaji.fold(reading) for _, _, reading in spoken(text)}
    edges = [edge for word in tokens(text) for edge in (word.start, word.end)]
    for start in set(edges):
        for end in edges:
            if 2 <= end - start <= 4 and all(is_kanji(char) or char == "々" for char in text[start:end]):
                found.update(usual(text[start:end]))
    return frozenset(found)


@cache
def _kana() -> re.Pattern[str]:
    return re.compile("[ぁ-ゖ]{2,}|[ァ-ヺー]{2,}")
