"""Dates of Japanese text, eras and fiscal periods resolved; clock times are in `times`, relative ones in `relative`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from tqa.lang.fold import fold
from tqa.lang.ja.numerals import integer
from tqa.lang.ja.spaced import placed, tight
from tqa.lang.values import Date, eras

_N = r"[〇一二三四五六七八九十百千]+"
_NN = rf"(?:\d{{1,2}}|{_N})"
_GLOSS = r"(?:\s?[(](?:西暦|皇紀)?[^()]{0,8}?(?:\s?[(](?:日本|元号)[)])?(?:元|\d{1,4})年?[)])"
_WEEKDAYS = "月火水木金土日"
_WD = rf"(?:\s?[(](?P<{{0}}>[{_WEEKDAYS}])(?:曜日?)?(?:[・､、]?(?:祝日?|休))?[)]|の?(?P<{{0}}2>[{_WEEKDAYS}])曜日?)"
_LONG = r"間|ぶり|連続|続け|目|以内|以上|未満|あまり|余|分の?|がかり|かけ|強|弱|程度|ほど|くらい|ぐらい|おき|ごと|毎|足らず|余り|に[1一]"
# After a bare "N日" these make it a length of time, not a day of the month.
_NOT_DAY = rf"(?!{_LONG}|前|後|本|経|過|も経|もの|でに?[0-9一二三四五六七八九十]|か所|市|町|当|あた|平均|限|だけ|換算|\d|数|[:：])"

# After a bare "N日" these make it a day of the month, and no length of time.
_ON = r"(?=午前|午後|正午|[朝夜]|夕方|未明|早朝|深夜|付|にかけて|に(?:行|開|発|始|公|会|死|結))"


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(eras.first_years(), key=len, reverse=True))
    parts = (
        r"(?P<span>(?P<s1>\d{4})\s?[-~〜～](?P<s2>\d{2,4})年(?P<sfy>度)?(?!代|間))",
        rf"(?P<espan>(?P<ename>{names})(?P<e1>\d{{1,2}}|元)\s?[-~〜～]\s?(?P<e2>\d{{1,2}})年(?P<edec>代)?(?!間))",
        r"(?<![\d.])(?P<iso>(?P<iy>\d{4})(?P<isep>[/.-])(?P<im>\d{1,2})(?P=isep)(?P<id>\d{1,2}))(?![\d.])",
        rf"(?P<ym>(?:(?:(?P<era>{names})(?:時代)?[\s_]?(?:[(](?:日本|元号)[)]\s?)?|(?P<bc>紀元前)"
        r"|(?P<letter>(?<![A-Za-z])[MTSHR]))\s?)?"
        rf"(?<![\d.,満])(?P<y>元|\d{{1,4}}|{_N})(?P<ysep>(?:\s?[(](?:[^()\d]{{1,6}}(?:元|\d{{1,2}})|\d{{3,4}}年)[)])?年"
        r"|(?=[(]\d{3,4}年[)](?!\d))"
        rf"|(?=[./]\d{{1,2}}[./]\d{{1,2}}))"
        rf"(?:(?P<fy>度)(?!目)|(?P<dec>代)(?P<decpart>初頭|前半|半ば|中頃|後半|末)?"
        rf"|(?P<tail>{_GLOSS}?\s?(?:の?(?P<yq>\d{{1,2}}\s?[-~〜～]\s?\d{{1,2}})月期?|(?P<m>閏?{_NN})月(?P<ki>期)?(?!分の|堂)"
        rf"(?:(?P<mp>上旬|中旬|下旬|初旬|初め|半ば|末)|\s?(?P<d>{_NN})(?:日(?!間|連続)"
        rf"|(?=\s?[-~〜・]\s?\d{{1,2}}日)))?{_WD.format('w')}?)?))"
        rf"(?P<yhalf>\s?(?:上半期|下半期|上期|下期|前半|後半|春|夏|秋|冬|末)|\s?第?[1-4一二三四]四半期)?)",
        rf"(?P<md>(?<![\d.])(?:(?P<q>\d{{1,2}}\s?[-~〜～]\s?\d{{1,2}})月期?|(?P<m2>{_NN})月(?P<ki2>期)?(?!分の|間|堂|以内|以上|以下|未満|を経過|を超え|(?<=[一二三四五六七八九十]月)[前後](?![半期]))"
        rf"(?:(?P<mp2>上旬|中旬|下旬|初旬|初め|半ば|末)|\s?(?P<d2>{_NN})(?:日(?!間|連続)"
        rf"|(?=\s?[-~〜・]\s?\d{{1,2}}日)))?{_WD.format('v')}?))",
        rf"(?P<slash>(?<![\d/.])(?P<sm>\d{{1,2}})/(?P<sd>\d{{1,2}})\s?[(](?P<sw>[{_WEEKDAYS}])[)曜])",
        r"(?P<slash2>(?<![\d/.])(?P<sm2>1[0-2]|[1-9])/(?P<sd2>1[3-9]|2\d|3[01])(?=[にはのからまで、~～〜)(号付])"
        r"|(?<![\d/.])(?P<sm3>1[0-2]|[1-9])/(?P<sd3>1[0-2]|[1-9])(?=から|まで|以降|付|発売|号))",
        r"(?P<pspan>(?<=[(、,])(?P<p1>\d{3,4})\s?[-~～〜]\s?(?P<p2>\d{2,4})(?=[)]))",
        r"(?P<short>(?<![A-Za-z\d])['’‘](?P<sy>\d{2})(?:年(?!代)|(?![\d年])))",
        rf"(?P<dd>(?<![\d.,、泊週])(?P<d3>\d{{1,2}})日{_NOT_DAY}{_WD.format('u')}?(?P<on>{_ON})?)",
        rf"(?P<kd>(?<![一-鿿])(?P<d4>[二三]?十[一二三四五六七八九]?)日{_NOT_DAY}(?=[、にのはもがをから夜朝午]))",
        rf"(?P<cent>(?:紀元前)?(?:(?P<c0>\d{{1,2}}|{_N})(?:世紀)?\s?(?:[-~〜～・、]|から)\s?)?"
        rf"(?P<c>\d{{1,2}}|{_N})世紀(?!間|ぶり)(?P<cpart>初頭|前半|半ば|中頃|後半|末)?)",
        r"(?P<quarter>第(?P<qn>[1-4一二三四])四半期)",
        r"(?P<half>(?<![一-鿿])(?:上半期|下半期|上期|下期|中間期))",
        rf"(?P<wday>(?<![一-鿿0-9])(?P<wd>[{_WEEKDAYS}])曜日?(?!大工))",
    )  # fmt: skip
    return re.compile("|".join(parts))


_PARTS = {"上旬": "early", "初旬": "early", "初め": "early", "初頭": "early", "前半": "early", "中旬": "mid", "半ば": "mid",
          "中頃": "mid", "下旬": "late", "後半": "late", "末": "end", "": ""}  # fmt: skip
_MAYBE = re.compile(r"[年月日期紀曜/.\-~～〜–—]")


@lru_cache(maxsize=64)
def dates(text: str) -> tuple[Date, ...]:
    """The dates of a text, in order; unknown parts are None.

    >>> [d[2:7] for d in dates("平成16年10月23日(土)と令和元年度")]
    [(2004, 10, 23, 5, 'date'), (2019, None, None, None, 'fiscal_year')]
    >>> [(d.year, d.last, d.kind) for d in dates("昭和50年代")]
    [(1975, 1984, 'decade')]
    >>> [d[:5] for d in dates("は2016 年 1 月 8 日")]
    [(1, 15, 2016, 1, 8)]
    """
    if not _MAYBE.search(text):
        return ()
    folded, places = tight(fold(text))
    found = _reckonings(list(_dates(folded)), folded)
    return tuple(found if places is None else (placed(date, places) for date in found))


def _dates(text: str) -> Iterator[Date]:
    era, reign, old = "", (0, 0, ""), 0
    for m in _pattern().finditer(text):
        found = _READERS[m.lastgroup or ""](m)
        if found is None:
            continue
        if m.lastgroup == "cent" and m["c0"]:
            number = integer(m["c0"]) or 0
            if 0 < number < (integer(m["c"]) or 0):
                yield found._replace(year=number * 100 - 99, last=number * 100, part="")
        if m.lastgroup == "ym":
            found = _continued(found, *reign)
            number = integer(m["y"]) or 0
            if found.year and 0 < number <= 64 < found.year:
                reign = (found.year - number, found.year, found.era)
        if found.kind == "decade" and not found.era and era and m["y"] and len(m["y"]) == 2:  # 昭和30年代、40年代
            first = eras.western(era, int(m["y"])) or 0
            found = found._replace(year=first, last=first + 9, era=era)
        if old and m.start() - old < 12 and found.month and text[: m.start()].endswith("("):
            found = found._replace(era="西暦")  # 元和2年11月26日(1617年1月3日)
        old = m.end() if found.kind == "old" else 0
        era = found.era if found.kind == "decade" else ""
        yield found


def _reckonings(found: list[Date], text: str) -> Iterator[Date]:
    """1238年3月22日(嘉禎4年2月28日), 12日(4月19日): of a day given twice, the one of the old calendar is marked."""
    between = re.compile(r"\s?(?:[(]旧暦[)])?\s?[(]")
    for n, other in enumerate(found[1:]):
        one = found[n]
        twice = one.day and other.day and {one.kind, other.kind} <= {"date", "day"} and (one.year or 0) < 1873
        if twice and between.fullmatch(text, one.end, other.start):
            later = other.era not in ("", "西暦")
            found[n + later] = found[n + later]._replace(kind="old")
    return iter(found)


def _continued(date: Date, before: int, since: int, era: str) -> Date:
    """昭和14年に…、16年に; 雄略天皇8年（464年）…、9年5月: a short year goes on counting the reign named before."""
    if not since or date.era or date.year is None or not 0 < date.year <= 64 or before + date.year < since:
        return date
    if date.kind not in ("date", "month", "year") or not eras.possible(era, date.year):
        return date
    return date._replace(year=before + date.year, era=era)


def _short(m: re.Match[str]) -> Date:
    return Date(m.start(), m.end(), int(m["sy"]), kind="year")


def _bracketed(m: re.Match[str]) -> Date | None:
    return _years(m, int(m["p1"]), int(m["p2"]))


def _span(m: re.Match[str]) -> Date | None:
    return _years(m, int(m["s1"]), int(m["s2"]))


def _era_span(m: re.Match[str]) -> Date | None:
    """昭和31~32年, 昭和40~50年代."""
    first, last = eras.western(m["ename"], integer(m["e1"]) or 1), eras.western(m["ename"], int(m["e2"]))
    if not first or not last or first >= last:
        return None
    last += 9 if m["edec"] else 0
    return Date(m.start(), m.end(), first, kind="decade" if m["edec"] else "year", era=m["ename"], last=last)


def _years(m: re.Match[str], first: int, last: int) -> Date | None:
    if last < 100:
        last += first // 100 * 100
    if not first < last:
        return None
    fiscal = m.lastgroup == "span" and m["sfy"]
    return Date(m.start(), m.end(), first, kind="fiscal_year" if fiscal else "year", last=last)


def _iso(m: re.Match[str]) -> Date | None:
    return _checked(m.start(), m.end(), int(m["iy"]), int(m["im"]), int(m["id"]))


def _checked(start: int, end: int, year: int | None, month: int | None, day: int | None) -> Date | None:
    """A date whose month and day can exist at all; "31月" is no date, February 30 is one (someone else complains)."""
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    return Date(start, end, year, month, day, kind="date" if day else "month" if month else "year")


def _year(m: re.Match[str]) -> tuple[int | None, str]:
    number = integer(m["y"])
    era = m["era"] or eras.LETTERS.get(m["letter"] or "", "")
    if not era and number and number >= 100 and "(" in (m["tail"] or m["ysep"] or ""):  # 1222年（承久4）
        name = re.search(r"[(]([一-鿿]{2,4})(?:元|\d)", m["tail"] or m["ysep"])
        return number, name[1] if name and name[1] in eras.first_years() else ""
    beside = re.search(rf"[(]({'|'.join(eras.SOLAR)})(元|\d+)[)]", m["ysep"] or "")
    if number and number < 100 and beside and not era:  # 27(昭和2)年
        return eras.western(beside[1], integer(beside[2]) or 1), beside[1]
    if number and m["bc"]:
        return -number, ""
    before = re.search(r"[(]紀元前(\d{1,4})年?[)]", m["tail"] or "")
    if before and number and not era:  # 崇神天皇68年（紀元前30年）
        return -int(before[1]), ""
    written = re.search(r"(?<!\d)\d{3,4}(?=年?[)])", (m["ysep"] or "") + (m["tail"] or ""))
    written = written or re.compile(r"\s?[(](?:西暦)?(?=\d{3,4}年?[)])\d+").match(m.string, m.end())
    if written and number and number < 100:  # 延暦元年（782年）, 雄略天皇3年（458年）: the author's own conversion wins
        return int(re.sub(r"\D", "", written[0])), era
    if number is None or not era:
        return number, era
    if number > 64:  # 文化2000年: not a year of that era
        return None, era
    return eras.western(era, number), era


def _ym(m: re.Match[str]) -> Date | None:
    year, era = _year(m)
    if year is None or not m["ysep"]:
        return None
    month, day = _month(m["m"]), integer(m["d"]) if m["d"] else None
    if (m["m"] and month is None) or (m["d"] and day is None):  # 十十月
        return None
    if m["m"] and _reckoned(m, year):
        return Date(m.start(), m.end(), year, month, day, kind="old", era=era)
    dated = bool(era or m["bc"] or m["fy"] or m["dec"] or month or m["yq"] or m["yhalf"] or _glossed(m))
    if not dated and not _plain_year(m, year):
        return None
    end, part = m.end(), ""
    if m["dec"]:
        return _decade(m, year, era)
    if m["fy"]:
        return Date(m.start(), end, year, kind="fiscal_year", era=era)
    if m["yq"]:
        return _quarter(m.start(), end, year, m["yq"], era)
    date = _checked(m.start(), end, year, month, day)
    if date is None:
        return None
    other = _other_year(m, year, era)
    if other:
        if not month:
            return Date(m.start(), end, min(year, other), kind="old", last=max(year, other))
        date = date._replace(year=None)
    part = _PARTS.get(m["mp"] or "", "")
    if m["ki"]:
        return date._replace(kind="period_end", era=era)
    half = (m["yhalf"] or "").strip()
    if half.endswith("期"):
        kind, part = ("quarter", half[-4]) if "四半" in half else ("half", "first" if half[0] in "上前" else "second")
        return date._replace(kind=kind, part=part, era=era)
    return date._replace(weekday=_weekday(m["w"] or m["w2"]), era=era, part=part)


def _other_year(m: re.Match[str], year: int, era: str) -> int:
    """The year of 嘉永元年(1840年) and 878年(元慶3) by the reign, where the source gives another beside it; else 0."""
    if era not in eras.first_years():
        return 0
    beside = re.search(rf"[(]{era}(?:\s?[(](?:日本|元号)[)])?(元|\d{{1,2}})年?[)]", (m["ysep"] or "") + (m["tail"] or ""))
    number = integer(beside[1]) if beside else integer(m["y"])
    told = eras.western(era, number) if number and number <= 64 else None
    return told if told and told != year else 0


def _reckoned(m: re.Match[str], year: int) -> bool:
    """文永2年4月23日(1265年5月10日): a lunisolar date with the author's own solar date, which comes next."""
    after = re.compile(r"\s?(?:頃|ごろ)?[\s_]?(?P<old>[(]旧暦[)])?[\s、]?[(][^()\d]{0,8}(?P<year>\d{3,4}年)?\d{1,2}月").match(
        m.string, m.end()
    )
    return year < 1873 and after is not None and bool(after["old"] or after["year"])


