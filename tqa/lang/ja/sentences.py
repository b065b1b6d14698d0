"""Japanese sentences and quotations."""

from __future__ import annotations

_OPEN = "「『（(【［[〈《“"
_CLOSE = "」』）)】］]〉》”"
_ENDS = "。！？!?．"


def sentences(string: str) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences: an end mark outside brackets, or a line break, ends one.

    >>> text = "「行く。」と言った。終わりだ"
    >>> [text[a:b] for a, b in sentences(text)]
    ['「行く。」と言った。', '終わりだ']
    """
    found: list[tuple[int, int]] = []
    start = depth = 0
    size = len(string)
    for at, char in enumerate(string):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(depth - 1, 0)
        ends = char == "\n" or (char in _ENDS and not depth and string[at + 1 : at + 2] not in tuple(_ENDS + _CLOSE))
        # 「…。」 followed by something that does not continue the sentence
        quoted = char in "」』" and not depth and at and string[at - 1] in _ENDS and at + 1 < size
        if quoted and string[at + 1] not in "とっなのはがをにでもや、。」』（(":
            ends = True
        if ends:
            _add(found, string, start, at + 1)
            start, depth = at + 1, 0
    _add(found, string, start, size)
    return tuple(found)


def _add(found: list[tuple[int, int]], string: str, start: int, end: int) -> None:
    while start < end and string[start].isspace():
        start += 1
    while end > start and string[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def quotations(string: str) -> tuple[tuple[int, int], ...]:
    """Spans in 「」 or 『』, marks included.

    >>> quotations("彼は「来い」と言った")
    ((2, 6),)
    """
    found: list[tuple[int, int]] = []
    stack: list[int] = []
    for at, char in enumerate(string):
        if char in "「『":
            stack.append(at)
        elif char in "」』" and stack:
            found.append((stack.pop(), at + 1))
    return tuple(sorted(found))
