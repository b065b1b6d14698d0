"""What the term-drift rules share: the renderings of each source term over a document, and which of them truly differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from tqa.lang.counterparts import lexicon
from tqa.lang.en.forms import verb_base, verb_forms
from tqa.lang.en.names import is_romaji, one_sound, plain
from tqa.lang.en.phrases import is_content
from tqa.lang.en.spelling import variants
from tqa.lang.en.tokens import Token
from tqa.lang.names.entities import misspelled
from tqa.model import Problem, Segment
from tqa.rules import Context
from tqa.rules._drift import Use, explained, report
from tqa.rules._rendering import accepted


class Rendering(NamedTuple):
    """A place that renders a term. `proper`: in capitals throughout, and not because a sentence begins there."""

    use: Use
    key: tuple[str, ...]
    source: tuple[int, int]
    proper: bool
    guessed: bool = False


_MANY = 8  # renderings
Differ = Callable[[Rendering, Rendering], bool]


def renderings(segments: Sequence[Segment], context: Context) -> dict[str, list[Rendering]]:
    """The terms that stand in two segments or more, with their sure renderings."""
    return context.remember("renderings", lambda: _renderings(segments))


def _renderings(segments: Sequence[Segment]) -> dict[str, list[Rendering]]:
    from tqa.lang.counterparts.located import located, whole

    pairs = [(segment, segment.source.string) for segment in segments if _fit(segment) and segment.source is not None]
    counts = Counter(form for _, source in pairs for form in {one.form for one in whole(source)})
    wanted = frozenset(form for form, count in counts.items() if count > 1)
    found: dict[str, list[Rendering]] = {}
    for segment, source in pairs:
        side = segment.target
        starts = {start for start, _ in side.sentences}
        for one in located(source, side.string, wanted):
            tokens = side.tokens[one.first : one.last]
            start, end = tokens[0].start, tokens[-1].start + len(tokens[-1].key)
            form = " ".join(side.string[start:end].split())
            proper = all(_proper(token, token.start in starts) for token in tokens if is_content(token.key))
            use = Use(segment, start, end, " ".join(one.key), form)
            term = one.term
            found.setdefault(term.form, []).append(
                Rendering(use, one.key, (term.start, term.end), proper, one.guessed)
            )
    return found


def _fit(segment: Segment) -> bool:
    return segment.kind != "heading" and segment.confident and bool(segment.target.string.strip())


def _proper(token: Token, opens: bool) -> bool:
    return token.capital and not (opens and _known(token.key))


def _known(word: str) -> bool:
    """Whether a word is English, as far as the lexicon has seen it."""
    return lexicon.rate_back(lexicon.key(word)) > 0


def drifts(segments: Sequence[Segment], context: Context, differ: Differ) -> Iterator[Problem]:
    """The problems of the source's terms that have renderings which differ."""
    return several(renderings(segments, context), differ, admitted(segments, context.lang))


def admitted(segments: Sequence[Segment], lang: str) -> dict[str, frozenset[str]]:
    """For the glossary's terms in the sources, the renderings that it admits, in small letters."""
    hits = [hit for segment in segments if segment.source for hit in segment.source.hits]
    forms = {hit.form: accepted(hit.term) if lang == "en" else hit.term.ja for hit in hits}
    return {form.lower(): frozenset(map(str.lower, found)) for form, found in forms.items()}


def several(
    found: Mapping[str, Sequence[Rendering]], differ: Differ, fine: Mapping[str, frozenset[str]]
) -> Iterator[Problem]:
    """The problems of terms that have renderings which differ; those that a glossary admits (`fine`) do not."""
    for term, places in found.items():
        groups: dict[tuple[str, ...], list[Rendering]] = {}
        for one in places:
            groups.setdefault(one.key, []).append(one)
        if len(groups) > _MANY:
            continue  # an ordinary word
        pairs = ((one, other) for one, other in combinations(groups, 2) if _two(groups[one], groups[other], differ))
        keys = {key for pair in pairs for key in pair}
        uses = [one for key in groups if key in keys for one in groups[key]]
        good = fine.get(term.lower(), frozenset())
        if len({one.key for one in uses if one.use.form.lower() not in good}) + bool(good) > 1:
            yield from said(term, uses)


