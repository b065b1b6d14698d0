"""A number that no English reader can read: 10,0000 or 12,000 million.

Japanese counts in groups of four digits, and 億 and 万 leave their traces when a machine translates them.

Bad: About ⟦10,0000⟧ people came.
Bad: It cost ⟦12,000 million⟧ yen.
Bad: 税込み8800円だ。 ⇒ It costs ¥⟦8, 800⟧, tax included.
Good: About 100,000 people came.
Good: Lakh crowds: 1,00,000 people in Mumbai.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._spans import has_digit, problems

RULE = Rule(
    id="malformed-number",
    summary="a number that is not written as English writes it",
    severity="major",
    category="locale-conventions/number-format",
    fix="unsafe",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if not has_digit(segment.target.string):
        return
    from tqa.lang.en.malformed import malformed

    found = malformed(segment.target.string)
    yield from problems(segment, found)
    if segment.source and ", " in segment.target.string:
        from tqa.rules._values import torn_numbers

        yield from problems(segment, (one for one in torn_numbers(segment, context) if one not in found))
