"""Glossary forms in English as an index for `match`: inflected once, when a glossary is compiled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tqa.lang.en.forms import elements
from tqa.lang.en.match import BRACKETS, GAP, LOOSE, OWNER, TIGHT, Pattern
from tqa.lang.en.tokens import tokens


def filed(forms: Sequence[tuple[int, str, str, str]]) -> tuple[dict[str, tuple[Any, ...]], dict[int, Pattern]]:
    """The ids of forms (id, text, kind, case), each under the inflected forms of that word of it which fewest other
    forms have, with the step to a neighbour and what that begins with: (57, 1, "treat"), (58, -1, "peac"), (59, 0, "");
    and each form as `candidates` needs it, so that no run has to inflect."""
    patterns = {number: pattern(form, kind, case) for number, form, kind, case in forms}
    counts: dict[str, int] = {}
    for form in patterns.values():
        for word in form.words:
            counts[word[0]] = counts.get(word[0], 0) + 1
    index: dict[str, list[tuple[int, int, str]]] = {}
    for number, form in patterns.items():
        places = [place for place, word in enumerate(form.words) if word not in (GAP, OWNER)]
        if places:
            place = min(places, key=lambda at: (counts[form.words[at][0]], -len(form.words[at][0])))
            for key in form.words[place]:
                index.setdefault(key, []).append((number, *_neighbour(form.words, place)))
    return {key: tuple(found) for key, found in index.items()}, patterns


def _neighbour(words: tuple[tuple[str, ...], ...], place: int) -> tuple[int, str]:
    """What the word after a place begins with (step 1), or else the word before it (step -1)."""
    for step in (1, -1):
        at = place + step
        if 0 <= at < len(words) and words[at] not in (GAP, OWNER):
            start = words[at][0]
            while not all(key.startswith(start) for key in words[at]):
                start = start[:-1]
            return step, start
    return 0, ""


def pattern(form: str, kind: str, case: str) -> Pattern:
    """A form as the walk needs it."""
    words = elements(form, kind)
    capitals = [""] * len(words)
    if case in ("exact", "title"):
        shown = [token.text for token in tokens(form.replace("…", " ").replace("one's", " "))]
        literal = [place for place, word in enumerate(words) if word not in (GAP, OWNER)]
        if len(shown) == len(literal):
            for place, text in zip(literal, shown, strict=True):
                capitals[place] = "AA" if text.isupper() and len(text) > 1 else "A" if text[:1].isupper() else ""
    return Pattern(tuple(words), tuple(capitals), _between(form))


def _between(form: str) -> str:
    """A form that holds a comma or a bracket may have such marks between its words in a text, too."""
    return BRACKETS if any(mark in "()[]:;" for mark in form) else LOOSE if "," in form else TIGHT
