"""Which files are checked: folders, patterns, .gitignore, links, what is piped in."""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run

from tqa import git
from tqa.config import Config
from tqa.files import search

pytestmark = pytest.mark.usefixtures("folder")

BAD = "They met at the the gate.\n"


def write(folder: Path, *names: str, text: str = BAD) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def found(*paths: str, **settings: object) -> list[str]:
    names, errors = search(paths, Config(**settings))  # type: ignore[arg-type]
    assert errors == []
    return names


def test_a_folder(folder: Path) -> None:
    write(folder, "b.txt", "a.md", "a.ja.md", "x.png", "sub/c.txt", "sub/.hidden.txt", ".git2/d.txt", "node_modules/e.txt")
    write(folder, "tqa-baseline.tsv", "no-suffix")
    assert found(".") == ["a.md", "b.txt", "sub/c.txt"]
    assert found("sub", "sub/c.txt", "./sub") == ["sub/c.txt"]


@pytest.mark.parametrize(
    ("files", "exclude", "names"),
    [
        ([], [], ["a.txt", "old/b.txt", "old/deep/c.txt", "old/deep/keep.txt"]),
        (["old/**/*.txt"], [], ["old/b.txt", "old/deep/c.txt", "old/deep/keep.txt"]),
        (["**/c.txt"], [], ["old/deep/c.txt"]),
        (["/a.txt"], [], ["a.txt"]),
        (["old/*.txt"], [], ["old/b.txt"]),
        (["deep/"], [], ["old/deep/c.txt", "old/deep/keep.txt"]),
        ([], ["old/"], ["a.txt"]),
        ([], ["old"], ["a.txt"]),
        ([], ["old/*"], ["a.txt"]),
        ([], ["[a-b].txt"], ["old/deep/c.txt", "old/deep/keep.txt"]),
        ([], ["*.txt", "!keep.txt"], ["old/deep/keep.txt"]),
        (["old/"], ["deep/"], ["old/b.txt"]),
    ],
)
def test_patterns_of_the_configuration(files: list[str], exclude: list[str], names: list[str], folder: Path) -> None:
    write(folder, "a.txt", "old/b.txt", "old/deep/c.txt", "old/deep/keep.txt")
    assert found(".", files=files, exclude=exclude) == names


def test_patterns_are_seen_from_the_configuration(folder: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    write(folder, "desk/old/a.txt", "desk/new/b.txt")
    write(folder, "desk/tqa.yaml", text="exclude: /old/\n")
    assert run("check", "desk")[1].count("doubled-word") == 1
    monkeypatch.chdir(folder / "desk" / "new")
    assert run("check", ".")[1].count("doubled-word") == 1
    assert run("check", "../old/a.txt")[1].count("doubled-word") == 1  # named: it is checked


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("articles/**/*.txt", ["articles/a.txt", "articles/x/b.txt"]),
        ("articles/*", ["articles/a.txt", "articles/x/b.txt"]),
        ("*/[ab].txt", ["articles/a.txt"]),
        ("articles/[draft].txt", ["articles/[draft].txt"]),
    ],
)
def test_patterns_that_no_shell_has_expanded(pattern: str, names: list[str], folder: Path) -> None:
    write(folder, "articles/a.txt", "articles/a.ja.txt", "articles/x/b.txt", "articles/c.png")
    if "draft" in pattern:
        write(folder, "articles/[draft].txt")
    assert found(pattern) == names


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("*.md", "tqa: *.md: no such file or folder\n"),
        ("*.png", "tqa: *.png: no text to check has such a name (tqa reads"),
        ("empty", "tqa: empty: no text to check in this folder (tqa reads"),
        ("", "tqa: no such file or folder\n"),
    ],
)
def test_nothing_found(path: str, message: str, folder: Path, run: Run) -> None:
    write(folder, "a.txt", "a.png", "empty/x.png")
    code, out, err = run("check", path, "a.txt")
    assert code == 2 and err.startswith(message) and "doubled-word" in out


def test_a_source_is_no_translation(folder: Path) -> None:
    """`tqa check *.txt`, as a shell expands it, names the sources too."""
    write(folder, "a.txt", "b.en.txt", "c.txt", "ja/c.txt")
    write(folder, "a.ja.txt", "b.ja.txt", "lonely.ja.txt", text="門で会った。\n")
    assert found("a.ja.txt", "a.txt", "b.en.txt", "b.ja.txt", "lonely.ja.txt") == ["a.txt", "b.en.txt", "lonely.ja.txt"]
    assert found(".", source="ja/{name}{ext}") == ["a.txt", "b.en.txt", "c.txt"]
    assert found("a.ja.txt") == ["a.ja.txt"]


def test_links_are_not_followed(folder: Path) -> None:
    write(folder, "real/a.txt")
    (folder / "real" / "loop").symlink_to(folder / "real", target_is_directory=True)
    (folder / "real" / "b.txt").symlink_to("a.txt")
    (folder / "real" / "broken.txt").symlink_to("nowhere")
    (folder / "named").symlink_to("real", target_is_directory=True)
    assert found(".") == ["real/a.txt"]
    assert found("named") == ["named/a.txt"]
    assert found("real/b.txt") == ["real/b.txt"]


