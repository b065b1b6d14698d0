"""Values written as Japanese news prose writes them, for suggestions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tqa.lang.values import Date, Number, Time, plain

if TYPE_CHECKING:
    from tqa.lang.values import Amount

_SCALES = ((10**16, "京"), (10**12, "兆"), (10**8, "億"), (10**4, "万"))
_WEEKDAYS = "月火水木金土日"
_VAGUE = ((10**12, "兆"), (10**8, "億"), (10**4, "万"), (1, ""))


def write_number(number: Number) -> str:
    """A number with 万, 億, 兆 and its unit.

    >>> write_number(Number(0, 0, 12_000_000_000, 12_000_000_000, "JPY", "money", "about"))
    '約120億円'
    >>> write_number(Number(0, 0, 12_500, 12_500, "person", bound=">="))
    '1万2500人以上'
    """
    body = _vague(number) if number.kind == "vague" else _body(number)
    bound = {">=": "以上", ">": "超", "<=": "以下", "<": "未満"}.get(number.bound, "")
    if number.approx == "about":
        return f"約{body}{bound}"
    return body + (bound or {"under": "弱", "over": "余り"}.get(number.approx, ""))


def figure(value: Amount) -> str:
    """An amount in 万, 億, 兆.

    >>> figure(1_200_500_000), figure(2300), figure(10**12)
    ('12億50万', '2300', '1兆')
    """
    if not isinstance(value, int):
        return plain(value).replace(",", "")
    if value == 0:
        return "0"
    text = ""
    for scale, name in _SCALES:
        if value >= scale:
            text += f"{value // scale}{name}"
            value %= scale
    return text + (str(value) if value else "")


def _body(number: Number) -> str:
    low, kind = number.low, number.kind
    if kind == "ratio" and not isinstance(low, int):
        return "半分" if low * 2 == 1 else f"{low.denominator}分の{low.numerator}"
    text = figure(low) if low == number.high else f"{figure(low)}～{figure(number.high)}"
    if kind == "multiple":
        return f"{text}倍"
    if kind == "age":
        return f"{text}歳"
    if kind == "ordinal":
        return f"第{text}"
    if number.unit == "year" and low >= 100:  # 1000年 would be a date
        return f"{text}年間"
    return _unit(number.unit) + text if number.unit in ("tbsp", "tsp") else text + _unit(number.unit)


def _unit(unit: str) -> str:
    from tqa.lang.values.units import lookup

    found = lookup(unit)
    return found.ja if found else ""


def _vague(number: Number) -> str:
    low = int(number.low)
    if 10 < low < 20:
        return f"十数{_unit(number.unit)}"
    scale, name = next((s, n) for s, n in _VAGUE if low >= s)
    size = low // scale
    lead = "数千" if size >= 1000 else "数百" if size >= 100 else "数十" if size >= 10 else "数"
    return lead + name + _unit(number.unit)


def write_date(date: Date) -> str:
    """A date as 2022年7月8日(金).

    >>> write_date(Date(0, 0, 2022, 7, 8, 4)), write_date(Date(0, 0, 2019, kind="fiscal_year"))
    ('2022年7月8日(金)', '2019年度')
    """
    year = "" if date.year is None else f"{date.year}年" if date.year > 0 else f"紀元前{-date.year}年"
    if date.kind == "fiscal_year":
        return f"{year}度"
    if date.kind == "decade":
        return f"{year}代"
    if date.kind == "century" and date.last is not None:
        return f"{date.last // 100}世紀"
    if date.last is not None:
        return f"{year[:-1]}～{date.last}年"
    if date.months > 1 and date.month:
        return f"{year}{date.month}～{(date.month + date.months - 2) % 12 + 1}月期"
    if date.kind == "quarter":
        return f"{year}第{date.part}四半期"
    if date.kind == "half":
        return year + ("下期" if date.part == "second" else "上期")
    part = {"early": "上旬", "mid": "中旬", "late": "下旬", "end": "末"}.get(date.part, "") if date.month else ""
    text = year + (f"{date.month}月{part}" if date.month else "") + (f"{date.day}日" if date.day else "")
    if date.kind == "period_end":
        return text + "期"
    if date.weekday is None:
        return text
    return f"{text}({_WEEKDAYS[date.weekday]})" if text else f"{_WEEKDAYS[date.weekday]}曜日"


def write_time(time: Time) -> str:
    """A clock time with 午前 or 午後.

    >>> write_time(Time(0, 0, 930)), write_time(Time(0, 0, 720)), write_time(Time(0, 0, 120, day=1))
    ('午後3時半', '正午', '翌日午前2時')
    """
    if time.minutes is None:
        return time.vague
    hour, minute = divmod(time.minutes, 60)
    if time.minutes == 720:
        return ("翌日" if time.day else "") + "正午"
    tail = "半" if minute == 30 else f"{minute}分" if minute else ""
    return f"{'翌日' if time.day else ''}{'午前' if hour < 12 else '午後'}{hour % 12}時{tail}"
