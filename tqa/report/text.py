"""The report that an editor reads in a terminal: by file, the sentence, the place underlined, why, what to write."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from tqa.model import SEVERITIES, Finding, Related, Summary
from tqa.text import Lines, plural, width

_COLOURS = {"critical": "31;1", "major": "31", "minor": "33", "info": "36"}
WIDTH = 104  # columns, where nobody looks
_LEAST, _MARGIN = 34, 5
_INDENT = "      "  # of what goes on from the line before
_ALSO = 3  # other places that a finding names


def report(summary: Summary, raws: dict[str, str], colour: bool = False, columns: int = 0) -> Iterator[str]:
    """Lines of text. `raws` gives the decoded content of each file named by a finding. For a terminal of so many
    `columns`, sentences are cut and messages broken; without one (0), a message is a line."""

    def paint(text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if colour and code else text

    lines: dict[str, Lines] = {}

    def where(related: Related) -> str:
        if related.path not in lines:
            lines[related.path] = Lines(raws.get(related.path, ""))
        return "{}:{}".format(*lines[related.path].place(related.start)) if raws.get(related.path) else related.path

    path = None
    for finding in summary.findings:
        if finding.path != path:
            if path is not None:
                yield ""
            path = finding.path
            yield paint(path, "1;4")
        yield ""
        yield from _finding(finding, raws.get(finding.path, ""), paint, columns, where)
    if summary.findings:
        yield ""
    yield total(summary)


def _finding(
    finding: Finding, raw: str, paint: Callable[[str, str], str], columns: int, where: Callable[[Related], str]
) -> Iterator[str]:
    colour = _COLOURS[finding.severity]
    head = f"  {finding.line}:{finding.column}  {paint(finding.severity, colour)}  {finding.message}"
    decided = f" ({_place(finding.entry)})" if finding.entry else ""
    yield from _folded(f"{head}  {paint(finding.rule + decided, '2')}", columns)
    room = max(min(columns or WIDTH, WIDTH + 1) - _MARGIN, _LEAST)
    yield from _underlined(raw, finding, paint, colour, room)
    for line in _beside(finding, paint, where):
        yield from _folded(line, columns)


def _beside(finding: Finding, paint: Callable[[str, str], str], where: Callable[[Related], str]) -> Iterator[str]:
    """What a finding is judged by, and what to write instead."""
    if finding.source_quote:
        yield f"    {paint('source:', '2')} {finding.source_quote}"
    for related in finding.related[:_ALSO]:
        yield f"    {paint('see', '2')} {where(related)}  {related.message or related.quote}"
    if len(finding.related) > _ALSO:
        yield f"    {paint('see', '2')} {len(finding.related) - _ALSO} more"
    if finding.fixes:
        first, *rest = [fix.title for fix in finding.fixes[:3]]
        yield f"    {paint('→', '32')} {' or '.join([first, *(title.removeprefix('write ') for title in rest)])}"


def _folded(line: str, columns: int) -> Iterator[str]:
    """A line broken between words where the terminal ends; colours take no room."""
    import re

    def room(text: str) -> int:
        return width(re.sub(r"\x1b\[[\d;]*m", "", text))

    if not columns or room(line) <= columns:
        yield line
        return
    first, *rest = re.split(r"(?<=\S)( +)(?=\S)", line)
    for gap, word in zip(rest[::2], rest[1::2], strict=True):
        if room(first + gap + word) > columns:
            yield first
            first, gap = _INDENT, ""
        first += gap + word
    yield first


def _place(entry: str) -> str:
    """The glossary entry that decided: its file and line, of a file elsewhere without its folders.

    >>> _place("terms/house.yaml:3"), _place("/usr/lib/tqa/shipped/diplomacy.yaml:8")
    ('terms/house.yaml:3', 'diplomacy.yaml:8')
    """
    return entry.replace("\\", "/").rpartition("/")[2] if os.path.isabs(entry) or entry.startswith("..") else entry


def _underlined(
    raw: str, finding: Finding, paint: Callable[[str, str], str], colour: str, columns: int
) -> Iterator[str]:
    """The sentence around a finding on one line, cut to the window, and marks below the place."""
    low, high = finding.context
    low, high = min(low, finding.start), max(high, finding.end)
    parts = raw[low : finding.start], raw[finding.start : finding.end], raw[finding.end : high]
    before, inside, after = (part.replace("\r", "").replace("\n", " ").replace("\t", " ") for part in parts)
    if not (before or inside or after).strip():
        return
    if width(inside) > columns - 10:
        inside = _head(inside, columns // 2 - 3) + " … " + _tail(inside, columns // 2 - 10)
    room = columns - width(inside)
    if width(before) + width(after) > room:
        keep = max(room // 2, room - width(after))
        before = before if width(before) <= keep else "…" + _tail(before, keep - 1)
        after = after if width(after) <= room - width(before) else _head(after, room - width(before) - 1) + "…"
    yield f"    {before}{paint(inside, '1')}{after}".rstrip()
    yield " " * (4 + width(before)) + paint("^" * max(width(inside), 1), colour)


def _head(text: str, columns: int) -> str:
    while width(text) > columns:
        text = text[: columns] if len(text) > columns else text[:-1]
    return text


def _tail(text: str, columns: int) -> str:
    while width(text) > columns:
        text = text[-columns:] if len(text) > columns else text[1:]
    return text


def total(summary: Summary) -> str:
    """Everything in a line."""
    if summary.errors and not summary.files:
        return f"Nothing was checked: {plural(len(summary.errors), 'path')} could not be read."
    counts = [f"{summary.count(severity)} {severity}" for severity in SEVERITIES if summary.count(severity)]
    words = f"{plural(summary.words, 'word')} in {plural(summary.files, 'file')}"
    if summary.errors:
        words += f"; {plural(len(summary.errors), 'path')} could not be checked"
    if not counts:
        return f"Nothing to report: {words}."
    points = f"{summary.mqm_per_1000_words:g} points per 1,000 words"
    return f"{plural(len(summary.findings), 'finding')} ({', '.join(counts)}), {points}; {words}."
