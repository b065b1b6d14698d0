"""`tqa score`: the metrics are sacreBLEU's, tqa's points stand beside them, bad input is one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run

from tqa.score import Draft, score

REF = ["The station opens at 7 in the morning.", "“The bridge is closed,” the guard said.", "Rain fell on the harbour all night."] * 4
GOOD = ["The station opens at 7 in the morning.", "“The bridge is closed,” said the guard.", "Rain fell on the harbour all night."] * 4
POOR = ["The station opens at 9:00 in the morning.", "“The bridge is closed, guard said it.", "On harbour the the rain all night."] * 4
JA = ["駅は朝7時に開く。", "「橋は通れない」と警備員は言った。", "港には一晩中雨が降った。"] * 4


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, lines in {"ref": REF, "good": GOOD, "poor": POOR, "ja": JA}.items():
        (tmp_path / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def test_two_drafts(run: Run) -> None:
    options = "--ref", "ref.txt", "--source", "ja.txt", "--format", "json", "--worst", "2"
    code, out, err = run("score", "poor.txt", "good.txt", *options)
    assert (code, err) == (0, "")
    data = json.loads(out)
    poor, good = data["translations"]
    for metric, better in (("bleu", 1), ("chrf", 1), ("ter", -1), ("mqm_per_1000_words", -1)):
        assert better * good[metric]["score"] > better * poor[metric]["score"], metric
        assert poor[metric]["p"] is None and 0 < good[metric]["p"] < 0.05
    assert good["findings"] == {"critical": 0, "major": 0, "minor": 0, "info": 0}
    assert poor["findings"]["major"] >= 4 and set(poor["categories"]) >= {"accuracy", "linguistic-conventions"}
    assert [row["line"] for row in poor["worst"]] == [1, 4]
    assert poor["worst"][0]["rules"] == ["time-mismatch"] and poor["worst"][0]["points"] >= 5
    assert set(data["signatures"]) == {"BLEU", "chrF", "TER"}
    assert "|tok:13a|" in data["signatures"]["BLEU"] and "seed:12345" in data["signatures"]["BLEU"]


def test_the_figures_are_sacrebleus(run: Run) -> None:
    from sacrebleu import corpus_bleu, corpus_chrf, corpus_ter

    for arguments in (["good.txt"], ["poor.txt", "good.txt"]):
        data = json.loads(run("score", *arguments, "--ref", "ref.txt", "--format", "json")[1])
        last = data["translations"][-1]
        assert last["bleu"]["score"] == pytest.approx(corpus_bleu(GOOD, [REF]).score, abs=0.01)
        assert last["chrf"]["score"] == pytest.approx(corpus_chrf(GOOD, [REF]).score, abs=0.01)
        assert last["ter"]["score"] == pytest.approx(corpus_ter(GOOD, [REF]).score, abs=0.01)


def test_text(run: Run) -> None:
    code, out, _ = run("score", "poor.txt", "good.txt", "--ref", "ref.txt", "--source", "ja.txt", "--worst", "1")
    assert code == 0
    assert "An editor has least to mend in good.txt" in out
    assert "line 1: " in out and "time-mismatch" in out and POOR[0] in out
    assert out == run("score", "poor.txt", "good.txt", "--ref", "ref.txt", "--source", "ja.txt", "--worst", "1")[1]
    assert "An editor has least" not in run("score", "good.txt", "--ref", "ref.txt")[1]


def test_equal_drafts_are_called_equal(run: Run) -> None:
    out = run("score", "good.txt", "good.txt", "--ref", "ref.txt")[1]
    assert "*" not in out.replace("* differs", "")
    assert "not surely fewer" in out


def test_japanese_is_not_split_at_spaces() -> None:
    lines = ["港には一晩中雨が降った。", "駅は朝7時に開く。"]
    near = ["港には夜通し雨が降った。", "駅は朝の7時に開く。"]
    found, signatures = score([Draft("x", near, [[], []])], lines, "ja")
    assert 20 < found[0].bleu.score < 95 and 0 < found[0].ter.score < 60
    assert "tok:ja-mecab" in signatures["BLEU"] or "tok:char" in signatures["BLEU"]
    assert "asian:yes" in signatures["TER"]
    assert found[0].words == 11


@pytest.mark.parametrize(
    ("content", "arguments", "message"),
    [
        ("One.\nTwo.\n", ["x.txt", "--ref", "ref.txt"], "tqa: x.txt: has 2 lines, but ref.txt has 12 (a segment a line"),
        ("One.\n", ["good.txt", "--ref", "ref.txt", "--source", "x.txt"], "tqa: x.txt: has 1 line, but ref.txt has 12"),
        ("\n\n", ["good.txt", "--ref", "x.txt"], "tqa: x.txt: holds no segment"),
        ("", ["none.txt", "--ref", "ref.txt"], "tqa: none.txt: cannot be read"),
    ],
)
def test_bad_input_is_one_line(content: str, arguments: list[str], message: str, folder: Path, run: Run) -> None:
    (folder / "x.txt").write_text(content, encoding="utf-8")
    code, out, err = run("score", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(message) and err.count("\n") == 1


def test_line_ends_and_marks_are_no_words(folder: Path, run: Run) -> None:
    (folder / "crlf.txt").write_bytes(("\ufeff" + "\r\n".join(REF) + "\r\n").encode())
    data = json.loads(run("score", "crlf.txt", "--ref", "ref.txt", "--format", "json")[1])
    assert data["translations"][0]["bleu"]["score"] == 100 and data["translations"][0]["ter"]["score"] == 0
