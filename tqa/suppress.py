"""Comments that silence findings: `<!-- tqa-ignore rule, rule: reason -->`, `tqa-ignore-next-line`, `tqa-ignore-file`.

A comment silences the rules that it names (or all, if it names none) on its own line, on the next line that holds
text, or in the whole file. One that silences nothing is reported, and, where reasons are required, one without.
"""

from typing import NamedTuple

from tqa.model import Finding
from tqa.text import Lines

UNUSED = "unused-ignore"
UNEXPLAINED = "ignore-without-reason"


class Ignore(NamedTuple):
    """A comment at `start:end` of the file that silences `rules` (empty: all) from line `first` to `last`."""

    start: int
    end: int
    rules: tuple[str, ...]
    first: int
    last: int
    reason: str

    def covers(self, finding: Finding) -> bool:
        named = not self.rules or finding.rule in self.rules
        return named and self.first <= finding.end_line and finding.line <= self.last


def ignores(raw: str, lines: Lines) -> list[Ignore]:
    """The comments of a text, in order."""
    if "tqa-ignore" not in raw:
        return []
    import re

    pattern = re.compile(
        r"<!--\s*tqa-ignore(-next-line|-file)?((?:[ \t]+[\w-]+,?)*)[ \t]*(?::[ \t]*(.*?))?\s*-->", re.DOTALL
    )
    found = []
    for match in pattern.finditer(raw):
        rules = tuple(match.group(2).replace(",", " ").split())
        line = lines.place(match.start())[0]
        first = last = line
        if match.group(1) == "-file":
            first, last = 1, len(lines.starts)
        elif match.group(1) == "-next-line":
            first = last = _next_line(raw, lines, lines.place(match.end())[0])
        found.append(Ignore(match.start(), match.end(), rules, first, last, (match.group(3) or "").strip()))
    return found


def _next_line(raw: str, lines: Lines, line: int) -> int:
    for number in range(line + 1, len(lines.starts) + 1):
        start, end = lines.bounds(number)
        if raw[start:end].strip():
            return number
    return line + 1


def suppress(findings: list[Finding], raw: str, path: str, require_reasons: bool = False) -> list[Finding]:
    """The findings that no comment silences, and one for each comment that silences none or lacks its reason."""
    lines = Lines(raw)
    comments = ignores(raw, lines)
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
