"""Files on the disk to documents: which files to check, and which file is whose source."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from tqa import formats
from tqa.check import Setup, check
from tqa.config import Config
from tqa.model import Document, Finding, TqaError
from tqa.suppress import suppress


def targets(paths: Sequence[str], config: Config) -> list[str]:
    """The files to check: those named, and in folders those that tqa reads, sources left out.

    Raises:
        TqaError: a path does not exist, or a folder holds nothing to check.
    """
    found: list[str] = []
    for path in paths:
        if os.path.isdir(path):
            inside = list(_inside(path, config))
            if not inside:
                raise TqaError("no text to check in this folder", path, hint="tqa reads " + _suffixes())
            found.extend(inside)
        elif os.path.exists(path):
            found.append(path)
        else:
            raise TqaError("no such file or folder", path)
    return list(dict.fromkeys(found))


def _suffixes() -> str:
    return ", ".join(suffix for suffix in formats.READERS if suffix)


def _inside(folder: str, config: Config) -> Iterator[str]:
    from fnmatch import fnmatch

    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
        for name in sorted(names):
            path = os.path.join(root, name)
            stem, suffix = os.path.splitext(name)
            if name.startswith(".") or not suffix or not formats.known(name) or stem.endswith(f".{config.source_lang}"):
                continue
            if config.files and not any(fnmatch(path, pattern) for pattern in config.files):
                continue
            if not any(fnmatch(path, pattern) for pattern in config.exclude):
                yield path


def source_of(path: str, config: Config) -> str:
    """The source that stands beside a translation: NAME.ja.EXT for NAME.en.EXT or NAME.EXT, or ""."""
    stem, suffix = os.path.splitext(path)
    name = stem.removesuffix(f".{config.lang}")
    candidates = [f"{name}.{config.source_lang}{suffix}"]
    if config.source:
        folder, base = os.path.split(name)
        candidates.insert(0, os.path.join(folder, config.source.format(name=base, ext=suffix)))
    return next((found for found in candidates if found != path and os.path.isfile(found)), "")


def document_of(path: str, target: str, source: str | None, lang: str, source_lang: str) -> Document:
    """A document from strings, read as the format that the path names, with its source if there is one."""
    document = formats.read(path, lang, source_lang, target)
    if source is None:
        return document
    from tqa.pairs import pair

    return pair(document, formats.read(path, source_lang, lang, source))


def read(path: str, config: Config, source: str = "", raw: str | None = None) -> Document:
    """The document of a file, with its source where it has one; `raw` replaces what is on the disk.

    Raises:
        TqaError: a file cannot be read.
    """
    document = formats.read(path, config.lang, config.source_lang, raw)
    if not source:
        return document
    from tqa.pairs import pair

    return pair(document, formats.read(source, config.source_lang, config.lang))


def check_file(path: str, config: Config, setup: Setup, source: str = "") -> tuple[Document, list[Finding]]:
    """A file's document and its findings, those silenced by comments left out.

    Raises:
        TqaError: the file cannot be read.
    """
    document = read(path, config, source or source_of(path, config))
    return document, suppress(check(document, setup), document.raw, path)
