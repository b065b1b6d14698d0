"""Many files checked at once, in several processes where that is worth it; the outcome is the same for any number."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from tqa.check import Setup
from tqa.config import Config
from tqa.project import Outcome, outcome

WORTH = 50_000  # bytes of text, about a second of work: below that, another process costs more than it saves

Ready = tuple[Config, Setup]


def check_files(names: Sequence[str], ready: Ready, again: Callable[[], Ready], jobs: int | None) -> list[Outcome]:
    """The outcome of each file, in order. `again` makes the setup once more, in another process; `jobs` None means as
    many as there are processors, if the files are many."""
    wanted = jobs or (_processors() if _size(names) >= WORTH else 1)
    shares = _shares(names, min(wanted, len(names)))
    if len(shares) > 1:
        done = _together(shares, again)
        if done is not None:
            return [done[name] for name in names]
    return [outcome(name, *ready) for name in names]


def _share(names: Sequence[str], again: Callable[[], Ready]) -> dict[str, Outcome]:
    """What one process does."""
    ready = again()
    return {name: outcome(name, *ready) for name in names}


def _together(shares: Sequence[Sequence[str]], again: Callable[[], Ready]) -> dict[str, Outcome] | None:
    """The outcomes by name, or None where this system lets us start no processes."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    try:
        with ProcessPoolExecutor(len(shares)) as pool:
            tasks = [pool.submit(_share, names, again) for names in shares]
            return {name: found for task in tasks for name, found in task.result().items()}
    except (OSError, BrokenProcessPool, ImportError, NotImplementedError):
        return None


def _shares(names: Sequence[str], count: int) -> list[list[str]]:
    """The files dealt out so that each share holds about as much text."""
    shares: list[list[str]] = [[] for _ in range(count)]
    sizes = [0] * count
    for name in sorted(names, key=_bytes, reverse=True) if count > 1 else ():
        least = sizes.index(min(sizes))
        shares[least].append(name)
        sizes[least] += _bytes(name) + 1
    return [share for share in shares if share]


def _size(names: Sequence[str]) -> int:
    return sum(map(_bytes, names)) if len(names) > 1 else 0


def _bytes(name: str) -> int:
    try:
        return os.path.getsize(name)
    except OSError:
        return 0  # said when it is read


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
