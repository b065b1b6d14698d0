"""TSV and CSV: a row is a segment. No library gives the places of cells, hence the scanner here.

The header names the columns `source` and `target`, and optionally `id` and `doc` (rows of one doc follow each other as
text does), and `tqa`, whose cell may hold a `tqa-ignore …` for its row. Quoted cells may hold separators, line breaks
and doubled quotation marks.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from tqa.formats import File
from tqa.model import Comment, Document, TqaError, Unit
from tqa.text import Lines, Piece, Text


class Cell(NamedTuple):
    """A cell: its text with its place."""

    text: Text
    start: int
    end: int


def read(file: File) -> Document:
    """The rows of a table.

    Raises:
        TqaError: no `target` column, a row with too few or too many cells, a quotation mark that never closes.
    """
    path, raw = file.path, file.text
    separator = "," if os.path.splitext(path)[1].lower() == ".csv" else "\t"
    lines = Lines(raw)
    rows = _rows(path, raw, separator, lines)
    header = next(rows, [])
    columns = _columns(file, header, lines)
    body = list(_full(path, rows, len(header), lines))
    units = tuple(_unit(row, columns) for row in body)
    comments = tuple(_comment(row, columns["tqa"]) for row in body) if "tqa" in columns else ()
    source_path = path if "source" in columns else ""
    return Document(path, raw, units, file.lang, file.source_lang, source_path, raw, comments=comments)


def _columns(file: File, header: list[Cell], lines: Lines) -> dict[str, int]:
    """Where the columns that matter stand, by our names for them."""
    named = {cell.text.string.strip().lower(): index for index, cell in enumerate(header)}
    wanted = {name: file.columns.get(name, name) for name in ("source", "target", "id", "doc", "tqa")}
    columns = {name: named[title.lower()] for name, title in wanted.items() if title.lower() in named}
    missing = [name for name in ("target", *file.columns) if name not in columns]
    if missing:
        line, column = lines.place(header[0].start) if header else (1, 1)
        hint = "the first row names the columns: source, target, and optionally id and doc"
        raise TqaError(f"no column “{wanted[missing[0]]}”", file.path, line, column, hint)
    return columns


def _comment(row: list[Cell], index: int) -> Comment:
    start, end = row[index].text.locate(0, len(row[index].text.string))
    return Comment(start, end, row[index].text.string, row[0].start, row[-1].end)


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
                row.append(Cell(Text.plain("", at), at, at))
            else:
                continue
        at += 2 if raw.startswith("\r\n", at) else 1
        if len(row) > 1 or row[0].text.string:
            yield row
        row = []


def _bare(raw: str, at: int, separator: str) -> tuple[Cell, int]:
    ends = [end for end in (raw.find(mark, at) for mark in (separator, "\n", "\r")) if end >= 0]
    end = min(ends, default=len(raw))
    piece = Piece(0, end - at, at, end)
    return Cell(Text(raw[at:end], (piece,), written="csv" if separator == "," else "tsv"), at, end), end


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
            text = Text.join(parts)
            return Cell(Text(text.string, text.pieces, written="csv-quoted"), at, end + 1), end + 1
        parts.append(Text('"', (Piece(0, 1, end, end + 2, "escape"),)))
        start = end + 2
