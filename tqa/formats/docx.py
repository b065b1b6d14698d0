"""DOCX: a paragraph is a segment. Lines and columns are those of the text: what stands in the document paragraph by
paragraph, tables cell by cell, then footnotes, endnotes, headers and footers, a line each.

No library edits text across runs in place, hence the reader here. Deleted text, field codes, hidden text and readings
over characters are left out; a fix changes the letters inside the runs and nothing else. A comment in Word that begins
with `tqa-ignore rule: reason` is for the paragraphs that it is attached to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tqa.formats import File
from tqa.formats.written import written
from tqa.formats.xml import Chunk, Element, elements
from tqa.model import Comment, Document, Edit, TqaError, Unit
from tqa.text import Piece, Text

MAX_BYTES = 1 << 26  # of all parts that are read, unpacked: more is a trap
BODY, NOTES = "word/document.xml", "word/comments.xml"
_PARTS = re.compile(r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml")
_ORDER = ("document", "footnotes", "endnotes", "header", "footer")
# What is in a paragraph and not part of its text.
_SKIPPED = frozenset(["del", "moveFrom", "instrText", "delText", "Fallback", "rt", "pPr", "rPr", "txbxContent", "p"])
_SPELLED = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


class Run(NamedTuple):
    """Text at `at:at+size` of the view that stands at `start:end` of a part; `form` as in a Piece. `tag` is where the
    tag of the text element begins and its content does; (0, 0) for what is an element of its own."""

    at: int
    size: int
    part: str
    start: int
    end: int
    form: str
    tag: tuple[int, int]


class View(NamedTuple):
    """A document as text: a line a paragraph, of which `kinds` and `notes` (numbers of comments) are kept."""

    string: str
    paragraphs: tuple[tuple[int, int], ...]
    kinds: tuple[str, ...]
    notes: tuple[frozenset[str], ...]
    runs: tuple[Run, ...]
    parts: dict[str, str]
    comments: dict[str, str]


def read(file: File) -> Document:
    """The paragraphs of a document.

    Raises:
        TqaError: it is no DOCX, is encrypted or damaged, or unpacks to more than anybody writes.
    """
    view = _view(file)
    comments = []
    for number, text in view.comments.items():
        held = [span for span, notes in zip(view.paragraphs, view.notes, strict=True) if number in notes]
        if held and text.lstrip().startswith("tqa-ignore"):
            low, high = held[0][0], held[-1][1]
            comments.append(Comment(low, high, text.strip(), low, high))
    units = tuple(
        Unit(Text(view.string[low:high], _pieces(view, low, high)), id=str(number), kind=kind)
        for number, ((low, high), kind) in enumerate(zip(view.paragraphs, view.kinds, strict=True), 1)
        if view.string[low:high].strip()
    )
    return Document(file.path, view.string, units, file.lang, file.source_lang, comments=tuple(comments))


def _pieces(view: View, low: int, high: int) -> tuple[Piece, ...]:
    """The places of a paragraph in the view; what is an element of its own is atomic."""
    pieces = []
    at = low
    from bisect import bisect_left

    for run in view.runs[bisect_left(view.runs, (low,)) : bisect_left(view.runs, (high,))]:
        if run.tag == (0, 0):
            if run.at > at:
                pieces.append(Piece(at - low, run.at - at, at, run.at))
            pieces.append(Piece(run.at - low, run.size, run.at, run.at + run.size, "tag"))
            at = run.at + run.size
    if at < high or not pieces:
        pieces.append(Piece(at - low, high - at, at, high))
    return tuple(pieces)


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The package with edits of its view made in the parts that hold the text; everything else is as it was."""
    import io
    import zipfile

    view = _view(File("", "", data, "", "en", "ja", {}))
    changes: dict[str, list[tuple[int, int, str]]] = {}
    for edit in edits:
        _change(view, edit, changes)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        after.comment = before.comment
        for info in before.infolist():
            content = before.read(info)
            if info.filename in changes:
                encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
                content = _spliced(view.parts[info.filename], changes[info.filename]).encode(encoding)
            after.writestr(info, content)
    return out.getvalue()


def _change(view: View, edit: Edit, changes: dict[str, list[tuple[int, int, str]]]) -> None:
    """File an edit of the view under the part of each run that it covers: the first takes the new words."""
    covered = [run for run in view.runs if run.at < edit.end and edit.start < run.at + run.size]
    if not covered:  # between two runs, or at an edge
        beside = [run for run in view.runs if run.tag != (0, 0) and run.at <= edit.start <= run.at + run.size]
        covered = beside[:1]
    text = written(edit.text, "xml") or ""
    for run in sorted(covered, key=lambda run: run.tag == (0, 0)):
        low, high = max(edit.start - run.at, 0), min(max(edit.end - run.at, 0), run.size)
        start, end = (run.start, run.end) if run.form else (run.start + low, run.start + high)
        if low == high and run.form:  # words put beside an entity
            start = end = run.start if low == 0 else run.end
        new, text = (text, "") if run.tag != (0, 0) else ("", text)
        changes.setdefault(run.part, []).append((start, end, new))
        opened, inner = run.tag
        if inner and new != new.strip() and "xml:space" not in view.parts[run.part][opened:inner]:
            keep = (opened, inner, view.parts[run.part][opened : inner - 1] + ' xml:space="preserve">')
            if keep not in changes[run.part]:
                changes[run.part].append(keep)


def _spliced(string: str, edits: list[tuple[int, int, str]]) -> str:
    from tqa.text import spliced

    return spliced(string, edits)


