"""The shape of a glossary file: which keys, in their canonical order, with which values, and what each is for.

The loader reads by it, `tqa glossary fmt` orders keys by it, and the JSON Schema is made from it.
"""

from __future__ import annotations

from tqa.yamltree import TEXT, TEXTS, Shape


def _choice(*values: str) -> Shape:
    """One of some words."""
    listed = ", ".join(values)
    wrong = f"“%s” is none of: {listed}"
    return Shape("text", check=lambda value: "" if value in values else wrong % value[:40], choices=values)


def _date(value: str) -> str:
    parts = value.split("-")
    good = 1 <= len(parts) <= 3 and all(part.isascii() and part.isdigit() for part in parts)
    good = good and [len(part) for part in parts] == [4, 2, 2][: len(parts)] and parts[0] != "0000"
    if good and len(parts) > 1:
        year, month, *day = map(int, parts)
        good = 1 <= month <= 12 and (not day or 1 <= day[0] <= _days(year, month))
    return "" if good else f"“{value[:40]}” is not a date such as 2020-09-16, 2020-09 or 2020"


def _days(year: int, month: int) -> int:
    from calendar import monthrange

    return monthrange(year, month)[1]


def _about(shape: Shape, doc: str) -> Shape:
    """The same shape, with what it is for in this place."""
    return shape._replace(doc=doc)


