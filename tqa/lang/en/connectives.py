"""Words that tie a sentence to the one before it.

Provenance: a closed class of English, written down by hand. "And", "but", "so" and "then" are left out: stories and
talk begin with them freely; so are "first", "second", "finally", which count.
"""

from __future__ import annotations

import re
from functools import cache

_CONNECTIVES = (
    "however", "nevertheless", "nonetheless", "moreover", "furthermore", "additionally", "in addition", "besides",
    "therefore", "thus", "consequently", "accordingly", "as a result", "for this reason", "because of this", "in fact",
    "on the other hand", "in contrast", "meanwhile", "at the same time", "in other words", "that is to say", "of course",
    "in particular", "especially", "for example", "for instance", "in this way", "in any case", "also",
)  # fmt: skip


@cache
def _ties() -> re.Pattern[str]:
    """What may follow one: not "however hard", "especially as"."""
    return re.compile(r"\b(?!-)(?! (?:hard|much|many|long|as|that)\b)", re.IGNORECASE)


def opening(sentence: str) -> str:
    """The connective that opens a sentence, as written, or "".

    >>> opening("In fact, it rained"), opening("However hard it rained"), opening("It rained, however")
    ('In fact', '', '')
    """
    lowered = sentence[:20].lower()
    found = (word for word in _CONNECTIVES if lowered.startswith(word) and _ties().match(sentence, len(word)))
    return sentence[: len(next(found, ""))]
