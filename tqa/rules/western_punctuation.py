"""Western commas, full stops and quotation marks between Japanese words.

Japanese has 、 and 。 (or ，and ．) and 「」; the half-width marks of the English text were left standing. Commas in
numbers, in English phrases and in code are in order; quotation marks are only noted.

Bad: 資料を読み⟦,⟧意見を送る⟦.⟧次の会議は来月です。
Good: 資料を読み、意見（A, B）を送る。値は3.5です。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tqa.model import Place, Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="western-punctuation",
    summary="Western commas, full stops or quotation marks between Japanese words",
    severity="minor",
    category="locale-conventions/punctuation",
    scope="document",
    lang="ja",
    fix="unsafe",
)
_SHOWN = 3  # places of a mark that are findings; the rest are related places
_ENGLISH = 5  # words
_JAPANESE = {",": "、", ".": "。", "!": "！", "?": "？"}


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    places: dict[str, list[tuple[Segment, int, int]]] = {}
    for segment in segments:
        if segment.kind == "heading":
            continue  # entries of an index put a comma so
        side = segment.target
        for match in _marks().finditer(side.string):
            there = _japanese().search(match.group()[1:-1] or "あ") and not side.is_protected(*match.span())
            if there and not _in_english(side.string, match.start()):
                places.setdefault(match.group()[0], []).append((segment, *match.span()))
    for mark, found in places.items():
        yield from _report(mark, found)


def _in_english(text: str, at: int) -> bool:
    """True if the sentence that a mark ends is English with a few Japanese words in it."""
    start = max(text.rfind(mark, 0, at) for mark in "。！？\n") + 1
    words = re.findall(r"[A-Za-z]{2,}", text[start:at])
    return len(words) > _ENGLISH and len(words) * 2 > sum(not char.isascii() for char in text[start:at])


def _report(mark: str, found: Sequence[tuple[Segment, int, int]]) -> Iterator[Problem]:
    for index, (segment, start, end) in enumerate(found[:_SHOWN]):
        rest = found[_SHOWN:] if not index else ()
        related = tuple(Place(one, low, high, f"here “{one.target.string[low:high]}”") for one, low, high in rest)
        wanted = _JAPANESE.get(mark)
        if wanted:
            message = f"“{mark}” between Japanese words"
            yield Problem(segment, start, end, message, wanted, related=related)
        else:
            inside = segment.target.string[start + 1 : end - 1]
            message = "Western quotation marks around Japanese"
            yield Problem(segment, start, end, message, f"「{inside}」", related=related, severity="info")


@cache
def _marks() -> re.Pattern[str]:
    """Marks between Japanese words, and whatever stands in Western quotation marks, two by two."""
    word = _japanese().pattern
    return re.compile(
        rf"(?<={word}),(?=\s?{word})|(?<={word})\.(?=\s?{word}|\s*$)"
        r"|“[^“”\n]+”|(?<![A-Za-z0-9=])\"[^\"\n]+\"(?![A-Za-z0-9])"
    )


@cache
def _japanese() -> re.Pattern[str]:
    return re.compile(r"[ぁ-んァ-ヶー一-龯々]")
