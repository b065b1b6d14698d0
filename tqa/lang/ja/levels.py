"""The level of style that a Japanese sentence ends in: polite (です・ます), plain (だ・である) or neither.

Neither are noun endings, fragments, requests with ください, and what ends in brackets or quotation marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tqa.lang.ja.tagger import Token

_TALK = frozenset("よ ね な さ わ ぞ ぜ の かな かしら もん もの じゃん っけ".split())  # particles that end a spoken sentence
_POLITE = frozenset(("です", "ます"))
_PLAIN = frozenset(("verb", "adjective", "auxiliary"))
_REQUESTS = frozenset(("下さる", "為さる", "給う"))


class Ending(NamedTuple):
    """The words that show the level, from `start` to `end`; `level`: polite | plain | ""."""

    start: int
    end: int
    level: str
    spoken: bool


def ending(tokens: Sequence[Token]) -> Ending | None:
    """The level of a sentence from its words; None where it ends in no word.

    >>> from tqa.lang.ja.tagger import tokens
    >>> [ending(tokens(text)).level for text in ("雨です。", "雨が降りました。", "雨である。", "雨が降った。", "雨の予報。")]
    ['polite', 'polite', 'plain', 'plain', '']
    """
    words = list(tokens)
    while words and words[-1].surface in "。．！？!?…":
        words.pop()
    if not words or words[-1].pos in ("mark", "symbol"):
        return None
    spoken = False
    while words and words[-1].pos == "particle":
        last = words.pop()
        if last.surface in _TALK:
            spoken = True
        elif last.surface != "か":
            return Ending(last.start, last.end, "", spoken)
    if not words:
        return None
    at = len(words)
    while at and words[at - 1].pos == "auxiliary":
        at -= 1
    return Ending(_begin(words, at), words[-1].end, _level(words[at:] or words[-1:]), spoken)


def _level(run: Sequence[Token]) -> str:
    """The level of the auxiliaries at the end, or of the last word."""
    last = run[-1]
    if any(token.lemma in _POLITE and token.pos == "auxiliary" for token in run):
        return "polite"
    guess = last.lemma == "だ" and last.form.startswith("意志推量形")
    ends = guess or last.form.startswith(("終止形", "連体形"))
    return "plain" if ends and last.pos in _PLAIN and last.lemma not in _REQUESTS else ""


def _begin(words: Sequence[Token], at: int) -> int:
    """Where the predicate starts that the auxiliaries from `at` on belong to: 述べて|い|た from 述べ."""
    at = max(at - 1, 0)
    while at > 1 and words[at].detail == "非自立可能" and words[at - 1].surface in ("て", "で"):
        at -= 2
    return words[at].start
