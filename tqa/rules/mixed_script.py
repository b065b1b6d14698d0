"""A word in which letters of another script stand for Latin ones.

Cyrillic о and Latin o look alike, but searches, spelling checks and screen readers stumble.

Bad: The ⟦Tоkyo⟧ office opened in May.
Good: The Tokyo office measured 5 μm and 3 kΩ; Москва is Moscow.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="mixed-script",
    summary="letters of another script inside a Latin word",
    severity="minor",
    category="design/character-encoding",
    fix="safe",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    text = segment.target.string
    if text.isascii():
        return
    from unicodedata import name

    from tqa.lang.en.scripts import mixed

    for start, end, latin in mixed(text):
        strange = dict.fromkeys(char for char in text[start:end] if not char.isascii())
        odd = ", ".join(f"{name(char, '?').split()[0].title()} {char}" for char in strange)
        yield Problem(segment, start, end, f"“{text[start:end]}” is written with {odd}", suggestion=latin)
