"""People of the glossary in place of others: the source's Zelenskyy stands nowhere, and Putin stands here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tqa.lang.en.closed import COURTESY
from tqa.model import Hit, Segment
from tqa.rules import Context

_ROLES = ("preferred", "admitted", "family")


class Exchange(NamedTuple):
    """The person `there` of a target, where the source has the person `lost`."""

    lost: Hit
    there: Hit


def exchanges(segment: Segment, context: Context) -> Iterator[Exchange]:
    """The people who stand for others, as far as the glossary knows both."""
    if segment.source is None:
        return
    strange = _strange(segment, context)
    if not strange:
        return
    gone = _gone(segment, context, strange)
    size, whole = max(len(segment.target.string), 1), max(len(segment.source.string), 1)
    for hit in strange:
        best = min(gone, key=lambda lost: abs(lost.start / whole - hit.start / size), default=None)
        if best is not None:
            gone = [lost for lost in gone if lost.form != best.form]
            yield Exchange(best, hit)


def _spans(hits: Sequence[Hit]) -> list[list[Hit]]:
    """People by where they stand; one family name may be several people's."""
    found: dict[tuple[int, int], list[Hit]] = {}
    for hit in hits:
        if hit.term.kind == "person" and hit.role in _ROLES:
            found.setdefault((hit.start, hit.end), []).append(hit)
    return list(found.values())


def _strange(segment: Segment, context: Context) -> list[Hit]:
    """People of the target whom nothing in the source and next door names."""
    around = context.sources_near(segment)
    rest = around  # without full names: the 金 of 金正恩 is nobody else's
    for one in (hit for other in context.near(segment) if other.source for hit in other.source.hits):
        if one.term.kind == "person" and one.role in ("preferred", "admitted"):
            rest = rest.replace(one.form, "　")
    found = []
    for hits in _spans(segment.target.hits):
        hit, string = hits[0], segment.target.string
        quoted = segment.target.quoted(hit.start, hit.end) or segment.target.is_protected(hit.start, hit.end)
        if quoted or any(form in around for one in hits for form in one.term.ja):
            continue
        if any(one.term.family[0] and one.term.family[0] in rest for one in hits):
            continue
        words = [token for token in segment.target.tokens if hit.start <= token.start < hit.end]
        if len(words) == 1 and (_goes_on(string, hit) or (_ordinary(words[0].key) and not _titled(string, hit))):
            continue
        if not any(_accounted(word.key, rest) for word in words):
            found.append(hit)
    return found


def _accounted(word: str, around: str) -> bool:
    """Whether the Japanese has a word that sounds so, or reads so."""
    from tqa.lang.ja.loans import katakana, unlike
    from tqa.lang.world.well_known import accounted

    if len(word) < 3:
        return False
    loans = (part for run in katakana().findall(around) for part in re.split("[・＝=]", run))
    return word in around.lower() or any(unlike(loan, word) <= _HEARD for loan in loans) or accounted(word, around)


def _ordinary(word: str) -> bool:
    """Whether a family name may be an English word too: May, Brown, Moon."""
    from tqa.lang.counterparts import lexicon
    from tqa.lang.en.names import is_romaji

    return len(word) < 4 or (lexicon.rate_back(lexicon.key(word)) > 0 and not is_romaji(word))


def _titled(string: str, hit: Hit) -> bool:
    """Whether a title stands before a name: Prime Minister Kan."""
    from tqa.lang.world.offices import heads

    last = string[: hit.start].split()[-1:]
    key = last[0].lower().strip(".") if last and last[0][:1].isupper() else ""
    return (key,) in heads() or key in _TITLES


def _goes_on(string: str, hit: Hit) -> bool:
    """Whether a family name is a part of another name: Putin Hill, Sue Obama."""
    if re.match(r"[- ][A-Z]", string[hit.end : hit.end + 2]):
        return True
    last = string[: hit.start].split()[-1:]
    named = bool(last) and last[0][:1].isupper() and last[0].isalpha()
    return named and not _titled(string, hit) and last[0] not in _LOWER


_TITLES = COURTESY | {"state", "general"}  # Secretary of State, Secretary-General
_LOWER = frozenset("The And But When After While As With Former If Though For On In".split())


def _gone(segment: Segment, context: Context, strange: Sequence[Hit]) -> list[Hit]:
    """People of the source of whom the target and its neighbours have no name."""
    source = segment.source
    if source is None:
        return []
    beside = "\n".join(one.target.string for one in context.near(segment))
    for hit in strange:
        beside = beside.replace(segment.target.string[hit.start : hit.end], " ")
    there = {hit.term.id for one in context.near(segment) for hit in one.target.hits}
    found = []
    for hits in _spans(source.hits):
        hit = hits[0]
        single = len(hit.form) < 2 and hit.role == "family"
        if single or _part(source.string, hit) or any(one.term.id in there for one in hits):
            continue
        if not any(_named(one, beside) for one in hits):
            found.append(hit)
    return found


def _part(string: str, hit: Hit) -> bool:
    """Whether a name is only a part of a longer one: トランプ in トランプタワー."""
    before, after = string[hit.start - 1 : hit.start], string[hit.end : hit.end + 1]
    loan = "ァ" <= hit.form[-1] <= "ヺ" or hit.form[-1] == "ー"
    return loan and any("ァ" <= char <= "ヺ" or char in "ー・＝" for char in before + after if char)


def _named(hit: Hit, beside: str) -> bool:
    """Whether a word may be one of a person's names in another spelling."""
    from tqa.lang.en.tokens import tokens
    from tqa.lang.ja.loans import unlike
    from tqa.lang.names.entities import misspelled

    names = {word.lower() for form in (*hit.term.en, hit.term.family[1]) for word in _words().findall(form)}
    kana = [part for part in re.split("[・＝]", hit.form) if "ァ" <= part[:1] <= "ヺ"]
    for token in tokens(beside):
        if not token.capital:
            continue
        if token.key in names or any(misspelled(name, token.key) for name in names):
            return True
        if any(unlike(part, token.key) <= _HEARD for part in kana):
            return True
    return not kana and any(token.capital and _accounted(token.key, hit.form) for token in tokens(beside))


_HEARD = 0.15  # of the consonants may differ


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{3,}")
