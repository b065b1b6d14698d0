"""A name of the source that stands nowhere in the translation, where the sentence has a hole.

A translator may leave out a name that the reader knows; but where nothing follows a preposition, two commas meet or a
sentence begins with its verb, the name has dropped out. Countries are reported by `country-mismatch`.

Bad: 仙台に住む男性だ。 ⇒ He is a man living ⟦in .⟧
Bad: 石川県の能登空港が閉鎖された。 ⇒ Noto Airport ⟦in remains⟧ closed.
Good: 仙台に住む男性だ。 ⇒ He is a man living there.
Good: 大阪の人が来た。 ⇒ A man from Osaka was the one he had waited for.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.en.nearest import hole
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="name-missing",
    summary="a name of the source that has dropped out of its sentence",
    severity="major",
    category="accuracy/omission/name",
    needs="pair",
    yields_to=("untranslated", "unrelated", "country-mismatch", "omission", "term-missing"),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or context.lang != "en" or segment.kind != "prose" or not segment.confident:
        return
    place = hole(segment.target.string, segment.target.tokens)
    if place is None or segment.target.is_protected(*place):
        return
    from tqa.lang.names.entities import lost

    source = segment.source.string
    for name in lost(source, segment.target.string):
        if name.kind == "initials" or (place[0] == 0 and name.start * 2 > len(source)):
            continue
        shown = f"{name.text} ({name.shown})" if name.shown and name.shown != name.text else name.text
        message = f"{shown} stands nowhere in the translation, and the sentence has a hole here"
        yield Problem(segment, *place, message, source=(name.start, name.end))
        return
