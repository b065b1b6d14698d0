"""Terms of a very large glossary, which contradicts itself: only a program can write so many entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqa import Checker

ENTRIES = [("石田本明寺", "Ishida Honmyoji Temple"), ("本明寺", "Honmyo-ji Temple"), ("従六位下", "Jurokuinoge"),
           ("正六位下の人", "person of Lower Grade"), ("外六位下", "Outer Lower Grade"), ("内六位下", "Inner Lower Grade"),
           ("従六位下の人", "a Lower Grade man"), ("従六位下の家", "a Lower Grade house"), ("従六位下の女", "a Lower Grade lady"),
           ("従六位下の子", "a Lower Grade child")]  # fmt: skip


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    path: Path = tmp_path_factory.mktemp("glossary") / "large.yaml"
    filler = [(f"語{number}", f"word{number}") for number in range(5001)]
    rows = [f"  - {{ja: {ja}, en: {en}}}" for ja, en in [*ENTRIES, *filler]]
    path.write_text("\n".join(["tqa: 1", "terms:", *rows]) + "\n", encoding="utf-8")
    return Checker([str(path)], select=["term-missing"])


@pytest.mark.parametrize(
    ("source", "target", "quotes"),
    [
        ("石田本明寺の門前に、古い松の木がある。", "There is an old pine before the Ishida Honmyo-ji Temple.", []),
        ("石田本明寺の門前に、古い松の木がある。", "There is an old pine before the Ishida Honmyou Temple.", ["Ishida Honmyou Temple"]),
        ("その年の秋、彼は従六位下に叙せられた。", "That autumn he was made Jurokuige (Lower Grade).", ["Jurokuige"]),
        ("その年の秋、彼は従六位下に叙せられた。", "That autumn he was given the Lower Grade.", []),
    ],
)
def test_a_large_glossary(checker: Checker, source: str, target: str, quotes: list[str]) -> None:
    assert [finding.quote for finding in checker.check_pairs([(source, target)])[0]] == quotes