# The same as a pattern, for editors; the last line is February 29 in leap years.
_PATTERN = (
    r"^(?!0000)[0-9]{4}(-(0[1-9]|1[0-2]))?$"
    r"|^(?!0000)[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))$"
    r"|^(?!0000)([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29$"
)
DATE = Shape(
    "text", check=_date, pattern=_PATTERN,
    doc="A day, a month or a year: 2020-09-16, 2020-09 or 2020.",
)  # fmt: skip
CASE = _about(
    _choice("exact", "title", "any"),
    "Whether capitals count: exact (as written), title (each word with a capital) or any. Left out, a form whose words "
    "all have capitals is a name and exact, and everything else is any.",
)
DATES = Shape(
    "map", {"from": _about(DATE, "From this date on."), "to": _about(DATE, "Up to this date.")},
    doc="The years that the text speaks of: it holds where the text names one of them.",
)  # fmt: skip
CONDITION = Shape(
    "map",
    {
        "near": _about(
            TEXTS, "One of these words stands in the paragraph or the two before or after, in either language. A "
            "Japanese word means: only where the source says so.",
        ),
        "dates": DATES,
        "files": _about(TEXTS, "The name of the file looks like one of these: “*.md”, “sports/*”."),
        "inside": _about(
            TEXTS, "The form is a part of one of these longer words: 国連 of 村国連. Words of one language say nothing "
            "of the other.",
        ),
    },
    doc="When it speaks. Every part that is given must hold.",
)  # fmt: skip
AVOID_ROW = Shape(
    "either",
    {
        "en": _about(
            TEXT, "The English form to report. Its plural, possessive, hyphens and US/UK spelling are found too."
        ),
        "ja": _about(TEXT, "The Japanese form to report, in translations into Japanese."),
        "why": _about(TEXT, "Why, in a short line that is shown with the finding."),
        "only": _about(CONDITION, "Report it only where this holds."),
        "unless": _about(CONDITION, "Do not report it where this holds."),
        "case": CASE,
    },
    needs=("en", "ja"),
    doc="A form to report: a plain text, or lines with a reason and conditions.",
)
AVOID = Shape("some", AVOID_ROW, doc="Forms to report. Each must be wrong by itself, or carry a condition.")
ONLY = _about(CONDITION, "The entry speaks only where this holds: for words with several meanings.")
UNLESS = _about(CONDITION, "The entry is silent where this holds.")
BY_LANGUAGE = Shape("map", {"en": TEXTS, "ja": TEXTS})
EXAMPLE = Shape(
    "map",
    {
        "ja": _about(TEXT, "The Japanese source, if the entry needs one to speak."),
        "en": _about(TEXT, "An English sentence. What must be reported is marked ⟦so⟧; without marks, nothing may be."),
    },
    doc="A self-test, run by “tqa glossary test”.",
)  # fmt: skip
ID = {
    "id": _about(
        TEXT, "A name for the entry. Left out, it is the first form. A later file overrides an entry by its id."
    )
}
COMMON = {
    "domain": _about(TEXT, "The field: diplomacy, sports, …"),
    "ref": _about(TEXT, "Where this comes from: a style guide, a ministry’s page, the client."),
    "note": _about(TEXT, "Anything that whoever reads the finding should know."),
    "examples": Shape("list", EXAMPLE, doc="Self-tests of the entry, run by “tqa glossary test”."),
}
EN = _about(TEXTS, "The English: one form or a list. The first is preferred, the others are accepted.")
TERM = Shape(
    "map",
    {
        **ID,
        "ja": _about(TEXTS, "The Japanese term: one form or a list."),
        "en": EN,
        "avoid": AVOID,
        "case": CASE,
        "short": _about(BY_LANGUAGE, "What is enough once the full form has stood: {en: the islands}."),
        "first": _about(
            BY_LANGUAGE, "What is wanted at the first mention: {en: … (claimed by Japan, held by Russia)}."
        ),
        "only": ONLY,
        "unless": UNLESS,
        **COMMON,
    },
    needs=("ja", "en", "avoid"),
    doc="A concept: its Japanese, its English, and what not to write.",
)
POST = Shape(
    "map",
    {
        "ja": _about(TEXTS, "The office in Japanese: 首相."),
        "en": _about(TEXTS, "The office in English, in lower case: prime minister. One form or a list."),
        "of": _about(TEXT, "The country or body, in English: Japan."),
        "from": _about(DATE, "The first day in office."),
        "to": _about(DATE, "The last day in office. Left out: still there."),
        "group": _about(TEXTS, "What is named after the holder: 政権, 内閣."),
    },
    required=("en",),
    doc="An office and one term in it.",
)
PERSON = Shape(
    "map",
    {
        **ID,
        "ja": _about(TEXTS, "The name in Japanese, family name first: 菅義偉. One form or a list."),
        "reading": _about(TEXT, "The reading in hiragana, with a space between the names: すが よしひで."),
        "en": _about(TEXTS, "The name in English. The first form is preferred, the others are accepted."),
        "family": Shape(
            "map",
            {"ja": _about(TEXT, "菅"), "en": _about(TEXT, "Suga")},
            doc="The family name alone, in both languages.",
        ),
        "order": _about(
            _choice("given-family", "family-given"), "The order of the English name. Left out: given-family."
        ),
        "posts": Shape("list", POST, doc="Offices with their dates, one row for each term."),
        "avoid": AVOID,
        "only": ONLY,
        "unless": UNLESS,
        **COMMON,
    },
    required=("en",),
    doc="A person: readings, spellings and offices.",
)
PHRASE = Shape(
    "map",
    {
        **ID,
        "avoid": AVOID,
        "en": _about(TEXTS, "Better wording: one or a list."),
        "why": _about(TEXT, "Why, in a short line that an editor understands."),
        "ja": _about(TEXTS, "The Japanese behind it: with a source, the entry speaks only where the source says this."),
        "only": ONLY,
        "unless": UNLESS,
        "case": CASE,
        **COMMON,
    },
    required=("avoid",),
    doc="Wording that is wrong whatever the term: calques, house style.",
)
FILE = Shape(
    "map",
    {
        "tqa": _about(_choice("1"), "The version of this format: 1."),
        "terms": Shape("list", TERM, doc="Concepts and their names."),
        "people": Shape("list", PERSON, doc="People, their names and offices."),
        "phrases": Shape("list", PHRASE, doc="Wording to avoid."),
    },
    required=("tqa",),
    doc="A glossary of tqa.",
)
