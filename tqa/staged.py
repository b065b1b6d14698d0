"""What the next commit holds: the staged files, checked as they are staged, whatever stands on the disk."""

from __future__ import annotations

import os
from collections.abc import Sequence

from tqa import git
from tqa.check import Setup
from tqa.config import Config
from tqa.files import source_names, wanted
from tqa.model import TqaError
from tqa.project import Outcome, outcome


def check_staged(paths: Sequence[str], config: Config, setup: Setup) -> list[Outcome]:
    """The outcome of each staged file below some paths (none: below this folder) that a search would take.

    Git writes these files, and their sources, to a folder of their own; what is said names them as in the checkout.

    Raises:
        TqaError: this is no git checkout.
    """
    import tempfile
    from contextlib import chdir

    listed = "diff", "--cached", "--relative", "--name-only", "-z", "--diff-filter=ACMR", "--", *paths
    names = [name for name in _git(*listed).split("\0") if name and wanted(name, config)]
    if not names:
        return []
    with tempfile.TemporaryDirectory(prefix="tqa-") as folder:
        sources = dict.fromkeys(source for name in names for source in source_names(name, config))
        for some in (names, [name for name in sources if not name.startswith(os.pardir)]):
            _git("checkout-index", "-q", "-z", "--stdin", f"--prefix={folder}/", said="\0".join(some))
        with chdir(os.path.join(folder, _git("rev-parse", "--show-prefix").rstrip("\n"))):
            return [outcome(name, config, setup) for name in names if not os.path.islink(name)]


def _git(*arguments: str, said: str = "") -> str:
    failed, out = git.ask(os.curdir, *arguments, said=said.encode("utf-8", "surrogateescape"), in_hook=True)
    if failed and not said:  # a file that is asked for and not staged is none
        raise TqaError("this folder is no git checkout: nothing is staged here")
    return out
