"""Which words of a Japanese sentence have a counterpart in its English translation, and which English words have none.

Evidence is the lexicon, the sound of names and loanwords, and Latin words. Figures are left to the comparison of
values. A word that nothing is known about counts neither as rendered nor as missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from tqa.lang.counterparts import lexicon
from tqa.lang.counterparts.seats import standing
from tqa.lang.en.closed import CARDINALS, MONTHS, ORDINALS
from tqa.lang.en.tokens import Token as English
from tqa.lang.en.tokens import tokens as english
from tqa.lang.ja import loans, romaji
from tqa.lang.ja.tagger import Token
from tqa.lang.ja.tagger import tokens as japanese

NAME_RATE = 0.85  # how often a name is found by its sound where the lexicon does not know it
_MOST = 4.0  # the most that one word's absence may weigh


class Word(NamedTuple):
    """A content word of the source. `at` are the places (indices of English tokens) of what may render it; `weight`
    is what its absence would mean, 0 where nothing is known of it. `shared` if all of these places are taken by
    other words, which stand elsewhere in the source."""

    token: Token
    at: tuple[int, ...]
    weight: float
    name: bool
    shared: bool = False

    @property
    def missing(self) -> bool:
        return not self.at and self.weight > 0

    @property
    def open(self) -> bool:
        """True if no English word is known that renders it and nothing else."""
        return not self.at or self.shared


class Coverage(NamedTuple):
    """The words of both sides. `surplus` has for each English token the weight of standing there without source."""

    words: tuple[Word, ...]
    target: tuple[English, ...]
    surplus: tuple[float, ...]


@lru_cache(256)
def coverage(source: str, target: str) -> Coverage:
    """What renders what.

    >>> found = coverage("政府は経済を重視する。", "The government attaches importance to trade.")
    >>> [word.token.surface for word in found.words if word.missing]
    ['経済']
    """
    heard = _Heard(target)
    words = tuple(_word(token, heard) for token in content(source))
    words = tuple(_in_loan(word, loan, heard) for word, loan in zip(words, _loans(words, source), strict=True))
    words = _in_compound(words, source, heard)
    words = _settle(_read_otherwise(words, source, heard))
    known = {place for word in words for place in word.at}
    words = _otherwise_named(words, known, source, heard)
    asides = [match.span() for match in _aside().finditer(target)]
    surplus = tuple(
        0.0 if place in known or any(low < token.start < high for low, high in asides) else _surplus(token)
        for place, token in enumerate(heard.tokens)
    )
    return Coverage(words, heard.tokens, surplus)


def _settle(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Every word gets a place of its own. Neighbours may have one together, for a compound may be a single English word;
    so may the mentions of a word, for English has pronouns."""
    shared = standing([word.at for word in words], lambda one, other: _together(words, one, other))
    if not shared:
        return words
    return tuple(word._replace(shared=True) if at in shared else word for at, word in enumerate(words))


def _together(words: tuple[Word, ...], one: int, other: int) -> bool:
    """True for neighbours, for parts of an unbroken compound (都道府県, prefectures), and for mentions of one word."""
    low, high = sorted((one, other))
    between = zip(words[low:high], words[low + 1 : high + 1], strict=True)
    unbroken = all(left.token.end == right.token.start for left, right in between)
    return high - low == 1 or unbroken or words[one].token.lemma == words[other].token.lemma


def _read_otherwise(words: tuple[Word, ...], source: str, heard: _Heard) -> tuple[Word, ...]:
    """Missing words that are there in another reading than the tagger's (小鳥遊, Takanashi), or in the one that stands
    in brackets after them: of these no more is known than that romanised Japanese of unknown meaning can be them."""
    if not any(word.missing for word in words):
        return words
    from tqa.lang.ja.readings import stretch

    known = {place for word in words for place in word.at}
    found: dict[int, int] = {}
    for place, token in enumerate(heard.tokens):
        strange = place not in known and len(token.key) > 3 and not lexicon.rate_back(lexicon.key(token.key))
        span = stretch(token.key, source) if strange and romaji.is_romaji(token.key) else None
        if span is None:
            continue
        start, end = span
        if start and source[start - 1] in _OPENING and "ぁ" <= source[start] <= "ヿ":
            start, end = start - 2, start - 1
        for at, word in enumerate(words):
            if word.token.start < end and start < word.token.end:
                found.setdefault(at, place)
    return tuple(
        word._replace(at=(found[at],)) if at in found and not word.at else word for at, word in enumerate(words)
    )


_OPENING = ("（", "(")


def _otherwise_named(words: tuple[Word, ...], known: set[int], source: str, heard: _Heard) -> tuple[Word, ...]:
    """Names that are missing weigh less where unknown names stand that may be they."""
    names = sum(word.name and word.missing for word in words)
    if not names:
        return words
    share = max(0.0, 1 - len(unknown_capitals(source, heard.tokens, known)) / names)
    return tuple(word._replace(weight=word.weight * share) if word.name and not word.at else word for word in words)


