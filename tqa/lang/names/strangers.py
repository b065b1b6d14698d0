"""Strangers: capitalised words of an English translation that nothing in its Japanese source accounts for.

A word is accounted for generously: by the lexicon, by a reading of any characters or of a part of them, by the sound of
katakana, by its letters, by a country's signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize

from tqa.lang.counterparts import lexicon
from tqa.lang.counterparts.coverage import FREE, Coverage, coverage
from tqa.lang.en.closed import COURTESY, DAYS, INTERJECTIONS, LIGHT, MONTHS
from tqa.lang.en.quotes import asides
from tqa.lang.en.tokens import Token
from tqa.lang.ja import loans, romaji
from tqa.lang.ja.characters import is_kanji
from tqa.lang.ja.loans import katakana, unlike
from tqa.lang.ja.tagger import tokens as japanese
from tqa.lang.names.entities import Name, misspelled
from tqa.lang.names.slips import voiceless
from tqa.lang.world.countries import Country, in_english, kin, speaks_of
from tqa.lang.world.well_known import KINDS

_PERHAPS = 0.4  # of the consonants of katakana may differ
Abroad = dict[tuple[int, int], tuple[Country, ...]]

# Words that are capitalised beside a name without being one.
_COMMON = frozenset(
    (
        *COURTESY,
        *MONTHS,
        *(month[:3] for month in MONTHS),
        *DAYS,
        *INTERJECTIONS,
        *"prof professor saint st mt president minister prime emperor empress prince princess king queen i let ltd "
        "inc co corp tv sept moreover furthermore however therefore nevertheless nonetheless meanwhile otherwise "
        "besides instead likewise hence thus incidentally accordingly afterwards finally perhaps maybe indeed "
        "anyone everyone someone nobody everything".split(),
    )
)
_CLASSES = KINDS | {"motor", "state", "general"}
_ENDINGS = (
    "tion tions ing ment ments ed ly ness able ible ous ful less ity ive ism ist ists ical ship ance ence logy graphy "
    "est ary ery ory ics eum ate sis ic"
).split()


class Stranger(NamedTuple):
    """A run of capitalised words, `first` to `last` of the translation's tokens, that nothing accounts for."""

    first: int
    last: int


def strangers(source: str, around: str, target: str, gone: Sequence[Name]) -> Iterator[Stranger]:
    """Names of a translation that neither its source nor the text around it (`around`, both in Japanese) accounts for.
    `gone` are the source's names that are lost: initials of theirs are theirs.

    >>> from tqa.lang.names.entities import lost
    >>> source = "渡辺さんの家が見つかった。"
    >>> [run.first for run in strangers(source, source, "Glitter's house was found.", lost(source, "A house was found."))]
    [0]
    """
    found = coverage(source, target)
    if _is_headline(found.target):
        return
    known = {place for word in found.words for place in word.at}
    lower = {token.key for token in found.target if not token.capital}
    abroad = {(start, end): meant for start, end, meant in in_english(target)}
    chinese = _may_be_chinese(found, gone)
    for first, last in _runs(target, found.target, abroad):
        words = range(first, last + 1)
        telling = [at for at in words if found.target[at].key not in _COMMON]
        named = [at for at in telling if not (at in known and _beside_names(found.target[at], abroad))]
        telling = named or telling
        if any(at in known or found.target[at].key in lower for at in telling):
            continue
        if chinese and any(_pinyin().fullmatch(found.target[at].key) for at in telling):
            continue
        if all(_strange(found.target[at], target, around, abroad, gone) for at in telling):
            if any(not _ordinary(found.target[at].key) or _country(found.target[at], abroad) for at in telling):
                yield Stranger(telling[0], telling[-1]) if named else Stranger(first, last)


def _beside_names(token: Token, abroad: Abroad) -> bool:
    """Whether a word says what kind of name another is: Prefecture, Chancellor, German."""
    from tqa.lang.world.offices import heads

    return token.key in _CLASSES or (token.key,) in heads() or bool(_country(token, abroad))


def _is_headline(found: Sequence[Token]) -> bool:
    from tqa.lang.world.offices import heads

    plain = (token for token in found if token.key not in _CLASSES and (token.key,) not in heads())
    long = [token for token in plain if len(token.key) > 3]
    return len(long) > 3 and sum(token.capital for token in long) > 0.6 * len(long)


