"""Fixes: what is chosen, what is written, and that a second run finds nothing to mend."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from examples import row
from test_rules import checker, table

from tqa import Checker
from tqa.cli import main
from tqa.fix import choose
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
def test_the_file_keeps_everything_else(line_end: str, mark: str, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes((f"{mark}Fine.{line_end}{line_end}They met at the the gate.{line_end}菅{line_end}").encode())
    os.chmod(path, 0o640)
    with pytest.raises(SystemExit) as caught:
        main(["check", str(path), "--fix"])
    assert caught.value.code == 0
    expected = f"{mark}Fine.{line_end}{line_end}They met at the gate.{line_end}菅{line_end}"
    assert path.read_bytes() == expected.encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["x.txt"]


@pytest.mark.parametrize("options", [["--fix", "{}"], ["{}", "--fix"], ["--fix=unsafe", "{}"], ["--fix", "unsafe", "{}"]])
def test_fix_before_the_file_and_after_it(options: list[str], tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("They met at the the gate.\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["check", *(option.format(path) for option in options)])
    assert path.read_text(encoding="utf-8") == "They met at the gate.\n"


def test_a_diff_changes_nothing(tmp_path: Path, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "x.txt"
    path.write_text("They met at the the gate.\n", encoding="utf-8")
    with pytest.raises(SystemExit) as caught:
        main(["check", str(path), "--diff"])
    assert caught.value.code == 1
    out = capfdbinary.readouterr()[0].decode()
    assert "-They met at the the gate." in out and "+They met at the gate." in out
    assert path.read_text(encoding="utf-8") == "They met at the the gate.\n"


def test_nothing_to_mend_leaves_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"Fine.\r\nAnd good.")
    before = path.stat().st_mtime_ns
    with pytest.raises(SystemExit):
        main(["check", str(path), "--fix", "unsafe"])
    assert path.read_bytes() == b"Fine.\r\nAnd good." and path.stat().st_mtime_ns == before


@pytest.mark.parametrize("rule", [rule for rule in ALL if module(rule).RULE.fix != "display"])
def test_after_its_fix_a_rule_is_silent(rule: str) -> None:
    """The rows of the rule's own table, mended: what had a fix is not reported again, and nothing else begins to be."""
    cases, meta = table(rule), module(rule).RULE
    for example in cases["bad"]:
        case = row(example, cases.get("lang", "en"))
        langs = {"lang": case.lang, "source_lang": "ja" if case.lang == "en" else "en"}
        text = case.text
        for _ in range(5):
            found = checker(rule).check(text, case.source, **langs)
            edits = choose(found, "unsafe")
            if not edits:
                break
            text = spliced(text, edits)
        left = [f for f in checker(rule).check(text, case.source, **langs) if any(x.safety != "display" for x in f.fixes)]
        assert left == [], f"{meta.id}: {case.text!r} became {text!r}"
