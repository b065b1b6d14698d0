"""Just under that became just over, or the reverse.

4時間弱 is a little less than four hours, 4時間余り a little more. A hedge that is left out is no contradiction.

Bad: 会談は4時間弱続いた。 ⇒ The talks went on for ⟦a little over four hours⟧.
Bad: 千人余りが集まった。 ⇒ ⟦Nearly 1,000 people⟧ gathered.
Good: 会談は4時間弱続いた。 ⇒ The talks went on for just under four hours.
Good: 千人余りが集まった。 ⇒ Some 1,000 people gathered.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.values import Number, comparison
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._values import flipped

RULE = Rule(
    id="approximation-flip",
    summary="just under for just over",
    severity="major",
    category="accuracy/mistranslation/number",
    needs="pair",
    lang="any",
    fix="unsafe",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    yield from flipped(segment, context, Number, comparison.approx_conflict)
