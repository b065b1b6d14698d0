"""Conditions in `check`: by nearby words, by the dates of the text, by the name of the file; first mentions."""

from __future__ import annotations

import pytest

from tqa import Checker

GLOSSARY = """tqa: 1
terms:
  - {ja: 港, en: port, avoid: [{en: haven, only: {files: ["sports/*", "*.draft.txt"]}}]}
  - {ja: 船, en: ship, avoid: [{en: boat, unless: {files: legal/**}}]}
  - {ja: 城, en: castle, avoid: [{en: fort, only: {dates: {from: 2009, to: 2012-06}}}]}
  - {ja: 橋, en: bridge, avoid: [{en: span, unless: {near: [canal, Venice, 運河, Civic Union of Aso, 市民党]}}]}
  - {ja: 改革市民党, en: Reformed Civic Union of Aso}
people:
  - {ja: 潮見遥, en: Haruka Shiomi, family: {ja: 潮見, en: Shiomi},
     posts: [{ja: 知事, en: governor, of: Yunagi, from: 2010-04-01, to: 2011-03-31, group: 県政}]}
  - {ja: 上田健太, en: Kenta Ueda, family: {ja: 上田, en: Ueda},
     posts: [{ja: 知事, en: governor, of: Yunagi, from: 2011-04-01, group: 県政}]}
"""


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    path = tmp_path_factory.mktemp("g") / "g.yaml"
    path.write_text(GLOSSARY, encoding="utf-8")
    return Checker(glossary=[str(path)], select=["term-forbidden"])


@pytest.mark.parametrize(
    ("path", "reported"),
    [
        ("sports/a.txt", True), ("./sports/2026/a.txt", True), ("texts/sports/a.txt", True), ("/home/x/sports/a.txt", True),
        ("texts\\sports\\a.txt", True), ("b.draft.txt", True), ("c/b.draft.txt", True),
        ("a.txt", False), ("sports.txt", False), ("esports/a.txt", False), ("Sports/a.txt", False), ("b.draft.md.txt", False),
    ],
)  # fmt: skip
def test_files(checker: Checker, path: str, reported: bool) -> None:
    assert bool(checker.check("The haven is old.", path=path)) == reported


@pytest.mark.parametrize(
    ("text", "source", "reported"),
    [
        ("The Reformed Civic Union of Aso closed the span.", None, True),
        ("The Civic Union of Aso closed the span.", None, False),
        ("The Reformed Civic Union of Aso, unlike the Civic Union of Aso, closed the span.", None, False),
        ("They closed the span.", "改革市民党が橋を閉じた。", True),
        ("They closed the span.", "市民党が橋を閉じた。", False),
        ("They closed the span.", "市民党が改革市民党になり橋を閉じた。", False),
    ],
)  # fmt: skip
def test_a_longer_name_is_another(checker: Checker, text: str, source: str | None, reported: bool) -> None:
    assert any(found.quote == "span" for found in checker.check(text, source)) == reported


def test_files_of_unless(checker: Checker) -> None:
    assert checker.check("The boat is old.", path="news/a.txt")
    assert not checker.check("The boat is old.", path="legal/2026/a.txt")


@pytest.mark.parametrize(
    ("text", "source", "path", "reported"),
    [
        ("The fort fell in 2010.", None, "a.txt", True),
        ("The fort fell.\n\nThat was in 2009.", None, "a.txt", True),
        ("The fort fell in 2013.", None, "a.txt", False),
        ("The fort fell.", None, "a.txt", False),
        ("The fort cost 2010 yen.", None, "a.txt", False),
        ("The fort fell that year.", "平成23年に城が落ちた。", "a.txt", True),
        ("The fort fell that year.", "2011年に城が落ちた。", "a.txt", True),
        ("The fort fell that year.", "令和2年に城が落ちた。", "a.txt", False),
        ("The fort fell in Heisei 23.", None, "a.txt", True),
        ("The fort fell.", None, "news/2010-03-04-fort.txt", True),
        ("The fort fell.", None, "20110304_fort.txt", True),
        ("The fort fell in 1998.", None, "2010-fort.txt", False),  # the text's own year decides
        ("The fort fell.", None, "fort-120110.txt", False),
        ("Governor Haruka Shiomi saw the fort.", None, "a.txt", True),
        ("Former Governor Haruka Shiomi saw the fort.", None, "a.txt", False),
        ("Governor Kenta Ueda saw the fort.", None, "a.txt", False),  # in office until now: that tells no time
        ("Haruka Shiomi saw the fort.", None, "a.txt", False),
    ],
)
def test_dates(checker: Checker, text: str, source: str | None, path: str, reported: bool) -> None:
    assert bool(checker.check(text, source, path=path)) == reported


@pytest.mark.parametrize(
    ("text", "source", "reported"),
    [
        ("The span is old.", None, True),
        ("The span over the canal is old.", None, False),
        ("The span over the canals is old.", None, False),
        ("The span is a Canal sight.", None, False),
        ("The span is old.\n\nIt stands.\n\nThe canal is deep.", None, False),
        ("The span is old.\n\nIt stands.\n\nIt is high.\n\nThe canal is deep.", None, True),
        ("The span near venice is old.", None, True),  # a name is a name
        ("The span is canalised.", None, True),
        ("The span is old.", "運河の橋は古い。", False),
        ("The span is old.", "橋は古い。", True),
    ],
)
def test_near(checker: Checker, text: str, source: str | None, reported: bool) -> None:
    assert bool(checker.check(text, source)) == reported
