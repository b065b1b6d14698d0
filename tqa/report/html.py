"""The report that a desk editor opens by double click: one page without network, script and style inside.

Source and translation stand side by side, a row a passage, and the findings beside the words that they speak of. All
of it is there without a script; the script adds filters, keys and copying.
"""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from tqa import __version__
from tqa.model import MQM_POINTS, SEVERITIES, Document, Finding, Fix, Summary
from tqa.report.marks import Mark, escape, find, marked
from tqa.text import Text, plural

LONG = 2000  # characters of a passage on one piece of the page
_HERE = os.path.dirname(os.path.abspath(__file__))


def report(summary: Summary, documents: Sequence[Document]) -> Iterator[str]:
    """The page. The texts of clean files are left out where there are several files."""
    style, script = _asset("html.css"), _asset("html.js")
    numbers = {id(finding): number for number, finding in enumerate(summary.findings, 1)}
    yield from _head(summary, style, script)
    yield from _overview(summary, documents)
    if summary.findings:
        yield from _filters(summary)
    yield "<main>"
    if summary.errors:
        yield "<section class='errors'><h2>Could not be checked</h2><ul>"
        yield "".join(f"<li><bdi>{escape(str(error))}</bdi></li>" for error in summary.errors)
        yield "</ul></section>"
    if documents and not summary.findings:
        yield "<p class='none'>Nothing to report.</p>"
    for index, document in enumerate(documents):
        here = [(numbers[id(finding)], finding) for finding in summary.findings if finding.path == document.path]
        if here or len(documents) == 1:
            yield from _file(index, document, here)
    yield "</main>"
    yield f"<footer>tqa {__version__}. A rule finds forms, figures and names; it does not certify meaning.</footer>"
    yield f"<script>{script}</script>"
    yield "</body></html>"


def _asset(name: str) -> str:
    with open(os.path.join(_HERE, name), encoding="utf-8") as file:
        return file.read()


