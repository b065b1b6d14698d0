"""How English denies: what negates a predicate, and what else could carry a negation of the other language.

`denial`, `forbidden`, `adding` and `negated` find a plain “not”. `may_be_negative`, `may_add` and `may_except` say
whether any word could render a Japanese negation, “not only” or “except”: wide on purpose, for doubt means silence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from tqa.lang.en.closed import AUXILIARIES, BE, NEGATIVES

_AUXILIARIES = AUXILIARIES - {"can", "may", "might", "must", "shall", "should"}  # “may not” leaves it open
# “did not matter”, “not only”: no denial of the predicate, or a common way to put a positive thought.
_IDIOMS = frozenset(
    (
        "only just all always necessarily sure know think mind worry matter care need have want like seem "
        "long yet until but let go because be lose stop miss forget help many much far enough surprising "
        "best great good exactly really it clear certain"
    ).split()
)
_BETWEEN = frozenset("also yet easily really been be being a an the even immediately all so very".split())
_PARTIAL = frozenset(
    "clear certain only just necessarily until but always because least one sure many much every".split()
)


def denial(tokens: Sequence[Any]) -> Any:
    """The “not” (or …n't) that negates the one predicate of a sentence, or None.

    >>> from tqa.lang.en.tokens import tokens
    >>> denial(tokens("He did not sign the letter.")).text, denial(tokens("It was not only big."))
    ('not', None)
    """
    places = [at for at, token in enumerate(tokens) if token.key == "not" or token.key.endswith("n't")]
    if len(places) != 1 or places[0] + 1 >= len(tokens):
        return None
    at = places[0]
    plain = tokens[at].key != "not" or (at and tokens[at - 1].key in _AUXILIARIES)
    quality = (tokens[at - 1].key if tokens[at].key == "not" and at else tokens[at].key[:-3]) in BE and not (
        tokens[at + 1].key.endswith(("ed", "ing", "en")) or tokens[at + 1].key in ("a", "an", "the")
    )  # “is not cheap” is 高い
    return tokens[at] if plain and not quality and tokens[at + 1].key not in _IDIOMS else None


def negated(tokens: Sequence[Any]) -> list[tuple[int, int]]:
    """Each plain “not” of an English text, and the word that it negates, as indices of tokens.

    >>> from tqa.lang.en.tokens import tokens
    >>> negated(tokens("It has not yet been held, and not only here."))
    [(2, 5)]
    """
    found = []
    for at, token in enumerate(tokens[:-1]):
        plain = token.key == "not" and at and tokens[at - 1].key in _AUXILIARIES
        if not (plain or token.key.endswith("n't")):
            continue
        after = at + 1
        while after + 1 < len(tokens) and (tokens[after].key in _BETWEEN or tokens[after].key.endswith("ly")):
            after += 1
        if _PARTIAL.isdisjoint((tokens[at + 1].key, tokens[after].key)):
            found.append((at, after))
    return found


def waits(rest: str) -> bool:
    """True if what follows a “not” says until when, for how long or without what: then it did happen, and only that is
    told.

    >>> waits(" return until May"), waits(" be complete without it"), waits(" return the book")
    (True, True, False)
    """
    return bool(re.search(r"\b(?:until|till|before|without|unless|for (?:a|an|some|several|many|\w+ty))\b", rest))


def forbidden(source: str) -> tuple[int, int] | None:
    """The words of an English text that tell the reader not to do a thing.

    >>> forbidden("The pan is hot, so do not touch it."), forbidden("Do not forget the key."), forbidden("They do not go.")
    ((19, 31), None, None)
    """
    match = _forbidden().search(source)
    return match.span(1) if match else None


@cache
def _forbidden() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|[.!:;] |, )(?:(?:so|but|and|please) )*((?:do not|don['’]t|never) "
        r"(?!you\b|be\b|think\b|mind\b|worry\b|forget\b|hesitate\b|panic\b|want\b|have\b|know\b|bother\b|fail\b|miss\b|let\b|feel\b|get\b)"
        r"[a-z]+)",
        re.IGNORECASE,
    )


def adding(source: str) -> tuple[int, int] | None:
    """The “not only” of an English text.

    >>> adding("It is not only cheap but good."), adding("There is only one.")
    ((6, 14), None)
    """
    match = re.search(r"\bnot (?:only|just|merely|simply|solely)\b", source)
    return match.span() if match else None


def idle(source: str) -> bool:
    """True if an English “not” is one of those that Japanese puts in a positive way, or belongs to no statement.

    >>> idle("She hasn't been well."), idle("He was not the most talkative."), idle("He did not sign.")
    (True, True, False)
    """
    return bool(_idle().search(source))


@cache
def _idle() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:well|better|most|more|less|too|very|big|huge|much|any|anything|ever|either|easy|old|young|bad|fan|until|unless|"
        r"if|when|while|whether|why|how|without|or|as|than)\b|n['’]t \w+ ?$",
        re.IGNORECASE,
    )


def may_be_negative(tokens: Sequence[Any], aside: frozenset[int] | set[int] = frozenset()) -> bool:
    """True if any word of an English text could carry a negation, those at the places `aside` apart.

    >>> from tqa.lang.en.tokens import tokens
    >>> [may_be_negative(tokens(text)) for text in ("It is unclear.", "All but one.", "Even the old one, but later.")]
    [True, True, False]
    >>> may_be_negative(tokens("He lost a stop."), {1, 3})
    False
    """
    return any(
        (at not in aside and (_is_firm(token.key) or may_be_owned(token.key)))
        or (token.key == "but" and at and tokens[at - 1].key in _BUT)
        for at, token in enumerate(tokens)
    )


def _is_firm(word: str) -> bool:
    short = word.endswith("nt") and word[:-2] in _BARE
    return word in NEGATIVES or word.endswith("n't") or short or _is_one(word, _firm())


def may_be_owned(word: str) -> bool:
    """True for a word that could carry a negation, but is as often what another word of the source says: “off” renders
    切れる, “unemployment” 失業. Not so “hard” (なかなか) or “yet” (まだ): there the verb is positive.

    >>> [may_be_owned(word) for word in ("off", "unemployment", "protected", "yet", "school")]
    [True, True, True, False, False]
    """
    return _is_one(word, _loose()) or word.endswith("less") or has_prefix(word)


def _is_one(word: str, stems: frozenset[str]) -> bool:
    """Whether a word is listed, or a form of one that is; short ones have no forms: “outing” is not “out”."""
    from tqa.lang.en.stems import key

    stem = key(word)
    return word in stems or (len(stem) > 3 and stem in stems)


_BARE = AUXILIARIES | {"ca", "wo", "ai", "need"}  # dont, cant
# Words that may carry a negation, as stems: what a good translation of ない has in place of “not”.
_FIRM = (
    "without hardly scarcely barely rarely seldom few little less least only limited slowly too yet wait unless except exempt instead "
    "rather against nowhere non unable impossible unlikely unknown unprecedented nonexistent inevitable unavoidable difficult hard "
    "doubt fail failure lack absent absence deprived deny denial decline refuse refusal reject rejection oppose forbidden "
    "avoid refrain withhold withheld resist reluctant silent shy sorry hate dislike forget ignore skip "
    "would scarce otherwise different deprecated discouraged inadvisable provided retain preserve"
)
_LOOSE = (
    "off out away outside beyond far closed close lost lose loss short shortage stop cease before until than although though "
    "despite else wrong bad poor zero miss missing merely just free keep leave left remain stay still survive survival "
    "survivor protect protection prevent prevention trouble ban forbid forbade prohibit prohibition exclude exclusion "
    "low lower omit omission suppress disable escape circumvent evade dead rare contrary opposite alone abandon neglect quit"
)
_BUT = frozenset("all anything nothing none no could can help cannot not everything anyone".split())


@cache
def _firm() -> frozenset[str]:
    return _stems(_FIRM)


@cache
def _loose() -> frozenset[str]:
    return _stems(_LOOSE)


def _stems(words: str) -> frozenset[str]:
    from tqa.lang.en.stems import key

    return frozenset(form for word in words.split() for form in (word, key(word)))


# Words that begin like a negation and hold none.
_PREFIXES = ("un", "in", "im", "dis", "non", "mis", "il", "ir")
_ACCIDENTS = tuple(
    (
        "inside inform increas discover dispatch install display imag dish unit impact injur improv impos income union inten "
        "invoice disease discuss import impress dispos invent indeed instance inland disaster disclos distribut discount "
        "discharg invest inhabit input indoor insight"
    ).split()
)


def has_prefix(word: str) -> bool:
    """True for unclear, disagree, and by accident for information; not for include."""
    from tqa.lang.en.words import SHORTEST, words

    if word.startswith(_ACCIDENTS) and not word.startswith("impossib"):
        return False
    table = words()
    for prefix in _PREFIXES:
        rest = word[len(prefix) :] if word.startswith(prefix) else ""
        known = table.knows if prefix == "un" and len(rest) >= SHORTEST else table.is_common
        if len(rest) > 2 and known(rest):
            return True
    return False


def may_add(target: str) -> bool:
    """True if anything in an English text could render “not only”.

    >>> may_add("The price is the problem."), may_add("There are other problems.")
    (False, True)
    """
    return bool(_further().search(target))


@cache
def _further() -> re.Pattern[str]:
    # How English says “not only”, up to a bare “and”; wide on purpose.
    return re.compile(
        r"\b(?:not?|none|never|nor|cannot|without|more|beyond|others?|also|besides|addition|additional|too|well|both|another|aside|"
        r"apart|includ\w+|even|further|far|various|many|several|some|but|alone|along|just|merely|together|and|as|or|with|while|"
        r"although|though|besides|plus|than)\b|n['’]t\b|&",
        re.IGNORECASE,
    )


def may_except(target: str) -> bool:
    """True if any word of an English text could leave something out; wide on purpose.

    >>> may_except("Open daily except on Tuesdays."), may_except("Open daily on Tuesdays.")
    (True, False)
    """
    return bool(_excepting().search(target))


@cache
def _excepting() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:exc?ept\w*|exclu\w+|instead|others?|but|apart|aside|besides?|addition\w*|not?|non\w*|never|nor|neither|cannot|without|only|"
        r"save|rest|outside\w*|else|elsewhere|beyond|omit\w*|exempt\w*|unless|remain\w*|alone|solely|just|unlike|minus|left|leav\w+|"
        r"differ\w*|distinguish\w*|any|anything|anyone|ignor\w+|barring|bar|off|out|away|rid|skip\w*|than|foreign\w*|although|while|"
        r"whereas|alternative\w*|separat\w+|unrelated|ex|remov\w+|eliminat\w+|subtract\w*|tak\w+|delet\w+|eras\w+|wip\w+|wash\w*|"
        r"clear\w*|releas\w+|expel\w*|filter\w*|purif\w+|exorcis\w+|get|got|kill\w*|surplus|above|over|sole\w*|abroad|overseas|most|mostly|majority|"
        r"prohibit\w*|ban\w*|forbid\w*|limit\w*|restrict\w*)\b|n['’]t\b",
        re.IGNORECASE,
    )
