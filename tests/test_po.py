"""PO: entries with their places, what is left out, and mistakes with theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqa import Checker, formats
from tqa.model import TqaError

HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
JA, EN = HEADER.format("ja"), HEADER.format("en_US")


def units(raw: str) -> list[tuple[str, str, str]]:
    return [(u.id, u.source.string if u.source else "", u.target.string) for u in formats.read("x.po", raw=raw).units]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ('msgid "a"\nmsgstr "b"\n', [("", "a", "b")]),
        ('msgid "a"\r\nmsgstr "b"', [("", "a", "b")]),
        ('\ufeffmsgid "a"\nmsgstr "b"\n', [("", "a", "b")]),
        ('msgid ""\n"a "\n"b"\nmsgstr ""\n"c\\n"\n"\\"d\\""\n', [("", "a b", 'c\n"d"')]),
        ('msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr "d"\n', [("", "a", "b"), ("", "c", "d")]),
        ('msgctxt "menu"\nmsgid "a"\nmsgstr "b"\nmsgctxt "x"\nmsgid "a"\nmsgstr "c"\n', [("menu", "a", "b"), ("x", "a", "c")]),
        ('#, fuzzy\nmsgid "a"\nmsgstr "b"\n', []),
        ('#, c-format, fuzzy\n#| msgid "z"\nmsgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n', [("", "c", "d")]),
        ('#~ msgid "a"\n#~ msgstr "b"\n', []),
        ('msgid "a"\nmsgstr ""\n', []),
        ("", []),
        ("# only a comment\n", []),
        (JA + 'msgid "a"\nmsgstr "b"\n', [("", "a", "b")]),
        ('#, fuzzy\n' + JA + 'msgid "a"\nmsgstr "b"\n', [("", "a", "b")]),
        (
            'msgid "a file"\nmsgid_plural "%d files"\nmsgstr[0] "%d 個"\n',
            [("1[0]", "%d files", "%d 個")],
        ),
        (
            'msgctxt "n"\nmsgid "一つ"\nmsgid_plural "%d 個"\nmsgstr[0] "one"\nmsgstr[1] "%d files"\n',
            [("n[0]", "一つ", "one"), ("n[1]", "%d 個", "%d files")],
        ),
    ],
)
def test_entries(raw: str, expected: list[tuple[str, str, str]]) -> None:
    assert units(raw) == expected


@pytest.mark.parametrize(
    ("raw", "lang", "source_lang"),
    [
        (JA + 'msgid "a"\nmsgstr "b"\n', "ja", "en"),
        (EN + 'msgid "a"\nmsgstr "b"\n', "en", "ja"),
        ('msgid "a"\nmsgstr "b"\n', "en", "ja"),
        ('msgid "a"\nmsgstr "これ"\n', "ja", "en"),
    ],
)
def test_the_header_says_the_language(raw: str, lang: str, source_lang: str) -> None:
    document = formats.read("x.po", raw=raw)
    assert (document.lang, document.source_lang, document.source_path) == (lang, source_lang, "x.po")


def test_places() -> None:
    raw = 'msgid "x"\nmsgstr ""\n"They met at "\n"the \\"the\\" gate."\n'
    (unit,) = formats.read("x.po", raw=raw).units
    target = unit.target
    assert target.string == 'They met at the "the" gate.'
    assert [raw[slice(*target.locate(at, at + 1))] for at, char in enumerate(target.string) if char != '"'] == [
        char for char in target.string if char != '"'
    ]
    assert raw[slice(*target.locate(16, 17))] == '\\"'


def test_a_fix_goes_over_the_end_of_a_line(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    path.write_text(EN + 'msgid "門"\nmsgstr ""\n"They met at the "\n"the gate."\n', encoding="utf-8")
    (found,) = Checker(select=["doubled-word"]).check_file(str(path))
    assert found.quote == "the the" and (found.line, found.column) == (8, 14)
    (fix,) = found.fixes
    text = path.read_text(encoding="utf-8")
    for start, end, new in sorted(fix.edits, reverse=True):
        text = text[:start] + new + text[end:]
    assert units(text)[0][2].split() == "They met at the gate.".split()


def test_a_comment_is_for_its_entry(tmp_path: Path) -> None:
    entry = '# tqa-ignore doubled-word: as spoken\nmsgid "門"\nmsgstr "at the the gate"\n'
    path = tmp_path / "x.po"
    path.write_text(EN + entry, encoding="utf-8")
    assert Checker(select=["doubled-word"]).check_file(str(path)) == []
    path.write_text(EN + entry + '\nmsgid "扉"\nmsgstr "at the the door"\n', encoding="utf-8")
    assert [finding.line for finding in Checker(select=["doubled-word"]).check_file(str(path))] == [11]


def test_the_header_says_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    raw = JA.replace("UTF-8", "Shift_JIS") + 'msgid "gate"\nmsgstr "門"\n'
    path.write_bytes(raw.encode("shift_jis"))
    document = formats.read(str(path))
    assert document.units[0].target.string == "門" and document.encoding == "shift_jis"
    assert formats.edited(document, path.read_bytes(), []) == path.read_bytes()
    path.write_text(JA.replace("UTF-8", "CHARSET") + 'msgid "gate"\nmsgstr "門"\n', encoding="utf-8")
    assert formats.read(str(path)).units[0].target.string == "門"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ('msgid "a\nmsgstr "b"\n', "x.po:1:7: this string never closes"),
        ('msgid "a"\nmsgstr "b\\"\n', "x.po:2:8: this string never closes"),
        ('msgid "a"\nmsgstr "b\\', "x.po:2:8: this string never closes"),
        ('msgid "a"\nmsgstr "b" c\n', "x.po:2:11: text after the end of a string (write \\\" inside a string)"),
        ('msgid "a"\nmsgstr "\\q"\n', "x.po:2:9: there is no escape \\q"),
        ('msgstr "b"\n', "x.po:1:8: this entry has no msgid"),
        ('msgid "b"\n\nmsgid "c"\nmsgstr "d"\n', "x.po:1:7: this entry has no msgstr"),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', "x.po:3:8: a second msgstr in one entry"),
        ("hello\n", "x.po:1:1: this line is not PO"),
        ('"hello"\n', "x.po:1:1: this line is not PO"),
        (HEADER.format("de"), "x.po:3:12: is a translation into “de” (tqa reads ja and en)"),
        (f'msgid "a"\nmsgstr "{"b" * 300_000}"\n', "x.po:1:7: an entry of over 200,000 characters is no text"),
        ('msgid "a"\nmsgstr ""\n' + f'"{"b" * 1000}"\n' * 300, "x.po:1:7: an entry of over 200,000 characters is no text"),
    ],
)
def test_mistakes(raw: str, message: str) -> None:
    with pytest.raises(TqaError) as caught:
        formats.read("x.po", raw=raw)
    assert str(caught.value) == message