def _head(summary: Summary, style: str, script: str) -> Iterator[str]:
    """Nothing but this page's own script may run, whatever a text says."""
    from base64 import b64encode
    from hashlib import sha256

    digest = b64encode(sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    policy += "; base-uri 'none'; form-action 'none'"
    yield "<!DOCTYPE html>"
    yield "<html lang='en'><head><meta charset='utf-8'>"
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield "<meta name='viewport' content='width=device-width, initial-scale=1'>"
    yield "<meta name='color-scheme' content='light dark'>"
    yield f"<title>tqa: {plural(len(summary.findings), 'finding')} in {plural(summary.files, 'file')}</title>"
    yield f"<style>{style}</style></head><body>"


# --- above the texts --------------------------------------------------------------------------------------------


def _overview(summary: Summary, documents: Sequence[Document]) -> Iterator[str]:
    yield "<header><h1>Translation check</h1>"
    yield "<dl class='figures'>"
    yield f"<div class='points'><dt>points per 1,000 words</dt><dd>{summary.mqm_per_1000_words:g}</dd></div>"
    for severity in SEVERITIES:
        yield f"<div><dt><span class='badge' data-s='{severity}'>{severity}</span></dt>"
        yield f"<dd>{summary.count(severity):,}</dd></div>"
    yield f"<div><dt>words</dt><dd>{summary.words:,}</dd></div></dl>"
    if summary.findings:
        yield from _chart(summary.findings)
    if len(documents) > 1:
        yield from _index(summary.findings, documents)
    yield "</header>"


def _chart(findings: Sequence[Finding]) -> Iterator[str]:
    """Findings by MQM category, a bar each, its parts by severity."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.category, []).append(finding)
    most = max(len(group) for group in groups.values())
    yield "<table class='chart'><caption>Findings by MQM category</caption><thead><tr><th scope='col'>category</th>"
    yield "<th scope='col'><span class='unseen'>share</span></th><th scope='col' class='n'>findings</th></tr></thead>"
    yield "<tbody>"
    for name, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        title = escape(name).replace("/", "/<wbr>")
        yield f"<tr><th scope='row'>{title}</th><td>{_bar(group, most)}</td><td class='n'>{len(group):,}</td></tr>"
    yield "</tbody></table>"


def _bar(group: Sequence[Finding], most: int) -> str:
    at, parts, said = 0.0, [], []
    for severity in SEVERITIES:
        count = sum(finding.severity == severity for finding in group)
        if count:
            size = 200 * count / most
            parts.append(f"<rect x='{at:.2f}' width='{size:.2f}' height='10' data-s='{severity}'></rect>")
            said.append(f"{count} {severity}")
            at += size
    box = "viewBox='0 0 200 10' preserveAspectRatio='none' role='img'"
    return f"<svg {box} aria-label='{', '.join(said)}'>{''.join(parts)}</svg>"


def _index(findings: Sequence[Finding], documents: Sequence[Document]) -> Iterator[str]:
    yield "<nav aria-label='Files'><table class='index'><caption>Files</caption><thead><tr><th scope='col'>file</th>"
    yield "".join(f"<th scope='col' class='n'>{severity}</th>" for severity in SEVERITIES)
    yield "<th scope='col' class='n'>words</th><th scope='col' class='n'>points per 1,000</th></tr></thead><tbody>"
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.path, []).append(finding)
    for number, document in enumerate(documents):
        here = by_path.get(document.path, [])
        name = escape(document.path)
        cell = f"<a href='#file{number}'>{name}</a>" if here else name
        counts = [sum(finding.severity == severity for finding in here) for severity in SEVERITIES]
        points = sum(count * MQM_POINTS[severity] for count, severity in zip(counts, SEVERITIES, strict=True))
        rate = f"{1000 * points / document.words:.1f}" if document.words else "0.0"
        yield f"<tr><th scope='row'><bdi>{cell}</bdi></th>"
        yield "".join(f"<td class='n'>{count or '–'}</td>" for count in counts)
        yield f"<td class='n'>{document.words:,}</td><td class='n'>{rate}</td></tr>"
    yield "</tbody></table></nav>"


def _filters(summary: Summary) -> Iterator[str]:
    findings = summary.findings
    categories = {finding.category for finding in findings}
    categories |= {"/".join(name.split("/")[:depth]) for name in categories for depth in (1, 2)}
    yield "<form class='filters' aria-label='Filter the findings'><fieldset><legend>Severity</legend>"
    for severity in SEVERITIES:
        if summary.count(severity):
            yield f"<label><input type='checkbox' name='severity' value='{severity}' checked>{severity}</label>"
    yield "</fieldset>"
    yield _choice("category", sorted(categories))
    yield _choice("rule", sorted({finding.rule for finding in findings}))
    yield "<label class='line'><input type='checkbox' name='only'>only passages with findings</label>"
    yield "<label class='line keys'><input type='checkbox' name='keys' checked>keys: <kbd>j</kbd> next, "
    yield "<kbd>k</kbd> previous, <kbd>Enter</kbd> to the words and back, <kbd>c</kbd> copy</label>"
    yield "<button type='reset'>Show all</button></form>"
    yield "<div class='bar' role='group' aria-label='Findings'><button type='button' id='back'>Previous</button>"
    yield f"<span id='place' role='status'>{plural(len(findings), 'finding')}</span>"
    yield "<button type='button' id='next'>Next</button></div>"


def _choice(name: str, values: Iterable[str]) -> str:
    options = "".join(f"<option>{escape(value)}</option>" for value in values)
    return f"<label>{name.capitalize()} <select name='{name}'><option value=''>all</option>{options}</select></label>"


# --- the texts --------------------------------------------------------------------------------------------------


class _Row:
    """A passage: its two texts, the marks in them, the findings beside it."""

    def __init__(self, target: Text, source: Text | None, line: int) -> None:
        self.target, self.source, self.line = target, source, line
        self.marks: list[Mark] = []
        self.source_marks: list[Mark] = []
        self.notes: list[tuple[int, Finding]] = []


def _file(index: int, document: Document, findings: list[tuple[int, Finding]]) -> Iterator[str]:
    paired = any(unit.source is not None for unit in document.units)
    rows = _rows(document, findings)
    source = escape(document.source_path) if document.source_path != document.path else ""
    source = f" <span class='from'>from <bdi>{source}</bdi></span>" if source else ""
    yield f"<section id='file{index}'><h2><bdi>{escape(document.path)}</bdi>{source}</h2>"
    line = 0
    for row in chain.from_iterable(map(_parts, rows)):
        kinds = ["row", *["pair"] * paired, *["quiet"] * (not row.notes), *["on"] * (row.line == line)]
        line = row.line
        yield f"<div class='{' '.join(kinds)}'>"
        if paired:
            text = marked(row.source, row.source_marks) if row.source else ""
            yield f"<div class='source' lang='{document.source_lang}'>{text}</div>"
        yield f"<div class='target' lang='{document.lang}'>{marked(row.target, row.marks)}</div>"
        if row.notes:
            yield "<ol class='notes'>"
            for number, finding in row.notes:
                yield from _note(number, finding, document)
            yield "</ol>"
        yield "</div>"
    yield "</section>"


def _rows(document: Document, findings: list[tuple[int, Finding]]) -> list[_Row]:
    """The passages in order. What lies in no passage (a comment) gets a row of its own."""
    from tqa.text import Lines

    lines = Lines(document.raw)
    rows, spans = [], []
    by_id: dict[str, list[int]] = {}
    for number, unit in enumerate(document.units):
        span = unit.target.locate(0, len(unit.target.string))
        spans.append(span)
        rows.append(_Row(unit.target, unit.source, lines.place(span.start)[0]))
        by_id.setdefault(unit.id or str(number + 1), []).append(number)
    asides: list[tuple[int, _Row]] = []
    for number, finding in findings:
        same = by_id.get(finding.segment, ())
        inside = [at for at in same if spans[at].start <= finding.start <= finding.end <= spans[at].end]
        if inside:
            row = rows[inside[0]]
        else:
            row = _Row(Text.plain(document.raw[finding.start : finding.end], finding.start), None, finding.line)
            asides.append((finding.start, row))
        row.notes.append((number, finding))
        row.marks.append(Mark(*find(row.target, finding.start, finding.end), number, finding.severity))
        if row.source is not None and finding.source_start is not None and finding.source_end is not None:
            place = find(row.source, finding.source_start, finding.source_end)
            row.source_marks.append(Mark(*place, number, finding.severity, "source"))
    _mark_related(document, rows, [span.start for span in spans], findings)
    return _merged(rows, [span.start for span in spans], asides)


def _parts(row: _Row) -> Iterator[_Row]:
    """A very long passage in several, cut between words and outside of marks: browsers lay out such a text slowly."""
    string, at = row.target.string, 0
    if len(string) < 2 * LONG:
        yield row
        return
    starts = {mark.number: mark.start for mark in row.marks if mark.role == "target"}
    marks, notes = sorted(row.marks), sorted(row.notes, key=lambda note: starts[note[0]])
    while at < len(string):
        end = _cut(string, at, marks)
        part = _Row(row.target.slice(at, end), None if at else row.source, row.line)
        part.source_marks = [] if at else row.source_marks
        here = bisect_left(marks, end, key=lambda mark: mark.start) if end < len(string) else len(marks)
        part.marks = [mark._replace(start=mark.start - at, end=mark.end - at) for mark in marks[:here]]
        found = bisect_left(notes, end, key=lambda note: starts[note[0]]) if end < len(string) else len(notes)
        part.notes, notes, marks, at = notes[:found], notes[found:], marks[here:], end
        yield part


def _cut(string: str, at: int, marks: list[Mark]) -> int:
    """Where a part that begins at `at` ends: after a space, where there is one, and after marks that reach so far."""
    end = at + LONG
    if len(string) - end < LONG // 2:
        return len(string)
    space = string.rfind(" ", at, end) + 1
    end = space or end
    for mark in marks:
        if mark.start >= end:
            break
        end = max(end, mark.end)
    return end


def _mark_related(document: Document, rows: list[_Row], starts: list[int], findings: list[tuple[int, Finding]]) -> None:
    """The other places that findings speak of, in the translation."""
    if starts != sorted(starts):
        return
    for number, finding in findings:
        for place in finding.related:
            if place.path != document.path or not starts:
                continue
            row = rows[max(bisect_right(starts, place.start) - 1, 0)]
            start, end = find(row.target, place.start, place.end)
            if row.target.string[start:end] == place.quote:
                row.marks.append(Mark(start, end, number, finding.severity, "related"))


def _merged(rows: list[_Row], starts: list[int], asides: list[tuple[int, _Row]]) -> list[_Row]:
    found: list[_Row] = []
    waiting = sorted(asides, key=lambda aside: aside[0], reverse=True)
    for start, row in zip(starts, rows, strict=True):
        while waiting and waiting[-1][0] <= start:
            found.append(waiting.pop()[1])
        found.append(row)
    return [*found, *(row for _, row in reversed(waiting))]


# --- a finding --------------------------------------------------------------------------------------------------


def _note(number: int, finding: Finding, document: Document) -> Iterator[str]:
    severity, rule = escape(finding.severity), escape(finding.rule)
    yield (
        f"<li class='note' id='f{number}' tabindex='-1' data-n='{number}' data-s='{severity}' data-rule='{rule}' "
        f"data-category='{escape(finding.category)}'>"
    )
    yield f"<p class='top'><span class='badge' data-s='{severity}'>{severity}</span> <span class='rule'>{rule}</span> "
    yield f"<a href='#m{number}'>line {finding.line}<span class='unseen'>, to the words</span></a></p>"
    if finding.quote:
        yield f"<p class='quote' lang='{document.lang}'><bdi>{escape(_short(finding.quote))}</bdi></p>"
    yield f"<p class='message'><bdi>{escape(finding.message)}</bdi></p>"
    if finding.source_quote:
        quote = escape(_short(finding.source_quote))
        yield f"<p class='also'>source: <bdi lang='{document.source_lang}'>{quote}</bdi></p>"
    for place in finding.related[:5]:
        yield f"<p class='also'>see: <bdi>{escape(_short(place.message or place.quote))}</bdi></p>"
    if finding.fixes:
        yield "<ul class='fixes'>"
        for fix in finding.fixes[:5]:
            yield _fix(fix, finding, document)
        yield "</ul>"
    entry = f" · {escape(os.path.basename(finding.entry))}" if finding.entry else ""
    yield f"<p class='more'>{escape(finding.category).replace('/', '/<wbr>')}{entry}</p></li>"


def _fix(fix: Fix, finding: Finding, document: Document) -> str:
    text = wanted(fix, finding.quote)
    if not text:
        return f"<li>{escape(fix.title[:1].upper() + fix.title[1:])}</li>"
    shown = escape(text)
    if "…" in text:  # a pattern to follow: there is nothing to copy
        return f"<li><bdi class='write' lang='{document.lang}'>{shown}</bdi></li>"
    return (
        f"<li><bdi class='write' lang='{document.lang}'>{shown}</bdi> "
        f"<button type='button' class='copy'>Copy<span class='unseen'> {shown}</span></button></li>"
    )


def wanted(fix: Fix, quote: str) -> str:
    """The words that a fix writes in place of a quote; "" if it only deletes.

    >>> wanted(Fix("write “gate”", "display", ()), "gait"), wanted(Fix("delete it", "safe", ()), "the")
    ('gate', '')
    >>> wanted(Fix("write “gate”", "display", ()), "“")
    '“gate”'
    """
    if fix.edits:
        return fix.edits[0].text
    title = fix.title.removeprefix("write ")
    if title == fix.title:
        return ""
    bare = title[1:-1]
    spoken = set(quote + bare) & set("“”\"")  # then the title's marks belong to the words
    return bare if title == f"“{bare}”" and not spoken else title


def _short(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:80]} … {text[-40:]}"
