"""Import and export: round trips, statuses, hostile and broken files, YAML that reads back as it was written."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
import whole

from tqa.cli import main
from tqa.glossary.dump import Draft, dump
from tqa.glossary.exchange import drafts_of, read, write
from tqa.glossary.load import entries, load, terms_of
from tqa.model import Term, TqaError

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as caught:
        main(["glossary", *arguments])
    out, err = capfd.readouterr()
    return int(caught.value.code or 0), out, err


def bare(terms: list[Term]) -> list[str]:
    return sorted(repr(term._replace(path="", line=0, column=0)) for term in terms)


def imported(folder: Path, name: str, text: str | bytes, form: str = "") -> tuple[list[Draft], list[str]]:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    drafts, remarks = read(str(path), form or name.rpartition(".")[2])
    return drafts, [remark.message for remark in remarks]


# --- round trips ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("style", ["dct", "dca"])
def test_the_shipped_glossary_survives_tbx(tmp_path: Path, style: str) -> None:
    text, remarks = write(whole.drafts(), "tbx", style)
    (tmp_path / "g.tbx").write_text(text, encoding="utf-8")
    drafts, said = read(str(tmp_path / "g.tbx"), "tbx")
    (tmp_path / "g.yaml").write_text(dump(drafts), encoding="utf-8")
    back, errors = entries([str(tmp_path / "g.yaml")])
    assert not remarks and not said and not errors
    assert bare(terms_of(back)) == bare(terms_of(whole.found()))
    before, after = (sorted(str(node.get("examples")) for _, node in found) for found in (whole.found(), back))
    assert before == after


def test_the_shipped_glossary_survives_json(tmp_path: Path) -> None:
    (tmp_path / "g.json").write_text(write(whole.drafts(), "json")[0], encoding="utf-8")
    assert bare(load([str(tmp_path / "g.json")])) == bare(terms_of(whole.found()))


def test_tables_say_what_they_lose(tmp_path: Path) -> None:
    (tmp_path / "g.yaml").write_text(
        "tqa: 1\nterms:\n"
        "  - {ja: [港, 港湾], en: [harbor; port, port], avoid: [haven, {en: dock, only: {near: [船]}}], note: 'a\tb'}\n"
        "  - {ja: 橋, en: bridge, only: {near: [川]}, avoid: [brigde]}\n"
        "people:\n  - {ja: 上田健太, en: Kenta Ueda, reading: うえだ けんた}\n"
        "phrases:\n  - {avoid: give a push, en: encourage, why: 後押し}\n  - {avoid: {en: cold way, only: {near: [道]}}}\n",
        encoding="utf-8",
    )
    drafts = drafts_of([str(tmp_path / "g.yaml")])
    for form in ("csv", "tsv"):
        text, remarks = write(drafts, form)
        back, _ = imported(tmp_path, f"g.{form}", text)
        kinds = {draft.name: (draft.kind, draft.node) for draft in back}
        assert kinds["港"][1]["en"] == ["harbor; port", "port"] and kinds["港"][1]["avoid"] == ["haven"]
        assert kinds["橋"][1] == {"ja": ["橋"], "en": ["bridge"]}
        assert kinds["上田健太"][0] == "person" and kinds["give a push"][1]["why"] == "後押し"
        assert len(back) == 4
        told = {remark.about: remark.message for remark in remarks}
        assert set(told) == {"港", "橋", "上田健太", "cold way"}
        assert "dock" in told["港"] and "only" in told["橋"] and "brigde" in told["橋"] and "reading" in told["上田健太"]


def test_what_is_changed_in_tbx_stays_changed(tmp_path: Path) -> None:
    draft = Draft("term", {"ja": ["港"], "en": ["port"], "avoid": [{"en": "haven", "why": "x", "case": "any"}, "dok"]})
    text = write([draft], "tbx", "dct")[0].replace("<term>dok<", "<term>harbour<")
    (back,), _ = imported(tmp_path, "a.tbx", text)
    assert back.node["avoid"] == [{"en": "haven", "why": "x", "case": "any"}, "harbour"]


# --- TBX --------------------------------------------------------------------------------------------------------

OLD = """<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader/><text><body>
 <termEntry id="e1">
  <descripGrp><descrip type="subjectField">shipping</descrip></descripGrp>
  <admin type="source">Port Authority</admin>
  <langSet xml:lang="en-US">
   <tig><term>port</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig>
   <ntig><termGrp><term>har<hi type="bold">bor</hi></term>
    <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote><termNote type="partOfSpeech">noun</termNote>
   </termGrp></ntig>
   <tig><term>haven</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>
    <note>archaic</note></tig>
  </langSet>
  <langSet xml:lang="ja"><tig><term>港</term><termNote type="reading">みなと</termNote></tig></langSet>
  <langSet xml:lang="fr"><tig><term>port</term></tig></langSet>
 </termEntry>
 <termEntry><langSet xml:lang="ja"><tig><term>港</term></tig></langSet></termEntry>
