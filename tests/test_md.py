"""Markdown: which text is prose, where it lies, and that an edit changes the text and no markup."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tqa import Checker, formats
from tqa.check import _edits
from tqa.model import Document, TqaError
from tqa.text import Mark, spliced


def units(raw: str, lang: str = "en") -> list[tuple[str, str]]:
    return [(unit.kind, unit.target.string) for unit in formats.read("x.md", lang, raw=raw).units]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("One.\n\nTwo\nlines.\n", [("", "One."), ("", "Two lines.")]),
        ("\ufeffOne.\r\nTwo.\r\n", [("", "One. Two.")]),
        ("---\ntitle: A b\n---\nOne.\n", [("", "One.")]),
        ("+++\ntitle = 1\n+++\n\nOne.\n", [("", "One.")]),
        ("One.\n\n---\n\nTwo.\n\n---\n", [("", "One."), ("", "Two.")]),
        ("# A plan ##\n", [("heading", "A plan")]),
        ("A plan\n===\n\nB\n---\n", [("heading", "A plan"), ("heading", "B")]),
        ("- one\n- two\n  more\n    - three\n\n      four\n", [("list", "one"), ("list", "two more"), ("list", "three"), ("list", "four")]),
        ("1. one\n2) two\n", [("list", "one"), ("list", "two")]),
        ("- [ ] one\n- [x] two\n", [("list", "one"), ("list", "two")]),
        ("> one\nlazy\n> > two\n", [("", "one lazy"), ("", "two")]),
        ("> [!NOTE]\n> one\n", [("", "one")]),
        ("| a | b\\|c |\n|---|:-:|\n| `d\\|e` | |\n", [("cell", "a"), ("cell", "b|c"), ("cell", "d|e")]),
        ("a[^1] b\n\n[^1]: Note.\n", [("", "a b"), ("", "Note.")]),
        ("    code\n\n```py\ncode\n```\n\n~~~\ncode\n~~~\nOne.\n", [("", "One.")]),
        ("<div>\nhtml\n</div>\n\n<!-- a\n\nb -->\n\nOne.\n", [("", "One.")]),
        ("[a]: http://b.example 'c'\n\nOne [a] and [two][a].\n", [("", "One a and two.")]),
        ("a **b** _c_ ~~d~~ *__e__* <b>f</b>g\n", [("", "a b c d e fg")]),
        ("\\*a\\* &amp; &#x65e5; &nope;\n", [("", "*a* & 日 &nope;")]),
        ("a  \nb\\\nc<br/>d\n", [("", "a\nb\nc\nd")]),
        ("![A map](m.png)\n\nSee ![it](m.png) here.\n", [("caption", "A map"), ("", "See it here.")]),
        ("<https://a.example/b> and `x  y`\n", [("", "https://a.example/b and x  y")]),
        ("", []),
        ("\ufeff", []),
        ("---\n", []),
        ("|\n", [("", "|")]),
    ],
)  # fmt: skip
def test_units(raw: str, expected: list[tuple[str, str]]) -> None:
    assert units(raw) == expected
    assert units(raw.replace("\r\n", "\n").replace("\n", "\r\n")) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("これは\n長い文です。\n", "これは長い文です。"),
        ("Python\nand 日本\n語\n", "Python and 日本語"),
        ("これは**「平和」条約**です。", "これは「平和」条約です。"),
        ("これは**重要。**です。", "これは重要。です。"),
        ("2 ** 3 ** 4", "2 ** 3 ** 4"),
    ],
)
def test_japanese(raw: str, expected: str) -> None:
    assert [string for _, string in units(raw, "ja")] == [expected]


def test_marks() -> None:
    raw = "The [plan](http://a.example) `x` of <http://b.example><br>and <a href='c'>it</a>[^1].\n\n[^1]: N.\n"
    text = formats.read("x.md", raw=raw).units[0].target
    assert text.string == "The plan x of http://b.example\nand it."
    assert text.marks == (
        Mark(8, 0, "http://a.example"), Mark(9, 1, "x"), Mark(14, 16, "http://b.example"), Mark(30, 0, "<br>"),
        Mark(35, 0, "<a>"), Mark(35, 0, "c"), Mark(37, 0, "</a>"), Mark(37, 0, "[^1]"),
    )  # fmt: skip


def test_emphasis_is_transparent(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "g.yaml").write_text("tqa: 1\nterms:\n  - {ja: 平和条約, en: peace treaty, avoid: [peace pact]}\n")
    checker = Checker([str(tmp_path / "g.yaml")], select=["term-forbidden"])
    raw = "> - A **peace**\n>   pact.\n"
    (found,) = checker.check(raw, path="x.md")
    assert (found.quote, found.line, found.column, found.end_line) == ("peace pact", 1, 9, 2)
    assert spliced(raw, found.fixes[0].edits) == "> - A **peace treaty**.\n"


def test_comments_silence(tmp_path) -> None:  # type: ignore[no-untyped-def]
    checker = Checker(select=["doubled-word"])
    raw = "{}It was the the plan.\n"
    path = tmp_path / "x.md"
    for comment, count in (("", 1), ("<!-- tqa-ignore-next-line doubled-word: so -->\n", 0), ("<!-- tqa-ignore-file -->\n\n", 0)):
        path.write_text(raw.format(comment))
        assert len(checker.check_file(str(path))) == count


def test_code_may_show_a_comment(tmp_path) -> None:  # type: ignore[no-untyped-def]
    comment = "<!-- tqa-ignore calque -->"
    path = tmp_path / "x.md"
    path.write_text(f"Write `{comment}`.\n\n```\n{comment}\n```\n\n    {comment}\n")
    assert Checker().check_file(str(path)) == []


WORDS = ["a", "b ", "the ", "The plan ", "あ", "。", "「", "é", "Word, word."]
MARKS = [
    "\n", "\n\n", "> ", "- ", "1. ", "*", "**", "_", "`", "[", "](u)", "]", "!", "<b>", "</b>", "&amp;", "\\", "# ", " #",
    "| ", "|--|--|\n", "| a | b |\n", "```\n", "<!-- c -->", "<http://x.y>", "[r]", "\n\n[r]: /u\n\n", "\r\n", "*a b*",
    "**bold**", "[link](u)", "`code`", "===\n", "---\n", "    ", "<div>\n",
]  # fmt: skip


def made(seed: int) -> str:
    choose = random.Random(seed)
    return "x" * (seed % 2) + "".join(choose.choice(choose.choice((WORDS, MARKS))) for _ in range(choose.randint(1, 25)))


def prose(tokens: list[Any]) -> Iterator[str]:
    """The text that markdown-it-py calls prose."""
    for token in tokens:
        if token.type in ("inline", "image"):
            yield from prose(token.children or [])
        elif token.type in ("text", "code_inline", "text_special"):
            yield token.content


@pytest.mark.parametrize("start", range(0, 3000, 500))
def test_another_parser_finds_the_same_prose(start: int) -> None:
    other = MarkdownIt("commonmark").enable("table")
    for seed in range(start, start + 500):
        raw = made(seed)
        ours = "".join("".join(string for _, string in units(raw)).split())
        theirs = "".join("".join(prose(other.parse(raw))).split())
        table = str.maketrans("", "", "*|")  # Japanese emphasis is ours; they differ on what makes a table
        assert ours.translate(table) == theirs.translate(table), raw


@pytest.mark.parametrize("start", range(0, 3000, 500))
def test_every_character_lies_where_the_text_says(start: int) -> None:
    for seed in range(start, start + 500):
        raw = made(seed)
        for unit in formats.read("x.md", raw=raw).units:
            for piece in unit.target.pieces:
                assert piece.form or raw[piece.start : piece.end] == unit.target.string[piece.at : piece.at + piece.size]
            assert [piece.start for piece in unit.target.pieces] == sorted(piece.start for piece in unit.target.pieces)


NEW = ["", "x", "word", "two words", "1", "1. ", "'s", "”", "「", "- a", "(a)", ":", "; ", " a", "=", "+", "$5", "amp;", "%", "{a}"]


def strings(document: Document) -> list[str]:
    return [" ".join(unit.target.string.split()) for unit in document.units]


@pytest.mark.parametrize("start", range(0, 6000, 1000))
def test_an_edit_changes_its_text_and_nothing_else(start: int) -> None:
    made_edits = 0
    for seed in range(start, start + 1000):
        raw, choose = made(seed), random.Random(seed)
        document = formats.read("x.md", raw=raw)
        if not document.units:
            continue
        index = choose.randrange(len(document.units))
        text, new = document.units[index].target, choose.choice(NEW)
        low = choose.randint(0, len(text.string))
        high = min(len(text.string), low + choose.choice((0, 1, 1, 2, 3, 5, 8)))
        edits = _edits(text, low, high, new, raw)
        if not edits:
            continue
        made_edits += 1
        expected = strings(document)
        expected[index] = " ".join((text.string[:low] + new + text.string[high:]).split())
        found = strings(formats.read("x.md", raw=spliced(raw, edits)))
        assert found == [string for string in expected if string], (raw, edits)
    assert made_edits > 200


def test_plain_words_can_always_be_mended() -> None:
    raw = "# The the plan\n\n- It is *the the* plan.\n\n> And [the the](u) plan, `code`; the\n> the end.\n"
    findings = Checker(select=["doubled-word"]).check(raw, path="x.md")
    assert len(findings) == 4 and all(finding.fixes[0].edits for finding in findings)


HOSTILE = {
    "brackets": "[", "images": "![", "emphasis": "*_", "strong": "**a ", "quotes": ">", "lists": "- ", "both": "> - ",
    "links": "[a](", "references": "[a][b]", "footnotes": "[^1]: ", "backticks": "`` ` ", "html": "<a ", "comments": "<!--",
    "entities": "&", "escapes": "\\*", "lines": "a\n", "pipes": "|", "blank": "\n", "surrogates": "\ud800*",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(name: str) -> None:
    raw = HOSTILE[name] * (150_000 // len(HOSTILE[name]))
    before = time.process_time()
    formats.read("x.md", raw=raw)
    assert time.process_time() - before < 4


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("Fine.\n\n" + "a *b* " * 60_000, "x.md:3:1: a paragraph of over 200,000 characters is no text"),
        ("[" * 9_000_000, "x.md: is too large for Markdown: 9,000,000 characters (split the file)"),
    ],
)
def test_beyond_reason(raw: str, message: str) -> None:
    with pytest.raises(TqaError) as caught:
        formats.read("x.md", raw=raw)
    assert str(caught.value) == message
