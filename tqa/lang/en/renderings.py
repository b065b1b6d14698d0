"""The English of a glossary entry as texts really write it: shorter forms, joined words, acronyms, head nouns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from tqa.lang.en.closed import ARTICLES
from tqa.lang.en.names import is_romaji, plain
from tqa.lang.en.tokens import Token

_ARTICLES = ("the ", "a ", "an ")


def shortened(form: str) -> tuple[str, ...]:
    """Shorter ways to write a form: alternatives after a semicolon, no gloss in brackets, no article.

    >>> shortened("the Edo period (age of the shoguns)")
    ('the Edo period', 'Edo period')
    >>> shortened("hanging scroll; scroll painting"), shortened("seishu, refined sake"), shortened("Uji, Kyoto")
    (('hanging scroll', 'scroll painting'), ('seishu',), ('Uji',))
    """
    if not (form.startswith(_ARTICLES) or any(mark in form for mark in ";(（[,")):
        return ()
    found: list[str] = []
    for part in re.split(r"\s*;\s*", _named(_bracket().sub(" ", form))):
        plain = " ".join(part.split())
        found += [plain, *(plain.removeprefix(article) for article in _ARTICLES if plain.startswith(article))]
    return tuple(dict.fromkeys(part for part in found if part and part != form and any(c.isalpha() for c in part)))


def _named(form: str) -> str:
    """The part of a form before a comma, if it is a Japanese name: what follows explains it or says where it is."""
    name = form.partition(", ")[0]
    return name if all(is_romaji(word.lower()) for word in name.replace("-", " ").split()) else form


def glosses(form: str) -> tuple[str, ...]:
    """What stands in brackets in a form: the meaning of a name, as a translator may have put it.

    >>> glosses("Chunagon (vice-councilor of state)")
    ('vice-councilor of state',)
    """
    return tuple(part.strip(" ()（）[]") for part in _bracket().findall(form)) if "(" in form or "（" in form else ()


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r"\s*[(（\[][^)）\]]*(?:[)）\]]|$)")


class Words:
    """The words of a text as the questions of this module need them: plain keys, and all letters run together."""

    def __init__(self, string: str, found: Sequence[Token]) -> None:
        self.string = string
        self.tokens = found
        self.keys = tuple(plain(token.key) for token in found)
        self.letters = "".join(self.keys)
        self.starts: dict[int, int] = {}
        self.ends: dict[int, int] = {}
        at = 0
        for place, key in enumerate(self.keys):
            self.starts[at] = place
            at += len(key)
            self.ends[at] = place

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the words `first` to `last` stand, possessive ending left out."""
        token = self.tokens[last]
        cut = 2 if token.possessive and token.text[-2:].lower() in ("'s", "’s") else 0
        return self.tokens[first].start, token.end - cut


def written(form: str, words: Words, kind: str = "term") -> tuple[int, int] | None:
    """Where a form stands as the glossary has it: inflected, in any case, hyphen or space, US or UK spelling, and with
    a second noun in between (“upper and lower houses” for “upper house”).

    >>> from tqa.lang.en.tokens import tokens
    >>> text = "The upper and lower houses of the Diet"
    >>> written("upper house", Words(text, tokens(text)))
    (4, 26)
    """
    wanted = _elements(form, kind)
    if not wanted:
        return None
    for place, key in enumerate(words.keys):
        if key in wanted[0]:
            last = _follow(words, wanted, place)
            if last is None and len(wanted) > 2 and "of" in wanted[1]:
                last = _after_one_head(words, wanted, place)
            if last is not None:
                return words.span(place, last)
    return None


def _after_one_head(words: Words, wanted: Sequence[frozenset[str]], place: int) -> int | None:
    """The last word of a form whose head stands once for several: “the Ministries of Foreign Affairs and Finance”."""
    rest, keys = wanted[2:], words.keys
    if keys[place + 1 : place + 2] != ("of",):
        return None
    for at in range(place + 4, min(place + 10, len(keys) - len(rest) + 1)):
        between = words.string[words.tokens[place].end : words.tokens[at].start]
        if any(mark in between for mark in ".;:!?"):
            return None
        if {"and", "or"} & set(keys[place + 3 : at]) and all(keys[at + n] in word for n, word in enumerate(rest)):
            return at + len(rest) - 1
    return None