</body></text></martif>"""


def test_old_tbx(tmp_path: Path) -> None:
    (one, other), said = imported(tmp_path, "a.tbx", HEAD + OLD)
    assert one.node == {
        "ja": ["港"], "en": ["harbor", "port"], "avoid": [{"en": "haven", "why": "archaic"}], "domain": "shipping",
        "ref": "Port Authority", "note": "“港”: reading: みなと",
    }  # fmt: skip
    assert other.node == {"id": "港 2", "ja": ["港"]}
    assert any("partOfSpeech" in message for message in said) and any("(fr)" in message for message in said)


@pytest.mark.parametrize(
    "concept",
    [
        '<descrip type="subjectField">sea</descrip><langSec xml:lang="en"><termSec><term>port</term>'
        '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>'
        "<termSec><term>harbor</term></termSec></langSec>",
        '<m:subjectField>sea</m:subjectField><langSec xml:lang="EN"><termSec><term>port</term>'
        "<m:administrativeStatus>deprecatedTerm-admn-sts</m:administrativeStatus></termSec>"
        "<termSec><term>harbor</term></termSec></langSec>",
    ],
)
def test_both_styles(tmp_path: Path, concept: str) -> None:
    text = f"<text><body><conceptEntry>{concept}</conceptEntry></body></text>"
    text = f'<tbx xmlns:m="http://www.tbxinfo.net/ns/min">{text}</tbx>'
    (draft,), _ = imported(tmp_path, "a.tbx", text)
    assert draft.node == {"en": ["harbor"], "avoid": ["port"], "domain": "sea"}


def test_what_is_carried_is_not_trusted(tmp_path: Path) -> None:
    good = write([Draft("person", {"en": ["Kenta Ueda"], "reading": "うえだ"})], "tbx", "dct")[0]
    for wrong in ("{", "[]", '{"kind":"cat"}', '{"reading":["x"]}', '{"id":"\\ud800"}', "[" * 5000, '{"kind":[]}'):
        text = good.replace('{"kind":"person","reading":"うえだ"}', wrong)
        assert text != good
        (draft,), said = imported(tmp_path, "a.tbx", text)
        assert draft.node == {"en": ["Kenta Ueda"]} and "cannot be read" in said[0]


# --- hostile and broken files -----------------------------------------------------------------------------------

BOMB = '<!DOCTYPE tbx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><tbx>&b;</tbx>'
FILE = '<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tbx>&x;</tbx>'
BODY = "<tbx><text><body><conceptEntry>"


@pytest.mark.parametrize(
    ("name", "text", "place", "message"),
    [
        ("bomb.tbx", BOMB, "1:", "declares an entity"),
        ("xxe.tbx", FILE, "1:", "declares an entity"),
        ("parameter.tbx", '<!DOCTYPE tbx [<!ENTITY % p SYSTEM "x.dtd">%p;]><tbx/>', "1:", "declares an entity"),
        ("skipped.tbx", '<!DOCTYPE tbx SYSTEM "x.dtd"><tbx>&nbsp;</tbx>', "1:35", "&nbsp; which is not defined"),
        ("cut.tbx", "<tbx>\n <text><body>", "2:14", "is not XML: no element found"),
        ("crossed.tbx", "<tbx>\n<text></tbx>", "2:9", "is not XML: mismatched tag"),
        ("deep.tbx", BODY + "<note>" * 170_000, "1:", "nest deeper than"),
        ("huge.tbx", BODY + "<note/>" * 310_000, "1:", "holds more than 300,000 tags"),
        ("other.tbx", "<html></html>", "1:1", "first element is <html>"),
        ("other.tmx", "<tbx></tbx>", "1:1", "first element is <tbx>"),
        ("latin.tbx", "<tbx>caf\xe9</tbx>".encode("latin-1"), "1:9", "is not UTF-8: byte 0xe9"),
        ("odd.tbx", '<?xml version="1.0" encoding="x-klingon"?><tbx/>', "1:", "encoding"),
        ("empty.tbx", "", "", "is empty"),
        ("none.tbx", "<tbx/>", "", "holds no Japanese or English term"),
        ("open.csv", 'ja,en\n港,"port\n船,ship\n', "2:3", "never closes"),
        ("inner.csv", 'ja,en\n港,"po"rt\n', "2:3", "is not CSV"),
        ("wide.csv", "ja,en\n港,port,x\n", "2:1", "has 3 cells, the header 2"),
        ("twice.csv", "ja,en,id,No.\n港,port,x,1\n", "1:1", "two columns are read as “id”"),
        ("nameless.csv", "a,b,c,d\n港,port,x,y\n", "1:1", "names none of them"),
        ("damaged.csv", "ja,en\n港,port\n".encode() + b"\x8d\x60,x\n", "3:1", "is not UTF-8"),
        ("latin.csv", "ja,en\ncaf\xe9,caf\xe9\n".encode("latin-1"), "2:4", "is not UTF-8"),
        ("half.tsv", "ja\ten\n".encode("utf-16") + b"x", "2:1", "is not UTF-16"),
        ("book.xlsx", "no", "", "is no Excel workbook"),
        ("nul.tsv", "ja\ten\n港\tpo\0rt\n", "2:5", "NUL"),
        ("empty.csv", "", "", "is empty"),
        ("header.csv", "ja,en\n", "", "holds no Japanese or English term"),
    ],
)
def test_one_clear_line_and_nothing_written(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str, text: str | bytes, place: str, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    code, out, err = run(capfd, "import", str(path), "--to", str(tmp_path / "new.yaml"))
    assert (code, out) == (2, "") and len(err.splitlines()) == 1 and len(err) < 400
    assert err.startswith(f"tqa: {path}:{place}") and message in err
    assert not (tmp_path / "new.yaml").exists()


def test_nothing_is_overwritten(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text("ja,en\n港,port\n", encoding="utf-8")
    (tmp_path / "old.yaml").write_text("mine", encoding="utf-8")
    code, _, err = run(capfd, "import", str(tmp_path / "a.csv"), "--to", str(tmp_path / "old.yaml"))
    assert code == 2 and "name a new file" in err
    code, _, err = run(capfd, "export", "--format", "tbx", "--output", str(tmp_path / "old.yaml"))
    assert code == 2 and "name a new file" in err
    assert (tmp_path / "old.yaml").read_text() == "mine"
    assert run(capfd, "import", str(tmp_path / "a.csv"), "--to", str(tmp_path / "new.txt"))[0] == 2
    assert run(capfd, "import", str(tmp_path / "a.csv"), "--to", str(tmp_path / "no" / "new.yaml"))[0] == 2
    assert run(capfd, "import", str(tmp_path / "a.bin"), "--to", str(tmp_path / "new.yaml"))[0] == 2
    assert sorted(os.listdir(tmp_path)) == ["a.csv", "old.yaml"]


# --- memories ---------------------------------------------------------------------------------------------------


def test_tmx(tmp_path: Path) -> None:
    def unit(en: str, ja: str) -> str:
        return f'<tu><tuv xml:lang="en-US"><seg>{en}</seg></tuv><tuv xml:lang="JA"><seg>{ja}</seg></tuv></tu>'

    units = unit("peace <bpt i='1'>&lt;b&gt;</bpt>treaty<ept i='1'/>", "平和条約") + unit("It ended.", "終わった。")
    units += unit("1,200", "1,200") + unit("one two three four five six seven", "七") + "<tu><tuv xml:lang='fr'><seg>x</seg></tuv></tu>"
    text = f'<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><body>{units}</body></tmx>'
    drafts, said = imported(tmp_path, "a.tmx", text)
    assert [draft.node for draft in drafts] == [{"ja": ["平和条約"], "en": ["peace treaty"]}]
    long, other = "a unit that is longer than a term: left out", "a unit without Japanese and English: left out"
    assert sorted(said) == sorted([long, long, other, "a unit without words: left out"])


# --- YAML -------------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    (
        "No on ~ null 12:30 010 1e3 0x1f 2020-01-01 - ? : :a a: #b 'c \"d & * ! | > % @ ` = << --- ... [x] {y} a,b 港 “q” … "
        "a? -a ?a"
    ).split()
)
TEXTS = st.one_of(WORDS, st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12),
                  st.lists(WORDS, min_size=1, max_size=4).map(" ".join)).filter(lambda text: text.strip())  # fmt: skip
FORMS = st.lists(TEXTS, min_size=1, max_size=30)
ROW = st.fixed_dictionaries({"en": TEXTS}, optional={"why": TEXTS, "only": st.fixed_dictionaries({"near": FORMS})})
ROWS = st.lists(st.one_of(TEXTS, ROW), min_size=1, max_size=3)
SHORT = st.fixed_dictionaries({"en": FORMS})
NODES = st.fixed_dictionaries(
    {"ja": FORMS}, optional={"en": FORMS, "avoid": ROWS, "note": TEXTS, "id": TEXTS, "short": SHORT}
)


@settings(max_examples=200, deadline=None)
@given(NODES, TEXTS)
def test_yaml_reads_back(node: dict[str, Any], comment: str) -> None:
    import yaml

    text = dump([Draft("term", node, comments=(comment,))], head=["draft"])
    (back,) = yaml.load(text, Loader=yaml.CBaseLoader)["terms"]
    assert _same(back, node), text
    assert _same(yaml.load(text, Loader=yaml.SafeLoader)["terms"][0], node), text  # typed readers see texts, too


def _same(one: Any, other: Any) -> bool:
    if isinstance(other, list) and not isinstance(one, list):
        return len(other) == 1 and _same(one, other[0])
    if isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in other)
    if isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other)


@settings(max_examples=100, deadline=None)
@given(node=st.fixed_dictionaries({"ja": FORMS, "en": FORMS}, optional={"avoid": ROWS, "note": TEXTS, "domain": TEXTS}))
def test_whatever_comes_in_loads(tmp_path_factory: pytest.TempPathFactory, node: dict[str, Any]) -> None:
    from tqa.glossary.exchange.mend import mend

    kept, _ = mend([Draft("term", node), Draft("term", {"ja": ["港"]}), Draft("term", {"ja": ["港"]})], merge=False)
    path = tmp_path_factory.mktemp("m") / "g.yaml"
    path.write_text(dump(kept), encoding="utf-8", newline="")
    assert len(load([str(path)])) == len(kept)


def test_tbx_writer_escapes(tmp_path: Path) -> None:
    node = {"ja": ["A&B<C>", "]]>"], "en": ['"x"', " lead"], "note": "two\nlines\r\n\x01 end ", "domain": "a  b"}
    text, _ = write([Draft("term", node)], "tbx", "dca")
    (draft,), _ = imported(tmp_path, "a.tbx", text.replace("\\u0001", ""))
    assert draft.node["ja"] == node["ja"] and draft.node["note"] == "two\nlines\r\n end "


def test_unknown_format(tmp_path: Path) -> None:
    from tqa.glossary.exchange import READERS, form_of_file

    with pytest.raises(TqaError, match="does not tell the format"):
        form_of_file("a.doc", READERS, "--from")


@pytest.mark.parametrize(("style", "foreign"), [("dct", {"subjectField", "source", "administrativeStatus"}), ("dca", set())])
def test_the_shape_of_exported_tbx(style: str, foreign: set[str]) -> None:
    """What the core schema of ISO 30042:2019 and TBX-Basic demand of the elements that are written."""
    from xml.etree import ElementTree

    core = "{urn:iso:std:iso:30042:ed-2}"
    root = ElementTree.fromstring(write(whole.drafts(), "tbx", style)[0])
    assert (root.tag, root.get("type"), root.get("style")) == (f"{core}tbx", "TBX-Basic", style)
    assert [child.tag for child in root] == [f"{core}tbxHeader", f"{core}text"]
    concepts = root.findall(f"{core}text/{core}body/{core}conceptEntry")
    assert len({concept.get("id") for concept in concepts}) == len(concepts) > 1000
    for concept in concepts:
        tags = [child.tag.removeprefix(core) for child in concept]
        first = tags.index("langSec")
        assert set(tags[first:]) == {"langSec"} and set(tags[:first]) <= {"note", "descrip", "admin", *_spaced(foreign)}
        for term in concept.iter(f"{core}termSec"):
            names = [child.tag.removeprefix(core) for child in term]
            assert names[0] == "term" and names[2:] in ([], ["note"])
            assert names[1] == ("{http://www.tbxinfo.net/ns/min}administrativeStatus" if style == "dct" else "termNote")
            assert str(term[1].text).removesuffix("Term-admn-sts") in ("preferred", "admitted", "deprecated")


def _spaced(names: set[str]) -> set[str]:
    return {f"{{http://www.tbxinfo.net/ns/{space}}}{name}" for space in ("min", "basic") for name in names}
