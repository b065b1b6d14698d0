"""A number that contradicts the source.

The source has a number that the translation nowhere has, and in its place stands another; or a change from one number
to another is told the other way round, degrees below zero without their sign, a version under another number.

Bad: 死者は29人に上った。 ⇒ The death toll rose to ⟦39⟧.
Bad: 3割が反対した。 ⇒ ⟦40 percent⟧ were opposed.
Bad: 定員は50人から40人に減った。 ⇒ The quota was cut to ⟦50 from 40⟧.
Bad: 気温は氷点下5度だった。 ⇒ It was ⟦5 degrees⟧.
Bad: 3.2.1版が出た。 ⇒ Version ⟦3.1.2⟧ is out.
Good: 死者は29人に上った。 ⇒ The death toll rose to 29.
Good: 3割が反対した。 ⇒ Three in ten were opposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from tqa.lang.values import Number, comparison
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._values import clashes, problem, said_as, told

RULE = Rule(
    id="number-mismatch",
    summary="a number that contradicts the source",
    severity="major",
    category="accuracy/mistranslation/number",
    needs="pair",
    lang="any",
    fix="unsafe",
    yields_to=("number-scale",),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    for clash in clashes(segment, context, Number):
        other = clash.target
        said = isinstance(other, Number) and (
            comparison.scale_slip(clash.source, other) or comparison.unit_conflict(clash.source, other)
        )
        if not said:
            yield problem(segment, clash, told(segment, clash))
    if context.lang != "en" or segment.source is None:
        return
    if "から" in segment.source.string:
        yield from _turned_round(segment, context)
    yield from _unsigned(segment, context)
    yield from _version(segment)


def _unsigned(segment: Segment, context: Context) -> Iterator[Problem]:
    """Degrees below zero that nothing in the translation says to be below."""
    assert segment.source is not None
    source, target = segment.source.string, segment.target.string
    if not re.search(r"氷点下|零下|マイナス|[-−－]", source):
        return
    for one, others in said_as(segment, context, Number):
        sign = re.search(r"(?:氷点下|零下|(?<![\d℃度])(?<![\d℃度][\s ])(?:マイナス|[-−－]))\s?(?:約)?\Z", source[: one.start])
        if sign and re.search("(?<!程)度|℃", source[one.start : one.end + 1]) and not _below().search(target):
            low, high = others[0].start, others[0].end
            shown = source[sign.start() : one.end]
            yield Problem(segment, low, high, f"{shown} is below zero", f"−{target[low:high]}",
                          source=(sign.start(), one.end))  # fmt: skip


@cache
def _below() -> re.Pattern[str]:
    return re.compile(
        r"(?i)(?<![\w.])[-−–‑]\s?\d|minus|negative|(?:below|under) (?:zero|0)|sub-?zero|freez|frost|lower|cold|cool|drop"
        r"|fall|fell|down|less|decre"
    )


def _version(segment: Segment) -> Iterator[Problem]:
    """Numbers in three parts, which both sides write alike."""
    assert segment.source is not None
    source, target = segment.source.string, segment.target.string
    if source.count(".") < 2 or target.count(".") < 2:
        return
    number = r"(?<![A-UW-Za-uw-z0-9.])(\d+(?:\.\d+){2,})(?![A-Za-z0-9]|\.\d)"
    ours, theirs = ([*re.finditer(number, text)] for text in (source, target))
    lost = [one for one in ours if one[1] not in target]
    new = [one for one in theirs if one[1] not in source]
    if len(lost) == len(new) == 1:
        message = f"{lost[0][1]} in the source; the translation has {new[0][1]}"
        yield Problem(segment, *new[0].span(1), message, lost[0][1], source=lost[0].span(1))


def _turned_round(segment: Segment, context: Context) -> Iterator[Problem]:
    """A change told from its end to its beginning."""
    from tqa.lang.values.trends import starts_from

    assert segment.source is not None
    source = segment.source.string
    said = [(one, others[0]) for one, others in said_as(segment, context, Number) if len(others) == 1]
    for (one, first), (other, second) in pairwise(said):
        change = re.fullmatch(r"から(?:約|およそ|ほぼ)?", source[one.end : other.start])
        spans = (first.start, first.end), (second.start, second.end)
        if not change or one.unit != other.unit or starts_from(segment.target.string, *spans) is not False:
            continue
        low, high = min(spans)[0], max(spans)[1]
        message = f"{source[one.start : other.end]} of the source; the translation has it the other way round"
        yield Problem(segment, low, high, message, source=(one.start, other.end))
