"""Whole articles with their sources, invented for this test: what is done to them is found, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqa import Checker

FOLDER = Path(__file__).parent / "data" / "articles"
NAMES = ("news", "business", "local")


def paragraphs(name: str, lang: str) -> list[str]:
    return (FOLDER / f"{name}.{lang}.txt").read_text(encoding="utf-8").strip().split("\n\n")


def text(parts: list[str]) -> str:
    return "\n\n".join(parts) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_a_good_translation_is_left_alone(name: str) -> None:
    assert Checker().check(text(paragraphs(name, "en")), text(paragraphs(name, "ja"))) == []


@pytest.mark.parametrize(
    ("name", "dropped", "merged", "figures"),
    [
        ("news", 8, 7, [("965 hecto", "956 hecto"), ("3,400 homes", "34,000 homes"), ("180 flights", "160 flights")]),
        ("business", 9, 12, [("18% from", "28% from"), ("14.2 billion", "142 billion"), ("420 emp", "240 emp")]),
        ("local", 7, 10, [("April 1, 2024", "April 1, 2023"), ("14 fires", "40 fires"), ("842 grams", "824 grams")]),
    ],
)
def test_exactly_what_was_done(name: str, dropped: int, merged: int, figures: list[tuple[str, str]]) -> None:
    source, parts = paragraphs(name, "ja"), paragraphs(name, "en")
    parts[merged - 1] += " " + parts[merged]
    gone = [part for at, part in enumerate(parts) if at not in (dropped, merged)]
    target = text(gone)
    for right, wrong in figures:
        assert target.count(right) == 1
        target = target.replace(right, wrong)
    found = Checker().check(target, text(source))
    missing = [finding for finding in found if finding.rule == "untranslated"]
    assert [finding.source_quote for finding in missing] == [source[dropped]]
    assert len(found) == 4
    for _, wrong in figures:
        place = target.index(wrong)
        assert any(finding.start < place + len(wrong) and place < finding.end for finding in found), wrong


def test_every_paragraph_is_missed_when_it_goes() -> None:
    """But for a heading that the next sentence repeats, or two."""
    checker = Checker()
    unseen = []
    for name in NAMES:
        source, parts = text(paragraphs(name, "ja")), paragraphs(name, "en")
        for at, paragraph in enumerate(paragraphs(name, "ja")):
            found = checker.check(text(parts[:at] + parts[at + 1 :]), source)
            assert len(found) <= 1
            if not found or found[0].source_quote != paragraph:
                unseen.append(paragraph)
    assert len(unseen) <= 3, unseen


SCENE = [
    ("店の主人は古い時計を棚から下ろした。", "The owner of the shop took an old clock down from the shelf."),
    ("「動くんですか」", "“Does it run?”"),
    ("主人は首を振り、裏蓋を開けて歯車を見せた。", "He shook his head, opened the back and showed us the gears."),
    ("犬が奥で吠えた。", "A dog barked in the back."),
    ("祖父がこの店で働いていたのは、戦争が終わった年の冬だった。", "My grandfather worked in this shop in the winter of the year the war ended."),
    ("修理には三週間かかるという話だった。", "He told us that the work would take three weeks."),
    ("外は雪だった。", "Outside it was snowing."),
    ("私たちは名前と電話番号を書いて店を出た。", "We wrote down our names and telephone number and left."),
    ("という印象だけが残った。", "That is all I remember."),
    ("翌週、駅前の本屋で主人に偶然会った。", "The next week I ran into the owner in the bookshop by the station."),
]  # fmt: skip


@pytest.mark.parametrize(("at", "told"), [(1, True), (3, True), (6, True), (8, False)])
def test_a_short_sentence_between_sure_pairs_is_missed(at: int, told: bool) -> None:
    """But not one that only completes the sentence before."""
    source = text([ja for ja, _ in SCENE])
    found = Checker(select=["untranslated"]).check(text([en for k, (_, en) in enumerate(SCENE) if k != at]), source)
    assert [finding.source_quote for finding in found] == [SCENE[at][0]] * told
