"""What lint says, with its place; what it leaves alone; and that no file, however hostile, breaks it."""

from __future__ import annotations

import sys
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
import whole

from tqa.examples import failures
from tqa.glossary.lint import lint
from tqa.glossary.load import entries, examples_of, read, terms_of

HEAD = "tqa: 1\nterms:\n"


def told(path: Path, *texts: str) -> list[str]:
    names = []
    for number, text in enumerate(texts):
        file = path / f"{number}.yaml"
        file.write_text(text, encoding="utf-8")
        names.append(str(file))
    found, errors = entries(names)
    assert not errors
    return [f"{Path(one.path).stem}:{one.line}:{one.column} {one.code} {one.message}" for one in lint(found)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("  - {ja: [北, 北], en: N, ref: r}\n", "0:3:14 repeated “北” stands in this entry twice"),
        ("  - {ja: 北, en: N, avoid: [x, x], ref: r}\n", "0:3:31 repeated “x” stands in this entry twice"),
        ("  - {ja: 北, en: N, ref: r}\n  - {id: b, ja: 北, en: M, ref: r}\n", "0:4:17 duplicate “北” has an entry already"),
        (
            "  - {ja: 北, en: N, ref: r}\n  - {en: M, avoid: n, ref: r}\n",
            "0:4:20 conflict “n” is to be avoided here and accepted in",
        ),
        ("  - {ja: 北, en: the far north, avoid: far, ref: r}\n", "0:3:39 hidden “far” is a part of the accepted"),
        ("  - {ja: 北極, en: A, ref: r}\n  - {ja: 北極海, en: B, ref: r}\n", "0:4:10 nested “北極” ("),
        ("  - {ja: 北, en: N, only: {}, ref: r}\n", "0:3:20 condition this only: says nothing"),
        (
            "  - {ja: 北, en: N, only: {dates: {from: 2012, to: 2009-05}}, ref: r}\n",
            "0:3:35 condition these dates end (2009-05) before they begin (2012): never true",
        ),
        (
            "  - {ja: 北, en: N, avoid: {en: Far North, unless: {near: [Far, x]}}, ref: r}\n",
            "0:3:59 condition “Far” is a word of “Far North” itself: the form is never reported",
        ),
        (
            "  - {ja: 北, en: N, avoid: {en: Far North, only: {near: far north}}, ref: r}\n",
            "0:3:56 condition “far north” is a word of “Far North” itself: the condition always holds",
        ),
        (
            "  - {ja: 北, en: N, avoid: {en: x, only: {near: a}, unless: {near: [b, a]}}, ref: r}\n",
            "0:3:61 condition unless: takes back all that only: allows: never true",
        ),
        ("  - {ja: 北, en: N}\n", "0:3:6 ref this entry does not say where it comes from"),
        ("  - {ja: 北, en: N, ref: r, examples: [{en: a ⟦b}]}\n", "0:3:44 example the marks ⟦ ⟧ of this example do not pair"),
        ("  - {ja: 北, en: N, ref: r, examples: [{}]}\n", "example this example is empty"),
        (
            "people:\n  - {ja: 菅, en: Yoshihide Suga, family: {ja: 菅, en: Suga}, reading: かん よしひで, ref: r}\n",
            "0:3:69 reading “かん よしひで” does not spell “Suga”",
        ),
        ("people:\n  - {ja: 菅, en: Suga, reading: 菅, ref: r}\n", "0:3:32 reading a reading is written in hiragana"),
    ],
)
def test_it_says(text: str, message: str, tmp_path: Path) -> None:
    head = "tqa: 1\n" if text.startswith("people") else HEAD
    found = told(tmp_path, head + text)
    assert any(message in line for line in found), found


@pytest.mark.parametrize(
    "text",
    [
        "  - {ja: 北, en: N, ref: r}\n  - {ja: 南, en: S, avoid: T, ref: r}\n",
        "  - {ja: 北, en: N, ref: r}\n  - {id: b, ja: 北, en: M, only: {near: x}, ref: r}\n",
        "  - {ja: 北, en: N, ref: r}\n  - {ja: 南, en: S, avoid: {en: N, only: {near: x}}, ref: r}\n",
        "  - {ja: 北, en: northern, avoid: north, ref: r}\n",
        "  - {ja: 北, en: N, avoid: {en: Far North, unless: {near: [farther, 北の]}}, ref: r}\n",
        "  - {ja: 北, en: N, only: {dates: {from: 2012, to: 2012}}, ref: r}\n",
        "  - {ja: 北, en: N, avoid: [{en: x, only: {near: a}}, {en: x, only: {near: b}}], ref: r}\n",
        "people:\n  - {ja: 大野, en: Taro Ohno, family: {en: Ohno}, reading: おおの たろう, ref: r}\n",
    ],
)
def test_it_leaves_alone(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, ("tqa: 1\n" if text.startswith("people") else HEAD) + text) == []


