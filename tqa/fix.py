"""Fixes: which edits go together, the text with them, and the file written back."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence

from tqa.model import SEVERITIES, Edit, Finding, TqaError

LEVELS = {"safe": ("safe",), "unsafe": ("safe", "unsafe")}


def choose(findings: Sequence[Finding], level: str = "safe") -> list[Edit]:
    """The edits to make at once: each finding's first fix that is safe enough, in the order of the file.

    Where two overlap, the graver finding wins, then the earlier one; the other waits for the next pass.
    """
    wanted = []
    for finding in findings:
        fix = next((fix for fix in finding.fixes if fix.safety in LEVELS[level] and fix.edits), None)
        if fix is not None:
            wanted.append((SEVERITIES.index(finding.severity), finding.start, fix.edits))
    taken: list[Edit] = []
    for _, _, edits in sorted(wanted):
        if not any(_clash(edit, other) for edit in edits for other in taken):
            taken.extend(edits)
    return sorted(taken)


def _clash(one: Edit, other: Edit) -> bool:
    """True if two edits touch: what lies between two fixes is what both were judged by."""
    return one.start <= other.end and other.start <= one.end


def worse(before: Sequence[Finding], after: Sequence[Finding]) -> set[str]:
    """The segments in which a rule says more than before."""
    there, here = (Counter((finding.segment, finding.rule) for finding in findings) for findings in (after, before))
    return {segment for segment, _ in there - here}


def diff(path: str, before: str, after: str) -> Iterator[str]:
    """A unified diff, a line each, without line ends."""
    from difflib import unified_diff

    old, new = (text.replace("\r\n", "\n").split("\n") for text in (before, after))
    yield from unified_diff(old, new, path, path, lineterm="")


def write(path: str, data: bytes) -> None:
    """Replace a file at once: a temporary file beside it is renamed, its permissions kept.

    Raises:
        TqaError: it cannot be written; the file is then as it was.
    """
    import tempfile

    folder = os.path.dirname(os.path.realpath(path))
    temporary = ""
    try:
        if not os.stat(path).st_mode & 0o222:
            raise TqaError("cannot be written: it is read-only", path)
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=".tqa-")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, os.stat(path).st_mode & 0o7777)
        os.replace(temporary, os.path.realpath(path))
    except OSError as error:
        if temporary and os.path.exists(temporary):
            os.remove(temporary)
        raise TqaError.of_system("cannot be written", error, path) from None
