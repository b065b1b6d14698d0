"""A negation that nothing in the source says: 発表した as “did not announce”.

Said only of short sentences of one predicate, where no word of the source could become a negation in English. Human
translators turn thoughts round more freely than any list foresees, hence preview.

Bad: 首相は新しい計画を発表した。 ⇒ The prime minister did ⟦not⟧ announce the new plan.
Good: 彼はそれを拒否した。 ⇒ He did not accept it.
Good: 彼の声はいまひとつだった。 ⇒ His voice was not at its best.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="negation-added",
    summary="a negation that the source does not have",
    severity="critical",
    category="accuracy/mistranslation",
    needs="pair",
    status="preview",
    yields_to=("untranslated", "unrelated", "truncated"),
)
_LONGEST = 80  # characters of the source


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or not segment.confident or len(segment.source.string) > _LONGEST:
        return
    from tqa.lang.negation import asserts, denial, may_deny

    source = segment.source.string
    if len(segment.source.sentences) != 1 or len(segment.target.sentences) != 1:
        return
    if asserts(source) and not may_deny(source):
        token = denial(segment.target.tokens)
        if token is not None:
            yield Problem(segment, token.start, token.end, f"“{token.text}” has no negation in the source")
