"""Lines of a page that are no part of its text: credits, page turns, notices of the site, stamps, link labels."""

from __future__ import annotations

import re
from functools import cache

_ALONE = (
    r"(?:reporting|interview(?:ed)?|coverage|text|words|photo(?:s|graph|graphs|graphy|graphed)?|photographers?|"
    r"illustrations?|graphics?)"
)
_ROLE = rf"(?:{_ALONE}|interviewing|writing|composition|edit(?:ing|ed)|video|images?)"
_SAID = r"(?:\s*[:=/：＝／]\s*|\s+by:?\s+)"
_PART = r"(?:[A-Z][\w.'’-]*|of|the|de|van|von)"
_NAME = rf"{_PART}(?:[ ,/&]+(?:and )?{_PART}){{0,6}}"
_AGENCY = (
    r"(?:Kyodo|Jiji|Reuters|AFP|AP|Getty Images|EPA|Xinhua|AFLO|Aflo|PIXTA|Shutterstock|Bloomberg)(?: News| Press)?"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_WHEN = rf"(?:[\d:/.,年月日時分-]+|a\.?m\.?|p\.?m\.?|JST|at|on|{_MONTH}|[A-Z][a-z]+day,?)"
_PAGE = r"(?:next|previous|following|last) page"
_SEVERAL = rf"{_ROLE}(?:\s*(?:,|and|&|/|・)\s*{_ROLE}){{1,3}}"
_MORE = rf"(?:[,;.]?\s*(?i:{_ROLE}){_SAID}{_NAME})*(?:\s*\([^()]*\))?\.?"
_ONLY = r"(?:paid|premium|members?[- ]only|subscribers?[- ]only|for[- ]pay)"
_REST = r"(?:the rest of|to (?:read|view|see) the (?:rest|remainder|full)|you can (?:read|view) the (?:rest|full))"
_JOIN = r"(?:log ?in|sign (?:in|up)|subscri|register|members?|paid)"
_RELATED = r"(?:related|recommended|popular) (?:articles?|links?|stories|story|news|topics?|reading)"
_CLICK = r"(?:click here|(?:read|see|view) more|see the full article)(?: for (?:details|more(?: information)?))?"

# What it is, its severity ("" for the usual one), and the pattern of the whole line without brackets around it.
_KINDS = (
    ("a credit", "", rf"(?i:{_SEVERAL}|{_ALONE}){_SAID}{_NAME}{_MORE}"),
    ("a credit", "", rf"(?i:photos?|images?|video)\s*[:=/：]\s*(?:\S+ ){{0,14}}?\S*?\s*[/(©]\s*{_AGENCY}\)?\.?"),
    ("a page turn", "", rf"(?i:(?:to be )?continued? (?:on|from|to|in) (?:the )?{_PAGE})\W*"),
    ("a page turn", "", rf"(?i:(?:(?:go |turn |on )?to )?(?:the )?{_PAGE}\W*|{_PAGE}\s*[:：>→].{{0,80}})"),
    ("a page turn", "", r"(?i:continued? (?:on|from) (?:the )?(?:page|p\.) ?\d+|page \d+ (?:of|/) \d+)\W*"),
    ("a notice", "info", rf"(?i:(?:this is a |this article is )?(?:a )?{_ONLY} (?:article|content)s?(?:\W.{{0,80}})?)"),
    ("a notice", "info", rf"(?i:{_REST}.{{0,80}}{_JOIN}.{{0,60}})"),
    ("a stamp", "info", rf"(?i:(?:last )?(?:updated?|posted|published))\s*(?::|on|at)?\s+{_WHEN}(?:[,\s]+{_WHEN})*"),
    ("a link", "info", rf"(?i:{_RELATED}\s*[:：>»].{{0,120}}|{_CLICK}\W*)"),
)


@cache
def _patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple((kind, severity, re.compile(pattern)) for kind, severity, pattern in _KINDS)


def furniture(line: str) -> tuple[str, str] | None:
    """What piece of furniture a whole line is, and a severity ("" for the usual one); None if it is text.

    >>> furniture("Photos by Jane Roe"), furniture("(Continued on next page)"), furniture("Report by Jane Roe")
    (('a credit', ''), ('a page turn', ''), None)
    """
    text = line.strip(" \t\r→▶►▲▼■◆")
    if text[:1] + text[-1:] in ("()", "[]", "【】", "（）", "<>", "＜＞"):
        text = text[1:-1].strip()
    if not text or len(text) > 200:
        return None
    for kind, severity, pattern in _patterns():
        if pattern.fullmatch(text):
            return kind, severity
    return None
