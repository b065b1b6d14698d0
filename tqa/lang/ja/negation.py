"""How Japanese denies, and what is negative in form only.

`predicates` finds each predicate that a text negates: 公表 of 公表されていない, 駐車 of 駐車場はない. `_is_hollow` keeps from
it what is no denial: obligation (なければならない), politeness (ませんか), idioms (申し訳ない), and the like. `prohibits`, `adds`
and `excepts` find what says “do not”, “not only” and “except” in so many words; `affirms`, `denied` and `asks_for` tell
what a whole text does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tqa.lang.en.closed import NEGATIVES
from tqa.lang.ja.tagger import Token, tokens
from tqa.lang.tables import rows

_NOT = ("ない", "無い", "ず", "ぬ")
_LIGHT = frozenset("為る 居る 有る 出来る られる れる 致す 頂く 貰う 呉れる 行く 来る 御座る 事 積り".split())
_THROUGH = frozenset("て で は も が を に".split())


class Denial(NamedTuple):
    """A negated predicate: its content word, and where the word begins and the negation ends."""

    word: Token
    start: int
    end: int


def predicates(source: str) -> Iterator[Denial]:
    """The predicates that a Japanese text negates, but for those that are negative in form only.

    >>> [(one.word.surface, one.start, one.end) for one in predicates("店に駐車場はないが、公表されていない。")]
    [('駐車', 2, 8), ('公表', 10, 18)]
    >>> list(predicates("申し訳ないが、行かなければならないかもしれない。"))
    []
    """
    if not any(sign in source for sign in ("な", "ん", "ず", "ぬ", "無")):
        return
    words = tokens(source)
    for at, token in enumerate(words):
        if not at or token.lemma not in _NOT or token.pos not in ("auxiliary", "adjective"):
            continue
        word = _predicate(words, at)
        if word is None or _has_manner(words, word):
            continue
        if not _is_hollow(source, word.start, token.start, token.end):
            yield Denial(word, word.start, token.end + source.startswith("た", token.end))


def _predicate(words: Sequence[Token], at: int) -> Token | None:
    """The word that a negation belongs to: 公表 of 公表されていない, 駐車場 of 駐車場はない."""
    token = words[at]
    lacking = token.pos == "adjective"
    if lacking and (words[at - 1].pos in ("noun", "suffix", "name") or token.surface[0] not in "な無"):
        return None  # 娘ないし孫娘, and idioms: 問題ない, 関係なく
    if token.lemma in ("ず", "ぬ") and words[at - 1].lemma != "ます" and not _breaks(words, at):
        return None  # 切らずに煮る, and verse
    if token.surface == "ぬ":
        return None  # 生まれましぬ is “was born”
    for back in range(at - 1, max(at - 8, -1), -1):
        word = words[back]
        joined = word.pos == "particle" and word.surface in _THROUGH and not (lacking and word.surface in "にを")
        if joined or word.pos in ("auxiliary", "suffix") or word.lemma in _LIGHT or _is_light(words, back):
            continue
        kinds = ("verb", "noun", "adjective", "shape") if lacking or token.lemma == "ない" else ("verb", "noun")
        if words[back + 1].lemma == "為る" and word.pos == "noun" and "サ変" not in word.detail:
            return None
        if back and words[back - 1].pos == "prefix" and words[back - 1].surface in "不無非未":
            return None  # 不可能ではない
        written = word.surface[0] >= "ァ"  # not the hiragana of verse
        return word if word.pos in kinds and (written or (word.pos == "verb" and not lacking)) else None
    return None


def _is_light(words: Sequence[Token], at: int) -> bool:
    """Whether the noun before says what is done: 削減を行わない."""
    doing = words[at].lemma in ("行う", "実施") and at > 1 and words[at - 1].surface in "をはも"
    return doing and "サ変" in words[at - 2].detail and words[at + 1].lemma != "れる"


def _has_manner(words: Sequence[Token], word: Token) -> bool:
    """Whether what is negated is how a thing is done: 密に刻まない is “carves loosely”."""
    at = words.index(word)
    one, other = words[at - 1], words[at - 2] if at > 1 else None
    shaped = other is not None and one.surface == "に" and other.pos == "shape"
    return at > 0 and ((one.pos == "adjective" and one.surface.endswith("く")) or shaped)


def _breaks(words: Sequence[Token], at: int) -> bool:
    """Whether a clause ends with the negation: 行わず、."""
    return words[at].surface == "ず" and at + 1 < len(words) and words[at + 1].surface == "、"


def _is_hollow(source: str, start: int, sign: int, end: int) -> bool:
    """Whether the negation at `sign` of a predicate at `start` means none, or belongs to something larger: must, only,
    rather than, unless."""
    low = max(source.rfind(mark, 0, start) for mark in "。、") + 1
    after = end + source.startswith("た", end)
    named = re.match(r"(?:では|じゃ)な", source[end - 4 : end]) or re.search("(?:で|では|じゃ)なく$", source[low:end])
    aside = named is not None and not re.match("[。」）]|$", source[after:])  # not this but that
    asked = re.search("か[。」）]*$", source) is not None
    told = asked or _grammar().search(source, low, end + 6) or _goes_on().match(source, after)
    twice = _unless().search(source, 0, start) is not None
    note = _note().search(source, 0, start) is not None
    return bool(told) or aside or twice or note or "しか" in source[low:] or _is_idiom(source, sign)


@cache
def _note() -> re.Pattern[str]:
    return re.compile(r"[（(]訳注[^）)]*$")  # the translator's own words


@cache
def _unless() -> re.Pattern[str]:
    return re.compile(r"な(?:ければ|くては|いと|い限り)(?!なら|いけ)|ねば")  # “not … without” is “only with”


@cache
def _grammar() -> re.Pattern[str]:
    # By grammar: must, is certain, may be, no more than, not always, not until, and what English puts as the reverse.
    return re.compile(
        r"な(?:ければ|くては|くちゃ|きゃ|いと(?:いか|いけ|なら))|ねば|ざるを|ずには|ないわけ|かねな|[間ま]?違い(?:な|あり?ませ)|相違な|"
        r"かも[し知]れ|わけではな|とは限|必ずし|なくもな|だけ(?:で|じゃ)|のみなら|限ら|とどまら|[過す]ぎ[なま]|ほかな|いけ[なま]|なら[なずぬ]|なりませ|"
        r"[仕し]方|しかた|しょうが|やむを|なかなか|中々|[間ま]もな|[0-9〇一二三四五六七八九十百数半][^、。]{0,4}[年月週日間分秒]も|以前[にはも、]|[程ほ]ど?なく|[言い]うまで|[関かか]+わら|問わ|例外な|大差な|大差[はも]?あり?ませ|"
        r"少なく|珍しく|忘れ|見逃|変わら|否定|避け"  # what denies in itself
    )


@cache
def _goes_on() -> re.Pattern[str]:
    # What a negation makes with what follows: unless, must, so that not, rather than, or a question.
    return re.compile(
        r"か(?!ら|っ)|と(?![いしのさき]|述|話|語|説|指|主|見|み|発|答|明)|方が|ほうが|ほど|くらい|ぐらい|よう(?!に?(?:呼び|求め|注意|要請|指示|促|お?願|気を|命じ|警告))|わけ|訳|うち|はず|もの|で(?:しょ|す[かね])|"
        r"ん(?:です|だ|じゃ)[かねろ]|もん|どころ|ばかり|くせ|て[はも]|な[るっり]|し(?![、。て])|限り|(?:だ)?ろう"
    )


def _is_idiom(source: str, sign: int) -> bool:
    """Whether the words before a negation make an idiom with it: 申し訳, 欠かせ, 越したことは."""
    before = _polite().sub("", source[:sign])[-_LONGEST:]
    return any(before[at:] + topic in _idioms() for at in range(len(before)) for topic in ("", "は"))


@cache
def _polite() -> re.Pattern[str]:
    return re.compile(r"(?:[はがも]?(?:あり|ござい|御座い))?ませ?$")


_LONGEST = 8  # characters of an idiom before its negation


@cache
def _idioms() -> frozenset[str]:
    return frozenset(stem for (stem,) in rows("negative-idioms.txt"))


def prohibits(source: str) -> tuple[int, int] | None:
    """Where a Japanese sentence says in so many words that a thing must not be done, cannot be done or is left out.

    >>> prohibits("ここで泳いではならない。"), prohibits("誰も入れないでください。"), prohibits("忘れてはならない。"), prohibits("行かなくてはならない。")
    ((5, 11), (4, 11), None, None)
    """
    match = _prohibiting().search(source)
    return match.span() if match and not _allowing().search(source) else None


@cache
def _prohibiting() -> re.Pattern[str]:
    # No good translation puts these without some word of denial.
    return re.compile(
        r"(?:[てで]は|ちゃ|じゃ)(?:なら|いけ)(?:ない|ません)(?!か)|ないで(?:(?:くだ|下)さい|ほし[いく]|欲し[いく])"
        r"|(?:でき|出来)ません(?:でした)?(?=[。」！!]*$)"
        r"|(?:(?:対象|適用|範囲|保証)外|(?<!必要)不可)(?:です|である|だ|とする|とな|(?=。|$))"
        r"|命に別[条状]は(?:な[いかく]|あり?ませ)"
    )


@cache
def _allowing() -> re.Pattern[str]:
    # “Do not forget” is “remember”; “cannot but”, “only”, “until” and the like are told otherwise.
    return re.compile(
        r"か[。？?」]|な[くけ](?:て|れば|ちゃ|りゃ)|ねば|しか|だけ|のみ|忘れ|心配|遠慮|お?気に|ご?無理|否定|見逃|我慢|まで(?!の)|ない限り|"
        r"ないと(?!い[うい]|され|み)|ずに(?:は|い)|かもしれ|なかなか|中々"
    )


def adds(source: str) -> tuple[int, int] | None:
    """Where a Japanese text says “not only”.

    >>> adds("問題は値段だけではない。"), adds("これだけではないか。")
    ((5, 11), None)
    """
    match = _only().search(source)
    return match.span() if match else None


@cache
def _only() -> re.Pattern[str]:
    return re.compile(
        r"(?:だけ|ばかり|のみ)(?:(?:じゃ|では|でも)(?:な[いか]|あり?ませ)(?!か|でしょ)|(?:じゃ|では?|に)?なく)|のみならず|に[とて]どまら(?:な|ず)"
    )


def excepts(source: str) -> tuple[int, int] | None:
    """Where a Japanese text says that something is left out of what it tells: 火曜を除き, 会員以外は.

    >>> excepts("火曜日を除き、毎日開く。"), excepts("これ以外にも例は多い。")
    ((3, 6), None)
    """
    match = _except().search(source)
    return match.span() if match else None


@cache
def _except() -> re.Pattern[str]:
    return re.compile(r"を除(?:き|く(?!。|$)|い(?:て(?!も)|た))|(?<!それ)以外(?:は|の(?![^。]{0,12}でも)|で(?!も))")


def affirms(source: str) -> bool:
    """True if a Japanese text is written as statements are, of any length, and denies nothing outright.

    >>> affirms("先月から続いた雨は、昨日の夜に止まった。"), affirms("何も読まずに返した。"), affirms("いいよね。")
    (True, False, False)
    """
    return bool(_written().search(source.strip())) and not _denying().search(source)


@cache
def _written() -> re.Pattern[str]:
    return re.compile(r"(?:た|る|う|く|す|つ|む|だ|です|ます)。[」）]*$")


@cache
def _denying() -> re.Pattern[str]:
    # Whatever a negation of the other language may become, down to single syllables.
    return re.compile(
        r"な[いかくけきさし]|ませ[んぬ]|(?<![、。]ま)(?<!^ま)ず|ぬ|(?<!め)まい|まへん|ね[えー]|ん[。やかじ」]|なし|無|不|非|未|否|(?:にく|づら)[いかくさ]|がた(?:[いか]|く(?!さん))|かね|にす[ぎら]|かどう"
        r"|かもし|途絶|とだえ|こそ|[てで]か|嫌|きらい|略|だけ|のみ|しか|除|以外|やめ|中止|拒|避|防|禁|欠|抑|むしろ|どころ|困難|難し|却|嘘|忘|逃|見送|別[のにな]|異な|違|(?<!っ)[てで]も|い?いえ[。、]|いや[。、]|^(?:いや){1,2}(?![らがなでだに])|[？?]"
    )


def denied(target: str) -> bool:
    """True if a Japanese text denies anything, or has English in it that does.

    >>> denied("署名しなかった。"), denied("署名した。"), denied("do not 参照。")
    (True, False, True)
    """
    return bool(_denying().search(target)) or not NEGATIVES.isdisjoint(target.lower().split())


def asks_for(target: str) -> bool:
    """True if a Japanese text asks the reader to do something and denies nothing.

    >>> asks_for("蓋を閉めてください。"), asks_for("蓋を閉めないでください。"), asks_for("蓋が閉まる。")
    (True, False, False)
    """
    return bool(_request().search(target)) and not denied(target)


@cache
def _request() -> re.Pattern[str]:
    return re.compile(r"(?:[てで]|[ごお][一-鿿]+り?)(?:くだ|下)さい|なさい|ましょう")


def may_go_on(target: str) -> bool:
    """True if anything in a Japanese text could render “not only”.

    >>> may_go_on("安く、しかも良い。"), may_go_on("すごく安い。")
    (True, False)
    """
    return bool(_going_on().search(target))


@cache
def _going_on() -> re.Pattern[str]:
    return re.compile(
        r"だけ|ばかり|のみ|とどま|留ま|限|らず|単|以外|他|ほか|な[くいけ]|ませ|ず|も|さら|加え|し[、かさ]|どころ|まして|同様|および|及び|並び|かつ|兼|より|非|不"
    )
