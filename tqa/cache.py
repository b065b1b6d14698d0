"""What was made from files, kept as JSON and keyed by their content and tqa's version: a warm run needs no YAML."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

from tqa import __version__


def folder() -> str:
    """Where the cache lies: TQA_CACHE_DIR, else the user's cache folder."""
    chosen = os.environ.get("TQA_CACHE_DIR")
    if chosen:
        return chosen
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "tqa")


def recall(paths: Sequence[str], make: Callable[[], Any], kind: str) -> Any:
    """What `make()` gives for these files, or what it gave last time if they have not changed."""
    import json

    place = os.path.join(folder(), f"{kind}-{_key(paths)}.json")
    try:
        with open(place, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        pass
    made = make()
    try:
        os.makedirs(folder(), exist_ok=True)
        temporary = f"{place}.{os.getpid()}"
        with open(temporary, "w", encoding="utf-8") as file:
            json.dump(made, file, ensure_ascii=False, separators=(",", ":"))
        os.replace(temporary, place)
    except OSError:
        pass  # a read-only home costs time, nothing else
    return made


def _key(paths: Sequence[str]) -> str:
    """Length and two checksums over names, contents and the version: this guards against staleness, not against
    forgery, and a cryptographic digest costs a tenth of the start."""
    from zlib import adler32, crc32

    size, first, second = 0, crc32(__version__.encode()), 1
    for path in paths:
        with open(path, "rb") as file:
            data = os.path.abspath(path).encode("utf-8", "surrogateescape") + b"\0" + file.read() + b"\0"
        size, first, second = size + len(data), crc32(data, first), adler32(data, second)
    return f"{__version__}-{size:x}-{first:08x}-{second:08x}"
