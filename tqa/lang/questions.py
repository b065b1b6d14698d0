"""Whether a text asks: the last sentence that plainly does, and whether anything in it might. By hand, for both
languages: `asks` is narrow, `may_ask` wide, so that doubt means silence.

Each language says in many ways that it asks, and says things in the form of a question that asks nothing (そうですか。,
じゃないか, “isn’t it?”, “Hello?”); only the form that wants an answer counts for `asks`.
"""

from __future__ import annotations

import re
from functools import cache

_SHORTEST = 8  # characters of a Japanese question that is more than “is that so”
_LONG = 12  # characters of a statement in writing, at least
_SPOKEN = "ねよのかなわはもてがけどしん」』）ー～"  # how a statement does not end, or only in talk
_TAG = 4  # words of “do you, really?” at most, where it is no question of its own


def asks(text: str, lang: str) -> tuple[int, int] | None:
    """The last sentence of a text, if it asks for an answer.

    >>> asks("雨ですね。あなたのご趣味は何ですか？", "ja"), asks("そうなんですか。", "ja"), asks("雪じゃないですか？", "ja")
    ((5, 18), None, None)
    >>> asks("I like tea. How about you?", "en"), asks("It is cold, isn’t it?", "en"), asks("Hello?", "en")
    ((12, 26), None, None)
    """
    start, end = _last(text, lang)
    sentence = text[start:end]
    if lang == "ja":
        plain = bool(_asked().search(sentence)) and not _asked_idly().search(sentence)
        return (start, end) if plain and (len(sentence) >= _SHORTEST or sentence.startswith("あなたは")) else None
    if not sentence.endswith("?"):
        return None
    start += max((match.end() for match in _break().finditer(sentence)), default=0)
    comma = text.rfind(",", start, end) + 1  # “I love it, do you travel much?”, but not “you love it, do you?”
    after = comma + len(text[comma:end]) - len(text[comma:end].lstrip())
    if comma and len(text[after:end].split()) > _TAG and _inverted().match(text, after, end):
        return after, end
    return (start, end) if _inverted().match(text, start, end) else None


def may_ask(text: str, lang: str) -> bool:
    """True if anything in a text may ask, or do so indirectly.

    >>> may_ask("雨かもしれない。", "ja"), may_ask("雨が降る。", "ja")
    (True, False)
    >>> may_ask("十か所で雨が降る。", "ja")
    False
    >>> may_ask("I wonder where you live.", "en"), may_ask("I am fine.", "en")
    (True, False)
    """
    return bool((_perhaps_ja() if lang == "ja" else _perhaps_en()).search(text))


def states(text: str) -> bool:
    """True if a Japanese text ends as statements in writing do.

    >>> states("大臣は新しい予算を発表した。"), states("来週は関東でも雨になります。"), states("いいと思うよ。"), states("ご覧ください。")
    (True, True, False, False)
    """
    end = text.rstrip()
    return len(end) >= _LONG and end.endswith("。") and end[-2] not in _SPOKEN


def inverts(text: str) -> bool:
    """True if an English text ends in a question that has its verb before its subject.

    >>> inverts("Has the plan been dropped?"), inverts("However, have only ten come?"), inverts("You have come?")
    (True, True, False)
    """
    start, _ = _last(text, "en")
    return text.rstrip().endswith("?") and bool(_verb_first().search(text, start))


def _last(text: str, lang: str) -> tuple[int, int]:
    if lang == "ja":
        from tqa.lang.ja.sentences import sentences
    else:
        from tqa.lang.en.sentences import sentences
    spans = sentences(text)
    return spans[-1] if spans else (0, 0)


@cache
def _asked() -> re.Pattern[str]:
    return re.compile(r"(?:ます|ました|です|でした|でしょう)か[。？?]+$|あなたは[？?]+$|いかが[？?]+$")


@cache
def _asked_idly() -> re.Pattern[str]:
    # Surprise, a proposal, a thought aloud, an invitation: none of them wants an answer.
    return re.compile(
        r"^(?:そう|あ[あっ、。]|え[えっ、。]|へ[えー]|ほ[おう]|なるほど)|(?:じゃ|では)な|ませんか|んでしょう|のでしょう|でしょうか"
        r"|(?:というのは|のは|ては|たら|れば)(?:どう|いかが)|…ですか|・ですか|もの(?:です|でしょう)か|ましょう|[いよな]ですか"
    )


@cache
def _perhaps_ja() -> re.Pattern[str]:
    return re.compile(
        r"か[。！」』）]|か$|[のうすたるい]か[はがをにと]|かどう|かし[られ]|かも|か[なね]|[？?]|の[。]?$|でしょ|だろ|よね|っけ|たい|ください|下さい|教え|ちょうだい|頂戴"
        r"|ない[。！]|[ねはのもよ][…。！]|って[。！]|欲し|ほし"
        r"|なに|何|どう|なぜ|どこ|いつ|誰|どれ|いくら|[てはもで]$|疑問|質問|問[いうわ]"
    )


_SUBJECTS = r"(?:you|u|it|he|she|they|we|i|there|this|that|these|those|your|his|her|their|our|my|the|any|anyone|an?)"
_LEAD = r"(?:(?:and|but|so|then|also|well|oh|ok|hi|hello|now|no|yes|or|really)\b[ ,.!-]*)*"


@cache
def _break() -> re.Pattern[str]:
    return re.compile(r"[.!?…]+\s+")


@cache
def _inverted() -> re.Pattern[str]:
    """How a question begins: with its verb, or with a word that asks."""
    return re.compile(
        rf"{_LEAD}(?:(?:do|does|did|is|are|was|were|will|can|have|has) {_SUBJECTS}\b"
        r"|(?:how|what) about you(?:r|rs|rself)?\b|(?:what|where|when|who|whose|which|how(?! about))(?:'s|’s)? \w+ ?\w*"
        r"|what(?:'s|’s)\b|(?:and|how) (?:you|yourself) ?\?)",
        re.IGNORECASE,
    )


@cache
def _verb_first() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?<![^.!?] )(?:Do|Does|Did|Is|Are|Was|Were|Will|Can|Have|Has|Had|Could|Would)"
        r"|, (?:have|has|did|does|do|are|is|was|were|will|can)) (?!not\b|you\b)\w+ \w+"
    )


@cache
def _perhaps_en() -> re.Pattern[str]:
    # The last words ask in the form of a statement, or answer “how about”.
    words = (
        "wonder|tell|ask|know|curious|let|please|inquire|like|hope|see|sure|interested|how|what|when|where|who|why|which|"
        "whether|if|whose|anyone|question|maybe|perhaps|suggest|want|should|guess|may|might|could|would|believe|think"
    )
    return re.compile(rf"\?|？|\b(?:{words})|\b(?:is|are|do|did|does) (?:that|you|it|there)\b", re.IGNORECASE)
