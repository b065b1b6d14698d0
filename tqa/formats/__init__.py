"""Readers: a file becomes a `Document`, whose texts know where they lie. One reader per format, chosen by suffix."""

from __future__ import annotations

import os

from tqa.model import Document, TqaError

READERS = {".txt": "txt", ".text": "txt", "": "txt", ".tsv": "table", ".csv": "table"}


def known(path: str) -> bool:
    """True if tqa reads files of this name."""
    return os.path.splitext(path)[1].lower() in READERS


def read(path: str, lang: str = "en", source_lang: str = "ja", raw: str | None = None) -> Document:
    """The document of a file; `raw` replaces what is on the disk.

    Raises:
        TqaError: the file cannot be read, or is not in its format; with line and column.
    """
    from importlib import import_module

    suffix = os.path.splitext(path)[1].lower()
    if suffix not in READERS:
        raise TqaError(f"tqa does not read {suffix} files", path, hint=f"it reads {', '.join(filter(None, READERS))}")
    if raw is None:
        raw = decode(path)
    if "\0" in raw:
        at = raw.index("\0")
        line, column = raw.count("\n", 0, at) + 1, at - raw.rfind("\n", 0, at)
        raise TqaError("holds a NUL character: this is not a text file", path, line, column)
    return import_module(f"tqa.formats.{READERS[suffix]}").read(path, raw, lang, source_lang)


def decode(path: str) -> str:
    """The text of a UTF-8 file, line ends kept; a byte order mark stays, as the character U+FEFF.

    Raises:
        TqaError: the file cannot be opened, or is not UTF-8; the error names the first bad byte's place.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise TqaError(f"cannot be read: {(error.strerror or str(error)).lower()}", path) from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8", "replace")
        line, column = good.count("\n") + 1, len(good) - good.rfind("\n")
        what = f"is not UTF-8: byte 0x{data[error.start]:02x}"
        raise TqaError(what, path, line, column, "save the file as UTF-8") from None
