"""Numbers of Japanese text: 約2.5万円, 3割5分, 数十億ドル, 3分の1, 十数人, 第3回, 3〜5人 → `values.Number`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tqa.lang.fold import fold
from tqa.lang.ja import units
from tqa.lang.ja.characters import is_kanji
from tqa.lang.ja.dates import dates
from tqa.lang.ja.numerals import ARABIC, KANJI_DIGIT, NUMERAL, Numeral, parse
from tqa.lang.ja.times import times
from tqa.lang.spans import overlaps
from tqa.lang.values import Number, amount, ratio
from tqa.lang.values.units import SIGNS, joined, kind_of

if TYPE_CHECKING:
    from tqa.lang.values import Amount

_D = rf"(?:{ARABIC}|{KANJI_DIGIT})"


@cache
def _master() -> re.Pattern[str]:
    """One alternation: code, stop word, share (割分厘), fraction, word, numeral; the first that matches wins."""
    return re.compile(
        r"(?P<code>(?:https?://|www\.)\S+|ISBN[:\s]*[\d-]+X?|(?<![A-Za-z0-9])(?!(?:US|HK|NT|A|C|NZ)\$|(?:No|NO|no|Vol|VOL|vol|pp?|Ver"
        r"|ver|USD|JPY|EUR|GBP)\.?\s?\d)"
        r"[A-Za-z][A-Za-z.]*[-_]?\d[\dA-Za-z]*(?:[-.]\d+)*|(?<![\d.])\d+(?:-\d+){2,}(?!\d)"
        r"|(?<![\d-])0\d{1,4}-\d{2,4}(?!\d)"
        r"|(?<!\d)0\d{1,4}[・(]\d{1,4}[・)]\d{3,4}(?!\d)|(?<![\d.])\d+(?:\.\d+){2,}(?![\d])|(?<![\d.])(?:19|20)\d\d\.\d\d(?=\.)"
        r"|(?<![\d.,])\d{1,3}(?=\s?分(?:音|休符))"
        r"|(?<![\d.,])(?:2|8|10|16)(?=\s?進(?:[数法表の値コ]|\Z))"
        rf"|(?<![\d.,])\d+(?!(?:{'|'.join(map(re.escape, units.LATIN))}|h|min)(?![A-Za-z]))[A-Za-z][A-Za-z\d]*)"
        rf"|(?P<stop>{units.stop_pattern()})"
        r"|(?P<rank>[従從正贈][一二三四五六七八]位[上下]?|[四五六七八]位(?=蔵人|別当|侍従))|(?P<second>次[男女](?!性))"
        rf"|(?P<wari>(?P<w>{_D})割(?!り|当|安|高|烹|合|れ)(?:(?P<wb>{_D})分(?!の[\d一二三四五六七八九十]|か|間))?(?:(?P<wr>{_D})厘)?)"
        rf"|(?P<laps>(?P<sec>\d{{1,2}})秒(?P<cs>\d{{1,2}})(?![\d秒分]))"
        rf"|(?P<stay>(?P<nights>{NUMERAL})泊(?=\s?{NUMERAL}日))"
        r"|(?P<rate>(?<![A-Za-z\d.,])\.\d{3}(?!\d))"
        r"|(?P<slash>(?<![\d./])(?P<st>\d{1,2})/(?P<sd>[2-9]|1\d|20|3[2-9]|[4-9]\d|100)(?![\d/年月日]))"
        rf"|(?P<onein>(?P<of>{NUMERAL})(?P<who>人|社|世帯|件|校|回|台|組)に(?P<one>{NUMERAL})(?P=who)(?!ずつ|つき))"
        rf"|(?P<frac>(?P<den>{NUMERAL})分の\s?(?P<top>{NUMERAL}))"
        r"|(?P<word>過半数|半数|半減|半額|半分|倍増|倍加|四半世紀|半世紀|半年間?|半日|半月(?!板)|半時間)"
        r"|(?:(?P<first>第)\s?)?(?:(?P<cur>(?:US|HK|NT|A|C|NZ|S)?\$|[¥€£₩]|USD|JPY|EUR|No\.|Vol\."
        rf"|vol\.)\s?)?(?P<num>(?<![\d.]){NUMERAL})"
    )


@cache
def _tail() -> re.Pattern[str]:
    """What may follow a numeral: 余 + unit + 半 + 台 + 強/弱/以上 …"""
    return re.compile(
        rf"(?P<odd>余り?|余)?\s?(?P<unit>ダース|グロス|割|掛け|{units.unit_pattern()})?(?P<every>(?:間)?(?:おき|置き))?"
        r"(?P<loan>[ァ-ヴー]{2,8}(?=半(?![分期径数端導額角音ば])))?(?P<half>半(?!分|期|径|数|端"
        r"|導))?(?P<range>台(?=[のにをへまでか、。前後半]|$))?"
        r"\s?(?:(?P<over>余り|余(?![地裕波儀剰命計談])|あまり|強(?![いさ制化調力豪者度行硬風く]))|(?P<under>弱(?![いさ者点体小く])|足らず|近く|近い)"
        r"|(?P<about>前後|程度|ほど|くらい|ぐらい|内外|見当)"
        r"|(?P<ge>以上|を下ら[なず]|を下回ら[なず]|を下限)|(?P<le>以下|以内|を[超越]え[なず]|を上回ら[なず]|を上限)|(?P<lt>未満|に満たない|を下回|に届か|を割り込)"
        r"|(?P<gt>超|を超え|を上回|を突破|越え|を越え))?"
    )


@cache
def _left() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<about>約|およそ|おおよそ|おおむね|概ね|ほぼ|推定|ざっと|大体|だいたい|推計で?)|(?P<le>最大で?|最高で?|最長で?)"
        r"|(?P<ge>少なくとも|最低でも|最低|最小で?))[、\s]?\Z"
    )


@cache
def _dot() -> re.Pattern[str]:
    """The middle dot as a decimal point: 3・5%."""
    return re.compile(r"(?<=\d)・(?=\d+(?:%|パーセント|倍|割|ポイント|度|メートル|キロ|センチ|ミリ|トン|[万億兆]))")


_WORDS: dict[str, tuple[int, int, str, str, str]] = {  # numerator, denominator, unit, kind, bound
    "過半数": (1, 2, "", "ratio", ">"), "半数": (1, 2, "", "ratio", ""), "半減": (1, 2, "", "ratio", ""),
    "半額": (1, 2, "", "ratio", ""), "半分": (1, 2, "", "ratio", ""), "倍増": (2, 1, "", "multiple", ""),
    "倍加": (2, 1, "", "multiple", ""), "四半世紀": (25, 1, "year", "duration", ""),
    "半世紀": (50, 1, "year", "duration", ""), "半年": (1, 2, "year", "duration", ""),
    "半年間": (1, 2, "year", "duration", ""), "半日": (1, 2, "day", "duration", ""),
    "半月": (1, 2, "month", "duration", ""), "半時間": (1, 2, "hour", "duration", ""),
}  # fmt: skip
# After kanji alone these are mostly parts of words and names (三千院, 八丁, 四重), or need a longer numeral (三尺).
_WEAK = frozenset("丁 重 国 島 山 城 家 門 塔 線 宗 者 体 字 法 筋 振 院 寺 面 句 軍 領 州 区 市 村 派 氏 部 口 足 手 元 語 品 行 方 世".split())
_NAMELIKE = frozenset("石 間 合 反 丈 里 尺 寸 条 畳 貫 町 代 段 階 番 着 級 等 節 両 銭 次 名 首 作 期 戸".split())
_MAYBE = re.compile(r"[\d０-９〇一二三四五六七八九十百千万億兆半倍数何幾壱弐参拾廿卅]")
_HOURS = tuple("子丑寅卯辰巳午未申酉戌亥")


@lru_cache(maxsize=64)
def numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a text in order, dates and clock times left out.

    >>> [n[2:9] for n in numbers("約2.5万円、3分の1、10年ぶり")]
    [(25000, 25000, 'JPY', 'money', 'about', '', 1000), (Fraction(1, 3), Fraction(1, 3), '', 'ratio', '', '', 1), \
(10, 10, 'year', 'duration', '', '', 1)]
    >>> numbers("一方、第三者は十分だ")
    ()
    """
    if not _MAYBE.search(text):
        return ()
    folded = _dot().sub(".", fold(text))
    taken = [(v.start, v.end) for v in dates(text)] + [(v.start, v.end) for v in times(text)]
    found = [n for m in _master().finditer(folded) for n in _read(m, folded, taken)]
    return tuple(joined(list(_share_units(folded, found)), folded))


