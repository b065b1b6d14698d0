"""One office or institution under two names: two head nouns, or a title now with capitals, now without.

“The Putin regime” here and “the Putin administration” there judge one government in two ways where the Japanese
has one word. Capitals in “former Prime Minister Abe” and none in “former prime minister Kan” show two hands.
Only like is compared with like: some houses write Prime Minister Abe but former prime minister Abe.

Bad: The Weber administration signed. Critics of the Weber administration said so, but the ⟦Weber regime⟧ held.
Bad: They met former Prime Minister Ito and former Prime Minister Mori, then former ⟦prime minister⟧ Sato.
Good: The Abe cabinet resigned, and so the Abe administration ended; the Abe government had lost.
Good: Prime Minister Ito met the prime minister of Italy and former prime minister Mori.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.lang.en.closed import DETERMINERS
from tqa.lang.en.titles import BEFORE, Titled, before_names, family, headed
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._drift import Use, report, use

RULE = Rule(
    id="title-drift",
    summary="one office or institution under two names",
    severity="minor",
    category="terminology/inconsistent",
    scope="document",
    fix="unsafe",
)


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    heads: dict[tuple[str, str], list[Use]] = {}
    titles: dict[tuple[str, str], list[Use]] = {}
    for segment in segments:
        if segment.kind != "heading":
            _collect_heads(segment, heads)
            _collect_titles(segment, titles)
    for uses in heads.values():
        yield from report(uses, "one name")
    for uses in titles.values():
        yield from report(uses, "this title before a name", lambda leader, item: leader.form)


def _collect_heads(segment: Segment, found: dict[tuple[str, str], list[Use]]) -> None:
    side = segment.target
    for first, last in headed(side.string, side.tokens):
        name, head = " ".join(token.key for token in side.tokens[first : last - 1]), side.tokens[last - 1]
        kind = family(name, head.key)
        start = side.tokens[first].start
        if kind and not side.quoted(start, head.end) and side.string[head.end : head.end + 1] != "-":
            found.setdefault((name, kind), []).append(use(segment, start, head.end, head.key))


def _collect_titles(segment: Segment, found: dict[tuple[str, str], list[Use]]) -> None:
    side = segment.target
    for titled in before_names(side.string, side.tokens):
        start, end = side.tokens[titled.first].start, side.tokens[titled.last - 1].end
        before = titled.before.lower()
        if side.quoted(start, end) or _apposition(segment, titled):
            continue
        if titled.last - titled.first == 1 and not before and start == side.sentence_at(start)[0]:
            continue  # any word has a capital there
        last = side.tokens[titled.last - 1].text
        if not last.isupper():
            kind = (titled.title, before if before in BEFORE else "")
            found.setdefault(kind, []).append(use(segment, start, end, "capital" if last[0].isupper() else "small"))


def _apposition(segment: Segment, titled: Titled) -> bool:
    """The French president Macron, the retired emperor Go-Toba: many houses write them small."""
    before = titled.before.lower()
    if before in BEFORE or not before:
        return False
    earlier = segment.target.tokens[titled.first - 2].key if titled.first > 1 else ""
    return titled.before[0].isupper() or before in DETERMINERS or earlier in DETERMINERS
