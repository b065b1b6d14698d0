"""Japanese names and the Latin words that stand for them: which word cannot be what the source says.

A name can be read in many ways, so a word is doubted only if nothing explains it: no reading of any characters here or
next door, no rendering that the lexicon knows, no loan's sound, no English. Such a word one letter off a name's usual
reading is a slip. Where the source itself says how a name is read, 勝覚（しょうがく）, that alone counts.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tqa.lang.distance import distance
from tqa.lang.en.names import is_romaji
from tqa.lang.en.tokens import Token

if TYPE_CHECKING:
    from tqa.lang.world.countries import Country

_VOICELESS = str.maketrans("gzjdbp", "kstthh")
_SHORT = 4  # letters; shorter names are near to everything
_SINGLE = 7  # letters of a name of one character: Minamoto, Tachibana
_CLEAR = 6  # letters of a word that is clearly one name or another
_LONG = 11  # letters from which two slips are as little as one


class Slip(NamedTuple):
    """Words `first` to `last` of the target that should be `reading` (plain romaji), as `start:end` of the source is
    read, or "" where that is not sure. `given`: the source itself says so, in brackets."""

    first: int
    last: int
    start: int
    end: int
    reading: str
    given: bool


def slips(source: str, around: str, found: Sequence[Token]) -> Iterator[Slip]:
    """The words of a translation that are a name of the source spelled wrong. `around` is the source with its
    neighbours, which may be rendered here."""
    yield from _against_brackets(source, found)
    strangers = [at for at, token in enumerate(found) if _name_like(token)]
    if not strangers:
        return
    from tqa.lang.ja.readings import spoken
    from tqa.lang.ja.romaji import fold

    said = list(_names(source))
    usual = {fold(reading) for _, _, reading in spoken(source)}
    for at in strangers:
        key = found[at].key
        if fold(key) in usual or any(linked(key, reading) for _, _, reading in said):
            continue
        near = _near(key, said)
        if near is None and not _clear(key):
            continue
        if near is not None and _half_chinese(key, source[near[0] : near[1]], near[2]):
            continue
        place = _turned(at, said, source, around, found)
        if place is None and not _known(key, around):
            place = near or _mixed(at, source, found)
        if place is not None:
            yield Slip(at, at, *place, given=False)


def _name_like(token: Token) -> bool:
    return token.capital and len(token.key) >= _SHORT and token.key.isascii() and token.key.isalpha()


def _names(source: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, romaji) of the names of a source of two characters and more, as the tagger reads them."""
    from tqa.lang.ja.readings import spoken
    from tqa.lang.ja.tagger import tokens
    from tqa.lang.world.countries import in_japanese

    names = [(token.start, token.end) for token in tokens(source) if token.pos == "name"]
    abroad = {(mention.start, mention.end) for mention in in_japanese(source)}
    for start, end, reading in spoken(source):
        if source[start] < "一" or (start, end) in abroad or source[start:end] in _ABROAD:
            continue
        if any("ァ" <= char <= "ン" and char not in "ノッ" for char in source[start:end]):  # 東スポ
            continue
        if end - start == 1:
            reading = reading.removesuffix("no")  # 源, 橘
        if len(reading) < (_SHORT if end - start > 1 else _SINGLE):
            continue
        if any(low < end and start < high for low, high in names):
            yield start, end, reading
            if reading.endswith("nomiya"):  # written in two words too
                yield start, end, reading.removesuffix("nomiya")


# Read the Japanese way by the tagger, and their own way in English.
_ABROAD = frozenset("朝鮮 高麗 百済 新羅 高句麗 渤海 満州 満洲 平壌 北京 上海 南京 広東".split())


def linked(word: str, reading: str) -> bool:
    """Whether a word is a reading but for a no or ga between its parts: Nenoomi for Neomi."""
    from tqa.lang.ja.romaji import fold

    ways = (word, _between().sub("", word), word.replace("ye", "e"))  # Iyemon, in the old spelling
    return _alike(fold(word), fold(reading)) or any(fold(way) == fold(reading) for way in ways)


def _half_chinese(word: str, name: str, reading: str) -> bool:
    """True for a name with a Chinese surname that a word begins with: Yukin for 于禁, Yu Jin."""
    from tqa.lang.ja.readings import mandarin
    from tqa.lang.names.sinitic import SURNAMES

    said = mandarin().get(name[0], ()) if name[0] in SURNAMES else ()
    return any(word.startswith(one) and not reading.startswith(one) for one in said)


