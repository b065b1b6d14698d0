"""A negation lost: 関与していない as “was involved”, “do not” as してください, “not only” dropped.

Said of a predicate that the source negates, where the translation has its usual word and no word that could carry a
negation; of what the source forbids in so many words, where nothing in the translation denies; and of “not only” and
“except”, where nothing adds or leaves out. What only looks negative (なければならない, かもしれない, 申し訳ない, ではないか) is
left alone, and so is a translation that leaves out more than the negation.

Bad: 彼は事件に関与していない。 ⇒ He was ⟦involved⟧ in the plot.
Bad: 政府は計画を発表していない。 ⇒ The government has ⟦announced⟧ the plan.
Bad: 濡れた手で触らないでください。 ⇒ ⟦Touch⟧ it with wet hands.
Bad: 問題は値段だけではない。 ⇒ The problem ⟦is⟧ the price.
Good: 直ちに対応しなければならない。 ⇒ We must respond at once.
Good: 彼は事件に関与していない。 ⇒ He was uninvolved in the case.
Good: 彼はお酒を飲まない。 ⇒ He is a teetotaler.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tqa.lang.en.closed import AUXILIARIES, MODALS
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
_USUAL = 0.05  # strength of the tie in the table of renderings
_Place = tuple[int, int]


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or not segment.confident:
        return
    told: list[_Place] = []
    compare = _into_japanese if context.lang == "ja" else _into_english
    for pair in _pairs(segment.source.sentences, segment.target.sentences):
        for problem in compare(segment, *pair):
            start, end = problem.source or (0, 0)
            if not any(start < high and low < end for low, high in told):
                told.append((start, end))
                yield problem


def _pairs(ours: Sequence[_Place], theirs: Sequence[_Place]) -> Iterator[tuple[_Place, _Place]]:
    """Sentences that translate each other, if there are as many; else all of one side with all of the other."""
    if len(ours) == len(theirs):
        yield from zip(ours, theirs, strict=True)
    elif ours and theirs:
        yield (ours[0][0], ours[-1][1]), (theirs[0][0], theirs[-1][1])


def _into_english(segment: Segment, ours: _Place, theirs: _Place) -> Iterator[Problem]:
    """What the Japanese denies, forbids or leaves out, and the English states."""
    from tqa.lang.denied import added, excepted, prohibited, stated

    assert segment.source is not None
    source, target = segment.source.string[slice(*ours)], segment.target.string[slice(*theirs)]
    if "?" in target:
        return
    more = added(source, target)
    if more is not None:
        yield _lost(segment, ours, theirs, more, "is “not only”: nothing here says so")
    never = prohibited(source, target)
    if never is not None:
        yield _lost(segment, ours, theirs, never, "negates, nothing here does")
    aside = excepted(source, target)
    if aside is not None:
        yield _lost(segment, ours, theirs, aside, "leaves something out: nothing here does")
    for one in stated(source, target):
        start, end = (theirs[0] + at for at in one.place)
        message = f"「{source[one.start : one.end]}」 negates, nothing here does"
        yield Problem(segment, start, end, message, source=(ours[0] + one.start, ours[0] + one.end))


def _lost(segment: Segment, ours: _Place, theirs: _Place, place: _Place, why: str) -> Problem:
    """A finding at the English verb for the predicate before `place`, which is in the source's sentence."""
    from tqa.lang.counterparts.coverage import coverage

    assert segment.source is not None
    found = coverage(segment.source.string[slice(*ours)], segment.target.string[slice(*theirs)])
    before = [word for word in found.words if word.token.start < place[1]]
    start = min(place[0], before[-1].token.start) if before else place[0]
    rendered = [word for word in before if word.at]
    token = _verb(found.target, min(rendered[-1].at) if rendered else -1)
    source = ours[0] + start, ours[0] + place[1]
    message = f"「{segment.source.string[slice(*source)]}」 {why}"
    return Problem(segment, theirs[0] + token.start, theirs[0] + token.end, message, source=source)


def _verb(words: Sequence[Any], at: int) -> Any:
    """The auxiliary that goes with the word at an index; where that is not known, the last “can” or “is” and the like."""
    if at >= 0:
        return words[next((k for k in range(at, max(at - 4, -1), -1) if words[k].key in AUXILIARIES), at)]
    found = [word for word in words if word.key in AUXILIARIES]
    return next((word for word in reversed(found) if word.key in MODALS), found[-1] if found else words[0])


def _into_japanese(segment: Segment, ours: _Place, theirs: _Place) -> Iterator[Problem]:
    """The English denies its one predicate, the Japanese states."""
    from tqa.lang.en.negation import adding, denial, forbidden, idle
    from tqa.lang.ja.negation import asks_for, denied, may_go_on

    assert segment.source is not None
    source, target = segment.source.string[slice(*ours)], segment.target.string[slice(*theirs)]
    if "?" in source:
        return
    more, order = adding(source), forbidden(source)
    if more is not None:
        if not may_go_on(target):
            yield _stated(segment, ours, theirs, more, "(だけでなく): nothing here says so")
    elif order is not None:
        if asks_for(target):
            yield _stated(segment, ours, theirs, order, "forbids, this asks for it")
    elif not idle(source) and not denied(target):
        tokens = [token for token in segment.source.tokens if ours[0] <= token.start < ours[1]]
        word = denial(tokens)
        if word is not None and _is_rendered(tokens, tokens.index(word) + 1, source, target):
            place = word.start - ours[0], word.end - ours[0]
            yield _stated(segment, ours, theirs, place, "negates, nothing here does")


def _is_rendered(tokens: Sequence[Any], after: int, source: str, target: str) -> bool:
    """Whether one of the two words after a “not” has its counterpart: else more than the denial is lost."""
    from tqa.lang.counterparts.coverage import coverage
    from tqa.lang.counterparts.lexicon import renderings
    from tqa.lang.en.stems import key

    keys = {key(token.key) for token in tokens[after : after + 2]}
    return any(
        renderings(word.token.lemma).get(known, 0.0) >= _USUAL
        for word in coverage(target, source).words
        for known in keys
    )


def _stated(segment: Segment, ours: _Place, theirs: _Place, place: _Place, why: str) -> Problem:
    """A finding at the end of the Japanese sentence, where its verb is."""
    assert segment.source is not None
    start, end = _end(segment.target.string[slice(*theirs)])
    source = ours[0] + place[0], ours[0] + place[1]
    message = f"“{segment.source.string[slice(*source)]}” of the source {why}"
    return Problem(segment, theirs[0] + start, theirs[0] + end, message, source=source)


def _end(japanese: str) -> tuple[int, int]:
    """The last characters of a sentence, where its verb is."""
    end = len(japanese.rstrip("。」！ \n"))
    return max(end - 4, 0), end
