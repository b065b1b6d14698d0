"""The rows of a table that another program saved: its encoding, its separator, its quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tqa.glossary.exchange import Remark
from tqa.model import TqaError
from tqa.yamltree import MAX_BYTES

_SEPARATORS = "\t;,|"
_SAMPLE = 50  # lines by which the separator is known
_EXCEL = re.compile(r"sep=(.)\r?\n")  # the line by which Excel is told the separator


class Row(NamedTuple):
    """The cells of a row and the line on which it begins."""

    line: int
    cells: list[str]


def read(path: str, form: str, remarks: list[Remark]) -> list[Row]:
    """The rows that hold anything; lines of comment (“# …”) are left out.

    Raises:
        TqaError: an encoding that is not known, or a quotation mark that never closes.
    """
    rows = _sheet(path, remarks) if form == "xlsx" else _text(path, form, remarks)
    rows = [Row(row.line, _trimmed(row.cells)) for row in rows]
    return [row for row in rows if row.cells and not (len(row.cells) == 1 and row.cells[0].startswith("#"))]


def _text(path: str, form: str, remarks: list[Remark]) -> list[Row]:
    text = decoded(path, remarks).removeprefix("\ufeff")
    if "\0" in text:
        at = text.index("\0")
        place = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        raise TqaError("holds a NUL character: this is not a text file", path, *place)
    told = _EXCEL.match(text)
    mark = told.group(1) if told else separator(text, form)
    found = list(_tabbed(text) if mark == "\t" else _quoted(path, text, mark))
    return found[bool(told) :]


def _sheet(path: str, remarks: list[Remark]) -> list[Row]:
    """The rows of the first sheet of an Excel workbook that holds any; numbers and dates as one reads them.

    Raises:
        TqaError: it is no such workbook, or would unpack to more than tqa reads.
    """
    from zipfile import BadZipFile, ZipFile

    import openpyxl

    try:
        with ZipFile(path) as packed:
            if sum(part.file_size for part in packed.infolist()) > 4 * MAX_BYTES:
                raise TqaError("unpacks to more than tqa reads", path)
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        sheets = [(sheet.title, [list(map(_shown, row)) for row in sheet.iter_rows(values_only=True)])
                  for sheet in book.worksheets]  # fmt: skip
    except OSError as error:
        raise TqaError.of_system("cannot be read", error, path) from None
    except (BadZipFile, KeyError, ValueError, TypeError, AttributeError, SyntaxError, IndexError) as error:
        raise TqaError(f"is no Excel workbook: {type(error).__name__}", path, hint="save it as .xlsx or .csv") from None
    filled = [(title, rows) for title, rows in sheets if any(map(_trimmed, rows))]
    if len(filled) > 1:
        rest = ", ".join(title for title, _ in filled[1:])
        remarks.append(Remark(f"only the sheet “{filled[0][0]}” is read; left out: {rest}", path))
    return [Row(line, cells) for line, cells in enumerate(filled[0][1], 1)] if filled else []


def _shown(value: object) -> str:
    """A cell's value: 3.0 is 3, midnight of a day is the day."""
    if value is None:
        return ""
    text = str(value)
    return text.removesuffix(" 00:00:00") if not isinstance(value, float) else text.removesuffix(".0")


def _trimmed(cells: list[str]) -> list[str]:
    """The cells without empty ones at the end: sheets leave many."""
    size = len(cells)
    while size and not cells[size - 1].strip():
        size -= 1
    return cells[:size]


def decoded(path: str, remarks: list[Remark]) -> str:
    """The text of a file: what its byte order mark says, else UTF-8, else Shift_JIS, which Excel saves in Japan.

    Bytes that are UTF-8 up to the wrong one are a damaged UTF-8 file, never Shift_JIS: no Japanese text of that
    encoding begins as UTF-8 does.
    """
    from tqa.formats import contents, decode

    data = contents(path)
    try:
        return decode(data, path)[0]
    except TqaError as error:
        first = next((at for at, byte in enumerate(data) if byte > 0x7F), 0)
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as wrong:
            if wrong.start != first or data.startswith((b"\xff\xfe", b"\xfe\xff")):
                raise error from None
        try:
            text = data.decode("cp932")
        except UnicodeDecodeError:
            raise error from None
    remarks.append(Remark("is not UTF-8: read as Shift_JIS", path))
    return text


def separator(text: str, form: str) -> str:
    """What stands between the cells: the mark that stands as often in each line as in the first.

    >>> separator("港,port; harbor\\n船,ship\\n", "csv"), separator("ja;en;ng\\n港;port, the;\\n", "csv")
    (',', ';')
    """
    if form == "tsv" and "\t" in text:
        return "\t"
    lines = [re.sub(r'"[^"]*"', "", line) for line in text[:20_000].split("\n")[:_SAMPLE]]
    lines = [line for line in lines if line.strip() and not line.startswith("#")] or [""]
    counts = {mark: [line.count(mark) for line in lines] for mark in _SEPARATORS}
    likely = [mark for mark in _SEPARATORS if counts[mark][0]]
    return max(likely, key=lambda mark: (counts[mark].count(counts[mark][0]), counts[mark][0]), default=",")


def _tabbed(text: str) -> Iterator[Row]:
    """Cells between tabs. Spreadsheets quote some of them, other programs never: quotation marks are marks of the
    format only if the whole file uses them so."""
    import csv
    import io

    if '"' in text:
        try:
            reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter="\t")
            rows, before = [], 0
            for cells in reader:
                rows.append(Row(before + 1, cells))
                before = reader.line_num
            if not any("\t" in cell or cell.count("\n") > 9 for row in rows for cell in row.cells):
                yield from rows
                return
        except csv.Error:
            pass
    for number, line in enumerate(io.StringIO(text, newline=""), 1):
        yield Row(number, line.rstrip("\r\n").split("\t"))


def _quoted(path: str, text: str, mark: str) -> Iterator[Row]:
    import csv
    import io

    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=mark)
    before = 0
    try:
        for cells in reader:
            yield Row(before + 1, cells)
            before = reader.line_num
    except csv.Error as error:
        raise _broken(path, text, before, error) from None


def _broken(path: str, text: str, before: int, error: Exception) -> TqaError:
    """The error of a row that begins after `before` lines."""
    from tqa.text import Lines

    lines = Lines(text)
    start, end = lines.bounds(before + 1)
    mark = text.find('"', start)
    inside = "end of data" in str(error) or "field larger" in str(error)
    line, column = lines.place(mark if mark >= 0 and (inside or mark < end) else start)
    if inside:
        return TqaError("this quotation mark never closes", path, line, column, 'double it inside a cell: ""')
    return TqaError(f"is not CSV: {error}", path, line, column, 'double a quotation mark inside a cell: ""')
