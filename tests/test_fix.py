"""Fixes: what is chosen, what is written, and that a second run finds nothing to mend."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from conftest import Run
from examples import row
from test_rules import checker, table

from bench.data import DEFAULT
from bench.fixes import measure
from tqa import Checker
from tqa.cli.fix import PASSES
from tqa.fix import choose, worse
from tqa.model import Edit, Finding, Fix
from tqa.rules import ALL, module
from tqa.text import spliced

GLOSSARY = """tqa: 1
terms:
  - {ja: 平和条約, en: peace treaty, avoid: [peace pact]}
  - {ja: 協定, en: agreement, avoid: [convention pact]}
"""


def finding(start: int, end: int, text: str, severity: str = "minor", safety: str = "safe") -> Finding:
    fix = Fix("", safety, (Edit(start, end, text),))
    return Finding("r", severity, "", "", start, end, 1, 1, "", fixes=(fix,))


@pytest.mark.parametrize(
    ("findings", "level", "edits"),
    [
        ([finding(0, 2, "a"), finding(5, 6, "b")], "safe", [(0, 2, "a"), (5, 6, "b")]),
        ([finding(0, 3, "a"), finding(2, 6, "b")], "safe", [(0, 3, "a")]),
        ([finding(0, 3, "a"), finding(2, 6, "b", "major")], "safe", [(2, 6, "b")]),
        ([finding(0, 3, "a", safety="unsafe")], "safe", []),
        ([finding(0, 3, "a", safety="unsafe")], "unsafe", [(0, 3, "a")]),
        ([finding(0, 3, "a", safety="display")], "unsafe", []),
    ],
)
def test_choice(findings: list[Finding], level: str, edits: list[tuple[int, int, str]]) -> None:
    assert choose(findings, level) == edits


def test_apply() -> None:
    assert spliced("abcdef", [Edit(4, 5, ""), Edit(0, 1, "XY"), Edit(2, 2, "-")]) == "XYb-cdf"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("They signed a peace pact.", "They signed a peace treaty."),
        ("Peace pacts were signed.", "Peace treaties were signed."),
        ("The PEACE PACT was read.", "The PEACE TREATY was read."),
        ("The peace pact’s text.", "The peace treaty’s text."),
        ("It is a convention pact.", "It is an agreement."),
        ("The the plan.", "The plan."),
    ],
)
def test_words_fit_where_they_are_put(text: str, mended: str, tmp_path: Path) -> None:
    path = tmp_path / "g.yaml"
    path.write_text(GLOSSARY, encoding="utf-8")
    checker = Checker([str(path)], select=["term-forbidden", "doubled-word"])
    assert spliced(text, choose(checker.check(text), "unsafe")) == mended
    assert checker.check(mended) == []


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_file_keeps_everything_else(line_end: str, mark: str, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes((f"{mark}Fine.{line_end}{line_end}They met at the the gate.{line_end}菅{line_end}").encode())
    os.chmod(path, 0o640)
    assert run("check", str(path), "--fix")[0] == 0
    expected = f"{mark}Fine.{line_end}{line_end}They met at the gate.{line_end}菅{line_end}"
    assert path.read_bytes() == expected.encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["x.txt"]


@pytest.mark.parametrize("options", [["--fix", "{}"], ["{}", "--fix"], ["--fix=unsafe", "{}"], ["--fix", "unsafe", "{}"]])
def test_fix_before_the_file_and_after_it(options: list[str], tmp_path: Path, run: Run) -> None:
    path = tmp_path / "x.txt"
    path.write_text("They met at the the gate.\n", encoding="utf-8")
    run("check", *(option.format(path) for option in options))
    assert path.read_text(encoding="utf-8") == "They met at the gate.\n"


def test_a_diff_changes_nothing(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "x.txt"
    path.write_text("They met at the the gate.\n", encoding="utf-8")
    code, out, _ = run("check", str(path), "--diff")
    assert code == 1
    assert "-They met at the the gate." in out and "+They met at the gate." in out
    assert path.read_text(encoding="utf-8") == "They met at the the gate.\n"


def test_nothing_to_mend_leaves_the_file_alone(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"Fine.\r\nAnd good.")
    before = path.stat().st_mtime_ns
    run("check", str(path), "--fix", "unsafe")
    assert path.read_bytes() == b"Fine.\r\nAnd good." and path.stat().st_mtime_ns == before


@pytest.mark.parametrize("rule", [rule for rule in ALL if module(rule).RULE.fix != "display"])
def test_after_its_fix_a_rule_is_silent_and_no_other_has_begun(rule: str, tmp_path: Path) -> None:
    """The rows of the rule's own table, mended as every rule wants."""
    cases = table(rule)
    (tmp_path / "g.yaml").write_text(cases.get("glossary", "tqa: 1\n"), encoding="utf-8")
    everything = Checker([str(tmp_path / "g.yaml")], preview=module(rule).RULE.status == "preview")
    for example in cases["bad"]:
        case = row(example, cases.get("lang", "en"))
        langs = {"lang": case.lang, "source_lang": "ja" if case.lang == "en" else "en"}
        first = found = everything.check(case.text, case.source, **langs)
        text = case.text
        for _ in range(PASSES):
            edits = choose(found, "unsafe")
            if not edits:
                break
            text = spliced(text, edits)
            found = everything.check(text, case.source, **langs)
        assert worse(first, found) == set(), f"{case.text!r} became {text!r}"
        left = [f for f in checker(rule).check(text, case.source, **langs) if any(x.safety != "display" for x in f.fixes)]
        assert left == [], f"{case.text!r} became {text!r}"


