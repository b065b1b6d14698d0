"""Where a string lies in a file: the one type for position.

Offsets are code points of the decoded file, half-open, everywhere; bytes, lines, columns and UTF-16 exist only at
the edges, in `Lines` and the functions at the end.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, MutableSequence
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def overlaps(self, other: tuple[int, int]) -> bool:
        return self.start < other[1] and other[0] < self.end


class Piece(NamedTuple):
    """`string[at:at+size]` came from `start:end` of the file.

    `form` is "" for text that stands in the file as it is (code point by code point) and otherwise names how it is
    written there ("crlf", "entity", "escape", "soft-break" …): such a piece is atomic.
    """

    at: int
    size: int
    start: int
    end: int
    form: str = ""


class Mark(NamedTuple):
    """`string[at:at+size]` is markup and not language; `size` 0 where it has no text of its own.

    `name` says what it is, so that a translation can be held against its source: a tag as `<g 1>` and `</g 1>`, code,
    a placeholder or an address as it is written.
    """

    at: int
    size: int
    name: str


class Text:
    """A string and where each part of it lies in the file.

    `written` names how the format writes such text ("" for as it is), for fixes: see `tqa.formats.written`.

    >>> text = Text("a b", (Piece(0, 1, 10, 11), Piece(1, 1, 11, 13, "crlf"), Piece(2, 1, 13, 14)))
    >>> text.locate(0, 3)
    Span(start=10, end=14)
    >>> text.slice(1, 3).locate(1, 2)
    Span(start=13, end=14)
    """

    __slots__ = ("marks", "pieces", "string", "written")

    def __init__(
        self, string: str, pieces: tuple[Piece, ...], marks: tuple[Mark, ...] = (), written: str = ""
    ) -> None:
        self.string = string
        self.pieces = pieces
        self.marks = marks
        self.written = written

    @classmethod
    def plain(cls, string: str, start: int = 0) -> "Text":
        """Text that stands in the file just as it is, from `start` on."""
        return cls(string, (Piece(0, len(string), start, start + len(string)),))

    @classmethod
    def join(cls, texts: "Iterable[Text]") -> "Text":
        """The texts one after the other; what lies between them in the file is markup."""
        strings: list[str] = []
        pieces: list[Piece] = []
        marks: list[Mark] = []
        written = ""
        at = 0
        for text in texts:
            strings.append(text.string)
            pieces.extend(piece._replace(at=piece.at + at) for piece in text.pieces)
            marks.extend(mark._replace(at=mark.at + at) for mark in text.marks)
            written = written or text.written
            at += len(text.string)
        return cls("".join(strings), tuple(pieces), tuple(marks), written)

    def slice(self, start: int, end: int) -> "Text":
        """The part `start:end`; an atomic piece that is cut keeps its whole place in the file."""
        pieces = []
        for piece, low, high in self._over(start, end):
            if piece.form:
                pieces.append(Piece(low - start, high - low, piece.start, piece.end, piece.form))
            else:
                shift = piece.start - piece.at
                pieces.append(Piece(low - start, high - low, low + shift, high + shift))
        string = self.string[start:end]
        marks = tuple(
            mark._replace(at=mark.at - start)
            for mark in self.marks
            if start <= mark.at and mark.at + mark.size <= end and (mark.at < end or end == len(self.string))
        )
        return Text(string, tuple(pieces), marks, self.written)

    def locate(self, start: int, end: int) -> Span:
        """The range of the file that `start:end` of the string covers."""
        if not self.pieces:
            return Span(0, 0)
        first = self._edge(start, opening=True)
        last = first if start == end else self._edge(end, opening=False)
        return Span(first, max(first, last))

    def exact(self, start: int, end: int) -> bool:
        """True if `start:end` stands in the file code point by code point, without a gap and without markup inside."""
        span = self.locate(start, end)
        if span.end - span.start != end - start or any(not mark.size and start < mark.at < end for mark in self.marks):
            return False
        return not any(piece.form for piece, _, _ in self._over(start, end))

    def parts(self, start: int, end: int) -> list[Span]:
        """The parts of the file that hold `start:end` and nothing else, in order; none if a piece is cut that is
        atomic. Parts that follow each other without a gap are one. A tag that stands for text is no part.

        >>> text = Text("a&b", (Piece(0, 1, 0, 1), Piece(1, 1, 1, 6, "entity"), Piece(2, 1, 10, 11)))
        >>> text.parts(0, 3)
        [Span(start=0, end=6), Span(start=10, end=11)]
        """
        if start == end:
            around = self._over(start - 1, start + 1)
            cut = any(piece.form and piece.at < start < piece.at + piece.size for piece, _, _ in around)
            return [] if cut else [self.locate(start, end)]
        found: list[Span] = []
        for piece, low, high in self._over(start, end):
            if piece.form == "tag":
                continue
            if piece.form and high - low < piece.size:
                return []
            shift = piece.start - piece.at
            span = Span(piece.start, piece.end) if piece.form else Span(low + shift, high + shift)
            if found and found[-1].end == span.start:
                span = Span(found.pop().start, span.end)
            found.append(span)
        return found

    def _over(self, start: int, end: int) -> "Iterator[tuple[Piece, int, int]]":
        """The pieces that reach into `start:end`, and which part of it is theirs."""
        pieces = self.pieces
        for index in range(max(bisect_left(pieces, (start,)) - 1, 0), len(pieces)):
            piece = pieces[index]
            if piece.at >= end:
                break
            low, high = max(piece.at, start), min(piece.at + piece.size, end)
            if low < high:
                yield piece, low, high

    def _edge(self, offset: int, opening: bool) -> int:
        index = bisect_left(self.pieces, (offset + opening,)) - 1
        piece = self.pieces[max(index, 0)]
        if piece.form:
            return piece.start if opening and offset < piece.at + piece.size else piece.end
        return piece.start + min(max(offset - piece.at, 0), piece.size)


_MANY = 100_000  # lines


class Lines:
    """Offsets of a string to lines and columns and back, as in every editor: lines end with LF, CRLF or CR, and a byte
    order mark takes no column.

    >>> Lines("ab\\ncd").place(4), Lines("\\ufeffab").place(1)
    ((2, 2), (1, 1))
    >>> Lines("ab\\ncd").offset(2, 2)
    4
    """

    __slots__ = ("marked", "starts", "string")

    def __init__(self, string: str) -> None:
        self.string = string
        self.marked = string.startswith("\ufeff")
        self.starts: MutableSequence[int] = [0]
        if string.count("\n") > _MANY:
            from array import array

            self.starts = array("q", [0])  # a quarter of the memory
        if "\r" in string:
            import re

            self.starts.extend(end.end() for end in re.compile(r"\r\n?|\n").finditer(string))
            return
        at = string.find("\n")
        while at >= 0:
            self.starts.append(at + 1)
            at = string.find("\n", at + 1)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, columns in code points."""
        line = bisect_right(self.starts, offset)
        column = offset - self.starts[line - 1] + 1
        return line, max(column - 1, 1) if line == 1 and self.marked else column

    def offset(self, line: int, column: int) -> int:
        """The inverse of `place`."""
        return self.starts[line - 1] + column - 1 + (line == 1 and self.marked)

    def bounds(self, line: int) -> Span:
        """Where a line (from 1) stands, without its line end."""
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.string)
        return Span(start, start + len(self.string[start:end].rstrip("\r\n")))


def spliced(string: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """A string with parts `start:end` of it replaced by other text; the parts do not overlap.

    >>> spliced("an an agreement", [(0, 5, "an")])
    'an agreement'
    """
    parts: list[str] = []
    at = 0
    for start, end, text in sorted(edits):
        parts.extend((string[at:start], text))
        at = end
    return "".join((*parts, string[at:]))


def plural(count: int, noun: str) -> str:
    """A count with its noun.

    >>> plural(1, "entry"), plural(2000, "entry"), plural(0, "path")
    ('1 entry', '2,000 entries', '0 paths')
    """
    many = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{count:,} {noun if count == 1 else many}"


_RARE = "\u0300"  # the first character that takes no column or two


def width(string: str) -> int:
    """Columns that a string takes on a terminal: 2 for wide characters, 0 for combining ones.

    >>> width("菅 Suga")
    7
    """
    if string.isascii():
        return len(string)
    rare = [char for char in string if char >= _RARE]
    if not rare:
        return len(string)
    from unicodedata import combining, east_asian_width

    columns = sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in rare)
    return len(string) - len(rare) + columns
