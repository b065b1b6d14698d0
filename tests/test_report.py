"""The reports for machines: SARIF against its schema, GitHub's commands on the right lines."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from itertools import accumulate
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

from tqa import Checker
from tqa.check import check, prepare
from tqa.cli import main
from tqa.cli.run import FORMATS, _screen
from tqa.config import Config
from tqa.explain import page
from tqa.model import Document, Finding, Fix, Summary
from tqa.project import document_of
from tqa.report import github, junit, sarif, text, tsv
from tqa.report import json as json_report
from tqa.rules import ALL, module
from tqa.text import Lines, width

HERE = os.path.dirname(os.path.abspath(__file__))
TEXT = "菅 and 𠮷.\n\nThey met at the the gate: 100%. He called it “a plan, and left.\n"


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [document_of("a b,c.txt", TEXT, None, "en", "ja")]


@pytest.fixture(scope="module")
def summary() -> Summary:
    findings = Checker(select=["doubled-word", "quote-unpaired"]).check(TEXT, path="a b,c.txt")
    assert len(findings) == 2
    return Summary(1, 2, 16, tuple(findings))


# --- SARIF ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def schema() -> Any:
    with open(os.path.join(HERE, "data", "sarif-2.1.0-rtm.5.json"), encoding="utf-8") as file:
        found = json.load(file)
    kind = jsonschema.validators.validator_for(found)
    kind.check_schema(found)
    assert len(found["definitions"]) == 52 and found["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    return kind(found)


def log_of(text: str, source: str | None = None, path: str = "a b,c.txt", **choice: Any) -> tuple[Any, list[Finding], Document]:
    """A log through the pipeline, with its findings and their document."""
    document = document_of(path, text, source, "en", "ja")
    if source is not None:
        document = document._replace(source_path="元 文.txt")
    findings = check(document, prepare(Config(), **choice))
    summary = Summary(1, len(document.units), document.words, tuple(findings))
    return json.loads("\n".join(sarif.report(summary, [document]))), findings, document


PAIR = (
    "𠮷 The village opened 12 schools in 2020.\r\n\r\nThey met at the the gate 😀 of the the hall.\r\n\r\n"
    "They sold “economic patriotism” 😀 with the “economical patriotism” that nobody wanted. He called it “a plan, and left.\r\n",
    "村は2020年に10校を開いた。\n\n彼らは門で会った。\n\n彼らは「経済の愛国心」と、誰も望まない「経済の愛国心」を売った。彼は「計画」と呼び、去った。\n",
)


def test_sarif_is_valid(schema: Any) -> None:
    log, findings, _ = log_of(*PAIR, preview=True)
    schema.validate(log)
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints" and len(run["results"]) == len(findings) >= 4
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        assert rule["help"]["text"] and rule["shortDescription"]["text"] and rule["help"]["markdown"] == page(rule["id"])
    (mqm,) = run["taxonomies"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (taxon,) = result["taxa"]
        assert mqm["taxa"][taxon["index"]]["id"] == taxon["id"] and taxon["toolComponent"] == {"name": "MQM", "index": 0}
        assert result["partialFingerprints"]["tqa/v1"]
    names = [result["partialFingerprints"]["tqa/v1"] for result in run["results"]]
    assert len(set(names)) == len(names)
    schema.validate(log_of("Fine.")[0])


def test_every_rule_has_its_help(schema: Any) -> None:
    findings = tuple(
        Finding(name, "minor", module(name).RULE.category, "m", 0, 1, 1, 1, "T", path="x.txt", end_line=1, end_column=2)
        for name in ALL
    ) + tuple(
        Finding(name, "info", "design/markup", "m", 0, 1, 1, 1, "T", path="x.txt", end_line=1, end_column=2)
        for name in ("internal-error", "unused-ignore")
    )
    log = json.loads("\n".join(sarif.report(Summary(1, 1, 1, findings), [document_of("x.txt", "Text.", None, "en", "ja")])))
    schema.validate(log)
    assert len(log["runs"][0]["tool"]["driver"]["rules"]) == len(ALL) + 2


def slice_by_lines(text: str, region: Any) -> str:
    """What a viewer marks that knows lines and columns only, in code points."""
    lines = Lines(text)
    return text[lines.offset(region["startLine"], region["startColumn"]) : lines.offset(region["endLine"], region["endColumn"])]


def test_a_viewer_finds_the_words() -> None:
    log, findings, document = log_of(*PAIR, preview=True)
    texts = {"a%20b%2Cc.txt": document.raw, "%E5%85%83%20%E6%96%87.txt": document.source_raw}
    kinds = set()
    for result, finding in zip(log["runs"][0]["results"], findings, strict=True):
        for kind in ("locations", "relatedLocations"):
            for location in result.get(kind, ()):
                kinds.add((kind, location["physicalLocation"]["artifactLocation"]["uri"]))
                region = location["physicalLocation"]["region"]
                text = texts[location["physicalLocation"]["artifactLocation"]["uri"]]
                assert text[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"]
                assert slice_by_lines(text, region) == region["snippet"]["text"]
        for fix in result.get("fixes", ()):
            (change,) = fix["artifactChanges"]
            (replacement,) = change["replacements"]
            region = replacement["deletedRegion"]
            edit = finding.fixes[0].edits[0]
            assert (region["charOffset"], region["charLength"]) == (edit.start, edit.end - edit.start)
            assert slice_by_lines(document.raw, region) == document.raw[edit.start : edit.end]
            assert replacement["insertedContent"]["text"] == edit.text
    ours, theirs = texts
    assert kinds == {("locations", ours), ("relatedLocations", ours), ("relatedLocations", theirs)}


@pytest.mark.parametrize(
    ("path", "uri"),
    [("a/b c.txt", "a/b%20c.txt"), ("a:b.txt", "a%3Ab.txt"), ("/x/日.txt", "file:///x/%E6%97%A5.txt"), ("<stdin>", "%3Cstdin%3E")],
)
def test_addresses(path: str, uri: str) -> None:
    log = log_of("They met at the the gate.", path=path)[0]
    assert log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


@pytest.mark.parametrize(
    "spoil",
    [
        lambda run: run["results"][0].update(level="bad"),
        lambda run: run["results"][0]["locations"][0]["physicalLocation"]["region"].update(startLine=0),
        lambda run: run["results"][0].pop("message"),
        lambda run: run.update(columnKind="bytes"),
        lambda run: run["results"][0].update(fixes=[{"description": {"text": "no changes"}}]),
        lambda run: run["taxonomies"][0].pop("name"),
        lambda run: run.update(unknown=1),
    ],
)
def test_a_wrong_log_would_be_refused(spoil: Any, schema: Any) -> None:
    log = log_of(TEXT)[0]
    schema.validate(log)
    spoil(log["runs"][0])
    with pytest.raises(jsonschema.ValidationError):
        schema.validate(log)


# --- GitHub -----------------------------------------------------------------------------------------------------


def test_github(summary: Summary) -> None:
    first, second, last = github.report(summary)
    assert first.startswith("::warning file=a b%2Cc.txt,line=3,endLine=3,col=13,endColumn=20,")
    assert "title=tqa%3A doubled-word (minor)::" in first
    assert second.count("::") == 2 and last.startswith("2 findings (2 minor), ")


def test_github_escapes(summary: Summary) -> None:
    evil = "100%,\r\n::error file=x::no: a,b"
    one = summary.findings[0]._replace(path=evil, message=evil, rule=evil, end_line=5)
    worst = one._replace(severity="critical", fixes=())
    first, second, _ = github.report(summary._replace(findings=(one, worst)))
    assert first.startswith("::error ") and second.startswith("::warning ")  # the gravest first
    escaped = "100%25%2C%0D%0A%3A%3Aerror file=x%3A%3Ano%3A a%2Cb"
    assert first == (
        f"::error file={escaped},line=3,endLine=5,title=tqa%3A {escaped} (critical)"
        "::100%25,%0D%0A::error file=x::no: a,b"
    )


def test_github_sees_files_from_the_top(summary: Summary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    assert "file=in/a b%2Cc.txt," in next(github.report(summary))
    outside = summary._replace(findings=(summary.findings[0]._replace(path="/else/x.txt"),))
    assert "file=/else/x.txt," in next(github.report(outside))


# --- tables and tests -------------------------------------------------------------------------------------------


def test_junit(summary: Summary, documents: list[Document]) -> None:
    info = summary.findings[0]._replace(severity="info")
    evil = "\x07 <b> & \"'\ud800\ufffe ]]> \n"
    hostile = summary.findings[1]._replace(message=evil, quote=evil, rule=evil)
    clean = document_of("clean.txt", "Fine.", None, "en", "ja")
    lines = junit.report(summary._replace(findings=(summary.findings[0], info, hostile)), [*documents, clean])
    top = ElementTree.fromstring("\n".join(lines).encode())
    assert {name: top.get(name) for name in ("tests", "failures", "errors")} == {"tests": "4", "failures": "2", "errors": "0"}
    first, second = top.findall("testsuite")
    assert (first.get("name"), first.get("tests"), first.get("failures")) == ("a b,c.txt", "3", "2")
    assert (second.get("name"), second.get("tests"), second.get("failures")) == ("clean.txt", "1", "0")
    failed, said, odd = first.findall("testcase")
    assert failed.get("name") == "3:13 doubled-word: the the" and failed.get("line") == "3"
    assert failed.findtext("failure", "").startswith("a b,c.txt:3:13: minor: “the” stands twice in a row\n→ write “the”")
    assert said.find("failure") is None and said.find("system-out") is not None
    failure = odd.find("failure")
    assert failure is not None and failure.get("message") == "� <b> & \"'�� ]]> \n"


def test_a_table_for_reviewers(summary: Summary, documents: list[Document]) -> None:
    formula = summary.findings[0]._replace(quote='=HYPERLINK("x")', message="a\tb\r\nc", source_quote="＝1")
    lines = list(tsv.report(summary._replace(findings=(formula, summary.findings[1])), documents))
    assert lines[0].startswith("\ufeffpath\tline\tcolumn\t") and not any("\n" in line or "\r" in line for line in lines)
    rows = list(csv.DictReader(io.StringIO("\n".join(lines).removeprefix("\ufeff")), dialect="excel-tab"))
    assert [row["words"] for row in rows] == ["'=HYPERLINK(\"x\")", "“"]
    assert rows[0]["message"] == "a b c" and rows[0]["source"] == "'＝1" and rows[0]["write instead"] == "“the”"
    assert rows[0]["sentence"] == "They met at the the gate: 100%." and rows[0]["decision"] == rows[0]["comment"] == ""
    assert {len(row) for row in rows} == {len(tsv.COLUMNS)}


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "sarif", "github", "junit", "tsv", "html"])
def test_every_format_says_something(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("They met at the the gate.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Fine.\n", encoding="utf-8")
    assert set(FORMATS) >= {form}
    with pytest.raises(SystemExit) as caught:
        main(["check", ".", "--format", form])
    out, err = capfdbinary.readouterr()
    assert caught.value.code == 1 and "doubled-word" in out.decode() and not err
    (tmp_path / "a.txt").unlink()
    with pytest.raises(SystemExit) as caught:
        main(["check", ".", "--format", form, "--output", "tqa-report.tsv"])
    assert caught.value.code == 0 and capfdbinary.readouterr()[1] == b"tqa-report.tsv: Nothing to report: 1 word in 1 file.\n"
    with pytest.raises(SystemExit) as caught:
        main(["check", "."])  # a report is no text to check
    assert caught.value.code == 0


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "html"])
def test_what_could_not_be_checked_is_in_the_report(form: str, schema: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"Fine.\nNot \xff fine.\n")
    with pytest.raises(SystemExit) as caught:
        main(["check", "a.txt", "missing.txt", "--format", form])
    out = capfdbinary.readouterr()[0].decode()
    assert caught.value.code == 2
    if form == "text":
        assert out == "Nothing was checked: 2 paths could not be read.\n"
        return
    assert "a.txt" in out and "missing.txt" in out and "is not UTF-8" in out and "Nothing" not in out
    if form == "sarif":
        log = json.loads(out)
        schema.validate(log)
        (run,) = log["runs"][0]["invocations"]
        assert run["executionSuccessful"] is False and len(run["toolExecutionNotifications"]) == 2
    elif form == "junit":
        top = ElementTree.fromstring(out.encode())
        assert (top.get("tests"), top.get("errors"), len(top.findall(".//error"))) == ("2", "2", 2)


# --- JSON and the terminal --------------------------------------------------------------------------------------


def test_json_lines(summary: Summary) -> None:
    whole = json.loads("\n".join(json_report.report(summary)))
    assert whole["findings"] == [json.loads(line) for line in json_report.lines(summary)]
    assert whole["summary"]["mqm_per_1000_words"] == 125.0


@pytest.mark.parametrize("colour", [False, True])
def test_text_underlines_the_place(summary: Summary, colour: bool) -> None:
    lines = list(text.report(summary, {"a b,c.txt": TEXT}, colour))
    assert ("\x1b[" in "".join(lines)) is colour
    if not colour:
        at = next(index for index, line in enumerate(lines) if "the the gate" in line)
        assert lines[at + 1].index("^") == lines[at].index("the the")
        assert lines[-1] == "2 findings (2 minor), 125 points per 1,000 words; 16 words in 1 file."


def test_wide_characters_are_aligned() -> None:
    raw = "日本 and the the gate."
    findings = Checker(select=["doubled-word"]).check(raw, path="x")
    lines = list(text.report(Summary(1, 1, 4, tuple(findings)), {"x": raw}))
    at = next(index for index, line in enumerate(lines) if "gate" in line)
    assert lines[at + 1].index("^") == lines[at].index("the the") + 2  # two characters of double width


LONG = (
    "岸田文雄 said in 東京 that the harbor, the ferry and the hill road, of which nobody had spoken until the the mayor of "
    "横浜 did so himself, would be repaired before the end of the year, whatever it might cost the town office. " * 2
)


@pytest.mark.parametrize("columns", [20, 40, 50, 80, 104, 300])
@pytest.mark.parametrize("spans", [[(7, 8)], [(100, 107)], [(0, 4), (30, 200)], [(len(LONG) - 9, len(LONG) - 2)]])
def test_sentences_fit_the_terminal(columns: int, spans: list[tuple[int, int]]) -> None:
    for start, end in spans:
        found = Finding("x", "minor", "c", "m", start, end, 1, start + 1, LONG[start:end], path="x", context=(0, len(LONG)))
        lines = list(text.report(Summary(1, 1, 9, (found,)), {"x": LONG}, columns=columns))
        shown, marks = lines[3], lines[4]
        assert width(shown) <= max(min(columns, 104), 39) and width(marks) <= max(min(columns, 104), 39)
        assert "…" in shown
        at, size = marks.index("^"), marks.count("^")
        under = [char for char, place in zip(shown, accumulate(map(width, shown), initial=0), strict=False) if at <= place < at + size]
        if end - start < 20:
            assert "".join(under) == LONG[start:end]


@pytest.mark.parametrize("columns", [40, 60, 80])
@pytest.mark.parametrize("colour", [False, True])
def test_a_message_breaks_between_words(columns: int, colour: bool) -> None:
    found = Finding(
        "term-forbidden", "major", "c", "“NATO Quick Reaction Force”: NATO即応部隊 is “NATO Response Force” or “NRF”", 0, 3, 1, 1,
        "NRF", source_quote="即応部隊 " * 30, fixes=(Fix("write “NATO Response Force”", "display", ()),) * 3, path="x",
        entry="glossary/diplomacy.yaml:313",
    )  # fmt: skip
    summary = Summary(1, 1, 9, (found,))
    whole, folded = (list(text.report(summary, {"x": "NRF"}, colour, wide)) for wide in (0, columns))
    bare = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in folded]
    assert all(width(line) <= columns for line in bare[:-1])  # the last one is the total
    assert " ".join(" ".join(whole).split()) == " ".join(" ".join(folded).split())
    assert len(folded) > len(whole)


@pytest.mark.parametrize(("name", "value", "colour"), [("", "", True), ("NO_COLOR", "1", False), ("TERM", "dumb", False)])
def test_colours(name: str, value: str, colour: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(variable, raising=False)
    if name:
        monkeypatch.setenv(name, value)
    assert _screen(True)[0] is colour and not _screen(False)[0]
