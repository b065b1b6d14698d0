"""Texts of one character or word over and over: the time grows with the length, not with its square."""

from __future__ import annotations

import time

import pytest

from tqa.api import Checker

SIZE = 10_000  # characters
SECONDS = 4.0  # of CPU time; with a quadratic step most of these take longer
SENTENCE = "The minister said on May 3, 2022, that the two-island plan (about 1,200 people) “would not work” in Osaka. "
PIECES = {
    "a paragraph": SENTENCE, "paragraphs": "He met Mr. Roe on May 3.\n\n", "lines": "a\n", "a word": "a", "capital": "A",
    "capitals": "Osaka ", "digits": "1", "figures": "1 ", "list": "1,", "years": "2022-", "dates": "May 3 ",
    "range": "from May 3 to ", "months": "May ", "spaces": "a" + " " * 40, "blank lines": "\n", "commas": ",",
    "spaced commas": ", ", "stops": ".", "abbreviation": "U.S. ", "title": "Mr. ", "hyphens": "a-", "curly": "“",
    "closing": "”", "straight": '"', "single": "'", "apostrophe": "’", "quoted": '"a" ', "said": "said, “no,” ",
    "round": "(", "closing round": ")", "pair": "()", "square": "[", "curly bracket": "{", "corner": "「",
    "asterisks": "*", "notes": "(*", "reference marks": "※", "tags": "<", "comments": "<!--", "entities": "&",
    "placeholders": "%", "backticks": "`", "addresses": "a@", "web": "http://", "kanji": "漢", "mojibake": "â€™",
    "lost": "\ufffd", "control": "\x01", "doubled": "the ", "credit": "Photo by ", "cause": "because it is ",
}  # fmt: skip


@pytest.fixture(scope="module")
def checker() -> Checker:
    made = Checker()
    made.check(SENTENCE)  # patterns compiled, glossary read
    return made


@pytest.mark.parametrize("name", PIECES)
def test_no_text_takes_quadratic_time(checker: Checker, name: str) -> None:
    piece = PIECES[name]
    text = piece * (SIZE // len(piece))
    before = time.process_time()
    findings = checker.check(text)
    assert time.process_time() - before < SECONDS
    assert not [finding.message for finding in findings if finding.rule == "internal-error"]
