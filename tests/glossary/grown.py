"""Glossaries as people write them: the same few things in every layout that YAML allows, with comments everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

SOME = (
    "北", "North", "the North", "No", "12:30", "a, b", "x: y", "it's", "“so”", "𠮷野家", "# no", "[a]", "~", "-", 'say "a"', "\\",
)  # fmt: skip
WORDS = st.sampled_from(SOME)
COMMENTS = ("", "", "", "# why", "#", "# 菅: {[", "# - ja: x")
T = TypeVar("T")


class Hand:
    """Writes a glossary, by lot. Hypothesis draws the lot as a whole: to draw each part takes ten times as long."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def any(self, choices: Sequence[T]) -> T:
        return self.random.choice(choices)

    def few(self, most: int = 3) -> range:
        return range(self.random.randint(1, most))

    def scalar(self) -> str:
        """A word, quoted in one of the ways that it may be."""
        word = self.any(SOME)
        ways = ['"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"', "'" + word.replace("'", "''") + "'"]
        if word[0].isalpha() and not set(word) & set(",:#[]\\\""):
            ways += [word, word]
        return self.any(ways)

    def brackets(self) -> str:
        """A list in brackets."""
        space = self.any(["", " ", "  "])
        return "[" + f",{space}".join(self.scalar() for _ in self.few()) + "]"

    def row(self) -> str:
        """An avoid row on one line."""
        pairs = [f"en: {self.scalar()}", f"why: {self.scalar()}"]
        if self.any([True, False]):
            pairs.append(f"only: {{near: {self.brackets()}}}")
        self.random.shuffle(pairs)
        return self.any([self.scalar(), "{" + ", ".join(pairs) + "}"])

    def value(self, key: str, column: int) -> list[str]:
        """What stands behind a key: the first line, and those below it."""
        item = self.row if key == "avoid" else self.scalar
        way = self.any(["one", "brackets", "block"] if key in ("ja", "en", "avoid") else ["one"])
        if way == "one":
            return [" " + item()]
        if way == "brackets":
            return [" [" + ", ".join(item() for _ in self.few()) + "]"]
        indent = " " * (column + self.any([0, 2, 4]))
        lines = [""]
        for _ in self.few():
            lines += self.remarks(indent)
            lines.append(f"{indent}-{self.any([' ', '  '])}{item()}{self.behind()}")
        return lines

    def behind(self) -> str:
        """A comment behind something, or white space."""
        comment = self.any(COMMENTS)
        return f"{self.any([' ', '   '])}{comment}" if comment else self.any(["", "", " "])

    def remarks(self, indent: str) -> list[str]:
        """Comments and blank lines above something."""
        comment = self.any(COMMENTS)
        return [*[""] * self.any([0, 0, 0, 1, 2]), *([indent + comment] if comment else [])]

    def entry(self, indent: str) -> list[str]:
        keys = self.random.sample(["ja", "en", "avoid", "note"], self.random.randint(2, 4))
        keys = ["ja", *(key for key in keys if key != "ja")] if self.any([True, False]) else keys
        if "ja" not in keys and "en" not in keys:
            keys = [*keys, "ja"]
        if self.any(range(4)) == 0:
            pairs = [f"{key}: {self.brackets() if key == 'ja' else self.scalar()}" for key in keys]
            return [f"{indent}- {{{', '.join(pairs)}}}{self.behind()}"]
        gap = self.any([" ", "   "])
        inner = " " * (len(indent) + 1 + len(gap))
        lines: list[str] = []
        for key in keys:
            first, *rest = self.value(key, len(inner))
            above = self.remarks(inner) if lines else []
            lead = inner if lines else f"{indent}-{gap}"
            lines += [*above, f"{lead}{key}:{first}{self.behind()}", *rest]
        return lines

    def glossary(self) -> str:
        """Some terms, with LF or CRLF, with or without a BOM and a last line end."""
        lines = [*self.remarks(""), f"tqa: 1{self.behind()}"]
        indent = self.any(["", "  ", "    "])
        entries = [self.entry(indent) for _ in range(self.random.randint(0, 4))]
        if entries:
            lines += [*self.remarks(""), f"terms:{self.behind()}"]
        for entry in entries:
            lines += [*self.remarks(indent), *entry]
        lines += self.remarks("")
        ending = self.any(["\n", "\r\n"])
        return self.any(["", "\ufeff"]) + ending.join(lines) + self.any(["", ending])


def glossaries() -> st.SearchStrategy[str]:
    return st.integers(0, 2**32 - 1).map(lambda seed: Hand(seed).glossary())
