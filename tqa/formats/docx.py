"""DOCX: a paragraph is a segment. Lines and columns are those of the text: what stands in the document paragraph by
paragraph, tables cell by cell, then footnotes, endnotes, headers and footers, a line each.

No library edits text across runs in place, hence the reader here. Deleted text, field codes, hidden text, readings over
characters and tables of contents are left out; a fix changes the letters inside the runs and nothing else. A comment in
Word that begins with `tqa-ignore rule: reason` is for the paragraphs that it is attached to.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tqa.formats import File
from tqa.formats.package import Part, inside, parts, repacked
from tqa.formats.written import written
from tqa.formats.xml import OBJECT, Chunk, Element, elements
from tqa.model import Comment, Document, Edit, TqaError, Unit
from tqa.text import Mark, Piece, Text, spliced

MAX_RUNS = 400_000  # and paragraphs: some thousand pages
TEXTS = ("footnotes", "endnotes", "header", "footer")
# What is in a paragraph and not part of its text.
_SKIPPED = frozenset("del moveFrom delText instrText delInstrText Fallback rt pPr rPr sdtPr txbxContent p".split())
_SPELLED = {"tab": "\t", "ptab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "\u2011", "sym": OBJECT, "oMath": OBJECT}
# Nothing to read, and no fix may carry words from one side to the other.
_BETWEEN = frozenset("footnoteReference endnoteReference drawing pict object".split())
_CONTAINERS = frozenset("hyperlink ins moveTo fldSimple sdt".split())
# What a run may differ in without looking different.
_UNSEEN = frozenset("lang noProof".split())


class Run(NamedTuple):
    """Text at `at:at+size` of the view that stands at `start:end` of a part. `form` as in a Piece; "tag" for what is an
    element of its own. `tag` is where the <w:t> begins that holds it."""

    at: int
    size: int
    part: Part
    start: int
    end: int
    form: str
    tag: int


class Paragraph(NamedTuple):
    """A line of the view at `start:end`. `looks` are places where another look begins, `notes` numbers of comments."""

    start: int
    end: int
    kind: str
    doc: str
    looks: tuple[int, ...]
    notes: frozenset[str]


class View(NamedTuple):
    """A document as text: a line a paragraph."""

    string: str
    paragraphs: list[Paragraph]
    runs: list[Run]
    comments: Mapping[str, str]


def read(file: File) -> Document:
    """The paragraphs of a document.

    Raises:
        TqaError: it is no DOCX, is encrypted or damaged, or unpacks to more than anybody writes.
    """
    view = _view(file)
    units = tuple(
        Unit(_text(view, paragraph), id=str(number), kind=paragraph.kind, doc=paragraph.doc)
        for number, paragraph in enumerate(view.paragraphs, 1)
        if paragraph.kind != "toc" and view.string[paragraph.start : paragraph.end].strip()
    )
    spans: dict[str, tuple[int, int]] = {}
    for paragraph in view.paragraphs:
        for number in paragraph.notes:
            spans[number] = (spans.get(number, paragraph)[0], paragraph.end)
    comments = tuple(
        Comment(*spans[number], text, *spans[number]) for number, text in view.comments.items() if number in spans
    )
    return Document(file.path, view.string, units, file.lang, file.source_lang, comments=comments)


def _text(view: View, paragraph: Paragraph) -> Text:
    """A paragraph of the view; what is an element of its own is atomic."""
    low, high = paragraph.start, paragraph.end
    pieces, at = [], low
    for run in view.runs[bisect_left(view.runs, (low,)) : bisect_left(view.runs, (high,))]:
        if run.form == "tag":
            if run.at > at:
                pieces.append(Piece(at - low, run.at - at, at, run.at))
            at = run.at + run.size
            pieces.append(Piece(run.at - low, run.size, run.at, at, "tag"))
    if at < high:
        pieces.append(Piece(at - low, high - at, at, high))
    return Text(view.string[low:high], tuple(pieces), tuple(Mark(place - low, 0, "run") for place in paragraph.looks))


# --- reading ----------------------------------------------------------------------------------------------------


def _view(file: File) -> View:
    """The text of a package, with the place of each run."""
    styles: dict[str, _Style] = {}
    comments: dict[str, str] = {}
    builder = _Builder(file, styles)
    found = parts(file, ("styles", "comments", *TEXTS))
    for part in sorted(found, key=lambda part: part.kind not in ("styles", "comments")):
        if part.kind == "styles":
            styles.update((style.id, style) for style in _styles(file, part))
        elif part.kind == "comments":
            for element in elements(inside(file, part), ["comment"]):
                text = "".join(one.text(part.text) for one in element.inside("t")).strip()
                if text.startswith("tqa-ignore"):
                    comments[element.get("id")] = text
        else:
            builder.read(part)
    return View("".join(builder.strings), builder.paragraphs, builder.runs, comments)


class _Style(NamedTuple):
    id: str
    kind: str
    based: str


def _styles(file: File, part: Part) -> Iterator[_Style]:
    for element in elements(inside(file, part), ["style"]):
        if element.name == "style":
            kind = _kind_of_name(_value(element, "name")) or _kind_of_properties(element.first("pPr"))
            yield _Style(element.get("styleId"), kind, _value(element, "basedOn"))


def _kind_of_name(name: str) -> str:
    """heading, list, toc or nothing, by what a style is called: the names of Word's own are the same in all languages.

    >>> _kind_of_name("heading 1"), _kind_of_name("List Bullet 2"), _kind_of_name("toc 3"), _kind_of_name("Normal")
    ('heading', 'list', 'toc', '')
    """
    word = name.lower().rstrip("0123456789 ")
    if word in ("heading", "title", "subtitle"):
        return "heading"
    return "list" if word.startswith("list") else "toc" if word == "toc" else ""


def _kind_of_properties(properties: Element | None) -> str:
    if properties is None:
        return ""
    if _value(properties, "outlineLvl") in tuple("012345678"):
        return "heading"
    numbering = properties.first("numPr")
    return "list" if numbering is not None and _value(numbering, "numId") not in ("", "0") else ""


def _value(element: Element, name: str) -> str:
    """The value of a property, "" if it is not set."""
    found = element.first(name)
    return found.get("val") if found is not None else ""


class _Builder:
    """Lays the paragraphs out as lines."""

    def __init__(self, file: File, styles: Mapping[str, _Style]) -> None:
        self.file, self.styles = file, styles
        self.strings: list[str] = []
        self.paragraphs: list[Paragraph] = []
        self.runs: list[Run] = []
        self.at = 0
        self.open: set[str] = set()  # comments whose range goes on
        self.look: tuple[object, ...] = ()
        self.looks: list[int] = []
        self.notes: set[str] = set()

    def read(self, part: Part) -> None:
        doc = part.name if part.kind in ("header", "footer") else ""
        for element in elements(inside(self.file, part), ["p"]):
            if element.name == "p":
                self.paragraph(element, part, doc)

    def paragraph(self, element: Element, part: Part, doc: str) -> None:
        """A paragraph, and after it those of text boxes that are anchored in it."""
        start = self.at
        self.look, self.looks, self.notes = (), [], set(self.open)
        self.walk(element, part, None)
        kind, looks = self.kind(element), tuple(place for place in self.looks if start < place < self.at)
        self.paragraphs.append(Paragraph(start, self.at, kind, doc, looks, frozenset(self.notes)))
        self.add("\n")
        if len(self.runs) + len(self.paragraphs) > MAX_RUNS:
            raise TqaError(f"holds more than {MAX_RUNS:,} pieces of text", self.file.path)
        for box in _boxes(element):
            self.paragraph(box, part, f"{part.name} boxes")

    def walk(self, element: Element, part: Part, container: Element | None) -> None:
        """What is in a paragraph, in order, without what is not part of its text."""
        for inner in element.parts:
            if isinstance(inner, Chunk):
                continue
            name = inner.name
            if name == "r":
                properties = inner.first("rPr")
                if not _hidden(properties):
                    self.looking(_look(properties, part.text), container)
                    self.walk(inner, part, container)
            elif name == "t":
                self.letters(inner, part)
            elif name in _SPELLED:
                self.run(_SPELLED[name], part, inner.start, inner.end, "tag", 0)
            elif name in ("commentRangeStart", "commentReference", "commentRangeEnd"):
                self.note(name, inner.get("id"))
            elif name in _BETWEEN:
                self.looks.append(self.at)
            elif name not in _SKIPPED:
                self.walk(inner, part, inner if name in _CONTAINERS else container)

    def looking(self, look: tuple[str, ...], container: Element | None) -> None:
        new = (look, container)
        if self.look and new != self.look:
            self.looks.append(self.at)
        self.look = new

    def note(self, name: str, number: str) -> None:
        self.notes.add(number)
        if name == "commentRangeStart":
            self.open.add(number)
        elif name == "commentRangeEnd":
            self.open.discard(number)

    def letters(self, element: Element, part: Part) -> None:
        """The text of a <w:t>, as Word shows it: white space at its edges only where it is to be preserved."""
        chunks = [chunk for chunk in element.parts if isinstance(chunk, Chunk)]
        low, high = _visible(element, part.text)
        for chunk in chunks:
            start, end = max(chunk.start, low), min(chunk.end, high)
            if start < end:
                string = chunk.string if chunk.form else part.text[start:end]
                self.run(string.translate(_SPACES), part, start, end, chunk.form, element.start)

    def run(self, string: str, part: Part, start: int, end: int, form: str, tag: int) -> None:
        self.runs.append(Run(self.at, len(string), part, start, end, form, tag))
        self.add(string)

    def add(self, string: str) -> None:
        self.strings.append(string)
        self.at += len(string)

    def kind(self, element: Element) -> str:
        properties = element.first("pPr")
        if properties is None:
            return ""
        name = _value(properties, "pStyle")
        kind, seen = _kind_of_properties(properties), set[str]()
        while not kind and name and name not in seen:
            seen.add(name)
            style = self.styles.get(name, _Style(name, _kind_of_name(name), ""))
            kind, name = style.kind, style.based
        return kind


_SPACES = {ord("\n"): " ", ord("\t"): " ", ord("\r"): " "}


def _visible(element: Element, raw: str) -> tuple[int, int]:
    """Where the text of a <w:t> stands that Word shows."""
    chunks = [part for part in element.parts if isinstance(part, Chunk)]
    if not chunks:
        return element.end, element.end
    low, high = chunks[0].start, chunks[-1].end
    if element.attributes.get("xml:space") == "preserve":
        return low, high
    first, last = raw[low : chunks[0].end], raw[chunks[-1].start : high]
    return low + len(first) - len(first.lstrip(" \t\n\r")), high - len(last) + len(last.rstrip(" \t\n\r"))


def _hidden(properties: Element | None) -> bool:
    vanish = properties.first("vanish") if properties is not None else None
    return vanish is not None and vanish.get("val") not in ("0", "false", "off")


def _look(properties: Element | None, raw: str) -> tuple[str, ...]:
    """What a run looks like."""
    seen = (part for part in properties.parts if isinstance(part, Element)) if properties is not None else ()
    return tuple(
        raw[part.start : part.end]
        for part in seen
        if part.name not in _UNSEEN and not (part.name == "rFonts" and list(part.attributes) == ["w:hint"])
    )


def _boxes(element: Element) -> Iterator[Element]:
    """The paragraphs of text boxes inside a paragraph; what stands there again for old programs is left out."""
    for part in element.parts:
        if isinstance(part, Element):
            if part.name == "txbxContent":
                yield from part.inside("p")
            elif part.name != "Fallback":
                yield from _boxes(part)


# --- writing ----------------------------------------------------------------------------------------------------


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The package with edits of its view made in the parts that hold the text; everything else is as it was.

    Raises:
        TqaError: it is signed, or a part would be no XML any more.
    """
    view = _view(File("", "", data, "", "en", "ja", {}))
    changes: dict[str, dict[int, list[tuple[int, int, str]]]] = {}  # by part and <w:t>
    for edit in edits:
        for run, change in _changes(view, edit):
            changes.setdefault(run.part.name, {}).setdefault(run.tag, []).append(change)
    if not changes:
        return data
    found = {run.part.name: run.part for run in view.runs}
    return repacked(data, "", {name: _changed(found[name], tags) for name, tags in changes.items()})


