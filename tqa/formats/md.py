"""Markdown: paragraphs, headings, list items and table cells are segments; pyromark (pulldown-cmark) says where.

Code, addresses, HTML and footnote marks are `Mark`s. Emphasis is transparent, and so is the end of a line: a space, in
Japanese nothing. Front matter, blocks of code or HTML, comments and link definitions are no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tqa.formats import LONGEST, File, counted
from tqa.model import Document, TqaError, Unit
from tqa.text import Lines, Mark, Piece, Text

LARGEST = 8_000_000  # code points of a file


def read(file: File) -> Document:
    """The blocks of prose of a Markdown text.

    Raises:
        TqaError: the file, or a block of it, is beyond reason.
    """
    if len(file.text) > LARGEST:
        raise TqaError(f"is too large for Markdown: {len(file.text):,} characters", file.path, hint="split the file")
    reader = _Reader(file)
    units = tuple(counted(file.path, reader.units()))
    return Document(file.path, file.text, units, file.lang, file.source_lang, code=tuple(reader.code))


def _body(raw: str) -> int:
    """Where the text begins, after a byte order mark and front matter."""
    at = 1 if raw.startswith("\ufeff") else 0
    if raw.startswith(("---", "+++"), at):
        fence = re.escape(raw[at : at + 3])
        closed = re.compile(rf"{fence}[ \t]*\r?\n(?:.*\n)*?{fence}[ \t]*(?:\r?\n|$)").match(raw, at)
        return closed.end() if closed else at
    return at


_SKIPPED = ("CodeBlock", "HtmlBlock")
_BLOCKS = ("Paragraph", "Heading", "TableCell")
_INLINE = ("Emphasis", "Strong", "Strikethrough", "Link", "Image")


class _Reader:
    """Turns the parser's events into units."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.offset = _body(file.text)
        # A lone surrogate has no UTF-8; what takes its place is as long.
        self.text = re.sub("[\ud800-\udfff]", "\ufffd", file.text[self.offset :])
        self.data = self.text.encode()
        self.last = (0, 0)  # a place in bytes and in code points
        self.within: list[str] = []  # the containers around the block
        self.block: _Block | None = None
        self.code: list[tuple[int, int]] = []
        self.comments = "<!--" in self.text

    def units(self) -> Iterator[Unit]:
        skipping = False
        for event, place in self.events():
            value: Any
            name, value = (event, None) if isinstance(event, str) else next(iter(event.items()))
            if self.comments and (name == "Code" or (name == "Start" and "CodeBlock" in value)):
                self.code.append((self.at(place["start"]), self.at(place["end"])))
            if name in ("Start", "End"):
                tag = value if isinstance(value, str) else next(iter(value))
                if tag in _INLINE:
                    self.inline(name, tag, value, place)
                    continue
                skipping = name == "Start" and tag in _SKIPPED
                yield from self.close()
                self.enter(name, tag)
            elif not skipping and name not in ("Html", "Rule"):
                self.open("list").take(name, value, self.at(place["start"]), self.at(place["end"]))
            if self.block and self.block.size > LONGEST:
                lines = Lines(self.file.text)
                where = lines.place(self.block.parts[0].start)
                raise TqaError(f"a paragraph of over {LONGEST:,} characters is no text", self.file.path, *where)
        yield from self.close()

    def events(self) -> Iterator[tuple[Any, Any]]:
        from pyromark import Options, events_with_range

        options = Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES | Options.ENABLE_GFM
        options |= Options.ENABLE_STRIKETHROUGH | Options.ENABLE_TASKLISTS
        yield from events_with_range(self.text, options=options)

    def at(self, byte: int) -> int:
        """A place of the file, in code points; quick where places follow each other."""
        known, point = self.last
        if byte >= known:
            point += len(self.data[known:byte].decode())
        else:
            point -= len(self.data[byte:known].decode())
        self.last = byte, point
        return point + self.offset

    def enter(self, name: str, tag: str) -> None:
        if tag in _BLOCKS:
            if name == "Start":
                item = self.within[-1:] == ["Item"]
                self.open("heading" if tag == "Heading" else "cell" if tag == "TableCell" else "list" if item else "")
        elif name == "Start":
            self.within.append(tag)
        elif self.within:
            self.within.pop()

    def open(self, kind: str) -> _Block:
        if self.block is None:
            self.block = _Block(self.file, kind)
        return self.block

    def inline(self, name: str, tag: str, value: Any, place: Any) -> None:
        block = self.open("list")
        if name == "Start":
            block.reach(self.at(place["start"]))
        if tag not in ("Link", "Image"):
            return
        if name == "Start":
            block.links.append((value[tag]["dest_url"], value[tag]["link_type"], block.size, tag))
        else:
            block.end_link(self.at(place["end"]))

    def close(self) -> Iterator[Unit]:
        block, self.block = self.block, None
        if block is not None and "".join(block.strings).strip():
            kind = "caption" if block.only_images else block.kind
            yield Unit(block.text(), kind=kind)


