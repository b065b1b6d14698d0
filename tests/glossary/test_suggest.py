"""Drafts from texts: renderings of terms, drift, names, what is known already, and what recurs without a source."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tqa.cli import main
from tqa.glossary.dump import Draft
from tqa.glossary.load import load
from tqa.glossary.suggest import Row, forms, suggest
from tqa.lang.ja.candidates import candidates

PAIRS = [
    ("港湾整備局は「青い橋計画」を発表した。", "The Harbor Improvement Bureau announced the “Blue Bridge Plan.”"),
    ("森田健太氏は港湾整備局を批判した。", "Kenta Morita criticized the Harbor Improvement Bureau."),
    ("予算は森田健太氏が決める。", "It is Kenta Morita who decides on the budget."),
    ("港湾整備局は予算を増やす。", "The Harbor Improvement Bureau will increase its budget."),
    ("市民は「青い橋計画」に反対している。", "Citizens are against the “Blue Bridge Scheme.”"),
    ("「青い橋計画」は三年で終わる。", "The “Blue Bridge Plan” will end in three years."),
    ("クリャブツォフ大使が視察した。", "Ambassador Kryabtsov made a tour of inspection."),
    ("クリャブツォフ大使は何も言わなかった。", "Ambassador Kryabtsov said nothing."),
]


def drafts(rows: list[Row], known: frozenset[str] = frozenset()) -> dict[str, Draft]:
    return {draft.name: draft for draft in suggest(rows, known)}


def rows(*pairs: tuple[str, str]) -> list[Row]:
    return [Row(source, target, "a.txt", line) for line, (source, target) in enumerate(pairs, 1)]


def test_terms_get_their_renderings() -> None:
    found = drafts(rows(*PAIRS))
    assert found["港湾整備局"].node["en"] == ["Harbor Improvement Bureau"]
    assert "3 times: lines 1, 2, 4" in found["港湾整備局"].comments
    assert "Kryabtsov" in found["クリャブツォフ大使"].node["en"][0]
    assert "予算" not in found and "整備局" not in found  # an everyday word, a part of a term


def test_people_are_people() -> None:
    found = drafts(rows(*PAIRS))
    person = found["森田健太"]
    assert person.kind == "person"
    assert person.node == {"ja": ["森田健太"], "en": ["Kenta Morita"], "family": {"ja": "森田", "en": "Morita"}}
    turned = drafts(rows(*((ja, en.replace("Kenta Morita", "Morita Kenta")) for ja, en in PAIRS)))["森田健太"]
    assert turned.node["order"] == "family-given"


def test_drift_is_marked() -> None:
    plan = drafts(rows(*PAIRS))["青い橋計画"]
    assert plan.node["en"] == ["Blue Bridge Plan"]
    (drift,) = [comment for comment in plan.comments if "rendered in 2 ways" in comment]
    assert "“Blue Bridge Plan” (2 times: lines 1, 6)" in drift and "“Blue Bridge Scheme” (once: line 5)" in drift
    steady = drafts(rows(*((ja, en.replace("Scheme", "Plan")) for ja, en in PAIRS)))["青い橋計画"]
    assert not any("ways" in comment for comment in steady.comments)


def test_what_is_known_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "g.yaml").write_text("tqa: 1\nterms:\n  - {ja: 港湾整備局, en: Port Bureau}\n", encoding="utf-8")
    known = forms(load([str(tmp_path / "g.yaml")]))
    assert "港湾整備局" in drafts(rows(*PAIRS)) and "港湾整備局" not in drafts(rows(*PAIRS), known)
    lone = [Row("", "We saw the Port Bureau. The Port Bureau is old. The Lion Gate and the Lion Gate.")]
    assert "Port Bureau" in drafts(lone)
    assert list(drafts(lone, known)) == ["Lion Gate"]


def test_a_translation_alone() -> None:
    text = (
        "Their “cautious charm diplomacy” failed. Critics of the “cautious charms diplomacy” met Ivan Petrenko at the "
        "Port Office. Ivan Petrenka left the Port Office’s yard. However, the weather was good. However, nobody came."
    )
    found = {draft.node["en"][0]: draft for draft in suggest([Row("", text, "a.txt", 7)])}
    assert set(found) == {"cautious charm diplomacy", "Ivan Petrenka", "Port Office"}
    assert any("“Ivan Petrenko” (once: line 7)" in comment for comment in found["Ivan Petrenka"].comments)
    assert found["Port Office"].comments == ("2 times: line 7",)


def test_candidates_stop_at_figures_and_trim_common_words() -> None:
    assert candidates("第3回世界港湾会議後の同会議")[0].form == "世界港湾会議"
    assert candidates("第三者の10年間") == []


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("ご意見とお菓子", "ご意見 お菓子"),
        ("森田容疑者と港湾関係者", "森田容疑 容疑 港湾関係"),
        ("試すようマイクに話す", "ようマイク"),
        ("全港連の会議", "港連"),
        ("完成当日と金曜日", "完成当日 金曜日"),
    ],
)
def test_fragments_are_no_candidates(text: str, absent: str) -> None:
    assert not {one.form for one in candidates(text)} & set(absent.split())


def test_a_coinage_is_one_without_its_quotation_marks() -> None:
    pairs = (("「青い橋計画」が始まる。", "The “Blue Bridge Plan” begins."), ("青い橋計画は長い。", "The Blue Bridge Plan is long."))
    found = drafts(rows(*pairs))
    assert found["青い橋計画"].node["en"] == ["Blue Bridge Plan"] and "橋計画" not in found


def test_what_needs_no_entry_is_left_out() -> None:
    found = drafts(rows(
        ("韓国のホテルで会議。", "A conference at a hotel in South Korea."),
        ("韓国は遠い。", "South Korea is far away."),
        ("ホテルは静かだ。", "The hotel is quiet."),
        ("韓国のホテル。", "South Korean hotels."),
    ))  # fmt: skip
    assert not {"韓国", "ホテル"} & found.keys()


def test_a_rendering_in_capitals_is_told_whole() -> None:
    pairs = (("潮見署が調べる。", "Shiomi Police Station is looking into it."), ("潮見署は古い。", "The Shiomi Police Station is old."))
    assert drafts(rows(*pairs))["潮見署"].node["en"] == ["Shiomi Police Station"]


def test_names_of_bodies_alone() -> None:
    text = (
        "I'm from the Ministry of Ports, Roads and Bridges, he said. I'll ask the Ministry of Ports, Roads and Bridges. "
        "The Farmers' Union met the Farmers' Union. The Cretans and a Cretan met. Japan's Lion Gate and the Lion "
        "Gate. Japan and Japan. China met Tina. China met Tina."
    )
    found = {draft.node["en"][0]: draft.comments for draft in suggest([Row("", text, "a.txt", 7)])}
    assert set(found) == {"Ministry of Ports, Roads and Bridges", "Farmers' Union", "Cretan", "Lion Gate", "Tina"}
    assert found["Cretan"] == ("2 times: line 7",)


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as caught:
        main(["glossary", "suggest", *arguments])
    out, err = capfd.readouterr()
    return int(caught.value.code or 0), out, err


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    lines = ["source\ttarget", *("\t".join(pair) for pair in PAIRS)]
    Path("pairs.tsv").write_text("\n".join(lines), encoding="utf-8")
    code, out, err = run(capfd, "pairs.tsv")
    assert (code, err) == (0, "") and "8 segments, 8 with their source, pairs.tsv" in out
    Path("draft.yaml").write_text(out, encoding="utf-8")
    assert {"港湾整備局", "森田健太"} <= {term.id for term in load(["draft.yaml"])}
    code, _, err = run(capfd, "pairs.tsv", "--output", "draft.yaml")
    assert code == 2 and "overwrites nothing" in err and Path("draft.yaml").read_text(encoding="utf-8") == out
    assert run(capfd, "pairs.tsv", "--output", "other.yaml", "--most", "1")[0] == 0
    assert len(load(["other.yaml"])) == 1
    assert run(capfd, "pairs.tsv", "--glossary", "draft.yaml", "--most", "9")[0] in (0, 2)


def test_files_are_paired_as_in_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.ja.txt").write_text("\n".join(source for source, _ in PAIRS), encoding="utf-8")
    Path("a.en.txt").write_text("\n".join(target for _, target in PAIRS), encoding="utf-8")
    code, out, _ = run(capfd, "a.en.txt")
    assert code == 0 and "ja: 港湾整備局\n    en: Harbor Improvement Bureau" in out
    assert run(capfd, "a.en.txt", "--source", "a.ja.txt")[1] == out
    Path("tqa.yaml").write_text("lang: ja\nsource-lang: en\n", encoding="utf-8")
    assert "ja: 港湾整備局\n    en: Harbor Improvement Bureau" in run(capfd, "a.ja.txt", "--source", "a.en.txt")[1]
    code, _, err = run(capfd, "missing.txt")
    assert code == 2 and "no such file" in err
    os.remove("tqa.yaml")
    Path("dull.txt").write_text("nothing here recurs.\n", encoding="utf-8")
    code, _, err = run(capfd, "dull.txt")
    assert code == 2 and "nothing to suggest" in err
