"""XML with the exact place of every piece of text, read with the standard library's expat: no XML library tells where
text stands in the file.

Nothing is declared or fetched: a file that declares entities is refused. Only one element of interest is held at a
time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from tqa.formats import File
from tqa.model import Comment, TqaError
from tqa.text import Lines, Mark, Piece, Text

MAX_DEPTH = 200
FEED = 1 << 16  # bytes that expat gets at a time
OBJECT = "\ufffc"  # stands for a tag that stands for something: a variable, a line break


class Chunk(NamedTuple):
    """Text at `start:end` of the file; `form` as in a Piece, or "cdata"."""

    string: str
    start: int
    end: int
    form: str


class Element:
    """An element at `start:end` of the file: its name without prefix, its attributes, what it holds.

    `inner` is where its content begins. One that was not asked for holds nothing and ends where it begins.
    """

    __slots__ = ("attributes", "end", "inner", "name", "parts", "start")

    def __init__(self, name: str, attributes: dict[str, str], start: int, inner: int) -> None:
        self.name, self.attributes, self.start, self.inner, self.end = name, attributes, start, inner, start
        self.parts: list[Element | Chunk] = []

    def all(self, *names: str) -> Iterator[Element]:
        """The elements of some names right inside this one, in order."""
        for part in self.parts:
            if isinstance(part, Element) and part.name in names:
                yield part

    def first(self, *names: str) -> Element | None:
        return next(self.all(*names), None)

    @property
    def string(self) -> str:
        """All text inside, whatever the markup."""
        return "".join(part.string for part in self.parts)


def elements(file: File, wanted: frozenset[str]) -> Iterator[Element]:
    """The elements of some names, whole, in the order of their end; of all others what they begin with, at their begin.

    Raises:
        TqaError: the file is not XML, declares entities, or nests deeper than anybody writes; with line and column.
    """
    from xml.parsers import expat

    reader = _Reader(file, wanted)
    data = reader.data
    try:
        for at in range(0, max(len(data), 1), FEED):
            reader.parser.Parse(data[at : at + FEED], at + FEED >= len(data))
            yield from reader.taken()
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        hint = "was the file cut off?" if "no element" in what or "unclosed" in what else ""
        at = reader.place(reader.parser.ErrorByteIndex)
        place = Lines(file.text).place(min(at, len(file.text)))
        raise TqaError(f"is not XML: {what}", file.path, *place, hint) from None


class _Reader:
    """Turns what expat says into elements, with places in characters."""

    def __init__(self, file: File, wanted: frozenset[str]) -> None:
        import re
        from xml.parsers import expat

        self.tag = re.compile(r"[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>")
        self.file, self.wanted = file, wanted
        self.raw = file.text
        self.data = file.text.removeprefix("\ufeff").encode("utf-8", "surrogatepass")
        self.plain = len(self.data) == len(file.text)
        self.skipped = len(file.text) - len(file.text.removeprefix("\ufeff"))
        self.bytes, self.at = 0, self.skipped  # a place known in both countings
        self.stack: list[Element] = []
        self.depth = 0
        self.cdata = False
        self.ready: list[Element] = []
        parser = self.parser = expat.ParserCreate("utf-8")  # overrules what is declared: the text is decoded already
        parser.buffer_text = False
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.text
        parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = self.open_cdata, self.close_cdata
        parser.EntityDeclHandler = self.refuse
        parser.ExternalEntityRefHandler = self.refuse
        parser.SkippedEntityHandler = self.refuse

    def taken(self) -> list[Element]:
        ready, self.ready = self.ready, []
        return ready

    def place(self, at: int) -> int:
        """Where the byte at an index stands in the text; expat's indices only grow."""
        if self.plain:
            return at + self.skipped
        if at > self.bytes:
            self.at += len(self.data[self.bytes : at].decode("utf-8", "replace"))
            self.bytes = at
        return self.at

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        start = self.place(self.parser.CurrentByteIndex)
        if self.depth > MAX_DEPTH:
            raise self.mistake(f"elements nest deeper than {MAX_DEPTH}", start)
        name = name.rpartition(":")[2]
        element = Element(name, attributes, start, start)
        if self.stack:
            self.stack[-1].parts.append(element)
            self.stack.append(element)
        elif name in self.wanted:
            self.stack.append(element)
        else:
            self.ready.append(element)
            return
        element.inner = element.end = self.close(start)

    def end(self, name: str) -> None:
        self.depth -= 1
        if not self.stack:
            return
        element = self.stack.pop()
        if self.raw[element.inner - 2] != "/":  # <x/> has ended already
            element.end = self.close(self.place(self.parser.CurrentByteIndex))
        if not self.stack:
            self.ready.append(element)

    def close(self, at: int) -> int:
        """Where the tag that begins at a place ends."""
        found = self.tag.match(self.raw, at)
        return found.end() if found else len(self.raw)

    def text(self, string: str) -> None:
        if not self.stack:
            return
        raw, start = self.raw, self.place(self.parser.CurrentByteIndex)
        end, form = start + len(string), "cdata" if self.cdata else ""
        if not self.cdata and raw[start] == "&":
            end, form = raw.index(";", start) + 1, "entity"
        elif raw[start] == "\r":
            end, form = start + (2 if raw.startswith("\r\n", start) else 1), "crlf"
        self.stack[-1].parts.append(Chunk(string, start, end, form))

    def open_cdata(self) -> None:
        self.cdata = True

    def close_cdata(self) -> None:
        self.cdata = False

    def refuse(self, *_: Any) -> bool:
        hint = "remove the DOCTYPE and write the characters out"
        raise self.mistake("declares an entity: that may be a trap", self.place(self.parser.CurrentByteIndex), hint)

    def mistake(self, message: str, at: int, hint: str = "") -> TqaError:
        return TqaError(message, self.file.path, *Lines(self.raw).place(at), hint)


