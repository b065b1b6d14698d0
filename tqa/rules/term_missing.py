"""A term of the source whose rendering is not in the translation.

The glossary says what a term is called in English; where the source has the term and the translation nothing of the
kind, not here, not in the sentence next door, and not as a short second mention, the reader meets another thing under
another name. A post is no loss where the name of one who holds it stands. Ordinary words of very large glossaries,
which are dictionaries, are only reported where something like their rendering stands.

Bad: 北方領土の返還 ⇒ the return of the ⟦northern islands⟧
Bad: 北方領土の返還 ⇒ the return of the ⟦Northern Territory⟧
Good: 北方領土の返還 ⇒ the Northern Territories’ return
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.lang.en.names import is_romaji
from tqa.lang.en.nearest import ALIKE, Near, beside, nearest
from tqa.lang.en.renderings import Words, glosses, shortened
from tqa.lang.world.bodies import institution
from tqa.model import Hit, Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._attested import attested, contradicted, outvoted, spread
from tqa.rules._rendering import (
    Found,
    mentioned,
    name_of,
    other_term,
    owned_abroad,
    part_of_name,
    rendered,
    short_word,
    words,
)
from tqa.rules._rivals import rivals

RULE = Rule(
    id="term-missing",
    summary="a term of the source whose rendering is not in the translation",
    severity="minor",
    category="terminology/wrong-term",
    needs="pair",
    fix="unsafe",
    yields_to=("term-forbidden",),
)
_GLOSS = 0.85  # what a meaning in brackets counts beside a name
_SURE = 0.75
_SLIP = 0.7
_DICTIONARY = 5000  # entries: a glossary of more is a dictionary


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if context.lang != "en" or not segment.confident:
        return
    found = rendered(segment, context)
    told: list[Near] = []  # the same words cannot stand for two terms
    swapped: set[str] = set()
    for item, rival in rivals(found, segment, context):
        if not _silent(item.hit, segment, context):
            told.append(Near(1.0, rival.start, rival.end))
            swapped.add(item.hit.term.id)
            yield _swapped(segment, item.hit, rival)
    if all(item.how in ("written", "near") for item in found):
        return
    standing = {(item.hit.start, item.hit.end) for item in found if item.how in ("written", "near")}
    standing |= {(item.hit.start, item.hit.end) for item in found if _parent(item.hit, found)}
    done = swapped
    placed: list[tuple[Near, Found]] = []
    for item in found:
        hit = item.hit
        if item.how in ("written", "near") or (hit.start, hit.end) in standing or hit.term.id in done:
            continue
        if not _silent(hit, segment, context):
            done.add(hit.term.id)
            place = Near(1.0, item.start, item.end) if item.how else _place(hit, segment, found, context)
            if place is not None and _worth_saying(hit, place, bool(item.how), segment, context):
                whole = other_term(place.start, place.end, hit.term, segment) if place.score else None
                placed.append((place._replace(start=whole.start, end=whole.end) if whole else place, item))
    if sum(place.score == 0 for place, _ in placed) > 1:  # a free rendering, or not the rendering of this
        placed = [(place, item) for place, item in placed if place.score]
    for place, item in sorted(placed, key=lambda pair: -pair[0].score):
        if not any(place.start < other.end and other.start < place.end for other in told):
            told.append(place)
            yield _problem(segment, item, place)


def _parent(hit: Hit, found: Sequence[Found]) -> bool:
    """True for 総務省 in 総務省消防庁: a body whose part is named after it, and which goes without saying."""
    inner = (item.hit for item in found if item.how and item.hit.start == hit.end)
    return institution(hit.form) and any(institution(other.form) for other in inner)


def _swapped(segment: Segment, hit: Hit, rival: Hit) -> Problem:
    """What is to be said of a body that stands for another one."""
    there = segment.target.string[rival.start : rival.end]
    wanted = glossless(hit.term.en[0])
    message = f"{hit.form} is “{wanted}”; “{there}” is {rival.term.ja[0]}"
    at = (hit.start, hit.end)
    return Problem(segment, rival.start, rival.end, message, wanted, source=at, entry=hit.term, severity="major")


def _silent(hit: Hit, segment: Segment, context: Context) -> bool:
    """Whether a term that is not rendered is no fault, or not this rule's."""
    term = hit.term
    if term.kind != "term" or not context.speaks(segment, term.only, term.unless):
        return True
    if any(post for other in segment.target.hits for post in other.term.posts if hit.form in post.ja):
        return True  # Kim for 総書記
    avoided = any(other.term.id == term.id and other.role == "avoid" for other in segment.target.hits)
    if avoided or owned_abroad(hit, segment) or part_of_name(hit, segment) or short_word(hit, segment):
        return True
    return mentioned(term, segment, context)


