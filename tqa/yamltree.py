"""YAML as text: every scalar a string with its place, checked against a small shape.

`No`, `on`, `12:30`, `010`, `2024-04-01` and `~` are words here, never booleans, numbers or dates: the nodes are
composed and walked, no object is ever constructed. All mistakes of a file are collected, each with line and column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
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

    __slots__ = ("column", "end", "line", "start")
    line: int
    column: int
    start: int
    end: int

    @classmethod
    def at(cls, value: str, event: Any) -> Scalar:
        scalar, mark = cls(value), event.start_mark
        scalar.line, scalar.column, scalar.start = mark.line + 1, mark.column + 1, mark.index
        scalar.end = event.end_mark.index
        return scalar


class Mapping(dict[str, Any]):
    """A mapping with its place; `keys_at` tells where each key stands."""

    __slots__ = ("column", "keys_at", "line")
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
    walker = _Walker(path, content)
    try:
        tree = walker.document(shape)
    except TqaError as error:
        if not walker.errors or isinstance(error, Errors):
            raise
        raise Errors([*walker.errors, error]) from None
    return tree, sorted(walker.errors, key=lambda error: (error.line, error.column))


def read_utf8(path: str) -> str:
    """The text of a UTF-8 file; the error names the first bad byte's place."""
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise TqaError.of_system("cannot be read", error, path) from None
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


class _Events:
    """The events of a file one by one, so that a file with mistakes is never held as a whole; what an anchor names is
    kept, for its aliases."""

    def __init__(self, path: str, content: str) -> None:
        import yaml

        self.path, self.content, self.yaml = path, content, yaml
        loader_class: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        self.parser = yaml.parse(content, Loader=loader_class)
        self.depth = 0
        self.named: dict[str, list[Any]] = {}
        self.open: list[tuple[str, int, list[Any]]] = []  # anchors whose node has not ended: name, depth, events
        self.kept = 0

    def __iter__(self) -> _Events:
        return self

    def __next__(self) -> Any:
        try:
            event = next(self.parser)
        except self.yaml.YAMLError as error:
            raise self.refusal(error) from None
        except (RecursionError, ValueError) as error:
            raise TqaError(f"is not YAML: {type(error).__name__}", self.path) from None
        starts = isinstance(event, self.yaml.CollectionStartEvent)
        if starts:
            self.depth += 1
            if self.depth > MAX_DEPTH:
                raise self.at(event, f"is nested more than {MAX_DEPTH} levels deep")
        elif isinstance(event, self.yaml.CollectionEndEvent):
            self.depth -= 1
        if self.open or getattr(event, "anchor", None):
            self.keep(event, starts)
        return event

    def keep(self, event: Any, starts: bool) -> None:
        alias = isinstance(event, self.yaml.AliasEvent)
        if event.anchor if hasattr(event, "anchor") and not alias else None:
            if event.anchor in self.named or any(name == event.anchor for name, _, _ in self.open):
                raise self.at(event, f"is not YAML: the anchor “{event.anchor[:40]}” stands here twice")
            self.open.append((event.anchor, self.depth - starts, []))
        for _, _, events in self.open:
            events.append(event)
        self.kept += len(self.open)
        if self.kept > MAX_REPEATED:
            raise self.at(event, "anchors name more than tqa keeps", "write it out")
        while self.open and self.open[-1][1] == self.depth:
            name, _, events = self.open.pop()
            self.named[name] = events

    def at(self, event: Any, message: str, hint: str = "") -> TqaError:
        return TqaError(message, self.path, event.start_mark.line + 1, event.start_mark.column + 1, hint)

    def refusal(self, error: Any) -> TqaError:
        """What the parser says, with its place."""
        if isinstance(error, self.yaml.MarkedYAMLError):
            mark: Any = error.problem_mark or error.context_mark
            what = error.problem or error.context or ""
            if "end of stream" in what and error.context_mark:
                mark = error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
            lines = self.content.split("\n")[line - 1 : line] if line else []  # other marks end lines for YAML, too
            what, hint = _in_words(what, lines[0][:column] if lines else "")
            return TqaError(f"is not YAML: {what}", self.path, line, column, hint)
        if isinstance(error, self.yaml.reader.ReaderError):
            before = self.content.encode()[: error.position].decode("utf-8", "ignore")  # libyaml counts bytes
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
            return TqaError(f"is not YAML: {error.reason}", self.path, line, column)
        return TqaError(f"is not YAML: {type(error).__name__}", self.path)


