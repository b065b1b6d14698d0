"""Names of a Japanese source, and which of them nothing in its English translation renders: not by the lexicon, nor by
the sound of katakana, nor by any reading of the characters, nor by the same letters, nor by the table of countries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from tqa.lang.counterparts import lexicon
from tqa.lang.counterparts.coverage import Coverage, coverage
from tqa.lang.distance import distance
from tqa.lang.en.tokens import Token
from tqa.lang.ja import romaji
from tqa.lang.ja.characters import is_kanji
from tqa.lang.ja.loans import katakana, unlike
from tqa.lang.ja.tagger import tokens as japanese
from tqa.lang.world.countries import Mention, in_english, in_japanese, kin

_SURE = 0.85  # how often a name of kanji is found by its lexicon, from which its absence means something
_HEARD = 0.34  # of the consonants may differ
_SURELY = 0.2
_WIDEST = 4  # words that one katakana name may become


class Name(NamedTuple):
    """A name at `start:end` of a source. `kind`: kanji | kana | latin | initials | country; `shown`: how it is usually
    written in English, or ""."""

    start: int
    end: int
    text: str
    kind: str
    shown: str = ""


# -- names of the source ---------------------------------------------------------------------------------------------


@cache
def _latin() -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-zＡ-Ｚａ-ｚ])[A-ZＡ-Ｚ][A-Za-zＡ-Ｚａ-ｚ]{2,}(?![A-Za-zＡ-Ｚａ-ｚ\d０-９])")


@lru_cache(64)
def names(source: str) -> tuple[Name, ...]:
    """The names of a source that a translation should keep, in order.

    >>> [name.text for name in names("渡辺さんはオンタリオ州でTwitterを見た。")]
    ['渡辺', 'オンタリオ', 'Twitter']
    """
    abroad = in_japanese(source)
    found = [
        Name(one.start, one.end, source[one.start : one.end], "country", one.country.names[0])
        for one in abroad
        if one.firm and one.end - one.start > 1
    ]
    found += [name for name in (*_foreign(source), *_native(source)) if not any(_meet(name, one) for one in abroad)]
    for match in _latin().finditer(source):
        word = normalize("NFKC", match.group())
        if not word.isupper() and len(word) > 3:
            found.append(Name(*match.span(), match.group(), "latin", word))
        elif word.isupper():
            found.append(Name(*match.span(), match.group(), "initials", word))
    return tuple(sorted(found))


def _meet(one: Name, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _foreign(source: str) -> Iterator[Name]:
    """Runs of katakana that the tagger takes for names, or does not know."""
    found = japanese(source)
    for match in katakana().finditer(source):
        parts = [token for token in found if token.start < match.end() and match.start() < token.end]
        named = any(token.pos == "name" and len(token.surface) > 2 for token in parts)
        if len(parts) > 1 and all(token.origin for token in parts) and len(match.group()) > 5:
            named = True
        if not all(token.known for token in parts):
            named = len(match.group()) > 3 and _class_after().match(source, match.end()) is not None
        if named and all(token.pos in ("name", "noun", "mark") for token in parts) and not _calls(match.group()):
            shown = parts[0].origin.title() if len(parts) == 1 else ""
            yield Name(*match.span(), match.group(), "kana", shown)


@cache
def _class_after() -> re.Pattern[str]:
    # what makes a word nobody knows a name: a person's title, a place's class, a company
    return re.compile(
        r"(?:さん|氏|様|君|選手|監督|大統領|首相|議員|教授|博士|容疑者|被告|社|州|市|県|郡|島|川|山|湖|共和国|王国|大学|族|人)"
    )


def _calls(word: str) -> bool:
    """True for ウッスウッス and フンフン: cries and sounds."""
    half = len(word) // 2
    return word.endswith(("ッス", "ッ")) or word[:half] == word[half : 2 * half]


_PERIOD = ("時代", "年間", "幕府")  # said in English or not
# Kanji that may follow a name as its class; any other makes it a part of a word.
_CLASSES = frozenset("市県府都区郡町村州国省寺社城家氏様君邸亭駅港湾島山川湖橋線戦軍方派出在両各側内外間")


def _native(source: str) -> Iterator[Name]:
    """Names of kanji that the lexicon knows well and that are no part of another word."""
    found = japanese(source)
    for token, following in zip(found, (*found[1:], None), strict=False):
        after = source[token.end : token.end + 1]
        if is_kanji(after) and after not in _CLASSES and not (following and following.pos == "name"):
            continue
        if token.pos != "name" or len(token.surface) < 2 or token.surface[0] < "一" or token.surface == "日本":
            continue
        if lexicon.rate(token.lemma) >= _SURE and not source.startswith(_PERIOD, token.end):
            said = romaji.hepburn(token.reading)
            usual = lexicon.key(said) in lexicon.renderings(token.lemma)
            yield Name(token.start, token.end, token.surface, "kanji", said.title() if usual else "")


# -- names that are lost ---------------------------------------------------------------------------------------------


def lost(source: str, target: str) -> list[Name]:
    """The names of a source that nothing in its translation renders.

    >>> [name.text for name in lost("渡辺さんは仙台に住む。", "Mr. Watanabe lives in .")]
    ['仙台']
    """
    found = coverage(source, target)
    known = names(source)
    gone = [name for name in known if name.text not in target and not _rendered(name, source, target, found)]
    beside = {place for name in known if name not in gone for place in (name.start, name.end)}
    # of a person's names one is enough
    return [name for name in gone if name.kind != "kanji" or not {name.start, name.end} & beside]


def _rendered(name: Name, source: str, target: str, found: Coverage) -> bool:
    if name.kind in ("latin", "initials"):
        return _spelled(name.shown.lower(), found.target)
    meant = {one.country for one in in_japanese(source) if _meet(name, one)}
    if any(kin(country) & set(countries) for country in meant for _, _, countries in in_english(target)):
        return True
    parts = [word for word in found.words if word.token.start < name.end and name.start < word.token.end]
    telling = [word for word in parts if len(word.token.surface) > 3] or parts
    if any(word.at for word in (parts if name.kind == "kanji" else telling)):
        return True
    keys = [token.key for token in found.target]
    usual = {key for word in parts for key in lexicon.renderings(word.token.lemma)}
    if any(misspelled(key, form) for key in usual for one in keys for form in {one, lexicon.key(one)}):
        return True
    if name.text[0] < "一":
        pieces = [part for part in re.split("[・＝=]", name.text) if len(part) > 3]
        return any(heard(part, found.target) <= _HEARD for part in (name.text, *pieces))
    return _read_there(name, source, found.target)


def _read_there(name: Name, source: str, found: Sequence[Token]) -> bool:
    """Whether a word can be a reading of the name or of a compound that it belongs to: Edobori for 江戸 of 江戸堀."""
    from tqa.lang.ja.readings import explained

    before, after = _kanji().search(source[: name.start]), _kanji().match(source[name.end :])
    whole = (before.group() if before else "") + name.text + (after.group() if after else "")
    capital = [token.key for token in found if token.capital]
    joined = (*capital, *(one.key + two.key for one, two in pairwise(found) if one.capital))
    for key in (key for key in joined if key.isalpha() and len(key) > 2):
        if explained(key, whole) and not any(explained(key, part.group()) for part in (before, after) if part):
            return True
    return False


@cache
def _kanji() -> re.Pattern[str]:
    return re.compile(r"[一-鿿々ヶケノの]{1,6}\Z|[一-鿿々ヶ]{1,6}")


def _spelled(word: str, found: Sequence[Token]) -> bool:
    """Whether Latin letters of the source stand there, perhaps with a slip, as parts, or as initials."""
    whole = "".join(token.key for token in found)
    initials = "".join(token.key[0] for token in found)
    return word in whole or word in initials or any(misspelled(word, token.key) for token in found)


def misspelled(one: str, other: str) -> bool:
    """Whether two words in lower case are a letter or two apart."""
    most = 1 if len(one) < 7 else 2
    return len(one) > 3 and distance(one, other, most) <= most


def heard(kana: str, found: Sequence[Token]) -> float:
    """How much of the sound of katakana the best run of words that begins with a capital lacks, 0 to 1.

    >>> from tqa.lang.en.tokens import tokens
    >>> heard("オンタリオ", tokens("in Ontario")), heard("オンタリオ", tokens("in Glitter")) > 0.4
    (0.0, True)
    """
    if any(len(token.key) > 4 and unlike(kana, token.key) <= _SURELY for token in found):
        return 0.0
    best = 1.0
    for first, token in enumerate(found):
        run = ""
        for following in found[first : first + _WIDEST] if token.capital else ():
            run += following.key
            best = min(best, unlike(kana, run))
    return best
