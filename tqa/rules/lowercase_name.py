"""A day, a month, a country, a nationality or a town in small letters: “on sunday”, “a japanese firm”; “i’m”, too.

Words that are also something else (may, march, china, french) are left alone, and so are titles in romanised Japanese,
addresses, code, and texts that do without capitals.

Bad: The council met on ⟦sunday⟧ in Nara.
Good: The council met on Sunday in Nara, at tokyo.example.com.
Good: “Kyoto meisho zue” and “shinsen kyoto ezu” are old guides.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="lowercase-name",
    summary="a day, month, country or town in small letters",
    severity="minor",
    category="linguistic-conventions/capitalization",
    fix="safe",
    yields_to=("lowercase-start", "misspelled-word", "untranslated", "term-forbidden", "term-missing"),
)
_JOINS = "-–_/@#.'’~:"  # beside these a word is a part of something longer
_AFTER = ("-", "–", "_", "/", "@", "#")


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    from tqa.lang.en.capitals import LACQUER, NAMES

    side = segment.target
    for at, token in enumerate(side.tokens):
        if NAMES.isdisjoint((token.text, token.text.removesuffix("s"))) or side.string.islower():
            continue
        before, after = side.string[token.start - 1 : token.start], side.string[token.end : token.end + 2]
        if (side.tokens[at - 1].text, token.text) == LACQUER:
            continue
        part = (before and before in _JOINS) or after[:1] in _AFTER or (after[:1] == "." and after[1:].isalpha())
        if part or side.is_protected(token.start, token.end) or _romanised(segment, at):
            continue
        yield Problem(segment, token.start, token.end, f"“{token.text}” has a capital", token.text.capitalize())


def _romanised(segment: Segment, at: int) -> bool:
    """True beside a word that is no English one: a title in Japanese."""
    from tqa.lang.en.words import words

    here = segment.target.tokens[at]
    near = [token.text for token in segment.target.tokens[max(at - 1, 0) : at + 2] if token is not here]
    plain = [text for text in near if text.islower() and text.isascii() and text.isalpha() and len(text) > 2]
    return any(not words().is_common(text) for text in plain)