# What names of places carry in romanised Japanese beside their English class: Daiho-jo Castle, Nakagyo-ku Ward.
_CLASSES = frozenset(
    (
        "jo ji dera in do den tei sha jingu jinja taisha gu ku shi cho machi mura son gun ken fu dori oji kawa gawa ko ike "
        "yama san zan dake take shima jima hashi bashi saka zaka toge mon eki sen kan shu ha ryu han kuni"
    ).split()
)


def _follow(words: Words, wanted: Sequence[frozenset[str]], place: int) -> int | None:
    """The place of the last word of a form whose first word stands at `place`, or None."""
    for word in wanted[1:]:
        place += 1
        if place < len(words.keys) and words.keys[place] not in word:
            place = _further(words, word, place, len(wanted) == 2)
        if place >= len(words.keys) or words.keys[place] not in word:
            return None
    return place


def _further(words: Words, word: frozenset[str], place: int, short: bool) -> int:
    """Where a word stands that an article, a class (-jo, -ku) or, in a form of two words, a coordinated noun puts off."""
    keys = words.keys
    if (
        (keys[place] in _CLASSES or keys[place] in ARTICLES)
        and place + 1 < len(keys)
        and keys[place + 1] in word
    ):
        return place + 1
    for further in range(place + 1, min(place + 4, len(keys))) if short else ():
        if keys[further] in word and {"and", "or"} & set(keys[place:further]):
            return further
    return place


@lru_cache(4096)
def _elements(form: str, kind: str) -> tuple[frozenset[str], ...]:
    from tqa.lang.en.forms import elements

    return tuple(frozenset(plain(key) for key in word) for word in elements(form, kind))


def paraphrased(form: str, words: Words) -> bool:
    """Whether every content word of an ordinary expression stands there in some form: “was abducted” for “abduction”.

    >>> from tqa.lang.en.tokens import tokens
    >>> text = "They raised another army; he directed it, and a nursemaid fled."
    >>> forms = ("raise an army", "Director", "Armistice Day", "wet nurse")
    >>> [paraphrased(form, Words(text, tokens(text))) for form in forms]
    [True, True, False, False]
    """
    content = [word for word in _elements(form, "term") if len(min(word, key=len)) > 3]
    names = {plain(token.lower()) for token in form.replace("-", " ").split()[1:] if token[:1].isupper()}
    first = form[:1].isupper() and bool(content) and any(map(is_romaji, content[0]))
    if first or sum(not names & word for word in content) < (2 if names else 1):
        return False  # Yoshinaga and Yoshinaka are two names
    return all(_said(word, bool(names & word), words) for word in content)


_ENDINGS = ("", "s", "es", "d", "ed", "ing")


def _said(word: frozenset[str], name: bool, words: Words) -> bool:
    base = min(word, key=len)
    if name or is_romaji(base):
        return any(key in word or (not name and key.removeprefix(base) in _ENDINGS) for key in words.keys)
    return any(key in word or _kin(key, base) for key in words.keys)


def _kin(one: str, other: str) -> bool:
    """True for two forms of one word, as their beginnings tell: abduction, abducted."""
    if one == other:
        return True
    size = max(4, min(len(one), len(other)) - 3)
    return len(one) >= size and one[:size] == other[:size] and abs(len(one) - len(other)) < 4


def run_together(form: str, words: Words) -> tuple[int, int] | None:
    """Where the letters of a form stand with other gaps between them: “Yamatoe”, “Yamato e” for “Yamato-e”."""
    letters = _letters(form)
    at = words.letters.find(letters) if len(letters) > 3 else -1
    while at >= 0:
        if at in words.starts and at + len(letters) in words.ends:
            return words.span(words.starts[at], words.ends[at + len(letters)])
        at = words.letters.find(letters, at + 1)
    return None


# English classes that a name may do without where it stands alone: Yamagata for Yamagata Prefecture.
_KINDS = frozenset(
    (
        "prefecture city town village ward county region island islands river mountains lake line era statue sect clan "
        "family"
    ).split()
)
_PICTURES = frozenset("statue image portrait painting".split())
_LINKS = frozenset(
    "of and or in on at by for to from with as is was were are has had who which that where when it its".split()
)


