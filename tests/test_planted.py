"""One sentence with the same faults in every format: the same findings, each at its place, and the same sentence mended."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run
from test_xml_formats import docx, paragraph, tmx, xliff2, xliff12

from tqa import formats

SENTENCE = "They met at the the old gate, and signed two peace pacts in Kyoto."
MENDED = "They met at the old gate, and signed two peace treaties in Kyoto."
SOURCE = "彼らは京都の古い門で会い、二つの平和条約に署名した。"
GLOSSARY = "tqa: 1\nterms:\n  - {ja: 平和条約, en: peace treaty, avoid: [peace pact]}\n"

SHAPES: dict[str, Callable[[str], str | bytes]] = {
    "a.txt": lambda text: f"Yesterday\n\n{text}\n",
    "b.md": lambda text: f"# Yesterday\n\n> {text.replace('old', '**old**')}\n",
    "c.tsv": lambda text: f"source\ttarget\n{SOURCE}\t{text}\n",
    "d.csv": lambda text: f'id,source,target\n1,{SOURCE},"{text}"\n',
    "e.po": lambda text: f'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "{SOURCE}"\nmsgstr ""\n"{text[:20]}"\n"{text[20:]}"\n',
    "f.xlf": lambda text: xliff12(text.replace("old", '<g id="1">old</g>'), SOURCE.replace("古い", '<g id="1">古い</g>')),
    "g.xliff": lambda text: xliff2(text.replace("old", '<pc id="1">old</pc>'), SOURCE.replace("古い", '<pc id="1">古い</pc>')),
    "h.tmx": lambda text: tmx(text, SOURCE),
    "i.docx": lambda text: docx(paragraph("Yesterday") + paragraph(text[:14], text[14:20], text[20:])),
}


@pytest.mark.parametrize("name", SHAPES)
def test_every_format_says_the_same(name: str, tmp_path: Path, run: Run) -> None:
    content = SHAPES[name](SENTENCE)
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    (tmp_path / "g.yaml").write_text(GLOSSARY, encoding="utf-8")
    options = ["--glossary", str(tmp_path / "g.yaml"), "--select", "doubled-word,term-forbidden"]
    code, out, _ = run("check", str(file), *options, "--format", "json")
    found = json.loads(out)["findings"]
    assert code == 1
    assert [(one["rule"], one["quote"]) for one in found] == [("doubled-word", "the the"), ("term-forbidden", "peace pacts")]
    document = formats.read(str(file))
    for one in found:
        assert "".join(document.raw[one["start"] : one["end"]].replace('"\n"', "").split("*")) == one["quote"]
        line = document.raw.split("\n")[one["line"] - 1]
        assert line[one["column"] - 1 :].startswith(one["quote"][:3])
    assert run("check", str(file), *options, "--fix=unsafe")[0] == 0
    (unit,) = (unit for unit in formats.read(str(file)).units if unit.target.string.startswith("They"))
    assert unit.target.string == MENDED
