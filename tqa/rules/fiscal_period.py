"""A fiscal year that became a calendar year.

2019年度 runs from April 2019 to March 2020: without fiscal, school or the months it is another year. What lasts from
2019年度 on does begin in 2019, and prizes and books count by the calendar.

Bad: 2019年度の売上高は過去最高だった。 ⇒ Sales in ⟦2019⟧ were the highest ever.
Bad: 令和3年度の統計 ⇒ The figures of ⟦2021⟧
Good: 2019年度の売上高は過去最高だった。 ⇒ Sales in fiscal 2019 were the highest ever.
Good: 2022年度税制改正大綱を決めた。 ⇒ They settled the 2022 tax reform outline.
Good: 令和3年度に始まる。 ⇒ It starts in the 2021 school year.
Good: 2008年度より開設。 ⇒ It opened in 2008.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqa.lang.values import Date
from tqa.model import Problem, Segment, Side
from tqa.rules import Context, Rule
from tqa.rules._values import Clash, problem, said_as, told

RULE = Rule(
    id="fiscal-period",
    summary="a calendar year for a fiscal year",
    severity="info",
    category="accuracy/mistranslation/date",
    needs="pair",
    lang="any",
    fix="unsafe",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    source, target = segment.source, segment.target
    if source is None:
        return
    said = list(said_as(segment, context, Date))
    calendar = {one.year for one, _ in said if one.kind == "year"}  # named as well: which one is rendered is not clear
    for one, others in said:
        if one.year in calendar or (not one.part and source.lang.is_calendar(source.string, one.start, one.end)):
            continue
        plain = all(other.kind == "year" and other.year == one.year and not _names(target, other) for other in others)
        if one.kind == "fiscal_year" and plain and not target.lang.fiscal(target.string):
            yield problem(segment, Clash(one, others[0]), told(segment, Clash(one, others[0])))


def _names(side: Side, year: Date) -> bool:
    """True for a year that names an edition: the 2022 tax reform."""
    return re.search(r"(?i:\b(?:the|a|an|its|their|this)\s)\Z", side.string[: year.start]) is not None
