"""US and UK spelling in one text.

Two hands translated it, or a machine that learnt from both: color and favour, organise and organize. The text's own
majority is the measure; names, titles and quotations keep their spelling (the Ministry of Health, Labour and Welfare),
and so does British English in -ize.

Bad: The color is honored by the neighbors, a ⟦favourite⟧ of theirs.
Bad: They organise, realise and privatise what others ⟦nationalize⟧.
Good: The Ministry of Health, Labour and Welfare favors the color that labor honors.
Good: They organize the colours of the harbour and realize the honour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.lang.en.spelling import ending, spellings, variants, variety
from tqa.model import Place, Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._drift import SHOWN, Use, report, times, use

RULE = Rule(
    id="spelling-mix",
    summary="US and UK spelling in one text",
    severity="minor",
    category="style/inconsistent/spelling",
    scope="document",
    fix="unsafe",
)
_NAMES = {"uk": "UK", "us": "US", "ise": "-ise", "ize": "-ize"}
_CONTRASTS = (("us", "uk", variety), ("uk", "us", variety), ("ize", "ise", ending), ("ise", "ize", ending))
_CLEAR, _SHARE = 3, 3  # a majority: so many words, and so many times the minority


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    uses = list(_uses(segments))
    said: set[tuple[int, int]] = set()
    for one, other, kind in _CONTRASTS:
        many = [item for item in uses if kind(item.key) == one]
        few = [item for item in uses if kind(item.key) == other]
        clear = len({item.key for item in many}) > 1 and len(many) >= max(_CLEAR, _SHARE * len(few))
        message = f"{_NAMES[other]} spelling in a text with {_NAMES[one]} spelling"
        for problem in _minority(many, few, message) if clear else ():
            if (problem.segment.index, problem.start) not in said:
                said.add((problem.segment.index, problem.start))
                yield problem
    for problem in _both_ways(uses):
        if (problem.segment.index, problem.start) not in said:
            yield problem


def _uses(segments: Sequence[Segment]) -> Iterator[Use]:
    """Words that have two spellings, outside names, quotations and code."""
    two_spellings = spellings()
    for segment in segments:
        side = segment.target
        starts: set[int] | None = None
        for token in side.tokens:
            if token.key not in two_spellings:  # nearly always
                continue
            if token.capital:
                starts = {start for start, _ in side.sentences} if starts is None else starts
                if token.start not in starts or segment.kind == "heading":
                    continue
            end = token.start + len(token.key)
            if not side.quoted(token.start, end) and not side.is_protected(token.start, end):
                yield use(segment, token.start, end, token.key)


def _minority(many: Sequence[Use], few: Sequence[Use], message: str) -> Iterator[Problem]:
    shown = ", ".join(dict.fromkeys(f"“{item.form}”" for item in many[:SHOWN]))
    message = f"{message} ({shown} …: {times(len(many))})"
    words: dict[str, list[Use]] = {}
    for item in few:
        words.setdefault(item.key, []).append(item)
    for group in words.values():
        for item in group[:SHOWN]:
            places = [many[0], *(group[SHOWN:] if item is group[0] else ())]
            related = tuple(Place(one.segment, one.start, one.end, f"here “{one.form}”") for one in places)
            suggestion = _as(item, variants(item.key)[0])
            yield Problem(item.segment, item.start, item.end, message, suggestion, related=related)


def _both_ways(uses: Sequence[Use]) -> Iterator[Problem]:
    """One word in both spellings: an inconsistency whatever the rest of the text does."""
    words: dict[str, list[Use]] = {}
    for item in uses:
        if variety(item.key) or variety(variants(item.key)[0]):
            words.setdefault(min(item.key, variants(item.key)[0]), []).append(item)
    for group in words.values():
        yield from report(group, "one word", lambda leader, item: _as(item, leader.key))


def _as(item: Use, word: str) -> str:
    return word.capitalize() if item.form[0].isupper() else word
