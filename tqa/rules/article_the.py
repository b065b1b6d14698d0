"""“the” missing before a name that takes it, or put before one that takes none.

Periods, clans, wars, courts, governments, rivers, seas and railway lines have “the”; provinces, prefectures, wards and
World War II have none. Headings and captions may do without, and so may quotations. Right nearly always, but careful
editors let it pass in one sentence of sixty of an encyclopaedia: hence it speaks only where it is asked for.

Bad: It was built in ⟦Edo period⟧ by a lord.
Bad: They fought at ⟦Battle of Nagashino⟧, and he was ⟦second son of⟧ a farmer.
Bad: He ruled ⟦the Yamato Province⟧ for years.
Good: Prints of the Edo period, and Edo period prints.
Good: From the Nara to Heian period, they lived along the Kamo River.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.en.articles import missing, phrases, superfluous
from tqa.model import Problem, Segment, Side
from tqa.rules import Context, Rule

RULE = Rule(
    id="article-the",
    summary="“the” missing before a name that takes it, or one too many",
    severity="minor",
    category="linguistic-conventions/grammar/article",
    fix="unsafe",
    status="preview",
    yields_to=("doubled-word",),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    for problem in _problems(segment, context):
        if not segment.target.quoted(problem.start, problem.end):
            if not segment.target.is_protected(problem.start, problem.end):
                yield problem


def _problems(segment: Segment, context: Context) -> Iterator[Problem]:
    side = segment.target
    string = side.string
    for low, high in missing(string, side.tokens, lambda at: side.sentence_at(at)[0] == at):
        if _whole(side, low):
            yield Problem(segment, low, high, f"“{string[low:high]}” takes “the”", f"the {string[low:high]}")
    for low, high in superfluous(string, side.tokens):
        name = string[low:high].split(" ", 1)[1]
        yield Problem(segment, low, high, f"“{name}” takes no “the”", name)
    for phrase in context.remember("phrases", lambda: [it for it in phrases() if it.pattern.may(context.words)]):
        for match in phrase.pattern.regex.finditer(string):
            low, high = match.span("w")
            if _whole(side, low):
                better = f"{phrase.article} {match['w']}" if phrase.article else None
                yield Problem(segment, low, high, f"“{match['w']}” wants “{phrase.article or 'a” or “the'}”", better)


def _whole(side: Side, offset: int) -> bool:
    """True in a sentence that ends; a heading may do without articles."""
    low, high = side.sentence_at(offset)
    return side.string[low:high].rstrip("\"'”’)]").endswith((".", "?"))
