"""Another name than the source's: one of its names has no counterpart, and a name stands here that it does not know.

Either alone says little. Names are sought by the lexicon, by every reading that their characters can have, by the sound
of katakana and by their letters; a word that any of these, or the text next door, accounts for is no stranger. For
well-known places and surnames that is asked strictly: Akita stands for 秋田 and for nothing else.

Bad: 渡辺さんの遺体が見つかった。 ⇒ ⟦Glitter⟧'s body was found.
Bad: 仙台に住む会社員です。 ⇒ They are office workers living in the ⟦Middle East⟧.
Bad: 岩手県で雪が降った。 ⇒ Snow fell in ⟦Akita⟧ Prefecture.
Bad: 大阪府は反対した。 ⇒ ⟦Osaka City⟧ was against it.
Good: 渡辺さんの遺体が見つかった。 ⇒ Watanabe's body was found.
Good: 渡辺さんは残念がった。 ⇒ He was sorry, said Kenta.
Good: 田中はその絵を大阪の店に預けた。 ⇒ He left the picture with Verden, a shop in Osaka.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

if TYPE_CHECKING:
    from tqa.lang.names.seas import Exchange
    from tqa.lang.names.swapped import Level

RULE = Rule(
    id="name-replaced",
    summary="a name that the source does not know, where one of its own is lost",
    severity="major",
    category="accuracy/mistranslation/name",
    needs="pair",
    fix="unsafe",
    yields_to=("unrelated", "untranslated", "name-forbidden", "name-mismatch", "term-missing", "country-mismatch"),
)
_FAR = 100  # segments before and after in which an antecedent is looked for


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    side = segment.target
    if segment.source is None or context.lang != "en" or not any(token.capital for token in side.tokens):
        return
    around = context.sources_near(segment)
    told = [0]
    for problem in (*_well_known(segment, context, around), *_others(segment, context, around)):
        if problem.start >= told[-1]:
            told.append(problem.end)
            yield problem


def _well_known(segment: Segment, context: Context, around: str) -> Iterator[Problem]:
    """Places and surnames that everybody knows, in place of others."""
    from tqa.lang.names.seas import exchanged
    from tqa.lang.names.swapped import levels, swaps

    source, side = segment.source.string if segment.source else "", segment.target
    beside = "\n".join(other.target.string for other in context.near(segment))
    for swap in swaps(source, around, side.string, beside):
        token = side.tokens[swap.at]
        start, end = token.start, token.start + len(token.key)
        if not (_accepted(segment, start, end, around) or _named_elsewhere(token.key, segment, context)):
            yield _problem(segment, start, end, source[swap.start : swap.end], swap.shown, (swap.start, swap.end))

    kinds: list[Level | Exchange] = [
        *levels(source, around, side.string),
        *exchanged(source, around, side.string, beside),
    ]
    for one in kinds:
        there, name = side.string[one.start : one.end], source[one.at : one.upto]
        message = f"“{there}”: {name} is {one.wanted}"
        yield Problem(segment, one.start, one.end, message, one.wanted, source=(one.at, one.upto))


def _problem(segment: Segment, start: int, end: int, name: str, shown: str, source: tuple[int, int]) -> Problem:
    wanted = f"{name} ({shown})" if shown and shown != name else name
    there = segment.target.string[start:end]
    message = f"“{there}”: the source has no such name; its {wanted} stands nowhere here"
    return Problem(segment, start, end, message, source=source)


def _others(segment: Segment, context: Context, around: str) -> Iterator[Problem]:
    from tqa.lang.names.entities import lost
    from tqa.lang.names.strangers import strangers
    from tqa.lang.names.swapped import classed
    from tqa.lang.world.east_asia import where

    side, source = segment.target, segment.source.string if segment.source else ""
    gone = lost(source, side.string)
    if not gone:
        return
    for run in strangers(source, around, side.string, gone):
        start, last = side.tokens[run.first].start, side.tokens[run.last]
        end = last.start + len(last.key)
        there = side.string[start:end]
        place = (start + end) / 2 / len(side.string)
        fitting = [name for name in gone if (name.kind == "initials") <= there.isupper()]
        name = min(fitting, key=lambda name: abs(name.start / len(source) - place), default=None)
        if name is None or (name.kind == "kanji" and (_pronoun(segment, start, there) or _known(there))):
            continue
        both = classed(source, name.end, side.string, end)  # 富山湾, Suruga Bay
        if name.kind == "kanji" and not both and not _alike(name.text, there):
            continue
        if name.kind == "kanji" and not both and where(source):  # a name of theirs, in their reading
            continue
        if _lies_in(name.text, there) or _plural(segment, start, there):
            continue
        if _accepted(segment, start, end, around) or _told_elsewhere(there, segment, context):
            continue
        gone.remove(name)
        yield _problem(segment, start, end, name.text, name.shown, (name.start, name.end))


def _known(there: str) -> bool:
    """True for well-known names, of which all has been said."""
    from tqa.lang.world.well_known import places, surname

    return any(places(word) or surname(word) for word in there.lower().split())


def _plural(segment: Segment, start: int, there: str) -> bool:
    """True for people of a kind, who have a capital only because the sentence begins: Detractors say."""
    from tqa.lang.en.forms import singular
    from tqa.lang.en.words import words

    base = singular(there.lower())
    opens = segment.target.sentence_at(start)[0] == start
    return opens and base != there.lower() and words().knows(base)


def _alike(name: str, there: str) -> bool:
    """True for what cannot be Japanese, and for what looks like a name, Hideyoshi for 秀信; any other name may be the same
    person's, or rank."""
    from tqa.lang.distance import distance
    from tqa.lang.en.names import is_romaji
    from tqa.lang.world.well_known import readings

    words = there.lower().split()
    if there.isupper() or not all(is_romaji(word) for word in words):
        return True
    pairs = [(one, other) for one in words for other in readings(name)]
    return any(one[:3] == other[:3] or distance(one, other) * 2 < max(len(one), len(other)) for one, other in pairs)


