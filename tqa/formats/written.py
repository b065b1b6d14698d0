"""How a format writes text: what a fix puts into the file, so that the file, read again, has the text of the fix."""

from __future__ import annotations

import re
from collections.abc import Sequence


def written(text: str, how: str) -> str | None:
    """A text as a format writes it, or None if it has no way to, `how` being a `Text.written`.

    >>> written('a "b"', "csv,"), written('a "b"', "csv-quoted"), written("a, b", "csv;")
    (None, 'a ""b""', 'a, b')
    >>> written("R&D", "xml"), written("R&D", "cdata")
    ('R&amp;D', 'R&D')
    """
    if any(mark in text for mark in _FORBIDDEN.get(how, ())):
        return None
    for mark, replacement in _ESCAPES.get(how, ()):
        text = text.replace(mark, replacement)
    return text


_MARKDOWN = "\\`*_[]<>&|~#!"
_FORBIDDEN = {
    "csv,": (",", '"', "\n", "\r"), "csv;": (";", '"', "\n", "\r"), "tsv": ("\t", '"', "\n", "\r"),
    "tsv-quoted": ("\t",), "cdata": ("]]>", "\r"),
    "xml-mixed": ("&", "<", ">", "\r"),
    "md": (*_MARKDOWN, "\n", "\r"),
}  # fmt: skip
_ESCAPES = {
    "csv-quoted": (('"', '""'),), "tsv-quoted": (('"', '""'),),
    "xml": (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;")),
    "po": (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r")),
}


def requoted(
    start: int, end: int, text: str, raw: str, how: str
) -> tuple[tuple[int, int, str], ...]:
    """The edits that put a text into a bare CSV cell which needs quotation marks for it; none if that is no way.

    >>> requoted(4, 8, "1,200", "a,b 1200 c,d", "csv,")
    ((2, 2, '"'), (4, 8, '1,200'), (10, 10, '"'))
    """
    if how not in ("csv,", "csv;"):
        return ()
    marks = (how[-1], "\n", "\r")
    low = max(raw.rfind(mark, 0, start) for mark in marks) + 1
    high = min((at for mark in marks if (at := raw.find(mark, end)) >= 0), default=len(raw))
    if '"' in raw[low:high] or start == end or low > start or raw[low] == "\ufeff":
        return ()
    return (low, low, '"'), (start, end, text.replace('"', '""')), (high, high, '"')


def fits(edits: Sequence[tuple[int, int, str]], raw: str, how: str) -> bool:
    """True if edits of the file leave all markup what it is: in Markdown that hangs on what stands beside it, a TSV
    file's quotation marks say whether it is quoted at all, and XML has “]]>” only at the end of CDATA.

    >>> fits([(2, 5, "old")], "**new** law", "md"), fits([(2, 5, "")], "**new** law", "md")
    (True, False)
    >>> fits([(2, 5, "")], "]]and>", "xml")
    False
    """
    if how == "tsv":
        return not any('"' in raw[start : end + 1] for start, end, _ in edits)
    if how in ("xml", "cdata", "xml-mixed"):
        return not any("]]>" in raw[max(start - 2, 0) : start] + new + raw[end : end + 2] for start, end, new in edits)
    return how != "md" or all(_fits_markdown(start, end, new, raw) for start, end, new in edits)


_BREAK = re.compile(r"[ \t]*\r?\n[ \t>]*")
_PREFIX = re.compile(r"[ \t>]*(?:(?:[-+]|\d{1,9}[.)]|#{1,6})[ \t>]+)*")
# Inside a label, which is the link's name as well, or inside an address.
_NAMED = re.compile(r"[^\[\]]{0,999}\](?![(\[])|[^<>\s]{0,999}>")


def _fits_markdown(start: int, end: int, new: str, raw: str) -> bool:
    old = _BREAK.sub(" ", raw[start:end])
    before, after = raw[start - 1 : start], raw[end : end + 1]
    first, last = (new + after)[:1], (before + new)[-1:]
    if any(mark in old for mark in _MARKDOWN) or _NAMED.match(raw, end):
        return False
    if before in _MARKDOWN and not _alike(first, old[:1] or after, raw[max(start - 9, 0) : start].rstrip("*_~")[-1:]):
        return False
    if after in _MARKDOWN and not _alike(last, old[-1:] or before, raw[end : end + 9].lstrip("*_~")[:1]):
        return False
    if "&" in raw[max(start - 9, 0) : start] or (after in "\r\n" and last.isspace()):
        return False
    line = max(raw.rfind("\n", 0, start), raw.rfind("\r", 0, start)) + 1
    if start - line > 99 or not _PREFIX.fullmatch(raw, line, start):
        return True
    return first.isalpha() or first in "“‘「『（"  # what begins a line may be taken for markup


def _alike(new: str, old: str, beyond: str) -> bool:
    """True if emphasis does not tell two characters beside it apart, `beyond` being what is on its other side."""
    one, other = _kind(new), _kind(old)
    return one == other or (beyond.isalnum() and "word" not in (one, other) and new not in _MARKDOWN)


def _kind(char: str) -> str:
    return "word" if char.isalnum() else "space" if char.isspace() or not char else char
