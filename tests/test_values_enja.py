"""The value rules the other way round: an English source and its Japanese translation."""

from __future__ import annotations

import pytest
from examples import VALUES, unmark

from tqa import Checker

BAD = [
    ("number-scale", "They will spend 8.5 billion yen.", "⟦8億5000万円⟧を投じる。"),
    ("number-scale", "It sold over 140 million copies.", "⟦140万枚以上⟧売れた。"),
    ("number-mismatch", "The death toll rose to 29.", "死者は⟦39人⟧に上った。"),
    ("number-mismatch", "It costs four hundred dollars a month.", "月に⟦100ドル⟧かかる。"),
    ("unit-mismatch", "He paid $300.", "⟦300円⟧を払った。"),
    ("date-mismatch", "They met on July 8, 2022.", "⟦2022年7月9日⟧に会った。"),
    ("date-mismatch", "It burnt down in 1996.", "⟦昭和41年⟧に焼けた。"),
    ("time-mismatch", "It starts at 3:30 p.m.", "⟦午後3時⟧に始まる。"),
    ("number-missing", "The fee is 500 yen for members.", "会員には料金が⟦かかる⟧。"),
    ("number-added", "Many people took part.", "⟦1万2500人⟧が参加した。"),
    ("percent-point", "Support rose 7 percentage points.", "支持率は⟦7%⟧上がった。"),
    ("approximation-flip", "The talks lasted just under four hours.", "会談は⟦4時間余り⟧続いた。"),
    ("bound-flip", "It is for those 18 or older.", "⟦18歳以下⟧が対象だ。"),
    ("fiscal-period", "Sales in fiscal 2019 rose.", "⟦2019年⟧の売上高は伸びた。"),
    ("relative-time", "They met the following day.", "⟦前日⟧に会った。"),
    ("relative-time", "They won for the first time in five years.", "⟦5年連続⟧で優勝した。"),
]
GOOD = [
    ("They will spend 8.5 billion yen.", "85億円を投じる。"),
    ("Some twelve thousand people came.", "約1万2千人が来た。"),
    ("It was held in 1964.", "昭和39年に開かれた。"),
    ("He died in 1896.", "1896年(明治29年)に死んだ。"),
    ("Half of them left.", "5割が去った。"),
    ("One in three agreed.", "3人に1人が賛成した。"),
    ("It starts at noon.", "正午に始まる。"),
    ("The talks lasted nearly four hours.", "会談は4時間近く続いた。"),
    ("It rose for an eighth straight year.", "8年連続で増えた。"),
    ("Press F5 on 2 of the 3 screens.", "3画面のうち2画面でF5を押す。"),
    ("One of them will call.", "誰かが電話する。"),
    ("Call 1-800-555-0100.", "1 - 800555 - 0100 に電話する。"),
    ("You need 2.5 kg of it.", "2 . 5 kgが要る。"),
    ("It covers 100 square kilometers.", "広さは100平方キロだ。"),
    ("In fiscal 2019, sales rose.", "2019年度は増収だった。"),
    ("It is 10 minutes on foot.", "徒歩10分だ。"),
]


def findings(source: str, target: str) -> list[tuple[str, int, int]]:
    checker = Checker(glossary=[], select=VALUES)
    found = checker.check_pairs([(source, target)], lang="ja", source_lang="en")[0]
    return [(finding.rule, finding.start, finding.end) for finding in found]


@pytest.mark.parametrize(("rule", "source", "marked"), BAD)
def test_bad(rule: str, source: str, marked: str) -> None:
    target, spans = unmark(marked)
    assert findings(source, target) == [(rule, start, end) for start, end in spans]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_good(source: str, target: str) -> None:
    assert findings(source, target) == []
