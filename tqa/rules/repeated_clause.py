"""A clause that says again what the text has just said, and words that run in a loop.

Machine translation renders a clause twice, in two variants, or falls into a loop. A clause is reported when all its
content words stood, in the same order and close together, in the sentence itself or in one of the two before it.
Where the source stands beside it, a sentence is reported too that renders the one before again and not its own.
Parallel items differ in a number, a name or a word; headings, refrains and quoted speech repeat on purpose.

Bad: They kept silent because they wanted to avoid a quarrel with the neighbours. ⟦However, they wanted to avoid a quarrel with the neighbours, so they kept silent.⟧
Bad: It serves the needs ⟦of the people of the people of the people⟧.
Good: Exports of cars to China rose 3 percent in May. Exports of cars to India rose 5 percent in May.
Good: “No, no, no,” he said. “We will win. We will win.”
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tqa.lang.en.doubling import on_purpose
from tqa.lang.en.endings import finite
from tqa.lang.en.repetition import Loop, content, coupled, echoed, loops, negations, restated, says_more
from tqa.lang.en.tokens import Token
from tqa.model import Place, Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="repeated-clause",
    summary="a clause said again, or words in a loop",
    severity="major",
    category="linguistic-conventions/duplication",
    scope="document",
    yields_to=("doubled-word",),
)
_WORDS = 8  # a clause that counts has so many words …
_CONTENT = 4  # … and so many content words
_REACH = 2  # sentences back
_TITLES = 3  # the headline is among the first so many segments
_ROW = 4  # the same word with nothing between; a chant (“win, win, win, win”) has commas
_RUN = 8  # times that a word is said which people do say again: no, no, no
_LOOP = 12  # words in a loop that is broken by commas
_SENTENCE = 6  # words
_FULL = 12  # words that are no pattern to fill in
_ALIKE = 0.7  # the share of its words that a rendering has in common with the one before …
_UNLIKE = 0.2  # … though their sources share fewer of their pairs of characters
_OPENS = frozenset("until in on at by since with for during after before".split())
_CLAUSES = frozenset("if when while once as after before since because although unless in for under".split())
_KIN = frozenset("mother father son daughter brother sister wife husband child parent".split())
_CHAIN = 6  # the same word; a great-great-great-grandson has three


class _Said(NamedTuple):
    segment: Segment
    words: Sequence[Token]
    content: list[tuple[int, str]]


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    said: list[_Said] = []
    for segment in segments:
        side = segment.target
        at = 0
        for low, high in side.sentences:
            words: list[Token] = []
            while at < len(side.tokens) and side.tokens[at].start < high:
                words.append(side.tokens[at])
                at += 1
            if side.is_protected(low, high):
                continue
            found = [*_loops(segment, words)]
            yield from found
            if segment.kind in ("heading", "cell") or side.string[high - 1] not in ".!”\"’')":
                continue  # a question, a title: taken up again on purpose
            now = _Said(segment, words, content(words))
            if not found:
                yield from [*_echo(now, low, high)] or _within(now, low, high)
            old = said[-1] if said else None
            yield from _strayed(now, old, (low, high)) or _again(now, said[-_REACH:], (low, high))
            said.append(now)


def _again(now: _Said, before: Sequence[_Said], sentence: tuple[int, int]) -> Iterator[Problem]:
    if len(now.words) < _WORDS or not _says(now.content) or says_more(now.words) or _spoken(now.segment, *sentence):
        return
    for old in reversed(before):
        found = restated(old.content, now.content)
        if not found or _same_source(old.segment, now.segment) or _is_title(old.segment, now.segment):
            continue
        first, last = old.words[found[0]], old.words[found[1]]
        if negations(old.words[found[0] : found[1] + 1]) == negations(now.words):
            place = Place(old.segment, first.start, last.end, "said first here")
            message = "the sentence says again what was said just before"
            yield Problem(now.segment, *sentence, message, related=(place,))
            return


def _within(said: _Said, low: int, high: int) -> Iterator[Problem]:
    """A last clause that repeats what its own sentence said before."""
    segment, words, _ = said
    string = segment.target.string
    for index in range(_WORDS, len(words) - _WORDS + 1):
        gap = string[words[index - 1].end : words[index].start]
        if gap == " ":
            continue
        if gap == "-" or gap.strip() not in (",", ";", ":", "—", "–", "-"):
            continue
        rest, at = words[index:], bisect_left(said.content, (index, ""))
        before, now = said.content[:at], said.content[at:]
        found = restated(before, now) if _says(now) and not _spoken(segment, low, high) else None
        if not found or says_more(rest) or not finite([word.key for word in rest]):
            continue
        if negations(words[found[0] : found[1] + 1]) == negations(rest):
            place = Place(segment, words[found[0]].start, words[found[1]].end, "said first here")
            message = "the clause says again what its sentence has said"
            yield Problem(segment, rest[0].start, rest[-1].end, message, related=(place,))
            return


def _echo(said: _Said, low: int, high: int) -> Iterator[Problem]:
    """Last words that stood shortly before: "was lent for a month by the town and was lent for a month"."""
    segment, words, _ = said
    found = echoed([word.key for word in words])
    if not found or len(content(words[found[1] :])) < 2 or _spoken(segment, low, high) or _repeats(segment):
        return
    first, last = found
    size = len(words) - last
    keys = {word.key for word in words[last:]}
    if len(keys) < _CONTENT or (not first and 2 * size == len(words)):
        return  # it's hot, it's hot, it's hot; the end of the line, the end of the line
    if all(word.capital for word in words[last:] if word.key not in ("of", "the", "and", "in")):
        return  # a title, a firm
    place = Place(segment, words[first].start, words[first + size - 1].end, "said first here")
    message = "the sentence ends with words that it said just before"
    yield Problem(segment, words[last].start, words[-1].end, message, related=(place,))


def _says(words: Sequence[tuple[int, str]]) -> bool:
    """True if enough of the content words are words, not figures."""
    return sum(not word[0].isdigit() for _, word in words) >= _CONTENT


def _spoken(segment: Segment, low: int, high: int) -> bool:
    """True if a sentence is in quotation marks or begins or ends with one: speech repeats on purpose."""
    side = segment.target
    return side.quoted(low, high) or side.string[low] in "“\"‘'「" or side.string[high - 1] in "”\"’'」"


def _is_title(old: Segment, now: Segment) -> bool:
    """True if the text opens with a sentence of its own, a headline, which its body takes up again."""
    return old is not now and old.index < _TITLES and len(old.target.sentences) == 1


def _strayed(now: _Said, old: _Said | None, sentence: tuple[int, int]) -> list[Problem]:
    """Nearly the rendering of the segment before, whose source shares next to nothing with this one's."""
    if old is None or old.segment is now.segment or old.segment.source is None or now.segment.source is None:
        return []
    if any(len(said.segment.target.sentences) > 1 or len(said.words) < _SENTENCE for said in (old, now)):
        return []
    ours, theirs = (Counter(word.key for word in said.words) for said in (old, now))
    if (ours & theirs).total() < _ALIKE * max(len(old.words), len(now.words)):
        return []
    if ours != theirs and len(now.words) < _FULL:
        return []  # He was the father of A. He was the father of B.
    left, right = (set(pairwise(source.string)) for source in (old.segment.source, now.segment.source))
    if len(left & right) >= _UNLIKE * min(len(left), len(right)):
        return []
    place = Place(old.segment, old.words[0].start, old.words[-1].end, "rendered first here")
    message = "the sentence before is rendered again here; this source says something else"
    return [Problem(now.segment, *sentence, message, related=(place,))]


