r"""A note marker of a Japanese text, ※ or (*, where there is no note.

※ and ＊ begin a remark in Japanese; in English the remark in brackets needs no sign, and an asterisk sends the reader
to the foot of the page.

Bad: The treaty (⟦*⟧the name is unofficial) was signed.
Bad: ⟦※⟧Prices include tax.
Good: The fee is due in May.* It may rise.\n*Except for students.
Good: (*sighs*) It was *very* late, and the file is called (*.txt).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tqa.lang.fold import fold
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="note-marker",
    summary="a note marker without a note",
    severity="minor",
    category="locale-conventions/characters",
    fix="unsafe",
)


_SIGNS = ("※", "(*", "[*")  # one of them begins each marker


@cache
def _markers() -> re.Pattern[str]:
    # ※ anywhere; (* before a remark that has no further asterisk; a numbered mark such as *1 or ※1.
    return re.compile(r"※\s?(?:\d{1,2}\b)?|(?<=[(\[])\*{1,2}(?=\s?[A-Za-z\"'][^*()\[\]]*[)\]])")


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    text = segment.target.string
    folded = fold(text)
    if not any(sign in folded for sign in _SIGNS):
        return
    for match in _markers().finditer(folded):
        start, end = match.start(), match.start() + len(match.group().rstrip())
        if segment.target.is_protected(start, end):
            continue
        if text[start] == "※":
            opens = not text[:start].strip()
            message = "※ begins a note in Japanese; English has no such sign"
            yield Problem(segment, start, end, message, others=("Note:", "*") if opens else ("*",))
        else:
            message = "a note marker before a remark that stands in brackets already"
            yield Problem(segment, start, end, message, suggestion="")
