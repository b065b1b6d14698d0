"""`tqa check --fix` and `--diff`."""

from __future__ import annotations

import sys
from typing import NamedTuple

from tqa import config as configuration
from tqa import files, formats, project
from tqa import fix as fixes
from tqa.check import Setup
from tqa.cli.run import STDIN, Options, setting_up, stdin, write
from tqa.model import Document, Finding, TqaError
from tqa.text import plural

PASSES = 10  # edits that touch wait for the next pass


class Mended(NamedTuple):
    """A file before and after: its bytes, and the text that they hold."""

    original: bytes
    data: bytes
    before: str
    after: str


def run_fix(paths: tuple[str, ...], options: Options, level: str, only_show: bool) -> int:
    """Mend the files of some paths, or show how; 0 if nothing is left to mend, 1 if a diff was shown, 2 on errors.

    Raises:
        TqaError: the job could not be done.
    """
    if level not in fixes.LEVELS:
        raise TqaError(f"--fix takes nothing or “unsafe”, not “{level}”")
    if options.staged:
        raise TqaError("--fix and --diff mend files on the disk, not what is staged")
    settings, setup = setting_up(paths, options)
    if STDIN in paths or options.stdin_filename:
        return _filter(paths, options, settings, setup, level, only_show)
    names, errors = files.search(paths or (".",), settings)
    changed = 0
    for path in names:
        if options.force_exclude and not files.wanted(path, settings):
            continue
        try:
            file = mended(path, options.source, settings, setup, level)
            if file.before != file.after and only_show:
                write([*fixes.diff(path, file.before, file.after)], None)
            elif file.data != file.original:
                fixes.write(path, file.data)
            changed += file.data != file.original
        except TqaError as wrong:
            errors.append(wrong)
    for error in errors:
        print(f"tqa: {error}", file=sys.stderr)
    if not only_show:
        print(f"{plural(changed, 'file')} changed", file=sys.stderr)
    return 2 if errors else int(bool(changed and only_show))


def _filter(
    paths: tuple[str, ...], options: Options, settings: configuration.Config, setup: Setup, level: str, only_show: bool
) -> int:
    """Mend what is piped in, and give it back whether it was changed or not, for editors."""
    path, given = stdin(paths, options)
    if options.force_exclude and not files.wanted(path, settings):
        file = Mended(given, given, "", "")
    else:
        file = mended(path, options.source, settings, setup, level, given)
    if only_show:
        write([*fixes.diff(path, file.before, file.after)] if file.before != file.after else [], None)
    else:
        sys.stdout.buffer.write(file.data)
        sys.stdout.flush()
    return int(only_show and file.before != file.after)


def mended(
    path: str, source: str, settings: configuration.Config, setup: Setup, level: str, given: bytes | None = None
) -> Mended:
    """A file mended until nothing more is to mend; `given` replaces what is on the disk.

    A segment in which another rule would then begin to speak is left as it is.
    """
    setup = project.setup_for(path, settings, setup)
    original = formats.contents(path) if given is None else given

    def found(data: bytes) -> tuple[Document, list[Finding]]:
        document = project.read(path, settings, source, data)
        return document, project.findings_of(document, settings, setup)

    before, first = found(original)
    left: set[str] = set()
    while True:
        data, document, findings = original, before, first
        for _ in range(PASSES):
            edits = fixes.choose([finding for finding in findings if finding.segment not in left], level)
            if not edits:
                break
            data = formats.edited(document, data, edits)
            document, findings = found(data)
        worse = fixes.worse(first, findings) - left
        if not worse:
            return Mended(original, data, before.raw, document.raw)
        left |= worse