def _read(m: re.Match[str], text: str, taken: list[tuple[int, int]]) -> Iterator[Number]:
    if m["stop"] or overlaps(m.start(), m.end(), taken):
        return
    yield from _READERS.get(m.lastgroup or "", _number)(m, text)


def _code(m: re.Match[str], text: str) -> Iterator[Number]:
    digits = re.search(r"\d+", m["code"])
    if digits and m["code"][:4] not in ("http", "www."):
        yield Number(m.start(), m.end(), int(digits[0]), int(digits[0]), kind="code")


def _rank(m: re.Match[str], text: str) -> Iterator[Number]:
    """従五位下: a court rank, mostly transliterated."""
    value = parse(m["rank"].strip("従從正贈位上下"))
    if value:
        yield Number(m.start(), m.end(), value.low, value.low, kind="code")


def _laps(m: re.Match[str], text: str) -> Iterator[Number]:
    """9秒98."""
    lap, step = amount(f"{m['sec']}.{m['cs']}"), ratio(1, 10 ** len(m["cs"]))
    yield Number(m.start(), m.end(), lap, lap, "second", "duration", step=step)


def _stay(m: re.Match[str], text: str) -> Iterator[Number]:
    """3泊4日: the four days say it all."""
    value = parse(m["nights"])
    if value:
        yield Number(m.start(), m.end(), value.low, value.high, "night", "code")


