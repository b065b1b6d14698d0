"""Pairs of opposites, each pole with its Japanese words and the English words that render it. By hand.

Only pairs whose English is hard to mistake belong here. A pole keeps its English as keys of the lexicon.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from tqa.lang.en.closed import NEGATIVES
from tqa.lang.tables import rows


class Pole(NamedTuple):
    """One of two opposites: Japanese dictionary forms, and English words or phrases that render it.
    `plain` are those that mean nothing else."""

    ja: frozenset[str]
    en: frozenset[tuple[str, ...]]
    plain: frozenset[tuple[str, ...]]

    @property
    def kanji(self) -> frozenset[str]:
        return frozenset(char for form in self.ja for char in form if "一" <= char <= "鿿")


@cache
def pairs() -> tuple[tuple[Pole, Pole], ...]:
    """The table, in both directions."""
    found = []
    for (line,) in rows("opposites.txt"):
        one, other = (_pole(part) for part in line.split(" || "))
        found += [(one, other), (other, one)]
    return tuple(found)


def _pole(text: str) -> Pole:
    ours, theirs = text.split(" / ")
    listed = theirs.split(", ")
    phrases = [tuple(word.removesuffix("'s") for word in phrase.lstrip("~").split()) for phrase in listed]
    plain = (found for found, phrase in zip(phrases, listed, strict=True) if phrase[0] != "~")
    return Pole(frozenset(ours.split()), frozenset(phrases), frozenset(plain))


def is_form(word: str, listed: str) -> bool:
    """True if an English word is a form of the one listed, and no other that has its stem.

    >>> is_form("rose", "rise"), is_form("evenings", "evening"), is_form("even", "evening"), is_form("leave", "left")
    (True, True, False, False)
    """
    from tqa.lang.en.stems import key, stem

    if word == listed or key(word) != key(listed):
        return word == listed
    return word.startswith(listed[:-1]) or (key(listed) == stem(listed) and not listed.endswith("ing"))


def hints(source: str, one: Pole, other: Pole) -> bool:
    """True if something in a Japanese text, be it a part of a name or a compound, may mean the other pole: 義姉 and 姉妹
    have a sister, 温かさ warmth.

    >>> north, south = next(pair for pair in pairs() if "北" in pair[0].ja)
    >>> hints("北部と南極の雪", north, south), hints("北部の雪", north, south)
    (True, False)
    """
    return not (other.kanji - one.kanji).isdisjoint(source) or any(form in source for form in other.ja)


def forms(source: str, tokens: Sequence[Any]) -> list[tuple[str, tuple[int, int]]]:
    """The forms of the table in a Japanese text and where: words as dictionary forms or as written, and longer ones."""
    found = []
    for token in tokens:
        form = token.lemma if token.lemma in _all() else token.surface
        if form in _all():
            found.append((form, (token.start, token.end)))
    ends = {token.end for token in tokens}
    for token in tokens:
        for form in _long().get(source[token.start], ()):
            end = token.start + len(form)
            if source.startswith(form, token.start) and end in ends and end != token.end:
                found.append((form, (token.start, end)))
    return [(form, span) for form, span in found if not any(_holds(other, span) for _, other in found)]


def _holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    """True for 不合格 and the 合格 in it."""
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]


@cache
def _all() -> frozenset[str]:
    return frozenset().union(*(pole.ja for pole, _ in pairs()))


@cache
def _long() -> dict[str, list[str]]:
    """The forms that may be several words, by their first character."""
    found: dict[str, list[str]] = {}
    for form in sorted(_all()):
        if len(form) > 1 and any("一" <= char <= "鿿" for char in form):
            found.setdefault(form[0], []).append(form)
    return found


_NOT = NEGATIVES | frozenset(
    "without hardly scarcely barely less fail lack stop halt avoid prevent unless despite cease".split()
)
_NAI = frozenset(
    "無い 無くなる ない ず ぬ まい 止まる 止める 防ぐ 避ける 不 非 未 無 歯止め 抑える 解消 切れる 見送る 失う 撤回 断念 中止 取り消す 解除 免れる 逃れる 危機 防止 阻止 少ない 懸念".split()
)


_PREFIXES = frozenset("不非未無")
_LATER = frozenset("hold held holding holds postpone forgo shelve refrain put delay skip".split())


def negates(source: Sequence[Any], target: Sequence[Any], span: tuple[int, int], poles: Pole) -> bool:
    """True if one side turns something round and the other does not: then opposites may be right.

    `span` is the source's word, and `poles` has the English of both poles: they do not negate themselves. A prefix
    negates only what it stands before: 不信任 accounts for "no confidence".
    """
    from tqa.lang.en.stems import key

    own = {key(phrase[0]) for phrase in poles.en if len(phrase) == 1}
    turns = _NOT - own
    theirs = sum(token.key.endswith("n't") or not turns.isdisjoint((token.key, key(token.key))) for token in target)
    ours = [token for token in source if token.lemma in _NAI and not span[0] <= token.start < span[1]]
    apart = sum(token.lemma in _PREFIXES and token.end != span[0] for token in ours)
    if any(token.lemma == "見送る" for token in ours):
        theirs += any(token.key in _LATER for token in target)
    both = len(ours) - apart, max(theirs - apart, 0)
    return both not in ((0, 0), (1, 1))
