"""Japanese dates and times with spaces around their figures, as manuals write them: 2016 年 1 月."""

from __future__ import annotations

import re
from functools import cache
from typing import TypeVar

from tqa.lang.values import Date, Time

_Dated = TypeVar("_Dated", Date, Time)


def tight(text: str) -> tuple[str, list[int] | None]:
    """A folded text without those spaces, and where its characters stood; None where there are none.

    >>> tight("は1 月 8 日")
    ('は1月8日', [0, 1, 3, 5, 7])
    """
    spaces = {match.start() for match in _spaced().finditer(text)}
    if not spaces:
        return text, None
    places = [at for at in range(len(text)) if at not in spaces]
    return "".join(text[at] for at in places), places


@cache
def _spaced() -> re.Pattern[str]:
    return re.compile(r"(?<=\d) (?=[年月日時分])|(?<=[年月時]) (?=\d)")


def placed(value: _Dated, places: list[int]) -> _Dated:
    """A date or time of the text without spaces where it stood in the other."""
    return value._replace(start=places[value.start], end=places[value.end - 1] + 1)
