"""Edits of glossary files: what changes is what was asked for, and every other line stays, byte by byte."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from grown import WORDS, glossaries

from tqa.glossary.layout import comments, data, parse, scalar
from tqa.glossary.write import add_item, add_term
from tqa.model import TqaError

MESSY = (Path(__file__).parent / "messy.yaml").read_text(encoding="utf-8")
ORDER = ["ja", "en", "avoid", "note"]
ITEMS = st.one_of(WORDS, st.fixed_dictionaries({"en": WORDS, "why": WORDS}))


def changed(before: str, after: str) -> int:
    """The number of lines of `before` between its first and its last change."""
    ending = "\r\n" if "\r\n" in before else "\n"
    old, new = ((text if text.endswith("\n") else text + ending).splitlines(keepends=True) for text in (before, after))
    same = 0
    while same < len(old) and old[same] == new[same]:
        same += 1
    while len(old) > same and old[-1] == new[-1]:
        old.pop(), new.pop()
    return len(old) - same


def listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


@settings(max_examples=200, deadline=None)
@given(glossaries(), WORDS, WORDS)
def test_a_new_term(before: str, ja: str, en: str) -> None:
    after = add_term(before, ja, en)
    old, new = data(before.removeprefix("\ufeff")), data(after.removeprefix("\ufeff"))
    assert new.pop("terms") == [*old.pop("terms", []), {"ja": ja, "en": en}]
    assert new == old
    assert changed(before, after) == 0
    assert ("\r\n" in after) == ("\r\n" in before) and after.startswith("\ufeff") == before.startswith("\ufeff")
    if "\r\n" in before:
        assert after.count("\n") == after.count("\r\n")


@settings(max_examples=200, deadline=None)
@given(glossaries(), ITEMS, st.sampled_from(["avoid", "en"]), st.integers(0, 9))
def test_a_new_item(before: str, item: object, key: str, which: int) -> None:
    text = before.removeprefix("\ufeff")
    terms = data(text).get("terms", [])
    if not terms:
        return
    which %= len(terms)
    item = item if key == "avoid" or isinstance(item, str) else "North"
    root = parse(text)
    assert root is not None
    node = root.get("terms").items[which]  # type: ignore[union-attr]
    after = add_item(before, node.line, node.column, key, item, ORDER)
    new = data(after.removeprefix("\ufeff"))
    old = data(text)
    got, had = new["terms"][which].pop(key), old["terms"][which].pop(key, None)
    assert new == old
    assert listed(got) == ([item] if had is None else [*listed(had), item])
    assert changed(before, after) <= 1
    assert comments(text.replace("\r\n", "\n")) == comments(after.removeprefix("\ufeff").replace("\r\n", "\n"))


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_the_messy_file(ending: str) -> None:
    """Each entry of it gets a form to avoid, in its own manner."""
    messy = MESSY.replace("\n", ending)
    root = parse(messy)
    assert root is not None
    for section in ("terms", "people", "phrases"):
        for node in root.get(section).items:  # type: ignore[union-attr]
            after = add_item(messy, node.line, node.column, "avoid", "x, y", ORDER)
            assert changed(messy, after) <= (2 if section == "phrases" else 1)
            assert '"x, y"' in after
    after = add_term(messy, "海", "sea")
    assert changed(messy, after) == 0
    assert f"and back{ending}-   ja: 海{ending}    en: sea{ending}# the people" in after


@pytest.mark.parametrize(
    ("before", "key", "item", "after"),
    [
        ("- ja: 北\n  en: N\n", "en", "North", "- ja: 北\n  en: [N, North]\n"),
        ("- ja: 北\n  en: N # n\n", "en", "North", "- ja: 北\n  en: [N, North] # n\n"),
        ("- ja: 北\n  en: a, b\n", "en", "c", '- ja: 北\n  en: ["a, b", c]\n'),
        ("- ja: 北\n  en: [N]\n", "en", "North", "- ja: 北\n  en: [N, North]\n"),
        ("- ja: 北\n  en:\n  - N  # n\n  # end\n", "en", "o", "- ja: 北\n  en:\n  - N  # n\n  - o\n  # end\n"),
        ("- ja: 北\n  en: N\n  ref: r\n", "avoid", "x", "- ja: 北\n  en: N\n  avoid: x\n  ref: r\n"),
        ("- {ja: 北, en: N}\n", "avoid", "x", "- {ja: 北, en: N, avoid: x}\n"),
        ("- {ja: 北, en: N, ref: r}\n", "avoid", "x", "- {ja: 北, en: N, avoid: x, ref: r}\n"),
        ("- ja: 北\n  en: N", "avoid", {"en": "x", "why": "it's: y"}, '- ja: 北\n  en: N\n  avoid: {en: x, why: "it\'s: y"}\n'),
        ("- ja: 北\n  avoid: {en: a}\n", "avoid", "x", "- ja: 北\n  avoid: [{en: a}, x]\n"),
        ("- ja: 北\n  en: 'it''s'\n", "en", "x", "- ja: 北\n  en: ['it''s', x]\n"),
        ("- ja: 北\n  note: |\n    a\n    b\n\n", "avoid", "x", "- ja: 北\n  avoid: x\n  note: |\n    a\n    b\n\n"),
        ("- note: |\n    a\n    b\n\n", "avoid", "x", "- note: |\n    a\n    b\n  avoid: x\n\n"),
        ("- ja: 北\n  avoid: >\n    x\n    z\n", "avoid", "y", "- ja: 北\n  avoid: [x z, y]\n"),
        ("- ja: 北\n  avoid:\n    en: x # x\n    # w\n    why: z\n  ref: r\n", "avoid", "y",
         "- ja: 北\n  avoid:\n    - en: x # x\n      # w\n      why: z\n    - y\n  ref: r\n"),
        ("- ja: 北\n  en:\n    - N\n    # end\n# next\n", "avoid", "x", "- ja: 北\n  en:\n    - N\n    # end\n  avoid: x\n# next\n"),
        ("- ja: 北\n  en:\n    -\n      N\n", "en", "o", "- ja: 北\n  en:\n    -\n      N\n    - o\n"),
        ("- ja: 北\n  en: [N,\n    O,\n  ]\n", "en", "o", "- ja: 北\n  en: [N,\n    O, o,\n  ]\n"),
    ],
)
def test_where_it_goes(before: str, key: str, item: object, after: str) -> None:
    head = "tqa: 1\nterms:\n"
    got = add_item(head + before, 3, 3, key, item, [*ORDER[:-1], "ref", "note"])
    assert got.removeprefix(head) == after


@pytest.mark.parametrize(
    "text",
    [
        "- &n {ja: 北, en: N}\n- *n\n",  # the same entry twice
        "- ja: 北\n  avoid: &a [x]\n- ja: 南\n  avoid: *a\n",
    ],
)
def test_what_would_change_more_is_refused(text: str) -> None:
    before = "tqa: 1\nterms:\n" + text
    with pytest.raises(TqaError, match="safely"):
        add_item(before, 3, 3, "avoid", "y", ORDER)


FILES = sorted((Path(__file__).parent / "messy").glob("*.yaml"))


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_other_messy_files(path: Path, ending: str) -> None:
    """Every entry of each file gets a form to avoid and another rendering; what is shared says so."""
    messy = path.read_bytes().decode().replace("\r\n", "\n").replace("\n", ending)
    text = messy.removeprefix("\ufeff")
    root = parse(text)
    assert root is not None
    after = add_term(messy, "海", "sea")
    assert changed(messy, after) <= 1 and comments(after) == comments(messy)
    assert listed(data(after.removeprefix("\ufeff"))["terms"])[-1] == {"ja": "海", "en": "sea"}
    if path.stem == "json":
        json.loads(after)
    for section in ("terms", "people", "phrases"):
        for index, node in enumerate(found.items if (found := root.get(section)) else ()):
            for key, item in (("avoid", {"en": "x, y", "why": "z"}), ("en", "New One")):
                try:
                    after = add_item(messy, node.line, node.column, key, item, ORDER)
                except TqaError as error:
                    assert path.stem == "anchors" and "elsewhere too" in str(error)
                    continue
                assert changed(messy, after) <= (10 if path.stem == "keys" and key == "avoid" else 3)
                assert comments(after.replace("\r\n", "\n")) == comments(messy.replace("\r\n", "\n"))
                assert listed(data(after.removeprefix("\ufeff"))[section][index][key])[-1] == item
                assert after.startswith("\ufeff") == messy.startswith("\ufeff")
                if ending == "\r\n":
                    assert after.count("\n") == after.count("\r\n")
                if path.stem == "json":
                    json.loads(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("tqa: 1\nterms:\n", "tqa: 1\nterms:\n  - ja: 海\n    en: sea\n"),
        ("tqa: 1\nterms: []\n# x\n", "tqa: 1\nterms:\n  - ja: 海\n    en: sea\n# x\n"),
        ("tqa: 1\nterms: ~ # x\nphrases:\n", "tqa: 1\nterms: # x\n  - ja: 海\n    en: sea\nphrases:\n"),
        ("tqa: 1\nphrases:\n  - avoid: x", "tqa: 1\nphrases:\n  - avoid: x\nterms:\n  - ja: 海\n    en: sea\n"),
        ('{"tqa": 1}\n', '{"tqa": 1, "terms": [{"ja": "海", "en": "sea"}]}\n'),
        ("", "tqa: 1\nterms:\n  - ja: 海\n    en: sea\n"),
    ],
)
def test_a_first_term(before: str, after: str) -> None:
    assert add_term(before, "海", "sea") == after


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), min_size=1))
def test_any_text_can_be_written(text: str) -> None:
    assert data(f"a: [{scalar(text)}]\n") == {"a": [text]}
    assert data(f"a: {scalar(text)}\n") == {"a": text}
