"""Another country than the source names.

オーストリア and オーストラリア, スロバキア and スロベニア, 日伊 and 日印 differ by a stroke; a country that the source does not know,
where one of its own is lost, changes who did what. Capitals and words for the people stand for their country.

Bad: リビアの首都で会談した。 ⇒ They met in the capital of ⟦Liberia⟧.
Bad: 独首相が訪れた。 ⇒ The ⟦French⟧ chancellor visited.
Good: 米政府は批判した。 ⇒ Washington criticized it.
Good: 日中韓の首脳 ⇒ the leaders of Japan, China and South Korea
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.lang.countries import Country, Mention, in_english, in_japanese
from tqa.lang.en.nearest import gap
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="country-mismatch",
    summary="another country than the source names",
    severity="critical",
    category="accuracy/mistranslation/name",
    needs="pair",
    status="preview",
    fix="unsafe",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if context.lang != "en" or segment.source is None or not segment.target.string.strip():
        return
    missing = _missing(segment, context)
    if not missing:
        return
    for start, end, meant in in_english(segment.target.string):
        lost = next((item for item in missing if item.country.region <= meant[0].region), None)
        if lost is not None and _unsupported(segment, context, meant):
            missing.remove(lost)
            yield _other(segment, start, end, meant, lost)
    yield from _none(segment, context, missing)


def _other(segment: Segment, start: int, end: int, meant: Sequence[Country], lost: Mention) -> Problem:
    word = segment.source.string[lost.start : lost.end] if segment.source else ""
    there = segment.target.string[start:end]
    message = f"{word} is {lost.country.names[0]}; the source says nothing of {there}"
    return Problem(
        segment, start, end, message, _same_kind(there, meant, lost.country), source=(lost.start, lost.end)
    )


def _none(segment: Segment, context: Context, missing: Sequence[Mention]) -> Iterator[Problem]:
    """Countries that the whole translation does not name."""
    everywhere = {country for item in context.segments for country in _named(item, context)} if missing else set()
    for lost in missing:
        if lost.country in everywhere or not segment.confident or lost.end - lost.start < 2:
            continue
        span = gap(segment.target.string, segment.target.tokens)
        if span is not None:
            word = segment.source.string[lost.start : lost.end] if segment.source else ""
            message = f"{word} is {lost.country.names[0]}; not in the translation"
            yield Problem(segment, *span, message, source=(lost.start, lost.end), severity="minor")


def _missing(segment: Segment, context: Context) -> list[Mention]:
    """Countries of the source that stand nowhere near in the target."""
    there = {country for item in _around(segment, context) for country in _named(item, context)}
    source = segment.source.string if segment.source else ""
    mentions = [mention for mention in in_japanese(source) if mention.firm and mention.country not in there]
    return list({mention.country: mention for mention in mentions}.values())


def _named(segment: Segment, context: Context) -> set[Country]:
    def find() -> set[Country]:
        return {country for _, _, meant in in_english(segment.target.string) for country in meant}

    return context.remember(("countries", segment.index), find)


def _around(segment: Segment, context: Context) -> Sequence[Segment]:
    return context.segments[max(segment.index - 1, 0) : segment.index + 2]


def _unsupported(segment: Segment, context: Context, meant: Sequence[Country]) -> bool:
    """True if no source near by holds any sign of a country that a word may mean."""
    if meant[0].number == 0:
        return False
    sources = [item.source.string for item in _around(segment, context) if item.source is not None]
    signs = {sign for country in meant for sign in (*country.ja, *country.marks)}
    latin = {name for country in meant for name in country.names}
    return not any(sign in source for source in sources for sign in signs | latin)


def _same_kind(word: str, meant: Sequence[Country], country: Country) -> str | None:
    """The right word in place of a wrong one, where both name the country or its people."""
    if any(word in other.names for other in meant):
        return country.names[0]
    return country.people[0] if any(word == other.people[0] for other in meant if other.people) else None
