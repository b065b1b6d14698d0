"""What was made from files, kept and keyed by their content and the code that made it: a warm run needs no YAML.

It is kept as Python keeps its compiled modules, in `marshal`: that reads several times as fast as JSON and needs no
import. As with those, whoever can write to the folder can break a run.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from tqa import __version__


def folder() -> str:
    """Where the cache lies: TQA_CACHE_DIR, else the user's cache folder."""
    chosen = os.environ.get("TQA_CACHE_DIR")
    if chosen:
        return chosen
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "tqa")


def recall(paths: Sequence[str], make: Callable[[], dict[str, Any]], kind: str) -> dict[str, Any]:
    """What `make()` gives for these files, or what it gave last time if neither they nor tqa have changed.

    Raises:
        OSError: one of the files cannot be read.
    """
    place = os.path.join(folder(), f"{kind}-{_key(paths)}")
    try:
        with open(place, "rb") as file:
            if file.read(_SIZE) == _code():
                return _unpack(file.read())
    except (OSError, EOFError, ValueError, LookupError, TypeError):
        pass
    made = make()
    try:
        os.makedirs(folder(), exist_ok=True)
        temporary = f"{place}.{os.getpid()}"
        with open(temporary, "wb") as file:
            file.write(_code() + _pack(made))
        os.replace(temporary, place)
    except OSError:
        pass  # a read-only home costs time, nothing else
    return made


_SIZE = 8  # bytes of a number
# Where the code that makes what is kept lies, and its data; tests/test_cache.py sees to it that no folder is missing.
_MAKERS = ("", "glossary", "lang", "lang/counterparts", "lang/data", "lang/en", "lang/ja", "lang/values")


@cache
def _code() -> bytes:
    """What tells the code of one run from that of another: names, sizes and times of its files, as Python itself knows
    a stale .pyc; to read them all would cost a fifth of the start."""
    from zlib import crc32

    package = os.path.dirname(os.path.abspath(__file__))
    stamps = []
    for name in _MAKERS:
        with os.scandir(os.path.join(package, name)) as entries:
            for entry in entries:
                if entry.is_file():
                    stat = entry.stat()
                    stamps.append(f"{name}/{entry.name} {stat.st_size} {stat.st_mtime_ns}")
    return crc32("\n".join(sorted(stamps)).encode()).to_bytes(_SIZE)


def _pack(made: dict[str, Any]) -> bytes:
    """How long the head is, the head, then the values that are bytes as they are.

    >>> _unpack(_pack({"few": [1], "many": b"x\\n" * 999})) == {"few": [1], "many": b"x\\n" * 999}
    True
    """
    from tqa.rows import plain

    raw = {key: value for key, value in made.items() if isinstance(value, bytes)}
    rest = {key: value for key, value in made.items() if key not in raw}
    head = marshal.dumps(({key: len(value) for key, value in raw.items()}, plain(rest)))
    return b"".join((len(head).to_bytes(_SIZE), head, *raw.values()))


def _unpack(packed: bytes) -> dict[str, Any]:
    at = _SIZE + int.from_bytes(packed[:_SIZE])
    sizes, made = marshal.loads(packed[_SIZE:at])
    if sum(sizes.values()) != len(packed) - at:
        raise ValueError("cut off")
    whole = memoryview(packed)  # a view, since the bytes may be many
    for key, size in sizes.items():
        made[key] = whole[at : at + size]
        at += size
    return made


def _key(paths: Sequence[str]) -> str:
    """Length and two checksums over names, contents and the version: this guards against staleness, not against
    forgery, and a cryptographic digest costs a tenth of the start."""
    from zlib import adler32, crc32

    size, first, second = 0, crc32(f"{__version__} {sys.implementation.cache_tag}".encode()), 1
    for path in paths:
        with open(path, "rb") as file:
            data = file.read()
        first = crc32(os.path.abspath(path).encode("utf-8", "surrogateescape"), first)
        size, first, second = size + len(data), crc32(data, first), adler32(data, second)
    return f"{__version__}-{size:x}-{first:08x}-{second:08x}"
