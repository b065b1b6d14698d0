"""Parts of a Japanese sentence that its English translation leaves out as wholes: what stands in brackets, titles in
『』, historical periods, places, people.

Single words may be rendered freely. That all words of such a part are, and that nothing stands there that such parts
are rendered with (brackets, quotation marks, words for times, pronouns, capitals), hardly happens: nine in ten of those
found in other text than this was made on were lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from tqa.lang.counterparts.coverage import Coverage, unknown_capitals
from tqa.lang.en.tokens import Token

Part = tuple[str, str, Coverage, int, int]  # source, target, what renders what; the part's start and end in the source


def lost(source: str, target: str, found: Coverage) -> list[tuple[int, int]]:
    """(first, last) of the words (indices into the coverage's words) of each part that is lost; neighbours are one.

    >>> from tqa.lang.counterparts.coverage import coverage
    >>> source, target = "彼は工場（名古屋市の郊外）で働いた。", "He worked at a factory."
    >>> lost(source, target, coverage(source, target))
    [(2, 4)]
    >>> source, target = "江戸時代初期に建てられた。", "It was built."
    >>> lost(source, target, coverage(source, target))
    [(0, 2)]
    >>> target = "It was built in the seventeenth century."
    >>> lost(source, target, coverage(source, target))
    []
    """
    made: list[tuple[int, int]] = []
    for first, last in sorted(_lost(source, target, found)):
        if made and first <= made[-1][1] + 1:
            made[-1] = (made[-1][0], max(last, made[-1][1]))
        else:
            made.append((first, last))
    return made


def _lost(source: str, target: str, found: Coverage) -> Iterator[tuple[int, int]]:
    for kind, start, end in _parts(source, found):
        inside = [n for n, word in enumerate(found.words) if start < word.token.end and word.token.start < end]
        words = [found.words[n] for n in inside]
        weight, rendered = _KINDS[kind]
        if not words or any(word.at for word in words) or sum(word.weight for word in words) < weight:
            continue
        if start <= words[0].token.start and words[-1].token.end <= end:
            if not rendered((source, target, found, start, end)):
                yield inside[0], inside[-1]


def _parts(source: str, found: Coverage) -> Iterator[tuple[str, int, int]]:
    for kind, pattern in _patterns().items():
        yield from ((kind, *match.span()) for match in pattern.finditer(source))
    for left, right in pairwise(word.token for word in found.words):
        if left.end == right.start and (left.detail, right.detail) == ("surname", "given"):
            yield "person", left.start, right.end
        if left.end == right.start and left.detail in ("place", "other") and right.surface in ("国", "郡", "郷", "荘"):
            yield "place", left.start, right.end


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    era = "縄文|弥生|古墳|飛鳥|奈良|平安|鎌倉|室町|南北朝|戦国|安土桃山|桃山|江戸|明治|大正|昭和|平成"
    goes_on = "(?!(?!周辺|付近|一帯|沿[岸い])[一-鿿])"
    seats = "[寺駅城島線国藩川山橋湖湾岬峠宮]|神社|神宮|大社|半島|平野|海峡"
    return {
        "aside": re.compile(r"（[^（）()「」『』]{2,}[）)]"),
        "title": re.compile(r"『[^『』（）]{2,}』"),
        "period": re.compile(
            rf"(?:{era})(?:時代|[初中後前末]期|の?末)(?:[末初中後前]期|末)?|幕末|晩年|(?:中世|近世|古代|戦[後前])(?![一-鿿])"
        ),
        "place": re.compile(rf"[一-龯ヶケ]{{1,4}}(?:[県府市]|(?:[郡町村区]|{seats}){goes_on})"),
    }


def _timed(part: Part) -> bool:
    return _time().search(" ".join(token.text for token in _unaccounted(part[2]))) is not None


@cache
def _time() -> re.Pattern[str]:
    """What a period may be rendered with, if not by its name."""
    return re.compile(
        r"(?i)\b(?:period|era|age|centur|dynast|time|day|year|earl|late|last|ancient|(?:pre)?modern|medi|middle|former"
        r"|(?:post|pre)?war|wwii|old|end|death|died|final|closing|edo|\d{3})"
    )


def _sited(part: Part) -> bool:
    """True if no name is lost, or if there is a capital of which nothing is known: the name in another reading; or a
    point of the compass that is a part of it: South Aizu."""
    source, _, found, start, end = part
    if any(token.key.startswith(_COMPASS.get(source[start], "-")) for token in _unaccounted(found)):
        return True
    named = any(word.name and word.weight > 1 for word in found.words if start <= word.token.start < end)
    known = {place for word in found.words for place in word.at}
    others = unknown_capitals(source, found.target, known)
    return not named or any(place and len(found.target[place].key) > 2 for place in others)


_COMPASS = {"東": "east", "西": "west", "南": "south", "北": "north"}


def _unaccounted(found: Coverage) -> list[Token]:
    """The words of the target that render no word of the source, as far as is known."""
    known = {place for word in found.words for place in word.at}
    return [token for place, token in enumerate(found.target) if place not in known]


def _personal(part: Part) -> bool:
    """True if a pronoun may stand for the person, or a name in another reading."""
    source, _, found, start, end = part
    after = source[end : end + 1]
    roles = [role for particles, role in _ROLES.items() if after and after in particles]
    if any(source.count(word.token.surface) > 1 for word in found.words if start <= word.token.start < end):
        roles = list(_ROLES.values())  # 武四郎が … 松浦武四郎碑
    return _sited(part) or any(token.key in " ".join(roles).split() for token in found.target)


_ROLES = {
    "はがも": "he she they who i we",
    "の": "his her their whose my our its",
    "をにとへで": "him her them himself herself whom me us",
}


def _said(part: Part) -> bool:
    return _of_other_kind(part) or _in_brackets(part)


def _titled(part: Part) -> bool:
    return _of_other_kind(part) or _in_quotes(part)


def _of_other_kind(part: Part) -> bool:
    """True for figures, dates and Latin words, which others compare, for readings, for what is short for the words
    before the bracket or begins as they do (武家（武士）), and for another spelling of what is written there in kana."""
    source, _, _, start, end = part
    said = source[start + 1 : end - 1]
    if re.search(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]|[一二三四五六七八九十元](?:[年月日]|\Z)|[：:]\Z", said):
        return True
    if re.fullmatch(r"[ぁ-ヿ・、\s-]+", said):
        return True
    before = iter(source[:start])
    if all(char in before for char in said):
        return True
    run = re.search(r"[一-鿿々]+\Z", source[:start])
    if run and run[0][0] == said[0]:
        return True
    kana = source[start] == "（" and "ぁ" <= source[start - 1 : start] <= "ヿ"
    return kana and re.fullmatch(r"[一-鿿々・、]+", said) is not None


def _in_brackets(part: Part) -> bool:
    """True if the translation has as many brackets as the source, which does not count readings, nor the translator's
    explanations of the word before."""
    source, target, found = part[:3]
    ours = [said for said in re.findall(r"[（(]([^（）()]*)", source) if not re.fullmatch(r"[ぁ-ヿ・、\s]*", said)]
    theirs = [match.span() for match in re.finditer(r"[(\[（][^()\[\]（）]*", target)]
    return sum(not _explains(found, *span) for span in theirs) >= len(ours)


def _explains(found: Coverage, start: int, end: int) -> bool:
    """True for a bracket whose words render the word of the source that the words before it render too: Dainagon (chief
    councilor of state)."""
    inside = {place for place, token in enumerate(found.target) if start < token.start < end}
    return any(min(inside, default=0) - 1 in word.at and inside & set(word.at) for word in found.words)


def _in_quotes(part: Part) -> bool:
    """True if the translation has as many quotations and titles as the source, or capitals that may be a title's."""
    source, target, found = part[:3]
    if len(re.findall(r"(?<![^\s(\[/-])[\"'`“‘](?=\w)|[“「『]", target)) >= source.count("「") + source.count("『"):
        return True
    known = {place for word in found.words for place in word.at}
    strange = [place for place, token in enumerate(found.target) if token.capital and place and place not in known]
    return any(right - left == 1 for left, right in pairwise(strange))


# For each kind the least weight of its words (the log of how seldom all of them go unrendered), and what may render it.
_KINDS: dict[str, tuple[float, Callable[[Part], bool]]] = {
    "aside": (2.5, _said), "title": (2.5, _titled), "period": (2.5, _timed), "place": (4.0, _sited),
    "person": (5.0, _personal),
}  # fmt: skip
