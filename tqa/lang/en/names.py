"""Names in English text, and when two spellings look like one name.

Japanese names differ by one letter all the time (Yoshinaga and Yoshinaka are brothers), so there only the ways of
writing one sound count (Saito, Saitō, Saitou); other names may differ as transliterations do (Zelensky, Zelenskyy).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from tqa.lang.en.tokens import Token

_VOWELS = "aeiouy"
# Different places or words that differ as spellings do.
_DIFFERENT = frozenset({frozenset({"shanxi", "shaanxi"}), frozenset({"angels", "angeles"})})
_SWAPS = frozenset(frozenset(pair) for pair in ("lr", "bv", "sz", "ck", "kq", "vw", "gj", "cs", "kg", "fv"))


def plain(word: str) -> str:
    """The word without accents and macrons.

    >>> plain("saitō")
    'saito'
    """
    if word.isascii():
        return word
    from unicodedata import combining, normalize

    return "".join(char for char in normalize("NFD", word) if not combining(char))


@cache
def is_romaji(word: str) -> bool:
    """Whether a lower-case word can be Japanese in Latin letters, and is no everyday English one.

    >>> is_romaji("saitou"), is_romaji("shimbashi"), is_romaji("berlino"), is_romaji("raise")
    (True, True, False, False)
    """
    if word.isascii() and word.isalpha() and word[-1] not in "aiueonh":  # nearly always
        return False
    from tqa.lang.ja.romaji import is_romaji as readable

    if any(letter in word for letter in "lvxq") or "th" in word or not readable(word):
        return False
    from tqa.lang.en.words import words

    return not words().is_everyday(word)


def one_sound(one: str, other: str) -> bool:
    """Whether two lower-case words spell one Japanese name, or one name with and without accents.

    >>> one_sound("saitou", "saitō"), one_sound("sinbashi", "shimbashi"), one_sound("yoshinaga", "yoshinaka")
    (True, True, False)
    """
    if one == other or frozenset((one, other)) in _DIFFERENT:
        return False
    if plain(one) == plain(other):
        return True
    from tqa.lang.ja.romaji import fold

    if one.replace("ii", "i") == other.replace("ii", "i"):  # Fuji and Fujii, Yoshie and Yoshiie
        return False
    return is_romaji(one) and is_romaji(other) and fold(one) == fold(other)


def transliterations(one: str, other: str) -> int:
    """How much two lower-case foreign names look like one: 0 not, 1 if their company agrees, 2 by themselves.

    One letter is doubled, swapped with its neighbour, or another vowel; endings that make a people, a plural or
    another word of a name (Russia, Russian) are no difference of spelling, nor is another letter in a Japanese name
    (Yoshinari, Yoshinori).

    >>> transliterations("lukashenko", "lukashenka"), transliterations("zelensky", "zelenskyy")
    (2, 2)
    >>> [transliterations(*pair) for pair in (("berlino", "berino"), ("russia", "russian"), ("states", "status"))]
    [1, 0, 0]
    """
    shorter, longer = sorted((plain(one), plain(other)), key=lambda word: (len(word), word))
    if len(shorter) < 6 or len(longer) - len(shorter) > 1 or frozenset((one, other)) in _DIFFERENT:
        return 0
    start = next((at for at, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if len(shorter) < len(longer):
        if shorter[start:] != longer[start + 1 :]:
            return 0
        if start == len(shorter):  # a longer ending is another word, unless it only repeats a vowel
            return 2 if longer[-1] == shorter[-1] and longer[-1] in "iy" else 0
        if (longer[-1] == "s" and start >= len(shorter) - 2) or _another_mora(shorter, longer, start):
            return 0
        return 2 if longer[start] in longer[start - 1 : start] + longer[start + 1] else 1 if start else 0
    rest = start + 1
    if is_romaji(shorter) and is_romaji(longer):
        return 0
    if shorter[rest:] == longer[rest:]:
        return _substituted(shorter, longer, start)
    rest += 1
    crossed = shorter[start:rest] == longer[start:rest][::-1] and shorter[rest:] == longer[rest:]
    return (2 if start else 1) if crossed else 0


def _another_mora(shorter: str, longer: str, at: int) -> bool:
    """Yoshiatsu and Yoshitatsu are two names; a vowel or a syllabic n too many is a slip."""
    if not (is_romaji(shorter) and is_romaji(longer)):
        return False
    following = longer[at + 1]
    return (longer[at] not in _VOWELS and following in _VOWELS) or longer[at] + following == "ii"


def _substituted(one: str, other: str, at: int) -> int:
    pair = frozenset((one[at], other[at]))
    if at == len(one) - 1:
        return 2 if pair <= set("aoiy") and pair not in ({"a", "i"}, {"a", "y"}) else 0
    if at >= len(one) - 2 and one[-1] == "s":
        return 0
    if pair <= set(_VOWELS):
        return 2 if len(one) > 6 else 1
    return 1 if pair in _SWAPS else 0


# What people do and no place, party or firm does in the same words: they speak, think and want.
_PEOPLE_DO = frozenset(
    (
        "said says told tells added adds noted notes explained explains recalled recalls hopes hoped believes believed "
        "thinks thought wants wanted stressed stresses admitted smiled laughed replied answered insisted insists "
        "emphasized lamented apologized bowed wrote writes plans pointed argues argued"
    ).split()
)
_ADDRESSED = frozenset("mr mrs ms dr prof professor".split())


def as_person(before: str, after: str) -> bool:
    """Whether the words (in small letters) beside a name on its own are those beside a person's.

    >>> as_person("ms", "was"), as_person("and", "said"), as_person("in", "was")
    (True, True, False)
    """
    return before in _ADDRESSED or after in _PEOPLE_DO


def one_slip(one: str, other: str) -> bool:
    """Whether one letter is too many, too few, another or out of its place; the first letter is not, nor a last s.

    >>> one_slip("murakami", "murakani"), one_slip("murakami", "muraakmi"), one_slip("hamada", "yamada")
    (True, True, False)
    """
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 5 or len(longer) - len(shorter) > 1 or one[0] != other[0] or longer == shorter + "s":
        return False
    at = next((at for at, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if len(shorter) < len(longer):
        return shorter[at:] == longer[at + 1 :]
    crossed = shorter[at : at + 2] == longer[at : at + 2][::-1]
    return shorter[at + 1 :] == longer[at + 1 :] or (crossed and shorter[at + 2 :] == longer[at + 2 :])


def neighbourhoods(word: str) -> set[str]:
    """Keys such that two words which `one_sound` or `transliterations` may join share one: the word without accents
    and without each one letter, and its sound in Japanese.

    >>> bool(neighbourhoods("lukashenko") & neighbourhoods("lukashenka"))
    True
    """
    bare = plain(word)
    keys = {bare}
    if len(bare) > 4:
        keys.update(bare[:at] + bare[at + 1 :] for at in range(len(bare)))
    if is_romaji(word):
        from tqa.lang.ja.romaji import fold

        keys.add("=" + fold(word))
    return keys


def japanese_names(string: str, tokens: Sequence[Token]) -> Iterator[int]:
    """Where a Japanese name of two words begins, with no third one beside it.

    >>> from tqa.lang.en.tokens import tokens
    >>> text = "Mr. Kenta Ueda left Minato Tokyo Station."
    >>> [tokens(text)[index].text for index in japanese_names(text, tokens(text))]
    ['Kenta']
    """
    named = [token.text[:1].isupper() and len(token.key) > 2 and is_romaji(token.key) for token in tokens]
    for index in range(len(tokens) - 1):
        gap = string[tokens[index].end : tokens[index + 1].start]
        if named[index] and named[index + 1] and gap == " " and not tokens[index].possessive:
            before = index and tokens[index - 1].capital and named[index - 1]
            if not before and not _goes_on(string, tokens, index + 1):
                yield index


def _goes_on(string: str, tokens: Sequence[Token], last: int) -> bool:
    """Whether a hyphen or another capitalised word follows: Minato Tokyo Station is no person."""
    if last + 1 == len(tokens):
        return False
    gap = string[tokens[last].end : tokens[last + 1].start]
    return gap == "-" or (gap == " " and tokens[last + 1].capital and not tokens[last].possessive)
