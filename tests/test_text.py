"""Positions: `Text`, `Lines`, and the reader of plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa import formats
from tqa.model import TqaError
from tqa.text import Lines, Piece, Text, width


def test_locate_over_gaps_and_atomic_pieces() -> None:
    # "a&amp;b" with markup between: the file is 01234567890123
    text = Text("a&b", (Piece(0, 1, 0, 1), Piece(1, 1, 1, 6, "entity"), Piece(2, 1, 10, 11)))
    assert text.locate(0, 1) == (0, 1)
    assert text.locate(1, 2) == (1, 6)
    assert text.locate(0, 3) == (0, 11)
    assert text.locate(1, 1) == (1, 1)
    assert text.exact(0, 1) and not text.exact(1, 2) and not text.exact(0, 3)
    assert text.slice(1, 3).locate(0, 2) == (1, 11)


def test_join_keeps_the_places() -> None:
    text = Text.join([Text.plain("ab", 10), Text.plain("cd", 20)])
    assert text.string == "abcd"
    assert text.locate(1, 3) == (11, 21)
    assert text.locate(2, 4) == (20, 22)


@given(st.text(alphabet="ab\n\r\u2028𠮷é", max_size=40))
def test_lines_round_trip(string: str) -> None:
    lines = Lines(string)
    for offset in range(len(string) + 1):
        line, column = lines.place(offset)
        assert lines.offset(line, column) == offset
        assert 1 <= line <= len(lines.starts)
    assert len(lines.starts) == string.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1


def test_width() -> None:
    assert width("菅 Suga") == 7
    assert width("e\u0301") == 1


@pytest.mark.parametrize(
    ("raw", "paragraphs"),
    [
        ("One.\nTwo.\n", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        ("\ufeffOne.\n", ["One."]),
        ("", []),
        ("  \n\t\n", []),
        ("A <!-- tqa-ignore calque --> b.", ["A  b."]),
        ("<!-- tqa-ignore-file calque -->\nOne.", ["One."]),
        (
            "This paragraph is wrapped at about sixty columns, so that its\nlines are full, and the last one is "
            "shorter than the others are\nhere.",
            [
                "This paragraph is wrapped at about sixty columns, so that its lines are full, and the last one is "
                "shorter than the others are here."
            ],
        ),
    ],
)
def test_paragraphs(raw: str, paragraphs: list[str]) -> None:
    document = formats.read("x.txt", raw=raw)
    assert [unit.target.string for unit in document.units] == paragraphs


@given(st.text(alphabet="ab. \n\r\ufeff<!->日", max_size=60))
def test_every_word_lies_where_the_text_says(raw: str) -> None:
    for unit in formats.read("x.txt", raw=raw).units:
        for at, char in enumerate(unit.target.string):
            span = unit.target.locate(at, at + 1)
            assert raw[span.start : span.end] == char or char == " "


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"fine\nbad \xff here\n", "x.txt:2:5: is not UTF-8: byte 0xff (save the file as UTF-8)"),
        (b"\x00\x01", "x.txt:1:1: holds a NUL character: this is not a text file (save it as UTF-8)"),
    ],
)
def test_bad_bytes(data: bytes, message: str, tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.txt").write_bytes(data)
    with pytest.raises(TqaError) as caught:
        formats.read("x.txt")
    assert str(caught.value) == message
