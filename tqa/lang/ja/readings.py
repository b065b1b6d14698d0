"""How Japanese names can be read: single kanji in names, and which Latin word a stretch of text can be.

The tagger gives one reading of a name, and that is wrong for every fourth; the table of kanji readings says what else
is possible. A spelling that either explains is never doubted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from tqa.lang.ja import romaji
from tqa.lang.ja.characters import is_kanji
from tqa.lang.ja.tagger import Token, tokens
from tqa.lang.tables import rows

_SOFT = {"k": "g", "s": "z", "t": "d", "h": "b", "f": "b"}
_VOWELS, _VOICED = tuple("aiueoy"), tuple("bdgjz")
_DOUBLED = ("tsu", "ku", "chi", "ki")
_LONGEST = 8  # characters of one name
_COMMON = 5  # readings of a kanji
_FEW = 3
_ITERATION = "々"
_BETWEEN = "ノのヶケ・　 "
_CUT = "十入立合早甲法納執雑"  # a p at their end is lost: 法, hopu; before a hard sound it doubles that, hossoku
_CLASSES = "国宮荘庄郷庭津浦浜王君女子姫"  # with a no before them that is not written: 大隅国, Osumi no kuni
# Forms that names keep, and those in which the tables have their readings.
_OLD = "髙高﨑崎德徳濵浜濱浜𠮷吉圓円廣広澤沢國国實実齋斎齊斉邊辺邉辺櫻桜瀧滝眞真惠恵榮栄豐豊壽寿禮礼學学會会條条藏蔵佛仏傳伝淺浅彌弥龜亀爲為譽誉靜静顯顕與与萬万來来應応團団寶宝關関戀恋壯壮從従處処縣県鐵鉄"
_SAME = dict(zip(_OLD[::2], _OLD[1::2], strict=True))


class Table(NamedTuple):
    """Readings of kanji. `wide`: rare ones too, a doubled consonant only where one is dropped (一, ichi: ikka), and
    nothing across a particle but whole words."""

    wide: bool
    readings: Mapping[str, tuple[str, ...]]


@cache
def _said(wide: bool) -> Mapping[str, Sequence[str]]:
    """Kanji to its readings in plain romaji, the commonest first; see data/NOTICE."""
    return {kanji: said.split() for kanji, said in rows("kanji-readings-all.tsv" if wide else "kanji-readings.tsv")}


@cache
def _table(wide: bool) -> Table:
    forms = _exact_forms if wide else _forms
    found = {kanji: dict.fromkeys(form for one in said for form in forms(one)) for kanji, said in _said(wide).items()}
    for kanji in _CUT if wide else "":
        found[kanji] |= {f"{said}q": None for said in found.get(kanji, ()) if said[-1] in "aiou"}
    return Table(wide, {kanji: tuple(said) for kanji, said in found.items()})


def _forms(plain: str) -> Iterator[str]:
    """A reading as it may stand in a name: voiced after another (kawa: gawa), its last tsu or ku doubled away."""
    yield plain
    for hard, soft in (("sh", "j"), ("ch", "j"), ("ts", "z")):
        if plain.startswith(hard):
            yield soft + plain[2:]
            break
    else:
        if plain[:1] in _SOFT:
            yield _SOFT[plain[0]] + plain[1:]
        if plain[:1] in "hf":
            yield "p" + plain[1:]
    for ending in _DOUBLED:
        if plain.endswith(ending) and len(plain) > len(ending):
            yield plain[: -len(ending)]


def _exact_forms(plain: str) -> Iterator[str]:
    """As `_forms`, with a q for the consonant that comes doubled after a dropped ending (itsu: iq, ikka)."""
    yield from _forms(plain)
    for ending in _DOUBLED:
        if plain.endswith(ending) and len(plain) > len(ending):
            yield plain[: -len(ending)] + "q"


def explained(word: str, text: str) -> bool:
    """Whether a Latin word can be a reading of some stretch of a Japanese text.

    >>> explained("Yoshinaka", "源義仲に敗れた"), explained("Yoshinawa", "源義仲に敗れた")
    (True, False)
    """
    return stretch(word, text) is not None


def possible(word: str, text: str) -> bool:
    """As `explained`, by all that is known of how names are read, but no reading that breaks its sounds or words.

    >>> explained("Tokinobu", "堂上家の生まれ"), possible("Tokinobu", "堂上家の生まれ"), possible("Hisa", "仙")
    (True, False, True)
    >>> possible("Kuraudo", "蔵人頭")  # くらうど, the old spelling of Kurodo
    True
    """
    if stretch(word, text, wide=True) is not None:
        return True
    key = word.lower()
    if "au" in key and stretch(key.replace("au", "o"), text, wide=True) is not None:
        return True
    # the no of 足利荘, Ashikaga no sho
    if key.endswith("no") and len(key) > _LONGEST and stretch(key[:-2], text, wide=True) is not None:
        return True
    return any(chinese(key, text, at) for at in range(len(text)))


def chinese(word: str, text: str, at: int) -> bool:
    """Whether a word in lower case is the pinyin of the characters from `at` on, two or more.

    >>> chinese("taiyuan", "太原に着く", 0), chinese("tai", "太原に着く", 0)
    (True, False)
    """
    for said in mandarin().get(text[at : at + 1], ()):
        if word.startswith(said):
            rest = word[len(said) :]
            if rest in mandarin().get(text[at + 1 : at + 2], ()) or (rest and chinese(rest, text, at + 1)):
                return True
    return False


@cache
def mandarin() -> Mapping[str, Sequence[str]]:
    """Kanji to their syllables in Mandarin, without tones; see data/NOTICE."""
    found: dict[str, list[str]] = {}
    for said, chars in rows("kanji-pinyin.tsv"):
        for char in chars:
            found.setdefault(char, []).append(said)
    return found


@lru_cache(4096)
def stretch(word: str, text: str, wide: bool = False) -> tuple[int, int] | None:
    """Start and end of the first stretch of a Japanese text of which a Latin word can be a reading.

    >>> stretch("Yoshinaka", "源義仲に敗れた")
    (1, 3)
    """
    return next(stretches(word, text, wide), None)


def stretches(word: str, text: str, wide: bool = False) -> Iterator[tuple[int, int]]:
    """Every beginning of a stretch that reads so, with the end of the first one found there."""
    table = _table(wide)
    goal = _key(word, wide)
    pieces: dict[int, list[tuple[int, str]]] = {}
    found = tokens(text)
    for token in found:
        if token.reading and _is_content(token):
            for form in _forms(romaji.hepburn(token.reading)):
                pieces.setdefault(token.start, []).append((token.end, form))
    for start in range(len(text)):
        void = text[start].isspace() or (wide and text[start] in _BETWEEN)
        end = 0 if void else _reads(text, start, "", goal, pieces, table)
        if end and not (wide and _breaks(text, start, end, found)):
            yield start, end


def _breaks(text: str, start: int, end: int, found: Sequence[Token]) -> bool:
    """Whether a stretch goes over a particle without being whole words: 家の生 of 家の生まれ."""
    if not any(char in _BETWEEN for char in text[start:end]):
        return False
    return all(token.start != start for token in found) or all(token.end != end for token in found)


@lru_cache(1 << 15)
def _key(word: str, wide: bool) -> str:
    """Folded; letters that double or soften in compounds are told apart in the wide table only."""
    if wide:  # Ishii is not Ishi
        return romaji.fold(word.lower().replace("ii", "ixi"))
    folded = romaji.fold(word.lower())
    return "".join(char for index, char in enumerate(folded) if not index or char != folded[index - 1])


def _reads(
    text: str, at: int, said: str, goal: str, pieces: Mapping[int, Sequence[tuple[int, str]]], table: Table
) -> int:
    """Where the reading of what follows `at` ends, if it goes on from `said` to the goal; else 0."""
    key = _key(said, table.wide).removesuffix("q") if said else ""
    if key == goal:
        return at
    if len(key) > len(goal) or not goal.startswith(key[:-1] if len(key) > 1 else "") or at >= len(text):
        return 0
    char = text[at]
    if char in _BETWEEN:  # read or not: 藤原の道長, 関ヶ原
        spoken_too = _reads(text, at + 1, said + "no", goal, pieces, table) if said else 0
        return spoken_too or _reads(text, at + 1, said, goal, pieces, table)
    ways: list[tuple[int, str]] = [*pieces.get(at, ())]
    if char == _ITERATION and at:
        char = text[at - 1]
    if "ぁ" <= char <= "ヿ":
        end = at + 1
        while end < len(text) and "ぁ" <= text[end] <= "ヿ" and end - at < _LONGEST:
            end += 1
        ways += ((stop, romaji.hepburn(text[at:stop])) for stop in range(at + 1, end + 1))
    else:
        forms = (*table.readings.get(char, ()), *table.readings.get(_SAME.get(char, ""), ()))
        ways += ((at + 1, form) for form in forms)
        if table.wide and said and char in _CLASSES:
            ways += ((at + 1, "no" + form) for form in forms)
        if table.wide and said:  # 三位, sanni; 釜座, kamanza
            soft = _VOWELS if said[-1] == "n" else _VOICED
            ways += [(to, f"n{form}") for to, form in ways if form.startswith(soft)]
    if not said:  # nearly every stretch ends here
        ways = [way for way in ways if way[1][:1] in (goal[:1], "w")]
    return next(filter(None, (_reads(text, to, _joined(said, form), goal, pieces, table) for to, form in ways)), 0)


def _joined(said: str, form: str) -> str:
    """iq and ka make ikka."""
    return said[:-1] + form[:1] + form if said[-1:] == "q" else said + form


def usual(name: str) -> Iterator[str]:
    """What the commonest readings of a name's kanji make together, in folded romaji; nothing if a kanji is unknown.

    >>> "ninkan" in usual("仁寛"), "tsunanaga" in usual("綱長"), "takanobu" in usual("家宣")
    (True, True, False)
    """
    said = [_said(wide=True).get(_SAME.get(char, char), ())[:_COMMON] for char in name]
    return (romaji.fold("".join(parts)) for parts in product(*said))


def name_like(word: str) -> bool:
    """Whether a word in lower case can be a given name of two kanji, whichever they are.

    >>> name_like("nariyuki"), name_like("tsunananga")
    (True, False)
    """
    parts = _parts()
    return any(word[:cut] in parts and word[cut:] in parts for cut in range(1, len(word)))


@cache
def _parts() -> frozenset[str]:
    return frozenset(form for said in _said(wide=True).values() for one in said[:_FEW] for form in (one, *_forms(one)))


@lru_cache(64)
def spoken(text: str) -> tuple[tuple[int, int, str], ...]:
    """(start, end, romaji) of stretches of kanji as the tagger reads them, and of readings given in brackets.

    >>> [reading for _, _, reading in spoken("良経（よしつね）と")]
    ['yoshitsune', 'yoshitsune']
    """
    return tuple(_spoken(text))


def _spoken(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _bracketed().finditer(text):
        yield *match.span(1), romaji.hepburn(match.group(1))
    found = [token for token in tokens(text) if token.pos not in ("mark", "symbol")]
    for first, token in enumerate(found):
        if not token.reading or not _is_content(token):
            continue
        said, end = "", token.start
        for following in found[first : first + 4]:
            if following.start != end or not following.reading or not _is_content(following):
                break
            said, end = said + following.reading, following.end
            yield token.start, end, romaji.hepburn(said)


def _is_content(token: Token) -> bool:
    return any(is_kanji(char) or char == _ITERATION for char in token.surface)


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(r"(?<=[一-鿿々])[（(]([ぁ-んー]{2,})")
