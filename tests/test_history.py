"""The past stays quiet: baseline and changed lines."""

from __future__ import annotations

import json
import subprocess
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
