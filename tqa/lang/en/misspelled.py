"""Misspelled words: what no list of English words has, and one slip of the finger makes a common word.

Only lower-case words are read: names are beyond any list. What may be romanised Japanese, a part of another language
("de facto"), a compound or a derived form of common words is left alone.

Provenance: prefixes and endings of English, written down by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tqa.lang.en.names import is_romaji
from tqa.lang.en.tokens import Token
from tqa.lang.en.words import SHORTEST, Words

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PREFIXES = (
    "non anti pre post re un over under sub super semi co multi inter out mis dis micro mini mid counter hyper bio geo "
    "neo pseudo electro hydro photo tele auto cyber eco ultra trans intra extra para proto quasi self socio meta omni"
).split()
_ENDINGS = (
    "s es ed d ing er ers ly ness less like able ful ism ist ists ship hood wise ish y ward wards ation ization "
    "isation ize ise al ian ic ity a"
).split()
_VOWELS = frozenset("aeiouy")
_BEGINNINGS = frozenset(  # two consonants that English words begin with
    "bl br ch cl cr cz dr dw fl fr gh gl gn gr kh kl kn kr ll mn ph pl pn pr ps pt rh sc sh sk sl sm sn sp sq st sv sw th "
    "tr ts tw wh wr".split()
)
_FOREIGN = frozenset(
    "de du la le les el los las il lo di da del della des der das die von van al ad ex et y ipso pro".split()
)
_PHRASES = frozenset(  # words of set phrases in Latin and French that are near an English word: per annum, prima facie
    (
        "annum annus extremis facie laude flagrante memoriam mentis mortis judice generis familias garde gratia gentium cogens "
        "omnes nauseam belli parentis parte litem limine personam terre chambre ancien"
    ).split()
)
_MOST = 3  # suggestions


def unknown(found: Iterable[str], table: Words) -> set[str]:
    """Those of some words that are in small letters and in none of the lists.

    >>> from tqa.lang.en.words import words
    >>> unknown(["buiding", "building", "Buiding", "bu1ding"], words())
    {'buiding'}
    """
    plain = {word for word in found if len(word) >= SHORTEST and word.islower() and word.isascii() and word.isalpha()}
    return {word for word in plain if not _known(word, table)}


def _known(word: str, table: Words) -> bool:
    """True for what a list has, and for the verb of one who does it: calligraphed, of calligrapher."""
    return table.knows(word) or (word.endswith("ed") and len(word) > 6 and table.knows(word[:-2] + "er"))


def corrections(words: Sequence[Token], at: int, table: Words) -> tuple[str, ...]:
    """The common words that the unknown word `words[at]` may be, likeliest first; empty if it may be right.

    >>> from tqa.lang.en.tokens import tokens
    >>> from tqa.lang.en.words import words
    >>> corrections(tokens("a buiding of the shogunate"), 1, words())
    ('building', 'biding', 'budding')
    >>> corrections(tokens("the shogun of the bakufu"), 4, words())
    ()
    """
    word = words[at].text
    if word in _PHRASES or is_romaji(word) or _foreign(words, at, table) or _derived(word, table):
        return ()
    if _VOWELS.isdisjoint(word[:2]) and word[:2] not in _BEGINNINGS and table.is_common(word[1:]):
        return ()  # a program: fdisk, rdesktop, gsettings
    found = {one for one in _slips(word) if len(one) >= SHORTEST - 1 and table.is_common(one)}
    return tuple(sorted(found, key=lambda one: _rank(one, word, table))[:_MOST])


def _rank(one: str, word: str, table: Words) -> tuple[bool, bool, bool, str]:
    """Letters that changed places first, then words with the same first letter, then everyday words."""
    return sorted(one) != sorted(word), one[0] != word[0], not table.is_everyday(one), one


def _foreign(words: Sequence[Token], at: int, table: Words) -> bool:
    """True beside a word of another language, or one that no list has either: Erica carnea, de facto."""
    around = [words[near].key for near in (at - 1, at + 1) if 0 <= near < len(words)]
    if at and words[at - 1].key in _FOREIGN:
        return True
    return any(
        not key.isascii() or not (table.knows(key) if len(key) >= SHORTEST else len(key) < 4 or table.is_common(key))
        for key in around
        if key.isalpha()
    )


def _derived(word: str, table: Words) -> bool:
    """True for a compound or a derived form of common words: preschoolers, teahouse."""
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) > 4 and table.is_common(word[len(prefix) :]):
            return True
    for ending in _ENDINGS:
        base = word.removesuffix(ending)
        if len(base) > 3 and base != word and not table.is_common(base + base[-1] + ending):  # occured
            forms = (base, base + "e", base[:-1] + "y" if base[-1] == "i" else base)
            if any(table.knows(form) if len(form) >= SHORTEST else table.is_common(form) for form in forms):
                return True
    return any(table.is_common(word[:cut]) and table.is_common(word[cut:]) for cut in range(3, len(word) - 2))


def _slips(word: str) -> Iterator[str]:
    """What a letter too many, too few, wrong or in the wrong place makes of it."""
    for cut in range(len(word) + 1):
        left, right = word[:cut], word[cut:]
        if right:
            yield left + right[1:]
            yield from (left + letter + right[1:] for letter in _LETTERS)
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        yield from (left + letter + right for letter in _LETTERS)
