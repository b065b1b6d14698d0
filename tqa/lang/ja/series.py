"""The items of a Japanese list of nouns: ジャグ、ふたと大きなフィルター.

Provenance: closed word classes of Japanese, written down by hand.
"""

from __future__ import annotations

from tqa.lang.ja.tagger import Token, tokens

Items = list[tuple[int, int]]  # ranges of characters
_NOMINAL = ("noun", "name", "prefix", "suffix", "number", "shape", "pronoun", "symbol", "adjective", "adnominal")
_WITHIN = "「」『』\"“”）)&/.-"
_MARKS = "、,，・"
_PARTICLES = ("と", "や", "か", "とか", "も")
_CONJUNCTIONS = frozenset("及び 又は 並びに 若しくは 且つ 或いは".split())


def series(text: str) -> list[Items]:
    """The lists of two items or more.

    >>> text = "ジャグ、ふたと大きなフィルターを洗う。"
    >>> [[text[a:b] for a, b in items] for items in series(text)]
    [['ジャグ', 'ふた', '大きなフィルター']]
    """
    found: list[Items] = []
    items: Items = []
    item: tuple[int, int] | None = None
    for token in (*tokens(text), None):
        if token and _is_part(token, item is not None):
            item = (item[0] if item else token.start, token.end)
            continue
        if item:
            items.append(item)
            item = None
        if token is None or not _divides(token):
            if len(items) > 1:
                found.append(items)
            items = []
    return found


def _is_part(token: Token, begun: bool) -> bool:
    if token.pos == "mark":
        return token.surface in _WITHIN
    if all("ァ" <= char <= "ー" for char in token.surface):
        return True  # whatever the tagger makes of a part of a strange name
    return token.pos in _NOMINAL or (begun and token.surface in ("の", "な"))


def _divides(token: Token) -> bool:
    if token.pos == "particle":
        return token.surface in _PARTICLES
    return token.surface in _MARKS or (token.pos == "conjunction" and token.lemma in _CONJUNCTIONS)
