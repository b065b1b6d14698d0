"""The past stays quiet: baseline and changed lines."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tqa.cli import main

OLD = "One paragraph.\n\nThey met at the the gate.\n\nHe called it “a plan. They left.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(OLD, encoding="utf-8")
    return tmp_path


def run(capfdbinary, *arguments: str) -> tuple[int, list[tuple[str, int]], str]:  # type: ignore[no-untyped-def]
    with pytest.raises(SystemExit) as caught:
        main([*arguments, *(["--format", "jsonl"] if arguments[0] == "check" else [])])
    out, err = capfdbinary.readouterr()
    found = [json.loads(line) for line in out.decode().splitlines()] if arguments[0] == "check" else []
    return int(caught.value.code or 0), [(row["rule"], row["line"]) for row in found], err.decode()


def test_a_baseline_survives_moves_and_rewrapping(folder: Path, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    assert run(capfdbinary, "baseline", "a.txt") == (0, [], "2 findings written to tqa-baseline.tsv\n")
    text = (
        "".join(f"Line {n}.\n" for n in range(40))
        + "\nHe called it “a plan. They left.\n\nThey met at the the gate.\n\nOne paragraph, and an an error.\n"
    )
    (folder / "a.txt").write_text(text, encoding="utf-8")
    code, found, err = run(capfdbinary, "check", "a.txt", "--baseline", "tqa-baseline.tsv")
    assert (code, found, err) == (1, [("doubled-word", 46)], "")


def test_what_is_gone_is_said_and_pruned(folder: Path, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    run(capfdbinary, "baseline", "a.txt")
    (folder / "a.txt").write_text(OLD.replace("the the", "the"), encoding="utf-8")
    code, found, err = run(capfdbinary, "check", "a.txt", "--baseline", "tqa-baseline.tsv")
    assert (code, found) == (0, []) and "1 known finding is gone" in err
    assert run(capfdbinary, "baseline", "a.txt", "--update")[2] == "1 entry dropped, 1 kept\n"
    assert len((folder / "tqa-baseline.tsv").read_text(encoding="utf-8").splitlines()) == 2
    assert run(capfdbinary, "baseline", "a.txt")[0] == 2  # never overwritten


def test_the_file_is_sorted_a_line_an_entry(folder: Path, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    run(capfdbinary, "baseline", "a.txt")
    head, *rows = (folder / "tqa-baseline.tsv").read_text(encoding="utf-8").splitlines()
    assert head.startswith("#") and rows == sorted(rows) and all(row.count("\t") == 3 for row in rows)


@pytest.mark.parametrize("content", ["nonsense\n", "a\tb\n"])
def test_a_broken_baseline(content: str, folder: Path, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    (folder / "b.tsv").write_text(content, encoding="utf-8")
    code, _, err = run(capfdbinary, "check", "a.txt", "--baseline", "b.tsv")
    assert code == 2 and err.startswith("tqa: b.tsv:1:1: is no baseline entry")


PROSE = (
    "The volunteers repaired the old bridge after the storm, and the town office thanked the the carpenters, who had come "
    "from three valleys and worked through the rain without a single complaint until the last plank lay in its place."
)
OTHER = "It was an fair of pottery and of glass, held on the north bank of the river where the ferry used to land in summer."


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("width", [50, 60, 72, 80, 100, 1000])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_baseline_survives_any_wrapping(suffix: str, width: int, line_end: str, folder: Path, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    from textwrap import fill

    place = folder / f"w{suffix}"
    place.write_text(f"{PROSE}\n\n{OTHER}\n", encoding="utf-8")
    assert run(capfdbinary, "baseline", place.name)[2] == "2 findings written to tqa-baseline.tsv\n"
    text = f"New.\n\n{fill(OTHER, width)}\n\n{fill(PROSE, width)}\n"
    place.write_text(text, encoding="utf-8", newline=line_end)
    assert run(capfdbinary, "check", place.name, "--baseline", "tqa-baseline.tsv") == (0, [], "")


def test_a_copy_is_new_and_a_move_is_not(folder: Path, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    known = ("--baseline", "tqa-baseline.tsv")
    run(capfdbinary, "baseline", "a.txt")
    (folder / "b.txt").write_text("They met at the the gate.\n", encoding="utf-8")
    assert run(capfdbinary, "check", "b.txt", *known)[1] == [("doubled-word", 1)]  # a.txt still has it
    assert run(capfdbinary, "check", ".", *known)[1] == [("doubled-word", 1)]
    (folder / "a.txt").write_text(OLD.replace("They met at the the gate.\n\n", ""), encoding="utf-8")
    assert run(capfdbinary, "check", ".", *known) == (0, [], "")  # the paragraph moved to another file
    (folder / "c.txt").write_text("They met at the the gate.\n", encoding="utf-8")
    assert run(capfdbinary, "check", ".", *known)[1] == [("doubled-word", 1)]  # it moved to one place, not to two
    (folder / "c.txt").unlink()
    assert run(capfdbinary, "baseline", ".", "--update")[2] == "0 entries dropped, 2 kept\n"
    assert "b.txt\tdoubled-word" in (folder / "tqa-baseline.tsv").read_text(encoding="utf-8")
    assert run(capfdbinary, "check", "b.txt", *known) == (0, [], "")


def test_a_baseline_from_another_folder(folder: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    (folder / "in").mkdir()
    (folder / "a.txt").rename(folder / "in" / "a.txt")
    run(capfdbinary, "baseline", "in")
    monkeypatch.chdir(folder / "in")
    assert run(capfdbinary, "check", "a.txt", "--baseline", "../tqa-baseline.tsv") == (0, [], "")
    (folder / "in" / "b.txt").write_text(OLD, encoding="utf-8")
    assert len(run(capfdbinary, "check", "b.txt", "--baseline", "../tqa-baseline.tsv")[1]) == 2


def test_rules_that_were_not_asked_are_not_gone(folder: Path, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    run(capfdbinary, "baseline", "a.txt")
    known = ("--baseline", "tqa-baseline.tsv")
    assert run(capfdbinary, "check", "a.txt", *known, "--select", "calque") == (0, [], "")
    (folder / "b.txt").write_text("Fine.\n", encoding="utf-8")
    assert run(capfdbinary, "check", "b.txt", *known) == (0, [], "")  # nor those of other files


def test_two_branches_merge(folder: Path, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    """Each branch adds entries of its own; git joins them, and what it leaves as a conflict is said as one."""
    for name in "bcdefgh":
        (folder / f"{name}.txt").write_text(f"They met in {name} at the the gate.\n", encoding="utf-8")
    run(capfdbinary, "baseline", ".")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "old")
    for branch, name in (("one", "b"), ("two", "g")):
        git(folder, "checkout", "-q", "-b", branch, "main")
        (folder / f"{name}.txt").write_text("Mended.\n", encoding="utf-8")
        run(capfdbinary, "baseline", ".", "--update")
        git(folder, "commit", "-qam", branch)
    git(folder, "merge", "-q", "one")
    assert run(capfdbinary, "check", ".", "--baseline", "tqa-baseline.tsv") == (0, [], "")
    with open(folder / "tqa-baseline.tsv", "a", encoding="utf-8") as file:
        file.write("<<<<<<< HEAD\n")
    err = run(capfdbinary, "check", ".", "--baseline", "tqa-baseline.tsv")[2]
    assert err.endswith("(a merge conflict: keep the lines of both sides)\n")


def git(folder: Path, *arguments: str) -> None:
    names = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


def test_only_changed_lines(folder: Path, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "old")
    assert run(capfdbinary, "check", "a.txt", "--diff-from", "HEAD") == (0, [], "")
    (folder / "a.txt").write_text(OLD + "\nIt is an an error.\n", encoding="utf-8")
    assert run(capfdbinary, "check", "a.txt", "--diff-from", "HEAD")[:2] == (1, [("doubled-word", 7)])
    git(folder, "mv", "a.txt", "b.txt")
    assert run(capfdbinary, "check", "b.txt", "--diff-from", "HEAD")[:2] == (1, [("doubled-word", 7)])
    (folder / "c.txt").write_text(OLD, encoding="utf-8")
    assert len(run(capfdbinary, "check", "c.txt", "--diff-from", "HEAD")[1]) == 2
    code, _, err = run(capfdbinary, "check", "b.txt", "--diff-from", "nowhere")
    assert code == 2 and "git knows no revision “nowhere” here" in err


def changed(folder: Path, *arguments: str) -> list[tuple[str, str, int]]:
    """(path, rule, line) of what is said of the lines that were changed."""
    command = [sys.executable, "-c", "from tqa.cli import main; main()", "check", ".", "--format", "jsonl", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, text=True)
    assert done.returncode in (0, 1), done.stderr
    return [(row["path"], row["rule"], row["line"]) for row in map(json.loads, done.stdout.splitlines())]


@pytest.fixture
def checkout(folder: Path) -> Path:
    """A checkout with the old text, and settings of git that change how it shows differences."""
    git(folder, "init", "-q", "-b", "main")
    for setting in ("diff.noprefix=true", "diff.mnemonicPrefix=true", "diff.interHunkContext=9", "diff.relative=true",
                    "color.diff=always", "core.quotePath=false", "diff.renames=false", "diff.external=false"):  # fmt: skip
        git(folder, "config", *setting.split("="))
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "old")
    return folder


def test_a_renamed_and_edited_file(checkout: Path) -> None:
    (checkout / "in").mkdir()
    (checkout / "a.txt").write_text(f"{OLD}\n{OTHER}\n", encoding="utf-8")
    git(checkout, "commit", "-qam", "longer")
    git(checkout, "mv", "a.txt", "in/new name.txt")
    place = checkout / "in" / "new name.txt"
    place.write_text(f"A new first line.\n\n{OLD}\n{OTHER}\n\nIt was an apple an day.\n", encoding="utf-8")
    assert changed(checkout, "--diff-from", "HEAD") == [("in/new name.txt", "article-a-an", 11)]
    git(checkout, "add", ".")
    git(checkout, "commit", "-qm", "moved")
    place.write_text(place.read_text(encoding="utf-8").replace("met at", "met, at"), encoding="utf-8")
    assert changed(checkout, "--diff-from", "HEAD~1") == [
        ("in/new name.txt", "doubled-word", 5), ("in/new name.txt", "article-a-an", 11),
    ]  # fmt: skip
    assert changed(checkout, "--diff-from", "HEAD") == [("in/new name.txt", "doubled-word", 5)]


@pytest.mark.parametrize("name", ["日本.txt", 'a "quoted" name.txt', "tab\there.txt", "b/-- a.txt", "+++ b.txt", "back\\slash.txt"])
def test_names_that_git_quotes(name: str, checkout: Path) -> None:
    (checkout / name).parent.mkdir(exist_ok=True)
    (checkout / name).write_text(OLD, encoding="utf-8")
    git(checkout, "add", ".")
    git(checkout, "commit", "-qm", "more")
    assert changed(checkout, "--diff-from", "HEAD") == []
    (checkout / name).write_text(OLD + "\nAt the the end.\n", encoding="utf-8")
    assert changed(checkout, "--diff-from", "HEAD") == [(name, "doubled-word", 7)]


def test_lines_that_look_like_a_diff(checkout: Path) -> None:
    odd = "++ b/other.txt\n\n-- a/a.txt\n\n@@ -1 +1 @@\n\n"
    rest = "".join(f"Line {number} stands still.\n\n" for number in range(9)) + "It was an fair.\n\n"
    (checkout / "a.txt").write_text(odd + rest, encoding="utf-8")
    git(checkout, "commit", "-qam", "odd")
    (checkout / "a.txt").write_text(rest + odd + "At the the end.", encoding="utf-8")
    assert changed(checkout, "--diff-from", "HEAD") == [("a.txt", "doubled-word", 27)]


def test_what_the_other_side_did_is_not_ours(checkout: Path) -> None:
    """main mends a fault after the branch was left; the branch still has it, and has not touched it."""
    git(checkout, "checkout", "-q", "-b", "branch")
    (checkout / "b.txt").write_text("At the the end.\n", encoding="utf-8")
    git(checkout, "add", ".")
    git(checkout, "commit", "-qm", "ours")
    git(checkout, "checkout", "-q", "main")
    (checkout / "a.txt").write_text("Mended.\n", encoding="utf-8")
    git(checkout, "commit", "-qam", "theirs")
    git(checkout, "checkout", "-q", "branch")
    assert changed(checkout, "--diff-from", "main") == [("b.txt", "doubled-word", 1)]


def test_no_commit_yet_and_untracked(folder: Path, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    git(folder, "init", "-q")
    assert len(changed(folder, "--diff-from", "HEAD")) == 2
    git(folder, "add", ".")
    assert len(changed(folder, "--diff-from", "HEAD")) == 2
    code, _, err = run(capfdbinary, "check", "a.txt", "--diff-from", "--output=x")
    assert code == 2 and "git knows no revision “--output=x” here" in err and not (folder / "x").exists()


def test_no_checkout(folder: Path, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    code, _, err = run(capfdbinary, "check", "a.txt", "--diff-from", "HEAD")
    assert code == 2 and err == "tqa: a.txt: --diff-from needs a git checkout, and there is none here\n"
