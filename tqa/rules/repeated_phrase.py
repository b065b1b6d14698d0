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
    yields_to=("repeated-clause", "doubled-word", "repeated-item", "tautology", "garbled-sentence", "untranslated"),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    side = segment.target
    if segment.source is None or not segment.confident:
        return
    from tqa.lang.en.again import again
    from tqa.lang.ja.doubling import repeats

    words = side.tokens
    found = again([word.key for word in words])
    if found is None or repeats(segment.source.string):
        return
    first, second, size = found
    start, end = words[second].start, words[second + size - 1].end
    before = side.string[:start]
    if side.is_protected(start, end) or before.count("(") > before.count(")"):
        return
    low, high = words[first].start, words[first + size - 1].end
    place = Place(segment, low, high, "said here first")
    yield Problem(segment, start, end, f"“{side.string[start:end]}” again, the source says it once", related=(place,))
