r"""A name of the source rendered in two ways in one text.

The reader takes Chihara and Kayahara for two people, and Kyoto City Hall and Kyoto City Office for two places. A
rendering counts only where each part of the name has its own word in the translation; two renderings differ in one
word, which is no other form of the same, no abbreviation, and not the Japanese word where the other has its
translation. A name of kanji that one text reads in two ways is told too, and so is a phrase that stands in 「」 in the
source and in quotation marks in the translation.

Into Japanese, where terms come from English, the same holds for terms of two words and more (継続的統合 beside
継続的インテグレーション), and for a name that is kept in Latin letters here and written in katakana there.

Bad: 2019年、茅原さんは舞台に立った。\n2021年、茅原さんは舞台を降りた。 ⇒ In 2019, Ms. Kayahara was on the stage.\nIn 2021, Ms. ⟦Chihara⟧ left the stage.
Good: 2019年、茅原さんは舞台に立った。\n2021年、茅原さんは舞台を降りた。 ⇒ In 2019, Ms. Kayahara was on the stage.\nIn 2021, Ms. Kayahara left the stage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._drift import Use
from tqa.rules._renderings import Rendering, admitted, apart, comparable, drifts, like, said, several

RULE = Rule(
    id="term-drift",
    summary="a name of the source rendered in two ways",
    severity="minor",
    category="terminology/inconsistent",
    needs="pair",
    scope="document",
    lang="any",
    yields_to=(
        "name-drift", "title-drift", "phrase-drift", "compound-drift", "name-mismatch", "name-forbidden",
        "term-forbidden", "term-missing", "romaji-spelling",
    ),
)  # fmt: skip


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    if sum(segment.source is not None for segment in segments) < 2:
        return
    found = _in_english(segments, context) if context.lang == "en" else _in_japanese(segments, context)
    done: list[tuple[int, int, int]] = []
    for problem in found:
        place = (problem.segment.index, problem.start, problem.end)
        if not any(at == place[0] and low < place[2] and place[1] < high for at, low, high in done):
            done.append(place)
            yield problem


def _in_english(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    from tqa.rules._quoted import differ, phrases

    yield from several(phrases(segments), differ, admitted(segments, context.lang))
    yield from drifts(segments, context, _differ)
    yield from _readings(segments)


def _in_japanese(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    from tqa.rules._translated import differ, scripts, scripts_differ, terms

    fine = admitted(segments, context.lang)
    yield from several(scripts(segments), scripts_differ, fine)
    for problem in several(terms(segments), differ, fine):  # without a clear majority, it may be a free choice
        yield problem if problem.others else problem._replace(severity="info")


def _differ(one: Rendering, other: Rendering) -> bool:
    words = apart(one, other)
    return words is not None and one.proper and other.proper and comparable(one, other, words)


def _readings(segments: Sequence[Segment]) -> Iterator[Problem]:
    """Names that are read in two ways, where the source goes on with the same characters or none."""
    from tqa.lang.counterparts.located import names, read

    pairs = [(one, one.source.string) for one in segments if one.source is not None and one.confident]
    counts = Counter(name for _, source in pairs for name in {source[low:high] for low, high in names(source)})
    wanted = frozenset(name for name, count in counts.items() if count > 1)
    found: dict[str, list[tuple[Rendering, tuple[str, str]]]] = {}
    for segment, source in pairs:
        for one in read(source, segment.target.string, wanted) if wanted else ():
            start, end = one.word.start, one.word.start + len(one.word.key)
            use = Use(segment, start, end, _folded(one.word.key), segment.target.string[start:end])
            item = Rendering(use, (one.word.key,), (one.start, one.end), True)
            found.setdefault(source[one.start : one.end], []).append((item, (one.before, one.after)))
    for name, items in found.items():
        if len({item.use.key for item, _ in items}) > 1:
            sure = [(item, beside) for item, beside in items if not _elsewhere(name, item)]
            if _alike({item.use.key for item, _ in sure}) and _one_bearer(sure):
                yield from said(name, [item for item, _ in sure])


def _alike(words: set[str]) -> bool:
    return len(words) > 1 and all(like(one, other) for one, other in combinations(sorted(words), 2))


def _elsewhere(name: str, item: Rendering) -> bool:
    from tqa.lang.counterparts.located import elsewhere

    source = item.use.segment.source
    return source is None or elsewhere(item.key[0], name, source.string)


def _folded(word: str) -> str:
    from tqa.lang.ja.romaji import fold

    return fold(word)


def _one_bearer(items: Sequence[tuple[Rendering, tuple[str, str]]]) -> bool:
    """Whether nothing says that two people or places of one name are meant: 三田市 is Sanda, 三田駅 is Mita."""
    around: dict[str, set[tuple[str, str]]] = {}
    for item, beside in items:
        around.setdefault(item.use.key, set()).add(beside)
    first, *others = around.values()
    return all(first & other or ("", "") in first | other for other in others)
