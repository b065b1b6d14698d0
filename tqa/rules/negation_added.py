"""A negation that nothing in the source says: 発表した as “did not announce”.

Said of sources in writing that deny nothing, where the word after “not” is the usual one for the verb that one of their
sentences ends with.

Bad: 首相は新しい計画を発表した。 ⇒ The prime minister did ⟦not⟧ announce the new plan.
Good: 彼はそれを拒否した。 ⇒ He did not accept it.
Good: 彼の声はいまひとつだった。 ⇒ His voice was not at its best.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

if TYPE_CHECKING:
    from tqa.lang.counterparts.coverage import Coverage

RULE = Rule(
    id="negation-added",
    summary="a negation that the source does not have",
    severity="critical",
    category="accuracy/mistranslation",
    needs="pair",
    yields_to=("untranslated", "unrelated", "truncated"),
)
_WORDS = ("not", "n't", "n’t")
_USUAL = 0.05  # strength of the tie in the table of renderings


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    target = segment.target
    if segment.source is None or not segment.confident or not any(word in target.string for word in _WORDS):
        return
    at = _tied(segment)
    if at >= 0:
        token = target.tokens[at]
        yield Problem(segment, token.start, token.end, f"“{token.text}” has no negation in the source")


def _tied(segment: Segment) -> int:
    """The index of a “not” before the usual word for a verb that a source without any denial has, or -1."""
    from tqa.lang.en.negation import negated, waits
    from tqa.lang.ja.negation import affirms

    assert segment.source is not None
    source = segment.source.string
    words = negated(segment.target.tokens)
    if not words or not affirms(source):
        return -1
    from tqa.lang.counterparts.coverage import coverage
    from tqa.lang.counterparts.lexicon import renderings
    from tqa.lang.en.stems import key

    found = coverage(source, segment.target.string)
    for at, after in words:
        if waits(segment.target.string[segment.target.tokens[at].end :]):
            continue
        if sum(token.key == segment.target.tokens[after].key for token in segment.target.tokens) > 1:
            continue  # the other one may be the source's
        for word in found.words:
            tie = renderings(word.token.lemma).get(key(segment.target.tokens[after].key), 0.0)
            if after in word.at and tie >= _USUAL and _verbal(word.token, source):
                return at if _is_last(word.token, source, found) else -1
    return -1


def _is_last(token: Any, source: str, found: Coverage) -> bool:
    """True for the predicate that a sentence ends with: others are too easily told in another way."""
    end = source.find("。", token.end)
    return not any(token.end <= word.token.start < end for word in found.words)


def _verbal(token: Any, source: str) -> bool:
    """True for a verb, and for a noun that する or the like makes one."""
    rest = source[token.end : token.end + 2]
    return token.pos == "verb" or (token.pos == "noun" and rest.startswith(("し", "す", "さ", "を行", "が行", "が決")))
