"""XLIFF, TMX and DOCX: exact places, edits that come back as they were meant, hostile files."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqa import Checker, formats
from tqa.cli import main
from tqa.formats.written import fits, written
from tqa.formats.xml import OBJECT
from tqa.model import Document, Edit, TqaError
from tqa.text import Text

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def xliff12(target: str, source: str = "原文", extra: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2"><file original="a" source-language="ja" '
        f'target-language="en-US"><body><trans-unit id="1"><source>{source}</source><target>{target}</target>{extra}'
        "</trans-unit></body></file></xliff>\n"
    )


def xliff2(target: str, source: str = "原文", extra: str = "") -> str:
    notes = f"<notes>{extra}</notes>" if extra else ""
    return (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="ja" trgLang="en"><file id="f">'
        f'<unit id="1">{notes}<segment><source>{source}</source><target>{target}</target></segment></unit></file></xliff>'
    )


def tmx(target: str, source: str = "原文", extra: str = "") -> str:
    return (
        '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="ja"/><body>'
        f'<tu tuid="1">{extra}<tuv xml:lang="ja-JP"><seg>{source}</seg></tuv><tuv xml:lang="en-GB"><seg>{target}</seg></tuv>'
        "</tu></body></tmx>"
    )


SHAPES = {"x.xlf": xliff12, "y.xliff": xliff2, "z.tmx": tmx}


LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def links(**targets: str) -> str:
    """A part of links; a number at the end of a kind tells links of one kind apart."""
    return "<Relationships>" + "".join(
        f'<Relationship Id="{kind}" Type="{LINKS}/{kind.rstrip("0123456789")}" Target="{target}"/>' for kind, target in targets.items()
    ) + "</Relationships>"


def docx(body: str, **parts: str) -> bytes:
    """A package with a body of paragraphs, and further parts by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("_rels/.rels", links(officeDocument="word/document.xml"))
        package.writestr("word/_rels/document.xml.rels", links(**{name: f"{name}.xml" for name in parts}))
        package.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        package.writestr("word/media/image1.png", b"\x89PNG\x00\xff")
        for name, content in parts.items():
            root = name.rstrip("0123456789")
            package.writestr(f"word/{name}.xml", f"<w:{root} {W}>{content}</w:{root}>")
    return out.getvalue()


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs) + "</w:p>"


PLAIN = st.text(alphabet="ab é“日𠮷'\"", min_size=1, max_size=6).map(lambda text: (text, text))
ATOM = st.one_of(
    PLAIN,
    st.sampled_from([("&amp;", "&"), ("&lt;", "<"), ("&#x3042;", "あ"), ("&#38;", "&"), ("<!-- c -->", "")]),
    PLAIN.map(lambda pair: (f'<g id="1">{pair[0]}</g>', pair[1])),
    PLAIN.map(lambda pair: (f"<hi>{pair[0]}</hi>", pair[1])),
    st.just(('<x id="2" note="a>b"/>', "\ufffc")),
    st.just(('<ph id="3">&lt;br/&gt;</ph>', "\ufffc")),
)
INLINE = {"x.xlf": (), "y.xliff": (), "z.tmx": ("<x",)}


def settled(string: str) -> str:
    """Tags behind the end of a sentence are no part of it."""
    bare = string.rstrip(OBJECT)
    return bare if bare[-1:] == '"' else string


def moved(document: Document, text: Text, low: int, high: int, new: str) -> bytes | None:
    """The file with a span of a text replaced, as a fix replaces it; None where that is refused."""
    parts, writing = text.parts(low, high), written(new, text.written)
    if not parts or writing is None:
        return None
    edits = [Edit(*parts[0], writing), *(Edit(*part, "") for part in parts[1:])]
    if not fits(edits, document.raw, text.written):
        return None
    return formats.edited(document, document.raw.encode(document.encoding), edits)


