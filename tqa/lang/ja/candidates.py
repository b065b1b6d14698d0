"""What in a Japanese text may be a term: compounds, names, katakana words, phrases in 「」."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tqa.lang.ja.tagger import Token, tokens

LONGEST = 24  # characters
_PARTS = frozenset({"noun", "name", "prefix", "suffix", "shape"})
# Words that begin or end many compounds without being part of a term.
_FIRST = frozenset(
    "同 各 当 本 両 全 約 第 翌 毎 某 我 我が 現 計 諸 他 等 其の 新 旧 元 前 後 昨 今 数 何 よう ため こと もの とき ところ うち ほか".split()
)
_LAST = frozenset(
    "等 達 的 氏 君 様 さん 時 後 中 前 間 上 下 内 外 以降 以後 以前 以上 以下 以外 以来 自身 自体 同士 他 際 為 事 物 所 頃 毎 共 用 "
    "よう 方 点 面 側 目 分 別 化 性 力 感 度 率 説 型 系 製 産 式 風 類 数 量 々 当時 現在 全体 一部 一つ 最初 最後 部分 多く 今回 場合 関係 関連 "
    "開始 終了 当日 前日 翌日 曜日".split()
)
_GOES_ON = frozenset("者 家 員 的 化 性".split())  # suffixes without which the word before is another
_EVERYDAY = frozenset("年 月 日 時 分 秒 人 名 回 度 円 代 世紀 年代 以上 以下".split())


class Candidate(NamedTuple):
    """A span of the text that may be a term. `kind`: compound | name | katakana | quoted; `parts` its words."""

    start: int
    end: int
    form: str
    kind: str
    parts: tuple[Token, ...]


def coined(texts: Iterable[str]) -> tuple[str, ...]:
    """What stands in quotation marks somewhere in some texts."""
    return tuple({match.group(1): None for text in texts for match in _quoted().finditer(text)})


def candidates(text: str, coinages: Sequence[str] = ()) -> list[Candidate]:
    """Every candidate in a text, the longer before the shorter ones inside it; coinages are such without quotation
    marks, too.

    >>> [found.form for found in candidates("港湾局長は「青い橋計画」をコンピューターで調べた。")]
    ['港湾局長', '港湾局', '局長', '青い橋計画', '橋計画', 'コンピューター']
    """
    found: dict[tuple[int, int], Candidate] = {}
    words = tokens(text)
    for low, high in _runs(words):
        for first, last in _inside(words[low:high]):
            if _bound(words, low + first, low + last):
                continue
            one = _candidate(text, words[low + first : low + last])
            if one is not None:
                found.setdefault((one.start, one.end), one)
    spans = [match.span(1) for match in _quoted().finditer(text)]
    spans += [(at, at + len(form)) for form in coinages for at in _places(text, form)]
    for start, end in spans:
        parts = tuple(word for word in words if start <= word.start and word.end <= end)
        if parts and parts[0].start == start and parts[-1].end == end and len(parts) > 1:
            found[start, end] = Candidate(start, end, text[start:end], "quoted", parts)
    return sorted(found.values(), key=lambda one: (one.start, -one.end))


def _places(text: str, form: str) -> Iterator[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + 1)


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(rf"[「『]([^「」『』。！？、\s]{{3,{LONGEST}}})[」』]")


def _runs(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Ranges of words that may form one compound."""
    first = 0
    for place in range(len(words) + 1):
        part = place < len(words) and _part(words, place)
        if part and (place == first or words[place - 1].end == words[place].start):
            continue
        if place > first:
            yield first, place
        first = place if part else place + 1


def _part(words: Sequence[Token], place: int) -> bool:
    word = words[place]
    if word.pos not in _PARTS:
        return False
    counts = place > 0 and words[place - 1].pos == "number"
    return not (counts and ("助数詞" in word.detail or word.surface in _EVERYDAY))


def _inside(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The whole run and every part of it that can stand alone."""
    size = len(words)
    for length in range(size, 0, -1):
        for first in range(size - length + 1):
            if length == size or length <= 5:
                yield first, first + length


def _bound(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether words belong to those beside them: 経連 after 全, 容疑 before 者, ふじの before くにまつり."""
    before = words[first - 1] if first and words[first - 1].end == words[first].start else None
    after = words[last] if last < len(words) and words[last].start == words[last - 1].end else None
    short = words[last - 1].end - words[first].start == 2
    if before is not None and before.pos == "prefix" and (short or before.lemma not in _FIRST):
        return True
    if last - first > 1 and before is not None and before.pos in _PARTS | {"particle"} and _is_hiragana(words[first]):
        return True
    return after is not None and after.surface in _GOES_ON and words[last - 1].pos != "name"


def _is_hiragana(word: Token) -> bool:
    return all("ぁ" <= char <= "ゖ" for char in word.surface)


def _candidate(text: str, words: Sequence[Token]) -> Candidate | None:
    first, last = words[0], words[-1]
    form = text[first.start : last.end]
    if not 2 <= len(form) <= LONGEST or first.pos == "suffix" or last.pos == "prefix" or form.endswith("曜日"):
        return None
    if first.pos == "prefix" and first.surface in ("お", "ご", "御"):  # polite words are everyday ones
        return None
    if first.surface in _FIRST or last.surface in _LAST or last.lemma in _LAST or last.pos == "shape":
        return None
    kind = _kind(form, words)
    return Candidate(first.start, last.end, form, kind, tuple(words)) if kind else None


def _kind(form: str, words: Sequence[Token]) -> str:
    """What makes a form worth a look; "" for an ordinary word."""
    if len(words) == 1:
        if words[0].pos == "name" and len(form) > 1:
            return "name"
        katakana = all("ァ" <= char <= "ヴ" or char in "ー・" for char in form)
        return "katakana" if katakana and len(form) > 2 else ""
    return "name" if all(word.pos == "name" for word in words) else "compound"
