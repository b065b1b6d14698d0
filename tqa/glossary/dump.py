"""Entries to YAML, in the canonical layout: one key a line, rows of lists one a line, quotation marks only where YAML
needs them. For files that are made anew; what an editor wrote is edited in place, elsewhere.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from tqa.model import TqaError

WIDTH = 116  # columns of a flow list; longer ones go one item a line
_SECTIONS = (("terms", "term"), ("people", "person"), ("phrases", "phrase"))
_LISTS = frozenset({"near", "files", "inside", "group"})  # written as lists even where they hold one item
_ROWS = frozenset({"avoid", "posts", "examples"})  # written one item a line
_TYPED = frozenset({"from", "to"})  # dates: meant as such, so that they stay bare


class Draft(NamedTuple):
    """An entry on its way into or out of a file. `node` holds plain strings, lists and dicts in the shape of
    `tqa.glossary.shape`, lists of forms always as lists; `comments` are written above it. The place is where the
    entry was read, 0 if nowhere."""

    kind: str  # term | person | phrase
    node: dict[str, Any]
    path: str = ""
    line: int = 0
    column: int = 0
    comments: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the loader takes for the entry's id."""
        node = self.node
        if "id" in node:
            return str(node["id"])
        avoided = [form_of(row)[1] for row in node.get("avoid", ())[:1]]
        forms = [*(avoided if self.kind == "phrase" else ()), *node.get("ja", ()), *node.get("en", ()), *avoided]
        return forms[0] if forms else ""


def form_of(row: Any) -> tuple[str, str]:
    """Language and form of an avoid row.

    >>> form_of("Kyiv"), form_of({"ja": "外相", "why": "short"})
    (('en', 'Kyiv'), ('ja', '外相'))
    """
    from tqa.glossary.load import script

    if isinstance(row, str):
        return script(row), row
    lang = "en" if "en" in row else "ja"
    return lang, row.get(lang, "")


def dump(drafts: Sequence[Draft], head: Sequence[str] = ()) -> str:
    """A glossary file; `head` are lines of comment for its beginning.

    >>> print(dump([Draft("term", {"ja": ["首相"], "en": ["prime minister", "premier"], "note": "No: 1"})]))
    tqa: 1
    <BLANKLINE>
    terms:
      - ja: 首相
        en: [prime minister, premier]
        note: "No: 1"
    <BLANKLINE>
    """
    lines = [*(f"# {line}".rstrip() for line in head), "tqa: 1"]
    for section, kind in _SECTIONS:
        mine = [draft for draft in drafts if draft.kind == kind]
        if mine:
            lines += ["", f"{section}:"]
        for draft in mine:
            lines += [f"  # {_one_line(comment)}" for comment in draft.comments]
            lines += _entry(draft)
    return "\n".join(lines) + "\n"


