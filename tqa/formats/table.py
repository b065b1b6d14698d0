"""TSV and CSV: a row is a segment. No library gives the places of cells, hence the scanner here.

The header names the columns `source` and `target`, and optionally `id` and `doc` (rows of one doc follow each other as
text does). Quoted cells may hold separators, line breaks and doubled quotation marks.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from tqa.model import Document, TqaError, Unit
from tqa.text import Lines, Piece, Text


class Cell(NamedTuple):
    """A cell: its text with its place."""

    text: Text
    start: int


def read(path: str, raw: str, lang: str, source_lang: str) -> Document:
    """The rows of a table.

    Raises:
        TqaError: no `target` column, a row with too few or too many cells, a quotation mark that never closes.
    """
    separator = "," if os.path.splitext(path)[1].lower() == ".csv" else "\t"
    lines = Lines(raw)
    rows = _rows(path, raw, separator, lines)
    header = next(rows, [])
    columns = {cell.text.string.strip().lower(): index for index, cell in enumerate(header)}
    if "target" not in columns:
        line, column = lines.place(header[0].start) if header else (1, 1)
        hint = "the first row names the columns: source, target, and optionally id and doc"
        raise TqaError("no column “target”", path, line, column, hint)
    units = tuple(_unit(row, columns) for row in _full(path, rows, len(header), lines))
    return Document(path, raw, units, lang, source_lang, path if "source" in columns else "", raw)


def _full(path: str, rows: Iterator[list[Cell]], size: int, lines: Lines) -> Iterator[list[Cell]]:
    for row in rows:
        if len(row) != size:
            line, column = lines.place(row[0].start)
            raise TqaError(f"this row has {len(row)} cells, the header {size}", path, line, column)
        yield row


def _unit(row: list[Cell], columns: dict[str, int]) -> Unit:
    def string(name: str) -> str:
        return row[columns[name]].text.string if name in columns else ""

    source = row[columns["source"]].text if "source" in columns else None
    return Unit(row[columns["target"]].text, source, string("id"), doc=string("doc"))


def _rows(path: str, raw: str, separator: str, lines: Lines) -> Iterator[list[Cell]]:
    at = 1 if raw.startswith("\ufeff") else 0
    row: list[Cell] = []
    while at < len(raw):
        if raw[at] == '"' and separator == ",":
            cell, at = _quoted(path, raw, at, lines)
        else:
            cell, at = _bare(raw, at, separator)
        row.append(cell)
        if at < len(raw) and raw[at] == separator:
            at += 1
            if at == len(raw) or raw[at] in "\r\n":
                row.append(Cell(Text.plain("", at), at))
            else:
                continue
        at += 2 if raw.startswith("\r\n", at) else 1
        if len(row) > 1 or row[0].text.string:
            yield row
        row = []


def _bare(raw: str, at: int, separator: str) -> tuple[Cell, int]:
    ends = [end for end in (raw.find(mark, at) for mark in (separator, "\n", "\r")) if end >= 0]
    end = min(ends, default=len(raw))
    return Cell(Text.plain(raw[at:end], at), at), end


def _quoted(path: str, raw: str, at: int, lines: Lines) -> tuple[Cell, int]:
    parts: list[Text] = []
    start = at + 1
    while True:
        end = raw.find('"', start)
        if end < 0:
            line, column = lines.place(at)
            raise TqaError("this quotation mark never closes", path, line, column, "double it inside a cell: \"\"")
        parts.append(Text.plain(raw[start:end], start))
        if not raw.startswith('""', end):
            return Cell(Text.join(parts), at), end + 1
        parts.append(Text('"', (Piece(0, 1, end, end + 2, "escape"),)))
        start = end + 2
