"""What `--fix=unsafe` does to real translations: `python -m bench.fixes [SENTENCES]`, 2,000 without a number.

After it every rule with a fix must say less, no other rule more, and a second run must change nothing.
"""

from __future__ import annotations

import csv
import os
import sys
import tempfile
from typing import NamedTuple

from bench.data import folder, rows, wmt
from tqa.check import prepare
from tqa.cli.fix import mended
from tqa.config import Config
from tqa.fix import worse
from tqa.project import check_file

DOCUMENT = 100  # sentences of a document


class Result(NamedTuple):
    """Findings before and after, segments in which a rule says more than before, files that a second run changes."""

    sentences: int
    before: int
    after: int
    worse: int
    unstable: int


def measure(size: int = 2000) -> Result:
    """Mend first versions of the Kyoto sets and an MT system's news, chat and reviews, in equal parts."""
    names = sorted(name for name in os.listdir(os.path.join(folder(), "kyoto_revisions")) if name.endswith(".jsonl"))
    share = size * 4 // 5 // len(names) + 1
    found = [(row["src"], row["bad"]) for name in names for row in list(rows(f"kyoto_revisions/{name}"))[:share]]
    found = found[: size * 4 // 5]
    found += [(pair.source, pair.target) for pair in wmt("ONLINE-A")][: size - len(found)]
    config = Config()
    setup = prepare(config)
    totals = [0, 0, 0, 0]
    with tempfile.TemporaryDirectory() as place:
        path = os.path.join(place, "x.csv")
        for start in range(0, len(found), DOCUMENT):
            with open(path, "w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([("source", "target"), *found[start : start + DOCUMENT]])
            first = check_file(path, config, setup)[1]
            data = mended(path, "", config, setup, "unsafe").data
            with open(path, "wb") as out:
                out.write(data)
            then = check_file(path, config, setup)[1]
            again = mended(path, "", config, setup, "unsafe").data
            for index, value in enumerate((len(first), len(then), len(worse(first, then)), int(again != data))):
                totals[index] += value
    return Result(len(found), *totals)


if __name__ == "__main__":
    print(measure(int(sys.argv[1]) if sys.argv[1:] else 2000))