@pytest.mark.parametrize("path", SHAPES)
@settings(max_examples=300, deadline=None)
@given(
    atoms=st.lists(ATOM, min_size=1, max_size=7), data=st.data(), encoding=st.sampled_from(["utf-8", "utf-16"]),
    new=st.text(alphabet="xy &<>日", max_size=5), line_end=st.sampled_from(["\n", "\r\n"]),
)  # fmt: skip
def test_an_edit_comes_back_as_it_was_meant(path, atoms, data, encoding, new, line_end) -> None:  # type: ignore[no-untyped-def]
    atoms = [atom for atom in atoms if not any(mark in atom[0] for mark in INLINE[path])]
    raw = SHAPES[path]("".join(code for code, _ in atoms)).replace("\n", line_end).replace("UTF-8", encoding.upper())
    before = raw.encode(encoding)
    document = formats.read(path, raw=before)
    whole = "".join(text for _, text in atoms)
    expected = settled(whole)
    if not expected.strip():
        return
    (unit,) = document.units
    assert unit.target.string == expected
    assert formats.edited(document, before, []) == before
    for piece in unit.target.pieces:
        here = document.raw[piece.start : piece.end]
        assert piece.form or here == expected[piece.at : piece.at + piece.size]
    low = data.draw(st.integers(0, len(expected)))
    high = data.draw(st.integers(low, len(expected)))
    after = moved(document, unit.target, low, high, new)
    covered = expected[low:high]  # of which tags stay
    tags = len(covered) - len(covered.lstrip(OBJECT))
    wanted = expected[:low] + tags * OBJECT + new + (covered.count(OBJECT) - tags) * OBJECT + whole[high:]
    if after is not None and wanted.strip():
        assert formats.read(path, raw=after).units[0].target.string == settled(wanted)


@settings(max_examples=300, deadline=None)
@given(
    paragraphs=st.lists(st.lists(st.sampled_from(["ab ", "&amp;", "日本", "c 'd", " ", "𠮷"]), max_size=4), min_size=1, max_size=4),
    data=st.data(), new=st.text(alphabet="xy &<>日 ", max_size=5),
)  # fmt: skip
def test_an_edit_of_a_document_comes_back(paragraphs, data, new) -> None:  # type: ignore[no-untyped-def]
    before = docx("".join(paragraph(*runs) for runs in paragraphs))
    document = formats.read("x.docx", raw=before)
    expected = "".join("".join(runs).replace("&amp;", "&") + "\n" for runs in paragraphs)
    assert document.raw == expected
    units = [unit for unit in document.units if unit.target.string]
    if not units:
        return
    unit = data.draw(st.sampled_from(units))
    low = data.draw(st.integers(0, len(unit.target.string)))
    high = data.draw(st.integers(low, len(unit.target.string)))
    (part, *_) = unit.target.parts(low, high)
    after = formats.edited(document, before, [Edit(*part, new)])
    assert formats.read("x.docx", raw=after).raw == expected[: part.start] + new + expected[part.end :]
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as now:
        assert old.namelist() == now.namelist()
        assert all(old.read(name) == now.read(name) for name in old.namelist() if name != "word/document.xml")


def test_what_is_a_segment_in_xliff() -> None:
    raw = xliff12(
        '<mrk mtype="seg" mid="a">One.</mrk> <mrk mtype="seg" mid="b">Two.</mrk>', "一。二。",
        '<seg-source><mrk mtype="seg" mid="a">一。</mrk><mrk mtype="seg" mid="b">二。</mrk></seg-source>'
        "<alt-trans><target>Other</target></alt-trans>",
    )  # fmt: skip
    found = formats.read("x.xlf", raw=raw)
    assert [(unit.id, unit.source and unit.source.string, unit.target.string) for unit in found.units] == [
        ("1/a", "一。", "One."), ("1/b", "二。", "Two."),
    ]  # fmt: skip
    assert (found.lang, found.source_lang) == ("en", "ja")


@pytest.mark.parametrize(
    ("raw", "count"),
    [
        (xliff12("One.").replace("<trans-unit ", '<trans-unit translate="no" '), 0),
        (xliff12("One.").replace("<body>", '<body><group translate="no">').replace("</body>", "</group></body>"), 0),
        (xliff12("One.").replace("<body>", '<body><group translate="no">').replace("</body>", "</group></body>")
         .replace("<trans-unit ", '<trans-unit translate="yes" '), 1),
        (xliff12("原文").replace("<target>", '<target state="needs-translation">'), 0),  # filled with its source
        (xliff12("One.").replace("<target>", '<target state="new">'), 1),  # a machine's draft
        (xliff12("原文"), 1),
        (xliff12(""), 0),
        (xliff12(" \n "), 0),
        (xliff12("").replace("<target></target>", "<target/>"), 0),
        (xliff12("").replace("<target></target>", ""), 0),
        (xliff12("").replace("<target></target>", "<alt-trans><target>One.</target></alt-trans>"), 0),
        (xliff2("One.").replace("<unit ", '<unit translate="no" '), 0),
        (xliff2("原文").replace("<segment>", '<segment state="initial">'), 0),
        (xliff2("One.").replace("<segment>", '<segment state="initial">'), 1),
        (xliff2("One.").replace("</segment>", "</segment><ignorable><source> </source><target> </target></ignorable>"), 1),
        (xliff2("One.").replace("<segment>", "<matches><match><source>一</source><target>A.</target></match></matches><segment>"), 1),
    ],
)  # fmt: skip
def test_what_is_not_translated_yet_is_no_segment(raw: str, count: int) -> None:
    assert len(formats.read("x.xlf", raw=raw).units) == count