def _runs(target: str, found: Sequence[Token], abroad: Abroad) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words outside brackets and quotation marks; ordinary words that begin a sentence are none."""
    spans = asides(target)
    run: list[int] = []
    for at, token in enumerate(found):
        between = target[found[at - 1].end : token.start] if at else ""
        if run and between.strip(" -"):
            yield run[0], run[-1]
            run = []
        begins = not at or any(mark in between for mark in ".!?:;\n")
        plain = begins and _ordinary(token.key) and not _country(token, abroad)
        named = token.capital and token.key.isalpha() and not plain
        if named and not any(low < token.start < high for low, high in spans):
            run.append(at)
        elif run:
            yield run[0], run[-1]
            run = []
    if run:
        yield run[0], run[-1]


def _ordinary(key: str) -> bool:
    """Whether a word is English that may begin a sentence or a title."""
    if len(key) < 3 or key in _COMMON or key in LIGHT or key in FREE or key in lexicon.UNCOUNTED or "'" in key:
        return True
    if key.endswith(tuple(_ENDINGS)):
        return True
    return lexicon.rate_back(lexicon.key(key)) > 0 and not (len(key) > 5 and romaji.is_romaji(key))


def _country(token: Token, abroad: Abroad) -> tuple[Country, ...]:
    return next((meant for (start, end), meant in abroad.items() if token.start < end and start < token.end), ())


def _strange(token: Token, target: str, around: str, abroad: Abroad, gone: Sequence[Name]) -> bool:
    """Whether nothing in the Japanese accounts for a capitalised word."""
    key = token.key
    if token.text[:2].isupper() and not token.text.isupper():
        return False  # KYoto: a scheme of transliteration, or a slip
    meant = _country(token, abroad)
    if meant:
        word = target[token.start : token.start + len(key)]
        named = any(word in name.split() for one in meant for name in one.names) or meant[0].region
        return named and meant[0].abroad and not any(speaks_of(around, one) for m in meant for one in kin(m))
    if token.text.isupper() and len(key) < 6 and key[0] in {form[0] for name in gone for form in _forms(name)}:
        return False
    return not (key in normalize("NFKC", around).lower() or _read(around, key) or _told(around, key))


def _forms(name: Name) -> Iterator[str]:
    yield from lexicon.renderings(name.text)
    if name.shown:
        yield name.shown.lower()


def _may_be_chinese(found: Coverage, gone: Sequence[Name]) -> bool:
    """Whether kanji stand in the source that have no rendering and are no name known here, or the translation has several
    words of pinyin: names of China and Korea are read there in ways that no table here knows."""
    spelled = {token.key for token in found.target if token.capital and _pinyin().fullmatch(token.key)}
    if sum(not romaji.is_romaji(key) for key in spelled) > 1:
        return True
    missing = [word.token for word in found.words if not word.at and is_kanji(word.token.surface[0])]
    known = {name.start for name in gone}
    return any((token.pos == "name" or not token.known) and token.start not in known for token in missing)


@cache
def _pinyin() -> re.Pattern[str]:
    final = "(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ia|ie|iu|ai|ei|ao|ou|an|en|in|un|ua|uo|ui|ue|a|e|i|o|u)"
    return re.compile(rf"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?{final}r?)+")


def accounts_for(text: str, key: str) -> bool:
    """Whether a Japanese text has a word that this English one may stand for."""
    from tqa.lang.ja.readings import explained

    return key in normalize("NFKC", text).lower() or explained(key, text) or _told(text, key)


def _read(around: str, key: str) -> bool:
    """Whether a word, or a part of it, is a reading."""
    from tqa.lang.ja.readings import explained, possible

    if explained(key, around) or possible(key, around):
        return True
    sizes = range(max(4, (len(key) + 1) // 2), len(key))
    return any(explained(key[:size], around) or explained(key[-size:], around) for size in sizes)


def _told(around: str, key: str) -> bool:
    """Whether the lexicon, a loan's sound or a word nearly alike tells where a word comes from."""
    if any(unlike(part, key) <= _PERHAPS or _part_heard(part, key) for part in _loans(around)):
        return True
    mine = lexicon.key(key)
    return any(mine == word or misspelled(word, key) or _stirred(word, mine) for word in _spoken(around))


def _stirred(one: str, other: str) -> bool:
    """Whether two words have the same letters: catsle for castle."""
    return len(one) > 4 and sorted(one) == sorted(other)


def _part_heard(kana: str, word: str) -> bool:
    """Whether a word is a part of a name, Petersburg in サンクトペテルブルク, or the name in full: Okuninushi for クニヌシ."""
    whole = loans.sound(kana)
    if any(len(sound) > 3 and sound in whole for sound in loans.sounds(word)):
        return True
    return len(kana) > 3 and voiceless(romaji.fold(word)).endswith(voiceless(romaji.fold(romaji.hepburn(kana))))


@lru_cache(64)
def _loans(text: str) -> tuple[str, ...]:
    return tuple(part for run in katakana().findall(text) for part in re.split("[・＝=]", run) if len(part) > 1)


@lru_cache(64)
def _spoken(text: str) -> frozenset[str]:
    """All that the words of a text may be in English: readings and renderings."""
    found = japanese(text)
    words = {romaji.hepburn(token.reading) for token in found if token.reading}
    for token in found:
        words.update(lexicon.renderings(token.lemma))
        words.update(lexicon.renderings(token.surface))
    return frozenset(words)
