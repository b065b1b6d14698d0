"""XLIFF 1.2 and 2.x, and what CAT tools make of them: a unit, or each of its segments, is a segment.

What is not to be translated and what is not translated yet is no segment, nor are alternative translations, deleted
text and what stands inside inline codes. Inline tags that wrap text, or open or close a stretch of it, are gaps; those
that stand for something are protected, as is text marked as not to be translated. A note `tqa-ignore rule: reason` is
for its unit, group or file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tqa.formats import File
from tqa.formats.xml import Builder, Chunk, Element, elements, languages, note
from tqa.model import Document, TqaError, Unit
from tqa.text import Lines, Text

# Inline elements that wrap text; those that open or close a stretch of it, with the name of the tag that they are half
# of; those that stand for something. Others, such as <mrk>, are notes about the text inside them and may differ between
# the two sides.
_WRAPS = frozenset(["g", "pc"])
_OPENS = {"bx": "g", "bpt": "bpt", "sc": "pc"}
_CLOSES = {"ex": "g", "ept": "bpt", "ec": "pc"}
_STANDS = frozenset(["x", "ph", "cp"])
_NOTES = frozenset(["sm", "em"])
_DELETED = frozenset(["x-sdl-deleted"])  # what a reviewer has struck out
_UNTRANSLATED = frozenset(["new", "needs-translation", "initial"])


def read(file: File) -> Document:
    """The translated segments of an XLIFF file.

    Raises:
        TqaError: it is not XLIFF, or not between Japanese and English.
    """
    units: list[Unit] = []
    notes: list[tuple[Element, Element]] = []  # each with what it is for
    lang, source_lang, doc = file.lang, file.source_lang, ""
    files = 0
    spoken: tuple[str, str] | None = None
    source = target = ""
    for element in elements(file, ("trans-unit", "unit", "note")):
        name, attributes = element.name, element.attributes
        if name == "xliff":
            source, target = attributes.get("srcLang", ""), attributes.get("trgLang", "")
        elif name == "file":
            files += 1
            doc = attributes.get("original") or attributes.get("id") or str(files)
            source = attributes.get("source-language", source)
            target = attributes.get("target-language", target)
            lang, source_lang = languages(file, source, target, element.start)
            if spoken not in (None, (lang, source_lang)):
                place = Lines(file.text).place(element.start)
                raise TqaError("goes both ways: tqa reads one direction in a file", file.path, *place)
            spoken = lang, source_lang
        elif name == "note":
            notes.append((element, _outer(element)))
        elif name in ("trans-unit", "unit"):
            units.extend(_unit(element, doc, file.text))
            notes.extend((one, element) for holder in (element, *element.all("notes")) for one in holder.all("note"))
    if not files:
        raise TqaError("is not XLIFF: there is no <file>", file.path, 1, 1)
    path, raw = file.path, file.text
    comments = tuple(note(one, holder.start, holder.end, raw) for one, holder in notes)
    return Document(path, raw, tuple(units), lang, source_lang, path, raw, comments=comments)


def _outer(element: Element) -> Element:
    """What a note outside of units is for."""
    outer = element.outer
    while outer is not None and outer.name in ("notes", "header"):
        outer = outer.outer
    return outer or element


def _unit(element: Element, doc: str, raw: str) -> Iterator[Unit]:
    """The segments of a unit that are translated."""
    if element.inherited("translate") == "no":
        return
    attributes = element.attributes
    name = attributes.get("resname") or attributes.get("name") or attributes.get("id", "")
    pairs = list(_old(element) if element.name == "trans-unit" else _new(element))
    keep = element.inherited("xml:space") == "preserve"
    for number, target, source, state in pairs:
        text = _text(target, raw, keep)
        other = None if source is None else _text(source, raw, keep)
        if not text.string.strip() and not text.marks:
            continue
        if state in _UNTRANSLATED and other is not None and text.string == other.string:
            continue  # filled with its source, to be overwritten
        yield Unit(text, other, f"{name}/{number}" if len(pairs) > 1 else name, doc=doc)


Pair = tuple[str, Element, Element | None, str]  # number, target, source, state


def _old(element: Element) -> Iterator[Pair]:
    """The sides of a trans-unit of 1.2: segment by segment where both are segmented alike."""
    target, source = element.first("target"), element.first("source")
    if target is None:
        return
    state = target.attributes.get("state", "")
    ours, theirs = _segments(element.first("seg-source") or source), _segments(target)
    if theirs and ours.keys() == theirs.keys():
        yield from ((mid, theirs[mid], ours[mid], state) for mid in theirs)
    else:
        yield "1", target, source, state


def _segments(element: Element | None) -> Mapping[str, Element]:
    """The segments inside an element by their number; they may stand inside tags."""
    marks = element.inside("mrk") if element is not None else ()
    return {mark.attributes.get("mid", ""): mark for mark in marks if mark.attributes.get("mtype") == "seg"}


def _new(element: Element) -> Iterator[Pair]:
    """The sides of each segment of a unit of 2.x."""
    for number, segment in enumerate(element.all("segment"), 1):
        target, attributes = segment.first("target"), segment.attributes
        if target is not None:
            yield attributes.get("id", str(number)), target, segment.first("source"), attributes.get("state", "")


def _text(element: Element, raw: str, keep: bool) -> Text:
    builder = Builder(raw)
    _collect(element, builder)
    space = element.attributes.get("xml:space")
    return builder.text(element, keep if space is None else space == "preserve")


def _collect(element: Element, builder: Builder) -> None:
    for part in element.parts:
        if isinstance(part, Chunk):
            builder.chunk(part)
            continue
        name = part.name
        if name in _STANDS:
            builder.object(f"<{name} {_number(part)}>", part)
        elif name in _WRAPS:
            builder.gap(f"<{name} {_number(part)}>")
            _collect(part, builder)
            builder.gap(f"</{name} {_number(part)}>")
        elif name in _OPENS:
            builder.gap(f"<{_OPENS[name]} {_number(part)}>")
        elif name in _CLOSES:
            builder.gap(f"</{_CLOSES[name]} {_number(part)}>")
        elif name == "it":
            builder.gap(f"<it {_number(part)}>")
        elif part.attributes.get("mtype") == "protected" or part.attributes.get("translate") == "no":
            opened = builder.place()
            _collect(part, builder)
            builder.protect(opened)
        elif name not in _NOTES and part.attributes.get("mtype") not in _DELETED:
            _collect(part, builder)


def _number(element: Element) -> str:
    """What tells a tag from others of its name on both sides."""
    attributes = element.attributes
    return attributes.get("rid") or attributes.get("startRef") or attributes.get("id") or attributes.get("hex", "")
