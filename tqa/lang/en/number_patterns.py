"""The regular expressions of `tqa.lang.en.numbers`: what stands for a number, and what may stand around it."""

from __future__ import annotations

import re
from functools import cache

from tqa.lang.en import numerals, units
from tqa.lang.en.closed import CARDINALS, TENS
from tqa.lang.en.numerals import DIGITS, words

SCALE = r"hundred|thousand|million|billion|trillion|quadrillion|dozen|lakh|crore"
PARTS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
TIMES = {
    "twice": 2, "thrice": 3, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "triple": 3, "tripled": 3,
    "triples": 3, "tripling": 3, "treble": 3, "trebled": 3, "quadruple": 4, "quadrupled": 4,
}  # fmt: skip

# The beginnings of everything the master pattern reads: it keeps the long alternation off most words.
_GATE = (
    r"(?=\.?\d|[$¥€£₩₽+#]|\(0|[A-Z.]{1,4}\$|https?:|www\.|[Ⅱ-Ⅻ]|[IVX]{2}|[A-Za-z]{1,12}+[-. ]{0,2}\d"
    r"|[Oo]ne|[Tt](?:w[oei]|hr|hir|hou|en|ri[lp]|reb)|[Ff](?:ou|ort|i[fvr])|[Ss](?:ix|ev|ec|core|ome few)"
    r"|[Ee](?:igh|lev|arly)|[Nn]in|[Hh](?:un|alf|alv)"
    r"|[Mm](?:ill|id|ajor)|[Bb]ill|[Qq]ua[rd]|[Dd]o[uz]|[Ll]a(?:te|st d)|[Zz]ero|[Pp]ast d|[Nn]ext d|[Cc]oming d"
    r"|[Aa]n? (?:[htfsedqcbyw]|mi[ln]|mon|nin))"
)


