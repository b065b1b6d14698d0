"""Text decoded with the wrong encoding, and how it read before: â€™ was ’."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_CP1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MACRONS = "āēīōūĀĒĪŌŪ"
_TAILS = frozenset((*map(chr, range(0x80, 0xC0)), *_CP1252))
_QUOTES = frozenset("‘’“”…–—")


# Every garbled stretch holds one of these.
_SIGNS = frozenset("ƒ‚¤¥\ufffd縺繧繝窶").union(
    map(chr, (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), *range(0xC2, 0xF5)))
)


class Garble(NamedTuple):
    """Garbled characters at `start:end`; `repaired` is "" where the text cannot be told."""

    start: int
    end: int
    repaired: str


@cache
def _suspects() -> re.Pattern[str]:
    return re.compile(
        f"(?P<utf8>[\u00c2-\u00f4][\u0080-\u00bf{_CP1252}](?:[\u0080-\u00ff{_CP1252}])*(?:(?<=â€)\ufffd)?)"
        "|(?P<cp932>[\u3400-\u9fff\uff01-\uff9f\u3000-\u30ff]{2,}\ufffd?)"
        f"|(?P<sjis>(?:[ƒ‚][ -~\u0080-\u00ff{_CP1252}]){{3,}})"
        "|(?P<euc>(?:[¤¥][\u00a1-\u00f6]){3,})"
        "|(?P<lost>\ufffd+)|(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+)"
    )


def garbled(string: str) -> Iterator[Garble]:
    """Stretches that another encoding would read as text.

    >>> [(found.start, found.end, found.repaired) for found in garbled("It isnâ€™t the CafÃ© Pelé’s.")]
    [(6, 9, '’'), (18, 20, 'é')]
    """
    if _SIGNS.isdisjoint(string):
        return
    for match in _suspects().finditer(string):
        kind, run = match.lastgroup, match.group()
        if kind == "utf8":
            yield from _utf8(string, match.start(), run)
        elif kind == "cp932":
            yield from _cp932(match.start(), run)
        elif kind in ("sjis", "euc"):
            repaired = _decoded(_bytes(run), "cp932" if kind == "sjis" else "euc_jp")
            if re.search("[\u3041-\u30fc]{2}", repaired):
                yield Garble(match.start(), match.end(), repaired)
        else:
            yield Garble(match.start(), match.end(), "")


def _utf8(string: str, at: int, run: str) -> Iterator[Garble]:
    """Characters of UTF-8 read as Windows-1252 or Latin-1, one stretch for each run of them."""
    start, repaired, index = 0, "", 0
    while index <= len(run):
        char, size = _character(run, index) if index < len(run) else ("", 0)
        if char and size == 3 and run[index] not in "âãï" and _QUOTES.issuperset(run[index + 1 : index + 3]):
            char = ""  # ‘café’” ends with a letter and two quotation marks
        if char:
            start = start if repaired else index
            repaired += char
            index += size
            continue
        if repaired:
            again = next(garbled(repaired), None)  # encoded twice
            whole = again is not None and (again.start, again.end) == (0, len(repaired)) and again.repaired
            yield Garble(at + start, at + index, whole or repaired)
            repaired = ""
        index += 1


def _character(run: str, index: int) -> tuple[str, int]:
    """The character whose UTF-8 bytes stand at a place, and their number; "" if none is likely."""
    lead = run[index]
    if run[index : index + 2] == "â€" and run[index + 2 : index + 3] not in _TAILS:
        # Its last byte is nothing in Windows-1252, and was dropped.
        return "”", 3 if run[index + 2 : index + 3] == "\ufffd" else 2
    size = 2 if lead in "ÂÃÄÅ" else 3 if "à" <= lead <= "ï" else 4 if lead == "ð" else 0
    char = _decoded(_bytes(run[index : index + size]), "utf-8") if size else ""
    if len(char) != 1 or (lead in "ÄÅ" and char not in _MACRONS):
        return "", 0
    likely = size == 4 or "\u00a0" <= char <= "\u024f" or "\u2010" <= char <= "\u2bff" or "\u3000" <= char <= "\u9fff"
    return (char, size) if likely or "\uff01" <= char <= "\uffef" or char in "\ufeff\ufffd" else ("", 0)


def _cp932(at: int, run: str) -> Iterator[Garble]:
    """UTF-8 read as Shift_JIS: 縺, 繧 and 繝 stand for the first two bytes of kana."""
    if not re.search("[縺繧繝窶]", run):
        return
    repaired = _decoded(_encoded(run), "utf-8")
    if repaired or len(re.findall("[縺繧繝]", run)) > 1:
        yield Garble(at, at + len(run), repaired)


def _encoded(run: str) -> bytes:
    try:
        return run.encode("cp932")
    except UnicodeEncodeError:
        return b"\xff"


def _bytes(run: str) -> bytes:
    """The bytes that Windows-1252 shows so; the five that it leaves open as Latin-1."""
    return b"".join(char.encode("cp1252") if char in _CP1252 else char.encode("latin-1", "replace") for char in run)


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""
