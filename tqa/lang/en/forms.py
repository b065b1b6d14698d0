"""English word forms: plurals, verb forms, spelling variants, and the elements of a glossary form."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tqa.lang.en.closed import AUXILIARIES, BE, FUNCTION
from tqa.lang.en.match import GAP, OWNER
from tqa.lang.en.tokens import tokens

# Irregular nouns and verbs of news English; regular forms follow from spelling.
_PLURALS = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "tooth": "teeth",
    "goose": "geese", "mouse": "mice", "life": "lives", "wife": "wives", "knife": "knives", "leaf": "leaves",
    "half": "halves", "self": "selves", "shelf": "shelves", "thief": "thieves", "wolf": "wolves", "loaf": "loaves",
    "crisis": "crises", "analysis": "analyses", "basis": "bases", "thesis": "theses", "hypothesis": "hypotheses",
    "phenomenon": "phenomena", "criterion": "criteria", "medium": "media", "datum": "data", "index": "indices",
    "appendix": "appendices", "axis": "axes", "stimulus": "stimuli", "nucleus": "nuclei", "ox": "oxen",
    "hero": "heroes", "potato": "potatoes", "tomato": "tomatoes", "echo": "echoes", "veto": "vetoes",
    "embargo": "embargoes", "torpedo": "torpedoes", "monarch": "monarchs", "stomach": "stomachs", "quiz": "quizzes",
}  # fmt: skip
_VERBS = {
    "be": "am is are was were been being", "have": "has had having", "do": "does did done doing",
    "say": "says said saying", "make": "makes made making", "go": "goes went gone going",
    "take": "takes took taken taking", "come": "comes came coming", "see": "sees saw seen seeing",
    "know": "knows knew known knowing", "get": "gets got gotten getting", "give": "gives gave given giving",
    "find": "finds found finding", "think": "thinks thought thinking", "tell": "tells told telling",
    "become": "becomes became becoming", "show": "shows showed shown showing", "leave": "leaves left leaving",
    "feel": "feels felt feeling", "put": "puts putting", "bring": "brings brought bringing",
    "begin": "begins began begun beginning", "keep": "keeps kept keeping", "hold": "holds held holding",
    "write": "writes wrote written writing", "stand": "stands stood standing", "hear": "hears heard hearing",
    "let": "lets letting", "mean": "means meant meaning", "set": "sets setting", "meet": "meets met meeting",
    "run": "runs ran running", "pay": "pays paid paying", "sit": "sits sat sitting",
    "speak": "speaks spoke spoken speaking", "lie": "lies lay lain lying lied", "lead": "leads led leading",
    "read": "reads reading", "grow": "grows grew grown growing", "lose": "loses lost losing",
    "fall": "falls fell fallen falling", "send": "sends sent sending", "build": "builds built building",
    "understand": "understands understood understanding", "draw": "draws drew drawn drawing",
    "break": "breaks broke broken breaking", "spend": "spends spent spending", "cut": "cuts cutting",
    "rise": "rises rose risen rising", "drive": "drives drove driven driving", "buy": "buys bought buying",
    "wear": "wears wore worn wearing", "choose": "chooses chose chosen choosing", "catch": "catches caught catching",
    "throw": "throws threw thrown throwing", "bear": "bears bore borne born bearing", "eat": "eats ate eaten eating",
    "seek": "seeks sought seeking", "shut": "shuts shutting", "win": "wins won winning",
    "raise": "raises raised raising", "hit": "hits hitting", "tie": "ties tied tying", "die": "dies died dying",
    "bite": "bites bit bitten biting", "blow": "blows blew blown blowing", "ride": "rides rode ridden riding",
    "shake": "shakes shook shaken shaking", "spread": "spreads spreading", "stick": "sticks stuck sticking",
    "strike": "strikes struck stricken striking", "swim": "swims swam swum swimming", "turn": "turns turned turning",
    "pour": "pours poured pouring", "light": "lights lit lighted lighting", "tear": "tears tore torn tearing",
    "sell": "sells sold selling", "teach": "teaches taught teaching", "fight": "fights fought fighting",
    "hang": "hangs hung hanged hanging", "bend": "bends bent bending", "dig": "digs dug digging",
    "sink": "sinks sank sunk sinking", "steal": "steals stole stolen stealing",
    "swallow": "swallows swallowed swallowing", "step": "steps stepped stepping", "stop": "stops stopped stopping",
    "plan": "plans planned planning", "refer": "refers referred referring", "prefer": "prefers preferred preferring",
    "admit": "admits admitted admitting", "submit": "submits submitted submitting",
    "permit": "permits permitted permitting", "occur": "occurs occurred occurring", "shoot": "shoots shot shooting",
    "sweep": "sweeps swept sweeping", "slide": "slides slid sliding", "forget": "forgets forgot forgotten forgetting",
    "hide": "hides hid hidden hiding", "deal": "deals dealt dealing",
}  # fmt: skip
_EMPTY = FUNCTION - AUXILIARIES | BE | {"not", "no", "one's", "s"}  # have a vector for: has, had
_VOWELS = "aeiou"
_PREPOSITIONS = frozenset("of for on in to with from at by against".split())


def plural(noun: str) -> str:
    """The plural of a lower-case noun.

    >>> [plural(noun) for noun in ("treaty", "box", "man", "attorney", "bus")]
    ['treaties', 'boxes', 'men', 'attorneys', 'buses']
    """
    if noun in _PLURALS:
        return _PLURALS[noun]
    for irregular in ("man", "woman", "child", "person"):
        if noun.endswith(irregular) and noun not in ("human", "german", "roman", "ottoman", "talisman"):
            return noun[: -len(irregular)] + _PLURALS[irregular]
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def singular(noun: str) -> str:
    """The singular of a lower-case noun, or the noun itself.

    >>> [singular(noun) for noun in ("treaties", "islands", "news", "crises", "men", "classes")]
    ['treaty', 'island', 'news', 'crisis', 'man', 'class']
    """
    back = _singulars().get(noun)
    if back:
        return back
    if len(noun) < 4 or noun.endswith(("ss", "us", "is")) or noun in ("news", "series", "species", "politics"):
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") else noun


@cache
def _singulars() -> dict[str, str]:
    return {many: one for one, many in _PLURALS.items()}


def verb_forms(verb: str) -> tuple[str, ...]:
    """The inflected forms of a lower-case verb, without itself.

    >>> verb_forms("look"), verb_forms("carry"), verb_forms("stop")
    (('looks', 'looked', 'looking'), ('carries', 'carried', 'carrying'), ('stops', 'stopped', 'stopping'))
    """
    if verb in _VERBS:
        return tuple(_VERBS[verb].split())
    third = plural(verb)
    if verb.endswith("e"):
        return third, verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return third, verb[:-1] + "ied", verb + "ing"
    doubled = len(verb) == 3 and verb[-1] not in "wxyaeiou" and verb[-2] in _VOWELS and verb[0] not in _VOWELS
    stem = verb + verb[-1] if doubled else verb
    return third, stem + "ed", stem + "ing"


def verb_base(form: str) -> str:
    """The base of an inflected verb where the table knows it, else the form itself.

    >>> verb_base("went"), verb_base("held"), verb_base("table")
    ('go', 'hold', 'table')
    """
    return _bases().get(form, form)


@cache
def _bases() -> dict[str, str]:
    return {form: base for base, forms in _VERBS.items() for form in forms.split()}


def elements(form: str, kind: str) -> list[tuple[str, ...]]:
    """The words of a glossary form, each with the keys that it matches; see `tqa.matcher`.

    `kind` is term, person or phrase. "…" is a gap of one to four words, "one's" any possessive.

    >>> elements("peace treaty", "term")
    [('peace',), ('treaty', 'treaties')]
    >>> elements("look at one's face", "phrase")[:2]
    [('look', 'looks', 'looked', 'looking'), ('at',)]
    """
    words = _words(form)
    noun = head(words) if kind != "person" else -1
    found: list[tuple[str, ...]] = []
    for index, word in enumerate(words):
        if word in ("…", "..."):
            found.append(GAP)
            continue
        if word in ("one's", "someone's"):
            found.append(OWNER)
            continue
        keys = [word]
        if word not in _EMPTY and word.isalpha():
            if index == noun or (kind == "phrase" and index == len(words) - 1):
                keys.append(plural(word))
            if (kind == "phrase" and index == 0) or (kind == "phrase" and index == 1 and words[0] in ("be", "to")):
                keys.extend(verb_forms(word))
        elif word == "be":
            keys.extend(verb_forms(word))
        keys.extend(variant for key in tuple(keys) for variant in _spellings(key))
        found.append(tuple(dict.fromkeys(keys)))
    return found


def _words(form: str) -> list[str]:
    parts = []
    for part in form.replace("...", " … ").replace("…", " … ").split():
        lowered = part.lower().replace("’", "'")
        if lowered in ("…", "one's", "someone's"):
            parts.append(lowered)
        else:
            parts.extend(token.key for token in tokens(part))
    return parts


def head(words: Sequence[str]) -> int:
    """The noun that carries the number of a phrase: the last word before a preposition; -1 where there is no word.

    >>> head("chief of staff".split()), head("peace treaty".split())
    (0, 1)
    """
    return next((at - 1 for at, word in enumerate(words) if at and word in _PREPOSITIONS), len(words) - 1)


def _spellings(key: str) -> tuple[str, ...]:
    from tqa.lang.en.spelling import variants

    return variants(key)
