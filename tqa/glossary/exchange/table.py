"""CSV and TSV, as spreadsheets and termbase programs save them: a row is a term, or a rendering of one.

The first row names the columns, in any of the usual words; several forms in a cell are separated by “;” (“\\;” is a
semicolon that separates nothing). A table without such a row has Japanese and English in two columns, in either order,
and perhaps a note in a third.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from tqa.glossary.dump import Draft, form_of
from tqa.glossary.exchange import Remark
from tqa.glossary.exchange.cells import Row
from tqa.glossary.exchange.words import NO, YES, column, standing, tidy
from tqa.model import TqaError
from tqa.text import plural

COLUMNS = ("ja", "en", "status", "case", "note", "ref", "domain", "avoid")
_EXTRA = ("kind", "id", "why")  # written where an entry needs them
_SAMPLE = 2000  # rows by which the language of a column is known
_RANK = {"preferred": 0, "": 1, "admitted": 2}
_TEXTS = ("note", "ref", "domain", "why")


class Column(NamedTuple):
    """What a column holds. `of`: the columns of forms that a status speaks of."""

    role: str  # form | avoid | status | case | note | ref | domain | why | id | kind | ""
    lang: str
    name: str
    of: tuple[int, ...] = ()


class Concept:
    """The rows of one concept, while they are read."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.forms: list[tuple[str, str, str]] = []  # language, form, standing
        self.rows: list[Any] = []  # of avoid
        self.texts: dict[str, list[str]] = {key: [] for key in _TEXTS}
        self.words: dict[str, str] = {}  # case, kind, id

    def draft(self, path: str) -> Draft:
        node: dict[str, Any] = {"id": self.words["id"]} if "id" in self.words else {}
        for lang in ("ja", "en"):
            mine = sorted((form for form in self.forms if form[0] == lang), key=lambda form: _RANK[form[2]])
            if mine:
                node[lang] = list(dict.fromkeys(form for _, form, _ in mine))
        kind = self.words.get("kind") or ("term" if "ja" in node or "en" in node else "phrase")
        why = "; ".join(self.texts["why"])
        if self.rows:
            node["avoid"] = self.rows if kind == "phrase" or not why else [_with_reason(row, why) for row in self.rows]
        elif why and kind != "phrase":
            self.texts["note"].append(why)
        if "case" in self.words:
            node["case"] = self.words["case"]
        keys = [key for key in _TEXTS if self.texts[key] and (key != "why" or kind == "phrase")]
        marks = {"note": "\n", "domain": ", "}
        return Draft(kind, node | {key: marks.get(key, "; ").join(self.texts[key]) for key in keys}, path, self.line, 1)


def _with_reason(row: Any, why: str) -> Any:
    lang, form = form_of(row)
    return {lang: form, "why": why}


# --- reading ----------------------------------------------------------------------------------------------------


def read(path: str, form: str) -> tuple[list[Draft], list[Remark]]:
    """The concepts of a table.

    Raises:
        TqaError: it is no text, a quotation mark never closes, a row has too many cells, or no column is known.
    """
    from tqa.glossary.exchange.cells import read as read_cells

    remarks: list[Remark] = []
    rows = read_cells(path, form, remarks)
    if not rows:
        raise TqaError("is empty", path)
    named = _named(rows)
    if named:
        columns = _statuses(_by_name(path, rows, named, remarks))
    elif max(len(row.cells) for row in islice(rows, _SAMPLE)) in (2, 3):
        columns = _by_content(rows)
        rows = list(_worded(path, rows, columns, remarks))
    else:
        found = f"this row has {plural(len(rows[0].cells), 'cell')} and names none of them"
        raise TqaError(found, path, rows[0].line, 1, f"the first row names the columns: {', '.join(COLUMNS)}")
    return _concepts(path, rows[bool(named) :], columns, remarks), remarks


