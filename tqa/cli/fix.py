"""`tqa check --fix` and `--diff`."""

from __future__ import annotations

import sys

from tqa import config as configuration
from tqa import fix as fixes
from tqa import formats, project
from tqa.check import Setup
from tqa.cli.run import Options, setting_up
from tqa.model import TqaError

PASSES = 10  # edits that touch wait for the next pass


def run_fix(paths: tuple[str, ...], options: Options, level: str, only_show: bool) -> int:
    """Mend the files of some paths, or show how; 0 if nothing is left to mend, 1 if a diff was shown, 2 on errors.

    Raises:
        TqaError: the job could not be done.
    """
    if level not in fixes.LEVELS:
        raise TqaError(f"--fix takes nothing or “unsafe”, not “{level}”")
    settings, setup = setting_up(paths, options)
    failed, changed = False, 0
    for path in project.targets(list(paths) or ["."], settings):
        try:
            original, before, after, data = mended(path, options.source, settings, setup, level)
            if before != after and only_show:
                sys.stdout.writelines(f"{line}\n" for line in fixes.diff(path, before, after))
            elif data != original:
                fixes.write(path, data)
            changed += data != original
        except TqaError as error:
            print(f"tqa: {error}", file=sys.stderr)
            failed = True
    if not only_show:
        print(f"{changed} file{'' if changed == 1 else 's'} changed", file=sys.stderr)
    return 2 if failed else int(bool(changed and only_show))


def mended(
    path: str, source: str, settings: configuration.Config, setup: Setup, level: str
) -> tuple[bytes, str, str, bytes]:
    """A file mended until nothing more is to mend: its bytes and its text before, its text and its bytes after."""
    setup = project.setup_for(path, settings, setup)
    data = original = formats.contents(path)
    before = None
    for _ in range(PASSES):
        document = project.read(path, settings, source, data)
        before = document.raw if before is None else before
        edits = fixes.choose(project.findings_of(document, settings, setup), level)
        if not edits:
            break
        data = formats.edited(document, data, edits)
    after = formats.read(path, settings.lang, settings.source_lang, data, dict(settings.columns)).raw
    return original, before or "", after, data