def _rate(m: re.Match[str], text: str) -> Iterator[Number]:
    """.325: a batting average."""
    part = ratio(int(m["rate"][1:]), 1000)
    yield Number(m.start(), m.end(), part, part, "", "ratio")


def _second(m: re.Match[str], text: str) -> Iterator[Number]:
    """次男: the second son, or just a younger one."""
    yield Number(m.start(), m.end(), 2, 2, kind="code")


def _slash(m: re.Match[str], text: str) -> Iterator[Number]:
    if 0 < int(m["st"]) < int(m["sd"]):
        part = ratio(int(m["st"]), int(m["sd"]))
        yield Number(m.start(), m.end(), part, part, "", "ratio")


def _word(m: re.Match[str], text: str) -> Iterator[Number]:
    top, bottom, unit, kind, bound = _WORDS[m["word"]]
    yield Number(m.start(), m.end(), ratio(top, bottom), ratio(top, bottom), unit, kind, bound=bound)


def _wari(m: re.Match[str], text: str) -> Iterator[Number]:
    parts = [parse(m[name]) if m[name] else None for name in ("w", "wb", "wr")]
    if parts[0] is None or parts[0].low > 10:
        return
    low = sum(part.low * by for part, by in zip(parts, (100, 10, 1), strict=True) if part)
    step = 1 if m["wr"] else 10 if m["wb"] else 100 * parts[0].step
    value = ratio(low, 10) if isinstance(low, int) else low / 10
    tail = _tail().match(text, m.end())
    approx, bound, end = _modifiers(m.start(), tail, text) if tail and not tail["unit"] else ("", "", m.end())
    printed = ratio(step, 10) if isinstance(step, int) else step / 10
    yield Number(m.start(), max(end, m.end()), value, value, "%", "percent", approx, bound, printed)


def _fraction(m: re.Match[str], text: str) -> Iterator[Number]:
    den, top = parse(m["den"]), parse(m["top"])
    if not den or not top or not isinstance(den.low, int) or not isinstance(top.low, int) or not den.low or den.vague:
        return
    tail = _tail().match(text, m.end())
    approx, bound, end = _modifiers(m.start(), tail, text) if tail and not tail["unit"] else ("", "", m.end())
    value = ratio(top.low, den.low)
    yield Number(m.start(), max(end, m.end()), value, value, "", "ratio", approx, bound)


def _one_in(m: re.Match[str], text: str) -> Iterator[Number]:
    """3人に1人: a share, or else the two numbers of which it is made."""
    of, one = parse(m["of"]), parse(m["one"])
    if not of or not one or not isinstance(of.low, int) or not isinstance(one.low, int) or not 0 < one.low < of.low:
        return
    value = ratio(one.low, of.low)
    yield Number(m.start(), m.end(), value, value, "", "ratio")
    yield Number(m.start("of"), m.end("of"), of.low, of.low, kind="code")
    yield Number(m.start("one"), m.end("one"), one.low, one.low, kind="code")


def _modifiers(start: int, tail: re.Match[str] | None, text: str) -> tuple[str, str, int]:
    """Approximation and bound around a number, and where the tail ends."""
    left = _left().search(text, max(0, start - 8), start)
    approx = bound = ""
    if left:
        approx, bound = ("about", "") if left["about"] else ("", "<=" if left["le"] else ">=")
    if tail is None:
        return approx, bound, start
    if tail["odd"] or tail["over"]:
        approx = "over"
    elif tail["under"]:
        approx = "under"
    elif tail["about"]:
        approx = approx or "about"
    for name, sign in (("ge", ">="), ("le", "<="), ("lt", "<"), ("gt", ">")):
        if tail[name]:
            bound = sign
    return approx, bound, tail.end()


