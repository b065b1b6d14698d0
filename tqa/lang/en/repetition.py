"""English text that says nothing new: loops of words, and clauses whose content words all stood there before.

Provenance: the list of function words is a closed class of English, written down by hand.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tqa.lang.en.closed import FUNCTION, LIGHT, NEGATIVES, SUBJECTS
from tqa.lang.en.forms import singular, verb_base
from tqa.lang.en.tokens import Token, tokens

_EMPTY = FUNCTION | frozenset(
    """toward towards upon like yet because although though while whereas whether why how him himself
    herself itself themselves me us them one having up here thus therefore hence however moreover
    furthermore still even just only such well now indeed addition fact meanwhile consequently accordingly
    according besides actually basically really very much more most quite rather so-called say says said
    saying s t re ve ll m d i'd i'll i'm i've it'll it's let's he's she's that's there's they're we're we've
    you're""".split()
)
_NEGATIVE = NEGATIVES | {"without", "hardly"}
_LONG = 6  # content words of a clause whose parts may have changed places
_COUPLED = 4  # words of each half of “X and X”
_ECHO, _REACH = 5, 10  # words of an echo at least, and between its halves at most
_LOOP = 12  # words of a loop at most
_AGAIN = 6  # words of a clause that comes again at least
_FAR = 20  # words from one beginning of it to the next at most
_SLACK = 1.3  # the first occurrence may be spread so much wider than the second


# Words that tell two statements apart, however alike the rest is: another subject, time or side.
_APART = frozenset(["also", "too", "again", "likewise", "similarly", "each", "another", "second"])

_COMPARES = frozenset("than those that same differ from between both not nor of whether".split())


class Loop(NamedTuple):
    """Words `first` to `last` (exclusive) are `size` words over and over; `once` is where the first copy ends."""

    first: int
    once: int
    last: int


@cache
def stem(key: str) -> str:
    """A rough base form, the same for the inflected forms of a word.

    >>> [stem(word) for word in ("given", "gave", "priorities", "continuing", "continued")]
    ['giv', 'giv', 'priority', 'continu', 'continu']
    """
    base = singular(verb_base(key))
    for ending in ("ing", "ied", "ed", "ly", "e"):
        if base.endswith(ending) and len(base) - len(ending) >= 3:
            base = base[: -len(ending)] + ("y" if ending == "ied" else "")
            break
    return base[:-1] if len(base) > 4 and base[-1] == base[-2] else base


def content(words: Sequence[Token]) -> list[tuple[int, str]]:
    """The content words as (index, stem)."""
    return [(index, stem(word.key)) for index, word in enumerate(words) if word.key not in _EMPTY]


def says_more(words: Sequence[Token]) -> bool:
    """True if a word such as "also" makes a statement of its own out of words that stood before."""
    return any(word.key in _APART for word in words)


def coupled(keys: Sequence[str]) -> tuple[int, int] | None:
    """The first and last (exclusive) index of the second copy in "X and X", where X is some words.

    >>> coupled("the head of the board and the head of the board met".split())
    (6, 11)
    """
    for at in range(_COUPLED, len(keys) - _COUPLED):
        if keys[at] not in ("and", "or", "where", "when", "which", "but"):
            continue
        size = 0
        while size < at and at + 1 + size < len(keys) and keys[at - 1 - size] != keys[at]:
            size += 1
        for length in range(min(size, len(keys) - at - 1), _COUPLED - 1, -1):
            if list(keys[at - length : at]) == list(keys[at + 1 : at + 1 + length]):
                return at + 1, at + 1 + length
    return None