def test_lines_laid_out_by_a_tool() -> None:
    raw = xliff12("\n      They met in\n      Kyoto.\n    ").replace("\n", "\r\n")
    (unit,) = formats.read("x.xlf", raw=raw).units
    assert unit.target.string == "They met in Kyoto."
    start, end = unit.target.locate(12, 17)
    assert formats.read("x.xlf", raw=raw).raw[start:end] == "Kyoto"


def test_marks_name_the_tags() -> None:
    raw = xliff12('Press <g id="1">OK</g> or <x id="2"/><bx id="3"/>.')
    (unit,) = formats.read("x.xlf", raw=raw).units
    assert unit.target.string == "Press OK or \ufffc."
    assert [(mark.at, mark.size, mark.name) for mark in unit.target.marks] == [
        (6, 0, "<g 1>"), (8, 0, "</g 1>"), (12, 1, "<x 2>"), (13, 0, "<g 3>"),
    ]  # fmt: skip


PROSE = (
    ("大臣は、古い寺で会談に臨み、両国の平和を願うと述べた。", "The minister joined the talks at an old temple and said that he hoped for peace between the two countries."),
    ("「行かない」と、彼は、静かに言った。", "“I will not go,” he said quietly."),
    ("The minister joined the talks at an old temple, and left.", "大臣は、古い寺で会談に臨み、去った。"),
)  # fmt: skip


@pytest.mark.parametrize(("source", "target"), PROSE)
@pytest.mark.parametrize("tag", ['<x id="{}"/>', '<bx id="{}"/>', '<g id="{}"/>', '<ph id="{}">&lt;br/&gt;</ph>'])
def test_tags_between_words_disturb_no_rule(source: str, target: str, tag: str) -> None:
    def tagged(text: str, places: list[int]) -> str:
        cuts = [0, *places, len(text)]
        return "".join(text[low:high] + tag.format(number) for number, (low, high) in enumerate(pairwise(cuts)))

    def between(text: str) -> list[int]:
        return [at + 1 for at, char in enumerate(text) if char in (" ", "、")]

    codes = ("ja", "en-US") if "。" in source else ("en-US", "ja")
    for count in (0, 1, 2):
        raw = xliff12(tagged(target, between(target)[:count]), tagged(source, between(source)[:count]))
        raw = raw.replace('"ja"', f'"{codes[0]}"').replace('target-language="en-US"', f'target-language="{codes[1]}"')
        assert Checker().check(raw, path="x.xlf") == []


def test_what_is_a_segment_in_docx() -> None:
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:ins><w:r><w:t xml:space='preserve'> new</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:instrText>PAGE</w:instrText><w:tab/><w:t>end</w:t></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc>{paragraph('cell')}</w:tc></w:tr></w:tbl>"
    )
    document = formats.read("x.docx", raw=docx(body, footnotes=f"<w:footnote>{paragraph('note')}</w:footnote>"))
    assert document.raw == "Head\nKept new\tend\ncell\nnote\n"
    assert [unit.kind for unit in document.units] == ["heading", "", "", ""]


