"""Which lines of files have changed since a revision, as git sees it."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from tqa import git
from tqa.model import TqaError

Ranges = Sequence[tuple[int, int]] | None  # lines (first, last), from 1; None: all of them

_DIFF = (
    "-c", "core.quotePath=true", "-c", "diff.noprefix=false", "-c", "diff.mnemonicPrefix=false", "diff", "--unified=0",
    "--inter-hunk-context=0", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative",
)  # fmt: skip


def changed_lines(paths: Iterable[str], revision: str, staged: bool = False) -> dict[str, Ranges]:
    """The lines of each file that a revision does not have; renames are followed.

    A branch is compared with where it was left: what the other side changed since is not ours. `staged` looks at what
    the next commit would hold, else at what is on the disk. A binary file that was changed counts as new.

    Raises:
        TqaError: this is no git checkout, or there is no such revision.
    """
    seen: dict[str, dict[str, Ranges]] = {}
    found: dict[str, Ranges] = {}
    for path in paths:
        top = git.top(os.path.dirname(path) or os.curdir)
        if not top:
            raise TqaError("--diff-from needs a git checkout, and there is none here", path)
        if top not in seen:
            seen[top] = _changes(top, revision, staged)
        name = os.path.relpath(os.path.realpath(path), top).replace(os.sep, "/")
        found[path] = seen[top].get(name, seen[top][""])
    return found


def _changes(top: str, revision: str, staged: bool) -> dict[str, Ranges]:
    """The changed lines of each tracked file by its name; what stands under "" goes for every other file."""
    ask = partial(git.ask, top, in_hook=staged)
    since = _since(revision, ask)
    if not since:
        return {"": None}  # no commit yet: everything is new
    what = ("--cached", since) if staged else (since,)
    failed, patch = ask(*_DIFF, *what)
    _, numbers = ask(*_DIFF, "--numstat", "-z", *what)
    _, tracked = ask("ls-files", "-z")
    if failed:
        raise TqaError(f"git cannot compare with the revision “{revision}”", top)
    found: dict[str, Ranges] = dict.fromkeys(filter(None, tracked.split("\0")), ())
    found.update(_hunks(patch))
    found.update(dict.fromkeys(_binary(numbers)))
    return {**found, "": None}


def _since(revision: str, ask: Callable[..., tuple[int, str]]) -> str:
    """The commit to compare with; "" where there is none yet."""
    unknown, commit = 1, ""
    if not revision.startswith("-"):
        unknown, commit = ask("rev-parse", "--quiet", "--verify", f"{revision}^{{commit}}")
    if unknown and revision == "HEAD":
        return ""
    if unknown:
        hint = "in CI, fetch the whole history" if "/" in revision else ""
        raise TqaError(f"git knows no revision “{revision}” here", hint=hint)
    apart, left = ask("merge-base", commit.strip(), "HEAD")
    return commit.strip() if apart else left.strip()


def _hunks(patch: str) -> dict[str, Ranges]:
    """The new or changed lines by file.

    >>> _hunks('--- a/x\\n+++ "b/\\\\346\\\\227\\\\245"\\n@@ -1 +2,2 @@ a\\n-a\\n+++ b/y\\n+c\\n')
    {'日': [(2, 3)]}
    """
    found: dict[str, Ranges] = {}
    ranges: list[tuple[int, int]] = []
    left = 0  # lines of a hunk, which may look like anything
    for line in patch.split("\n"):
        if left:
            left -= not line.startswith("\\")  # “\ No newline at end of file”
        elif line.startswith("+++ "):
            found[_name(line[4:])] = ranges = []
        elif hunk := re.match(r"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", line):
            old, start, new = (1 if number is None else int(number) for number in hunk.groups())
            left = old + new
            if new:
                ranges.append((start, start + new - 1))
    return found


def _name(shown: str) -> str:
    """A file's name from git's “b/name”, which may be quoted as in C, or followed by a tab."""
    if shown.startswith('"'):
        shown = ast.literal_eval(f"b{shown}").decode("utf-8", "surrogateescape")
    return shown.rstrip("\t").removeprefix("b/")


def _binary(numbers: str) -> Iterable[str]:
    """The files whose lines git does not count, from `--numstat -z`."""
    cells = iter(numbers.split("\0"))
    for cell in cells:
        added, _, rest = cell.partition("\t")
        name = rest.partition("\t")[2]
        if rest and not name:  # a rename: the old and the new name follow
            name = (next(cells, ""), next(cells, ""))[1]
        if added == "-":
            yield name


def touched(first: int, last: int, ranges: Ranges) -> bool:
    """True if the lines overlap a changed range.

    >>> touched(3, 4, [(4, 9)]), touched(3, 3, [(4, 9)]), touched(1, 1, None)
    (True, False, True)
    """
    return ranges is None or any(low <= last and first <= high for low, high in ranges)
