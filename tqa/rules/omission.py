"""Source words that nothing in the translation renders, with nothing in their place.

A trained table knows which English words render a Japanese one and how reliably, names and loanwords are known by their
sound. A free translation lacks the expected words too, but has others instead: the more words in the target have no
source, the less is said. The finding stands where the missing words would be put in.

Bad: 警察は昨夜、京都の銀行で強盗の疑いで学生を逮捕した。 ⇒ Police ⟦arrested a student⟧.
Good: 警察は昨夜、京都の銀行で学生を逮捕した。 ⇒ Police arrested a student at a bank in Kyoto last night.
Good: お世話になっております。 ⇒ I hope that you are well.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

if TYPE_CHECKING:
    from tqa.lang.coverage import Coverage
    from tqa.lang.gaps import Gap

RULE = Rule(
    id="omission",
    summary="source content without counterpart in the translation",
    severity="minor",
    category="accuracy/omission",
    needs="pair",
    yields_to=("untranslated", "unrelated", "truncated"),
)
# Log odds, chosen on clean text: how often a finding stands in 1,000 clean segments of news and of Kyoto articles.
MAJOR = 0.7
MINOR = 0.0
INFO = -0.5  # below, half of what was read was a free translation
_LONGEST = 400  # characters of source beyond which a segment is a page, not a sentence


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    for found, gap in gaps_of(segment, context):
        if gap.score > INFO:
            severity = "major" if gap.score > MAJOR else "minor" if gap.score > MINOR else "info"
            yield problem(segment, found, gap, severity)


def gaps_of(segment: Segment, context: Context) -> Iterator[tuple[Coverage, Gap]]:
    """The gaps of a segment that its neighbours do not fill."""
    if segment.source is None or not segment.confident or not segment.target.tokens:
        return
    source = segment.source.string
    if not 4 <= len(source) <= _LONGEST:
        return
    from tqa.lang.coverage import coverage
    from tqa.lang.gaps import FLOOR, gaps

    found = coverage(source, segment.target.string)
    for gap in gaps(source, segment.target.string, found):
        if gap.score > FLOOR and not _pronoun(found, gap) and not _filled(segment, found, gap, context):
            yield found, gap


def problem(segment: Segment, found: Coverage, gap: Gap, severity: str) -> Problem:
    assert segment.source is not None
    start, end = found.words[gap.first].token.start, found.words[gap.last].token.end
    shown = segment.source.string[start:end]
    return Problem(
        segment, gap.start, gap.end, f"nothing here renders 「{shown}」", source=(start, end), severity=severity
    )


_PERSONS = frozenset("he she they him her them his their hers theirs i me my we us our you your".split())


def _pronoun(found: Coverage, gap: Gap) -> bool:
    """True if only people's names are missing, and a pronoun may stand for them."""
    missing = [word.token for word in found.words[gap.first : gap.last + 1] if word.open and word.weight]
    people = all(token.pos == "name" and token.detail in ("surname", "given", "person") for token in missing)
    return people and any(token.key in _PERSONS for token in found.target)


def _filled(segment: Segment, found: Coverage, gap: Gap, context: Context) -> bool:
    """True if the neighbouring targets render a missing word, or the sources before it have told all of them."""
    low, high = max(segment.index - 1, 0), segment.index + 2
    near = [other for other in context.segments[low:high] if other.index != segment.index]
    if not near:
        return False
    from tqa.lang.coverage import coverage

    missing = [word.token for word in found.words[gap.first : gap.last + 1] if word.open and word.weight]
    told = "".join(other.source.string for other in near if other.source and other.index < segment.index)
    if all(token.surface in told for token in missing):
        return True
    words = "".join(token.surface + "、" for token in missing)
    elsewhere = coverage(words, " ".join(other.target.string for other in near)).words
    return any(word.at for word in elsewhere)
