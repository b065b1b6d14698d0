"""When two values state the same, and when they contradict each other: units, rounding, vagueness and bounds respected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tqa.lang.values import Date, Number, ratio, ratio_of
from tqa.lang.values.eras import ROMANISED
from tqa.lang.values.units import dimension, factors, fahrenheit, inexact, readings

if TYPE_CHECKING:
    from tqa.lang.values import Amount


def comparable(a: Number, b: Number) -> bool:
    """Whether both measure the same thing; a number without unit is comparable with everything.

    >>> comparable(Number(0, 1, 5, 5, "km", "measure"), Number(0, 1, 5, 5, "JPY", "money"))
    False
    """
    one, other = dimension(a), dimension(b)
    return one == other or not one or not other


def _tolerance(a: Number, b: Number, fa: Amount, fb: Amount) -> Amount:
    """Half a printed step of the coarser number, at most 5 percent unless one of them says it is approximate."""
    if not (a.approx or b.approx or a.bound or b.bound) and a.step == b.step and fa == fb:
        return 0
    if {a.kind, b.kind} == {"ratio", "percent"} and (a.approx or b.approx):  # about two thirds are about 70 percent
        return ratio(1, 20)
    half = ratio_of(_larger(_coarse(a) * fa, _coarse(b) * fb), 2)
    if a.approx or b.approx or a.bound or b.bound:
        return half
    share = ratio_of(_larger(a.high * fa, b.high * fb), 20)
    return half if half < share else share


def _larger(a: Amount, b: Amount) -> Amount:
    return a if a > b else b


def _gap(a: Amount, b: Amount) -> Amount:
    return a - b if a > b else b - a


def _coarse(n: Number) -> Amount:
    """The printed step; an approximate integer with trailing zeros counts as rounded to two figures at most."""
    if (n.approx or n.bound) and n.step == 1 and isinstance(n.low, int) and n.low >= 100:
        zeros = len(str(n.low)) - len(str(n.low).rstrip("0"))
        return 10 ** min(zeros, len(str(n.low)) - 2)
    return 0 if n.kind == "ratio" else n.step


def equal(a: Number, b: Number) -> bool:
    """Whether two numbers state the same value: units converted, rounding and vague intervals respected.

    Kinds count, ordinal, age and code are not told apart (第3回 = the third = No. 3), a missing unit matches any.

    >>> equal(Number(0, 5, 12_400_000_000, 12_400_000_000, "JPY", step=10**8),
    ...       Number(0, 14, 12_000_000_000, 12_000_000_000, "JPY", step=10**9))
    True
    >>> equal(Number(0, 2, 90, 90, "minute"), Number(0, 9, 2, 2, "hour"))
    False
    """
    return any(_equal(one, other) for one in readings(a, b.unit) for other in readings(b, a.unit))


def _equal(a: Number, b: Number) -> bool:
    if "degF" in (a.unit, b.unit) and a.unit != b.unit:
        return fahrenheit(a, b)
    found = factors(a, b)
    if found is None:
        if dimension(a) and dimension(b):
            return False
        found = (1, 1)
    fa, fb = found
    if a.unit != b.unit and (inexact(a.unit) or inexact(b.unit)):
        rough = any(isinstance(n.low, int) and n.low >= 10 and len(str(n.low).rstrip("0")) == 1 for n in (a, b))
        if any(n.approx and _gap(a.low * fa, b.low * fb) * 2 <= n.step * f for n, f in ((a, fa), (b, fb))):
            return True  # 5.45 cm are about 5 cm
        rough = rough or "about" in (a.approx, b.approx)  # nine miles are about 15 km
        return _gap(a.low * fa, b.low * fb) * 100 <= (5 if rough else 3) * _larger(a.low * fa, b.low * fb)
    if {dimension(a), dimension(b)} == {"time", "months"}:
        return _gap(a.low * fa, b.low * fb) * 100 <= 10 * _larger(a.low * fa, b.low * fb)
    return _same(a, b, fa, fb)


def _same(a: Number, b: Number, fa: Amount, fb: Amount) -> bool:
    if a.kind == "vague" or b.kind == "vague":
        return _overlap(a, b, fa, fb)
    slack = _tolerance(a, b, fa, fb)
    if _gap(a.low * fa, b.low * fb) <= slack and _gap(a.high * fa, b.high * fb) <= slack:
        return True
    return fa == fb and (_shifted(a, b) or _shifted(b, a))


def _shifted(a: Number, b: Number) -> bool:
    """18歳以上 = over 17, 3人未満 = two or fewer: inclusive and exclusive bounds of whole numbers."""
    return (a.bound, b.bound) in ((">=", ">"), ("<", "<=")) and a.low == b.low + 1


def _overlap(a: Number, b: Number, fa: Amount, fb: Amount) -> bool:
    if a.low * fa <= b.high * fb and b.low * fb <= a.high * fa:
        return True
    vague, other, fv, fo = (a, b, fa, fb) if a.kind == "vague" else (b, a, fb, fa)
    if other.bound in (">", ">=") or other.approx in ("over", "about"):  # 十数人 = more than ten
        return vague.low * fv <= other.low * fo * 2 and other.low * fo <= vague.high * fv
    return False


def scale_slip(a: Number, b: Number) -> int:
    """The power of ten (1, 2, 3, 4, 6, 8) by which otherwise equal numbers differ, 0 when there is no such slip.

    >>> scale_slip(Number(0, 4, 8_500_000_000, 8_500_000_000, "JPY"), Number(0, 8, 85_000_000, 85_000_000, "JPY"))
    2
    """
    if not comparable(a, b) or not a.low or not b.low or equal(a, b):
        return 0
    small, big = (a, b) if a.high < b.high else (b, a)
    for power in (1, 2, 3, 4, 6, 8):
        grown = small._replace(low=small.low * 10**power, high=small.high * 10**power, step=small.step * 10**power)
        if equal(grown, big):
            return power
    return 0


def unit_conflict(a: Number, b: Number) -> bool:
    """Whether `b` (the translation) shows the figure of `a` (the source) with a unit that means something else.

    Percent rendered as percentage points is never a conflict (Japanese broadcasters write パーセント for points).

    >>> unit_conflict(Number(0, 2, 50, 50, "tsubo", "measure"), Number(0, 9, 50, 50, "m2", "measure"))
    True
    """
    if a.kind == "multiple" and b.kind == "percent":
        return 1 < a.low == b.low and a.high == b.high
    if not a.unit or not b.unit or a.unit == b.unit or a.low != b.low or a.high != b.high or a.low == 0:
        return False
    units = {a.unit, b.unit}
    if units & {"person", "times"} or units <= {"pp", "point"} or units == {"day", "night"} or equal(a, b):
        return False
    return not (a.unit == "%" and b.unit in ("pp", "point"))


_UPPER, _LOWER = ("<=", "<"), (">=", ">")


def approx_conflict(a: Number, b: Number) -> bool:
    """Whether the approximations contradict each other: 弱 against "just over" (a dropped 約 is no conflict).

    >>> approx_conflict(Number(0, 4, 4, 4, "hour", approx="under"), Number(0, 9, 4, 4, "hour", approx="over"))
    True
    """

    def side(n: Number) -> int:
        return (n.approx == "over" or n.bound in _LOWER) - (n.approx == "under" or n.bound in _UPPER)

    return bool(a.approx in ("under", "over") or b.approx in ("under", "over")) and side(a) * side(b) < 0


def bound_conflict(a: Number, b: Number, strict: bool = False) -> bool:
    """Whether the bounds contradict each other; `strict` (laws) also tells >= from > and a bound from none.

    >>> more, least = Number(0, 3, 300, 300, bound=">"), Number(0, 5, 300, 300, bound=">=")
    >>> bound_conflict(least, more), bound_conflict(least, more, strict=True)
    (False, True)
    >>> bound_conflict(Number(0, 5, 18, 18, kind="age", bound="<="), Number(0, 8, 18, 18, bound="<"))
    True
    """
    if strict:
        return a.bound != b.bound and not (_shifted(a, b) or _shifted(b, a))
    if "age" in (a.kind, b.kind) and {a.bound, b.bound} == {"<=", "<"} and a.low == b.low:
        return True  # 18歳以下 is not "under 18"
    return (a.bound in _UPPER and b.bound in _LOWER) or (a.bound in _LOWER and b.bound in _UPPER)


def date_conflict(a: Date, b: Date) -> bool:
    """Whether two dates disagree in a part that both state.

    A year below 100 (22年, 27年) may be short for a Western year or the year of a reign left unsaid. Months and
    days of eras before 1873 are lunisolar, and translations convert them or do not: they never disagree.

    >>> date_conflict(Date(0, 5, month=5, day=9), Date(0, 6, 2022, 5, 9))
    False
    >>> date_conflict(Date(0, 1, 1998), Date(0, 1, 1989))
    True
    """
    if a.year is not None and b.year is not None and not _same_year(a.year, b.year):
        return True
    if any(d.era and d.year is not None and d.year < 1873 for d in (a, b)):
        return False
    pairs = ((a.month, b.month), (a.day, b.day), (a.weekday, b.weekday))
    return any(x is not None and y is not None and x != y for x, y in pairs)


def _same_year(one: int, other: int) -> bool:
    short, full = sorted((one, other))
    if short == full or not 0 < short < 100:
        return short == full
    return short == full % 100 or full - short + 1 in ROMANISED.values() or 100 < full < 1868
