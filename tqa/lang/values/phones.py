"""Telephone numbers and other long numbers in groups (ISBN, customer numbers), the same in every language.

A country code in place of the first zero, brackets, dots and spaces between the groups are usual; other figures, or
groups run together, are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

_FIGURES = 9  # of a number, at least; shorter ones may be scores, years, dates


class Grouped(NamedTuple):
    """A number in groups at `start:end`, as its groups of figures."""

    start: int
    end: int
    groups: tuple[str, ...]

    @property
    def figures(self) -> str:
        """All figures, without the zero that a country code replaces."""
        return "".join(self.groups).lstrip("0")


@cache
def _written() -> re.Pattern[str]:
    dash = r"[-‐‑–—−ー]"
    between = rf"(?: ?{dash} ?|[ .]|\) ?| \()"
    return re.compile(
        rf"(?<![0-9.,/$¥-])\+?\(?\d{{1,7}}\)?(?:{between}\(?\d{{1,7}}\)?){{1,4}}(?![A-Za-z0-9/-]|[.,]\d)"
    )


def phones(string: str) -> list[Grouped]:
    """Numbers of three groups or more, joined by hyphens.

    >>> [one.groups for one in phones("Call 03-1234-5678, or 1-800-555-0199 (2019-2020, 2020-05-01).")]
    [('03', '1234', '5678'), ('1', '800', '555', '0199')]
    >>> [(one.start, one.end) for one in phones("電話（03-1234-5678）")]
    [(3, 15)]
    """
    plain = string.replace("－", "-")
    if plain.count("-") < 2:
        return []
    return [one for one in _grouped(plain) if len(one.groups) > 2 and plain.count("-", one.start, one.end) > 1]


def _grouped(string: str) -> Iterator[Grouped]:
    text = string if string.isascii() else "".join(normalize("NFKC", char)[:1] or char for char in string)
    for match in _written().finditer(text):
        groups = tuple(re.findall(r"\d+", match.group()))
        if sum(map(len, groups)) >= _FIGURES:
            low, high = match.span()
            if text[high - 1] == ")":  # it closes what stands around the number, or before it: (phone 03-1234-5678)
                low, high = low + (text[low] == "(" and text.count("(", low, high) == 1), high - 1
            yield Grouped(low, high, groups)


def differing(one: Grouped, target: str) -> Grouped | None:
    """The number of a translation that stands for `one` but is not the same; None if it is there, or nothing like it.

    >>> one = phones("Call 1-800-555-0199.")[0]
    >>> differing(one, "1-800-555-0198へ"), differing(one, "1 - 800555 - 0199へ").groups, differing(one, "+1 (800) 555 0199")
    (Grouped(start=0, end=14, groups=('1', '800', '555', '0198')), ('1', '800555', '0199'), None)
    """
    like = None
    for other in _grouped(target):
        same = other.figures.endswith(one.figures) or one.figures.endswith(other.figures)
        if same and not _fused(one.groups, other.groups):
            return None
        if same or len(_parts(one) & _parts(other)) * 2 >= len(one.groups):
            like = like or other
    return like if one.figures not in re.sub(r"\D", "", target) or (like and _fused(one.groups, like.groups)) else None


def _parts(one: Grouped) -> set[str]:
    return {group.lstrip("0") for group in one.groups}


def _fused(groups: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """True if two groups became one, beside others that stayed apart."""
    return len(others) > 1 and any(a + b in others for a, b in pairwise(groups))
