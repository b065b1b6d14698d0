"""Names of places, people and bodies in pairs of invented sentences: right renderings, of which nothing is said, and wrong
ones, each told where it stands."""

from __future__ import annotations

import os
from functools import cache

import pytest

from tests.examples import unmark
from tqa import Checker, Finding

FOLDER = os.path.join(os.path.dirname(__file__), "data")
RULES = (
    "country-mismatch name-forbidden name-mismatch name-missing name-replaced omission person-mismatch term-forbidden "
    "term-missing title-mismatch"
).split()


def rows(name: str) -> list[list[str]]:
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


@cache
def checker() -> Checker:
    return Checker(select=RULES)


def told(target: str, source: str) -> list[Finding]:
    return [found for found in checker().check(target, source) if found.severity != "info"]


@pytest.mark.parametrize(("source", "target"), rows("names_right.tsv"))
def test_right_names_are_left_alone(source: str, target: str) -> None:
    assert not [(found.rule, found.quote) for found in told(target, source)]


@pytest.mark.parametrize(("source", "marked"), rows("names_wrong.tsv"))
def test_wrong_names_are_told(source: str, marked: str) -> None:
    target, ((start, end),) = unmark(marked)
    assert any(found.start < end and start < found.end for found in told(target, source))
