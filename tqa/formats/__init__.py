"""Readers: a file becomes a `Document`, whose texts know where they lie. One reader per format, chosen by suffix.

A reader is a module of this folder with `read(file: File) -> Document`. Where a document's `raw` is not the file itself
(DOCX), the module also has `edited(data, edits) -> bytes`.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple, TypeVar

from tqa.model import Document, Edit, TqaError
from tqa.text import spliced

READERS = {".txt": "txt", ".text": "txt", "": "txt", ".tsv": "table", ".csv": "table",
           ".po": "po", ".pot": "po", ".md": "md", ".markdown": "md",
           ".xlf": "xliff", ".xliff": "xliff", ".sdlxliff": "xliff", ".mxliff": "xliff", ".mqxliff": "xliff",
           ".tmx": "tmx", ".docx": "docx"}
LARGEST = 32 * 2**20  # bytes of a file: some forty novels
LONGEST = 200_000  # code points of a segment: nobody wrote a longer one
MOST = 250_000  # segments of a file
XML = frozenset(["xliff", "tmx", "docx", "xml"])  # readers of files that declare their encoding as XML does
PAIRED = frozenset(["po", "xliff", "tmx"])  # readers of files that hold their source themselves
PACKED = frozenset(["docx"])  # readers of files that are no text


class File(NamedTuple):
    """What a reader reads: the decoded text (empty for packed formats) and the bytes that it came from."""

    path: str
    text: str
    data: bytes
    encoding: str
    lang: str
    source_lang: str
    columns: Mapping[str, str]  # of tables: the header's name for source, target, id, doc


Item = TypeVar("Item")


def counted(path: str, items: Iterable[Item]) -> Iterator[Item]:
    """Some units or rows of a file.

    Raises:
        TqaError: there are more than anybody checks at once.
    """
    for number, item in enumerate(items):
        if number >= MOST:
            raise TqaError(f"holds more than {MOST:,} segments", path, hint="split the file")
        yield item


def known(path: str) -> bool:
    """True if tqa reads files of this name."""
    return os.path.splitext(path)[1].lower() in READERS


def read(
    path: str,
    lang: str = "en",
    source_lang: str = "ja",
    raw: str | bytes | None = None,
    columns: Mapping[str, str] | None = None,
) -> Document:
    """The document of a file; `raw` replaces what is on the disk. A format that names its languages overrules both.

    Raises:
        TqaError: the file cannot be read, or is not in its format; with line and column.
    """
    name = _reader(path)
    if isinstance(raw, str):
        data, text, encoding = b"", raw, "utf-8"
    else:
        data = contents(path) if raw is None else raw
        text, encoding = ("", "") if name in PACKED else decode(data, path, name)
    if len(data) > LARGEST:
        raise _too_large(path, len(data))
    if "\0" in text:
        at = text.index("\0")
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        raise TqaError("holds a NUL character: this is not a text file", path, line, column, "save it as UTF-8")
    document: Document = _module(name).read(File(path, text, data, encoding, lang, source_lang, columns or {}))
    for unit in document.units:
        if len(unit.target.string) > LONGEST:
            at = unit.target.locate(0, 1).start
            line, column = document.raw.count("\n", 0, at) + 1, at - document.raw.rfind("\n", 0, at)
            raise TqaError(f"a paragraph of over {LONGEST:,} characters is no text", path, line, column)
    return document._replace(encoding=encoding) if document.encoding != encoding else document


def edited(document: Document, data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes of a document's file, `data`, with some edits made and nothing else changed.

    Raises:
        TqaError: the file's encoding has no way to write a character of an edit.
    """
    name = _reader(document.path)
    if name in PACKED:
        changed: bytes = _module(name).edited(data, edits)
        return changed
    text, encoding = spliced(document.raw, edits), document.encoding
    if not encoding.startswith("utf") and document.raw.encode(encoding, "replace") != data:
        raise TqaError(f"cannot be written back in {encoding} as it is", document.path, hint="save it as UTF-8")
    # In CDATA a reference to a character would be text.
    lenient = name in XML and "<![CDATA[" not in text
    try:
        return text.encode(encoding, "xmlcharrefreplace" if lenient else "strict")
    except UnicodeEncodeError as error:
        character = text[error.start]
        raise TqaError(f"cannot be written: {encoding} has no {character}", document.path) from None


def _reader(path: str) -> str:
    suffix = os.path.splitext(path)[1].lower()
    if suffix not in READERS:
        raise TqaError(f"tqa does not read {suffix} files", path, hint=f"it reads {', '.join(filter(None, READERS))}")
    return READERS[suffix]


def _module(name: str) -> Any:
    from importlib import import_module

    return import_module(f"tqa.formats.{name}")


def contents(path: str) -> bytes:
    """The bytes of a file.

    Raises:
        TqaError: the file cannot be opened.
    """
    try:
        size = os.path.getsize(path)
        if size > LARGEST:
            raise _too_large(path, size)
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise TqaError.of_system("cannot be read", error, path) from None


def _too_large(path: str, size: int) -> TqaError:
    message = f"is too large: {size / 2**20:,.0f} MiB, of at most {LARGEST // 2**20}"
    return TqaError(message, path, hint="split the file")


def decode(data: bytes, path: str, name: str = "") -> tuple[str, str]:
    """The text of a file and its encoding: what a byte order mark or the file itself says, for a reader whose format
    can say it, else UTF-8.

    Line ends are kept; a byte order mark stays, as the character U+FEFF.

    Raises:
        TqaError: bytes that the encoding does not have; the error names the first one's place.
    """
    encoding = _encoding(data, name)
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        if encoding in ("shift_jis", "shift-jis", "sjis", "x-sjis"):  # what calls itself so is often Windows' own
            with suppress(UnicodeDecodeError):
                return data.decode("cp932"), "cp932"
        good = data[: error.start].decode(encoding, "replace")
        line, column = good.count("\n") + 1, len(good) - good.rfind("\n")
        what = f"is not {encoding.upper()}: byte 0x{data[error.start]:02x}"
        hint = "save the file as UTF-8" if encoding == "utf-8" else "mend the file, or the encoding that it declares"
        raise TqaError(what, path, line, column, hint) from None
    except (LookupError, UnicodeError):
        raise TqaError(f"declares an encoding that does not exist: {encoding}", path, 1, 1) from None


def _encoding(data: bytes, name: str) -> str:
    if data.startswith(b"\xff\xfe"):
        return "utf-16-le"
    if data.startswith(b"\xfe\xff"):
        return "utf-16-be"
    if name == "po":
        pattern = rb"\bcharset=([\w.-]+)"
    elif name in XML and data.startswith(b"<?xml"):
        pattern = rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)[\"']"
    else:
        return "utf-8"
    import re

    declared = re.search(pattern, data[:4000])
    encoding = declared.group(1).decode().lower() if declared else "utf-8"
    return "utf-8" if encoding in ("utf-16", "us-ascii", "ascii", "charset") else encoding
