"""Predicates that a Japanese sentence negates, at its end or within it, and that the translation states.

`stated` compares word with word: what the Japanese negates has its own English word, and no word of the translation
could carry the negation, but those that render something else. What is negative in form only is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tqa.lang.counterparts.coverage import Coverage, Word, coverage
from tqa.lang.ja.tagger import Token
from tqa.lang.ja.tagger import tokens as japanese

_NOT = ("ない", "無い", "ず", "ぬ")
_LIGHT = frozenset("為る 居る 有る 出来る られる れる 致す 頂く 貰う 呉れる 行く 来る 御座る 事 積り".split())
_THROUGH = frozenset("て で は も が を に".split())
_USUAL = 0.05  # strength of the tie in the table of renderings
# What may deny, but is as often what another word of the source says: 切れる is “turn off”, 失業 “unemployment”. Not so
# なかなか, “hard”, or まだ, “yet”: then the verb is positive.
_OWNED = frozenset(
    (
        "off out away closed lost lose short stop stopped keep keeps kept keeping leave left still before despite although "
        "though other else wrong bad poor zero missed miss missing over just merely free far least than until outside "
        "beyond remain remains remained survive survived survival protecting protects trouble prevent preventing prevented"
    ).split()
)
_PARTICLES = frozenset("off out away lost lose missed miss stopped stop".split())
_DOUBTFUL = frozenset("would low lower scarce otherwise".split())
# Too much renders as these.
_FAINT = frozenset("most after since soon home ten until therefore where when while".split())


class Denial(NamedTuple):
    """A negated predicate, from its word to its “not” in the source, and the place of its English word."""

    start: int
    end: int
    place: tuple[int, int]


def stated(source: str, target: str) -> Iterator[Denial]:
    """The predicates that a Japanese sentence negates and its translation does not.

    >>> found = list(stated("店に駐車場はないので、バスを使う。", "The shop has a parking lot, so use the bus."))
    >>> [(one.start, one.end, one.place) for one in found]
    [(2, 8, (15, 22))]
    >>> list(stated("店に駐車場はないので、バスを使う。", "The shop has no parking lot, so use the bus."))
    []
    """
    if not any(sign in source for sign in ("な", "ん", "ず", "ぬ")):
        return
    for word, end in _negated(source, japanese(source)):
        found = coverage(source, target)
        one = next((one for one in found.words if one.token.start == word.start), None)
        at = _place(one, found) if one else -1
        if at >= 0:
            yield Denial(word.start, end, (found.target[at].start, found.target[at].end))


def _negated(source: str, words: Sequence[Token]) -> Iterator[tuple[Token, int]]:
    """The content word of each negated predicate, and where its negation ends."""
    for at, token in enumerate(words):
        if not at or token.lemma not in _NOT or token.pos not in ("auxiliary", "adjective"):
            continue
        word = _predicate(words, at)
        if word is not None and not _formal(source, word.start, token.end):
            yield word, token.end


def _predicate(words: Sequence[Token], at: int) -> Token | None:
    """The word that a negation belongs to: 公表 of 公表されていない, 駐車場 of 駐車場はない."""
    token = words[at]
    lacking = token.pos == "adjective"
    if lacking and (words[at - 1].pos in ("noun", "suffix", "name") or token.surface[0] not in "な無"):
        return None  # 娘ないし孫娘, and idioms: 問題ない, 関係なく
    if token.lemma in ("ず", "ぬ") and words[at - 1].lemma != "ます" and not _breaks(words, at):
        return None  # 切らずに煮る, and verse
    for back in range(at - 1, max(at - 8, -1), -1):
        word = words[back]
        joined = word.pos == "particle" and word.surface in _THROUGH
        if joined or word.pos in ("auxiliary", "suffix") or word.lemma in _LIGHT:
            continue
        kinds = ("verb", "noun", "adjective", "shape") if lacking or token.lemma == "ない" else ("verb", "noun")
        if words[back + 1].lemma == "為る" and word.pos == "noun" and "サ変" not in word.detail:
            return None
        if back and words[back - 1].pos == "prefix" and words[back - 1].surface in "不無非未":
            return None  # 不可能ではない
        written = word.surface[0] >= "ァ"  # not the hiragana of verse
        return word if word.pos in kinds and (written or (word.pos == "verb" and not lacking)) else None
    return None


def _breaks(words: Sequence[Token], at: int) -> bool:
    """Whether a clause ends with the negation: 行わず、."""
    return words[at].surface == "ず" and at + 1 < len(words) and words[at + 1].surface == "、"


def _formal(source: str, start: int, end: int) -> bool:
    """Whether a negation means none, or belongs to something larger: must, only, rather than, unless."""
    low = max(source.rfind(mark, 0, start) for mark in "。、") + 1
    after = end + source.startswith("た", end)
    named = re.match(r"(?:では|じゃ)な", source[end - 4 : end]) or re.search("(?:で|では|じゃ)なく$", source[low:end])
    aside = named is not None and not re.match("[。」）]|$", source[after:])  # not this but that
    asked = re.search("か[。」）]*$", source) is not None
    told = asked or _idioms().search(source, low, end + 6) or _goes_on().match(source, after)
    return bool(told) or aside or "しか" in source[low:]


@cache
def _idioms() -> re.Pattern[str]:
    # Negative in form only: obligation, certainty, politeness, excess.
    return re.compile(
        r"な(?:ければ|くては|くちゃ|きゃ|いと(?:いか|なら))|ねば|ざるを|ずには|ないわけ|かねな|[間ま]?違い(?:な|あり?ませ)|まちがいな|"
        r"欠かせ[なま無]|少なくな|珍しくな|[過す]ぎ[なま]|ほかな|だけ(?:で|じゃ)|のみなら|限ら|とどまら|思い?がけな|申し訳|すみませ|もったいな|"
        r"仕方|しかたな|しょうがな|かも[し知]れ|わけではな|とは限|なくもな|くだらな|つまらな|危な|切な|いけ[なま]|なら[なず]|なりませ|"
        r"たまら|やむを|相違な|遠慮な|絶え間な|[言い]うまで|なかなか|中々|思わず|必ずし|[間ま]もな|[程ほ]ど?なく|余儀な|例外な|忘れ|[分わ]から|見逃|否定|"
        r"変わら|[関かか]+わら|問わ|残ら|思え|避け|敵せ|数知れ|経た"
    )


@cache
def _goes_on() -> re.Pattern[str]:
    # What a negation makes with what follows: unless, must, so that not, rather than, or a question.
    return re.compile(
        r"か(?!ら|っ)|と(?![いしのさき]|述|話|語|説|指|主|見|み|発|答|明)|方が|ほうが|ほど|くらい|ぐらい|よう(?!に?(?:呼び|求め|注意|要請|指示|促|お?願|気を|命じ|警告))|わけ|訳|うち|はず|もの|で(?:しょ|す[かね])|"
        r"ん(?:です|だ|じゃ)[かねろ]|もん|どころ|ばかり|くせ|て[はも]|な[るっり]|し(?![、。て])|限り|(?:だ)?ろう"
    )


def _place(word: Word, found: Coverage) -> int:
    """The index of the English word for a Japanese one, if nothing in the sentence can negate it; else -1."""
    from tqa.lang.counterparts.lexicon import key, renderings
    from tqa.lang.negation import has_prefix, may_be_negative

    def may_be_owned(english: str) -> bool:
        return english in _OWNED or has_prefix(english)

    def tied(one: Word, at: int) -> bool:
        ties = renderings(one.token.lemma)
        return ties.get(key(found.target[at].key), 0.0) >= min(_USUAL, max(ties.values(), default=1.0))

    places = [at for at in word.at if tied(word, at) and found.target[at].key not in _FAINT]
    if not places:
        return -1
    others = [one for one in found.words if one.token.start != word.token.start]
    owned = {at for one in others for at in one.at if may_be_owned(found.target[at].key) and tied(one, at)}
    owned.update(at for at in word.at if found.target[at].key in _PARTICLES and tied(word, at))  # carried out
    left = [token for at, token in enumerate(found.target) if at not in owned]
    negative = may_be_negative(left) or not _DOUBTFUL.isdisjoint(token.key for token in left)
    return -1 if negative else places[0]


def excepts(source: str) -> tuple[int, int] | None:
    """Where a Japanese text says that something is left out of what it tells: 火曜を除き, 会員以外は.

    >>> excepts("火曜日を除き、毎日開く。"), excepts("これ以外にも例は多い。")
    ((3, 6), None)
    """
    match = _except().search(source)
    return match.span() if match else None


@cache
def _except() -> re.Pattern[str]:
    return re.compile(r"を除(?:き|く(?!。|$)|い(?:て(?!も)|た))|(?<!それ)以外(?:は|の|で(?!も))")


def may_except(target: str) -> bool:
    """True if any word of an English text could leave something out; wide on purpose.

    >>> may_except("Open daily except on Tuesdays."), may_except("Open daily on Tuesdays.")
    (True, False)
    """
    return bool(_excepting().search(target))


@cache
def _excepting() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:exc?ept\w*|exclu\w+|instead|others?|but|apart|aside|besides?|addition\w*|not?|non\w*|never|nor|neither|cannot|without|only|"
        r"save|rest|outside\w*|else|elsewhere|beyond|omit\w*|exempt\w*|unless|remain\w*|alone|solely|just|unlike|minus|left|leav\w+|"
        r"differ\w*|distinguish\w*|any|anything|anyone|ignor\w+|barring|bar|off|out|away|rid|skip\w*|than|foreign\w*|although|while|"
        r"whereas|alternative\w*|separat\w+|unrelated|ex|remov\w+|eliminat\w+|subtract\w*|tak\w+|delet\w+|eras\w+|wip\w+|wash\w*|"
        r"clear\w*|releas\w+|expel\w*|filter\w*|purif\w+|exorcis\w+|get|got|kill\w*)\b|n['’]t\b",
        re.IGNORECASE,
    )
