"""The shape of a glossary file: which keys, with which values."""

from __future__ import annotations

from tqa.yamltree import TEXT, TEXTS, Shape


def _choice(*values: str) -> Shape:
    """One of some words."""
    listed = ", ".join(values)
    return Shape("text", check=lambda value: "" if value in values else f"“{value}” is none of: {listed}")


def _date(value: str) -> str:
    parts = value.split("-")
    good = 1 <= len(parts) <= 3 and all(part.isdigit() for part in parts)
    good = good and [len(part) for part in parts] == [4, 2, 2][: len(parts)]
    if good and len(parts) > 1:
        year, month, *day = map(int, parts)
        good = 1 <= month <= 12 and (not day or 1 <= day[0] <= _days(year, month))
    return "" if good else f"“{value}” is not a date such as 2020-09-16, 2020-09 or 2020"


def _days(year: int, month: int) -> int:
    from calendar import monthrange

    return monthrange(year, month)[1]


DATE = Shape("text", check=_date)
CASE = _choice("exact", "title", "any")
CONDITION = Shape(
    "map",
    {"near": TEXTS, "dates": Shape("map", {"from": DATE, "to": DATE}), "files": TEXTS},
)
AVOID_ROW = Shape(
    "either", {"en": TEXT, "ja": TEXT, "why": TEXT, "unless": CONDITION, "only": CONDITION, "case": CASE}
)
AVOID = Shape("some", AVOID_ROW)
BY_LANGUAGE = Shape("map", {"en": TEXTS, "ja": TEXTS})
EXAMPLE = Shape("map", {"ja": TEXT, "en": TEXT}, required=())
COMMON = {"id": TEXT, "domain": TEXT, "ref": TEXT, "note": TEXT, "examples": Shape("list", EXAMPLE)}
TERM = Shape(
    "map",
    {
        "ja": TEXTS, "en": TEXTS, "avoid": AVOID, "case": CASE, "short": BY_LANGUAGE, "first": BY_LANGUAGE,
        "only": CONDITION, **COMMON,
    },
)  # fmt: skip
POST = Shape(
    "map",
    {"ja": TEXTS, "en": TEXTS, "of": TEXT, "from": DATE, "to": DATE, "group": TEXTS},
    required=("en",),
)
PERSON = Shape(
    "map",
    {
        "ja": TEXTS, "reading": TEXT, "en": TEXTS, "family": Shape("map", {"ja": TEXT, "en": TEXT}), "avoid": AVOID,
        "posts": Shape("list", POST), "order": _choice("given-family", "family-given"), "only": CONDITION, **COMMON,
    },
    required=("en",),
)  # fmt: skip
PHRASE = Shape(
    "map",
    {
        "avoid": AVOID, "en": TEXTS, "ja": TEXTS, "why": TEXT, "unless": CONDITION, "only": CONDITION, "case": CASE,
        **COMMON,
    },
    required=("avoid",),
)  # fmt: skip
FILE = Shape(
    "map",
    {
        "tqa": _choice("1"),
        "terms": Shape("list", TERM),
        "people": Shape("list", PERSON),
        "phrases": Shape("list", PHRASE),
    },
    required=("tqa",),
)
