"""The opposite of what the source says: 円高 as a weaker yen, 北 as south, 兄 as sister.

Only pairs of a closed list, only where the source names one pole and nothing in it may mean the other, nothing in the
target renders that pole, and the target has the other pole with nothing else in the source to account for it. In a long
sentence only nouns are compared, and only where they stand beside the same words. Where either side negates, nothing
is said: 減らない is as good as “rises”. Beside a figure that both sides have, each figure has its own direction: 3%増 is not
“down 3 percent”, whatever else rises or falls in the sentence.

Bad: 市の北部で大雨が降った。 ⇒ Heavy rain fell in the ⟦southern⟧ part of the city.
Bad: 彼の兄は大阪に住んでいる。 ⇒ His ⟦sister⟧ lives in Osaka.
Bad: 米が3%上がり、豆は5%下がった。 ⇒ Rice rose 3 percent and beans ⟦rose⟧ 5 percent.
Good: 市の北部で大雨が降った。 ⇒ Heavy rain fell in the northern part of the city.
Good: 輸出の減少が止まった。 ⇒ Exports began to rise again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from tqa.lang.en.closed import NEGATIVES
from tqa.lang.values import Number
from tqa.model import Problem, Segment, Side
from tqa.rules import Context, Rule
from tqa.rules._values import said_as

if TYPE_CHECKING:
    from tqa.lang.counterparts.coverage import Word
    from tqa.lang.values.trends import Trend

RULE = Rule(
    id="antonym-flip",
    summary="the opposite of what the source says",
    severity="major",
    category="accuracy/mistranslation",
    needs="pair",
    lang="any",
    yields_to=("unrelated", "time-mismatch", "relative-time"),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or not segment.confident or not segment.target.tokens:
        return
    if {context.lang, context.source_lang} != {"en", "ja"}:
        return
    told = set()
    for problem in chain(_beside_figures(segment, context), _words(segment, context)):
        if (problem.start, problem.end) not in told:
            told.add((problem.start, problem.end))
            yield problem


def _beside_figures(segment: Segment, context: Context) -> Iterator[Problem]:
    """Figures that both sides have, and that go up on one and down on the other."""
    assert segment.source is not None
    ours, theirs = segment.source, segment.target
    said = list(said_as(segment, context, Number))
    for one, others in said:
        if one.kind == "money" and _in_dollars(ours, theirs):
            continue
        source = _trend(ours, [other for other, there in said if others[0] in there])
        target = _trend(theirs, others)
        if source is None or target is None or source.way == target.way:
            continue
        low, high = min(one.start, source.start), max(one.end, source.end)
        way, other_way = ("up", "down") if source.way > 0 else ("down", "up")
        message = f"{ours.string[low:high]} of the source goes {way}"
        message += f", “{theirs.string[target.start : target.end]}” {other_way}"
        yield Problem(segment, target.start, target.end, message, source=(low, high))


def _trend(side: Side, numbers: Sequence[Number]) -> Trend | None:
    """The way of some numbers of a side, if all go the same."""
    from tqa.lang.values.trends import english, japanese

    text = side.string
    if side.lang.CODE == "ja":
        found = [japanese(text, number.end) for number in numbers]
    else:
        found = [english(text, number.start, number.end) for number in numbers]
    return found[0] if len({trend.way if trend else 0 for trend in found}) == 1 else None


def _in_dollars(ours: Side, theirs: Side) -> bool:
    """True if yen and dollars are compared: the rise of the one is the fall of the other."""
    text = f"{ours.string} {theirs.string}".lower()
    return "円" in text and "dollar" in text


def _words(segment: Segment, context: Context) -> Iterator[Problem]:
    """Words of the list of opposites."""
    assert segment.source is not None
    from tqa.lang.counterparts.coverage import coverage
    from tqa.lang.opposites import Pole, forms, hints, negates, pairs

    ja, en = (segment.source, segment.target) if context.lang == "en" else (segment.target, segment.source)
    tokens = en.tokens
    ours = forms(ja.string, ja.tokens)
    if not ours:
        return
    words = coverage(ja.string, en.string).words
    for one, other in pairs():
        spans = [span for form, span in ours if form in one.ja]
        if not spans or _places(tokens, one.en) or hints(ja.string, one, other):
            continue
        if "上昇" in one.ja | other.ja and _in_dollars(ja, en):
            continue
        there = _places(tokens, other.plain)
        if not there:
            continue
        start, end = spans[0] if len(spans) == 1 else _likeliest(spans, there[0], ja.string, tokens)
        if negates(ja.tokens, tokens, (start, end), Pole(one.ja, one.en | other.en, other.plain)):
            continue
        places = [at for at in there if not _explained(words, at[0], tokens, (start, end))]
        if len(places) != 1 or _is_denied(tokens, places[0][0]):
            continue
        if not _is_plain(ja, (start, end), words, places[0], tokens):
            continue
        if _renders(words, spans, tokens, {at for span in there for at in range(*span)}):
            continue
        low, high = tokens[places[0][0]].start, tokens[places[0][1] - 1].end
        message = f"「{ja.string[start:end]}」 is the opposite of “{en.string[low:high]}”"
        at, source = ((low, high), (start, end)) if context.lang == "en" else ((start, end), (low, high))
        yield Problem(segment, at[0], at[1], message, source=source)


def _places(tokens: Sequence[Any], phrases: frozenset[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Where one of the phrases stands, as a range of words."""
    from tqa.lang.opposites import is_form

    found = {
        (at, at + len(phrase))
        for at in range(len(tokens))
        for phrase in phrases
        if at + len(phrase) <= len(tokens)
        and all(is_form(token.key, word) for token, word in zip(tokens[at:], phrase, strict=False))
    }
    return sorted(found)


