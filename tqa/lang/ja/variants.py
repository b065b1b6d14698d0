"""Words that Japanese writes in two ways: サーバ and サーバー, 引き渡し and 引渡し, できる and 出来る.

UniDic unites the spellings of a word under one lemma; what is the same word in another use is kept apart here: the
noun inside a compound (申込書, 引渡日) drops its kana by rule, a verb that helps another one (見てください) is written in
kana by rule, and other kanji (会う, 遭う) mean other things.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tqa.lang.ja.characters import is_kanji
from tqa.lang.ja.tagger import Token

# Lemmas that are written in kanji or kana without a difference of meaning. Provenance: by hand, after the general
# practice of official documents and newspapers; no word whose kana marks a grammatical use (こと, とき, もの, ない).
EITHER_WAY = (
    "出来る 下さる 頂く 致す 分かる 全て 更に 既に 例えば 及び 又は 但し 従って 並びに 若しくは 尚 予め 殆ど 是非 様々 我々 子供 友達 "
    "何故 何処 此処 其処 其れ 此れ 余り 暫く 漸く 勿論 特に 直ぐ 直ちに 最早 一旦 寧ろ 概ね 専ら 極めて 尤も 即ち 然し 併し 且つ 更なる 如何"
).split()
_HELPING = frozenset("下さる 頂く 致す".split())
_COMPOUND = frozenset(("noun", "suffix", "prefix", "name", "number", "symbol"))

_SOUNDS = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"))
_SIZES = str.maketrans("ァィゥェォャュョ", "アイウエオヤユヨ")
_LONG = frozenset("エイ ケイ セイ テイ ネイ ヘイ メイ レイ ゲイ ゼイ デイ ベイ ペイ ドウ コウ トウ ソウ ノウ ホウ モウ ロウ オウ".split())


class Variant(NamedTuple):
    """A word in one of its spellings: `word` is the same for all of them, `spelling` differs, `kind` says how."""

    start: int
    end: int
    kind: str  # loan | okurigana | kana
    word: tuple[str, ...]
    spelling: str


def variants(string: str, tokens: Sequence[Token]) -> Iterator[Variant]:
    """The words of a text that could be written otherwise.

    >>> from tqa.lang.ja.tagger import tokens
    >>> text = "サーバの引渡しができる。"
    >>> [(v.kind, v.spelling) for v in variants(text, tokens(text))]
    [('loan', 'サーバ'), ('okurigana', '引渡し'), ('kana', 'でき')]
    """
    for index, token in enumerate(tokens):
        if not token.known or len(token.surface) < 2 or token.pos in ("name", "particle", "auxiliary", "mark"):
            continue
        before = tokens[index - 1] if index and tokens[index - 1].end == token.start else None
        after = tokens[index + 1] if index + 1 < len(tokens) and tokens[index + 1].start == token.end else None
        found = _loan(token, before, after) or _either_way(token, before) or _okurigana(token, before, after)
        if found:
            yield found


def _loan(token: Token, before: Token | None, after: Token | None) -> Variant | None:
    if token.pos != "noun" or len(token.surface) < 3 or not all("ァ" <= c <= "ヺ" or c == "ー" for c in token.surface):
        return None
    if not all("ァ" <= c <= "ヺ" or c == "ー" for c in token.lemma):
        return None
    if any(other and (other.pos == "name" or other.surface == "・" or not other.known) for other in (before, after)):
        return None  # part of a name, which has its own spelling
    return Variant(token.start, token.end, "loan", (token.lemma, token.origin, _sound(token.surface)), token.surface)


def _sound(word: str) -> str:
    """What the spellings of a loan share: インターフェイス and インタフェース, ヴァイオリン and バイオリン; not チップス, チップ.

    >>> _sound("インターフェイス") == _sound("インタフェース"), _sound("ウィンドウ") == _sound("ウインドー")
    (True, True)
    """
    for written, plain in _SOUNDS:
        word = word.replace(written, plain)
    word = word.translate(_SIZES)
    return "".join(c for at, c in enumerate(word) if c != "ー" and not (at and word[at - 1] + c in _LONG))


def _either_way(token: Token, before: Token | None) -> Variant | None:
    if token.lemma not in _either():
        return None
    helping = before is not None and before.surface in ("て", "で")
    if token.lemma in _HELPING and not helping:
        return None
    spelling = _stem(token)
    word = (token.lemma, token.pos, token.inflection)
    return Variant(token.start, token.end, "kana", word, spelling) if spelling else None


def _okurigana(token: Token, before: Token | None, after: Token | None) -> Variant | None:
    kanji = "".join(char for char in token.surface if is_kanji(char))
    if not kanji or token.pos not in ("noun", "verb") or not _native(token):
        return None
    if token.pos == "noun" and any(other and other.pos in _COMPOUND for other in (before, after)):
        return None
    if token.pos == "noun" and after and after.lemma in ("られる", "れる", "ます", "た", "て"):
        return None  # a verb that the tagger took for a noun: 付替えられる
    stem = _stem(token)
    word = (token.lemma, token.pos, token.inflection, kanji)  # 使える is another verb than 使う
    return Variant(token.start, token.end, "okurigana", word, stem) if stem else None


def _native(token: Token) -> bool:
    """True for a word whose lemma shows kana: the others have one spelling."""
    return any("ぁ" <= char <= "ん" for char in token.lemma)


def _stem(token: Token) -> str:
    """The spelling without what conjugation changes: 行な of 行なっ, 現れ of 現れる."""
    if not token.inflection:
        return token.surface
    if token.inflection.startswith("五段"):
        return token.surface[: -2 if token.form.startswith("意志推量形") else -1]
    if token.inflection.startswith(("上一段", "下一段")):
        ends = token.form.startswith(("終止形", "連体形", "仮定形", "命令形", "意志推量形"))
        return token.surface.rstrip("うよ")[: -1 if token.surface[-1] in "るれろ" else None] if ends else token.surface
    return ""


@cache
def _either() -> frozenset[str]:
    return frozenset(EITHER_WAY)
