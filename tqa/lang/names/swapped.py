"""Well-known names in place of others: a place or a surname of a translation that its source does not know, where one of
the source's own places or people stands nowhere.

Both sides are told by tables and by the words beside a name (Prefecture, 県; Professor, 氏), so that a place is held
against a place and a person against a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from tqa.lang.en.closed import COURTESY
from tqa.lang.en.quotes import asides
from tqa.lang.en.tokens import Token
from tqa.lang.en.tokens import tokens as english
from tqa.lang.ja import romaji
from tqa.lang.ja.characters import is_kanji
from tqa.lang.ja.tagger import Token as Word
from tqa.lang.ja.tagger import tokens as japanese
from tqa.lang.world import well_known
from tqa.lang.world.offices import persons

_MAKERS = frozenset(
    "motor motors bank electric power corp corporation ltd inc co company group holdings heavy industries railway "
    "television press university securities insurance pharmaceutical".split()
)
_LOCAL = frozenset(["bank", "electric", "university"])  # named after places
_WHERE = frozenset("in at near around to toward towards across outside inside throughout within".split())


class Swap(NamedTuple):
    """The token `at` of the target is another name than the source's at `start:end`, which is written `shown`."""

    at: int
    start: int
    end: int
    shown: str


class _Name(NamedTuple):
    start: int
    end: int
    kind: str  # place | person
    run: str  # all that belongs to it: family and given name


def swaps(source: str, around: str, target: str, beside: str) -> Iterator[Swap]:
    """The well-known names of a translation that stand for others. `around` and `beside`: the source and the translation
    with their neighbours.

    >>> target = "An earthquake struck Akita Prefecture."
    >>> [(swap.at, swap.shown) for swap in swaps("岩手県で地震があった。", "岩手県で地震があった。", target, target)]
    [(3, 'Iwate')]
    >>> list(swaps("田中氏は秋田県知事だ。", "田中氏は秋田県知事だ。", "He is governor of Akita.", "He is governor of Akita."))
    []
    """
    found = english(target)
    strange = list(_strangers(target, found, around))
    if not strange:
        return
    gone = [name for name in names(source) if not _there(source, name, beside)]
    told: set[str] = set()
    for at, kinds in strange:
        place = found[at].start / max(len(target), 1)
        fitting = [name for name in gone if name.kind in kinds]
        best = min(fitting, key=lambda name: abs(name.start / len(source) - place), default=None)
        if best is not None and found[at].key not in told:
            told.add(found[at].key)
            text = source[best.start : best.end]
            gone = [name for name in gone if source[name.start : name.end] != text]
            yield Swap(at, best.start, best.end, _shown(text))


def _shown(name: str) -> str:
    place = well_known.place(name)
    return place.en[0] if place else ""


class Level(NamedTuple):
    """The words `start:end` of a target make a city of the source's prefecture at `at:upto`, or the reverse; they should
    be `wanted`."""

    start: int
    end: int
    at: int
    upto: int
    wanted: str


def levels(source: str, around: str, target: str) -> Iterator[Level]:
    """Where a prefecture became the city of its name, or a city the prefecture.

    >>> [level.wanted for level in levels("大阪府は反対した。", "大阪府は反対した。", "Osaka City was against it.")]
    ['Osaka Prefecture']
    >>> list(levels("大阪府と大阪市は反対した。", "大阪府と大阪市は反対した。", "Osaka City was against it."))
    []
    """
    for match in _level().finditer(target):
        name, level = match.group(1), match.group(2)
        ours = next((one for one in well_known.places(name.lower()) if one.kind in ("prefecture", "city")), None)
        if ours is None or len(re.findall(rf"\b{name}\b", target)) > 1:
            continue
        wide, narrow = ("市", "[府県]") if level == "City" else ("[府県]", "市")
        found = re.search(rf"{ours.ja[0]}{narrow}(?!立)", source)
        if found and not re.search(wide, around):
            yield Level(*match.span(), *found.span(), f"{name} {'Prefecture' if level == 'City' else 'City'}")


@cache
def _level() -> re.Pattern[str]:
    return re.compile(r"\b([A-Z][a-z]{3,}) (City|Prefecture)\b")


# -- the translation -------------------------------------------------------------------------------------------------


def _strangers(target: str, found: Sequence[Token], around: str) -> Iterator[tuple[int, frozenset[str]]]:
    """Well-known names that nothing in the source accounts for, and what they may be there: place, person."""
    spans = None
    for at, token in enumerate(found):
        if not token.capital or len(token.key) < 3 or not token.key.isascii():
            continue
        kinds = _kinds(target, found, at)
        if not kinds or well_known.accounted(token.key, around):
            continue
        if spans is None:
            spans = asides(target)
        if not any(low < token.start < high for low, high in spans):
            yield at, kinds


