"""Glossaries in the formats of other programs: one module per format, all of which speak in `Draft`s.

Nothing is dropped in silence: what a format cannot hold, or a file holds and tqa does not need, becomes a `Remark`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tqa.glossary.dump import Draft
from tqa.model import Errors, TqaError

READERS = {"tbx": "tbx", "csv": "table", "tsv": "table", "xlsx": "table", "tmx": "tmx"}
WRITERS = {"tbx": "tbx", "csv": "table", "tsv": "table", "json": "json"}
SHOWN = 10  # remarks of one kind that are written out


class Remark(NamedTuple):
    """What was left out, changed or guessed, and where. Remarks with one `message` are of one kind."""

    message: str
    path: str = ""
    line: int = 0
    column: int = 0
    about: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}: " if self.line else f"{self.path}: " if self.path else ""
        return f"{place}{f'“{self.about}”: ' if self.about else ''}{self.message}"


def form_of_file(path: str, known: dict[str, str], option: str) -> str:
    """The format that a file's name tells.

    Raises:
        TqaError: it tells none.
    """
    suffix = os.path.splitext(path)[1].lower().lstrip(".")
    suffix = {"txt": "tsv", "utf8": "tsv", "tab": "tsv", "xml": "tbx"}.get(suffix, suffix)
    if suffix not in known:
        hint = "save it as .xlsx or .csv" if suffix in ("xls", "xlsm", "ods", "numbers") else ""
        raise TqaError("this name does not tell the format", path, hint=hint or f"add {option} {'|'.join(known)}")
    return suffix


def read(path: str, form: str) -> tuple[list[Draft], list[Remark]]:
    """The entries of a file, fit for a glossary file, and what is to be said of them.

    Raises:
        TqaError: the file cannot be read, is not in its format, or holds nothing for tqa.
    """
    from importlib import import_module

    from tqa.glossary.exchange.mend import mend

    drafts, remarks = import_module(f"tqa.glossary.exchange.{READERS[form]}").read(path, form)
    kept, more = mend(drafts, merge=form == "tmx")
    if not kept:
        reasons = list(dict.fromkeys(remark.message for remark in (*remarks, *more)))
        raise TqaError("holds no Japanese or English term that could be imported", path, hint="; ".join(reasons[:3]))
    return kept, [*remarks, *more]


def write(drafts: Sequence[Draft], form: str, style: str = "dct") -> tuple[str, list[Remark]]:
    """The text of a file that holds the entries, and what it cannot hold. `style` is for TBX: dct or dca."""
    from importlib import import_module

    module = import_module(f"tqa.glossary.exchange.{WRITERS[form]}")
    text, remarks = module.write(drafts, style if form == "tbx" else form)
    return text, remarks


def drafts_of(paths: Sequence[str]) -> list[Draft]:
    """The entries of glossary files as they stand there; a later file overrides an entry by its id.

    Raises:
        Errors: everything that is wrong with the files.
    """
    from tqa.glossary.load import entries, terms_of

    found, errors = entries(paths)
    if errors:
        raise Errors(errors)
    terms = {(term.path, term.line, term.column) for term in terms_of(found)}
    return [
        Draft(term.kind, plain(node), term.path, term.line, term.column)
        for term, node in found
        if (term.path, term.line, term.column) in terms
    ]


def plain(value: Any) -> Any:
    """A node of the loader without its places."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else str(value)


def summary(remarks: Sequence[Remark]) -> Iterator[str]:
    """Remarks as lines; of many of one kind some are shown and the rest counted, with their lines.

    >>> list(summary([Remark("no English", "a.tsv", line, 1) for line in range(1, 14)]))[-2:]
    ['a.tsv:10:1: no English', 'a.tsv: … and 3 more: no English (lines 11, 12, 13)']
    """
    kinds: dict[tuple[str, str], list[Remark]] = {}
    for remark in remarks:
        kinds.setdefault((remark.message, remark.path), []).append(remark)
    for (message, path), found in kinds.items():
        yield from map(str, found[:SHOWN])
        rest = found[SHOWN:]
        if rest:
            lines = [str(remark.line) for remark in rest if remark.line]
            listed = f" (lines {', '.join(lines[:20])}{' …' if len(lines) > 20 else ''})" if lines else ""
            yield f"{path + ': ' if path else ''}… and {len(rest):,} more: {message}{listed}"
