"""Small slips of grammar with a certain shape: a closed set of patterns, each with its correction.

Provenance: written down by hand from general knowledge of English grammar; a pattern is here only if nothing else
than the slip has its shape (tuned for silence: relative clauses and noun readings are excluded).
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from tqa.lang.gated import Gated

_PAST = {
    "went": "go", "came": "come", "took": "take", "gave": "give", "knew": "know", "became": "become", "got": "get",
    "made": "make", "said": "say", "told": "tell", "began": "begin", "wrote": "write", "spoke": "speak", "had": "have",
    "understood": "understand", "brought": "bring", "thought": "think", "kept": "keep", "held": "hold", "met": "meet",
    "heard": "hear", "lost": "lose", "fell": "fall", "grew": "grow", "chose": "choose", "broke": "break", "was": "be",
    "were": "be", "won": "win", "sold": "sell", "sent": "send", "built": "build", "paid": "pay", "stood": "stand",
}  # fmt: skip
_PARTICIPLES = {
    "went": "gone", "took": "taken", "gave": "given", "knew": "known", "wrote": "written", "began": "begun",
    "chose": "chosen", "spoke": "spoken", "ate": "eaten", "drove": "driven", "became": "become", "swam": "swum",
    "sang": "sung", "drank": "drunk", "flew": "flown", "threw": "thrown", "stole": "stolen", "wore": "worn",
}  # fmt: skip
_MASS = (
    "advice furniture information equipment luggage baggage homework knowledge software hardware feedback underwear"
    " clothing footwear garbage jewelry poetry slang aircraft spacecraft offspring deer"
).split()
_MADE = (
    "become make get do have take keep find win build develop obtain capture overthrow persuade establish achieve"
).split()
_COMPARATIVES = (
    "better worse easier harder larger smaller bigger higher older younger stronger weaker faster slower cheaper deeper"
    " wider longer shorter richer poorer simpler warmer colder safer happier"
).split()
_SUPERLATIVES = (
    "best worst easiest largest smallest biggest highest lowest oldest youngest strongest greatest earliest nearest"
    " finest simplest"
).split()
_EMPHASIZE = "emphasise emphasised emphasises emphasising emphasize emphasized emphasizes emphasizing"
_DISCUSS = "discusses discussed discussing mentioned mentioning describe describes describing"
_RESEMBLE = "resemble resembles resembled resembling visited obey obeys obeyed obeying"
_MODALS = "would could should might can may must"
_VERBS = "is are was were has have would could should did"
# A regular past form; what ends so in its base form is none: need, exceed, embed, shed.
_REGULAR = r"(?P<v>(?!\w*eed\b|(?:[ei]m)?bed\b|shr?ed\b|sled\b|(?:re)?wed\b|red\b)[a-z]{2,}ed)"
_TWICE = r"have has|has have|is are|are is|was were|were was|is was|was is|are were|were are"
_ABOUT = r"(?! (?:\d|a (?:hundred|thousand|dozen)|half|one|two|three|four|five|six|ten|twenty|thirty|fifty))"


class Slip(NamedTuple):
    """`pattern` is gated by words, and pairs of words, in small letters. `fix` is a template of `re`, or a table from
    the group `w` to its right form, or None."""

    pattern: Gated
    message: str
    fix: str | dict[str, str] | None


@cache
def slips() -> tuple[Slip, ...]:
    """All patterns; where two fit one place, the first counts."""
    rows = (*_words(), *_agreement())
    return tuple(Slip(Gated(regex, *words.split("&")), message, fix) for regex, words, message, fix in rows)


def _any(words: object) -> str:
    return "|".join(words)  # type: ignore[arg-type]


def _pairs(firsts: str, seconds: Iterable[str]) -> str:
    """Each second word after each of the first ones, for `Gated`."""
    return "|".join(f"{first} {second}" for first in firsts.split() for second in seconds)


_Row = tuple[str, str, str, str | dict[str, str] | None]  # pattern, what each match holds, message, correction


def _words() -> list[_Row]:
    """Words that do not go together."""
    plurals = {f"{word[:-1]}ies" if word.endswith("ry") else f"{word}s": word for word in _MASS}
    many = r"(?<!these )(?<!those )(?<!many )(?<!several )(?<!few )(?<!two )"
    return [
        (rf"\b{many}(?P<w>{_any(plurals)})\b", _any(plurals), "“{w}” has no plural", plurals),
        (rf"\b(?P<w>{_any(plurals)})\b", _any(plurals), "“{w}” has no plural", None),
        (r"(?<!or )(?<!many )(?<!few )(?<!some )(?<!any )(?<!no )(?<!\d )(?<!two )(?<!three )(?<!and )\b(?:more|More) "
         r"(?P<w>" + _any(_COMPARATIVES) + r")\b(?! and more)",
         _pairs("more", _COMPARATIVES), "“{w}” says “more” already", r"\g<w>"),
        (r"\bmost (?P<w>" + _any(_SUPERLATIVES) + r")\b",
         _pairs("most", _SUPERLATIVES), "“{w}” says “most” already", r"\g<w>"),
        (r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!been )(?<!being )(?<!more )\b(?P<w>[Ee]mphasi[sz](?:e[sd]?|ing)) on\b",
         _pairs(_EMPHASIZE, ["on"]), "“{w}” takes no “on”", r"\g<w>"),
        (rf"(?<! I )(?<! he )(?<! she )(?<! they )(?<! we )(?<! you )\b(?P<w>[Dd]iscuss(?:es|ed|ing)|[Mm]ention(?:ed|ing)"
         rf"|[Dd]escrib(?:e|es|ing)) about\b{_ABOUT}",
         _pairs(_DISCUSS, ["about"]), "“{w}” takes no “about”", r"\g<w>"),
        (rf"(?:(?<=to )|(?<=not )|(?<=n't )|(?<=will )|(?<=can )|(?<=it ))(?P<w>discuss|mentions?) about\b{_ABOUT}",
         "discuss about|mention about|mentions about", "“{w}” takes no “about”", r"\g<w>"),
        (r"\b(?P<w>resembl(?:e|es|ed|ing)|visited|obey(?:s|ed|ing)?) to\b",
         _pairs(_RESEMBLE, ["to"]), "“{w}” takes no “to”", r"\g<w>"),
        (r"\b(?P<w>[Dd]espite) of\b", "despite of", "“{w}” takes no “of”", r"\g<w>"),
        (r"\b(?P<w>(?:get|gets|got|getting) married) with\b(?! (?:a |two |three )?(?:child|kid))",
         "married with", "“married to”", r"\g<w> to"),
        (r"\b(?P<w>superior|inferior) than\b", "superior than|inferior than", "“{w} to”", r"\g<w> to"),
        (r"\b(?P<w>(?:is|are|was|were|be|been|being|also|often|commonly|generally|sometimes|usually) called) as\b"
         r"(?! (?:(?:an? )?(?:witness|expert|substitute)|soon|early|late|far|many|much|often|follows)\b)",
         "called as", "“called” takes no “as”", r"\g<w>"),
        (r"(?<!the )(?<!a )\b(?P<w>[Gg]raduated) (?=the [a-z]* ?(?:university|college|school|academy|course|department)\b"
         r"|(?:the )?(?:[A-Z][\w-]+ ){1,4}(?:University|College|School|Academy|Institute)\b)",
         "graduated", "“graduated from”", r"\g<w> from "),
        (r"\b(?P<w>consist(?:s|ed|ing)?) (?:from|with)\b",
         _pairs("consist consists consisted consisting", ["from", "with"]), "“{w} of”", r"\g<w> of"),
        (r"\b(?P<w>[Nn]o)(?=\. ?\d+ ?(?:[-–]|and|to|&) ?\d+\b(?![-–/.]\d))(?!\. ?\d+ ?and \d+ [a-z]+s\b)", "no", "several numbers: “Nos.”", r"\g<w>s"),
        (r"\b(?P<w>capable) to (?P<v>[a-z]+)\b", "capable to", "“capable of” and -ing", None),
        (r"\b(?P<w>depend(?:s|ed|ing)?) of\b",
         "depend of|depends of|depended of|depending of", "“{w} on”", r"\g<w> on"),
        (rf"\b(?P<w>succeed(?:s|ed)?) to (?:{_any(_MADE)})\b(?! of)",
         "succeed to|succeeds to|succeeded to", "“{w} in” and -ing", None),
        (r"\b(?P<w>avoid(?:s|ed)?|enjoy(?:s|ed)?) to (?!the|a|an|his|her|this|that|which|some\b)[a-z]+\b(?! (?:and|of)\b)",
         _pairs("avoid avoids avoided enjoy enjoys enjoyed", ["to"]), "“{w}” takes -ing", None),
        (r"\b(?P<w>(?:do|does|did)(?:n['’]t| not)) (?P<v>" + _any(_PAST) + r")\b",
         _pairs("not don't doesn't didn't", _PAST), "“{w}” and a past form", _PAST),
        (r"\b(?P<w>has|have) (?P<v>" + _any(_PARTICIPLES) + r")\b",
         _pairs("has have", _PARTICIPLES), "“{w} {v}”: the past participle is meant", _PARTICIPLES),
        (r"\b(?P<w>would|could|should|might|can|may|must)(?: not)? been\b",
         _pairs(f"not {_MODALS}", ["been"]), "“{w}” needs “have been” or “be”", None),
        (r"\b(?P<w>would|could|should|might|cannot|can't|couldn't|wouldn't|shouldn't)(?: not)? (?P<v>became|went|took|gave|knew|wrote|began|came)\b",
         _pairs(f"not cannot can't couldn't wouldn't shouldn't {_MODALS}", _PAST)
         + "&" + _pairs(_MODALS, ["not", *_PAST]) + "|cannot|can't|couldn't|wouldn't|shouldn't",
         "“{w}” and a past form", _PAST),
        (rf"\b(?P<w>(?:do|does|did)(?:n['’]t| not)|(?:would|could|should)(?:n['’]t| not)?|can['’]t|cannot) {_REGULAR}\b",
         "do not|does not|did not|would|could|should|cannot|can't|don't|doesn't|didn't|wouldn't|couldn't|shouldn't",
         "“{w}” and a past form", None),
    ]  # fmt: skip


def _agreement() -> list[_Row]:
    """Number, determiners, and what frames a phrase."""
    return [
        (r"\b(?P<w>an?) (?:the|this|these|those|his|their|its|our|my|your)\b(?!['’-])",
         _pairs("a an", "the this these those his their its our my your".split()), "two determiners in a row", None),
        (r"\bthe (?P<w>a|this|these|those|his|their|our|your)\b(?! (?:and|or|un|cappella|priori|posteriori|la)\b)(?!['’.,)-])",
         _pairs("the", "a this these those his their our your".split()), "two determiners in a row", None),
        (r"\b[Tt]here (?:is|was) (?P<w>many|several|various|numerous|these|those)\b(?! a\b)",
         _pairs("is was", "many several various numerous these those".split()) + "&there is|there was",
         "“there” with a singular verb before “{w}”", None),
        (r"\b(?P<x>[Bb]etween (?:\d[\d,.]*|[A-Z][a-z]+ \d{1,2})(?: (?:years|percent|yen|a\.m\.|p\.m\.))?) to(?= (?:\d|[A-Z][a-z]+ \d))",
         "between", "“between … and”", r"\g<x> and"),
        (r"(?<![Ii]f )\b[Tt]he number of (?!those)(?:(?!who|that|which|whose)[a-z]+ ){1,2}(?P<w>were|are|have)\b(?! (?:that|who|which)\b)",
         "the number&were|are|have", "“the number” is one", {"were": "was", "are": "is", "have": "has"}),
        (r"(?:(?<=^)|(?<=[.!?] ))(?:(?:They|We) (?P<w>is|was|has)|(?:He|She|It) (?P<v>are|have))\b",
         _pairs("they we", ("is", "was", "has")) + "|" + _pairs("he she it", ("are", "have")),
         "subject and verb do not agree", None),
        (r"(?:(?<=^)|(?<=[,;] )|(?<=[.!?] ))(?P<w>[Ii]ts|[Oo]ur|[Tt]heir|[Mm]y|[Yy]our) (?:is|are|was|were|has|have|would|could|should|did)\b(?![-’'])",
         _pairs("its our their my your", _VERBS.split()), "“{w}” is no subject", None),
        (r"(?:(?<=^)|(?<=[.!?] ))(?P<w>Them|Him|Us) (?:are|were|was|has|have|had|will|would|could|[a-z]{3,}ed)\b",
         "them|him|us", "“{w}” is no subject", None),
        (r"(?<!they )(?<!we )\b(?P<w>[Tt]hemself|[Oo]urself) (?:are|were|was|has|have|had|will|would|could)\b",
         "themself|ourself",
         "“{w}” is no subject", None),
        # "What they have has grown" is grammar: only after a comma or the subject itself
        (rf"(?:(?<=, )|(?<=^It )|(?<=^He )|(?<=^She )|(?<=^They ))(?P<w>{_TWICE})\b(?! it\b)", _TWICE,
         "“{w}”: two verbs for one", None),
        (r"\b[Nn]either (?P<v>\w+) or (?P<w>\w+)\b", "neither&or", "“neither … nor”", None),
    ]  # fmt: skip