def led(text: str, start: int) -> int:
    """Where a number that starts at `start` begins together with its 約 or 最大.

    >>> led("参加は約300人", 4)
    3
    """
    found = _left().search(text, max(0, start - 8), start)
    return found.start() if found else start


def _number(m: re.Match[str], text: str) -> Iterator[Number]:
    value = parse(m["num"])
    if value is None or re.fullmatch("一二|二三|三四|四五|五六|六七|七八|八九", m["num"]):  # 二三人: two or three, or 23
        return
    tail = _tail().match(text, m.end())
    written = (tail and tail["unit"]) or ""
    first = m["first"] or m["cur"] in ("No.", "Vol.", "vol.") or (written in ("", "年") and _labelled(text, m.start()))
    if not _acceptable(m["num"], written, bool(first or m["cur"]), text, m.start("num"), m.end()):
        return
    start = m.start("cur") if m["cur"] else m.start("first") if m["first"] else m.start("num")
    approx, bound, end = _modifiers(start, tail, text)
    if text[max(0, start - 2) : start] == "震度":
        approx = ""
    value, unit, kind = _classify(value, written, bool(first), SIGNS.get(m["cur"] or "", ""))
    if len(m["num"]) == 2 and re.search(r"(?<!\d)[12]\d{3}[-~〜～]\Z", text[max(0, start - 6) : start]):  # 1926-41
        value, kind = value._replace(low=value.low + int(text[start - 5 : start - 3]) * 100), "code"
        value = value._replace(high=value.low)
    before = text[start - 1 : start]
    if (before, unit) in (("斗", "sho"), ("同", "year")):  # 3斗5升 is 3.5 to, 同15年 a year of the same era
        kind = "code"
    if re.match(r"[(]\d{3,4}[)]年", text[m.end() :]):  # 平成8(1996)年 is a year
        kind = "code"
    if written == "つ" and before in _HOURS:  # 丑三つ, a quarter of an hour of old
        kind = "code"
    if tail and tail["half"]:
        half = ratio(1, 2)
        value = value._replace(low=value.low + half, high=value.high + half, step=half)
    spoon = re.search(r"([大小])(?:さじ|匙)\s?\Z", text[max(0, start - 4) : start])
    if spoon and not unit:  # 大さじ2, 小さじ1杯
        unit, kind = "tbsp" if spoon[1] == "大" else "tsp", "measure"
        more = re.match(r"と([1-9])/([2-9])", text[m.end() :])
        if more:  # 大さじ1と1/2
            part = ratio(int(more[1]), int(more[2]))
            value = value._replace(low=value.low + part, high=value.high + part)
    if kind == "age" and re.search(r"数え(?:年で?)?\Z", text[max(0, start - 4) : start]):  # a year or two more than by ours
        value = value._replace(low=value.low - 2, vague=True)
    if tail and tail["range"] and written != "台":
        value = value._replace(high=value.low + _width(value), vague=True)
    if tail and tail["every"] and unit in ("day", "week", "month", "year"):  # 2日おき: every two days, or every third
        value = value._replace(high=value.low + 1, vague=True)
    end = len(text[: max(end, m.end())].rstrip())
    yield Number(start, end, value.low, value.high, unit, "vague" if value.vague else kind,
                 approx, bound, value.step)  # fmt: skip


def _labelled(text: str, start: int) -> bool:
    """True after what is numbered: 図3, 別表2, 小学4年."""
    before = text[max(0, start - 7) : start]
    return re.search(r"(?:[図表]|別紙|資料|ステップ|レベル|フェーズ|バージョン|[小中]学校?|高校|大学)\s?\Z", before) is not None


def _width(value: Numeral) -> Amount:
    """How far 台 reaches: 4%台 to 5, 80%台 to 90, 3万円台 to 40,000."""
    low, step = value.low, value.step
    while isinstance(low, int) and isinstance(step, int) and low and low % (step * 10) == 0:
        step *= 10
    return step


