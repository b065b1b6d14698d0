"""A Latin word in the Japanese that the English does not have.

What a translation keeps in Latin letters it copies, names above all; another word there is a slip (Meinert for
Meindert), a word torn apart by a space or run together with the next, or came from nowhere. Words that the
source has anywhere in the text, abbreviations in capitals, units, addresses and code are in order.

Bad: Meindert Boysen spoke. ⇒ ⟦Meinert⟧ Boysen氏が語った。
Bad: The DMM does not work. ⇒ ⟦DM M⟧は動かない。
Bad: See the list for spouses. ⇒ 配偶者の⟦Spoques⟧の一覧を参照。
Good: Meindert Boysen of the World Health Organization spoke. ⇒ WHOのMeindert Boysen氏が語った。
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="latin-mismatch",
    summary="a Latin word in the Japanese that the English source does not have",
    severity="major",
    category="accuracy/mistranslation/name",
    needs="pair",
    lang="ja",
    fix="unsafe",
    yields_to=("untranslated", "unrelated", "foreign-residue", "placeholder-mismatch", "tag-mismatch", "url-mismatch"),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    side = segment.target
    if segment.source is None or context.source_lang != "en" or side.string.isascii():
        return
    from tqa.lang.ja.latin import glued, joined, letters, strange, torn

    source = segment.source.string
    sources = (one.source.string for one in context.segments if one.source)
    known = context.remember("source letters", lambda: letters(" ".join(sources)))
    together = glued(source, side.string)
    for found in (*strange(source, known, side.string), *torn(source, side.string), *together):
        if side.is_protected(found.start, found.end):
            continue
        there = side.string[found.start : found.end]
        where = source.find(found.meant) if found.meant else -1
        if " " in found.meant:
            message = f"“{there}”: “{found.meant}” of the source is left in English"
        elif found.meant:
            message = f"“{there}”: the source has “{found.meant}”"
        else:
            message = f"“{there}”: the source has no such word"
        # A common word wants its Japanese, not itself in small letters.
        suggestion = None if " " in found.meant or found.meant.islower() else found.meant or None
        span = (where, where + len(found.meant)) if where >= 0 else None
        yield Problem(segment, found.start, found.end, message, suggestion, source=span)
    for found in joined(source, side.string):
        if not side.is_protected(found.start, found.end):
            message = f"“{side.string[found.start : found.end]}”: a space is lost"
            where = source.find(found.meant)
            span = (where, where + len(found.meant))
            yield Problem(segment, found.start, found.end, message, found.meant, source=span,
                          severity="info" if found.meant[-1].isdigit() else "minor")  # Windows10 is usual
