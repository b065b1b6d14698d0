"""Words of a clause that come again soon: a pronoun, what it does, and more."""

from __future__ import annotations

from collections.abc import Sequence

from tqa.lang.en.closed import LIGHT, SUBJECTS

_LEAST = 6  # words
_REACH = 20  # words from one beginning to the next


def again(keys: Sequence[str]) -> tuple[int, int, int] | None:
    """Where words stand, where they come again, and how many they are, the longest that can be; or None.

    >>> again("it is good to open the door so it is good to open the door".split())
    (0, 8, 7)
    """
    if len(keys) < 2 * _LEAST:
        return None
    seen: dict[tuple[str, ...], int] = {}
    for at in range(len(keys) - _LEAST + 1):
        if not any(_head(key) in SUBJECTS for key in keys[at : at + 2]):
            continue
        words = tuple(keys[at : at + _LEAST])
        first = seen.setdefault(words, at)
        full = any(word not in LIGHT and _head(word) not in SUBJECTS for word in words)
        if full and _LEAST <= at - first <= _REACH:
            size = _LEAST
            while size < at - first and at + size < len(keys) and keys[first + size] == keys[at + size]:
                size += 1
            return first, at, size
        seen[words] = at
    return None


def _head(key: str) -> str:
    """“i” of i'm."""
    return key.split("'")[0].split("’")[0]


def repeats(string: str) -> bool:
    """True if a text says a word of some length twice.

    >>> repeats("Let her go, man, let her go."), repeats("I adore my cat.")
    (True, False)
    """
    from tqa.lang.en.tokens import tokens

    keys = [token.key for token in tokens(string) if len(token.key) > 2 and token.key not in LIGHT]
    return len(set(keys)) < len(keys)
