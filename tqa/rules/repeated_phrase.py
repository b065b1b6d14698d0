"""Words of a clause that come again at once, where the source says nothing twice.

A machine that does not know how to go on says again what it has said: “we take the bus, although we take the
bus”. Six words or more count that hold a pronoun and what it does, within a sentence or two. Where the source
repeats a word of its own, or the words stand in brackets, they may be wanted twice.

Bad: 朝は窓を開けるといいですよ。 ⇒ It is good to open the window early, although ⟦it is good to open the window⟧.
Good: 空腹なら食べる。 ⇒ If you are hungry, you say that you are hungry.
Good: 父は朝に出かけ、母は昼に出かけた。 ⇒ He left the house in the morning, and she left the house at noon.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Place, Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="repeated-phrase",
    summary="words of a clause said again, where the source says nothing twice",
    severity="major",
    category="linguistic-conventions/duplication",
    needs="pair",
    lang="any",
    yields_to=(
        "repeated-clause", "doubled-word", "repeated-item", "tautology", "garbled-sentence", "untranslated",
        "phrase-doubled",
    ),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    side = segment.target
    if segment.source is None or not segment.confident:
        return
    found = _japanese(segment) if context.lang == "ja" else _english(segment)
    if found is None:
        return
    low, start, size = found
    end = start + size
    before = side.string[:start]
    if side.is_protected(start, end) or before.count("(") > before.count(")"):
        return
    place = Place(segment, low, low + size, "said here first")
    yield Problem(segment, start, end, f"“{side.string[start:end]}” again, the source says it once", related=(place,))


def _english(segment: Segment) -> tuple[int, int, int] | None:
    from tqa.lang.en.repetition import again
    from tqa.lang.ja.doubling import repeats

    words = segment.target.tokens
    found = again([word.key for word in words])
    if found is None or segment.source is None or repeats(segment.source.string):
        return None
    first, second, size = found
    start = words[second].start
    return words[first].start, start, words[second + size - 1].end - start


def _japanese(segment: Segment) -> tuple[int, int, int] | None:
    from tqa.lang.en.repetition import repeats
    from tqa.lang.ja.doubling import again

    found = again(segment.target.string)
    return found if found and segment.source is not None and not repeats(segment.source.string) else None
