"""A negation lost: 関与していない as “was involved”.

Said only of short sentences with one plain predicate that the source negates, where the translation has the very verb
and no word that could carry a negation. The many forms that only look negative (なければならない, かもしれない, ではないか) are
left alone. Into Japanese: one plain “not”, and nothing that could carry a negation.

Bad: 彼は事件に関与していない。 ⇒ He ⟦was⟧ involved in the plot.
Bad: 政府は計画を発表していない。 ⇒ The government ⟦has⟧ announced the plan.
Good: 直ちに対応しなければならない。 ⇒ We must respond at once.
Good: 彼は事件に関与していない。 ⇒ He was uninvolved in the case.
Good: 彼はお酒を飲まない。 ⇒ He is a teetotaler.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="negation-flip",
    summary="a negation lost",
    severity="critical",
    category="accuracy/mistranslation",
    needs="pair",
    lang="any",
    yields_to=("untranslated", "unrelated", "truncated"),
)
_VERBS = frozenset(
    "is are was were am do does did has have had will would can could may might shall should must".split()
)


_USUAL = 0.2  # strength of the tie in the table of renderings


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or not segment.confident:
        return
    if context.lang == "ja":
        yield from _into_japanese(segment)
    else:
        yield from _into_english(segment)


def _into_english(segment: Segment) -> Iterator[Problem]:
    """The Japanese denies its one predicate, the English states."""
    from tqa.lang.negation import denies, may_be_negative

    assert segment.source is not None
    source, tokens = segment.source.string, segment.target.tokens
    if len(segment.source.sentences) != 1 or len(segment.target.sentences) != 1 or "?" in segment.target.string:
        return
    if denies(source) and not may_be_negative(tokens) and _says_it(source, segment):
        token = next((token for token in tokens if token.key in _VERBS), None)
        if token is not None:
            yield Problem(segment, token.start, token.end, "the source negates, nothing here does", source=_end(source))


def _into_japanese(segment: Segment) -> Iterator[Problem]:
    """The English denies its one predicate, the Japanese states."""
    from tqa.lang.negation import denial, idle, may_deny

    assert segment.source is not None
    source, target = segment.source, segment.target
    if len(source.sentences) != 1 or len(target.sentences) != 1 or "?" in source.string:
        return
    word = denial(source.tokens)
    if word is not None and not idle(source.string) and not may_deny(target.string):
        message = f"“{word.text}” of the source: nothing here negates"
        yield Problem(segment, *_end(target.string), message, source=(word.start, word.end))


def _says_it(source: str, segment: Segment) -> bool:
    """True if the translation has the usual word for the predicate that the source negates."""
    from tqa.lang.coverage import coverage
    from tqa.lang.lexicon import key, renderings

    found = coverage(source, segment.target.string)
    words = [word for word in found.words if word.token.pos in ("verb", "adjective", "noun", "shape")]
    if not words or any(particle in source[words[-1].token.end :] for particle in "はがをもに"):
        return False
    usual = renderings(words[-1].token.lemma)
    return any(usual.get(key(found.target[at].key), 0.0) >= _USUAL for at in words[-1].at)


def _end(japanese: str) -> tuple[int, int]:
    """The last characters of a sentence, where its verb is."""
    end = len(japanese.rstrip("。」！ \n"))
    return max(end - 4, 0), end
