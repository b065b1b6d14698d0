"""Plain text: a paragraph a line, or wrapped lines between empty ones; `<!-- comments -->` are markup."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.formats import File, counted
from tqa.model import Document, Unit
from tqa.text import Piece, Span, Text, width

WRAP = 120  # a wrapped paragraph has no longer lines


def read(file: File) -> Document:
    """The paragraphs of a plain text."""
    units = tuple(Unit(text) for text in counted(file.path, paragraphs(file.text, file.lang)))
    return Document(file.path, file.text, units, file.lang, file.source_lang)


def paragraphs(raw: str, lang: str) -> Iterator[Text]:
    """The paragraphs of a plain text, each with its place."""
    block: list[Span] = []
    for line, follows in _lines(raw):
        if block and not follows:
            yield from _block(raw, block, lang)
            block = []
        block.append(line)
    yield from _block(raw, block, lang)


def _lines(raw: str) -> Iterator[tuple[Span, bool]]:
    """The lines that hold text, without the space around it, and whether no empty line stands before each."""
    import re

    line = re.compile(r"[^\s\ufeff][^\r\n]*")
    at = 0
    while found := line.search(raw, at):
        between = raw[at : found.start()]
        end = found.start() + len(found.group().rstrip())
        yield Span(found.start(), end), between.replace("\r\n", "\n").replace("\r", "\n").count("\n") <= 1
        at = found.end()


def _block(raw: str, block: list[Span], lang: str) -> Iterator[Text]:
    if len(block) > 1 and _wrapped([raw[start:end] for start, end in block]):
        parts: list[Text] = []
        for index, (start, end) in enumerate(block):
            if index and lang != "ja":
                last = block[index - 1].end
                parts.append(Text(" ", (Piece(0, 1, last, start, "soft-break"),)))
            parts.extend(_without_comments(raw, start, end))
        yield Text.join(parts)
        return
    for start, end in block:
        text = Text.join(_without_comments(raw, start, end))
        if text.string.strip():
            yield text


def _wrapped(lines: list[str]) -> bool:
    """True if every line but the last is full: the next word would not have fitted."""
    widths = [width(line) for line in lines]
    limit = max(widths)
    if limit > WRAP or limit < 40:
        return False
    following = [width(line.split(maxsplit=1)[0]) if not _wide(line) else 2 for line in lines[1:]]
    return all(
        size + 1 + word > limit - 1 for size, word in zip(widths[:-1], following, strict=True)
    ) and not all(line.rstrip("”\"’')").endswith((".", "!", "?", "。")) for line in lines)


def _wide(line: str) -> bool:
    return line[0] >= "\u3000"


def _without_comments(raw: str, start: int, end: int) -> list[Text]:
    parts = []
    while True:
        opened = raw.find("<!--", start, end)
        closed = raw.find("-->", opened, end) if opened >= 0 else -1
        if closed < 0:
            break
        parts.append(Text.plain(raw[start:opened], start))
        start = closed + 3
    last = Text.plain(raw[start:end], start)
    return [*parts, last] if last.string or not parts else parts
