"""Which words of a text look like a rendering that is not there: by letters they share with it or with the sound of
its Japanese."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tqa.lang.en.closed import LIGHT
from tqa.lang.en.names import plain
from tqa.lang.en.renderings import Words
from tqa.lang.en.tokens import Token

ALIKE = 0.6  # of the letter pairs are shared: another spelling or another part of the same name
_WIDEST = 7  # words
_RUN = 3  # words
_LOOSE = 0.42  # less than this says nothing


Span = tuple[int, int]


@lru_cache(16384)
def pairs(letters: str) -> frozenset[str]:
    """The pairs of neighbouring letters.

    >>> sorted(pairs("onin"))
    ['in', 'ni', 'on']
    """
    return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """How many letter pairs two words share, from 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def letters(form: str) -> str:
    """A form's letters and digits in lower case, articles left out."""
    return "".join(char for char in plain(form.lower().removeprefix("the ")) if char.isalnum())


class Near(NamedTuple):
    """Words that look like a form: how much (0 to 1), and where they stand."""

    score: float
    start: int
    end: int


def nearest(forms: Sequence[str], words: Words, taken: Sequence[Span], sound: str = "") -> Near | None:
    """The words most like one of some forms, or like the sound of the first, outside the spans that stand for something
    else.

    A word beside them that stands where the form goes on is part of the place.

    >>> from tqa.lang.en.tokens import tokens
    >>> text = "He fought in the Heiji Disturbance at Kyoto."
    >>> nearest(["Heiji War"], Words(text, tokens(text)), ())[1:]
    (17, 34)
    """
    wanted = [(form, pairs(letters(form))) for form in forms if len(letters(form)) > 2]
    if forms and len(sound) > 2:
        wanted.append((forms[0], pairs(letters(sound))))
    if not wanted:
        return None
    every = frozenset().union(*(form for _, form in wanted))
    longest = max(len(form) for _, form in wanted) * 2
    best, span, like = _LOOSE, None, ""
    for first, last, found in _windows(words, taken, every, longest):
        for form, shape in wanted:
            score = alike(found, shape)
            if score > best:
                best, span, like = score, (first, last), form
    other = _beginning(forms[0], words, taken) if best < ALIKE else None
    if other is not None:
        best, span, like = ALIKE, other, forms[0]
    if span is None:
        return None
    return Near(best, *words.span(*_extended(span, like, words, taken)))


def _beginning(form: str, words: Words, taken: Sequence[Span]) -> Span | None:
    """Where the capital stands that a form begins with, if other words than the form's come after it."""
    first, *rest = form.removeprefix("the ").replace("-", " ").split()
    if len(first) < 3 or not first[0].isupper() or not rest:
        return None
    for place, key in enumerate(words.keys[:-1]):
        if key == plain(first.lower()) and words.tokens[place].capital and not _is_taken(words, place, taken):
            if _free(words, place + 1, place + 1, taken):
                return place, place
    return None


def _extended(span: Span, form: str, words: Words, taken: Sequence[Span]) -> Span:
    """Take in the words beside a part of a form that stand in the place of its other part."""
    first, last = span
    run = "".join(words.keys[first : last + 1])
    parts = [letters(part) for part in form.replace("-", " ").split()]
    at = next((at for at, part in enumerate(parts) if part and alike(pairs(part), pairs(words.keys[first])) > ALIKE), 0)
    before, after = at, len(letters(form)) - len(run) - sum(map(len, parts[:at]))
    known = any(part and alike(pairs(part), pairs(words.keys[last])) > ALIKE for part in parts)
    if before and first and _free(words, first - 1, first, taken):
        first -= 1
    elif known and after > 2 and last + 1 < len(words.keys) and _free(words, last + 1, last + 1, taken):
        last += 1
        follows = last + 1 < len(words.keys) and _free(words, last + 1, last + 1, taken)
        if words.keys[last] in ("no", "of", "the") and follows:
            last += 1
    return first, last


def _free(words: Words, place: int, mark: int, taken: Sequence[Span]) -> bool:
    key = words.keys[place]
    return not (_broken(words, mark) or _is_taken(words, place, taken) or (key in LIGHT and key not in ("of", "no")))


