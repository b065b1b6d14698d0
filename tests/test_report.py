"""The reports for machines: SARIF against its schema, GitHub's commands on the right lines."""

from __future__ import annotations

import json
import os

import jsonschema
import pytest

from tqa import Checker
from tqa.model import Summary
from tqa.report import github, sarif, text
from tqa.report import json as json_report

HERE = os.path.dirname(os.path.abspath(__file__))
TEXT = "菅 and 𠮷.\n\nThey met at the the gate: 100%. He called it “a plan, and left.\n"


@pytest.fixture(scope="module")
def summary() -> Summary:
    findings = Checker(select=["doubled-word", "quote-unpaired"]).check(TEXT, path="a b,c.txt")
    assert len(findings) == 2
    return Summary(1, 2, 16, tuple(findings))


def test_sarif_is_valid(summary: Summary) -> None:
    with open(os.path.join(HERE, "data", "sarif-2.1.0-rtm.5.json"), encoding="utf-8") as file:
        schema = json.load(file)
    log = json.loads("\n".join(sarif.report(summary)))
    jsonschema.validators.validator_for(schema)(schema).validate(log)
    first = log["runs"][0]["results"][0]
    region = first["locations"][0]["physicalLocation"]["region"]
    assert TEXT[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"]
    assert (region["startLine"], region["startColumn"]) == (3, 13)
    assert first["fixes"] and first["taxa"] and first["partialFingerprints"]
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)


def test_a_wrong_level_would_be_refused(summary: Summary) -> None:
    with open(os.path.join(HERE, "data", "sarif-2.1.0-rtm.5.json"), encoding="utf-8") as file:
        schema = json.load(file)
    log = json.loads("\n".join(sarif.report(summary)))
    log["runs"][0]["results"][0]["level"] = "bad"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validators.validator_for(schema)(schema).validate(log)


def test_github(summary: Summary) -> None:
    first, second = github.report(summary)
    assert first.startswith("::warning file=a b%2Cc.txt,line=3,endLine=3,col=13,")
    assert "title=tqa%3A doubled-word (minor)::" in first
    assert second.count("::") == 2


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
