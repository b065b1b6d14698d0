"""Comments that silence findings: `<!-- tqa-ignore rule, rule: reason -->`, `tqa-ignore-next-line`, `tqa-ignore-file`.

A comment silences the rules that it names (or all, if it names none) on its own line, on the next line that holds
text, or in the whole file. Where a format has comments of its own (PO, XLIFF notes, a column of a table), the same
words without the marks silence the unit that the comment is for. A comment that silences nothing is reported, and,
where reasons are required, one without.
"""

from typing import Any, NamedTuple

from tqa.model import Document, Finding
from tqa.text import Lines

UNUSED = "unused-ignore"
UNEXPLAINED = "ignore-without-reason"
WORD = "tqa-ignore"


class Ignore(NamedTuple):
    """A comment at `start:end` of the file that silences `rules` (empty: all) at `low:high`."""

    start: int
    end: int
    rules: tuple[str, ...]
    low: int
    high: int
    reason: str

    def covers(self, finding: Finding) -> bool:
        named = not self.rules or finding.rule in self.rules
        return named and self.low <= finding.end and finding.start <= self.high


def ignores(document: Document, lines: Lines) -> list[Ignore]:
    """The comments of a document that silence something, in order."""
    import re

    order = r"tqa-ignore(-next-line|-file)?((?:[ \t]+[\w-]+,?)*)[ \t]*(?::[ \t]*(.*?))?\s*"
    raw = document.raw
    found = []
    for match in re.compile(rf"<!--\s*{order}-->", re.DOTALL).finditer(raw) if WORD in raw else ():
        if any(start <= match.start() < end for start, end in document.code):
            continue
        line = lines.place(match.start())[0]
        low, high = lines.bounds(line)
        if match.group(1) == "-next-line":
            low, high = _next_line(raw, lines, lines.place(match.end())[0])
        found.append(_ignore(match, match.start(), match.end(), low, high, len(raw)))
    for comment in document.comments:
        whole = re.compile(rf"\s*{order}", re.DOTALL).fullmatch(comment.text)
        if whole:
            found.append(_ignore(whole, comment.start, comment.end, comment.low, comment.high, len(raw)))
    return sorted(found)


def _ignore(match: Any, start: int, end: int, low: int, high: int, size: int) -> Ignore:
    rules = tuple(match.group(2).replace(",", " ").split())
    if match.group(1) == "-file":
        low, high = 0, size
    return Ignore(start, end, rules, low, high, (match.group(3) or "").strip())


def _next_line(raw: str, lines: Lines, line: int) -> tuple[int, int]:
    for number in range(line + 1, len(lines.starts) + 1):
        start, end = lines.bounds(number)
        if raw[start:end].strip():
            return start, end
    return lines.bounds(line)


def suppress(findings: list[Finding], document: Document, require_reasons: bool = False) -> list[Finding]:
    """The findings that no comment silences, and one for each comment that silences none or lacks its reason."""
    if WORD not in document.raw and not any(WORD in comment.text for comment in document.comments):
        return findings
    raw, path = document.raw, document.path
    lines = Lines(raw)
    comments = ignores(document, lines)
    if not comments:
        return findings
    used = set()
    kept = []
    for finding in findings:
        covering = [comment for comment in comments if comment.covers(finding)]
        used.update(covering)
        if not covering:
            kept.append(finding)
    for comment in comments:
        if comment not in used:
            rules = ", ".join(comment.rules) or "every rule"
            kept.append(_about(comment, raw, lines, path, UNUSED, "info", f"this comment silences nothing ({rules})"))
        if require_reasons and not comment.reason:
            message = "this comment gives no reason: write one after a colon"
            kept.append(_about(comment, raw, lines, path, UNEXPLAINED, "minor", message))
    return sorted(kept, key=lambda finding: (finding.start, finding.end, finding.rule, finding.message))


def _about(
    comment: Ignore, raw: str, lines: Lines, path: str, rule: str, severity: str, message: str
) -> Finding:
    line, column = lines.place(comment.start)
    end_line, end_column = lines.place(comment.end)
    rules = ", ".join(comment.rules) or "every rule"
    return Finding(
        rule=rule, severity=severity, category="design/markup", message=message,
        start=comment.start, end=comment.end, line=line, column=column, quote=raw[comment.start : comment.end],
        fingerprint=f"{rule}-{rules}", path=path, end_line=end_line, end_column=end_column,
        context=(comment.start, comment.end),
    )  # fmt: skip