_NEAR = 4  # words between the opposite and what stands beside it
_SHORT = 12  # words of a sentence in which all is near


def _is_plain(
    ja: Side, span: tuple[int, int], words: Sequence[Word], place: tuple[int, int], tokens: Sequence[Any]
) -> bool:
    """True if the word can hardly be told another way. In a long sentence what happens and how a thing is can be: only
    nouns are compared there, beside the same words."""
    if "より" not in ja.string and any(token.key == "than" for token in tokens):
        return False  # A is faster than B, B slower than A
    action = any(token.end == span[1] and "サ変" in token.detail for token in ja.tokens)
    noun = ja.string[span[1] - 1] > "ん" and not action
    if noun and [token.key for token in tokens[place[1] : place[1] + 1]] == ["by"]:
        return False  # fathered by
    return len(tokens) <= _SHORT or (noun and _is_beside(words, span, place, tokens))


def _is_beside(words: Sequence[Word], span: tuple[int, int], place: tuple[int, int], tokens: Sequence[Any]) -> bool:
    """True if the word before the span, or if none is known there the one after it, has its counterpart beside the
    English word."""
    known = [word for word in words if any(_tied(word, tokens[at]) for at in word.at)]
    before = [word for word in known if word.token.end <= span[0]][-1:]
    after = [word for word in known if word.token.start >= span[1]][:1]
    beside = (at for word in before or after for at in word.at if _tied(word, tokens[at]))
    then = [token.key for token in tokens[place[1] : place[1] + 2]]
    low = place[1] + then.index("of") if "of" in then else place[0] - _NEAR  # south of what?
    return any(low <= at < place[1] + _NEAR for at in beside)


def _is_denied(tokens: Sequence[Any], place: int) -> bool:
    """True for “not spacious”, and for “has left”, which is no place."""
    gone = tokens[place].key == "left" and place > 0 and tokens[place - 1].key in ("has", "have", "had")
    before = tokens[max(place - 3, 0) : place]
    return gone or any(token.key in NEGATIVES or token.key.endswith("n't") for token in before)


_TIE = 0.1  # weaker ones are accidents


def _tied(word: Word, token: Any) -> bool:
    from tqa.lang.counterparts.lexicon import renderings
    from tqa.lang.en.stems import key

    return renderings(word.token.lemma).get(key(token.key), 1.0) >= _TIE


def _explained(words: Sequence[Word], place: int, tokens: Sequence[Any], span: tuple[int, int]) -> bool:
    """True if a word outside the span accounts for the English word."""
    others = [word for word in words if not (span[0] <= word.token.start and word.token.end <= span[1])]
    return any(place in word.at and _tied(word, tokens[place]) for word in others)


_PARTS = frozenset("side part end half coast bank shore edge".split())
_RANKS = frozenset("eldest oldest elder older younger youngest first second third only big little".split())


def _likeliest(spans: list[tuple[int, int]], place: tuple[int, int], ja: str, tokens: Sequence[Any]) -> tuple[int, int]:
    """Of several places of a word, the one that lies in its text where another lies in the other."""
    share = place[0] / len(tokens)
    return min(spans, key=lambda span: abs(span[0] / len(ja) - share))


def _renders(words: Sequence[Word], spans: list[tuple[int, int]], tokens: Sequence[Any], opposite: set[int]) -> bool:
    """True if the word itself, each time, is rendered by something else than its opposite; the eldest of “eldest son”
    is none, nor the side of “east side”."""
    opposite = opposite | {place - 1 for place in opposite if place and tokens[place - 1].key in _RANKS}
    opposite |= {place + 1 for place in opposite if tokens[place + 1 : place + 2] and tokens[place + 1].key in _PARTS}
    own = [word for word in words if (word.token.start, word.token.end) in spans]
    places = {place for word in own for place in set(word.at) - opposite if _tied(word, tokens[place])}
    return len(places) >= len(spans)
