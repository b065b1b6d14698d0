"""What every format shares: encodings, fixes written as the format writes text, ignores of its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import Run

from bench.data import DEFAULT
from tqa import formats
from tqa.api import Checker
from tqa.formats.written import written
from tqa.model import Edit, TqaError
from tqa.text import Mark, Piece, Text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_an_encoding_is_kept(encoding: str, line_end: str, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(f"Fine, 菅.{line_end}They met at the the gate.{line_end}".encode(encoding))
    assert run("check", str(path), "--fix")[0] == 0
    assert path.read_bytes() == f"Fine, 菅.{line_end}They met at the gate.{line_end}".encode(encoding)


def test_what_an_encoding_cannot_write() -> None:
    document = formats.read("x.txt", raw="a b")._replace(encoding="latin-1")
    with pytest.raises(TqaError, match="latin-1 has no 菅"):
        formats.edited(document, b"a b", [Edit(0, 1, "菅")])


@pytest.mark.parametrize(
    ("text", "how", "expected"),
    [
        ("a, b", "", "a, b"),
        ("a, b", "csv,", None),
        ("a b", "csv,", "a b"),
        ("a\tb", "tsv", None),
        ('a "b"', "csv-quoted", 'a ""b""'),
        ("R&D <b>", "xml", "R&amp;D &lt;b&gt;"),
        ("R&D", "cdata", "R&D"),
        ("]]>", "cdata", None),
        ('say "a\\b"\n', "po", 'say \\"a\\\\b\\"\\n'),
    ],
)
def test_written(text: str, how: str, expected: str | None) -> None:
    assert written(text, how) == expected


def test_a_fix_over_markup_leaves_the_markup() -> None:
    # <b>the</b> the gate; an edit of "the the" goes where the first word stands
    text = Text("the the gate", (Piece(0, 3, 3, 6), Piece(3, 9, 10, 19)), (Mark(0, 0, "<b>"), Mark(3, 0, "</b>")))
    assert text.parts(0, 7) == [(3, 6), (10, 14)]
    assert text.slice(4, 12).marks == ()
    assert Text.join([text, text]).marks[2:] == (Mark(12, 0, "<b>"), Mark(15, 0, "</b>"))


CSV = 'source,target,tqa\n,"They met at the the gate, and left.",{}\n'


def test_a_cell_silences_its_row(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "x.csv"
    path.write_text(CSV.format(""), encoding="utf-8")
    assert run("check", str(path), "--select", "doubled-word")[0] == 1
    path.write_text(CSV.format("tqa-ignore doubled-word: as spoken"), encoding="utf-8")
    assert run("check", str(path), "--select", "doubled-word")[0] == 0
    path.write_text(CSV.format("tqa-ignore calque"), encoding="utf-8")
    found = Checker(select=["doubled-word"]).check_file(str(path))
    assert [finding.rule for finding in found] == ["doubled-word", "unused-ignore"]


def test_columns_by_other_names(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("JA,EN\n菅,They met at the the gate.\n", encoding="utf-8")
    (tmp_path / "tqa.yaml").write_text("columns: {source: ja, target: en}\n", encoding="utf-8")
    found = Checker(config=str(tmp_path / "tqa.yaml"), select=["doubled-word"]).check_file(str(tmp_path / "x.csv"))
    assert [(finding.line, finding.quote) for finding in found] == [(2, "the the")]


REAL = os.path.join(os.environ.get("TQA_BENCH_DATA", DEFAULT), "formats")


@pytest.mark.skipif(not os.path.isdir(REAL), reason="no bench data")
def test_real_files_are_read_and_none_is_changed() -> None:
    """Every file of the data folder in a format and languages that tqa reads; each part of a text lies where it says."""
    paths = [os.path.join(root, name) for root, _, names in os.walk(REAL) for name in names]
    read = 0
    for path in paths:
        if not formats.known(path) or path.endswith(("NOTE.txt", ".json")):
            continue
        try:
            document = formats.read(path)
        except TqaError as error:
            assert "reads" in error.hint, error  # languages that tqa does not know
            continue
        read += 1
        data = formats.contents(path)
        assert formats.edited(document, data, []) == data
        for unit in document.units:
            for piece in unit.target.pieces:
                there = document.raw[piece.start : piece.end]
                assert piece.form or there == unit.target.string[piece.at : piece.at + piece.size], path
    assert read >= 30
