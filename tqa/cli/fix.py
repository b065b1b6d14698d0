"""`tqa check --fix` and `--diff`."""

from __future__ import annotations

import sys

from tqa import config as configuration
from tqa import fix as fixes
from tqa.check import Setup, check
from tqa.cli.run import Options, setting_up
from tqa.model import TqaError
from tqa.suppress import suppress

PASSES = 10  # edits that touch wait for the next pass


def run_fix(paths: tuple[str, ...], options: Options, level: str, only_show: bool) -> int:
    """Mend the files of some paths, or show how; 0 if nothing is left to mend, 1 if a diff was shown, 2 on errors.

    Raises:
        TqaError: the job could not be done.
    """
    from tqa.project import targets

    if level not in fixes.LEVELS:
        raise TqaError(f"--fix takes nothing or “unsafe”, not “{level}”")
    settings, setup = setting_up(paths, options)
    failed, changed = False, 0
    for path in targets(list(paths) or ["."], settings):
        try:
            before, after = mended(path, options.source, settings, setup, level)
            if before != after and only_show:
                sys.stdout.writelines(f"{line}\n" for line in fixes.diff(path, before, after))
            elif before != after:
                fixes.write(path, after)
            changed += before != after
        except TqaError as error:
            print(f"tqa: {error}", file=sys.stderr)
            failed = True
    if not only_show:
        print(f"{changed} file{'' if changed == 1 else 's'} changed", file=sys.stderr)
    return 2 if failed else int(bool(changed and only_show))


def mended(
    path: str, source: str, settings: configuration.Config, setup: Setup, level: str
) -> tuple[str, str]:
    """The text of a file before and after, mended until nothing more is to mend."""
    from tqa import project

    original = text = None
    source = source or project.source_of(path, settings)
    setup = project.setup_for(path, settings, setup)
    for _ in range(PASSES):
        document = project.read(path, settings, source, text)
        original = document.raw if original is None else original
        edits = fixes.choose(suppress(check(document, setup), document.raw, path), level)
        text = document.raw
        if not edits:
            break
        text = fixes.apply(text, edits)
    return original or "", text or ""
