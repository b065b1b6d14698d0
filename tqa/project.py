"""Files on the disk to documents: which files to check, and which file is whose source."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from tqa import formats
from tqa.check import Setup, check
from tqa.config import Config
from tqa.model import Document, Finding, TqaError


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
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
        for name in sorted(names):
            path = os.path.join(root, name).removeprefix(os.path.join(os.curdir, ""))
            if wanted(path, config):
                yield path


def wanted(path: str, config: Config) -> bool:
    """True if a file is one to check, as far as its name and the configuration say."""
    name = os.path.basename(path)
    stem, suffix = os.path.splitext(name)
    if name.startswith((".", "tqa-baseline")) or not suffix or not formats.known(name):
        return False
    if stem.endswith(f".{config.source_lang}"):
        return False
    return (not config.files or _fits(path, config.files, config)) and not _fits(path, config.exclude, config)


def _fits(path: str, patterns: Sequence[str], config: Config) -> bool:
    """True if a path, as seen from the configuration's folder, is what one of the patterns says."""
    if not patterns:
        return False
    from fnmatch import fnmatch

    path = os.path.relpath(path, os.path.dirname(config.path) or os.curdir).replace(os.sep, "/")
    return any(fnmatch(path, pattern) for pattern in patterns)


def setup_for(path: str, config: Config, setup: Setup) -> Setup:
    """The setup for one file: what `paths:` says of it is added."""
    for entry in config.paths:
        if not _fits(path, entry.files, config):
            continue
        off = {choice.id for choice in entry.rules if choice.value == "off"}
        severities = {choice.id: choice.value for choice in entry.rules if choice.value not in ("on", "off")}
        setup = setup._replace(
            rules=tuple(rule for rule in setup.rules if rule not in off),
            severities={**setup.severities, **severities},
            asked=setup.asked | {choice.id for choice in entry.rules if choice.id not in off},
        )
    return setup


def validate(config: Config) -> None:
    """Raise a TqaError if `paths:` names a rule that does not exist."""
    from tqa.rules import ALL
    from tqa.yamltree import nearest

    for choice in (choice for entry in config.paths for choice in entry.rules):
        if choice.id not in ALL:
            place = config.path, choice.line, choice.column
            raise TqaError(f"there is no rule “{choice.id}”", *place, nearest(choice.id, ALL))


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


def read(path: str, config: Config, source: str = "", raw: str | bytes | None = None) -> Document:
    """The document of a file, with its source where it has one; `raw` replaces what is on the disk.

    Raises:
        TqaError: a file cannot be read, or a source is named for a file that holds its own.
    """
    document = formats.read(path, config.lang, config.source_lang, raw, dict(config.columns))
    beside = source or ("" if document.source_path else source_of(path, config))
    if not beside:
        return document
    if document.source_path:
        raise TqaError("holds its source itself: leave out --source", path)
    from tqa.pairs import pair

    return pair(document, formats.read(beside, document.source_lang, document.lang))


def check_file(path: str, config: Config, setup: Setup, source: str = "") -> tuple[Document, list[Finding]]:
    """A file's document and its findings, those silenced by comments left out.

    Raises:
        TqaError: the file cannot be read.
    """
    document = read(path, config, source)
    return document, findings_of(document, config, setup_for(path, config, setup))


def findings_of(document: Document, config: Config, setup: Setup) -> list[Finding]:
    """The findings of a document, those silenced by comments left out."""
    findings = check(document, setup)
    if not document.comments and "tqa-ignore" not in document.raw:
        return findings
    from tqa.suppress import suppress

    return suppress(findings, document, config.require_reasons)
