"""What the drift rules share: one thing written in several ways over a document, and how that is said.

A rule collects `Use`s of one thing; `report` says which forms it has and how often each, and points at the rarer.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tqa.model import Place, Problem, Segment

SHOWN = 3  # places of a rare variant that are findings; the rest are related places
_NEAR = 60  # characters between a form and its other form in one statement
_CLEAR = 3  # a form that is so many times as frequent as another, and stands at least so often, is the text's own


class Use(NamedTuple):
    """A place where a form stands. Uses with one `key` count as one form; `form` is how it is shown."""

    segment: Segment
    start: int
    end: int
    key: str
    form: str


def use(segment: Segment, start: int, end: int, key: str = "") -> Use:
    """A use of the words at `start:end` of a segment, in their own letters."""
    form = " ".join(segment.target.string[start:end].split())
    return Use(segment, start, end, key or form, form)


def report(
    uses: Sequence[Use], what: str = "", suggest: Callable[[Use, Use], str | None] | None = None
) -> Iterator[Problem]:
    """The problems of one thing that stands in several forms; none if it has but one form.

    The measure is the form that stands twice as often as any other; where there is none, it is the first, which the
    reader has met before the other surprises him, and there one finding says it all. `what` names the thing ("one
    name"); `suggest(leader, use)` gives a replacement where the majority is beyond doubt, else the leader is shown.
    """
    forms: dict[str, list[Use]] = {}
    for item in sorted(uses, key=lambda item: (item.segment.index, item.start)):
        forms.setdefault(item.key, []).append(item)
    if len(forms) < 2:
        return
    ranked = sorted(forms.values(), key=lambda group: -len(group))
    message = f"{what or 'this is'} rendered {number_of_ways(len(ranked))}: " + counts(ranked)
    leader = ranked[0] if len(ranked[0]) >= 2 * len(ranked[1]) else next(iter(forms.values()))
    for group in ranked:
        if group is leader:
            continue
        clear = len(leader) >= max(_CLEAR, _CLEAR * len(group))
        shown = SHOWN if len(leader) >= 2 * len(group) else 1
        for item in group[:shown]:
            places = [leader[0], *(group[shown:] if item is group[0] else ())]
            replacement = suggest(leader[0], item) if suggest and clear else None
            others = (leader[0].form,) if clear and replacement is None else ()
            related = tuple(Place(one.segment, one.start, one.end, f"here “{one.form}”") for one in places)
            yield Problem(item.segment, item.start, item.end, message, replacement, others, related)


def explained(uses: Sequence[Use], others: Sequence[Use]) -> bool:
    """Whether the text itself sets one form beside the other: “Maccha (Matcha)”, “Shuei or Shuuei”, “A,” “B”, “C”."""
    places: dict[int, list[Use]] = {}
    for item in others:
        places.setdefault(item.segment.index, []).append(item)
    for one in uses:
        for other in places.get(one.segment.index, ()):
            low, high = sorted((one[1:3], other[1:3]))
            between = one.segment.target.string[low[1] : high[0]]
            if len(between) < _NEAR and _gloss().search(between):
                return True
    return False


@cache
def _gloss() -> re.Pattern[str]:
    words = "or|also|called|known|named|renamed|reads?|pronounced|spelled|written|alias"
    return re.compile(rf"[(/=]|\b(?:{words})\b|^\W*(?:and\W+)?(?:the\W+)?$")


def counts(groups: Iterable[Sequence[Use]]) -> str:
    """“two-island first” (2 times), “two-islands-first” (once)."""
    return ", ".join(f"“{group[0].form}” ({times(len(group))})" for group in groups)


def times(count: int) -> str:
    """
    >>> times(1), times(2)
    ('once', '2 times')
    """
    return "once" if count == 1 else f"{count} times"


def number_of_ways(count: int) -> str:
    """
    >>> number_of_ways(2)
    'two ways'
    """
    return {2: "two ways", 3: "three ways", 4: "four ways"}.get(count, f"{count} ways")