def _named(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """What the first row says that the columns hold; nothing if it does not name them."""
    found = [column(cell) for cell in rows[0].cells]
    forms = [lang for role, lang in found if role == "form"]
    alike = len(forms) == len(found) == 2 and forms[0] == forms[1] != ""  # “Japanese”, “日本語”: a row of the list
    pair = len(forms) > 1 or any(role == "avoid" for role, _ in found)
    return found if pair and not alike else []


def _by_name(path: str, rows: list[Row], named: list[tuple[str, str]], remarks: list[Remark]) -> list[Column]:
    head = rows[0]
    widest = max(rows, key=lambda row: len(row.cells))
    if len(widest.cells) > len(head.cells):
        first = next(row for row in rows if len(row.cells) > len(head.cells))
        hint = "a cell that holds the separator needs quotation marks"
        message = f"this row has {plural(len(first.cells), 'cell')}, the header {len(head.cells)}"
        raise TqaError(message, path, first.line, 1, hint)
    known = {lang for role, lang in named if role == "form"}
    columns = []
    for place, ((role, lang), name) in enumerate(zip(named, head.cells, strict=True)):
        if role == "form" and not lang and {"ja", "en"} <= known:
            role = "ref" if tidy(name) == "source" else role
        if role == "form" and not lang:
            lang = _script(rows[1:], place)
        if not role and any(row.cells[place : place + 1] not in ([], [""]) for row in rows[1:]):
            remarks.append(Remark(f"the column “{name.strip()[:40]}” is not known: left out", path, head.line, 1))
        columns.append(Column(role, lang, name.strip()))
    for role in ("id", "kind", "case"):
        if sum(one.role == role for one in columns) > 1:
            raise TqaError(f"two columns are read as “{role}”", path, head.line, 1, "rename or remove one of them")
    return columns


def _script(rows: Sequence[Row], place: int) -> str:
    """The language of a column, by its cells."""
    from tqa.glossary.load import script

    cells = [row.cells[place] for row in islice(rows, _SAMPLE) if len(row.cells) > place and row.cells[place].strip()]
    return "ja" if sum(script(cell) == "ja" for cell in cells) * 2 > len(cells) else "en"


def _statuses(columns: list[Column]) -> list[Column]:
    """The columns, each status with the forms that it speaks of: those to its left up to another status; a status
    that is alone, all of the language that stands before it, or the last."""
    places = [place for place, one in enumerate(columns) if one.role == "form"]
    statuses = [place for place, one in enumerate(columns) if one.role == "status"]
    for at, place in enumerate(statuses):
        before = [form for form in places if form < place]
        if len(statuses) > 1:
            of = [form for form in before if at == 0 or form > statuses[at - 1]][-1:]
        else:
            lang = columns[(before or places)[-1]].lang if places else ""
            of = [form for form in places if columns[form].lang == lang]
        columns[place] = columns[place]._replace(of=tuple(of))
    return columns


def _by_content(rows: Sequence[Row]) -> list[Column]:
    """The columns of a table that does not name them: of the first two, one is Japanese; a third is a note."""
    from tqa.glossary.load import script

    sample = [row.cells for row in rows[:_SAMPLE]]
    votes = [sum(script(cell) == "ja" for cells in sample for cell in cells[at : at + 1]) for at in (0, 1)]
    langs = ("en", "ja") if votes[1] > votes[0] else ("ja", "en")
    return [*(Column("form", lang, lang) for lang in langs), Column("note", "", "note")]


def _worded(path: str, rows: Sequence[Row], columns: Sequence[Column], remarks: list[Remark]) -> Iterator[Row]:
    """The rows of a table without a header that hold a pair of terms."""
    from tqa.glossary.load import script

    ours = [one.lang for one in columns].index("ja")
    for number, row in enumerate(rows):
        cells = [cell.strip() for cell in row.cells]
        wrong = ""
        if len(cells) not in (2, 3):
            wrong = "a row that has not two cells"
        elif not all(cells[:2]):
            wrong = "a row with an empty cell"
        elif not any(char.isalnum() for char in cells[ours]) or not any(char.isalnum() for char in cells[1 - ours]):
            wrong = "a row without words"
        elif script(cells[1 - ours]) == "ja" and script(cells[ours]) != "ja":
            wrong = "a row with its languages the wrong way round"
        elif script(cells[1 - ours]) == "ja" and not any("a" <= char.lower() <= "z" for char in cells[1 - ours]):
            wrong = "a row without English"
        elif number == 0 and script(cells[ours]) != "ja" and len(rows) > 1 and script(rows[1].cells[ours]) == "ja":
            wrong = "the first row is taken for a heading"
        if wrong:
            remarks.append(Remark(f"{wrong}: left out", path, row.line, 1))
        else:
            yield row


def _concepts(path: str, rows: Sequence[Row], columns: Sequence[Column], remarks: list[Remark]) -> list[Draft]:
    """Rows with one number, or one first form, are one concept."""
    numbered = next((place for place, one in enumerate(columns) if one.role == "id"), None)
    ids = Counter(_cell(row, numbered) for row in rows) if numbered is not None else Counter()
    names = any(known and not _is_number(known) for known in ids)
    if any(ids) and not names:
        where = f"the column “{columns[numbered or 0].name}” holds numbers, which are no names of entries: left out"
        remarks.append(Remark(where, path, rows[0].line - 1 if rows else 1, 1))
    found: dict[tuple[str, str, str], Concept] = {}
    renderings: dict[str, Concept] = {}
    joined = 0
    for row in rows:
        read = _said(path, row, columns, remarks)
        number = _cell(row, numbered) if numbered is not None else ""
        key = _key(read, number if names or ids[number] > 1 else "")
        if key is None:
            remarks.append(Remark("a row without a form: left out", path, row.line, 1))
            continue
        kind = read.words.get("kind", "")
        concept = found.get((*key, kind))
        alone = key[0] == "en" and not kind and not any(form[0] == "ja" for form in read.forms)
        if concept is None and alone and read.rows:
            concept = renderings.get(key[1])
        if concept is None:
            concept = found[*key, kind] = Concept(row.line)
            if names and number:
                concept.words["id"] = number
        else:
            joined += 1
        _join(concept, read)
        for lang, form, _ in read.forms:
            if lang == "en":
                renderings.setdefault(form, concept)
    if joined:
        rows_joined = "1 row joined another" if joined == 1 else f"{joined:,} rows joined others"
        remarks.append(Remark(f"{rows_joined} with the same Japanese form, English form or number", path))
    return [concept.draft(path) for concept in found.values()]


def _is_number(text: str) -> bool:
    return text.replace("-", "").replace(".", "").isdecimal()


def _cell(row: Row, place: int) -> str:
    return row.cells[place].strip() if place < len(row.cells) else ""


def _key(read: Concept, number: str) -> tuple[str, str] | None:
    """What rows of one concept have in common."""
    if not read.forms and not read.rows:
        return None
    if number:
        return "id", number
    if not read.forms:
        return "avoid", form_of(read.rows[0])[1]
    lang, form, _ = next((form for form in read.forms if form[0] == "ja"), read.forms[0])
    return lang, form


def _join(concept: Concept, read: Concept) -> None:
    concept.forms += read.forms
    concept.rows += [row for row in read.rows if row not in concept.rows]
    for key, texts in read.texts.items():
        concept.texts[key] += [text for text in texts if text not in concept.texts[key]]
    concept.words = {**read.words, **concept.words}


def _said(path: str, row: Row, columns: Sequence[Column], remarks: list[Remark]) -> Concept:
    """What a row says."""
    read = Concept(row.line)

    def say(message: str, about: str = "") -> None:
        remarks.append(Remark(message, path, row.line, 1, about[:60]))

    banned = False
    standings: dict[int, str] = {}
    cells = [(one, place, cell.strip()) for place, (one, cell) in enumerate(zip(columns, row.cells, strict=False))]
    for one, _, cell in cells:
        if one.role == "status" and cell:
            known = standing(cell)
            if known is None:
                words = "known: preferred, admitted, deprecated, superseded"
                say(f"this status is not known: taken as none ({words})", cell)
            standings |= dict.fromkeys(one.of, known or "")
        elif one.role == "avoid" and tidy(cell) in YES:
            banned = True
        elif one.role in ("case", "kind") and cell:
            _word(read, one.role, cell, say)
        elif one.role in _TEXTS and cell:
            read.texts[one.role].append(cell)
    last = next((one.lang for one, _, _ in reversed(cells) if one.role == "form"), "en")
    for one, place, cell in cells:
        if one.role == "form":
            known = "avoid" if banned and one.lang == last else standings.get(place, "")
            if " / " in cell or "／" in cell:
                say("holds a slash: if these are two forms, write “;” between them", cell)
            for form in split(cell, one.lang):
                if known == "avoid":
                    read.rows.append(_avoided(one.lang, form))
                else:
                    read.forms.append((one.lang, form, known))
        elif one.role == "avoid" and tidy(cell) not in YES | NO:
            read.rows += [_avoided(one.lang, form) for form in split(cell, one.lang)]
    if ("avoid" in standings.values() or banned) and not any(lang == last for lang, _, _ in read.forms):
        reason = "; ".join(read.texts["note"])  # a row of its own for a form to avoid: its note is why
        read.texts["note"] = []
        read.rows = [_with_reason(row, reason) if reason else row for row in read.rows]
    return read


def _avoided(lang: str, form: str) -> Any:
    return form if not lang or form_of(form)[0] == lang else {lang: form}


def _word(read: Concept, role: str, cell: str, say: Any) -> None:
    known = ("exact", "title", "any") if role == "case" else ("term", "person", "phrase")
    word = tidy(cell)
    if role == "case":
        word = "exact" if word in YES else "any" if word in NO else word
    if word in known:
        read.words[role] = word
    else:
        say(f"this {role} is not known: left out (known: {', '.join(known)})", cell)


def split(cell: str, lang: str = "") -> list[str]:
    """The forms of a cell. In an English one “、” separates them too: nobody writes it inside a form.

    >>> split("Kyiv; Kiev"), split(r"AT\\;T"), split("Sea Office、Wind Office", "en")
    (['Kyiv', 'Kiev'], ['AT;T'], ['Sea Office', 'Wind Office'])
    """
    if not any(mark in cell for mark in ";；\n、"):
        return [cell.strip()] if cell.strip() else []
    marks = ";；\n" if lang == "ja" else ";；、\n"
    parts = re.split(rf"(?<!\\)[{marks}]", cell)
    return [re.sub(r"\\([;；、])", r"\1", part).strip() for part in parts if part.strip()]


# --- writing ----------------------------------------------------------------------------------------------------


def write(drafts: Sequence[Draft], form: str) -> tuple[str, list[Remark]]:
    """A table of the entries; what has no column is said, entry by entry."""
    import csv
    import io

    remarks: list[Remark] = []
    found = [(draft, row) for draft in drafts if (row := _row(draft, remarks))]
    remarks += _alike(found)
    rows = [row for _, row in found]
    columns = [*COLUMNS, *(name for name in _EXTRA if any(name in row for row in rows))]
    out = io.StringIO()
    if form == "csv":
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([row.get(name, "") for name in columns] for row in rows)
        return out.getvalue(), remarks
    lines = ["\t".join(columns), *("\t".join(" ".join(row.get(name, "").split()) for name in columns) for row in rows)]
    return "\n".join(lines) + "\n", remarks


def _alike(found: Sequence[tuple[Draft, dict[str, str]]]) -> Iterator[Remark]:
    """Entries that whoever reads the table takes for one."""
    same: dict[tuple[str, ...], list[Draft]] = {}
    for draft, row in found:
        first = row.get("id") or next(iter((*draft.node.get("ja", ()), *draft.node.get("en", ()))), draft.name)
        same.setdefault((first, row.get("kind", ""), str("id" in row)), []).append(draft)
    for several in same.values():
        if len(several) > 1:
            message = "in a table it is one with another entry that begins with this form"
            yield from (Remark(message, one.path, one.line, one.column, one.name) for one in several)


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
    if _is_number(row.get("id", "")):  # a column of numbers names nothing
        del row["id"]
    if draft.kind != ("term" if "ja" in node or "en" in node else "phrase"):
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
    cell = "; ".join(re.sub("([;；、])", r"\\\1", form) for form in forms)
    return f"{cell};" if tidy(cell) in YES | NO else cell  # a form, not an answer
