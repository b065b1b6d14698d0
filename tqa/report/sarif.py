"""SARIF 2.1.0, for code scanning and for editors that read it. Columns and offsets count code points, as `columnKind`
says."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tqa import __version__
from tqa.model import Document, Finding, Fix, Summary, TqaError
from tqa.text import Lines

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MQM = "https://themqm.org/"
_LEVELS = {"critical": "error", "major": "error", "minor": "warning", "info": "note"}
_RANK = {"critical": 100.0, "major": 70.0, "minor": 30.0, "info": 5.0}


def report(summary: Summary, documents: Sequence[Document]) -> Iterator[str]:
    """One SARIF log."""
    import json

    rules = sorted({finding.rule for finding in summary.findings})
    types = sorted({finding.category for finding in summary.findings})
    places = _Places(documents)
    driver = {
        "name": "tqa", "version": __version__, "semanticVersion": __version__, "language": "en",
        "supportedTaxonomies": [{"name": "MQM", "index": 0}], "rules": [_rule(name, types) for name in rules],
    }  # fmt: skip
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "language": "en",
        "invocations": [_invocation(summary)],
        "taxonomies": [_taxonomy(types)],
        "results": [
            _result(finding, rules.index(finding.rule), types.index(finding.category), places)
            for finding in summary.findings
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=2)


def _invocation(summary: Summary) -> dict[str, Any]:
    """That the run did its work, or which files it could not check."""
    failed: dict[str, Any] = {"executionSuccessful": not summary.errors}
    if summary.errors:
        failed["toolExecutionNotifications"] = [_notice(error) for error in summary.errors]
    return failed


def _notice(error: TqaError) -> dict[str, Any]:
    notice: dict[str, Any] = {"level": "error", "message": {"text": str(error)}}
    if error.path:
        place = _file(error.path)
        if error.line:
            place["region"] = {"startLine": error.line, "startColumn": max(error.column, 1)}
        notice["locations"] = [{"physicalLocation": place}]
    return notice


class _Places:
    """Regions of files by their offsets, with lines and columns for viewers that know no offsets."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._raws: dict[str, str] = {}
        for document in documents:
            self._raws[document.source_path] = document.source_raw
        for document in documents:
            self._raws[document.path] = document.raw
        self._lines: dict[str, Lines] = {}

    def region(self, path: str, start: int, end: int) -> dict[str, Any]:
        region: dict[str, Any] = {"charOffset": start, "charLength": end - start}
        raw = self._raws.get(path, "")
        if not raw:
            return region
        if path not in self._lines:
            self._lines[path] = Lines(raw)
        lines = self._lines[path]
        (line, column), (end_line, end_column) = lines.place(start), lines.place(end)
        place = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
        return {**place, **region}

    def location(self, path: str, start: int, end: int, quote: str) -> dict[str, Any]:
        region = {**self.region(path, start, end), "snippet": {"text": quote}}
        return {"physicalLocation": {**_file(path), "region": region}}


def _rule(name: str, types: Sequence[str]) -> dict[str, Any]:
    """What a rule is, in the words of its page."""
    from tqa.explain import page
    from tqa.rules import ALL, module

    if name not in ALL:
        return {"id": name}
    meta, text = module(name).RULE, (module(name).__doc__ or "").strip()
    found: dict[str, Any] = {
        "id": name,
        "name": "".join(part.capitalize() for part in name.split("-")),
        "shortDescription": {"text": meta.summary},
        "fullDescription": {"text": text.split("\n\n", 1)[0]},
        "help": {"text": text, "markdown": page(name)},
        "defaultConfiguration": {"level": _LEVELS[meta.severity], "rank": _RANK[meta.severity]},
        "properties": {"category": meta.category, "status": meta.status, "tags": ["translation", *meta.category.split("/")]},
    }
    if meta.category in types:
        taxon = {"id": meta.category, "index": types.index(meta.category), "toolComponent": {"name": "MQM", "index": 0}}
        found["relationships"] = [{"target": taxon, "kinds": ["superset"]}]
    return found


def _taxonomy(types: Sequence[str]) -> dict[str, Any]:
    """The MQM error types that the findings name."""
    return {
        "name": "MQM", "organization": "MQM Council", "informationUri": MQM, "isComprehensive": False,
        "shortDescription": {"text": "Multidimensional Quality Metrics: types of translation errors"},
        "taxa": [{"id": name, "name": name.rpartition("/")[2], "shortDescription": {"text": name.replace("/", ": ")}}
                 for name in types],
    }  # fmt: skip


def _result(finding: Finding, rule: int, category: int, places: _Places) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "rank": _RANK[finding.severity],
        "message": {"text": finding.message},
        "locations": [places.location(finding.path, finding.start, finding.end, finding.quote)],
        "partialFingerprints": {"tqa/v1": finding.fingerprint},
        "taxa": [{"id": finding.category, "index": category, "toolComponent": {"name": "MQM", "index": 0}}],
        "properties": {"severity": finding.severity, "quote": finding.quote},
    }
    if finding.entry:  # of the glossary, that decided
        result["properties"]["entry"] = finding.entry
    related = list(_related(finding, places))
    if related:
        result["relatedLocations"] = [{"id": number, **place} for number, place in enumerate(related, 1)]
    fixes = [_fix(finding, fix, places) for fix in finding.fixes if fix.edits and fix.safety != "display"]
    if fixes:
        result["fixes"] = fixes
    return result


def _related(finding: Finding, places: _Places) -> Iterator[Mapping[str, Any]]:
    """The source that a finding was judged by, and the other places that it speaks of."""
    if finding.source_start is not None and finding.source_end is not None:
        quote = finding.source_quote or ""
        place = places.location(finding.source_path, finding.source_start, finding.source_end, quote)
        yield {**place, "message": {"text": f"the source: {quote}"}}
    for other in finding.related:
        place = places.location(other.path or finding.path, other.start, other.end, other.quote)
        yield {**place, "message": {"text": other.message or other.quote}}


def _file(path: str) -> dict[str, Any]:
    from urllib.parse import quote

    path = path.replace(os.sep, "/")
    address = quote(path, safe="/", errors="surrogateescape")
    if os.path.isabs(path):
        address = f"file://{'' if path.startswith('/') else '/'}{address}"
    return {"artifactLocation": {"uri": address}}


def _fix(finding: Finding, fix: Fix, places: _Places) -> dict[str, Any]:
    edits = [
        {"deletedRegion": places.region(finding.path, edit.start, edit.end), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    change = {**_file(finding.path), "replacements": edits}
    return {"description": {"text": f"{fix.title} ({fix.safety})"}, "artifactChanges": [change]}
