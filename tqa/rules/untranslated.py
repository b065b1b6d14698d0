"""A segment that was not translated: nothing stands there, or only marks, or the source itself.

A sentence of the source may have been merged into a neighbour: where most of its words are rendered in the
sentences before or after, nothing is said. Several missing sentences in a row make one finding.

Bad: 大臣は十日、新しい計画を発表した。 ⇒ ⟦.⟧
Bad: 市は来年、図書館を建て替える。 ⇒ ⟦市は来年、図書館を建て替える。⟧
Good: 市は来年、図書館を建て替える。 ⇒ The city will rebuild the library next year.
Good: …… ⇒ …
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="untranslated",
    summary="a segment without a translation",
    severity="critical",
    category="accuracy/untranslated",
    needs="pair",
    scope="document",
)
_NEAR = 2  # segments before and after in which a sentence may have been merged
_MERGED = 0.4  # of its known words rendered there
_KNOWN, _CHANCE = 3, 0.2  # where the alignment is a guess: so many known words, of which so few are rendered


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    run: list[Segment] = []
    for segment in (*segments, None):
        if segment is not None and _empty(segment) and not _merged(segment, context.segments):
            run.append(segment)
            continue
        if run:
            yield _missing(run)
            run = []
        if segment is not None and _copied(segment):
            text = segment.target.string
            start, end = len(text) - len(text.lstrip()), len(text.rstrip())
            yield Problem(segment, start, end, "this is still the source text", source=_whole(segment))


def _missing(run: list[Segment]) -> Problem:
    segment = run[0]
    source = segment.source.string.strip() if segment.source else ""
    shown = source if len(source) <= 30 else source[:30] + "…"
    message = (
        f"no translation of 「{shown}」"
        if len(run) == 1
        else f"no translation of {len(run)} sentences from 「{shown}」"
    )
    return Problem(segment, 0, len(segment.target.string.rstrip()), message, source=_whole(segment))


def _whole(segment: Segment) -> tuple[int, int]:
    return 0, len(segment.source.string) if segment.source else 0


def _empty(segment: Segment) -> bool:
    """True if the source says something and the target has neither letters nor figures."""
    if segment.source is None:
        return False
    target = segment.target.string
    return not any(char.isalnum() for char in target) and _words(segment.source.string) > 0


def _words(source: str) -> int:
    if not any("ぁ" <= char <= "ヿ" or "一" <= char <= "鿿" for char in source):
        return 0
    from tqa.lang.coverage import content

    return len(content(source))


def _merged(segment: Segment, segments: Sequence[Segment]) -> bool:
    """True if the neighbours render a good part of the sentence."""
    from tqa.lang.coverage import coverage

    assert segment.source is not None
    near = segments[max(segment.index - _NEAR, 0) : segment.index + _NEAR + 1]
    found = coverage(segment.source.string, " ".join(other.target.string for other in near if other is not segment))
    known = [word for word in found.words if word.weight or word.at]
    rendered = sum(bool(word.at) for word in known)
    if segment.confident:
        return bool(known) and rendered >= _MERGED * len(known)
    return len(known) < _KNOWN or rendered > _CHANCE * len(known)


def _copied(segment: Segment) -> bool:
    """True if the target is the source, and that is Japanese."""
    if segment.source is None:
        return False
    source, target = ("".join(side.string.split()) for side in (segment.source, segment.target))
    return bool(target) and source == target and _words(source) > 0 and any("ぁ" <= char <= "ヿ" for char in target)
