"""A segment that was not translated: nothing stands there, or only marks, or the source itself.

A sentence of the source may have been merged into a neighbour: where most of its words are rendered in the
sentences before or after, nothing is said. Several missing sentences in a row make one finding.

Bad: 大臣は十日、新しい計画を発表した。 ⇒ ⟦.⟧
Bad: 市は来年、図書館を建て替える。 ⇒ ⟦市は来年、図書館を建て替える。⟧
Good: 市は来年、図書館を建て替える。 ⇒ The city will rebuild the library next year.
Good: …… ⇒ …
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log1p

from tqa.lang.en.closed import INTERJECTIONS
from tqa.lang.en.phrases import is_content
from tqa.lang.values.likeness import agree
from tqa.model import Problem, Segment, Side
from tqa.rules import Context, Rule
from tqa.rules._facts import facts_of

RULE = Rule(
    id="untranslated",
    summary="a segment without a translation",
    severity="critical",
    category="accuracy/untranslated",
    needs="pair",
    scope="document",
    lang="any",
)
_MANY, _OFTEN = 8, 4  # more places than this, with more than one sentence in so many: a summary
_NEAR = 2  # segments before and after in which a sentence may have been merged
_MERGED = 0.4  # of its known words rendered there
# Where the alignment is a guess, log(1 + weight lost) less _TELLS * share rendered must be more than _LEAST, and more
# than _SURE to be as bad as it looks: nine, and nineteen in twenty of sentences taken out of real texts at random.
# Between two sure pairs the place is known, and _BETWEEN is enough, even for one word: of such gaps in 300 whole real
# texts one went on with the sentence before.
_WORDS_KNOWN = 2  # a heading of one word is soon lost
_FIGURE = 2.0  # what a figure or date weighs
_TELLS, _LEAST, _SURE, _BETWEEN = 1.6, 0.9, 1.55, 0.6
_GOES_ON = ("と", "って")  # how a sentence begins that completes the one before


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    if context.lang == "ja" and context.source_lang != "en":
        return
    runs: list[list[Segment]] = []
    after = -1
    for segment in segments:
        if _empty(segment, context.lang) and not _merged(segment, context):
            if segment.index != after:
                runs.append([])
            runs[-1].append(segment)
            after = segment.index + 1
        if _label(segment) if context.lang == "ja" else _copied(segment):  # other English is foreign-residue's
            text = segment.target.string
            start, end = len(text) - len(text.lstrip()), len(text.rstrip())
            yield Problem(segment, start, end, "this is still the source text", source=_whole(segment))
    aligned = any(not segment.confident for run in runs for segment in run)  # not rows that somebody paired
    if aligned and len(runs) > _MANY and _OFTEN * sum(map(len, runs)) > len(segments):
        yield _abridged(runs)
        return
    yield from (_missing(run, context) for run in runs)


def _abridged(runs: list[list[Segment]]) -> Problem:
    """A translation that leaves out so much is a summary, or another text's: that is said once."""
    first = runs[0][0]
    message = f"{sum(map(len, runs))} sentences in {len(runs)} places have no translation: is this a summary?"
    return Problem(first, 0, len(first.target.string.rstrip()), message, source=_whole(first), severity="major")


def _missing(run: list[Segment], context: Context) -> Problem:
    segment = run[0]
    source = segment.source.string.strip() if segment.source else ""
    shown = source if len(source) <= 30 else source[:30] + "…"
    shown = f"“{shown}”" if context.lang == "ja" else f"「{shown}」"
    message = f"no translation of {shown}" if len(run) == 1 else f"no translation of {len(run)} sentences from {shown}"
    sure = any(one.confident or log1p((found := _lost(one, context))[0]) - _TELLS * found[1] > _SURE for one in run)
    end = len(segment.target.string.rstrip())
    return Problem(segment, 0, end, message, source=_whole(segment), severity="" if sure else "major")


def _whole(segment: Segment) -> tuple[int, int]:
    return 0, len(segment.source.string) if segment.source else 0


def _empty(segment: Segment, lang: str) -> bool:
    """True if the source says something and the target has neither letters nor figures."""
    if segment.source is None:
        return False
    target = segment.target.string
    return not any(char.isalnum() for char in target) and _words(segment.source, lang) > 0


