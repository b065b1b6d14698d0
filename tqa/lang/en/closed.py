"""The closed word classes of English, in lower case: function words, the calendar, numerals.

Provenance: grammar, written down by hand. What a module adds to a class for a purpose of its own stands in that module.
"""

from __future__ import annotations

from tqa.lang import values

ARTICLES = frozenset(("a", "an", "the"))
POSSESSIVES = frozenset(("my", "your", "his", "her", "its", "our", "their"))
DETERMINERS = ARTICLES | POSSESSIVES | {"this", "that", "these", "those"}
SUBJECTS = frozenset(("i", "you", "he", "she", "it", "we", "they"))
PERSONS = SUBJECTS - {"it"} | POSSESSIVES - {"its"} | frozenset(("me", "him", "us", "them", "hers", "theirs"))
COURTESY = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "dame"))
INTERJECTIONS = frozenset(
    (
        "yeah yes yep no nope oh ah ok okay hey hi hello well right sure wow thanks thank please bye sorry welcome haha hmm "
        "huh lol ugh uh um"
    ).split()
)
NEGATIVES = frozenset("not no never none nothing nobody neither nor cannot".split())
BE = frozenset(("am", "is", "are", "was", "were"))
MODALS = frozenset("can could may might must shall should will would".split())
AUXILIARIES = BE | MODALS | {"do", "does", "did", "has", "have", "had"}
FUNCTION = (
    DETERMINERS
    | SUBJECTS
    | AUXILIARIES
    | frozenset(
        (
            "of in on at by for to from with about into onto between among through during as than and or nor but so if "
            "be been being who which whom whose what when where there then"
        ).split()
    )
)
# Words that say little of what a phrase is about: function words, the verbs that only name or report, small numbers.
LIGHT = FUNCTION | frozenset(
    (
        "not no also after before under over against within without because such while until since later became become "
        "becomes called named known said says made used one two three first second"
    ).split()
)
MONTHS = tuple(month.lower() for month in values.MONTHS)
DAYS = tuple(day.lower() for day in values.DAYS)
SHORT_MONTHS = tuple(month[:3] for month in values.MONTHS)  # with a capital, as patterns need them
SHORT_DAYS = tuple(day[:3] for day in values.DAYS)
CARDINALS = tuple(
    (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen"
    ).split()
)
TENS = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())
ORDINALS = tuple(
    (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    ).split()
)
