"""Which files to check: those named, those that a pattern fits, and those that a search of a folder finds.

A search takes what tqa reads and leaves out sources, hidden files, links, what .gitignore leaves out, and what `files:`
and `exclude:` say. Their patterns are those of .gitignore, as seen from the configuration's folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from tqa import formats
from tqa.config import Config
from tqa.model import TqaError


def search(paths: Sequence[str], config: Config) -> tuple[list[str], list[TqaError]]:
    """The files to check, in order and each once, and what is wrong with the paths."""
    found: list[str] = []
    errors: list[TqaError] = []
    for path in paths:
        if os.path.exists(path) and not os.path.isdir(path):
            found.append(path)
            continue
        roots = [path] if os.path.isdir(path) else _expanded(path)
        before = len(errors)
        inside = [name for root in roots for name in _inside(root, config, errors)]
        found.extend(inside)
        if not roots:
            errors.append(TqaError("no such file or folder", path))
        elif not inside and len(errors) == before:
            what = "no text to check in this folder" if roots == [path] else "no text to check has such a name"
            errors.append(TqaError(what, path, hint="tqa reads " + ", ".join(filter(None, formats.READERS))))
    return _without_sources(list(dict.fromkeys(found)), config), errors


def _expanded(pattern: str) -> list[str]:
    """What a pattern of the command line fits, where the shell has not said so."""
    if not any(char in pattern for char in "*?["):
        return []
    from glob import glob

    return sorted(glob(pattern, recursive=True))


def _inside(root: str, config: Config, errors: list[TqaError]) -> Iterator[str]:
    """The files to check in a folder, or the one file, if it is one."""
    if not os.path.isdir(root):
        yield from [root] if wanted(root, config) else []
        return
    left_out = _ignored(root)
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            errors.append(TqaError.of_system("cannot be read", error, folder))
            continue
        below = []
        for entry in entries:
            if entry.name.startswith(".") or entry.is_symlink():
                continue
            if left_out and os.path.realpath(entry.path) in left_out:
                continue
            if entry.is_dir():
                below.append(entry.path)
            else:
                path = entry.path.removeprefix(os.path.join(os.curdir, ""))
                yield from [path] if wanted(path, config) else []
        waiting.extend(name for name in reversed(below) if os.path.basename(name) != "node_modules")


def _ignored(root: str) -> frozenset[str]:
    """What .gitignore leaves out, asked where there is one: in a checkout, or else in the folder itself."""
    from tqa.git import ignored, top

    if top(root) or os.path.isfile(os.path.join(root, ".gitignore")):
        return ignored(root)
    return frozenset()


def wanted(path: str, config: Config) -> bool:
    """True if a search takes a file of this name."""
    name = os.path.basename(path)
    stem, suffix = os.path.splitext(name)
    if name.startswith((".", "tqa-baseline", "tqa-report")) or not suffix or not formats.known(name):
        return False
    if stem.endswith(f".{config.source_lang}") and formats.READERS[suffix.lower()] not in formats.PAIRED:
        return False
    return (not config.files or fits(path, config.files, config)) and not fits(path, config.exclude, config)


def fits(path: str, patterns: Sequence[str], config: Config) -> bool:
    """True if a path is what the patterns say; the last one that speaks of it decides."""
    if not patterns:
        return False
    path = os.path.relpath(path, os.path.dirname(config.path) or os.curdir).replace(os.sep, "/")
    return bool(_compiled(tuple(patterns)).match_file(path))


@cache
def _compiled(patterns: tuple[str, ...]) -> Any:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _without_sources(names: list[str], config: Config) -> list[str]:
    """The files that are not the source of another one among them."""
    if len(names) < 2 or not (config.source or any(f".{config.source_lang}." in name for name in names)):
        return names
    sources = {source_of(name, config) for name in names}
    return [name for name in names if os.path.normpath(name) not in sources]


def source_of(path: str, config: Config) -> str:
    """The source that stands beside a translation: NAME.ja.EXT for NAME.en.EXT or NAME.EXT, or ""."""
    return next((name for name in source_names(path, config) if os.path.isfile(name)), "")


def source_names(path: str, config: Config) -> list[str]:
    """What the source of a translation may be called, the likeliest first."""
    stem, suffix = os.path.splitext(path)
    name = stem.removesuffix(f".{config.lang}")
    names = [f"{name}.{config.source_lang}{suffix}"]
    if config.source:
        folder, base = os.path.split(name)
        names.insert(0, os.path.normpath(os.path.join(folder, config.source.format(name=base, ext=suffix))))
    return [name for name in names if name != path]