def _kinds(target: str, found: Sequence[Token], at: int) -> frozenset[str]:
    key = found[at].key
    places, surname = well_known.places(key), bool(well_known.surname(key))
    if not places and not surname:
        return frozenset()
    before = found[at - 1] if at and target[found[at - 1].end : found[at].start] in (" ", ". ") else None
    after = found[at + 1] if at + 1 < len(found) and target[found[at].end : found[at + 1].start] in (" ", "-") else None
    if after is not None and after.capital and after.key in _MAKERS and not (places and after.key in _LOCAL):
        return frozenset()
    class_after = after is not None and after.key in well_known.CLASSES and not found[at].possessive
    where = before is not None and before.key in _WHERE
    titled = before is not None and before.capital and before.key in COURTESY | persons()
    given = any(one is not None and _given(one) for one in (before, None if found[at].possessive else after))
    kinds = set()
    if places and (class_after or not (titled or given)):
        kinds.add("place")
    if surname and not class_after and not (places and where) and not (before is not None and before.key == "no"):
        kinds.add("person")
    return frozenset(kinds)


def _given(token: Token) -> bool:
    """Whether a word beside a name may be the other half of it."""
    from tqa.lang.en.names import is_romaji

    return token.capital and len(token.key) > 2 and is_romaji(token.key) and not well_known.places(token.key)


# -- the source ------------------------------------------------------------------------------------------------------


@lru_cache(64)
def names(source: str) -> tuple[_Name, ...]:
    """The places and people that a source names, as far as that is clear.

    >>> [(name.run, name.kind) for name in names("岩手県知事の田中健太氏はモスクワと千葉を訪れた。")]
    [('岩手', 'place'), ('田中健太', 'person'), ('モスクワ', 'place'), ('千葉', 'place')]
    """
    found = japanese(source)
    listed = [name for at in range(len(found)) if (name := _name(source, found, at)) is not None]
    for match in _loan().finditer(source):
        if well_known.place(match.group()) is not None:
            listed.append(_Name(*match.span(), "place", match.group()))
    return tuple(sorted(listed))


@cache
def _loan() -> re.Pattern[str]:
    return re.compile(r"(?<![ァ-ヺー・])[ァ-ヺー]{2,}(?![ァ-ヺー・])")


def _name(source: str, found: Sequence[Word], at: int) -> _Name | None:
    word = found[at]
    if word.pos != "name" or not is_kanji(word.surface[0]):
        return None
    if len(word.surface) < 2:
        alone = word.surface in well_known.spelled() and not is_kanji(source[: word.start][-1:])
        named = alone and word.detail == "surname" and _titled().match(source, word.end)
        return _Name(word.start, word.end, "person", word.surface) if named else None
    if at and found[at - 1].pos in ("name", "prefix") and found[at - 1].end == word.start:
        if found[at - 1].detail in ("surname", "given", "person") or found[at - 1].pos == "prefix":
            return None
    place = well_known.place(word.surface)
    surname = word.detail == "surname" or word.surface in well_known.spelled()
    if _place_after().match(source, word.end) and (place or not (surname and _head_after().match(source, word.end))):
        clear = place is not None or word.detail == "place"
        return _Name(word.start, word.end, "place", word.surface) if clear else None
    end = word.end
    while at + 1 < len(found) and found[at + 1].start == end and found[at + 1].pos == "name":
        if found[at + 1].detail not in ("given", "surname", "person"):
            break
        at, end = at + 1, found[at + 1].end
    if surname and _person_after().match(source, end):
        return _Name(word.start, word.end, "person", source[word.start : end])
    if end == word.end and place is not None and not _goes_on(source, end):
        if not surname or word.detail == "place" or _where_after().match(source, end):
            return _Name(word.start, word.end, "place", word.surface)
    return None


def _goes_on(source: str, end: int) -> bool:
    """Whether a compound goes on that may have a name of its own: 京都弁, 江戸前."""
    return is_kanji(source[end : end + 1])


@cache
def _place_after() -> re.Pattern[str]:
    return re.compile(
        r"[都道府県省](?!の?会|民党)|自治区|市(?!場|川)|区|町|村(?!上|山|田)|郡|島|半島|湾|港|空港|駅|川|地[裁検]|高[裁検]|家裁|地方裁判所|高等裁判所|地方検察庁"
        r"|大学|[都道府県市]立|[南北東西中]部|地[区方域]|圏|電力|銀行|新聞|入管|労働局|第[一二12１２]原発|原発|国税局|城|在住|出身|発"
    )


