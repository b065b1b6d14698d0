"""Hostile files: one clear line, exit 2, the other files still checked, nothing written, time and memory bounded."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import Run

from tqa.formats import LARGEST

GOOD = "They met at the the gate.\n"
ROW = b"source,target\na,b\n"
FILES = {
    "invalid.txt": (b"Fine.\nThe caf\xe9 is open.\n", "invalid.txt:2:8: is not UTF-8: byte 0xe9"),
    "invalid.csv": (ROW + b"c,\xff\n", "invalid.csv:3:3: is not UTF-8: byte 0xff"),
    "invalid.md": (b"# A\n\n\xc3(\n", "invalid.md:3:1: is not UTF-8: byte 0xc3"),
    "invalid.po": (b'msgid "a"\nmsgstr "\x80"\n', "invalid.po:2:9: is not UTF-8: byte 0x80"),
    "cut.txt": ("日本".encode()[:-1], "cut.txt:1:2: is not UTF-8: byte 0xe6"),
    "nul.txt": (b"Fine.\nA\0b\n", "nul.txt:2:2: holds a NUL character"),
    "nul.md": (b"A\0", "nul.md:1:2: holds a NUL character"),
    "utf-16.txt": ("The plan\n".encode("utf-16-le"), "utf-16.txt:1:2: holds a NUL character"),
    "odd.txt": (b"\xff\xfea\0b", "odd.txt:1:3: is not UTF-16-LE"),
    "encoding.po": (b'msgid ""\nmsgstr "charset=klingon\\n"\n', "encoding.po:1:1: declares an encoding that does not exist"),
    "base64.po": (b'msgid ""\nmsgstr "charset=base64\\n"\n', "base64.po:1:1: declares an encoding that does not exist"),
    "ragged.csv": (ROW + b"c\n", "ragged.csv:3:1: this row has 1 cell, the header 2"),
    "open.csv": (ROW + b'c,"d\n', "open.csv:3:3: this quotation mark never closes"),
    "after.csv": (ROW + b'c,"d"e\n', "after.csv:3:6: text after the end of a quoted cell"),
    "no-header.tsv": (b"a\tb\n", "no-header.tsv:1:1: no column “target”"),
    "open.po": (b'msgid "a"\nmsgstr "b\n', "open.po:2:8: this string never closes"),
    "other.po": (b'msgid ""\nmsgstr "Language: de\\n"\n', "other.po:2:19: is a translation into “de”"),
    "line.txt": (b"a " * 200_000, "line.txt:1:1: a paragraph of over 200,000 characters is no text"),
    "line.csv": (ROW + b"c," + b"a " * 200_000 + b"\n", "line.csv:3:3: a cell of 400,000 characters is no text"),
    "line.po": (b'msgid "a"\nmsgstr "' + b"\\n" * 200_000, "line.po:1:7: an entry of over 200,000 characters is no text"),
    "brackets.md": (b"[" * 9_000_000, "brackets.md: is too large for Markdown"),
    "nested.md": (b"*_" * 1_000_000, "nested.md:1:2: a paragraph of over 200,000 characters is no text"),
    "many.txt": (b"a\n\n" * 260_000, "many.txt: holds more than 250,000 segments (split the file)"),
    "large.txt": (b"\n" * (LARGEST + 1), "large.txt: is too large: 32 MiB, of at most 32 (split the file)"),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("option", ["--format=text", "--fix"])
def test_one_line_and_the_rest_is_checked(name: str, option: str, folder: Path, run: Run) -> None:
    data, message = FILES[name]
    (folder / name).write_bytes(data)
    (folder / "zz.txt").write_text(GOOD)
    begun = time.process_time()
    code, out, err = run("check", option, name, "zz.txt")
    assert time.process_time() - begun < 20
    assert code == 2
    said = [line for line in err.splitlines() if name in line]
    assert len(said) == 1 and said[0].startswith(f"tqa: {message}"), err
    if option == "--fix":
        assert (folder / "zz.txt").read_text() == GOOD.replace("the the", "the")
    else:
        assert "doubled-word" in out
    assert (folder / name).read_bytes() == data
    assert sorted(os.listdir(folder)) == sorted([name, "zz.txt"])


HARMLESS = {
    "quotes.md": b"> " * 100_000 + b"a\n",
    "lists.md": b"".join(b" " * level + b"- a\n" for level in range(300)),
    "links.md": b"[a](" * 4_000,
    "surrogates.po": b'msgid "a"\nmsgstr "\\xed\\xa0\\x80"\n',
    "blank.txt": b"\n" * 5_000_000 + b"a\n",
    "tabs.tsv": b"target\tid\n" + b"\t\n" * 10_000,
    "quotes.csv": b'target\n"' + b'""' * 90_000 + b'"\n',
}


@pytest.mark.parametrize("name", HARMLESS)
def test_bounded(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(HARMLESS[name])

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (700 * 2**20, 700 * 2**20))

    command = [sys.executable, "-c", "from tqa.cli import main; main()", "check", "--format=jsonl", name]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, preexec_fn=limit, timeout=60)
    assert run.returncode in (0, 1), run.stderr
    assert "internal-error" not in run.stdout
