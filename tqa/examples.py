"""The self-tests of a glossary: its `examples`, checked with that glossary alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tqa.check import Setup, check
from tqa.glossary.load import Example
from tqa.lang import language, other
from tqa.matcher import Matcher, compile_terms
from tqa.model import Document, Finding, Term, Unit
from tqa.rules import ALL
from tqa.text import Text

# The rules that speak for a glossary. term-missing is left out where the entry has no part in what it says.
RULES = tuple(
    rule for rule in ("term-forbidden", "calque", "name-forbidden", "name-timeline", "post-date", "term-missing")
    if rule in ALL
)  # fmt: skip


class Failure(NamedTuple):
    """An example that does not do what its marks say: `text` without marks, the spans marked, what was found."""

    example: Example
    text: str
    expected: tuple[tuple[int, int], ...]
    found: tuple[Finding, ...]

    @property
    def silent(self) -> list[tuple[int, int]]:
        """The marked spans that nothing reported."""
        return [span for span in self.expected if span not in {(one.start, one.end) for one in self.found}]

    @property
    def unasked(self) -> list[Finding]:
        """The findings that no mark asked for."""
        return [one for one in self.found if (one.start, one.end) not in self.expected]


def setup(terms: Sequence[Term]) -> Setup:
    """A setup of just these terms and the rules that speak for a glossary."""
    matcher = Matcher(compile_terms(terms, {code: language(code) for code in ("ja", "en")}))
    return Setup(matcher, RULES, {}, False, frozenset(RULES))


def failures(terms: Sequence[Term], examples: Sequence[Example]) -> Iterator[Failure]:
    """The examples of which a marked span is not reported, or anything else is."""
    ready = setup(terms if examples else ())
    for example in examples:
        lang = "ja" if "⟦" in example.ja or not example.en else "en"
        marked, beside = (example.ja, example.en) if lang == "ja" else (example.en, example.ja)
        text, spans = unmark(marked)
        source = Text.plain(unmark(beside)[0]) if beside else None
        document = Document(example.term.path, text, (Unit(Text.plain(text), source),), lang, other(lang))
        found = tuple(check(document, ready))
        if {(finding.start, finding.end) for finding in found} != set(spans):
            yield Failure(example, text, spans, found)


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without ⟦ ⟧, and what they enclosed; marks that do not pair enclose nothing.

    >>> unmark("a ⟦b⟧ c")
    ('a b c', ((2, 3),))
    """
    parts, spans, opened, at = [], [], None, 0
    for char in marked:
        if char == "⟦":
            opened = at
        elif char == "⟧":
            if opened is not None:
                spans.append((opened, at))
            opened = None
        else:
            parts.append(char)
            at += 1
    return "".join(parts), tuple(spans)
