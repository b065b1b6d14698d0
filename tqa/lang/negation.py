"""Whether a Japanese and an English text negate at all. By hand, wide on purpose: doubt means silence.

`denies(source)` is true where the Japanese plainly negates its last predicate; `may_deny` where anything in it could
become a negation in English; `denial(target)` and `may_be_negative` are their counterparts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any


@cache
def _harmless() -> re.Pattern[str]:
    # Negative in form only: obligation, certainty, politeness, questions that expect yes, partial negation.
    return re.compile(
        r"なければ|なくては|なくちゃ|なきゃ|ねば|ざるを得|ずにはい|ないわけに|かねな|違いない|違いありませ|間違いな|間違いありませ|欠かせな|欠かせませ|"
        r"少なくな|珍しくな|に過ぎな|に過ぎませ|すぎな|にほかな|だけでな|のみならず|に限ら|にとどまら|ないか|ませんか|ないですか|ないでしょうか|じゃな|ではな|思いがけな|申し訳|"
        r"すみませ|もったいな|仕方がな|仕方な|しかたな|しょうがな|ない限り|ないまで|変わら|しか|かもしれ|かも知れ|わけではな|とは限|ないこと|なくもな|何もな|問題な|"
        r"必ずしも|くだらな|つまらな|危な|切な|少な|まで|いけな|いけませ|ならな|なりませ|足りな|足りませ|ないで|ず、|なく|構わ|たまらな|たまりませ|やむを得|相違な|遠慮な|絶え間な"
    )


@cache
def _denial() -> re.Pattern[str]:
    # The last predicate, in plain or polite form, at the end of the sentence.
    return re.compile(
        r"(?:[わかがさたなばまらいけせてねべめれえしきちにびみりじぎ来出得見]|でき)(?:ない|なかった|ません|ませんでした|なかったです|ないです|なかったという|ないという|ていない|ていなかった)"
        r"(?:と(?:いう|された|している|述べた|話した|語った))?[。」！\s]*$"
    )


@cache
def _any_denial() -> re.Pattern[str]:
    return re.compile(
        r"な[いかくけさ]|ませ[ん]|[^は]ず|ぬ|まい|不|非|無|未|否|反|以外|外|だけ|のみ|しか|まだ|難し|困難|違[うっい]|異な|駄目|ダメ|だめ|禁|拒|断|失|欠|止|やめ|辞|減|避|防|"
        r"嫌|いや|きら|いえ|うそ|嘘|残念|まさか|もう|はず|わけ|なし|無し|離|別|却|廃|落|去|厳|絶|休|延|逃|除|限|足り|か[。？?]|？|\?|どころ|ほど|より|むしろ|けど|一切"
        r"|決して|全く|まったく|すら|さえ|超|抜|弱|い[まま][ひい][とち]|イマイチ|今[ひ一]つ|外れ|忘|迷|独|初|免|控|消|脱|滅|迄|まで|見送|とだえ|途絶|絶え|[てで]か|こそ|諦|あきらめ|よし[たて]|放|省|略|下手|苦手|悪|貧|乏|どうして|なぜ|ん[。」]|ねえ|へん|ねぇ|んと|んか|じゃ"
    )


def denies(source: str) -> bool:
    """True if the text is one sentence whose last predicate is plainly negated.

    >>> denies("彼は事件に関与していない。"), denies("対応しなければならない。"), denies("行きませんか。")
    (True, False, False)
    """
    text = source.strip()
    return len(text) <= 60 and not _harmless().search(text) and bool(_denial().search(text))


def may_deny(source: str) -> bool:
    """True if something in the text could become a negation in English."""
    return bool(_any_denial().search(source))


_AUXILIARIES = frozenset("is are was were am do does did has have had will would could".split())
# “did not matter”, “not only”: no denial of the predicate, or a common way to put a positive thought.
_IDIOMS = frozenset(
    (
        "only just all always necessarily sure know think mind worry matter care need have want like seem "
        "long yet until but let go because be lose stop miss forget help many much far enough surprising "
        "best great good exactly really it clear certain"
    ).split()
)
_PLAIN = frozenset("not never no none nothing nobody cannot neither nor".split())


@cache
def _denying() -> re.Pattern[str]:
    return re.compile(
        r"な[いかくけきさし]|ませ[んぬ]|(?<![、。]ま)(?<!^ま)ず|ぬ|まい|まへん|ね[えー]|ん[。やかじ」]|なし|無|不|非|未|否|(?:にく|づら)[いかくさ]|がた(?:[いか]|く(?!さん))|かね|にす[ぎら]|かどう"
        r"|かもし|途絶|とだえ|こそ|[てで]か|嫌|きらい|略|だけ|のみ|しか|除|以外|やめ|中止|拒|避|防|禁|欠|むしろ|どころ|困難|難し|却|嘘|忘|逃|見送|[てで]も|[？?]"
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
    """True if what follows a “not” says until when, or for how long: then it did happen, and only the time is told.

    >>> waits(" return until May"), waits(" return the book")
    (True, False)
    """
    return bool(re.search(r"\b(?:until|till|before|for (?:a|an|some|several|many|\w+ty))\b", rest))


_BETWEEN = frozenset("also yet easily really been be being a an the even immediately all so very".split())
_PARTIAL = frozenset(
    "clear certain only just necessarily until but always because least one sure many much every".split()
)
_PREFIXES = ("un", "in", "im", "dis", "non", "mis", "il", "ir", "de")
_NEAR = frozenset(
    (
        "without unless fail failed fails failing failure deny denied refuse refused refuses decline "
        "declined reject rejected oppose "
        "opposed hardly scarcely barely rarely seldom few little less only lack lacks lacked lacking unable "
        "impossible unlikely "
        "unknown instead rather but yet still until before too stop stopped avoid absent absence missing "
        "except free than against "
        "difficult hard beyond away out remain remains remained another other different doubt prohibited "
        "banned forbidden else "
        "all every wrong bad poor zero last long exclude excluded excludes prevent prevented lost lose far "
        "despite although though "
        "nowhere hate dislike dislikes forget forgot forgotten short miss missed off closed old same sorry "
        "wait yet even shy silent keep kept "
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
    return tokens[at] if plain and tokens[at + 1].key not in _IDIOMS else None


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
    """True if any word of an English text could carry a negation."""
    return any(
        token.key in _PLAIN
        or token.key in _NEAR
        or token.key.endswith(("n't", "less"))
        or _has_prefix(token.key)
        for token in tokens
    )


def _has_prefix(word: str) -> bool:
    """True for unclear, disagree, and by accident for information; not for include."""
    from tqa.lang.en.words import SHORTEST, words

    table = words()
    for prefix in _PREFIXES:
        rest = word[len(prefix) :] if word.startswith(prefix) else ""
        known = table.knows if prefix == "un" and len(rest) >= SHORTEST else table.is_common
        if len(rest) > 2 and known(rest):
            return True
    return False
