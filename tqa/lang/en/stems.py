"""Stems of English words: what the forms of one word share, as the tables of the lexicon know it."""

from __future__ import annotations

from functools import cache, lru_cache

# Forms that no ending tells, the first of each the one that the others become. The table of the lexicon was counted by
# the keys that this list makes: who changes it trains the lexicon anew.
_IRREGULAR = (
    "go went gone|take took taken|give gave given|say said|make made|come came|become became|begin began begun|"
    "know knew known|see saw seen|get got gotten|think thought|find found|tell told|leave left|feel felt|"
    "bring brought|keep kept|hold held|write wrote written|stand stood|hear heard|let let|mean meant|meet met|"
    "run ran|pay paid|sit sat|speak spoke spoken|lie lay lain|lead led|grow grew grown|lose lost|"
    "fall fell fallen|send sent|build built|understand understood|draw drew drawn|break broke broken|spend spent|"
    "rise rose risen|drive drove driven|buy bought|wear wore worn|choose chose chosen|eat ate eaten|fight fought|"
    "catch caught|teach taught|sell sold|win won|seek sought|sing sang sung|fly flew flown|show shown|"
    "throw threw thrown|sleep slept|hide hid hidden|shoot shot|strike struck|sink sank sunk|swim swam|"
    "steal stole stolen|forget forgot forgotten|forgive forgave|bear bore borne born|bind bound|burn burnt|"
    "deal dealt|dig dug|drink drank drunk|hang hung|ride rode ridden|ring rang rung|shake shook shaken|"
    "shine shone|spring sprang sprung|swear swore sworn|tear tore torn|wake woke woken|weave wove woven|"
    "wind wound|withdraw withdrew withdrawn|freeze froze frozen|flee fled|feed fed|lend lent|light lit|lay laid|"
    "prove proven|sew sewn|shrink shrank|slide slid|spread spread|stick stuck|sweep swept|man men|woman women|"
    "child children|person people|foot feet|tooth teeth|life lives|wife wives|leaf leaves|half halves|"
    "self selves|knife knives|thief thieves|good better best|bad worse worst|far further farther furthest|"
    "many more most much|little less least"
)


@lru_cache(8192)
def stem(word: str) -> str:
    """A rough stem under which the regular forms of an English word meet.

    >>> [stem(word) for word in ("companies", "company", "planned", "plans", "makes", "making", "this")]
    ['compani', 'compani', 'plan', 'plan', 'mak', 'mak', 'this']
    """
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word[: -len(ending)]
            if word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 2 and word.endswith("y") else word


@cache
def _irregular() -> dict[str, str]:
    rows = [row.split() for row in _IRREGULAR.split("|")]
    return {stem(form): stem(row[0]) for row in rows for form in row}


@lru_cache(16384)
def key(word: str) -> str:
    """The key of an English word in lower case: regular and irregular forms meet in it.

    >>> key("taken") == key("takes"), key("companies") == key("company")
    (True, True)
    """
    base = stem(word)
    return _irregular().get(base, base)