def beside(position: float, words: Words, taken: Sequence[Span]) -> Span | None:
    """The content words nearest to a position that stand for nothing else yet: at most three in a row."""
    runs: list[list[int]] = []
    for place, key in enumerate(words.keys):
        if key in LIGHT or key[0].isdigit() or _is_taken(words, place, taken):
            continue
        joined = bool(runs) and runs[-1][-1] == place - 1 and len(runs[-1]) < _RUN and not _broken(words, place)
        if joined and words.tokens[place].capital == words.tokens[place - 1].capital:
            runs[-1].append(place)
        else:
            runs.append([place])
    if not runs:
        return None

    def far(run: list[int]) -> float:
        low, high = words.tokens[run[0]].start, words.tokens[run[-1]].end
        return max(low - position, position - high, 0.0)

    best = min(runs, key=far)
    return words.span(best[0], best[-1])


def hole(string: str, found: Sequence[Token]) -> Span | None:
    """Where a name has dropped out, if the sentence shows it: a preposition or a direction before a mark, before a verb
    or before another preposition; two commas; a mark or a verb at the beginning; a possessive ending of nothing.

    >>> from tqa.lang.en.tokens import tokens
    >>> text = "They met in , and left."
    >>> hole(text, tokens(text)), hole("They met.", tokens("They met."))
    ((9, 13), None)
    >>> hole("a list of (dis)likes", tokens("a list of (dis)likes"))
    """
    for token, following in zip(found, (*found[1:], None), strict=False):
        if token.key not in _HANGING or token.capital or string[token.start - 1 : token.start] in ("-", "‐"):
            continue
        between = string[token.end : following.start if following else len(string)]
        mark = between.strip()[:1]
        if mark and mark in ",.)(" and not (mark == "." and following is not None and between.endswith(".")):
            # "The man he waited for." needs nothing more; "living in ." does
            part = mark == "(" and string[string.find(")", token.end) + 1 :][:1].isalnum()  # of (dis)allowed acts
            open_end = between[0] == " " and not part and (mark != "(" or token.key in _FIRM)
            aside = mark == "," and following is not None and following.key in _ASIDE
            if open_end or (mark == "," and token.key in _FIRM_ENOUGH and not aside):
                return token.start, token.end + len(between) - len(between.lstrip()) + 1
        elif following is not None and between == " " and (following.key in _AFTER_NAMES or _clash(token, following)):
            return token.start, following.end
    marks = _marks().search(string)
    if marks and found:
        return marks.start(), max(marks.end(), 1)
    return found[0][:2] if found and found[0].key in _PREDICATES and "?" not in string else None


def _clash(one: Token, other: Token) -> bool:
    return (one.key, other.key) in _NEVER and not other.capital


_HANGING = frozenset("in of at by for from with into near as northern southern eastern western to".split())
_FIRM = frozenset("by for at from with of".split())  # a name must follow, and may be followed by brackets
_FIRM_ENOUGH = frozenset("of at by into near northern southern eastern western".split())
_ASIDE = frozenset("or and but for if say as e.g".split())  # loss of, or damage to, what follows
_AFTER_NAMES = frozenset("was were is are has had remains remain".split())
_NEVER = frozenset((one, other) for one in ("of", "by", "with", "for") for other in ("in", "at", "of", "by", "from"))
_PREDICATES = frozenset("has have had was were which who whose".split())


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"^\s*[,;]|,\s?,|(?<=\s)['’]s\b")


def _windows(
    words: Words, taken: Sequence[Span], every: frozenset[str], longest: int
) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Runs of words in which the first and the last share letters with what is looked for."""
    keys = words.keys
    useful = [len(pairs(key) & every) * 3 >= len(pairs(key)) > 0 or (len(key) < 3 and key.isalnum()) for key in keys]
    for first, key in enumerate(keys):
        if not useful[first] or _is_taken(words, first, taken) or len(key) < 3 or key in LIGHT:
            continue
        found: frozenset[str] = frozenset()
        run = ""
        for last in range(first, min(first + _WIDEST, len(keys))):
            if _is_taken(words, last, taken) or (last > first and _broken(words, last)):
                break
            run += keys[last]
            found = pairs(run)
            if len(found) > longest:
                break
            if useful[last] and keys[last] not in LIGHT:
                yield first, last, found


def _is_taken(words: Words, place: int, taken: Sequence[Span]) -> bool:
    token = words.tokens[place]
    return any(low < token.end and token.start < high for low, high in taken)


def _broken(words: Words, place: int) -> bool:
    """True if a mark stands between a word and the one before."""
    between = words.string[words.tokens[place - 1].end : words.tokens[place].start]
    return any(mark in between for mark in ",;:.()[]“”\"")
