"""Edits of a glossary file that change the lines they must and no other byte.

Text is spliced in at the places of nodes; then the result is read again and must say what was to be said, with every
comment in it. Where it does not (an anchor whose list stands elsewhere too, a layout that nobody foresaw), nothing is
written.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tqa.glossary.dump import entry_lines
from tqa.glossary.layout import BLOCKS, Node, comments, data, parse, scalar
from tqa.model import TqaError

HEAD = "tqa: 1\n"
SECTIONS = ("terms", "people", "phrases")


def clean(text: str, what: str) -> str:
    """A form as it goes into a file: single spaces.

    Raises:
        TqaError: there is nothing, or something that is no text.
    """
    cleaned = " ".join(text.split())
    if not cleaned:
        raise TqaError(f"{what} is empty")
    if not cleaned.isprintable():
        raise TqaError(f"{what} holds a character that cannot be printed")
    return cleaned


def add_term(content: str, ja: str, en: str, path: str = "") -> str:
    """The file with a new term at the end of its `terms:`.

    >>> print(add_term("tqa: 1\\nterms:\\n  - ja: 北  # one\\n    en: North\\n", "南", "South"), end="")
    tqa: 1
    terms:
      - ja: 北  # one
        en: North
      - ja: 南
        en: South
    """
    return add_entry(content, "term", {"ja": ja, "en": en}, path)


def add_entry(content: str, kind: str, node: dict[str, Any], path: str = "") -> str:
    """The file with a new entry (plain data in the shape of a glossary) at the end of its section.

    Raises:
        TqaError: this cannot be done without touching more.
    """
    mark, content = _bom(content or HEAD)
    root, wanted = _root(content, path), data(content)
    section = dict(zip(("term", "person", "phrase"), SECTIONS, strict=True))[kind]
    rows, own = root.get(section), entry_lines(kind, node)
    empty = rows is not None and not rows.items
    added = data("\n".join([f"- {own[0]}", *(f"  {line}" for line in own[1:])]))
    wanted[section] = [*([] if rows is None or empty else wanted[section]), *added]
    before = content
    block = "\n".join([f"  - {own[0]}", *(f"    {line}" for line in own[1:])])
    if rows is None and not root.flow:
        apart = "\n" if any(f"\n\n{name}:" in content.replace("\r", "") for name in SECTIONS) else ""
        at, text = _line_after(content, len(content.rstrip()), f"{apart}{section}:\n{block}")
    elif rows is None:
        name = f'"{section}"' if _is_json(root) else section
        at, text = root.pairs[-1][1].end, f", {name}: [{rendered(added[0], _is_json(root))}]"
    elif empty and not root.flow:  # “terms:” or “terms: []”: the rows go below it
        content = content[: rows.start].rstrip(" ") + content[rows.end :]
        at, text = _line_after(content, content.rfind(":", 0, rows.start), block)
    elif rows.flow:
        at, text = _into_flow(content, rows, rendered(added[0], _is_json(root)))
    else:
        at, text = _new_row(content, rows, own, rendered(added[0]))
    after = content[:at] + text + content[at:]
    return mark + _checked(before, after, wanted, path, rows.line if rows else root.line)


def _new_row(content: str, rows: Node, own: Sequence[str], flow: str) -> tuple[int, str]:
    """A row below the last one, and like it."""
    last = rows.items[-1]
    dash = " " * (rows.column - 1)
    gap = " " * max(last.column - rows.column - 1, 1) if last.line > 0 and last.kind == "map" else " "
    if last.kind == "map" and last.flow and len(own) < 4:
        row = f"{dash}-{gap}{flow}"
    else:
        row = "\n".join([f"{dash}-{gap}{own[0]}", *(f"{dash} {gap}{line}" for line in own[1:])])
    apart = len(rows.items) > 1 and "\n\n" in content[rows.items[-2].end : last.start].replace("\r", "")
    return _line_after(content, last.end, ("\n" if apart else "") + row, rows.column - 1)


def add_item(content: str, line: int, column: int, key: str, item: Any, order: Sequence[str], path: str = "") -> str:
    """The file with one more item under a key of the entry that starts at a line and column.

    Args:
        item: a text, or a row of texts.
        order: the keys in their usual order: a new key goes to its place among them.
    Raises:
        TqaError: the entry is laid out in a way that cannot be edited without touching more.
    """
    mark, content = _bom(content)
    root = _root(content, path)
    where = [
        (section.value, index, node)
        for section, rows in root.pairs
        for index, node in enumerate(rows.items)
        if (node.line, node.column) == (line, column)
    ]
    if not where:
        raise TqaError("this entry is an alias: edit it by hand", path, line, column)
    section, index, entry = where[0]
    wanted = data(content)
    row = wanted[section][index]
    old = row.get(key)
    new = item if old is None else [*(old if isinstance(old, list) else [old]), item]
    wanted[section][index] = {**row, key: new}  # not changed in place: aliases may share it
    value = entry.get(key)
    if value is not None and value.style in BLOCKS:  # its line end goes, since it becomes a row of a list
        wanted[section][index][key][0] = old.strip()
    text = rendered(item, _is_json(root))
    if value is None:
        start, end, text = _new_key(content, entry, key, text, order, _is_json(root))
    elif value.kind == "alias":  # what stands elsewhere too is written out here
        rows = [rendered(one) for one in (old if isinstance(old, list) else [old])]
        start, end, text = value.start, value.end, f"[{', '.join([*rows, text])}]"
    else:
        start, end, text = _appended(content, value, text)
    return mark + _checked(content, content[:start] + text + content[end:], wanted, path, line)


def rendered(item: Any, as_json: bool = False) -> str:
    """An item on one line.

    >>> rendered({"en": "x", "only": {"near": ["a, b"]}}), rendered({"en": "x"}, as_json=True)
    ('{en: x, only: {near: ["a, b"]}}', '{"en": "x"}')
    """
    if as_json:
        import json

        return json.dumps(item, ensure_ascii=False)
    if isinstance(item, str):
        return scalar(item)
    if isinstance(item, list):
        return "[" + ", ".join(map(rendered, item)) + "]"
    return "{" + ", ".join(f"{key}: {rendered(value)}" for key, value in item.items()) + "}"


def _is_json(root: Node) -> bool:
    """Whether a file is JSON, which is to stay JSON."""
    return root.flow and root.pairs[0][0].style == '"'


def _new_key(
    content: str, entry: Node, key: str, text: str, order: Sequence[str], as_json: bool
) -> tuple[int, int, str]:
    earlier = order[: order.index(key)] if key in order else order
    before = [pair for pair in entry.pairs if pair[0].value in earlier] or entry.pairs
    after = max(before, key=lambda pair: order.index(pair[0].value) if pair[0].value in order else -1)[1]
    if entry.flow:
        return after.end, after.end, f', "{key}": {text}' if as_json else f", {key}: {text}"
    column = min(name.column for name, _ in entry.pairs) - 1
    at, text = _line_after(content, after.end, " " * column + f"{key}: {text}", column)
    return at, at, text


def _appended(content: str, value: Node, text: str) -> tuple[int, int, str]:
    if value.kind == "list" and not value.flow:
        at, text = _line_after(content, value.items[-1].end, " " * _dash(content, value) + f"- {text}")
        return at, at, text
    if value.kind == "list":
        at, text = _into_flow(content, value, text)
        return at, at, text
    if value.kind == "map" and not value.flow:
        return _as_rows(content, value, text)
    inside = content[value.start : value.end]
    if value.style in BLOCKS:
        inside = scalar(" ".join(value.value.split()) if value.style == ">" else value.value.strip())
    elif value.kind == "scalar" and not value.style and not value.anchor:
        inside = scalar(value.value)
    return value.start, value.end, f"[{inside}, {text}]"


def _as_rows(content: str, value: Node, text: str) -> tuple[int, int, str]:
    """Keys on lines of their own become the first row of a list, two columns further in."""
    start = content.rfind("\n", 0, value.pairs[0][0].start) + 1
    lines = content[start : value.end].split("\n")
    indent = " " * (value.pairs[0][0].column - 1)
    moved = [f"{indent}- {lines[0][len(indent) :]}", *(f"  {line}" if line.strip() else line for line in lines[1:])]
    ending = "\r\n" if "\r\n" in content else "\n"
    at, row = _line_after(content, value.end, f"{indent}- {text}", len(indent))
    between = content[value.end : at]
    kept = "\n".join([*moved]) + between.replace("\n" + indent, "\n  " + indent)
    return start, at, kept + ("" if kept.endswith("\n") else ending) + row.removeprefix(ending)


def _dash(content: str, block: Node) -> int:
    """The indentation of a block list's items: that of the line on which the dash of the last one stands."""
    line = content.rfind("\n", 0, block.items[-1].start) + 1
    before = content[line : block.items[-1].start]
    while not before.lstrip().startswith("-") and line > 0:
        line = content.rfind("\n", 0, line - 1) + 1
        before = content[line:].partition("\n")[0]
    return len(before) - len(before.lstrip())


