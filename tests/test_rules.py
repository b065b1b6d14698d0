"""Every rule: its docstring examples and its table of cases in tests/rules/<id>.yml."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from typing import Any

import pytest
import yaml
from examples import Row, from_docstring, row

from tqa import Checker
from tqa.rules import ALL, module

HERE = os.path.dirname(__file__)
SEVERITIES = ("critical", "major", "minor", "info")


@cache
def checker(rule: str) -> Checker:
    """The one rule with the glossary of its table, or with an empty one."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "glossary.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(table(rule).get("glossary", "tqa: 1\n"))
        return Checker(glossary=[path], select=[rule])


@cache
def table(rule: str) -> dict[str, Any]:
    """A table: `bad`, `good` (rows as in `examples.row`), optionally `glossary` (a YAML text) and `lang`."""
    with open(os.path.join(HERE, "rules", f"{rule}.yml"), encoding="utf-8") as file:
        return yaml.load(file, yaml.BaseLoader)


def findings(rule: str, example: Row) -> list[tuple[int, int]]:
    found = checker(rule).check(
        example.text, example.source, lang=example.lang, source_lang="ja" if example.lang == "en" else "en"
    )
    assert all(finding.rule == rule for finding in found), found
    return [(finding.start, finding.end) for finding in found]


@pytest.mark.parametrize("rule", ALL)
def test_docstring_examples(rule: str) -> None:
    bad, good = from_docstring(module(rule).__doc__)
    assert bad and good, "a rule shows what it reports and what it does not"
    lang = "ja" if module(rule).RULE.lang == "ja" else "en"
    for example in (*bad, *good):
        assert findings(rule, example._replace(lang=lang)) == list(example.spans), example.text


@pytest.mark.parametrize("rule", ALL)
def test_table(rule: str) -> None:
    cases = table(rule)
    assert set(cases) <= {"bad", "good", "glossary", "lang"}
    lang = cases.get("lang", "en")
    assert len(cases["bad"]) >= 5 and len(cases["good"]) >= 8, "a rule has at least 5 bad and 8 good cases"
    for example in cases["bad"]:
        case = row(example, lang)
        assert case.spans, f"mark with ⟦⟧ what must be reported in {case.text!r}"
        assert findings(rule, case) == list(case.spans), case.text
    for example in cases["good"]:
        case = row(example, lang)
        assert findings(rule, case) == [], case.text


@pytest.mark.parametrize("rule", ALL)
def test_metadata(rule: str) -> None:
    meta = module(rule).RULE
    assert meta.id == rule
    assert meta.severity in SEVERITIES and meta.scope in ("segment", "document")
    assert meta.status in ("stable", "preview") and meta.fix in ("safe", "unsafe", "display")
    assert set(meta.yields_to) <= set(ALL)


def test_every_table_has_a_rule() -> None:
    tables = {name.removesuffix(".yml") for name in os.listdir(os.path.join(HERE, "rules"))}
    assert tables == set(ALL)