def test_a_folder_that_cannot_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    write(folder, "a.txt", "locked/b.txt", "z.txt")
    scandir = os.scandir

    def guarded(path: str):  # type: ignore[no-untyped-def]
        if os.path.basename(path) == "locked":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    code, out, err = run("check", ".")
    assert (code, err) == (2, "tqa: ./locked: cannot be read: permission denied\n")
    assert "a.txt" in out and "z.txt" in out
    assert run("check", "locked")[2] == "tqa: locked: cannot be read: permission denied\n"


def test_thousands_of_files(folder: Path) -> None:
    for number in range(3000):
        write(folder, f"{number % 50}/{number}.txt", text="")
    assert len(found(".", exclude=("archive/", "*.md"))) == 3000


# --- .gitignore -------------------------------------------------------------------------------------------------

NAMES = [f"{folder}{name}" for folder in ("", "a/", "b/", "a/b/", "old/", "a/old/", "b/a/old/") for name in
         ("x.txt", "y.txt", "keep.txt", "n.md")]  # fmt: skip


@pytest.mark.parametrize("checkout", [True, False])
@pytest.mark.parametrize(
    ("lines", "inner", "left"),
    [
        (["old/"], [], [name for name in NAMES if "old/" not in name]),
        (["/old/", "*.md"], [], [name for name in NAMES if not name.startswith("old/") and not name.endswith("md")]),
        (["*", "!*/", "!keep.txt"], [], [name for name in NAMES if name.endswith("keep.txt")]),
        (["old/", "!old/keep.txt"], [], [name for name in NAMES if "old/" not in name]),
        (["x.txt"], ["!x.txt", "y.txt"], [n for n in NAMES if (n[-5:] != "x.txt" or n[:2] == "a/") and (n[-5:] != "y.txt" or n[:2] != "a/")]),
        (["a/**/x.txt"], [], [name for name in NAMES if not (name.startswith("a/") and name.endswith("x.txt"))]),
    ],
)
def test_gitignore(checkout: bool, lines: list[str], inner: list[str], left: list[str], folder: Path) -> None:
    write(folder, *NAMES)
    (folder / ".gitignore").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "a" / ".gitignore").write_text("\n".join(inner) + "\n", encoding="utf-8")
    if checkout:
        git.ask(str(folder), "init", "-q")
    assert sorted(found(".")) == sorted(left)
    assert found("old/x.txt") == ["old/x.txt"]  # named: nothing leaves it out
    if checkout:
        assert sorted(found("a")) == sorted(name for name in left if name.startswith("a/"))


def test_gitignore_is_what_git_says(folder: Path) -> None:
    """On random pattern files, the search finds what git would add."""
    patterns = [
        "*.txt", "!keep.txt", "old/", "/old/", "a/*", "a/**", "**/old", "a/**/x.txt", "/x.txt", "!a/", "*", "!*/", "!*.txt",
        "b/old", "old", "!old/keep.txt", "?.txt", "[xy].txt", "/a/b/", "!/a/b/x.txt", "**/a/*", "# no", "", " ", "*.md", "/*",
    ]  # fmt: skip
    chance = random.Random(6)
    write(folder, *NAMES)
    git.ask(str(folder), "init", "-q")
    for _ in range(25):
        for place in (".gitignore", "a/.gitignore"):
            chosen = chance.choices(patterns, k=chance.randint(0, 4))
            (folder / place).write_text("\n".join(chosen) + "\n", encoding="utf-8")
        said = git.ask(str(folder), "ls-files", "-z", "--others", "--exclude-standard")[1].split("\0")
        names, _ = search(["."], Config())
        assert sorted(names) == sorted(name for name in said if name and not name.endswith(".gitignore"))


