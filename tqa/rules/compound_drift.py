"""A compound written in two ways in one text: other hyphens, or another number inside.

The Japanese has one term and the reader should see one: “two-island first” here and “two-islands-first” there look
like two policies. A compound that is hyphenated before a noun and open elsewhere (a long-term plan, in the long term)
is good English, and so is the plural at its end (policy-maker, policy-makers).

Bad: The “two-island first” camp won, and the two-island first line held. The ⟦two-islands-first⟧ plan was theirs.
Bad: Policymakers met. The policymakers of both sides and one policymaker spoke. One ⟦policy-maker⟧ did not.
Good: It is a long-term plan, made for the long term.
Good: One policy-maker spoke, and other policy-makers listened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.lang.en.compounds import Writing, hyphenated, joints, writings
from tqa.model import Problem, Segment, Side
from tqa.rules import Context, Rule
from tqa.rules._drift import Use, report, use

RULE = Rule(
    id="compound-drift",
    summary="a compound written in two ways",
    severity="minor",
    category="terminology/inconsistent",
    scope="document",
)


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    gaps = [joints(segment.target.string, segment.target.tokens) for segment in segments]
    wanted: dict[str, list[tuple[str, ...]]] = {}
    for segment, between in zip(segments, gaps, strict=True):
        for words in hyphenated(segment.target.tokens, between):
            if words not in wanted.setdefault(words[0], []):
                wanted[words[0]].append(words)
    small = set(_small(segments))
    closed = {"".join(words): words for group in wanted.values() for words in group}
    found: dict[tuple[tuple[str, ...], str], list[Use]] = {}
    for segment, between in zip(segments, gaps, strict=True):
        for words, writing in writings(wanted, closed, segment.target.tokens, between):
            if "-" in writing.key or " " not in writing.key or _is_name(segment, writing, small):
                found.setdefault((words, _name_after(segment, writing, between)), []).append(_use(segment, writing))
    said: set[tuple[int, int]] = set()
    for key in sorted(found, key=lambda key: len(key[0]), reverse=True):
        for problem in report([item for item in found[key] if _counts(item)], "one compound"):
            places = {(problem.segment.index, at) for at in range(problem.start, problem.end)}
            if not places & said:
                said |= places
                capital = problem.segment.target.string[problem.start].isupper()
                name = capital and len(key[0]) == 2  # no riddle for the reader
                yield problem._replace(severity="info" if name else "")


def _small(segments: Sequence[Segment]) -> Iterator[str]:
    """The words in small letters, but for those after a hyphen, as in Jong-un."""
    for segment in segments:
        for token in segment.target.tokens:
            if token.text == token.key and segment.target.string[max(token.start - 1, 0)] not in "-‐‑":
                yield token.key


def _is_name(segment: Segment, writing: Writing, small: set[str]) -> bool:
    """An open compound beside a hyphenated one is grammar, but not in a name: Dainichi-Nyorai, Dainichi Nyorai."""
    tokens = segment.target.tokens[writing.first : writing.last]
    return all(token.capital and token.key not in small for token in tokens) and segment.kind != "heading"


def _name_after(segment: Segment, writing: Writing, between: str) -> str:
    """The name goes on with this word: Tagajo City and Taga-jo Castle are two places."""
    tokens = segment.target.tokens
    goes_on = between[writing.last - 1] == " " and tokens[writing.first].capital and tokens[writing.last].capital
    return tokens[writing.last].key if goes_on else ""


def _use(segment: Segment, writing: Writing) -> Use:
    tokens = segment.target.tokens
    return use(segment, tokens[writing.first].start, tokens[writing.last - 1].end, writing.key)


_CITED = 25  # characters of a quotation beside the compound


def _is_cited(side: Side, item: Use) -> bool:
    """True in somebody else's sentence, whose spelling is his own."""
    return side.quoted(item.start - _CITED, item.end) or side.quoted(item.start, item.end + _CITED)


def _counts(item: Use) -> bool:
    """Not a title in quotation marks or a name taken apart there, nor a SURNAME, a sound, or part of an address."""
    side = item.segment.target
    if side.string[: item.start].endswith(("pronounced ", "pronounced as ", "read as ", "pronounced “")):
        return False
    if side.string[: item.start].endswith("/"):
        return False  # a path: wiki.example/LongTermPlan
    if side.string[: item.start].endswith(("$", "_")) or side.string.startswith("_", item.end):
        return False  # a variable: $addon_title
    if item.segment.source is not None and item.form in item.segment.source.string:
        return False  # the name of a file or an option, as the source has it
    if item.segment.source is None and _is_cited(side, item):
        return False
    title = item.form.isupper() or (item.form[:1].isupper() and side.quoted(item.start, item.end))
    return not title and not side.is_protected(item.start, item.end)
