"""Chinese and Korean names in kanji that a translation reads the Japanese way: Cho Kenkoku for 張建国.

Only where the source speaks of China, Taiwan or Korea, the name has a surname of theirs and a title beside it, and the
translation has its Japanese reading, surname and given name as two words. Who lives in Japan may use such a reading, as
do figures of history; these have no title of today beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tqa.lang.en.tokens import Token
from tqa.lang.ja import romaji
from tqa.lang.world.east_asia import EAST_ASIA, where

# The commonest surnames of China, Taiwan and Korea of one character, in Japanese forms too; by hand.
SURNAMES = (
    "王李張劉陳楊趙黄呉周徐孫馬胡朱郭何林高羅鄭梁謝宋唐許鄧馮韓曹曾彭蕭蔡潘田董袁于余葉蒋杜蘇魏程呂丁沈任姚盧傅鐘姜崔譚廖范汪陸金石戴賈韋夏邱方侯鄒熊孟"
    "秦白江閻薛尹段雷黎史陶賀毛郝顧龔邵万銭厳頼武莫孔湯朴柳申安文裴兪南沈車池"
)


class Reading(NamedTuple):
    """The tokens `first` to `last` of a target read the source's name at `start:end` the Japanese way; `pinyin` is how
    it is read in Chinese, or "" where that is not sure. `place`: it is a place."""

    first: int
    last: int
    start: int
    end: int
    pinyin: str
    where: str
    place: bool = False


def japanese_readings(source: str, found: Sequence[Token]) -> Iterator[Reading]:
    """The names of China and Korea that are read the Japanese way.

    >>> from tqa.lang.en.tokens import tokens
    >>> [one.pinyin for one in japanese_readings("中国の張建国氏が来た。", tokens("China's Cho Kenkoku came."))]
    ['Zhang Jianguo']
    >>> list(japanese_readings("中国の張建国氏が来た。", tokens("China's Zhang Jianguo came.")))
    []
    """
    country = where(source)
    if not country:
        return
    for match in _person().finditer(source):
        name = match.group(1)
        for at in range(len(found) - 1):
            if _read(name, found, at):
                pinyin = _pinyin(name) if country in ("China", "Taiwan") else ""
                yield Reading(at, at + 1, *match.span(1), pinyin, country)
                break
    yield from _places(source, found)


@cache
def _person() -> re.Pattern[str]:
    title = (
        "氏|さん|選手|容疑者|被告|教授|首相|外相|国防相|商務相|部長|大統領|主席|総書記|報道官|大使|書記|議員|社長|会長|監督|記者|代表|市長|知事|総統|委員長|研究員|弁護士|局長"
        "|副[一-鿿]{1,4}|総領事|司令官|女史"
    )
    return re.compile(rf"(?<![一-鿿])([{SURNAMES}][一-鿿]{{1,2}})(?=(?:[前元]|国家|国務|外務省|党)?(?:{title}))")


def _read(name: str, found: Sequence[Token], at: int) -> bool:
    """Whether two words are the Japanese reading of a surname of one character and a given name, and no Chinese one."""
    from tqa.lang.ja.readings import chinese, usual

    one, other = found[at], found[at + 1]
    if not (one.capital and other.capital and one.key.isalpha() and other.key.isalpha()) or one.possessive:
        return False
    for family, given in ((one.key, other.key), (other.key, one.key)):
        if romaji.fold(family) in usual(name[0]) and romaji.fold(given) in usual(name[1:]):
            return not chinese(family + given, name, 0)
    return False


def _pinyin(name: str) -> str:
    """A name in pinyin, if every character has one syllable."""
    from tqa.lang.ja.readings import mandarin

    said = [mandarin().get(char, ()) for char in name]
    if any(len(one) != 1 for one in said):
        return ""
    return f"{said[0][0].capitalize()} {''.join(one[0] for one in said[1:]).capitalize()}"


def _places(source: str, found: Sequence[Token]) -> Iterator[Reading]:
    """Chinese places of the table that stand there in their Japanese reading."""
    from tqa.lang.ja.readings import usual
    from tqa.lang.world.well_known import place

    keys = {romaji.fold(token.key): at for at, token in enumerate(found) if token.capital and len(token.key) > 3}
    for match in _place().finditer(source):
        one = place(match.group(1))
        if one is None or one.around not in EAST_ASIA:
            continue
        if any(romaji.fold(word.lower()) in keys for word in one.en):
            continue
        at = next((keys[said] for said in usual(match.group(1)) if said in keys), None)
        there = source.startswith("省", match.end()) or where(source.replace(match.group(1), "、"))  # not 雲南 of Shimane
        if at is not None and there:
            yield Reading(at, at, *match.span(1), one.en[0], one.around, place=True)


@cache
def _place() -> re.Pattern[str]:
    return re.compile("(?:(?<=[省国・])|(?<![一-鿿]))([一-鿿]{2})(?:(?=[省市])|(?![一-鿿]))")
