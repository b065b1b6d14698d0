"""XML with the exact place of every piece of text, read with the standard library's expat: no XML library tells where
text stands in the file.

Nothing is declared or fetched: a file that declares entities is refused. Only one element of interest is held at a
time, and how much one may hold is bounded.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from tqa.formats import File
from tqa.model import Comment, TqaError
from tqa.text import Lines, Mark, Piece, Text

MAX_DEPTH = 200
MAX_HELD = 300_000  # tags and texts of one element of interest
FEED = 1 << 16  # bytes that expat gets at a time
OBJECT = "\ufffc"  # stands for a tag that stands for something: a variable, a line break


class Chunk:
    """Text at `start:end` of the file: `string`, or, without a `form`, what stands there. `form` is as in a Piece;
    `cdata` says that it stands in a CDATA section."""

    __slots__ = ("cdata", "end", "form", "start", "string")

    def __init__(self, string: str, start: int, end: int, form: str, cdata: bool) -> None:
        self.string, self.start, self.end, self.form, self.cdata = string, start, end, form, cdata

    def text(self, raw: str) -> str:
        return self.string if self.form else raw[self.start : self.end]


class Element:
    """An element at `start:end` of the file: its name without prefix, its attributes, what it holds, and, of one that
    was asked for, the element that it stands in. One that was not asked for holds nothing."""

    __slots__ = ("attributes", "end", "name", "outer", "parts", "start")

    def __init__(self, name: str, attributes: dict[str, str], start: int) -> None:
        self.name, self.attributes, self.start, self.end = name, attributes, start, start
        self.parts: list[Element | Chunk] = []
        self.outer: Element | None = None

    def all(self, *names: str) -> Iterator[Element]:
        """The elements of some names right inside this one, in order."""
        for part in self.parts:
            if isinstance(part, Element) and part.name in names:
                yield part

    def first(self, *names: str) -> Element | None:
        return next(self.all(*names), None)

    def inside(self, *names: str) -> Iterator[Element]:
        """The elements of some names anywhere inside, in order; not those inside another that was found."""
        for part in self.parts:
            if isinstance(part, Element):
                if part.name in names:
                    yield part
                else:
                    yield from part.inside(*names)

    def text(self, raw: str, without: Collection[str] = ()) -> str:
        """All text inside, whatever the markup, without what stands in elements of some names."""
        return "".join(
            part.text(raw) if isinstance(part, Chunk) else part.text(raw, without)
            for part in self.parts
            if isinstance(part, Chunk) or part.name not in without
        )

    def inner(self, raw: str) -> int:
        """Where its content begins."""
        import re

        found = re.compile(r"<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>").match(raw, self.start)
        return found.end() if found else self.end

    def get(self, name: str) -> str:
        """An attribute, whatever its prefix; "" if there is none."""
        found = self.attributes.get(name)
        if found is None:
            found = next((value for key, value in self.attributes.items() if local(key) == name), "")
        return found

    def inherited(self, name: str) -> str:
        """An attribute of this element or the nearest around it that has it."""
        element: Element | None = self
        while element is not None:
            if name in element.attributes:
                return element.attributes[name]
            element = element.outer
        return ""


def local(name: str) -> str:
    """
    >>> local("min:subjectField"), local("term")
    ('subjectField', 'term')
    """
    return name[name.rfind(":") + 1 :]


def elements(file: File, wanted: Collection[str]) -> Iterator[Element]:
    """The elements of some names, whole, in the order of their end; of all others what they begin with, at their begin.

    Raises:
        TqaError: the file is not XML, declares entities, or nests deeper than anybody writes; with line and column.
    """
    from xml.parsers import expat

    if not file.text.strip("\ufeff \t\r\n"):
        raise TqaError("is empty", file.path)
    reader = _Reader(file, frozenset(wanted))
    parser, data = reader.parser, reader.data
    try:
        for at in range(0, max(len(data), 1), FEED):
            parser.Parse(data[at : at + FEED], at + FEED >= len(data))
            ready, reader.ready = reader.ready, []
            yield from ready
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        hint = "was the file cut off?" if "no element" in what or "unclosed" in what else ""
        raise reader.mistake(f"is not XML: {what}", hint) from None
    finally:
        reader.parser = None  # which holds the reader


class _Reader:
    """Turns what expat says into elements, with places in characters.

    Expat reads UTF-16, whatever the file declares: so, where a byte stands is where a character does.
    """

    def __init__(self, file: File, wanted: frozenset[str]) -> None:
        from xml.parsers import expat

        self.file, self.wanted, self.raw = file, wanted, file.text
        self.skipped = int(file.text.startswith("\ufeff"))
        self.data = file.text[self.skipped :].encode("utf-16-le", "surrogatepass")
        # Characters beyond the first 65,536 are two units: where they stand, and how many the parser has passed.
        self.wide = _wide(file.text) if len(self.data) > 2 * (len(file.text) - self.skipped) else []
        self.passed = 0
        self.around: list[Element] = []  # the elements that nobody asked for
        self.stack: list[Element] = []  # the one that is held, and those inside it
        self.held = 0
        self.cdata = False
        self.ready: list[Element] = []
        parser: Any = expat.ParserCreate("utf-16le")
        self.parser = parser
        parser.buffer_text = False
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.text
        parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = self.open_cdata, self.close_cdata
        parser.EntityDeclHandler = lambda *_: self.refuse("declares an entity: that may be a trap", _WRITE_OUT)
        parser.ExternalEntityRefHandler = lambda *_: self.refuse("refers to another file: tqa reads none", _WRITE_OUT)
        parser.SkippedEntityHandler = lambda name, *_: self.refuse(f"uses &{name[:40]}; which is not defined")

    def place(self) -> int:
        """Where the parser is. It only moves on."""
        at: int = (self.parser.CurrentByteIndex >> 1) + self.skipped
        if self.wide:
            wide, passed = self.wide, self.passed
            while passed < len(wide) and wide[passed] + passed < at:
                passed += 1
            self.passed = passed
            return at - passed
        return at

    def start(self, name: str, attributes: dict[str, str]) -> None:
        element = Element(name[name.rfind(":") + 1 :], attributes, self.place())
        stack = self.stack
        if len(stack) + len(self.around) >= MAX_DEPTH:
            self.refuse(f"elements nest deeper than {MAX_DEPTH}")
        if stack:
            stack[-1].parts.append(element)
            stack.append(element)
            self.hold()
            return
        element.outer = self.around[-1] if self.around else None
        if element.name in self.wanted:
            stack.append(element)
            self.held = 0
        else:
            self.around.append(element)
            self.ready.append(element)

    def end(self, name: str) -> None:
        stack = self.stack
        element = stack.pop() if stack else self.around.pop()
        at = self.place()
        # Of an empty tag the end is reported behind it, of another one before its closing tag.
        empty = not element.parts and self.raw.startswith("/>", at - 2)
        element.end = at if empty else self.raw.find(">", at) + 1
        if not stack and element.name in self.wanted:
            self.ready.append(element)

    def text(self, string: str) -> None:
        if not self.stack:
            return
        at, raw, parts = self.place(), self.raw, self.stack[-1].parts
        first = raw[at]
        if first == "&" and not self.cdata:
            parts.append(Chunk(string, at, raw.index(";", at) + 1, "entity", False))
        elif first == "\r":
            parts.append(Chunk(string, at, at + 1 + raw.startswith("\n", at + 1), "crlf", self.cdata))
        else:
            last = parts[-1] if parts else None
            if last.__class__ is Chunk and last.end == at and not last.form:
                last.end += len(string)
                return
            parts.append(Chunk("", at, at + len(string), "", self.cdata))
        self.hold()

    def open_cdata(self) -> None:
        self.cdata = True

    def close_cdata(self) -> None:
        self.cdata = False

    def hold(self) -> None:
        self.held += 1
        if self.held > MAX_HELD:
            self.refuse(f"<{self.stack[0].name}> holds more than {MAX_HELD:,} tags and references")

    def refuse(self, message: str, hint: str = "") -> None:
        raise self.mistake(message, hint)

    def mistake(self, message: str, hint: str = "") -> TqaError:
        at = min(self.place(), len(self.raw))
        return TqaError(message, self.file.path, *Lines(self.raw).place(at), hint)


_WRITE_OUT = "remove the DOCTYPE and write the characters out"


def _wide(raw: str) -> Sequence[int]:
    """Where characters stand that are two in UTF-16."""
    import re
    from array import array

    return array("L", (match.start() for match in re.finditer("[\U00010000-\U0010ffff]", raw)))


class Builder:
    """Collects the text of a segment from what an element holds; a format decides what each inner element is.

    Lines that are indented are a matter of the file's layout: the break and the indentation are a space (in Japanese
    nothing), and nothing at the beginning and the end.
    """

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._strings: list[str] = []
        self._pieces: list[Piece] = []
        self._marks: list[Mark] = []
        self._at = 0
        self._forms: set[bool] = set()

    def chunk(self, chunk: Chunk) -> None:
        """Text as it stands."""
        self._forms.add(chunk.cdata)
        self._piece(chunk.text(self._raw), chunk.start, chunk.end, chunk.form)

    def _piece(self, string: str, start: int, end: int, form: str) -> None:
        size = len(string)
        self._pieces.append(Piece(self._at, size, start, end, form))
        self._strings.append(string)
        self._at += size

    def gap(self, name: str) -> None:
        """A tag that stands beside the text."""
        self._marks.append(Mark(self._at, 0, sys.intern(name)))

    def place(self) -> tuple[int, int]:
        """Where the next text goes, for `protect`."""
        return self._at, len(self._strings)

    def protect(self, since: tuple[int, int]) -> None:
        """What was collected since a place is not language."""
        at, index = since
        if at < self._at:
            self._marks.append(Mark(at, self._at - at, "".join(self._strings[index:])))

    def object(self, name: str, element: Element) -> None:
        """A tag that stands for text."""
        self._marks.append(Mark(self._at, 1, sys.intern(name)))
        self._piece(OBJECT, element.start, element.end, "tag")

    def text(self, element: Element, keep: bool = False) -> Text:
        """What was collected from an element. With `keep`, lines and their indentation are the text's own."""
        self._close()
        string, pieces = "".join(self._strings), tuple(self._pieces)
        if not pieces:
            inner = element.inner(self._raw)
            pieces = (Piece(0, 0, inner, inner),)
        # Text in CDATA and outside of it: what is written differently in them cannot be put there.
        written = "xml-mixed" if len(self._forms) > 1 else "cdata" if True in self._forms else "xml"
        text = Text(string, pieces, tuple(self._marks), written)
        return text if keep or "\n" not in string else _laid_out(text)

    def _close(self) -> None:
        """Tags behind the mark that ends a sentence stand beside the text: the mark is its end."""
        strings, pieces = self._strings, self._pieces
        last = len(strings)
        while last and pieces[last - 1].form == "tag":
            last -= 1
        if last < len(strings) and last and strings[last - 1][-1:] in _ENDS:
            self._at = pieces[last].at
            del strings[last:], pieces[last:]
            self._marks = [mark._replace(at=self._at, size=0) if mark.at >= self._at else mark for mark in self._marks]


