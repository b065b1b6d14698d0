"""Which findings came and went since a revision: `python -m bench.diff REV [--show N]`, or `make bench-diff BASE=REV`.

A quick sample of every set is checked with the revision's tqa, in a worktree that is removed afterwards, and with the
working tree's. Printed by rule, each with its sentence; nothing is written.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from bench.data import folder
from bench.run import ROOT, check_all
from bench.sets import SAMPLE, SETS, documents

if TYPE_CHECKING:
    from bench.judge import Drawn

Rows = dict[tuple[Any, ...], str]  # (set, id, bad, rule, start, end) to the severity


def collect(path: str) -> None:
    """Write the findings of this tqa on the sample."""
    chosen = [one for one in SETS if not one.missing and one.glossary == "shipped"]
    runs = [(one, documents(one, SAMPLE), one.source) for one in chosen]
    rows = [
        [one.name, case.id, case.bad, *finding[:4]]
        for (one, found, _), results in zip(runs, check_all(runs), strict=True)
        for document, row in zip(found, results, strict=True)
        for case, here in zip(document, row, strict=True)
        for finding in here
    ]
    with open(path, "w", encoding="utf-8") as file:
        json.dump(rows, file)


def findings(tree: str, path: str) -> Rows:
    """The findings of the tqa in a folder, by this bench.

    Raises:
        SystemExit: it does not run.
    """
    environment = os.environ | {"PYTHONPATH": tree, "TQA_BENCH_DATA": os.path.abspath(folder())}
    command = [sys.executable, "-m", "bench.diff", "--collect", path]
    done = subprocess.run(command, cwd=tree, env=environment, check=False, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        raise SystemExit(f"the tqa of {tree} does not run: {(done.stderr.strip().splitlines() or ['killed'])[-1]}")
    with open(path, encoding="utf-8") as file:
        return {(*head, rule, start, end): level for *head, rule, level, start, end in json.load(file)}


def before_and_after(revision: str) -> tuple[Rows, Rows]:
    """The findings of a revision and of the working tree.

    Raises:
        SystemExit: there is no such revision.
    """
    with tempfile.TemporaryDirectory() as place:
        tree = os.path.join(place, "tree")
        made = ["git", "-C", ROOT, "worktree", "add", "--quiet", "--detach", tree, revision]
        if subprocess.run(made, check=False).returncode:
            raise SystemExit(f"git knows no revision “{revision}”")
        try:
            if os.path.isdir(bench := os.path.join(tree, "bench")):
                os.rename(bench, os.path.join(place, "its bench"))
            os.symlink(os.path.join(ROOT, "bench"), bench)
            old = findings(tree, os.path.join(place, "old.json"))
        finally:
            subprocess.run(["git", "-C", ROOT, "worktree", "remove", "--force", tree], check=False)
        return old, findings(ROOT, os.path.join(place, "new.json"))


def changes(old: Rows, new: Rows) -> dict[str, list[tuple[str, Drawn]]]:
    """By rule, the findings that came (+), went (-) or moved within their sentence (~, the new place)."""
    from bench.judge import Drawn

    came: dict[tuple[Any, ...], list[Drawn]] = defaultdict(list)
    went: dict[tuple[Any, ...], list[Drawn]] = defaultdict(list)
    for here, there, into in ((new, old, came), (old, new, went)):
        for name, case, bad, rule, start, end in sorted(here.keys() - there.keys()):
            level = here[name, case, bad, rule, start, end]
            into[rule, name, case, bad].append(Drawn(name, case, bad, rule, level, start, end, ""))
    found: dict[str, list[tuple[str, Drawn]]] = defaultdict(list)
    for place in sorted(came.keys() | went.keys()):
        moved = min(len(came[place]), len(went[place]))
        found[place[0]] += [("~", one) for one in came[place][:moved]]
        found[place[0]] += [("+", one) for one in came[place][moved:]] + [("-", one) for one in went[place][moved:]]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("revision", nargs="?", default="HEAD")
    parser.add_argument("--show", type=int, default=20, help="findings to show of each rule and kind")
    parser.add_argument("--collect", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.collect:
        collect(options.collect)
        return
    from bench.judge import sentences  # needs a tqa that the old one may not be

    old, new = before_and_after(options.revision)
    found = changes(old, new)
    texts = sentences([one for rows in found.values() for mark, one in rows if mark != "~"])
    print(f"{len(old)} findings in {options.revision}, {len(new)} now; ~ counts those that point at other words of their sentence")
    for rule, rows in sorted(found.items()):
        print(f"\n{rule}: " + " ".join(f"{sign}{n}" for sign in "+-~" if (n := sum(mark == sign for mark, _ in rows))))
        for sign in "+-":
            for mark, one in [row for row in rows if row[0] == sign][: options.show]:
                case = texts[one.set, one.id, one.bad]
                marked = f"{case.target[: one.start]}⟦{case.target[one.start : one.end]}⟧{case.target[one.end :]}"
                print(f"  {mark} {one.severity} [{one.set} {one.id} {'bad' if one.bad else 'good'}]\n      {case.source}\n      {marked}")


if __name__ == "__main__":
    main()
