"""A suspicion or a possibility told as plain fact.

収賄の疑いで逮捕 is an arrest on suspicion of bribery; “arrested for taking bribes” says that he did it. Said only where the
source has one such mark and no word of its translation holds back in any way; “will” and “said” do not.

Bad: 男は現金を盗んだ疑いで逮捕された。 ⇒ The man was arrested ⟦for⟧ stealing cash.
Bad: 火元は台所とみられる。 ⇒ The fire ⟦started⟧ in the kitchen.
Good: 男は現金を盗んだ疑いで逮捕された。 ⇒ The man was arrested on suspicion of stealing cash.
Good: 火元は台所とみられる。 ⇒ The fire appears to have started in the kitchen.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.en.closed import AUXILIARIES, MODALS
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="hedge-flip",
    summary="a suspicion or possibility told as fact",
    severity="major",
    category="accuracy/mistranslation",
    status="preview",
    needs="pair",
    yields_to=("untranslated", "unrelated", "truncated"),
)
_VERBS = AUXILIARIES - MODALS | {"will"}


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or not segment.confident or not segment.target.tokens:
        return
    from tqa.lang.hedges import hedge, hedged

    span = hedge(segment.source.string)
    if span is None or hedged(segment.target.tokens):
        return
    tokens = segment.target.tokens
    shown = segment.source.string[slice(*span)]
    # “arrested for”, else the first verb that can be told by its form
    place = next(
        (at for at, token in enumerate(tokens) if token.key == "for" and at and tokens[at - 1].key.endswith("ed")), None
    )
    if place is None:
        place = next(
            (at for at, token in enumerate(tokens) if token.key in _VERBS or (token.key.endswith("ed") and at)),
            len(tokens) - 1,
        )
    token = tokens[place]
    yield Problem(segment, token.start, token.end, f"「{shown}」 holds back, this states a fact", source=span)