@cache
def master() -> re.Pattern[str]:
    """One alternation, the most specific reading of a place first; a numeral that starts a longer word is no number."""
    spelled = words()
    parts = "|".join(PARTS)
    ordinals = "|".join(sorted(numerals.ORDINALS, key=len, reverse=True))
    tens = "|".join(TENS)
    small = "|".join(CARDINALS[:10])
    plurals = "|".join(numerals.PLURALS)
    few = "|".join(sorted(numerals.FEW, key=len, reverse=True))
    return re.compile(
        rf"(?<![A-Za-z]){_GATE}(?:"
        r"(?P<code>https?://\S+|www\.\S+|(?!(?:JPY|USD|EUR|GBP|RMB|CNY|No|NO|Nos|Vol|FY)\d)[A-Za-z]{1,12}+\d[\w-]*"
        r"|(?!(?i:mid|pre|post)-)[A-Z][A-Za-z]{0,9}+-\d+[A-Za-z]?(?![\w,]*\d)"
        r"|\+\d[\d() -]{6,}\d|\(?\b0\d{1,4}\)?[ -]\d{1,4}-\d{3,4}\b|(?<![\d.,])\d+(?:-\d+){2,}(?!\d)"
        r"|(?<![\d.,])\d+(?:\.\d+){2,}(?!\d)"
        r"|(?<![\d.,])\d+(?:G|D|K|DK|LDK|P)(?![A-Za-z]))"
        r"|(?P<label>(?i:(?<![\w])#|no|nos|number|chapter|article|articles|section|vol|volume|page|pp?|line|room|route"
        r"|clause|paragraph|episode|part|figure"
        r"|fig|table|step|grade|level|track|question|lot|flight|gate|apartment|version|ver"
        r")\.?\s?(?P<ln>\d+(?:\.\d+)?)(?![\d,]*\d|\.\d|\s?(?:%|percent|million)))"
        r"|(?P<feet>(?P<ft1>\d)(?:['′]\s?(?P<in1>1[01]|\d)(?![\d.])(?:[\"″]|'')?|[ -]f(?:oo|ee)t[ -](?:and )?(?P<in2>1[01]|\d)"
        r"(?:[ -]in(?:ch(?:es)?)?(?![a-z])|[\"″](?!\w)|(?<=oot-\d)(?![\w-])|(?<=oot \d)(?=[,.)]|$))))"
        r"|(?P<half>(?i:(?:an? )?(?:half|quarter|three[- ]quarters)[ -](?:of )?an? (?P<hw>million|billion|trillion"
        r"|thousand|dozen|century|year|day|hour|decade|month|minute|week|percentage point|percent|point)"
        r"|(?:half[ -](?:a-)?"
        r"|(?:a )?quarter[- ])(?P<hw2>century|year|day|hour|dozen|decade|million))(?![a-z]))"
        r"|(?P<andhalf>(?i:(?:an?|one)[ -](?P<au>year|month|week|day|hour|decade|century|minute)[ -]and[ -]a[ -]half))"
        rf"|(?P<frac>(?i:(?:(?P<ft>{small})[ -](?P<fd>{parts})s?|(?P<fa>an?) (?P<fb>third|quarter|fifth|sixth"
        r"|seventh|eighth|ninth|tenth|hundredth)(?=,? (?:of|as|less|more|lower|higher|to|were|are|had|have|said)\b|[.;)]"
        r"|$))(?![a-z])(?! (?:finals?|time|place|quarter|anniversary|floor|year|day|grade|century|person|party))))"
        r"|(?P<slash>(?<![\d./])(?P<st>\d{1,2})/(?P<sd>[2-9]|1[0-9]|20|100)(?![\d/]))"
        rf"|(?P<outof>(?i:(?P<oa>\d{{1,3}}|{small}) (?:out of|in) (?:every )?(?P<ob>two|three|four|five|six|seven"
        r"|eight|nine|ten|100|10|5|4|3|20|(?<=one in )\d\d|(?<=one in every )\d\d|(?<=one out of )\d\d))(?![a-z])(?![\w,.]*\d|[- ](?i:years?|months?|days?|weeks?|hours?"
        r"|minutes?|hundred|thousand|million|percent)))"
        rf"|(?P<fold>(?i:(?P<fn>\d+(?:\.\d+)?|{small})[ -]?fold)(?![a-z]))"
        rf"|(?P<multiple>(?i:{'|'.join(TIMES)})(?![a-z-]))"
        r"|(?P<stop>(?i:third[- ]part(?:y|ies)|third[- ]person|second[- ](?:hand|thoughts?|nature)|first[- ](?:hand"
        r"|aid|lady|name|of all|and foremost)|(?<=at )first(?! glance)"
        r"|(?:first|second|third) base|(?:one|an?) second(?=[,.!?]| please|$)|third world|(?:seven|7)-eleven"
        r"|one another|double-edged|fifty-fifty))"
        r"|(?P<ages>(?i:(?:(?P<ag>early|mid|late)[- ])?(?:(?P<ad>[1-9]0)'?s|(?P<aw>twenties|thirties|forties|fifties"
        r"|sixties|seventies|eighties|nineties))(?![a-z])))"
        r"|(?P<span>(?i:(?:an?|one|past|last|next|coming) decade|(?:an?|one) century)(?![a-z-]))"
        r"|(?P<word>(?i:majority|half|halved|halving)(?![a-z-]))|(?P<roman>[Ⅱ-Ⅻ](?![A-Za-z])|(?=[IVX]{2,6}\b)X{0,2}(?:IX|IV"
        r"|V?I{0,3})(?<=[IVX])\b)"
        rf"|(?P<vague>(?i:(?:{few})(?: (?:{SCALE})s?)*|(?:{plurals})(?: of (?:{plurals}|thousand|million|billion))*)(?![a-z-]))"
        rf"|(?P<ordinal>(?<![\d.,])\d+(?:,\d{{3}})*(?:st|nd|rd|th)(?![A-Za-z])|(?i:(?:{tens})[ -](?:{ordinals})"
        rf"|{ordinals})(?![a-z]))"
        rf"|(?P<dozen>(?i:(?P<dn>an?|{small}|\d+)[ -](?:dozen|(?P<score>score(?= (?:of|and)\b))))(?![a-z]))"
        r"|(?P<rate>(?<![\w.,])\.\d{3}(?!\d))"
        r"|(?:(?P<cur>(?:U\.S\.|US|AU|CA|HK|NT|NZ|[ACS])?\$|[¥€£₩₽]|(?:JPY|USD|EUR|GBP|RMB"
        r"|CNY)(?=\s?\d))\s?)?(?<![\d.])"
        rf"(?:(?P<dig>{DIGITS})(?:[ -]?(?P<scale>(?i:{SCALE})s?)(?![a-z])|\s?(?P<abbr>mn|mln|bn|tn|trn"
        rf"|[mbkMBK])(?![A-Za-z0-9²³/]))?|(?P<spelled>(?i:{spelled})))"
        r")"
    )  # fmt: skip