_ENDS = frozenset(".!?…。！？\"”’)」』）】")


def _laid_out(text: Text) -> Text:
    """A text without the indentation of its lines; white space around a break goes with it."""
    import re
    from bisect import bisect_right

    string, bare = text.string, Text(text.string, text.pieces)
    breaks = [match.span() for match in re.finditer(r"[ \t]*\n[ \t\n]*[ \t]|^[ \t]*\n+|\n+[ \t]*$", string)]
    parts: list[Text] = []
    kept: list[tuple[int, int, int]] = []  # what stays: from, to, and where it stands now
    at = size = 0
    for low, high in (*breaks, (len(string), len(string))):
        kept.append((at, low, size))
        parts.append(bare.slice(at, low))
        size += low - at
        before, after = string[low - 1 : low], string[high : high + 1]
        if low and after and not (before >= _WIDE <= after):
            parts.append(Text(" ", (Piece(0, 1, *text.locate(low, high), "soft-break"),)))
            size += 1
        at = high

    def moved(mark: Mark) -> Mark:
        start, end, place = kept[bisect_right(kept, (mark.at, len(string))) - 1]
        return mark._replace(at=place + min(mark.at, end) - start)

    found = Text.join(parts)
    first = text.pieces[0].start
    return Text(found.string, found.pieces or (Piece(0, 0, first, first),), tuple(map(moved, text.marks)), text.written)


