r"""A bracket that opens and never closes, or closes and never opened.

The reader cannot tell where the remark ends. List numbers such as "1)" and "a)", faces such as ":)", and remarks that
run over several sentences are in order.

Bad: The museum ⟦(⟧founded in 1999 is the largest of its kind.
Bad: The museum, founded in 1999⟦)⟧, is the largest of its kind.
Bad: He was named head (of the Tokyo office⟦]⟧ in May.
Good: Bring 1) a map and 2) a torch (or a lamp). :)
Good: (The museum is closed.\nIt opens in May.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.lang.en.quotes import Mark, pair
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._lone import join_across, lone_in_source, verbatim

RULE = Rule(
    id="bracket-unpaired",
    summary="a bracket without its partner",
    severity="minor",
    category="linguistic-conventions/punctuation/bracket",
    scope="document",
    fix="unsafe",
)
_CLOSE = {"(": ")", "[": "]", "{": "}"}
_REACH = 3  # a remark may run over so many sentences


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    lonely = [_alone(segment) for segment in segments]
    join_across(lonely, _REACH)
    for segment, marks in zip(segments, lonely, strict=True):
        previous: Mark | None = None
        for index, mark in enumerate(marks):
            following = marks[index + 1] if index + 1 < len(marks) else None
            if previous is not None and _answers(previous, mark):
                yield _crossed(segment, previous, mark)
            elif not (following and _answers(mark, following)):
                problem = _single(segment, mark)
                if problem:
                    yield problem
            previous = mark


def _alone(segment: Segment) -> list[Mark]:
    string = segment.target.string
    if not any(char in string for char in "()[]{}（）［］"):
        return []
    found: list[Mark] = []
    for mark in pair(string).alone:
        if mark.family in _CLOSE and not segment.target.is_protected(mark.at, mark.at + 1):
            if not lone_in_source(segment, mark.role, "([{〔") and not verbatim(segment, mark.at, mark.at + 1):
                found.append(mark)
        elif found and mark.family not in _CLOSE and _answers(found[-1], mark):
            found.pop()  # (so": quote-unpaired speaks of it
    return found


def _answers(opener: Mark, mark: Mark) -> bool:
    return opener.role == "open" and mark.role == "close"


def _crossed(segment: Segment, opener: Mark, mark: Mark) -> Problem:
    text = segment.target.string
    if opener.family == mark.family:
        message = "the bracket that closes here opens on the other side of a quotation mark or bracket"
        return Problem(segment, mark.at, mark.at + 1, message)
    message = f"the bracket opens with {text[opener.at]} and closes with {text[mark.at]}"
    return Problem(segment, mark.at, mark.at + 1, message, suggestion=_CLOSE[opener.family])


def _single(segment: Segment, mark: Mark) -> Problem | None:
    text = segment.target.string
    if mark.role == "close":
        if text[mark.at - 1] in ".!?" and len(segment.target.sentences) == 1:
            return None  # the end of a remark of several sentences, of which we see one
        near = text[max(mark.at - 30, 0) : mark.at + 1]
        shown = near.partition(" ")[2] or near
        return Problem(segment, mark.at, mark.at + 1, f"“{shown}”: a bracket closes here that never opened")
    shown = text[mark.at : mark.at + 30].rpartition(" ")[0] or text[mark.at : mark.at + 30]
    return Problem(segment, mark.at, mark.at + 1, f"“{shown}”: the bracket that opens here never closes")
