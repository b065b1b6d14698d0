"""Glossary forms in Japanese text: exact strings after folding, with word boundaries as a veto for short ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tqa.lang.fold import fold
from tqa.lang.ja.characters import is_kanji

_START = 2  # characters
_SIZES = "#"  # begins a key that holds the lengths of the forms with one start


def filed(forms: Sequence[tuple[int, str, str, str]]) -> tuple[dict[str, tuple[int, ...]], dict[int, Any]]:
    """The ids of forms under the whole form, and under its start how long such forms are."""
    ids: dict[str, list[int]] = {}
    sizes: dict[str, set[int]] = {}
    for number, form, _, _ in forms:
        text = fold(form)
        if text:
            ids.setdefault(text, []).append(number)
            sizes.setdefault(_SIZES + text[:_START], set()).add(len(text))
    return {text: tuple(found) for text, found in ids.items()} | {key: tuple(sorted(sizes[key])) for key in sizes}, {}


def candidates(side: Any, index: dict[str, tuple[int, ...]], remember: Any) -> Iterator[tuple[int, int, int]]:
    """(form, start, end) of every form that stands in the side."""
    string = fold(side.string)
    for at in range(len(string)):
        for start in (string[at : at + _START], string[at]):
            for size in index[_SIZES + start]:
                end = at + size
                found = index[string[at:end]] if end <= len(string) else ()
                if found and not _inside_a_word(side, string, at, end):
                    for number in found:
                        yield number, at, end
            if at + 1 == len(string):
                break


def _inside_a_word(side: Any, string: str, start: int, end: int) -> bool:
    """True where the form is only a part of a longer word: ワード in パスワード, 京都 in 東京都, 菅 in 菅原."""
    if _katakana(string[start]) and start and _katakana(string[start - 1]):
        return True
    if _katakana(string[end - 1]) and end < len(string) and _katakana(string[end]):
        return True
    if string[start].isascii() and string[start].isalnum() and start and string[start - 1].isascii():
        return string[start - 1].isalnum()
    if end - start > 2 or not _han(string[start]):
        return False
    if not (start and _han(string[start - 1])) and not (end < len(string) and _han(string[end])):
        return False
    return not any(token.start == start for token in side.tokens) or not any(token.end == end for token in side.tokens)


def _katakana(char: str) -> bool:
    return "ァ" <= char <= "ヿ" and char != "・"


def _han(char: str) -> bool:
    return is_kanji(char) or char == "々"
