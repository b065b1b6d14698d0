"""XML that nobody vouches for, read with the standard library's expat: no entity is ever declared or fetched, depth and
size are bounded, and only one element of interest is held at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tqa.model import TqaError
from tqa.yamltree import MAX_BYTES

MAX_DEPTH = 64
MAX_HELD = 1_000_000  # characters and nodes of one entry


class Node:
    """An element: its name without prefix, its attributes likewise, its children and text in order."""

    __slots__ = ("attributes", "column", "line", "name", "parts")

    def __init__(self, name: str, attributes: dict[str, str], line: int, column: int) -> None:
        self.name, self.attributes, self.line, self.column = name, attributes, line, column
        self.parts: list[Node | str] = []

    @property
    def children(self) -> list[Node]:
        return [part for part in self.parts if isinstance(part, Node)]

    def all(self, *names: str) -> Iterator[Node]:
        """Every element of some names below this one, in order; not those inside another that was found."""
        for child in self.children:
            if child.name in names:
                yield child
            else:
                yield from child.all(*names)

    def text(self, without: tuple[str, ...] = ()) -> str:
        """The text inside, markup removed, without what stands in elements of some names."""
        return "".join(
            part if isinstance(part, str) else part.text(without)
            for part in self.parts
            if isinstance(part, str) or part.name not in without
        )


def local(name: str) -> str:
    """
    >>> local("min:subjectField"), local("term")
    ('subjectField', 'term')
    """
    return name.rpartition(":")[2]


def read(path: str, roots: tuple[str, ...], names: tuple[str, ...], take: Callable[[Node], None]) -> Node:
    """Read a file and hand over every element of some names as it ends.

    Args:
        roots: the names that the file's first element may have.
    Returns:
        the first element, without what was handed over.
    Raises:
        TqaError: the file is no XML, is another kind of XML, or declares entities; with line and column.
    """
    from xml.parsers import expat

    data = _bytes(path)
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else None  # the mark overrules what is declared
    reader = _Reader(path, roots, names, take, encoding)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        hint = "was the file cut off?" * (error.code == expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS])
        raise TqaError(f"is not XML: {what}", path, error.lineno, error.offset + 1, hint) from None
    except LookupError:
        raise TqaError("is in an encoding that tqa does not know", path, 1, 1, "save it as UTF-8") from None
    assert reader.root is not None
    return reader.root


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise TqaError(f"cannot be read: {(error.strerror or str(error)).lower()}", path) from None
    if len(data) > MAX_BYTES:
        raise TqaError(f"is larger than {MAX_BYTES // 1024 // 1024} MB", path)
    if not data.strip():
        raise TqaError("is empty", path)
    return data


class _Reader:
    def __init__(
        self,
        path: str,
        roots: tuple[str, ...],
        names: tuple[str, ...],
        take: Callable[[Node], None],
        encoding: str | None,
    ) -> None:
        from xml.parsers import expat

        self.path, self.roots, self.names, self.take = path, roots, names, take
        self.stack: list[Node] = []
        self.root: Node | None = None
        self.held = 0
        parser: Any = expat.ParserCreate(encoding)
        self.parser = parser
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.EntityDeclHandler = lambda *rest: self.refuse("declares an entity", "write the text itself")
        parser.ExternalEntityRefHandler = lambda *rest: self.refuse("refers to another file", "tqa reads none")
        parser.SkippedEntityHandler = lambda name, *rest: self.refuse(f"uses &{name[:40]}; which is not defined")
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.text

    def refuse(self, message: str, hint: str = "") -> None:
        raise TqaError(message, self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1, hint)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        here = {local(key): value for key, value in attributes.items()}
        node = Node(local(name), here, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        if self.root is None:
            self.root = node
            if node.name not in self.roots:
                self.refuse(f"is XML, but its first element is <{node.name[:40]}>, not <{self.roots[0]}>")
        if len(self.stack) >= MAX_DEPTH:
            self.refuse(f"is nested more than {MAX_DEPTH} levels deep")
        if self.stack:
            self.stack[-1].parts.append(node)
        self.stack.append(node)
        self.hold(1 + sum(map(len, here.values())))

    def end(self, name: str) -> None:
        node = self.stack.pop()
        if node.name in self.names:
            if self.stack:
                self.stack[-1].parts.pop()
            self.held = 0
            self.take(node)

    def text(self, data: str) -> None:
        if self.stack:
            self.stack[-1].parts.append(data)
            self.hold(len(data))

    def hold(self, size: int) -> None:
        self.held += size
        if self.held > MAX_HELD and any(node.name in self.names for node in self.stack):
            self.refuse("holds an entry of more than a million characters")


def escape(text: str) -> str:
    """Text as it stands in XML; characters that XML cannot hold are left out.

    >>> escape("a < b & c\\x01")
    'a &lt; b &amp; c'
    """
    allowed = "".join(char for char in text if char >= " " or char in "\t\n\r") if not text.isprintable() else text
    allowed = "".join(char for char in allowed if char not in "\ufffe\uffff" and not "\ud800" <= char <= "\udfff")
    return allowed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