def _into_flow(content: str, value: Node, text: str) -> tuple[int, str]:
    if value.items:
        return value.items[-1].end, f", {text}"
    return content.index("[", value.start) + 1, text


def _line_after(content: str, at: int, text: str, column: int | None = None) -> tuple[int, str]:
    """Where to splice in lines so that they stand below the line of `at`, and the text with its line ends. Comments
    that follow and stand deeper than `column` belong to what is above."""
    ending = "\r\n" if "\r\n" in content else "\n"
    text = text.replace("\n", ending)
    end = content.find("\n", at)
    while column is not None and end >= 0:
        line = content[end + 1 :].partition("\n")[0]
        words = line.lstrip(" ")
        if not words.startswith("#") or len(line) - len(words) <= column:
            break
        end = content.find("\n", end + 1)
    if end < 0:
        return len(content), ending + text + ending
    return end + 1, text + ending


def _root(content: str, path: str) -> Node:
    root = parse(content, path)
    if root is None or root.kind != "map" or not root.pairs:
        raise TqaError("is no glossary", path, hint="start it with “tqa: 1”")
    return root


def _bom(content: str) -> tuple[str, str]:
    return ("\ufeff", content[1:]) if content.startswith("\ufeff") else ("", content)


def _checked(before: str, after: str, wanted: Any, path: str, line: int) -> str:
    """The edited file, if it says what it should and has all its comments.

    Raises:
        TqaError: it does not; nothing is lost, since nothing has been written.
    """
    import yaml

    try:
        good = data(after) == wanted and comments(after) == comments(before)
    except yaml.YAMLError:
        good = False
    if not good:
        shared = "what an anchor (&) names is used elsewhere too: " if "&" in before else ""
        raise TqaError("cannot be edited safely here", path, line, 1, f"{shared}edit it by hand")
    return after
