"""The usual layout of a glossary file: keys in their order, two spaces a level, and nothing else changed.

The blocks of a file are written anew line by line; words, quotes, comments and flow lists go over as they are. The
result must say the same, keep every comment and be its own layout; else the file is left alone and that is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tqa.glossary.layout import BLOCKS, Node, comments, data, parse
from tqa.glossary.shape import FILE
from tqa.model import TqaError
from tqa.yamltree import Shape


def formatted(content: str, path: str = "") -> str:
    """The file in its usual layout.

    Raises:
        TqaError: this cannot be done without a guess.

    >>> print(formatted("tqa: 1\\nterms:\\n- en: [North,N]  # why\\n  ja: 北\\n"), end="")
    tqa: 1
    terms:
      - ja: 北
        en: [North, N]  # why
    """
    bom = "\ufeff" if content.startswith("\ufeff") else ""
    ending = "\r\n" if content.count("\r\n") * 2 > content.count("\n") else "\n"
    text = content[len(bom) :].replace("\r\n", "\n")
    new = _once(text, path)
    if data(new) != data(text) or comments(new) != comments(text) or _once(new, path) != new:
        raise TqaError("cannot be laid out anew safely", path, hint="it is left as it is")
    return bom + new.replace("\n", ending)


def _once(text: str, path: str) -> str:
    root = parse(text, path)
    if root is None:
        return text
    if root.kind == "map" and root.flow:  # JSON: there are no lines to lay out
        return text
    lines = text.split("\n")
    first = root.pairs[0][0].line - 1
    writer = _Writer(text, lines, path)
    head = [line.rstrip() for line in lines[:first]]
    return "\n".join(_calm([*head, *writer.keys(root, FILE, 0, len(lines))])).strip("\n") + "\n"


def _calm(lines: Sequence[str]) -> list[str]:
    """Never two blank lines in a row."""
    return [line for at, line in enumerate(lines) if line or not (at and not lines[at - 1])]


class _Writer:
    def __init__(self, text: str, lines: list[str], path: str) -> None:
        self.text, self.lines, self.path = text, lines, path
        self.starts = [0]
        for line in lines:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def line(self, offset: int) -> int:
        from bisect import bisect_right

        return bisect_right(self.starts, offset) - 1

    def refuse(self, node: Node, why: str) -> TqaError:
        return TqaError(
            f"cannot be laid out anew safely: {why}", self.path, node.line, node.column, "it is left as it is"
        )

    def keys(self, node: Node, shape: Shape, column: int, limit: int) -> list[str]:
        """The lines of a block of keys, indented by `column`; it owns the lines of the file up to `limit`."""
        here = node.pairs[0][0].column - 1
        if any(key.column - 1 != here or key.kind != "scalar" for key, _ in node.pairs):
            raise self.refuse(node, "its keys do not stand below each other")
        starts = [key.line - 1 for key, _ in node.pairs] + [limit]
        chunks: list[tuple[str, list[str], list[str]]] = []
        at = starts[0]
        for (key, value), start, following in zip(node.pairs, starts, starts[1:], strict=False):
            above = self.gap(at, start, column)
            at = self.tail(self.line(value.end - 1), following, here)
            rest = self.value(value, _below(shape, key.value), column, here, at)
            words = self.text[key.start : key.end]
            first = f"{words}:{rest[0]}" if value.kind != "scalar" or value.end > value.start else f"{words}:"
            chunks.append((key.value, above, [" " * column + first, *rest[1:]]))
        chunks = self.ordered(node, shape, chunks)
        return [line for _, above, own in chunks for line in (*above, *own)] + self.gap(at, limit, column)

    def ordered(self, node: Node, shape: Shape, chunks: list[Any]) -> list[Any]:
        """Chunks in the order of the shape; as they stand where an alias or a comment would come to stand wrong."""
        order = list(shape.of) if isinstance(shape.of, dict) else []
        known = sorted(chunks, key=lambda chunk: order.index(chunk[0]) if chunk[0] in order else len(order))
        inside = (child for child in node.walk() if child is not node)
        fixed = any(child.anchor or child.kind == "alias" for child in inside) or known[0][1]
        return chunks if fixed else known

    def items(self, node: Node, shape: Shape, column: int, limit: int) -> list[str]:
        """The lines of a block of items, dashes indented by `column`."""
        dashes = [self.dash(item) for item in node.items]
        here = min(len(self.lines[dash]) - len(self.lines[dash].lstrip(" ")) for dash in dashes[1:] or dashes)
        if not self.lines[dashes[0]].lstrip(" ").startswith("-"):
            raise self.refuse(node, "a list starts within a line")
        inner = shape.of if shape.kind in ("list", "some") else shape
        out: list[str] = []
        at = dashes[0]
        for item, dash, following in zip(node.items, dashes, [*dashes[1:], limit], strict=True):
            out += self.gap(at, dash, column)
            at = self.tail(self.line(item.end - 1), following, here)
            out += self.item(item, inner, column, here, dash, at)
        return out + self.gap(at, limit, column)

    def item(self, item: Node, shape: Shape, column: int, here: int, dash: int, limit: int) -> list[str]:
        """The lines of one item: beside its dash, or below it where an anchor or a comment stands there."""
        block = item.kind == "map" and not item.flow
        first = (item.pairs[0][0] if block else item).line - 1
        words = self.lines[dash][: item.column - 1 if item.line - 1 == dash else None]
        note = words[words.index("#") :].rstrip() if "#" in words else ""
        if block and item.anchor and first > dash:
            if item.line - 1 != dash:
                raise self.refuse(item, "an anchor stands on a line of its own")
            note = self.lines[dash][item.column - 1 :].rstrip()
        between = self.gap(dash + 1, first, column + 2) if first > dash else []
        start = " " * column + "-"
        if block:
            if item.anchor and first == dash:
                raise self.refuse(item, "an anchor stands beside its first key")
            own = self.keys(item, shape, column + 2, limit)
            if note or any(between):
                return [f"{start} {note}".rstrip(), *between, *own]
            return [f"{start} {own[0].lstrip(' ')}", *own[1:]]
        if note or any(between):
            raise self.refuse(item, "a comment stands between a dash and its text")
        own = self.value(item, shape, column, here, limit)
        return [f"{start} {own[0].lstrip(' ')}", *own[1:]]

    def dash(self, item: Node) -> int:
        """The line of an item's dash: its own, or one above with nothing but comments in between."""
        line = item.line - 1
        before = self.lines[line][: item.column - 1]
        while not before.strip() or before.lstrip().startswith("#"):
            line -= 1
            if line < 0:
                break
            before = self.lines[line]
        words = before.partition("#")[0].strip()
        if line < 0 or words.strip("-").strip() or "-" not in words:
            raise self.refuse(item, "an item does not stand beside its dash")
        return line

    def value(self, node: Node, shape: Shape, column: int, here: int, limit: int) -> list[str]:
        """The lines of a value; the first one goes behind its key or dash, with the space in between."""
        if node.kind in ("list", "map") and not node.flow:
            key_line = self.line(node.start) if node.anchor else self.owner(node)
            head = self.lines[key_line]
            first = node.pairs[0][0].line - 1 if node.pairs else self.dash(node.items[0])
            if first <= key_line or (node.anchor and node.line - 1 == first):
                raise self.refuse(node, "a block begins within a line")
            note = head[head.index("#") :] if "#" in head else ""
            words = f" &{node.anchor}" if node.anchor else ""
            between = self.gap(key_line + 1, first, column + 2)
            write = self.items if node.kind == "list" else self.keys
            return [(words + (f"  {note}" if note else "")).rstrip(), *between, *write(node, shape, column + 2, limit)]
        last = self.line(node.end - 1)
        rest = self.lines[last][node.end - self.starts[last] :].rstrip()
        if rest.strip() and not rest.lstrip().startswith("#"):
            raise self.refuse(node, "something stands behind it")
        first_line, *others = (self.flow(node, shape) + rest).split("\n")
        moved = [self.shifted(line, column - here, node) for line in others]
        return [" " + first_line.rstrip(), *moved, *self.gap(last + 1, limit, column + 2)]

    def owner(self, node: Node) -> int:
        """The line of the key that a block belongs to: the last line above it that is no comment and not blank."""
        line = node.line - 2
        while line > 0 and (not self.lines[line].strip() or self.lines[line].lstrip().startswith("#")):
            line -= 1
        return line

    def shifted(self, line: str, by: int, node: Node) -> str:
        """A further line of a text, moved with its first one."""
        if not line.strip():
            return "" if node.style not in BLOCKS else line
        words = line.lstrip(" ")
        moved = " " * max(len(line) - len(words) + by, 0) + words
        return moved if node.style else moved.rstrip()

    def flow(self, node: Node, shape: Shape) -> str:
        """A text, or a list or keys in brackets: on one line with single spaces, on several as they are."""
        words = self.text[node.start : node.end]
        if node.kind in ("scalar", "alias") or "\n" in words:
            return words
        if any(child.anchor or child.kind == "alias" for child in node.walk()):
            return words
        if node.kind == "list":
            inner = shape.of if shape.kind in ("list", "some") else shape
            return "[" + ", ".join(self.flow(item, inner) for item in node.items) + "]"
        shape = shape.of if shape.kind == "some" else shape
        order = list(shape.of) if isinstance(shape.of, dict) else []
        pairs = sorted(node.pairs, key=lambda pair: order.index(pair[0].value) if pair[0].value in order else 99)
        found = (f"{self.flow(key, shape)}: {self.flow(value, _below(shape, key.value))}" for key, value in pairs)
        return "{" + ", ".join(found) + "}"

    def gap(self, start: int, end: int, column: int) -> list[str]:
        """Comments and blank lines between two nodes."""
        words = [self.lines[at].strip() for at in range(start, end)]
        return [" " * column + word if word else "" for word in words]

    def tail(self, last: int, end: int, column: int) -> int:
        """The line after the comments below line `last` that stand deeper than `column`: they belong to what is
        above."""
        at = last + 1
        while at < end:
            line = self.lines[at]
            words = line.lstrip(" ")
            if not words.startswith("#") or len(line) - len(words) <= column:
                break
            at += 1
        return at


def _below(shape: Shape, key: str) -> Shape:
    """The shape of what stands under a key."""
    found: Any = shape.of.get(key) if isinstance(shape.of, dict) else None
    return found if isinstance(found, Shape) else Shape("text")