def classed(source: str, end: int, target: str, upto: int) -> bool:
    """Whether a word for a kind of place follows a name in both: 湾 and Bay."""
    rest = target[upto : upto + 20].split()
    return bool(rest) and rest[0].strip(".,").lower() in well_known.CLASSES and bool(_place_after().match(source, end))


@cache
def _head_after() -> re.Pattern[str]:
    return re.compile("[市区町村]長")


@cache
def _person_after() -> re.Pattern[str]:
    title = (
        "氏|さん|ちゃん|くん|君|容疑者|被告|受刑者|議員|候補|選手|監督|コーチ|主将|投手|捕手|内野手|外野手|教授|講師|博士|先生|首相|総理|総裁|大臣|相|知事|市長"
        "|町長|村長|区長|社長|会長|頭取|専務|常務|委員長|委員|長官|次官|政務官|代表|幹事長|書記長|議長|記者|医師|弁護士|裁判長|裁判官|判事|検事|検察官|巡査|警部|署長"
        "|院長|校長|部長|課長|局長|所長|理事長|理事|学長|総長|館長|騎手|棋士|[三四五六七八九]段|名人|竜王|横綱|大関|アナ|アナウンサー|キャスター|夫妻|夫人|両氏|大使|研究員|作曲家"
        "|役員|報道官|支配人|船長|機長|団長|隊長|司令官|幕僚長"
    )
    place = r"(?!県|都知|府知|道知|[市区町村郡](?!長)|島|大学|高校|地裁|地検|高裁|電力|銀行|新聞|支)"
    return re.compile(
        rf"[ 　]?{place}(?:[前元現新副故]|次期)?[一-鿿]{{0,6}}?(?:{title})(?!会|談|町|県|川)|[(（]\d{{1,3}}[)）]|[(（][１-９][０-９]?[)）]"
    )


@cache
def _titled() -> re.Pattern[str]:
    """What makes a surname of one character clear: 林さん, 森元首相."""
    return re.compile("(?:氏|さん|容疑者|被告|(?:[前元]|副)?(?:首相|外相|財務相|防衛相|大臣|総裁|知事|市長|議員|社長|会長|監督|選手))(?![一-鿿])")


@cache
def _where_after() -> re.Pattern[str]:
    return re.compile(r"で|に(?:ある|住|到着|入|向|滞在)|から|へ|まで|、|・|と")


# -- what is there ---------------------------------------------------------------------------------------------------


def _there(source: str, name: _Name, beside: str) -> bool:
    """Whether anything in a translation and next door may be a name of the source."""
    from tqa.lang.ja.readings import possible

    text = source[name.start : name.end]
    keys = _keys(beside)
    place = well_known.place(text)
    if name.kind == "place" and place is not None:
        forms = [romaji.fold(word.lower()) for word in place.en]
        if any(key.startswith(form) if len(form) > 4 else key == form for key in keys for form in forms):
            return True
        if any(_related(place, other, source) for key in keys for other in well_known.places(key)):
            return True
        if place.kind == "abroad":
            return any(_slip(form, key) for key in keys for form in forms)
    usual = [romaji.fold(form) for form in well_known.readings(text)]
    whole = name.run + source[name.start + len(name.run) :][:1]  # 富士川, Fujigawa
    strict = place is not None or (len(text) > 1 and text in well_known.spelled())  # others may be read in any way
    for key in keys:
        if strict and (well_known.places(key) or well_known.surname(key)):
            if well_known.accounted(key, name.run, signs=False):
                return True
        elif len(key) > 2 and (possible(key, whole) or any(_slip(form, key) for form in usual)):
            return True
    return False


def _related(one: well_known.Place, other: well_known.Place, source: str) -> bool:
    """Whether a place stands for the one around it, or in it, without having a name of its own in the source."""
    if any(form in source for form in other.ja):
        return False
    return bool(one.around and one.around in other.ja) or bool(other.around and other.around in one.ja)


def _slip(form: str, key: str) -> bool:
    from tqa.lang.names.entities import misspelled

    return misspelled(form, key)


@lru_cache(64)
def _keys(target: str) -> tuple[str, ...]:
    """Folded words with a capital, and each two together: Kita Kyushu."""
    found = english(target)
    words = [romaji.fold(token.key) for token in found if token.capital and token.key.isalpha()]
    joined = [one.key + other.key for one, other in pairwise(found) if one.capital and (one.key + other.key).isalpha()]
    return tuple(dict.fromkeys((*words, *(romaji.fold(word) for word in joined))))