def _lies_in(name: str, there: str) -> bool:
    """True if words name the country of a place: Switzerland for ジュネーブ."""
    from tqa.lang.world.countries import in_english
    from tqa.lang.world.well_known import place

    one = place(name)
    return one is not None and any(one.around in country.ja for *_, meant in in_english(there) for country in meant)


def _pronoun(segment: Segment, start: int, there: str) -> bool:
    """True if a pronoun may stand for a person whose name is lost; after a foreign name it stands for that."""
    from tqa.lang.en.names import is_romaji

    japanese = all(is_romaji(word) for word in there.lower().split())
    pronouns = [token for token in segment.target.tokens if token.key in ("he", "she", "him", "her", "his", "hers")]
    return any(japanese or token.start < start for token in pronouns)


def _named_elsewhere(word: str, segment: Segment, context: Context) -> bool:
    """True if a well-known name stands farther away in the source."""
    from tqa.lang.world.well_known import accounted

    return any(accounted(word, one.source.string, signs=False) for one in _far(segment, context) if one.source)


def _far(segment: Segment, context: Context) -> Iterator[Segment]:
    return (one for one in context.near(segment, _FAR) if abs(one.index - segment.index) > 1)


def _told_elsewhere(there: str, segment: Segment, context: Context) -> bool:
    """True if the text names it farther away: a translator may put a name for a pronoun."""
    from tqa.lang.names.strangers import accounts_for

    far = _far(segment, context)
    words = there.lower().replace("-", " ").split()
    return any(accounts_for(one.source.string, word) for one in far if one.source is not None for word in words)


def _accepted(segment: Segment, start: int, end: int, around: str) -> bool:
    """True if the glossary has the words for something that the source says."""
    hits = [hit for hit in segment.target.hits if hit.start < end and start < hit.end and hit.role != "avoid"]
    return any(form in around for hit in hits for form in hit.term.ja)
