"""Which terms of a source its translation renders, and where: what the rules over pairs share."""

from collections.abc import Iterator
from typing import NamedTuple

from tqa.lang.en.renderings import (
    Words,
    acronym,
    bare,
    paraphrased,
    reordered,
    respaced,
    run_together,
    shortened,
    within,
    written,
)
from tqa.lang.world.bodies import abroad, institution
from tqa.model import Hit, Segment, Term
from tqa.rules import Context


class Found(NamedTuple):
    """A term at `hit` of the source and how the target says it. `how`: written | joined | near | "" (not at all).

    `start:end` is the place in the target where it is written or joined.
    """

    hit: Hit
    how: str
    start: int = 0
    end: int = 0


def words(segment: Segment, context: Context) -> Words:
    """The words of a segment's target."""
    return context.remember(("words", segment.index), lambda: Words(segment.target.string, segment.target.tokens))


def accepted(term: Term) -> tuple[str, ...]:
    """Every English form that an entry accepts, shorter ways to write it included."""
    forms = [*term.en, *(form for lang, form in (*term.short, *term.first) if lang == "en"), term.family[1]]
    return tuple(dict.fromkeys(form for text in forms if text for form in (text, *shortened(text))))


def rendered(segment: Segment, context: Context) -> list[Found]:
    """The source's terms, in order, with what the target has for them."""
    return context.remember(("rendered", segment.index), lambda: list(_rendered(segment, context)))


def _rendered(segment: Segment, context: Context) -> Iterator[Found]:
    if segment.source is None or not segment.target.string.strip():
        return
    here = words(segment, context)
    for hit in segment.source.hits:
        if hit.role == "avoid" or not hit.term.en:
            continue
        forms = accepted(hit.term)
        places = [(form, place) for form in forms if (place := written(form, here, hit.term.kind))]
        places = [(form, place) for form, place in places if not _of_another(form, place, hit, segment)]
        if places:
            spaced = all(respaced(form, segment.target.string[slice(*place)]) for form, place in places)
            yield Found(hit, "joined" if spaced else "written", *places[0][1])
            continue
        place = next(filter(None, (run_together(form, here) for form in forms)), None)
        if place:
            yield Found(hit, "joined", *place)
        elif any(said(form, here) for form in forms for said in (paraphrased, within, bare, reordered)):
            yield Found(hit, "near")
        else:
            yield Found(hit, "near" if near(hit.term, segment, context) else "")


def other_term(start: int, end: int, term: Term, segment: Segment) -> Hit | None:
    """The longer term at a place of the target of which the source says nothing: the House of Councillors."""
    source = segment.source.string if segment.source else ""
    for other in segment.target.hits:
        inside = other.start <= start and end <= other.end and other.end - other.start > end - start
        if inside and other.term.id != term.id and other.role not in ("avoid", "short"):
            if not any(form in source for form in other.term.ja):
                return other
    return None


def _of_another(form: str, place: tuple[int, int], hit: Hit, segment: Segment) -> bool:
    """True for a short form inside another term: the House of Councillors is no House of Representatives."""
    return ("en", form) in hit.term.short and other_term(*place, hit.term, segment) is not None


def near(term: Term, segment: Segment, context: Context) -> bool:
    """Whether the target says a term by its initials, or next door: translations move words over a full stop."""
    forms = accepted(term)
    keys = words(segment, context).keys
    if any(acronym(form) in keys for form in forms if acronym(form)):
        return True
    around = (other for other in context.near(segment) if other is not segment)
    return any(written(form, words(other, context), term.kind) for other in around for form in forms)


_WHOLE = frozenset({"noun", "name", "adverb", "shape", "pronoun", "interjection"})


def owned_abroad(hit: Hit, segment: Segment) -> bool:
    """True where a country stands before a term: 米国務省 and 英外務省 are other bodies than Japan's.

    A term that itself begins with a country is meant as it stands.
    """
    return segment.source is not None and institution(hit.form) and abroad(segment.source.string[: hit.start])


_UNITS = ("署", "支部", "支局", "支店", "支所", "出張所", "課", "班")


def part_of_name(hit: Hit, segment: Segment) -> bool:
    """True where a longer name goes on: the unit of a body, which goes without it (警視庁浅草署 is Asakusa Police
    Station), or a title in 『』, which may stay in Japanese."""
    string = segment.source.string if segment.source else ""
    rest = string[hit.end : hit.end + _LONG]
    word = next((rest[:at] for at, char in enumerate(rest) if not ("一" <= char <= "鿿" or "ァ" <= char <= "ー")), rest)
    if word.endswith(_UNITS) and institution(hit.form):
        return True
    opened, closed = string.rfind("『", 0, hit.start), string.find("』", hit.end)
    return -1 < opened < closed and "』" not in string[opened : hit.start] and closed - opened - 1 > hit.end - hit.start


_LONG = 12  # characters of a unit's name


def short_word(hit: Hit, segment: Segment) -> bool:
    """True where a short Japanese form is hardly the term: a single character, a part of a word, a verb's stem, a
    name of an era before its year."""
    side = segment.source
    if side is None:
        return True
    form = hit.form
    if len(form) == 1 and not form.isascii():
        return True
    if _before_a_year(side.string[hit.end : hit.end + 5]):
        return len(form) <= 2
    if len(form) > 3 or not _all_han(form):
        return False
    inside = [token for token in side.tokens if token.start < hit.end and token.end > hit.start]
    if not inside or inside[0].start != hit.start or inside[-1].end != hit.end:
        return True
    return len(inside) == 1 and inside[0].pos not in _WHOLE


def _before_a_year(text: str) -> bool:
    """Whether a text goes on with a year: 元年, 29年, 二十九年."""
    figure, year, _ = text.partition("年")
    return bool(year and figure) and all(char.isdigit() or char in "元〇一二三四五六七八九十" for char in figure)


def _all_han(form: str) -> bool:
    return all("一" <= char <= "鿿" or char == "々" for char in form)


def mentioned(term: Term, segment: Segment, context: Context) -> bool:
    """True where a full mention went before and the head noun, or a word of the name, is enough here."""
    keys = set(words(segment, context).keys)
    heads = {part.lower() for form in term.en for part in form.replace("-", " ").split()[-1:]}
    here = [token for token in segment.target.tokens if token.key in heads]
    if not heads & keys or (here and all(other_term(one.start, one.end, term, segment) for one in here)):
        return False  # the House is that of Representatives, of which the source says nothing
    return any(
        written(form, words(other, context), term.kind)
        for other in context.segments[: segment.index]
        for form in accepted(term)
    )


def name_of(hit: Hit, segment: Segment) -> str:
    """The kind of name that the tagger sees in a one-word hit: surname, given, place …, or ""."""
    tokens = segment.source.tokens if segment.source else ()
    return next((t.detail for t in tokens if t.pos == "name" and (t.start, t.end) == (hit.start, hit.end)), "")
