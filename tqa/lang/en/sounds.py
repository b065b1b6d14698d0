"""Whether an English word begins with a vowel sound: what decides between "a" and "an".

Provenance: the spelling-to-sound rules of English for first letters, written down by hand. Where speakers differ
(a historic, an historic; a herb, an herb) or an acronym may be spelt or read (LED, SAT), the answer is None.
"""

from __future__ import annotations

import re

_VOWELS = frozenset("aeiouy")
_SPELT_WITH_VOWEL = "AEFHILMNORSX"  # the names of these letters begin with a vowel sound
# How words begin in which u and eu are said as in "you" and o as in "one", and exceptions.
_YOU = tuple(
    "eu ewe ubiq ukr ukul ugan uni unanim use usu usab usag usin usib uter util utop utah uten uran urina urine uret urol"
    " urug urea ural uv one once".split()
)
_NOT_YOU = tuple("unin unimp unima unide unign onei oner oneg".split())  # un-invited, un-important, un-identified
_YOU_ALONE = frozenset("uri url urls uris usb uid uids utf uuid uuids".split())
_UNSAID = ("ng", "mp", "ls", "lt", "nt", "rt", "rp", "mk", "nv", "ns", "fd", "lp")  # spelt, if they are said at all
_SILENT_H = tuple("hour honest honor honour heir".split())
_EITHER_H = tuple(
    "hist hyst hotel hotal hero habit hyp hila horr hered harmon herb hallu hawa hibi humble homage huma".split()
)
_EITHER = frozenset("e eo a i u o oh on hors".split())  # too short, or too rare, to tell
_EITHER_O = tuple(f"o{second}{third}" for second in "au" for third in "aeiou")


def vowel_sound(word: str) -> bool | None:
    """True, False, or None where it is not certain. `word` is letters, or figures with inner commas.

    >>> [vowel_sound(word) for word in ("apple", "university", "uninvited", "hour", "NGO", "UN", "80", "one")]
    [True, False, True, True, True, False, True, False]
    >>> [vowel_sound(word) for word in ("xterm", "xenon")]
    [True, False]
    >>> [vowel_sound(word) for word in ("historic", "NATO", "mRNA", "1868", "SQL", "xalign")]
    [None, None, None, None, None, None]
    """
    if word[:1].isdigit():
        return _figure(word)
    if not (word.isascii() and word.isalpha()):
        return None
    if len(word) == 1:
        return word in _SPELT_WITH_VOWEL if word.isupper() else None
    if word.isupper():
        return _acronym(word)
    lower = word.lower()
    if not word[1:].islower() or _VOWELS.isdisjoint(lower):
        return None  # mRNA, iPhone, rpm
    if lower[0] in "aeiou":
        if lower in _EITHER or lower.startswith(("uy", "oax", *_EITHER_O)):
            return None
        return not (lower.startswith(_YOU) or lower in _YOU_ALONE) or lower.startswith(_NOT_YOU)
    if lower[0] == "h":
        either = word[0] == "H" or lower in _EITHER or lower.startswith(_EITHER_H)
        return True if lower.startswith(_SILENT_H) else None if either else False
    if lower[0] == "x":
        return _x_sound(lower)
    if lower.startswith(_UNSAID):
        return None  # an ngspice
    return None if lower[0] == "y" and lower[1:2] not in "aeiou" else False


def _x_sound(word: str) -> bool | None:
    """An xterm, a xenon; a name that no dictionary has may be read either way (xalign)."""
    if word[1] not in "aeiouy":
        return True
    from tqa.lang.en.words import words

    return False if words().knows(word) else None


def _figure(word: str) -> bool | None:
    whole = word.split(".")[0]
    digits = whole.replace(",", "")
    if not digits.isdigit():
        return None
    if digits[0] == "8":
        return True
    groups = len(digits) % 3 or 3
    if digits[:2] in ("11", "18"):
        return True if groups == 2 else None  # 1868: "eighteen sixty-eight", or a thousand and more
    return False


def _acronym(word: str) -> bool | None:
    first = word[0]
    if first in "AEIO":
        return None if (word[:2] == "EU" and len(word) > 2) or word in ("ONE", "ONCE") else True
    if first == "U":
        return False if len(word) < 4 or word in ("UNESCO", "UNICEF", "UNHCR", "UEFA", "USAID", "UNDP") else None
    if first in _SPELT_WITH_VOWEL:
        return True if len(word) < 6 and word not in ("RMB", "NT", "SQL") and _is_spelt(word) else None
    return False


def _is_spelt(word: str) -> bool:
    """True if no syllable can begin as the acronym does (NGO, LDP, MBA), so that it is said letter by letter."""
    if not re.search("[AEIOUY]", word) or word in ("HIV", "MOU", "SUV", "SOS", "ROI", "MIT"):
        return True
    return not re.match("[FHLMNRSX][AEIOUY]|S[CHKLMNPQTVW]|F[LR]|RH|MC", word)