def _glossed(m: re.Match[str]) -> bool:
    return bool(m["tail"]) and m["tail"].lstrip().startswith("(")


def _plain_year(m: re.Match[str], year: int) -> bool:
    """Whether a bare N年 names a year: four digits, or three that nobody would say of a length of time."""
    after = m.string[m.end() : m.end() + 3]
    if re.match("間|ぶり|連続", after):
        return False
    if re.match(rf"\s?(?:{_LONG}|もの|も[前の経続]|余|来|計画|ローン|後|前[にの、]?|の(?:歴[史]?|伝|都|時|重))", after) and year < 1900:
        return False
    if m["y"].isdecimal() and len(m["y"]) == 4:
        return year < 2200
    if not m["y"].isdecimal():
        return len(m["y"]) == 4 and 1000 <= year < 2200
    if len(m["y"]) == 2:  # ２２年に, 98年から: a short year, or a length of time when the translation says so
        return re.match(r"(?:までに|から|以降|以来|には|に(?![1一わ渡及度な上のも]))", after) is not None
    return 100 <= year < 1000 and year % 10 != 0 and re.match(r"[にのかはまご、。・)\-~〜～]|$", after) is not None


def _month(text: str | None) -> int | None:
    return integer(text.lstrip("閏")) if text else None


def _weekday(name: str | None) -> int | None:
    return _WEEKDAYS.index(name) if name else None


