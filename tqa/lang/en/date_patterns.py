"""The patterns of English dates, each compiled when a text first holds what it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tqa.lang.en.closed import ORDINALS, SHORT_DAYS, SHORT_MONTHS
from tqa.lang.values import MONTHS
from tqa.lang.values.eras import ROMANISED

_MONTHS, _WEEKDAYS = "|".join(SHORT_MONTHS), "|".join(SHORT_DAYS)
# What looks like a month; `matches` looks up whether it is one, since to spell them out takes long in so many patterns.
_MONTH = r"(?:May|Sept\.|[JFMASOND][a-z]{3,8}|[JFMASOND][a-z]{2}\b\.?)"
_MONTH_NAMES = frozenset((*MONTHS, *SHORT_MONTHS, "Sept"))
_ERAS = "|".join(ROMANISED)
_MONTH_GROUPS = ("m1", "m2", "m3", "m4", "m5", "emonth", "ra", "rb")
_DAY_NAME = rf"(?:{_WEEKDAYS})[a-z]{{0,3}}day"
_WEEKDAY = rf"(?:{_WEEKDAYS})(?:[a-z]{{0,3}}day|(?=[.,] ?[A-Z\d])\.?)"
_TH = r"(?:st|nd|rd|th)?"
_Y = r"(?:1\d{3}|20\d{2}|21\d{2})"
_BC = r"(?:\s?(?:B\.?C\.?E?\.?|A\.?D\.?)(?![A-Za-z]))"
_NTH_DAY = (r"(?:\d{1,2}(?:st|nd|rd|th)|(?i:(?:twenty|thirty)[ -](?:" + "|".join(ORDINALS[:9]) + ")|"
            + "|".join(ORDINALS) + "|thirtieth))")  # fmt: skip
_UNITS_NEXT = (
    r"(?:people|percent|million|billion|thousand|years?|days?|hours?|p\.?m|a\.?m|of|[A-Z][a-z]+\s\d|members|others)\b"
)
# Words after a figure that make it an amount and no year: whole ones, and how others begin.
_UNIT_WORDS = frozenset("years months days hours minutes times mm cm m points men women children".split())
_UNIT_STARTS = (
    *"% percent people yen dollars euros won yuan meter metre km kilo kg gram ton hectare square mile feet koku ryo"
    " tsubo MHz million billion thousand trillion hundred degree -degree volumes pages copies seats houses households"
    " stores shops employees workers students soldiers troops residents participants volt".split(),
    "per cent",
)


_DIGITS = "0|1|2|3|4|5|6|7|8|9"
_TO_MONTH = "|".join(f"{dash}{initial}" for dash in ("-", "- ", "/", "/ ") for initial in "JFMASOND")
_DIGIT_TO = "|".join(f"{digit}{dash}" for digit in range(10) for dash in ("-", " -", "~", " ~"))


def matches(text: str) -> Iterator[re.Match[str]]:
    """The dates of a folded text, left to right; `lastgroup` names the form."""
    lacking = {need for need in _needs() if not any(word in text for word in need.split("|"))}
    forms = [_form(form) for form, (_, needs) in _FORMS.items() if lacking.isdisjoint(needs)]
    end = 0
    for gate in _gate().finditer(text) if forms else ():
        at = gate.start()
        for form in forms if at >= end else ():
            found = form.match(text, at)
            if found and _has_months(found) and not (_may_be_amount(found) and _is_amount(text, found.end())):
                end = found.end()
                yield found
                break


def _has_months(found: re.Match[str]) -> bool:
    """False where a word only looks like a month."""
    named = (found[group] for group in _MONTH_GROUPS if group in found.re.groupindex)
    return all(name.rstrip(".") in _MONTH_NAMES for name in named if name)


def _may_be_amount(found: re.Match[str]) -> bool:
    return found.lastgroup in ("y", "yspan", "y3d") or (found.lastgroup == "my" and len(found["y3"]) == 3)


def _is_amount(text: str, end: int) -> bool:
    """Whether a figure goes on after a place, or a unit follows it.

    >>> _is_amount("2019 troops", 4), _is_amount("2019 men", 4), _is_amount("2019 menus", 4), _is_amount("2019, and", 4)
    (True, True, False, False)
    """
    if text[end : end + 4].lstrip(",.:")[:1].isdigit():
        return True
    start = end + text[end : end + 1].isspace()
    return text.startswith(_UNIT_STARTS, start) or re.split(r"\W", text[start : start + 9])[0] in _UNIT_WORDS


@cache
def _needs() -> frozenset[str]:
    return frozenset(need for _, needs in _FORMS.values() for need in needs)


@cache
def _gate() -> re.Pattern[str]:
    # What all forms begin with.
    return re.compile(
        r"(?<![A-Za-z])(?=\d|'\d|Q\d|B\.?C\.?\s?\d|A\.?D\.?\s?\d|FY"
        rf"|{_MONTHS}|{_WEEKDAYS}"
        r"|[Ee](?:arly|igh|lev)|[Ll]at|[Mm]id|[Tt]he (?:end|beg)|[Ff](?:isc|inan|i[rfn]|o[ur])|business|[Ss](?:ec"
        r"|ix|ev)"
        rf"|[Tt](?:hir|ent|we|erm)|[Nn]in|years?\s|period|{_ERAS})"
    )


@cache
def _form(form: str) -> re.Pattern[str]:
    return re.compile(_FORMS[form][0])


# The form of a date, its pattern, and what a text must hold for it (one word of each need). What is longer at one place
# comes first; group names end in the reader's digit.
_FORMS: dict[str, tuple[str, tuple[str, ...]]] = {
    "fy": (
        rf"(?P<fy>(?:fiscal(?:[ -]years?)?|FY|business year|financial year)[ -]?'?(?P<fy1>{_Y}"
        rf"|\d{{2}}(?!\d))(?:\s?[-/]\s?(?P<fy2>\d{{2,4}})(?!\d))?"
        rf"|(?P<fy3>{_Y})\s+fiscal(?:\syear)?\b)",
        ("iscal|FY|usiness|inancial", _DIGITS),
    ),
    "ended": (
        r"(?P<ended>(?:(?:fiscal|business|financial)\s)?(?:years?|term|period)\s(?:that\s)?(?:ended|ending|to"
        r"|through|ends)\s(?:in\s|on\s)?"
        rf"(?P<emonth>{_MONTH})\s?(?:\d{{1,2}}(?!\d){_TH},?)?\s?(?:of\s)?(?P<ey>{_Y})?)",
        ("|".join(f"{term} {end}" for term in ("year", "years", "term", "period") for end in ("end", "t")), _MONTHS),
    ),
    "mrange": (
        rf"(?P<mrange>(?P<ra>{_MONTH})\s?[-/]\s?(?P<rb>{_MONTH})(?!\s?\d{{1,2}}(?!\d))(?:,?\s(?:of\s)?(?:(?:quarter"
        rf"|period)\s(?:of\s)?)?(?P<ry>{_Y}))?)",
        (_MONTHS, _TO_MONTH),
    ),
    "mdy": (
        rf"(?P<mdy>(?:(?P<w1>{_WEEKDAY}),?\s+)?(?P<m1>{_MONTH}),?\s*(?P<d1>\d{{1,2}}){_TH}(?:(?:\s(?:to|through"
        rf"|and)\s|\s?-\s?)(?P<de>[1-9]|[12]\d|3[01]){_TH}(?=,\s{_Y}|[.;)]|,?\s(?!{_UNITS_NEXT})|$))?(?!\d|:\d|%"
        rf"|,\d{{3}}(?!\d)|\.\d|\s?(?:million|percent|-?year))"
        rf"(?:\s?[(](?P<w1b>{_DAY_NAME})[)])?(?:,?\s?(?:of\s|in\s)?(?P<y1>{_Y}|(?<=,\s)\d{{3}})(?!\d"
        rf"|,\d))?(?:\s?[(](?P<w1c>{_DAY_NAME})[)])?)",
        (_MONTHS, _DIGITS),
    ),
    "dmy": (
        rf"(?P<dmy>(?:(?P<w2>{_WEEKDAY}),?\s+(?:the\s)?)?(?<![\d.,])(?P<d2>\d{{1,2}}){_TH}\s(?:day\s)?(?:of\s)?"
        rf"(?P<m2>{_MONTH})(?:,?\s?(?:of\s)?(?P<y2>{_Y})(?!\d|,\d))?)",
        (_MONTHS, _DIGITS),
    ),
    "lunar": (
        rf"(?P<lunar>(?P<ld>{_NTH_DAY})\sday\s(?:of|in)\sthe\s(?:leap\s)?(?P<lm>{_NTH_DAY})\s(?:lunar\s|leap\s)?month"
        r"(?:,?\s(?:of|in)\s(?:the\syear\s)?(?P<ly>\d{3,4})(?![\d,]*\d))?)",
        ("month", " day of| day in"),
    ),
    "nth": (
        r"(?P<nth>(?<=the\s)(?P<nd>\d{1,2})(?:st|nd|rd|th)"
        r"(?=\s(?:day\s)?of\s(?:the\s(?:same|following|next|previous)|that)\smonth))",
        ("same month|following month|next month|previous month|that month",),
    ),
    "wnth": (
        rf"(?P<wnth>(?P<w3>{_DAY_NAME}),?\sthe\s(?P<d3>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?!\sof\s[A-Z]))",
        (_WEEKDAYS,),
    ),
    "ymd": (
        rf"(?P<ymd>(?<![\d.,])(?P<y5>{_Y}),?\s(?P<m5>{_MONTH})(?:\s(?P<d5>\d{{1,2}})(?![\d:]))?)",
        (_MONTHS, _DIGITS),
    ),
    "my": (
        rf"(?P<my>(?:(?P<p3>[Ee]arly|[Ll]ate|[Mm]id|the end of|the beginning of)[ -])?(?P<m3>{_MONTH})(?:\sof"
        rf"|,)?\s*'?(?P<y3>{_Y}|[3-9]\d{{2}}(?=[,;)]|[.](?!\d)|\s[a-z]{{2,}}|$))(?!\d|,\d))",
        (_MONTHS, _DIGITS),
    ),
    "m": (
        r"(?P<m>(?:(?P<p4>[Ee]arly|[Ll]ate|[Mm]id|the end of"
        rf"|the beginning of)[ -])?(?<![A-Za-z])(?P<m4>{_MONTH})(?![a-z]))",
        (_MONTHS,),
    ),
    "iso": (
        r"(?P<iso>(?<![\d./-])(?P<iy>\d{4})(?P<is>[/.-])(?P<im>\d{1,2})(?P=is)(?P<id>\d{1,2})(?![\d/]|\.\d))",
        (_DIGITS, "-|.|/"),
    ),
    "slash": (
        r"(?P<slash>(?<![\d./-])(?P<sa>\d{1,2})/(?P<sb>\d{1,2})/(?P<sy>\d{4})(?!\d))",
        ("/",),
    ),
    "md": (
        r"(?P<md>(?<![\d./,-])(?P<xm>1[0-2]|[1-9])/(?P<xd>3[01]|[12]\d|[1-9])(?![\d/%]|[.,]\d|\s(?:of\b|cup|inch|t(?:ea)?sp"
        rf"|tbsp|tablespoon|teaspoon))(?:\s?[(](?P<xw>{_WEEKDAYS})[a-z]{{0,6}}\.?[)])?)",
        ("/",),
    ),
    "dec": (
        r"(?P<dec>(?:(?P<dp>[Ee]arly|[Ll]ate|[Mm]id|the end of the)(?:\sto\smid)?[ -](?:the\s)?)?(?<![\d,$])"
        r"(?P<dy>[12]?\d\d0|(?:'|(?<=the\s))[1-9]0)'?s(?![a-z]))",
        ("0s|0's",),
    ),
    "cent": (
        r"(?P<cent>(?:(?P<cp>[Ee]arly|[Ll]ate|[Mm]id(?:dle)?|the end of the)[ -](?:of\sthe\s|the\s)?)?"
        r"(?P<c>\d{1,2}(?:st|nd|rd|th)|(?i:twenty-first|" + "|".join(ORDINALS) + r"))"
        rf"(?:\s?(?:and|to|-|or|through)\s?(?:the\s)?(?:(?:early|late|mid)[ -])?(?P<c2>\d{{1,2}})(?:st|nd|rd"
        rf"|th))?[ -](?i:centuries|century)(?P<cbc>{_BC})?)",
        ("entur|ENTUR",),
    ),
    "q": (
        rf"(?P<q>(?:(?P<qn>first|second|third|fourth|final|1st|2nd|3rd|4th)[ -]quarter(?:s(?=\sof\s{_Y}))?"
        r"|Q(?P<qd>[1-4])|(?<![\w.])(?P<qe>[1-4])Q)(?![-\w]*final)"
        rf"(?:\s?(?:of\s)?(?:fiscal\s)?(?P<qy>{_Y}))?)",
        ("quarter|Q1|Q2|Q3|Q4|1Q|2Q|3Q|4Q",),
    ),
    "half": (
        rf"(?P<half>(?P<hn>first|second|latter|former|1st|2nd)[ -]half(?![ -](?:an?\b|hour|day|dozen|million|century))"
        rf"(?:\sof(?:\sfiscal)?\s(?P<hy>{_Y})(?!\d|s))?)",
        ("half",),
    ),
    "era": (
        rf"(?P<era>(?P<name>{_ERAS})\s(?P<ny>\d{{1,2}})(?![\d,.]*\d|\s?%))",
        (_ERAS,),
    ),
    "bc": (
        rf"(?P<bc>(?<![\d.,])(?P<bcy>\d{{1,4}}){_BC}|(?P<bcb>B\.?C\.?|A\.?D\.?)\s?(?P<bcz>\d{{1,4}})(?![\d,.]*\d))",
        ("BC|B.C|AD|A.D",),
    ),
    "yspan": (
        rf"(?P<yspan>(?<![\d.,$/-])(?P<ya>{_Y})\s?[-~]\s?(?P<yb>\d{{2}}|{_Y})(?![\d,.-]*\d))",
        (_DIGIT_TO,),
    ),
    "yspan3": (
        r"(?P<yspan3>(?<=[(])(?:c\.\s?)?(?P<ya3>\d{3})\s?-\s?(?P<yb3>\d{3,4})(?=[);,]))",
        ("(", _DIGIT_TO),
    ),
    "y": (
        rf"(?P<y>(?:(?<![\d.,$/#-])|(?<=\bca\.)|(?<=\bc\.))(?<!No\.\s)(?P<yy>{_Y})(?P<yfull>)(?![\w%]|-\d"
        rf"|\s?[-~]\s?\d{{1,2}}(?!\d)))",
        (_DIGITS,),
    ),
    "y3d": (
        r"(?P<y3d>(?:(?<=\b[Ii]n\s)|(?<=\b[Bb]y\s)|(?<=[Ss]ince\s)|(?<=[Uu]ntil\s)|(?<=\bof\s)|(?<=[Ff]rom\s)"
        r"|(?<=\b[Tt]o\s)|(?<=[(])|(?<=,\s)|(?<=[Aa]round\s)|(?<=[Aa]fter\s)|(?<=[Bb]efore\s)|(?<=\byear\s))"
        r"(?P<yt>[1-9]\d{2})(?=[,.;:)]|\s(?:and|to|by|at|of|when|the|he|she|it|they|in|as|after|but|with|for"
        r"|under)\b|$|-\d{3}\b)(?![\d%]|,\d|\.\d))",
        (_DIGITS,),
    ),
    "wday": (
        rf"(?P<wday>{_WEEKDAY})(?!\s(?:School|Times))",
        (_WEEKDAYS,),
    ),
}  # fmt: skip
