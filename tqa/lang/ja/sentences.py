"""Japanese sentences and quotations."""

from __future__ import annotations

from tqa.lang.spans import Span, trimmed

_OPEN = "「『（(【［[〈《“"
_CLOSE = "」』）)】］]〉》”"
_ENDS = "。！？!?．"


def sentences(string: str) -> tuple[Span, ...]:
    """Spans of the sentences: an end mark outside brackets, or a line break, ends one.

    >>> text = "「行く。」と言った。終わりだ"
    >>> [text[a:b] for a, b in sentences(text)]
    ['「行く。」と言った。', '終わりだ']
    """
    found: list[Span] = []
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
            found.append(trimmed(string, start, at + 1))
            start, depth = at + 1, 0
    found.append(trimmed(string, start, size))
    return tuple(span for span in found if span[0] < span[1])


def quotations(string: str) -> tuple[Span, ...]:
    """Spans in 「」 or 『』, marks included.

    >>> quotations("彼は「来い」と言った")
    ((2, 6),)
    """
    found: list[Span] = []
    stack: list[int] = []
    for at, char in enumerate(string):
        if char in "「『":
            stack.append(at)
        elif char in "」』" and stack:
            found.append((stack.pop(), at + 1))
    return tuple(sorted(found))
