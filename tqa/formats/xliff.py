"""XLIFF 1.2 and 2.x, and what CAT tools make of them: a unit, or each of its segments, is a segment.

What is not to be translated and what is not translated yet is no segment. Inline tags that wrap text are gaps, those
that stand for something are protected. A note `tqa-ignore rule: reason` is for its unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tqa.formats import File
from tqa.formats.xml import Builder, Chunk, Element, elements, languages, note
from tqa.model import Comment, Document, TqaError, Unit
from tqa.text import Lines, Text

# Inline elements that wrap text; those that open or close a stretch of it; those that stand for something. Others, such
# as mrk, are notes about the text inside them and may differ between the two sides.
_WRAPS = frozenset(["g", "pc"])
_EDGES = frozenset(["bx", "ex", "bpt", "ept", "it", "sc", "ec", "sm", "em"])
_STANDS = frozenset(["x", "ph"])
_UNTRANSLATED = frozenset(["new", "needs-translation", "initial"])


class _Found(NamedTuple):
    units: list[Unit]
    comments: list[Comment]


def read(file: File) -> Document:
    """The translated segments of an XLIFF file.

    Raises:
        TqaError: it is not XLIFF, or not between Japanese and English.
    """
    found = _Found([], [])
    lang, source_lang, doc = file.lang, file.source_lang, ""
    files = 0
    spoken: tuple[str, str] | None = None
    source = target = ""
    for element in elements(file, frozenset(["trans-unit", "unit"])):
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
        elif name in ("trans-unit", "unit"):
            _unit(element, doc, found)
    if not files:
        raise TqaError("is not XLIFF: there is no <file>", file.path, 1, 1)
    path, raw = file.path, file.text
    return Document(path, raw, tuple(found.units), lang, source_lang, path, raw, comments=tuple(found.comments))


def _unit(element: Element, doc: str, found: _Found) -> None:
    attributes = element.attributes
    if attributes.get("translate") == "no":
        return
    name = attributes.get("resname") or attributes.get("name") or attributes.get("id", "")
    units = list(_old(element) if element.name == "trans-unit" else _new(element))
    number = len(units) > 1
    for at, (target, source) in enumerate(units, 1):
        text = _text(target)
        if text.string.strip() or text.marks:
            other = None if source is None else _text(source)
            found.units.append(Unit(text, other, f"{name}/{at}" if number else name, doc=doc))
    for holder in (element, *element.all("notes")):
        found.comments.extend(note(one, element.start, element.end) for one in holder.all("note"))


def _old(element: Element) -> Iterator[tuple[Element, Element | None]]:
    """Target and source of a trans-unit of 1.2: segment by segment where both sides are segmented alike."""
    target, source = element.first("target"), element.first("source")
    if target is None or target.attributes.get("state") in _UNTRANSLATED:
        return
    ours = _segments(element.first("seg-source") or source)
    theirs = _segments(target)
    if theirs and list(ours) == list(theirs):
        yield from ((theirs[mid], ours[mid]) for mid in theirs)
    else:
        yield target, source


def _segments(element: Element | None) -> dict[str, Element]:
    """The segments inside an element by their number; they may stand inside tags."""
    found: dict[str, Element] = {}
    for part in element.parts if element is not None else ():
        if not isinstance(part, Element):
            continue
        if part.name == "mrk" and part.attributes.get("mtype") == "seg":
            found[part.attributes.get("mid", str(len(found)))] = part
        elif part.name == "g":
            found |= _segments(part)
    return found


def _new(element: Element) -> Iterator[tuple[Element, Element | None]]:
    """Target and source of each segment of a unit of 2.x."""
    for segment in element.all("segment"):
        target = segment.first("target")
        if target is not None and segment.attributes.get("state") not in _UNTRANSLATED:
            yield target, segment.first("source")


def _text(element: Element) -> Text:
    builder = Builder()
    _collect(element, builder)
    return builder.text(element.inner)


def _collect(element: Element, builder: Builder) -> None:
    for part in element.parts:
        if isinstance(part, Chunk):
            builder.chunk(part)
        elif part.name == "cp":
            builder.piece(_character(part), part.start, part.end, "entity")
        elif part.name in _STANDS:
            builder.object(f"<{part.name} {_number(part)}>", part)
        elif part.name in _EDGES:
            builder.gap(f"<{part.name} {_number(part)}>")
        elif part.name in _WRAPS:
            builder.gap(f"<{part.name} {_number(part)}>")
            _collect(part, builder)
            builder.gap(f"</{part.name} {_number(part)}>")
        else:
            _collect(part, builder)


def _number(element: Element) -> str:
    """What tells a tag from others of its name on both sides."""
    attributes = element.attributes
    return attributes.get("rid") or attributes.get("startRef") or attributes.get("id", "")


def _character(element: Element) -> str:
    """The character of <cp hex="001A"/>, which XML itself cannot hold."""
    try:
        return chr(int(element.attributes.get("hex", ""), 16))
    except (ValueError, OverflowError):
        return "\ufffd"
