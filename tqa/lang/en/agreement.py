"""Words that do not agree: a determiner and its noun, a subject and its verb, an auxiliary and what follows it.

No parser: a noun is read only where its phrase surely ends, before a mark or a closed-class word, and only words that
can be nothing else count (tqa.lang.en.kinds). Everything that is doubtful is silent.

Provenance: grammar, written down by hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from tqa.lang.en.closed import CARDINALS, DETERMINERS, MODALS, ORDINALS, POSSESSIVES, TENS
from tqa.lang.en.kinds import kinds

if TYPE_CHECKING:
    from tqa.lang.en.tokens import Token

Clash = tuple[int, int, str, str | None]  # start, end, what is wrong, what the span should be
_NUMBERS = frozenset((*CARDINALS[1:], *TENS))
_MANY = _NUMBERS | {"these", "those", "many", "several", "various", "numerous", "both", "few"}
_ONE = frozenset(("a", "an", "each", "every", "another", "this"))
_OF = frozenset("most many some one each several none both".split())
_DETERMINERS = POSSESSIVES | {"the", "these", "those"}
_ENDS = frozenset(  # words with which a noun phrase has ended
    (
        "of in at on by for to from with into onto between among through during as than but is was are were has had have "
        "that which who whom whose where when while because although if not also will would can could may might must "
        "should until after before under over around near against without within about since"
    ).split()
)
# Plurals that may have "a", or a singular verb, and words that count.
_AS_ONE = frozenset(
    (
        "works means headquarters barracks crossroads series species news links woods savings innings gallows mathematics "
        "physics politics economics athletics gymnastics statistics linguistics ethics grounds remains thanks suburbs "
        "outskirts whereabouts earnings proceeds odds sports goods sales"
    ).split()
)
_COUNTS = frozenset(
    (
        "few many several various numerous dozen hundred thousand million billion trillion couple number more further additional score pair "
        "other hundreds thousands millions billions dozens tens scores others twins triplets percent yen head"
    ).split()
)
_GROUPS = frozenset(
    (
        "number majority minority rest variety series group set pair range lot part half third quarter percent total handful "
        "host couple array team staff crew family clan police public government army committee council company class "
        "audience band party kind type sort bulk remainder dozen hundred club enemy couple force following other latter "
        "former few elite nobility"
    ).split()
)
_SAME = frozenset("people deer sheep fish shrimp salmon trout offspring cattle carp cod bison buffalo aircraft".split())
_PAINTINGS = frozenset(("building", "painting", "meeting", "drawing"))  # of verbs, and nouns of their own
_NUMBERED = frozenset("chapter part volume grade number level phase stage class page section type".split())
# Verbs that have no passive.
_HAPPENED = frozenset(
    "appeared disappeared happened occurred existed died consisted belonged remained seemed emerged".split()
)
_BE = frozenset(("is", "are", "was", "were", "been", "being"))
_DO = frozenset("do does did done doing".split())  # all they did was exist
_ASKING = frozenset("what who where how why which whatever whoever when".split())
_PAST = {
    "went": "go", "came": "come", "took": "take", "gave": "give", "knew": "know", "became": "become", "began": "begin",
    "wrote": "write", "spoke": "speak", "fell": "fall", "grew": "grow", "chose": "choose", "broke": "break", "drew": "draw",
    "withdrew": "withdraw", "rewrote": "rewrite", "threw": "throw", "wore": "wear", "swore": "swear", "rose": "rise",
    "arose": "arise", "drove": "drive", "ate": "eat", "flew": "fly", "stole": "steal", "hid": "hide", "saw": "see",
}  # fmt: skip
_PERSONS = (
    "samurai busho politician monk priest poet poetess painter daughter son scholar artist actor noble nobleman emperor "
    "empress lord daimyo writer novelist general officer warrior person man woman wife mother father brother sister "
    "educator entrepreneur businessman physician doctor calligrapher vassal retainer commander nun prince princess "
    "swordsman master merchant craftsman sculptor composer diplomat bureaucrat photographer journalist historian "
    "philosopher potter statesman soldier king queen founder engineer architect inventor explorer kugyo kuge roshi courtier official"
)
_NO_ADJECTIVES = frozenset(("complete", "except", "be", "do", "have"))
_NO_MODAL = DETERMINERS - {"this", "that", "these", "those"} | {"no"}
_OBJECTS = frozenset("the a an his her its their him them it this these those".split())


def clashes(string: str, words: Sequence[Token]) -> Iterator[Clash]:
    """
    >>> from tqa.lang.en.tokens import tokens
    >>> text = "The halls was built by two monk, and each temples has to became rich."
    >>> [text[start:end] for start, end, _, _ in clashes(text, tokens(text))]
    ['was', 'two monk', 'each temples', 'to became']
    """
    for at, word in enumerate(words):
        look = _LOOKS.get(word.key)
        if look is not None and not word.possessive:
            yield from look(string, words, at)


def lived(string: str) -> Iterator[Clash]:
    """“Taro Yama (1533 - 1582) is a painter”: the dead were.

    >>> text = "Taro Yama (1533 - 1582) is a painter, Hana Yama (born 1990) is a painter."
    >>> [(text[:start], better) for start, _, _, better in lived(text)]
    [('Taro Yama (1533 - 1582) ', 'was')]
    """
    if ") is " in string:
        for match in _dead().finditer(string):
            if _is_over(match["life"]):
                yield *match.span("is"), f"a {match['who']} who is dead “was”", "was"


@cache
def _dead() -> re.Pattern[str]:
    return re.compile(
        r"\((?P<life>[^()]{4,80})\)(?: \([^()]*\))? (?P<is>is) (?:also )?(?:an?|the) (?:[\w'’-]+ ){0,4}?"
        rf"(?P<who>{'|'.join(_PERSONS.split())})\b"
    )


def _is_over(life: str) -> bool:
    """True for the dates of a life that has ended; an office may have dates, too, but of fewer years."""
    years = [int(year) for year in re.findall(r"(?<!\d)\d{3,4}(?!\d)", life)]
    if "unknown" in life:
        return ("birth" in life or "death" in life or bool(years)) and all(year < 1900 for year in years)
    return len(years) > 1 and 20 <= years[-1] - years[0] <= 110 and any(dash in life for dash in "-–—~")


def _near(string: str, words: Sequence[Token], at: int) -> bool:
    """True if a space is all that divides a word from the next."""
    return at + 1 < len(words) and string[words[at].end : words[at + 1].start] == " "


def _ended(string: str, words: Sequence[Token], at: int) -> bool:
    """True if the noun phrase of a word surely ends with it."""
    after = string[words[at].end : words[at].end + 1]
    if words[at].possessive or not after:
        return not after
    if after in ".,;:!?)":
        return True
    if not _near(string, words, at):
        return False
    verb = words[at].text.endswith("s") and words[at + 1].text.endswith("ed")  # each countries agreed
    return words[at + 1].text in _ENDS or (verb and kinds(words[at + 1].text) == {"d", "k"})


def _plain(word: Token) -> bool:
    return word.text.islower() and word.text.isalpha() and not word.possessive and word.text.isascii()


def _noun(string: str, words: Sequence[Token], at: int, most: int = 2, but: str = "") -> int | None:
    """Where the noun of a determiner is, with at most so many adjectives between, none of the kinds `but`."""
    last = at
    while _near(string, words, last) and last - at <= most:
        last += 1
        if not _plain(words[last]):
            return None
        if _ended(string, words, last):
            return last
        text = words[last].text
        kind = kinds(text)
        if text in _COUNTS or not kind or not kind <= {"a", "r", "d", "k"} or not kind.isdisjoint(but):
            if text not in ("other", "main", "such", "same", "best", "worst", "key", "chief"):
                return None
    return None


def _one(text: str) -> bool:
    """True for a noun that is surely singular after a determiner, where no verb can be."""
    return {"n"} <= kinds(text) <= {"n", "m", "b"} and text not in _GROUPS | _COUNTS | _SAME


def _many(string: str, words: Sequence[Token], at: int) -> Iterator[Clash]:
    """“these temple”, “two important building”."""
    number = words[at].key in _NUMBERS
    noun = _noun(string, words, at, but="dk" if number else "")
    if noun is None or words[noun].text in _COUNTS or words[noun].text in ORDINALS:
        return
    before = words[at - 1] if at else None
    gap = string[before.end : words[at].start] if before else ""
    name = words[at].text.istitle() and gap == " "  # a Group of Seven summit
    named = number and before and (before.key in _NUMBERED or gap == "-" or name)
    if not named and (kinds(words[noun].text) == {"n"} or words[noun].text in _PAINTINGS):
        from tqa.lang.en.forms import plural

        start, end = words[at].start, words[noun].end
        better = string[start : words[noun].start] + plural(words[noun].text)
        ordinal = number and (words[noun].text == "century" or (before and before.key == "the"))  # the eight century
        yield start, end, f"“{words[at].text}” wants a plural", None if ordinal else better


def _single(string: str, words: Sequence[Token], at: int) -> Iterator[Clash]:
    """“each temples”, “a famous buildings”."""
    if words[at].key != words[at].text and at and string[words[at - 1].end : words[at].start] == " ":
        return  # vitamin A
    noun = _noun(string, words, at, 0 if words[at].key == "each" else 2)  # they gave each different orders
    text = words[noun].text if noun is not None else ""
    if not noun or not text.endswith(("s", "men", "children")) or text in _AS_ONE | _COUNTS - {"others"}:
        return
    if kinds(text) == {"p"} or (kinds(text) == {"p", "s"} and words[at].key in ("a", "an", "every")):
        better = "each other" if text == "others" and words[at].text == "each" else None
        yield words[at].start, words[noun].end, f"“{words[at].text}” before a plural", better


def _of(string: str, words: Sequence[Token], at: int) -> Iterator[Clash]:
    """“many of temples”, “one of the temple”."""
    if not at or not _near(string, words, at - 1) or not _near(string, words, at) or words[at - 1].key not in _OF:
        return
    first, after = words[at - 1], words[at + 1]
    if after.text in _DETERMINERS:
        noun = _noun(string, words, at + 1, 3) if first.key == "one" else None
        if noun is not None and _one(words[noun].text):
            yield first.start, words[noun].end, "“one of” and a singular", None
    elif _plain(after) and kinds(after.text) == {"p"} and _ended(string, words, at + 1) and after.text not in _COUNTS:
        better = f"{first.text} of the {after.text}"
        yield first.start, after.end, f"“{first.text} of” wants “the” before “{after.text}”", better


def _be(string: str, words: Sequence[Token], at: int) -> Iterator[Clash]:
    """“was exist”, “is consisted”."""
    if not _near(string, words, at) or not _plain(words[at + 1]):
        return
    after, before = words[at + 1], words[at - 1].key if at else ""
    if string[after.end : after.end + 1] in ("-", "'", "’"):
        return
    if after.text in _HAPPENED:
        if _ASKING.isdisjoint(word.key for word in words[max(0, at - 8) : at]):
            yield words[at].start, after.end, f"“{after.text}” has no passive", None
    elif len(after.text) > 2 and not after.text.endswith(("ed", "ing", "ly")) and before not in ("to", "there"):
        did = any(word.key in _DO for word in words[max(0, at - 12) : at])
        if not did and after.text not in _NO_ADJECTIVES and kinds(after.text) == {"b"}:
            message = f"the base form of a verb after “{words[at].text}”"
            yield words[at].start, after.end, message, None


def _to(string: str, words: Sequence[Token], at: int) -> Iterator[Clash]:
    """“to became”, “to rejected the plan”; “could went”, “has became” are of slips."""
    if not _near(string, words, at) or not _plain(words[at + 1]):
        return
    past = words[at + 1]
    modal = words[at].key != "to"
    before = words[at - 1] if at else None
    if before and (string[before.end : words[at].start] != " " or before.possessive or before.key in _NO_MODAL):
        return  # the will, a can, Kurodo no to
    if modal and words[at].text != words[at].key:
        return
    message = f"“{words[at].text}” and a past form"
    if past.text in _PAST and not (past.text == "saw" and not modal):
        yield words[at].start, past.end, message, f"{words[at].text} {_PAST[past.text]}"
    elif past.text.endswith("ed") and (modal or (_near(string, words, at + 1) and words[at + 2].text in _OBJECTS)):
        if kinds(past.text) == {"d", "k"}:
            yield words[at].start, past.end, message, None


def _subject(string: str, words: Sequence[Token], at: int) -> Iterator[Clash]:
    """“The temples was”, “The temple of the monks were”, at the beginning of a sentence."""
    if words[at].text == words[at].key:
        return
    if at and string[words[at - 1].end : words[at].start].strip() not in (".", "!", "?"):
        return
    noun = at
    while _near(string, words, noun) and noun - at < 3:
        noun += 1
        if not _plain(words[noun]) or words[noun].text in MODALS:
            return
        verb = _verb(string, words, noun)
        if verb is not None:
            yield from _mismatch(words, noun, verb)
            return
        if not set() < kinds(words[noun].text) <= {"a", "r", "d", "k"}:
            return


def _verb(string: str, words: Sequence[Token], noun: int) -> int | None:
    """Where the verb of a subject is: after it, or after “of” and a simple phrase."""
    at = noun + 1
    if not _near(string, words, noun):
        return None
    if words[at].text == "of":
        while _near(string, words, at) and at - noun < 6:
            at += 1
            if words[at].text in _WERE or words[at].text in _WAS:
                break
            named = words[at].capital or words[at].key in DETERMINERS
            if words[at].possessive or not (named or kinds(words[at].text) & {"n", "p", "m", "a"}):
                return None
    return at if words[at].text in _WERE or words[at].text in _WAS else None


_WERE = {"were": "was", "are": "is", "have": "has"}
_WAS = {"was": "were", "is": "are", "has": "have"}


def _mismatch(words: Sequence[Token], noun: int, verb: int) -> Iterator[Clash]:
    text, has = words[noun].text, words[verb].text
    if has in _WERE and _one(text):
        yield words[verb].start, words[verb].end, f"“{text}” is a singular", _WERE[has]
    elif has in _WAS and kinds(text) == {"p"} and text not in _AS_ONE:
        yield words[verb].start, words[verb].end, f"“{text}” is a plural", _WAS[has]


_Look = Callable[[str, "Sequence[Token]", int], Iterator[Clash]]
_LOOKS: dict[str, _Look] = {
    **dict.fromkeys(_MANY, _many),
    **dict.fromkeys(_ONE, _single),
    **dict.fromkeys(_BE, _be),
    **dict.fromkeys((*MODALS, "to"), _to),
    **dict.fromkeys(_DETERMINERS - {"these", "those"}, _subject),
    "of": _of,
}
