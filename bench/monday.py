"""A desk's Monday morning on real text: old machine translations in a checkout, then one of them comes in as new.

    python -m bench.monday [--system NAME] [--articles N]

Says how long `tqa baseline` takes and how long the commit that the hook checks, how many findings are old, how many of
them are told again after lines were put in above and the last paragraph was moved to the top (none should be), and
whether the planted faults are told.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import groupby

from bench.data import wmt

PLANTED = "They met at the the gate.\n\nIt was an fair to remember.\n\nHe called it “a good year. They left.\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--system", default="Online-B")
    parser.add_argument("--articles", type=int, default=300)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        monday(folder, options.system, options.articles)


def monday(folder: str, system: str, limit: int) -> None:
    """Play the morning in an empty folder and print what was measured."""
    around = {**os.environ, "PATH": f"{os.path.dirname(sys.executable)}{os.pathsep}{os.environ['PATH']}"}

    def do(*command: str) -> tuple[str, float, int]:
        begun = time.perf_counter()
        done = subprocess.run(command, cwd=folder, env=around, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr, time.perf_counter() - begun, done.returncode

    def told(*arguments: str, baseline: str = "tqa-baseline.tsv") -> list[str]:
        known = ["--baseline", baseline] if baseline else []
        out, _, _ = do("tqa", "check", *arguments, *known, "--format", "jsonl")
        return [f"{row['rule']}: {row['quote']}" for row in map(json.loads, out.splitlines())]

    names = write(folder, system, limit)
    do("git", "init", "-q")
    do("git", "config", "user.name", "Desk")
    do("git", "config", "user.email", "desk@example.org")
    do("tqa", "init", "--hook")
    out, seconds, _ = do("tqa", "baseline", "articles")
    print(f"{len(names)} articles of {system}; {out.splitlines()[-1]} in {seconds:.1f} s")
    do("git", "add", ".")
    do("git", "commit", "-q", "-m", "old")
    print(f"told again at once: {told('articles')}")
    for name in names:
        move(os.path.join(folder, name))
    old, new = len(told("articles", baseline="")), told("articles")
    print(f"after moves in every article: {old} findings; not in the baseline, made by the move: {new}")
    with open(os.path.join(folder, "articles", "new.txt"), "w", encoding="utf-8") as file:
        file.write(PLANTED)
    do("git", "add", "articles/new.txt")
    out, seconds, code = do("git", "commit", "-m", "new")
    print(f"the commit: exit {code} in {seconds:.2f} s; told: {told('articles/new.txt')}")


def write(folder: str, system: str, limit: int) -> list[str]:
    """The articles as files, a paragraph a segment."""
    os.mkdir(os.path.join(folder, "articles"))
    names: list[str] = []
    pairs = sorted(wmt(system), key=lambda pair: pair.doc)
    for _, group in groupby(pairs, key=lambda pair: pair.doc):
        if len(names) == limit:
            break
        names.append(os.path.join("articles", f"{len(names):03}.txt"))
        with open(os.path.join(folder, names[-1]), "w", encoding="utf-8") as file:
            file.write("\n\n".join(pair.target for pair in group) + "\n")
    return names


def move(path: str) -> None:
    """Put 40 lines in above a text, and its last paragraph before the others."""
    with open(path, encoding="utf-8") as file:
        *paragraphs, last = file.read().strip().split("\n\n")
    lines = [f"Line {number} was put in later." for number in range(40)]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n\n".join([*lines, last, *paragraphs]) + "\n")


if __name__ == "__main__":
    main()
