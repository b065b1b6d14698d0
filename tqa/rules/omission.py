"""Source words that nothing in the translation renders, with nothing in their place.

A trained table knows which English words render a Japanese one and how reliably, names and loanwords are known by their
sound. A free translation lacks the expected words too, but has others instead: the more words in the target have no
source, the less is said. What stands in brackets, titles in 『』, periods, places and people count as wholes. The finding
stands where the missing words would be put in.

Bad: 警察は昨夜、京都の銀行で強盗の疑いで学生を逮捕した。 ⇒ Police ⟦arrested a student⟧.
Good: 警察は昨夜、京都の銀行で学生を逮捕した。 ⇒ Police arrested a student at a bank in Kyoto last night.
Good: お世話になっております。 ⇒ I hope that you are well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tqa.lang.en.closed import PERSONS
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

if TYPE_CHECKING:
    from tqa.lang.counterparts.coverage import Coverage
    from tqa.lang.counterparts.gaps import Gap
    from tqa.lang.ja.tagger import Token

RULE = Rule(
    id="omission",
    summary="source content without counterpart in the translation",
    severity="minor",
    category="accuracy/omission",
    needs="pair",
    yields_to=("untranslated", "unrelated", "truncated"),
)
# Log odds, chosen on clean text and on machine translations, whose findings were read.
MAJOR = 0.5
MINOR = -0.5  # below, a third of what was read on clean text was a free translation
_LONGEST = 400  # characters of source beyond which a segment is a page, not a sentence


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    for found, gap in gaps_of(segment, context):
        if gap.score > MINOR:
            yield problem(segment, found, gap, "major" if gap.score > MAJOR else "minor")


def gaps_of(segment: Segment, context: Context) -> Iterator[tuple[Coverage, Gap]]:
    """The gaps of a segment that its neighbours do not fill."""
    if segment.source is None or not segment.confident or not segment.target.tokens:
        return
    source = segment.source.string
    if not 4 <= len(source) <= _LONGEST:
        return
    from tqa.lang.counterparts.coverage import coverage
    from tqa.lang.counterparts.gaps import FLOOR, gaps

    found = coverage(source, segment.target.string)
    for gap in gaps(source, segment.target.string, found):
        sure = not _seat(segment, found, gap) and (gap.whole or not _stood_for(segment, found, gap))
        start, end = _place(found, gap)
        across = "。" in source[start:end]  # the end of one sentence and the beginning of the next
        sure = sure and not _address(found, gap) and not _in_letters(segment, found, gap)
        if gap.score > FLOOR and sure and not across and not _filled(segment, found, gap, context):
            yield found, gap


def problem(segment: Segment, found: Coverage, gap: Gap, severity: str) -> Problem:
    assert segment.source is not None
    start, end = _place(found, gap)
    shown = segment.source.string[start:end]
    message = f"nothing here renders 「{shown}」{_told(found, gap)}"
    return Problem(segment, gap.start, gap.end, message, source=(start, end), severity=severity)


def _place(found: Coverage, gap: Gap) -> tuple[int, int]:
    """Where the words whose absence tells stand in the source."""
    telling = [word.token for word in found.words[gap.first : gap.last + 1] if word.open and word.weight]
    return telling[0].start, telling[-1].end


def _told(found: Coverage, gap: Gap) -> str:
    """What only an installed dictionary knows of the missing words, as it says."""
    from tqa.lang.counterparts.dictionary import glosses
    from tqa.lang.counterparts.lexicon import glossed

    lemmas = [word.token.lemma for word in found.words[gap.first : gap.last + 1] if word.missing]
    told = [f"{lemma}: {', '.join(glosses(lemma)[:3])}" for lemma in lemmas if glossed(lemma)]
    return f" (dictionary: {'; '.join(told)})" if told else ""


def _seat(segment: Segment, found: Coverage, gap: Gap) -> bool:
    """True if hardly more than a government is missing, and its seat stands for it: Beijing for 中国政府, the Kremlin."""
    missing = [word for word in found.words[gap.first : gap.last + 1] if word.open and word.weight]
    words = [word.token for word in missing if word.token.surface in _GOVERNMENT or word.token.pos == "name"]
    source = segment.source.string if segment.source else ""
    if not words or any(word.weight >= _WEIGHTY for word in missing if word.token not in words):
        return False
    from tqa.lang.world.countries import in_english, in_japanese

    ours = {one.country for one in in_japanese(source[: words[-1].end]) if one.end > words[0].start}
    string = segment.target.string
    return any(
        string[start:end] in country.seats
        for start, end, meant in in_english(string)
        for country in meant
        if country in ours
    )


def _address(found: Coverage, gap: Gap) -> bool:
    """True for what an address says more exactly than its translation: 市中区大通り of 名古屋市中区大通り, in Nagoya."""
    first, before = found.words[gap.first].token, found.words[gap.first - 1]
    return gap.first > 0 and first.surface in _PLACES and before.token.end == first.start and bool(before.at)


def _in_letters(segment: Segment, found: Coverage, gap: Gap) -> bool:
    """True for what both sides write in letters (i386), and for what Japanese adds to such a word: (Local Area Network、
    構内通信網)."""
    words = [word for word in found.words[gap.first : gap.last + 1] if word.open and word.weight]
    if all(word.token.surface.isascii() and word.token.surface in segment.target.string for word in words):
        return True
    before = segment.source.string[: words[0].token.start] if segment.source else ""
    if _is_gloss(segment, words[0].token.start, words[-1].token.end):
        return True
    added = before.endswith(("、", "，")) and before[-2:-1].isascii() and before[-2:-1].isalpha()
    return added and all(word.at for word in words)


def _is_gloss(segment: Segment, start: int, end: int) -> bool:
    """True for the Japanese of English words that stand there too, one of them in brackets: plain text file (文書);
    眠種（Stillseed）; and for what a translator of the source has added: (訳注: …)."""
    if segment.source is None:
        return False
    source, target = segment.source.string, segment.target.string
    after = re.match(r"\s?[（(]([A-Za-z][A-Za-z '’-]{2,})[）)]", source[end : end + 60])
    if after and after[1] in target:
        return True
    opens = max(source.rfind(mark, 0, start) for mark in "（(")
    if opens < 0 or max(source.rfind(mark, opens, start) for mark in "）)") >= 0:
        return False
    if source.startswith(("訳注", "訳者", "訳："), opens + 1):
        return True
    before = re.search(r"[A-Za-z][A-Za-z -]*[A-Za-z]\s?\Z", source[:opens])
    phrase = before[0].strip() if before else ""
    return " " in phrase and any(word.islower() for word in phrase.split()) and phrase in target


_PLACES = ("市", "県", "府", "都")
_GOVERNMENT = ("政府", "当局", "側", "大統領府")


def _stood_for(segment: Segment, found: Coverage, gap: Gap) -> bool:
    """True if hardly more than people's names is missing, and a pronoun may stand for them; if only names and nouns
    are, and initials may; or if a name is missing that is there in other characters (桜井, 櫻井)."""
    assert segment.source is not None
    words = [word for word in found.words[gap.first : gap.last + 1] if word.open and word.weight]
    missing = [word.token for word in words]
    if any(_person(token, segment.source.string) for token in missing) and any(t.key in PERSONS for t in found.target):
        rest = [word for word in words if not _person(word.token, segment.source.string)]
        if all(word.weight < _WEIGHTY for word in rest):
            return True
    if all(token.pos in ("name", "noun", "suffix", "prefix") for token in missing):
        known = {place for word in found.words for place in word.at}
        free = [token.text for place, token in enumerate(found.target) if place not in known]
        if any(_initials(text) and text not in segment.source.string for text in free):
            return True
    there = {(word.token.pos, word.token.reading) for word in found.words if not word.open}
    return all(token.pos == "name" and ("name", token.reading) in there for token in missing)


_WEIGHTY = 2.0  # of a word whose absence is telling without the name beside it


def _person(token: Token, source: str) -> bool:
    """True for people's names, and for other names that speak or act as the sentence begins."""
    if token.pos != "name" or token.detail in ("surname", "given", "person"):
        return token.pos == "name"
    return not source[: token.start].strip("「『（") and source.startswith(_SPEAKS, token.end)


_SPEAKS = ("は", "が", "も", "によると", "によれば")


def _initials(text: str) -> bool:
    """True for KTR and WWII."""
    return 1 < len(text) < 6 and text.isupper() and text.isascii()


def _filled(segment: Segment, found: Coverage, gap: Gap, context: Context) -> bool:
    """True if the neighbouring targets render a missing word, or the sources before it have told all of them."""
    near = [other for other in context.near(segment) if other is not segment]
    if not near:
        return False
    from tqa.lang.counterparts.coverage import coverage

    missing = [word.token for word in found.words[gap.first : gap.last + 1] if word.open and word.weight]
    told = "".join(other.source.string for other in near if other.source and other.index < segment.index)
    if all(token.surface in told for token in missing):
        return True
    words = "".join(token.surface + "、" for token in missing)
    elsewhere = coverage(words, " ".join(other.target.string for other in near)).words
    return any(word.at for word in elsewhere)
