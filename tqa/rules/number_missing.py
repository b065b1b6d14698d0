"""A number, an amount or a date of the source that the translation leaves out.

Reported only for what must not vanish: money, shares, measures, counts of three or more in figures, dates, the numbers
of articles and volumes, of sons and daughters; and only if it stands nowhere in the neighbourhood. The place is where
it should stand, as far as that is known.

Bad: 1997年11月の改正で廃止された。 ⇒ ⟦It was abolished by the revision⟧.
Bad: 会費は月500円で、会員は230人だ。 ⇒ The fee is 500 yen a month ⟦for the members⟧.
Good: 1997年11月の改正で廃止された。 ⇒ It was abolished by the revision of November 1997.
Good: 2人で行った。 ⇒ Both of them went.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqa.lang.values import Date
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._absent import missing, place
from tqa.rules._values import meant

RULE = Rule(
    id="number-missing",
    summary="a number or date of the source that is missing",
    severity="minor",
    category="accuracy/omission",
    needs="pair",
    lang="any",
    yields_to=("truncated", "number-scale", "number-mismatch", "unit-mismatch", "date-mismatch", "time-mismatch"),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    for value in missing(segment, context):
        start, end = _place(segment, value, context)
        source = segment.source.string[value.start : value.end] if segment.source else ""
        message = f"{meant(source, value)}: not in the translation"
        others = (segment.target.lang.write(value),)
        # The text around a day often says when, and the text around a small number what there were so many of.
        few = _known_year(value, segment) if isinstance(value, Date) else value.kind == "count" and value.low < 10
        yield Problem(
            segment, start, end, message, others=others, source=(value.start, value.end), severity="info" if few else ""
        )


def _known_year(value: Date, segment: Segment) -> bool:
    """True unless with the date its year is lost."""
    return value.year is None or any(date.year == value.year for date in segment.target.dates)


def _place(segment: Segment, value: Any, context: Context) -> tuple[int, int]:
    """In English the words around the likeliest place, known from what renders the words beside the value."""
    if segment.target.lang.CODE != "en" or segment.source is None or not segment.target.tokens:
        return place(segment, value, context)
    from tqa.lang.counterparts import slots
    from tqa.lang.counterparts.coverage import coverage

    source, target = segment.source.string, segment.target.string
    return slots.place(source, target, coverage(source, target), value.start, value.end, slots.VALUES)
