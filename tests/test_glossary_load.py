"""The loader: strings stay strings, and each mistake is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqa.glossary.load import load, read
from tqa.model import Errors, TqaError


def write(path: Path, text: str) -> str:
    file = path / "g.yaml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_scalars_are_words(tmp_path: Path) -> None:
    path = write(tmp_path, "tqa: 1\nterms:\n  - ja: [No, on, 12:30, 010, 2024-04-01, ~]\n    en: yes\n")
    (term,) = load([path])
    assert term.ja == ("No", "on", "12:30", "010", "2024-04-01", "~")
    assert term.en == ("yes",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tqa: 1\nterms:\n  - ja: 北\n    avoids: x\n", "4:5: unknown key “avoids” (did you mean “avoid”?)"),
        ("terms: []\n", "1:1: the key “tqa” is missing"),
        ("tqa: 2\n", "1:6: “2” is none of: 1"),
        ("tqa: 1\nterms:\n  - ja: 北\n    ja: 南\n", "4:5: the key “ja” stands here twice (first in line 3)"),
        ("tqa: 1\nterms:\n  - ja: 北\n    en: N\n    avoid: N\n", "5:12: “N” is both accepted and to be avoided"),
        ("tqa: 1\nterms: 北\n", "2:8: a list is expected here, not a text (start each item with “- ”)"),
        ("tqa: 1\nterms:\n  - 北\n", "3:5: “key: value” lines are expected here, not a text"),
        ("tqa: 1\nterms:\n  - ja: {a: b}\n", "3:9: a text is expected here, not “key: value” lines"),
        ("tqa: 1\nterms:\n  - ja: ''\n    en: N\n", "3:9: a text is expected here, and there is none"),
        ("tqa: 1\nterms:\n  - ja: 北\n    case: x\n", "4:11: “x” is none of: exact, title, any"),
        ("tqa: 1\npeople:\n  - ja: 菅\n", "3:5: the key “en” is missing"),
        (
            "tqa: 1\npeople:\n  - en: A\n    posts: [{en: p, from: 2020-13-01}]\n",
            "4:27: “2020-13-01” is not a date such as 2020-09-16, 2020-09 or 2020",
        ),
        (
            "tqa: 1\npeople:\n  - en: A\n    posts: [{en: p, from: 2020, to: 2019}]\n",
            "4:13: the post ends (2019) before it begins (2020)",
        ),
        (
            "tqa: 1\nterms:\n  - ja: 北\n    en: N\n  - ja: 北\n    en: M\n",
            "5:5: “北” has an entry already (first in line 3: merge them, or give this one an id of its own)",
        ),
        ("tqa: 1\nterms:\n\t- ja: 北\n", "3:1: is not YAML: a tab indents this line"),
        ("tqa: 1\nterms: [" + "[" * 200 + "]" * 200 + "]\n", "2:47: is nested more than 40 levels deep"),
        ("tqa: 1\nterms:\n  - {}\n", "3:5: an entry needs ja, en or avoid"),
    ],
)
def test_mistakes(text: str, message: str, tmp_path: Path) -> None:
    path = write(tmp_path, text)
    with pytest.raises(TqaError) as caught:
        load([path])
    assert any(line.startswith(f"{path}:{message}") for line in str(caught.value).split("\n")), str(caught.value)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    path = write(tmp_path, "tqa: 1\nfoo: 1\nterms:\n  - jp: 北\n    en: N\n  - ja: 東\n    case: upper\n")
    with pytest.raises(Errors) as caught:
        load([path])
    assert len(caught.value.errors) == 3


def test_a_later_file_overrides(tmp_path: Path) -> None:
    one, two = tmp_path / "a.yaml", tmp_path / "b.yaml"
    one.write_text("tqa: 1\nterms:\n  - {ja: 北, en: North}\n", encoding="utf-8")
    two.write_text("tqa: 1\nterms:\n  - {ja: 北, en: the North}\n", encoding="utf-8")
    (term,) = load([str(one), str(two)])
    assert term.en == ("the North",)
    assert term.path == str(two)


def test_aliases_do_not_explode(tmp_path: Path) -> None:
    rows = ["tqa: 1", "terms:", "  - ja: &a0 [x, x]"]
    text = "\n".join(rows) + "\n    en: " + "[" + ", ".join(["*a0"] * 10) + "]\n"
    _, _, errors = read([write(tmp_path, text)])
    assert errors


@pytest.mark.parametrize(
    ("lines", "error"),
    [
        ("  - ja: 港\n    en: port: the old one\n", "4:13: is not YAML: a text holds a colon with a space behind it"),
        ("  - ja: 港\n     en: port\n", "4:8: is not YAML: this line does not fit those above it"),
        ("  - ja: 港\n   en: port\n", "4:4: is not YAML: this does not fit the lines above it"),
        ("  - {ja: 港, en: [port, harbor}\n", "3:30: is not YAML: a comma or a closing bracket is missing before this"),
        ('  - ja: 港\n    en: "port\n    note: x\n', "4:9: is not YAML: a quotation mark or a bracket is opened here and never"),
        ("  - ja: 港\n    en: @port\n", "4:9: is not YAML: a text cannot begin with this symbol (put the text in quotation marks)"),
        ("  - ja： 港\n", "3:5: “key: value” lines are expected here, not a text (the colon is a full-width one: write “: ”)"),
        ("  - ja:港\n", "3:5: “key: value” lines are expected here, not a text (a space stands after the colon)"),
        ("  - {ja: 港, only: 船}\n", "3:19: “key: value” lines are expected here, not a text (such as near: …)"),
        ("　terms: x\n", "3:1: unknown key “　terms” (a full-width space stands before it)"),
    ],
)  # fmt: skip
def test_typical_slips_are_told_in_plain_words(tmp_path: Path, lines: str, error: str) -> None:
    path = tmp_path / "g.yaml"
    path.write_text("tqa: 1\nterms:\n" + lines, encoding="utf-8")
    told = [str(one).removeprefix(f"{path}:") for one in read([str(path)])[2]]
    assert any(one.startswith(error) for one in told), told
