"""English names and signs of units, written forms -> canonical unit of `tqa.lang.values.units` ('' = ambiguous)."""

from __future__ import annotations

import re
from functools import cache

_NAMES: dict[str, str] = {
    "yen": "JPY", "US dollar": "USD", "U.S. dollar": "USD", "dollar": "USD", "euro": "EUR", "pound sterling": "GBP",
    "pounds sterling": "GBP",
    "British pound": "GBP", "pound": "pound", "yuan": "CNY", "renminbi": "CNY", "won": "KRW", "ruble": "RUB",
    "rouble": "RUB",
    "baht": "THB", "rupee": "INR", "rupiah": "IDR", "peso": "PHP", "dong": "VND", "ringgit": "MYR",
    "Swiss franc": "CHF",
    "franc": "franc", "mark": "mark", "Australian dollar": "AUD", "Canadian dollar": "CAD", "New Zealand dollar": "NZD",
    "Hong Kong dollar": "HKD", "Taiwan dollar": "TWD", "Singapore dollar": "SGD", "lira": "TRY", "shekel": "ILS",
    "ryo": "ryo", "sen": "sen", "cent": "cent",
    "percent": "%", "per cent": "%", "pct": "%", "percentage point": "pp", "percent point": "pp",
    "basis point": "bp", "point": "point",
    "night": "night", "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "month": "month",
    "quarter": "quarter", "year": "year", "decade": "decade", "century": "century", "calendar year": "year",
    "business day": "day", "school year": "year", "fiscal year": "year",
    "nanometer": "nm", "micrometer": "um", "micron": "um", "millimeter": "mm", "centimeter": "cm", "meter": "m",
    "kilometer": "km", "inch": "in", "foot": "ft", "yard": "yd", "mile": "mi", "sun": "sun", "shaku": "shaku",
    "ri": "ri", "square centimeter": "cm2", "square meter": "m2", "square kilometer": "km2", "hectare": "ha",
    "acre": "acre",
    "square foot": "ft2", "square mile": "mi2", "tsubo": "tsubo", "tan": "tan", "cho": "cho", "tatami mat": "tatami",
    "mat": "tatami",
    "tatami": "tatami", "cubic centimeter": "cc", "milliliter": "ml", "liter": "l", "kiloliter": "kl",
    "cubic meter": "m3",
    "gallon": "gal", "barrel": "bbl", "koku": "koku", "sho": "sho", "milligram": "mg", "gram": "g", "kilogram": "kg",
    "kilo": "kilo", "ton": "t", "tonne": "t", "metric ton": "t", "ounce": "oz", "monme": "monme", "kan": "kan", "bale": "",
    "degree Celsius": "degC", "degree Fahrenheit": "degF", "degree": "", "watt": "W", "kilowatt": "kW",
    "megawatt": "MW",
    "gigawatt": "GW", "kilowatt-hour": "kWh", "kilowatt hour": "kWh", "megawatt-hour": "MWh", "kilocalorie": "kcal",
    "calorie": "kcal", "volt": "V", "kilovolt": "kV", "hertz": "Hz", "kilohertz": "kHz", "megahertz": "MHz",
    "gigahertz": "GHz", "kilobyte": "KB", "megabyte": "MB", "gigabyte": "GB", "terabyte": "TB",
    "kilometer per hour": "km/h", "meter per second": "m/s", "mile per hour": "mph", "knot": "knot",
    "hectopascal": "hPa",
    "millisievert": "mSv", "microsievert": "uSv", "becquerel": "Bq", "person": "person", "people": "person",
    "individual": "person", "time": "times", "win": "win", "victory": "win", "loss": "loss", "defeat": "loss",
    "tablespoon": "tbsp", "teaspoon": "tsp",
}  # fmt: skip
_SIGNS: dict[str, str] = {
    "%": "%", "bps": "bp", "bp": "bp", "JPY": "JPY", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "CNY": "CNY",
    "RMB": "CNY", "KRW": "KRW",
    "RUB": "RUB", "THB": "THB", "¥": "JPY", "€": "EUR", "nm": "nm", "mm": "mm", "cm": "cm", "m": "m", "km": "km",
    "ft": "ft", "m2": "m2", "km2": "km2",
    "sq m": "m2", "sq km": "km2", "ha": "ha", "cc": "cc", "ml": "ml", "mL": "ml", "L": "l", "kl": "kl", "m3": "m3",
    "mg": "mg", "g": "g", "kg": "kg", "t": "t", "lb": "lb", "lbs": "lb", "oz": "oz", "°C": "degC", "℃": "degC",
    "°F": "degF",
    "kW": "kW", "MW": "MW", "GW": "GW", "kWh": "kWh", "MWh": "MWh", "kcal": "kcal", "V": "V", "kV": "kV",
    "Hz": "Hz", "kHz": "kHz",
    "MHz": "MHz", "GHz": "GHz", "KB": "KB", "MB": "MB", "GB": "GB", "TB": "TB", "km/h": "km/h", "kph": "km/h",
    "m/s": "m/s",
    "mph": "mph", "hPa": "hPa", "mSv": "mSv", "hrs": "hour", "hr": "hour", "min": "minute", "mins": "minute",
    "sec": "second", "tbsp": "tbsp", "tsp": "tsp", "°": "", "C": "degC", "F": "degF",
}  # fmt: skip
_IRREGULAR = {"foot": "feet", "square foot": "square feet", "inch": "inches",
              "century": "centuries", "victory": "victories", "loss": "losses", "person": "persons",
              "degree Celsius": "degrees Celsius", "degree Fahrenheit": "degrees Fahrenheit",
              "kilometer per hour": "kilometers per hour", "meter per second": "meters per second",
              "mile per hour": "miles per hour"}  # fmt: skip


@cache
def names() -> dict[str, str]:
    """Every written form (singular, plural, British spelling) in lower case, and every sign as it stands."""
    forms: dict[str, str] = {}
    for name, unit in _NAMES.items():
        for form in (name, _IRREGULAR.get(name, name + "s")):
            forms[form.lower()] = unit
            if "meter" in form or "liter" in form:
                forms[form.replace("meter", "metre").replace("liter", "litre").lower()] = unit
    return forms | _SIGNS


@cache
def pattern() -> str:
    """All forms as one alternation, longest first; names may be joined by a hyphen and are not cut out of words."""
    forms = names()
    words = sorted((f for f in forms if f not in _SIGNS), key=len, reverse=True)
    signs = sorted(_SIGNS.keys() - {"C", "F"}, key=len, reverse=True)
    spelled = "|".join(re.escape(w).replace(r"\ ", "[ -]") for w in words)
    short = "|".join(map(re.escape, signs))
    return rf"[ -]?(?i:{spelled})(?![a-z])|\s?(?:{short})(?![A-Za-z0-9])|\s[CF](?!\.?\w|['&-])"


def canonical(written: str) -> str | None:
    """The canonical unit of a written form, '' when it is ambiguous, None when it is not known.

    >>> canonical("Percentage-points"), canonical("km"), canonical("yen"), canonical("apples")
    ('pp', 'km', 'JPY', None)
    """
    found = names().get(written)
    if found is None:
        low = written.lower()
        found = names().get(low)
        if found is None:
            found = names().get(low.replace("-", " "))
    return found