def _words(source: Side, lang: str = "en") -> int:
    """How many content words a source has, in Japanese or, if the translation is to be so, in English."""
    if lang == "ja":
        return sum(is_content(token.key) and len(token.key) > 1 for token in source.tokens)
    if not any("ぁ" <= char <= "ヿ" or "一" <= char <= "鿿" for char in source.string):
        return 0
    from tqa.lang.counterparts.coverage import content

    return len(content(source.string))


def _merged(segment: Segment, context: Context) -> bool:
    """True if the neighbours render a good part of the sentence with words that their own sources do not explain."""
    if segment.confident:
        lost, share = _lost(segment, context)
        return 0 < share >= _MERGED
    placed = _between(segment, context)
    lost, share = _lost(segment, context, 1 if placed else _WORDS_KNOWN)
    return log1p(lost) - _TELLS * share < (_BETWEEN if placed else _LEAST)


def _between(segment: Segment, context: Context) -> bool:
    """True if the nearest pairs on both sides are sure, and nothing but missing sentences is between them."""
    source = segment.source.string if segment.source else ""
    if source.lstrip("「“（").startswith(_GOES_ON):
        return False
    here = segment.index
    sides = context.segments[here - 1 :: -1] if here else (), context.segments[here + 1 :]
    near = [next((one for one in side if not _empty(one, context.lang)), None) for side in sides]
    return all(one is None or (one.confident and one.source is not None and one.source.string) for one in near)


def _lost(segment: Segment, context: Context, least: int = _WORDS_KNOWN) -> tuple[float, float]:
    """The weight of the words and figures that nothing near renders, and the share of those that something near
    renders; nothing if there are fewer than `least`."""
    near = [other for other in context.near(segment, _NEAR) if other is not segment]
    there = [value for other in near for value in facts_of(other, "target", context)]
    figures = [any(agree(one, other) for other in there) for one in facts_of(segment, "source", context)]
    parts = _parts(segment, near, context.lang)
    parts += [(is_there, _FIGURE) for is_there in figures]
    rendered = sum(weight for is_there, weight in parts if is_there)
    whole = sum(weight for _, weight in parts)
    enough = segment.confident or len(parts) >= least
    return whole - rendered if enough else 0.0, rendered / whole if whole else 0.0


def _parts(segment: Segment, near: Sequence[Segment], lang: str) -> list[tuple[bool, float]]:
    """For each content word of a source, whether what else the targets near by say renders it, and its weight."""
    from tqa.lang.counterparts.coverage import coverage

    assert segment.source is not None
    if lang == "ja":
        found = coverage("、".join(map(_unexplained_ja, near)), segment.source.string)
        known = {place for word in found.words for place in word.at}
        return [(place in known, 1.0) for place, token in enumerate(found.target) if _tells(token.key)]
    words = coverage(segment.source.string, " ".join(map(_unexplained, near))).words
    return [(bool(word.at), max(word.weight, 0.1)) for word in words if word.weight or word.at]


def _tells(word: str) -> bool:
    return is_content(word) and word not in INTERJECTIONS


def _unexplained_ja(segment: Segment) -> str:
    """The words of a Japanese target that nothing in its own source yields."""
    from tqa.lang.counterparts.coverage import coverage

    found = coverage(segment.target.string, segment.source.string if segment.source else "")
    return "、".join(word.token.surface for word in found.words if not word.at)


def _unexplained(segment: Segment) -> str:
    """The words of a target that nothing in its own source yields."""
    from tqa.lang.counterparts.coverage import coverage

    found = coverage(segment.source.string if segment.source else "", segment.target.string)
    known = {place for word in found.words for place in word.at}
    return " ".join(token.text for place, token in enumerate(found.target) if place not in known)


def _copied(segment: Segment) -> bool:
    """True if the target is the source, and that is Japanese."""
    if segment.source is None:
        return False
    source, target = ("".join(side.string.split()) for side in (segment.source, segment.target))
    kana = any("ぁ" <= char <= "ヿ" for char in target)
    return kana and source == target and _words(segment.source) > 0


def _label(segment: Segment) -> bool:
    """True if the target is the source, and that tells a reader to do something: Show hidden files."""
    if segment.source is None or segment.source.string.strip() != segment.target.string.strip():
        return False
    from tqa.lang.ja.residue import command, english

    return command(segment.target.string) and not any(english(segment.target.string))
