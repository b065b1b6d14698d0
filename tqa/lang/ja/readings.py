"""How Japanese names can be read: single kanji in names, and which Latin word a stretch of text can be.

The tagger gives one reading of a name, and that is wrong for every fourth; the table of kanji readings says what else
is possible. A spelling that either explains is never doubted.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from tqa.lang.ja import romaji
from tqa.lang.ja.tagger import Token, tokens

_SOFT = {"k": "g", "s": "z", "t": "d", "h": "b", "f": "b"}
_LONGEST = 8  # characters of one name
_ITERATION = "々"


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Kanji to its readings in folded romaji; see data/NOTICE."""
    path = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "kanji-readings.tsv")
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    return {kanji: tuple(dict.fromkeys(form for word in said.split() for form in _forms(word))) for kanji, said in rows}


def _forms(plain: str) -> Iterator[str]:
    """A reading as it may stand in a name: voiced after another (kawa: gawa), its last tsu or ku doubled away."""
    yield plain
    for hard, soft in (("sh", "j"), ("ch", "j"), ("ts", "z")):
        if plain.startswith(hard):
            yield soft + plain[2:]
            break
    else:
        if plain[:1] in _SOFT:
            yield _SOFT[plain[0]] + plain[1:]
        if plain[:1] in "hf":
            yield "p" + plain[1:]
    for ending in ("tsu", "ku", "chi", "ki"):
        if plain.endswith(ending) and len(plain) > len(ending):
            yield plain[: -len(ending)]


def explained(word: str, text: str) -> bool:
    """Whether a Latin word can be a reading of some stretch of a Japanese text.

    >>> explained("Yoshinaka", "源義仲に敗れた"), explained("Yoshinawa", "源義仲に敗れた")
    (True, False)
    """
    return stretch(word, text) is not None


@lru_cache(4096)
def stretch(word: str, text: str) -> tuple[int, int] | None:
    """Start and end of the first stretch of a Japanese text of which a Latin word can be a reading.

    >>> stretch("Yoshinaka", "源義仲に敗れた")
    (1, 3)
    """
    goal = _loose(word)
    pieces: dict[int, list[tuple[int, str]]] = {}
    for token in tokens(text):
        if token.reading and _is_content(token):
            for form in _forms(romaji.hepburn(token.reading)):
                pieces.setdefault(token.start, []).append((token.end, form))
    for start in range(len(text)):
        end = 0 if text[start].isspace() else _reads(text, start, "", goal, pieces)
        if end:
            return start, end
    return None


def _loose(word: str) -> str:
    """Folded, and letters that double or soften in compounds told apart no more."""
    folded = romaji.fold(word.lower())
    return "".join(char for index, char in enumerate(folded) if not index or char != folded[index - 1])


def _reads(text: str, at: int, said: str, goal: str, pieces: dict[int, list[tuple[int, str]]]) -> int:
    """Where the reading of what follows `at` ends, if it goes on from `said` to the goal; else 0."""
    loose = _loose(said) if said else ""
    if loose == goal:
        return at
    if len(loose) > len(goal) or not goal.startswith(loose[:-1] if len(loose) > 1 else "") or at >= len(text):
        return 0
    char = text[at]
    if char in "ノのヶケ・　 ":  # read or not: 藤原の道長, 関ヶ原
        spoken_too = _reads(text, at + 1, said + "no", goal, pieces) if said else 0
        return spoken_too or _reads(text, at + 1, said, goal, pieces)
    whole = next(filter(None, (_reads(text, end, said + form, goal, pieces) for end, form in pieces.get(at, ()))), 0)
    if whole:
        return whole
    if char == _ITERATION and at:
        char = text[at - 1]
    if "ぁ" <= char <= "ヿ":
        end = at + 1
        while end < len(text) and "ぁ" <= text[end] <= "ヿ" and end - at < _LONGEST:
            end += 1
        kana = ((stop, romaji.hepburn(text[at:stop])) for stop in range(at + 1, end + 1))
        return next(filter(None, (_reads(text, stop, said + form, goal, pieces) for stop, form in kana)), 0)
    return next(filter(None, (_reads(text, at + 1, said + form, goal, pieces) for form in _table().get(char, ()))), 0)


def spoken(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, romaji) of stretches of kanji as the tagger reads them, and of readings given in brackets.

    >>> [reading for _, _, reading in spoken("良経（よしつね）と")]
    ['yoshitsune', 'yoshitsune']
    """
    for match in _bracketed().finditer(text):
        yield *match.span(1), romaji.hepburn(match.group(1))
    found = [token for token in tokens(text) if token.pos not in ("mark", "symbol")]
    for first, token in enumerate(found):
        if not token.reading or not _is_content(token):
            continue
        said, end = "", token.start
        for following in found[first : first + 4]:
            if following.start != end or not following.reading or not _is_content(following):
                break
            said, end = said + following.reading, following.end
            yield token.start, end, romaji.hepburn(said)


def _is_content(token: Token) -> bool:
    return any("一" <= char <= "鿿" or char == _ITERATION for char in token.surface)


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(r"(?<=[一-鿿々])[（(]([ぁ-んー]{2,})")
