"""A number that is too large or too small by a power of ten.

億 is a hundred million and 万 ten thousand: English groups by three digits, Japanese by four, and a digit is soon lost.

Bad: 85億円を投じる。 ⇒ They will spend ⟦85 million yen⟧.
Bad: 7万人が集まった。 ⇒ Some ⟦7,000 people⟧ gathered.
Good: 85億円を投じる。 ⇒ They will spend 8.5 billion yen.
Good: 7万人が集まった。 ⇒ Some seventy thousand people gathered.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.values import Number, comparison
from tqa.lang.values.units import factors
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._values import clashes, problem, told

RULE = Rule(
    id="number-scale",
    summary="a number wrong by a power of ten",
    severity="critical",
    category="accuracy/mistranslation/number",
    needs="pair",
    lang="any",
    fix="unsafe",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    for clash in clashes(segment, context, Number):
        if not isinstance(clash.target, Number):
            continue
        power = comparison.scale_slip(clash.source, clash.target)
        if power and not comparison.unit_conflict(clash.source, clash.target):
            ours, theirs = factors(clash.source, clash.target) or (1, 1)
            small = clash.target.high * theirs < clash.source.low * ours
            times = f"{10**power:,} times too {'small' if small else 'large'}"
            yield problem(segment, clash, f"{told(segment, clash)}, {times}")