_QUOTE = "put the text in quotation marks if it holds : # or starts with a symbol"
_WORDS = (  # what the parser says, what an editor reads, and the next step
    ("end of stream", "a quotation mark or a bracket is opened here and never closed", ""),
    ("cannot start any token", "a text cannot begin with this symbol", "put the text in quotation marks"),
    ("',' or", "a comma or a closing bracket is missing before this",
     "inside brackets, a text with : , [ ] { } stands in quotation marks"),
    ("'-' indicator", "this does not fit the lines above it",
     "align it with them; a quotation mark inside such marks is written twice"),
    ("expected key", "this does not fit the lines above it",
     "align it with them; a text that begins with a quotation mark ends with one"),
)  # fmt: skip


def _in_words(what: str, before: str) -> tuple[str, str]:
    """What a parser says, and the next step, in an editor's words; `before` is the line up to the place."""
    if "\t" in before[: len(before) - len(before.lstrip())]:
        return "a tab indents this line", "indent with spaces"
    if "mapping values" in what:
        if ": " in before or before.count(":") > 1:
            return "a text holds a colon with a space behind it", "put the text in quotation marks"
        return "this line does not fit those above it", "align the keys of an entry; after “ja:” and “-” stands a space"
    known = ((words, hint) for part, words, hint in _WORDS if part in what)
    return next(known, (what or "nothing fits", _QUOTE))


def _colon(text: str, shape: Shape) -> str:
    """The next step where a text stands for lines of keys.

    >>> _colon("ja：港", TEXT), _colon("ja:港", TEXT)
    ('the colon is a full-width one: write “: ”', 'a space stands after the colon')
    """
    if "：" in text:
        return "the colon is a full-width one: write “: ”"
    if ":" in text:
        return "a space stands after the colon"
    return f"such as {next(iter(shape.of))}: …" if isinstance(shape.of, dict) and text else ""


