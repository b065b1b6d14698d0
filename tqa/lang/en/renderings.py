"""The English of a glossary entry as texts really write it: shorter forms, joined words, acronyms, head nouns."""

from __future__ import annotations

import re
from functools import cache

_ARTICLES = ("the ", "a ", "an ")


def shortened(form: str) -> tuple[str, ...]:
    """Shorter ways to write a form: alternatives after a semicolon, no gloss in brackets, no article.

    >>> shortened("the Sengoku period (period of warring states)")
    ('the Sengoku period', 'Sengoku period')
    >>> shortened("hanging scroll; scroll painting")
    ('hanging scroll', 'scroll painting')
    """
    if not (form.startswith(_ARTICLES) or ";" in form or any(mark in form for mark in "(（[")):
        return ()
    found: list[str] = []
    for part in re.split(r"\s*;\s*", _bracket().sub(" ", form)):
        plain = " ".join(part.split())
        found += [plain, *(plain.removeprefix(article) for article in _ARTICLES if plain.startswith(article))]
    return tuple(dict.fromkeys(part for part in found if part and part != form and any(c.isalpha() for c in part)))


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r"\s*[(（\[][^)）\]]*(?:[)）\]]|$)")
