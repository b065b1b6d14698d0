"""A stretch of the translation that nothing in the source accounts for.

The counterpart of `omission`: several content words in a row without source, while the source's own words all have
their renderings elsewhere. Explanations in brackets are welcome, and so is a word that makes a sentence read well.

Bad: 彼は歴史を学んだ。 ⇒ He studied history, ⟦dreaming of wealthy merchants and distant tropical oceans⟧.
Good: 大臣は東京で記者会見を開いた。 ⇒ The minister held a press conference in the capital Tokyo.
Good: 彼は能面を集めた。 ⇒ He collected noh masks (masks worn by actors on the classical stage).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

if TYPE_CHECKING:
    from tqa.lang.counterparts.coverage import Coverage

RULE = Rule(
    id="addition",
    summary="content of the translation without source",
    severity="info",
    category="accuracy/addition",
    needs="pair",
    status="preview",
    yields_to=("unrelated",),
)
_ENOUGH = 3.4  # summed weight of words without source
_WORDS = 5
_MISSING = 0.4  # of that weight which source words without rendering may have: they may be what stands there


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or not segment.confident or not segment.source.string.strip():
        return
    from tqa.lang.counterparts.balance import balance
    from tqa.lang.counterparts.coverage import coverage

    around = "".join(other.source.string for other in context.near(segment) if other.source)
    found = coverage(segment.source.string, segment.target.string)
    unknown = sum(not word.at and not word.weight for word in found.words)
    for first, last, weight in _runs(found):
        if weight < _ENOUGH or balance(found).missing + unknown > _MISSING * weight:
            continue
        start, end = found.target[first].start, found.target[last].end
        near = coverage(around, segment.target.string).surplus
        if sum(near[first : last + 1]) >= _ENOUGH and not segment.target.is_protected(start, end):
            yield Problem(segment, start, end, "nothing in the source says this")


def _runs(found: Coverage) -> Iterator[tuple[int, int, float]]:
    """(first, last, weight) of runs of English words of which none has a source, from content word to content word."""
    known = {place for word in found.words for place in word.at}
    start = 0
    for place in range(len(found.target) + 1):
        if place < len(found.target) and place not in known:
            continue
        bare = [at for at in range(start, place) if found.surplus[at]]
        if len(bare) >= _WORDS:
            yield start if start and bare[0] - start == 1 else bare[0], bare[-1], sum(found.surplus[at] for at in bare)
        start = place + 1
