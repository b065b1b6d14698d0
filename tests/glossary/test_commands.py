"""`tqa glossary …`: exit codes, what is printed, what is written."""

from __future__ import annotations

import json
import shutil
from functools import partial
from pathlib import Path

import pytest
from conftest import Run

import tqa
from tqa.cli import main

GOOD = "tqa: 1\nterms:\n  - ja: 北\n    en: North\n    ref: r\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tqa.yaml").write_text("glossary: [g.yaml]\n", encoding="utf-8")
    (tmp_path / "g.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(run: Run) -> Run:
    """`tqa glossary …`."""
    return partial(run, "glossary")


def test_lint(folder: Path, run: Run) -> None:
    assert run("lint") == (0, "0 warnings in 1 entry (--level info looks readings up).\n", "")
    (folder / "g.yaml").write_text(GOOD + "    only: {}\n    examples: [{en: ⟦Nord⟧}]\n", encoding="utf-8")
    code, out, _ = run("lint")
    assert code == 1
    assert "g.yaml:6:5: warning: this only: says nothing [condition]\n        only: {}\n        ^^^^\n" in out
    assert "g.yaml:7:16: warning: this example fails: “Nord” is marked and not reported [example]" in out
    assert run("lint", "--fail-on", "never")[0] == 0
    (folder / "g.yaml").write_text(GOOD.replace("    ref: r\n", ""), encoding="utf-8")
    assert run("lint") == (0, "0 warnings in 1 entry (--level info shows 1 more remark and looks readings up).\n", "")
    assert run("lint", "--fail-on", "info")[0] == 1
    (folder / "g.yaml").write_text(GOOD.replace("ref", "reff"), encoding="utf-8")
    code, out, _ = run("lint")
    assert code == 2
    assert "g.yaml:5:5: error: unknown key “reff” [schema]\n        reff: r\n        ^^^^^\n    → did you mean “ref”?" in out
    assert run("lint", "no.yaml") == (2, "", "tqa: no.yaml: no such glossary (give a .yaml file or a folder of them)\n")


def test_examples(folder: Path, run: Run) -> None:
    text = GOOD + "    avoid: Nord\n    examples:\n      - {en: to the ⟦Nord⟧}\n      - {ja: 北へ, en: to the North}\n"
    (folder / "g.yaml").write_text(text, encoding="utf-8")
    assert run("test") == (0, "2 examples hold.\n", "")
    (folder / "g.yaml").write_text(text.replace("⟦Nord⟧", "Nord and ⟦Norden⟧"), encoding="utf-8")
    code, out, _ = run("test")
    assert code == 1
    assert out.startswith("g.yaml:8:9: an example of “北” fails\n    text:     to the Nord and Norden\n")
    assert "    expected: ⟦Norden⟧\n    found:    ⟦Nord⟧\n      term-forbidden: " in out


def test_a_translation_into_japanese_bears_the_marks(folder: Path, run: Run) -> None:
    text = GOOD + "    avoid: 南\n    examples: [{en: North, ja: ⟦南⟧へ}]\n"
    (folder / "g.yaml").write_text(text, encoding="utf-8")
    assert run("test") == (0, "1 example holds.\n", "")


def test_fmt(folder: Path, run: Run) -> None:
    assert run("fmt", "--check") == (0, "", "")
    (folder / "g.yaml").write_bytes("tqa: 1\r\nterms:\r\n- en: N\r\n  ja: 北\r\n".encode())
    assert run("fmt", "--check") == (1, "g.yaml: would be laid out anew\n", "")
    assert run("fmt") == (0, "g.yaml: has been laid out anew\n", "")
    assert (folder / "g.yaml").read_bytes().decode() == "tqa: 1\r\nterms:\r\n  - ja: 北\r\n    en: N\r\n"
    before = "tqa: 1\nterms:\n  - ? ja\n    : 北\n    en: N\n"
    (folder / "g.yaml").write_text(before, encoding="utf-8")
    code, _, err = run("fmt")
    assert code == 2 and "left as it is" in err and (folder / "g.yaml").read_text(encoding="utf-8") == before


def test_add_and_avoid(folder: Path, run: Run) -> None:
    assert run("add", "南", "South") == (0, "g.yaml: 南 is “South”\n", "")
    assert run("add", "北", "the  North")[1] == "g.yaml:3: “the North” is accepted for 北; the preferred form stays “North”\n"
    assert run("add", "北", "North")[1] == "g.yaml:3: 北 is “North” already\n"
    assert run("avoid", "北", "Nord", "--why", "German")[0] == 0
    assert run("avoid", "北", "Norte")[0] == 0
    assert run("avoid", "北", "Norte")[1] == "g.yaml:3: “Norte” is avoided already\n"
    assert (folder / "g.yaml").read_text(encoding="utf-8") == (
        "tqa: 1\nterms:\n  - ja: 北\n    en: [North, the North]\n    avoid: [{en: Nord, why: German}, Norte]\n    ref: r\n"
        "  - ja: 南\n    en: South\n"
    )
    assert run("avoid", "北", "North")[0] == 2
    assert run("add", "北", "Norte")[0] == 2
    assert run("avoid", "東", "Est")[2] == "tqa: there is no entry for “東” (add it first: tqa glossary add 東 RENDERING)\n"
    assert run("add", "東", "East", "--to", "new.yaml")[0] == 0
    assert (folder / "new.yaml").read_text(encoding="utf-8") == "tqa: 1\nterms:\n  - ja: 東\n    en: East\n"
    assert run("add", " ", "East")[2] == "tqa: JA is empty\n"


def test_several_files_need_a_choice(folder: Path, run: Run) -> None:
    (folder / "h.yaml").write_text("tqa: 1\n", encoding="utf-8")
    (folder / "tqa.yaml").write_text("glossary: [g.yaml, h.yaml]\n", encoding="utf-8")
    assert run("add", "南", "South")[2].startswith("tqa: say where the new entry goes, with --to FILE (one of: g.yaml, h.yaml)")
    assert run("avoid", "北", "Nord")[0] == 0


def test_the_installed_glossary_is_not_edited(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    package = folder / "site" / "tqa"
    (package / "shipped").mkdir(parents=True)
    shutil.copy(folder / "g.yaml", package / "shipped" / "g.yaml")
    monkeypatch.setattr(tqa, "__file__", str(package / "__init__.py"))
    code, _, err = run("avoid", "北", "Nord", "--to", "site/tqa/shipped/g.yaml")
    assert code == 2 and "--to house.yaml" in err
    assert (package / "shipped" / "g.yaml").read_text(encoding="utf-8") == GOOD


def test_show(folder: Path, run: Run) -> None:
    text = GOOD + "    avoid: {en: Nord, unless: {near: [Germany, ドイツ]}}\npeople:\n"
    text += "  - {ja: 菅義偉, reading: すが よしひで, en: Yoshihide Suga, family: {ja: 菅, en: Suga}}\n"
    (folder / "g.yaml").write_text(text, encoding="utf-8")
    for word in ("北", "north", "the North's", "Nord"):
        assert run("show", word)[1].startswith("g.yaml:3  term “北”\n    ja       北\n    en       North\n"), word
    for word in ("菅", "Suga", "すが", "スガ", "すがよしひで", "Yoshihide Suga"):
        assert run("show", word)[1].startswith("g.yaml:8  person “菅義偉”\n"), word
    assert run("show", "West") == (1, "No entry speaks for “West”.\n", "")
    out = run("show", "北", "--in", "the Nord of Germany")[1]
    assert "“Nord” is to be avoided: “Nord” of g.yaml:3\n" in out
    assert "unless near Germany or ドイツ: holds (Germany stands there): silent\n    nothing is reported\n" in out
    out = run("show", "北", "--in", "to the Nord", "--source", "北へ")[1]
    assert "unless near Germany or ドイツ: does not hold\n    reported: “Nord”: term-forbidden, major (g.yaml:3)\n" in out


def test_schema(run: Run) -> None:
    assert json.loads(run("schema")[1])["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_help_names_every_command(run: Run) -> None:
    out = run("--help")[1]
    assert all(name in out for name in ("lint", "test", "fmt", "add", "avoid", "show", "schema"))


HOUSE = "tqa: 1\nterms:\n  - ja: 船\n    en: ship\n"


@pytest.fixture
def project(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house's file over a glossary that ships."""
    package = folder / "site" / "tqa"
    (package / "shipped").mkdir(parents=True)
    text = GOOD + "    avoid: [Nord, {en: Norte, only: {near: [北]}}]\n    examples:\n      - {ja: 北へ, en: to the ⟦Norte⟧}\n"
    (package / "shipped" / "g.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(tqa, "__file__", str(package / "__init__.py"))
    monkeypatch.setattr("tqa.glossary.paths.shipped", lambda: str(package / "shipped"))
    (folder / "tqa.yaml").write_text("glossary: [shipped, house.yaml]\n", encoding="utf-8")
    (folder / "house.yaml").write_text(HOUSE, encoding="utf-8")
    return folder


def test_a_shipped_entry_is_copied_into_the_house_file(project: Path, run: Run) -> None:
    code, out, _ = run("avoid", "北", "Polar", "--why", "colder")
    assert code == 0 and "house.yaml: “Polar” is avoided for 北; the entry is a copy of site/tqa/shipped/g.yaml:3" in out
    assert (project / "house.yaml").read_text(encoding="utf-8") == HOUSE + (
        "  - ja: 北\n    en: North\n    avoid:\n      - Nord\n      - {en: Norte, only: {near: [北]}}\n"
        "      - {en: Polar, why: colder}\n    ref: r\n    examples:\n      - {ja: 北へ, en: to the ⟦Norte⟧}\n"
    )
    assert run("add", "北", "the North")[1] == "house.yaml:5: “the North” is accepted for 北; the preferred form stays “North”\n"
    assert "instead  of the entry site/tqa/shipped/g.yaml:3, which this one overrides" in run("show", "北")[1]
    assert "this replaces the entry of site/tqa/shipped/g.yaml:3 [override]" in run("lint", "--level", "info")[1]
    assert run("test") == (0, "1 example holds.\n", "")  # those that ship are not one's own to mend


def test_what_ships_is_not_linted_again(project: Path, run: Run) -> None:
    broken = "tqa: 1\nterms:\n  - ja: 北\n    en: North\n    avoid: Nord\n    examples:\n      - {en: the ⟦South⟧}\n"
    (project / "site" / "tqa" / "shipped" / "g.yaml").write_text(broken, encoding="utf-8")
    assert run("lint")[:2] == (0, "0 warnings in 2 entries (--level info shows 1 more remark and looks readings up).\n")
    assert run("test")[0] == 0
    assert run("test", "shipped")[0] == run("lint", "shipped")[0] == 1  # where it is asked for
    (project / "house.yaml").write_text("tqa: 1\nterms: []\nphrases:\n  - avoid: North\n    en: [x]\n", encoding="utf-8")
    assert "“North” is to be avoided here and accepted in" in run("lint")[1]


def test_slips_of_the_command_line(folder: Path, run: Run) -> None:
    code, _, err = run("add", "South", "南")
    assert code == 2 and err == "tqa: “South” is no Japanese (the Japanese comes first: tqa glossary add 南 “South”)\n"
    assert "make the folder clients first" in run("add", "南", "South", "--to", "clients/a.yaml")[2]
    (folder / "g.yaml").write_text("tqa: 1\n\nterms:\n  - ja: 北\n    en: North\n", encoding="utf-8")
    assert run("avoid", "北", "Nord")[0] == 0


def test_another_file_overrides(project: Path, run: Run) -> None:
    out = run("add", "北", "Septentrion", "--to", "client.yaml")[1]
    assert out == "client.yaml: 北 is “Septentrion”; this overrides site/tqa/shipped/g.yaml:3\n"
    assert run("add", "海", "sea")[1] == "house.yaml: 海 is “sea”\n"  # the one file that is one's own
    (project / "tqa.yaml").write_text("glossary: [shipped]\n", encoding="utf-8")
    assert "“glossary: [shipped, house.yaml]”" in run("avoid", "北", "Polar")[2]


def test_homographs_are_told_apart_by_id(folder: Path, run: Run) -> None:
    text = GOOD + "  - {id: north wind, ja: 北, en: north wind, only: {near: [風]}}\n"
    (folder / "g.yaml").write_text(text, encoding="utf-8")
    code, _, err = run("avoid", "北", "Boreas")
    assert code == 2 and "g.yaml:3 “北”, g.yaml:6 “north wind” (name the one you mean with --id)" in err
    assert run("avoid", "北", "Boreas", "--id", "north wind")[1] == "g.yaml:6: “Boreas” is avoided for 北\n"
    assert "only: {near: [風]}}" in (folder / "g.yaml").read_text(encoding="utf-8")


def test_a_finding_says_which_entry_decided(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (folder / "g.yaml").write_text(GOOD + "    avoid: Nord\n", encoding="utf-8")
    (folder / "a.txt").write_text("To the Nord.\n", encoding="utf-8")
    for form, told in (("text", "term-forbidden (g.yaml:3)"), ("json", '"entry": "g.yaml:3"'), ("sarif", '"entry": "g.yaml:3"'),
                       ("github", "(g.yaml:3)"), ("html", "g.yaml:3")):  # fmt: skip
        with pytest.raises(SystemExit):
            main(["check", "a.txt", "--format", form])
        assert told in capfdbinary.readouterr().out.decode(), form


def test_a_form_without_an_entry_is_said_before_the_file(folder: Path, run: Run) -> None:
    (folder / "tqa.yaml").unlink()  # then the glossary that ships is meant, which nobody may edit
    code, _, err = run("avoid", "北のない語", "x")
    assert (code, err) == (2, "tqa: there is no entry for “北のない語” (add it first: tqa glossary add 北のない語 RENDERING)\n")
