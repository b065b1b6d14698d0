"""Japanese brackets and quotation marks, paired.

Full-width and half-width parentheses are one family: a pair of both is a matter of width, not of pairing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

PAIRS = ("「」", "『』", "（）", "()", "【】", "［］", "[]", "《》", "〈〉", "〔〕", "｛｝", "{}", "〝〟", "｢｣")
_WIDTHS = {"（": "(", "［": "[", "｛": "{", "｢": "「"}
_FAMILY = {char: _WIDTHS.get(pair[0], pair[0]) for pair in PAIRS for char in pair}
_OPEN = frozenset(pair[0] for pair in PAIRS)
PARTNER = {pair[0]: pair[1] for pair in PAIRS} | {pair[1]: pair[0] for pair in PAIRS}


class Mark(NamedTuple):
    """A bracket without partner. `role`: open | close. `family` unites the widths of one kind."""

    at: int
    family: str
    role: str


def alone(string: str, protected: Sequence[tuple[int, int]] = ()) -> list[Mark]:
    """The brackets without partner, in order.

    A bracket that closes another kind than the last one opened is alone if its own kind is not open.

    >>> [(mark.at, mark.role) for mark in alone("「行く（明日」と言った")]
    [(3, 'open')]
    >>> alone("1) 準備 (^_^) a)「案」を出す:)")
    []
    """
    if not any(char in _FAMILY for char in string):
        return []
    stack: list[Mark] = []
    lonely: list[Mark] = []
    for at, char in enumerate(string):
        family = _FAMILY.get(char)
        if family is None or any(low <= at < high for low, high in protected):
            continue
        if char in _OPEN:
            if family != "(" or not _face().match(string, at):
                stack.append(Mark(at, family, "open"))
        elif not any(mark.family == family for mark in stack):
            if not (family == "(" and (_numbers(string, at) or _smile().search(string, 0, at))):
                lonely.append(Mark(at, family, "close"))
        else:
            while stack[-1].family != family:
                lonely.append(stack.pop())
            stack.pop()
    return sorted(lonely + stack)


def _numbers(string: str, at: int) -> bool:
    """True for the bracket after a number or letter of a list: 1) and a) and ア）."""
    start = at
    while start and at - start < 4 and string[start - 1].isalnum():
        start -= 1
    label = string[start:at]
    return bool(label) and (label.isdecimal() or len(label) <= 2 or label[-1] in "①②③④⑤⑥⑦⑧⑨")


@cache
def _face() -> re.Pattern[str]:
    """The open face (^^; that no bracket closes."""
    return re.compile(r"[(（][\^;＾；_＿ー-]{2,6}(?=[\s。、！!]|$)")


@cache
def _smile() -> re.Pattern[str]:
    """What stands before the bracket of :) and ^^)."""
    return re.compile(r"(?:(?<![A-Za-z0-9`])[:;=]-?|\^[-_]?\^[;；]?)$")
