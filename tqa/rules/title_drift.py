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

from tqa.lang.en.titles import BEFORE, before_name, family, headed, is_name
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
    for match in headed().finditer(side.string):
        name = " ".join(word.removesuffix("'s").removesuffix("’s") for word in match["name"].split())
        name = name.removeprefix("The ")
        head = match["head"].lower()
        kind = family(name, head)
        if kind and not side.quoted(*match.span()):
            start = match.start() + 4 * match["name"].startswith("The ")
            found.setdefault((name.lower(), kind), []).append(use(segment, start, match.end(), head))


def _collect_titles(segment: Segment, found: dict[tuple[str, str], list[Use]]) -> None:
    side = segment.target
    for match in before_name().finditer(side.string):
        before, title = (match["before"] or "").lower(), match["title"]
        if not is_name(match["name"]) or side.quoted(*match.span("title")) or title.isupper():
            continue
        if before and before not in BEFORE and (match["before"][0].isupper() or _modifies(before)):
            continue  # the French president Macron: an apposition
        last = max(title.rfind(" "), title.rfind("-")) + 1
        if not last and not before and match.start("title") == side.sentence_at(match.start("title"))[0]:
            continue  # any word has a capital there
        key = "capital" if title[last].isupper() else "small"
        found.setdefault((title.lower(), before if before in BEFORE else ""), []).append(
            use(segment, *match.span("title"), key)
        )


def _modifies(before: str) -> bool:
    return before in ("the", "a", "an", "this", "that", "his", "her", "their", "its", "our", "my", "new", "current")
