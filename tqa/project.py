"""Files on the disk to documents and findings, with what the configuration says of each."""

from __future__ import annotations

from tqa import formats
from tqa.check import Setup, check
from tqa.config import Config
from tqa.files import fits, source_of
from tqa.model import Document, Finding, TqaError


def setup_for(path: str, config: Config, setup: Setup) -> Setup:
    """The setup for one file: what `paths:` says of it is added."""
    for entry in config.paths:
        if not fits(path, entry.files, config):
            continue
        off = {choice.id for choice in entry.rules if choice.value == "off"}
        severities = {choice.id: choice.value for choice in entry.rules if choice.value not in ("on", "off")}
        setup = setup._replace(
            rules=tuple(rule for rule in setup.rules if rule not in off),
            severities={**setup.severities, **severities},
            asked=setup.asked | {choice.id for choice in entry.rules if choice.id not in off},
        )
    return setup


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
        TqaError: a file cannot be read or is empty, or a source is named for a file that holds its own.
    """
    document = formats.read(path, config.lang, config.source_lang, raw, dict(config.columns))
    if not document.raw.strip("\ufeff \t\r\n"):
        raise TqaError("is empty: there is nothing to check", path, 1, 1)
    beside = source or ("" if document.source_path else source_of(path, config))
    if not beside:
        if document.source_path:
            from tqa.pairs import refuse_rows

            refuse_rows(document)
        return document
    if document.source_path:
        raise TqaError("holds its source itself: leave out --source", path)
    from tqa.pairs import pair

    return pair(document, formats.read(beside, document.source_lang, document.lang))


def check_file(
    path: str, config: Config, setup: Setup, source: str = "", raw: bytes | None = None
) -> tuple[Document, list[Finding]]:
    """A file's document and its findings, those silenced by comments left out; `raw` replaces what is on the disk.

    Raises:
        TqaError: the file cannot be read.
    """
    document = read(path, config, source, raw)
    return document, findings_of(document, config, setup_for(path, config, setup))


Outcome = tuple[Document, list[Finding]] | TqaError


def outcome(path: str, config: Config, setup: Setup, source: str = "", raw: bytes | None = None) -> Outcome:
    """What `check_file` gives, or why the file could not be checked."""
    try:
        return check_file(path, config, setup, source, raw)
    except TqaError as error:
        return error


def findings_of(document: Document, config: Config, setup: Setup) -> list[Finding]:
    """The findings of a document, those silenced by comments left out."""
    findings = check(document, setup)
    if not document.comments and "tqa-ignore" not in document.raw:
        return findings
    from tqa.suppress import suppress

    return suppress(findings, document, config.require_reasons)
