"""How a Japanese translation renders the terms and names of its English source over a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tqa.model import Segment
from tqa.rules._drift import Use
from tqa.rules._renderings import Rendering

_HEARD = 0.1  # of the consonants of a name may differ
_SLIPS = 2  # kana in which two spellings of one name differ
_BEFORE = ("その他の", "当該", "上記", "本", "各", "同", "全")  # no part of a term


def terms(segments: Sequence[Segment]) -> dict[str, list[Rendering]]:
    """Terms of two English words and more with their sure Japanese renderings, one at a place."""
    from tqa.lang.counterparts.located import located, whole
    from tqa.lang.ja.tagger import tokens

    found: dict[str, list[Rendering]] = {}
    for segment in segments:
        if segment.source is None or segment.kind == "heading" or not segment.confident:
            continue
        target, source = segment.target.string, segment.source.string
        for one in located(target, source, frozenset(term.form for term in whole(target))):
            start, end = one.term.start, one.term.end
            for word in _BEFORE:
                if target.startswith(word, start) and end - start > len(word) + 1:
                    apart = any(token.start == start + len(word) for token in tokens(target))  # not 同 of 同期時刻
                    start += len(word) if apart else 0
            form = target[start:end]
            if len(one.key) > 1 and not form.startswith(_BEFORE) and not any(char in form for char in "。？?！!"):
                words = segment.source.tokens[one.first : one.last]
                item = Rendering(Use(segment, start, end, form, form), (form,), (words[0].start, words[-1].end),
                                 True, one.guessed)  # fmt: skip
                found.setdefault(" ".join(one.key), []).append(item)
    return found


def differ(one: Rendering, other: Rendering) -> bool:
    """Whether two renderings of a term are two: neither says only less, nor is it another spelling of the other."""
    mine, theirs = one.use.form, other.use.form
    return mine not in theirs and theirs not in mine and _plain(mine) != _plain(theirs) and not _sides(mine, theirs)


def _sides(one: str, other: str) -> bool:
    """True for two sides of one thing: 画面右側, 画面左側."""
    differing = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    return len(one) == len(other) and len(differing) == 1 and "".join(sorted(differing[0])) in _OPPOSED


_OPPOSED = frozenset("".join(sorted(pair)) for pair in "左右 上下 前後 内外 東西 南北 男女 新旧 大小 親子 父母 入出 始終".split())


def _plain(form: str) -> str:
    """A form without what spelling may vary: long vowels, kana between kanji, dots, spaces, capitals."""
    return re.sub(r"[ーぁ-ん・\s]", "", form).lower()


def scripts(segments: Sequence[Segment]) -> dict[str, list[Rendering]]:
    """Names of the source with the places where they are kept in Latin letters or written in katakana."""
    pairs = [(segment, segment.source) for segment in segments if segment.source is not None and segment.confident]
    small = {token.key for _, source in pairs for token in source.tokens if not token.capital}
    names = {token.key for _, source in pairs for token in source.tokens if token.capital} - small
    found: dict[str, list[Rendering]] = {}
    for segment, source in pairs:
        if segment.kind == "heading" or segment.target.string.isascii():
            continue
        seen: set[str] = set()
        for token in source.tokens:
            name = token.text[: len(token.key)]
            if token.key in seen or token.key in small or not _is_name(name):
                continue
            seen.add(token.key)
            for start, end in _written(name, segment.target.string):
                form = segment.target.string[start:end]
                if _sounds_like(form, names - {token.key}):
                    continue  # ライセンサー, ライセンシー: it may be the other's
                use = Use(segment, start, end, form, form)
                place = (token.start, token.start + len(name))
                found.setdefault(name, []).append(Rendering(use, (form,), place, True))
    return found


def _is_name(word: str) -> bool:
    return len(word) > 3 and word.isascii() and word.isalpha() and word[0].isupper() and word[1:].islower()


def _written(name: str, target: str) -> Iterator[tuple[int, int]]:
    """Where a name stands: alone in Latin letters, not as a part of a longer Latin name; else in katakana."""
    latin = re.search(rf"(?<![A-Za-z0-9]){name}(?![A-Za-z0-9])", target)
    if latin:
        before, after = target[: latin.start()].rstrip(" ")[-1:], target[latin.end() :].lstrip(" ")[:1]
        if not any(char.isascii() and char.isalnum() for char in (before, after)):
            yield latin.span()
        return
    from tqa.lang.ja.loans import unlike

    for match in _katakana().finditer(target):
        if unlike(match.group(), name.lower()) <= _HEARD:
            yield match.span()
            return


def _sounds_like(form: str, names: set[str]) -> bool:
    """Whether katakana sounds like one of some names, too."""
    from tqa.lang.ja.loans import unlike

    return not form.isascii() and any(len(name) > 3 and unlike(form, name) <= _HEARD for name in names)


@cache
def _katakana() -> re.Pattern[str]:
    return re.compile(r"[ァ-ヺ][ァ-ヺー]{2,}")


def scripts_differ(one: Rendering, other: Rendering) -> bool:
    """Whether a name stands in two scripts, or in two spellings in katakana: ウォルター, ワルター."""
    from tqa.lang.distance import distance

    mine, theirs = one.use.form, other.use.form
    if mine.isascii() != theirs.isascii():
        return True
    return _plain(mine) != _plain(theirs) and distance(mine, theirs, _SLIPS) <= _SLIPS
