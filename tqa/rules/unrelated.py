"""A translation of something else: no word, name or figure of the source comes back in the target.

Rows slip by one, a paragraph is pasted twice, a machine makes a text up. One word missing is an omission; here
everything is missing, and what stands there instead has no source.

Bad: 政府は来年度の予算案を国会に提出した。 ⇒ ⟦The old singer was buried in a small village by the sea.⟧
Good: 政府は来年度の予算案を国会に提出した。 ⇒ The government submitted its budget for next fiscal year to the Diet.
Good: お先に失礼します。 ⇒ See you tomorrow.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="unrelated",
    summary="a translation that has nothing in common with its source",
    severity="critical",
    category="accuracy/mistranslation",
    needs="pair",
    yields_to=("untranslated",),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or not segment.confident or len(segment.target.string) < 20:
        return
    from tqa.lang.coverage import coverage, unrelated
    from tqa.lang.en.anchors import anchors as theirs
    from tqa.lang.ja.anchors import anchors as ours

    source, target = segment.source.string, segment.target.string
    found = coverage(source, _apart(target))
    if not unrelated(found) or (ours(source) & theirs(target)) - {"?"}:
        return
    neighbours = " ".join(
        other.target.string for other in context.segments[max(segment.index - 1, 0) : segment.index + 2]
    )
    elsewhere = " — its words stand in a neighbouring segment" if not unrelated(coverage(source, neighbours)) else ""
    start, end = len(target) - len(target.lstrip()), len(target.rstrip())
    words = [word.token.surface for word in found.words if word.missing][:4]
    message = f"nothing here renders {'、'.join(words)} …{elsewhere}"
    yield Problem(segment, start, end, message, source=(0, len(source)))


def _apart(string: str) -> str:
    """Words run together are read one by one: PartsCleaner."""
    import re

    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", string)
