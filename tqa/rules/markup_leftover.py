"""Markup in the text: an HTML entity or tag, a forum tag, a token of the translation engine, an invisible character.

What stands in the source in the same form is the text's own markup and belongs there; so do placeholders.

Bad: Food ⟦&amp;⟧ drink are on the ⟦<br>⟧next floor.
Bad: The price is ⟦[b]⟧low⟦[/b]⟧.
Good: AT&T and R&D; x < y > z; <Tokyo> news; type `&amp;` for &.
Good: 料金は<b>無料</b> ⇒ It is <b>free</b>.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tqa.model import Problem, Segment, Side
from tqa.rules import Context, Rule

RULE = Rule(
    id="markup-leftover",
    summary="markup left in the text",
    severity="minor",
    category="design/markup",
    fix="safe",
    yields_to=("tag-mismatch",),
    markup=True,
)
_TAGS = (
    r"a|abbr|b|big|blockquote|br|center|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|img|li|ol|p|pre|q|rb|rp|rt|ruby|s|script|"
    r"small|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul"
)
_INVISIBLE = "\u200b\u2060\ufeff\u00ad"


@cache
def _markup() -> re.Pattern[str]:
    return re.compile(
        r"(?P<entity>&(?:amp;)*(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8}\d{0,2});)"
        rf"|(?P<tag></?(?:{_TAGS})(?:\s[^<>=\n]{{1,40}}=[^<>\n]{{0,200}})?\s?/?>)"
        r"|(?P<forum>\[/?(?:b|i|u|s|br|url|img|quote|color|size)(?:=[^\[\]\n]{1,80})?\])"
        r"|(?P<token></?s>|<(?:unk|pad|bos|eos|url|mask)>|<\|[a-z_]{2,30}\|>|@-@|&lt;unk&gt;)"
        rf"|(?P<invisible>[{_INVISIBLE}]+)",
        re.IGNORECASE,
    )


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    text = segment.target.string
    if not any(char in text for char in f"&<[@{_INVISIBLE}"):
        return
    source = segment.source.string if segment.source else ""
    said: set[str] = set()
    for match in _markup().finditer(text):
        start, end = match.span()
        found, kind = match.group(), match.lastgroup
        if found in source or _is_code(segment.target, start, end) or (kind == "token" and found in said):
            continue
        if found == "\u200b" and not text[start - 1 : start].isalnum():
            continue  # where a line may break: and/or, Save…
        if kind == "forum" and len(found) == 3 and f"[/{found[1:]}" not in text:
            continue  # [b] may be a note
        said.add(found)
        if kind == "entity":
            written = _written(found)
            if written:
                yield Problem(segment, start, end, f"{found} is HTML for “{written}”", suggestion=written)
        elif kind == "invisible":
            codes = ", ".join(f"U+{ord(char):04X}" for char in dict.fromkeys(found))
            yield Problem(segment, start, end, f"an invisible character ({codes})", suggestion="")
        else:
            what = "a token of the translation engine" if kind == "token" else "markup"
            yield Problem(segment, start, end, f"{found} is {what}, not text")


def _written(entity: str) -> str:
    """What an entity stands for; "" if it is none."""
    from html import unescape

    written = unescape(unescape(entity)) if entity.startswith("&amp;") else unescape(entity)
    return "" if written == entity else " " if written == "\xa0" else written


def _is_code(side: Side, start: int, end: int) -> bool:
    """True in back quotes, in an address, and where the text speaks of the tag."""
    if any(mark.at < end and start < mark.at + mark.size for mark in side.text.marks):
        return True
    text = side.string
    named = re.match(r"['\"”’]?\s(?:tags?|elements?|entity|entities|attributes?)\b", text[end : end + 14])
    if named or text.count("`", 0, start) % 2:
        return True
    before = text[max(start - 200, 0) : start].rsplit(None, 1)  # an address is no longer
    word = before[-1] if before else ""
    quoted = text[start - 1 : start] in ("'", "‘") and text[end : end + 1] in ("'", "’")
    return quoted or ("://" in word and text[start] == "&")
