"""Small letters where English has a capital: at the beginning of a sentence, in names of days, months, countries, towns.

Provenance of the words: common abbreviations of English, particles of names and names that mean nothing else, by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tqa.lang.en.sentences import GO_ON, MAY_END, MONTHS

# More abbreviations after which a sentence rarely ends than those that split one.
_SHORT = GO_ON | MAY_END | MONTHS | frozenset(
    (
        "incl excl dept vols figs ed eds min max avg tel ext chap resp misc temp orig trans nee univ pref lit abbr adj adv "
        "var sp spp op bros assn intl natl mfg govt esp freq cont ref refs pop alt elev mtn ret"
    ).split()
)
_SAYING = frozenset("said says asked cried yelled shouted replied answered whispered".split())  # after a quotation
_PARTICLES = frozenset("de du da di la le el al von van der den ter bin ibn no".split())  # de Gaulle, von Braun


def small(
    string: str, sentences: Sequence[tuple[int, int]], before: str = "", source: str = ""
) -> Iterator[tuple[int, int]]:
    """The small first words of sentences that end in a mark. `before` is the text that stands before this one; a word
    that is no English one counts where a source is there that does not write it so.

    >>> text = "the shop opens. it closes at ten. It is big, e.g. the hall."
    >>> [text[start:end] for start, end in small(text, [(0, len(text))])]
    ['the', 'it']
    """
    for index, (start, end) in enumerate(sentences):
        if string[end - 1] not in ".!?”\"":
            continue
        opens = index or not before or before[-1] in ".!?"
        if opens and string[start].islower():
            yield from _word(string, start, source, bool(source))
        if any(part[:1].islower() for mark in ".?!" for part in string[start:end].split(f"{mark} ")[1:]):
            for match in _inner().finditer(string, start, end):
                if _stops(match.group(1) or match.group(2)):
                    yield from _word(string, match.start(3), source, False)


@cache
def _inner() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.'’-])(?:([A-Za-z][a-z]{2,})\.|([a-z]{2,})[?!]) (?=([a-z]+) [a-z]+\b)")


def _stops(word: str) -> bool:
    from tqa.lang.en.words import words

    return word.lower() not in _SHORT and words().is_common(word.lower())


def _word(string: str, start: int, source: str, strange: bool) -> Iterator[tuple[int, int]]:
    """The word there, if it is an English one that is always written with a capital at the beginning; a `strange` one
    too, if the source does not write it."""
    match = _first().match(string, start)
    if not match:
        return
    head = match.group(1)
    if not (is_english(head) or (strange and len(head) > 3 and head not in source.lower())):
        return
    name = head in _PARTICLES | _SAYING and string[match.end() + 1 : match.end() + 2].isupper()
    command = len(head) > 1 and re.search(rf"(?<![A-Za-z]){head}(?![A-Za-z])", source)  # written so in Japanese
    if not name and not command:
        yield match.span()


@cache
def _first() -> re.Pattern[str]:
    return re.compile(r"([a-z]+)(?:['’][a-z]+)?(?=[ ,;]|\.?$)")


def is_english(word: str) -> bool:
    """True for a common English word in small letters, with or without what it is shortened with.

    >>> is_english("i'm"), is_english("we’re"), is_english("xy")
    (True, True, False)
    """
    from tqa.lang.en.words import words

    head = word.replace("’", "'").partition("'")[0]
    return head in ("a", "i") or words().is_common(head)


LACQUER = ("black", "japan")  # no country

# No march and may, no china, turkey, polish, french (fries): these are words too.
NAMES = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february april june july september october "
        "november december christmas buddhist buddhism christian christianity islam islamic "
        "japan japanese chinese korea korean taiwan taiwanese america american england english britain british france "
        "germany german italy italian spain spanish russia russian ukraine ukrainian india indian europe european asia "
        "asian africa african australia australian canada canadian mexico mexican vietnam vietnamese thailand "
        "philippines indonesia indonesian malaysia israel israeli iran iranian iraq iraqi egypt egyptian "
        "i'm i've i'll i'd i’m i’ve i’ll i’d tokyo osaka kyoto nagoya hokkaido okinawa fukuoka sapporo yokohama kobe hiroshima nagasaki sendai kyushu "
        "shikoku london paris beijing shanghai seoul moscow berlin washington"
    ).split()
)