def unknown_capitals(source: str, target: tuple[English, ...], known: set[int]) -> list[int]:
    """The places of capitals that no lexicon knows and that may be a name of the source in another reading than ours.
    A romanised one that nothing in the source can be read as is somebody whom it leaves unsaid, unless it speaks
    of China or Korea, whose names have readings of their own."""
    from tqa.lang.ja.readings import stretch
    from tqa.lang.world.east_asia import where

    abroad = where(source)

    def may_be(key: str) -> bool:
        return bool(abroad) or len(key) < 4 or not romaji.is_romaji(key) or stretch(key, source, wide=True) is not None

    return [
        place for place, token in enumerate(target)
        if token.capital and place not in known and _surplus(token) > 0
        and not lexicon.rate_back(lexicon.key(token.key)) and may_be(token.key)
    ]  # fmt: skip


def content(source: str) -> list[Token]:
    """The content words of a Japanese text without figures, their counters, eras before a year and readings in kana."""
    found = []
    tokens = japanese(source)
    asides = [match.span() for match in _reading().finditer(source)]
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        before = tokens[at - 1] if at else None
        if token.pos not in lexicon.CONTENT or token.lemma in lexicon.EMPTY or token.surface in lexicon.EMPTY:
            continue
        if before and before.pos == "number" and "助数詞" in token.detail:
            continue
        if after and (after.pos == "number" or after.surface == "元年") and token.surface in _era_like():
            continue
        if before and token.surface.isascii() and before.surface[-1:].isdigit() and before.end == token.start:
            continue
        if any(low < token.end and token.start < high for low, high in asides):
            continue
        found.append(token)
    return found


@cache
def _era_like() -> frozenset[str]:
    """What a number after it makes a part of a date or an ordinal."""
    from tqa.lang.values.eras import first_years

    return frozenset(first_years()) | {"第"}


@cache
def _reading() -> re.Pattern[str]:
    # （よみかた、…: what stands in brackets up to the first mark or space, if it is all kana: a reading. After a space in
    # half width, as in an encyclopaedia's titles: which of several namesakes is meant. A ruler whose years are counted,
    # where the Western year stands beside.
    return re.compile(
        r"[（(＜〈<][ぁ-んァ-ヶー・/／\s　]+(?:[）)＞〉>、,，]|(?<=[\s　]))|(?<=[^\W\d_]) \([^()]{1,12}\)|[一-鿿]{1,3}[天大]?[皇王帝](?=(?:\d+|元)年)"
    )


class _Heard:
    """An English text as the words of a source ask for it."""

    def __init__(self, text: str) -> None:
        self.tokens = english(text)
        self.by_key: dict[str, list[int]] = {}
        self.by_beginning: dict[str, list[int]] = {}
        self.by_sound: dict[str, list[int]] = {}
        self.folded = []
        for place, token in enumerate(self.tokens):
            word = lexicon.key(token.key)
            if word.endswith("est"):  # newest
                self.by_key.setdefault(word[:-3], []).append(place)
            for part in (token.key, *_halves(token.key)):
                self._hear(place, part)
            self.folded.append(romaji.fold(token.key))
        self.foreign = [(place, token.text) for place, token in enumerate(self.tokens) if not token.text.isascii()]
        # Names are written together or with hyphens: Kinkakuji, Kinkaku-ji, Go-Daigo
        self.whole = "|" + "|".join(self.folded) + "|"
        hyphens = [
            place for place in range(1, len(self.tokens))
            if text[self.tokens[place - 1].end : self.tokens[place].start] == "-"
        ]  # fmt: skip
        self.joined = [(place, self.folded[place - 1] + self.folded[place]) for place in hyphens]


    def _hear(self, place: int, part: str) -> None:
        word = lexicon.key(part)
        self.by_key.setdefault(word, []).append(place)
        self.by_beginning.setdefault(word[: lexicon.BEGINNING], []).append(place)
        for sound in loans.sounds(part if part.isascii() else _bare(part)):
            self.by_sound.setdefault(sound, []).append(place)


@lru_cache(1024)
def _halves(key: str) -> tuple[str, ...]:
    """The two words of a compound that the lexicon does not know as one.

    >>> _halves("namespace"), _halves("background")
    (('name', 'space'), ())
    """
    if len(key) < 6 or not key.isalpha() or not key.isascii() or lexicon.rate_back(lexicon.key(key)):
        return ()
    from tqa.lang.en.words import words

    for cut in range(3, len(key) - 2):
        if words().is_everyday(key[:cut]) and words().is_everyday(key[cut:]):
            return key[:cut], key[cut:]
    return ()


def _bare(key: str) -> str:
    """A word without its accents: María, Maria."""
    from unicodedata import normalize

    return normalize("NFD", key).encode("ascii", "ignore").decode()


def _word(token: Token, heard: _Heard) -> Word:
    at = set(_by_lexicon(token.lemma, heard))
    if token.surface != token.lemma:
        at.update(_by_lexicon(token.surface, heard))
    at.update(_by_sound(token, heard))
    name = token.pos == "name"
    return Word(token, tuple(sorted(at)), _weight(token), name)