def _near(word: str, said: Sequence[tuple[int, int, str]]) -> tuple[int, int, str] | None:
    """The name whose reading differs from a word by a letter, or None; None too where one does not differ."""
    from tqa.lang.ja.romaji import fold

    key = fold(_soft_c(word))
    best = None
    for start, end, reading in said:
        other = fold(reading)
        if _alike(key, other):  # Kyocera
            return None
        most = 1 if max(len(key), len(other)) < _LONG else 2
        if min(len(key), len(other)) >= _SHORT and distance(key, other, most) <= most:
            best = best or (start, end, reading)
    return best


def _clear(key: str) -> bool:
    """Whether a word is long enough to be one name rather than another, and no English with a Japanese stem."""
    return len(key) >= _CLEAR and is_romaji(key) and not key.endswith(("an", "ans"))


def _turned(
    at: int, said: Sequence[tuple[int, int, str]], source: str, around: str, found: Sequence[Token]
) -> tuple[int, int, str] | None:
    """The name that nothing else reads and of which a word has the parts in the wrong order: Tokisada for 貞時."""
    from tqa.lang.ja.readings import possible, stretch
    from tqa.lang.ja.tagger import tokens

    key = found[at].key
    eras = {(word.start, word.end) for word in tokens(source) if word.detail == "other"}
    for start, end, reading in said:
        name = source[start:end]
        if (start, end) in eras:
            continue
        if 1 < len(name) < 4 and stretch(key, name[1] + name[0] + name[2:], wide=True) == (0, len(name)):
            if not possible(key, around) and not read_by_another(start, end, source, found, (at,)):
                return start, end, reading
    return None


def _mixed(at: int, source: str, found: Sequence[Token]) -> tuple[int, int, str] | None:
    """The name that nothing else reads and the commonest readings of whose characters a word nearly has, being no name
    itself: Tsunemume for 経宗."""
    from tqa.lang.ja.readings import name_like, usual
    from tqa.lang.ja.romaji import fold, hepburn
    from tqa.lang.ja.tagger import tokens

    key = found[at].key
    folded = fold(key)
    named = {(word.start, word.end): hepburn(word.reading) for word in tokens(source) if word.pos == "name"}
    for start, end in () if name_like(folded) else _compounds(source, named):
        name = source[start:end]
        most = 2 if (start, end) in named and len(folded) >= _LONG else 1
        near = any(distance(folded, way, most) <= most for way in usual(name))
        if near and not read_by_another(start, end, source, found, (at,)):
            return start, end, named.get((start, end), "")
    return None


def _compounds(source: str, named: Container[tuple[int, int]]) -> list[tuple[int, int]]:
    """What may be a name of two or three kanji, those that are names to the tagger first."""
    from tqa.lang.ja.tagger import tokens

    edges = {edge for word in tokens(source) for edge in (word.start, word.end)}
    found = [
        (start, start + size)
        for match in _kanji().finditer(source)
        for size in (3, 2)
        for start in range(match.start(), match.end() - size + 1)
        if edges >= {start, start + size} and source[start : start + size] not in _ABROAD
    ]
    return sorted(found, key=lambda span: span not in named)


@cache
def _kanji() -> re.Pattern[str]:
    return re.compile("[一-鿿]{2,}")


def read_by_another(start: int, end: int, source: str, found: Sequence[Token], but: Sequence[int]) -> bool:
    """Whether a word of the translation, `but` aside, reads `start:end` of the source, perhaps with its neighbours, and
    nothing else there."""
    from tqa.lang.ja.readings import possible, stretches

    rest = source.replace(source[start:end], "、")
    keys = [
        token.key for at, token in enumerate(found) if at not in but and token.key.isascii() and token.key.isalpha()
    ]
    for key in (*keys, *map("".join, pairwise(keys))):
        places = (place for wide in (True, False) for place in stretches(key, source, wide)) if len(key) > 2 else ()
        if any(low <= start and end <= high for low, high in places) and not possible(key, rest):
            return True
    return False


def _soft_c(word: str) -> str:
    """Kyocera is written as Kyosera is read."""
    return word if "ch" in word else word.replace("ce", "se").replace("ci", "si")


def _known(key: str, around: str) -> bool:
    """Whether anything explains a word: a reading, the lexicon, a loan's sound, Latin letters, English."""
    from tqa.lang.counterparts import lexicon
    from tqa.lang.ja.loans import sound, sounds
    from tqa.lang.ja.readings import possible

    if lexicon.rate_back(lexicon.key(key)) or key in around.lower() or possible(key, around):
        return True
    if lexicon.meant(key, around):
        return True
    heard = sounds(key)
    return any(sound(loan) in heard for loan in _katakana().findall(around))


@cache
def _katakana() -> re.Pattern[str]:
    return re.compile(r"[ァ-ヺー]{2,}")


# -- readings that the source gives ----------------------------------------------------------------------------------


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(r"((?:[一-鿿々ヶ]+ノ)?[一-鿿々ヶ]{2,})[ 　]?[（(]([ぁ-んー・、，, 　]{2,})(?=[）)、，,])")