def _worth_saying(hit: Hit, place: Near, joined: bool, segment: Segment, context: Context) -> bool:
    """Whether an entry is a decision. In a dictionary, ordinary words are not (弟子 is a disciple, a pupil or an
    apprentice), nor are short ones unless they are names or something like their rendering stands there; nor is an
    entry that the dictionary's other entries contradict."""
    alone = segment.source is not None and len(segment.source.string) < len(hit.form) + 3  # a heading, a cell
    if len(context.matcher) <= _DICTIONARY or alone:
        return True
    if place.score >= ALIKE and contradicted(hit, place.start, place.end, segment, context):
        return False
    if joined:
        return True
    ordinary = _ordinary(glossless(hit.term.en[0]))
    if place.score == 1.0:  # its sound or its gloss
        worth = not ordinary
    elif place.score >= ALIKE:
        worth = not (ordinary and len(hit.form) < 3 and place.score < _SURE)
    else:
        named = len(hit.form) > 2 or name_of(hit, segment) in ("surname", "given", "person", "place")
        worth = not ordinary and named
    there = segment.target.string[place.start : place.end]
    if worth and _SLIP <= place.score < 1 and there.isalpha() and not spread(there, context):
        return True  # Jugoige, which is no word of the glossary at all
    return worth and not (
        attested(hit, words(segment, context), context) or outvoted(glossless(hit.term.en[0]), there, context)
    )


def _ordinary(form: str) -> bool:
    """Whether a form is English without a name in it."""
    return form == form.lower() and not all(is_romaji(word) for word in form.replace("-", " ").split())


def glossless(form: str) -> str:
    """A form without its gloss in brackets."""
    return next(iter(shortened(form)), form) if "(" in form or "（" in form else form


def _place(hit: Hit, segment: Segment, found: list[Found], context: Context) -> Near | None:
    """The words that stand where the rendering should be."""
    here = words(segment, context)
    taken = [(item.start, item.end) for item in found if item.how == "written"]
    forms = [glossless(form) for form in hit.term.en]
    place = nearest(forms, here, taken, _sound(hit, segment))
    meaning = nearest([gloss for form in hit.term.en for gloss in glosses(form)], here, taken)
    if meaning is not None and (place is None or meaning.score * _GLOSS > place.score):
        place = meaning
    if place is not None:
        return place
    return _slot(hit, segment, here, taken) if here.keys else None


def _slot(hit: Hit, segment: Segment, here: Words, taken: Sequence[tuple[int, int]]) -> Near:
    """The words nearest to the likeliest slot for a term that stand for nothing else."""
    from tqa.lang.counterparts import slots
    from tqa.lang.counterparts.coverage import coverage

    source, target = segment.source.string if segment.source else "", segment.target.string
    at = slots.likeliest(source, target, coverage(source, target), hit.start, hit.end)
    return Near(0.0, *(beside(at, here, taken) or (at, at)))


def _sound(hit: Hit, segment: Segment) -> str:
    """A term in Latin letters, as the tagger reads it."""
    from tqa.lang.ja.romaji import hepburn

    side = segment.source
    inside = (token for token in side.tokens if token.start < hit.end and token.end > hit.start) if side else ()
    return hepburn("".join(token.reading for token in inside))


def _problem(segment: Segment, item: Found, place: Near) -> Problem:
    hit = item.hit
    preferred = hit.term.en[0]
    alike = place.score >= ALIKE
    there = segment.target.string[place.start : place.end]
    rest = f"here it is “{there}”" if alike else "not in the translation"
    return Problem(
        segment,
        place.start,
        place.end,
        f"{hit.form} is “{preferred}”; {rest}",
        suggestion=glossless(preferred) if alike else None,
        others=() if alike else (glossless(preferred),),
        source=(hit.start, hit.end),
        entry=hit.term,
    )
