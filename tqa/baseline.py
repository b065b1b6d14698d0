"""What was known before: a file of fingerprints, sorted, a line each, so that it merges well.

A fingerprint is made of the rule, the words and their paragraph, not of line numbers: it survives moved paragraphs,
inserted lines and re-wrapping.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from tqa.model import Finding, TqaError

HEAD = "# tqa baseline 1: findings known before; written by `tqa baseline`"


class Entry(NamedTuple):
    """A known finding; only the fingerprint counts, the rest is for the reader."""

    path: str
    rule: str
    fingerprint: str
    quote: str


def read(path: str) -> list[Entry]:
    """The entries of a baseline file.

    Raises:
        TqaError: it cannot be read, or a line is no entry.
    """
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
    except (OSError, UnicodeError) as error:
        raise TqaError(f"cannot be read: {error}", path, hint="`tqa baseline` writes one") from None
    entries = []
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 4:
            raise TqaError("is no baseline entry (path, rule, fingerprint, words)", path, number, 1)
        entries.append(Entry(*cells))
    return entries


def entries(findings: Iterable[Finding]) -> list[Entry]:
    """Findings as entries, sorted."""
    rows = [Entry(f.path, f.rule, f.fingerprint, " ".join(f.quote.split())[:60]) for f in findings]
    return sorted(rows)


def lines(known: Iterable[Entry]) -> list[str]:
    """The lines of a baseline file."""
    return [HEAD, *("\t".join(entry) for entry in sorted(known))]


def split(
    findings: Sequence[Finding], known: Sequence[Entry], checked: Collection[str]
) -> tuple[list[Finding], list[Entry]]:
    """The findings that are not known, and the entries of the checked (or deleted) files that nothing matched.

    A moved file keeps its entries.
    """
    import os

    fingerprints = {(entry.rule, entry.fingerprint) for entry in known}
    new = [finding for finding in findings if (finding.rule, finding.fingerprint) not in fingerprints]
    here = {(finding.rule, finding.fingerprint) for finding in findings}
    gone = [entry for entry in known if (entry.rule, entry.fingerprint) not in here]
    return new, [entry for entry in gone if entry.path in checked or not os.path.exists(entry.path)]
