"""Marks in a text as HTML: any overlap is split into flat parts, and whatever the text holds is only text."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import Any, NamedTuple

from tqa.model import SEVERITIES
from tqa.text import Text


class Mark(NamedTuple):
    """What to mark at `start:end` of a string. `role` is target, source or related."""

    start: int
    end: int
    number: int
    severity: str
    role: str = "target"


@cache
def _unsafe() -> Any:
    """Characters with a meaning in HTML, and those that show nothing or turn the direction of what follows."""
    import re

    control, turning = r"\x00-\x08\x0b-\x1f\x7f-\x9f", r"\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    return re.compile(rf"""[&<>"'{control}{turning}\ufeff\ufffe\uffff\ud800-\udfff]""")


_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": ""}


def escape(text: str) -> str:
    """Text for HTML, in elements and in quoted attributes; what cannot be seen is named.

    >>> escape("<a> & 'b'"), escape("a\\x07\\u202eb")
    ('&lt;a&gt; &amp; &#39;b&#39;', 'a‹U+0007›‹U+202E›b')
    """
    return _unsafe().sub(_shown, text)


def _shown(found: Any) -> str:
    char = found.group()
    return _NAMED[char] if char in _NAMED else f"‹U+{ord(char):04X}›"


def find(text: Text, start: int, end: int) -> tuple[int, int]:
    """Where `start:end` of the file stands in a text's string: the inverse of `Text.locate`.

    >>> find(Text.plain("the gate", 10), 14, 18)
    (4, 8)
    """
    if not text.pieces:
        return 0, 0
    starts = [piece.start for piece in text.pieces]
    first = _offset(text, max(bisect_right(starts, start) - 1, 0), start, False)
    if start == end:
        return first, first
    last = _offset(text, max(bisect_right(starts, end - 1) - 1, 0), end, True)
    return first, max(first, last)


def _offset(text: Text, index: int, place: int, after: bool) -> int:
    piece = text.pieces[index]
    if place >= piece.end and not after:
        return piece.at + piece.size
    if piece.form:
        return piece.at + (piece.size if after else 0)
    return piece.at + min(max(place - piece.start, 0), piece.size)


def marked(text: Text, marks: list[Mark]) -> str:
    """A text with its marks. Each stretch between two borders is one element that names all its findings; the first
    stretch of a finding carries its anchor."""
    string = text.string
    if not marks:
        return escape(string)
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    borders = {0, len(string)}
    for mark in marks:
        opening.setdefault(mark.start, []).append(mark)
        closing.setdefault(mark.end, []).append(mark)
        borders.update((mark.start, mark.end))
    parts: list[str] = []
    active: list[Mark] = []
    order = sorted(borders)
    for at, until in zip(order, [*order[1:], len(string)], strict=True):
        points = [mark for mark in opening.get(at, ()) if mark.start == mark.end]
        active = [mark for mark in active if mark.end > at]
        active += [mark for mark in opening.get(at, ()) if mark.start < mark.end]
        parts.extend(f"<span id='m{mark.number}'></span>" for mark in opening.get(at, ()) if mark.role == "target")
        if points:
            parts.append(_element(points, ""))
        if at < until:
            inside = escape(string[at:until])
            parts.append(_element(active, inside) if active else inside)
    return "".join(parts)


def _element(marks: list[Mark], inside: str) -> str:
    spoken = [mark for mark in marks if mark.role != "related"]
    worst = min((SEVERITIES.index(mark.severity) for mark in spoken), default=None)
    shown = f" data-s='{SEVERITIES[worst]}'" if worst is not None else ""
    own = " ".join(str(mark.number) for mark in spoken)
    other = " ".join(str(mark.number) for mark in marks if mark.role == "related")
    return f"<mark{shown} data-f='{own}' data-r='{other}'>{inside}</mark>"
