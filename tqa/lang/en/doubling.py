"""When the same English word twice in a row is grammar, emphasis or a name, and when it is a slip.

Provenance: closed word classes of English, written down by hand; no list of observed cases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tqa.lang.en.closed import SUBJECTS
from tqa.lang.en.tokens import Token

# Words that never follow themselves, whatever stands around them.
_NEVER = frozenset(
    (
        "a an the of and or nor to for with from at as by into onto upon than its their our your his these those "
        "which who whom whose if when where while because although though since unless until whether during "
        "between among against without within despite toward towards after before also would could should must "
        "been being became become"
    ).split()
)
# Particles that close a verb ("moved in") before the same preposition opens a phrase ("in 1990"), and the words
# that such a particle goes with. Anything that a verb may leave stranded ("the town he lived in") counts too.
_PARTICLES = frozenset(["in", "on"])
_TAKES_PARTICLE = frozenset(
    (
        "go goes went gone so later early earlier from then live come came part take took taken bring brought turn "
        "log sign check set break broke give gave given step hand fill drop pull settle join believe engage "
        "involve participate home zero phase let put get got carry base focus depend rely work hold held keep kept "
        "pass call try look die born operate switch sit sat stay walk act touch insist build built count catch "
        "caught wear wore worn stand stood lead led hang hung travel sleep slept ride rode invest specialize deal "
        "confide result lock pitch chime cash rein cave weigh plug tune barge burst rush usher move"
    ).split()
)
# Verbs that end a clause ("what it is is …", "those they have have …") before the same verb goes on.
_VERBS = frozenset(["is", "was", "are", "were", "be", "has", "have", "will", "did", "does", "do"])
_PRONOUNS = frozenset(["it", "we", "they", "she"])
_ANY_PRONOUN = SUBJECTS | frozenset("this that there who what which one those".split())
_OPENERS = frozenset(
    (
        "as and or but that because if when while since although though so then which where whether before after until"
    ).split()
)
# Doubled on purpose: emphasis, comfort, laughter, calls; "had had" and "that that" are grammar.
_ON_PURPOSE = frozenset(
    (
        "very really so too much many far long old great big little deep high way more again never always just no "
        "yes yeah well now there here hear come bye hey wait please sorry thank right okay easy quick fast slow "
        "slowly totally super pretty extremely truly still good nice same different round half fifty knock chop "
        "bang boom tick tock click clap drip ding ring beep splash whoosh woof meow quack choo blah yada ouch tsk "
        "shush hush tut tap thump crunch squeak creak buzz clang ahem hmm mmm haha tweet chirp cluck oink cheep "
        "crack snip had that what why how like over under each every such both down back away less out off about "
        "only"
    ).split()
)
_SOUND = 8  # letters of a Japanese word that is doubled (wakuwaku)
_LATIN = ("a", "us", "is", "um", "ii")


@cache
def _romaji() -> re.Pattern[str]:
    # Japanese doubles words (kara kara, moku moku): what can be romanised kana is no evidence.
    return re.compile(r"(?:n'?|(?:kk|ss|tt|pp|ssh|tch|cch|tts|[kgsztdnhbpmyrwjf]y?|sh|ch|ts)?[aeiou]h?)+")


def on_purpose(key: str) -> bool:
    """True for a word that is said over and over on purpose, or may be a Japanese sound.

    >>> on_purpose("no"), on_purpose("kara"), on_purpose("plant")
    (True, True, False)
    """
    if len(key) < 3 or key in _ON_PURPOSE:
        return True
    return len(key) <= _SOUND and _romaji().fullmatch(key) is not None


def is_slip(words: Sequence[Token], at: int, first: bool, opening: int) -> str:
    """What the doubled word `words[at]`, `words[at + 1]` is: "function" (one of them goes), "content" (likely so)
    or "" (no slip).

    `first`: the word opens its sentence; `opening`: the index of the first word of the sentence.
    """
    key = words[at].key
    if words[at + 1].capital and not words[at].capital:
        return ""  # "to To no Chujo", "the The Times": a name begins
    before = "" if first else words[at - 1].key
    if key in _NEVER:
        # His His Highness, A A Milne: a name or a title again
        return "" if words[at + 1].capital and not words[at].text.isupper() else "function"
    if key in _PARTICLES:
        return "" if _takes_particle(before) else "function"
    if key in _VERBS:
        return _doubled_verb([word.key for word in words[opening:at]], key)
    if key in _PRONOUNS:
        return "function" if first or before in _OPENERS else ""
    if key == "that":
        return _doubled_that(words, at)
    return "content" if _is_content(words, at, first) else ""


def _takes_particle(before: str) -> bool:
    stem = re.sub(r"(?:ed|ing|es|s)$", "", before)
    stem = re.sub(r"i$", "y", stem) if before.endswith(("ied", "ies")) else re.sub(r"(pp|tt)$", lambda m: m[0][0], stem)
    return not _TAKES_PARTICLE.isdisjoint((before, stem, stem + "e"))


def _doubled_verb(clause: Sequence[str], key: str) -> str:
    """ "What it is is …" and "the trouble they have have …" are grammar; "It was was …" and "will will" after a
    noun are not."""
    before = clause[-1] if clause else ""
    if key in ("do", "does", "did", "will") or (key in ("has", "have") and before in _ANY_PRONOUN):
        return ""
    asks = any(word in clause[-7:] for word in ("what", "how", "where", "who", "why", "all", "whatever", "thing"))
    asks = asks or clause[-2:-1] == ["as"]
    if before == "what" or (asks and before in _ANY_PRONOUN and before != "who"):
        return ""
    return "function" if clause else "content"  # "Is is believed": perhaps "It is"


def _doubled_that(words: Sequence[Token], at: int) -> str:
    """ "That that" before a determiner or a name: one of them is too many; before a noun or verb it is grammar."""
    after = words[at + 2] if at + 2 < len(words) else None
    determined = after is not None and after.key in ("the", "a", "an", "this", "these", "their", "his", "he", "they")
    return "function" if determined else ""


def _is_content(words: Sequence[Token], at: int, first: bool) -> bool:
    word, again = words[at], words[at + 1]
    key = word.key
    if re.fullmatch(r"\d+(?:st|nd|rd|th)", key):
        return True
    if word.text != again.text or word.capital or len(key) < 4 or not (key.isascii() and key.isalpha()):
        return False
    if first or on_purpose(key):
        return False
    tripled = words[at - 1].key == key or (at + 2 < len(words) and words[at + 2].key == key)
    # Genus species species: the name of an animal or a plant
    return not tripled and not (words[at - 1].capital and key.endswith(_LATIN))
