"""Values of pairs, each pair in both directions: a right translation is silent, of a wrong one a value rule speaks."""

from __future__ import annotations

import os

import pytest
from examples import VALUES

from tqa import Checker

CHECKER = Checker(glossary=[], select=VALUES)


def rows() -> list[tuple[str, str, str]]:
    """Verdict, Japanese, English."""
    with open(os.path.join(os.path.dirname(__file__), "lang", "pairs.tsv"), encoding="utf-8") as file:
        return [(verdict, ja, en) for verdict, ja, en in (line.rstrip("\n").split("\t") for line in file)]


@pytest.mark.parametrize(("verdict", "ja", "en"), rows())
def test_pair(verdict: str, ja: str, en: str) -> None:
    for source, target, lang in ((ja, en, "en"), (en, ja, "ja")):
        found = CHECKER.check_pairs([(source, target)], lang=lang, source_lang="ja" if lang == "en" else "en")[0]
        assert bool(found) == (verdict == "wrong"), (target, [(one.rule, one.quote) for one in found])
