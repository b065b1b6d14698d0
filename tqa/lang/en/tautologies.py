"""Wording that says the same thing twice: a closed set of patterns, each with its reason.

Provenance: written down by hand from general knowledge of English usage. A pattern is here only if the same content
word, or two words of one meaning, stand on both sides by construction; rhetoric ("a deal is a deal") is not.
"""

from functools import cache
from typing import NamedTuple

from tqa.lang.gated import Gated

_BE = r"(?:is|was|are|were|would be|will be|seems|may be|can be)"
_MATTERS = "problem|issue|reason|purpose|aim|goal|question|cause"
_SAYING = r"(?:say|think|believe|argue|imagine|see|judge|tell|claim|conclude|deny|admit|know)"


class Pattern(NamedTuple):
    """For folded text, gated by words and pairs of words in small letters. `keep` rewrites the match (a template of
    `re`), or is empty where an editor has to think. The fault lies in the group `at` where the regex has one, else in
    the whole match."""

    name: str
    pattern: Gated
    message: str
    severity: str
    keep: str = ""


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns, the most telling first."""
    return tuple(Pattern(name, Gated(regex, *words.split("&")), *rest) for name, words, regex, *rest in _TABLE)


def _joined(firsts: str, seconds: str) -> str:
    """Each first word with each second one, for `Gated`."""
    return "|".join(f"{first} {second}" for first in firsts.split() for second in seconds.split())


# Name, what each match holds (one word before and one after “&”), pattern, message, severity, what to keep.
_TABLE = (
    ("circle", _joined("that because since as if", "it this that")
     + "&" + _joined("it this that", "is was are were would will seems may can"),
     rf"\b(?:[Ii]t|[Tt]his|[Tt]hat) {_BE}(?: \w+){{0,2}}? (?P<x>\w{{4,}})(?: \w+){{0,3}} (?:that|because|since|as|if)"
     rf" (?:it|this|that) {_BE}(?: (?:very|so|too|quite|also))? (?P=x)\b(?! in the past| before| then| once| earlier)",
     "the sentence goes round in a circle: “{x}” explains itself", "major", ""),
    ("circle", _joined("difficult hard impossible easy possible important necessary natural true certain clear", "to")
     + "&" + _joined("it this that they there", "is was are were would will seems may can"),
     rf"\b(?P<x>difficult|hard|impossible|easy|possible|important|necessary|natural|true|certain|clear) to {_SAYING}"
     rf" (?:that |whether )?(?:it|this|that|they|there) {_BE} (?:very |so |too )?(?P=x)\b",
     "the sentence goes round in a circle: “{x}” explains itself", "major", ""),
    ("circle", _joined(_MATTERS.replace("|", " "), "is was") + "&is the|was the|that the",
     rf"\b[Tt]he (?P<x>{_MATTERS}) (?:is|was) (?:that )?the (?P=x)\b(?! of)",
     "the sentence goes round in a circle: “{x}” explains itself", "major", ""),
    ("circle", _joined("it", "is was") + "&expected|said|believed|thought|considered|reported|estimated|planned|scheduled",
     r"\b[Ii]t (?P<y>is|was) (?P<x>expected|said|believed|thought|considered|reported|estimated|planned|scheduled) that"
     r" [^.;:\"“”]{3,90}? (?P<at>(?:is|are|was|were) (?P=x)) (?:to|as)\b",
     "“it {y} {x}” says it already", "minor", ""),
    ("echo", "refrain|refrains|refrained|refraining|decline|declines|declined|declining|avoid|avoids|avoided|avoiding|refuse"
     "|refuses|refused|refusing|stopped|stopping&saying|said",
     r"\b(?P<x>refrain|declin|avoid|refus|stopp)\w* (?:from |to )?(?P<y>\w+?)(?:ing|ed|s)?\b[^.\"]{0,60}"
     r" (?:saying|said)[^.\"]{0,12}\"[^.\"]{0,40}\b(?P=x)\w* (?:from |to )?(?P=y)\w*",
     "the report and the words reported say the same", "minor", ""),
    ("future", "going forward|the future|now on|hereafter&"
     + _joined("future", "plan plans outlook outlooks prospect prospects policy policies course direction directions"
     " development developments challenge challenges task tasks trend trends action actions"),
     r"\b(?P<x>[Ff]uture (?:plans?|outlooks?|prospects?|polic(?:y|ies)|course|directions?|developments?|challenges?"
     r"|tasks?|trends?|actions?))(?P<y>(?: (?!the\b|a\b)\w+){0,3}) (?:going forward|in the future|from now on|hereafter)\b",
     "“future” says it already", "minor", r"\g<x>\g<y>"),
    ("first", "first time",
     r"(?<![Aa]t )\bfirst (?P<x>(?!and\b|but\b|two\b|three\b|lady\b|minister\b)\w+(?: (?!and\b|but\b)\w+){0,2} to"
     r"(?: (?!and\b|but\b)\w+){1,8}) for the first time\b",
     "“first” says it already", "minor", r"first \g<x>"),
    ("back", _joined("return returns returned returning revert reverts reverted reverting retreat retreats retreated"
     " retreating", "back"),
     r"\b(?P<x>(?:return|revert|retreat)(?:s|ed|ing)?) back(?= to\b)", "“{x}” says “back” already", "minor", r"\g<x>"),
    ("again", _joined(" ".join(f"{verb}{end}" for verb in "repeat resume reopen restart reconfirm reelect".split()
     for end in ("", "d", "ed", "s", "ing")), "again"),
     r"\b(?P<x>(?:repeat|resume|reopen|restart|reconfirm|reelect)(?:e?d|s|ing)?) again\b(?! and again)",
     "“{x}” says “again” already", "minor", r"\g<x>"),
    ("about", _joined("about approximately roughly around", "about approximately roughly"),
     r"\b(?P<x>about|approximately|roughly|around) (?:about|approximately|roughly)(?= [\d$¥€£])",
     "two words for one “about”", "minor", r"\g<x>"),
    ("hour", "am in|a.m. in&the morning",
     r"(?P<x>\ba\.?m\.?) in the morning\b", "“a.m.” says it already", "minor", r"\g<x>"),
    ("hour", "pm in|p.m. in&the evening|the afternoon",
     r"(?P<x>\bp\.?m\.?) in the (?:evening|afternoon)\b", "“p.m.” says it already", "minor", r"\g<x>"),
    ("able", "be able&can be|could be",
     r"\b(?P<x>[Cc](?:an|ould)) be able to\b", "“{x}” says “be able to” already", "minor", r"\g<x>"),
    ("mutual", "mutually",
     r"\b(?:mutually (?P<x>\w+ each other)|(?P<y>each other) mutually)\b", "“each other” says it already", "minor", ""),
    ("reason", "is because|was because&the reason",
     r"\b[Tt]he reason(?: (?:why|that|for)\b[^.,;:\"]{0,80}?)? (?:is|was) (?P<at>because)\b",
     "“reason” and “because” say the same: write “that”", "info", ""),
)  # fmt: skip
