"""Edits of a glossary file that change the lines they must and no other byte.

Text is spliced in at the places of nodes; then the result is read again and must say what was to be said. Where it
does not (an alias that stands for the same list elsewhere, a layout that nobody foresaw), nothing is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tqa.glossary.layout import BLOCKS, Node, data, parse, scalar
from tqa.model import TqaError

HEAD = "tqa: 1\n"


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
    mark, content = _bom(content or HEAD)
    root = _root(content, path)
    wanted = data(content)
    wanted.setdefault("terms", []).append({"ja": ja, "en": en})
    terms = root.get("terms")
    flow = "{" + f"ja: {scalar(ja)}, en: {scalar(en)}" + "}"
    if terms is None:
        if root.flow:
            at, text = root.pairs[-1][1].end, f", terms: [{flow}]"
        else:
            at, text = _line_after(
                content, len(content.rstrip()), f"terms:\n  - ja: {scalar(ja)}\n    en: {scalar(en)}"
            )
    elif terms.flow or not terms.items:
        at, text = _into_flow(content, terms, flow)
    else:
        at, text = _new_row(content, terms, ja, en, flow)
    return mark + _checked(content[:at] + text + content[at:], wanted, path, terms.line if terms else root.line)


def _new_row(content: str, terms: Node, ja: str, en: str, flow: str) -> tuple[int, str]:
    """A row below the last one, and like it."""
    last = terms.items[-1]
    dash = " " * (terms.column - 1)
    gap = " " * max(last.column - terms.column - 1, 1) if last.line > 0 and last.kind == "map" else " "
    row = f"{dash}-{gap}{flow}"
    if not (last.kind == "map" and last.flow):
        row = f"{dash}-{gap}ja: {scalar(ja)}\n{dash} {gap}en: {scalar(en)}"
    apart = len(terms.items) > 1 and "\n\n" in content[terms.items[-2].end : last.start].replace("\r", "")
    return _line_after(content, last.end, ("\n" if apart else "") + row)


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
    start, end, text = (
        _new_key(content, entry, key, item, order) if value is None else _appended(content, value, item, path)
    )
    return mark + _checked(content[:start] + text + content[end:], wanted, path, line)


def rendered(item: Any) -> str:
    """An item on one line."""
    if isinstance(item, str):
        return scalar(item)
    return "{" + ", ".join(f"{key}: {scalar(value)}" for key, value in item.items()) + "}"


def _new_key(content: str, entry: Node, key: str, item: Any, order: Sequence[str]) -> tuple[int, int, str]:
    earlier = order[: order.index(key)] if key in order else order
    before = [pair for pair in entry.pairs if pair[0].value in earlier] or entry.pairs
    after = max(before, key=lambda pair: order.index(pair[0].value) if pair[0].value in order else -1)[1]
    text = f"{key}: {rendered(item)}"
    if entry.flow:
        return after.end, after.end, f", {text}"
    at, text = _line_after(content, after.end, " " * (entry.pairs[0][0].column - 1) + text)
    return at, at, text


def _appended(content: str, value: Node, item: Any, path: str) -> tuple[int, int, str]:
    text = rendered(item)
    if value.kind == "list" and not value.flow:
        dash = value.items[-1]
        column = _dash(content, value)
        at, text = _line_after(content, dash.end, " " * column + f"- {text}")
        return at, at, text
    if value.kind == "list":
        at, text = _into_flow(content, value, text)
        return at, at, text
    if (value.kind == "map" and not value.flow) or value.style in BLOCKS:
        raise TqaError("what stands here is no list yet", path, value.line, value.column, "write it as one: “- …”")
    inside = content[value.start : value.end]
    if value.kind == "scalar" and not value.style and not value.anchor:
        inside = scalar(value.value)
    return value.start, value.end, f"[{inside}, {text}]"


def _dash(content: str, block: Node) -> int:
    """The indentation of a block list's items: that of the line on which the last one starts."""
    before = content[content.rfind("\n", 0, block.items[-1].start) + 1 : block.items[-1].start]
    return before.rfind("-")


def _into_flow(content: str, value: Node, text: str) -> tuple[int, str]:
    if value.items:
        return value.items[-1].end, f", {text}"
    return content.index("[", value.start) + 1, text


def _line_after(content: str, at: int, text: str) -> tuple[int, str]:
    """Where to splice in lines so that they stand below the line of `at`, and the text with its line ends."""
    end = content.find("\n", at)
    ending = "\r\n" if "\r\n" in content else "\n"
    text = text.replace("\n", ending)
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


def _checked(after: str, wanted: Any, path: str, line: int) -> str:
    """The edited file, if it says what it should.

    Raises:
        TqaError: it does not; nothing is lost, since nothing has been written.
    """
    import yaml

    try:
        good = data(after) == wanted
    except yaml.YAMLError:
        good = False
    if not good:
        raise TqaError("cannot be edited safely here", path, line, 1, "edit it by hand")
    return after
