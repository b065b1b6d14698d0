"""Whether an English word begins with a vowel sound: what decides between "a" and "an".

Provenance: the spelling-to-sound rules of English for first letters, written down by hand. Where speakers differ
(a historic, an historic; a herb, an herb) or an acronym may be spelt or read (LED, SAT), the answer is None.
"""

from __future__ import annotations

import re
from functools import cache

_SPELT_WITH_VOWEL = "AEFHILMNORSX"  # the names of these letters begin with a vowel sound


@cache
def _you() -> re.Pattern[str]:
    # u and eu said as in "you"; uninvited, unimportant, unidentified have the prefix un-
    return re.compile(
        r"eu|ewe|ewer|ubiq|ukr|ukul|ugan|uni(?!n|mp|ma|de|gn)|unanim|us(?:e|u|a[bg]|i[nb])|ut(?:er|il|op|ah|en)"
        r"|ur(?:an|in[ae]|et|ol|ug|ea|al)|uv|one(?![irg])|once"
    )


@cache
def _silent_h() -> re.Pattern[str]:
    return re.compile(r"hour|honest|honor|honour|heir")


@cache
def _either_h() -> re.Pattern[str]:
    return re.compile(r"h(?:ist|yst|ors$|ot[ae]l|ero|abit|ypo|yp|ila|orr|ered|armon|erb|allu|awa|ibi|umble|omage|uma)")


def vowel_sound(word: str) -> bool | None:
    """True, False, or None where it is not certain. `word` is letters, or figures with inner commas.

    >>> [vowel_sound(word) for word in ("apple", "university", "uninvited", "hour", "NGO", "UN", "80", "one")]
    [True, False, True, True, True, False, True, False]
    >>> [vowel_sound(word) for word in ("historic", "NATO", "mRNA", "1868")]
    [None, None, None, None]
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
    if not word[1:].islower() or not re.search("[aeiouy]", lower):
        return None  # mRNA, iPhone, rpm
    if lower[0] in "aeiou":
        if re.match(r"o[au][aeiou]|uy|oax|eo?$|[aiu]$|o[hn]?$", lower):
            return None
        return not _you().match(lower)
    if lower[0] == "h":
        return True if _silent_h().match(lower) else None if word[0] == "H" or _either_h().match(lower) else False
    return None if lower[0] == "y" and lower[1:2] not in "aeiou" else False


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
        return True if len(word) < 6 and word not in ("RMB", "NT") and _is_spelt(word) else None
    return False


def _is_spelt(word: str) -> bool:
    """True if no syllable can begin as the acronym does (NGO, LDP, MBA), so that it is said letter by letter."""
    if not re.search("[AEIOUY]", word) or word in ("HIV", "MOU", "SUV", "SOS", "ROI", "MIT"):
        return True
    return not re.match("[FHLMNRSX][AEIOUY]|S[CHKLMNPQTVW]|F[LR]|RH|MC", word)