def echoed(keys: Sequence[str]) -> tuple[int, int] | None:
    """Where the last words (five or more) stand once before, with at most ten words between, and where the last
    begin. What compares or sets apart ("the rules of the new school differ from those of the new school") is none.

    >>> echoed("the fee is paid by the heirs of the owner as it is paid by the heirs of the owner".split())
    (2, 12)
    >>> echoed("the rules of the new school differ from those of the new school".split())
    """
    if len(keys) < 2 * _ECHO or keys[-1] not in keys[:-_ECHO]:
        return None
    for size in range(len(keys) // 2, _ECHO - 1, -1):
        last = len(keys) - size
        for first in range(last - size, max(last - size - _REACH, 0) - 1, -1):
            if keys[first : first + size] == keys[last:]:
                around = (*keys[max(first - 1, 0) : first], *keys[first + size : last])
                return (first, last) if keys[last] != "of" and _COMPARES.isdisjoint(around) else None
    return None


def negations(words: Sequence[Token]) -> int:
    """How many of the words deny."""
    return sum(word.key in _NEGATIVE or word.key.endswith("n't") for word in words)


def restated(before: Sequence[tuple[int, str]], now: Sequence[tuple[int, str]]) -> tuple[int, int] | None:
    """Where in `before` (content words) all the content words of `now` already stand, close together.

    They stand in the same order, or in two parts that have changed places ("B because A" after "Because A, B").
    Gives the indices of the first and the last of them among the words of `before`'s sentence, or None.
    """
    stems = [word for _, word in now]
    old = [word for _, word in before]
    if not stems or len(stems) > len(old) or not set(stems) <= set(old):
        return None
    width = int(len(stems) * _SLACK) + 1
    wanted = sorted(stems)
    for start in range(len(old) - len(stems) + 1):
        if old[start] not in stems:
            continue
        window = old[start : start + width]
        last = _covers(window, wanted)
        if last and _breaks(window[:last], stems) <= len(stems) // _LONG:
            return before[start][0], before[start + last - 1][0]
    return None


def _covers(window: Sequence[str], wanted: Sequence[str]) -> int:
    """How many words of the window it takes to hold all the wanted ones, or 0."""
    left = list(wanted)
    for index, word in enumerate(window):
        if word in left:
            left.remove(word)
            if not left:
                return index + 1
    return 0


def _breaks(window: Sequence[str], stems: Sequence[str]) -> int:
    """The pairs of neighbours that do not follow each other in the window, with at most one word between."""
    pairs = set(pairwise(window)) | set(zip(window, window[2:], strict=False))
    return sum((left, right) not in pairs for left, right in pairwise(stems))


def loops(keys: Sequence[str]) -> list[Loop]:
    """Runs of the same words over and over, at least twice, the widest first and none inside another.

    >>> loops("the end of the end of the end of it".split())
    [Loop(first=0, once=3, last=9)]
    """
    found: list[Loop] = []
    at = 0
    while at < len(keys) - 1:
        if keys[at] not in keys[at + 1 : at + 1 + _LOOP]:  # nearly always
            at += 1
            continue
        best = Loop(at, at, at)
        for size in range(1, min(_LOOP, (len(keys) - at) // 2) + 1):
            if keys[at + size] != keys[at]:
                continue
            last = at + size
            while last < len(keys) and keys[last] == keys[last - size]:
                last += 1
            last -= (last - at) % size
            if last - at >= 2 * size and last > best.last:
                best = Loop(at, at + size, last)
        if best.last > at:
            found.append(best)
            at = best.last
        else:
            at += 1
    return found


def again(keys: Sequence[str]) -> tuple[int, int, int] | None:
    """Where words stand, where they come again, and how many they are, the longest that can be; or None.

    >>> again("it is good to open the door so it is good to open the door".split())
    (0, 8, 7)
    """
    if len(keys) < 2 * _AGAIN:
        return None
    seen: dict[tuple[str, ...], int] = {}
    for at in range(len(keys) - _AGAIN + 1):
        if not any(_head(key) in SUBJECTS for key in keys[at : at + 2]):
            continue
        words = tuple(keys[at : at + _AGAIN])
        first = seen.setdefault(words, at)
        full = any(word not in LIGHT and _head(word) not in SUBJECTS for word in words)
        if full and _AGAIN <= at - first <= _FAR:
            size = _AGAIN
            while size < at - first and at + size < len(keys) and keys[first + size] == keys[at + size]:
                size += 1
            return first, at, size
        seen[words] = at
    return None


def _head(key: str) -> str:
    """“i” of i'm."""
    return key.split("'")[0].split("’")[0]


def repeats(string: str) -> bool:
    """True if a text says a word of some length twice.

    >>> repeats("Let her go, man, let her go."), repeats("I adore my cat.")
    (True, False)
    """
    keys = [token.key for token in tokens(string) if len(token.key) > 2 and token.key not in LIGHT]
    return len(set(keys)) < len(keys)
