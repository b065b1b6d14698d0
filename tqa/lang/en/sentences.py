"""English sentences: split after a full stop unless an abbreviation, an initial or an ellipsis says otherwise."""

from __future__ import annotations

import re
from functools import cache

from tqa.lang.en.closed import SHORT_MONTHS
from tqa.lang.fold import fold
from tqa.lang.spans import Span, trimmed

# Abbreviations before which a sentence rarely ends, because a name or a number follows.
GO_ON = frozenset(
    (
        "mr mrs ms dr prof sen rep gov gen lt col sgt capt cmdr adm maj rev hon st messrs vs no nos vol fig ch p "
        "pp art sec approx est ca cf e.g i.e viz al jr sr mt ft"
    ).split()
)
# Abbreviations that end a sentence only where a new sentence plainly begins.
MAY_END = frozenset("inc ltd co corp etc u.s u.k u.n e.u d.c a.m p.m ph.d b.c a.d".split())
MONTHS = frozenset((*(month.lower() for month in SHORT_MONTHS), "sept")) - {"may"}
_STARTERS = frozenset(
    (
        "the a an this that these those it he she they we i you in on at for as but and so if when while after "
        "before however meanwhile moreover furthermore there his her their its our my according"
    ).split()
)

# What a letter after it names: Party B. Fees are …
LETTERED = frozenset(
    (
        "party company plan type group class section part vitamin team point grade exhibit appendix annex area zone "
        "building block hepatitis schedule option product person site lot gate room hall pattern case table figure line"
    ).split()
)
# What a number after it makes the label of what follows: Article 9. This Agreement …
_LABELS = "article|section|chapter|clause|paragraph|part|step|rule|item|figure|table|appendix|annex|exhibit|schedule"
_LONGEST = 20  # characters of an abbreviation, at most


@cache
def _end() -> re.Pattern[str]:
    return re.compile(r"([.!?…]+)([\"')\]»]*)(?=\s|$|[\"'(]?[A-Z][a-z])")


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:{_LABELS}) \d{{1,3}}(?:\.\d+)*")


def sentences(string: str) -> tuple[Span, ...]:
    """Spans of the sentences, without the white space between them.

    >>> text = "Mr. Abe met Sen. Roe in the U.S. capital. He left at 3 p.m. The talks went on."
    >>> [text[a:b] for a, b in sentences(text)]
    ['Mr. Abe met Sen. Roe in the U.S. capital.', 'He left at 3 p.m.', 'The talks went on.']
    >>> len(sentences("It is sent by Party B. Fees are paid by J. B. Priestley."))
    2
    >>> sentences("Article 9. Rain and snow count.")
    ((0, 31),)
    """
    found: list[Span] = []
    for line_start, line_end in _lines(string):
        start = line_start
        for match in _end().finditer(fold(string), line_start, line_end):
            if match.start() < start or not _ends(string, match, start, line_end):
                continue
            found.append(trimmed(string, start, match.end()))
            start = match.end()
        found.append(trimmed(string, start, line_end))
    return tuple(span for span in found if span[0] < span[1])


def _lines(string: str) -> list[Span]:
    if "\n" not in string:
        return [(0, len(string))]
    # A soft line break inside a paragraph does not end a sentence; an empty line does.
    bounds, start = [], 0
    for match in re.finditer(r"\n[ \t\r]*\n", string):
        bounds.append((start, match.start()))
        start = match.end()
    return [*bounds, (start, len(string))]


def _ends(string: str, match: re.Match[str], start: int, limit: int) -> bool:
    if match.end() >= limit:
        return True
    rest = string[match.end() : match.end() + 40].lstrip()
    glued = not string[match.end()].isspace()
    following = rest.lstrip("“\"‘'([")
    before = string[max(match.start() - 3, 0) : match.start()]
    if glued and not (match.group(1) in (".", "!", "?") and before.islower()):
        return False
    if following[:1].islower():
        return False
    if match.group(1)[0] != ".":
        return not (match.group(1)[0] == "…" and following[:1].islower())
    if len(match.group(1)) > 1:
        return True
    short = match.start() - start < _LONGEST
    if short and before[-1:].isdigit() and _numbered().fullmatch(string, start, match.start()):
        return False
    word = re.search(r"[\w.]*$", string[max(start, match.start() - _LONGEST) : match.start()])
    last = word.group().lower() if word else ""
    if len(last) == 1 and _labels().search(string[max(start, match.start() - _LONGEST) : match.start()]):
        return True  # Party B. Fees are …
    return _full_stop(last, string[match.start() - 1 : match.start()], following, bool(match.group(2)))


@cache
def _labels() -> re.Pattern[str]:
    kinds = "|".join(LETTERED)
    return re.compile(rf"\b(?:{kinds}|{kinds.title()}) [A-Z]\Z")


def _full_stop(before: str, last: str, following: str, closed: bool) -> bool:
    """Whether a single period after the word `before` ends the sentence."""
    if closed:
        return True
    if before in GO_ON or (before in MONTHS and following[:1].isdigit()):
        return before == "no" and not following[:1].isdigit()
    first = re.match(r"[A-Za-z']*", following)
    starts = bool(first) and following[:1].isupper() and first is not None and first.group().lower() in _STARTERS
    if before in MAY_END:
        return starts
    if len(before) == 1 and last.isalpha() and last.isupper():  # an initial: J. Smith
        return starts and before != "j"
    return not (before.isdigit() and len(before) <= 2 and following[:1].isdigit())