def test_a_later_file_that_overrides_is_mentioned(tmp_path: Path) -> None:
    text = HEAD + "  - {ja: 北, en: N, ref: r}\n"
    found = told(tmp_path, text, text.replace("N", "M"))
    assert [line.split()[:2] for line in found] == [["1:3:6", "override"]]


def test_the_shipped_glossary() -> None:
    """No warning, and every example does what its marks say, with the whole glossary at hand."""
    found = whole.found()
    assert [one for one in lint(found) if one.level != "info"] == []
    examples = examples_of(found)
    assert len(examples) > 2000
    start = time.process_time()
    failing = failures(terms_of(found), examples)
    failed = [(one.example.term.path, one.example.line, one.silent, one.unasked) for one in failing]
    assert failed == []
    assert time.process_time() - start < 15


MANY = 20_000
HOSTILE = {
    "laughs": "".join(
        f"{key}: &{key} [{','.join([f'*{before}' if before else 'x'] * 9)}]\n" for before, key in zip(" abcdefg", "abcdefgh", strict=True) if before.strip() or key == "a"
    ).replace("* ", "x") + HEAD + "  - ja: *h\n",
    "shared entries": HEAD.replace("terms:", "terms: &l") + "  - &e {ja: [a, b], avoid: [c, d]}\n" + "  - *e\n" * MANY,
    "shared list": HEAD + "  - ja: &j [" + ",".join("x" * 5000) + "]\n" + "".join(f"  - {{id: a{n}, ja: *j}}\n" for n in range(3000)),
    "shared text": HEAD + "  - ja: &j " + "x" * 9000 + "\n" + "".join(f"  - {{id: a{n}, ja: *j}}\n" for n in range(3000)),
    "itself": "tqa: 1\nterms: &t\n  - ja: *t\n",
    "open brackets": HEAD + "[" * 10**6,
    "open braces": HEAD + "{a: " * 10**6,
    "dashes": HEAD + "- " * 10**6,
    "questions": HEAD + "? " * 10**6,
    "steps": HEAD + "".join(" " * n + "-\n" for n in range(1000)),
    "a huge text": HEAD + "  - ja: " + "x" * 5_000_000 + "\n",
    "a huge key": HEAD + "  - " + "x" * 1_000_000 + ": a\n",
    "no end": HEAD + '  - ja: "' + "x\n" * 200_000,
    "keys twice": HEAD + "  - ja: x\n" + "    ja: y\n" * MANY,
    "unknown keys": HEAD + "".join(f"  - k{n}: y\n" for n in range(MANY // 2)),
    "wrong types": HEAD + "  - [a]\n" * MANY,
    "tabs": HEAD + "\t- ja: x\n",
    "documents": "---\n" * MANY,
    "empty entries": "tqa: 1\nterms: [" + "{}," * 330_000 + "]\n",
    "empty texts": HEAD + "  - ja: [" + "''," * 330_000 + "]\n",
    "one id": HEAD + "  - ja: x\n" * MANY,
    "no names": HEAD + "  - *x\n" * MANY,
    "one name": HEAD + "  - &x {ja: x}\n" * MANY,
    "many names": HEAD + "".join(f"  - &x{n} {{ja: x{n}}}\n" for n in range(2 * MANY)),
    "a long wrong file": HEAD + "".join(f"  - {{jb: x{n}, en: y}}\n" for n in range(20 * MANY)),
    "control characters": HEAD + "  - ja: 北\n    en: \x07\n",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_its_message(name: str, tmp_path: Path) -> None:
    """Within a second, give or take a busy machine, and within bounds of memory."""
    file = tmp_path / "g.yaml"
    file.write_text(HOSTILE[name], encoding="utf-8")
    start = time.process_time()
    _, _, errors = read([str(file)])
    assert time.process_time() - start < 3  # a second where nothing else runs
    assert 0 < len(errors) <= 101
    assert all(error.line > 0 and len(str(error)) < 500 for error in errors), errors[0]


@pytest.mark.parametrize("name", ["laughs", "shared entries", "shared list", "shared text"])
def test_aliases_cost_no_memory(name: str, tmp_path: Path) -> None:
    file = tmp_path / "g.yaml"
    file.write_text(HOSTILE[name], encoding="utf-8")
    tracemalloc.start()
    try:
        read([str(file)])
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()


def test_a_control_character_is_placed(tmp_path: Path) -> None:
    file = tmp_path / "g.yaml"
    file.write_text(HOSTILE["control characters"], encoding="utf-8")
    (error,) = read([str(file)])[2]
    assert (error.line, error.column) == (4, 9)


KEYS = st.sampled_from(
    "tqa terms people phrases ja en avoid only unless near dates from to files why case short first family posts order examples".split()
)
LEAVES = st.one_of(
    st.sampled_from(["1", "北", "North", "2020", "2020-02-30", "exact", "⟦", "⟧x⟦", "", " ", "~", "…", "one's", "\ud7ff", "a\tb"]),
    st.text(st.characters(exclude_categories=("Cs",)), max_size=8),
)
TREES = st.recursive(
    LEAVES, lambda below: st.one_of(st.lists(below, max_size=4), st.dictionaries(KEYS, below, max_size=5)), max_leaves=25
)
ENTRIES = st.dictionaries(KEYS, TREES, max_size=6)
FILES = st.one_of(
    TREES,
    st.fixed_dictionaries(
        {"tqa": st.just("1")},
        optional={section: st.lists(ENTRIES, max_size=4) for section in ("terms", "people", "phrases")},
    ),
)


@settings(max_examples=200, deadline=None)
@given(FILES)
def test_any_tree_is_read_or_refused(tree: object) -> None:
    """Wrong types at every level: loader, lint and examples never raise."""
    import tempfile

    import yaml

    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file:
        yaml.dump(tree, file, allow_unicode=True)
        file.flush()
        terms, examples, errors = read([file.name])
        found, _ = entries([file.name])
    assert all(error.message for error in errors)
    lint(found)
    if not errors:
        list(failures(terms, examples))


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("tqa: 1\nermsj-[]{}&*!|>'\"%@`?#,北⟦⟧~\t\r\x00\u2028\ufeff"), max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    import tempfile

    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8", newline="") as file:
        file.write("tqa: 1\nterms:\n  - ja: 北\n" + text)
        file.flush()
        read([file.name])
        lint(entries([file.name])[0])


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{ja: 佐藤健二, reading: さとう けんいち, en: Kenichi Sato}", "no dictionary reads 佐藤健二 as “さとう けんいち”"),
        ("{ja: 佐藤健一, reading: さとう けんいち, en: Kenichi Sato}", ""),
        ("{ja: 佐藤健三, en: Kenichi Sato}", "nothing in 佐藤健三 is read “Kenichi”"),
        ("{ja: 佐藤健三, en: Kenzo Sato}", ""),
        ("{ja: 佐藤健三, en: Kenzo Satou}", ""),
        ("{ja: 東海林太郎, reading: しょうじ たろう, en: Taro Shoji}", ""),
        ("{ja: 知事佐藤健二, reading: さとう けんじ, en: Kenji Sato}", ""),  # a title beside it
        ("{ja: 佐藤ケンジ, reading: さとう けんじ, en: Kenji Sato}", ""),
        ("{ja: 陳水明, en: Chen Shui-ming}", ""),  # read in another language
        ("{ja: 趙大仁, en: Cho Dae-in}", ""),
    ],
)
def test_readings_of_people(tmp_path: Path, entry: str, message: str) -> None:
    found = [line for line in told(tmp_path, f"tqa: 1\npeople:\n  - {entry}\n") if " reading " in line]
    assert [line.split(" reading ")[1] for line in found] == ([message] if message else [])


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{ja: 富山, en: Toyoma}", "nothing in 富山 is read “Toyoma”"),
        ("{ja: 富山, en: [Toyama, Toyama City]}", ""),
        ("{ja: 金沢城, en: Kanezawa Castle}", ""),  # so 金 may be read
        ("{ja: 北京, en: Beijing}", ""),
        ("{ja: 自民党, en: Jimin Party}", ""),
        ("{ja: 港, en: Harbor}", ""),
        ("{ja: トヤマ, en: Toyoma}", ""),
    ],
)
def test_romanised_names(tmp_path: Path, entry: str, message: str) -> None:
    found = [line for line in told(tmp_path, f"{HEAD}  - {entry}\n") if " reading " in line]
    assert [line.split(" reading ")[1] for line in found] == ([message] if message else [])
