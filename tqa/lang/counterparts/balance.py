"""How much of a whole sentence is rendered: whether its translation is another text's, or breaks off."""

from __future__ import annotations

from typing import NamedTuple

from tqa.lang.counterparts.coverage import Coverage
from tqa.lang.en.endings import NEVER_LAST


class Balance(NamedTuple):
    """Sums of weights: of all words that something is known of, of those without counterpart, of English without
    source; and how many words have a counterpart."""

    known: float
    missing: float
    surplus: float
    rendered: int


def balance(found: Coverage) -> Balance:
    """How much of the source is rendered, and how much of the target has no source."""
    return Balance(
        sum(word.weight for word in found.words),
        sum(word.weight for word in found.words if word.missing),
        sum(found.surplus),
        sum(bool(word.at) for word in found.words),
    )


_FULL = 2.1  # characters of English for one of Japanese from which a translation may well be whole


def unrelated(found: Coverage) -> bool:
    """True if so many words are missing, with so much else in their place, that this is another text's translation."""
    known, missing, surplus, rendered = balance(found)
    if surplus < 2.5:
        return False
    return (not rendered and known >= 7) or (rendered <= 1 and known >= 10 and missing > 0.8 * known)


def cut(found: Coverage, is_open: bool, length: float) -> bool:
    """True if enough of the source is missing, and little stands in its place, to say that a translation breaks off.
    Where it ends without a mark (`is_open`) and is not long (`length`: its characters for one of the source), little is
    enough; on a word that hangs in the air, a trace."""
    known, missing, surplus, _ = balance(found)
    if is_open and hangs(found):
        return missing >= max(0.5, 0.1 * surplus)
    if is_open:
        return missing >= max(2.0, (0.2 if length < _FULL else 0.5) * known, 0.8 * surplus)
    return missing >= max(4.0, 0.3 * known, 1.5 * surplus)


def hangs(found: Coverage) -> bool:
    """True if the last word of the translation hangs in the air: "announced that"."""
    return bool(found.target) and found.target[-1].key in NEVER_LAST
