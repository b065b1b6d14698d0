"""An amount, a share, a date or a large number in the translation that the source does not have.

Small numbers come and go between languages; figures of four digits, money, percentages, years and full dates do not.
Converted amounts in brackets, and years where the source says this year or last year, are left alone.

Bad: 多くの人が集まった。 ⇒ As many as ⟦12,500 people⟧ gathered.
Bad: 寺は火事で焼けた。 ⇒ The temple burnt down in a fire in ⟦1467⟧.
Good: 去年開かれた。 ⇒ It was held in 2021.
Good: 150億円を投じる。 ⇒ They will spend 15 billion yen ($100 million).
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.values.describe import describe
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._absent import added

RULE = Rule(
    id="number-added",
    summary="a number or date that the source does not have",
    severity="minor",
    category="accuracy/addition",
    needs="pair",
    status="preview",
    lang="any",
    yields_to=("number-scale", "number-mismatch", "unit-mismatch", "date-mismatch", "time-mismatch"),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    for value in added(segment, context):
        yield Problem(segment, value.start, value.end, f"{describe(value)} is not in the source")
