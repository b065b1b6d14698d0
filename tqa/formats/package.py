"""The package of a DOCX file: a zip of XML parts that name each other. Nothing is unpacked to the disk, and no name in it
is looked for anywhere but inside of it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, NamedTuple

from tqa.formats import File, decode
from tqa.formats.xml import elements
from tqa.model import TqaError

MAX_BYTES = 1 << 26  # of all parts that are read, unpacked: more is a trap
MAX_COPIED = 1 << 30  # of all parts, unpacked, where one is to be changed
BODY = "word/document.xml"
_DAMAGED = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError)


class Part(NamedTuple):
    """A part: its name in the package, its kind (document, footnotes, header …), its text and its encoding."""

    name: str
    kind: str
    text: str
    encoding: str


def parts(file: File, kinds: tuple[str, ...]) -> list[Part]:
    """The document of a package and what belongs to it, by kind and name.

    Raises:
        TqaError: it is no DOCX, is encrypted or damaged, or unpacks to more than anybody writes.
    """
    with _opened(file.data, file.path) as package:
        names = package.namelist()
        if len(set(names)) < len(names):
            raise TqaError("is damaged: two of its parts have one name", file.path)
        left = MAX_BYTES

        def part(name: str, kind: str) -> Part:
            nonlocal left
            data = _unpacked(package, name, file.path, left)
            left -= len(data)
            return Part(name, kind, *decode(data, f"{file.path}!{name}", "docx"))

        body = BODY
        if "_rels/.rels" in names:
            for kind, target in _related(file, part("_rels/.rels", "")):
                body = target if kind == "officeDocument" and target in names else body
        if body not in names:
            raise TqaError(f"is no DOCX file: there is no {BODY}", file.path)
        folder, _, name = body.rpartition("/")
        found = {body: part(body, "document")}
        links = f"{folder}/_rels/{name}.rels"
        if links in names:
            for kind, target in _related(file, part(links, folder)):
                if kind in kinds and target in names and target not in found:
                    found[target] = part(target, kind)
    order = ("document", *kinds)
    return sorted(found.values(), key=lambda part: (order.index(part.kind), len(part.name), part.name))


def _related(file: File, part: Part) -> Iterator[tuple[str, str]]:
    """The kind and the name of each part that a part of links names; its `kind` is the folder that they start from."""
    from posixpath import join, normpath

    for element in elements(inside(file, part), ()):
        if element.name == "Relationship" and element.attributes.get("TargetMode") != "External":
            target = normpath(join("/", part.kind, element.attributes.get("Target", "")))
            yield element.attributes.get("Type", "").rpartition("/")[2], target.lstrip("/")


def inside(file: File, part: Part) -> File:
    """A part as a file of its own, for a reader."""
    return file._replace(path=f"{file.path}!{part.name}", text=part.text)


def repacked(data: bytes, path: str, changed: Mapping[str, bytes]) -> bytes:
    """A package with other content in some parts. What is not changed is copied.

    Raises:
        TqaError: it is signed, damaged, or unpacks to more than anybody has.
    """
    from copy import copy
    from shutil import copyfileobj

    out = io.BytesIO()
    with _opened(data, path) as before, zipfile.ZipFile(out, "w") as after:
        infos = before.infolist()
        if any(info.filename.startswith("_xmlsignatures/") for info in infos):
            raise TqaError("is signed: a fix would break the signature", path)
        if sum(info.file_size for info in infos) > MAX_COPIED:
            raise TqaError(f"unpacks to more than {MAX_COPIED:,} bytes: that may be a trap", path)
        after.comment = before.comment
        for info in infos:
            if info.filename in changed:
                after.writestr(copy(info), changed[info.filename])
                continue
            try:
                with before.open(info) as source, after.open(copy(info), "w") as target:
                    copyfileobj(source, target)
            except _DAMAGED as error:
                raise TqaError(f"is damaged: {error}", path) from None
    return out.getvalue()


@contextmanager
def _opened(data: bytes, path: str) -> Iterator[zipfile.ZipFile]:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise TqaError("is an old .doc, or has a password", path, hint="save it as .docx, without a password")
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGED:
        raise TqaError("is no DOCX file", path, hint="was the file cut off?" * data.startswith(b"PK")) from None
    with package:
        yield package


def _unpacked(package: zipfile.ZipFile, name: str, path: str, most: int) -> bytes:
    info = package.getinfo(name)
    if info.flag_bits & 1:
        raise TqaError("is encrypted", path, hint="save it without a password")
    stream: IO[bytes]
    try:
        with package.open(info) as stream:
            data = stream.read(most + 1)
    except _DAMAGED as error:
        raise TqaError(f"is damaged: {error}", path) from None
    if len(data) > most:
        raise TqaError(f"unpacks to more than {MAX_BYTES:,} bytes: that may be a trap", path)
    return data
