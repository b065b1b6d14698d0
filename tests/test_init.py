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


def hooked() -> None:
    """`tqa init --hook`, with the new glossary alone: the one that ships would be compiled anew for every folder."""
    assert tqa("init", "--hook") == 0
    settings = Path("tqa.yaml")
    settings.write_text(settings.read_text(encoding="utf-8").replace("[shipped, ", "["), encoding="utf-8")


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
        "tqa.yaml: left as it is\nglossary/house.yaml: written\n"
        "tqa.yaml: name the glossary there: glossary: [shipped, glossary/house.yaml]\n"
        ".git/hooks/pre-commit: left as it is\n"
        ".git/hooks/pre-commit: to check there too, add: tqa check --staged --diff-from HEAD -- .\n"
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
    hooked()
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


def test_twice(folder: Path, capfd) -> None:  # type: ignore[no-untyped-def]
    git(folder, "init", "-q")
    assert tqa("init", "--hook") == 0
    capfd.readouterr()
    assert tqa("init", "--hook") == 0
    left = "tqa.yaml", "glossary/house.yaml", ".git/hooks/pre-commit"
    assert capfd.readouterr().err == "".join(f"{name}: left as it is\n" for name in left)


def test_a_file_where_the_folder_should_be(folder: Path, capfd) -> None:  # type: ignore[no-untyped-def]
    (folder / "glossary").write_text("mine", encoding="utf-8")
    assert tqa("init") == 2
    assert "glossary/house.yaml: cannot be written: " in capfd.readouterr().err


@pytest.mark.parametrize("where", [".hooks", "/elsewhere"])
@pytest.mark.parametrize("below", ["", "texts"])
def test_hooks_in_another_folder(where: str, below: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capfd) -> None:  # type: ignore[no-untyped-def]
    top, outside = folder / "top", f"{folder}{where}"
    top.mkdir()
    git(top, "init", "-q")
    git(top, "config", "core.hooksPath", outside if where[0] == "/" else where)
    (top / below).mkdir(exist_ok=True)
    monkeypatch.chdir(top / below)
    if where[0] == "/":  # other checkouts may use it as well
        assert tqa("init", "--hook") == 2
        assert "core.hooksPath names a folder outside this checkout" in capfd.readouterr().err
        assert not Path(outside).exists()
        return
    hooked()
    (top / below / "a.txt").write_text(OLD, encoding="utf-8")
    git(top, "add", ".")
    done = git(top, "commit", "-m", "a")
    assert done.returncode == 1 and f"{below}/a.txt".lstrip("/") in done.stdout + done.stderr


# --- what is staged, and not what is on the disk ----------------------------------------------------------------


@pytest.fixture
def desk(folder: Path) -> Path:
    """A checkout with the hook, one clean article with its source, and all committed."""
    git(folder, "init", "-q", "-b", "main")
    hooked()
    (folder / "a.txt").write_text("The village opened 10 schools.\n\nFine.\n", encoding="utf-8")
    (folder / "a.ja.txt").write_text("村は10校を開いた。\n\n問題ない。\n", encoding="utf-8")
    git(folder, "add", ".")
    assert git(folder, "commit", "-m", "first").returncode == 0
    return folder


def said(done: subprocess.CompletedProcess[str]) -> tuple[int, str]:
    return done.returncode, done.stdout + done.stderr


def test_a_fault_on_the_disk_alone_is_not_committed(desk: Path) -> None:
    (desk / "a.txt").write_text("The village opened 10 schools.\n\nFine, too.\n", encoding="utf-8")
    git(desk, "add", ".")
    (desk / "a.txt").write_text("The the village opened 12 schools.\n\nFine, too.\n", encoding="utf-8")
    assert git(desk, "commit", "-m", "fine").returncode == 0


