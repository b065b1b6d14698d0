"""A question of the source that the translation does not ask, or one that it asks and the source does not.

Machines drop the last short question (“How about you?”), or turn it into a statement. Only a last sentence that
plainly asks is looked for, and nothing that the other side could ask in its own way: surprise (そうですか), proposals
(しませんか, “isn’t it?”) and indirect questions (“I wonder …”) are left alone.

Bad: 私は看護師です。お仕事は何をされていますか？ ⇒ I am a nurse⟦.⟧
Bad: 大臣は新しい予算を国会で発表した。 ⇒ Did the minister present the new budget to parliament⟦?⟧
Good: 私は看護師です。お仕事は何をされていますか？ ⇒ I am a nurse. Please tell me about your job.
Good: そうだったんですか。 ⇒ I see.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="question-mismatch",
    summary="a question on one side that the other does not ask",
    severity="major",
    category="accuracy/mistranslation",
    needs="pair",
    lang="any",
    yields_to=("untranslated", "unrelated", "truncated", "omission", "sentence-missing", "garbled-sentence"),
)
_MARKS = ("?", "？", "か")


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    source, target = segment.source, segment.target
    end = len(target.string.rstrip())
    if source is None or not segment.confident or not end or target.is_protected(end - 1, end):
        return
    asked = source.string.rstrip().rstrip("。").endswith(_MARKS)
    asking = target.string.endswith(_MARKS[:1], 0, end)
    if not asked and not (asking and context.lang == "en"):
        return
    from tqa.lang.questions import asks, inverts, may_ask, states

    place = asks(source.string, context.source_lang) if asked and not asking else None
    if place and _whole(target.string, end) and not may_ask(target.string, context.lang):
        yield Problem(segment, end - 1, end, "the source ends in a question, nothing here asks", source=place)
    elif asking and not asked and states(source.string) and not may_ask(source.string, "ja"):
        if context.source_lang == "ja" and inverts(target.string):
            yield Problem(segment, end - 1, end, "a question, where the source states")


def _whole(target: str, end: int) -> bool:
    """True for sentences: a title in place of a question (“What is …?” as …の概要) is in order."""
    return target[end - 1] in ".!。！…~" or "ぁ" <= target[end - 1] <= "ん"
