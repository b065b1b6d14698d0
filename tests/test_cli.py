"""The command line: exit codes, formats, errors in one line, comments that silence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Run

from tqa.model import Problem

pytestmark = pytest.mark.usefixtures("folder")

BAD = "He called it “a plan. They left.\n"
GOOD = "He called it “a plan.” They left.\n"


def test_exit_codes(folder: Path, run: Run) -> None:
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "bad.txt").write_text(BAD, encoding="utf-8")
    assert run("check", "good.txt")[0] == 0
    code, out, err = run("check", "bad.txt")
    assert (code, err) == (1, "")
    assert "1:14  minor  the quotation that opens here never closes  quote-unpaired" in out
    assert run("check", "bad.txt", "--fail-on", "major")[0] == 0
    assert run("check", "bad.txt", "--fail-on", "never")[0] == 0
    assert run("check", ".")[0] == 1


def test_a_rule_that_crashes_stops_nothing(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(segment: object, context: object) -> Iterator[Problem]:
        yield Problem(segment, 0, 2, "said before it crashed")  # type: ignore[arg-type]
        raise ValueError("no such thing")

    monkeypatch.setattr("tqa.rules.doubled_word.check", crash)
    (folder / "bad.txt").write_text(BAD, encoding="utf-8")
    code, out, _ = run("check", "bad.txt", "--format", "json", "--fail-on", "never")
    found = {finding["rule"]: finding for finding in json.loads(out)["findings"]}
    assert code == 2 and set(found) == {"doubled-word", "internal-error", "quote-unpaired"}
    crashed = found["internal-error"]
    assert (crashed["severity"], crashed["start"], crashed["end"], crashed["fixes"]) == ("critical", 0, 1, [])
    message = "the rule doubled-word has crashed, which is a mistake in tqa: ValueError: no such thing (crash, line "
    assert crashed["message"].startswith(message)


def test_json(folder: Path, run: Run) -> None:
    (folder / "bad.txt").write_text("菅\r\n" + BAD, encoding="utf-8", newline="")
    code, out, _ = run("check", "bad.txt", "--format", "json", "--select", "quote-unpaired")
    data = json.loads(out)
    assert code == 1
    assert data["version"] == 1 and data["tool"]["name"] == "tqa"
    assert data["summary"]["findings"] == {"critical": 0, "major": 0, "minor": 1, "info": 0}
    (finding,) = data["findings"]
    assert set(finding) >= {
        "path", "rule", "severity", "category", "message", "start", "end", "line", "column", "end_line", "end_column",
        "quote", "segment", "source", "related", "fixes", "fingerprint",
    }  # fmt: skip
    assert (finding["start"], finding["end"], finding["line"], finding["column"]) == (16, 17, 2, 14)
    assert finding["quote"] == "“" and finding["source"] is None
    _, out, _ = run("check", "bad.txt", "--format", "jsonl", "--select", "quote-unpaired")
    assert json.loads(out) == finding


def test_output_file(folder: Path, run: Run) -> None:
    (folder / "bad.txt").write_text(BAD, encoding="utf-8")
    for _ in range(2):  # a report is written anew
        code, out, err = run("check", "bad.txt", "--output", "report.txt")
        assert (code, out) == (1, "") and err.startswith("report.txt: 1 finding (1 minor), ")
        assert "quote-unpaired" in (folder / "report.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["bad.txt", "./bad.txt", "bad.ja.txt", "tqa.yaml", "b.tsv", "link.html"])
def test_a_report_overwrites_nothing_that_was_read(name: str, folder: Path, run: Run) -> None:
    (folder / "bad.txt").write_text(BAD, encoding="utf-8")
    (folder / "bad.ja.txt").write_text("彼は計画だと言った。皆は帰った。\n", encoding="utf-8")
    (folder / "tqa.yaml").write_text("lang: en\n", encoding="utf-8")
    (folder / "b.tsv").write_text("", encoding="utf-8")
    (folder / "link.html").symlink_to("bad.txt")
    before = (folder / name).read_bytes()
    code, _, err = run("check", "bad.txt", "--baseline", "b.tsv", "--output", name)
    assert (code, err) == (2, f"tqa: {name}: is read by this run, and would be overwritten by the report\n")
    assert (folder / name).read_bytes() == before


@pytest.mark.parametrize(
    ("files", "arguments", "message"),
    [
        ({}, ["missing.txt"], "tqa: missing.txt: no such file or folder"),
        ({"empty/.keep": b""}, ["empty"], "tqa: empty: no text to check in this folder"),
        ({"x.txt": b"a \xff"}, ["x.txt"], "tqa: x.txt:1:3: is not UTF-8: byte 0xff"),
        ({"x.png": b"a"}, ["x.png"], "tqa: x.png: tqa does not read .png files"),
        ({"x.txt": b"a", "tqa.yaml": b"glosary: x\n"}, ["x.txt"], "tqa: tqa.yaml:1:1: unknown key “glosary” (did you mean"),
        ({"x.txt": b"a", "tqa.yaml": b"rules:\n  calqe: off\n"}, ["x.txt"], "tqa: tqa.yaml:2:3: there is no rule “calqe”"),
        ({"x.txt": b"a", "tqa.yaml": b"rules:\n  calque: loud\n"}, ["x.txt"], "tqa: tqa.yaml:2:11: “loud” is none of"),
        ({"x.txt": b"a"}, ["x.txt", "--select", "foo"], "tqa: there is no rule “foo”"),
        ({"x.txt": b"a", "tqa.yaml": b"lang: en\n"}, ["x.txt", "--select", "foo"], "tqa: there is no rule “foo”"),
        ({"x.txt": b"a", "tqa.yaml": b"select: calqe\n"}, ["x.txt"], "tqa: tqa.yaml:1:9: there is no rule “calqe” (did you mean"),
        ({"x.txt": b"a", "tqa.yaml": b"ignore:\n- no-rule\n"}, ["x.txt"], "tqa: tqa.yaml:2:3: there is no rule “no-rule” (`tqa rules` lists"),
        ({"x.txt": b"a", "tqa.yaml": b"source: '{nme}.ja'\n"}, ["x.txt"], "tqa: tqa.yaml:1:9: “{nme}.ja” is no name of a"),
        ({"x.txt": b"a", "tqa.yaml": b"exclude: [a, '!']\n"}, ["x.txt"], "tqa: tqa.yaml:1:14: “!” is no pattern of files"),
        ({"x.txt": b"a", "tqa.yaml": b"exclude: {a: b}\n"}, ["x.txt"], "tqa: tqa.yaml:1:10: a text is expected here, not"),
        ({"x.txt": b"a", "tqa.yaml": b"fail-on: [minor]\n"}, ["x.txt"], "tqa: tqa.yaml:1:10: a text is expected here, not a"),
        ({"x.txt": b"a", "tqa.yaml": b"- a\n"}, ["x.txt"], "tqa: tqa.yaml:1:1: “key: value” lines are expected"),
        ({"x.txt": b"a", "tqa.yaml": b"paths:\n  - files: a\n"}, ["x.txt"], "tqa: tqa.yaml:2:5: the key “rules” is missing"),
        ({"x.txt": b"a", "tqa.yaml": b"preview: yes\n"}, ["x.txt"], "tqa: tqa.yaml:1:10: “yes” is none of: true, false"),
        ({"x.txt": b"a", "tqa.yaml": b"lang: fr\n"}, ["x.txt"], "tqa: tqa.yaml:1:7: “fr” is none of: en, ja"),
        ({"x.txt": b"a", "tqa.yaml": b'lang: "en\n'}, ["x.txt"], "tqa: tqa.yaml:1:7: is not YAML"),
        ({"x.txt": b"a"}, ["x.txt", "--config", "no.yaml"], "tqa: no.yaml: no such configuration file"),
        ({"x.txt": b"a"}, ["x.txt", "--glossary", "no.yaml"], "tqa: no.yaml: no such glossary"),
        ({"x.txt": b"a", "g.yaml": b"tqa: 1\nterm: []\n"}, ["x.txt", "--glossary", "g.yaml"], "tqa: g.yaml:2:1: unknown key"),
        ({"x.txt": b"a"}, ["x.txt", "--output", "no/where.txt"], "tqa: no/where.txt: cannot be written"),
    ],
)
def test_bad_input_is_one_clear_line(files, arguments, message, folder: Path, run: Run) -> None:  # type: ignore[no-untyped-def]
    for name, data in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    code, _, err = run("check", *arguments)
    assert code == 2
    assert err.startswith(message) and err.count("\n") == 1, err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["align", "x.txt", "x.txt", "--lang", "fr"], "Error: Invalid value for '--lang': 'fr' is not one of"),
        (["align", "no.txt", "x.txt"], "tqa: no.txt: cannot be read: no such file"),
        (["check", "x.txt", "--source", "{nme}.ja"], "tqa: “{nme}.ja” is no name of a source: write {name} and {ext}"),
        (["rules", "--write", "x.txt/pages"], "tqa: x.txt/pages: cannot be made: not a directory"),
        (["rules", "calqe"], "tqa: there is no rule “calqe” (did you mean “calque”?)"),
        (["rules", "zzz"], "tqa: there is no rule “zzz” (`tqa rules` lists them)"),
        (["baseline", "no.txt"], "tqa: no.txt: no such file or folder"),
        (["check", "x.txt", "--baseline", "x.txt"], "tqa: x.txt:1:1: is no baseline entry"),
        (["check", "x.txt", "--baseline", "latin.txt"], "tqa: latin.txt:1:1: is not UTF-8"),
        (["glossary", "lint", "no.yaml"], "tqa: no.yaml: no such glossary"),
        (["glossary", "import", "no.csv", "--to", "no/a.yaml"], "tqa: no.csv: cannot be read: no such file"),
        (["glossary", "export", "--output", "no/a.csv"], "tqa: no/a.csv: cannot be written: no such file or directory (make"),
    ],
)
def test_every_command_says_what_is_wrong_in_a_line(arguments, message, folder: Path, run: Run) -> None:  # type: ignore[no-untyped-def]
    (folder / "x.txt").write_text("a\n", encoding="utf-8")
    (folder / "latin.txt").write_bytes(b"\xe9")
    code, _, err = run(*arguments)
    assert code == 2 and message in err and "Traceback" not in err, err


def test_sources_by_a_pattern(folder: Path, run: Run) -> None:
    for name, en, ja in (("a.txt", "It has 12 rooms.\n", "10室ある。\n"), ("b.txt", "It has 15 rooms.\n", "15室ある。\n")):
        (folder / "en").mkdir(exist_ok=True)
        (folder / "ja").mkdir(exist_ok=True)
        (folder / "en" / name).write_text(en, encoding="utf-8")
        (folder / "ja" / name).write_text(ja, encoding="utf-8")
    code, out, _ = run("check", "en", "--source", "../ja/{name}{ext}", "--format", "jsonl")
    assert code == 1 and [(row["rule"], row["path"]) for row in map(json.loads, out.splitlines())] == [("number-mismatch", "en/a.txt")]
    (folder / "{odd}.txt").write_text("10室ある。\n", encoding="utf-8")  # a file is a file, whatever its name
    assert "number-mismatch" in run("check", "en/a.txt", "--source", "{odd}.txt")[1]


def test_a_byte_order_mark_takes_no_column(folder: Path, run: Run) -> None:
    (folder / "bad.txt").write_text("\ufeff" + BAD, encoding="utf-8")
    (finding,) = json.loads(run("check", "bad.txt", "--format", "json")[1])["findings"]
    assert (finding["start"], finding["line"], finding["column"], finding["end_column"]) == (14, 1, 14, 15)


def test_other_files_are_still_checked(folder: Path, run: Run) -> None:
    (folder / "a.txt").write_bytes(b"\xff")
    (folder / "b.txt").write_text(BAD, encoding="utf-8")
    code, out, err = run("check", "a.txt", "b.txt")
    assert code == 2 and "a.txt:1:1" in err and "b.txt" in out and "quote-unpaired" in out


@pytest.mark.parametrize("content", [b"", b"\n", b"\xef\xbb\xbf \r\n"])
def test_an_empty_file_is_an_error(content: bytes, folder: Path, run: Run) -> None:
    (folder / "empty.txt").write_bytes(content)
    code, _, err = run("check", "empty.txt")
    assert code == 2 and err.startswith("tqa: empty.txt:1:1: is empty: there is nothing to check\n")


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("A “plan. Yes. <!-- tqa-ignore quote-unpaired: as printed -->", []),
        ("<!-- tqa-ignore-next-line quote-unpaired -->\n\nA “plan. Yes.", []),
        ("<!-- tqa-ignore-file quote-unpaired, calque -->\n\nOne.\n\nA “plan. Yes.", []),
        ("<!-- tqa-ignore-next-line calque -->\nA “plan. Yes.", ["unused-ignore", "quote-unpaired"]),
        ("Fine. <!-- tqa-ignore -->", ["unused-ignore"]),
    ],
)
def test_comments_silence(text: str, rules: list[str], folder: Path, run: Run) -> None:
    (folder / "x.txt").write_text(text, encoding="utf-8")
    _, out, _ = run("check", "x.txt", "--format", "jsonl")
    assert [json.loads(line)["rule"] for line in out.splitlines()] == rules


def test_configuration(folder: Path, run: Run) -> None:
    (folder / "x.txt").write_text(BAD, encoding="utf-8")
    (folder / "tqa.yaml").write_text("rules:\n  quote-unpaired: info\n", encoding="utf-8")
    code, out, _ = run("check", "x.txt")
    assert code == 0 and "info" in out
    (folder / "tqa.yaml").write_text("rules:\n  quote-unpaired: off\n", encoding="utf-8")
    assert run("check", "x.txt")[1].startswith("Nothing to report")


def test_help_and_version(run: Run) -> None:
    assert "check" in run("--help")[1]
    assert run("--version")[1].startswith("tqa, version 0.")


GATE = "max-mqm-per-1000-words: {}\nfail-on: never\n"


@pytest.mark.parametrize(("limit", "code", "verdict"), [("100", 1, "failed"), ("125", 0, "passed"), ("0", 1, "failed")])
def test_quality_gate(limit: str, code: int, verdict: str, folder: Path, run: Run) -> None:
    (folder / "x.txt").write_text("A “plan. " + "Yes. " * 6, encoding="utf-8")  # 1 point for 8 words
    (folder / "tqa.yaml").write_text(GATE.format(limit), encoding="utf-8")
    found = run("check", "x.txt", "--select", "quote-unpaired")
    line = f"tqa: quality gate {verdict}: 125 points per 1,000 words, at most {limit}\n"
    assert (found[0], found[2]) == (code, line)


def test_a_gate_that_is_no_number(folder: Path, run: Run) -> None:
    (folder / "x.txt").write_text(GOOD, encoding="utf-8")
    (folder / "tqa.yaml").write_text(GATE.format("few"), encoding="utf-8")
    assert run("check", "x.txt")[::2] == (2, "tqa: tqa.yaml:1:25: “few” is no number of points\n")


@pytest.mark.parametrize(
    ("comment", "required", "rules"),
    [
        ("tqa-ignore quote-unpaired", "true", ["ignore-without-reason"]),
        ("tqa-ignore quote-unpaired: as printed", "true", []),
        ("tqa-ignore quote-unpaired:", "true", ["ignore-without-reason"]),
        ("tqa-ignore-file", "true", ["ignore-without-reason"]),
        ("tqa-ignore quote-unpaired", "false", []),
    ],
)
def test_reasons_may_be_required(comment: str, required: str, rules: list[str], folder: Path, run: Run) -> None:
    (folder / "x.txt").write_text(f"A “plan. Yes. <!-- {comment} -->\n", encoding="utf-8")
    (folder / "tqa.yaml").write_text(f"require-reasons: {required}\n", encoding="utf-8")
    code, out, _ = run("check", "x.txt", "--format", "jsonl")
    assert ([json.loads(line)["rule"] for line in out.splitlines()], code) == (rules, int(bool(rules)))


def test_rules_for_some_files(folder: Path, run: Run) -> None:
    for name in ("a.txt", "drafts/b.txt", "drafts/c.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(BAD, encoding="utf-8")
    (folder / "tqa.yaml").write_text(
        "paths:\n  - files: drafts/*\n    rules: {quote-unpaired: info}\n"
        "  - files: [drafts/c.txt]\n    rules: {quote-unpaired: off}\n",
        encoding="utf-8",
    )
    _, out, _ = run("check", ".", "--format", "jsonl", "--select", "quote-unpaired")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["path"], row["severity"]) for row in rows] == [("a.txt", "minor"), ("drafts/b.txt", "info")]
    (folder / "tqa.yaml").write_text("paths:\n  - files: x\n    rules: {quote-unpared: off}\n", encoding="utf-8")
    code, _, err = run("check", "a.txt")
    assert code == 2 and err.startswith("tqa: tqa.yaml:3:13: there is no rule “quote-unpared” (did you mean")


def test_a_hook_passes_names_that_a_search_would_not_find(folder: Path, run: Run) -> None:
    for name in ("a.txt", "c.ja.txt", "b.png", "old.txt", "tqa-baseline.tsv"):
        (folder / name).write_text(BAD, encoding="utf-8")
    (folder / "tqa.yaml").write_text("exclude: old*\n", encoding="utf-8")
    names = ["c.ja.txt", "b.png", "old.txt", "tqa-baseline.tsv", "tqa.yaml"]
    assert run("check", "--force-exclude", *names) == (0, "", "")
    code, out, err = run("check", "--force-exclude", *names, "a.txt", "--format", "jsonl")
    assert (code, {json.loads(line)["path"] for line in out.splitlines()}, err) == (1, {"a.txt"}, "")


def test_a_translation_into_japanese(folder: Path, run: Run) -> None:
    (folder / "a.en.txt").write_text("It will spend $3.2 billion by March 2027.\n", encoding="utf-8")
    (folder / "a.ja.txt").write_text("2027年3月までに3億2000万ドルを投じる。\n", encoding="utf-8")
    assert "--lang ja" in run("check", "--source", "a.en.txt", "a.ja.txt")[2]
    code, out, _ = run("check", "--lang", "ja", "--format", "jsonl", "a.ja.txt")
    assert code == 1 and [json.loads(line)["rule"] for line in out.splitlines()] == ["number-scale"]
