"""Term lists as people and programs save them: encodings, separators, headings in other words, statuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tqa.glossary.dump import dump
from tqa.glossary.exchange import read, summary
from tqa.glossary.load import load


def imported(folder: Path, name: str, data: str | bytes) -> tuple[dict[str, dict[str, Any]], list[str]]:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    drafts, remarks = read(str(path), {"txt": "tsv", "xml": "tbx"}.get(suffix := name.rpartition(".")[2], suffix))
    return {draft.name: draft.node for draft in drafts}, [remark.message for remark in remarks]


PLAIN = {"潮風庁": {"ja": ["潮風庁"], "en": ["Sea Breeze Agency"]}}
NOTED = {"潮風庁": {"ja": ["潮風庁"], "en": ["Sea Breeze Agency"], "note": "x"}}
BANNED = {"潮風庁": {"ja": ["潮風庁"], "en": ["Sea Breeze Agency"], "avoid": ["Sea Wind Agency"]}}


@pytest.mark.parametrize(
    ("name", "data", "nodes"),
    [
        # encodings and separators
        ("a.txt", "用語\t訳語\t備考\r\n潮風庁\tSea Breeze Agency\tx\r\n".encode("utf-16"), NOTED),
        ("a.csv", "Japanese,English,Notes\n潮風庁,Sea Breeze Agency,x\n".encode("utf-16"), NOTED),
        ("a.csv", "日本語,英語,備考\r\n潮風庁,Sea Breeze Agency,x\r\n".encode("cp932"), NOTED),
        ("a.csv", "\ufeffTerm (JA);Term (EN);Comment\r\n潮風庁;Sea Breeze Agency;x\r\n", NOTED),
        ("a.csv", "\ufeffsep=;\r\nJapanese;English\r\n潮風庁;Sea Breeze Agency\r\n", PLAIN),
        ("a.csv", "ja|en|note\n潮風庁|Sea Breeze Agency|x", NOTED),
        ("a.csv", "ja\ten\n潮風庁\tSea Breeze Agency\n", PLAIN),
        ("a.tsv", '"ja"\t"en"\n"潮風庁"\t"Sea Breeze Agency"\n', PLAIN),
        ("a.tsv", '潮風庁\t"Sea" Breeze\n夕凪\ta "calm\n', {"潮風庁": {"ja": ["潮風庁"], "en": ['"Sea" Breeze']},
                                                       "夕凪": {"ja": ["夕凪"], "en": ['a "calm']}}),
        ("a.csv", "潮風庁,Sea Breeze; Agency; x\n夕凪,calm\n", {"潮風庁": {"ja": ["潮風庁"], "en": ["Sea Breeze", "Agency", "x"]},
                                                              "夕凪": {"ja": ["夕凪"], "en": ["calm"]}}),
        # headings
        ("a.csv", "ja-JP,en_US\n潮風庁,Sea Breeze Agency\n", PLAIN),
        ("a.csv", "English (United States),Japanese [ja]\nSea Breeze Agency,潮風庁\n", PLAIN),
        ("a.csv", "source,target,translator_comments\nSea Breeze Agency,潮風庁,x\n", NOTED),
        ("a.csv", "No.,見出し語,英訳,コメント,\n1,潮風庁,Sea Breeze Agency,x,,\n", NOTED),
        ("a.csv", "ja,en,source\n潮風庁,Sea Breeze Agency,law\n", {"潮風庁": {**PLAIN["潮風庁"], "ref": "law"}}),
        ("a.csv", "ja,en-US,en-GB\n港,harbor,harbour\n", {"港": {"ja": ["港"], "en": ["harbor", "harbour"]}}),
        ("a.csv", "潮風庁,Sea Breeze Agency,x\n夕凪,calm\n", {**NOTED, "夕凪": {"ja": ["夕凪"], "en": ["calm"]}}),
        ("a.txt", "# Glossary in tab-separated format\nSea Breeze Agency\t潮風庁\tx\n", NOTED),
        ("a.tsv", "Word\tMeaning\n潮風庁\tSea Breeze Agency\n", PLAIN),
        # standing
        ("a.csv", "Japanese,Status,English,Status\n潮風庁,preferred,Sea Breeze Agency,\n潮風庁,,Sea Wind Agency,Forbidden\n",
         BANNED),
        ("a.csv", "ID,Japanese,English,Usage\n1,潮風庁,Sea Breeze Agency,OK\n1,潮風庁,Sea Wind Agency,not recommended\n",
         BANNED),
        ("a.csv", "用語,英訳,使用可否\n潮風庁,Sea Wind Agency,不可\n潮風庁,Sea Breeze Agency,可\n", BANNED),
        ("a.csv", "Japanese,Term_Info,English,Term_Info,English,Term_Info\n"
                  "潮風庁,CaseInsense;Prefix50,Sea Breeze Agency,CasePermissive,Sea Wind Agency,CaseSense;Forbidden\n", BANNED),
        ("a.csv", "term,en,ja,forbidden\nx,Sea Breeze Agency,潮風庁,no\n",
         {"潮風庁": {"ja": ["潮風庁"], "en": ["x", "Sea Breeze Agency"]}}),
        ("a.csv", "ja,en,forbidden\n潮風庁,Sea Breeze Agency,no\n潮風庁,Sea Wind Agency,yes\n", BANNED),
        ("a.csv", "ja,en,status,note\n潮風庁,Sea Breeze Agency,,x\n潮風庁,Sea Wind Agency,forbidden,y\n",
         {"潮風庁": {**NOTED["潮風庁"], "avoid": [{"en": "Sea Wind Agency", "why": "y"}]}}),
        ("a.csv", "ja,en,NG,理由\n潮風庁,Sea Breeze Agency,Sea Wind Agency、Wind Office,正式名称\n",
         {"潮風庁": {**PLAIN["潮風庁"], "avoid": [{"en": "Sea Wind Agency", "why": "正式名称"},
                                               {"en": "Wind Office", "why": "正式名称"}]}}),
        ("a.csv", "English,Japanese,Status\nharbor,港,preferred\nharbor,湊,deprecated\n",
         {"港": {"ja": ["港"], "en": ["harbor"], "avoid": ["湊"]}}),
        ("a.csv", "ja,en,case sensitive\n潮風庁,SBA,yes\n", {"潮風庁": {"ja": ["潮風庁"], "en": ["SBA"], "case": "exact"}}),
        # several forms, several rows
        ("a.csv", 'ja,en\n"港;港湾","port\nharbor"\n', {"港": {"ja": ["港", "港湾"], "en": ["port", "harbor"]}}),
        ("a.csv", "id,ja,en\nport,港,port\nport,湊,harbor\n", {"port": {"id": "port", "ja": ["港", "湊"], "en": ["port", "harbor"]}}),
        ("a.csv", "Entry_ID,ja,en\n7,港,port\n7,湊,harbor\n8,船,ship\n",
         {"港": {"ja": ["港", "湊"], "en": ["port", "harbor"]}, "船": {"ja": ["船"], "en": ["ship"]}}),
    ],
)  # fmt: skip
def test_a_list_from_elsewhere(tmp_path: Path, name: str, data: str | bytes, nodes: dict[str, Any]) -> None:
    assert imported(tmp_path, name, data)[0] == nodes


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    said = imported(tmp_path, "a.csv", "No.,用語,英訳,担当,空\n1,橋／川,a / b,佐藤,\n2,船,ship,,\n")[1]
    assert len(said) == 4  # the empty column says nothing
    for word in ("“担当” is not known", "“No.” holds numbers", "holds a slash"):
        assert any(word in message for message in said)
    assert imported(tmp_path, "b.csv", "日本語,英語\n港,port\n".encode("cp932"))[1] == ["is not UTF-8: read as Shift_JIS"]


def test_a_workbook(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()  # the first sheet stays empty
    for title, rows in (("用語", [["No.", "用語", "英訳", "年"], [1.0, "港", "port", 2026], [2, "港", None, None]]), ("旧", [["x"]])):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    nodes, said = imported(tmp_path, "a.xlsx", (tmp_path / "a.xlsx").read_bytes())
    assert nodes == {"港": {"ja": ["港"], "en": ["port"]}}
    assert any("only the sheet “用語” is read; left out: 旧" in message for message in said)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_multiterm(tmp_path: Path, encoding: str) -> None:
    text = (
        '<?xml version="1.0" encoding="UTF-8"?><mtf><conceptGrp><concept>1</concept><system type="entryClass">1</system>'
        '<transacGrp><transac type="origination">anna</transac><date>2020-01-01</date></transacGrp>'
        '<descripGrp><descrip type="Subject">sea</descrip></descripGrp>'
        '<languageGrp><language type="Japanese" lang="JA"/><termGrp><term>港</term></termGrp></languageGrp>'
        '<languageGrp><language type="English" lang="EN-US"/><termGrp><term>dok</term><descripGrp>'
        '<descrip type="Status">forbidden</descrip></descripGrp></termGrp><termGrp><term>port</term>'
        '<descripGrp><descrip type="Definition">a place</descrip></descripGrp></termGrp></languageGrp></conceptGrp></mtf>'
    )
    nodes, said = imported(tmp_path, "a.xml", text.encode(encoding))
    assert nodes == {"港": {"ja": ["港"], "en": ["port"], "avoid": ["dok"], "domain": "sea", "note": "a place"}}
    assert not said


def test_csv(tmp_path: Path) -> None:
    text = (
        "Japanese,English,Status,case,Colour,avoid\r\n"
        "港;港湾,port,admitted,,red,\r\n"
        "港,harbor; haven,preferred,any,red,\r\n"
        "港,dok,deprecated,,,\r\n"
        "船,ship,odd,loud,,\r\n"
        ",,,,,\r\n"
        "橋\r\n"
        ",,,,,push the back of\r\n"
    )
    nodes, said = imported(tmp_path, "a.csv", "\ufeff" + text)
    assert nodes["港"] == {"ja": ["港", "港湾"], "en": ["harbor", "haven", "port"], "case": "any", "avoid": ["dok"]}
    assert nodes["船"] == {"ja": ["船"], "en": ["ship"]} and nodes["橋"] == {"ja": ["橋"]}
    assert nodes["push the back of"] == {"avoid": ["push the back of"]}
    for word in ("“Colour”", "status", "case", "2 rows joined"):
        assert any(word in message for message in said)


def test_two_columns(tmp_path: Path) -> None:
    rows = ["harbor\t港", "No\t否", "12:30\t正午", "x", "\t船", "port\t港", "橋\tbridge", "※\t-"] + ["\t船"] * 15
    (tmp_path / "a.tsv").write_text("\n".join(rows), encoding="utf-8")
    drafts, remarks = read(str(tmp_path / "a.tsv"), "tsv")
    (tmp_path / "a.yaml").write_text(dump(drafts), encoding="utf-8")
    err = "\n".join(summary(remarks))
    terms = load([str(tmp_path / "a.yaml")])
    found = {term.ja[0]: term.en for term in terms}
    assert found == {"港": ("harbor", "port"), "否": ("No",), "正午": ("12:30",)}
    assert "a.tsv:4:1: a row that has not two cells" in err and "a.tsv:7:1: a row with its languages" in err
    assert "… and 6 more: a row with an empty cell: left out (lines 18, 19," in err
