"""GitHub annotations: workflow commands that mark the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Summary

_COMMANDS = {"critical": "error", "major": "error", "minor": "warning", "info": "notice"}


def report(summary: Summary) -> Iterator[str]:
    """A command a finding."""
    for finding in summary.findings:
        place = f"file={_property(finding.path)},line={finding.line},endLine={finding.end_line}"
        if finding.line == finding.end_line:
            place += f",col={finding.column},endColumn={finding.end_column}"
        advice = f" → {finding.fixes[0].title}" if finding.fixes else ""
        title = _property(f"tqa: {finding.rule} ({finding.severity})")
        decided = f" ({finding.entry})" if finding.entry else ""
        yield f"::{_COMMANDS[finding.severity]} {place},title={title}::{_data(finding.message + advice + decided)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
