"""What rules offer to write: it must fit into the sentence as it stands."""

from __future__ import annotations

import pytest
from examples import VALUES

from tqa import Checker

CASES = [
    ("37系統に乗る。", "Take Route 32.", "Route 37"),
    ("像の高さは143.5cmだ。", "The statue is 43.5cm tall.", "143.5cm"),
    ("死者は29人に上った。", "The death toll rose to 39.", "29"),
    ("3月5日に会う。", "They meet on 7 March.", "5 March"),
    ("2021年10月2日に会う。", "They met on Oct. 2, 2012.", "Oct. 2, 2021"),
    ("第23回大会だ。", "It is the 22nd tournament.", "23rd"),
    ("第21回大会だ。", "It is the 22nd tournament.", "21st"),
    ("85億円を投じる。", "They spend 85 million yen.", "8.5 billion yen"),
    ("7万人が集まった。", "Some 7,000 people gathered.", "70,000 people"),
    ("支持率は7ポイント上がった。", "Support rose 7 percent.", "7 percentage points"),
    ("会談は4時間弱続いた。", "The talks lasted just over 4 hours.", "just under 4 hours"),
    ("2019年度に増えた。", "It rose in 2019.", "fiscal 2019"),
    ("25人が来た。", "35 people came.", "25 people"),
    ("午後3時半に始まる。", "It starts at 3 p.m.", "3:30 p.m."),
]


@pytest.mark.parametrize(("source", "target", "offered"), CASES)
def test_suggestion(source: str, target: str, offered: str) -> None:
    checker = Checker(glossary=[], select=VALUES)
    found = checker.check_pairs([(source, target)])[0]
    assert [finding.fixes[0].edits[0].text for finding in found] == [offered]


QUOTATIONS = [
    ("It was late. “We will build it, Mayor Abe told reporters. He left.", "“We will build it,”"),
    ("Then: “We will build it, said Abe.", "“We will build it,”"),
    ("He said that “We will go, which he said was fine. It was.", "“We will go, which he said was fine.”"),
    ("He called it “a plan, a good one.", "“a plan”"),
]


@pytest.mark.parametrize(("target", "offered"), QUOTATIONS)
def test_quotation(target: str, offered: str) -> None:
    [found] = Checker(glossary=[], select=["quote-unpaired"]).check(target)
    assert found.fixes[0].title == f"write {offered}"