def _two(ones: Sequence[Rendering], others: Sequence[Rendering], differ: Differ) -> bool:
    """Whether two groups of renderings are two, and not both guesses or one explained by the other."""
    sure = any(not one.guessed for one in (*ones, *others))
    told = explained([one.use for one in ones], [one.use for one in others])
    return sure and not told and all(differ(one, other) for one in ones[:_MANY] for other in others[:_MANY])


def said(term: str, found: Sequence[Rendering]) -> Iterator[Problem]:
    """The report on one term, with the places of the source."""
    sources = {(one.use.segment.index, one.use.start): one.source for one in found}
    for problem in report([one.use for one in found], f"{term} is"):
        yield problem._replace(source=sources[problem.segment.index, problem.start])


def apart(one: Rendering, other: Rendering) -> tuple[str, str] | None:
    """The one word in which two renderings differ, if it is another word on either side and not another form of it:
    no plural, no acronym, no people for their country, no other spelling of one sound."""
    mine, theirs = ([word for word in item.key if is_content(word)] for item in (one, other))
    ours = [word for word in mine if word not in theirs]
    yours = [word for word in theirs if word not in mine]
    if len(mine) != len(theirs) or len(ours) != 1 or len(yours) != 1:
        return None
    pair = (plain(ours[0]), plain(yours[0]))
    one_word = kin(*pair) or pair[1] in variants(pair[0]) or one_sound(*pair)
    same = one_word or _short_for(*sorted(pair, key=len)) or _one_country(*pair)
    return None if same or any(char.isdigit() for char in "".join(pair)) else pair


def kin(one: str, other: str) -> bool:
    """Whether two words are forms of one: use, using; Doji, Dojis.

    >>> kin("use", "using"), kin("doji", "dojis"), kin("chihara", "chiharu")
    (True, True, False)
    """
    short, long = sorted((one, other), key=len)
    if long == f"{short}s" or long in verb_forms(short) or verb_base(one) == verb_base(other):
        return True
    size = max(3, len(short) - 2)
    return _known(one) and _known(other) and one[:size] == other[:size]


def _short_for(short: str, long: str) -> bool:
    """Whether a word may be an abbreviation of another: tv, television; jct, junction."""
    letters = iter(long)
    shorter = len(short) < 5 and len(long) > len(short) + 2 and short[0] == long[0]
    return shorter and all(char in letters for char in short)


def _one_country(one: str, other: str) -> bool:
    from tqa.lang.world.countries import in_english

    found = [{country for *_, meant in in_english(word.title()) for country in meant} for word in (one, other)]
    return bool(found[0] & found[1])


def comparable(one: Rendering, other: Rendering, words: tuple[str, str]) -> bool:
    """Whether the words in which two renderings differ can stand for one part: both Japanese or neither, not a Japanese
    word here and its translation there. Where one is only guessed at, they are alike and all else is the same."""
    if misspelled(*words):
        return True
    if is_romaji(words[0]) != is_romaji(words[1]) or (len(one.key) == 1 and any(map(_known, words))):
        return False
    links = [[word for word in item.key if not is_content(word)] for item in (one, other)]
    return not (one.guessed or other.guessed) or (like(*words) and links[0] == links[1] and "and" not in links[0])


def like(one: str, other: str) -> bool:
    """Whether two readings share their beginning or their end, as two readings of one name do: Chihara, Kayahara.

    >>> like("chihara", "kayahara"), like("riyo", "risei"), like("dochu", "michitada")
    (True, True, False)
    """
    return one[:2] == other[:2] or one[-3:] == other[-3:]
