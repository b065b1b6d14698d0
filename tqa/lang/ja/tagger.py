"""Japanese words by MeCab (fugashi + unidic-lite): the only module that imports fugashi.

The tagger's readings and parts of speech are hints. It reads 菅 as カン whoever is meant, and takes the 三 of 第三者 for
a number: rules may use it to veto and to suggest, never as the only evidence.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tqa.lang.fold import fold

if TYPE_CHECKING:
    from fugashi import Tagger


class Token(NamedTuple):
    """One word; `start` and `end` are code points in the text given to `tokens`."""

    start: int
    end: int
    surface: str
    pos: str  # coarse: noun name number pronoun verb adjective adverb … (the values of _POS, plus "name" and "number")
    detail: str  # names: surname given person country place other; the rest: UniDic's finer classes joined by "-"
    lemma: str  # dictionary form that unites spellings (引渡し = 引き渡し); a name's or unknown word's own surface
    origin: str  # the foreign word that a loan comes from, lower case (コンピューター: computer), else ""
    reading: str  # katakana of this form, as written (とうきょう: トウキョウ); "" when unknown
    inflection: str  # conjugation class (五段-マ行) or ""
    form: str  # conjugation form (連用形-促音便) or ""
    known: bool  # in the dictionary
    said: str = ""  # katakana as pronounced, ー for a long vowel (とうきょう: トーキョー); "" when unknown


_POS = {
    "名詞": "noun", "代名詞": "pronoun", "動詞": "verb", "形容詞": "adjective", "形状詞": "shape", "副詞": "adverb",
    "連体詞": "adnominal", "接続詞": "conjunction", "感動詞": "interjection", "助詞": "particle", "助動詞": "auxiliary",
    "接頭辞": "prefix", "接尾辞": "suffix", "補助記号": "mark", "記号": "symbol", "空白": "mark",
}  # fmt: skip
_NAMES = {"姓": "surname", "名": "given", "国": "country"}


@cache
def _tagger() -> Tagger:
    from fugashi import Tagger

    return Tagger()


@lru_cache(1024)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text` in order. Spaces and line breaks between words belong to no token.

    >>> [(t.surface, t.pos, t.lemma, t.reading) for t in tokens("京都で飲む")]
    [('京都', 'name', '京都', 'キョウト'), ('で', 'particle', 'で', 'デ'), ('飲む', 'verb', '飲む', 'ノム')]
    """
    out, at = [], 0
    for node in _tagger()(fold(text).replace("\0", " ")):  # MeCab ends a text at NUL
        start = at + len(node.white_space)
        at = start + len(node.surface)
        out.append(Token(start, at, text[start:at], *_features(node.surface, node.feature_raw)))
    return tuple(out)


@lru_cache(50_000)
def _features(surface: str, raw: str) -> tuple[str, str, str, str, str, str, str, bool, str]:
    """Everything of a Token after its surface. Reading a node's `feature` is slow, hence the cache on its raw text."""
    fields = _split(raw)
    known = len(fields) > 17
    pos, detail = _class(fields)
    kana = fields[17] if known else ""
    head, _, origin = fields[7].partition("-") if known else (surface, "", "")
    lemma = surface if pos == "name" or not head else head
    reading = kana or (surface if _is_kana(surface) else "")
    # A dash in a native lemma marks a sense (此方-代名詞, プーチン-外国), a Latin word after it the origin of a loan.
    origin = origin.lower() if origin and origin[0].isascii() and origin[0].isalpha() else ""
    inflection, form = (field if field != "*" else "" for field in fields[4:6])
    return pos, detail, lemma, origin, reading, inflection, form, known, fields[9] if known else ""


def _split(raw: str) -> list[str]:
    if '"' not in raw:
        return raw.split(",")
    import csv

    return next(csv.reader([raw]))


def _class(fields: list[str]) -> tuple[str, str]:
    if fields[1] == "固有名詞":
        kind = {"人名": "person", "地名": "place"}.get(fields[2], "other")
        return "name", _NAMES.get(fields[3], kind)
    if fields[1] == "数詞":
        return "number", ""
    return _POS.get(fields[0], "symbol"), "-".join(field for field in fields[1:4] if field != "*")


def _is_kana(text: str) -> bool:
    return bool(text) and all("ァ" <= c <= "ヶ" or c == "ー" for c in text)
