"""A coined phrase rendered in two ways.

The writer coined one phrase, put it in quotation marks and played on it; the translation has two, and the reader
looks for a difference that is not there. Two phrases are taken for one if they share all words but one, the words
that differ look alike, at least one of the two is in quotation marks and no third phrase of that shape is about; or
if one is an “X-first” and the other the prior something of X.

Bad: His “flirty Weber diplomacy” failed. The flirty Weber diplomacy was a “⟦flattering Weber diplomacy⟧.”
Bad: They hoped for the prior return of the three ships. The ⟦three-ship first⟧ line failed.
Good: His “economic security” plan came after the “national security” plan.
Good: They spoke of “school districts” and of a “school district” in the north.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.lang.en.compounds import stem
from tqa.lang.en.phrases import alike, is_content, quoted_phrases, together
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._drift import Use, explained, report, use

RULE = Rule(
    id="phrase-drift",
    summary="a coined phrase rendered in two ways",
    severity="minor",
    category="terminology/inconsistent",
    scope="document",
)
_PRIOR = frozenset("prior preceding advance advanced preferential antecedent".split())
_CROWD = 30  # the head of so many quoted phrases coins nothing
Shape = tuple[tuple[str, ...], int]  # the keys of a phrase with "" in the place that varies, and that place


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    quoted: dict[Shape, list[Use]] = {}
    for segment in segments:
        side = segment.target
        for first, last in quoted_phrases(side.string, side.tokens, side.quotations):
            for shape in _shapes([token.key for token in side.tokens[first:last]]):
                quoted.setdefault(shape, []).append(_use(segment, first, last, shape[1]))
    for shape, uses in _everywhere(segments, quoted).items():
        if _one_coinage(shape, uses, {item[:3] for item in quoted[shape]}):
            yield from report(uses, "one phrase")
    yield from report(_firsts(segments), "one policy")


def _shapes(keys: list[str]) -> Iterator[Shape]:
    """The phrase with each of its modifiers left open, if what remains says enough."""
    for place in range(len(keys) - 1):
        rest = (*keys[:place], "", *keys[place + 1 :])
        if is_content(keys[place]) and is_content(keys[-1]) and len(keys[place]) > 4:
            yield rest, place


def _everywhere(segments: Sequence[Segment], quoted: dict[Shape, list[Use]]) -> dict[Shape, list[Use]]:
    """All places of the shapes, quoted or not."""
    heads: dict[str, list[Shape]] = {}
    for shape in quoted:
        heads.setdefault(shape[0][-1], []).append(shape)
    heads = {head: shapes for head, shapes in heads.items() if len(shapes) <= _CROWD}
    found: dict[Shape, list[Use]] = {}
    for segment in segments:
        tokens = segment.target.tokens
        for index, token in enumerate(tokens):
            for shape in heads.get(token.key, ()):
                first = index + 1 - len(shape[0])
                part = tokens[first : index + 1] if first >= 0 else ()
                fits = part and all(not key or key == one.key for key, one in zip(shape[0], part, strict=True))
                if fits and is_content(part[shape[1]].key) and together(segment.target.string, part):
                    found.setdefault(shape, []).append(_use(segment, first, index + 1, shape[1]))
    return found


def _use(segment: Segment, first: int, last: int, open_place: int) -> Use:
    tokens = segment.target.tokens
    return use(segment, tokens[first].start, tokens[last - 1].end, tokens[first + open_place].key)


def _one_coinage(shape: Shape, uses: Sequence[Use], quoted: set[tuple[Segment, int, int]]) -> bool:
    words = list(dict.fromkeys(item.key for item in uses))
    if len(words) != 2 or explained(*([item for item in uses if item.key == word] for word in words)):
        return False
    likeness = alike(*words)
    rest = [key for key in shape[0] if is_content(key)]
    names = any(_capital(item, shape[1]) for item in uses)
    if likeness == 2:
        return not names or len(rest) > 1
    both = {item.key for item in uses if item[:3] in quoted} == set(words)
    coined = any(item.form != item.form.lower() for item in uses) or len(rest) > 2
    return likeness == 1 and both and len(rest) > 1 and coined and (not names or words[0][:3] == words[1][:3])


def _capital(item: Use, place: int) -> bool:
    return item.form.replace("-", " ").split()[place][0].isupper()


def _firsts(segments: Sequence[Segment]) -> list[Use]:
    """An “X-first” of two words or more, and the prior something of X: both say 先行."""
    firsts: dict[tuple[str, ...], list[Use]] = {}
    priors: dict[tuple[str, ...], list[Use]] = {}
    for segment in segments:
        tokens, string = segment.target.tokens, segment.target.string
        for index, token in enumerate(tokens):
            if token.key == "first" and index > 1 and together(string, tokens[index - 2 : index + 1]):
                if string[tokens[index - 2].end] in "-‐‑":
                    words = tuple(stem(one.key) for one in tokens[index - 2 : index])
                    firsts.setdefault(words, []).append(use(segment, tokens[index - 2].start, token.end, "first"))
            elif token.key in _PRIOR and [one.key for one in tokens[index + 2 : index + 3]] == ["of"]:
                after = index + 3 + (tokens[index + 3 : index + 4] != () and tokens[index + 3].key == "the")
                words = tuple(stem(one.key) for one in tokens[after : after + 2])
                if len(words) == 2 and together(string, tokens[index : after + 2]):
                    priors.setdefault(words, []).append(use(segment, token.start, tokens[after + 1].end, "prior"))
    return [item for words in firsts if words in priors for item in (*firsts[words], *priors[words])]
