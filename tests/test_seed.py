"""The acceptance sample: the seed article, its defects as marked by hand, and what tempts a checker there."""

from __future__ import annotations

import os
from typing import NamedTuple

import pytest

from tqa import Checker, Finding

HERE = os.path.dirname(os.path.abspath(__file__))
SEED = os.path.join(HERE, "..", "seeds", "000_8a0a0fb16ab6ea83.txt")
ALLOWED_BEYOND = 3  # findings that no mark asks for


class Mark(NamedTuple):
    id: str
    kind: str
    start: int
    end: int


def marks() -> list[Mark]:
    with open(SEED, encoding="utf-8") as file:
        lines = file.read().split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    found = []
    with open(os.path.join(HERE, "seed_gold.tsv"), encoding="utf-8") as file:
        for row in file:
            if not row.startswith("#"):
                name, kind, line, column, quote = row.rstrip("\n").split("\t")
                start = starts[int(line) - 1] + int(column)
                found.append(Mark(name, kind, start, start + len(quote)))
    return found


@pytest.fixture(scope="module")
def findings() -> list[Finding]:
    return Checker().check_file(SEED)


def overlaps(finding: Finding, mark: Mark) -> bool:
    return finding.start < mark.end and mark.start < finding.end


@pytest.mark.parametrize("mark", [mark for mark in marks() if mark.kind == "required"], ids=lambda mark: mark.id)
def test_required_defects_are_found(mark: Mark, findings: list[Finding]) -> None:
    assert any(overlaps(finding, mark) for finding in findings)


@pytest.mark.parametrize("mark", [mark for mark in marks() if mark.kind == "tempting"], ids=lambda mark: mark.id)
def test_tempting_places_are_left_alone(mark: Mark, findings: list[Finding]) -> None:
    assert [finding for finding in findings if overlaps(finding, mark)] == []


def test_few_findings_go_beyond_the_marks(findings: list[Finding]) -> None:
    real = [mark for mark in marks() if mark.kind != "tempting"]
    beyond = [finding for finding in findings if not any(overlaps(finding, mark) for mark in real)]
    assert len(beyond) <= ALLOWED_BEYOND, beyond


def test_every_finding_quotes_the_file(findings: list[Finding]) -> None:
    with open(SEED, encoding="utf-8", newline="") as file:
        raw = file.read()
    assert findings and all(raw[finding.start : finding.end] == finding.quote for finding in findings)
