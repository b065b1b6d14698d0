"""Kana in Latin letters: Hepburn spellings and tolerant comparison; the sound of loanwords is in `loans`.

Three questions, three answers:

* `hepburn(kana)`: the plain modern spelling without long marks, as passports and wires write it.
* `variants(kana)`: the set of defensible Hepburn spellings (o/oo/oh/ō, ou, n/m, n').
* `fold(word)`: a key under which every romanisation of one name meets, Kunrei and the old passport
  spellings included. Compare `fold(word) == fold(hepburn(kana))`; the key is no spelling to show.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import product

_SYLLABLES = """
ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ shi ス su セ se ソ so タ ta チ chi ツ tsu テ te ト to
ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo
ラ ra リ ri ル ru レ re ロ ro ワ wa ヰ i ヱ e ヲ o ガ ga ギ gi グ gu ゲ ge ゴ go ザ za ジ ji ズ zu ゼ ze ゾ zo
ダ da ヂ ji ヅ zu デ de ド do バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po ヴ vu ヵ ka ヶ ke
ァ a ィ i ゥ u ェ e ォ o ャ ya ュ yu ョ yo ヮ wa
キャ kya キュ kyu キョ kyo シャ sha シュ shu ショ sho チャ cha チュ chu チョ cho ニャ nya ニュ nyu ニョ nyo
ヒャ hya ヒュ hyu ヒョ hyo ミャ mya ミュ myu ミョ myo リャ rya リュ ryu リョ ryo ギャ gya ギュ gyu ギョ gyo
ジャ ja ジュ ju ジョ jo ヂャ ja ヂュ ju ヂョ jo ビャ bya ビュ byu ビョ byo ピャ pya ピュ pyu ピョ pyo
シェ she チェ che ジェ je ティ ti ディ di トゥ tu ドゥ du テュ tyu デュ dyu ファ fa フィ fi フェ fe フォ fo フュ fyu
ウィ wi ウェ we ウォ wo ヴァ va ヴィ vi ヴェ ve ヴォ vo ヴュ vyu ツァ tsa ツィ tsi ツェ tse ツォ tso イェ ye
クァ kwa クィ kwi クェ kwe クォ kwo グァ gwa スィ si ズィ zi
"""

# A long vowel's spellings, the plain one first. オオ and オウ differ: 大野 is never "Ouno".
_LONG = {
    "a": ("a", "aa", "ā"), "i": ("ii", "i", "ī"), "u": ("u", "uu", "ū"), "e": ("e", "ee", "ē"),
    "oo": ("o", "oo", "oh", "ō"), "ou": ("o", "ou", "oh", "ō"), "o-": ("o", "oo", "oh", "ou", "ō"),
}  # fmt: skip

_MOST = 512  # more spellings than this come from long compounds, where nobody wants them all


@cache
def _table() -> dict[str, str]:
    words = _SYLLABLES.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def katakana(text: str) -> str:
    """Hiragana as katakana of the same length; everything else unchanged.

    >>> katakana("こうべ市")
    'コウベ市'
    """
    return "".join(chr(ord(c) + 96) if "ぁ" <= c <= "ゖ" else c for c in text)


def moras(kana: str) -> list[str]:
    """The moras of kana as Hepburn, with "-" for a long mark, "q" for a small tsu and "N" for the syllabic n."""
    table, kana, out, i = _table(), katakana(kana), [], 0
    while i < len(kana):
        two, one = kana[i : i + 2], kana[i]
        if len(two) == 2 and two in table:
            out.append(table[two])
            i += 2
            continue
        out.append({"ン": "N", "ッ": "q", "ー": "-"}.get(one) or table.get(one, ""))
        i += 1
    return [u for u in out if u]


def _choices(kana: str) -> list[tuple[str, ...]]:
    """For each syllable the ways to spell it, the plain one first."""
    units, out, i = moras(kana), [], 0
    while i < len(units):
        unit, after = units[i], units[i + 1] if i + 1 < len(units) else ""
        if unit == "N":
            out.append(_n(after))
        elif unit == "q":
            out.append((_double(after),))
        elif unit == "-":
            pass
        elif (length := _length(unit, after)) is not None:
            # Before a vowel an h would begin a syllable: ソウア is never "Soha".
            vowel = i + 2 < len(units) and units[i + 2][0] in "aiueo"
            out.append(tuple(unit[:-1] + v for v in length if not (vowel and v == "oh")))
            i += 1
        else:
            out.append((unit,))
        i += 1
    return out


def _n(after: str) -> tuple[str, ...]:
    if after[:1] in ("b", "p", "m"):
        return "n", "m"
    return ("n", "n'", "n-") if after[:1] in ("a", "i", "u", "e", "o", "y") and after else ("n",)


def _length(unit: str, after: str) -> tuple[str, ...] | None:
    """The spellings of the long vowel that `unit` and the syllable after it make, if they make one."""
    vowel = unit[-1]
    if vowel not in "aiueo":
        return None
    if after == "-":
        return _LONG["o-" if vowel == "o" else vowel]
    if vowel == "o" and after in ("o", "u"):
        return _LONG[vowel + after]
    return _LONG[vowel] if vowel == after and vowel in "aiu" else None


@lru_cache(4096)
def hepburn(kana: str) -> str:
    """Plain Hepburn without long marks, lower case; characters other than kana are dropped.

    >>> hepburn("オオタニ"), hepburn("しんいち"), hepburn("ニイガタ"), hepburn("ハッチョウボリ")
    ('otani', 'shinichi', 'niigata', 'hatchobori')
    """
    return "".join(choice[0] for choice in _choices(kana))


@lru_cache(4096)
def syllables(kana: str) -> str:
    """Hepburn syllable by syllable: vowels that meet stay, a long mark is dropped.

    >>> syllables("イノウエ"), syllables("ショートク")
    ('inoue', 'shotoku')
    """
    units = moras(kana)
    spelled = (_double(after) if unit == "q" else unit for unit, after in zip(units, [*units[1:], ""], strict=True))
    return "".join(spelled).replace("N", "n").replace("-", "")


def _double(after: str) -> str:
    """The letter that a small tsu doubles before a syllable."""
    return "t" if after.startswith("ch") else after[:1] if after[:1].isalpha() else ""


@lru_cache(4096)
def variants(kana: str) -> frozenset[str]:
    """Every defensible Hepburn spelling, lower case; for a very long word only the plain one and its like.

    >>> sorted(variants("オオノ"))
    ['ohno', 'ono', 'oono', 'ōno']
    >>> sorted(variants("ジュンペイ"))
    ['jumpei', 'junpei']
    """
    choices = _choices(kana)
    total = 1
    for choice in choices:
        total *= len(choice)
    spread = choices if total <= _MOST else [choice[:1] for choice in choices]
    return frozenset("".join(parts) for parts in product(*spread))


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


# Applied in order to a lower-case word without accents.
_FOLDS = (
    (r"tch", "cch"), (r"[^a-z]", ""),
    (r"sy(?=[auo])", "sh"), (r"ty(?=[auo])", "ch"), (r"(?:zy|jy|dy)(?=[auo])", "j"), (r"cy(?=[auo])", "ch"),
    (r"si", "shi"), (r"ti", "chi"), (r"tu", "tsu"), (r"(?<![sc])hu", "fu"), (r"[zd]i", "ji"), (r"dz?u", "zu"),
    (r"l", "r"), (r"m(?=[bpm])", "n"), (r"oh(?![aiueo])", "o"), (r"o[ou]+", "o"), (r"(?<!w)wo", "o"),
    (r"([aiue])\1+", r"\1"),
)  # fmt: skip


@lru_cache(1 << 15)
def fold(word: str) -> str:
    """A key under which all romanisations of one Japanese word meet. Not a spelling.

    >>> fold("Ohtani") == fold("Ōtani") == fold("Ootani") == fold(hepburn("オオタニ"))
    True
    >>> fold("Zyunpei") == fold("Jumpei"), fold("Kono") == fold("Kawano")
    (True, False)
    """
    key = word.lower()
    if not key.isascii():
        import unicodedata

        key = "".join(c for c in unicodedata.normalize("NFD", key) if not unicodedata.combining(c))
    for replace, to in _folds():
        key = replace(to, key)
    return key


@cache
def _folds() -> tuple[tuple[Callable[[str, str], str], str], ...]:
    return tuple((_pattern(pattern).sub, to) for pattern, to in _FOLDS)


def is_romaji(word: str) -> bool:
    """Whether a Latin word could be romanised Japanese (its folded key is made of Japanese syllables).

    >>> is_romaji("Ohtani"), is_romaji("Kyoto"), is_romaji("Washington")
    (True, True, False)
    """
    shape = r"(?:(?:[kgnhbpmr]y|sh|ch|ts|cch|ssh|tts|kk|ss|tt|pp|[kgsztdnhfbpmyrwj])?[aiueo]|n(?![aiueoy]))+"
    return _pattern(shape).fullmatch(fold(word)) is not None
