"""A date that contradicts the source.

A day, month or year of the source is nowhere in the translation, and another stands in its place. Eras are resolved
first: 平成16年 is 2004. A date before 1873 that is converted to the Western calendar is right.

Bad: 平成16年10月23日に起きた。 ⇒ It struck on ⟦October 23, 2016⟧.
Bad: 7月8日に会う。 ⇒ They will meet on ⟦July 9⟧.
Bad: 火曜日に会う。 ⇒ They will meet on ⟦Wednesday⟧.
Bad: 4月下旬に咲く。 ⇒ It blooms in ⟦early April⟧.
Good: 平成16年10月23日に起きた。 ⇒ It struck on October 23, 2004.
Good: 7月8日に会う。 ⇒ They will meet on July 8.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.values import PARTS, Date
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._values import Clash, clashes, flipped, problem, told

RULE = Rule(
    id="date-mismatch",
    summary="a date that contradicts the source",
    severity="major",
    category="accuracy/mistranslation/date",
    needs="pair",
    lang="any",
    fix="unsafe",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    found = list(clashes(segment, context, Date))
    for clash in found or _weekdays(segment, context):
        yield problem(segment, clash, told(segment, clash))
    yield from flipped(segment, context, Date, lambda one, other: _other_part(one, other, segment.target.string))


def _other_part(one: Date, other: Date, target: str) -> bool:
    """Whether both tell a part of one month, and not the same, nor a stretch of it (“early to mid May”)."""
    ours, theirs = ("late" if date.part == "end" else date.part for date in (one, other))
    if one.kind != "month" or one.kind != other.kind or ours == theirs or not {ours, theirs} <= PARTS.keys():
        return False
    return not any(word in target.lower() for word in PARTS[ours])


def _weekdays(segment: Segment, context: Context) -> Iterator[Clash]:
    """The one weekday of the source and the one of the translation, if they differ."""
    if segment.source is None or not segment.confident:
        return
    sides = (segment.source, segment.target)
    ours, theirs = ([date for date in side.dates if date.weekday is not None] for side in sides)
    if len(ours) == len(theirs) == 1 and ours[0].weekday != theirs[0].weekday:
        near = context.near(segment)
        if not any(date.weekday == theirs[0].weekday for other in near if other.source for date in other.source.dates):
            yield Clash(ours[0], theirs[0])
