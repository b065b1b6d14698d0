"""Where a translation renders a term of its source, only as far as that is sure.

A run of English words renders a term if each part of the term has its own word there, by the lexicon or by sound, and
no word there renders anything else. One part may be unknown to the lexicon if one word of the run is left for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tqa.lang.counterparts.coverage import Word, coverage
from tqa.lang.en import runs
from tqa.lang.en.tokens import Token
from tqa.lang.en.tokens import tokens as english
from tqa.lang.ja.candidates import Candidate, candidates
from tqa.lang.ja.characters import is_kanji


class Located(NamedTuple):
    """The words `first:last` of a target's tokens render `term`; `key` are they as they are compared, the last one in
    the singular. `guessed`: one of them is only what is left for an unknown part."""

    term: Candidate
    first: int
    last: int
    key: tuple[str, ...]
    guessed: bool


def whole(source: str) -> Iterator[Candidate]:
    """The terms of a source that are no part of a longer one, nor of a run of characters.

    >>> [one.form for one in whole("港湾局長は橋計画を調べた。")]
    ['港湾局長', '橋計画']
    """
    end = 0
    for one in candidates(source):
        if one.end > end:
            end = one.end
            if not (_one_word(source, one.start) or _one_word(source, one.end)):
                yield one


def _one_word(source: str, at: int) -> bool:
    """True if a run of kanji and katakana goes on over a place."""
    return 0 < at < len(source) and _solid(source[at - 1]) and _solid(source[at])


def _solid(char: str) -> bool:
    return is_kanji(char) or "ァ" <= char <= "ヺ" or char in "々ヶー"


def located(source: str, target: str, wanted: frozenset[str]) -> list[Located]:
    """The sure renderings of the source's terms among those `wanted`.

    >>> source, target = "京都市長は東京大学へ行った。", "The mayor of Kyoto City went to Tokyo University."
    >>> [one.key for one in located(source, target, frozenset(["東京大学"]))]
    [('tokyo', 'university')]
    """
    terms = [one for one in whole(source) if one.form in wanted]
    if not terms:
        return []
    found = coverage(source, target)
    text = runs.words(target, english(target))
    owned = {place for word in found.words for place in word.at}
    listed = []
    for term in terms:
        parts = [word for word in found.words if term.start <= word.token.start < term.end]
        one = _best(term, parts, owned, text) if any(word.at for word in parts) else None
        if one is not None:
            listed.append(one)
    return listed


def _best(term: Candidate, parts: list[Word], owned: set[int], text: runs.Words) -> Located | None:
    """The shortest run that renders all parts, or all but one; None if there are several that differ."""
    ours = {place for word in parts for place in word.at}
    best: list[tuple[tuple[bool, int], int, int]] = []
    for first, last in runs.runs(text):
        edges = [place for place in range(first, last) if text.edge[place]]
        if any(place in owned and place not in ours for place in edges) or len(edges) < len(parts):
            continue
        left = sum(place not in ours for place in edges)
        lost = sum(not any(first <= place < last for place in word.at) for word in parts)
        if left == lost <= 1 and lost < len(parts) and not _goes_on(text, last, owned - ours):
            best.append(((bool(lost), last - first), first, last))
    least = min((rank for rank, _, _ in best), default=None)
    chosen = [(first, last) for rank, first, last in best if rank == least]
    keys = {runs.key(text, first, last) for first, last in chosen}
    if least is None or len(keys) != 1:
        return None
    return Located(term, *chosen[0], keys.pop(), least[0])


def _goes_on(text: runs.Words, last: int, owned: set[int]) -> bool:
    """True if a name goes on after a run with a word that nothing else accounts for: the Kamakura Great Buddha."""
    if last >= len(text.tokens) or not text.joined[last - 1] or last in owned:
        return False
    return text.edge[last] and text.tokens[last].capital and text.tokens[last - 1].capital


class Read(NamedTuple):
    """A name of the source at `start:end` with the one word of the target that can be its reading. `before` and
    `after` are the characters that the name's run goes on with."""

    start: int
    end: int
    word: Token
    before: str
    after: str


def read(source: str, target: str, wanted: frozenset[str]) -> list[Read]:
    """The names of kanji among those `wanted` that just one word of the translation can be.

    >>> [one.word.key for one in read("茅野さんが来た。", "Mr. Kayano came.", frozenset(["茅野"]))]
    ['kayano']
    """
    from tqa.lang.en.names import is_romaji
    from tqa.lang.ja.readings import stretch
    from tqa.lang.ja.romaji import fold

    words = [word for word in english(target) if word.capital and len(word.key) > 3 and is_romaji(word.key)]
    found: dict[str, Read] = {}
    for start, end in names(source):
        name = source[start:end]
        if name not in wanted or name in found:
            continue
        mine = [word for word in words if stretch(word.key, name) == (0, len(name))]
        if len({fold(word.key) for word in mine}) == 1:
            found[name] = Read(start, end, mine[0], *_around(source, start, end))
    return list(found.values())


def elsewhere(word: str, name: str, source: str) -> bool:
    """Whether a word can be the reading of anything in a source but a name.

    >>> elsewhere("kayano", "茅野", "茅野さんが来た。"), elsewhere("kayano", "茅野", "茅野さんは萱野に来た。")
    (False, True)
    """
    from tqa.lang.ja.readings import stretch

    return stretch(word, source.replace(name, "、")) is not None


def names(source: str) -> Iterator[tuple[int, int]]:
    """The names of two kanji and more in a source, but for countries."""
    from tqa.lang.ja.tagger import tokens

    for token in tokens(source):
        kanji = all(is_kanji(char) for char in token.surface)
        if token.pos == "name" and token.detail != "country" and token.end - token.start > 1 and kanji:
            yield token.start, token.end


def _around(source: str, start: int, end: int) -> tuple[str, str]:
    low, high = start, end
    while low and _solid(source[low - 1]):
        low -= 1
    while high < len(source) and _solid(source[high]):
        high += 1
    return source[low:start], source[end:high]
