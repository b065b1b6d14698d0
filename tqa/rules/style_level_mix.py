"""Sentences in です・ます among sentences in だ・である, or the reverse.

A text keeps one level of style; a sentence that falls out of it was put in from another text or by a machine that saw
each sentence alone. Where both are common, this is said once. Quotations, headings, lists, requests (ください) and noun
endings have no level. Dialogue has many: where people talk, the rule is silent.

Bad: 市は方針を変えた。新しい制度は春に始まる。対象は二万人だ。費用は国が出す。説明会も開く。申し込みが⟦必要です⟧。
Good: 市は方針を変えた。「春に始めます」と市長は述べた。対象は二万人。費用は国が出す。申し込みが必要だ。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tqa.model import Place, Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._drift import Use

RULE = Rule(
    id="style-level-mix",
    summary="です・ます and だ・である in one text",
    severity="minor",
    category="style/register",
    scope="document",
    lang="ja",
)
_CLEAR, _SHARE = 5, 4  # a majority: so many sentences, and so many times the minority
_SHOWN = 3
_TALK = 20  # one spoken sentence in so many makes a dialogue
_NAMES = {"polite": "です・ます", "plain": "だ・である"}


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    from tqa.lang.ja.levels import ending

    levels: dict[str, list[Use]] = {"polite": [], "plain": []}
    total = spoken = 0
    for segment, start, end in _sentences(segments):
        side = segment.target
        words = [token for token in side.tokens if start <= token.start < end]
        found = ending(words)
        if found is None:
            continue
        cry = side.string[end - 1] in "！!" or (side.string[end - 1] in "？?" and found.level == "plain")
        total += 1
        spoken += found.spoken or cry
        if found.level and not found.spoken and not cry and _states(words):
            form = side.string[found.start : found.end]
            levels[found.level].append(Use(segment, found.start, found.end, found.level, form))
    many, few = sorted(levels.values(), key=len, reverse=True)
    few = few if few and few[0].key == "polite" else _not_listed(few)
    if few and len(many) >= max(_CLEAR, _SHARE * len(few)) and spoken * _TALK <= total:
        yield from _report(many, few, _SHOWN)
    elif len(few) >= _CLEAR and spoken * _TALK <= total:
        yield from _report(many, few, 1)  # said once: which of the two is meant, nobody knows


def _states(words: Sequence[Any]) -> bool:
    """True for a sentence with a particle between its parts; そうか、良かった。 is an exclamation."""
    return any(word.pos == "particle" and word.detail in ("格助詞", "係助詞") for word in words)


def _not_listed(uses: Sequence[Use]) -> list[Use]:
    """Without the conditions of a list, which are plain in any text: one sentence in each of several segments."""
    alone = {item.segment.index for item in uses if len(item.segment.target.sentences) == 1}
    return [item for item in uses if not {item.segment.index - 1, item.segment.index + 1} & alone]


def _report(many: Sequence[Use], few: Sequence[Use], shown: int) -> Iterator[Problem]:
    share = f"{len(few)} of {len(few) + len(many)} sentences"
    held = "in a text in" if shown > 1 else "beside"
    message = f"{_NAMES[few[0].key]} ({share}) {held} {_NAMES[many[0].key]}"
    for item in few[:shown]:
        rest = few[shown:] if item is few[0] else ()
        related = tuple(Place(one.segment, one.start, one.end, f"here “{one.form}”") for one in (many[0], *rest))
        yield Problem(item.segment, item.start, item.end, message, related=related)


def _sentences(segments: Sequence[Segment]) -> Iterator[tuple[Segment, int, int]]:
    """The sentences of prose that end in a full stop outside quotation marks, which may run over several segments."""
    depth = 0
    for segment in segments:
        string = segment.target.string
        if segment.kind == "prose" and string[:1] not in "※＊*":
            for start, end in segment.target.sentences:
                inside = depth + _opened(string[:end])
                if string[end - 1] in "。．！？!?" and inside <= 0 and not segment.target.quoted(start, end):
                    yield segment, start, end
        depth = max(depth + _opened(string), 0)


def _opened(string: str) -> int:
    return sum(string.count(char) for char in "「『") - sum(string.count(char) for char in "」』")
