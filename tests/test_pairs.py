"""A translation and its source as files: alignment, and inputs that do not belong together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tqa import Checker
from tqa.cli import main
from tqa.config import Config
from tqa.files import source_of
from tqa.model import TqaError
from tqa.project import read

JA = """政府は10日、総額85億円の支援策を決めた。対象は約7万人。
首相は記者会見で「迅速に進める」と述べた。

専門家は効果を疑問視している。東京大学の田中教授は「一時しのぎだ」と指摘した。

支援策は4月1日に始まる。申請は3月31日まで受け付ける。
"""
EN = """On the 10th, the government decided on a support package totaling 8.5 billion yen. It will cover about 70,000
people. The prime minister told a press conference that he would “move quickly.”

The package begins on April 1. Applications are accepted until March 31.
"""


OTHER = "古い歌手は海辺の小さな村に葬られた。墓には毎年、花が供えられる。村の子供たちは彼の歌を知らない。寺の鐘が鳴る。"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.ja.txt").write_text(JA, encoding="utf-8")
    (tmp_path / "a.en.txt").write_text(EN, encoding="utf-8")
    return tmp_path


def test_sentences_find_their_counterparts(folder: Path) -> None:
    document = read("a.en.txt", Config(), "a.ja.txt")
    pairs = {unit.source.string: unit.target.string for unit in document.units if unit.source}
    assert pairs["支援策は4月1日に始まる。"] == "The package begins on April 1."
    assert pairs["対象は約7万人。"].startswith("It will cover")
    dropped = [source for source, target in pairs.items() if not target]
    assert len(dropped) == 2 and all("専門家" in source or "田中" in source for source in dropped)


def test_places_survive_alignment(folder: Path) -> None:
    document = read("a.en.txt", Config(), "a.ja.txt")
    for unit in document.units:
        for text, raw in ((unit.target, document.raw), (unit.source, document.source_raw)):
            assert text is not None
            start, end = text.locate(0, len(text.string))
            assert "".join(raw[start:end].split()) == "".join(text.string.split())


def test_source_beside_the_translation(folder: Path) -> None:
    assert source_of("a.en.txt", Config()) == "a.ja.txt"
    assert source_of("a.ja.txt", Config()) == ""
    (folder / "b.txt").write_text(EN, encoding="utf-8")
    (folder / "b.ja.txt").write_text(JA, encoding="utf-8")
    assert source_of("b.txt", Config()) == "b.ja.txt"
    (folder / "original").mkdir()
    (folder / "original" / "b.txt").write_text(JA, encoding="utf-8")
    assert source_of("b.txt", Config(source="original/{name}{ext}")) == "original/b.txt"


@pytest.mark.parametrize(
    ("target", "source", "message"),
    [
        ("a.ja.txt", "a.en.txt", "a.en.txt: is not ja, and a.ja.txt is not en: swapped?"),
        ("a.en.txt", "a.en.txt", "a.en.txt: does not look like Japanese"),
        ("a.ja.txt", "a.ja.txt", "a.ja.txt: does not look like English"),
        ("a.en.txt", "empty.txt", "empty.txt: is empty: there is nothing to compare"),
        ("empty.txt", "a.ja.txt", "empty.txt:1:1: is empty: there is nothing to check"),
        ("a.en.txt", "long.txt", "long.txt: is far too long to belong to a.en.txt: nothing was compared"),
        ("a.en.txt", "other.txt", "other.txt: does not look like the source of a.en.txt: nothing was compared"),
        ("one.txt", "other.txt", "other.txt: does not look like the source of one.txt: nothing was compared"),
        ("a.en.txt", "missing.txt", "missing.txt: cannot be read: no such file or directory"),
    ],
)
def test_what_does_not_belong_together(target: str, source: str, message: str, folder: Path) -> None:
    (folder / "empty.txt").write_text("\n", encoding="utf-8")
    (folder / "long.txt").write_text(JA * 30, encoding="utf-8")
    (folder / "other.txt").write_text(OTHER, encoding="utf-8")
    (folder / "one.txt").write_text(" ".join(EN.split()), encoding="utf-8")  # one paragraph
    with pytest.raises(TqaError) as caught:
        read(target, Config(), source)
    assert str(caught.value).startswith(message)


def test_align_command(folder: Path, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(SystemExit) as caught:
        main(["align", "a.ja.txt", "a.en.txt"])
    assert not caught.value.code
    rows = [line.split("\t") for line in capfdbinary.readouterr()[0].decode().splitlines()]
    assert rows[0] == ["source", "target", "sure"]
    assert ["支援策は4月1日に始まる。", "The package begins on April 1."] in [row[:2] for row in rows]


def test_an_article_end_to_end(folder: Path, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    """A dropped paragraph, a merged one and three wrong figures: those findings, and no other."""
    wrong = EN.replace("8.5 billion", "85 million").replace("April 1", "April 2").replace("70,000", "90,000")
    (folder / "a.en.txt").write_text(wrong, encoding="utf-8")
    with pytest.raises(SystemExit) as caught:
        main(["check", "a.en.txt", "--format", "jsonl"])
    assert caught.value.code == 1
    found = [json.loads(line) for line in capfdbinary.readouterr()[0].decode().splitlines()]
    assert sorted((row["rule"], row["quote"].replace("\n", " ")) for row in found) == [
        ("date-mismatch", "April 2"),
        ("number-mismatch", "90,000 people"),
        ("number-scale", "85 million yen"),
        ("untranslated", ""),
    ]
    assert all(row["source"] and row["source"]["path"] == "a.ja.txt" for row in found)
    raw = (folder / "a.ja.txt").read_text(encoding="utf-8")
    assert all(raw[row["source"]["start"] : row["source"]["end"]] == row["source"]["quote"] for row in found)


MARKDOWN_JA = """# 支援策

