"""Which form stands where one holds another and conditions silence some; and `inside:`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqa import Checker
from tqa.cli import main
from tqa.glossary.lint import lint
from tqa.glossary.load import entries

GLOSSARY = """tqa: 1
terms:
  - {ja: 夕凪湾, en: Yunagi Bay, avoid: [{en: calm bay of evening, unless: {near: [poem, 詩]}}]}
  - {ja: 湾, en: gulf, avoid: [{en: bay of evening, why: x}]}
  - {ja: 長浜, en: Nagahama, avoid: [{en: long beach, only: {near: [sea]}}]}
  - {ja: 浜, en: Hama, avoid: beach}
  - {ja: 古丘, en: Furuoka, avoid: [{en: old mound, only: {dates: {from: 2009, to: 2012}}}]}
  - {ja: 丘, en: hill, avoid: mound}
  - {ja: 潮連, en: Tidal Union, avoid: tide union, unless: {inside: [大潮連太郎]}}
  - {ja: 谷, en: valley, avoid: [{en: gorge, unless: {inside: [Red Gorge Hotel, gorge walk]}}]}
  - {ja: 岬, en: cape, avoid: [{en: head, only: {inside: [the far head]}}]}
  - {ja: 峰, en: peak, avoid: [{en: tip, unless: {inside: [tip of the ice], near: [ship]}}]}
  - {ja: 磯, en: rocks, avoid: [{en: low red shore, only: {near: [磯]}}, red shore]}
people:
  - {ja: 潮見遥, en: Haruka Shiomi, avoid: Yo Shiomi, unless: {near: [songs]}}
"""


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    path = tmp_path_factory.mktemp("g") / "g.yaml"
    path.write_text(GLOSSARY, encoding="utf-8")
    return Checker(glossary=[str(path)], select=["term-forbidden", "name-forbidden", "term-missing"])


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        # a longer form that speaks hides the shorter one; a silent one does not
        ("We saw the calm bay of evening.", ["calm bay of evening"]),
        ("We saw the calm bay of evening in a poem.", ["bay of evening"]),
        ("The long beach by the sea is white.", ["long beach"]),
        ("The long beach is white.", ["beach"]),
        ("The old mound fell in 2010.", ["old mound"]),
        ("The old mound fell in 1999.", ["mound"]),
        ("The old mound fell.", []),  # which year the text means may depend on who stands in it
        ("The mound fell.", ["mound"]),
        ("The low red shore is old.", []),  # an entry's longer form speaks for the shorter ones of that entry
        # inside longer words
        ("The gorge is deep.", ["gorge"]),
        ("The Red Gorge Hotel is new.", []),
        ("We booked two gorge walks.", []),
        ("A Gorge Walk, then the gorge.", ["gorge"]),
        ("The Red Gorge is deep.", ["Gorge"]),
        ("They saw the far head.", ["head"]),
        ("They saw the head.", []),
        ("The tip of the ice shone.", ["tip"]),
        ("From the ship, the tip of the ice shone.", []),
        ("From the ship, the tip shone.", ["tip"]),
        # a person, and unless of a whole entry
        ("Yo Shiomi spoke.", ["Yo Shiomi"]),
        ("Yo Shiomi sang songs.", []),
    ],
)
def test_target(checker: Checker, text: str, quotes: list[str]) -> None:
    assert [finding.quote for finding in checker.check(text)] == quotes


@pytest.mark.parametrize(
    ("source", "text", "rules"),
    [
        ("潮連は港を開いた。", "The tide union opened a port.", ["term-forbidden"]),
        ("潮連は港を開いた。", "The union of tides opened a port.", ["term-missing"]),
        ("大潮連太郎は港を開いた。", "Taro Oshiore opened a port for the tide union.", []),
        ("大潮連太郎は潮連の港を開いた。", "Taro Oshiore opened a port for the tide union.", ["term-forbidden"]),
    ],
)
def test_source(checker: Checker, source: str, text: str, rules: list[str]) -> None:
    assert [finding.rule for finding in checker.check(text, source)] == rules


@pytest.mark.parametrize(
    ("entry", "messages"),
    [
        ("{ja: 国連, en: UN, unless: {inside: [村国連, 国連合]}}", []),
        ("{ja: 国連, en: UN, unless: {inside: 国連}}", ["none of the forms is a part of “国連”: it never stands inside"]),
        ("{ja: 国連, en: UN, unless: {inside: 合連}}", ["none of the forms is a part of “合連”: it never stands inside"]),
        ("{ja: 谷, en: v, avoid: {en: clean hand, unless: {inside: cleaner hands of}}}", []),
        ("{ja: 谷, en: v, avoid: {en: gorge, unless: {inside: 谷間}}}",
         ["none of the forms is a part of “谷間”: it never stands inside"]),
    ],
)  # fmt: skip
def test_lint(tmp_path: Path, entry: str, messages: list[str]) -> None:
    path = tmp_path / "g.yaml"
    path.write_text(f"tqa: 1\nterms:\n  - {entry}\n", encoding="utf-8")
    found, errors = entries([str(path)])
    assert not errors
    assert [mistake.message for mistake in lint(found) if mistake.code == "condition"] == messages


def test_show(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "g.yaml"
    path.write_text(GLOSSARY, encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["glossary", "show", "谷", str(path), "--in", "The Red Gorge Hotel has a gorge."])
    told = capsys.readouterr().out
    assert "avoid    gorge unless inside Red Gorge Hotel or gorge walk" in told
    first, second = told.split("“Gorge” is to be avoided")[1].split("“gorge” is to be avoided")
    assert "unless inside Red Gorge Hotel or gorge walk: holds: silent" in first
    assert "unless inside Red Gorge Hotel or gorge walk: does not hold" in second
    assert "reported: “gorge”" in second and "reported: “Gorge”" not in second
