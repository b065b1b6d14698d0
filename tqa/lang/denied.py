"""What a Japanese sentence denies and its translation does not: `stated` a predicate, `prohibited` what must not be
done, `added` “not only”, `excepted` “except”.

`tqa.lang.ja.negation` finds the Japanese, `tqa.lang.en.negation` every English word that could render it. Here the two
are compared: what is denied must have its own English word, about where it is expected, and no word of the translation
may be able to carry the denial, but those that render something else (“off” 切れる, “protection” 保護).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tqa.lang.counterparts.coverage import Coverage, Word, coverage
from tqa.lang.en.closed import NEGATIVES
from tqa.lang.en.negation import has_prefix, may_add, may_be_negative, may_be_owned, may_except
from tqa.lang.ja.negation import Denial, adds, excepts, predicates, prohibits

_USUAL, _STRONG = 0.05, 0.2  # strength of the tie in the table of renderings
# Too much renders as these.
_FAINT = frozenset("most after since soon home ten until therefore where when while".split())
_PARTICLES = frozenset("off out away".split())  # carried out
_STAYING = frozenset("keep keeps kept keeping remain remains remained remaining stay stays stayed".split())  # not left
_FAR = 30  # words from where it would stand if both languages had one order: another's word
_CLOSE = 3  # words before a predicate in which a denial is its own, whatever else it renders


class Stated(NamedTuple):
    """A negated predicate, from its word to its “not” in the source, and the place of its English word."""

    start: int
    end: int
    place: tuple[int, int]


def stated(source: str, target: str) -> Iterator[Stated]:
    """The predicates that a Japanese sentence negates and its translation does not.

    >>> found = list(stated("店に駐車場はないので、バスを使う。", "The shop has a parking lot, so use the bus."))
    >>> [(one.start, one.end, one.place) for one in found]
    [(2, 8, (15, 22))]
    >>> list(stated("店に駐車場はないので、バスを使う。", "The shop has no parking lot, so use the bus."))
    []
    """
    for one in predicates(source):
        found = coverage(source, target)
        at = _place(one, source, found)
        if at >= 0:
            yield Stated(one.start, one.end, (found.target[at].start, found.target[at].end))


def _place(denial: Denial, source: str, found: Coverage) -> int:
    """The index of the English word for a negated one, if nothing in the sentence can negate it; else -1."""
    mentions = [word for word in found.words if word.token.lemma == denial.word.lemma]
    rank = next((at for at, word in enumerate(mentions) if word.token.start == denial.start), -1)
    if rank < 0 or not _follows(found):
        return -1
    own = {at for at in mentions[rank].at if _tied(mentions[rank], at, found)}
    places = [at for at in sorted(own) if found.target[at].key not in _FAINT]
    if len(places) < len(mentions):
        return -1  # which of them is the English one?
    others = [one for one in found.words if one.token.lemma != denial.word.lemma]
    owned = {at for one in others for at in one.at if may_be_owned(found.target[at].key) and _tied(one, at, found)}
    owned = owned.difference(*(_just_before(at, found) for at in places))
    owned.update(at for at in own if found.target[at].key in _PARTICLES or _is_main(mentions[rank], at, found))
    expected = denial.start / len(source) * len(found.target)
    if may_be_negative(found.target, owned) or abs(places[rank] - expected) > _FAR:
        return -1
    return places[rank]


def _just_before(at: int, found: Coverage) -> Iterator[int]:
    """The places before a word, in its phrase: a denial there is the word's, whatever else it renders."""
    for place in range(at - 1, max(at - 1 - _CLOSE, -1), -1):
        if found.target[place + 1].start - found.target[place].end > 1:
            return
        yield place


def _is_main(word: Word, at: int, found: Coverage) -> bool:
    """Whether an English word is the usual one for a word, and none that denies in itself."""
    english = found.target[at].key
    plain = not has_prefix(english) and english not in _STAYING | NEGATIVES
    return plain and _tied(word, at, found, _STRONG)


def _tied(one: Word, at: int, found: Coverage, strength: float = _USUAL) -> bool:
    from tqa.lang.counterparts.lexicon import renderings
    from tqa.lang.en.stems import key

    ties = renderings(one.token.lemma)
    return ties.get(key(found.target[at].key), 0.0) >= min(strength, max(ties.values(), default=1.0))


def prohibited(source: str, target: str) -> tuple[int, int] | None:
    """Where a Japanese sentence forbids something, and nothing in its translation denies.

    >>> prohibited("濡れた手で触らないでください。", "Touch it with wet hands.")
    (7, 14)
    >>> prohibited("濡れた手で触らないでください。", "Keep wet hands away from it.")
    """
    span = prohibits(source)
    if span is None:
        return None
    found = coverage(source, target)
    own = any(word in source for word in ("なく、", "なしに", "なしで", "ずに", "無しで", "ないで"))
    without = {at for at, token in enumerate(found.target) if own and token.key == "without"}
    before = [word for word in found.words if word.token.start < span[0]]
    said = bool(before and before[-1].at) and _follows(found)
    return span if said and not may_be_negative(found.target, without) else None


def _follows(found: Coverage) -> bool:
    """Whether a third of what is known of the source is in its translation: else more than a denial is lost."""
    known = [word for word in found.words if word.weight > 0]
    return 3 * sum(bool(word.at) for word in known) >= len(known)


def added(source: str, target: str) -> tuple[int, int] | None:
    """Where a Japanese sentence says “not only”, and nothing in its translation adds anything.

    >>> added("問題は値段だけではない。", "The problem is the price.")
    (5, 11)
    """
    span = adds(source)
    return span if span and not may_add(target) and _follows(coverage(source, target)) else None


def excepted(source: str, target: str) -> tuple[int, int] | None:
    """Where a Japanese sentence leaves out something that its translation names without any such word.

    >>> excepted("公園は冬を除き、毎日開いている。", "The park is open every day in winter.")
    (4, 7)
    """
    span = excepts(source)
    if span is None or may_except(target):
        return None
    found = coverage(source, target)
    before = [word for word in found.words if word.token.end == span[0] and word.token.pos != "verb"]
    named = any(_tied(word, at, found) for word in before for at in word.at)
    return span if named and not may_be_negative(found.target) else None
