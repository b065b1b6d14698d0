"""“the” with names: which take it (the Edo period, the Kamo River), and which do not (Yamato Province).

A name is a run of capitalised words; its last word decides. It is read only after a preposition or a verb, or at the
beginning of a sentence before one, and only where it ends there: “Edo period prints” says nothing.

Provenance: grammar, written down by hand.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tqa.lang.en.closed import DETERMINERS, ORDINALS, SUBJECTS
from tqa.lang.en.tokens import Token
from tqa.lang.gated import Gated

# The last words of names that take “the”.
HEADS = frozenset(
    (
        "period era dynasty century clan family shogunate bakufu war rebellion revolt uprising incident restoration army navy "
        "court kingdom empire region area peninsula archipelago government administration cabinet calendar sect faction "
        "Period Era Dynasty Century Clan Family Shogunate Bakufu War Rebellion Revolt Uprising Incident Restoration "
        "Disturbance Army Navy Forces Court Kingdom Empire Region Peninsula Archipelago Islands Mountains Alps Government "
        "Administration Cabinet Calendar Sect Diet Constitution Party Union Ministry Line River Sea Ocean Gulf Strait Canal "
        "Household Olympics"
    ).split()
)
_FIELDS = frozenset(("Period", "Line", "Region", "Calendar", "Family"))
_BEFORE_OF = frozenset(("Battle", "Siege", "Ministry", "House", "University", "Republic", "Council", "Board", "Bureau"))
_BARE = frozenset(("Province", "Prefecture", "Ward"))
_PREPOSITIONS = frozenset(
    (
        "in of during since from until till by on at to with for into under after before throughout through between against "
        "over near along across behind beside via within toward towards onto upon among around about without including"
    ).split()
)
_BESIDE = frozenset("early late mid middle former latter entire whole present ancient mid-".split())
_ENDS = frozenset(  # words with which a name has ended
    (
        "of in at on by for to from with into onto between among through during as than and or but nor is are was were has "
        "had have that which who whom whose where when while because although if not also will would can could may might "
        "must should so until after before under over around near against without within about since there "
        "the a an this these he she it they we his her its their i you"
    ).split()
)
_FINITE = frozenset("is was are were has had have became began will would can could".split())
_LEADS = frozenset("who which and to also then had has".split())  # a verb may follow
_WARS = frozenset(("I", "II", "1", "2", "Ⅰ", "Ⅱ", "One", "Two"))


def missing(string: str, words: Sequence[Token], opens: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """Names that want “the”, with an adjective before them; `opens` tells whether a sentence begins at an offset.

    >>> from tqa.lang.en.tokens import tokens
    >>> text = "In early Edo period he fought for the Date clan against Ogawa clan, near Kamo River bridges."
    >>> [text[start:end] for start, end in missing(text, tokens(text), lambda at: not at)]
    ['early Edo period', 'Ogawa clan']
    """
    for at, word in enumerate(words):
        if word.text in HEADS:
            first = at if word.possessive else _first(string, words, at)
            if first < at and _ended(string, words, at) and not _is_field(words, first, at):
                first = _with_adjective(string, words, first)
                if _wants(string, words, first, at, opens):
                    yield words[first].start, word.end
        elif word.text in _BEFORE_OF and _near(string, words, at) and words[at + 1].text == "of":
            if at + 2 < len(words) and words[at + 2].capital and _after(string, words, at) in _PREPOSITIONS:
                yield word.start, words[at + 2].end


def superfluous(string: str, words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Names that have a “the” too many, with it.

    >>> from tqa.lang.en.tokens import tokens
    >>> text = "After the World War II he left the Yamato Province."
    >>> [text[start:end] for start, end in superfluous(text, tokens(text))]
    ['the World War II', 'the Yamato Province']
    """
    from tqa.lang.en.words import words as known

    for at, word in enumerate(words):
        if word.text in _BARE:
            first = _first(string, words, at)
            foreign = all(not known().is_common(part.text.lower()) for part in words[first:at])
            start = first < at and foreign
        elif word.text in _WARS and at > 2 and [part.key for part in words[at - 2 : at]] == ["world", "war"]:
            first = at - 2
            start = string[words[first].start : word.start] in ("World War ", "world war ")
        else:
            continue
        if start and first and _after(string, words, first) == "the" and _ended(string, words, at):
            if not (word.text in _BARE and _near(string, words, at) and words[at + 1].text in ("of", "and", "or")):
                yield words[first - 1].start, word.end


class Phrase(NamedTuple):
    """`pattern` is gated by pairs of words; its group `w` wants an article before it, and `article` is it, if it is sure."""

    pattern: Gated
    article: str


