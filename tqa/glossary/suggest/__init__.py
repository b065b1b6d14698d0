"""A draft of a glossary from texts: terms with their renderings, the evidence beside each as a comment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tqa.glossary.dump import Draft, places
from tqa.glossary.suggest.alone import Phrase
from tqa.glossary.suggest.pairs import Found, Rendering, Row
from tqa.model import Term

SURE = 0.6  # a rendering below is a guess, and said to be one
DRIFT = 0.7  # another rendering is drift if it is this sure
ONCE = 0.8  # what stands once must be this sure


def suggest(rows: Sequence[Row], known: frozenset[str] = frozenset()) -> list[Draft]:
    """Entries to edit, the best-founded first; what is known is left out.

    Args:
        rows: segments in order; those without a source say only which English phrases recur.
        known: forms of the glossary as `forms` gives them.
    """
    from tqa.glossary.suggest import alone, pairs

    paired = [row for row in rows if row.source and row.target]
    single = [row for row in rows if not row.source and row.target]
    drafts = [_pair(one, paired) for one in pairs.find(paired) if one.form not in known and _worth_saying(one)]
    told = known | {form.casefold() for draft in drafts for form in draft.node["en"]}
    phrases = (one for one in alone.find(single) if one.form.casefold() not in told and not _country(one.form))
    return drafts + [_phrase(one, single) for one in phrases]


def forms(terms: Iterable[Term]) -> frozenset[str]:
    """What a glossary knows: every form of its entries, English ones in lower case."""
    found: set[str] = set()
    for term in terms:
        found.update(term.ja, (form.casefold() for form in term.en))
        found.update(form.casefold() for _, form in (*term.short, *term.first))
        found.update(form.casefold() for form in term.family if form)
        found.update(row.form.casefold() for row in term.avoid)
    return frozenset(found)


def _worth_saying(one: Found) -> bool:
    """Whether there is something to decide: not in the name of a country, nor in a loan that went home (ホテル: hotel)."""
    best = one.renderings[0]
    if _country(one.form) or (len(one.parts) == 1 and one.parts[0].origin == best.form):
        return False
    if len(best.rows) > 1:
        return best.sure >= 0.4
    return best.sure >= ONCE and not (one.kind == "katakana" and best.form[:1].islower())


def _country(form: str) -> bool:
    """Whether a form is the name of a country or of its people, which needs no entry."""
    from tqa.lang.world.countries import in_english, in_japanese

    spans = [place[:2] for place in (in_english(form) if form.isascii() else in_japanese(form))]
    return (0, len(form)) in spans


def _pair(one: Found, rows: Sequence[Row]) -> Draft:
    """The entry of a source term, with the evidence."""
    best, *others = one.renderings
    others = [other for other in others if other.sure >= DRIFT and _drifted(best, other)]
    comments = [f"{_times(len(one.rows))}: {_places(one.rows, rows)}"]
    if best.sure < SURE:
        comments[0] += "; a guess"
    if others:
        listed = [_count(way.form, way.rows, rows) for way in (best, *others)]
        comments.append(f"rendered in {len(listed)} ways: {', '.join(listed)}")
    node: dict[str, Any] = {"ja": [one.form], "en": [best.form]}
    person = _person(one, best)
    return Draft("person" if person else "term", node | person, comments=tuple(comments))


def _drifted(best: Rendering, other: Rendering) -> bool:
    """Whether another form is another rendering; one that stands once and shares no word may be chance."""
    one, two = _stems(best.form), _stems(other.form)
    return (len(other.rows) > 1 or bool(one & two)) and _differ(best.form, other.form)


def _differ(one: str, other: str) -> bool:
    """True unless one form only says less, or says it in another part of speech.

    >>> _differ("Ueda Ward", "Wards of Ueda"), _differ("Japan", "Japanese"), _differ("Ueda Ward", "Ueda District")
    (False, False, True)
    """
    first, second = _stems(one), _stems(other)
    return not (first <= second or second <= first)


def _stems(form: str) -> set[str]:
    """How the content words of a form begin."""
    from tqa.lang.en.phrases import is_content
    from tqa.lang.en.stems import key
    from tqa.lang.en.tokens import tokens

    return {key(word.key)[:5] for word in tokens(form) if is_content(word.key)}


def _person(one: Found, best: Rendering) -> dict[str, Any]:
    """What makes the entry a person's: both names in both languages, known by the sound of the family name."""
    from tqa.lang.ja import romaji

    english = best.form.split()
    if [part.detail for part in one.parts] != ["surname", "given"] or len(english) != 2 or not one.parts[0].reading:
        return {}
    sound = romaji.fold(romaji.hepburn(one.parts[0].reading))
    heard = [romaji.fold(word) == sound for word in english]
    if heard.count(True) != 1:
        return {}
    family = {"family": {"ja": one.parts[0].surface, "en": english[heard.index(True)]}}
    return {**family, "order": "family-given"} if heard[0] else family


def _phrase(one: Phrase, rows: Sequence[Row]) -> Draft:
    """The entry of an English phrase without source."""
    total = len(one.rows) + sum(len(other.rows) for other in one.variants)
    comments = [f"{_times(total)}: {_places(one.rows, rows)}"]
    if one.variants:
        written = [_count(form, found, rows) for form, found, _ in (one, *one.variants)]
        comments.append(f"written in {len(written)} ways: {', '.join(written)}")
    return Draft("term", {"en": [one.form]}, comments=tuple(comments))


def _count(form: str, found: Sequence[int], rows: Sequence[Row]) -> str:
    return f"“{form}” ({_times(len(found))}: {_places(found, rows)})"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _places(found: Sequence[int], rows: Sequence[Row]) -> str:
    """Where rows lie: in one file the lines, else files and lines."""
    listed = list(dict.fromkeys((rows[number].path, rows[number].line) for number in found))
    if rows[0].path == rows[-1].path:
        return f"line{'s' * (len(listed) > 1)} " + places([("", line) for _, line in listed])
    return places(listed)