def test_a_worktree_and_a_folder_above(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    write(folder, "top/articles/a.txt", "top/articles/draft/b.txt")
    write(folder, "top/.gitignore", text="draft/\n")
    for command in (["init", "-q"], ["add", "."], [*names, "commit", "-qm", "a"], ["worktree", "add", "-q", "../other"]):
        assert git.ask(str(folder / "top"), *command)[0] == 0
    write(folder, "other/articles/draft/b.txt")
    assert found("top/articles", "other/articles") == ["top/articles/a.txt", "other/articles/a.txt"]
    monkeypatch.chdir(folder / "other" / "articles")
    monkeypatch.setenv("GIT_DIR", "/nowhere")  # as in a hook
    assert found(".") == ["a.txt"]
    assert found("draft") == ["draft/b.txt"]  # the folder itself is named


def test_without_git(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, "a.txt", "b.txt")
    write(folder, ".gitignore", text="b.txt\n")
    monkeypatch.setenv("PATH", str(folder))
    assert found(".") == ["a.txt", "b.txt"]


# --- what is piped in -------------------------------------------------------------------------------------------


def pipe(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        (["--stdin-filename", "articles/a.md", "-"], "articles/a.md"),
        (["--stdin-filename", "a.txt"], "a.txt"),
        (["-"], "<stdin>"),
    ],
)
def test_piped(arguments: list[str], place: str, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    pipe(monkeypatch, b"\xef\xbb\xbfFine.\r\n\r\nAt the the gate.\r\n")
    code, out, err = run("check", *arguments, "--format", "jsonl")
    row = json.loads(out)
    assert (code, row["path"], row["line"], row["column"], err) == (1, place, 3, 4, "")


def test_piped_has_the_settings_and_the_source_of_its_name(folder: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    write(folder, "desk/tqa.yaml", text="exclude: old/\npaths:\n  - files: letters/\n    rules: {doubled-word: info}\n")
    write(folder, "desk/letters/a.ja.txt", text="村は10校を開いた。\n")
    pipe(monkeypatch, b"The the village opened 12 schools.\n")
    name = "desk/letters/a.txt"
    code, out, _ = run("check", "--stdin-filename", name, "-", "--format", "jsonl")
    rows = {row["rule"]: row for row in map(json.loads, out.splitlines())}
    assert code == 1 and rows["doubled-word"]["severity"] == "info"
    assert rows["number-mismatch"]["source"]["path"] == "desk/letters/a.ja.txt"
    pipe(monkeypatch, BAD.encode())
    assert run("check", "--force-exclude", "--stdin-filename", "desk/old/a.txt", "-") == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "data", "code", "out"),
    [
        (["--fix"], b"\xef\xbb\xbfAt the the gate.\r\n", 0, b"\xef\xbb\xbfAt the gate.\r\n"),
        (["--fix"], b"Fine.\r\n", 0, b"Fine.\r\n"),
        (["--fix", "--force-exclude", "--stdin-filename", "a.ja.txt"], b"At the the gate.", 0, b"At the the gate."),
        (["--diff"], b"Fine.\n", 0, b""),
        (["--fix"], b"Not \xff", 2, b""),
    ],
)
def test_piped_through_fix(arguments, data, code, out, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:  # type: ignore[no-untyped-def]
    pipe(monkeypatch, data)
    assert run("check", *arguments, "-")[:2] == (code, out.decode())


def test_a_diff_of_what_is_piped(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    pipe(monkeypatch, BAD.encode())
    code, out, _ = run("check", "--diff", "--stdin-filename", "a.txt", "-")
    assert code == 1 and out.startswith("--- a.txt\n+++ a.txt\n") and "+They met at the gate.\n" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-", "b.txt"], "tqa: - goes with no other path\n"),
        (["b.txt", "--stdin-filename", "a.txt"], "tqa: --stdin-filename goes with - alone\n"),
        (["-", "--diff-from", "HEAD"], "tqa: --diff-from and --staged look at files, not at what is piped in\n"),
        (["--stdin-filename", "a.png", "-"], "tqa: a.png: tqa does not read .png files"),
        (["--stdin-filename", "a.txt", "-"], "tqa: a.txt:1:1: is not UTF-8: byte 0xff"),
    ],
)
def test_piped_wrongly(arguments: list[str], message: str, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    pipe(monkeypatch, b"\xff")
    code, _, err = run("check", *arguments)
    assert code == 2 and err.startswith(message)


def test_a_real_pipe(folder: Path) -> None:
    command = [sys.executable, "-c", "from tqa.cli import main; main()", "check", "-"]
    done = subprocess.run(command, input=BAD.encode(), capture_output=True, check=False)
    assert done.returncode == 1 and b"<stdin>\n\n  1:13  minor" in done.stdout


# --- several processes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["text", "json", "html", "github"])
def test_any_number_of_jobs_says_the_same(form: str, folder: Path, run: Run) -> None:
    for number in range(9):
        write(folder, f"{number}.txt", text=BAD * (number % 3) + "It was an fair.\n")
    (folder / "bad.txt").write_bytes(b"\xff")
    results = [run("check", ".", "--format", form, "--jobs", jobs) for jobs in ("1", "2", "5", "40")]
    assert results[0][0] == 2 and results[0][1] and results[0][2].startswith("tqa: bad.txt:1:1: is not UTF-8")
    assert all(result == results[0] for result in results)


def test_where_no_process_can_be_started(folder: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    import concurrent.futures

    def refuse(*_: object) -> None:
        raise OSError("no processes here")

    monkeypatch.setattr(concurrent.futures, "ProcessPoolExecutor", refuse)
    write(folder, "a.txt", "b.txt")
    code, out, err = run("check", ".", "--jobs", "2")
    assert (code, out.count("doubled-word"), err) == (1, 2, "")


def test_fix_before_its_file(folder: Path, run: Run) -> None:
    """`--fix` may take a word; a file after it is still a file."""
    write(folder, "a.txt")
    assert run("check", "--fix", "a.txt") == (0, "", "1 file changed\n")
    assert run("check", "--fix", "unsafe", "a.txt") == (0, "", "0 files changed\n")
    assert run("check", "--fix=unsfe", "a.txt")[2] == "tqa: --fix takes nothing or “unsafe”, not “unsfe”\n"