def _against_brackets(source: str, found: Sequence[Token]) -> Iterator[Slip]:
    """Words that stand for a name in another reading than the source gives it."""
    if "（" not in source and "(" not in source:
        return
    from tqa.lang.ja.romaji import fold, hepburn

    keys = [fold(token.key) for token in found]
    letters = "".join(keys)
    for match in _bracketed().finditer(source):
        readings = ["".join(part.split()) for part in re.split("[、，,]", match.group(2)) if part.strip()]
        wanted = [hepburn(reading.replace("・", "")) for reading in readings]
        parts = re.split("[、，,]", match.group(2))
        if any(fold(reading) in letters for reading in wanted) or any(_parts_there(part, letters) for part in parts):
            continue
        rest = source.replace(match.group(1), "、")
        place = _worst(match.group(1), [fold(reading) for reading in wanted], found, keys, rest)
        if place is not None:
            yield Slip(*place, match.start(1), match.end(1), wanted[0], given=True)


def _parts_there(reading: str, letters: str) -> bool:
    """Whether family and given name stand there apart, in whatever order."""
    from tqa.lang.ja.romaji import fold, hepburn

    parts = [part for part in re.split("[ 　・]+", reading) if part]
    return len(parts) > 1 and all(fold(hepburn(part)) in letters for part in parts)


def _worst(
    name: str, wanted: Sequence[str], found: Sequence[Token], keys: Sequence[str], rest: str
) -> tuple[int, int] | None:
    """The words, up to four, that are nearest to a reading without being it, nor one of the rest of the source."""
    from tqa.lang.ja.readings import chinese, explained, possible

    best, place = 0.0, None
    for first, token in enumerate(found):
        for last in range(first, min(first + 4, len(found))) if token.capital and len(token.key) > 2 else ():
            run = "".join(keys[first : last + 1])
            if any(_same_name(run, reading) for reading in wanted) or chinese(run, name, 0):
                return None
            likeness = max(1 - distance(run, reading, len(reading)) / len(reading) for reading in wanted)
            enough = likeness >= 0.75 or (likeness >= 0.5 and explained(run, name))
            if len(run) >= _SHORT and enough and likeness > best and not possible(run, rest):
                best, place = likeness, (first, last)
    return place


def _same_name(run: str, reading: str) -> bool:
    """Whether a run is a reading, or all of it but a class word, an unwritten no, or a voiced sound."""
    if len(run) >= _SHORT and (reading.startswith(run) or run.startswith(reading)):
        return len(run) * 2 >= len(reading)
    return _alike(run, reading) or (len(run) >= _SHORT and reading.endswith(run))


def _alike(one: str, other: str) -> bool:
    """Whether two readings differ only as compounds do: voiced or not, with a no, ga or tsu between or without."""
    if one[:1] != other[:1]:  # voiced never at the beginning
        return False
    if voiceless(one) == voiceless(other):
        return True
    bare = [_between().sub("", word) for word in (one, other)]
    return voiceless(bare[0]) == voiceless(bare[1])


def voiceless(word: str) -> str:
    """A reading in which no sound is voiced: hijikata and hichikata are alike.

    >>> voiceless("yamagami"), voiceless("biko")
    ('yamakami', 'hiko')
    """
    return word.replace("ts", "s").replace("j", "sh").translate(_VOICELESS)


@cache
def _between() -> re.Pattern[str]:
    return re.compile(r"(?<=..)(?:no|ga|tsu)")


# -- names that are known --------------------------------------------------------------------------------------------


def misspelled(country: Country, string: str, found: Sequence[Token]) -> tuple[int, int, str] | None:
    """Where a text has a country's name, or the word for its people, with a letter wrong or in lower case, and the
    word as it should be.

    >>> from tqa.lang.world.countries import countries
    >>> from tqa.lang.en.tokens import tokens
    >>> poland = next(country for country in countries() if country.names[0] == "Poland")
    >>> misspelled(poland, "He saw Porland.", tokens("He saw Porland."))
    (7, 14, 'Poland')
    """
    words = [token.text[: len(token.key)] for token in found]
    for name in (*country.names, *country.people):
        size = name.count(" ") + 1
        for first in range(len(words) - size + 1) if len(name) > _SHORT else ():
            there = " ".join(words[first : first + size])
            start, end = found[first].start, found[first + size - 1].start + len(words[first + size - 1])
            lower = there.casefold() == name.casefold() and not there.isupper()
            most = 2 if len(name) > 6 and there[:3] == name[:3] else 1
            near = there[:1].isupper() and distance(there.casefold(), name.casefold(), most) <= most
            if (lower or near) and string[start:end] == there:
                return start, end, name
    return None
