"""What is known of the languages.

`en/` and `ja/` read one language each; `language("en")` gives the module with the functions that both have. They take a
string and answer with offsets into it (half-open code points). What joins the two: `values/` (numbers, dates, times),
`world/` (countries, places, offices), `counterparts/` (which word renders which), `names/`. Tables are in `data/`.
"""

from __future__ import annotations

from types import ModuleType

KNOWN = ("en", "ja")


def other(code: str) -> str:
    """The language that a translation into this one comes from.

    >>> other("en"), other("ja")
    ('ja', 'en')
    """
    return "en" if code == "ja" else "ja"


def language(code: str) -> ModuleType:
    """The analysis module of a language, by its BCP 47 code ("en", "en-GB", "ja").

    Raises:
        ValueError: the language is not one that tqa knows.
    """
    base = code.lower().split("-")[0]
    if base not in KNOWN:
        raise ValueError(f"tqa does not know the language {code!r}: it knows {', '.join(KNOWN)}")
    from importlib import import_module

    return import_module(f"tqa.lang.{base}.analysis")
