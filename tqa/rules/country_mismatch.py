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

from tqa.lang.en.nearest import hole
from tqa.lang.names.slips import misspelled
from tqa.lang.world.countries import Country, Mention, in_english, in_japanese, kin, narrowed, speaks_of
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="country-mismatch",
    summary="another country than the source names",
    severity="critical",
    category="accuracy/mistranslation/name",
    needs="pair",
    lang="any",
    fix="unsafe",
)

_HEARD = 0.2  # of the consonants of a name may differ


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or not segment.target.string.strip():
        return
    if context.lang != "en":
        yield from _in_japanese(segment, context)
        return
    missing = _missing(segment, context)
    fewer = [*missing, *_fewer(segment, missing)]
    if not fewer or not segment.target.tokens:
        return
    told = list(in_english(segment.target.string))
    free = [item for item in fewer if not _misspelt(segment, item, told)]
    for start, end, meant in told:
        lost = next((item for item in free if item.country.region <= meant[0].region), None)
        if lost is not None and _unsupported(segment, context, start, end, meant):
            free.remove(lost)
            missing = [item for item in missing if item != lost]
            yield _other(segment, start, end, meant, lost)
    yield from _none(segment, context, missing)


def _misspelt(segment: Segment, lost: Mention, told: Sequence[tuple[int, int, Sequence[Country]]]) -> bool:
    """Whether a country stands there under a name that nobody knows, spelled as it sounds: Almenia for アルメニア."""
    from tqa.lang.names.entities import heard

    tokens = [token for token in segment.target.tokens if not any(low <= token.start < high for low, high, _ in told)]
    word = segment.source.string[lost.start : lost.end] if segment.source else ""
    return "ァ" <= word[:1] <= "ヺ" and heard(word, tokens) <= _HEARD


def _other(segment: Segment, start: int, end: int, meant: Sequence[Country], lost: Mention) -> Problem:
    word = segment.source.string[lost.start : lost.end] if segment.source else ""
    there = segment.target.string[start:end]
    message = f"{word} is {lost.country.names[0]}; the source says nothing of {there}"
    return Problem(
        segment, start, end, message, _same_kind(there, meant, lost.country), source=(lost.start, lost.end)
    )


def _in_japanese(segment: Segment, context: Context) -> Iterator[Problem]:
    """Countries of a Japanese translation that the English source does not name, where one of its own is lost."""
    if context.lang != "ja" or context.source_lang != "en" or segment.source is None:
        return
    near = context.near(segment)
    theirs = [found for one in near if one.source is not None for found in in_english(one.source.string)]
    known = {other for *_, meant in theirs for country in meant for other in kin(country)}
    ours = {other for one in near for mention in in_japanese(one.target.string) for other in kin(mention.country)}
    lost = [
        found for found in in_english(segment.source.string) if found[2][0].abroad and not ours.intersection(found[2])
    ]
    for mention in in_japanese(segment.target.string):
        if lost and mention.firm and mention.country.abroad and mention.country not in known:
            low, high, meant = lost.pop(0)
            word, there = segment.source.string[low:high], segment.target.string[mention.start : mention.end]
            message = f"the source has {word}; it says nothing of {there} ({mention.country.names[0]})"
            others = meant[0].ja[:1]
            yield Problem(segment, mention.start, mention.end, message, others=others, source=(low, high))


def _none(segment: Segment, context: Context, missing: Sequence[Mention]) -> Iterator[Problem]:
    """Countries that the whole translation does not name, or under a misspelled name."""
    everywhere = {country for item in context.segments for country in _named(item, context)} if missing else set()
    source = segment.source.string if segment.source else ""
    for lost in missing:
        if not segment.confident or lost.end - lost.start < 2 or everywhere & kin(lost.country):
            continue
        word, at = source[lost.start : lost.end], (lost.start, lost.end)
        slip = misspelled(lost.country, segment.target.string, segment.target.tokens)
        if slip is not None:
            start, end, name = slip
            if name in lost.country.people and source[lost.end : lost.end + 1] not in "人語系の":
                name = lost.country.names[0]
            if segment.target.string[start:end] == name:
                continue
            message = f"“{segment.target.string[start:end]}”: {word} is written {name}"
            yield Problem(segment, start, end, message, name, source=at, severity="minor")
        elif not (narrowed(source, lost.end) or _read_otherwise(segment, word) or _misspelt(segment, lost, ())):
            message = f"{word} is {lost.country.names[0]}; not in the translation"
            yield Problem(segment, *_place(segment, *at), message, source=at, severity="minor")


