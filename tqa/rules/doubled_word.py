"""A word, or a pair of words, that stands twice in a row by mistake.

It happens where a sentence is edited, or across a line break where nobody sees it. Doubling that is grammar
("had had", "what it is is"), emphasis ("very very", "no, no"), a name ("Bora Bora") or quoted speech stays.

Bad: They signed ⟦an an⟧ agreement.
Bad: The output of the region fell far short of ⟦the\nthe⟧ target.
Bad: He is the head ⟦of the of the⟧ party.
Good: The plan had had no support, and what it is is unclear.
Good: It was a very very long flight to Bora Bora.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tqa.lang.en.doubling import is_slip, on_purpose
from tqa.lang.en.tokens import Token
from tqa.model import Problem, Segment, Side
from tqa.rules import Context, Rule

RULE = Rule(
    id="doubled-word",
    summary="a word that stands twice in a row",
    severity="minor",
    category="linguistic-conventions/duplication",
    fix="safe",
)
_PAIR_HEADS = frozenset(("of in to for on at by with from the a an and is was are were has have it this that").split())


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    side = segment.target
    words = side.tokens
    at = 0
    keys = [*(word.key for word in words), "", ""]
    while at + 1 < len(words):
        if keys[at] != keys[at + 1] and keys[at] != keys[at + 2]:  # nearly always
            at += 1
            continue
        length = _doubled(side, words, at)
        if not length:
            at += 1
            continue
        last = at + length
        while _doubled(side, words, last) == length:
            last += length
        start, end = words[at].start, words[last + length - 1].end
        kind = _kind(side, words, at, length)
        if kind and not side.is_protected(start, end) and not (kind == "content" and side.quoted(start, end)):
            once = side.string[start : words[at + length - 1].end]
            sure = kind == "function"
            message = f"“{once}” stands {'twice' if last == at + length else 'several times'} in a row"
            yield Problem(segment, start, end, message, once if sure else None, () if sure else (once,))
        at = last + length


def _doubled(side: Side, words: Sequence[Token], at: int) -> int:
    """1 or 2 if so many words from `at` on come again at once, with nothing but white space between; else 0."""
    for length in (1, 2):
        if at + 2 * length > len(words):
            break
        run = words[at : at + 2 * length]
        if all(run[i].key == run[i + length].key and not run[i].possessive for i in range(length)) and all(
            _joined(side.string, left.end, right.start) for left, right in pairwise(run)
        ):
            before, after = side.string[run[0].start - 1 : run[0].start], side.string[run[-1].end : run[-1].end + 1]
            return 0 if before in tuple("-–'’/.$") or after in tuple("-–'’/") else length
    return 0


def _joined(string: str, end: int, start: int) -> bool:
    gap = string[end:start]
    return gap.isspace() and gap.count("\n") < 2


def _kind(side: Side, words: Sequence[Token], at: int, length: int) -> str:
    low = side.sentence_at(words[at].start)[0]
    opening = next(index for index in range(at + 1) if words[index].start >= low)
    if length == 1:
        return is_slip(words, at, opening == at, opening)
    pair = words[at : at + 4]
    if pair[0].key == pair[1].key or any(word.capital for word in pair[1:]):
        return ""
    follows = words[at + 4].key if at + 4 < len(words) else ""
    if pair[1].key == "and" and follows == pair[0].key:
        return ""  # on and on and on
    if all(word.key.isalpha() and len(word.key) > 3 and not on_purpose(word.key) for word in pair[:2]):
        return "content"  # many times many times
    return "function" if pair[0].key in _PAIR_HEADS and pair[1].key in _PAIR_HEADS else ""
