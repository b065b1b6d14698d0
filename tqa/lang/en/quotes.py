"""Quotation marks and brackets in English: which open, which close, which are apostrophes, and what pairs with what."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_BRACKETS = {"(": ")", "[": "]", "{": "}", "（": "）", "［": "］", "「": "」", "『": "』", "【": "】"}
_CLOSERS = {close: open_ for open_, close in _BRACKETS.items()}
_ELISIONS = frozenset(["tis", "twas", "em", "til", "cause", "bout", "round", "n", "cept", "nuff"])


class Mark(NamedTuple):
    """A quotation mark or bracket. `family`: double, single or the opening bracket; `role`: open | close | either."""

    at: int
    family: str
    role: str


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"[“”„‟\"‘’'()\[\]{}（）［］「」『』【】]")


def marks(string: str) -> list[Mark]:
    """The marks of a text in order, without apostrophes, inches and list numbers like "1)".

    >>> [(mark.at, mark.role) for mark in marks("Japan’s “plan” (6'2\\")")]
    [(8, 'open'), (13, 'close'), (15, 'open'), (20, 'close')]
    """
    found: list[Mark] = []
    depth = 0
    for match in _marks().finditer(string):
        mark = _mark(string, match.start(), depth)
        if mark is None:
            continue
        if mark.family not in ("double", "single"):
            depth += 1 if mark.role == "open" else -1 if depth else 0
        found.append(mark)
    return found


def _mark(string: str, at: int, depth: int) -> Mark | None:
    char = string[at]
    before, after = string[at - 1 : at] if at else "", string[at + 1 : at + 2]
    if char in _BRACKETS:
        return Mark(at, char, "open")
    if char in _CLOSERS:
        if char == ")" and ((not depth and _is_list_number(string, at)) or _is_face(string, at)):
            return None
        return Mark(at, _CLOSERS[char], "close")
    if char in "“„‟":
        return Mark(at, "double", "open")
    if char == "”":
        return Mark(at, "double", "close")
    if char == '"':
        if before.isdigit() and _is_inches(string, at):
            return None
        return Mark(at, "double", _straight(before, after))
    return _single(string, at, before, after)


def _straight(before: str, after: str) -> str:
    opens = not before or before.isspace() or before in "([{-–—/“‘'"
    closes = not after or after.isspace() or after in ".,;:!?)]}-–—/”’'"
    return "open" if opens and not closes else "close" if closes and not opens else "either"


def _single(string: str, at: int, before: str, after: str) -> Mark | None:
    char = string[at]
    if char == "‘":
        # ‘90s and ‘tis, typed with the wrong curl
        return None if after.isdigit() or _elided(string, at) else Mark(at, "single", "open")
    if before.isalnum() and after.isalnum():
        return None  # don't, O'Brien
    if before.isdigit() and char == "'":
        return None  # feet
    if after.isdigit() and re.match(r"\d0?s\b|\d\d\b", string[at + 1 : at + 5]):
        return None  # '90s, '24
    if not before or (not before.isalnum() and before not in ".,!?;:…%)]”\"’'"):
        if char == "’" or _elided(string, at):
            return None
        return Mark(at, "single", "open")
    if before in "sSxzZ" and (after.isspace() or not after):
        return Mark(at, "single", "maybe")  # the workers' rights: an apostrophe, or the end of a quotation
    if before.isalpha() and re.search(r"(?:in|n|o|ol|th|goin)$", string[max(at - 4, 0) : at]) and after.isspace():
        return Mark(at, "single", "maybe")  # goin', o'
    return Mark(at, "single", "close")


def _elided(string: str, at: int) -> bool:
    word = re.match(r"[A-Za-z]+", string[at + 1 : at + 8])
    return bool(word) and word is not None and word.group().lower() in _ELISIONS


def _is_inches(string: str, at: int) -> bool:
    """6'2", 15" or 3.5": a figure before, and no quotation open on it (`"in 2020"`)."""
    figure = re.search(r"(\d+'\s?)?\d+(?:\.\d+)?$", string[:at])
    if figure is None:
        return False
    if figure.group(1):
        return True
    straight = string.count('"', 0, figure.start())
    return straight % 2 == 0 and not string[figure.start() - 1 : figure.start()] == '"'


def _is_list_number(string: str, at: int) -> bool:
    return bool(re.search(r"(?:^|[\s;:,.、。])(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})$", string[max(at - 6, 0) : at]))


def _is_face(string: str, at: int) -> bool:
    return bool(re.search(r"[:;=8][-^']?$|[;:]$|\^_?\^;?$", string[max(at - 3, 0) : at]))


class Pairing(NamedTuple):
    """What pairs with what: spans (marks included), and the marks that stay alone."""

    pairs: tuple[tuple[int, int], ...]
    alone: tuple[Mark, ...]


def pair(string: str) -> Pairing:
    """Pair the marks of a text, nesting respected; a mark that "may be" an apostrophe counts only where it closes."""
    pairs: list[tuple[int, int]] = []
    alone: list[Mark] = []
    stack: list[Mark] = []
    for mark in marks(string):
        opener = next((index for index in range(len(stack) - 1, -1, -1) if stack[index].family == mark.family), None)
        role = mark.role
        if role == "either":
            role = "close" if opener is not None else "open"
        if role == "open":
            stack.append(mark)
        elif opener is None:
            if role == "close":
                alone.append(mark)
        elif role == "close" or _closes_there(string, stack[opener], mark):
            alone.extend(stack[opener + 1 :])
            pairs.append((stack[opener].at, mark.at + 1))
            del stack[opener:]
    alone.extend(stack)
    return Pairing(tuple(sorted(pairs)), tuple(sorted(alone)))


def _closes_there(string: str, opener: Mark, mark: Mark) -> bool:
    """A doubtful single mark closes unless a surer one follows before the text ends."""
    rest = string[mark.at + 1 :]
    return not re.search(r"[^\s\w][’'](?=\s|$)|\w[’'](?=[.,;:!?)]|$)", rest[:200])


def quotations(string: str) -> tuple[tuple[int, int], ...]:
    """Spans in paired quotation marks, marks included.

    >>> quotations("He said “no” twice.")
    ((8, 12),)
    """
    if not any(mark in string for mark in "“\"‘'「『"):
        return ()
    openers = "“„‟\"‘’'「『"
    return tuple(span for span in pair(string).pairs if string[span[0]] in openers)
