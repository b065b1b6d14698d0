"""A word that no dictionary of English has, one slip of the finger away from a common word.

Names, romanised Japanese, words of other languages, compounds and new coinages are in no dictionary either: only
lower-case words count, and none that the text uses again and again or that its source writes too, in letters or, sound
by sound, in katakana.

Bad: It was the oldest ⟦buiding⟧ in town.
Bad: The plan was approved ⟦respectivley⟧ by both houses.
Good: The shogun ruled de facto from his teahouse in the Kanto region.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="misspelled-word",
    summary="a misspelled English word",
    severity="minor",
    category="linguistic-conventions/spelling",
    scope="document",
    fix="unsafe",
    yields_to=("spelling-mix", "grammar-slip", "spaced-punctuation", "fullwidth-character", "term-missing"),
)
_JOINS = "-–_/@#.'’~="  # beside these a word is a part of something longer
_OFTEN = 3  # times: a term of its field


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    from tqa.lang.en.misspelled import corrections, unknown
    from tqa.lang.en.words import words

    table = words()
    suspects = unknown({token.text for segment in segments for token in segment.target.tokens}, table)
    if not suspects:
        return
    from tqa.lang.ja.loans import is_loan

    counts: Counter[str] | None = None
    for segment in segments:
        side = segment.target
        for at, token in enumerate(side.tokens):
            if token.text not in suspects or _is_part(side.string, token.start, token.end):
                continue
            found = corrections(side.tokens, at, table)
            if not found or side.is_protected(token.start, token.end) or side.quoted(token.start, token.end):
                continue
            source = segment.source.string if segment.source is not None else ""
            written = context.remember("sources", lambda: _sources(segments))
            if is_loan(token.text, source) or token.text.removesuffix("s") in written:
                continue
            counts = counts or Counter(one.text for other in segments for one in other.target.tokens)
            if counts[token.text] < _OFTEN:
                only = found[0] if len(found) == 1 else None
                others = () if only else found
                yield Problem(segment, token.start, token.end, f"“{token.text}” is no English word", only, others)


def _sources(segments: Sequence[Segment]) -> str:
    return "\n".join(segment.source.string.lower() for segment in segments if segment.source is not None)


@cache
def _introduced() -> re.Pattern[str]:
    # What an option takes (ntpq -c lpeer), and a word of another language: known locally as the encaje.
    return re.compile(r"(?: --?[a-z]+[ =]|\bknown (?:[a-z]+ )?as (?:the |an? )?|\bcalled (?:the |an? )?)\Z")


def _is_part(string: str, start: int, end: int) -> bool:
    """True for a part of something longer, an address or a name that stands in brackets (Erica carnea)."""
    before, after = string[start - 1 : start] if start else "", string[end : end + 1]
    if _introduced().search(string, max(start - 40, 0), start):
        return True
    if (before in _JOINS and before) or (after in "-–_/@#~" and after):
        return True
    if after in ("'", "’") and string[end - 2 : end] == "in":
        return True  # nothin'
    return after == ")" and string[string.rfind("(", 0, start) + 1 : start].count(" ") == 1