def _in_compound(words: tuple[Word, ...], source: str, heard: _Heard) -> tuple[Word, ...]:
    """Missing words that an installed dictionary's English for the whole compound renders."""
    found: dict[int, tuple[int, ...]] = {}
    for at, word in enumerate(words):
        if not word.missing:
            continue
        for first, last in _compounds(words, at):
            form = source[words[first].token.start : words[last].token.end]
            places = _places(lexicon.glossed(form), heard)
            if places:
                found[at] = tuple(sorted(set(places)))
                break
    return tuple(word._replace(at=found[at]) if at in found else word for at, word in enumerate(words))


_PARTS = 4  # words of a compound


def _compounds(words: tuple[Word, ...], at: int) -> Iterator[tuple[int, int]]:
    """First and last of the runs of words without anything between them that hold a word, long ones first."""
    low = high = at
    while low and at - low < _PARTS and words[low - 1].token.end == words[low].token.start:
        low -= 1
    while high + 1 < len(words) and high - at < _PARTS and words[high].token.end == words[high + 1].token.start:
        high += 1
    for size in range(_PARTS, 1, -1):
        for first in range(max(low, at - size + 1), min(at, high - size + 1) + 1):
            yield first, first + size - 1


def _by_lexicon(form: str, heard: _Heard) -> list[int]:
    return _places(lexicon.renderings(form), heard) + _places(lexicon.glossed(form), heard)


def _places(keys: Iterable[str], heard: _Heard) -> list[int]:
    found: list[int] = []
    for word in keys:
        index = heard.by_beginning if len(word) >= lexicon.BEGINNING else heard.by_key
        found += index.get(word[: lexicon.BEGINNING], ())
    return found


def _by_sound(token: Token, heard: _Heard) -> list[int]:
    found: list[int] = []
    for origin in token.origin.replace("-", " ").split():
        found += heard.by_beginning.get(lexicon.key(origin)[: lexicon.BEGINNING], ())
    if token.surface.isascii():
        found += heard.by_key.get(lexicon.key(token.surface.lower()), ())
        return found
    found += [place for place, word in heard.foreign if token.surface in word]
    if _katakana().fullmatch(token.surface):
        sound = loans.sound(token.surface)
        if len(sound) > 1:
            found += heard.by_sound.get(sound, ())
    if token.reading:
        key = romaji.fold(romaji.hepburn(token.reading))
        if len(key) > 3:
            found += [place for place, word in enumerate(heard.folded) if key in word] if key in heard.whole else []
            found += [place for place, word in heard.joined if key in word]
        elif key:
            found += [place for place, word in enumerate(heard.folded) if word == key]
    return found


@cache
def _katakana() -> re.Pattern[str]:
    return re.compile(r"[ァ-ヴー]{2,}")


def _weight(token: Token) -> float:
    """What it means if nothing renders the word: the log of how seldom that happens."""
    rate = max(lexicon.rate(token.lemma), lexicon.rate(token.surface))
    if not rate and (token.pos == "name" or token.origin):
        rate = NAME_RATE
    if not rate and lexicon.glossed(token.lemma):
        rate = lexicon.RARE
    return min(-log(1 - rate), _MOST) if 0.5 < rate < 1 else 0.0


def _loans(words: tuple[Word, ...], source: str) -> list[str]:
    """For each word the whole run of katakana that it is, or is a part of."""
    runs = [match.span() for match in _katakana().finditer(source)]
    return [
        next((source[a:b] for a, b in runs if a <= word.token.start and word.token.end <= b), "")
        for word in words
    ]


def _in_loan(word: Word, loan: str, heard: _Heard) -> Word:
    """A foreign name or loan is found where the whole run of katakana is heard (イド of イドリブ in Idlib), and a long
    one where one consonant more or less is (ステックハルト in Stoeckhardt)."""
    if word.at or not loan:
        return word
    sound = loans.sound(loan)
    places = heard.by_sound.get(sound, []) if len(sound) > 2 else []
    if not places and len(sound) > 4:
        places = [place for other, found in heard.by_sound.items() if _nearly(sound, other) for place in found]
    return word._replace(at=tuple(sorted(set(places))))


def _nearly(one: str, other: str) -> bool:
    """True if one string is the other with a letter more."""
    short, long_ = sorted((one, other), key=len)
    return len(long_) - len(short) == 1 and any(long_[:at] + long_[at + 1 :] == short for at in range(len(long_)))


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(r"[(\[][^()\[\]]*[)\]]")  # explanations in brackets have no source


# Dates and figures, which are compared as values, and words that a sentence may add for its own sake.
FREE = frozenset(
    (
        *MONTHS,
        *ORDINALS,
        *CARDINALS[:10],
        *"hundred thousand million billion twice once yen also but then however not such some ones about according "
        "said says because when while where after before both each other others another like well mr ms mrs dr into out up "
        "over down no only just very there here now etc since".split(),
    )
)


def _surplus(token: English) -> float:
    """What it means if nothing yields the English word."""
    if token.key in lexicon.UNCOUNTED or token.key in FREE or not token.key.isalpha():
        return 0.0
    rate = lexicon.rate_back(lexicon.key(token.key))
    if not rate:
        rate = 0.8 if len(token.key) > 3 else 0.5
    return rate