class _Block:
    """The text of a block while it is read."""

    def __init__(self, file: File, kind: str) -> None:
        self.raw, self.japanese, self.kind = file.text, file.lang == "ja", kind
        self.strings: list[str] = []
        self.parts: list[Piece] = []
        self.marks: list[Mark] = []
        self.size = 0
        self.end = -1  # of what was read last, in the file
        self.broken: tuple[str, int, int] | None = None  # the end of a line, and its place
        self.links: list[tuple[str, str, int, str]] = []  # address, type, where its text begins, Link or Image
        self.only_images = True

    def take(self, name: str, value: Any, start: int, end: int) -> None:
        """Take what stands at `start:end` of the file."""
        self.reach(start)
        if name == "Text":
            self.words(value, start, end)
        elif name == "Code":
            self.code(value, start, end)
        elif name in ("SoftBreak", "HardBreak"):
            while start > max(self.end, 0) and self.raw[start - 1] in " \t":
                start -= 1
            self.broken = (name, start, end)
        elif name == "InlineHtml":
            self.html(value, start, end)
        elif name == "FootnoteReference":
            self.mark(f"[^{value}]")
        self.end = end

    def mark(self, name: str, size: int = 0) -> None:
        self.go_on("")
        self.marks.append(Mark(self.size, size, name))

    def add(self, string: str, start: int, end: int, form: str = "") -> None:
        self.go_on(string)
        last = self.parts[-1] if self.parts else None
        if not form and last and not last.form and last.end == start:
            self.parts[-1] = last._replace(size=last.size + len(string), end=end)
        else:
            self.parts.append(Piece(self.size, len(string), start, end, form))
        self.strings.append(string)
        self.size += len(string)

    def reach(self, start: int) -> None:
        """Let the end of a line reach to where the next line's text begins: its indent and marks belong to it."""
        if self.broken and not self.raw[self.broken[2] : start].strip(" \t>"):
            self.broken = (*self.broken[:2], start)

    def go_on(self, string: str) -> None:
        """Put what the end of a line stands for before the string that follows it."""
        if self.broken:
            (name, start, end), self.broken = self.broken, None
            before = self.strings[-1][-1:] if self.strings else ""
            if name == "HardBreak":
                self.add("\n", start, end, "hard-break")
            elif not self.japanese or (before.isascii() and string[:1].isascii() and before and string):
                self.add(" ", start, end, "soft-break")

    def words(self, value: str, start: int, end: int) -> None:
        self.only_images &= any(tag == "Image" for *_, tag in self.links) or not value.strip()
        as_it_is = self.raw[start:end] == value
        if not as_it_is and end - start == len(value) and "\ufffd" in value:  # lone surrogates
            value, as_it_is = self.raw[start:end], True
        if self.end < start and start and self.raw[start - 1] == "\\" and as_it_is:
            self.add(value[0], start - 1, start + 1, "escape")
            value, start = value[1:], start + 1
        if value:
            self.add(value, start, end, "" if as_it_is else "entity")

    def code(self, value: str, start: int, end: int) -> None:
        self.only_images = False
        self.mark(value, len(value))
        inside = self.raw.find(value, start, end)
        if inside < 0:
            self.add(value, start, end, "code")
        else:
            self.add(value, inside, inside + len(value))

    def html(self, value: str, start: int, end: int) -> None:
        tag = re.match(r"<(/?)([A-Za-z][\w-]*)", value)
        if tag is None:  # a comment
            return
        slash, name = tag[1], tag[2].lower()
        self.mark(f"<{slash}{name}>")
        for _, address in re.findall(r"""\s(?:href|src)\s*=\s*("|'|)([^"'\s>]+)\1""", value):
            self.mark(address)
        if name == "br":
            self.add("\n", start, end, "hard-break")

    def end_link(self, end: int) -> None:
        if not self.links:
            return
        address, kind, at, _ = self.links.pop()
        size = self.size - at if kind in ("Autolink", "Email") else 0
        self.marks.append(Mark(at if size else self.size, size, address))
        self.end = end

    def text(self) -> Text:
        marks = tuple(sorted(self.marks, key=lambda mark: mark.at))
        text = Text("".join(self.strings), tuple(self.parts), marks, "md")
        return _without_stars(text) if "**" in text.string else text


def _without_stars(text: Text) -> Text:
    """A text without the `**` that CommonMark takes for stars since a Japanese bracket follows: **「和」**の."""
    wide = r"[\u3000-\u9fff\uff00-\uffef]"
    found = re.compile(r"(?<!\*)\*\*(?=\S)([^*]+)(?<=\S)\*\*(?!\*)").finditer(text.string)
    cuts: list[int] = []
    for match in found:
        around = text.string[max(match.start() - 1, 0) : match.end() + 1]
        if re.search(rf"{wide}\*\*|\*\*{wide}", around):
            cuts.extend((match.start(), match.end(1)))
    edges = [0, *(edge for cut in cuts for edge in (cut, cut + 2)), len(text.string)]
    return Text.join(text.slice(low, high) for low, high in list(pairwise(edges))[::2]) if cuts else text