def bare(form: str, words: Words) -> bool:
    """Whether a name stands there without its class, and no other class beside it.

    >>> from tqa.lang.en.tokens import tokens
    >>> [bare("Yamagata Prefecture", Words(text, tokens(text))) for text in ("He left Yamagata in May.", "the Yamagata area")]
    [True, False]
    """
    wanted = _elements(form, "person")
    if form.endswith("-zo"):  # 像
        return bool(_PICTURES & set(words.keys)) and written(form.removesuffix("-zo"), words) is not None
    if len(wanted) < 2 or not wanted[-1] & _KINDS or not form[:1].isupper():
        return False
    for place, key in enumerate(words.keys):
        if key in wanted[0]:
            last = _follow(words, wanted[:-1], place)
            if last is not None and (last + 1 >= len(words.keys) or _ends(words, last)):
                return True
    return False


def _ends(words: Words, place: int) -> bool:
    """True where a phrase ends with a word: a mark or a link follows."""
    between = words.string[words.tokens[place].end : words.tokens[place + 1].start]
    return words.keys[place + 1] in _LINKS or any(mark in between for mark in ",.;:)(—")


_BINDERS = frozenset("of at in for on".split())


def reordered(form: str, words: Words) -> bool:
    """Whether a form of class and name stands the other way round, or with the first words of a long name only.

    >>> from tqa.lang.en.tokens import tokens
    >>> forms = ("Ministry of Foreign Affairs", "Province of Izumo", "Ise Incident", "Bank of Japan")
    >>> text = "The Foreign Ministry, Izumo Province, the incident at Ise, a Japanese bank"
    >>> [reordered(form, Words(text, tokens(text))) for form in forms]
    [True, True, True, False]
    """
    from tqa.lang.en.forms import singular

    wanted = _elements(form, "term")
    at = next((at for at, word in enumerate(wanted[1:], 1) if _BINDERS & word), 0)
    if at == 1:  # Ministry of Foreign Affairs: Foreign Affairs Ministry, Foreign Ministry
        name = [word for word in wanted[2:] if not word & ARTICLES]
        name[-1:] = [frozenset((*word, *map(singular, word))) for word in name[-1:]]
        shorter = (name[:size] for size in range(len(name), 0, -1))
        return any(_stands((*part, wanted[0]), words) for part in shorter)
    if at or not 1 < len(wanted) < 5:
        return False
    return any(
        _stands((wanted[-1], frozenset((binder,)), *article, *wanted[:-1]), words)
        for binder in _BINDERS & set(words.keys)
        for article in ((), (ARTICLES,))
    )


def _stands(wanted: Sequence[frozenset[str]], words: Words) -> bool:
    keys, size = words.keys, len(wanted)
    return any(
        keys[at] in wanted[0] and all(key in word for key, word in zip(keys[at : at + size], wanted, strict=False))
        for at in range(len(keys) - size + 1)
    )


def respaced(form: str, found: str) -> bool:
    """Whether romanised Japanese has other hyphens and spaces than the glossary: “Gon-Dainagon” for “Gon Dainagon”.
    In English words they are a matter of grammar, in names and offices of the house's spelling.

    >>> respaced("Gon Dainagon", "Gon-dainagon"), respaced("Gon Dainagon", "gon dainagon")
    (True, False)
    >>> respaced("policy making", "policy-making")
    False
    """
    one, other = (plain(text.lower()).replace("'", "") for text in (form, found))
    if one == other or one.replace("-", "").replace(" ", "") != other.replace("-", "").replace(" ", ""):
        return False
    return all(is_romaji(word) for word in one.replace("-", " ").split())


def within(form: str, words: Words) -> bool:
    """Whether a name stands there in another order or as part of a longer word: “Sato Taisei”, “Kojikiden”.

    >>> from tqa.lang.en.tokens import tokens
    >>> within("Taisei SATO", Words("Sato Taisei", tokens("Sato Taisei")))
    True
    """
    letters = _letters(form)
    if len(letters) > 5 and any(letters in key for key in words.keys):
        return True
    parts = [min(word, key=len) for word in _elements(form, "person")]
    return len(parts) == 2 and form[:1].isupper() and f"{parts[1]} {parts[0]}" in " ".join(words.keys)


def _letters(form: str) -> str:
    return "".join(min(word, key=len) for word in _elements(form, "person"))


def acronym(form: str) -> str:
    """The initials of a form of three or more words with capitals, or "".

    >>> acronym("Fire and Disaster Management Agency"), acronym("peace treaty")
    ('fdma', '')
    """
    initials = [word[0] for word in form.replace("-", " ").split() if word[0].isupper()]
    return "".join(initials).lower() if len(initials) > 2 else ""
