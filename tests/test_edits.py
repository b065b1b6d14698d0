"""Edits of files in every format: the file, read again, has the edited text, and nothing else has changed."""

from __future__ import annotations

import csv
import io
import random

import pytest

from tqa import formats
from tqa.check import _edits
from tqa.formats import written
from tqa.model import Document
from tqa.text import Text

WORDS = ["the", "The plan", "peace pact", "a", "1,200", "日本", "条約。", "é", "𠮷", "“so”", "it's", "x"]
RARE = ['"', '""', "\\", "\\n", ",", ";", "\t", "\n", "<b>", "%s", "&amp;", "#", "'", "\u2028", " "]
NEW = ["", "x", "two words", "a, b", 'say "so"', "back\\slash", "日本", "semi;colon", "tab\there", "𠮷", "line\nend"]


def phrase(choose: random.Random, rare: list[str]) -> str:
    parts = [choose.choice(rare if rare and choose.random() < 0.3 else WORDS) for _ in range(choose.randint(1, 8))]
    return choose.choice(("", " ")).join(parts)


def txt(choose: random.Random) -> str:
    end = choose.choice(("\n", "\r\n"))
    lines = [phrase(choose, [",", ";", '"', "#"]) for _ in range(choose.randint(1, 5))]
    return choose.choice(("", "\ufeff")) + "".join(line + end * choose.randint(1, 2) for line in lines)


def table(choose: random.Random, separator: str) -> str:
    rare = [mark for mark in RARE if mark != separator or mark != "\t"]
    rows = [("id", "source", "target"), *((str(i), phrase(choose, rare), phrase(choose, rare)) for i in range(3))]
    out = io.StringIO()
    end = choose.choice(("\n", "\r\n"))
    csv.writer(out, delimiter=separator, lineterminator=end, quoting=choose.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL))).writerows(rows)
    return choose.choice(("", "\ufeff")) + out.getvalue()


def tsv(choose: random.Random) -> str:
    rows = [("source", "target"), *((phrase(choose, [",", '"', "\\"]), phrase(choose, [",", '"', "\\"])) for _ in range(3))]
    return "\r\n".join("\t".join(row) for row in rows)


def po(choose: random.Random) -> str:
    def literal(string: str) -> str:
        cut = choose.randint(0, len(string))
        parts = (written.written(part, "po") for part in (string[:cut], string[cut:]))
        return end.join(f'"{part}"' for part in parts)

    end = choose.choice(("\n", "\r\n"))
    parts = ["# note", 'msgid ""', 'msgstr "Language: en\\n"', ""]
    for number in range(choose.randint(1, 4)):
        parts += [f"#: {number}", f"msgid {literal(phrase(choose, RARE))}", f"msgstr {literal(phrase(choose, RARE))}", ""]
    return end.join(parts)


MAKERS = {
    "x.txt": txt, "x.tsv": tsv, "x.po": po, "x.csv": lambda choose: table(choose, ","),
    "semicolons.csv": lambda choose: table(choose, ";"), "excel.tsv": lambda choose: table(choose, "\t"),
}  # fmt: skip


def strings(document: Document) -> list[str]:
    found = [unit.target.string for unit in document.units]
    if not document.path.endswith(".txt"):
        return found
    return ["".join("".join(found).split())]  # an edit may change where a wrapped paragraph ends


@pytest.mark.parametrize("path", MAKERS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_edit_changes_its_text_and_nothing_else(path: str, encoding: str) -> None:
    made = 0
    for seed in range(1500):
        choose = random.Random(seed)
        raw = MAKERS[path](choose)
        data = raw.lstrip("\ufeff").encode(encoding) if encoding == "utf-16" else raw.encode()
        document = formats.read(path, raw=data)
        assert formats.edited(document, data, []) == data
        if not document.units:
            continue
        index = choose.randrange(len(document.units))
        text = document.units[index].target
        edited = change(choose, document, text)
        if edited is None:
            continue
        edits, string = edited
        made += 1
        expected = strings(document._replace(units=tuple(
            unit._replace(target=Text.plain(string)) if at == index else unit for at, unit in enumerate(document.units)
        )))  # fmt: skip
        after = formats.read(path, raw=formats.edited(document, data, edits))
        if not path.endswith(".txt"):  # an empty translation is none
            expected = [one for one in expected if one or not path.endswith(".po")]
        assert strings(after) == expected, (raw, edits)
    assert made > 500


def change(choose: random.Random, document: Document, text: Text):  # type: ignore[no-untyped-def]
    """Random edits of a text, and what it becomes; None if the format cannot write it."""
    new = choose.choice(NEW if not document.path.endswith(".txt") else [one for one in NEW if "\n" not in one])
    low = choose.randint(0, len(text.string))
    high = min(len(text.string), low + choose.choice((0, 1, 2, 5, 9)))
    edits = _edits(text, low, high, new, document.raw)
    return (edits, text.string[:low] + new + text.string[high:]) if edits else None


@pytest.mark.parametrize("path", MAKERS)
def test_every_part_lies_where_the_text_says(path: str) -> None:
    for seed in range(500):
        document = formats.read(path, raw=MAKERS[path](random.Random(seed)))
        for unit in document.units:
            for text in (unit.target, *([unit.source] if unit.source else [])):
                for piece in text.pieces:
                    there = document.raw[piece.start : piece.end]
                    assert piece.form or there == text.string[piece.at : piece.at + piece.size]


@pytest.mark.parametrize(
    ("raw", "cells"),
    [
        ('source\ttarget\r\n菅\t"He said ""yes""."\r\n', ['He said "yes".']),
        ('source\ttarget\n菅\t"Two\nlines"\n', ["Two\nlines"]),
        ('source\ttarget\n菅\t"Yes," he said.\n', ['"Yes," he said.']),
        ('source\ttarget\n菅\t"Yes\n菅\tNo"\n', ['"Yes', 'No"']),
        ('source\ttarget\n菅\t"Yes.\nIt ends"\tNo "so"\n', ['"Yes.', 'No "so"']),
    ],
)
def test_quoted_cells_of_tsv(raw: str, cells: list[str]) -> None:
    assert [unit.target.string for unit in formats.read("x.tsv", raw=raw).units] == cells


def test_a_bare_cell_is_quoted_where_it_must_be() -> None:
    raw = "source,target\n菅,in May 2022 there\n"
    document = formats.read("x.csv", raw=raw)
    edits = _edits(document.units[0].target, 3, 11, "May 3, 2022", raw)
    assert formats.edited(document, raw.encode(), edits).decode() == 'source,target\n菅,"in May 3, 2022 there"\n'