class _Walker:
    def __init__(self, path: str, content: str) -> None:
        import yaml

        self.path = path
        self.errors: list[TqaError] = []
        self.events = _Events(path, content)
        self.repeated, self.characters = MAX_REPEATED, len(content) + 10 * MAX_REPEATED  # still to spend
        self.scalar, self.alias = yaml.ScalarEvent, yaml.AliasEvent
        self.sequence, self.ends = yaml.SequenceStartEvent, yaml.CollectionEndEvent
        self.node, self.starts = yaml.NodeEvent, yaml.CollectionStartEvent

    def error(self, event: Any, message: str, hint: str = "") -> None:
        if isinstance(event, Scalar):
            line, column = event.line, event.column
        else:
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if len(self.errors) >= MAX_ERRORS:
            raise Errors([*self.errors, TqaError(f"has more than {MAX_ERRORS} mistakes", self.path, line, column)])
        self.errors.append(TqaError(message, self.path, line, column, hint))

    def document(self, shape: Shape) -> Any:
        """The tree of the one document that the file holds."""
        tree, seen = Mapping(), False
        for event in self.events:
            if isinstance(event, self.node):
                if seen:
                    raise self.events.at(event, "is not YAML: a second document begins here", "make it one")
                tree, seen = self.walk(event, self.events, shape), True
        if not seen:
            tree.line, tree.column, tree.keys_at = 1, 1, {}
        return tree

    def walk(self, event: Any, events: Iterator[Any], shape: Shape) -> Any:
        """What a node says, whose first event has been taken; the rest of it is taken from `events`."""
        kind = shape.kind
        if isinstance(event, self.alias):
            return self.again(event, shape)
        if isinstance(event, self.scalar):
            return self.of_scalar(event, shape)
        if kind == "text":
            self.error(event, f"a text is expected here, not {self.called(event)}")
        elif kind in ("map", "either", "table"):
            if not isinstance(event, self.sequence):
                return self.mapping(event, events, shape)
            self.error(event, f"“key: value” lines are expected here, not {self.called(event)}")
        elif isinstance(event, self.sequence):
            items: list[Any] = []
            for item in iter(events.__next__, None):
                if isinstance(item, self.ends):
                    return items
                value = self.walk(item, events, shape.of)
                if value is not None:
                    items.append(value)
        elif kind == "some":
            value = self.walk(event, events, shape.of)
            return [] if value is None else [value]
        else:
            self.error(event, f"a list is expected here, not {self.called(event)}", "start each item with “- ”")
        self.skip(events)
        return [] if kind in ("list", "some") else None

    def of_scalar(self, event: Any, shape: Shape) -> Any:
        kind = shape.kind
        if kind == "text":
            return self.text(event, shape)
        if kind == "either":
            return self.text(event, TEXT)
        if kind == "some":
            value = self.of_scalar(event, shape.of)
            return [] if value is None else [value]
        nothing = not event.style and event.value in NOTHING
        if kind == "list":
            if not nothing:  # “terms:” may have nothing below it yet
                self.error(event, "a list is expected here, not a text", "start each item with “- ”")
            return []
        what = ", and there is nothing" if nothing else ", not a text"
        self.error(event, f"“key: value” lines are expected here{what}", _colon(event.value, shape))
        return None

    def again(self, event: Any, shape: Shape) -> Any:
        """What an alias stands for."""
        found = self.events.named.get(event.anchor)
        if found is None:
            hint = "quote a text that begins with *"
            self.error(event, f"the alias “*{str(event.anchor)[:40]}” names nothing above it", hint)
            return [] if shape.kind in ("list", "some") else None
        self.repeated -= len(found)
        if self.repeated < 0 or self.characters < 0:
            raise self.events.at(event, "repeats itself without end through aliases", "write it out")
        events = iter(found)
        return self.walk(next(events), events, shape)

    def skip(self, events: Iterator[Any]) -> None:
        """Take the rest of a collection whose first event has been taken."""
        depth = 1
        while depth:
            event = next(events)
            depth += isinstance(event, self.starts) - isinstance(event, self.ends)

    def called(self, event: Any) -> str:
        return "a list" if isinstance(event, self.sequence) else "“key: value” lines"

    def text(self, event: Any, shape: Shape) -> Scalar | None:
        value = event.value
        self.characters -= len(value)
        if len(value) > MAX_TEXT:
            self.error(event, f"a text of more than {MAX_TEXT:,} characters", "is a quotation mark missing?")
            return None
        if not value.strip():
            self.error(event, "a text is expected here, and there is none")
            return None
        wrong = shape.check(value) if shape.check else ""
        if wrong:
            self.error(event, wrong)
            return None
        return Scalar.at(value, event)

    def mapping(self, start: Any, events: Iterator[Any], shape: Shape) -> Mapping:
        found = Mapping()
        found.line, found.column = start.start_mark.line + 1, start.start_mark.column + 1
        found.keys_at = {}
        table = shape.kind == "table"
        for event in events:
            if isinstance(event, self.ends):
                break
            key = self.key(event, events)
            if key is None or not (table or key in shape.of):
                shown = key[:40] if key is not None else self.called(event)
                wide = "a full-width space stands before it" if shown[:1] == "\u3000" else ""
                self.error(event, f"unknown key “{shown}”", wide or nearest(shown, shape.of if not table else ()))
            elif key in found.keys_at:
                self.error(event, f"the key “{key}” stands here twice", f"first in line {found.keys_at[key].line}")
            else:
                found.keys_at[key] = Scalar.at(key, event)
                value = self.walk(next(events), events, shape.of if table else shape.of[key])
                if value is not None:
                    found[key] = value
                continue
            value_event = next(events)
            if isinstance(value_event, self.starts):
                self.skip(events)
        for key in shape.required:
            if key not in found.keys_at:
                given = f"add {key}: {shape.of[key].choices[0]}" if shape.of[key].choices else ""
                self.error(start, f"the key “{key}” is missing", given)
            elif found.get(key) == []:
                self.error(found.keys_at[key], f"the key “{key}” has nothing in it")
        there = (key in found.keys_at and found.get(key) != [] for key in shape.needs)
        if shape.kind == "map" and shape.needs and not any(there):
            self.error(start, f"an entry needs {', '.join(shape.needs[:-1])} or {shape.needs[-1]}")
        return found

    def key(self, event: Any, events: Iterator[Any]) -> str | None:
        """The text of a key; None for a key that is none."""
        if isinstance(event, self.scalar):
            return str(event.value)
        if isinstance(event, self.alias):
            named = self.events.named.get(str(event.anchor)) or [event]
            return str(named[0].value) if isinstance(named[0], self.scalar) else None
        self.skip(events)
        return None


def nearest(word: str, known: Any, otherwise: str = "") -> str:
    """A hint for a mistyped key: the one that is meant, or `otherwise`, or else those that there are.

    >>> nearest("avoids", ["avoid", "en"]), nearest("zzz", ["ja", "en"])
    ('did you mean “avoid”?', 'known: ja, en')
    """
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), 1, 0.6)
    return f"did you mean “{close[0]}”?" if close else otherwise or f"known: {', '.join(known)}"