@pytest.mark.parametrize("path", SHAPES)
def test_a_note_silences_its_unit(path: str, tmp_path: Path, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / path
    file.write_text(SHAPES[path]("They met at the the gate.", extra="<note>tqa-ignore doubled-word: as spoken</note>"), encoding="utf-8")
    with pytest.raises(SystemExit) as caught:
        main(["check", str(file), "--select", "doubled-word"])
    assert caught.value.code == 0
    assert "nothing to report" in capfdbinary.readouterr()[0].decode().lower()


def test_a_comment_in_word_silences_its_paragraphs(tmp_path: Path) -> None:
    marked = '<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>At the the gate.</w:t></w:r><w:commentRangeEnd w:id="7"/></w:p>'
    comments = f'<w:comment w:id="7">{paragraph("tqa-ignore doubled-word: as spoken")}</w:comment>'
    file = tmp_path / "x.docx"
    for body, code in ((marked, 0), (marked + paragraph("At the the gate."), 1)):
        file.write_bytes(docx(body, comments=comments))
        with pytest.raises(SystemExit) as caught:
            main(["check", str(file), "--select", "doubled-word"])
        assert caught.value.code == code


BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><xliff><file/>&b;</xliff>'
FETCH = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>'


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("x.xlf", BOMB.encode(), "declares an entity"),
        ("x.xlf", FETCH.encode(), "declares an entity"),
        ("x.xlf", b"<xliff><file>\n<body>", "x.xlf:2:7: is not XML: no element found"),
        ("x.xlf", b"<xliff>" + b"<a>" * 5000, "elements nest deeper than 200"),
        ("x.xlf", b"<html/>", "is not XLIFF"),
        ("x.xlf", b"", "x.xlf: is empty"),
        ("x.xlf", b"<?xml version='1.0' encoding='klingon'?><xliff/>", "declares an encoding that does not exist"),
        ("x.xlf", b"<?xml version='1.0' encoding='shift_jis'?><xliff>\x85\xff</xliff>", "is not SHIFT_JIS"),
        ("x.xlf", xliff12("a\0b").encode(), "holds a NUL character"),
        ("x.xlf", xliff12("a").replace("en-US", "de").encode(), "is a translation from “ja” to “de”"),
        ("x.tmx", tmx("a").replace("en-GB", "fr").encode(), "no unit holds both languages"),
        ("x.docx", b"PK\x03\x04nonsense", "is no DOCX file"),
        ("x.docx", docx("").replace(b"word/document.xml", b"word/document.xmk"), "there is no word/document.xml"),
        ("x.docx", docx("<w:p>"), "is not XML: mismatched tag"),
    ],
)  # fmt: skip
def test_hostile_files(name: str, data: bytes, message: str, tmp_path: Path, capfdbinary) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text("They met at the the gate.\n", encoding="utf-8")
    with pytest.raises(SystemExit) as caught:
        main(["check", str(tmp_path), "--fix"])
    out = capfdbinary.readouterr()
    assert caught.value.code == 2
    assert message in out.err.decode() and "Traceback" not in out.err.decode()
    assert (tmp_path / name).read_bytes() == data
    assert (tmp_path / "good.txt").read_text(encoding="utf-8") == "They met at the gate.\n"


def test_a_packed_trap_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    from tqa.formats import package

    monkeypatch.setattr(package, "MAX_BYTES", 10_000)
    with pytest.raises(TqaError, match="unpacks to"):
        formats.read("x.docx", raw=docx(paragraph("a" * 20_000)))


def test_another_encoding_keeps_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "x.xlf"
    raw = xliff12("They met at the the gate in 京都 – now.", "京都").replace("UTF-8", "Shift_JIS").replace("–", "-")
    file.write_bytes(raw.encode("shift_jis"))
    with pytest.raises(SystemExit):
        main(["check", str(file), "--fix", "--select", "doubled-word"])
    assert file.read_bytes() == raw.replace("the the", "the").encode("shift_jis")


def test_what_calls_itself_shift_jis(tmp_path: Path) -> None:
    file = tmp_path / "x.ja.xlf"  # holds its source itself, so it is no source: a search takes it
    raw = xliff12("At the the ① gate.", "①の門").replace("UTF-8", "Shift_JIS")
    file.write_bytes(raw.encode("cp932"))
    with pytest.raises(SystemExit):
        main(["check", str(tmp_path), "--fix", "--select", "doubled-word"])
    assert file.read_bytes() == raw.replace("the the", "the").encode("cp932")


def test_no_reference_is_put_into_cdata() -> None:
    raw = xliff12("<![CDATA[A b.]]>").replace("UTF-8", "Shift_JIS")
    document = formats.read("x.xlf", raw=raw.encode("shift_jis"))
    at = document.raw.index("b.]]>")
    with pytest.raises(TqaError, match="shift_jis has no é"):
        formats.edited(document, raw.encode("shift_jis"), [Edit(at, at + 1, "é")])


def test_bytes_that_would_not_come_back_are_left_alone() -> None:
    data = xliff12("A b.", "∩").replace("UTF-8", "cp932").encode("cp932").replace(b"\x81\xbf", b"\x87\x9b")
    document = formats.read("x.xlf", raw=data)
    with pytest.raises(TqaError, match="cannot be written back"):
        formats.edited(document, data, [Edit(0, 0, "")])
