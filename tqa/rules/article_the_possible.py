"""“the” missing before a name that takes it.

Periods, clans, wars, courts, governments, rivers, seas and railway lines have “the”. Right nearly always, but careful
editors let it pass in one sentence of sixty of an encyclopaedia: hence it speaks only where it is asked for.

Bad: It was built in ⟦Edo period⟧ by a lord.
Bad: They fought at ⟦Battle of Nagashino⟧.
Good: Prints of the Edo period, and Edo period prints.
Good: From the Nara to Heian period, they lived along the Kamo River.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.en.articles import missing
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules.article_the import own, whole

RULE = Rule(
    id="article-the-possible",
    summary="“the” missing before a name that takes it",
    severity="minor",
    category="linguistic-conventions/grammar/article",
    fix="unsafe",
    status="preview",
    yields_to=("doubled-word",),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    side = segment.target
    for low, high in missing(side.string, side.tokens, lambda at: side.sentence_at(at)[0] == at):
        name = side.string[low:high]
        if whole(side, low) and own(side, low, high):
            yield Problem(segment, low, high, f"“{name}” takes “the”", f"the {name}")