@cache
def phrases() -> tuple[Phrase, ...]:
    """Phrases that are never without their article."""
    return tuple(Phrase(Gated(regex, words), article) for regex, words, article in (
        (r"\b(?:in|at|on|from|during|of|since|for|to|by|with) (?P<w>same (?!sex\b|day\b|size\b)[a-z]+)\b(?!-)",
         pairs("in at on from during of since for to by with", "same"), "the"),
        (r"\b(?:[Aa]t|[Uu]ntil|[Ss]ince|[Ff]rom|[Dd]uring|[Ii]n) (?P<w>(?:end|beginning|middle) of) (?!life\b|line\b)",
         pairs("at until since from during in", "end beginning middle"), "the"),
        (r"\b(?:[Aa]t|under|until) (?P<w>(?:age|foot|bottom|request) of)\b",
         pairs("at under until", "age foot bottom request"), "the"),
        (r"\b[Ii]n (?P<w>(?:latter|first|second) half of|following (?:year|month|day))\b",
         pairs("in", "latter first second following"), "the"),
        (rf"\b(?:on|in|at|to|from|along|into|towards?) (?P<w>(?:{_any(_WHERE)}) (?:side|end|half|bank|corner|part|edge))\b"
         r"(?= (?:of|is|was|and|in)\b|[.,;)])",
         "|".join(f"{word} {part}" for word in _WHERE.split() for part in "side end half bank corner part edge".split()), "the"),
        (rf"\b(?:[Ii]n|[Ff]rom|[Uu]ntil|during|since|of) (?P<w>(?:(?:{_any(_AGES)}) ){{1,2}}(?:period|era))\b(?=[.,;)]| (?:of|and|in|the)\b)",
         "|".join(f"{word} {age}" for word in _AGES.split() for age in ("period", "era")), "the"),
        (r"\b[Ee]nter(?:s|ed|ing)? (?:into )?(?P<w>priesthood)\b",
         "|".join(f"{verb} {word}" for verb in "enter enters entered entering".split() for word in ("priesthood", "into")), "the"),
        (r"\b[Oo]n (?P<w>other hand)\b", "other hand", "the"),
        (r"\b[Ff]or (?P<w>first time)(?= (?:in|since|on|at|by)\b|[.,;])", "for first", "the"),
        (r"\b[Oo]ne of (?P<w>(?:most|largest|biggest|oldest|greatest|best|finest|highest|earliest) [a-z]+)\b",
         pairs("of", "most largest biggest oldest greatest best finest highest earliest"), "the"),
        (rf"\b(?:is|was|be|been) (?P<w>(?:(?:{_any(_WHICH)}) )*(?:{_any(_KIN)}) of)\b",
         "|".join(f"{word} of" for word in _KIN.split()), ""),
    ))  # fmt: skip


def pairs(firsts: str, seconds: str) -> str:
    """Each second word after each of the first ones, for `Gated`."""
    return "|".join(f"{first} {second}" for first in firsts.split() for second in seconds.split())


def _any(words: str) -> str:
    return "|".join(words.split())


_WHERE = "left right northern southern eastern western north south east west upper lower inner outer opposite"
_AGES = "early late later modern medieval ancient feudal recent previous postwar prewar prehistoric middle"
_KIN = (
    "son daughter child grandson granddaughter grandchild brother sister nephew niece cousin uncle aunt descendant "
    "disciple retainer vassal follower pupil subordinate"
)
_WHICH = (
    "eldest oldest youngest first second third fourth fifth sixth seventh adopted legitimate illegitimate biological younger "
    "older elder only foster direct half maternal paternal close distant"
)


def _near(string: str, words: Sequence[Token], at: int) -> bool:
    """True if a space is all that divides a word from the next."""
    return at + 1 < len(words) and string[words[at].end : words[at + 1].start] == " "


def _after(string: str, words: Sequence[Token], at: int) -> str:
    """The word before a word, if a space is all that divides them."""
    return words[at - 1].key if at and _near(string, words, at - 1) and not words[at - 1].possessive else ""


def _ended(string: str, words: Sequence[Token], at: int) -> bool:
    """True if the name surely ends with a word."""
    after = string[words[at].end : words[at].end + 1]
    if not after or after in ".,;:!?)":
        return True
    return after == " " and (not _near(string, words, at) or words[at + 1].text in _ENDS)


def _first(string: str, words: Sequence[Token], at: int) -> int:
    """Where the run of capitalised words before the last word of a name begins; a century has a number."""
    first = at
    while first and string[words[first - 1].end : words[first].start] in (" ", "-") and not words[first - 1].possessive:
        before = words[first - 1]
        if first == at and string[before.end : words[at].start] == "-":
            break
        joined = string[before.end : words[first].start] == "-" and before.text.isalpha()
        number = words[at].key == "century" and (before.key in ORDINALS or before.key[:1].isdigit())
        if not (joined or number or (before.capital and before.text.isalpha())):
            break
        if before.capital and (before.key in DETERMINERS or before.key in _PREPOSITIONS):
            break
        first -= 1
    return first


def _is_field(words: Sequence[Token], first: int, last: int) -> bool:
    """True for what a form or a program calls so: the field Document Date Period, a Product Line."""
    from tqa.lang.en.words import words as known

    if words[last].text not in _FIELDS or words[first].text == "Imperial":
        return False
    return all(known().is_common(word.text.lower()) for word in words[first:last])


def _with_adjective(string: str, words: Sequence[Token], first: int) -> int:
    while first and words[first - 1].text in _BESIDE:
        if string[words[first - 1].end : words[first].start] not in (" ", "-"):
            break
        first -= 1
    return first


def _wants(string: str, words: Sequence[Token], first: int, last: int, opens: Callable[[int], bool]) -> bool:
    """True where a name stands that would have its “the”."""
    if opens(words[first].start):
        from tqa.lang.en.words import words as known

        verb = _near(string, words, last) and words[last + 1].text in _FINITE
        return verb and words[first].capital and not known().is_everyday(words[first].text.lower())
    before = _after(string, words, first)
    if before in _PREPOSITIONS:
        other = words[first - 2]  # from the Nara to Heian period
        return before not in ("to", "through") or not (other.capital or other.text in _BESIDE)
    return bool(before) and _is_verb(string, words, first - 1)


def _is_verb(string: str, words: Sequence[Token], at: int) -> bool:
    """True for the verb of a subject before it; "the revived Date clan" has none."""
    from tqa.lang.en.kinds import kinds

    if not words[at].text.islower() or words[at].text in ("called", "named", "renamed", "said"):
        return False
    found, subject = kinds(words[at].text), _after(string, words, at)
    sure = subject in SUBJECTS or subject in _LEADS or (at and words[at - 1].capital)
    return found == {"s"} or bool(sure and found and found <= set("bdk"))
