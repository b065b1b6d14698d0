"""Elements of XML as the readers of glossaries want them: names and attributes without prefix, text as strings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tqa.formats import File, contents, decode
from tqa.formats.xml import Element, elements, local
from tqa.model import TqaError
from tqa.text import Lines
from tqa.yamltree import MAX_BYTES


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


def read(path: str, roots: tuple[str, ...], names: tuple[str, ...], take: Callable[[Node], None]) -> None:
    """Read a file and hand over every element of some names as it ends.

    Args:
        roots: the names that the file's first element may have.
    Raises:
        TqaError: the file is no XML, is another kind of XML, or declares entities; with line and column.
    """
    data = contents(path)
    if len(data) > MAX_BYTES:
        raise TqaError(f"is larger than {MAX_BYTES // 1024 // 1024} MB", path)
    raw, encoding = decode(data, path, "xml")
    lines = Lines(raw)
    for number, element in enumerate(elements(File(path, raw, data, encoding, "", "", {}), names)):
        if not number and element.name not in roots:
            what = f"is XML, but its first element is <{element.name[:40]}>, not <{roots[0]}>"
            raise TqaError(what, path, *lines.place(element.start))
        if element.name in names:
            take(_node(element, raw, lines))


def _node(element: Element, raw: str, lines: Lines) -> Node:
    attributes = {local(key): value for key, value in element.attributes.items()}
    node = Node(element.name, attributes, *lines.place(element.start))
    node.parts = [_node(part, raw, lines) if isinstance(part, Element) else part.text(raw) for part in element.parts]
    return node


def escape(text: str) -> str:
    """Text as it stands in XML; characters that XML cannot hold are left out.

    >>> escape("a < b & c\\x01")
    'a &lt; b &amp; c'
    """
    allowed = "".join(char for char in text if char >= " " or char in "\t\n\r") if not text.isprintable() else text
    allowed = "".join(char for char in allowed if char not in "\ufffe\uffff" and not "\ud800" <= char <= "\udfff")
    return allowed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
