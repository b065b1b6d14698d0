"""What was known before: a file of fingerprints, sorted, a line each, so that it merges well.

A fingerprint is made of the rule, the words and their paragraph, not of line numbers: it survives moved paragraphs,
inserted lines and re-wrapping.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tqa.model import Finding, TqaError

_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
HEAD = "# tqa baseline 1: findings known before; written by `tqa baseline`"


class Entry(NamedTuple):
    """A known finding. The words are for the reader."""

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
    except OSError as error:
        raise TqaError.of_system("cannot be read", error, path, "`tqa baseline` writes one") from None
    except UnicodeError:
        raise TqaError("is not UTF-8: no baseline file", path, 1, 1, "`tqa baseline` writes one") from None
    entries = []
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 4:
            hint = "a merge conflict: keep the lines of both sides" if line[:7] in _CONFLICT else ""
            raise TqaError("is no baseline entry (path, rule, fingerprint, words)", path, number, 1, hint)
        entries.append(Entry(*cells))
    return entries


def entries(findings: Iterable[Finding], path: str) -> list[Entry]:
    """Findings as entries of the baseline file `path`, sorted."""
    rows = [Entry(_name(f.path, path), f.rule, f.fingerprint, " ".join(f.quote.split())[:60]) for f in findings]
    return sorted(rows)


def lines(known: Iterable[Entry]) -> list[str]:
    """The lines of a baseline file."""
    return [HEAD, *("\t".join(entry) for entry in sorted(known))]


def split(
    findings: Sequence[Finding], known: Sequence[Entry], checked: Iterable[str], path: str
) -> tuple[list[Finding], list[Entry]]:
    """The findings that the baseline file `path` does not know, and the entries that nothing matched.

    An entry speaks of a finding in its own file. If its file is gone, or was checked and does not have it any more, it
    may have moved, and speaks of one finding elsewhere. Entries of other files are not stale: nobody has looked.
    """
    looked = {_name(name, path) for name in checked}
    own = {(_name(finding.path, path), finding.rule, finding.fingerprint) for finding in findings}
    names = {entry.path for entry in known}
    there = {name for name in names - looked if os.path.exists(os.path.join(os.path.dirname(path), name))}
    free: dict[tuple[str, str], list[Entry]] = {}
    for entry in known:
        if entry[:3] not in own and entry.path not in there:
            free.setdefault((entry.rule, entry.fingerprint), []).append(entry)
    settled = {entry[:3] for entry in known}
    new = []
    for finding in findings:
        if (_name(finding.path, path), finding.rule, finding.fingerprint) in settled:
            continue
        moved = free.get((finding.rule, finding.fingerprint))
        if moved:
            moved.pop()
        else:
            new.append(finding)
    return new, sorted(entry for left in free.values() for entry in left)


def pruned(
    findings: Sequence[Finding], known: Sequence[Entry], checked: Sequence[str], path: str
) -> tuple[list[Entry], list[Entry]]:
    """The entries that still speak of something, at its present place, and those that are dropped."""
    new, stale = split(findings, known, checked, path)
    looked = {_name(name, path) for name in checked}
    present = entries([finding for finding in findings if finding not in new], path)
    unseen = [entry for entry in known if entry not in stale and entry.path not in looked
              and os.path.exists(os.path.join(os.path.dirname(path), entry.path))]  # fmt: skip
    return sorted({*present, *unseen}), stale


def _name(path: str, baseline: str) -> str:
    """A file's name as the baseline has it: seen from the baseline's folder, so that it does not matter from where."""
    name = os.path.relpath(path, os.path.dirname(baseline) or os.curdir).replace(os.sep, "/")
    return " ".join(name.split()) if "\t" in name or "\n" in name else name
