"""Many small values as one run of bytes, read one by one: what a large glossary is kept in."""

from __future__ import annotations

import marshal
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any
from zlib import crc32

_BUCKETS = 32768  # many, since a bucket is read whole, and one that is empty not at all


def pack(name: str, values: Sequence[Any]) -> dict[str, bytes]:
    """The values (of texts, numbers, None and tuples, lists and tables of them), and where each begins and ends."""
    packed = [b"" if value is None else marshal.dumps(plain(value)) for value in values]
    starts = array("I", [0])
    for row in packed:
        starts.append(starts[-1] + len(row))
    return {name: b"".join(packed), f"{name}-at": starts.tobytes()}


def plain(value: Any) -> Any:
    """A value with plain tuples for named ones, and plain texts for those that know their place.

    >>> plain({"rows": [(1, "a")]})
    {'rows': [(1, 'a')]}
    """
    if isinstance(value, dict):
        return {plain(key): plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        made = map(plain, value)
        return tuple(made) if isinstance(value, tuple) else list(made)
    return str(value) if isinstance(value, str) else value


class Rows:
    """Packed values by their number.

    >>> rows = Rows(pack("names", ["Abe", ("菅", 2)]), "names")
    >>> len(rows), rows[1]
    (2, ('菅', 2))
    """

    def __init__(self, packed: Mapping[str, bytes], name: str) -> None:
        self._bytes = packed.get(name, b"")
        self._starts = memoryview(packed.get(f"{name}-at", array("I", [0]).tobytes())).cast("I")

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> Any:
        start, end = self._starts[number], self._starts[number + 1]
        return marshal.loads(self._bytes[start:end]) if start < end else None

    @cached_property
    def _evened(self) -> bytes:
        return _even(bytes(self._bytes))

    def holding(self, text: str) -> Iterator[int]:
        """The numbers of the texts that hold a text, in order; Latin capitals and hyphens do not matter.

        >>> list(Rows(pack("names", ["Abe", "Kan", "Go-Kano"]), "names").holding("go kan"))
        [2]
        """
        wanted, after = _even(text.encode()), 0
        while (at := self._evened.find(wanted, after)) >= 0:
            number = bisect_right(self._starts, at) - 1
            if at + len(wanted) <= self._starts[number + 1]:
                yield number
                after = self._starts[number + 1]
            else:
                after = at + 1


def _even(text: bytes) -> bytes:
    return text.lower().replace(b"-", b" ")


def buckets(index: Mapping[str, tuple[Any, ...]]) -> list[dict[str, tuple[Any, ...]] | None]:
    """An index as rows in which a key is found by its checksum; None where there is none."""
    found: list[dict[str, tuple[Any, ...]] | None] = [None] * _BUCKETS
    for key, value in index.items():
        number = crc32(key.encode()) % _BUCKETS
        found[number] = {**(found[number] or {}), key: value}
    return found


class Index(dict[str, tuple[Any, ...]]):
    """What stands under a key, or (); a bucket is read when one of its keys is first asked for.

    >>> index = Index(Rows(pack("index", buckets({"京都": (1, 2)})), "index"))
    >>> index["京都"], index["奈良"]
    ((1, 2), ())
    """

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self._rows = rows
        self._read: set[int] = set()

    def __missing__(self, key: str) -> tuple[Any, ...]:
        number = crc32(key.encode()) % _BUCKETS
        found = self._rows[number] if len(self._rows) and number not in self._read else None
        if found:
            self._read.add(number)
            self.update(found)
        return self.setdefault(key, ())