def _place(segment: Segment, start: int, end: int) -> tuple[int, int]:
    """Where a country should stand that the translation has not."""
    target = segment.target
    here = hole(target.string, target.tokens)
    if here is not None or segment.source is None:
        return here or (0, 0)
    from tqa.lang.counterparts.coverage import coverage
    from tqa.lang.counterparts.slots import place

    return place(segment.source.string, target.string, coverage(segment.source.string, target.string), start, end)


def _read_otherwise(segment: Segment, word: str) -> bool:
    """Whether a name in 国 is no country here: Chugoku for 中国, Karakuni for 韓国, the land of Buddha for 仏国; or China is
    told by its dynasty."""
    read = ("kuni", "koku", "goku", "buddha")
    keys = [token.key for token in segment.target.tokens]
    return word.endswith("国") and (any(key.endswith(read) for key in keys) or (word == "中国" and "dynasty" in keys))


def _missing(segment: Segment, context: Context) -> list[Mention]:
    """Countries of the source that stand nowhere near in the target."""
    there = {country for item in context.near(segment) for country in _named(item, context)}
    source = segment.source.string if segment.source else ""
    mentions = [mention for mention in in_japanese(source) if mention.firm and not there & kin(mention.country)]
    return list({mention.country: mention for mention in mentions}.values())


def _fewer(segment: Segment, missing: Sequence[Mention]) -> list[Mention]:
    """Countries that the source names more often than the target does, which may be the one that was exchanged."""
    string = segment.target.string
    if segment.source is None or not segment.confident or "(" in string:
        return []
    there = [meant for *_, meant in in_english(string)]
    found = []
    for mention in in_japanese(segment.source.string):
        said = next((meant for meant in there if kin(mention.country) & set(meant)), None)
        if said is not None:
            there.remove(said)
        elif mention.firm and mention not in missing:
            found.append(mention)
    return found


def _named(segment: Segment, context: Context) -> set[Country]:
    def find() -> set[Country]:
        return {country for _, _, meant in in_english(segment.target.string) for country in meant}

    return context.remember(("countries", segment.index), find)


def _unsupported(segment: Segment, context: Context, start: int, end: int, meant: Sequence[Country]) -> bool:
    """True if a word names a country and no source near by holds any sign of one that it may mean. A capital is a place
    of its own: Paris may be any パリ."""
    word = segment.target.string[start:end]
    former = segment.target.string[:start].lower().endswith("former ")  # Former Yugoslav Republic of Macedonia
    if former or not meant[0].abroad or any(word in country.seats for country in meant):
        return False
    sources = [item.source.string for item in context.near(segment) if item.source is not None]
    related = {other for country in meant for other in kin(country)}
    if any(speaks_of(source, country) for source in sources for country in related):
        return False
    return not any(_sounds_like(source, country) for source in sources for country in meant)


def _sounds_like(source: str, country: Country) -> bool:
    """Whether a source has a country in another spelling of its sound: マレイシア, マラウィ."""
    from tqa.lang.ja.loans import sound
    from tqa.lang.names.entities import katakana

    runs = {run for run in katakana().findall(source) if not in_japanese(run)}
    return bool(runs) and not {sound(form) for form in country.ja}.isdisjoint(map(sound, runs))


def _same_kind(word: str, meant: Sequence[Country], country: Country) -> str | None:
    """The right word in place of a wrong one, where both name the country or its people."""
    if any(word in other.names for other in meant):
        return country.names[0]
    return country.people[0] if any(word == other.people[0] for other in meant if other.people) else None
