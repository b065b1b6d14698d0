"""Many short texts as one run of bytes, read one by one: what a large glossary is kept in."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from zlib import crc32

_BUCKETS = 8192  # many, since a bucket is read whole


def pack(name: str, texts: Sequence[str]) -> dict[str, bytes]:
    """The texts, and where each of them begins and the last one ends."""
    encoded = [text.encode() for text in texts]
    starts = array("I", [0])
    for text in encoded:
        starts.append(starts[-1] + len(text))
    return {name: b"".join(encoded), f"{name}-at": starts.tobytes()}


class Rows:
    """Packed texts by their number.

    >>> rows = Rows(pack("names", ["Abe", "菅"]), "names")
    >>> len(rows), rows[1]
    (2, '菅')
    """

    def __init__(self, packed: Mapping[str, bytes], name: str) -> None:
        self._bytes = packed.get(name, b"")
        self._starts = memoryview(packed.get(f"{name}-at", array("I", [0]).tobytes())).cast("I")

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> str:
        return str(self._bytes[self._starts[number] : self._starts[number + 1]], "utf-8")


def buckets(index: Mapping[str, str]) -> list[str]:
    """An index as rows in which a key is found by its checksum. Neither keys nor values hold tabs or line breaks."""
    found: list[list[str]] = [[] for _ in range(_BUCKETS)]
    for key, value in index.items():
        found[crc32(key.encode()) % _BUCKETS].append(f"{key}\t{value}")
    return ["\n".join(lines) for lines in found]


class Index(dict[str, str]):
    """What stands under a key, or ""; a bucket is read when one of its keys is first asked for.

    >>> index = Index(Rows(pack("index", buckets({"京都": "1 2"})), "index"))
    >>> index["京都"], index["奈良"]
    ('1 2', '')
    """

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self._rows = rows
        self._read: set[int] = set()

    def __missing__(self, key: str) -> str:
        number = crc32(key.encode()) % _BUCKETS
        row = self._rows[number] if len(self._rows) and number not in self._read else ""
        self._read.add(number)
        if row:
            self.update(line.split("\t") for line in row.split("\n"))  # type: ignore[misc]
        return self.setdefault(key, "")
