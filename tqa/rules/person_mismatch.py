"""A person of the glossary whose name is a letter off, half another's or another's.

Where the source names a Japanese person in full whom the glossary knows, 岸田文雄, and the translation has his given name
beside another family name, or a spelling close to his, it means him and misnames him. What only writes the same sound
otherwise (Ōno, Ohno) is left alone. A person whom the source does not name, in place of one whom it does, is told too.

Bad: 岸田文雄首相が演説した。 ⇒ Prime Minister Fumio ⟦Kishita⟧ gave a speech.
Bad: 高市早苗首相が来た。 ⇒ Prime Minister ⟦Takaishi⟧ came.
Bad: 岸田文雄首相が演説した。 ⇒ Prime Minister ⟦Fumiko⟧ Kishida gave a speech.
Good: 岸田文雄首相が演説した。 ⇒ Prime Minister Fumio Kishida gave a speech.
Good: 岸田文雄首相が演説した。 ⇒ The prime minister gave a speech.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.lang.en.names import one_sound, plain
from tqa.lang.en.tokens import Token
from tqa.model import Hit, Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="person-mismatch",
    summary="a person of the glossary under another name",
    severity="major",
    category="accuracy/mistranslation/name",
    needs="pair",
    fix="unsafe",
    yields_to=("name-forbidden", "name-timeline"),
)
_SHORTEST = 5  # letters of a name that a slip leaves recognisable
_SLIPS = 2


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or context.lang != "en":
        return
    tokens = segment.target.tokens
    if not any(hit.term.kind == "person" for hit in segment.source.hits) or not any(token.capital for token in tokens):
        return
    yield from _exchanged(segment, context)
    hits = [hit for hit in segment.source.hits if _is_full(hit)]
    taken = {at for hit in segment.target.hits if hit.role != "avoid" for at in range(hit.start, hit.end)}
    for hit in hits:
        family = hit.term.family[1]
        given = hit.term.en[0].replace(family, "").strip()
        if " " in family or " " in given or not given:
            continue
        rest = segment.source.string.replace(hit.form, "")
        found = _misnamed(tokens, family, given, taken, rest) or _misnamed(tokens, given, family, taken)
        if found is not None:
            token, wanted = found
            written = wanted.upper() if token.text.isupper() else wanted
            message = f"“{token.text}”: {hit.form} is {hit.term.en[0]}"
            end = token.start + len(token.key)
            yield Problem(segment, token.start, end, message, written, source=(hit.start, hit.end))


def _exchanged(segment: Segment, context: Context) -> Iterator[Problem]:
    """People of the glossary who stand for others of it."""
    from tqa.rules._exchanged import exchanges

    for lost, there in exchanges(segment, context):
        wanted = lost.term.family[1] if there.role == "family" and lost.term.family[1] else lost.term.en[0]
        words = segment.target.string[there.start : there.end]
        message = f"“{words}”: {lost.form} is {lost.term.en[0]}, who stands nowhere here"
        at = (lost.start, lost.end)
        yield Problem(segment, there.start, there.end, message, wanted, source=at, entry=lost.term)


def _is_full(hit: Hit) -> bool:
    term = hit.term
    known = term.kind == "person" and bool(term.reading and all(term.family) and term.en) and term.en[0].isascii()
    return known and hit.role in ("preferred", "admitted") and len(hit.form) > len(term.family[0])


def _misnamed(
    tokens: Sequence[Token], lost: str, other: str, taken: set[int], rest: str | None = None
) -> tuple[Token, str] | None:
    """The word that stands for the half `lost` of a name: close to it, and beside the other half or, with the `rest` of
    the source, a letter off and nobody else's name."""
    keys = [plain(token.key) for token in tokens]
    if any(_same(key, lost.lower()) for key in keys):
        return None
    for at, token in enumerate(tokens):
        if not token.capital or token.start in taken or not token.key.isalpha():
            continue
        near = [keys[place] for place in (at - 1, at + 1) if 0 <= place < len(keys)]
        if any(_same(key, other.lower()) for key in near):
            if _close(keys[at], lost.lower(), _SLIPS if min(len(keys[at]), len(lost)) > _SHORTEST else 1):
                return token, lost
        elif rest is not None and len(lost) > _SHORTEST and _close(keys[at], lost.lower(), 1):
            from tqa.lang.names.strangers import accounts_for

            if not accounts_for(rest, keys[at]):
                return token, lost
    return None


def _same(one: str, other: str) -> bool:
    return one == other or one_sound(one, other)


def _close(one: str, other: str, limit: int) -> bool:
    from tqa.lang.distance import distance

    return min(len(one), len(other)) >= _SHORTEST - 1 and one[0] == other[0] and distance(one, other, limit) <= limit