def _acceptable(num: str, unit: str, marked: bool, text: str, start: int, end: int) -> bool:
    """Whether a numeral is a number at all: digits always, kanji only where something counts or scales it."""
    if any(c.isdecimal() for c in num) or marked:
        return True
    if num in ("壱", "弐", "参") and not re.match(r"[円両号条番巻]", text[end : end + 1]):  # 参列, 参院
        return False
    if re.match(r"[、・,][二三四五六七八九][人年日月度回つ件社個カか名本台枚]", text[end : end + 3]):  # 二、三人
        return True
    if unit:
        if len(num) == 1 and text[end + len(unit) :][:1] in tuple("山川郡町村市島寺宮橋坂"):  # 五台山, 八束郡
            return False
        return unit not in _WEAK and not (unit in _NAMELIKE and (len(num) < 2 or num[-1] in "十百千"))
    joined = end < len(text) and is_kanji(text[end])
    if len(num) >= 2 and any(c in "万億兆" for c in num):
        return num[-1] in "万億兆" or not joined  # 百万一心 is a motto
    if len(num) < 2 or joined:
        return False
    return any(c in "十百千数" for c in num) or (
        (len(num) > 3 or "〇" in num) and not is_kanji(text[start - 1 : start])  # 五七五 is a verse
    )


def _classify(value: Numeral, unit: str, first: bool, currency: str) -> tuple[Numeral, str, str]:
    if unit in ("ダース", "グロス", "割", "掛け"):
        by = {"ダース": 12, "グロス": 144, "割": 10, "掛け": 10}[unit]
        value = value._replace(low=value.low * by, high=value.high * by, step=value.step * by)
        return (value, "%", "percent") if by == 10 else (value, "", "count")
    if currency:
        return value, currency, "money"
    canonical = units.UNITS.get(unit, "")
    if first:
        return value, "", "ordinal"
    if unit == "倍":
        return value, "", "multiple"
    if unit in ("回忌", "周忌") and value.low > 1:  # the 17th memorial falls on the 16th anniversary
        return (value, "", "ordinal") if unit == "周忌" else (value._replace(low=value.low - 1, vague=True), "", "count")
    if unit in ("歳", "才"):
        return value, "", "age"
    if unit == "代" and value.low in range(10, 100, 10):  # 20代: in one's twenties
        return value._replace(high=value.low + 9, vague=True), "", "age"
    if unit in units.ordinal_set():
        return value, "", "ordinal"
    return value, canonical, kind_of(canonical)


_READERS = {
    "code": _code, "rank": _rank, "laps": _laps, "stay": _stay, "rate": _rate, "second": _second, "wari": _wari,
    "onein": _one_in, "slash": _slash, "frac": _fraction, "word": _word,
}  # fmt: skip


# ------------------------------------------------------------------------------------------------ ranges


def _share_units(text: str, found: list[Number]) -> Iterator[Number]:
    """3〜5億円, 1000万～2000万円, 二、三人: the first number takes scale and unit of the second."""
    for i, number in enumerate(found):
        bare = re.search(r"[\d〇一二三四五六七八九十百千万億兆]\Z", text[number.start : number.end])
        if bare and i + 1 < len(found) and not number.unit and number.kind in ("count", "ordinal"):
            between = text[number.end : found[i + 1].start]
            if re.fullmatch(r"\s?(?:[~〜～-]|から|ないし|乃至|または|か|対|、|,|・)\s?", between):
                if _second_of_two(number, found[i + 1], between):
                    low = found[i + 1].low + number.low // 10 * 10
                    found[i + 1] = found[i + 1]._replace(low=low, high=low, kind="code")
                number = _shared(number, found[i + 1], between.strip())
                if "割" in text[found[i + 1].start : found[i + 1].end] and number.unit == "%":  # 8~9割
                    number = number._replace(low=number.low * 10, high=number.high * 10, step=number.step * 10)
        yield number


def _second_of_two(number: Number, after: Number, mark: str) -> bool:
    """True for the 6 of 15、6歳, fifteen or sixteen."""
    ends = isinstance(number.low, int) and 10 < number.low < 100 and after.low == number.low % 10 + 1
    return bool(ends) and mark in "、,・" and 1 < after.low < 10


def _shared(number: Number, after: Number, mark: str) -> Number:
    if mark in "、,・" and not (number.low < 10 and after.low // max(after.step, 1) == number.low + 1):
        return number
    if after.kind in ("code", "vague", "age"):
        return number
    low, step = number.low, number.step
    scale = after.step if isinstance(after.step, int) and after.step >= 10**3 else 1
    if scale > 1 and low < 10**4 and low < after.low // scale:
        low, step = low * scale, step * scale
    return number._replace(low=low, high=low, unit=after.unit, kind=after.kind, step=step)
