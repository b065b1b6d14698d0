"""The usual layout: it says the same, keeps each comment, and is its own layout."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings

sys.path.insert(0, str(Path(__file__).parent))
from grown import glossaries

from tqa.glossary.fmt import formatted
from tqa.glossary.layout import comments, data
from tqa.model import TqaError

HERE = Path(__file__).parent
SHIPPED = sorted((HERE.parents[1] / "glossary").glob("*.yaml"))


@settings(max_examples=200, deadline=None)
@given(glossaries())
def test_it_says_the_same(before: str) -> None:
    after = formatted(before)
    assert formatted(after) == after
    plain, old = (text.removeprefix("\ufeff").replace("\r\n", "\n") for text in (after, before))
    assert data(plain) == data(old)
    assert comments(plain) == comments(old)
    assert after.startswith("\ufeff") == before.startswith("\ufeff")
    assert not any(line != line.rstrip() for line in plain.split("\n"))
    assert plain.endswith("\n") and not plain.endswith("\n\n") and "\n\n\n" not in plain
    terms = plain.partition("terms:")[2].split("\n")[1:]
    assert all(line.startswith("  - ") for line in terms if line.lstrip().startswith("- ") and line[:4].strip())


def test_the_messy_file() -> None:
    messy = (HERE / "messy.yaml").read_text(encoding="utf-8")
    assert formatted(messy) == (HERE / "messy.formatted.yaml").read_text(encoding="utf-8")
    assert formatted(messy.replace("\n", "\r\n")) == formatted(messy).replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- en: N\n  ja: 北\n", "  - ja: 北\n    en: N\n"),
        ("- en: N # n\n  ja: 北 # j\n", "  - ja: 北 # j\n    en: N # n\n"),
        ("  - {en: N,ja:  北}\n", "  - {ja: 北, en: N}\n"),
        ("  - ja: 北\n    en: [a,b ,  'c']\n", "  - ja: 北\n    en: [a, b, 'c']\n"),
        ("  - ja: 北\n    en: [a,\n      b]  # two\n", "  - ja: 北\n    en: [a,\n      b]  # two\n"),
        ("  - ja: 北   \n\n\n\n  - ja: 南\n\n\n", "  - ja: 北\n\n  - ja: 南\n"),
        ("  - ref: r\n    # on en\n    en: N\n    ja: 北\n", "  - ja: 北\n    # on en\n    en: N\n    ref: r\n"),
        # A comment cannot stand above the first key, behind the dash: the order stays.
        ("  - en: N\n    # on ja\n    ja: 北\n", "  - en: N\n    # on ja\n    ja: 北\n"),
        ("  - ja: 北\n    avoid:\n    - x\n    - en: y\n      why: z\n", "  - ja: 北\n    avoid:\n      - x\n      - en: y\n        why: z\n"),
        ("- &a\n    en: N\n    ja: 北\n", "  - &a\n    ja: 北\n    en: N\n"),
        ("-\n  en: N\n  ja: 北\n", "  - ja: 北\n    en: N\n"),
        ("-   # n\n  en: N\n  ja: 北\n", "  - # n\n    ja: 北\n    en: N\n"),
        ("  -\n    # why\n    ja: 北\n", "  -\n    # why\n    ja: 北\n"),
        ("- ja:\n  -\n    北\n", "  - ja:\n      - 北\n"),
        ("  # 1\n  - ja: 北\n  # 2\n  - ja: 南\n# 3\n", "  # 1\n  - ja: 北\n  # 2\n  - ja: 南\n# 3\n"),
        ("  - ja: 北\n    note: >\n         a\n           b\n", "  - ja: 北\n    note: >\n         a\n           b\n"),
    ],
)
def test_layout(before: str, after: str) -> None:
    head = "tqa: 1\nterms:\n"
    assert formatted(head + before).removeprefix(head) == after


@pytest.mark.parametrize(
    "text",
    [
        "tqa: 1\nterms:\n  - ? ja\n    : 北\n    en: N\n",
        "tqa: 1\nterms:\n  - note: |+\n      a\n\n\n\n    ja: 北\n",
    ],
)
def test_what_it_cannot_do_it_says(text: str) -> None:
    with pytest.raises(TqaError, match="left as it is"):
        formatted(text, "g.yaml")


@pytest.mark.parametrize("path", sorted((HERE / "messy").glob("*.yaml")), ids=lambda path: path.stem)
def test_other_messy_files(path: Path) -> None:
    before = path.read_bytes().decode()
    after = formatted(before, str(path))
    assert formatted(after) == after
    plain, old = (text.removeprefix("\ufeff").replace("\r\n", "\n") for text in (after, before))
    assert data(plain) == data(old) and comments(plain) == comments(old)
    if path.stem == "json":
        assert after == before


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_the_shipped_files_have_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert formatted(text, str(path)) == text, "run: tqa glossary fmt"
