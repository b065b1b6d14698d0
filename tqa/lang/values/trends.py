"""Which way a figure goes, by the words right beside it: 1.8%下落 and "fell 1.8 percent" go down; 5から3へ and "to 3
from 5" begin at five.

By hand. Only words that say nothing else beside a figure, and only in reach of it; where two disagree, none counts.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


class Trend(NamedTuple):
    """Up (1) or down (-1), and the word that says so."""

    way: int
    start: int
    end: int


_UP = (
    "rose rise rises rising risen increase increased increases increasing up grew grow grows growing grown growth gain "
    "gained gains gaining climb climbed climbs climbing jump jumped jumps surge surged surges surging soared soaring "
    "advanced expanded widened higher"
)
_DOWN = (
    "fell fall falls falling fallen decline declined declines declining decrease decreased decreases decreasing down "
    "drop dropped drops dropping dip dipped slipped slid slump slumped plunge plunged plummeted tumbled shrank shrunk "
    "shrinking contracted sank narrowed lower"
)
_AFTER = {
    1: "increase rise gain jump growth surge higher more",
    -1: "decrease decline drop fall dip slump lower fewer less",
}
_HEDGES = r"(?: (?:about|around|some|roughly|nearly|almost|just|over|under))* [$¥€£]?"


def japanese(text: str, end: int) -> Trend | None:
    """The way of the figure that ends at `end` of a Japanese text.

    >>> japanese("ガソリンは1.8%下落した", 9), japanese("2%の増税", 2), japanese("5%増減する", 2)
    (Trend(way=-1, start=9, end=11), None, None)
    """
    found = _beside().match(text, end)
    if not found:
        return None
    way = 1 if found["up"] else -1
    return Trend(way, *found.span("up" if found["up"] else "down"))


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(
        r"\s?(?:ほど|程度|近く|余り|あまり|以上|超|ずつ|だけ|も|の|と|台の|(?:台)?(?:に|へ|まで)(?!減ら|増や))?(?:大幅に|さらに)?"
        r"(?:(?P<up>増(?![税減資])(?:加|え|や|益|収)?|上昇|上が|急増|急騰|急伸|伸び|上回|拡大|引き上げ|多い|多く|多かった|高い|高く|高かった)"
        r"|(?P<down>減(?![税資速給])(?:少|り|っ|ら|益|収)?|下落|下が|低下|急減|急落|落ち込|下回|縮小|引き下げ|(?<![にへで])抑え|削減|少な|低い|低く|低かった))"
    )


def english(text: str, start: int, end: int) -> Trend | None:
    """The way of the figure at `start:end` of an English text.

    >>> english("Gasoline rose by about 1.8 percent.", 23, 34), english("a 5 percent drop", 2, 11)
    (Trend(way=1, start=9, end=13), Trend(way=-1, start=12, end=16))
    >>> english("It stood at 5 percent.", 12, 21)
    """
    found = [_before(text, start), _behind(text, end)]
    ways = {one.way for one in found if one}
    return next((one for one in found if one), None) if len(ways) == 1 else None


def _before(text: str, start: int) -> Trend | None:
    found = _words().search(text, max(0, start - 60), start)
    if not found:
        return None
    return Trend(1 if found["word"].lower() in _UP.split() else -1, *found.span("word"))


def _behind(text: str, end: int) -> Trend | None:
    for way, words in _AFTER.items():
        found = re.compile(rf"(?:-point)? ({'|'.join(words.split())})\b(?! than (?:half|a|one|two)\b)").match(text, end)
        if found:
            return Trend(way, *found.span(1))
    return None


@cache
def _words() -> re.Pattern[str]:
    modest = (
        r"by|of|an?|another|some|about|around|roughly|approximately|nearly|almost|only|just|further|more|less|than|over|"
        r"under|to|real|nominal|annualized|annual|mere|slight|modest|steep|sharp|sharply|slightly|modestly|in real terms"
    )
    words = "|".join([*_UP.split(), *_DOWN.split()]).replace("|up|", "|up(?! to\\b)|")
    return re.compile(rf"(?<![-\w])(?P<word>{words})(?: (?:{modest}))* \Z", re.IGNORECASE)


def starts_from(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool | None:
    """Whether a change that an English text tells begins at the first of two figures (spans), or None.

    >>> starts_from("cut to 3 billion yen from 5 billion", (26, 35), (7, 20))
    True
    >>> starts_from("cut from 3 to 5", (14, 15), (9, 10)), starts_from("3 of 5", (0, 1), (5, 6))
    (False, None)
    """
    first, second = sorted((one, other))
    lead = re.search(rf"\b(from|to){_HEDGES}\Z", text[: first[0]])
    between = re.fullmatch(rf",? (from|to){_HEDGES}", text[first[1] : second[0]])
    if not lead or not between or lead[1] == between[1]:
        return None
    return (lead[1] == "from") == (first == one)
