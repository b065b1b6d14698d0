"""The dictionary extra: with a tiny dictionary made here, without one, and with the real one where it is installed."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from tqa.cli.rules import command as rules
from tqa.lang.counterparts import dictionary

TABLES = {
    "Entry": "idseq", "Kanji": "ID, idseq, text", "Kana": "ID, idseq, text, nokanji", "Sense": "ID, idseq",
    "SenseGloss": "sid, lang, text", "misc": "sid, text", "NEEntry": "idseq", "NEKanji": "ID, idseq, text",
    "NEKana": "ID, idseq, text", "NETranslation": "ID, idseq", "NETransGloss": "tid, lang, text", "NETransType": "tid, text",
}  # fmt: skip
# Kanji forms, readings, glosses, remarks.
WORDS = [
    (["猫"], ["ねこ"], ["cat", "cat (esp. the domestic cat, Felis catus)", "feline"], []),
    (["此処", "此所"], ["ここ"], ["here"], ["word usually written using kana alone"]),
    ([], ["ペン"], ["pen"], []),
    (["猫舌"], ["ねこじた"], ["dislike of hot food"], []),
    (["猫"], ["びょう"], ["cat"], []),
]
# Written forms, readings, English, kinds.
NAMES = [
    (["東"], ["ひがし"], ["Higashi"], ["surname", "place"]),
    (["東"], ["あずま"], ["Azuma"], ["surname", "fem"]),
    (["東"], ["あずま"], ["Azuma"], ["masc"]),
    ([], ["スミス"], ["Smith"], ["surname"]),
    (["東洋銀行"], ["とうようぎんこう"], ["Bank of the Orient (1900-1920)"], ["organization"]),
]


def make(path: Path) -> Path:
    with sqlite3.connect(path) as base:
        for table, columns in TABLES.items():
            base.execute(f"create table {table} ({columns})")
        for entry, (kanji, kana, english, remarks) in enumerate(WORDS):
            base.execute("insert into Entry values (?)", (entry,))
            base.executemany("insert into Kanji values (null, ?, ?)", [(entry, form) for form in kanji])
            base.executemany("insert into Kana values (null, ?, ?, 0)", [(entry, form) for form in kana])
            base.execute("insert into Sense values (?, ?)", (entry, entry))
            base.executemany("insert into SenseGloss values (?, 'eng', ?)", [(entry, gloss) for gloss in english])
            base.executemany("insert into misc values (?, ?)", [(entry, remark) for remark in remarks])
        for entry, (kanji, kana, english, kinds) in enumerate(NAMES):
            base.execute("insert into NEEntry values (?)", (entry,))
            base.executemany("insert into NEKanji values (null, ?, ?)", [(entry, form) for form in kanji])
            base.executemany("insert into NEKana values (null, ?, ?)", [(entry, form) for form in kana])
            base.execute("insert into NETranslation values (?, ?)", (entry, entry))
            base.executemany("insert into NETransGloss values (?, 'eng', ?)", [(entry, gloss) for gloss in english])
            base.executemany("insert into NETransType values (?, ?)", [(entry, kind) for kind in kinds])
    return path


def forget() -> None:
    dictionary._lines.cache_clear()
    dictionary.entries.cache_clear()


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = make(tmp_path / "a #1 dictionary.db")
    monkeypatch.setenv("TQA_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv(dictionary.VARIABLE, str(path))
    forget()
    yield path
    forget()


def test_words(tiny: Path) -> None:
    assert dictionary.entries("猫") == (dictionary.Entry("word", ("ねこ", "びょう"), ("cat", "feline")),)
    assert dictionary.glosses("猫舌") == ("dislike of hot food",)
    assert dictionary.glosses("ここ") == dictionary.glosses("此所") == ("here",)
    assert dictionary.glosses("ペン") == ("pen",)
    # Kana of a word that is written in kanji may be many words; a part of a form is none.
    assert not dictionary.entries("ねこ") and not dictionary.entries("猫舌い") and not dictionary.entries("")


def test_names(tiny: Path) -> None:
    assert dictionary.entries("スミス") == (dictionary.Entry("surname", ("スミス",), ("Smith",)),)
    assert [entry.english for entry in dictionary.entries("東洋銀行")] == [("Bank of the Orient",)]
    assert {(entry.kind, entry.english) for entry in dictionary.entries("東") if entry.kind != "place"} == {
        ("surname", ()), ("given", ()),
    }  # fmt: skip


def test_every_form_is_found(tiny: Path) -> None:
    whole = dictionary._lines()
    assert whole is not None
    lines = whole[:].decode().split("\n")[:-1]
    assert lines == sorted(lines, key=str.encode)
    for line in lines:
        assert line.split("\t")[1] in [entry.kind for entry in dictionary.entries(line.split("\t")[0])]


def test_it_is_made_once(tiny: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert dictionary.glosses("猫")
    folder = tiny.parent / "cache"
    (made,) = folder.iterdir()
    before = made.stat().st_mtime_ns
    assert "once" in capfd.readouterr().err
    forget()
    assert dictionary.glosses("猫") and made.stat().st_mtime_ns == before and len(list(folder.iterdir())) == 1
    assert not capfd.readouterr().err


def test_another_dictionary_is_another_file(tiny: Path) -> None:
    first = dictionary.version()
    assert dictionary.glosses("猫")
    with sqlite3.connect(tiny) as base:
        base.execute("update SenseGloss set text = 'kitten'")
        base.execute("create table more (x)")
    os.utime(tiny, (1, 1))
    forget()
    assert dictionary.glosses("猫") == ("kitten",) and dictionary.version() != first


@pytest.mark.parametrize("value", ["off", "not-there.db"])
def test_none_is_no_error(value: str, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(dictionary.VARIABLE, value)
    forget()
    assert dictionary.path() is None and dictionary.version() == "none"
    assert not dictionary.entries("猫") and not dictionary.entries("東")


def test_what_cannot_be_read_or_written_is_as_none(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny.write_text("no dictionary", encoding="utf-8")
    assert not dictionary.entries("猫")
    make(tiny.with_name("good.db"))
    monkeypatch.setenv(dictionary.VARIABLE, str(tiny.with_name("good.db")))
    monkeypatch.setenv("TQA_CACHE_DIR", str(tiny / "no folder"))
    forget()
    assert not dictionary.entries("猫")


def test_rules_says_which_is_in_use(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert f"dictionary: {tiny}" in CliRunner().invoke(rules, []).stderr
    monkeypatch.setenv(dictionary.VARIABLE, "off")
    found = CliRunner().invoke(rules, [])
    assert "dictionary: none" in found.stderr and "dictionary:" not in found.stdout


def test_a_plain_check_does_not_look_for_it(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from tqa.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print('tqa.lang.counterparts.dictionary' in sys.modules)\n"
    )
    (tmp_path / "a.txt").write_text("The cat sleeps.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", code, "check", str(tmp_path / "a.txt")], capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("False\n")


def test_the_real_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(dictionary.VARIABLE)
    if dictionary.path() is None:
        pytest.skip('the extra tqa[dict] (jamdict-data, 54 MB) is not installed')
    forget()
    try:
        assert "economy" in dictionary.glosses("経済")
        assert {"すが", "かん"} <= {reading for entry in dictionary.entries("菅") for reading in entry.readings}
        assert "Einstein" in dictionary.entries("アインシュタイン")[0].english
    finally:
        forget()
