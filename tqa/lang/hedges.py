"""Words that keep a statement from being plain fact, in Japanese and English.

By hand; the English list is wide on purpose, but that somebody says so holds nothing back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from tqa.lang.en.closed import BE


class Hedge(NamedTuple):
    """A mark in code points of a Japanese text. It tells of a `doubt`, of a `plan`, or of one still under `study`."""

    start: int
    end: int
    kind: str


@cache
def _marks() -> re.Pattern[str]:
    says = "を(?:示し|表明|明らか|固め|決め|打ち出)"
    ends = "(?:だ|で(?=[、あす])|。)"
    doubt = (
        r"(?:の|た|だ|る|い)疑い(?:で|が(?:ある(?!と)|あり|持たれ|強)|も)|とみられ(?:る|て)|(?<=[たるいだの])と見られ(?:る|て(?:いる|おり))"
        r"|(?:可能性|恐れ|おそれ)が(?:ある(?!こと)|あり(?!ますの))(?!と)|可能性が(?:高|強)|可能性も|もようだ|模様だ"
    )
    plan = (
        rf"方針(?:{ends}|{says}|としている)|予定(?:{ends}|し?ている|となって|(?<=[一-鿿る]予定)$)|見通し(?:{ends}|{says}|とな)|見込み{ends}|見込まれ(?:る|ている)"
        rf"|目指(?:す[。$]|し?ている|す(?:方針|考え|意向))|計画(?:だ|している|。)"
        rf"|意向(?:だ|。|{says})|構えだ"
    )
    study = r"検討(?:し(?:て(?:いる|い)?)?|中|する|を(?:進|始|続|重)|に入)|方向で(?:最終)?(?:調整|検討|協議)"
    return re.compile(rf"(?P<doubt>{doubt})|(?P<study>{study})|(?P<plan>{plan})")


@cache
def _aside() -> re.Pattern[str]:
    # What follows a mark that holds back a noun and not the sentence: 母とみられる女性, 誤りとみられることもある.
    return re.compile(r"(?:いる|いた)?(?<=[るた])(?:[一-鿿ァ-ヺ々]|もの[がをに、]|こと|ため|[^（]*）)|た[一-鿿]")


_HEDGES = frozenset(
    (
        "suspicion suspect suspected suspects suspicious allege alleged alleging allegedly accuse accused "
        "accusation charge charged charges apparently appear appears appeared seem seems seemed seemingly "
        "believe believed believes think thought likely unlikely probably possible possibly possibility may "
        "might could can would should perhaps maybe potential potentially expect expected presume presumed "
        "presumably assume assumed estimate estimated estimates chance chances risk risks fear fears feared "
        "danger threat threaten threatens threatened reportedly considered considers recognized recognised reckon supposed supposedly "
        "speculate speculated speculation prone liable susceptible conceivable probable apparent suggest "
        "suggests suggested indicate indicates indicated theory guess guessed doubt doubts doubtful arguably "
        "purported purportedly looks looked sound sounds anticipated inferred infer potent vulnerable hazard "
        "hazardous dangerous theories interpretations concluded understood deemed afraid prospect hypothesis "
        "tentative attributed attributable suspicions deduced conjectured unclear threatened threatening threats "
        "suspecting alleges regard regarded regards view viewed views seen contemplated likeliness likelihood "
        "assumedly consider imagine imagined imagines concern concerns must some shows"
    ).split()
)


_SAID = frozenset((("said", "to"), ("is", "said"), ("are", "said"), ("was", "said"), ("was", "to"), ("were", "to")))


# What else keeps a plan from being done or from being settled: the beginnings of words, and short words whole.
_STUDIES = tuple(
    (
        "consider weigh study studi examin review discuss explor look think thought debat mull investigat assess evaluat "
        "inten propos deliberat contemplat consult possib argu idea plan aim seek sought try arrang coordinat talk negotiat"
    ).split()
)
_PLANS = tuple(
    (
        "plan inten schedul expect consider propos project forecast likel seek sought target goal hoping hope want wish "
        "polic decid decis prospect slate pledg promis prepar stud weigh examin explor review discuss debat mull will "
        "estimat anticipat predict arrang coordinat talks determin investigat assess evaluat contemplat outlook future "
        "upcoming ambiti aspir dream toward head purpose objective look think idea mind until tomorrow next shall"
    ).split()
)
_OUGHT = frozenset(("would", "should", "must"))
_SHORT = frozenset("aim aims aimed aiming due going set try tries tried trying bid eye eyes eyed eyeing vow vows vowed "
                   "'ll ’ll".split())  # fmt: skip


def hedge(source: str) -> Hedge | None:
    """The first mark of a Japanese text by which its statement holds back, or None.

    >>> hedge("火元は台所とみられる。"), hedge("火元は台所だ。"), hedge("橋を架ける方針だ。")
    (Hedge(start=5, end=10, kind='doubt'), None, Hedge(start=5, end=8, kind='plan'))
    >>> hedge("母とみられる女性が来た。")
    """
    found = [one for one in _marks().finditer(source) if not _aside().match(source, one.end())]
    return next((Hedge(*one.span(), kind=one.lastgroup or "") for one in found), None)


def hedged(tokens: Sequence[Any], kind: str) -> bool:
    """True if any word of an English text holds back as a mark does; so does “is said”. Of a plan, what tells of a
    future is enough; of one under study it is not, nor is what should be.

    >>> from tqa.lang.en.tokens import tokens
    >>> [hedged(tokens("They will build a bridge."), kind) for kind in ("doubt", "plan", "study")]
    [False, True, False]
    """
    keys = [token.key for token in tokens]
    if kind == "study":
        return any(key.startswith(_STUDIES) for key in keys) or not (_HEDGES - _OUGHT).isdisjoint(keys)
    reports = any(key.endswith("ly") and key.startswith(("reported", "alleged")) for key in keys)
    possible = any(key.startswith("possi") for key in keys)  # misspelled, too
    if reports or possible or not _HEDGES.isdisjoint(keys) or not _SAID.isdisjoint(pairwise(keys)):
        return True
    be_to = any(one in BE and other == "to" for one, other in pairwise(keys))
    return kind == "plan" and (be_to or not _SHORT.isdisjoint(keys) or any(key.startswith(_PLANS) for key in keys))
