"""Which lines of a file have changed since a revision, as git sees it."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from tqa.model import TqaError


def changed_lines(path: str, revision: str) -> list[tuple[int, int]] | None:
    """Ranges of lines (first, last) that a revision does not have; None means that the whole file is new.

    Renames are followed.

    Raises:
        TqaError: this is no git checkout, or there is no such revision.
    """
    folder, name = os.path.split(os.path.abspath(path))
    if _git(folder, "ls-files", "--error-unmatch", "--", name)[0]:
        return None
    old = _name_then(folder, name, revision)
    failed, out = _git(folder, "diff", "--unified=0", "--no-color", "--no-ext-diff", *old)
    if failed:
        raise TqaError(f"git knows no revision “{revision}” here", path)
    if old[0] == revision and _git(folder, "cat-file", "-e", f"{revision}:./{name}")[0]:
        return None
    return [
        (int(start), int(start) + int(count or 1) - 1)
        for start, count in re.findall(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", out, re.MULTILINE)
        if count != "0"
    ]


def _name_then(folder: str, name: str, revision: str) -> list[str]:
    """What to compare: the file's revision by the name that it had then, and the file."""
    failed, out = _git(folder, "diff", "--name-status", "--find-renames", "--relative", revision)
    if failed:
        raise TqaError(f"git knows no revision “{revision}” here", os.path.join(folder, name))
    for line in out.split("\n"):
        cells = line.split("\t")
        if len(cells) == 3 and cells[2] == name:
            return [f"{revision}:./{cells[1]}", name]
    return [revision, "--", name]


_OF_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


def _git(folder: str, *arguments: str) -> tuple[int, str]:
    import subprocess

    # In a hook, git says where its folder is, and would then take ours for the top of the checkout.
    around = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, env=around, capture_output=True, check=False)
    except OSError as error:
        raise TqaError(f"git cannot be run: {error}", folder) from None
    return done.returncode, done.stdout.decode("utf-8", "replace")


def touched(first: int, last: int, ranges: Sequence[tuple[int, int]] | None) -> bool:
    """True if the lines overlap a changed range.

    >>> touched(3, 4, [(4, 9)]), touched(3, 3, [(4, 9)]), touched(1, 1, None)
    (True, False, True)
    """
    return ranges is None or any(low <= last and first <= high for low, high in ranges)