def test_a_staged_fault_is_told_though_the_disk_is_mended(desk: Path) -> None:
    (desk / "a.txt").write_text("The village opened 10 schools.\n\nThey met at the the gate.\n", encoding="utf-8")
    git(desk, "add", ".")
    (desk / "a.txt").write_text("Nothing.\n", encoding="utf-8")
    code, out = said(git(desk, "commit", "-m", "not fine"))
    assert code == 1 and out.startswith("a.txt\n") and "3:13  minor" in out


def test_the_source_is_the_staged_one(desk: Path) -> None:
    (desk / "a.txt").write_text("The village opened 12 schools.\n\nFine.\n", encoding="utf-8")
    git(desk, "add", "a.txt")
    (desk / "a.ja.txt").write_text("村は12校を開いた。\n\n問題ない。\n", encoding="utf-8")
    code, out = said(git(desk, "commit", "-m", "the source on the disk agrees, the committed one does not"))
    assert code == 1 and "number-mismatch" in out
    git(desk, "add", "a.ja.txt")
    assert git(desk, "commit", "-m", "now both").returncode == 0


def test_all_at_once_and_part_of_it(desk: Path) -> None:
    """`git commit -a` and `git commit FILE` have an index of their own."""
    (desk / "b.txt").write_text("Fine.\n", encoding="utf-8")
    git(desk, "add", ".")
    git(desk, "commit", "-m", "b")
    (desk / "a.txt").write_text("The village opened 10 schools.\n\nThey met at the the gate.\n", encoding="utf-8")
    (desk / "b.txt").write_text("Fine, still.\n", encoding="utf-8")
    assert "a.txt" in said(git(desk, "commit", "-am", "all"))[1]
    assert git(desk, "commit", "-m", "only b", "b.txt").returncode == 0
    assert "a.txt" in said(git(desk, "commit", "-m", "only a", "a.txt"))[1]


def test_deleted_renamed_and_binary_files(desk: Path) -> None:
    git(desk, "rm", "-q", "a.ja.txt")
    git(desk, "mv", "a.txt", "renamed, \"so\" 日本.txt")
    (desk / "c.png").write_bytes(b"\x89PNG\0the the")
    (desk / "link.txt").symlink_to("nowhere")
    git(desk, "add", ".")
    assert said(git(desk, "commit", "-m", "moved")) [0] == 0
    with open(desk / "renamed, \"so\" 日本.txt", "a", encoding="utf-8") as file:
        file.write("\nAt the the end.\n")
    (desk / "d.txt").write_bytes(b"A \0 in it: the the\n")
    git(desk, "add", ".")
    code, out = said(git(desk, "commit", "-m", "bad"))
    assert code == 1 and "renamed, \"so\" 日本.txt\n" in out and "5:4" in out
    assert "tqa: d.txt:1:3: holds a NUL character" in out


def test_staged_by_hand(desk: Path, monkeypatch: pytest.MonkeyPatch, capfd) -> None:  # type: ignore[no-untyped-def]
    (desk / "in").mkdir()
    (desk / "in" / "b.txt").write_text(OLD, encoding="utf-8")
    (desk / "a.txt").write_text(OLD, encoding="utf-8")
    git(desk, "add", ".")
    (desk / "tqa.yaml").write_text("exclude: /a.txt\n", encoding="utf-8")
    monkeypatch.chdir(desk / "in")
    capfd.readouterr()
    assert tqa("check", "--staged", "--format", "jsonl") == 1
    out = capfd.readouterr().out
    assert out.count("\n") == 1 and '"path": "b.txt"' in out
    monkeypatch.chdir(desk)
    assert tqa("check", "--staged", "--format", "jsonl") == 1
    out = capfd.readouterr().out
    assert out.count("\n") == 1 and '"path": "in/b.txt"' in out
    assert tqa("check", "--staged", "--fix") == 2
    assert tqa("check", "--staged", "--source", "x") == 2


def test_staged_without_git(folder: Path, capfd) -> None:  # type: ignore[no-untyped-def]
    assert tqa("check", "--staged") == 2
    assert capfd.readouterr().err == "tqa: this folder is no git checkout: nothing is staged here\n"
