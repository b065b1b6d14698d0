"""A suspicion, a possibility or a plan told as plain fact.

収賄の疑いで逮捕 is an arrest on suspicion of bribery; “arrested for taking bribes” says that he did it. What a ministry has
under consideration is not settled, what it means to do is not done. Said only where no word of the translation holds
back in any way: of a suspicion “will” and “said” do not, of a plan whatever looks ahead does.

Bad: 男は現金を盗んだ疑いで逮捕された。 ⇒ The man was arrested ⟦for⟧ stealing cash.
Bad: 火元は台所とみられる。 ⇒ The fire ⟦started⟧ in the kitchen.
Bad: 市は橋を架け替える方針だ。 ⇒ The city ⟦replaced⟧ the bridge.
Good: 男は現金を盗んだ疑いで逮捕された。 ⇒ The man was arrested on suspicion of stealing cash.
Good: 火元は台所とみられる。 ⇒ The fire appears to have started in the kitchen.
Good: 市は橋を架け替える方針だ。 ⇒ The bridge is to be replaced by the city.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.en.closed import AUXILIARIES, MODALS
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="hedge-flip",
    summary="a suspicion, a possibility or a plan told as fact",
    severity="major",
    category="accuracy/mistranslation",
    needs="pair",
    yields_to=("untranslated", "unrelated", "truncated"),
)
_SAID = {"doubt": "holds back, this states a fact", "plan": "is a plan, this is done",
         "study": "is under consideration, this is settled"}  # fmt: skip
_VERBS = AUXILIARIES - MODALS | {"will"}


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or not segment.confident or not segment.target.tokens:
        return
    from tqa.lang.hedges import hedge, hedged

    mark = hedge(segment.source.string)
    tokens = segment.target.tokens
    if mark is None or hedged(tokens, mark.kind):
        return
    if mark.kind == "doubt" and not _is_told(segment.source.string, segment.target.string, mark.start):
        return
    shown = segment.source.string[mark.start : mark.end].rstrip("。、")
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
    message = f"「{shown}」 {_SAID[mark.kind]}"
    yield Problem(segment, token.start, token.end, message, source=(mark.start, mark.start + len(shown)))


def _is_told(source: str, target: str, end: int) -> bool:
    """True if the translation has what is held back: else it is left out, not stated."""
    from tqa.lang.counterparts.coverage import coverage

    before = [word for word in coverage(source, target).words if word.token.end <= end and word.weight > 0]
    return not before or bool(before[-1].at)
