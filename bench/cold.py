"""What a run costs before it says anything: the CPU time of `tqa check FILE` as a multiple of `python -c pass`.

    python -m bench.cold [FILE]

Both are run in turn, so that a busy machine slows both; the glossary cache is warm and the modules are compiled.
"""

from __future__ import annotations

import compileall
import os
import resource
import statistics
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SEED = os.path.join(ROOT, "seeds", "000_8a0a0fb16ab6ea83.txt")
RUN = (sys.executable, "-c", "from tqa.cli import main; main()", "check")
BARE = (sys.executable, "-c", "pass")


def seconds(command: tuple[str, ...]) -> float:
    """The CPU time of a process, user and system."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ratio(path: str = SEED, runs: int = 10) -> tuple[float, float, float]:
    """The median of both in seconds, and how many times the one is the other."""
    compileall.compile_dir(os.path.join(ROOT, "tqa"), quiet=1)
    seconds((*RUN, path))  # fills the cache
    times = [(seconds(BARE), seconds((*RUN, path))) for _ in range(runs)]
    bare, run = (statistics.median(column) for column in zip(*times, strict=True))
    return bare, run, run / bare


if __name__ == "__main__":
    bare, run, times = ratio(*sys.argv[1:2])
    print(f"python -c pass {bare * 1000:.1f} ms, tqa check {run * 1000:.1f} ms: {times:.1f} times")
