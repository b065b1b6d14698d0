"""Canonical units: what they measure, how big they are, and how both languages write them.

Sizes are exact rationals in the base unit of the dimension. Traditional Japanese measures have their legal values of
the Weights and Measures Act of 1891 (尺 = 10/33 m); `legal` conversions inside SI are exact, others are compared within
three percent because editors round them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tqa.lang.values import Amount, Number


class Unit(NamedTuple):
    """One unit. `size` and `per` are numerator and denominator in the base unit; `si` says that conversion is exact."""

    dimension: str
    size: int
    per: int
    one: str
    many: str
    ja: str
    si: bool = True


def _money(one: str, many: str, ja: str) -> Unit:
    return Unit("money", 1, 1, one, many, ja)


CURRENCIES: dict[str, Unit] = {
    "JPY": _money("yen", "yen", "円"),
    "USD": _money("dollar", "dollars", "ドル"),
    "EUR": _money("euro", "euros", "ユーロ"),
    "GBP": _money("pound", "pounds", "ポンド"),
    "CNY": _money("yuan", "yuan", "元"),
    "KRW": _money("won", "won", "ウォン"),
    "RUB": _money("ruble", "rubles", "ルーブル"),
    "THB": _money("baht", "baht", "バーツ"),
    "INR": _money("rupee", "rupees", "ルピー"),
    "IDR": _money("rupiah", "rupiah", "ルピア"),
    "PHP": _money("peso", "pesos", "ペソ"),
    "VND": _money("dong", "dong", "ドン"),
    "MYR": _money("ringgit", "ringgit", "リンギット"),
    "BRL": _money("real", "reais", "レアル"),
    "CHF": _money("Swiss franc", "Swiss francs", "スイスフラン"),
    "AUD": _money("Australian dollar", "Australian dollars", "豪ドル"),
    "CAD": _money("Canadian dollar", "Canadian dollars", "カナダドル"),
    "NZD": _money("New Zealand dollar", "New Zealand dollars", "NZドル"),
    "HKD": _money("Hong Kong dollar", "Hong Kong dollars", "香港ドル"),
    "TWD": _money("Taiwan dollar", "Taiwan dollars", "台湾ドル"),
    "SGD": _money("Singapore dollar", "Singapore dollars", "シンガポールドル"),
    "TRY": _money("lira", "lira", "リラ"),
    "ILS": _money("shekel", "shekels", "シェケル"),
    "ryo": _money("ryo", "ryo", "両"),
    "sen": _money("sen", "sen", "銭"),
    "cent": _money("cent", "cents", "セント"),
    "franc": _money("franc", "francs", "フラン"),
    "mark": _money("mark", "marks", "マルク"),
}

MEASURES: dict[str, Unit] = {
    # shares
    "%": Unit("share", 1, 100, "percent", "percent", "%"),
    "bp": Unit("point", 1, 100, "basis point", "basis points", "ベーシスポイント"),
    "pp": Unit("point", 1, 1, "percentage point", "percentage points", "ポイント"),
    "point": Unit("point", 1, 1, "point", "points", "ポイント"),
    # time
    "second": Unit("time", 1, 1, "second", "seconds", "秒"),
    "minute": Unit("time", 60, 1, "minute", "minutes", "分"),
    "hour": Unit("time", 3600, 1, "hour", "hours", "時間"),
    "day": Unit("time", 86400, 1, "day", "days", "日"),
    "week": Unit("time", 604800, 1, "week", "weeks", "週間"),
    "night": Unit("nights", 1, 1, "night", "nights", "泊"),
    "month": Unit("months", 1, 1, "month", "months", "カ月"),
    "quarter": Unit("months", 3, 1, "quarter", "quarters", "四半期"),
    "year": Unit("months", 12, 1, "year", "years", "年"),
    "decade": Unit("months", 120, 1, "decade", "decades", "十年"),
    "century": Unit("months", 1200, 1, "century", "centuries", "世紀"),
    # length
    "nm": Unit("length", 1, 10**9, "nanometer", "nanometers", "ナノメートル"),
    "um": Unit("length", 1, 10**6, "micrometer", "micrometers", "マイクロメートル"),
    "mm": Unit("length", 1, 1000, "millimeter", "millimeters", "ミリ"),
    "cm": Unit("length", 1, 100, "centimeter", "centimeters", "センチ"),
    "m": Unit("length", 1, 1, "meter", "meters", "メートル"),
    "km": Unit("length", 1000, 1, "kilometer", "kilometers", "キロメートル"),
    "in": Unit("length", 254, 10**4, "inch", "inches", "インチ", False),
    "ft": Unit("length", 3048, 10**4, "foot", "feet", "フィート", False),
    "yd": Unit("length", 9144, 10**4, "yard", "yards", "ヤード", False),
    "mi": Unit("length", 1609344, 1000, "mile", "miles", "マイル", False),
    "bu": Unit("length", 1, 330, "bu", "bu", "分", False),
    "sun": Unit("length", 1, 33, "sun", "sun", "寸", False),
    "shaku": Unit("length", 10, 33, "shaku", "shaku", "尺", False),
    "ken": Unit("length", 60, 33, "ken", "ken", "間", False),
    "jo": Unit("length", 100, 33, "jo", "jo", "丈", False),
    "ri": Unit("length", 43200, 11, "ri", "ri", "里", False),
    # area
    "cm2": Unit("area", 1, 10**4, "square centimeter", "square centimeters", "平方センチ"),
    "m2": Unit("area", 1, 1, "square meter", "square meters", "平方メートル"),
    "km2": Unit("area", 10**6, 1, "square kilometer", "square kilometers", "平方キロ"),
    "ha": Unit("area", 10**4, 1, "hectare", "hectares", "ヘクタール"),
    "acre": Unit("area", 40468564224, 10**7, "acre", "acres", "エーカー", False),
    "ft2": Unit("area", 9290304, 10**8, "square foot", "square feet", "平方フィート", False),
    "mi2": Unit("area", 2589988, 1, "square mile", "square miles", "平方マイル", False),
    "tsubo": Unit("area", 400, 121, "tsubo", "tsubo", "坪", False),
    "tan": Unit("area", 120000, 121, "tan", "tan", "反", False),
    "cho": Unit("area", 1200000, 121, "cho", "cho", "町歩", False),
    "tatami": Unit("tatami", 1, 1, "tatami mat", "tatami mats", "畳"),
    # volume (litres)
    "cc": Unit("volume", 1, 1000, "cubic centimeter", "cubic centimeters", "cc"),
    "ml": Unit("volume", 1, 1000, "milliliter", "milliliters", "ミリリットル"),
    "l": Unit("volume", 1, 1, "liter", "liters", "リットル"),
    "kl": Unit("volume", 1000, 1, "kiloliter", "kiloliters", "キロリットル"),
    "m3": Unit("volume", 1000, 1, "cubic meter", "cubic meters", "立方メートル"),
    "gal": Unit("volume", 3785411784, 10**9, "gallon", "gallons", "ガロン", False),
    "bbl": Unit("volume", 158987, 1000, "barrel", "barrels", "バレル", False),
    "go": Unit("volume", 2401, 13310, "go", "go", "合", False),
    "sho": Unit("volume", 2401, 1331, "sho", "sho", "升", False),
    "koku": Unit("volume", 240100, 1331, "koku", "koku", "石", False),
    # mass
    "mg": Unit("mass", 1, 10**6, "milligram", "milligrams", "ミリグラム"),
    "g": Unit("mass", 1, 1000, "gram", "grams", "グラム"),
    "kg": Unit("mass", 1, 1, "kilogram", "kilograms", "キログラム"),
    "t": Unit("mass", 1000, 1, "ton", "tons", "トン"),
    "lb": Unit("mass", 45359237, 10**8, "pound", "pounds", "ポンド", False),
    "oz": Unit("mass", 28349523125, 10**12, "ounce", "ounces", "オンス", False),
    "monme": Unit("mass", 375, 10**5, "monme", "monme", "匁", False),
    "kan": Unit("mass", 375, 100, "kan", "kan", "貫", False),
    "hyo": Unit("mass", 60, 1, "bale", "bales", "俵", False),
    # what may be money or mass, length, mass or speed
    "pound": Unit("", 1, 1, "pound", "pounds", "ポンド"),
    "kilo": Unit("", 1, 1, "kilo", "kilos", "キロ"),
    # temperature, energy, data, signals
    "degC": Unit("temperature", 1, 1, "degree Celsius", "degrees Celsius", "度"),
    "degF": Unit("fahrenheit", 1, 1, "degree Fahrenheit", "degrees Fahrenheit", "カ氏度"),
    "W": Unit("power", 1, 1, "watt", "watts", "ワット"),
    "kW": Unit("power", 1000, 1, "kilowatt", "kilowatts", "キロワット"),
    "MW": Unit("power", 10**6, 1, "megawatt", "megawatts", "メガワット"),
    "GW": Unit("power", 10**9, 1, "gigawatt", "gigawatts", "ギガワット"),
    "kWh": Unit("energy", 1, 1, "kilowatt-hour", "kilowatt-hours", "キロワット時"),
    "MWh": Unit("energy", 1000, 1, "megawatt-hour", "megawatt-hours", "メガワット時"),
    "kcal": Unit("heat", 1, 1, "kilocalorie", "kilocalories", "キロカロリー"),
    "V": Unit("voltage", 1, 1, "volt", "volts", "ボルト"),
    "kV": Unit("voltage", 1000, 1, "kilovolt", "kilovolts", "キロボルト"),
    "Hz": Unit("frequency", 1, 1, "hertz", "hertz", "ヘルツ"),
    "kHz": Unit("frequency", 1000, 1, "kilohertz", "kilohertz", "キロヘルツ"),
    "MHz": Unit("frequency", 10**6, 1, "megahertz", "megahertz", "メガヘルツ"),
    "GHz": Unit("frequency", 10**9, 1, "gigahertz", "gigahertz", "ギガヘルツ"),
    "KB": Unit("data", 1, 1000, "kilobyte", "kilobytes", "キロバイト"),
    "MB": Unit("data", 1, 1, "megabyte", "megabytes", "メガバイト"),
    "GB": Unit("data", 1000, 1, "gigabyte", "gigabytes", "ギガバイト"),
    "TB": Unit("data", 10**6, 1, "terabyte", "terabytes", "テラバイト"),
    "km/h": Unit("speed", 1, 1, "kilometer per hour", "kilometers per hour", "キロ"),
    "m/s": Unit("speed", 36, 10, "meter per second", "meters per second", "メートル"),
    "mph": Unit("speed", 1609344, 10**6, "mile per hour", "miles per hour", "マイル", False),
    "knot": Unit("speed", 1852, 1000, "knot", "knots", "ノット", False),
    "hPa": Unit("pressure", 1, 1, "hectopascal", "hectopascals", "ヘクトパスカル"),
    "mSv": Unit("dose", 1000, 1, "millisievert", "millisieverts", "ミリシーベルト"),
    "uSv": Unit("dose", 1, 1, "microsievert", "microsieverts", "マイクロシーベルト"),
    "Bq": Unit("activity", 1, 1, "becquerel", "becquerels", "ベクレル"),
    "tbsp": Unit("spoon", 3, 1, "tablespoon", "tablespoons", "大さじ"),
    "tsp": Unit("spoon", 1, 1, "teaspoon", "teaspoons", "小さじ"),
    # counted things that English names
    "win": Unit("win", 1, 1, "win", "wins", "勝"),
    "loss": Unit("loss", 1, 1, "loss", "losses", "敗"),
    "person": Unit("person", 1, 1, "person", "people", "人"),
    "times": Unit("times", 1, 1, "time", "times", "回"),
}


# Signs and codes of money, as both languages write them.
SIGNS = {
    "$": "USD", "US$": "USD", "USD": "USD", "U.S.$": "USD", "¥": "JPY", "JPY": "JPY", "€": "EUR", "EUR": "EUR", "£": "GBP",
    "GBP": "GBP", "₩": "KRW", "₽": "RUB", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NT$": "TWD",
    "NZ$": "NZD", "S$": "SGD", "RMB": "CNY", "CNY": "CNY",
}  # fmt: skip
DURATIONS = frozenset("second minute hour day night week month quarter year decade century".split())
COUNTED = frozenset(("", "person", "times", "win", "loss"))  # no measures, and often left unsaid
_READINGS = {"pound": ("GBP", "lb"), "kilo": ("km", "kg", "km/h")}
_MONTH = 2_629_800  # seconds, on average


def lookup(unit: str) -> Unit | None:
    """The unit of a canonical name, None for '' and unknown names.

    >>> lookup("tsubo").many, lookup("JPY").ja, lookup("")
    ('tsubo', '円', None)
    """
    return MEASURES.get(unit) or CURRENCIES.get(unit)


def kind_of(unit: str) -> str:
    """The kind of a `Number` with a unit: percent, point, duration, money, count or measure.

    >>> [kind_of(unit) for unit in ("%", "bp", "day", "JPY", "person", "", "km")]
    ['percent', 'point', 'duration', 'money', 'count', 'count', 'measure']
    """
    if unit == "%":
        return "percent"
    if unit in ("pp", "bp", "point"):
        return "point"
    if unit in DURATIONS:
        return "duration"
    return "money" if unit in CURRENCIES else "count" if unit in COUNTED else "measure"


def readings(n: Number, other: str) -> Sequence[Number]:
    """A number with each unit that its own may mean; a speed only beside another speed (`other`).

    >>> from tqa.lang.values import Number
    >>> [n.unit for n in readings(Number(0, 3, 5, 5, "kilo"), "lb")]
    ['km', 'kg']
    """
    if n.unit not in _READINGS or n.unit == other:
        return (n,)
    fast = other in MEASURES and MEASURES[other].dimension == "speed"
    units = (unit for unit in _READINGS[n.unit] if fast or unit != "km/h")
    return [n._replace(unit=unit) for unit in units] if other else (n,)


def dimension(n: Number) -> str:
    """What a number measures: shares, multiples and ratios are one dimension, so 1.5倍 meets 150 percent."""
    if n.kind in ("ratio", "multiple", "percent"):
        return "share"
    unit = lookup(n.unit)
    if unit is None or unit.dimension == "money":
        return n.unit
    return "" if unit.dimension in ("person", "times", "speed") else unit.dimension


def factor(unit: str) -> Amount:
    """The size of a unit in the base unit of its dimension."""
    from tqa.lang.values import ratio

    found = MEASURES.get(unit)
    return ratio(found.size, found.per) if found and found.per * found.size != 1 else 1


def inexact(unit: str) -> bool:
    """Whether editors round what they convert from or to a unit."""
    return unit in MEASURES and not MEASURES[unit].si


def factors(a: Number, b: Number) -> Sequence[Amount] | None:
    """What to multiply two amounts of one dimension with, to compare them; None where they measure different things.

    >>> from tqa.lang.values import Number
    >>> factors(Number(0, 1, 2, 2, "hour"), Number(0, 1, 90, 90, "minute"))
    (3600, 60)
    """
    from tqa.lang.values import ratio

    one, other = dimension(a), dimension(b)
    if one == other == "" and not (a.unit and b.unit):  # a unit left unsaid is the other's: 30ノット, thirty
        return 1, 1
    if one == other:
        return factor(a.unit), factor(b.unit)
    if {a.unit, b.unit} == {"%", "bp"}:  # 25 basis points are 0.25%
        return ratio(1, 100) if a.unit == "bp" else 1, ratio(1, 100) if b.unit == "bp" else 1
    if {one, other} == {"time", "months"}:  # 3カ月 and 90 days
        return tuple(factor(n.unit) * (_MONTH if dim == "months" else 1) for n, dim in ((a, one), (b, other)))
    return None


_STEPS = {
    "hour": ("minute", 60), "minute": ("second", 60), "day": ("hour", 24), "year": ("month", 12), "m": ("cm", 100),
    "kg": ("g", 1000), "JPY": ("sen", 100), "USD": ("cent", 100), "EUR": ("cent", 100), "km": ("m", 1000), "ft": ("in", 12),
    "jo": ("shaku", 10), "shaku": ("sun", 10), "sun": ("bu", 10),
}  # fmt: skip


def joined(found: Sequence[Number], text: str) -> Iterator[Number]:
    """Numbers in order, where 1時間20分 and "1 hour and 20 minutes" are one: the sum, then its parts as codes.

    >>> from tqa.lang.values import Number
    >>> parts = Number(0, 3, 1, 1, "hour", "duration"), Number(3, 6, 20, 20, "minute", "duration")
    >>> [n[2:6] for n in joined(parts, "1時間20分")]
    [(80, 80, 'minute', 'duration'), (1, 1, 'hour', 'code'), (20, 20, 'minute', 'code')]
    """
    row: list[Number] = []
    for number in found:
        if row and row[-1].unit == "sun" and number.unit == "minute" and row[-1].end == number.start:  # 9寸5分
            number = number._replace(unit="bu", kind="measure")
        if row and not _continues(row[-1], number, text):
            yield from _sum(row)
            row = []
        row.append(number)
    yield from _sum(row)


def _continues(one: Number, other: Number, text: str) -> bool:
    smaller, size = _STEPS.get(one.unit, ("", 0))
    if other.unit != smaller or not smaller or not (one.low == one.high and isinstance(one.low, int)):
        return False
    between = text[one.end : other.start]
    if one.kind != "money" and between in (", ", ", and "):  # 5 yen, 1 yen, 50 sen are three coins
        between = ""
    return other.low == other.high < size and between in ("", " ", " and ", "と")


def _sum(row: Sequence[Number]) -> Iterator[Number]:
    if len(row) > 1:
        last, total = row[-1], row[0].low
        for n, other in enumerate(row[1:]):
            total = total * _STEPS[row[n].unit][1] + other.low
        unit, kind = last.unit, last.kind
        if unit in ("sen", "cent"):
            from tqa.lang.values import ratio_of

            total, unit, kind = ratio_of(total, 100), row[0].unit, "money"
        span = row[0].start, max(number.end for number in row)
        yield last._replace(start=span[0], end=span[1], low=total, high=total, unit=unit, kind=kind,
                            approx=row[0].approx or last.approx, bound=last.bound or row[0].bound)  # fmt: skip
        yield from (number._replace(kind="code") for number in row)
        return
    yield from row


def fahrenheit(a: Number, b: Number) -> bool:
    """Whether one of two temperatures is the other in degrees Fahrenheit, as cooks and editors round."""
    hot, cold = (a, b) if a.unit == "degF" else (b, a)
    if cold.unit not in ("degC", ""):
        return False
    gap = cold.low * 9 + 160 - hot.low * 5
    return -40 <= gap <= 40
