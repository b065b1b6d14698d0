"""Another name than the source's: one of its names has no counterpart, and a name stands here that it does not know.

Either alone says little. Names are sought by the lexicon, by every reading that their characters can have, by the sound
of katakana and by their letters; a word that any of these, or the text next door, accounts for is no stranger.

Bad: 渡辺さんの遺体が見つかった。 ⇒ ⟦Glitter⟧'s body was found.
Bad: 仙台に住む会社員です。 ⇒ They are office workers living in the ⟦Middle East⟧.
Good: 渡辺さんの遺体が見つかった。 ⇒ Watanabe's body was found.
Good: 渡辺さんは残念がった。 ⇒ He was sorry, said Kenta.
Good: 田中はその絵を大阪の店に預けた。 ⇒ He left the picture with Verden, a shop in Osaka.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="name-replaced",
    summary="a name that the source does not know, where one of its own is lost",
    severity="major",
    category="accuracy/mistranslation/name",
    needs="pair",
    yields_to=("unrelated", "untranslated", "name-forbidden", "name-mismatch", "term-missing", "country-mismatch"),
)
_FAR = 100  # segments before and after in which an antecedent is looked for


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    side = segment.target
    if segment.source is None or context.lang != "en" or not any(token.capital for token in side.tokens):
        return
    from tqa.lang.entities import lost
    from tqa.lang.strangers import strangers

    source = segment.source.string
    gone = lost(source, side.string)
    if not gone:
        return
    near = context.segments[max(segment.index - 1, 0) : segment.index + 2]
    around = "\n".join(other.source.string for other in near if other.source is not None)
    for run in strangers(source, around, side.string, gone):
        start, last = side.tokens[run.first].start, side.tokens[run.last]
        end = last.start + len(last.key)
        there = side.string[start:end]
        place = (start + end) / 2 / len(side.string)
        fitting = [name for name in gone if (name.kind == "initials") <= there.isupper()]
        name = min(fitting, key=lambda name: abs(name.start / len(source) - place), default=None)
        if name is None or (name.kind == "kanji" and _pronoun(segment)):
            continue
        if _accepted(segment, start, end, around) or _told_elsewhere(there, segment, context):
            continue
        gone.remove(name)
        wanted = f"{name.text} ({name.shown})" if name.shown and name.shown != name.text else name.text
        message = f"“{there}”: the source has no such name; its {wanted} stands nowhere here"
        yield Problem(segment, start, end, message, source=(name.start, name.end))


def _pronoun(segment: Segment) -> bool:
    """True if a pronoun may stand for a person whose name is lost."""
    return any(token.key in ("he", "she", "him", "her", "his", "hers") for token in segment.target.tokens)


def _told_elsewhere(there: str, segment: Segment, context: Context) -> bool:
    """True if the text names it farther away: a translator may put a name for a pronoun."""
    from tqa.lang.strangers import accounts_for

    low = max(segment.index - _FAR, 0)
    far = (one for one in context.segments[low : segment.index + _FAR] if abs(one.index - segment.index) > 1)
    words = there.lower().replace("-", " ").split()
    return any(accounts_for(one.source.string, word) for one in far if one.source is not None for word in words)


def _accepted(segment: Segment, start: int, end: int, around: str) -> bool:
    """True if the glossary has the words for something that the source says."""
    hits = [hit for hit in segment.target.hits if hit.start < end and start < hit.end and hit.role != "avoid"]
    return any(form in around for hit in hits for form in hit.term.ja)
