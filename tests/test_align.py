"""Alignment: beads, hints, confidence, long texts, and what must not depend on chance."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqa.align import Link, Unit, align, align_documents, learn
from tqa.lang.en import anchors as en
from tqa.lang.ja import anchors as ja


def unit(length: int, *keys: str, words: str = "") -> Unit:
    return Unit(length, frozenset(keys), frozenset(words.split()))


def japanese(*texts: str) -> list[Unit]:
    return [Unit(ja.length(text), ja.anchors(text), ja.words(text)) for text in texts]


def english(*texts: str) -> list[Unit]:
    return [Unit(en.length(text), en.anchors(text), en.words(text)) for text in texts]


def pairs(links: Sequence[Link]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(link.source, link.target) for link in links]


JA = (
    "市長は3月に大阪を訪れた。",
    "新しい病院には120の病床がある。",
    "工事は来年始まる予定だ。",
    "カナダの企業がコンピューターを納める。",
)
EN = (
    "The mayor visited Osaka in March.",
    "The new hospital has 120 beds.",
    "Construction is due to start next year.",
    "A company from Canada will supply the computers.",
)


def test_one_to_one_either_direction() -> None:
    expected = [((k,), (k,)) for k in range(4)]
    assert pairs(align(japanese(*JA), english(*EN))) == expected
    assert pairs(align(english(*EN), japanese(*JA))) == expected


def test_merged_and_split() -> None:
    merged = (EN[0] + " " + EN[1], *EN[2:])
    assert pairs(align(japanese(*JA), english(*merged))) == [((0, 1), (0,)), ((2,), (1,)), ((3,), (2,))]
    assert pairs(align(english(*merged), japanese(*JA))) == [((0,), (0, 1)), ((1,), (2,)), ((2,), (3,))]


@pytest.mark.parametrize("gone", range(4))
def test_dropped_sentence(gone: int) -> None:
    kept = [text for k, text in enumerate(EN) if k != gone]
    links = align(japanese(*JA), english(*kept))
    assert pairs(links) == [((k,), () if k == gone else (k - (k > gone),)) for k in range(4)]


def test_added_sentence() -> None:
    added = (*EN[:2], "Nurses in Sapporo, Nagoya and Sendai have waited for it since 1987.", *EN[2:])
    assert pairs(align(japanese(*JA), english(*added)))[2] == ((), (2,))


def test_empty_sides() -> None:
    assert align([], []) == []
    assert pairs(align([unit(3)], [])) == [((0,), ())]
    assert pairs(align([], [unit(3), unit(4)])) == [((), (0,)), ((), (1,))]


def test_unrelated_texts_are_not_confident() -> None:
    source = japanese("雨が降り続いた。", "店は閉まっていた。", "犬が二匹いた。")
    target = english("Shares of Sony rose 7.5 percent in Frankfurt.", "No.", "Ministers will meet in Lima on 4 May 1998.")
    assert not any(link.confident for link in align(source, target) if link.source and link.target)


def test_well_anchored_texts_are_confident() -> None:
    assert all(link.confident and link.score > 0.9 for link in align(japanese(*JA), english(*EN)))


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_links_cover_every_unit_once_in_order(data: st.DataObject) -> None:
    units = st.builds(
        Unit, st.integers(0, 300), st.frozensets(st.sampled_from(["n:1", "n:2", "r:a", "?"]), max_size=3),
        st.frozensets(st.sampled_from("abcd"), max_size=3), st.booleans(),
    )  # fmt: skip
    source, target = data.draw(st.lists(units, max_size=90)), data.draw(st.lists(units, max_size=90))
    links = align(source, target)
    assert [i for link in links for i in link.source] == list(range(len(source)))
    assert [j for link in links for j in link.target] == list(range(len(target)))
    assert all(0.0 <= link.score <= 1.0 for link in links)


def test_paragraph_breaks_decide_where_nothing_else_does() -> None:
    first, middle, last = unit(60, "r:a"), unit(30, "n:5"), unit(60, "r:b")
    ends = [[unit(50, "n:7")], [unit(60, "n:8")]]
    target = [[unit(75, "r:a", "n:5")], [unit(75, "r:b", "n:5")], *ends]
    before = align_documents([[first, middle], [last], *ends], target)
    after = align_documents([[first], [middle, last], *ends], target)
    assert pairs(before)[:2] == [((0, 1), (0,)), ((2,), (1,))]
    assert pairs(after)[:2] == [((0,), (0,)), ((1, 2), (1,))]


def test_learn_wants_two_sightings() -> None:
    texts = ["猫 cat", "猫 cat", "犬 dog", "鳥 bird", "魚 fish", "馬 horse"]
    source = [unit(10, words=text.split()[0]) for text in texts]
    target = [unit(30, words=text.split()[1]) for text in texts]
    links = [Link((k,), (k,), 1.0, True) for k in range(len(texts))]
    learnt = learn([(source, target, links)])
    assert {word: set(others) for word, others in learnt.items()} == {"猫": {"cat"}}
    assert learn([(source, target, [link._replace(confident=False) for link in links])]) == {}


def test_long_text_with_a_lost_chapter() -> None:
    rng = random.Random(5)
    whole = [unit(rng.randint(20, 200), *(f"n:{rng.randint(0, 900)}" for _ in range(3))) for _ in range(400)]
    target = whole[:150] + whole[230:]
    found = {(i, j) for link in align(whole, target) for i in link.source for j in link.target}
    wanted = {(k, k) for k in range(150)} | {(k, k - 80) for k in range(230, 400)}
    assert len(found & wanted) > 0.97 * len(wanted) and len(found) < 1.03 * len(wanted)


def test_long_text_without_any_anchor_still_has_a_path() -> None:
    links = align([unit(40)] * 90, [unit(40)] * 400)
    assert sum(len(link.target) for link in links) == 400
