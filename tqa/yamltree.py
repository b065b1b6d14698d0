"""YAML as text: every scalar a string with its place, checked against a small shape.

`No`, `on`, `12:30`, `010`, `2024-04-01` and `~` are words here, never booleans, numbers or dates: the nodes are
composed and walked, no object is ever constructed. All mistakes of a file are collected, each with line and column.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from tqa.model import Errors, TqaError

MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 40
MAX_TEXT = 10_000  # characters of one text: more is no term and no note
MAX_ERRORS = 100  # of one file; a file with more is no glossary, or is meant to do harm
NOTHING = ("", "~", "null", "Null", "NULL")  # what other readers of YAML take for nothing
MAX_REPEATED = 100_000  # nodes that aliases may repeat: a shared list of words is fine, a list of lists of lists is not


class Scalar(str):
    """A string from a YAML file; `line` and `column` count from 1, `start` and `end` are code points of the file."""

    line: int
    column: int
    start: int
    end: int

    @classmethod
    def at(cls, value: str, node: Any) -> Scalar:
        scalar = cls(value)
        scalar.line, scalar.column = node.start_mark.line + 1, node.start_mark.column + 1
        scalar.start, scalar.end = node.start_mark.index, node.end_mark.index
        return scalar


class Mapping(dict[str, Any]):
    """A mapping with its place; `keys_at` tells where each key stands."""

    line: int
    column: int
    keys_at: dict[str, Scalar]


class Shape(NamedTuple):
    """What may stand somewhere. `kind`: text | list | some (one or a list) | map | either (map or text) | table (any
    key, `of` for each value). The last four say for the JSON Schema what the loader's own checks say in words."""

    kind: str
    of: Any = None  # list, some: the items' shape; map, either: key -> shape
    required: tuple[str, ...] = ()
    check: Callable[[str], str] | None = None  # text: what is wrong with it, or ""
    doc: str = ""  # what an editor's tooltip says
    choices: tuple[str, ...] = ()  # text: the only words
    pattern: str = ""  # text: how it looks
    needs: tuple[str, ...] = ()  # map: one of these keys must be there


TEXT = Shape("text")
TEXTS = Shape("some", TEXT)


def read(path: str, shape: Shape, content: str | None = None) -> tuple[Any, list[TqaError]]:
    """The tree of a YAML file and all that is wrong with it.

    Returns:
        `Mapping`s, lists and `Scalar`s as `shape` says (None where a part is unusable), and the errors in file order.
    Raises:
        TqaError: the file cannot be read, or is no YAML at all.
    """
    if content is None:
        content = read_utf8(path)
    node = _compose(path, content)
    walker = _Walker(path, len(content))
    tree = Mapping() if node is None else walker.walk(node, shape, 0)
    return tree, sorted(walker.errors, key=lambda error: (error.line, error.column))