def _view(file: File) -> View:
    """The text of a package, with the place of each run."""
    parts = _unpacked(file)
    builder = _Builder()
    for name in sorted((name for name in parts if _PARTS.fullmatch(name)), key=_rank):
        part = file._replace(path=f"{file.path}!{name}", text=parts[name])
        for element in elements(part, frozenset(["p"])):
            if element.name == "p":
                builder.paragraph(element, name)
    comments = {}
    if NOTES in parts:
        part = file._replace(path=f"{file.path}!{NOTES}", text=parts[NOTES])
        for element in elements(part, frozenset(["comment"])):
            if element.name == "comment":
                comments[_attribute(element, "id")] = "".join(one.string for one in _inside(element, "t"))
    return View("".join(builder.strings), tuple(builder.paragraphs), tuple(builder.kinds), tuple(builder.notes),
                tuple(builder.runs), parts, comments)  # fmt: skip


def _rank(name: str) -> tuple[int, str]:
    stem = re.sub(r"\d*\.xml$", "", name.partition("/")[2])
    return _ORDER.index(stem), name


class _Builder:
    """Lays the paragraphs out as lines."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        self.paragraphs: list[tuple[int, int]] = []
        self.kinds: list[str] = []
        self.notes: list[frozenset[str]] = []
        self.runs: list[Run] = []
        self.at = 0
        self.open: set[str] = set()  # comments whose range goes on

    def paragraph(self, element: Element, part: str) -> None:
        """A paragraph, and after it those of text boxes that are anchored in it."""
        start, notes = self.at, set(self.open)
        for inner in _walk(element):
            if isinstance(inner, Chunk):
                continue
            if inner.name in ("commentRangeStart", "commentReference"):
                notes.add(_attribute(inner, "id"))
                if inner.name == "commentRangeStart":
                    self.open.add(_attribute(inner, "id"))
            elif inner.name == "commentRangeEnd":
                self.open.discard(_attribute(inner, "id"))
            elif inner.name == "t":
                for chunk in inner.parts:
                    if isinstance(chunk, Chunk):
                        form = chunk.form if chunk.form != "cdata" else ""
                        self.run(chunk.string, part, chunk.start, chunk.end, form, (inner.start, inner.inner))
            elif inner.name in _SPELLED:
                self.run(_SPELLED[inner.name], part, inner.start, inner.end, "tag", (0, 0))
        self.paragraphs.append((start, self.at))
        self.kinds.append(_kind(element))
        self.notes.append(frozenset(notes))
        self.add("\n")
        for box in _boxes(element):
            self.paragraph(box, part)

    def run(self, string: str, part: str, start: int, end: int, form: str, tag: tuple[int, int]) -> None:
        self.runs.append(Run(self.at, len(string), part, start, end, form, tag))
        self.add(string)

    def add(self, string: str) -> None:
        self.strings.append(string)
        self.at += len(string)


def _walk(element: Element) -> Iterator[Element | Chunk]:
    """What is in a paragraph, in order, without what is not part of its text."""
    for part in element.parts:
        yield part
        if isinstance(part, Element) and part.name not in _SKIPPED and part.name != "t" and not _hidden(part):
            yield from _walk(part)


def _hidden(element: Element) -> bool:
    """True for a run that Word does not show."""
    properties = element.first("rPr") if element.name == "r" else None
    vanish = properties.first("vanish") if properties is not None else None
    return vanish is not None and _attribute(vanish, "val") not in ("0", "false", "off")


def _boxes(element: Element) -> Iterator[Element]:
    for part in element.parts:
        if isinstance(part, Element):
            if part.name == "txbxContent":
                yield from (one for one in _inside(part, "p"))
            elif part.name != "Fallback":
                yield from _boxes(part)


def _inside(element: Element, name: str) -> Iterator[Element]:
    """The elements of a name anywhere inside; not those inside another that was found."""
    for part in element.parts:
        if isinstance(part, Element):
            if part.name == name:
                yield part
            else:
                yield from _inside(part, name)


def _kind(element: Element) -> str:
    properties = element.first("pPr")
    if properties is None:
        return ""
    style = properties.first("pStyle")
    name = _attribute(style, "val").lower() if style is not None else ""
    if name.startswith(("heading", "title", "subtitle")) or properties.first("outlineLvl"):
        return "heading"
    return "list" if properties.first("numPr") or name.startswith("list") else ""


def _attribute(element: Element, name: str) -> str:
    """An attribute, whatever its prefix."""
    return next((value for key, value in element.attributes.items() if key.rpartition(":")[2] == name), "")


def _unpacked(file: File) -> dict[str, str]:
    """The parts of a package that hold text, decoded."""
    import io
    import zipfile
    import zlib

    try:
        package = zipfile.ZipFile(io.BytesIO(file.data))
    except zipfile.BadZipFile:
        raise TqaError("is no DOCX file", file.path, hint="save it as .docx") from None
    parts = {}
    with package:
        names = [info for info in package.infolist() if _PARTS.fullmatch(info.filename) or info.filename == NOTES]
        if BODY not in {info.filename for info in names}:
            raise TqaError(f"is no DOCX file: there is no {BODY}", file.path)
        left = MAX_BYTES
        for info in names:
            if info.flag_bits & 1:
                raise TqaError("is encrypted", file.path, hint="save it without a password")
            try:
                with package.open(info) as stream:
                    data = stream.read(left + 1)
            except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError) as error:
                raise TqaError(f"is damaged: {error}", file.path) from None
            left -= len(data)
            if left < 0:
                raise TqaError(f"unpacks to more than {MAX_BYTES:,} bytes: that may be a trap", file.path)
            from tqa.formats import decode

            parts[info.filename] = decode(data, f"{file.path}!{info.filename}", "docx")[0]
    return parts
