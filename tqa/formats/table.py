"""TSV and CSV: a row is a segment. No library gives the places of cells, hence the scanner here.

The header names the columns `source` and `target`, and optionally `id` and `doc` (rows of one doc follow each other as
text does), and `tqa`, whose cell may hold a `tqa-ignore …` for its row. Quoted cells may hold separators, line breaks
and doubled quotation marks. A CSV file may separate by semicolons, as Excel does in some countries; a TSV file is read
as Excel writes one if every quotation mark in it fits, since texts begin with quotation marks too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tqa.formats import LONGEST, File, counted
from tqa.model import Comment, Document, TqaError, Unit
from tqa.text import Lines, Piece, Text, plural


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
    lines = Lines(raw)
    wanted = {name: file.columns.get(name, name).lower() for name in ("source", "target", "id", "doc", "tqa")}
    start = 1 if raw.startswith("\ufeff") else 0
    separator = "\t" if path.lower().endswith(".tsv") else _separator(raw, start, wanted)
    quotes = separator != "\t" or _excel(path, raw, start, lines)
    rows = _rows(path, raw, start, separator, quotes, lines)
    header = next(rows, [])
    columns = _columns(file, header, wanted, lines)
    body = list(counted(path, _full(path, rows, len(header), lines)))
    units = tuple(_unit(row, columns) for row in body)
    comments = tuple(_comment(row, columns["tqa"]) for row in body) if "tqa" in columns else ()
    source_path = path if "source" in columns else ""
    return Document(path, raw, units, file.lang, file.source_lang, source_path, raw, comments=comments)


def _separator(raw: str, start: int, wanted: Mapping[str, str]) -> str:
    """What separates the cells of a CSV file: what makes its first line name the target's column."""
    header = re.compile(r"[^\r\n]*").match(raw, start)
    for separator in ",;\t":
        names = [name.strip(' "').lower() for name in header.group().split(separator)] if header else []
        if wanted["target"] in names:
            return separator
    return ","


def _excel(path: str, raw: str, start: int, lines: Lines) -> bool:
    """True if a TSV file quotes its cells: all rows are as long, no bare cell holds a quotation mark, none a tab."""
    if '"' not in raw:
        return False
    try:
        rows = list(counted(path, _rows(path, raw, start, "\t", True, lines)))
    except TqaError:
        return False
    stray = {"tsv": '"', "tsv-quoted": "\t"}
    cells = (cell.text for row in rows for cell in row if cell.text.written)
    return len({len(row) for row in rows}) == 1 and not any(stray[cell.written] in cell.string for cell in cells)


def _columns(file: File, header: list[Cell], wanted: Mapping[str, str], lines: Lines) -> dict[str, int]:
    """Where the columns that matter stand, by our names for them."""
    named = {cell.text.string.strip().lower(): index for index, cell in enumerate(header)}
    columns = {name: named[title] for name, title in wanted.items() if title in named}
    missing = [name for name in ("target", *file.columns) if name not in columns]
    if missing:
        line, column = lines.place(header[0].start) if header else (1, 1)
        hint = "the first row names the columns: source, target, and optionally id and doc"
        title = file.columns.get(missing[0], missing[0])
        raise TqaError(f"no column “{title}”", file.path, line, column, hint)
    return columns


def _comment(row: list[Cell], index: int) -> Comment:
    start, end = row[index].text.locate(0, len(row[index].text.string))
    return Comment(start, end, row[index].text.string, row[0].start, row[-1].end)


def _full(path: str, rows: Iterator[list[Cell]], size: int, lines: Lines) -> Iterator[list[Cell]]:
    for row in rows:
        if len(row) != size:
            line, column = lines.place(row[0].start)
            raise TqaError(f"this row has {plural(len(row), 'cell')}, the header {size}", path, line, column)
        yield row


def _unit(row: list[Cell], columns: dict[str, int]) -> Unit:
    def string(name: str) -> str:
        return row[columns[name]].text.string if name in columns else ""

    source = row[columns["source"]].text if "source" in columns else None
    return Unit(row[columns["target"]].text, source, string("id"), doc=string("doc"))


def _rows(path: str, raw: str, at: int, separator: str, quotes: bool, lines: Lines) -> Iterator[list[Cell]]:
    bare = re.compile(rf"[^{separator}\r\n]*")
    how = "tsv" if separator == "\t" else f"csv{separator}"
    row: list[Cell] = []
    while at < len(raw):
        if quotes and raw[at] == '"':
            cell = _quoted(path, raw, at, separator, lines)
        else:
            end = bare.match(raw, at).end()  # type: ignore[union-attr]  # it matches nothing, too
            cell = Cell(Text(raw[at:end], (Piece(0, end - at, at, end),), written=how), at, end)
        if cell.end - cell.start > LONGEST:
            raise TqaError(f"a cell of {cell.end - cell.start:,} characters is no text", path, *lines.place(at))
        row.append(cell)
        at = cell.end
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


def _quoted(path: str, raw: str, at: int, separator: str, lines: Lines) -> Cell:
    parts: list[Text] = []
    start = at + 1
    while True:
        end = raw.find('"', start, at + LONGEST)
        if end < 0:
            raise TqaError("this quotation mark never closes", path, *lines.place(at), 'double it inside a cell: ""')
        parts.append(Text.plain(raw[start:end], start))
        if not raw.startswith('""', end):
            break
        parts.append(Text('"', (Piece(0, 1, end, end + 2, "escape"),)))
        start = end + 2
    if end + 1 < len(raw) and raw[end + 1] not in (separator, "\r", "\n"):
        raise TqaError("text after the end of a quoted cell", path, *lines.place(end + 1), 'double the mark: ""')
    text = Text.join(parts)
    how = "tsv-quoted" if separator == "\t" else "csv-quoted"
    return Cell(Text(text.string, text.pieces, written=how), at, end + 1)
