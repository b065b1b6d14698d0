"""TMX 1.4: a translation unit with both languages is a segment.

A memory is no text: its units come from many, so that each is a text of its own here, and nothing is compared between
them. A note `tqa-ignore rule: reason` is for its unit. What stands inside inline codes is no text.
"""

from __future__ import annotations

from tqa.formats import File
from tqa.formats.xml import Builder, Chunk, Element, elements, languages, note
from tqa.model import Comment, Document, TqaError, Unit
from tqa.text import Text

_STANDS = frozenset(["ph", "ut"])
_EDGES = frozenset(["bpt", "ept", "it"])


def read(file: File) -> Document:
    """The units of a memory that have both languages.

    Raises:
        TqaError: it is not TMX, or its source language is neither Japanese nor English.
    """
    units: list[Unit] = []
    comments: list[Comment] = []
    lang, source_lang = file.lang, file.source_lang
    seen, held = False, set[str]()
    for element in elements(file, frozenset(["tu"])):
        if element.name == "tmx":
            seen = True
        elif element.name == "header":
            source = element.attributes.get("srclang", "")
            lang, source_lang = languages(file, "" if source == "*all*" else source, "", element.start)
        elif element.name == "tu":
            sides = _sides(element)
            held |= sides.keys()
            if lang in sides and source_lang in sides:
                number = element.attributes.get("tuid") or str(len(units) + 1)
                units.append(Unit(_text(sides[lang]), _text(sides[source_lang]), number, doc=str(len(units) + 1)))
                for holder in (element, *element.all("tuv")):
                    comments.extend(note(one, element.start, element.end) for one in holder.all("note"))
    if not seen:
        raise TqaError("is not TMX: there is no <tmx>", file.path, 1, 1)
    if held and not units:
        hint = f"tqa reads {source_lang} and {lang}, this memory holds {', '.join(sorted(held))}"
        raise TqaError("no unit holds both languages", file.path, 1, 1, hint)
    path, raw = file.path, file.text
    return Document(path, raw, tuple(units), lang, source_lang, path, raw, comments=tuple(comments))


def _sides(element: Element) -> dict[str, Element]:
    """The segments of a unit by language, the first of each."""
    found: dict[str, Element] = {}
    for variant in element.all("tuv"):
        code = variant.attributes.get("xml:lang") or variant.attributes.get("lang", "")
        segment = variant.first("seg")
        if segment is not None:
            found.setdefault(code.replace("_", "-").split("-")[0].lower(), segment)
    return found


def _text(element: Element) -> Text:
    builder = Builder()
    _collect(element, builder)
    return builder.text(element.inner)


def _collect(element: Element, builder: Builder) -> None:
    for part in element.parts:
        if isinstance(part, Chunk):
            builder.chunk(part)
        elif part.name in _STANDS:
            builder.object(f"<{part.name} {_number(part)}>", part)
        elif part.name in _EDGES:
            builder.gap(f"<{part.name} {_number(part)}>")
        else:  # <hi>
            _collect(part, builder)


def _number(element: Element) -> str:
    """What tells a tag from others of its name on both sides; `i` counts within one side only."""
    return element.attributes.get("x") or element.attributes.get("i", "")
