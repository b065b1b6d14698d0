"""The guides and the README: every file that they show is written, every command run, every output compared.

In a guide, ```yaml NAME and ```text NAME are files of the reader's folder, and ```console is a session: lines with
`$ ` are commands, the rest is what they print, where a line `…` stands for any lines.
"""

from __future__ import annotations

import re
import shlex
import textwrap
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from examples import from_docstring

from tqa import Checker
from tqa.cli import main
from tqa.lang import language
from tqa.model import Segment, Side
from tqa.rules import Context
from tqa.text import Text

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
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


def sections(name: str, kind: str) -> list[str]:
    """The blocks of a kind in a file beside `docs`."""
    return re.findall(rf"^ *```{kind}\n(.*?)^ *```$", (ROOT / name).read_text(encoding="utf-8"), re.M | re.S)


def test_the_readme_shows_what_the_seed_gives(monkeypatch: pytest.MonkeyPatch, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(ROOT)
    command, expected = sections("README.md", "console")[0].split("\n", 1)
    assert_alike(run(command.removeprefix("$ "), ROOT, capfdbinary), expected, command)


def test_the_readme_shows_a_glossary_and_a_configuration(tmp_path: Path) -> None:
    glossary, config = sections("README.md", "yaml")
    (tmp_path / "glossary").mkdir()
    for name, text in {"glossary/house.yaml": glossary, "tqa.yaml": config}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    checker = Checker(config=str(tmp_path / "tqa.yaml"))
    assert [one.rule for one in checker.check("They sailed to the Southern Kurils.")] == ["term-forbidden"]


def test_the_readme_shows_python(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = sections("README.md", "python")
    exec(code, {})
    assert "quote-unpaired" in capsys.readouterr().out


def test_contributing_shows_a_rule_that_works() -> None:
    (code,) = sections("CONTRIBUTING.md", "python")
    namespace: dict[str, Any] = {}
    exec(textwrap.dedent(code), namespace)
    examples = list(chain(*from_docstring(namespace["__doc__"])))
    assert len(examples) > 1
    for example in examples:
        segment = Segment(0, "prose", Side(Text.plain(example.text), language("en")))
        found = namespace["check"](segment, Context([segment], "text.txt", "en", "ja", None))
        assert [(one.start, one.end) for one in found] == list(example.spans), example.text


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
