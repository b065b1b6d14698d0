"""A Japanese name spelled otherwise than the source says.

Where the source gives a reading in kana, 勝覚（しょうがく）, another one is wrong. Elsewhere a name may have many readings, so
only a spelling is reported that none of them explains and that is a letter off the usual one: Yoshinawa for 義仲.

Bad: 源義仲は都に入った。 ⇒ MINAMOTO no ⟦Yoshinawa⟧ entered the capital.
Bad: 勝覚（しょうがく）は僧である。 ⇒ ⟦Jogaku⟧ was a monk.
Good: 源義仲は都に入った。 ⇒ MINAMOTO no Yoshinaka entered the capital.
Good: 勝覚（しょうがく）は僧である。 ⇒ Shogaku was a monk.
Good: 大野さんが来た。 ⇒ Mr. Ohno came.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="name-mismatch",
    summary="a Japanese name spelled otherwise than the source says",
    severity="minor",
    category="accuracy/mistranslation/name",
    needs="pair",
    fix="unsafe",
    yields_to=("name-drift", "term-missing", "country-mismatch", "name-forbidden"),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or not segment.source.string or context.lang != "en":
        return
    side, tokens = segment.target, segment.target.tokens
    if not any(token.capital for token in tokens):
        return
    from tqa.lang.names import slips

    near = context.segments[max(segment.index - 1, 0) : segment.index + 2]
    around = "\n".join(other.source.string for other in near if other.source is not None)
    for slip in slips(segment.source.string, around, tokens):
        start, end = tokens[slip.first].start, tokens[slip.last].start + len(tokens[slip.last].key)
        if any(hit.start <= start and end <= hit.end and hit.role != "avoid" for hit in side.hits):
            continue
        there = side.string[start:end]
        written = slip.reading.upper() if there.isupper() else slip.reading.capitalize()
        name = segment.source.string[slip.start : slip.end]
        how = "the source says that" if slip.given else "no reading of the source gives this:"
        message = f"“{there}”: {how} {name} is read {written}"
        suggestion = written if slip.first == slip.last else None
        severity = "major" if slip.given else ""
        yield Problem(segment, start, end, message, suggestion, source=(slip.start, slip.end), severity=severity)