def _decade(m: re.Match[str], year: int, era: str) -> Date | None:
    number = integer(m["y"]) or 0
    if number % 10:
        return None
    size = 100 if number % 100 == 0 and number < 2000 and not era else 10
    if not era and number < 100:
        year = 1900 + number
    return Date(m.start(), m.end(), year, kind="decade", era=era, last=year + size - 1, part=_PARTS[m["decpart"] or ""])


def _quarter(start: int, end: int, year: int | None, months: str, era: str = "") -> Date | None:
    first, last = (int(x) for x in re.findall(r"\d+", months))
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    length = (last - first) % 12 + 1
    kind = {3: "quarter", 6: "half"}.get(length, "month")
    return Date(start, end, year, first, kind=kind, months=length, era=era)


def _md(m: re.Match[str]) -> Date | None:
    if m["q"]:
        return _quarter(m.start(), m.end(), None, m["q"])
    month, day = _month(m["m2"]), integer(m["d2"]) if m["d2"] else None
    date = _checked(m.start(), m.end(), None, month, day)
    if date is None or month is None or (m["d2"] and day is None):
        return None
    if _reckoned(m, 0) and "旧暦" in m.string[m.end() : m.end() + 5]:
        return Date(m.start(), m.end(), None, month, day, kind="old")
    if m["ki2"]:
        return date._replace(kind="period_end")
    return date._replace(weekday=_weekday(m["v"] or m["v2"]), part=_PARTS[m["mp2"] or ""])


