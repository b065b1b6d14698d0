"""A glossary file as it is laid out: every node with the exact place of its text, aliases kept apart.

`yamltree` gives what a file says; editing and formatting need to know how it says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tqa.model import TqaError

BLOCKS = ("|", ">")  # styles of scalars whose text stands on lines of its own


class Node:
    """A node of the file. `start:end` are code points; `end` is the end of its last word, not of the blank after it."""

    __slots__ = ("anchor", "column", "end", "flow", "items", "kind", "line", "pairs", "start", "style", "value")

    def __init__(self, kind: str, event: Any) -> None:
        self.kind = kind  # scalar | alias | list | map
        self.start: int = event.start_mark.index
        self.end: int = event.end_mark.index
        self.line: int = event.start_mark.line + 1
        self.column: int = event.start_mark.column + 1
        self.anchor: str | None = event.anchor
        self.style: str = getattr(event, "style", None) or ""
        self.value: str = getattr(event, "value", "")
        self.flow: bool = bool(getattr(event, "flow_style", True))
        self.items: list[Node] = []
        self.pairs: list[tuple[Node, Node]] = []

    def get(self, key: str) -> Node | None:
        """The value of a key."""
        return next((value for name, value in self.pairs if name.value == key), None)

    def walk(self) -> Iterator[Node]:
        """The node and all below it, in the order of the file."""
        yield self
        for item in self.items:
            yield from item.walk()
        for key, value in self.pairs:
            yield from key.walk()
            yield from value.walk()


def parse(content: str, path: str = "") -> Node | None:
    """The tree of a file that `yamltree` accepts, or None if it is empty.

    Raises:
        TqaError: the file is no YAML, or holds several documents.
    """
    import yaml

    loader_class: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        events = yaml.parse(content, Loader=loader_class)
        roots = [_node(event, events, content) for event in events if isinstance(event, yaml.NodeEvent)]
    except yaml.YAMLError as error:
        raise TqaError(f"is not YAML: {getattr(error, 'problem', error)}", path) from None
    if len(roots) > 1:
        raise TqaError("holds several YAML documents", path)
    return roots[0] if roots else None


def _node(event: Any, events: Any, content: str) -> Node:
    import yaml

    if isinstance(event, yaml.AliasEvent):
        return Node("alias", event)
    if isinstance(event, yaml.ScalarEvent):
        node = Node("scalar", event)
        if node.style in BLOCKS:  # it ends with its last letter, as everything else does
            node.end = node.start + len(content[node.start : node.end].rstrip())
        return node
    listed = isinstance(event, yaml.SequenceStartEvent)
    node = Node("list" if listed else "map", event)
    while True:
        following = next(events)
        if isinstance(following, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            break
        child = _node(following, events, content)
        if listed:
            node.items.append(child)
        else:
            node.pairs.append((child, _node(next(events), events, content)))
        node.end = child.end if listed else node.pairs[-1][1].end
    if node.flow:
        end: Any = following.end_mark
        node.end = end.index
    return node


def data(content: str) -> Any:
    """What a file says, as dicts, lists and strings, aliases written out."""
    import yaml

    loader_class: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(content, Loader=loader_class)


def comments(content: str) -> list[str]:
    """The comments of a file, sorted."""
    root = parse(content)
    words = [(node.start, node.end) for node in root.walk() if node.kind in ("scalar", "alias")] if root else []
    found, at = [], 0
    for start, end in [*sorted(words), (len(content), len(content))]:
        gap = ("\n" if at == 0 else "") + content[at : max(start, at)]
        found += re.findall(r"(?<=\s)#[^\n]*", gap)
        if content[start : start + 1] in BLOCKS:  # the line that opens a block may end with a comment
            found += re.findall(r"(?<=\s)#[^\n]*", content[start:end].partition("\n")[0])
        at = max(at, end)
    return sorted(comment.rstrip() for comment in found)


def scalar(text: str) -> str:
    """A text as YAML writes it, plain where that is safe anywhere, else in double quotes.

    >>> scalar("improve one's image"), scalar("a, b"), scalar("北: 南")
    ("improve one's image", '"a, b"', '"北: 南"')
    """
    plain = re.fullmatch(r"[\w(（「『“‘…][^\[\]{},:#&*!|>\"%@`\\\x00-\x1f\x7f]*", text) and text == text.strip()
    if plain:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
