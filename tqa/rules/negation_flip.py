"""A negation lost: 関与していない as “was involved”, “do not” as してください, “not only” dropped.

Sentence is compared with sentence. Said of a plain predicate that the source negates, where the translation has the
very verb and no word that could carry a negation; of what the source forbids or says to be impossible, where nothing
in the translation denies at all; and of “not only” without any addition. The many forms that only look negative
(なければならない, かもしれない, ではないか) are left alone.

Bad: 彼は事件に関与していない。 ⇒ He ⟦was⟧ involved in the plot.
Bad: 政府は計画を発表していない。 ⇒ The government ⟦has⟧ announced the plan.
Bad: 濡れた手で触らないでください。 ⇒ ⟦Touch⟧ it with wet hands.
Bad: 問題は値段だけではない。 ⇒ The problem ⟦is⟧ the price.
Good: 直ちに対応しなければならない。 ⇒ We must respond at once.
Good: 彼は事件に関与していない。 ⇒ He was uninvolved in the case.
Good: 彼はお酒を飲まない。 ⇒ He is a teetotaler.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Any

from tqa.lang.en.closed import AUXILIARIES, MODALS, NEGATIVES
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
_USUAL = 0.2  # strength of the tie in the table of renderings
_DENYING = NEGATIVES | {"without"}
_VERBAL = tuple("しすさせで、。") + ("",)  # a noun before these may be the predicate
_LIGHT = frozenset(("行う", "実施", "為る"))  # the noun before says what is not done
_OF = ("は", "を", "も")
_Place = tuple[int, int]


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or not segment.confident:
        return
    told: list[_Place] = []
    japanese = context.lang == "ja"
    pairs = list(_pairs(segment.source.sentences, segment.target.sentences))
    problems = [
        (_into_japanese if japanese else _into_english)(segment, *pair)
        for pair in chain(() if japanese else _parts(segment), pairs)
    ]
    problems += [] if japanese else [_within(segment, *pair) for pair in pairs]
    for problem in chain(*problems):
        start, end = problem.source or (0, 0)
        if not any(start < high and low < end for low, high in told):
            told.append((start, end))
            yield problem


def _parts(segment: Segment) -> Iterator[tuple[_Place, _Place]]:
    """Predicates within a sentence: speech in its one pair of quotation marks, and a first clause before が、."""
    assert segment.source is not None
    ours, theirs = segment.source, segment.target
    if len(ours.quotations) == len(theirs.quotations) == 1:
        (low, high), (start, end) = ours.quotations[0], theirs.quotations[0]
        said, told = ours.string[low + 1 : high - 1], theirs.string[start + 1 : end - 1]
        for one, other in _pairs(ours.lang.sentences(said), theirs.lang.sentences(told)):
            yield (low + 1 + one[0], low + 1 + one[1]), (start + 1 + other[0], start + 1 + other[1])
    at = ours.string.find("たが、")
    if len(ours.sentences) == len(theirs.sentences) == 1 and at > 0 and not ours.quotations:
        yield (0, at + 1), (0, len(theirs.string))


def _pairs(ours: Sequence[_Place], theirs: Sequence[_Place]) -> Iterator[tuple[_Place, _Place]]:
    """Sentences that translate each other, if there are as many; else all of one side with all of the other."""
    if len(ours) == len(theirs):
        yield from zip(ours, theirs, strict=True)
    elif ours and theirs:
        yield (ours[0][0], ours[-1][1]), (theirs[0][0], theirs[-1][1])


def _into_english(segment: Segment, ours: _Place, theirs: _Place) -> Iterator[Problem]:
    """The Japanese denies its one predicate, the English states."""
    from tqa.lang.negation import adds, denies, forbids, may_add, may_be_negative

    assert segment.source is not None
    source, target = segment.source.string[slice(*ours)], segment.target.string[slice(*theirs)]
    if "?" in target:
        return
    more, never = adds(source), forbids(source)
    if more is not None and not may_add(target):
        yield _lost(segment, ours, theirs, more, "is “not only”: nothing here says so")
    elif (never or denies(source)) and not may_be_negative(_beside_without(source, segment, theirs)):
        if never or _says_it(source, target):
            yield _lost(segment, ours, theirs, never or _end(source), "negates, nothing here does")


def _within(segment: Segment, ours: _Place, theirs: _Place) -> Iterator[Problem]:
    """What the Japanese denies or leaves out anywhere in a sentence, and the English states."""
    from tqa.lang.denied import excepts, may_except, stated

    assert segment.source is not None
    source, target = segment.source.string[slice(*ours)], segment.target.string[slice(*theirs)]
    if "?" in target:
        return
    aside = excepts(source)
    if aside is not None and not may_except(target):
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
    token = _verb(found.target, min(before[-1].at, default=-1) if before else -1)
    source = ours[0] + start, ours[0] + place[1]
    message = f"「{segment.source.string[slice(*source)]}」 {why}"
    return Problem(segment, theirs[0] + token.start, theirs[0] + token.end, message, source=source)


def _verb(words: Sequence[Any], at: int) -> Any:
    """The auxiliary that goes with the word at an index; where that is not known, the last “can” or “is” and the like."""
    if at >= 0:
        return words[next((k for k in range(at, max(at - 4, -1), -1) if words[k].key in AUXILIARIES), at)]
    found = [word for word in words if word.key in AUXILIARIES]
    return next((word for word in reversed(found) if word.key in MODALS), found[-1] if found else words[0])


def _beside_without(source: str, segment: Segment, theirs: _Place) -> list[Any]:
    """The words of a sentence; but for “without” where the source has one of its own, and for the failures of 失敗."""
    from tqa.lang.counterparts.coverage import coverage
    from tqa.lang.counterparts.lexicon import key, renderings

    target = segment.target.string[slice(*theirs)]
    found = coverage(source, target)
    nouns = [one for one in found.words if one.token.pos == "noun" and source[one.token.end :][:1] not in _VERBAL]
    rendered = {
        theirs[0] + found.target[at].start
        for word in nouns
        for at in word.at
        if found.target[at].key not in _DENYING
        and renderings(word.token.lemma).get(key(found.target[at].key), 0.0) >= _USUAL
    }
    own = any(word in source for word in ("なく、", "なしに", "なしで", "ずに", "無しで", "ないで"))
    words = [token for token in segment.target.tokens if theirs[0] <= token.start < theirs[1]]
    words = [token for token in words if token.start not in rendered]
    return [token for token in words if not own or token.key != "without"]


def _into_japanese(segment: Segment, ours: _Place, theirs: _Place) -> Iterator[Problem]:
    """The English denies its one predicate, the Japanese states."""
    from tqa.lang.negation import adding, asks_for, denial, denied, forbidden, idle, may_go_on

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
        word = denial([token for token in segment.source.tokens if ours[0] <= token.start < ours[1]])
        if word is not None:
            place = word.start - ours[0], word.end - ours[0]
            yield _stated(segment, ours, theirs, place, "negates, nothing here does")


def _says_it(source: str, target: str) -> bool:
    """True if the translation has the usual word for the predicate that the source negates."""
    from tqa.lang.counterparts.coverage import coverage
    from tqa.lang.counterparts.lexicon import key, renderings

    found = coverage(source, target)
    words = [word for word in found.words if word.token.pos in ("verb", "adjective", "noun", "shape")]
    if len(words) > 1 and words[-1].token.lemma in _LIGHT and source[words[-2].token.end :][:1] in _OF:
        words = words[:-1]
    elif _potential().search(source) and any(word.key in ("can", "could", "able") for word in found.target):
        return True
    elif not words or any(particle in _rest(source[words[-1].token.end :]) for particle in "はがをもに"):
        return False
    usual = renderings(words[-1].token.lemma)
    return any(usual.get(key(found.target[at].key), 0.0) >= _USUAL for at in words[-1].at)


def _rest(tail: str) -> str:
    """What follows a predicate, without the は of its own denial."""
    return re.sub("^[はがも](?=な[いか])", "", tail.replace("では", "で", 1).replace("とも", "と", 1))


@cache
def _potential() -> re.Pattern[str]:
    """What cannot be: 言えない, 入れなかった."""
    return re.compile(r"(?:[えけげせてねべめれ]|でき)な(?:い|かった)[。」]?$")


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
