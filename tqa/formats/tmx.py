"""TMX 1.4: a translation unit with both languages is a segment, and so is each further variant of its translation.

A memory is no text: its units come from many, so that each is a text of its own here, and nothing is compared between
them. A note `tqa-ignore rule: reason` is for its unit. What stands inside inline codes is no text.
"""

from __future__ import annotations

from tqa.formats import File
from tqa.formats.xml import Builder, Chunk, Element, base, elements, languages, note
from tqa.model import Comment, Document, TqaError, Unit
from tqa.text import Lines, Text

_STANDS = frozenset(["ph", "ut"])


def read(file: File) -> Document:
    """The units of a memory that have both languages.

    Raises:
        TqaError: it is not TMX, or holds no unit in both languages.
    """
    units: list[Unit] = []
    comments: list[Comment] = []
    lang, source_lang = file.lang, file.source_lang
    seen, held, first = False, set[str](), 0
    for element in elements(file, ["tu"]):
        if element.name == "tmx":
            seen = True
        elif element.name == "header":
            source = element.attributes.get("srclang", "")
            if base(source) in ("ja", "en"):  # else its units say: *all*, or another language beside the two
                lang, source_lang = languages(file, source, "", element.start)
        elif element.name == "tu":
            sides = _sides(element)
            first = first or element.start
            held |= sides.keys()
            number = element.attributes.get("tuid") or str(len(units) + 1)
            for other in sides.get(source_lang, ())[:1]:
                source_text = _text(other, file.text)
                units.extend(
                    Unit(_text(segment, file.text), source_text, number, doc=str(len(units) + 1))
                    for segment in sides.get(lang, ())
                )
            for holder in (element, *element.all("tuv")):
                comments.extend(note(one, element.start, element.end, file.text) for one in holder.all("note"))
    if not seen:
        raise TqaError("is not TMX: there is no <tmx>", file.path, 1, 1)
    if held and not units:
        hint = f"tqa reads {source_lang} and {lang}, this memory holds {', '.join(sorted(held))}"
        raise TqaError("no unit holds both languages", file.path, *Lines(file.text).place(first), hint)
    path, raw = file.path, file.text
    return Document(path, raw, tuple(units), lang, source_lang, path, raw, comments=tuple(comments))


def _sides(element: Element) -> dict[str, list[Element]]:
    """The segments of a unit by language."""
    found: dict[str, list[Element]] = {}
    for variant in element.all("tuv"):
        segment = variant.first("seg")
        if segment is not None:
            found.setdefault(base(variant.get("xml:lang") or variant.get("lang")), []).append(segment)
    return found


def _text(element: Element, raw: str) -> Text:
    builder = Builder(raw)
    _collect(element, builder, raw, {})
    return builder.text(element)


def _collect(element: Element, builder: Builder, raw: str, opened: dict[str, str]) -> None:
    """Text and tags. Of a pair, only the first has a number that both sides share: `opened` keeps it."""
    for part in element.parts:
        if isinstance(part, Chunk):
            builder.chunk(part)
        elif part.name in _STANDS:
            builder.object(f"<{part.name} {_number(part, raw)}>", part)
        elif part.name == "bpt":
            number = opened[part.attributes.get("i", "")] = _number(part, raw)
            builder.gap(f"<bpt {number}>")
        elif part.name == "ept":
            builder.gap(f"</bpt {opened.get(part.attributes.get('i', ''), '')}>")
        elif part.name == "it":
            builder.gap(f"<it {_number(part, raw)}>")
        else:  # <hi>
            _collect(part, builder, raw, opened)


def _number(element: Element, raw: str) -> str:
    """What tells a tag from others of its name on both sides; without a number, the code that it stands for."""
    attributes = element.attributes
    return attributes.get("x") or " ".join(element.text(raw, ["sub"]).split())[:40] or attributes.get("type", "")
