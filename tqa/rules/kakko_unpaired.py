r"""A Japanese bracket or quotation mark, such as 「 or （, without its partner.

Machine translation opens 「 and forgets 」, and the reader no longer knows where the quotation ends. Quotations and
remarks that run over several sentences or paragraphs, list numbers such as 1) and faces such as (^^; are in order, and
a bracket that stands alone in the source too is no fault of the translation.

Bad: 彼は⟦「⟧すぐに行くと言った。翌日、会議が開かれた。
Bad: 新しい制度（2024年開始⟦」⟧について説明する。
Good: 彼は「『春』を読んだ（昨日）」と言った。
Good: That was fun -) ⇒ 楽しかったです- )
Good: 「まだ終わらない。\nここで終わる」と彼は言った。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.lang.ja.brackets import PARTNER, Mark, alone
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._lone import join_across

RULE = Rule(
    id="kakko-unpaired",
    summary="a Japanese bracket or quotation mark without its partner",
    severity="minor",
    category="linguistic-conventions/punctuation/bracket",
    scope="document",
    lang="ja",
    fix="unsafe",
)
_REACH = 6  # a quotation may run over so many paragraphs or aligned sentences
_WESTERN = {"(": ")", "[": "]", "{": "}"}
_SHOWN = 15  # characters


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    lonely = [alone(segment.target.string, segment.target.protected) for segment in segments]
    join_across(lonely, _REACH, lambda index, mark: _goes_on(segments[index], segments[index + 1], mark))
    for segment, marks in zip(segments, lonely, strict=True):
        skip = -1
        for index, mark in enumerate(marks):
            following = marks[index + 1] if index + 1 < len(marks) else None
            if mark.at == skip:
                continue
            if following and mark.role == "open" and following.role == "close":
                skip = following.at
                yield _crossed(segment, mark, following)
            elif not _part_of_a_remark(segment, mark) and not _alone_in_source(segment, mark):
                yield _single(segment, mark)


def _crossed(segment: Segment, opener: Mark, mark: Mark) -> Problem:
    text = segment.target.string
    message = f"the bracket opens with {text[opener.at]} and closes with {text[mark.at]}"
    return Problem(segment, mark.at, mark.at + 1, message, PARTNER[text[opener.at]])


def _part_of_a_remark(segment: Segment, mark: Mark) -> bool:
    """True at the start or the end of a remark in parentheses of several sentences, of which we see one."""
    text = segment.target.string.rstrip()
    if mark.family != "(" or len(segment.target.sentences) > 1:
        return False
    return mark.at == 0 if mark.role == "open" else mark.at == len(text) - 1 and text[mark.at - 1] in "。！？"


def _alone_in_source(segment: Segment, mark: Mark) -> bool:
    """True if such a bracket has no partner in the source either."""
    if segment.source is None or mark.family not in _WESTERN:
        return False
    opened = closed = 0
    for char in segment.source.string:
        if char == mark.family:
            opened += 1
        elif char == _WESTERN[mark.family] and opened:
            opened -= 1
        elif char == _WESTERN[mark.family]:
            closed += 1
    return bool(opened if mark.role == "open" else closed)


def _single(segment: Segment, mark: Mark) -> Problem:
    text = segment.target.string
    if mark.role == "open":
        message = f"“{text[mark.at : mark.at + _SHOWN]}”: the bracket that opens here never closes"
    else:
        message = f"“{text[max(mark.at - _SHOWN, 0) : mark.at + 1]}”: a bracket closes here that never opened"
    return Problem(segment, mark.at, mark.at + 1, message)


def _goes_on(segment: Segment, following: Segment, mark: Mark) -> bool:
    """True where the next paragraph opens the same quotation again, as in speeches of several paragraphs."""
    return mark.at == 0 and mark.family in "「『" and following.target.string[:1] == segment.target.string[0]