政府は支援策を決めた。[詳細](https://a.example/p)。専門家は疑う。

- 対象は`N`人
- 申請は3月まで
"""
MARKDOWN_EN = """# The package

The government decided on a package. [Details](https://a.example/p). Experts have doubts.

- It covers `N` people
- Applications until March
"""


def test_markdown_keeps_its_marks_and_kinds(folder: Path) -> None:
    (folder / "a.md").write_text(MARKDOWN_EN, encoding="utf-8")
    (folder / "a.ja.md").write_text(MARKDOWN_JA, encoding="utf-8")
    units = read("a.md", Config()).units
    assert [(unit.kind, unit.target.string, unit.source.string) for unit in units if unit.source] == [
        ("heading", "The package", "支援策"),
        ("", "The government decided on a package.", "政府は支援策を決めた。"),
        ("", "Details.", "詳細。"),
        ("", "Experts have doubts.", "専門家は疑う。"),
        ("list", "It covers N people", "対象はN人"),
        ("list", "Applications until March", "申請は3月まで"),
    ]
    for index, name in ((2, "https://a.example/p"), (4, "N")):
        source = units[index].source
        assert source and [mark.name for mark in (*units[index].target.marks, *source.marks)] == [name, name]


ROWS = [(source, target) for source, target in zip(JA.split("。"), EN.split("."), strict=False) if source.strip()][:5]


def test_rows_in_the_wrong_language_are_one_line() -> None:
    swapped = [(target, source) for source, target in ROWS]
    with pytest.raises(TqaError, match="its sources are not Japanese and its translations not English"):
        Checker().check_pairs(swapped)
    with pytest.raises(TqaError, match="its translations do not look like English"):
        Checker().check_pairs([(source, source) for source, _ in ROWS])
    with pytest.raises(TqaError, match="its sources do not look like Japanese"):
        Checker().check_pairs([(target, target) for _, target in ROWS])


def test_a_table_with_its_columns_swapped(folder: Path) -> None:
    rows = "".join(f"{' '.join(target.split())}\t{' '.join(source.split())}\n" for source, target in ROWS)
    (folder / "rows.tsv").write_text("source\ttarget\n" + rows, encoding="utf-8")
    with pytest.raises(TqaError, match=r"rows\.tsv: its sources are not Japanese"):
        read("rows.tsv", Config())


@pytest.mark.parametrize(
    ("pairs", "rules"),
    [
        ([], []),
        ([("", "")], []),
        ([("。", ".")], []),
        ([("", "The minister left.")], []),
        ([("大臣は東京で辞任した。", "")], ["untranslated"]),
        ([("大臣は東京で辞任した。", "")] * 40, ["untranslated"]),
        ([(OTHER * 4, "The old singer was buried in a village.")], ["truncated"]),
        ([("大臣は5日、東京で予算について説明した。", "In 1998 the singer bought 12 horses at a village fair.")], ["unrelated"]),
    ],
)
def test_bad_pairs_make_one_finding(pairs: list[tuple[str, str]], rules: list[str]) -> None:
    assert [finding.rule for found in Checker().check_pairs(pairs) for finding in found] == rules


def test_a_summary_is_said_once() -> None:
    source, parts = [], []
    for name in ("news", "business", "local"):
        for lang, side in (("ja", source), ("en", parts)):
            text = (Path(__file__).parent / "data" / "articles" / f"{name}.{lang}.txt").read_text(encoding="utf-8")
            side += text.strip().split("\n\n")
    found = Checker().check("\n\n".join(parts[1::2]), "\n\n".join(source))
    assert [finding.rule for finding in found] == ["untranslated"]
    assert "is this a summary?" in found[0].message


def test_the_rendering_of_the_sentence_before_is_no_rendering() -> None:
    first = ("委員会は春までに古い橋を架け替える案をまとめた。", "The committee drew up a plan to replace the old bridge by spring.")
    again = ("住民からは不安の声も上がっている。", "The committee drew up a plan to replace the old bridge by the spring.")
    quiet = ("委員会は夏までに古い橋を架け替える案をまとめた。", "The committee drew up a plan to replace the old bridge by summer.")
    own = Checker(select=["repeated-clause"])
    assert [[one.quote for one in found] for found in own.check_pairs([first, again])] == [[], [again[1]]]
    assert own.check_pairs([first, quiet]) == [[], []]
    fathers = [("田中一郎の父。", "He was the father of Ichiro Tanaka."), ("畠山在氏の父。", "He was the father of Ariuji Hatakeyama.")]
    assert own.check_pairs(fathers) == [[], []]


def test_a_quotation_over_two_segments() -> None:
    first = ("市長は「道を開けよう。", "The mayor said, “Let us open the road.")
    last = ("橋は直っている」と述べた。", 'The bridge is mended," he said.')
    other = ("橋は直っていると述べた。", 'The bridge is mended," he said.')
    own = Checker(select=["quote-unpaired"])
    assert own.check_pairs([first, last]) == [[], []]
    assert [len(found) for found in own.check_pairs([("市長が来た。", "The mayor came."), other])] == [0, 1]


def test_rows_that_slipped_by_one_are_told_once() -> None:
    rows = [
        ("警察は昨夜、京都の銀行で強盗の疑いで学生を逮捕した。", "Police arrested a student last night on suspicion of robbing a bank."),
        ("市の図書館は来年の春に駅の南側の公園に移転する。", "The city library will move to the park south of the station."),
        ("琵琶湖の漁師は冬に氷の下で珍しい魚を獲り、市場で売る。", "In winter fishermen catch rare fish under the ice and sell them."),
        ("鎌倉時代の僧侶が彫刻した木造の仏像が本堂に安置されている。", "A wooden Buddhist statue carved by a priest stands in the main hall."),
        ("政府は台風の被害を受けた農家に補助金を支給する方針を決めた。", "The government will grant subsidies to farmers hit by the typhoon."),
        ("研究者は海底の火山が再び噴火する可能性を指摘している。", "Researchers point out that the undersea volcano may erupt again."),
    ]
    sources, targets = zip(*rows, strict=True)
    own = Checker(select=["unrelated"])
    assert own.check_pairs(rows) == [[]] * len(rows)
    found = own.check_pairs(list(zip(sources, (*targets[1:], targets[0]), strict=True)))
    assert [len(one) for one in found] == [1, 0, 0, 0, 0, 0] and "out of step" in found[0][0].message
