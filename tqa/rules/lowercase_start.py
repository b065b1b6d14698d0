"""A sentence that begins with a small letter.

A half sentence that a machine joined to nothing, or a whole line in small letters. Texts that do without capitals
(chat), lines that go on from the one before, list items, headings, and names that are written small stay.

Bad: The plan was approved in May. ⟦it⟧ will start next year.
Bad: ⟦the⟧ museum opens at nine.
Good: The plan covers approx. ten towns. iPhones sell well. “Stop!” he said.
Good: He wrote three letters:\n\n\tone to his wife.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="lowercase-start",
    summary="a sentence that begins with a small letter",
    severity="minor",
    category="linguistic-conventions/capitalization",
    scope="document",
    fix="unsafe",
    yields_to=("japanese-residue", "garbled-sentence", "unrelated", "untranslated", "url-mismatch"),
)
_SHARE = 4  # one sentence in so many at most: beyond that the text does without capitals
_LETTERS = frozenset("bcdefghjklmnopqrstuvwxyz")  # f you are late: the capital itself is lost


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    from tqa.lang.en.capitals import is_english, small

    found: list[tuple[Segment, int, int]] = []
    total, before = 0, ""
    for segment in segments:
        side = segment.target
        if segment.kind == "prose":
            total += len(side.sentences)
            source = segment.source.string if segment.source is not None else ""
            for start, end in small(side.string, side.sentences, before, source):
                if not side.is_protected(start, end) and not side.quoted(start, end):
                    found.append((segment, start, end))
        before = side.string.rstrip() or before
    if len(found) <= max(1, total // _SHARE):
        opening = {segment.index for segment, start, _ in found if not segment.target.string[:start].strip()}
        for segment, start, end in found:
            if segment.index in opening and _is_item(segment, end, opening):
                continue
            word = segment.target.string[start:end]
            left = segment.target.string[max(start - 2, 0) : start - 1] if start else ""
            mark = left if left in ("?", "!") else ""  # which of the two is wrong, mark or letter, nobody knows
            message = f"small “{word}” after “{mark}”" if mark else f"the sentence begins small: “{word}”"
            sure = not mark and is_english(word)
            better = word[0].upper() + word[1:] if sure and word not in _LETTERS else None  # “fter” has lost a letter
            yield Problem(segment, start, end, message, better)


def _is_item(segment: Segment, end: int, opening: set[int]) -> bool:
    """True for a line of a list, whose neighbour begins small too, and for an entry of a dictionary: guru, n.: …"""
    entry = re.match(r", (?:n|v|vt|vi|adj|adv)\.?:", segment.target.string[end : end + 8])
    return bool(entry) or segment.index - 1 in opening or segment.index + 1 in opening
