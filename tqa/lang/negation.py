"""Whether a Japanese and an English text negate at all. By hand, wide on purpose: doubt means silence.

`denies(source)` finds where the Japanese plainly negates its last predicate, `forbids` where it says that a thing must
not or cannot be done, `adds` where it says “not only”; `denial`, `forbidden` and `adding` are their counterparts for
English. `may_be_negative` and `affirms` tell whether anything in a text could carry a negation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from tqa.lang.en.closed import AUXILIARIES, BE, NEGATIVES


@cache
def _harmless() -> re.Pattern[str]:
    # Negative in form only: obligation, certainty, politeness, questions that expect yes, partial negation.
    return re.compile(
        r"なければ|なくては|なくちゃ|なきゃ|ねば|ざるを得|ずにはい|ないわけに|かねな|違いない|違いありませ|間違いな|間違いありませ|欠かせな|欠かせませ|"
        r"少なくな|珍しくな|に過ぎな|に過ぎませ|すぎな|にほかな|だけでな|のみならず|に限ら|にとどまら|ないか|ませんか|ないですか|ないでしょうか|(?:じゃ|では)な(?!(?:い|かった)[。」]*$)|思いがけな|申し訳|"
        r"すみませ|もったいな|仕方がな|仕方な|しかたな|しょうがな|ない限り|ないまで|変わら|しか|かもしれ|かも知れ|わけではな|とは限|ないこと|なくもな|何もな|問題な|"
        r"かたじけな|^(?:はい|ええ|うん|いえ|いいえ|いや)、|必ずしも|迷わ|くだらな|つまらな|危な|切な|少な|まで(?!の)|いけな|いけませ|ならな|なりませ|足りな|足りませ|[不無非未][一-鿿]{1,3}(?:では|じゃ)な|ないで|ず、|なく|構わ|たまらな|たまりませ|やむを得|相違な|遠慮な|絶え間な"
    )


@cache
def _denial() -> re.Pattern[str]:
    # The last predicate, in plain or polite form, at the end of the sentence.
    return re.compile(
        r"(?:(?<![のけりどとん])(?:では|じゃ)|[一-鿿ァ-ヺー](?:は|が|も)(?=な)|"
        r"[わかがさたなばまらいけせてねべめれえしきちにびみりじぎ来出得見]|でき|(?:では|じゃ)あり)(?:ない|なかった|ません|ませんでした|なかったです|ないです|なかったという|ないという|ていない|ていなかった)"
        r"(?:と(?:いう|された|している|述べた|話した|語った))?[。」！\s]*$"
    )


@cache
def _forbidding() -> re.Pattern[str]:
    # What must not, cannot or does not happen: no good translation puts these without some word of denial.
    return re.compile(
        r"(?:[てで]は|ちゃ|じゃ)(?:なら|いけ)(?:ない|ません)(?!か)|ないで(?:(?:くだ|下)さい|ほし[いく]|欲し[いく])"
        r"|(?:でき|出来)(?:ない|ません|なかった|ませんでした)(?=[。」！!]*$)"
        r"|(?<![はがもで少])(?:ない|なかった)こと(?:を|が(?!ある|あり|多|あろ)|と[しす]|(?=。))"
        r"|[わかさたなばまらしせべめれえけげできぎ](?:ない|なかった)(?:ため|ので|から)(?=、)"
        r"|(?:(?:対象|適用|範囲|保証)外|(?<!必要)不可)(?:です|である|だ|とする|とな|(?=。|$))"
        r"|命に別[条状]は(?:な[いかく]|あり?ませ)"
        r"|(?:禁止|厳禁)(?:です|である|だ|とする|さ|し|す|(?=。|$))"
    )


@cache
def _allowing() -> re.Pattern[str]:
    # “Do not forget” is “remember”; “cannot but”, “only”, “until” and the like are told otherwise.
    return re.compile(
        r"か[。？?」]|な[くけ](?:て|れば|ちゃ|りゃ)|ねば|しか|だけ|のみ|忘れ|心配|遠慮|お?気に|ご?無理|否定|見逃|我慢|まで(?!の)|ない限り|ないと(?!い[うい]|され|み)|ずに(?:は|い)|かもしれ"
    )


@cache
def _only() -> re.Pattern[str]:
    return re.compile(
        r"(?:だけ|ばかり|のみ)(?:(?:じゃ|では|でも)(?:な[いか]|あり?ませ)(?!か|でしょ)|(?:じゃ|では?|に)?なく)|のみならず|に[とて]どまら(?:な|ず)"
    )


@cache
def _further() -> re.Pattern[str]:
    # How English says “not only”, up to a bare “and”; wide on purpose.
    return re.compile(
        r"\b(?:not?|none|never|nor|cannot|without|more|beyond|others?|also|besides|addition|additional|too|well|both|another|aside|"
        r"apart|includ\w+|even|further|far|various|many|several|but|alone|along|just|merely|together|and|as|or|with|while|"
        r"although|though|besides|plus|than)\b|n['’]t\b|&",
        re.IGNORECASE,
    )


def denies(source: str) -> bool:
    """True if the text is one sentence whose last predicate is plainly negated.

    >>> denies("彼は事件に関与していない。"), denies("これは薬ではない。"), denies("対応しなければならない。"), denies("行きませんか。")
    (True, True, False, False)
    """
    text = source.strip()
    return len(text) <= 60 and not _harmless().search(text) and bool(_denial().search(text))


def forbids(source: str) -> tuple[int, int] | None:
    """Where a Japanese sentence says that something must not, should not or cannot be done.

    >>> forbids("ここで泳いではならない。"), forbids("誰も入れないでください。"), forbids("忘れてはならない。"), forbids("行かなくてはならない。")
    ((5, 11), (4, 11), None, None)
    """
    match = _forbidding().search(source)
    return match.span() if match and not _allowing().search(source) else None


def adds(source: str) -> tuple[int, int] | None:
    """Where a Japanese text says “not only”.

    >>> adds("問題は値段だけではない。"), adds("これだけではないか。")
    ((5, 11), None)
    """
    match = _only().search(source)
    return match.span() if match else None


def may_add(target: str) -> bool:
    """True if anything in an English text could render “not only”.

    >>> may_add("The price is the problem."), may_add("There are other problems.")
    (False, True)
    """
    return bool(_further().search(target))


_AUXILIARIES = AUXILIARIES - {"can", "may", "might", "must", "shall", "should"}  # “may not” leaves it open
# “did not matter”, “not only”: no denial of the predicate, or a common way to put a positive thought.
_IDIOMS = frozenset(
    (
        "only just all always necessarily sure know think mind worry matter care need have want like seem "
        "long yet until but let go because be lose stop miss forget help many much far enough surprising "
        "best great good exactly really it clear certain"
    ).split()
)


@cache
def _denying() -> re.Pattern[str]:
    return re.compile(
        r"な[いかくけきさし]|ませ[んぬ]|(?<![、。]ま)(?<!^ま)ず|ぬ|(?<!め)まい|まへん|ね[えー]|ん[。やかじ」]|なし|無|不|非|未|否|(?:にく|づら)[いかくさ]|がた(?:[いか]|く(?!さん))|かね|にす[ぎら]|かどう"
        r"|かもし|途絶|とだえ|こそ|[てで]か|嫌|きらい|略|だけ|のみ|しか|除|以外|やめ|中止|拒|避|防|禁|欠|むしろ|どころ|困難|難し|却|嘘|忘|逃|見送|別[のにな]|異な|違|(?<!っ)[てで]も|い?いえ[。、]|いや[。、]|^(?:いや){1,2}(?![らがなでだに])|[？?]"
    )


def affirms(source: str) -> bool:
    """True if a Japanese text is written as statements are, of any length, and denies nothing outright.

    >>> affirms("先月から続いた雨は、昨日の夜に止まった。"), affirms("何も読まずに返した。"), affirms("いいよね。")
    (True, False, False)
    """
    return bool(_written().search(source.strip())) and not _denying().search(source)


@cache
def _written() -> re.Pattern[str]:
    return re.compile(r"(?:た|る|う|く|す|つ|む|だ|です|ます)。[」）]*$")


def negated(tokens: Sequence[Any]) -> list[tuple[int, int]]:
    """Each plain “not” of an English text, and the word that it negates, as indices of tokens.

    >>> from tqa.lang.en.tokens import tokens
    >>> negated(tokens("It has not yet been held, and not only here."))
    [(2, 5)]
    """
    found = []
    for at, token in enumerate(tokens[:-1]):
        plain = token.key == "not" and at and tokens[at - 1].key in _AUXILIARIES
        if not (plain or token.key.endswith("n't")):
            continue
        after = at + 1
        while after + 1 < len(tokens) and (tokens[after].key in _BETWEEN or tokens[after].key.endswith("ly")):
            after += 1
        if _PARTIAL.isdisjoint((tokens[at + 1].key, tokens[after].key)):
            found.append((at, after))
    return found


def waits(rest: str) -> bool:
    """True if what follows a “not” says until when, for how long or without what: then it did happen, and only that is
    told.

    >>> waits(" return until May"), waits(" be complete without it"), waits(" return the book")
    (True, True, False)
    """
    return bool(re.search(r"\b(?:until|till|before|without|unless|for (?:a|an|some|several|many|\w+ty))\b", rest))


_BETWEEN = frozenset("also yet easily really been be being a an the even immediately all so very".split())
_PARTIAL = frozenset(
    "clear certain only just necessarily until but always because least one sure many much every".split()
)
_BUT = frozenset("all anything nothing none no could can help cannot not everything anyone".split())
_PREFIXES = ("un", "in", "im", "dis", "non", "mis", "il", "ir", "de")
_NEAR = frozenset(
    (
        "without unless fail failed fails failing failure deny denied refuse refused refuses decline "
        "declined reject rejected oppose "
        "opposed hardly scarcely barely rarely seldom few little less only lack lacks lacked lacking unable "
        "impossible unlikely "
        "unknown instead rather yet still until before too stop stopped avoid absent absence missing "
        "just merely except exempt outside non free than against "
        "ban bans prohibit prohibits prohibiting prohibition prohibitions forbid forbids forbidding banning "
        "difficult hard beyond away out remain remains remained different doubt prohibited "
        "banned forbidden forbade else "
        "wrong bad poor zero exclude excluded excludes prevent prevented lost lose far "
        "despite although though "
        "nowhere hate dislike dislikes forget forgot forgotten short miss missed off closed sorry "
        "wait yet shy silent keep keeps kept keeping retain retains retained retaining preserve preserves preserved "
        "deprecated discouraged inadvisable provided least "
        "trouble prevents preventing unprecedented nonexistent resist resists resisted reluctant deprived inevitable "
        "unavoidable protecting protects slowly limited excluding survive survived survival "
        "leave left ignore ignored withhold withheld refrain stay stays stayed skip skipped"
    ).split()
)


def denial(tokens: Sequence[Any]) -> Any:
    """The “not” (or …n't) that negates the one predicate of a sentence, or None.

    >>> from tqa.lang.en.tokens import tokens
    >>> denial(tokens("He did not sign the letter.")).text, denial(tokens("It was not only big."))
    ('not', None)
    """
    places = [at for at, token in enumerate(tokens) if token.key == "not" or token.key.endswith("n't")]
    if len(places) != 1 or places[0] + 1 >= len(tokens):
        return None
    at = places[0]
    plain = tokens[at].key != "not" or (at and tokens[at - 1].key in _AUXILIARIES)
    quality = (tokens[at - 1].key if tokens[at].key == "not" and at else tokens[at].key[:-3]) in BE and not (
        tokens[at + 1].key.endswith(("ed", "ing", "en")) or tokens[at + 1].key in ("a", "an", "the")
    )  # “is not cheap” is 高い
    return tokens[at] if plain and not quality and tokens[at + 1].key not in _IDIOMS else None


def forbidden(source: str) -> tuple[int, int] | None:
    """The words of an English text that tell the reader not to do a thing.

    >>> forbidden("The pan is hot, so do not touch it."), forbidden("Do not forget the key."), forbidden("They do not go.")
    ((19, 31), None, None)
    """
    match = _forbidden().search(source)
    return match.span(1) if match else None


@cache
def _forbidden() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|[.!:;] |, )(?:(?:so|but|and|please) )*((?:do not|don['’]t|never) "
        r"(?!you\b|be\b|think\b|mind\b|worry\b|forget\b|hesitate\b|panic\b|want\b|have\b|know\b|bother\b|fail\b|miss\b|let\b|feel\b|get\b)"
        r"[a-z]+)",
        re.IGNORECASE,
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


def adding(source: str) -> tuple[int, int] | None:
    """The “not only” of an English text.

    >>> adding("It is not only cheap but good."), adding("There is only one.")
    ((6, 14), None)
    """
    match = re.search(r"\bnot (?:only|just|merely|simply|solely)\b", source)
    return match.span() if match else None


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


def idle(source: str) -> bool:
    """True if an English “not” is one of those that Japanese puts in a positive way, or belongs to no statement.

    >>> idle("She hasn't been well."), idle("He was not the most talkative."), idle("He did not sign.")
    (True, True, False)
    """
    return bool(_idle().search(source))


@cache
def _idle() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:well|better|most|more|less|too|very|big|huge|much|any|anything|ever|either|easy|old|young|bad|fan|until|unless|"
        r"if|when|while|whether|why|how|without|or|as|than)\b|n['’]t \w+ ?$",
        re.IGNORECASE,
    )


def may_be_negative(tokens: Sequence[Any]) -> bool:
    """True if any word of an English text could carry a negation.

    >>> from tqa.lang.en.tokens import tokens
    >>> [may_be_negative(tokens(text)) for text in ("It is unclear.", "All but one.", "Even the old one, but later.")]
    [True, True, False]
    """
    return any(
        token.key in NEGATIVES
        or token.key in _NEAR
        or (token.key == "but" and at and tokens[at - 1].key in _BUT)
        or token.key.endswith(("n't", "less"))
        or has_prefix(token.key)
        for at, token in enumerate(tokens)
    )


# Words that begin like a negation and hold none.
_ACCIDENTS = tuple(
    (
        "inside inform increas design depend discover detail deliver dispatch install display imag describ dish unit impact "
        "injur improv impos income union inten invoice disease discuss device desire depart import impress debut debate "
        "dispos invent indeed devote defin instance inland disaster "
        "decreas disclos distribut discount discharg invest inhabit input indoor insight"
    ).split()
)


def has_prefix(word: str) -> bool:
    """True for unclear, disagree, and by accident for information; not for include."""
    from tqa.lang.en.words import SHORTEST, words

    if word.startswith(_ACCIDENTS) and not word.startswith("impossib"):
        return False
    table = words()
    for prefix in _PREFIXES:
        rest = word[len(prefix) :] if word.startswith(prefix) else ""
        known = table.knows if prefix == "un" and len(rest) >= SHORTEST else table.is_common
        if len(rest) > 2 and known(rest):
            return True
    return False
