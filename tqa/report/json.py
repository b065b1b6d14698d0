"""JSON and JSON Lines: the contract for machines (design, section 5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqa import __version__
from tqa.model import SEVERITIES, Finding, Summary


def report(summary: Summary) -> Iterator[str]:
    """One JSON document."""
    import json

    document = {
        "version": 1,
        "tool": {"name": "tqa", "version": __version__},
        "summary": {
            "files": summary.files,
            "segments": summary.segments,
            "words": summary.words,
            "findings": {severity: summary.count(severity) for severity in SEVERITIES},
            "mqm_per_1000_words": summary.mqm_per_1000_words,
        },
        "findings": [row(finding) for finding in summary.findings],
        "errors": [
            {"path": error.path, "line": error.line, "column": error.column, "message": error.message}
            for error in summary.errors
        ],
    }
    yield json.dumps(document, ensure_ascii=False, indent=2)


def lines(summary: Summary) -> Iterator[str]:
    """One finding a line."""
    import json

    for finding in summary.findings:
        yield json.dumps(row(finding), ensure_ascii=False)


def row(finding: Finding) -> dict[str, Any]:
    """A finding as JSON data."""
    source = None
    if finding.source_start is not None:
        source = {
            "path": finding.source_path, "start": finding.source_start, "end": finding.source_end,
            "quote": finding.source_quote,
        }  # fmt: skip
    return {
        "path": finding.path,
        "rule": finding.rule,
        "severity": finding.severity,
        "category": finding.category,
        "message": finding.message,
        "start": finding.start,
        "end": finding.end,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "quote": finding.quote,
        "segment": finding.segment,
        "source": source,
        "related": [related._asdict() for related in finding.related],
        "fixes": [
            {"title": fix.title, "safety": fix.safety, "edits": [edit._asdict() for edit in fix.edits]}
            for fix in finding.fixes
        ],
        "fingerprint": finding.fingerprint,
        "entry": finding.entry,
    }
