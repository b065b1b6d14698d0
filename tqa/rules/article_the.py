"""“the” missing in a phrase that has it, or put before a name that takes none.

“In same year”, “second son of”, “one of oldest gardens”; the Yamato Province, the World War II. Headings and captions
may do without articles, and so may quotations.

Bad: He was ⟦second son of⟧ a farmer.
Bad: It was sold in ⟦same year⟧.
Bad: He ruled ⟦the Yamato Province⟧ for years.
Good: Those of the same age play in same-sex teams.
Good: He wrote of the former Yamato Province, and of Yamato Province.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.en.articles import phrases, superfluous
from tqa.model import Problem, Segment, Side
from tqa.rules import Context, Rule

RULE = Rule(
    id="article-the",
    summary="“the” missing in a phrase, or one too many before a name",
    severity="minor",
    category="linguistic-conventions/grammar/article",
    fix="unsafe",
    yields_to=("doubled-word",),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    for problem in _problems(segment, context):
        if own(segment.target, problem.start, problem.end):
            yield problem


def _problems(segment: Segment, context: Context) -> Iterator[Problem]:
    side = segment.target
    string = side.string
    for low, high in superfluous(string, side.tokens):
        name = string[low:high].split(" ", 1)[1]
        yield Problem(segment, low, high, f"“{name}” takes no “the”", name)
    for phrase in context.remember("phrases", lambda: [it for it in phrases() if it.pattern.may(context.words)]):
        for match in phrase.pattern.regex.finditer(string):
            low, high = match.span("w")
            if whole(side, low):
                better = f"{phrase.article} {match['w']}" if phrase.article else None
                yield Problem(segment, low, high, f"“{match['w']}” wants “{phrase.article or 'a” or “the'}”", better)


def whole(side: Side, offset: int) -> bool:
    """True in a sentence that ends; a heading may do without articles."""
    low, high = side.sentence_at(offset)
    return side.string[low:high].rstrip("\"'”’)]").endswith((".", "?"))


def own(side: Side, start: int, end: int) -> bool:
    """True for words that are neither quoted nor code."""
    return not side.quoted(start, end) and not side.is_protected(start, end)
