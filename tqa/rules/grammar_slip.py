"""A small slip of grammar whose shape leaves no doubt.

“Informations”, “more better”, “discussed about”, “didn’t went”, “each countries”, “these temple”, “to became”: shapes
that nothing but the slip can have. It is no grammar checker, and quoted speech may say what it likes.

Bad: We asked for more ⟦informations⟧.
Bad: The new one is ⟦more better⟧.
Bad: They ⟦discussed about⟧ the plan, and ⟦each countries⟧ agreed.
Bad: The halls ⟦was⟧ built by ⟦two monk⟧ who ⟦could went⟧ home.
Good: They discussed about 300 plans, one or more larger than ours.
Good: He was proud of all he had, and one of the members left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqa.lang.en.agreement import clashes, lived
from tqa.lang.en.slips import Slip, slips
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="grammar-slip",
    summary="a slip of grammar with a certain shape",
    severity="minor",
    category="linguistic-conventions/grammar",
    fix="unsafe",
    yields_to=("doubled-word",),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    side = segment.target
    taken: list[tuple[int, int]] = []
    for slip in context.remember("slips", lambda: [it for it in slips() if it.pattern.may(context.words)]):
        for match in slip.pattern.regex.finditer(side.string):
            start, end = match.span()
            if any(low < end and start < high for low, high in taken):
                continue
            if side.quoted(start, end) or side.is_protected(start, end):
                continue
            taken.append((start, end))
            message = f"“{match.group()}”: " + slip.message.format(**match.groupdict(default=""))
            yield Problem(segment, start, end, message, _corrected(slip, match))
    for start, end, wrong, better in (*clashes(side.string, side.tokens), *lived(side.string)):
        known = any(low < end and start < high for low, high in taken)
        if not known and not side.quoted(start, end) and not side.is_protected(start, end):
            yield Problem(segment, start, end, f"“{side.string[start:end]}”: {wrong}", better)


def _corrected(slip: Slip, match: re.Match[str]) -> str | None:
    if slip.fix is None or isinstance(slip.fix, str):
        return match.expand(slip.fix) if slip.fix else None
    name = "v" if "v" in match.re.groupindex else "w"
    low, high = match.start(name) - match.start(), match.end(name) - match.start()
    whole = match.group()
    return whole[:low] + slip.fix[match[name]] + whole[high:]
