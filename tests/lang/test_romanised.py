"""Spellings of romanised words: the examples, and what is and is not Hepburn."""

from __future__ import annotations

import pytest

from tqa.lang.en.tokens import tokens
from tqa.lang.names.romanised import unusual

CASES = [
    ("義経が来た。", "Yoshitune came.", ["yoshitsune"]),
    ("義経が来た。", "Yoshitsune came.", []),
    ("聖徳太子の像だ。", "a statue of Prince Shoutoku", ["shotoku"]),
    ("聖徳太子の像だ。", "a statue of Prince Shōtoku", []),
    ("井上と松浦と大岡が来た。", "Inoue, Matsuura and Ooka came.", []),
    ("念仏と建武の話だ。", "It is about nembutsu and Kemmu.", []),
    ("慶応大学の教授だ。", "a professor of Keiou University", ["keio"]),
    ("仕事をして、メディアに出た。", "the media site", []),
    ("宗演（そうえん）は僧だ。", "Souen was a monk.", ["soen"]),
]


@pytest.mark.parametrize(("source", "target", "wanted"), CASES)
def test_unusual(source: str, target: str, wanted: list[str]) -> None:
    assert [one.hepburn for one in unusual(source, tokens(target))] == wanted
