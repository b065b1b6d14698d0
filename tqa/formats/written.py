"""How a format writes text: what a fix puts into the file, so that the file, read again, has the text of the fix."""

from __future__ import annotations


def written(text: str, how: str) -> str | None:
    """A text as a format writes it, or None if it has no way to, `how` being a `Text.written`.

    >>> written('a "b"', "csv"), written('a "b"', "csv-quoted"), written("a, b", "csv")
    (None, 'a ""b""', None)
    >>> written("R&D", "xml"), written("R&D", "cdata")
    ('R&amp;D', 'R&D')
    """
    if how in _FORBIDDEN:
        return None if any(mark in text for mark in _FORBIDDEN[how]) else text
    for mark, replacement in _ESCAPES[how]:
        text = text.replace(mark, replacement)
    return text


_FORBIDDEN = {"": (), "csv": (",", '"', "\n", "\r"), "tsv": ("\t", "\n", "\r"), "cdata": ("]]>",)}
_ESCAPES = {
    "csv-quoted": (('"', '""'),),
    "xml": (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")),
    "po": (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r")),
}
