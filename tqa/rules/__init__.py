"""The contract of a rule, and the ordered list of all rules.

A rule is a module of this folder, named after its id (`quote-unpaired` is `quote_unpaired.py`), with

* a docstring: what it finds, why that matters, and examples after `Bad:` and `Good:`, one a line, which the tests
  run; what must be reported is marked ⟦so⟧, and `日本語 ⇒ English` gives the source too;
* `RULE`, its metadata;
* `check`, a pure generator: `check(segment, context)` for scope "segment", `check(segments, context)` for
  scope "document". It yields `Problem`s and knows no file format.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from tqa.matcher import longest
from tqa.model import Condition, Hit, Segment, Side, Term

# In the order in which findings at the same place are shown; grouped by what a rule needs.
COMMON = (  # for a target in either language
    "term-forbidden",
    "calque",
    "name-forbidden",
    "first-mention",
)
ENGLISH = (  # the translation alone
    "quote-unpaired",
    "bracket-unpaired",
    "spaced-punctuation",
    "mojibake",
    "markup-leftover",
    "japanese-residue",
    "mixed-script",
    "fullwidth-character",
    "note-marker",
    "page-furniture",
    "name-timeline",
    "post-date",
    "impossible-date",
    "weekday-mismatch",
    "reversed-range",
    "malformed-number",
    "doubled-word",
    "misspelled-word",
    "article-a-an",
    "article-the",
    "grammar-slip",
    "dangling-report",
    "doubled-conjunction",
    "lowercase-start",
    "lowercase-name",
    "cut-off-sentence",
    "garbled-sentence",
    "repeated-clause",
    "repeated-item",
    "tautology",
    "connective-chain",
    "phrase-drift",
    "compound-drift",
    "name-drift",
    "title-drift",
    "spelling-mix",
    "style-mix",
    "heading-case",
)
PAIR = (  # the source beside it
    "placeholder-mismatch",
    "tag-mismatch",
    "url-mismatch",
    "untranslated",
    "unrelated",
    "truncated",
    "omission",
    "omission-possible",
    "addition",
    "antonym-flip",
    "negation-flip",
    "negation-added",
    "question-mismatch",
    "hedge-flip",
    "number-scale",
    "phone-mismatch",
    "number-mismatch",
    "unit-mismatch",
    "date-mismatch",
    "time-mismatch",
    "number-missing",
    "number-added",
    "percent-point",
    "approximation-flip",
    "bound-flip",
    "fiscal-period",
    "relative-time",
    "repeated-phrase",
    "term-missing",
    "term-drift",
    "term-drift-possible",
    "person-mismatch",
    "name-mismatch",
    "name-doubtful",
    "romaji-spelling",
    "name-replaced",
    "name-missing",
    "country-mismatch",
    "title-mismatch",
)
JAPANESE = (  # the translation alone, for Japanese
    "foreign-residue",
    "latin-mismatch",
    "word-left",
    "sentence-missing",
    "item-missing",
    "katakana-name",
    "kakko-unpaired",
    "particle-doubled",
    "punctuation-doubled",
    "phrase-doubled",
    "style-level-mix",
    "spelling-variant",
    "halfwidth-katakana",
    "width-mix",
    "long-number",
    "western-punctuation",
)
ALL = (*COMMON, *ENGLISH, *PAIR, *JAPANESE)

NEAR = 2  # paragraphs before and after that count as company
_NAME = 3  # characters of a name that may end another


class Rule(NamedTuple):
    """The metadata of a rule. `needs`: target | pair. `scope`: segment | document. `status`: stable | preview.
    `lang` is the target language that it reads, or "any". `fix` is the safety of its suggestions: safe | unsafe |
    display. It keeps silent where it overlaps a finding of the rules that it `yields_to`, and, unless it is about
    `markup`, inside what is no language (`Side.protected`)."""

    id: str
    summary: str
    severity: str
    category: str  # MQM path, such as accuracy/mistranslation/number
    needs: str = "target"
    scope: str = "segment"
    status: str = "stable"
    lang: str = "en"
    fix: str = "display"
    yields_to: tuple[str, ...] = ()
    markup: bool = False


def module(rule_id: str) -> Any:
    """The module of a rule.

    Raises:
        KeyError: there is no such rule.
    """
    if rule_id not in ALL:
        raise KeyError(rule_id)
    from importlib import import_module

    return import_module(f"tqa.rules.{rule_id.replace('-', '_')}")


class Context:
    """What a rule may know beyond its segment: the whole text and the glossary."""

    def __init__(self, segments: Sequence[Segment], path: str, lang: str, source_lang: str, matcher: Any) -> None:
        self.segments = segments
        self.path = path
        self.lang = lang
        self.source_lang = source_lang
        self.matcher = matcher
        self._memo: dict[Any, Any] = {}

    def terms(self, kind: str = "") -> list[Term]:
        """The entries of the glossary, or those of one kind (term, person, phrase)."""
        return self.matcher.terms(kind) if self.matcher else []

    def family(self, name: str) -> list[Term]:
        """The people of the glossary whose family name is written so in Japanese."""
        return self.matcher.family(name) if self.matcher else []

    def find(self, index: int, side: Side) -> list[Hit]:
        """The hits in a side of a segment: where one holds another, the longest that its conditions let speak."""
        hits = self.matcher.found(side) if self.matcher else []
        kept = longest(hits)
        bound = [hit for hit in hits if conditional(hit)]
        if not bound or (len(kept) == len(hits) and not any(map(_within, bound))):
            return kept
        from tqa.rules._settle import settled

        return settled(hits, side, self.segments[index], self)

    def remember(self, key: Any, make: Any) -> Any:
        """A fact about the document that several calls need, made once."""
        if key not in self._memo:
            self._memo[key] = make()
        return self._memo[key]

    @property
    def text(self) -> str:
        """All targets, a line each: what does not stand here need not be looked for in each segment."""
        return self.remember("text", lambda: "\n".join(segment.target.string for segment in self.segments))

    @property
    def words(self) -> frozenset[str]:
        """All words of the targets, in small letters, and each two that follow each other: “peace”, “peace talks”."""
        return self.remember("words", lambda: frozenset(self._words()))

    def _words(self) -> Iterator[str]:
        for segment in self.segments:
            keys = [token.key for token in segment.target.tokens]
            yield from keys
            yield from map(" ".join, pairwise(keys))

    def near(self, segment: Segment, reach: int = 1) -> Sequence[Segment]:
        """A segment with so many before and after it, since translations move words over a full stop."""
        return self.segments[max(segment.index - reach, 0) : segment.index + reach + 1]

    def sources_near(self, segment: Segment) -> str:
        """What the source says in a segment and next door, a line each."""
        return "\n".join(one.source.string for one in self.near(segment) if one.source is not None)

    def speaks(self, segment: Segment, only: Condition | None, unless: Condition | None = None) -> bool:
        """True if the conditions let an entry speak in a segment. Of what stands `inside` longer words, only those
        hits are left that may stand there: that is settled."""
        if only is not None and not self.holds(only, segment):
            return False
        return unless is None or bool(unless.inside) or not self.holds(unless, segment)

    def holds(self, condition: Condition, segment: Segment) -> bool:
        """True if every part of a condition holds: its files, the years of the text, one of the words near by."""
        if condition.files and not any(_named(self.path, pattern) for pattern in condition.files):
            return False
        if condition.since or condition.until:
            from tqa.rules._when import evidence

            if not evidence(condition, self):
                return False
        return not condition.near or self._near(condition.near, segment)

    def _near(self, words: tuple[str, ...], segment: Segment) -> bool:
        return any(self.company(segment, word) for word in words)

    def company(self, segment: Segment, word: str) -> bool:
        """True if a word stands in the segment or in the two before or after, on either side. A word that is no form of
        the glossary is none either where it ends one that is: 民主党 of 立憲民主党."""
        text = self.remember(("company", segment.index), lambda: self._company(segment.index))
        if not (word in text if not word.isascii() else _stands(word, text)):
            return False
        if self.matcher is None or len(word) < _NAME or (word.isascii() and word.islower()):
            return True
        return any(self._alone(word, side) for side in self._sides(segment.index))

    def _alone(self, word: str, side: Side) -> bool:
        """True if a word stands in a side, and not only at the end of longer names that the glossary has."""
        spans = list(_found(word, side.string))
        hits = self.remember(("raw", id(side)), lambda: self.matcher.found(side)) if spans else ()
        if any((hit.start, hit.end) in spans for hit in hits):
            return True
        names = [hit for hit in hits if hit.role in ("preferred", "admitted") and hit.term.kind == "term"]
        return not all(any(hit.end == end and hit.start < start for hit in names) for start, end in spans)

    def _company(self, index: int) -> str:
        return "\n".join(side.string for side in self._sides(index))

    def _sides(self, index: int) -> Iterator[Side]:
        near = self.near(self.segments[index], NEAR)
        return (side for segment in near for side in (segment.target, segment.source) if side)


def conditional(hit: Hit) -> bool:
    """True if a hit's entry or form has conditions."""
    term = hit.term
    if term.only is not None or term.unless is not None:
        return True
    return hit.role == "avoid" and (hit.avoid.only is not None or hit.avoid.unless is not None)