_WIDE = "\u2e80"  # from here on, characters of scripts that put no space between words


def note(element: Element, low: int, high: int, raw: str) -> Comment:
    """A note for what stands at `low:high`."""
    return Comment(element.start, element.end, element.text(raw).strip(), low, high)


def languages(file: File, source: str, target: str, at: int) -> tuple[str, str]:
    """The languages (of the translation, of its source) that a file declares; what it leaves open is as configured.

    Raises:
        TqaError: it is no translation between Japanese and English.
    """
    codes = [base(code) for code in (target, source)]
    lang, source_lang = codes[0] or file.lang, codes[1] or file.source_lang
    if not codes[0] and codes[1]:
        lang = next((code for code in (file.lang, file.source_lang) if code != codes[1]), file.lang)
    elif codes[0] and not codes[1]:
        source_lang = next((code for code in (file.source_lang, file.lang) if code != codes[0]), file.source_lang)
    if {lang, source_lang} != {"ja", "en"}:
        what = f"is a translation from “{source or source_lang}” to “{target or lang}”"
        raise TqaError(what, file.path, *Lines(file.text).place(at), "tqa reads Japanese and English")
    return lang, source_lang


def base(code: str) -> str:
    """
    >>> base("en-GB"), base("JA_jp")
    ('en', 'ja')
    """
    return code.replace("_", "-").partition("-")[0].lower()
