"""`tqa init`: what it writes is valid, nothing is overwritten, and the hook stops what it should."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tqa import config
from tqa.cli import main

BIN = os.path.dirname(sys.executable)
OLD = "It is is late.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{BIN}{os.pathsep}{os.environ['PATH']}")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    return tmp_path


def tqa(*arguments: str) -> int:
    with pytest.raises(SystemExit) as caught:
        main(list(arguments))
    return int(caught.value.code or 0)


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    names = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    return subprocess.run(["git", *names, *arguments], cwd=folder, check=False, capture_output=True, text=True)


def test_what_it_writes_is_valid(folder: Path, capfd) -> None:  # type: ignore[no-untyped-def]
    assert tqa("init") == 0
    assert config.load("tqa.yaml").glossary == ("shipped", "glossary/house.yaml")
    assert tqa("glossary", "test", "glossary/house.yaml") == 0
    assert tqa("glossary", "lint", "glossary/house.yaml") == 0
    (folder / "a.txt").write_text("We make an effort to strive for peace.\n", encoding="utf-8")
    (folder / "README.txt").write_text(OLD, encoding="utf-8")
    capfd.readouterr()
    assert tqa("check", ".") == 1
    out = capfd.readouterr().out
    assert "make an effort to strive" in out and "README" not in out


def test_every_commented_setting_is_valid_too(folder: Path) -> None:
    tqa("init")
    lines = (folder / "tqa.yaml").read_text(encoding="utf-8").split("\n")
    bare = [line[2:] if re.match("# (  |[a-z0-9-]+: ?)", line) else line for line in lines]
    (folder / "tqa.yaml").write_text("\n".join(bare), encoding="utf-8")
    loaded = config.load("tqa.yaml")
    assert loaded.require_reasons and loaded.max_mqm_per_1000_words == 5 and loaded.fail_on == "minor"
    assert loaded.paths and loaded.rules and loaded.files and loaded.exclude


def test_nothing_is_overwritten(folder: Path, capfd) -> None:  # type: ignore[no-untyped-def]
    git(folder, "init", "-q")
    hook = folder / ".git" / "hooks" / "pre-commit"
    hook.write_text("mine", encoding="utf-8")
    (folder / "tqa.yaml").write_text("fail-on: never\n", encoding="utf-8")
    assert tqa("init", "--hook") == 0
    assert capfd.readouterr().err == (
        "tqa.yaml: left as it is\nglossary/house.yaml: written\n.git/hooks/pre-commit: left as it is\n"
    )
    assert hook.read_text(encoding="utf-8") == "mine"
    assert (folder / "tqa.yaml").read_text(encoding="utf-8") == "fail-on: never\n"


def test_no_hook_without_git(folder: Path, capfd) -> None:  # type: ignore[no-untyped-def]
    assert tqa("init", "--hook") == 2
    assert "is no git checkout" in capfd.readouterr().err


@pytest.mark.parametrize("below", ["", "texts/desk's own"])
def test_the_hook(below: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(folder, "init", "-q", "-b", "main")
    here = folder / below
    here.mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(here)
    assert tqa("init", "--hook") == 0
    assert (folder / ".git" / "hooks" / "pre-commit").stat().st_mode & stat.S_IXUSR
    (here / "in").mkdir()
    text = here / "in" / "a b.txt"
    text.write_text(OLD, encoding="utf-8")
    git(folder, "add", ".")
    first = git(folder, "commit", "-m", "no commit yet: every line is new")
    assert first.returncode and "1:4  minor" in first.stdout + first.stderr
    assert git(folder, "commit", "--no-verify", "-m", "old").returncode == 0
    text.write_text(OLD + "\nA good line.\n", encoding="utf-8")
    assert git(folder, "commit", "-am", "the old line stays quiet").returncode == 0
    text.write_text(OLD + "\nA good line.\n\nAt the the end.\n", encoding="utf-8")
    for place in {here, folder}:
        (place / "c.png").write_bytes(f"\x89PNG{place}".encode())
        git(folder, "add", str(place / "c.png"))
        assert git(folder, "commit", "-m", "the text is not staged").returncode == 0
    again = git(folder, "commit", "-am", "the new line")
    assert again.returncode and "5:4" in again.stdout + again.stderr and "1:4" not in again.stdout + again.stderr
    git(folder, "checkout", "-q", ".")
    git(folder, "worktree", "add", "-q", str(folder / "other"))
    other = folder / "other" / below / "in" / "a b.txt"
    other.write_text(OLD + "\nA good line, still.\n", encoding="utf-8")
    assert git(folder / "other", "commit", "-am", "in a worktree").returncode == 0