def _changes(view: View, edit: Edit) -> Iterator[tuple[Run, tuple[int, int, str]]]:
    """What an edit of the view changes in the runs that it covers: the first takes the new words."""
    runs, text = view.runs, written(edit.text, "xml") or ""
    first = max(bisect_left(runs, (edit.start,)) - 1, 0)
    near = runs[first : bisect_left(runs, (edit.end + 1,))]
    near = [run for run in near if run.form != "tag" and run.at <= edit.end and edit.start <= run.at + run.size]
    covered = [run for run in near if run.at < edit.end and edit.start < run.at + run.size] or near[:1]
    for run in covered:
        low, high = max(edit.start - run.at, 0), min(edit.end - run.at, run.size)
        if run.form:
            low, high = (run.start if low == 0 else run.end), (run.end if high == run.size else run.start)
        else:
            low, high = run.start + low, run.start + high
        yield run, (low, high, text)
        text = ""


def _changed(part: Part, tags: Mapping[int, list[tuple[int, int, str]]]) -> bytes:
    """A part with changes in some of its <w:t>."""
    import re

    raw, changes = part.text, []
    for start, inside_it in tags.items():
        opened = re.compile(r"<[^>]*>").match(raw, start)
        assert opened is not None  # attributes of <w:t> hold no >
        inner, close = opened.end(), raw.index("</", max(end for _, end, _ in inside_it))
        low, high = inner, close
        if "preserve" not in opened.group():
            content = raw[inner:close]
            low, high = low + len(content) - len(content.lstrip()), high - len(content) + len(content.rstrip())
        new = spliced(raw[low:high], [(one - low, other - low, text) for one, other, text in inside_it])
        if new == new.strip() or "preserve" in opened.group():
            changes.extend(inside_it)
        else:  # Word drops white space at the edges unless it is told not to
            tag = re.sub(r"\s+xml:space=(\"[^\"]*\"|'[^']*')", "", opened.group()[:-1])
            changes.append((start, close, f'{tag} xml:space="preserve">{new}'))
    text = spliced(raw, changes)
    if text.count("]]>") != raw.count("]]>"):
        raise TqaError(f"cannot be written: {part.name} would be no XML")
    return text.encode(part.encoding, "xmlcharrefreplace")
