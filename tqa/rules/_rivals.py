"""Bodies of the glossary in place of others: the source has 外務省, the translation the Ministry of Finance."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.world.bodies import foreign, is_one, meant
from tqa.model import Hit, Segment
from tqa.rules import Context
from tqa.rules._rendering import Found


def rivals(found: list[Found], segment: Segment, context: Context) -> Iterator[tuple[Found, Hit]]:
    """The bodies of a source that are lost, each with another body in the target that no source near by names."""
    bodies = [item for item in found if is_one(item.hit.term.ja)]
    if not bodies or segment.source is None:
        return
    strange = list(_strange(segment, context))
    lost = [item for item in bodies if not item.how or item.how == "near" or _inside(item, strange)]
    whole, size = len(segment.source.string), max(len(segment.target.string), 1)
    for item in lost:
        best = min(strange, key=lambda hit: abs(hit.start / size - item.hit.start / whole), default=None)
        if best is not None:
            strange.remove(best)
            yield item, best


def _inside(item: Found, strange: list[Hit]) -> bool:
    """Whether what seems to say a body is a word of another's name: the ministry of the Ministry of Finance."""
    return any(hit.start <= item.start and item.end <= hit.end for hit in strange)


def _strange(segment: Segment, context: Context) -> Iterator[Hit]:
    """The bodies of a target that nothing in the source and next door names."""
    around = context.sources_near(segment)
    target = segment.target
    spans: dict[tuple[int, int], list[Hit]] = {}
    for hit in target.hits:
        if hit.role in ("preferred", "admitted"):
            spans.setdefault((hit.start, hit.end), []).append(hit)
    for (start, end), hits in spans.items():
        one = next((hit for hit in hits if hit.term.kind == "term" and is_one(hit.term.ja)), None)
        if one is None or target.quoted(start, end) or foreign(target.string, start, end):
            continue
        there = target.string[start:end]
        if " " not in there and not there.isupper() and (there.islower() or _ordinary(there)):
            continue
        if there.islower() and there.endswith("party"):  # the ruling party
            continue
        if not any(meant(hit.term.ja, around) for hit in hits):
            yield one


def _ordinary(word: str) -> bool:
    """Whether a word is English that may begin another name: the House of Peers."""
    from tqa.lang.counterparts import lexicon

    return lexicon.rate_back(lexicon.key(word.lower())) > 0
