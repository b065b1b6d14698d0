"""What is no language and must be the same on both sides: which of it a translation has lost, and which it has added."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from tqa.model import Problem, Segment, Side
from tqa.rules import Context


class Item(NamedTuple):
    """A placeholder, a tag or an address at `start:end` of a side. `name` must be the same on both sides; `shown` is how
    it is written. What has no text of its own cannot be replaced: it has no `text`."""

    start: int
    end: int
    name: str
    shown: str
    text: str | None = None


Find = Callable[[Side], Sequence[Item]]


def lost_and_added(segment: Segment, context: Context, find: Find) -> tuple[list[Item], list[Item]]:
    """The items of the source that the translation lacks, and those that it has beyond it.

    A sentence more or less on either side is the aligner's doing: what a neighbour has in return is neither.
    """
    assert segment.source is not None
    ours, theirs = find(segment.source), find(segment.target)
    lost, added = _less(ours, theirs), _less(theirs, ours)
    if lost or added:
        for other in context.near(segment):
            if other is not segment and other.source is not None:
                there, here = find(other.source), find(other.target)
                lost, added = _less(lost, _less(here, there)), _less(added, _less(there, here))
    return lost, added


def _less(items: Sequence[Item], others: Sequence[Item]) -> list[Item]:
    """The items without as many of each name as the others have; the last of a name stay."""
    left = Counter(item.name for item in others)
    kept = []
    for item in items:
        if left[item.name]:
            left[item.name] -= 1
        else:
            kept.append(item)
    return kept


def mismatches(
    segment: Segment, lost: Sequence[Item], added: Sequence[Item], alike: float = 0.6
) -> Iterator[Problem]:
    """A problem for each item lost, put where one was added in its place; and for each other item added."""
    added = list(added)
    for item in lost:
        other = max(added, key=lambda one: likeness(item, one), default=None)
        source = (item.start, item.end) if item.start < item.end else None
        if other is not None and likeness(item, other) >= alike:
            added.remove(other)
            suggestion = item.text if other.text is not None else None
            message = f"the source has {item.shown}, not {other.shown}"
            yield Problem(segment, *_span(segment.target, other), message, suggestion, source=source)
        elif segment.confident:
            start, end = _where(segment, item)
            yield Problem(segment, start, end, f"{item.shown} of the source is missing", source=source)
    for item in added:
        if segment.confident:
            yield Problem(segment, *_span(segment.target, item), f"{item.shown} is not in the source")


def likeness(one: Item, other: Item) -> float:
    return SequenceMatcher(None, one.name, other.name, autojunk=False).ratio()


def _span(side: Side, item: Item) -> tuple[int, int]:
    """An item, or the word before it where it has no text."""
    if item.start < item.end:
        return item.start, item.end
    start = item.start
    while start > 0 and not side.string[start - 1].isspace() and item.start - start < 20:
        start -= 1
    return (start, item.start) if start < item.start else (start, min(start + 1, len(side.string)))


def _where(segment: Segment, item: Item) -> tuple[int, int]:
    """The sentence in which a missing item should stand."""
    assert segment.source is not None
    target = segment.target
    at = (item.start + item.end) // 2 * len(target.string) // max(len(segment.source.string), 1)
    start, end = target.sentence_at(at)
    return start, end
