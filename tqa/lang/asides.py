"""What a Japanese sentence says in round brackets, and titles in 『』, of which its English translation has nothing.

Single words may be rendered freely. That all of an aside's are, and that the translation has fewer brackets than the
source besides, hardly happens: of forty found in other text than this was made on, nine in ten were lost.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from tqa.lang.coverage import Coverage

_WEIGHT = 2.5  # of an aside's words: the log of how seldom all of them go unrendered


def lost(source: str, target: str, found: Coverage) -> list[tuple[int, int]]:
    """(first, last) of the words (indices into the coverage's words) of each aside and title that is lost.

    >>> from tqa.lang.coverage import coverage
    >>> source, target = "彼は工場（名古屋市の郊外）で働いた。", "He worked at a factory."
    >>> lost(source, target, coverage(source, target))
    [(2, 4)]
    >>> target = "He worked at a factory (outside Owari)."
    >>> lost(source, target, coverage(source, target))
    []
    """
    made = []
    for match in _aside().finditer(source) if "（" in source or "『" in source else ():
        if _of_other_kind(match, source):
            continue
        inside = [n for n, word in enumerate(found.words) if match.start() < word.token.start < match.end()]
        words = [found.words[n] for n in inside]
        if any(word.at for word in words) or sum(word.weight for word in words) < _WEIGHT:
            continue
        if not (_in_brackets if match["said"] else _in_quotes)(source, target, found):
            made.append((inside[0], inside[-1]))
    return made


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(r"（(?P<said>[^（）()「」『』]{2,})[）)]|『(?P<title>[^『』（）]{2,})』")


def _of_other_kind(match: re.Match[str], source: str) -> bool:
    """True for figures, dates and Latin words, which others compare, for readings, and for another spelling of what is
    written in kana before the bracket (ぼたもち（牡丹餅）)."""
    said = match["said"] or match["title"]
    if re.search(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]|[一二三四五六七八九十元](?:[年月日]|\Z)|[：:]\Z", said):
        return True
    if re.fullmatch(r"[ぁ-ヿ・、\s-]+", said):
        return True
    kana = bool(match["said"]) and "ぁ" <= source[match.start() - 1 : match.start()] <= "ヿ"
    return kana and re.fullmatch(r"[一-鿿々・、]+", said) is not None


def _in_brackets(source: str, target: str, _: Coverage) -> bool:
    """True if the translation has as many brackets as the source, which does not count readings."""
    ours = [said for said in re.findall(r"[（(]([^（）()]*)", source) if not re.fullmatch(r"[ぁ-ヿ・、\s]*", said)]
    return target.count("(") + target.count("[") + target.count("（") >= len(ours)


def _in_quotes(source: str, target: str, found: Coverage) -> bool:
    """True if the translation has as many quotations and titles as the source, or capitals that may be a title's."""
    if len(re.findall(r"(?<![^\s(\[/-])[\"'`“‘](?=\w)|[“「『]", target)) >= source.count("「") + source.count("『"):
        return True
    known = {place for word in found.words for place in word.at}
    strange = [place for place, token in enumerate(found.target) if token.capital and place and place not in known]
    return any(right - left == 1 for left, right in pairwise(strange))
