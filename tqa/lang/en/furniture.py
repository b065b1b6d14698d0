"""Lines of a page that are no part of its text: credits, page turns, notices of the site, stamps, link labels."""

from __future__ import annotations

import re

from tqa.lang.en.closed import SHORT_MONTHS
from tqa.lang.fold import fold
from tqa.lang.gated import Gated

# What a line that names one person's part begins with, and what may stand beside another part.
_ALONE = frozenset(
    "reporting interview interviewed coverage text words photo photos photograph photographs photography photographed"
    " photographer photographers illustration illustrations graphic graphics".split()
)
_ROLES = _ALONE | frozenset("interviewing writing composition editing edited video image images".split())
_SAID = r"(?:\s*[:=/]\s*|\s+by:?\s+)"
_PART = r"(?:[A-Z][\w.'-]*|of|the|de|van|von)"
_NAME = rf"{_PART}(?:[ ,/&]+(?:and )?{_PART}){{0,6}}"
_AGENCY = (
    r"(?:Kyodo|Jiji|Reuters|AFP|AP|Getty Images|EPA|Xinhua|AFLO|Aflo|PIXTA|Shutterstock|Bloomberg)(?: News| Press)?"
)
_MONTH = rf"(?:{'|'.join(SHORT_MONTHS)})[a-z]*\.?"
_WHEN = rf"(?:[\d:/.,年月日時分-]+|a\.?m\.?|p\.?m\.?|JST|at|on|{_MONTH}|[A-Z][a-z]+day,?)"
_PAGE = r"(?:next|previous|following|last) page"
_AND = r"\s*(?:,|and\b|&|/|・)\s*"
_CREDIT = (
    rf"(?P<roles>[A-Za-z]+(?:{_AND}[A-Za-z]+){{0,3}}){_SAID}{_NAME}"
    rf"(?:[,;.]?\s*[A-Za-z]+{_SAID}{_NAME})*(?:\s*\([^()]*\))?\.?"
)
_ONLY = r"(?:paid|premium|members?[- ]only|subscribers?[- ]only|for[- ]pay)"
_REST = r"(?:the rest of|to (?:read|view|see) the (?:rest|remainder|full)|you can (?:read|view) the (?:rest|full))"
_JOIN = r"(?:log ?in|sign (?:in|up)|subscri|register|members?|paid)"
_RELATED = (
    r"(?:(?:related|recommended|popular) (?:articles?|links?|stories|story|news|topics?|reading)|read (?:more|also|next))"
)
_CLICK = r"(?:click here|(?:read|see|view) more|see the full article)(?: for (?:details|more(?: information)?))?"

# What it is, its severity ("" for the usual one), and the pattern of the whole line without brackets around it, with
# words of which the line, in lower case, holds one.
_KINDS = (
    ("a credit", "", Gated(rf"(?i:photos?|images?|video)\s*[:=/]\s*(?:\S+ ){{0,14}}?\S*?\s*[/(©]\s*{_AGENCY}\)?\.?",
        "photo|image|video")),
    ("a page turn", "", Gated(rf"(?i:(?:to be )?continued? (?:on|from|to|in) (?:the )?{_PAGE})\W*",
        " next page| previous page| following page| last page")),
    ("a page turn", "", Gated(rf"(?i:(?:(?:go |turn |on )?to )?(?:the )?{_PAGE}\W*|{_PAGE}\s*[:>→].{{0,80}})",
        "next page|previous page|following page|last page")),
    ("a page turn", "", Gated(r"(?i:continued? (?:on|from) (?:the )?(?:page|p\.) ?\d+|page \d+ (?:of|/) \d+)\W*",
        "page|p.")),
    ("a notice", "info", Gated(rf"(?i:(?:this is a |this article is )?(?:a )?{_ONLY} (?:article|content)s?(?:\W.{{0,80}})?)",
        "y article|y content|d article|d content|m article|m content")),
    ("a notice", "info", Gated(rf"(?i:{_REST}.{{0,80}}{_JOIN}.{{0,60}})",
        "rest|full|remainder")),
    ("a stamp", "info", Gated(rf"(?i:(?:last )?(?:updated?|posted|published))\s*(?::|on|at)?\s+{_WHEN}(?:[,\s]+{_WHEN})*",
        "updat|posted|publish")),
    ("a link", "info", Gated(rf"(?i:{_RELATED}\s*[:>»].{{0,120}}|{_CLICK}\W*)",
        "related|recommended|popular|click here|read more|read also|read next|see more|view more|full article")),
)  # fmt: skip


def furniture(line: str) -> tuple[str, str] | None:
    """What piece of furniture a whole line is, and a severity ("" for the usual one); None if it is text.

    >>> furniture("Photos by Jane Roe"), furniture("(Continued on next page)"), furniture("Report by Jane Roe")
    (('a credit', ''), ('a page turn', ''), None)
    """
    text = fold(line).strip(" \t\r→▶►▲▼■◆")
    if text[:1] + text[-1:] in ("()", "[]", "【】", "<>"):
        text = text[1:-1].strip()
    if not text or len(text) > 200:
        return None
    lowered = text.lower()
    if lowered.startswith(tuple(_ROLES)) and _is_credit(text):
        return "a credit", ""
    for kind, severity, pattern in _KINDS:
        if pattern.may(lowered) and pattern.regex.fullmatch(text):
            return kind, severity
    return None


def _is_credit(text: str) -> bool:
    found = re.fullmatch(_CREDIT, text)
    roles = re.split(_AND, found["roles"].lower()) if found else []
    return _ROLES.issuperset(roles) and (len(roles) > 1 or not _ALONE.isdisjoint(roles))
