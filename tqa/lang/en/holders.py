"""English titles beside names: “former Prime Minister Abe”, “Abe, the deputy governor of Tokyo”.

Provenance of the words: written down by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tqa.lang.en.closed import ARTICLES, COURTESY
from tqa.lang.en.tokens import Token
from tqa.lang.world.offices import Holder, fields, firm, heads

_RANKS = dict.fromkeys("vice deputy assistant associate sub under undersecretary lieutenant".split(), "vice")
_RANKS |= dict.fromkeys("acting interim".split(), "acting")
_TIMES = dict.fromkeys("former ex onetime erstwhile previous past".split(), "former")
_TIMES |= dict.fromkeys("incoming elect designate next".split(), "incoming") | {"late": "late", "then": "then"}
_MARKS = frozenset((*_RANKS, *_TIMES))
# What may stand in a title without a capital: “foreign minister”, “state minister of defense”.
_SMALL = frozenset(
    "foreign defense defence finance justice health trade industry economy environment state senior chief executive "
    "parliamentary administrative cabinet first party opposition general national city town company bank".split()
)
_COURTESY = COURTESY | {"sen", "rep", "gov"}
_OF = ("of", "for")
_PLACES = frozenset("of in at from for".split())  # what follows is hardly a person
_LONGEST = 7  # words of a title


def holders(string: str, found: Sequence[Token]) -> Iterator[tuple[Holder, tuple[str, ...]]]:
    """The titles beside names, each with the words of the name in lower case.

    >>> from tqa.lang.en.tokens import tokens
    >>> text = "They met former Prime Minister Shinzo Ito and Mori, deputy governor of Ueda."
    >>> [(text[one.start : one.end], one.rank, one.time, name) for one, name in holders(text, tokens(text))]
    [('former Prime Minister', '', 'former', ('shinzo', 'ito')), ('deputy governor', 'vice', '', ('mori',))]
    """
    for last in range(len(found)):
        head = _head(string, found, last)
        if head is None:
            continue
        first, words = head
        name, behind = _name_after(string, found, last + 1)
        if not name or found[behind].key in _OF:
            name = _name_before(string, found, first) or name
        if name:
            one = _holder(string, found, first, behind - 1 if behind > last + 1 else last, words)
            title = {token.key for token in found if one.start <= token.start < one.end} | {*name}
            title.update(token.key for token in found[max(first - _LONGEST, 0) : first] if token.capital)
            known = fields()[1]
            yield one._replace(fields=frozenset(known[word] for word in title if word in known)), name


def heads_in(string: str, found: Sequence[Token]) -> Iterator[tuple[int, int, frozenset[str], bool]]:
    """The heads of titles in a text, with a name or without, the offices that they may be, and whether they are firm.

    >>> from tqa.lang.en.tokens import tokens
    >>> text = "The vice foreign minister spoke."
    >>> [text[low:high] for low, high, *_ in heads_in(text, tokens(text))]
    ['minister']
    """
    done = -1
    for last in range(len(found) - 1, -1, -1):
        head = _head(string, found, last) if done < 0 or last < done else None
        if head is not None:
            done = head[0]
            yield found[head[0]].start, found[last].end, heads()[head[1]], firm(head[1])


def _head(string: str, found: Sequence[Token], last: int) -> tuple[int, tuple[str, ...]] | None:
    """The longest head that ends with a token: its first token, and its words."""
    for size in (3, 2, 1):
        first = last - size + 1
        if first < 0 or found[last].possessive:
            continue
        words = tuple(token.key for token in found[first : last + 1])
        if words in heads() and all(_joined(string, found, at) for at in range(first + 1, last + 1)):
            return first, words
    return None


def _joined(string: str, found: Sequence[Token], at: int) -> bool:
    """True if only a space, a hyphen or the point of an abbreviation stands before a token."""
    return string[found[at - 1].end : found[at].start] in (" ", "-", ". ", "‑")


def _name_after(string: str, found: Sequence[Token], at: int) -> tuple[tuple[str, ...], int]:
    """The name that follows a title, perhaps after “of” and a place, and the place (token) where it begins."""
    if at < len(found) and found[at].key in ("elect", "designate", "emeritus") and _joined(string, found, at):
        at += 1
    begin = at
    if at < len(found) and found[at].key in _OF:
        at += 1
    words: list[str] = []
    while at < len(found) and len(words) < 5 and _joined(string, found, at):
        token = found[at]
        if not token.capital or (token.key,) in heads():
            break
        words.append(token.key)
        at += 1
        if token.possessive:
            break
    return tuple(word for word in words if word not in _COURTESY), begin


def _name_before(string: str, found: Sequence[Token], first: int) -> tuple[str, ...]:
    """The name before a title in apposition: “Mori, the former governor”."""
    at = first
    while at and first - at < _LONGEST and _joined(string, found, at) and _of_title(found[at - 1]):
        at -= 1
    if not at or string[found[at - 1].end : found[at].start] != ", " or found[at - 1].possessive:
        return ()
    begin = at - 1
    while begin and at - begin < 3 and found[begin - 1].capital and _joined(string, found, begin):
        begin -= 1
    if not found[begin].capital or (begin and found[begin - 1].key in _PLACES):
        return ()
    return tuple(token.key for token in found[begin:at] if token.key not in _COURTESY)


def _of_title(token: Token) -> bool:
    return token.key in ARTICLES or token.key in _MARKS or token.key in _SMALL or token.capital


def _holder(string: str, found: Sequence[Token], first: int, last: int, words: tuple[str, ...]) -> Holder:
    """The title with what stands before its head: time, rank, field."""
    rank, time = "", ""
    after = found[last + 1].key if last + 1 < len(found) else ""
    if found[last].key in _TIMES or after in ("elect", "designate"):
        time = "incoming"
    start = at = first
    while at and first - at < _LONGEST and _joined(string, found, at):
        token = found[at - 1]
        if token.key in _TIMES:
            time = time or _TIMES[token.key]
        elif token.key in _RANKS:
            rank = rank or _RANKS[token.key]
        elif not (token.capital or token.key in _SMALL) or token.key in ARTICLES:
            break
        at -= 1
        if token.key in _MARKS or token.key in _SMALL:
            start = at
    return Holder(found[start].start, found[last].end, heads()[words], rank, time, firm(words))


@cache
def _past() -> re.Pattern[str]:
    return re.compile(
        r"(?i)\b(?:former(?:ly)?|ex|once|one-?time|then|previous(?:ly)?|past|last|predecessors?|outgoing|retired|late|"
        r"erstwhile|ousted|deposed|resigned|stepped down|no longer|served|departed|until|disgraced|impeached|old|"
        r"when (?:he|she|they) (?:was|were)|was (?:the )?(?:prime|president|governor|mayor|chair))\b"
    )


@cache
def _coming() -> re.Pattern[str]:
    return re.compile(
        r"(?i)\b(?:elect|designate|incoming|next|future|new(?:ly)?|will|upcoming|soon|takes? office|inaugurat\w+|becomes?"
        r"|succe\w+|nominee|nominated|elected|transition)\b"
    )


@cache
def _second() -> re.Pattern[str]:
    return re.compile(
        r"(?i)\b(?:vice|deput\w+|assistant|associate|sub|under\w*|state|senior|junior|executive|parliamentary|lieutenant|"
        r"acting|interim|second|number[ -]two|no\.? ?2|aides?|substitute|on behalf|administrative)\b"
    )


def speaks(string: str, of: str) -> bool:
    """Whether a text has any word that says that an office is over (`of` is former), to come (incoming) or not the
    first one (vice).

    >>> speaks("the ex-premier", "former"), speaks("the premier", "former"), speaks("his deputies", "vice")
    (True, False, True)
    """
    patterns = {"former": _past, "incoming": _coming, "vice": _second, "acting": _second}
    return bool(patterns[of]().search(string))


@cache
def _accused() -> re.Pattern[str]:
    return re.compile(
        r"(?i)\b(?:suspect\w*|accus\w+|alleg\w+|arrest\w*|charge[sd]?|defendants?|indict\w*|convict\w*|custody|prosecut\w*|"
        r"trials?|tried|inmates?|prison\w*|detain\w*|detention|perpetrator\w*|culprits?|criminals?|murder\w*|killers?|"
        r"gunm[ae]n|attackers?|offenders?|fugitives?|assailants?|courts?|sentenc\w+|jail\w*|appeal\w*|assassins?|shooters?|"
        r"robbers?|thie(?:f|ves)|guilty|bail|apprehend\w*|confess\w*|convict|wanted|condemned|death row)\b"
    )


def accused(string: str) -> bool:
    """Whether a text has any word of crime and courts that tells a reader how a person stands there.

    >>> accused("The suspect spoke."), accused("Mr. Ito spoke.")
    (True, False)
    """
    return bool(_accused().search(string))
