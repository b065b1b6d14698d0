"""English words."""

import re
from functools import cache
from typing import NamedTuple

from tqa.lang.fold import fold


class Token(NamedTuple):
    """A word. `key` is its folded lower-case form without a possessive ending; `text` keeps the case."""

    start: int
    end: int
    text: str
    key: str
    possessive: bool = False

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


@cache
def _word() -> re.Pattern[str]:
    # An abbreviation with periods (U.S., a.m.), or letters and digits with inner apostrophes (don't, o'clock).
    # Figures keep their inner commas and points: 1,200.5 is one word.
    return re.compile(
        r"(?:[A-Za-z]\.){2,}[A-Za-z]?(?![A-Za-z])|\d+(?:[.,]\d+)*(?![^\W_])|[^\W_]+(?:'[^\W_]+)*'?(?=\W|$)|[^\W_]+"
    )


def tokens(string: str) -> tuple[Token, ...]:
    """The words of a text; hyphens separate words.

    >>> [token.key for token in tokens("The U.S. two-island plan, Russia’s 1,200 men")]
    ['the', 'us', 'two', 'island', 'plan', 'russia', '1,200', 'men']
    >>> [token.key for token in tokens("the 11th, 1,200.5 or 9am")]
    ['the', '11th', '1,200.5', 'or', '9am']
    """
    found = []
    for match in _word().finditer(fold(string)):
        text = match.group()
        start, end = match.span()
        key = text.lower()
        if key.isalpha():  # nearly always
            found.append(Token(start, end, text, key))
            continue
        possessive = False
        if "'" in key:
            if key.endswith("'"):
                key, text, end = key[:-1], text[:-1], end - 1
                possessive = key.endswith("s")
            elif key.endswith("'s"):
                key, possessive = key[:-2], True
        if "." in key and key[0].isalpha():
            key = key.replace(".", "")
        found.append(Token(start, end, text, key, possessive))
    return tuple(found)