def _slash(m: re.Match[str]) -> Date | None:
    date = _checked(m.start(), m.end(), None, int(m["sm"]), int(m["sd"]))
    return date._replace(weekday=_weekday(m["sw"])) if date else None


def _dd(m: re.Match[str]) -> Date | None:
    date = _checked(m.start(), m.end(), None, None, int(m["d3"]))
    kind = "date" if m["on"] is None else "day"
    return date._replace(weekday=_weekday(m["u"] or m["u2"]), kind=kind) if date else None


def _kd(m: re.Match[str]) -> Date | None:
    return _checked(m.start(), m.end(), None, None, integer(m["d4"]))


def _century(m: re.Match[str]) -> Date | None:
    number = integer(m["c"])
    if not number or number > 30:
        return None
    first = (number - 1) * 100 + 1
    if m[0].startswith("紀元前"):
        first = -number * 100
    return Date(m.start(), m.end(), first, kind="century", last=first + 99, part=_PARTS[m["cpart"] or ""])


def _nth_quarter(m: re.Match[str]) -> Date:
    return Date(m.start(), m.end(), kind="quarter", part=str(integer(m["qn"])))


def _half(m: re.Match[str]) -> Date:
    return Date(m.start(), m.end(), kind="half", part="second" if m[0].startswith("下") else "first")


def _wday(m: re.Match[str]) -> Date:
    return Date(m.start(), m.end(), weekday=_WEEKDAYS.index(m["wd"]), kind="weekday")


def _slash2(m: re.Match[str]) -> Date | None:
    return _checked(m.start(), m.end(), None, int(m["sm2"] or m["sm3"]), int(m["sd2"] or m["sd3"]))


def is_edition(string: str, end: int) -> bool:
    """Whether the year that ends there counts a prize, a contest or a book.

    >>> is_edition("1999年度山田映画賞を受けた", 6), is_edition("1999年度の決算を見た", 6)
    (True, False)
    """
    return re.match(r"[^。、]{0,12}?(?:賞|選奨|ベスト|大会|版|号)", string[end:]) is not None


_READERS = {"span": _span, "espan": _era_span, "pspan": _bracketed, "short": _short, "slash2": _slash2, "iso": _iso,
            "ym": _ym, "md": _md, "slash": _slash, "dd": _dd, "kd": _kd, "cent": _century,
            "quarter": _nth_quarter, "half": _half, "wday": _wday}  # fmt: skip