def write(path: str, text: str) -> None:
    """Write a new file; nothing that exists is ever overwritten.

    Raises:
        TqaError: the file exists or cannot be written.
    """
    try:
        with open(path, "x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        raise _exists(path) from None
    except OSError as error:
        raise TqaError.of_system("cannot be written", error, path, _folder_missing(path)) from None


def _folder_missing(path: str) -> str:
    folder = os.path.dirname(path)
    return f"make the folder {folder} first" if folder and not os.path.isdir(folder) else ""


def refuse_existing(path: str) -> None:
    """The error of `write` before any work is done."""
    if os.path.lexists(path):
        raise _exists(path)


def _exists(path: str) -> TqaError:
    hint = "name a new file, or move this one away"
    return TqaError("exists already, and tqa overwrites nothing", path, hint=hint)


def _one_line(comment: str) -> str:
    return "".join(char if _printable(char) else " " for char in comment)


def _entry(draft: Draft) -> Iterator[str]:
    first, *rest = entry_lines(draft.kind, draft.node)
    yield f"  - {first}"
    yield from (f"    {line}" for line in rest)


def entry_lines(kind: str, node: dict[str, Any]) -> list[str]:
    """The lines of an entry, without its dash and its indentation.

    >>> entry_lines("term", {"en": ["North"], "ja": ["北"], "avoid": ["Nord"]})
    ['ja: 北', 'en: North', 'avoid:', '  - Nord']
    """
    return [line for key in _keys(kind) if key in node for line in _value(key, node[key])]


@cache
def _keys(kind: str) -> tuple[str, ...]:
    """The keys of an entry in their order."""
    from tqa.glossary import shape

    return tuple({"term": shape.TERM, "person": shape.PERSON, "phrase": shape.PHRASE}[kind].of)


def _value(key: str, value: Any) -> Iterator[str]:
    rows = isinstance(value, list) and (key in _ROWS or any(isinstance(row, dict) for row in value))
    if isinstance(value, list) and len(value) == 1 and not rows:
        value = value[0]
    line = f"{key}: {scalar(value)}" if isinstance(value, str) else f"{key}: {flow(value, key)}"
    if rows or (isinstance(value, list) and len(line) > WIDTH):
        yield f"{key}:"
        yield from (f"  - {scalar(row) if isinstance(row, str) else flow(row)}" for row in value)
    else:
        yield line


def flow(value: Any, key: str = "") -> str:
    """A value on one line.

    >>> flow({"en": "Kan", "unless": {"near": ["Naoto"]}})
    '{en: Kan, unless: {near: [Naoto]}}'
    """
    if isinstance(value, str):
        return scalar(value, inside=True, typed=key in _TYPED)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {flow(item, name)}" for name, item in value.items()) + "}"
    if len(value) == 1 and key not in _LISTS:
        return flow(value[0])
    return "[" + ", ".join(flow(item) for item in value) + "]"


def scalar(text: str, inside: bool = False, typed: bool = False) -> str:
    """A text, in quotation marks if YAML needs them; `inside` of brackets it needs them more often.

    >>> [scalar(text) for text in ("Kyiv", "No", "12:30", "a: b", "- x", "a, b", "“so”")]
    ['Kyiv', '"No"', '"12:30"', '"a: b"', '"- x"', 'a, b', '“so”']
    >>> scalar("a, b", inside=True), scalar("2020-09-16"), scalar("2020-09-16", typed=True)
    ('"a, b"', '"2020-09-16"', '2020-09-16')
    """
    bare = _bare(inside).fullmatch(text) and all(map(_printable, text))
    return text if bare and (typed or not _means_something_else(text)) else _quoted(text)


@cache
def _bare(inside: bool) -> re.Pattern[str]:
    first = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]"
    rest = r"[^\s,\[\]{}:?]" if inside else r"(?:[^\s:]|:(?=\S))"
    return re.compile(rf"{first}(?:{rest}| (?![ ]*#|[ ]*$))*")


def _means_something_else(text: str) -> bool:
    """True if other readers of YAML take the text for a number, a date, a truth value or nothing."""
    return _resolver().resolve(_scalar_node(), text, (True, False)) != "tag:yaml.org,2002:str"


@cache
def _resolver() -> Any:
    from yaml.resolver import Resolver

    return Resolver()


@cache
def _scalar_node() -> Any:
    from yaml.nodes import ScalarNode

    return ScalarNode


def _printable(char: str) -> bool:
    if char <= "~":
        return char >= " "
    return char >= "\xa0" and char not in "\u2028\u2029\ufeff\ufffe\uffff" and not "\ud800" <= char <= "\udfff"


def _quoted(text: str) -> str:
    import json

    body = json.dumps(text, ensure_ascii=False)
    return "".join(char if _printable(char) else f"\\u{ord(char):04x}" for char in body)


def places(found: Iterable[tuple[str, int]], most: int = 5) -> str:
    """Files and lines, a file named once.

    >>> places([("a.txt", 3), ("a.txt", 8), ("b.txt", 1)])
    'a.txt:3, 8, b.txt:1'
    """
    shown, last = [], ""
    listed = list(found)
    for path, line in listed[:most]:
        shown.append(f"{path}:{line}" if path != last else str(line))
        last = path
    return ", ".join(shown) + (" …" if len(listed) > most else "")
