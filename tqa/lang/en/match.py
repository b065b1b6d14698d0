"""Glossary forms in English text: the word-by-word walk that verifies a candidate. `filing` makes what it walks by."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from tqa.lang.en.closed import AUXILIARIES, POSSESSIVES
from tqa.lang.en.tokens import Token

GAP = ("…",)  # one to four words
OWNER = ("one's",)  # any possessive: his, their, the minister's
GAP_WORDS = 4

# Marks that may stand between the words of a form.
TIGHT = "-‐‑‒–—―'’"
LOOSE = TIGHT + "“”\",&/"
BRACKETS = LOOSE + "()[]:;"

# A gap stands for words of one phrase: it does not step over a verb or into another clause.
_GAP_STOPS = AUXILIARIES | frozenset("be been not that which who but because if when while".split())


class Pattern(NamedTuple):
    """A form ready to match: `words` are the keys allowed at each place, `capitals` what the form's own letters demand
    of each word: "" nothing, "A" a capital, "AA" all capitals; `between` are the marks that may stand between words."""

    words: tuple[tuple[str, ...], ...]
    capitals: tuple[str, ...]
    between: str


def candidates(
    side: Any, index: dict[str, tuple[Any, ...]], remember: Callable[[int], Any]
) -> Iterator[tuple[int, int, int]]:
    """(form, start, end) of every form that stands in the side."""
    found = side.tokens
    string = side.string
    for place, token in enumerate(found):
        row = index[token.key]
        if not row:
            continue
        before = found[place - 1].key if place else ""
        after = found[place + 1].key if place + 1 < len(found) else ""
        for number in _possible(row, before, after):
            form = Pattern(*remember(number))
            for anchor, word in enumerate(form.words):
                span = _verify(string, found, place, form, anchor) if token.key in word else None
                if span is not None:
                    yield number, found[span[0]].start, _end(found[span[1]])
                    break


def _possible(row: tuple[Any, ...], before: str, after: str) -> list[int]:
    """The ids in a row of the index whose neighbour may be the one that stands there."""
    return [number for number, step, start in row if (after if step > 0 else before if step else "").startswith(start)]


def _end(token: Token) -> int:
    """The end of a word without its possessive ending: “Abe's” ends after “Abe”."""
    if token.possessive and token.text[-2:].lower() in ("'s", "’s"):
        return token.end - 2
    return token.end


def _verify(
    string: str, found: tuple[Token, ...], place: int, form: Pattern, anchor: int
) -> tuple[int, int] | None:
    if not _fits(found[place], form, anchor):
        return None
    last = _walk(string, found, place, form, anchor, 1)
    if last is None:
        return None
    first = _walk(string, found, place, form, anchor, -1)
    return None if first is None else (first, last)


def _fits(token: Token, form: Pattern, at: int) -> bool:
    if token.key not in form.words[at]:
        return False
    capital = form.capitals[at]
    return not capital or token.text.isupper() or (capital == "A" and token.text[:1].isupper())


def _walk(string: str, found: tuple[Token, ...], place: int, form: Pattern, at: int, step: int) -> int | None:
    """Match the elements beyond `at` in one direction; the place of the last word, or None."""
    at += step
    if not 0 <= at < len(form.words):
        return place
    word = form.words[at]
    following = place + step
    between = LOOSE if word == GAP else form.between
    if not 0 <= following < len(found) or not _joined(string, found, place, following, between):
        return None
    if word == GAP:
        return _gap(string, found, following, form, at, step)
    if word == OWNER:
        return _owner(string, found, following, form, at, step)
    if not _fits(found[following], form, at):
        return None
    return _walk(string, found, following, form, at, step)


def _gap(string: str, found: tuple[Token, ...], place: int, form: Pattern, at: int, step: int) -> int | None:
    for _ in range(GAP_WORDS):
        end = _walk(string, found, place, form, at, step) if found[place].key not in _GAP_STOPS else None
        if end is not None:
            return end
        if found[place].key in _GAP_STOPS or not 0 <= place + step < len(found):
            return None
        if not _joined(string, found, place, place + step, LOOSE):
            return None
        place += step
    return None


def _owner(string: str, found: tuple[Token, ...], place: int, form: Pattern, at: int, step: int) -> int | None:
    token = found[place]
    if token.key in POSSESSIVES or token.key == "whose":
        return _walk(string, found, place, form, at, step)
    if step < 0 and not token.possessive:
        return None
    for _ in range(GAP_WORDS + 1):
        if step < 0 or token.possessive:
            end = _walk(string, found, place, form, at, step)
            if end is not None:
                return end
        place += step
        if not 0 <= place < len(found):
            return None
        token = found[place]
    return None


def _joined(string: str, found: tuple[Token, ...], one: int, other: int, marks: str) -> bool:
    """True if nothing but spaces and some marks stands between two neighbouring words."""
    low, high = min(one, other), max(one, other)
    gap = string[found[low].end : found[high].start]
    return gap in (" ", "-") or all(char in marks or char.isspace() for char in gap)
