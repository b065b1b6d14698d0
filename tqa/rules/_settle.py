"""Which forms of the glossary stand in a side, where one stands inside another and some are silent by their conditions."""

from collections.abc import Iterator, Sequence

from tqa.lang.fold import fold
from tqa.matcher import longest
from tqa.model import Condition, Hit, Segment, Side
from tqa.rules import Context, conditional, places


def settled(hits: Sequence[Hit], side: Side, segment: Segment, context: Context) -> list[Hit]:
    """The hits that no longer one hides. What its `inside:` rules out is none: 国連 is not in 村国連. One that is
    silent for another reason hides only what its own entry says of a part of it (of names, what any person's does)."""
    standing = [hit for hit in hits if not (conditional(hit) and _misplaced(hit, side, segment, context))]
    quiet = [hit for hit in standing if conditional(hit) and _silent(hit, segment, context)]
    standing = [hit for hit in standing if not any(_spoken_for(hit, one) for one in quiet)]
    return longest(standing, quiet)


def _spoken_for(hit: Hit, longer: Hit) -> bool:
    if not (longer.start <= hit.start and hit.end <= longer.end and longer.end - longer.start > hit.end - hit.start):
        return False
    return hit.term.kind == longer.term.kind and (hit.term.kind == "person" or hit.term.id == longer.term.id)


def _pairs(hit: Hit) -> Iterator[tuple[Condition | None, Condition | None]]:
    """only and unless of a hit's entry, and of its form."""
    yield hit.term.only, hit.term.unless
    if hit.role == "avoid":
        yield hit.avoid.only, hit.avoid.unless


def _misplaced(hit: Hit, side: Side, segment: Segment, context: Context) -> bool:
    for only, unless in _pairs(hit):
        if only is not None and only.inside and inside(only.inside, hit, side) is False:
            return True
        if unless is not None and unless.inside and inside(unless.inside, hit, side):
            rest = unless._replace(inside=())
            if not any(rest) or (not _open(rest, context) and context.holds(rest, segment)):
                return True
    return False


def inside(words: Sequence[str], hit: Hit, side: Side) -> bool | None:
    """True if a hit is a part of one of some longer words; None if none of them is of the side's language."""
    mine = [word for word in words if _japanese(word) == (side.lang.CODE == "ja")]
    return any(_covers(word, hit, side) for word in mine) if mine else None


def _covers(word: str, hit: Hit, side: Side) -> bool:
    if not _japanese(word):
        return any(start <= hit.start and hit.end <= end for start, end in places(word, fold(side.string)))
    string, word = fold(side.string), fold(word)
    return string.find(word, max(hit.end - len(word), 0), hit.start + len(word)) >= 0


def _japanese(word: str) -> bool:
    return any("\u3040" <= char <= "\u9fff" for char in word)


def _silent(hit: Hit, segment: Segment, context: Context) -> bool:
    return not all(
        context.speaks(segment, _known(only, context), _known(unless, context)) for only, unless in _pairs(hit)
    )


def _known(condition: Condition | None, context: Context) -> Condition | None:
    """A condition as far as it can be judged before it is known who stands in the text."""
    return None if condition is not None and _open(condition, context) else condition


def _open(condition: Condition, context: Context) -> bool:
    """True if dates are asked for and the text names no year: those in office may tell it, but they are hits too."""
    if not (condition.since or condition.until):
        return False
    from tqa.rules._when import stated

    return not stated(context)
