"""Glossary forms in Japanese text: exact strings after folding, with word boundaries as a veto for short ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tqa.lang.fold import fold


def candidates(
    side: Any, index: dict[str, str], remember: Callable[[int, Any], str]
) -> Iterator[tuple[int, int, int]]:
    """(form, start, end) of every form that stands in the side."""
    if not index:
        return
    sizes = _sizes(index)
    string = fold(side.string)
    for at in range(len(string)):
        for size in (*sizes.get(string[at : at + 2], ()), 1):
            found = index.get(string[at : at + size])
            if found is not None and at + size <= len(string) and not _inside_a_word(side, string, at, at + size):
                for number in found.split():
                    yield int(number), at, at + size


_SIZES: list[tuple[dict[str, str], dict[str, tuple[int, ...]]]] = []  # of the last index


def _sizes(index: dict[str, str]) -> dict[str, tuple[int, ...]]:
    """How long the forms are that begin with two characters, per index."""
    if not _SIZES or _SIZES[0][0] is not index:
        found: dict[str, set[int]] = {}
        for form in index:
            if len(form) > 1:
                found.setdefault(form[:2], set()).add(len(form))
        _SIZES[:] = [(index, {start: tuple(sizes) for start, sizes in found.items()})]
    return _SIZES[0][1]


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
    return "\u4e00" <= char <= "\u9fff" or char == "々"
