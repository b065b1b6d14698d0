"""Words that keep a statement from being plain fact, in Japanese and English.

By hand; the English list is wide on purpose, but that somebody says so holds nothing back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(
        r"(?:の|た|だ|る|い)疑い(?:で|が(?:ある|あり|持たれ|強)|も)|とみられ(?:る|て)|と見られ(?:る|て(?:いる|おり))|可能性が(?:ある(?!こと)|あり|高|強)|可能性も"
        r"|恐れが(?:ある|あり(?!ますの))|おそれが(?:ある|あり(?!ますの))|もようだ|模様だ"
    )


@cache
def _aside() -> re.Pattern[str]:
    # What follows a mark that holds back a noun and not the sentence: 母とみられる女性, 誤りとみられることもある.
    return re.compile(r"(?:いる|いた)?(?<=[るた])(?:[一-鿿ァ-ヺ々]|もの[がをに、]|こと|ため|[^（]*）)")


_HEDGES = frozenset(
    (
        "suspicion suspect suspected suspects suspicious allege alleged alleging allegedly accuse accused "
        "accusation charge charged charges apparently appear appears appeared seem seems seemed seemingly "
        "believe believed believes think thought likely unlikely probably possible possibly possibility may "
        "might could can would should perhaps maybe potential potentially expect expected presume presumed "
        "presumably assume assumed estimate estimated estimates chance chances risk risks fear fears feared "
        "danger threat threaten threatens reportedly considered considers reckon supposed supposedly "
        "speculate speculated speculation prone liable susceptible conceivable probable apparent suggest "
        "suggests suggested indicate indicates indicated theory guess guessed doubt doubts doubtful arguably "
        "purported purportedly looks looked sound sounds anticipated inferred infer potent vulnerable hazard "
        "hazardous dangerous theories interpretations concluded understood deemed afraid prospect hypothesis "
        "tentative attributed attributable suspicions deduced conjectured unclear threatening threats "
        "suspecting alleges regard regarded regards view viewed views seen contemplated likeliness likelihood "
        "assumedly consider imagine imagined imagines concern concerns must some shows"
    ).split()
)


_SAID = frozenset((("said", "to"), ("is", "said"), ("are", "said"), ("was", "said"), ("was", "to"), ("were", "to")))


def hedge(source: str) -> tuple[int, int] | None:
    """The span of the one mark in a Japanese text by which it holds back, or None.

    >>> hedge("火元は台所とみられる。"), hedge("火元は台所だ。")
    ((5, 10), None)
    >>> hedge("母とみられる女性が来た。")
    """
    found = list(_marks().finditer(source))
    return found[0].span() if len(found) == 1 and not _aside().match(source, found[0].end()) else None


def hedged(tokens: Sequence[Any]) -> bool:
    """True if any word of an English text holds back; so does “is said”."""
    keys = [token.key for token in tokens]
    reports = any(key.endswith("ly") and key.startswith(("reported", "alleged")) for key in keys)
    possible = any(key.startswith("possi") for key in keys)  # misspelled, too
    return reports or possible or not _HEDGES.isdisjoint(keys) or not _SAID.isdisjoint(pairwise(keys))