def _within(hit: Hit) -> bool:
    """True if a condition of a hit asks what it is inside of."""
    conditions = [hit.term.only, hit.term.unless, *((hit.avoid.only, hit.avoid.unless) if hit.role == "avoid" else ())]
    return any(condition is not None and condition.inside for condition in conditions)


def _named(path: str, pattern: str) -> bool:
    """True if a file is called so, as seen from its folder or any folder above it.

    >>> _named("./texts/sports/a.md", "sports/*"), _named("a.md", "*.md"), _named("sports.md", "sports/*")
    (True, True, False)
    """
    from fnmatch import fnmatchcase

    parts = path.replace("\\", "/").split("/")
    pattern = pattern.replace("\\", "/").removeprefix("./")
    return any(fnmatchcase("/".join(parts[at:]), pattern) for at in range(len(parts)))


def _stands(word: str, text: str) -> bool:
    """True if a text holds a word as a whole; one in small letters may have capitals and a plural ending there.

    >>> _stands("talk", "Peace Talks"), _stands("talk", "he stalks"), _stands("Suga", "suga"), _stands("US", "USA")
    (True, False, False, False)
    """
    return next(places(word, text), None) is not None


def places(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a text holds a word as a whole."""
    plurals = ("", "s", "es") if word[-1:].isalpha() and word.islower() else ("",)
    text = text.lower() if word.islower() else text
    at = text.find(word)
    while at >= 0:
        ends = (at + len(word) + len(plural) for plural in plurals if text.startswith(plural, at + len(word)))
        end = next((end for end in ends if not _letter(text[end : end + 1])), -1)
        if end > 0 and not _letter(text[at - 1 : at]):
            yield at, end
        at = text.find(word, at + 1)


def _found(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a text holds a word: a Latin one as a whole, a Japanese one anywhere."""
    if word.isascii():
        yield from places(word, text)
        return
    at = text.find(word)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + 1)


def _letter(char: str) -> bool:
    return char.isalnum() or char == "_"
