"""GitHub annotations: workflow commands that mark the lines of a pull request, and a line for the log."""

from __future__ import annotations

import os
from collections.abc import Iterator

from tqa.model import SEVERITIES, Summary
from tqa.report.text import total

_COMMANDS = {"critical": "error", "major": "error", "minor": "warning", "info": "notice"}


def report(summary: Summary) -> Iterator[str]:
    """A command a finding, the gravest first: GitHub shows no more than ten of a kind for each step."""
    for finding in sorted(summary.findings, key=lambda finding: SEVERITIES.index(finding.severity)):
        place = f"file={_property(_path(finding.path))},line={finding.line},endLine={finding.end_line}"
        if finding.line == finding.end_line:
            place += f",col={finding.column},endColumn={finding.end_column}"
        advice = f" → {finding.fixes[0].title}" if finding.fixes else ""
        decided = f" ({finding.entry})" if finding.entry else ""
        title = _property(f"tqa: {finding.rule} ({finding.severity})")
        yield f"::{_COMMANDS[finding.severity]} {place},title={title}::{_data(finding.message + advice + decided)}"
    yield total(summary)


def _path(path: str) -> str:
    """A file as seen from the top of the checkout, where GitHub says where that is."""
    top = os.environ.get("GITHUB_WORKSPACE")
    seen = os.path.relpath(path, top) if top else path
    return (path if seen.startswith(os.pardir) else seen).replace(os.sep, "/")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
