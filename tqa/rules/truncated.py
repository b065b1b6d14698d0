"""A translation that breaks off: the source goes on, the target stops.

A segment that ends without a mark where its source has one, and lacks words of the source, was cut; so was one that is
far too short for its source and has nothing in place of what is missing. Headlines end without marks, and free
translations have other words in place of the missing ones: both are left alone. A whole sentence that only lost its
full stop is a smaller matter, and is told as such.

Bad: 首相は会見で、消費税の増税を来年まで延期すると発表した。 ⇒ At a press conference, the prime minister announced ⟦that⟧
Bad: 市は新しい図書館と病院を来年の春に開く。 ⇒ The city will open a new ⟦library⟧
Bad: 市は新しい図書館を来年の春に開く。 ⇒ The city will open a new library next ⟦spring⟧
Good: 市は新しい図書館を来年の春に開く。 ⇒ The city will open a new library next spring.
Good: お急ぎください！ ⇒ Hurry now
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="truncated",
    summary="a translation that breaks off before its source ends",
    severity="major",
    category="accuracy/omission",
    needs="pair",
    lang="any",
    yields_to=("untranslated", "unrelated"),
)
_STOPS = ("。", "！", "？", "!", "?", "．", "」", "』")
_ENDS = (".", "!", "?", '"', "'", "”", "’", ")", "]", ":", ";", "…", "。", "！", "？", "」", "』", "*", "%")
_NO_STOP = "no end mark here, the source has 「。」"
_SHORT = 1.0  # characters of English for one of Japanese: professional text has about 2.5
_LONG = 2.0  # enough to be whole
# Characters of Japanese for a letter of English, of which there are so many at least: professionals have 0.25 to 0.6,
# at least 0.19 in one sentence.
_LEAST_JA, _SEVERAL_JA, _LETTERS = 0.16, 0.2, 40


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or not segment.confident:
        return
    if context.lang == "ja":
        yield from _short_in_japanese(segment)
        return
    source, target = segment.source.string.strip(), segment.target.string.rstrip()
    is_open = source.endswith(_STOPS) and not target.endswith(_ENDS) and len(source) >= 8
    short = len(target) < _SHORT * len(source) and len(source) >= 16
    if target.endswith(")") and source.endswith("。") and _unstopped(target):
        words = segment.target.tokens
        if words and _sentence(source, segment) and not _stopless(context):
            yield Problem(segment, words[-1].start, len(target), _NO_STOP, severity="minor")
        return
    if not target or not (is_open or short) or not segment.target.tokens or _option(target):
        return
    from tqa.lang.counterparts.balance import cut, hangs
    from tqa.lang.counterparts.coverage import coverage

    found = coverage(segment.source.string, _around(segment, context))
    last = segment.target.tokens[-1]
    whole = is_open and len(target) >= _LONG * len(source) and not hangs(found)
    if whole or not cut(found, is_open, len(target) / len(source)):
        if is_open and _sentence(source, segment) and not _stopless(context):
            stopped = (last.text + ".",)
            yield Problem(segment, last.start, last.end, _NO_STOP, others=stopped, severity="minor")
        return
    missing = [word.token for word in found.words if word.missing]
    shown = "、".join(dict.fromkeys(token.surface for token in missing[:4]))
    reason = "ends without a mark" if is_open else "is far too short"
    span = missing[0].start, missing[-1].end
    start = 0 if short else last.start  # of a text that is far too short, no part is whole
    yield Problem(
        segment, start, last.end, f"the translation {reason} and lacks {shown}: is it cut off?", source=span
    )


def _short_in_japanese(segment: Segment) -> Iterator[Problem]:
    """A Japanese text too short to say what its English source says."""
    source, target = segment.source, segment.target.string.strip()
    letters = sum(len(token.key) for token in source.tokens if token.key.isalpha()) if source else 0
    size = sum(char.isalnum() for char in target)
    if source is None or letters < _LETTERS:
        return
    least = _SEVERAL_JA if len(source.sentences) > 1 else _LEAST_JA
    if 0 < size < least * letters:
        start = len(segment.target.string) - len(segment.target.string.lstrip())
        message = f"{size} characters of Japanese for {len(source.tokens)} words of English: is something left out?"
        yield Problem(segment, start, start + len(target), message, source=(0, len(source.string)))


_WORDS = 5  # of a sentence that should end in a mark


def _sentence(source: str, segment: Segment) -> bool:
    """True if the source ends in a predicate and 。, and the target looks like a sentence, not a title."""
    if not (source.endswith("。") and "ぁ" <= source[-2] <= "ん"):
        return False
    words = segment.target.tokens
    if words and words[0].text.islower():
        return False  # show the next lines
    capitals = sum(word.capital for word in words)
    final = segment.target.string.split()[-1]
    typed = "," in final[1:-1]  # enter 4,1,2,3
    is_word = (final[-1].isalnum() or final[-1] == ")") and not typed
    return len(words) >= _WORDS and is_word and 2 * capitals < len(words)


_LINES = 5
_SHARE = 3  # one in so many


def _stopless(context: Context) -> bool:
    """True for a text whose lines do without a full stop, as the messages of many programs do."""

    def count() -> bool:
        ends = [one for one in context.segments if one.source and one.source.string.rstrip().endswith("。")]
        bare = sum(one.target.string.rstrip()[-1:].isalnum() for one in ends)
        return bare >= _LINES and bare * _SHARE >= len(ends)

    return context.remember("stopless", count)


def _option(target: str) -> bool:
    """True for what an option of a program does: -q, --quiet print no messages."""
    return target[:1] == "-" and target[1:2] not in (" ", "")


def _unstopped(target: str) -> bool:
    """True if a bracket closes a target and no end mark stands in it or before it: … in the old town (now a park).
    A quotation that ends with its own mark may have its source in brackets after it."""
    before, _, inside = target.rpartition("(")
    parts = (part.rstrip().rstrip("'\"’”") for part in (before, inside[:-1]))
    return bool(before.strip()) and not any(part[-1:] in ".!?:;…" for part in parts)


def _around(segment: Segment, context: Context) -> str:
    """The target with its neighbours, where a sentence may be continued."""
    return " ".join(other.target.string for other in context.near(segment))
