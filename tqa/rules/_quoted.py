"""Coined phrases: what stands in 「」 in the source and in quotation marks in the translation, one of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tqa.lang.en.names import is_romaji
from tqa.lang.en.phrases import is_content
from tqa.model import Segment
from tqa.rules._drift import Use
from tqa.rules._renderings import Rendering, kin

_EDGES = "“”\"‘’' ,."


def phrases(segments: Sequence[Segment]) -> dict[str, list[Rendering]]:
    """The coined phrases with their renderings, where a segment has but one quotation on either side."""
    found: dict[str, list[Rendering]] = {}
    for segment in segments:
        if segment.source is None or not segment.confident or len(segment.target.quotations) != 1:
            continue
        source = segment.source.string
        quoted = _quoted().search(source)
        if quoted is None or source.count("「") + source.count("『") != 1 or not _coined(quoted.group(1)):
            continue
        start, end = segment.target.quotations[0]
        string = segment.target.string
        gloss = _gloss().match(string, end)
        if gloss and all(is_romaji(word) for word in re.findall(r"[a-zāīūēō]{3,}", string[start:end].lower())):
            start, end = gloss.span(1)  # “Kame no Hashi” (Turtle Bridge)
        while start < end and string[start] in _EDGES:
            start += 1
        while start < end and string[end - 1] in _EDGES:
            end -= 1
        words = [token.key for token in segment.target.tokens if start <= token.start < end and is_content(token.key)]
        if words:
            use = Use(segment, start, end, " ".join(words), string[start:end])
            place = quoted.span(1)
            found.setdefault(quoted.group(1), []).append(Rendering(use, tuple(words), place, True))
    return found


@cache
def _gloss() -> re.Pattern[str]:
    return re.compile(r" \(([A-Z][^()\n]+)\)")


def differ(one: Rendering, other: Rendering) -> bool:
    """Whether two renderings of a phrase have each a content word that is no form of any of the other's."""
    return all(_strange(mine, theirs) for mine, theirs in ((one.key, other.key), (other.key, one.key)))


def _strange(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    joined = "".join(theirs)
    return any(word not in joined and not any(kin(word, other) for other in theirs) for word in mine)


def _coined(phrase: str) -> bool:
    """Whether a phrase is a name or a term: it ends on a noun, and is no cry in kana."""
    from tqa.lang.ja.tagger import tokens

    last = tokens(phrase)[-1]
    return last.pos in ("noun", "name", "suffix") and any("一" <= char <= "鿿" for char in phrase)


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(r"[「『]([^「」『』。！？]{3,16})[」』]")