def _same_source(old: Segment, now: Segment) -> bool:
    """True if the source repeats itself too."""
    if old is now or old.source is None or now.source is None:
        return False
    left, right = ({s[i : i + 3] for i in range(len(s) - 2)} for s in (old.source.string, now.source.string))
    return 2 * len(left & right) > min(len(left), len(right))


def _loops(segment: Segment, words: Sequence[Token]) -> Iterator[Problem]:
    keys = [word.key for word in words]
    if len(set(keys)) == len(keys):
        return
    done: list[tuple[int, int]] = []
    for loop in loops(keys):
        if _counts(segment.target.string, words, loop):
            start, end = words[loop.first].start, words[loop.last - 1].end
            done.append((start, end))
            if not segment.target.is_protected(start, end):
                once = segment.target.string[start : words[loop.once - 1].end]
                yield Problem(segment, start, end, f"“{once}” over and over", others=(once,))
    if (pair := coupled(keys)) and _same(segment.target.string, words, *pair) and not _repeats(segment):
        start, end = words[pair[0]].start, words[pair[1] - 1].end
        if not any(low < end and start < high for low, high in done):
            link = words[pair[0] - 1].text
            yield Problem(segment, start, end, f"the same words on both sides of “{link}”")


def _repeats(segment: Segment) -> bool:
    """True if the source has the same words twice too."""
    return segment.source is not None and bool(re.search(r"(.{6,}).*\1", segment.source.string))


def _same(string: str, words: Sequence[Token], first: int, last: int) -> bool:
    """True if the second copy ends there, not in a longer name ("the Great Buddha and the Great Buddha Hall")."""
    if len(content(words[first:last])) < 2 or (words[first - 1].key == "but" and negations(words[:first])):
        return False
    follows = words[last] if last < len(words) else None
    if string[words[last - 1].end : words[last - 1].end + 1] in ("-", "–") or string[words[first].start - 1] in "\"“'‘":
        return False
    return follows is None or not follows.capital or bool(string[words[last - 1].end : follows.start].strip())


def _counts(string: str, words: Sequence[Token], loop: Loop) -> bool:
    size, total = loop.once - loop.first, loop.last - loop.first
    run = words[loop.first : loop.last]
    gaps = {string[left.end : right.start].strip() for left, right in pairwise(run)} - {"", "'s", "’s"}
    if size == 1:
        least = _RUN if on_purpose(run[0].key) else _CHAIN if gaps else _ROW
        return run[0].key.isalpha() and total >= least
    if not gaps:
        plain = not any(word.capital or len(word.key) == 1 or word.key in _KIN for word in run[1:])
        plain = plain or (run[0].key in _OPENS and not run[0].capital)  # until May 5 until May 5
        return size >= 3 and (plain or total >= _LOOP)
    if total // size >= 3:
        return total >= _LOOP
    if gaps != {","}:
        return False
    return (size >= 5 and not run[0].capital) or _named(string, words, loop)


def _named(string: str, words: Sequence[Token], loop: Loop) -> bool:
    """True for "Nara City, Nara City": a name of several words given again. New York is in New York."""
    run = words[loop.first : loop.last]
    size = loop.once - loop.first
    edges = [(words[loop.first - 1], run[0])] if loop.first else []
    edges += [(run[-1], words[loop.last])] if loop.last < len(words) else []
    longer = any(one.capital and other.capital and string[one.end : other.start] == " " for one, other in edges)
    clause = words[0].key in _CLAUSES and loop.first > 0  # if it is the fault of Ito Kogyo, Ito Kogyo pays
    return size >= 2 and all(word.capital for word in run) and run[0].key != "new" and not longer and not clause
