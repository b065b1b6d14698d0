"""A placeholder that the translation lacks, changes or adds: %s, {name}, {{name}}, ${name}, an argument of an ICU message.

Whatever program fills it in shows gaps or fails. Placeholders without a number or a name take their values by their
order. A named one may stand twice; the singular of a plural may do without.

Bad: %d 個のファイル ⇒ ⟦Files⟧
Bad: {name} さん、こんにちは ⇒ Hello, ⟦{nmae}⟧
Bad: %s を %d 回見ました ⇒ Seen ⟦%d⟧ times: %s
Good: %1$s の %2$s ⇒ %2$s of %1$s
Good: 5 %の割引 ⇒ 5 % discount, {braces} and all
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from tqa.lang.fold import fold
from tqa.lang.markup import Placeholder, placeholders
from tqa.model import Problem, Segment, Side
from tqa.rules import Context, Rule
from tqa.rules._markup import Item, lost_and_added, mismatches

RULE = Rule(
    id="placeholder-mismatch",
    summary="a placeholder missing, changed, added or out of order",
    severity="major",
    category="design/markup/placeholder",
    needs="pair",
    lang="any",
    fix="unsafe",
    yields_to=("untranslated", "unrelated"),
    markup=True,
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    source, target = segment.source, segment.target
    if source is None or not any(mark in source.string for mark in "%{$") or not target.string.strip():
        return
    ours, theirs = placeholders(source.string), placeholders(fold(target.string))
    if not ours:
        return
    if any(one.positional for one in ours) == any(one.positional for one in theirs):
        find = _items
    else:  # a translator who changes the order numbers them
        find = _numbered
    lost, added = lost_and_added(segment, context, find)
    here, there = {item.name for item in find(source)}, {item.name for item in find(target)}
    lost = [item for item in lost if _by_place(item) or item.name not in there]
    added = [item for item in added if _by_place(item) or item.name not in here]
    if lost or added:
        yield from mismatches(segment, lost, added, 0.5)
    else:
        yield from _out_of_order(segment, ours, theirs)


def _by_place(item: Item) -> bool:
    """True if a placeholder has no name or number of its own, which could stand twice."""
    return item.name == "{}" or (item.name[0] == "%" and len(item.name) == 2)


def _numbered(side: Side) -> Sequence[Item]:
    """The placeholders of a side, those without a number by the number of their place."""
    printf, braces = count(1), count(0)
    items = []
    for item in _items(side):
        if _by_place(item):
            item = item._replace(name=f"{{{next(braces)}}}" if item.name == "{}" else f"%{next(printf)}$")
        items.append(item)
    return items


def _items(side: Side) -> Sequence[Item]:
    """The placeholders of a side. In full-width characters they are none, only meant as such."""
    items = []
    for one in placeholders(fold(side.string)):
        shown = side.string[one.start : one.end]
        wide = any("\uff00" < char < "\uff5f" for char in shown)
        items.append(Item(one.start, one.end, shown if wide else one.name, shown, shown))
    return items


def _out_of_order(
    segment: Segment, ours: Sequence[Placeholder], theirs: Sequence[Placeholder]
) -> Iterator[Problem]:
    first, second = ([one for one in found if one.positional] for found in (ours, theirs))
    for one, other in zip(first, second, strict=False):
        if one.name != other.name:
            message = f"{one.name} comes first in the source: values go by their order"
            yield Problem(segment, other.start, other.end, message, source=(one.start, one.end))
            return
