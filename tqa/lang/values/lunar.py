"""Dates of the old Japanese calendar (before 1873) and what they can be in the Western one.

A lunisolar month begins with a new moon, so the day of the month is the age of the moon, whatever the rules of the time
were; and its months run three to seven weeks behind the Western ones of the same number. That is enough to tell a
converted date from a wrong one, without a table of a thousand years.

Provenance: mean synodic month and epoch of new moon from J. Meeus, Astronomical Algorithms, chapter 49; Julian day
numbers by the usual integer formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_SYNODIC = 29.530588861
_NEW_MOON = 2451550.09766  # January 6, 2000
_NOON_IN_KYOTO = -0.375  # days from noon at Greenwich
_SLACK = 2  # true against mean moon, and the reckoning of the time


def day_number(year: int, month: int, day: int, gregorian: bool = True) -> int:
    """The Julian day number of a Western date, in the Gregorian calendar (also before 1582) or the Julian one.

    >>> day_number(2000, 1, 1), day_number(1582, 10, 15), day_number(1582, 10, 4, gregorian=False)
    (2451545, 2299161, 2299160)
    """
    a = (14 - month) // 12
    y, m = year + 4800 - a, month + 12 * a - 3
    days = day + (153 * m + 2) // 5 + 365 * y + y // 4
    return days - y // 100 + y // 400 - 32045 if gregorian else days - 32083


def moon_age(day: int) -> float:
    """The mean age of the moon in days, at noon in Kyoto on a Julian day.

    >>> round(moon_age(day_number(2000, 1, 13)), 1)
    6.5
    """
    return (day + _NOON_IN_KYOTO - _NEW_MOON) % _SYNODIC


def converted(old: tuple[int, int, int], western: tuple[int, int, int]) -> bool:
    """Whether a Western date can be an old date (year, month, day) converted.

    Before 1582 both calendars of the West are allowed: historians write the Julian date, computers the Gregorian.

    >>> converted((1869, 6, 26), (1869, 8, 3)), converted((1869, 6, 26), (1869, 8, 13))
    (True, False)
    """
    year, month, day = old
    if not (1 <= month <= 12 and 1 <= day <= 30 and 1 <= western[1] <= 12):
        return False
    behind = day_number(*western) - day_number(year, month, min(day, 28))
    return 8 <= behind <= 65 and any(
        _fits(day_number(*western, gregorian=gregorian), day)
        for gregorian in ((True, False) if year < 1583 else (True,))
    )


def same_day(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    """Whether two Western dates before 1583 are one day, in the Julian and in the Gregorian calendar.

    >>> same_day((1087, 8, 7), (1087, 8, 13)), same_day((1087, 8, 7), (1087, 8, 12))
    (True, False)
    """
    days = [{day_number(*date), day_number(*date, gregorian=False)} for date in (one, other)]
    return one[0] < 1583 and bool(days[0] & days[1])


def behind(old: tuple[int, int], western: tuple[int, int]) -> bool:
    """Whether a day (month, day) of an old year that nobody names can be a Western one: three to seven weeks behind, and
    two days more in the last years of a calendar that had drifted.

    The same day of the next month, or a day of the month that is written alike, is rather a slip.

    >>> behind((4, 18), (5, 31)), behind((12, 23), (1, 15)), behind((12, 5), (12, 30)), behind((4, 9), (6, 1))
    (True, True, True, True)
    >>> behind((3, 11), (3, 12)), behind((3, 11), (4, 11)), behind((3, 2), (3, 20))
    (False, False, False)
    """
    days = (day_number(2001, *western) - day_number(2001, old[0], min(old[1], 28))) % 365
    alike = old[1] == western[1] or (old[0] == western[0] and bool(set(str(old[1])) & set(str(western[1]))))
    return 17 <= days <= 54 and not alike


def of_old(texts: Iterable[str]) -> bool:
    """Whether texts that name no year speak of the time of emperors, shoguns and domains.

    >>> of_old(["9月9日、大納言に叙せられた。"]), of_old(["9月9日に新商品を発売する。"])
    (True, False)
    """
    return any(_old().search(text) for text in texts)


@cache
def _old() -> re.Pattern[str]:
    english = r"\bclans?\b|\b[Ss]hoguns?\b|\bsamurai\b|\b(?:Imperial|retired) [Pp]rince|\b[Rr]etired [Ee]mperor"
    court = (
        "天皇|上皇|法皇|親王|女御|中宮|女院|関白|摂政|太政|[大中少]納言|公[卿家方]|朝[廷臣]|勅|院宣|宣[旨下命]|[受任補拝]叙|叙せ|叙任"
        "|[正従][一二三四五六七八]位|行幸|御幸|践祚|譲位|立太子|遷都|御所|入内|参内|崩御|薨"
    )
    rule = (
        "将軍|幕府|[藩城]主|[一-鿿]藩|大名|守護|[千百万]石|[0-9〇一二三四五六七八九十百千]両|別当|国司|荘園|管領|奉行|代官|目付|家老|老中|大老|所司代"
        "|家督|上洛|入京|下向"
    )
    war = (
        "武将|郎党|足軽|浪[人士]|新[選撰]組|攘夷|合戦|挙兵|軍勢|騎|一揆|謀[反叛]|討[たちつ死]|出陣|籠城|落城|流罪|配流|斬首|切腹|自害"
        "|平氏|源氏|義経|頼朝|秀吉|家康|信長|[の国]乱[はがをで、。]|[一-鿿]の[変陣役戦]"
    )
    life = "入道|僧正|出家|得度|元服|享年|法名"
    calendar = "旧暦|陰暦|太陰"
    return re.compile("|".join((english, court, rule, war, life, calendar)))


def _fits(number: int, day: int) -> bool:
    off = abs(moon_age(number) - (day - 1))
    return min(off, _SYNODIC - off) <= _SLACK
