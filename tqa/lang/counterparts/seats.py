"""Who sits where, if each has a choice of seats and most seats hold one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Together = Callable[[int, int], bool]


def standing(choices: Sequence[Sequence[int]], together: Together) -> set[int]:
    """The guests that find no seat, though those who have a choice make room. `choices` has for each guest the seats
    that he would take; two of whom `together` is true may share one. Who wants no seat does not stand.

    >>> standing([[1, 2], [1], [2, 3], []], lambda one, other: False)
    set()
    >>> standing([[1], [1], [1]], lambda one, other: other == one + 1 or one == other + 1)
    set()
    >>> standing([[1], [], [1]], lambda one, other: False)
    {2}
    """
    taken: dict[int, list[int]] = {}
    order = sorted(range(len(choices)), key=lambda guest: len(choices[guest]))
    return {guest for guest in order if choices[guest] and not _seated(guest, choices, together, taken, set())}


def _seated(
    guest: int, choices: Sequence[Sequence[int]], together: Together, taken: dict[int, list[int]], asked: set[int]
) -> bool:
    """Give a guest a seat, if need be that of another who finds a new one."""
    for seat in choices[guest]:
        if seat not in taken:
            taken[seat] = [guest]
            return True
    for seat in choices[guest]:
        if any(together(guest, other) for other in taken[seat] if other != guest):
            taken[seat].append(guest)
            return True
    for seat in choices[guest]:
        if seat not in asked and len(taken[seat]) == 1:
            asked.add(seat)
            if _seated(taken[seat][0], choices, together, taken, asked):
                taken[seat] = [guest]
                return True
    return False
