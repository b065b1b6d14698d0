"""The opposite of what the source says: 円高 as a weaker yen, 北 as south, 兄 as sister.

Only pairs of a closed list, only where the source names one pole and not the other, nothing in the target renders
that pole, and the target has the other pole with nothing else in the source to account for it. Where either
side negates, nothing is said: 減らない is as good as “rises”.

Bad: 市の北部で大雨が降った。 ⇒ Heavy rain fell in the ⟦southern⟧ part of the city.
Bad: 彼の兄は大阪に住んでいる。 ⇒ His ⟦sister⟧ lives in Osaka.
Good: 市の北部で大雨が降った。 ⇒ Heavy rain fell in the northern part of the city.
Good: 輸出の減少が止まった。 ⇒ Exports began to rise again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

if TYPE_CHECKING:
    from tqa.lang.coverage import Word

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
    from tqa.lang.coverage import coverage
    from tqa.lang.opposites import forms, negates, pairs

    ja, en = (segment.source, segment.target) if context.lang == "en" else (segment.target, segment.source)
    tokens = en.tokens
    ours = forms(ja.string, ja.tokens)
    if not ours or negates(ja.tokens, tokens):
        return
    words = coverage(ja.string, en.string).words
    for one, other in pairs():
        spans = [span for form, span in ours if form in one.ja]
        if len(spans) != 1 or any(form in other.ja for form, _ in ours) or _places(tokens, one.en):
            continue
        start, end = spans[0]
        there = _places(tokens, other.plain)
        places = [at for at in there if not _explained(words, at[0], tokens, (start, end))]
        if len(places) != 1 or _renders(words, (start, end), tokens, {at for span in there for at in range(*span)}):
            continue
        low, high = tokens[places[0][0]].start, tokens[places[0][1] - 1].end
        message = f"「{ja.string[start:end]}」 is the opposite of “{en.string[low:high]}”"
        at, source = ((low, high), (start, end)) if context.lang == "en" else ((start, end), (low, high))
        yield Problem(segment, at[0], at[1], message, source=source)


def _places(tokens: Sequence[Any], phrases: frozenset[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Where one of the phrases stands, as a range of words."""
    from tqa.lang.lexicon import key

    keys = [key(token.key) for token in tokens]
    return [
        (at, at + len(phrase))
        for at in range(len(keys))
        for phrase in phrases
        if tuple(keys[at : at + len(phrase)]) == phrase
    ]


_TIE = 0.1  # weaker ones are accidents


def _tied(word: Word, token: Any) -> bool:
    from tqa.lang.lexicon import key, renderings

    return renderings(word.token.lemma).get(key(token.key), 1.0) >= _TIE


def _explained(words: Sequence[Word], place: int, tokens: Sequence[Any], span: tuple[int, int]) -> bool:
    """True if a word outside the span accounts for the English word."""
    others = [word for word in words if not (span[0] <= word.token.start and word.token.end <= span[1])]
    return any(place in word.at and _tied(word, tokens[place]) for word in others)


def _renders(words: Sequence[Word], span: tuple[int, int], tokens: Sequence[Any], opposite: set[int]) -> bool:
    """True if the word itself is rendered by something else than its opposite."""
    own = [word for word in words if (word.token.start, word.token.end) == span]
    return any(_tied(word, tokens[place]) for word in own for place in set(word.at) - opposite)