@cache
def nth() -> re.Pattern[str]:
    """The end that makes an ordinal of a number spelled out: one hundred and twenty-fifth, two thousand six hundredth."""
    ordinals = "|".join(sorted(numerals.ORDINALS, key=len, reverse=True))
    tens = "|".join(word for word, value in numerals.SMALL.items() if value >= 20)
    return re.compile(rf"(?i:[ -](?:and )?(?:(?P<tens>{tens})[ -])?(?P<last>{ordinals})(?![a-z]|[ -]hand))")


@cache
def in_a_row() -> re.Pattern[str]:
    """What follows the ordinal of a run: the fifth straight loss, the 11th consecutive year."""
    return re.compile(r" (?:straight|consecutive|successive)(?: (?P<unit>year|month|week|day|quarter)\b)?")


@cache
def tail() -> re.Pattern[str]:
    """Unit and modifiers behind a numeral."""
    more = "more|above|higher|older|over|greater|longer|up|upward|upwards|later"
    less = "less|fewer|under|below|lower|younger|shorter"
    return re.compile(
        r"(?P<odd>-odd\b|-some\b|-plus\b|\+)?(?P<half> and a half| 1/2|-and-a-half)?"
        r"(?P<age>[ -]years?[ -](?:old|of age)s?|[ -]?y/o)?(?P<unit>(?:\s(?:Japanese|US|U\.S\.|additional|more"
        rf"|full|whole|consecutive|straight|Japanese))?(?:{units.pattern()}))?"
        r"(?P<half2> and a half)?"
        rf"(?:,? (?:or|and) (?P<ge>{more})(?! than)\b|,? (?:or|and) (?P<le>{less})(?! than)\b|(?P<about>,? or so\b"
        r"| or thereabouts\b))?"
    )


@cache
def left() -> re.Pattern[str]:
    """What stands before a number and makes it approximate or a limit; its groups name which."""
    return re.compile(
        r"(?i:\b(?P<under>nearly|almost|close to|just under|just below|just short of|a little (?:under|less than"
        r"|short of|below)|slightly (?:under|less than|below|fewer than)|a bit (?:under|less than)|not quite"
        r"|just shy of)"
        r"|\b(?P<over>just over|just above|just more than|a little (?:over|more than|above)|slightly (?:over"
        r"|more than|above)|a bit (?:over|more than))"
        r"|\b(?P<about>about|around|approximately|approx\.?|roughly|some|circa|an estimated|estimated(?: at)?|c\."
        r"|more or less)"
        r"|\b(?P<le>up to|at most|no more than|not more than|a maximum of|a max of|within|capped at"
        r"|(?:not|n['’]t|never|nor)(?: to)? (?:exceed|surpass)(?:s|ed|ing)?|not be (?:more|greater|higher|longer) than)"
        r"|\b(?P<ge>at least|no fewer than|no less than|not less than|not fewer than|a minimum of|a min of"
        r"|(?:not|n['’]t|never)(?: to)? (?:fall|drop|go) below|not be (?:less|fewer|lower|shorter) than)"
        r"|\b(?P<gt>more than|over|above|in excess of|greater than|higher than|upwards? of|exceed(?:s|ed|ing)?"
        r"|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops)"
        r"|\b(?P<lt>less than|fewer than|under|below|lower than|short of))\s(?:the |a total of )?\Z"
    )
