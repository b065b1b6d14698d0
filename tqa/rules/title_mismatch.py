"""A title beside a name that says another thing than the source's: no longer former, not a deputy, another office.

安倍元首相 is not “Prime Minister Abe”, a 副知事 is no governor and a 知事 no mayor. What is compared is the title beside
the same person's name on either side: the office, a minister's field, its rank (副, 次官, 代行) and its time (元 and 前,
次期, 故). English says “former” once and then gives the name alone or the title that everybody knows: where an earlier
sentence says it, or any word of the sentence does (ex-, once, then), the rule is silent. Of a 容疑者 some word of the
translation must say that he is a suspect.

Bad: 伊藤元首相が講演した。 ⇒ ⟦Prime Minister⟧ Ito gave a lecture.
Bad: 伊藤首相が講演した。 ⇒ ⟦Former Prime Minister⟧ Ito gave a lecture.
Bad: 田中副知事が視察した。 ⇒ ⟦Governor⟧ Tanaka inspected it.
Bad: 田中市長が視察した。 ⇒ ⟦Governor⟧ Tanaka inspected it.
Good: 伊藤元首相が講演した。 ⇒ Ito, who once was prime minister, gave a lecture.
Good: 当時の伊藤首相が講演した。 ⇒ Then Prime Minister Ito gave a lecture.
Good: 伊藤首相が講演した。 ⇒ Chancellor Ito gave a lecture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from tqa.lang.en.closed import COURTESY
from tqa.lang.world.offices import FIRM, Holder, titles
from tqa.model import Problem, Segment, Side
from tqa.rules import Context, Rule

RULE = Rule(
    id="title-mismatch",
    summary="a title beside a name that says another thing than the source's",
    severity="major",
    category="accuracy/mistranslation/title",
    needs="pair",
    lang="any",
    fix="unsafe",
    yields_to=("post-date", "term-forbidden", "name-timeline"),
)
_TOKENS = 300  # of a segment in which a suspect's name is sought
_MANY = 40  # titles of a segment that are looked at
_FAR = 300  # segments before and after
_HEARD = 0.34  # of the consonants of a foreign name may differ: Yellen, Hochul
_CLASSES = frozenset("都道府県市区町村州国省庁社党大")  # a name with one of these is a place's or a body's
_SAID = {"former": "is no longer in office", "incoming": "is not yet in office", "late": "is dead",
         "vice": "is not the first in rank", "acting": "only acts in the office"}  # fmt: skip
_WORDS = {"former": "former", "incoming": "incoming", "vice": "vice- or deputy", "acting": "acting"}


class _Pair(NamedTuple):
    """The holders that both sides name: one in English, in Japanese all titles beside that name."""

    english: Holder
    japanese: tuple[Holder, ...]
    words: tuple[str, ...]


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or {context.lang, context.source_lang} != {"en", "ja"}:
        return
    ours, theirs = (segment.source, segment.target) if context.lang == "en" else (segment.target, segment.source)
    if context.lang == "en":
        yield from _suspects(segment, ours, context)
    if not any(title in ours.string for title in titles()):
        if context.lang == "en" and segment.confident and "元" in ours.string:
            yield from _nameless(segment, ours, theirs)
        return
    told: set[tuple[str, ...]] = set()
    paired: set[int] = set()
    for pair in _pairs(ours, theirs):
        paired.update(one.end for one in pair.japanese)
        problem = _compared(pair, segment, context)
        if problem is not None and pair.words[-1:] not in told:
            told.add(pair.words[-1:])
            yield problem
    if context.lang == "en" and segment.confident:
        yield from (one for one in _nameless(segment, ours, theirs) if one.source and one.source[1] not in paired)


def _nameless(segment: Segment, ours: Side, theirs: Side) -> Iterator[Problem]:
    """A former office-holder without a name, where no word of the sentence says that the office is over."""
    from tqa.lang.en.holders import heads_in
    from tqa.lang.en.holders import speaks as said
    from tqa.lang.ja.holders import former, found

    gone = list(islice(former(ours.string), _MANY))
    if not gone or said(theirs.string.replace("until", ""), "former"):
        return
    apart = {token.start for token in ours.tokens if token.surface in ("元", "前")}  # Maehara is no former Hara
    gone = [one for one in gone if one[0] in apart]
    standing = list(found(ours.string))
    for start, end, kind, words in gone:
        if sum(one.kind == kind for one in standing) > 1:
            continue
        all_heads = [head for head in heads_in(theirs.string, theirs.tokens) if kind in head[2]]
        heads = [head[:2] for head in all_heads if head[3]] or [head[:2] for head in all_heads]
        heads += [(token.start, token.end) for token in theirs.tokens if token.key.removesuffix("s") in words]
        if len(heads) == 1:
            low, high = heads[0]
            there = theirs.string[low:high]
            message = f"“{there}”: {ours.string[start:end]} in the source is that no longer"
            yield Problem(segment, low, high, message, others=(f"former {there}",), source=(start, end))


def _pairs(ours: Side, theirs: Side) -> Iterator[_Pair]:
    from tqa.lang.en.holders import holders
    from tqa.lang.ja.holders import found, holder

    listed = list(islice(found(ours.string), _MANY))
    for english, words in islice(holders(theirs.string, theirs.tokens), _MANY) if listed else ():
        named = _named(words, ours)
        japanese = (holder(ours.string, title, named) for title in listed)
        mine = tuple(one for one in japanese if one is not None)
        if mine and not theirs.quoted(english.start, english.end):
            yield _Pair(english, mine, words)


def _named(words: Sequence[str], ours: Side) -> Callable[[str], bool]:
    """Whether characters hold a name that English spells so: by the glossary, by a reading, or by the sound."""
    from tqa.lang.ja.loans import unlike
    from tqa.lang.ja.readings import stretch

    people = [hit for hit in ours.hits if hit.term.kind == "person" and hit.role != "avoid"]
    known = [hit.form for hit in people if {*words} & {key for form in hit.term.en for key in form.lower().split()}]
    names = [word for word in words if len(word) > 1 and word.isalpha()]

    def heard(piece: str) -> bool:
        return len(piece) > 2 and piece[-1] not in _CLASSES and any(unlike(piece, word) <= _HEARD for word in names)

    def named(run: str) -> bool:
        if not run or any(form in run for form in known):
            return bool(run)
        spans = (stretch(word, run) for word in names)
        if any(span is not None and run[span[1] : span[1] + 1] not in _CLASSES for span in spans):
            return True
        return any(map(heard, _katakana(run)))

    return named


def _katakana(run: str) -> list[str]:
    """The pieces of foreign names in a run, each with the character behind it if that is a kanji."""
    pieces: list[str] = []
    piece = ""
    for char in f"{run}・":
        if "ァ" <= char <= "ヺ" or char == "ー":
            piece += char
        elif piece:
            pieces.append(piece + char if char in _CLASSES else piece)
            piece = ""
    return pieces


def _compared(pair: _Pair, segment: Segment, context: Context) -> Problem | None:
    english, japanese = pair.english, pair.japanese
    kinds = frozenset(kind for one in japanese for kind in one.kinds)
    if not english.kinds & kinds:
        return _exchanged(pair, kinds, segment, context)
    if _other_field(pair, segment, context):
        there, wanted = _shown(pair, segment, context)
        return _at(pair, segment, context, f"“{there}”: the source has {wanted}, which is another ministry", None)
    for what in ("vice", "acting", "former", "incoming", "late"):
        ours = [what in (one.rank, one.time) for one in japanese]
        theirs = what in (english.rank, english.time)
        if all(ours) and not theirs and what != "late":
            if not _says(segment, context, "en", what) and not _told(pair, segment, context, what):
                return _problem(pair, segment, context, what, japanese_has=True)
        elif theirs and not any(ours) and not _says(segment, context, "ja", what):
            if not _says_anywhere(pair, segment, context, what):
                return _problem(pair, segment, context, what, japanese_has=False)
    return None


def _side(segment: Segment, context: Context, lang: str) -> Side | None:
    return segment.target if context.lang == lang else segment.source


def _says(segment: Segment, context: Context, lang: str, what: str) -> bool:
    """Whether the side in a language has any word for it, here or next door."""
    from tqa.lang.en import holders as english
    from tqa.lang.ja import holders as japanese

    speaks = english.speaks if lang == "en" else japanese.speaks
    sides = (_side(one, context, lang) for one in context.near(segment))
    return any(speaks(side.string, what) for side in sides if side is not None)


def _told(pair: _Pair, segment: Segment, context: Context, what: str) -> bool:
    """Whether an earlier sentence of the English has the name and says it."""
    from tqa.lang.en.holders import speaks

    for one in context.segments[max(segment.index - _FAR, 0) : segment.index]:
        side = _side(one, context, "en")
        if side is not None and any(token.key in pair.words for token in side.tokens) and speaks(side.string, what):
            return True
    return False


def _says_anywhere(pair: _Pair, segment: Segment, context: Context, what: str) -> bool:
    """Whether the Japanese says it of that person anywhere else."""
    from tqa.lang.ja.holders import found, holder

    for one in context.near(segment, _FAR):
        side = _side(one, context, "ja")
        for title in islice(found(side.string), _MANY) if side is not None else ():
            other = holder(side.string, title, _named(pair.words, side)) if side is not None else None
            if other is not None and what in (other.rank, other.time):
                return True
    return False


def _exchanged(pair: _Pair, kinds: frozenset[str], segment: Segment, context: Context) -> Problem | None:
    """Another office, if the English names one that nothing in the Japanese does."""
    from tqa.lang.ja.holders import found

    ours = _side(segment, context, "ja")
    ranked = pair.english.rank or any(one.rank for one in pair.japanese)
    chair = kinds == {"company head"} and "chair" in pair.english.kinds and "president" not in pair.english.kinds
    if ours is None or ranked or not (chair or (pair.english.firm and kinds <= FIRM)):
        return None
    if "兼" in ours.string or any(title.kind in pair.english.kinds for title in found(ours.string)):
        return None
    there, wanted = _shown(pair, segment, context)
    return _at(pair, segment, context, f"“{there}”: the source has {wanted}, which is another office", None)


def _other_field(pair: _Pair, segment: Segment, context: Context) -> bool:
    """Whether a minister is for something else, which nothing in the Japanese is about."""
    from tqa.lang.world.offices import fields

    ours = _side(segment, context, "ja")
    theirs = pair.english.fields
    if ours is None or not theirs or not all(one.fields for one in pair.japanese):
        return False
    return not any(field in theirs and sign in ours.string for sign, field in fields()[0].items())


def _shown(pair: _Pair, segment: Segment, context: Context) -> tuple[str, str]:
    """The title in the target and in the source, as the texts have them."""
    english, japanese = pair.english, pair.japanese[0]
    target, source = (english, japanese) if context.lang == "en" else (japanese, english)
    assert segment.source is not None
    return segment.target.string[target.start : target.end], segment.source.string[source.start : source.end]


def _problem(pair: _Pair, segment: Segment, context: Context, what: str, japanese_has: bool) -> Problem:
    there, wanted = _shown(pair, segment, context)
    lost = japanese_has == (context.lang == "en")
    message = f"“{there}”: {wanted} in the source {'says' if lost else 'does not say'} that the person {_SAID[what]}"
    suggestion = None
    if lost and context.lang == "en" and what in ("former", "incoming", "acting"):
        capital = pair.english.start == segment.target.sentence_at(pair.english.start)[0]
        suggestion = f"{_WORDS[what].capitalize() if capital else _WORDS[what]} {there}"
    return _at(pair, segment, context, message, suggestion)


def _at(pair: _Pair, segment: Segment, context: Context, message: str, suggestion: str | None) -> Problem:
    english, japanese = pair.english, pair.japanese[0]
    target, source = (english, japanese) if context.lang == "en" else (japanese, english)
    return Problem(segment, target.start, target.end, message, suggestion, source=(source.start, source.end))


def _suspects(segment: Segment, ours: Side, context: Context) -> Iterator[Problem]:
    """The first place where somebody whom the source calls a suspect or a defendant is named, if no word of the whole
    translation says so."""
    if "容疑者" not in ours.string and "被告" not in ours.string:
        return
    from tqa.lang.en.holders import accused as speaks
    from tqa.lang.ja.holders import accused

    if context.remember("accused", lambda: speaks(context.text)):
        return
    tokens = segment.target.tokens[:_TOKENS]
    for low, start, end in islice(accused(ours.string), _MANY):
        run = ours.string[low:start]
        for at, token in enumerate(tokens):
            if not token.capital or len(token.key) < 3 or not _named((token.key,), ours)(run):
                continue
            told = context.remember(("suspects", token.key), lambda segment=segment: segment.index)
            if told == segment.index:
                first = tokens[at - 1] if at and tokens[at - 1].key in COURTESY else token
                title = ours.string[start:end]
                said = "suspect" if title == "容疑者" else "defendant"
                message = f"“{token.text}” is {title} in the source; no word of the translation says so"
                others = (f"{said} {token.text}",)
                yield Problem(segment, first.start, token.start + len(token.key), message, others=others,
                              source=(low, end))  # fmt: skip
            break
