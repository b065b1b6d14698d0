"""The guides: every file that they show is written, every command run, every output compared.

In a guide, ```yaml NAME and ```text NAME are files of the reader's folder, and ```console is a session: lines with
`$ ` are commands, the rest is what they print, where a line `…` stands for any lines.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tqa.cli import main

DOCS = Path(__file__).resolve().parents[1] / "docs"
GUIDES = ("formats.md", "glossary.md")


def blocks(guide: str) -> Iterator[tuple[str, str, str]]:
    """(kind, name, text) of every marked block."""
    text = (DOCS / guide).read_text(encoding="utf-8")
    for kind, name, body in re.findall(r"^```(\w+) ?(\S*)\n(.*?)^```$", text, re.M | re.S):
        if name or kind == "console":
            yield kind, name, body


@pytest.mark.parametrize("guide", GUIDES)
def test_guide(guide: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    sessions = 0
    for kind, name, body in blocks(guide):
        if kind != "console":
            (tmp_path / name).write_text(body, encoding="utf-8")
            continue
        for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", body, re.M):
            sessions += 1
            assert_alike(run(command, tmp_path, capfdbinary), expected, command)
    assert sessions >= 5


def run(command: str, folder: Path, capture) -> str:  # type: ignore[no-untyped-def]
    program, *arguments = shlex.split(command)
    if program == "cat":
        return (folder / arguments[0]).read_text(encoding="utf-8")
    assert program == "tqa", command
    with pytest.raises(SystemExit):
        main(arguments)
    out, err = capture.readouterr()
    return (out + err).decode()


def assert_alike(got: str, expected: str, command: str) -> None:
    lines = expected.rstrip("\n").split("\n")
    pattern = "".join(r"(?:.*\n)*?" if line == "…" else re.escape(line) + r"\n" for line in lines)
    assert re.fullmatch(pattern, got.rstrip("\n") + "\n"), f"$ {command}\n{got}"
