"""English numerals as written: 1,200, 2.5 million, twelve thousand five hundred, dozens, tens of thousands."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tqa.lang.en import closed
from tqa.lang.values import amount

if TYPE_CHECKING:
    from tqa.lang.values import Amount

SMALL: dict[str, int] = (
    {w: i for i, w in enumerate(closed.CARDINALS, 1)} | {w: i * 10 for i, w in enumerate(closed.TENS, 2)}
    | {"zero": 0, "fourty": 40}
)  # fmt: skip
SCALES: dict[str, int] = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "mn": 10**6, "mln": 10**6, "bn": 10**9, "tn": 10**12, "trn": 10**12, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
_COUNTED = {"dozen": 12, "score": 20, "hundred": 100} | SCALES
ORDINALS: dict[str, int] = {w: i for i, w in enumerate(closed.ORDINALS, 1)} | {
    w.replace("y", "ieth"): i * 10 for i, w in enumerate(closed.TENS, 2)
} | {"hundredth": 100, "thousandth": 1000, "nineth": 9, "eigth": 8, "twelveth": 12}  # fmt: skip
# 十数 .. 数百億: what "dozens of", "tens of thousands of" … may mean; plain "millions" is generous.
PLURALS: dict[str, tuple[int, int]] = {
    "tens": (20, 99), "dozens": (20, 99), "scores": (40, 199), "hundreds": (200, 999), "thousands": (1000, 99_999),
    "millions": (10**6, 10**8 - 1), "billions": (10**9, 10**11 - 1), "trillions": (10**12, 10**14 - 1),
}  # fmt: skip
FEW: dict[str, tuple[int, int]] = {"several": (2, 9), "a few": (2, 9), "some few": (2, 9), "a couple": (2, 3),
                                   "a couple of": (2, 3), "a handful of": (2, 9)}  # fmt: skip
DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"


@cache
def words() -> str:
    """Spelled-out whole numbers: a regular expression for "one hundred and five thousand two hundred"."""
    ones, teens = "|".join(closed.CARDINALS[:9]), "|".join(closed.CARDINALS[9:])
    tens = "|".join([*closed.TENS, "fourty"])
    small = rf"(?:(?:{tens})(?:[ -](?:{ones})\b)?|(?:{teens})|(?:{ones})|zero)\b"
    sub = rf"(?:(?:{small}|an?\b)[ -]hundreds?\b(?:(?: and)?[ -]{small})?|{small})"
    scale = r"(?:thousand|million|billion|trillion|quadrillion)s?\b"
    large = rf"(?:{sub}|an?\b)[ -]{scale}(?:,?(?: and)? {sub}[ -]{scale})*(?:,?(?: and)? {sub}(?! (?:{scale})))?"
    return rf"(?:{large}|{sub})"


class Numeral(NamedTuple):
    """Value as a closed interval, printed step, vagueness, and the scale word's value (for shared scales)."""

    low: Amount
    high: Amount
    step: Amount
    vague: bool
    scale: int = 1


def spelled(text: str) -> Numeral | None:
    """The value of a spelled-out whole number.

    >>> spelled("twelve thousand").low, spelled("One hundred and five").low, spelled("a hundred").step
    (12000, 105, 100)
    >>> spelled("two thousands three hundreds and six").low  # as machines write
    2306
    """
    total = group = 0
    step = last = 1
    for word in re.findall(r"[a-z]+", text.lower()):
        word = word.removesuffix("s") if word.removesuffix("s") in SCALES or word == "hundreds" else word
        if word in SMALL:
            group, step = group + SMALL[word], 1
        elif word == "hundred":
            group, step = (group or 1) * 100, 100
        elif word in SCALES:
            total, step, last = total + (group or 1) * SCALES[word], step * SCALES[word], SCALES[word]
            group = 0
        elif word not in ("a", "an", "and"):
            return None
    if word == "hundred":  # seven or eight hundred
        return Numeral(total + group, total + group, step, False, 100)
    return Numeral(total + group, total + group, step, False, last if not group else 1)


def ordinal(text: str) -> Numeral | None:
    """The value of an ordinal spelled out.

    >>> ordinal("one hundred and twenty-fifth").low, ordinal("Two thousand six hundredth").low
    (125, 2600)
    """
    lead, _, last = text.lower().replace("-", " ").rpartition(" ")
    cardinal = next((w for w in (*SMALL, "hundred", "thousand") if last == w + "th"), "")
    cardinal = cardinal or next((w for w, value in SMALL.items() if value == ORDINALS[last]), "")
    return spelled(f"{lead} {cardinal}")


def digits(number: str, scale: str = "") -> Numeral:
    """The value of digits with an optional scale word ("hundred" too).

    >>> digits("2.5", "million")[:3], digits("1,200").low
    ((2500000, 2500000, 100000), 1200)
    """
    plain = number.replace(",", "")
    by = _COUNTED.get(scale.lower(), 1) if scale else 1
    tail = plain.partition(".")[2]
    step = amount("0." + "0" * (len(tail) - 1) + "1", by) if tail else by
    value = amount(plain, by)
    return Numeral(value, value, step, False, by)


def vague(text: str) -> Numeral | None:
    """The interval of "dozens", "tens of thousands", "several hundred", "a few million".

    >>> vague("tens of thousands")[:2], vague("several hundred")[:2], vague("a couple of")[:2]
    ((20000, 99999), (200, 999), (2, 3))
    """
    low = text.lower()
    few = next((f for f in sorted(FEW, key=len, reverse=True) if low.startswith(f)), None)
    if few is not None:
        (lo, hi), rest = FEW[few], low[len(few) :]
    else:
        first, _, rest = low.partition(" ")
        lo, hi = PLURALS[first]
        rest = "" if rest == "of" else rest
    by = 1
    for word in re.findall(r"[a-z]+", rest):
        by *= _COUNTED.get(word) or _COUNTED.get(word.removesuffix("s")) or 1
    exact = lo == hi
    if few is None and rest and lo >= 1000:  # thousands of billions …
        hi = lo * 10 - 1
    if few is None and rest and lo == 40:
        lo, hi = 20, 99
    return Numeral(lo * by, hi * by if exact else (hi + 1) * by - 1, by, not exact, by)


def scaled(text: str) -> bool:
    """True if a text has a figure with a word for its scale.

    >>> scaled("for $23 million"), scaled("millions of people")
    (True, False)
    """
    return bool(re.search(r"\d ?(?:million|billion|trillion)\b", text, re.IGNORECASE))