def read_utf8(path: str) -> str:
    """The text of a UTF-8 file; the error names the first bad byte's place."""
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise TqaError(f"cannot be read: {(error.strerror or str(error)).lower()}", path) from None
    if len(data) > MAX_BYTES:
        raise TqaError(f"is larger than {MAX_BYTES // 1024 // 1024} MB", path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8", "replace")
        line, column = good.count("\n") + 1, len(good) - good.rfind("\n")
        raise TqaError(
            f"is not UTF-8: byte 0x{data[error.start]:02x}", path, line, column, "save the file as UTF-8"
        ) from None


def _compose(path: str, content: str) -> Any:
    import yaml

    loader_class: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        _refuse_depth(path, content, loader_class)
        loader = loader_class(content)
        try:
            return loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        what = error.problem or error.context or "is not YAML"
        hint = "indent with spaces" if "\\t" in what else "quote the text if it holds : # or starts with a symbol"
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise TqaError(f"is not YAML: {what}", path, line, column, hint) from None
    except yaml.reader.ReaderError as error:
        before = content.encode()[: error.position].decode("utf-8", "ignore")  # libyaml counts bytes
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise TqaError(f"is not YAML: {error.reason}", path, line, column) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise TqaError(f"is not YAML: {type(error).__name__}", path) from None


def _refuse_depth(path: str, content: str, loader_class: Any) -> None:
    """Composing recurses, parsing does not: count the depth first, so that no file can exhaust the stack."""
    import yaml

    depth = 0
    for event in yaml.parse(content, Loader=loader_class):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                mark: Any = event.start_mark
                raise TqaError(f"is nested more than {MAX_DEPTH} levels deep", path, mark.line + 1, mark.column + 1)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


class _Walker:
    def __init__(self, path: str, size: int) -> None:
        self.path = path
        self.errors: list[TqaError] = []
        self.seen: set[int] = set()
        self.repeated, self.characters = MAX_REPEATED, size + 10 * MAX_REPEATED  # still to spend

    def error(self, node: Any, message: str, hint: str = "") -> None:
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        if len(self.errors) >= MAX_ERRORS:
            raise Errors([*self.errors, TqaError(f"has more than {MAX_ERRORS} mistakes", self.path, line, column)])
        self.errors.append(TqaError(message, self.path, line, column, hint))

    def walk(self, node: Any, shape: Shape, depth: int) -> Any:
        kind = type(node).__name__
        if kind != "ScalarNode":
            if id(node) in self.seen:
                self.repeated -= len(node.value) + 1
            self.seen.add(id(node))
        if self.repeated < 0 or self.characters < 0 or depth > MAX_DEPTH:
            place = node.start_mark.line + 1, node.start_mark.column + 1
            raise TqaError("repeats itself without end through aliases", self.path, *place, "write it out")
        if shape.kind == "text":
            return self.text(node, shape, kind)
        if shape.kind == "either" and kind == "ScalarNode":
            return self.text(node, TEXT, kind)
        if shape.kind in ("map", "either", "table"):
            return self.mapping(node, shape, depth, kind)
        if shape.kind == "list" and kind == "ScalarNode" and not node.style and node.value in NOTHING:
            return []  # “terms:” with nothing below it yet
        if kind == "SequenceNode":
            items = [self.walk(item, shape.of, depth + 1) for item in node.value]
            return [item for item in items if item is not None]
        if shape.kind == "some":
            value = self.walk(node, shape.of, depth + 1)
            return [] if value is None else [value]
        self.error(node, f"a list is expected here, not {_article(kind)}", "start each item with “- ”")
        return []

    def text(self, node: Any, shape: Shape, kind: str) -> Scalar | None:
        if kind != "ScalarNode":
            self.error(node, f"a text is expected here, not {_article(kind)}")
            return None
        self.characters -= len(node.value)
        if len(node.value) > MAX_TEXT:
            self.error(node, f"a text of more than {MAX_TEXT:,} characters", "is a quotation mark missing?")
            return None
        if not node.value.strip():
            self.error(node, "a text is expected here, and there is none")
            return None
        wrong = shape.check(node.value) if shape.check else ""
        if wrong:
            self.error(node, wrong)
            return None
        return Scalar.at(node.value, node)

    def mapping(self, node: Any, shape: Shape, depth: int, kind: str) -> Mapping | None:
        if kind != "MappingNode":
            self.error(node, f"“key: value” lines are expected here, not {_article(kind)}")
            return None
        found = Mapping()
        found.line, found.column = node.start_mark.line + 1, node.start_mark.column + 1
        found.keys_at = {}
        for key_node, value_node in node.value:
            key = key_node.value if type(key_node).__name__ == "ScalarNode" else None
            if not isinstance(key, str) or (shape.kind != "table" and key not in shape.of):
                shown = str(key)[:40] if key is not None else _article(type(key_node).__name__)
                self.error(key_node, f"unknown key “{shown}”", nearest(shown, shape.of))
            elif key in found.keys_at:
                self.error(key_node, f"the key “{key}” stands here twice", f"first in line {found.keys_at[key].line}")
            else:
                found.keys_at[key] = Scalar.at(key, key_node)
                value = self.walk(value_node, shape.of if shape.kind == "table" else shape.of[key], depth + 1)
                if value is not None:
                    found[key] = value
        for key in shape.required:
            if key not in found.keys_at:
                self.error(node, f"the key “{key}” is missing")
        return found


def _article(kind: str) -> str:
    return {"ScalarNode": "a text", "SequenceNode": "a list", "MappingNode": "“key: value” lines"}.get(kind, kind)


def nearest(word: str, known: Any) -> str:
    """A hint for a mistyped key.

    >>> nearest("avoids", ["avoid", "en"]), nearest("zzz", ["ja", "en"])
    ('did you mean “avoid”?', 'known: ja, en')
    """
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), 1, 0.6)
    return f"did you mean “{close[0]}”?" if close else f"known: {', '.join(known)}"
