"""“a” before a vowel sound, or “an” before a consonant sound.

The sound decides, not the letter: an hour, a university, an NGO, a UN envoy, an 80-year-old. Where both are heard
(a historic, an historic) the rule is silent.

Bad: He joined ⟦a⟧ NGO.
Bad: It was ⟦an⟧ university town.
Bad: She lost ⟦a⟧ 18-year-old son.
Good: It took an hour to reach a UN office near an MBA school.
Good: An historic day, and a herb, and vitamin A in plan A and plan B.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tqa.lang.en.sounds import vowel_sound
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="article-a-an",
    summary="“a” or “an” against the sound that follows",
    severity="minor",
    category="linguistic-conventions/grammar/article",
    fix="safe",
)
# After these the letter a is a name, a variable or a foreign word, or "an" a slip for "and".
_NOT_NOUNS = frozenset(
    (
        "and or is in as if are at of on it i an a un et al all our us into until up its am our other he she his "
        "her they the this that then to be by was were so had has have from for with which who when made paste did "
        "will would can we you not but my again"
    ).split()
)
_GAPS = (" ", ' "', " “", " '", " ‘", "\n")


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    side = segment.target
    words = side.tokens
    for index, (word, following) in enumerate(pairwise(words)):
        if word.key not in ("a", "an") or word.possessive or side.string[word.end : following.start] not in _GAPS:
            continue
        opens = index == 0 or side.sentence_at(word.start)[0] == word.start or side.string[word.start - 1] in "“\"‘'("
        if word.text not in ("a", "an") and not (opens and word.text in ("A", "An")):
            continue  # vitamin A
        if word.text == "An" and following.capital and following.text[0] not in "EUO" and len(following.text) > 1:
            continue  # An Lushan
        if (
            side.string[word.start - 1 : word.start] in ("-", "(", "/", "&", ".", "'", "’")
            or following.key in _NOT_NOUNS
            or (side.string[following.end : following.end + 1] == "(" and following.text.islower())  # an lseek(2)
        ):
            continue
        vowel = vowel_sound(following.text.removesuffix("'s") if following.possessive else following.text)
        if vowel is None or vowel == (word.key == "an") or side.is_protected(word.start, following.end):
            continue
        better = word.text[0] + ("n" if vowel else "")
        sound = "vowel" if vowel else "consonant"
        message = f"“{word.text} {following.text}”: “{following.text}” begins with a {sound} sound"
        yield Problem(segment, word.start, word.end, message, better)
