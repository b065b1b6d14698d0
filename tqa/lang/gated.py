"""Patterns that cost next to nothing until a text holds a word that their matches hold."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cached_property


class Gated:
    """A pattern, and words (divided by "|") of which each of its matches holds one, spelt so: it is compiled when a text
    first holds such a word, and one of those that each match `also` holds, and runs over no other text.

    >>> doubled = Gated(r"\\bmore (?:better|worse)\\b", "more better|more worse")
    >>> doubled.search("no more"), [match.span() for match in doubled.finditer("no more better")]
    (None, [(3, 14)])
    """

    def __init__(self, pattern: str, words: str, also: str = "") -> None:
        self.pattern = pattern
        self.words, self.also = tuple(words.split("|")), tuple(also.split("|")) if also else ()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def may(self, text: Container[str]) -> bool:
        """True if a text, or a set of words, holds one of the words."""
        for word in self.words:  # no any(): this is asked of every pattern and text
            if word in text:
                return not self.also or any(other in text for other in self.also)
        return False

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.regex.finditer(text) if self.may(text) else iter(())

    def search(self, text: str) -> re.Match[str] | None:
        return self.regex.search(text) if self.may(text) else None
