"""Japanese numerals as written: 1万2千, 2.5億, 百二十万, 二〇二四, 数十億, 壱拾 → exact values.

The text is expected folded by `tqa.lang.fold.fold` (one character for one, so offsets stay).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tqa.lang.values import amount

if TYPE_CHECKING:
    from tqa.lang.values import Amount

# 108,250,250A are three lines of buses.
ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d|,\d{3}[A-F](?![A-Za-z])|[A-F](?![A-Za-z]))|\d+)(?:\.\d+)?"
_DIGITS = "〇零一二三四五六七八九壱弐参"
_VALUES = dict(zip(_DIGITS, (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3), strict=True))
_SMALL = {"十": 10, "拾": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "億": 10**8, "兆": 10**12, "京": 10**16}
_LEAD = r"(?<![人件回口点個戸台本額枚頭票指係級定変整算小複少多品種部画字手奇偶分単総日月度冊周])"
# 数 counts only where a digit could stand: before a scale, or after one (十数人).
_COUNTED = (
    "人|名|年|時間|日|週|[カかヶヵケ][月国所]|箇所|分|秒|回|度|件|社|倍|個|本|枚|台|点|つ|歳|円|ドル|キロ|メートル|センチ|ミリ|%|パーセント"
    "|ポイント|割|世紀|種|頭|匹|隻|軒|戸|冊|曲|校|代|段階"
)
_SEVERAL = rf"(?:{_LEAD}(?:[数何幾](?=[十百千万億兆])|数(?={_COUNTED}))|(?<=[十百千0])数(?=[^字値式学多]))"
_HUGE = r"京(?=円|ドル|個|分の|\d)"  # mostly a city: 第二京阪
NUMERAL = rf"(?:{ARABIC}|[{_DIGITS}十拾廿卅百千万萬億兆]|{_HUGE}|{_SEVERAL})+"
KANJI_DIGIT = r"[〇一二三四五六七八九]"


class Numeral(NamedTuple):
    """The value of a numeral string: closed interval, printed step, and whether 数/何 made it vague."""

    low: Amount
    high: Amount
    step: Amount
    vague: bool


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(rf"({ARABIC})|([{_DIGITS}]+)|([十拾百千])|([万萬億兆京])|([数何幾])")


@cache
def _either() -> re.Pattern[str]:
    """Two digits of which either may be meant: 七八百, 十六七."""
    pairs = "一二|二三|三四|四五|五六|六七|七八|八九"
    return re.compile(rf"(?<![{_DIGITS}])(?:{pairs})(?=[十拾百千万億兆])|(?<=[十拾百千])(?:{pairs})\Z")


def _digits(run: str) -> int:
    return int("".join(str(_VALUES[c]) for c in run))


def parse(text: str) -> Numeral | None:
    """The value of a whole numeral, None when it is not one number (万一, 3五).

    >>> parse("1兆2000億"), parse("2.5万").step, parse("二〇二四").low, parse("十数")[:2]
    (Numeral(low=1200000000000, high=1200000000000, step=100000000, vague=False), 1000, 2024, (11, 19))
    >>> parse("数百億")[:2], parse("万一")
    ((20000000000, 99999999999), None)
    >>> parse("七八百")[:2], parse("十六七")[:2]
    ((700, 800), (16, 17))
    >>> parse("廿四").low
    24
    """
    text = text.replace("廿", "二十").replace("卅", "三十")
    pair = _either().search(text)
    if pair:
        low, high = (parse(text[: pair.start()] + digit + text[pair.end() :]) for digit in pair[0])
        return low and high and low._replace(high=high.high, vague=True)
    state = _State()
    for match in _tokens().finditer(text):
        if not state.feed(match):
            return None
    return state.result()


class _State:
    """A number being read: finished 万/億 groups, the open group below 10^4, the digits not yet scaled."""

    def __init__(self) -> None:
        self.total: list[Amount] = [0, 0]
        self.group: list[Amount] = [0, 0]
        self.open: tuple[Amount, Amount] | None = None
        self.text = ""  # digits of the open number, kept for exact decimals
        self.step: Amount = 1
        self.last = 10**4  # the smallest 十百千 so far in this group
        self.top = 10**20  # the smallest 万億兆 so far
        self.vague = False

    def feed(self, match: re.Match[str]) -> bool:
        arabic, kanji, small, large, _ = match.groups()
        if arabic or kanji:
            return self._number(arabic.replace(",", "") if arabic else str(_digits(kanji)))
        if small:
            return self._small(_SMALL[small])
        if large:
            return self._large(_LARGE[large])
        return self._several()

    def _number(self, digits: str) -> bool:
        if self.open is not None:
            return False
        value = amount(digits)
        self.open, self.text, self.step = (value, value), digits, 1
        if "." in digits:
            self.step = amount("0." + "0" * (len(digits.partition(".")[2]) - 1) + "1")
        return True

    def _several(self) -> bool:
        first = not self.total[0] and not self.group[0]
        if self.open is not None:
            if self.open[0] % 10:
                return False
            self.open = (self.open[0] + 1, self.open[0] + 9)
        else:
            self.open = (2 if first else 1, 9)
        self.vague, self.text = True, ""
        return True

    def _scaled(self, scale: int) -> tuple[Amount, Amount]:
        low, high = self.open or (1, 1)
        if self.text:
            low = high = amount(self.text, scale)
            self.step = self._step(scale)
        else:
            low, high = low * scale, high * scale + (scale - 1 if self.vague else 0)
            self.step = scale
        self.open, self.text = None, ""
        return low, high

    def _step(self, scale: int) -> Amount:
        tail = self.text.partition(".")[2]
        return amount("0." + "0" * (len(tail) - 1) + "1", scale) if tail else scale

    def _small(self, scale: int) -> bool:
        if scale >= self.last:
            return False
        low, high = self._scaled(scale)
        self.group = [self.group[0] + low, self.group[1] + high]
        self.last = scale
        return True

    def _large(self, scale: int) -> bool:
        if scale >= self.top or (self.open is None and not self.group[0]):
            return False
        if self.group[0]:
            tail = self.open or (0, 0)
            unit = 1 if self.open else self.step
            low, high = ((self.group[i] + tail[i]) * scale for i in (0, 1))
            high += scale - 1 if self.vague else 0
            self.step = unit * scale
        else:
            low, high = self._scaled(scale)
        self.total = [self.total[0] + low, self.total[1] + high]
        self.group, self.open, self.text, self.last, self.top = [0, 0], None, "", 10**4, scale
        return True

    def result(self) -> Numeral | None:
        tail = self.open or (0, 0)
        low = self.total[0] + self.group[0] + tail[0]
        high = self.total[1] + self.group[1] + tail[1]
        return Numeral(low, high, self.step, self.vague)


def integer(text: str) -> int | None:
    """The value of a whole, exact numeral; 元 is 1 (as in 元年).

    >>> integer("元"), integer("二十三"), integer("14"), integer("数十")
    (1, 23, 14, None)
    """
    if text == "元":
        return 1
    if text.isdecimal():
        return int(text)
    value = parse(text)
    if value is None or value.vague or not isinstance(value.low, int):
        return None
    return value.low


def in_zeros(text: str) -> str:
    """The figures with which a text begins, if they write a round amount out: five zeros after commas, or eight figures.

    >>> in_zeros("23,000,000ドル"), in_zeros("23000000ドル"), in_zeros("300,000.5"), in_zeros("500000")
    ('23,000,000', '23000000', '', '')
    """
    match = re.match(r"\d{1,3}(?:,\d{3})*,?\d?00,000(?![\d,.])|\d{3,}00000(?![\d,.])", text)
    return match.group() if match else ""
