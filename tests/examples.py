"""Marked examples: texts in which ⟦…⟧ shows what must be reported, from docstrings and from tests/rules/*.yml."""

from __future__ import annotations

from typing import Any, NamedTuple

# The rules that compare values.
VALUES = ["number-scale", "number-mismatch", "unit-mismatch", "date-mismatch", "time-mismatch", "number-missing",
          "number-added", "percent-point", "approximation-flip", "bound-flip", "fiscal-period", "relative-time",
          "weekday-mismatch"]  # fmt: skip


class Row(NamedTuple):
    """An example: the text without marks, the marked spans, and its source or None."""

    text: str
    spans: tuple[tuple[int, int], ...]
    source: str | None = None
    lang: str = "en"


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without ⟦ ⟧, and what they enclosed.

    >>> unmark("a ⟦b⟧ c")
    ('a b c', ((2, 3),))
    """
    text, spans, opened = "", [], 0
    for char in marked:
        if char == "⟦":
            opened = len(text)
        elif char == "⟧":
            spans.append((opened, len(text)))
        else:
            text += char
    return text, tuple(spans)


def from_docstring(docstring: str) -> tuple[list[Row], list[Row]]:
    """The Bad: and Good: lines of a rule's docstring; `日本語 ⇒ English` gives the source."""
    bad, good = [], []
    for line in docstring.splitlines():
        for label, rows in (("Bad: ", bad), ("Good: ", good)):
            if line.strip().startswith(label):
                rows.append(row(line.strip().removeprefix(label).replace("\\n", "\n")))
    return bad, good


def row(example: Any, lang: str = "en") -> Row:
    """A row from a string, or from a mapping of languages (`en`, `ja`); the target is the side of `lang`."""
    if isinstance(example, dict):
        other = "ja" if lang == "en" else "en"
        text, spans = unmark(example[lang])
        return Row(text, spans, example.get(other), lang)
    source, arrow, marked = example.rpartition(" ⇒ ")
    text, spans = unmark(marked)
    return Row(text, spans, source if arrow else None, lang)
