"""A space before a comma or full stop, none after it, or the mark typed twice.

Addresses, code, initials, figures, “item(s)” and ellipses keep their own spacing.

Bad: It ended⟦.⟧The mayor left⟦ ,⟧ and so did we.
Bad: It opened on June 2⟦,⟧1908.
Bad: The shogun⟦(⟧a general) lived in Edo⟦,⟧now Tokyo.
Good: Co., Ltd. paid 1,200 yen ... (re)opening the item(s) at example.com, e.g., on U.S.A. ships.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tqa.lang.gated import Gated
from tqa.model import Problem, Segment, Side
from tqa.rules import Context, Rule
from tqa.rules._lone import verbatim

RULE = Rule(
    id="spaced-punctuation",
    summary="a space missing at a punctuation mark, or one too many",
    severity="minor",
    category="linguistic-conventions/punctuation/spacing",
    fix="unsafe",
    yields_to=("quote-unpaired", "bracket-unpaired"),
)


@cache
def _patterns() -> tuple[tuple[Gated, str, str], ...]:
    """Pattern, message, and what to write ({} is the mark). A pattern that begins with its mark is found fastest."""
    before, after = "a space before “{}”", "no space after “{}”"
    start = r"(?:[A-Z][a-z]+|[AI])(?:[\s,;'’]|$)"
    return (
        (Gated(r"(?<=[\w)\"'”’%]) +(?P<mark>[,;])(?=\s|$)", " ,| ;"), before, "{}"),
        (Gated(r"(?<=[a-z)\"'”’%]) +(?P<mark>[.?!])(?=\s*$|\s+[A-Z“\"‘])", " .| ?| !"), before, "{}"),
        (Gated(r"(?P<mark>,)(?<=[A-Za-z)\d],)(?=[A-Za-z]{2,})", ","), after, "{} "),
        (Gated(r"(?P<mark>,)(?<=[A-Za-z][a-z]{2},)(?=\d)", ","), after, "{} "),
        (Gated(r"(?P<mark>;)(?<=[a-z]{2};)(?=[A-Za-z]{2,})", ";"), after, "{} "),
        (Gated(rf"(?<![\w./@\\-])[A-Za-z]?[a-z]{{2,}}(?P<mark>[.?])(?={start})", ".|?"), after, "{} "),
        (Gated(rf"(?<![\w./@\\-])[a-z]{{3,}}(?P<mark>!)(?={start})", "!"), after, "{} "),  # Yahoo!Japan is a name
        (
            Gated(r"(?P<mark>\()(?<=[a-z]{2}\()(?=(?:an? |[A-Za-z]{2,}[^()]*[\s,]))", "("),
            "no space before “{}”",
            " {}",
        ),
        (Gated(r"(?P<mark>\()(?<=[a-z]{2}\()(?=[A-Za-z]{3,}\))", "("), "no space before “{}”", " {}"),
        (Gated(r"(?P<mark>\))(?<=\w\))(?=[A-Za-z]{2,})", ")"), after, "{} "),
        (Gated(r"(?<=\w)(?P<mark>, ?,)(?=\s|$)", ",,|, ,"), "two commas", ","),
        (Gated(r"(?<=[A-Za-z)\"'”’])(?P<mark>\.\.)(?=\s*$|\s+[A-Z“\"‘])", ".."), "two full stops", "."),
    )


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    text = segment.target.string
    for pattern, message, written in _patterns():
        for match in pattern.finditer(text):
            mark = match["mark"]
            start, end = match.span("mark")
            if text[start - 1] == " ":
                start = len(text[:start].rstrip())
            code = segment.target.is_protected(start, end) or _is_code(text, start, end, mark)
            if code or verbatim(segment, start, end):
                continue
            severity = "info" if mark == ".." else ""
            yield Problem(segment, start, end, message.format(mark), written.format(mark), severity=severity)
    for at in _in_dates(segment.target):
        if not verbatim(segment, at, at + 1):
            yield Problem(segment, at, at + 1, "no space after “,”", ", ")


def _in_dates(side: Side) -> Iterator[int]:
    """The commas of dates without a space before the year."""
    if not any(mark in side.string for mark in (",1", ",2")):
        return
    for date in side.dates:
        at = side.string.find(",", date.start, date.end)
        if at >= 0 and date.year and side.string[at + 1].isdigit():
            yield at


def _is_code(text: str, start: int, end: int, mark: str) -> bool:
    """True for calls and names (open(file), Web.Config, item(s)), for words with a prefix in brackets ((re)open)."""
    word = re.split(r"\s", text[:start])[-1]
    rest = re.split(r"\s", text[end:], maxsplit=1)[0]
    if mark == "(":
        goes_on = ")" in rest[:-1] and rest[rest.find(")") + 1].isalpha()
        return goes_on or bool(re.search(r"[_\d.<>/]|[a-z][A-Z]", word))
    if mark == ")":
        inside = text[text.rfind("(", 0, start) + 1 : start]
        if text[start - 1].isupper() and not text[max(start - 2, 0)].isalnum():
            return True  # (N)ame, Q)uit: the key to press
        return len(inside) <= 4 and inside.islower() and " " not in inside
    items = re.search(r"[A-Za-z]\d+\Z", word) and re.match(r"[A-Za-z]+\d", rest)  # rule1,rule2
    return bool(items or re.search(r"[/\\@_=<>#]|://", word + rest)) or word.count(",") > 2
