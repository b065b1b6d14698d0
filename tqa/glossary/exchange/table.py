"""CSV and TSV: a row is an entry. Columns: ja, en, status, case, note, ref, domain, avoid; lists are separated by “;”
(“\\;” is a semicolon that separates nothing). A table of two columns without a header is Japanese and English, in
either order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from tqa.glossary.dump import Draft, form_of
from tqa.glossary.exchange import Remark
from tqa.model import TqaError

COLUMNS = ("ja", "en", "status", "case", "note", "ref", "domain", "avoid")
_EXTRA = ("kind", "id", "why")  # written where an entry needs them
_NAMES = {"japanese": "ja", "jp": "ja", "jpn": "ja", "日本語": "ja", "source": "ja", "原語": "ja", "原文": "ja",
          "english": "en", "eng": "en", "英語": "en", "target": "en", "訳語": "en", "訳文": "en",
          "notes": "note", "comment": "note", "備考": "note", "reference": "ref", "出典": "ref", "forbidden": "avoid",
          "分野": "domain", "subject": "domain", "status": "status"}  # fmt: skip
_STATUS = {"": "", "preferred": "preferred", "approved": "preferred", "standard": "preferred", "admitted": "admitted",
           "allowed": "admitted", "deprecated": "avoid", "superseded": "avoid", "forbidden": "avoid", "avoid": "avoid",
           "obsolete": "avoid", "rejected": "avoid", "non-standard": "avoid"}  # fmt: skip
_SAMPLE = 2000  # rows by which the order of two columns is known


class Row(NamedTuple):
    """The cells of a row and the line on which it begins."""

    line: int
    cells: list[str]


# --- reading ----------------------------------------------------------------------------------------------------


def read(path: str, form: str) -> tuple[list[Draft], list[Remark]]:
    """The rows of a table.

    Raises:
        TqaError: it is not UTF-8, a quotation mark never closes, a row has too many cells, or no column is known.
    """
    rows = list(_rows(path, form))
    if not rows:
        raise TqaError("is empty", path)
    remarks: list[Remark] = []
    header = [_column(cell) for cell in rows[0].cells]
    if "en" in header and ("ja" in header or "avoid" in header):
        drafts = _named(path, rows, header, remarks)
    elif len(rows[0].cells) == 2:
        drafts = _two_columns(path, rows, remarks)
    else:
        found = f"this row has {_cells(rows[0])} and names none of them"
        raise TqaError(found, path, rows[0].line, 1, f"the first row names the columns: {', '.join(COLUMNS)}")
    return drafts, remarks


def _cells(row: Row) -> str:
    return f"{len(row.cells)} cell{'s' * (len(row.cells) != 1)}"


def _column(cell: str) -> str:
    """The name of a column as tqa knows it, else the cell itself.

    >>> _column("Japanese"), _column("ja-JP"), _column("Colour")
    ('ja', 'ja', 'Colour')
    """
    word = cell.strip().lower()
    known = (*COLUMNS, *_EXTRA)
    if word in known or word in _NAMES:
        return _NAMES.get(word, word)
    base = word.replace("_", "-").partition("-")[0]
    return base if base in ("ja", "en") else cell.strip()


def _named(path: str, rows: list[Row], header: list[str], remarks: list[Remark]) -> list[Draft]:
    known = (*COLUMNS, *_EXTRA)
    for name in dict.fromkeys(header):
        if name not in known and name:
            remarks.append(Remark(f"the column “{name[:40]}” is not known: left out", path, rows[0].line, 1))
        elif header.count(name) > 1 and name:
            raise TqaError(f"the column “{name}” stands here twice", path, rows[0].line, 1)
    drafts = []
    for row in rows[1:]:
        if len(row.cells) > len(header):
            hint = "a cell that holds the separator needs quotation marks"
            raise TqaError(f"this row has {_cells(row)}, the header {len(header)}", path, row.line, 1, hint)
        cells = {name: cell.strip() for name, cell in zip(header, row.cells, strict=False) if name in known}
        draft = _draft(path, row.line, {name: cell for name, cell in cells.items() if cell}, remarks)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _draft(path: str, line: int, cells: dict[str, str], remarks: list[Remark]) -> Draft | None:
    """The entry of a row."""

    def say(message: str, about: str = "") -> None:
        remarks.append(Remark(message, path, line, 1, about[:60]))

    node: dict[str, Any] = {lang: split(cells[lang]) for lang in ("ja", "en") if lang in cells}
    avoid: list[Any] = split(cells.get("avoid", ""))
    word = cells.get("status", "").lower().removesuffix("term-admn-sts").removesuffix("term")
    if word not in _STATUS:
        known = "preferred, admitted, deprecated, superseded"
        say(f"this status is not known: taken as none (known: {known})", cells["status"])
    elif _STATUS[word] == "avoid":
        avoid = node.pop("en", []) + avoid
    case = cells.get("case", "")
    if case in ("exact", "title", "any"):
        node["case"] = case
    elif case:
        say("this case is not known: left out (known: exact, title, any)", case)
    node |= {key: cells[key] for key in ("id", "why", "domain", "ref", "note") if key in cells}
    if avoid:
        node["avoid"] = avoid
    if not (node.get("ja") or node.get("en") or avoid):
        say("a row without a form: left out")
        return None
    kind = cells.get("kind", "phrase" if avoid and "ja" not in node and "en" not in node else "term")
    if kind not in ("term", "person", "phrase"):
        say("this kind is not known: taken as term (known: term, person, phrase)", kind)
        kind = "term"
    return Draft(kind, node, path, line, 1)


def split(cell: str) -> list[str]:
    """The forms of a cell.

    >>> split("Kyiv; Kiev"), split(r"AT\\;T")
    (['Kyiv', 'Kiev'], ['AT;T'])
    """
    if ";" not in cell:
        return [cell.strip()] if cell.strip() else []
    parts = cell.replace("\\;", "\0").split(";")
    return [part.replace("\0", ";").strip() for part in parts if part.strip()]


def _two_columns(path: str, rows: list[Row], remarks: list[Remark]) -> list[Draft]:
    from tqa.glossary.load import script

    votes = [0, 0]
    for row in islice(rows, _SAMPLE):
        for place, cell in enumerate(row.cells[:2]):
            votes[place] += script(cell) == "ja"
    ours = int(votes[1] > votes[0])
    drafts = []
    for row in rows:
        cells = [cell.strip() for cell in row.cells]
        if len(cells) != 2:
            remarks.append(Remark("a row that has not two cells: left out", path, row.line, 1))
        elif not all(cells):
            remarks.append(Remark("a row with an empty cell: left out", path, row.line, 1))
        elif not any(char.isalnum() for char in cells[ours]) or not any(char.isalnum() for char in cells[1 - ours]):
            remarks.append(Remark("a row without words: left out", path, row.line, 1))
        elif script(cells[1 - ours]) == "ja" and script(cells[ours]) != "ja":
            remarks.append(Remark("a row with its languages the wrong way round: left out", path, row.line, 1))
        elif script(cells[1 - ours]) == "ja" and not any("a" <= char.lower() <= "z" for char in cells[1 - ours]):
            remarks.append(Remark("a row without English: left out", path, row.line, 1))
        else:
            drafts.append(Draft("term", {"ja": [cells[ours]], "en": [cells[1 - ours]]}, path, row.line, 1))
    return drafts


def _rows(path: str, form: str) -> Iterator[Row]:
    """The rows that hold anything. CSV may quote its cells, TSV does not know quotation marks."""
    import csv
    import io

    from tqa.formats import contents, decode

    raw = decode(contents(path), path)[0].removeprefix("\ufeff")
    if "\0" in raw:
        at = raw.index("\0")
        place = raw.count("\n", 0, at) + 1, at - raw.rfind("\n", 0, at)
        raise TqaError("holds a NUL character: this is not a text file", path, *place)
    lines = io.StringIO(raw, newline="")
    if form == "tsv":
        for number, line in enumerate(lines, 1):
            cells = line.rstrip("\r\n").split("\t")
            if any(cell.strip() for cell in cells):
                yield Row(number, cells)
        return
    head = raw[:4000].partition("\n")[0]
    reader = csv.reader(lines, strict=True, delimiter=";" if head.count(";") > head.count(",") else ",")
    before = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Row(before + 1, cells)
            before = reader.line_num
    except csv.Error as error:
        yield from _broken(path, raw, before, error)


def _broken(path: str, raw: str, before: int, error: Exception) -> Iterator[Row]:
    """The error of a row that begins after `before` lines."""
    from tqa.text import Lines

    lines = Lines(raw)
    start, end = lines.bounds(before + 1)
    mark = raw.find('"', start)
    inside = "end of data" in str(error) or "field larger" in str(error)
    line, column = lines.place(mark if mark >= 0 and (inside or mark < end) else start)
    if inside:
        raise TqaError("this quotation mark never closes", path, line, column, 'double it inside a cell: ""')
    raise TqaError(f"is not CSV: {error}", path, line, column, 'double a quotation mark inside a cell: ""')
    yield  # pragma: no cover


# --- writing ----------------------------------------------------------------------------------------------------


def write(drafts: Sequence[Draft], form: str) -> tuple[str, list[Remark]]:
    """A table of the entries; what has no column is said, entry by entry."""
    import csv
    import io

    remarks: list[Remark] = []
    rows = [row for draft in drafts if (row := _row(draft, remarks))]
    columns = [*COLUMNS, *(name for name in _EXTRA if any(name in row for row in rows))]
    out = io.StringIO()
    if form == "csv":
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([row.get(name, "") for name in columns] for row in rows)
        return out.getvalue(), remarks
    lines = ["\t".join(columns), *("\t".join(" ".join(row.get(name, "").split()) for name in columns) for row in rows)]
    return "\n".join(lines) + "\n", remarks


def _row(draft: Draft, remarks: list[Remark]) -> dict[str, str]:
    """The cells of an entry. Without its conditions a form to avoid would be reported where it is right: such forms,
    and phrases that have no other, are left out."""
    node = draft.node
    avoid, lost = _avoid(node)

    def say(message: str) -> None:
        remarks.append(Remark(message, draft.path, draft.line, draft.column, draft.name))

    if draft.kind == "phrase" and not avoid:
        say("a table has no place for its conditions: left out")
        return {}
    row: dict[str, str] = {lang: _joined(node[lang]) for lang in ("ja", "en") if lang in node}
    if "en" in node:
        row["status"] = "preferred"
    row |= {key: node[key] for key in ("case", "note", "ref", "domain", "id") if key in node}
    if draft.kind != "term":
        row["kind"] = draft.kind
    if draft.kind == "phrase" and "why" in node:
        row["why"] = node["why"]
    lost = [f"“{key}”" for key in node if key not in row and key != "avoid"] + lost
    if avoid:
        row["avoid"] = _joined(avoid)
    if lost:
        say("a table has no place for " + ", ".join(lost))
    return row


def _avoid(node: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The forms to avoid that a cell can hold, and what it cannot."""
    held, lost = [], []
    bound = not node.keys().isdisjoint(("only", "unless"))
    for row in node.get("avoid", ()):
        lang, text = form_of(row)
        if form_of(text)[0] != lang:
            lost.append(f"“{text}”")
        elif bound or (isinstance(row, dict) and not row.keys().isdisjoint(("only", "unless"))):
            lost.append(f"“{text}”, to be avoided only under a condition")
        else:
            held.append(text)
            lost += [f"the “{key}” of “{text}”" for key in ("why", "case") if isinstance(row, dict) and key in row]
    return held, lost


def _joined(forms: Sequence[str]) -> str:
    return "; ".join(form.replace(";", "\\;") for form in forms)
