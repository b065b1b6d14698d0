"""The words of English: is a run of letters one of them, and is it a common one?

The table (data/en-words.txt, see data/NOTICE) has three parts, each sorted: everyday words, other common words, and all
the rest that large word lists know. Its first line says where the second and the third begin (bytes).
"""

import mmap
from functools import cache
from typing import NamedTuple

from tqa.lang.tables import path

PATH = path("en-words.txt")
SHORTEST = 5  # letters of a word that is in the last part


class Words(NamedTuple):
    """The opened table; `common` and `rare` are where its second and its third part begin (bytes)."""

    everyday: frozenset[bytes]
    table: mmap.mmap
    common: int
    rare: int

    def is_everyday(self, word: str) -> bool:
        """
        >>> words().is_everyday("house"), words().is_everyday("yogi")
        (True, False)
        """
        return word.encode() in self.everyday

    def is_common(self, word: str) -> bool:
        """
        >>> words().is_common("building"), words().is_common("buiding"), words().is_common("aegrotat")
        (True, False, False)
        """
        return self.is_everyday(word) or self._holds(word.encode(), self.common, self.rare)

    def knows(self, word: str) -> bool:
        """Whether a lower-case word of five letters or more stands in any of the lists.

        >>> words().knows("building"), words().knows("buiding"), words().knows("aegrotat")
        (True, False, True)
        """
        return self.is_common(word) or self._holds(word.encode(), self.rare, len(self.table))

    def _holds(self, key: bytes, low: int, high: int) -> bool:
        table = self.table
        while low < high:
            middle = (low + high) // 2
            start = table.rfind(b"\n", low, middle) + 1 or low
            stop = table.find(b"\n", middle, high)
            line = table[start : stop if stop >= 0 else high]
            if line == key:
                return True
            if line < key:
                low = start + len(line) + 1
            else:
                high = start
        return False


@cache
def words() -> Words:
    """The table, opened on first use."""
    with open(PATH, "rb") as file:
        common, rare = map(int, file.readline().split())
        start = file.tell()
        everyday = frozenset(file.read(common - start).split())
        return Words(everyday, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), common, rare)
