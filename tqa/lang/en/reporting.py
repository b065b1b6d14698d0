"""Sentences that announce what somebody says and stop before saying it.

Provenance: closed classes of English, written down by hand: verbs that need an object or a clause, and nouns for
texts and bodies that report (a person may simply "explain"; a website cannot simply "state").
"""

from __future__ import annotations

from collections.abc import Sequence

from tqa.lang.en.closed import DETERMINERS, SUBJECTS
from tqa.lang.en.tokens import Token

_VERBS = frozenset(
    (
        "states stated notes noted says said declares declared announces announced reports reported writes wrote "
        "claims claimed argues argued adds added concludes concluded mentions mentioned describes described "
        "reveals revealed indicates indicated suggests suggested shows showed explains explained asserts asserted "
        "emphasizes emphasized emphasises emphasised stresses stressed stipulates stipulated specifies specified "
        "reads"
    ).split()
)
_TELLERS = frozenset(
    (
        "website site webpage page homepage report document statement article paper book letter notice law act "
        "ordinance constitution treaty agreement charter guideline guidelines manual release announcement study "
        "survey poll newspaper magazine journal editorial column broadcaster agency ministry department government "
        "office company bank committee council commission court police party association authorities embassy "
        "administration cabinet bureau organization institute university hospital diary chronicle preface "
        "paragraph clause communique memorandum media television tv bulletin blog post tweet twitter"
    ).split()
)
_DETERMINERS = DETERMINERS | {"one", "another", "some", "several"}
_MODIFIES = frozenset(["of", "on", "in", "from", "for", "at", "by", "about", "concerning"])
# A finite verb, a pronoun or a subordinator before the last word: the last word is then not the main verb.
_STOPS = frozenset(
    (
        "that which who whom as than what when where how if because while is are was were has have had be been "
        "being will would can could should may might must do does did not it he she they we i you so but to or "
        "other others until after before since whether there all many no twenty united federated member"
    ).split()
)
_OPENERS = (
    ("according", "to"),
    ("regarding",),
    ("as", "for"),
    ("with", "regard", "to"),
    ("concerning",),
    ("in", "response", "to"),
)
LONGEST = 14  # words in a sentence that only announces
_SPEAKS = frozenset("told asked replied answered says said adds added explained".split())
_CREDIT = 10  # words in a clause that only says who spoke


def announces(words: Sequence[Token]) -> bool:
    """True if the words of a sentence are a text or a body and a verb that needs more: "The website states".

    >>> from tqa.lang.en.tokens import tokens
    >>> [announces(tokens(text)) for text in ("The ministry website states", "It is as the report states")]
    [True, False]
    """
    if not 2 < len(words) <= LONGEST or words[-1].key not in _VERBS or words[-1].capital:
        return False
    subject = [word.key for word in words[:-1]]
    if not _STOPS.isdisjoint(subject) or not (subject[0] in _DETERMINERS or _named(words)):
        return False
    head = next((place for place, key in enumerate(subject) if key in _MODIFIES), len(subject)) - 1
    return head >= 1 and subject[head] in _TELLERS


def _named(words: Sequence[Token]) -> bool:
    """The Asahi newspaper, Foreign Ministry: a name up to the noun that reports."""
    return words[0].capital and (words[1].capital or words[1].key in _TELLERS) and not words[0].key.endswith("ing")


def opens_only(words: Sequence[Token]) -> int:
    """The number of words of the opener if a sentence is nothing but "According to the ministry", else 0."""
    keys = tuple(word.key for word in words)
    for opener in _OPENERS:
        size = len(opener)
        if keys[:size] == opener and size < len(keys) <= size + 6 and _STOPS.isdisjoint(keys[size:]):
            return size
    return 0


def credits(words: Sequence[Token]) -> bool:
    """True if the words only say who spoke, after what was said: “..., the mayor told reporters”.

    >>> from tqa.lang.en.tokens import tokens
    >>> [credits(tokens(text)) for text in ("Mayor Abe told reporters", "said Abe", "which he said was late")]
    [True, True, False]
    """
    keys = [word.key for word in words]
    if not 1 < len(keys) <= _CREDIT or _SPEAKS.isdisjoint(keys[:-1] if keys[0] in _SPEAKS else keys[1:]):
        return False
    return words[0].capital or keys[0] in (*_SPEAKS, *SUBJECTS, *_DETERMINERS)
