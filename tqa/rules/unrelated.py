"""A translation of something else: no word, name or figure of the source comes back in the target.

Rows slip by one (told once for all of them), a paragraph is pasted twice, a machine makes a text up. One word missing
is an omission; here everything is missing, and what stands there instead has no source.

Bad: 政府は来年度の予算案を国会に提出した。 ⇒ ⟦The old singer was buried in a small village by the sea.⟧
Good: 政府は来年度の予算案を国会に提出した。 ⇒ The government submitted its budget for next fiscal year to the Diet.
Good: お先に失礼します。 ⇒ See you tomorrow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

if TYPE_CHECKING:
    from tqa.lang.counterparts.coverage import Coverage

RULE = Rule(
    id="unrelated",
    summary="a translation that has nothing in common with its source",
    severity="critical",
    category="accuracy/mistranslation",
    needs="pair",
    scope="document",
    lang="any",
    yields_to=("untranslated",),
)

_SLIPPED = 3  # rows that have slipped
_MISSING = 0.6  # of the known words of a source, in a translation of it


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    if {context.lang, context.source_lang} != {"en", "ja"}:
        return
    lang = context.lang
    found = [(at, said) for at, segment in enumerate(segments) if (said := _said(segment, lang))]
    slipped, step = _out_of_step(found, segments, lang)
    if slipped:
        first = segments[slipped[0]]
        source = "next" if step > 0 else "previous"
        message = f"the translation of the {source} row stands here, and so in {len(slipped) - 1} more: out of step?"
        yield Problem(first, *_whole(first), message, source=(0, len(first.source.string) if first.source else 0))
    for at, words in found:
        if at not in slipped:
            segment = segments[at]
            message = f"nothing here renders {'、'.join(words[:4])} …{_elsewhere(segment, segments, at, lang)}"
            yield Problem(
                segment, *_whole(segment), message, source=(0, len(segment.source.string) if segment.source else 0)
            )


def _coverage(source: str, target: str, lang: str) -> Coverage:
    """What renders what, read from the Japanese side whichever way the translation goes."""
    from tqa.lang.counterparts.coverage import coverage

    return coverage(source, _apart(target)) if lang == "en" else coverage(target, _apart(source))


def _said(segment: Segment, lang: str) -> list[str]:
    """The words of a source that has nothing in common with its translation."""
    if segment.source is None or not segment.confident:
        return []
    source, target = segment.source.string, segment.target.string
    ja, en = (source, target) if lang == "en" else (target, source)
    if len(en) < 20 or "ヲ" in ja:  # a language older than the words that are known
        return []
    from tqa.lang.counterparts.balance import unrelated
    from tqa.lang.en.anchors import anchors as theirs
    from tqa.lang.ja.anchors import anchors as ours

    found = _coverage(source, target, lang)
    if not unrelated(found) or (ours(ja) & theirs(en)) - {"?"}:
        return []
    if lang == "en":
        return [word.token.surface for word in found.words if word.missing]
    return [token.text for token, weight in zip(found.target, found.surplus, strict=True) if weight]


def _out_of_step(
    found: Sequence[tuple[int, list[str]]], segments: Sequence[Segment], lang: str
) -> tuple[list[int], int]:
    """The rows found, if most of their translations belong to the source one row on, or one row back."""
    if len(found) < _SLIPPED:
        return [], 0
    for step in (1, -1):
        inside = (at for at, _ in found if 0 <= at + step < len(segments))
        rows = [at for at in inside if _fits(segments[at + step], segments[at], lang)]
        if len(rows) >= max(_SLIPPED, len(found) // 2):
            return [at for at, _ in found], step
    return [], 0


def _fits(one: Segment, other: Segment, lang: str) -> bool:
    """True if the source of one is plainly rendered by the target of the other."""
    from tqa.lang.counterparts.balance import balance

    if one.source is None:
        return False
    known, missing, _, rendered = balance(_coverage(one.source.string, other.target.string, lang))
    return rendered >= 2 and missing <= _MISSING * known


def _elsewhere(segment: Segment, segments: Sequence[Segment], at: int, lang: str) -> str:
    from tqa.lang.counterparts.balance import unrelated

    near = " ".join(other.target.string for other in segments[max(at - 1, 0) : at + 2])
    known = segment.source is not None and not unrelated(_coverage(segment.source.string, near, lang))
    return " — its words stand in a neighbouring segment" if known else ""


def _whole(segment: Segment) -> tuple[int, int]:
    target = segment.target.string
    return len(target) - len(target.lstrip()), len(target.rstrip())


def _apart(string: str) -> str:
    """Words run together are read one by one: PartsCleaner."""
    import re

    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", string)
