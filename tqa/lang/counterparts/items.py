"""Items of an English list that its Japanese translation does not have."""

from __future__ import annotations

from typing import NamedTuple

from tqa.lang.counterparts.coverage import Coverage, coverage
from tqa.lang.en.series import series as english
from tqa.lang.ja.series import Items
from tqa.lang.ja.series import series as japanese


class Lost(NamedTuple):
    """Where the lost item stands in the English, and the list that should have it in the Japanese."""

    source: tuple[int, int]
    target: tuple[int, int]


def lost(source: str, target: str) -> list[Lost]:
    """The items of which nothing is rendered, in lists whose other items stand in a Japanese list, one for one.

    >>> source = "The bill covers rice, wheat and beef."
    >>> [source[slice(*one.source)] for one in lost(source, "法案は米と牛肉を対象とする。")]
    ['wheat']
    >>> lost(source, "法案は米、小麦と牛肉を対象とする。"), lost(source, "法案は米、麦と牛肉を対象とする。")
    ([], [])
    """
    found = coverage(target, source)
    theirs = japanese(target)
    result = []
    for items in english(source, found.target) if theirs else ():
        places = [[word.token.start for word in found.words if _among(word.at, item)] for item in items]
        if sum(not starts for starts in places) != 1:
            continue
        place = next(at for at, starts in enumerate(places) if not starts)
        kept = [starts for starts in places if starts]
        for list_ in theirs:
            before, there = list_[: -len(kept)], list_[-len(kept) :]
            whole = not target[list_[-1][1] :].lstrip().startswith(_MORE)
            same = whole and len(there) == len(kept) and all(map(_inside, kept, there))
            if same and _stand_elsewhere(found, before, items):
                first, last = items[place]
                span = found.target[first].start, found.target[last - 1].end
                result.append(Lost(span, (there[0][0], there[-1][1])))
                break
    return result


_MORE = ("または", "又は", "あるいは", "もしくは", "および", "及び", "ならびに", "並びに")  # another item follows


def _among(places: tuple[int, ...], item: tuple[int, int]) -> bool:
    return any(item[0] <= place < item[1] for place in places)


def _stand_elsewhere(found: Coverage, before: Items, items: Items) -> bool:
    """True if the nouns before a list render what stands outside the English one: last year in 昨年、米と牛肉."""
    low, high = items[0][0], items[-1][0] + 1  # what follows the last item's first word may be no part of it
    words = [[word for word in found.words if _inside([word.token.start], span)] for span in before]
    return all(here and all(word.at and not _among(word.at, (low, high)) for word in here) for here in words)


def _inside(starts: list[int], span: tuple[int, int]) -> bool:
    return any(span[0] <= start < span[1] for start in starts)
