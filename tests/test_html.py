"""The page for the desk: what stands in it, and that it works in a real browser, whatever the text says."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import chromium
from tqa.cli import main
from tqa.model import SEVERITIES, Document, Finding, Summary, Unit
from tqa.project import document_of
from tqa.report import html, marks
from tqa.text import Piece, Text

ENGLISH = (
    "The village opened 12 schools.\n\nAbout 1,500 people came to the the ceremony.\n\n"
    "He called it “a new start. They left.\n\nNothing is wrong here.\n"
)
JAPANESE = "村は10校を開いた。\n\n式典には約1500人が参加した。\n\n彼は「新たな出発」と呼んだ。皆は帰った。\n\n何も問題はない。\n"
EVIL = (
    "</mark></script><script>alert(1)</script><img src=x onerror=alert(2)> ' \" onmouseover='alert(3) & &lt;b&gt; "
    "the the </style><!-- x ]]> \u202egnp.exe\u2067 \u200f \x07\x1b[31m \x85 \ufeff \U0001f600 e\u0301"
)


class Page(HTMLParser):
    """The elements of a page, checked to close in order; `text` is what is read."""

    VOID = {"meta", "input", "img", "br", "wbr", "link"}

    def __init__(self, content: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(content)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs)
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def finding(start: int, end: int, text: str, severity: str = "minor", **more: object) -> Finding:
    base = Finding(
        "doubled-word", severity, "linguistic-conventions/duplication", f"about {text[start:end]}", start, end, 1,
        start + 1, text[start:end], path="x.txt", end_line=1, end_column=end + 1, segment="1",
    )  # fmt: skip
    return base._replace(**more)  # type: ignore[arg-type]


def page(text: str, findings: list[Finding]) -> str:
    document = Document("x.txt", text, (Unit(Text.plain(text)),))
    return "\n".join(html.report(Summary(1, 1, len(text.split()), tuple(findings)), [document]))


# --- marks ------------------------------------------------------------------------------------------------------


def plain(marked: str) -> str:
    return re.sub(r"<[^>]*>", "", marked)


@settings(max_examples=200, deadline=None)
@given(st.text("ab<&\n ", min_size=1, max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6))
def test_any_overlap_is_split_and_nothing_is_lost(text: str, spans: list[tuple[int, int]]) -> None:
    spans = [(min(pair), max(pair)) for pair in spans if max(pair) <= len(text)]
    found = [marks.Mark(start, end, number, "minor") for number, (start, end) in enumerate(spans)]
    result = marks.marked(Text.plain(text), found)
    assert plain(result) == marks.escape(text)
    assert "<mark" not in re.sub(r"<mark[^>]*>[^<]*</mark>", "", result)  # flat
    for number, (start, end) in enumerate(spans):
        parts = re.findall(rf"<mark [^>]*data-f='(?:\d+ )*{number}(?: \d+)*' [^>]*>([^<]*)</mark>", result)
        assert "".join(parts) == marks.escape(text[start:end])
        assert result.count(f"<span id='m{number}'></span>") == 1


def test_the_worst_severity_shows() -> None:
    found = [marks.Mark(0, 5, 1, "info"), marks.Mark(2, 4, 2, "critical")]
    assert re.findall(r"data-s='(\w+)'[^>]*>(\w+)<", marks.marked(Text.plain("abcde"), found)) == [
        ("info", "ab"), ("critical", "cd"), ("info", "e"),
    ]  # fmt: skip


@pytest.mark.parametrize(("start", "end"), [(0, 1), (2, 5), (3, 3), (0, 6), (5, 6)])
def test_find_is_the_inverse_of_locate(start: int, end: int) -> None:
    text = Text("ab &cd", (Piece(0, 2, 10, 12), Piece(2, 1, 12, 14, "crlf"), Piece(3, 1, 14, 19, "entity"), Piece(4, 2, 30, 32)))
    assert marks.find(text, *text.locate(start, end)) == (start, end)


# --- the page ---------------------------------------------------------------------------------------------------


def test_one_file_without_network_always_the_same() -> None:
    text = "They met at the the gate."
    first, second = page(text, [finding(12, 19, text)]), page(text, [finding(12, 19, text)])
    assert first == second
    assert not re.search(r"(?:src|href)=['\"](?!#)", first) and "url(" not in first and "@import" not in first
    assert ("html", {"lang": "en"}) in Page(first).tags
    assert any(attributes.get("class") == "target" and attributes.get("lang") == "en" for _, attributes in Page(first).tags)


def test_whatever_the_text_says_it_is_text() -> None:
    everything = finding(0, len(EVIL), EVIL, message=EVIL, rule=EVIL, category=EVIL, source_quote=EVIL, entry=EVIL)
    clean, hostile = Page(page("The the.", [finding(0, 7, "The the.")])), Page(page(EVIL, [everything]))
    counts = [[tag for tag, _ in found.tags].count("script") for found in (clean, hostile)]
    assert counts == [1, 1]
    known = {name for tag, attributes in clean.tags for name in attributes}
    assert {name for tag, attributes in hostile.tags for name in attributes} == known
    assert "\u202e" not in page(EVIL, [everything]) and "\x1b" not in page(EVIL, [everything])


def test_a_comment_that_silences_nothing_has_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.txt").write_text("One line.\n\n<!-- tqa-ignore calque -->\n\nTwo lines.\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["check", "x.txt", "--format", "html", "--output", "x.html"])
    content = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert content.index("One line.") < content.index("&lt;!-- tqa-ignore calque --&gt;") < content.index("Two lines.")


def contrast(one: str, two: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1])
def test_contrast(theme: int) -> None:
    style = (Path(html.__file__).parent / "html.css").read_text(encoding="utf-8")
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", style.split(":root {")[theme + 1].split("}")[0]))
    pairs = [(ink, ground) for ink in ("ink", "soft", "link") for ground in ("page", "panel")]
    pairs += [("on-badge", severity) for severity in SEVERITIES]
    pairs += [("ink", f"{severity}-pale") for severity in SEVERITIES]
    for ink, ground in pairs:
        assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    for severity in SEVERITIES:  # the line below the words, and the bar
        assert contrast(colours[severity], colours["page"]) >= 3


# --- in the browser ---------------------------------------------------------------------------------------------

needs_browser = pytest.mark.skipif(not chromium.found(), reason="no Chromium here (Debian: apt-get install chromium)")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[chromium.Browser]:
    with chromium.Browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of two files, one with its source."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "a.en.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "a.ja.txt").write_text(JAPANESE, encoding="utf-8")
    (folder / "b.txt").write_text("It is is late.\n", encoding="utf-8")
    before = os.getcwd()
    os.chdir(folder)
    try:
        with pytest.raises(SystemExit):
            rules = "doubled-word,quote-unpaired,number-mismatch"
            main(["check", ".", "--select", rules, "--format", "html", "--output", "r.html"])
    finally:
        os.chdir(before)
    return folder / "r.html"


def shown(browser: chromium.Browser) -> list[str]:
    found: list[str] = browser.run(
        "[...document.querySelectorAll('.note')].filter(n => n.offsetParent).map(n => n.dataset.rule)"
    )
    return found


ALL = ["number-mismatch", "doubled-word", "quote-unpaired", "doubled-word"]


@needs_browser
@pytest.mark.parametrize(
    ("fragment", "rules"),
    [
        ("", ALL),
        ("#severity=major", ["number-mismatch"]),
        ("#severity=minor,info", ALL[1:]),
        ("#severity=none", []),
        ("#rule=doubled-word", ["doubled-word", "doubled-word"]),
        ("#category=linguistic-conventions", ALL[1:]),
        ("#category=linguistic-conventions&rule=quote-unpaired&only=1", ["quote-unpaired"]),
        ("#rule=no-such-rule", ALL),
        ("#%E0%A4%A&severity=<script>", []),
    ],
)
def test_filters_by_address(fragment: str, rules: list[str], browser: chromium.Browser, desk: Path) -> None:
    browser.open(desk, fragment)
    assert shown(browser) == rules
    assert browser.said == []
    marked = "[...document.querySelectorAll('.target mark[data-s]')].length"
    assert browser.run(marked) == len(rules)
    if "only=1" in fragment:
        assert browser.run("[...document.querySelectorAll('.row')].filter(r => r.offsetParent).length") == 1


@needs_browser
def test_filters_by_hand(browser: chromium.Browser, desk: Path) -> None:
    browser.open(desk)
    browser.run("document.querySelector('[name=severity][value=minor]').click()")
    assert shown(browser) == ["number-mismatch"]
    assert browser.run("location.hash") == "#severity=major"
    assert browser.run("document.getElementById('place').textContent") == "1 of 4 findings"
    browser.run("document.querySelector('[type=reset]').click()")
    browser.run("new Promise(done => setTimeout(done, 20))")
    assert shown(browser) == ALL and browser.said == []


@needs_browser
def test_keys(browser: chromium.Browser, desk: Path) -> None:
    here = "document.activeElement.matches('mark') ? document.activeElement.textContent : document.activeElement.id"
    browser.open(desk)
    steps = [("j", "f1"), ("j", "f2"), ("Enter", "the the"), ("Enter", "f2"), ("k", "f1"), ("k", "f1")]
    for key, place in steps:
        browser.press(key)
        assert browser.run(here) == place
    assert browser.run("[...document.querySelectorAll('mark.on')].map(m => m.textContent)") == ["10校", "12"]
    browser.run("document.querySelector('[name=keys]').click()")
    browser.press("j")
    assert browser.run("document.querySelector('[aria-current]').id") == "f1"
    browser.open(desk, "#f3")
    assert browser.run(here) == "f3" and browser.said == []


@needs_browser
def test_copying(browser: chromium.Browser, desk: Path) -> None:
    browser.open(desk)
    browser.run(
        "window.kept = null; Object.defineProperty(navigator, 'clipboard',"
        " {value: {writeText: text => { window.kept = text; return Promise.resolve(); }}, configurable: true})"
    )
    browser.run("document.querySelector('#f2 .copy').click()")
    assert browser.run("window.kept") == "the"
    assert browser.run("document.querySelector('#f2 .copy').textContent.startsWith('Copied')")
    browser.run(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true});"
        "document.addEventListener('copy', () => { window.kept = 'byhand:' + document.activeElement.value; });"
        "document.execCommand = () => { window.kept = 'by hand: ' + document.activeElement.value; return true; };"
        "document.querySelector('#f1 .copy').click()"
    )
    assert browser.run("window.kept") == "by hand: 10" and browser.said == []


@needs_browser
@pytest.mark.parametrize("pixels", [1280, 800, 390])
def test_nothing_sticks_out(pixels: int, browser: chromium.Browser, desk: Path) -> None:
    browser.width(pixels)
    browser.open(desk)
    assert browser.run("document.documentElement.scrollWidth") <= pixels
    boxes = browser.run(
        "['.source', '.target', '.notes'].map(s => document.querySelector(s).getBoundingClientRect())"
        ".map(box => [box.left, box.top, box.right])"
    )
    (source, target, notes) = boxes
    if pixels == 1280:  # side by side
        assert source[1] == target[1] == notes[1] and source[2] <= target[0] < target[2] <= notes[0]
    elif pixels == 390:  # one below the other
        assert source[1] < target[1] < notes[1] and source[0] == target[0] == notes[0]
    browser.width(1280)


@needs_browser
def test_every_control_has_a_name_and_takes_the_focus(browser: chromium.Browser, desk: Path) -> None:
    browser.open(desk)
    nameless = browser.run(
        "[...document.querySelectorAll('button, input, select, a')].filter(one => one.offsetParent &&"
        " !(one.textContent.trim() || one.labels?.[0]?.textContent.trim() || one.ariaLabel)).length"
    )
    assert nameless == 0
    assert browser.run("[...document.querySelectorAll('[id]')].every(e => document.querySelectorAll('#' + e.id).length == 1)")
    links = "[...document.querySelectorAll('a')].every(a => document.querySelector(a.getAttribute('href')))"
    assert browser.run(links)


@needs_browser
def test_print_shows_all_and_no_buttons(browser: chromium.Browser, desk: Path) -> None:
    browser.open(desk)
    browser.send("Emulation.setEmulatedMedia", media="print")
    visible = "[...document.querySelectorAll('button, select, input')].filter(one => one.offsetParent).length"
    assert browser.run(visible) == 0 and shown(browser) == ALL
    assert len(browser.send("Page.printToPDF")["data"]) > 5000
    browser.send("Emulation.setEmulatedMedia", media="")


@needs_browser
def test_hostile_text_in_the_browser(browser: chromium.Browser, tmp_path: Path) -> None:
    everything = finding(0, len(EVIL), EVIL, message=EVIL, rule=EVIL, category=EVIL, source_quote=EVIL, entry=EVIL)
    (tmp_path / "evil.html").write_text(page(EVIL, [everything]), encoding="utf-8")
    browser.open(tmp_path / "evil.html")
    assert browser.said == []
    assert browser.run("document.scripts.length") == 1 and browser.run("document.images.length") == 0
    assert browser.run("[...document.querySelectorAll('*')].some(e => e.onmouseover || e.onerror)") is False
    assert "the the </style><!-- x ]]> ‹U+202E›gnp.exe" in browser.run("document.querySelector('.target').textContent")
    assert browser.run("document.querySelectorAll('.note').length") == 1


@pytest.mark.parametrize("text", ["They met at the the gate. " * 2000, "the the" * 5000, "x" * 9000 + " the the " + "y" * 9000])
def test_a_long_passage_in_parts_loses_nothing(text: str) -> None:
    found = [finding(*place.span(), text) for place in re.finditer("the the", text)]
    found.append(finding(0, 0, text))
    found.append(finding(len(text) - 3000, len(text), text))
    content = page(text, found)
    parts = re.findall(r"<div class='target' lang='en'>(.*?)</div>", content, re.S)
    assert "".join(map(plain, parts)) == text and len(parts) > 2
    assert content.count("<li class='note'") == len(found)
    anchors, notes = (Counter(re.findall(rf"id='{kind}(\d+)'", content)) for kind in "mf")
    assert anchors == notes == Counter(str(number) for number in range(1, len(found) + 1))
    assert content.count("<div class='row") == len(parts)


@needs_browser
@pytest.mark.parametrize("end", ["\n", " "])
def test_a_very_long_text(end: str, browser: chromium.Browser, tmp_path: Path) -> None:
    text = f"They met at the the gate.{end}" * 7600 + "x" * 2000  # in lines, and in one paragraph
    assert len(text) > 199_000
    document = document_of("x.txt", text, None, "en", "ja")
    places = enumerate(re.finditer("the the", text), 1)
    found = [finding(*place.span(), text, segment=str(number) if end == "\n" else "1") for number, place in places]
    assert len(found) > 5000
    summary = Summary(1, len(document.units), document.words, tuple(found))
    (tmp_path / "long.html").write_text("\n".join(html.report(summary, [document])), encoding="utf-8")
    browser.width(390)
    browser.open(tmp_path / "long.html", "#severity=minor")
    assert browser.said == [] and browser.run("document.documentElement.scrollWidth") <= 390
    browser.press("j")
    assert browser.run("document.activeElement.id") == "f1"
    took = browser.run(
        "(() => { const begun = performance.now(); document.querySelector('[name=severity]').click();"
        " return performance.now() - begun; })()"
    )
    assert took < 5000
    browser.width(1280)