def test_a_fix_that_makes_another_rule_speak_is_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "g.yaml").write_text("tqa: 1\nterms:\n  - {en: treaty, avoid: [the pact]}\n")
    path = tmp_path / "x.txt"
    path.write_text("They signed the the pact.\n\nAfter treaty the pact was read.\n\nAll of the the men left.\n")
    (tmp_path / "tqa.yaml").write_text("glossary: [g.yaml]\nselect: [term-forbidden, doubled-word]\n")
    assert run("check", "x.txt", "--fix", "unsafe")[0] == 0
    mended = "They signed the treaty.\n\nAfter treaty the pact was read.\n\nAll of the men left.\n"
    assert path.read_text() == mended
    assert run("check", "x.txt", "--fix", "unsafe")[0] == 0 and path.read_text() == mended


@pytest.mark.parametrize("arguments", [["--fix", "x.txt"], ["x.txt", "--fix"], ["--fix=safe", "x.txt"], ["--fix", "safe", "x.txt"]])
def test_fix_takes_a_path_for_a_path(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.txt").write_text("They met at the the gate.\n")
    assert run("check", *arguments)[0] == 0
    assert (tmp_path / "x.txt").read_text() == "They met at the gate.\n"


def test_a_link_stays_a_link_and_a_locked_folder_is_said(tmp_path: Path, run: Run) -> None:
    (tmp_path / "there").mkdir()
    real, link = tmp_path / "there" / "x.txt", tmp_path / "link.txt"
    real.write_text("They met at the the gate.\n")
    link.symlink_to(real)
    assert run("check", str(link), "--fix")[0] == 0
    assert link.is_symlink() and real.read_text() == "They met at the gate.\n"
    assert os.listdir(tmp_path / "there") == ["x.txt"] and sorted(os.listdir(tmp_path)) == ["link.txt", "there"]
    real.write_text("They met at the the gate.\n")
    real.chmod(0o444)
    code, _, err = run("check", str(link), "--fix")
    assert code == 2 and real.read_text() == "They met at the the gate.\n"
    assert err.splitlines() == [f"tqa: {link}: cannot be written: it is read-only", "0 files changed"]


FORMATS = {
    "x.txt": "{}Fine.{}They met at the the gate.{}",
    "x.md": "{}# Fine{}{}They *met at the* the gate.{}",
    "x.csv": '{}source,target{}菅,"They met at the the gate."{}',
    "x.tsv": "{}source\ttarget{}菅\tThey met at the the gate.{}",
    "x.po": '{}msgid "菅"{}msgstr "They met at the "{}"the gate."{}',
}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_only_the_fix_changes(name: str, encoding: str, line_end: str, tmp_path: Path, run: Run) -> None:
    path = tmp_path / name
    raw = FORMATS[name].replace("{}", line_end).removeprefix(line_end)
    path.write_bytes(raw.encode(encoding))
    assert run("check", str(path), "--fix", "unsafe", "--select", "doubled-word")[0] == 0
    mended = path.read_bytes()
    text = mended.decode(encoding)
    assert "the the" not in " ".join(text.replace("*", "").replace('"', "").split())
    assert len(raw) - len(text) == 4 and text.count(line_end) == raw.count(line_end)
    assert mended.startswith(raw.encode(encoding)[:20])
    os.utime(path, (1, 1))
    assert run("check", str(path), "--fix", "unsafe", "--select", "doubled-word")[0] == 0
    assert path.read_bytes() == mended and path.stat().st_mtime == 1


@pytest.mark.skipif(not os.path.isdir(os.environ.get("TQA_BENCH_DATA", DEFAULT)), reason="no bench data")
def test_on_real_text_a_fix_helps_and_nothing_else_begins() -> None:
    """A part of what `python -m bench.fixes` does with 2,000 sentences."""
    result = measure(200)
    assert result.sentences == 200 and result.worse == result.unstable == 0
    assert result.after < result.before
