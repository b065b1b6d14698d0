"""Lines of a page that are no part of its text: credits, page turns, notices of the site, stamps, link labels."""

from __future__ import annotations

import re
from functools import cache

_ROLE = (
    r"(?:reporting|interview(?:ed|ing)?|coverage|text|words|writing|composition|edit(?:ing|ed)|"
    r"photo(?:s|graph|graphs|graphy|graphed)?|photographers?|illustrations?|video|images?|graphics?)"
)
_ALONE = r"(?:reporting|interview(?:ed)?|coverage|text|words|photo(?:s|graph|graphs|graphy|graphed)?|illustrations?|graphics?)"
_SAID = r"(?:\s*[:=/：＝／]\s*|\s+by:?\s+)"
_NAME = r"(?:[A-Z][\w.'’-]*|of|the|de|van|von)(?:[ ,/&]+(?:and )?(?:[A-Z][\w.'’-]*|of|the|de|van|von)){0,6}"
_AGENCY = r"(?:Kyodo|Jiji|Reuters|AFP|AP|Getty Images|EPA|Xinhua|AFLO|Aflo|PIXTA|Shutterstock|Bloomberg)(?: News| Press)?"
_WHEN = r"(?:[\d:/.,年月日時分-]+|a\.?m\.?|p\.?m\.?|JST|at|on|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?|[A-Z][a-z]+day,?|,)"


@cache
def _kinds() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """What it is, its severity, and the pattern of the whole line (without brackets around it)."""
    several = rf"{_ROLE}(?:\s*(?:,|and|&|/|・)\s*{_ROLE}){{1,3}}"
    more = rf"(?:[,;.]?\s*(?i:{_ROLE}){_SAID}{_NAME})*(?:\s*\([^()]*\))?\.?"
    page = r"(?:next|previous|following|last) page"
    return (
        ("a credit", "", re.compile(rf"(?i:{several}|{_ALONE}){_SAID}{_NAME}{more}")),
        ("a credit", "", re.compile(rf"(?i:photos?|images?|video)\s*[:=/：]\s*(?:\S+ ){{0,14}}?\S*?\s*[/(©]\s*{_AGENCY}\)?\.?")),
        ("a page turn", "", re.compile(
            rf"(?i:(?:to be )?continued? (?:on|from|to|in) (?:the )?{page}|(?:(?:go |turn |on )?to )?(?:the )?{page}|{page}\s*[:：>→].{{0,80}})\W*")),
        ("a page turn", "", re.compile(r"(?i:continued? (?:on|from) (?:the )?(?:page|p\.) ?\d+|page \d+ (?:of|/) \d+)\W*")),
        ("a notice of the site", "info", re.compile(
            r"(?i:(?:this is a |this article is )?(?:a )?(?:paid|premium|members?[- ]only|subscribers?[- ]only|for[- ]pay) (?:article|content)s?"
            r"(?:\W.{0,80})?)")),
        ("a notice of the site", "info", re.compile(
            r"(?i:(?:the rest of|to (?:read|view|see) the (?:rest|remainder|full)|you can (?:read|view) the (?:rest|full)).{0,80}"
            r"(?:log ?in|sign (?:in|up)|subscri|register|members?|paid).{0,60})")),
        ("an update stamp", "info", re.compile(rf"(?i:(?:last )?(?:updated?|posted|published|delivered|distributed))\s*(?::|on|at)?\s+{_WHEN}(?:\s*{_WHEN})*")),
        ("a link label", "info", re.compile(
            r"(?i:(?:related|recommended|popular) (?:articles?|links?|stories|story|news|topics?|reading)\s*[:：>»].{0,120}"
            r"|(?:click here|read more|see more|view more|see the full article)(?: for (?:details|more(?: information)?))?\W*)")),
    )  # fmt: skip


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
    for kind, severity, pattern in _kinds():
        if pattern.fullmatch(text):
            return kind, severity
    return None
