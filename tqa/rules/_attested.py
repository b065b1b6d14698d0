"""What a glossary calls a term elsewhere: 鎌倉時代 is “Kamakura era” in its own entry, “Kamakura period” in twenty others.

A dictionary that many people wrote contradicts itself; a translation that follows one of its ways is not wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tqa.lang.distance import distance
from tqa.lang.en.closed import LIGHT
from tqa.lang.en.names import is_romaji, plain
from tqa.lang.en.renderings import Words, shortened, written
from tqa.lang.en.tokens import tokens
from tqa.model import Hit, Segment, Term
from tqa.rules import Context
from tqa.rules._rendering import accepted, words

_OFTEN = 3  # entries
_LONGEST = 4  # words
_FEWEST = 4  # letters
_MOST = 200  # entries; a word of more is no term

Run = tuple[str, ...]


def attested(hit: Hit, here: Words, context: Context) -> bool:
    """Whether some words that other entries use for a term, and nearly only for it, stand in a translation."""
    counts = context.remember(("attested", hit.term.id), lambda: _counts(hit, context))
    if not counts:
        return False
    own = {"".join(run) for run in _english(hit.term)}

    common = {run for run in _parts(here.keys) if counts.get(run, 0) >= _OFTEN and "".join(run) not in own}
    return any(counts[run] * 2 >= _spread(run, context) for run in common)


def outvoted(form: str, there: str, context: Context) -> bool:
    """Whether what stands there is a form but for one letter or for its last words, and the glossary itself writes that
    much more often: “Edo period” for “Edo era”, “Teramachi” for “Teramchi”."""
    one, other = _words(form), _words(there)
    ours, theirs = _differing(one, other)
    if not ours or not theirs:
        return False
    if one[:1] == other[:1] and not is_romaji(other[-1]):
        ours, theirs = " ".join(one), " ".join(other)
    elif len(ours) < _FEWEST or distance(ours.replace(" ", ""), theirs.replace(" ", ""), 1) > 1:
        return False
    return _spread_of(theirs, context) >= max(_OFTEN, _OFTEN * _spread_of(ours, context))


def contradicted(hit: Hit, start: int, end: int, segment: Segment, context: Context) -> bool:
    """Whether what stands at a place is what a shorter term within a term is called by its own entry, and no fewer
    entries say so than say what the longer one's does: 石山本願寺 “Ishiyama Honganji Temple”, 本願寺 “Hongan-ji Temple”."""
    if segment.source is None or len(hit.form) < 3:
        return False
    source, here, form = segment.source, words(segment, context), hit.term.en[0]
    for part in context.remember(("every hit", segment.index), lambda: context.matcher.found(source)):
        if part.start < hit.start or hit.end < part.end or part.term.id == hit.term.id or part.role == "avoid":
            continue
        for other in accepted(part.term):
            place = written(other, here, part.term.kind)
            if place and place[0] < end and start < place[1] and other.lower() not in form.lower():
                ours, theirs = _differing(_words(form), _words(segment.target.string[start:end]))
                return bool(ours and theirs) and _spread_of(ours, context) <= _spread_of(theirs, context)
    return False


def spread(form: str, context: Context) -> int:
    """How many entries have the words of a form."""
    return _spread_of(" ".join(_words(form)), context)


def _differing(one: Run, other: Run) -> tuple[str, str]:
    """What is left of two runs of words without what they begin and end with in common."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return " ".join(one), " ".join(other)


def _spread_of(text: str, context: Context) -> int:
    return len(context.remember(("holding", text), lambda: context.matcher.holding(text)))


def _spread(run: Run, context: Context) -> int:
    """How many entries have a run of words, not counting what they explain in brackets."""

    def count() -> int:
        rows = context.matcher.holding(" ".join(run))
        return len(rows) if len(rows) > _MOST else sum(_has(context.matcher.term(row), run) for row in rows)

    return context.remember(("spread", run), count)


def _has(term: Term, run: Run) -> bool:
    return any(run == words[at : at + len(run)] for words in _english(term) for at in range(len(words)))


def _counts(hit: Hit, context: Context) -> Counter[Run]:
    """The runs of words of the longer terms that hold a term, and how many of them share each."""
    rows = context.matcher.holding(hit.form)
    if not _OFTEN < len(rows) < _MOST:
        return Counter()
    terms = [term for row in rows if (term := context.matcher.term(row)).id != hit.term.id]
    return Counter(run for term in terms for run in {part for one in _english(term) for part in _parts(one)})


def _english(term: Term) -> Iterator[Run]:
    for form in term.en:
        for text in shortened(form) or (form,):
            yield _words(text)


def _words(text: str) -> Run:
    return tuple(plain(token.key) for token in tokens(text))


def _parts(words: Run) -> Iterator[Run]:
    for size in range(1, _LONGEST + 1):
        for at in range(len(words) - size + 1):
            run = words[at : at + size]
            if run[0] not in LIGHT and run[-1] not in LIGHT and sum(map(len, run)) >= _FEWEST:
                yield run
