"""A table for reviewers, a row a finding, as spreadsheets open it: UTF-8 with its mark, no cell that is a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tqa.model import Document, Finding, Summary

COLUMNS = (
    "path", "line", "column", "severity", "rule", "category", "words", "message", "write instead", "sentence", "source",
    "decision", "comment",
)  # fmt: skip
_FORMULA = tuple("=+-@＝＋－＠")


def report(summary: Summary, documents: Sequence[Document]) -> Iterator[str]:
    """The rows; the last two columns are left to the reviewer."""
    raws = {document.path: document.raw for document in documents}
    yield "\ufeff" + _line(COLUMNS)
    for finding in summary.findings:
        yield _line(_row(finding, raws.get(finding.path, "")))


def _row(finding: Finding, raw: str) -> Sequence[str]:
    low, high = finding.context
    fixes = " | ".join(fix.title.removeprefix("write ") for fix in finding.fixes)
    return (
        finding.path, str(finding.line), str(finding.column), finding.severity, finding.rule, finding.category,
        finding.quote, finding.message, fixes, raw[min(low, finding.start) : max(high, finding.end)],
        finding.source_quote or "", "", "",
    )  # fmt: skip


def _line(cells: Iterable[str]) -> str:
    import csv
    from io import StringIO

    line = StringIO()
    csv.writer(line, "excel-tab", lineterminator="").writerow(map(_cell, cells))
    return line.getvalue()


def _cell(text: str) -> str:
    """A cell on one line; one that a spreadsheet would run gets an apostrophe before it.

    >>> _cell("=1+1"), _cell("a\\tb")
    ("'=1+1", 'a b')
    """
    text = text.replace("\r", "").replace("\n", " ").replace("\t", " ")
    return f"'{text}" if text.startswith(_FORMULA) else text