class Builder:
    """Collects the text of a segment from what an element holds; a format decides what each inner element is.

    Lines that are indented are a matter of the file's layout: the break and the indentation are a space, and nothing at
    the beginning and the end.
    """

    def __init__(self) -> None:
        self._strings: list[str] = []
        self._pieces: list[Piece] = []
        self._marks: list[Mark] = []
        self._at = 0
        self._forms: set[str] = set()

    def chunk(self, chunk: Chunk) -> None:
        """Text as it stands."""
        string, start = chunk.string, chunk.start
        self._forms.add("cdata" if chunk.form == "cdata" else "xml")
        indent = len(string) - len(string.lstrip(" \t"))
        if self._strings[-1:] == ["\n"] and indent and chunk.form in ("", "cdata"):
            broken = self._pieces.pop()
            self._strings[-1] = " "
            self._pieces.append(Piece(broken.at, 1, broken.start, start + indent, "soft-break"))
            string, start = string[indent:], start + indent
        if string:
            self.piece(string, start, chunk.end, "" if chunk.form == "cdata" else chunk.form)

    def piece(self, string: str, start: int, end: int, form: str) -> None:
        self._pieces.append(Piece(self._at, len(string), start, end, form))
        self._strings.append(string)
        self._at += len(string)

    def gap(self, name: str) -> None:
        """A tag that stands beside the text."""
        self._marks.append(Mark(self._at, 0, name))

    def object(self, name: str, element: Element) -> None:
        """A tag that stands for text."""
        self._marks.append(Mark(self._at, 1, name))
        self.piece(OBJECT, element.start, element.end, "tag")

    def text(self, empty: int) -> Text:
        """What was collected; `empty` is where text would go if there is none."""
        pieces, marks = tuple(self._pieces) or (Piece(0, 0, empty, empty),), self._marks
        string = "".join(self._strings)
        # Text in CDATA and outside of it: what is written differently in them cannot be put there.
        written = self._forms.pop() if len(self._forms) == 1 else "xml-mixed" if self._forms else "xml"
        low, high = len(string) - len(string.lstrip()), len(string.rstrip())
        low = low if string[:1] == "\n" or pieces[0].form == "soft-break" else 0
        high = high if string[-1:] == "\n" or pieces[-1].form == "soft-break" else len(string)
        if low >= high or (low, high) == (0, len(string)):
            return Text(string, pieces, tuple(marks), written)
        inside = tuple(mark._replace(at=min(max(mark.at, low), high - mark.size)) for mark in marks)
        return Text(string, pieces, inside, written).slice(low, high)


def note(element: Element, low: int, high: int) -> Comment:
    """A note for what stands at `low:high`."""
    return Comment(element.start, element.end, element.string.strip(), low, high)


def languages(file: File, source: str, target: str, at: int) -> tuple[str, str]:
    """The languages (of the translation, of its source) that a file declares; what it leaves open is as configured.

    Raises:
        TqaError: it is no translation between Japanese and English.
    """
    codes = [code.replace("_", "-").split("-")[0].lower() for code in (target, source)]
    lang, source_lang = codes[0] or file.lang, codes[1] or file.source_lang
    if not codes[0] and codes[1]:
        lang = next((code for code in (file.lang, file.source_lang) if code != codes[1]), file.lang)
    elif codes[0] and not codes[1]:
        source_lang = next((code for code in (file.source_lang, file.lang) if code != codes[0]), file.source_lang)
    if {lang, source_lang} != {"ja", "en"}:
        what = f"is a translation from “{source or source_lang}” to “{target or lang}”"
        raise TqaError(what, file.path, *Lines(file.text).place(at), "tqa reads Japanese and English")
    return lang, source_lang
