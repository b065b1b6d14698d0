"""JUnit XML, for the test pages of CI systems: a suite a file, a failed case a finding; what is only said (info) passes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.model import Document, Finding, Summary


def report(summary: Summary, documents: Sequence[Document]) -> Iterator[str]:
    """The lines of one XML document."""
    by_path: dict[str, list[Finding]] = {document.path: [] for document in documents}
    for finding in summary.findings:
        by_path.setdefault(finding.path, []).append(finding)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    errors = len(summary.errors)
    tests = sum(max(len(findings), 1) for findings in by_path.values()) + errors
    yield f'<testsuites name="tqa" {_counts(tests, summary.findings, errors)}>'
    for path, findings in by_path.items():
        yield f'  <testsuite name={_quoted(path)} {_counts(max(len(findings), 1), findings)}>'
        if not findings:
            yield f'    <testcase name="nothing to report" classname={_quoted(path)} file={_quoted(path)}/>'
        for finding in findings:
            yield from _case(finding)
        yield "  </testsuite>"
    for error in summary.errors:
        path, message = _quoted(error.path), _quoted(error.message)
        yield f"  <testsuite name={path} {_counts(1, (), 1)}>"
        yield f'    <testcase name="not checked" classname={path} file={path}>'
        yield f"      <error message={message}>{_text(str(error))}</error>"
        yield "    </testcase>"
        yield "  </testsuite>"
    yield "</testsuites>"


def _counts(tests: int, findings: Sequence[Finding], errors: int = 0) -> str:
    return f'tests="{tests}" failures="{sum(map(_fails, findings))}" errors="{errors}" skipped="0"'


def _fails(finding: Finding) -> bool:
    return finding.severity != "info"


def _case(finding: Finding) -> Iterator[str]:
    place = f"{finding.path}:{finding.line}:{finding.column}"
    name = f"{finding.line}:{finding.column} {finding.rule}: {finding.quote}"
    path = _quoted(finding.path)
    yield f'    <testcase name={_quoted(name)} classname={path} file={path} line="{finding.line}">'
    advice = f"\n→ {finding.fixes[0].title}" if finding.fixes else ""
    text = f"{place}: {finding.severity}: {finding.message}{advice}"
    if _fails(finding):
        yield f"      <failure type={_quoted(finding.rule)} message={_quoted(finding.message)}>{_text(text)}</failure>"
    else:
        yield f"      <system-out>{_text(text)}</system-out>"
    yield "    </testcase>"


def _quoted(text: str) -> str:
    from xml.sax.saxutils import quoteattr

    return quoteattr(_allowed(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _text(text: str) -> str:
    from xml.sax.saxutils import escape

    return escape(_allowed(text), {"\r": "&#13;"})


def _allowed(text: str) -> str:
    """The text without the characters that XML cannot hold.

    >>> _allowed("a\\x07b\\ud800\\U0001f600")
    'a�b�😀'
    """
    import re

    return re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\N{REPLACEMENT CHARACTER}", text)
