"""Full names of which one half is read right and the other cannot be: Takanobu TOKUGAWA for 徳川家宣.

The half that is right says which person is meant; the word beside it must then be a reading of what stands beside that
half in the source. It is doubted only if no reading of any characters of the source or of the text next door gives it,
and if no other word of the translation reads the other half.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tqa.lang.counterparts import lexicon
from tqa.lang.distance import distance
from tqa.lang.en.names import is_romaji
from tqa.lang.en.tokens import Token
from tqa.lang.ja.characters import is_kanji
from tqa.lang.ja.tagger import Token as Word
from tqa.lang.names.slips import linked, read_by_another

_SHORT = 5  # letters; shorter words may be anything
_LONG = 9  # letters from which two slips are as little as one
_HALF = 4  # letters that are half of a family name
_PERSON = ("surname", "given", "person")
_LINKS = "・の　 "
_PLACE = tuple("寺院宮社城町村市郡国川山島橋県府区湖海")  # what follows is the name of a place


class Companion(NamedTuple):
    """The token `at` of the target cannot be `start:end` of the source, usually read `reading` (plain romaji), though
    the token `beside` reads what stands next to that. `rare`: it may be a reading that nobody has written down."""

    at: int
    beside: int
    start: int
    end: int
    reading: str
    rare: bool


class _Pair(NamedTuple):
    """Two words of a name; `link`: with no between."""

    first: int
    last: int
    link: bool


def companions(source: str, around: str, string: str, found: Sequence[Token]) -> Iterator[Companion]:
    """The halves of full names that are no reading of their halves in the source; `around` is the source with its
    neighbours.

    >>> from tqa.lang.en.tokens import tokens
    >>> source, target = "徳川家宣が継いだ。", "Takanobu TOKUGAWA followed."
    >>> [source[one.start : one.end] for one in companions(source, source, target, tokens(target))]
    ['家宣']
    """
    pairs = list(_pairs(string, found))
    if not pairs:
        return
    from tqa.lang.en.words import words as english
    from tqa.lang.ja.readings import possible, spoken
    from tqa.lang.ja.romaji import fold
    from tqa.lang.ja.tagger import tokens

    words = tokens(source)
    if not any(word.pos == "name" for word in words):
        return
    usual = {fold(reading) for _, _, reading in spoken(source)}
    for pair in pairs:
        for beside, at in ((pair.first, pair.last), (pair.last, pair.first)):
            if len(found[at].key) < _SHORT or fold(found[at].key) in usual:
                continue
            if (
                not possible(found[beside].key, source)
                or possible(found[at].key, around)
                or lexicon.meant(found[at].key, around)
                or english().knows(found[at].key)  # Kawarazaki Kabuki Theater
            ):
                continue
            halves = [
                half
                for half in _other_halves(pair, beside, source, found, words)
                if _wrong(found[at].key, half, source)
                and fold(half.reading) != fold(found[beside].key)  # two of one house: 渡辺省、渡辺競
                and not linked(found[at].key, half.reading)
                and not _called_otherwise(found[at].key, half, source)
                and not (pair.link and _of_a_house(found[at].key, half, source))
                and not read_by_another(half.start, half.end, source, found, (beside, at))
            ]
            if halves:
                half = min(halves, key=lambda half: _far(found[at].key, half, source))
                sure = half.family or _alike(half.reading, found[at].key)
                rare = _may_be_rare(found[at].key, half, source)
                yield Companion(at, beside, half.start, half.end, half.reading if sure else "", rare)
                break


_CLANS = {"fujiwara": "藤原", "minamoto": "源", "taira": "平", "tachibana": "橘"}


def _called_otherwise(key: str, half: _Half, source: str) -> bool:
    """True for the everyday name of a man whom the source calls by his formal one: Tarozaemon for 英龍."""
    called = key.endswith(("zaemon", "uemon", "emon", "bei", "hyoe", "nosuke", "nojo"))
    return called and not half.family and not source[: half.end].endswith(_CALLED)


_CALLED = ("門", "衛", "助", "介", "輔", "丞", "尉", "亮", "祐")


def _of_a_house(key: str, half: _Half, source: str) -> bool:
    """True for a clan that stands for a house: FUJIWARA no Kanezane for 九条兼実."""
    return half.family and key in _CLANS and source[half.start : half.end] not in _CLANS.values()


def _pairs(string: str, found: Sequence[Token]) -> Iterator[_Pair]:
    """Two words that may be one Japanese name, with nothing or a no between."""
    named = [token.capital and len(token.key) > 2 and is_romaji(token.key) for token in found]
    for first, token in enumerate(found):
        if not named[first] or token.possessive:
            continue
        link = first + 2 < len(found) and found[first + 1].key == "no"
        last = first + 1 + link
        between = string[token.end : found[last].start].split("no") if last < len(found) else ["?"]
        if any(gap.strip(" ") for gap in between) or not named[last] or string[found[last].end :].startswith("-"):
            continue
        yield _Pair(first, last, link)


def _alike(one: str, other: str) -> bool:
    """Whether two words begin or end alike: of a given name that is read quite otherwise the tagger knows too little."""
    return one[:2] == other[:2] or one[-2:] == other[-2:]


def _far(key: str, half: _Half, source: str) -> int:
    """How many letters a word is from a half."""
    from tqa.lang.ja.readings import usual
    from tqa.lang.ja.romaji import fold

    ways = (fold(half.reading), *usual(source[half.start : half.end]))
    return min(distance(fold(key), way, 20) for way in ways if way)


def _wrong(key: str, half: _Half, source: str) -> bool:
    """Whether a word that is no reading of a half must be wrong. Names that the tagger does not know may have readings
    that nobody has written down: there it must look like a slip, or be a family name that is half right."""
    from tqa.lang.ja.readings import name_like, usual
    from tqa.lang.ja.romaji import fold

    ways = list(usual(source[half.start : half.end]))
    if half.reading or not ways:
        return bool(ways)
    said = fold(key)
    if half.family:
        return any(said[:_HALF] == way[:_HALF] or said[-_HALF:] == way[-_HALF:] for way in ways)
    most = 1 if len(said) < _LONG else 2
    return not name_like(said) and any(distance(said, way, most) <= most for way in ways)


def _may_be_rare(key: str, half: _Half, source: str) -> bool:
    """Whether a word is a given name of which one kanji is read right, and that is no slip of the usual reading: names
    of history have readings of the other that no table knows."""
    from tqa.lang.ja.readings import name_like, usual
    from tqa.lang.ja.romaji import fold

    name, said = source[half.start : half.end], fold(key)
    if half.family or len(name) != 2 or not name_like(said):
        return False
    if any(distance(said, way, 1) <= 1 for way in (fold(half.reading), *usual(name))):
        return False
    return any(said.startswith(way) for way in usual(name[0])) or any(said.endswith(way) for way in usual(name[1]))


def _other_halves(
    pair: _Pair, beside: int, source: str, found: Sequence[Token], words: Sequence[Word]
) -> Iterator[_Half]:
    """What stands in the source next to the half that is right."""
    from tqa.lang.ja.readings import stretches

    shouted = found[pair.first].text.isupper() != found[pair.last].text.isupper()  # Ieyasu TOKUGAWA
    for start, end in stretches(found[beside].key, source, wide=True):
        whole = [word for word in words if word.start < end and start < word.end]
        if whole[0].start != start and end - start < 2:
            continue
        for forward in (True, False):
            if pair.link and forward != (beside == pair.first):
                continue
            run = _after(end, source, words, pair.link) if forward else _before(start, source, words, pair.link)
            if run and (shouted or any(word.detail in _PERSON for word in (*whole, *run.words))):
                yield run


class _Half(NamedTuple):
    """Words of a source, from `start` to `end`, that are one half of a name."""

    start: int
    end: int
    words: Sequence[Word]
    family: bool

    @property
    def reading(self) -> str:
        """As the tagger reads it, or "" where that is a guess."""
        from tqa.lang.ja.romaji import hepburn

        sure = len(self.words) == 1 or all(word.pos in ("name", "number") for word in self.words)
        return hepburn("".join(word.reading for word in self.words)) if sure else ""


def _after(at: int, source: str, words: Sequence[Word], link: bool) -> _Half | None:
    """The given name that begins at `at`."""
    if source[at : at + 1] and source[at] in _LINKS and (link or source[at] != "の"):
        at += 1
    run: list[Word] = []
    for word in words:
        if word.start == (run[-1].end if run else at) and _is_kanji(word.surface):
            if word.end - at > 4 or not (word.pos in ("name", "number") or len(word.surface) == 1 or _called(word)):
                break
            if word.pos == "suffix" and word.start - at > 1:
                break
            run.append(word)
    if not any(word.pos == "name" for word in run) or run[-1].end - at < 2 or source.startswith(_PLACE, run[-1].end):
        return None
    return _Half(at, run[-1].end, run, family=False)


def _called(word: Word) -> bool:
    """True for the ends of the names of men: 左衛門, 三郎."""
    return word.surface.endswith(("衛門", "兵衛", "郎", "之助", "之介", "之丞"))


def _before(at: int, source: str, words: Sequence[Word], link: bool) -> _Half | None:
    """The family name that ends at `at`."""
    if at and source[at - 1] in _LINKS and (link or source[at - 1] != "の"):
        at -= 1
    last = next((word for word in words if word.end == at), None)
    if last is not None and last.pos == "name" and len(last.surface) > 1 and _is_kanji(last.surface):
        return _Half(last.start, at, [last], family=True)
    start = at  # words cut wrongly: 宮石島之助
    while start and _is_kanji(source[start - 1]):
        start -= 1
    parts = [word for word in words if word.start < at and start < word.end]
    cut = last is None or len(last.surface) == 1
    return _Half(start, at, parts, family=True) if cut and at - start == 2 else None


def _is_kanji(text: str) -> bool:
    return all(is_kanji(char) or char in "々ヶ" for char in text)
