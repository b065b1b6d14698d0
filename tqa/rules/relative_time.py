"""Time seen from another time, turned round: the next day for 前日, the fifth in a row for 5年ぶり.

Bad: 5年ぶりに優勝した。 ⇒ They won for the ⟦fifth year in a row⟧.
Bad: 前日に会っていた。 ⇒ They had met ⟦the following day⟧.
Bad: 生産は前月比2%増えた。 ⇒ Output rose 2 percent ⟦from a year earlier⟧.
Good: 5年ぶりに優勝した。 ⇒ They won for the first time in five years.
Good: 前日に会っていた。 ⇒ They had met the day before.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.describe import describe
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._relative import turned
from tqa.rules._values import meant

RULE = Rule(
    id="relative-time",
    summary="a relative time turned round",
    severity="major",
    category="accuracy/mistranslation/date",
    needs="pair",
    lang="any",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or not segment.source.string or not segment.target.string:
        return
    for one, other in turned(segment, context):
        source = segment.source.string[one.start : one.end]
        message = f"{meant(source, one)}; the translation has {describe(other)}"
        yield Problem(segment, other.start, other.end, message, source=(one.start, one.end))
