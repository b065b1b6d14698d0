"""SARIF 2.1.0, for code scanning and for editors that read it. Columns count code points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqa import __version__
from tqa.model import Finding, Fix, Summary

_LEVELS = {"critical": "error", "major": "error", "minor": "warning", "info": "note"}
_RANK = {"critical": 100.0, "major": 70.0, "minor": 30.0, "info": 5.0}


def report(summary: Summary) -> Iterator[str]:
    """One SARIF log."""
    import json

    rules = sorted({finding.rule for finding in summary.findings})
    log = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "tqa", "version": __version__, "rules": [_rule(name) for name in rules]}},
                "columnKind": "unicodeCodePoints",
                "taxonomies": [_taxonomy(summary)],
                "results": [_result(finding, rules.index(finding.rule)) for finding in summary.findings],
            }
        ],
    }
    yield json.dumps(log, ensure_ascii=False, indent=2)


def _rule(name: str) -> dict[str, Any]:
    from tqa.rules import ALL, module

    if name not in ALL:
        return {"id": name}
    found = module(name)
    text = (found.__doc__ or "").strip()
    return {
        "id": name,
        "shortDescription": {"text": found.RULE.summary},
        "fullDescription": {"text": text.split("\n\n", 1)[0]},
        "help": {"text": text},
        "defaultConfiguration": {"level": _LEVELS[found.RULE.severity], "rank": _RANK[found.RULE.severity]},
        "properties": {"category": found.RULE.category, "status": found.RULE.status},
    }


def _taxonomy(summary: Summary) -> dict[str, Any]:
    """The MQM error types that the findings name."""
    names = sorted({finding.category for finding in summary.findings})
    return {"name": "MQM", "organization": "MQM Council", "taxa": [{"id": name} for name in names]}


def _result(finding: Finding, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "rank": _RANK[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": {**_file(finding.path), "region": _region(finding)}}],
        "partialFingerprints": {"tqa/v1": finding.fingerprint},
        "taxa": [{"id": finding.category, "toolComponent": {"name": "MQM"}}],
        "properties": {
            "severity": finding.severity, "quote": finding.quote, **({"entry": finding.entry} if finding.entry else {}),
        },
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "physicalLocation": {**_file(place.path or finding.path), "region": _offsets(place.start, place.end)},
                "message": {"text": place.message or place.quote},
            }
            for place in finding.related
        ]
    fixes = [_fix(finding, fix) for fix in finding.fixes if fix.edits and fix.safety != "display"]
    if fixes:
        result["fixes"] = fixes
    return result


def _file(path: str) -> dict[str, Any]:
    from urllib.parse import quote

    return {"artifactLocation": {"uri": quote(path.replace("\\", "/"), safe="/")}}


def _region(finding: Finding) -> dict[str, Any]:
    return {
        "startLine": finding.line, "startColumn": finding.column, "endLine": finding.end_line,
        "endColumn": finding.end_column, **_offsets(finding.start, finding.end), "snippet": {"text": finding.quote},
    }  # fmt: skip


def _offsets(start: int, end: int) -> dict[str, int]:
    return {"charOffset": start, "charLength": end - start}


def _fix(finding: Finding, fix: Fix) -> dict[str, Any]:
    edits = [
        {"deletedRegion": _offsets(edit.start, edit.end), "insertedContent": {"text": edit.text}} for edit in fix.edits
    ]
    change = {**_file(finding.path), "replacements": edits}
    return {"description": {"text": f"{fix.title} ({fix.safety})"}, "artifactChanges": [change]}
