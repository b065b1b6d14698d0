"""Japanese left in English text: kana and kanji, wide characters, and letters of other scripts that look Latin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_CORE = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f々〆〇"
# What may stand inside a stretch of Japanese without ending it.
_JOINS = "・、。，．！？：；「」『』〈〉《》【】（）［］〜～…‥\u3000 0-9０-９Ａ-Ｚａ-ｚ％ー―－＝／-"
_BEFORE_GAP = " ([{“\"‘'"
_UNITS = "㎜㎝㎞㎎㎏㏄㎡㎢㎥℃㍑㌔"

# Cyrillic and Greek letters that look like Latin ones (Unicode's confusables, those that are alike in any font).
_LOOKALIKES = dict(
    zip("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopcyxijshdqwABEKMHOPCTYXIJSoABEZHIKMNOPTYX", strict=True)
)


@cache
def _japanese() -> re.Pattern[str]:
    return re.compile(f"[{_CORE}](?:[{_CORE}{_JOINS}]*[{_CORE}])?[。、！？]*")


@cache
def _wide() -> re.Pattern[str]:
    return re.compile(f"[\uff01-\uff5e\uff61-\uff64\uffe0-\uffe6\u3000-\u3002\u3008-\u3011\u3014-\u3017〜・ー{_UNITS}]+")


def japanese(string: str) -> list[tuple[int, int]]:
    """Spans of kana and kanji, with what stands between them; a lone ー is a dash.

    >>> japanese("He chose 総務省, not 財務省 2 課.")
    [(9, 12), (18, 25)]
    """
    if string.isascii() or max(string) < "々":  # the first of those characters
        return []
    return [match.span() for match in _japanese().finditer(string) if match.group().strip("ー ")]


def wide(string: str) -> list[tuple[int, int]]:
    """Spans of full-width and Japanese characters that stand among Latin text, not inside Japanese.

    >>> wide("Ｇ７ in Nara、not 「奈良、京都」")
    [(0, 2), (10, 11)]
    """
    if string.isascii() or max(string) < "℃":  # the first of those characters
        return []
    inside = japanese(string)
    found = []
    for match in _wide().finditer(string):
        start, end = match.span()
        if match.group().isspace() and (start == 0 or end == len(string)):
            continue
        near = [span for span in inside if span[0] - 1 <= start and end <= span[1] + 1]
        if not any(_belongs(match.group(), low, high, start, end) for low, high in near):
            found.append((start, end))
    return found


def _belongs(run: str, low: int, high: int, start: int, end: int) -> bool:
    """Inside Japanese, or a Japanese quotation mark around it."""
    return (low <= start and end <= high) or all(char in "「」『』〈〉《》【】・" for char in run)


def plain(string: str, start: int, end: int) -> str | None:
    """How a span of wide characters is written in English; None where that is a matter of choice.

    >>> plain("Nara、Kyoto", 4, 5), plain("10：30", 2, 3), plain("1999～2001", 4, 5)
    (', ', ':', None)
    """
    written = ""
    for at in range(start, end):
        char = _plain(string, at)
        if char is None:
            return None
        written += char[1:] if written.endswith(" ") and char.startswith(" ") else char
    return written


def _plain(string: str, at: int) -> str | None:
    char = string[at]
    before, after = string[at - 1 : at] if at else "", string[at + 1 : at + 2]
    if char in "～〜・ー〈〉《》【】〔〕〖〗『』" or char in _UNITS or char == "〃":
        return None
    if char == "\u3000":
        return "" if before.isspace() or after.isspace() else " "
    if char in "「｢":
        return ("“" if "“" in string else '"') if "「" not in string[:at] or "」" in string[:at] else None
    if char in "」｣":
        return "”" if "“" in string else '"'
    from unicodedata import normalize

    narrow = {"、": ",", "。": ".", "｡": ".", "､": ",", "￥": "¥"}.get(char) or normalize("NFKC", char)
    if narrow in ",.;:!?":
        if narrow in ",.:" and before.isdigit() and after.isdigit():
            return narrow
        return narrow + (" " if after.isalnum() or (after and after in _BEFORE_GAP[1:]) else "")
    if narrow in ")]":
        return narrow + (" " if after.isalnum() else "")
    if narrow in "([":
        return (" " if before.isalnum() or (before and before in ",.;:") else "") + narrow
    return narrow


def mixed(string: str) -> Iterator[tuple[int, int, str]]:
    """Words that mix Latin letters with look-alikes of other scripts: span and the word in Latin letters.

    >>> list(mixed("T\\u043ekyo"))
    [(0, 5, 'Tokyo')]
    """
    if string.isascii() or _LOOKALIKES.keys().isdisjoint(string):
        return
    for match in _word().finditer(string):
        word = match.group()
        latin = "".join(_LOOKALIKES.get(char, char) for char in word)
        if latin != word and latin.isascii() and (len(word) == 1 or (len(word) > 2 and re.search("[A-Za-z]", word))):
            if len(word) == 1 and (word != "а" or not re.search(r"[A-Za-z] $", string[: match.start()])):
                continue
            yield match.start(), match.end(), latin


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _about_writing() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:kanji|kana|hiragana|katakana|characters?|ideographs?|letters?|written|writes?|writing|spell?ing|spelled|"
        r"spelt|pronounced|pronunciation|readings?|inscri\w+|notation|transcri\w+|in (?:japanese|chinese)|"
        r"japanese (?:name|title|word|term)|rebus|pun)\b",
        re.IGNORECASE,
    )


def glossed(string: str, start: int, end: int, quotations: tuple[tuple[int, int], ...]) -> bool:
    """True where Japanese is meant to stand: in brackets or quotation marks, with a gloss, or as writing discussed."""
    if any(low < start and end < high for low, high in quotations):
        return True
    before, after = string[:start], string[end : end + 60]
    if re.match(r"['\"’”」』》〉）)]*\s?(?:[(（\[]|[=:,]? ?[\"“'‘(])[^)）\]]*[A-Za-z]", after):
        return True
    if max(before.rfind(char) for char in "(（[［") > max(before.rfind(char) for char in ")）]］"):
        return True
    return bool(_about_writing().search(string))
