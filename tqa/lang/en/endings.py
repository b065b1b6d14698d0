"""How an English sentence may end: words that cannot be its last, and marks that close it.

Provenance: closed word classes of English, written down by hand. Prepositions that a relative clause, a passive or
a phrasal verb may leave at the end ("the house he lived in", "was talked about", "put it on") are not among them.
"""

from __future__ import annotations

from collections.abc import Sequence

from tqa.lang.en.closed import AUXILIARIES
from tqa.lang.en.sentences import LETTERED

# Words that need another word after them, whatever comes before.
NEVER_LAST = frozenset(
    (
        "the a an and or nor than whether whose their my your our very every during although unless despite "
        "towards toward among via is was are were has have had be been will would as which that who of with from "
        "for at by into to against between on"
    ).split()
)
_ALWAYS = frozenset(("the and or nor than whose their my your our every unless toward towards among").split())
_STRANDED = frozenset(["of", "with", "from", "for", "at", "into", "against", "between", "on"])
_BEFORE_ARTICLE = frozenset(
    ["is", "was", "as", "with", "for", "of", "by", "at", "from", "and", "has", "have", "become", "became", "not"]
)
# Nouns of which a clause with that says the content: "the fact that …".
_CONTENT = frozenset(
    "fact impression idea belief opinion notion view possibility hope claim condition feeling".split()
)
_RELATIVE = frozenset(
    (
        "what which who whom whose that where how why when whatever than as to i he she they we you it put puts "
        "turn turned switch switched try tried keep kept leave left get got hold held pull pulled carry carried is "
        "are was were be been being go goes went move moved later early so worth no nothing everything something "
        "have has had with"
    ).split()
)


_PASSIVE = frozenset(["is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "with"])
_FINITE = AUXILIARIES | {"said", "says"}


def finite(words: Sequence[str]) -> bool:
    """True if an auxiliary shows that lower-case words are a clause, not a caption or a slogan."""
    return not _FINITE.isdisjoint(words)


def always_goes_on(word: str) -> bool:
    """True for a lower-case word that needs another one after it, even where a line is no whole sentence."""
    return word in _ALWAYS


def hangs(words: Sequence[str], stopped: bool) -> bool:
    """True if a sentence of these lower-case words cannot end where it ends. `stopped`: a period follows.

    >>> hangs("the museum shows its past and".split(), True), hangs("the house he lived in".split(), True)
    (True, False)
    >>> hangs("the court will rule on the case on".split(), True), hangs("he put the coat on".split(), True)
    (True, False)
    """
    if len(words) < 5:
        return False
    last, before = words[-1], words[-2]
    if last in _ALWAYS or (last == "that" and before in _CONTENT and words[-3] in ("the", "an")):
        return True
    if last in ("a", "an"):  # "class a", "bean-jam an"
        return before in _BEFORE_ARTICLE or (
            not stopped and before not in LETTERED
        )
    if last in _STRANDED and words[-3] in ("the", "a", "an", "its", "his", "their", "this"):
        # A passive may strand its preposition ("was made a fool of"), but not after another one ("by a team of").
        leaves = _RELATIVE - _PASSIVE if words[-4] in ("by", "in", "with", "from", "for", "at") else _RELATIVE
        return leaves.isdisjoint(words[:-1]) and (last != "on" or "on" in words[:-1])
    return not stopped and last in NEVER_LAST and _RELATIVE.isdisjoint(words[:-1])


_MARKS = ".!?…:;。！？—–~♪♡♥★☆^)]}>*/\\|"
_SMILEYS = (":D", ":P", ":p", ":(", ";D", ";P", ";p", ";(", ":-D", ":-P", ":-p", ":-(", ";-D", ";-P", ";-p", ";-(")


def closed(sentence: str) -> bool:
    """True if a text ends on a mark (or a smiley, a bracket, a symbol).

    >>> closed("It ended.”"), closed("It ended"), closed("It ended (so)")
    (True, False, True)
    """
    end = sentence.rstrip()
    inside = end.rstrip("\"'”’»")
    if inside and (inside[-1] in _MARKS or inside.endswith(_SMILEYS)):
        return True
    return not (sentence.rstrip("\"'”’").rstrip()[-1:].isalpha() or end.endswith(","))
