"""The JSON Schema and the loader: one shape, one judgement."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tqa.glossary import shape
from tqa.glossary.load import read
from tqa.glossary.schema import schema, text
from tqa.yamltree import Shape

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted((ROOT / "glossary").glob("*.yaml"))


class Editor(yaml.CBaseLoader):
    """Reads scalars as an editor does, by the core schema of YAML 1.2: 2020 is a number, 2020-09-16 is text."""


Editor.yaml_implicit_resolvers = {}
for kind, pattern, first in (("null", r"(~|null|)$", ["~", "n", ""]), ("int", r"[-+]?[0-9]+$", "-+0123456789"), ("bool", r"(true|false)$", "tf")):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(pattern), list(first))
Editor.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
Editor.add_constructor("tag:yaml.org,2002:null", lambda loader, node: None)
Editor.add_constructor("tag:yaml.org,2002:bool", lambda loader, node: node.value == "true")


@cache
def validator() -> Any:
    found = schema()
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


def test_the_committed_file_is_the_generated_one() -> None:
    assert (ROOT / "tqa/glossary/schema.json").read_text(encoding="utf-8") == text(), "tqa glossary schema > tqa/glossary/schema.json"


def test_every_key_has_a_description() -> None:
    def check(node: Any, path: str) -> None:
        if isinstance(node, dict):
            for key, value in node.get("properties", {}).items():
                inner = value.get("properties", {}).keys() <= {"en", "ja"} or path.endswith(("short", "first"))
                assert value.get("description") or inner or key in ("en", "ja"), f"{path}.{key}"
            for key, value in node.items():
                check(value, f"{path}.{key}")
        elif isinstance(node, list):
            for value in node:
                check(value, path)

    check(schema(), "")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_the_shipped_files_are_valid(path: Path) -> None:
    content = path.read_text(encoding="utf-8")
    assert content.startswith("# yaml-language-server: $schema=../tqa/glossary/schema.json\n")
    for loader in (yaml.CBaseLoader, Editor):
        errors = [(list(error.path), error.message) for error in validator().iter_errors(yaml.load(content, loader))]
        assert errors[:3] == []


TERM = "tqa: 1\nterms:\n  - "
PERSON = "tqa: 1\npeople:\n  - "
PHRASE = "tqa: 1\nphrases:\n  - "
GOOD = [
    "tqa: 1\n",
    "tqa: '1'\n",
    TERM + "{ja: 北, en: North}\n",
    TERM + "{ja: [北, 北方], en: [North, the North], id: n, domain: d, ref: r, note: n}\n",
    TERM + "{avoid: x}\n",
    TERM + "{ja: 北, en: [], only: {dates: {from: 2020-02-29}}}\n",
    TERM + "{ja: No, en: true, note: 12}\n",
    TERM + "{ja: 北, avoid: [x, {en: y, why: z, only: {near: [a]}, unless: {files: '*.md'}, case: any}, {ja: 南}]}\n",
    TERM + "{ja: 北, case: exact, short: {en: N}, first: {en: [a, b], ja: c}}\n",
    TERM + "{ja: 北, only: {dates: {from: 2020, to: 2021-02}, near: x}}\n",
    TERM + "{ja: 北, examples: [{ja: 北, en: ⟦N⟧}, {en: x}]}\n",
    PERSON + "{en: A}\n",
    PERSON + "{ja: 菅, en: [A], reading: すが, family: {ja: 菅, en: S}, order: family-given, posts: [{en: p, from: 2020-09-16}]}\n",
    PHRASE + "{avoid: x}\n",
    PHRASE + "{avoid: [x], en: [y], why: z, unless: {near: a}, case: any}\n",
]
BAD = [
    "terms: []\n",
    "tqa: 2\n",
    "tqa: 1\nterm: []\n",
    "- tqa\n",
    "tqa: 1\nterms: 北\n",
    "tqa: 1\nterms: {ja: 北}\n",
    TERM + "北\n",
    TERM + "{}\n",
    TERM + "{note: n}\n",
    TERM + "{ja: [], note: n}\n",
    TERM + "{ja: }\n",
    PERSON + "{en: []}\n",
    PHRASE + "{avoid: []}\n",
    TERM + "{ja: 北, only: {dates: {from: 2021-02-29}}}\n",
    TERM + "{ja: {a: b}}\n",
    TERM + "{ja: [[北]]}\n",
    TERM + "{ja: ''}\n",
    TERM + "{ja: ' '}\n",
    TERM + "{ja: 北, avoids: x}\n",
    TERM + "{ja: 北, case: upper}\n",
    TERM + "{ja: 北, short: N}\n",
    TERM + "{ja: 北, short: {fr: N}}\n",
    TERM + "{ja: 北, only: ロシア}\n",
    TERM + "{ja: 北, only: {nearby: x}}\n",
    TERM + "{ja: 北, only: {dates: 2020}}\n",
    TERM + "{ja: 北, only: {dates: {from: 2020-13}}}\n",
    TERM + "{ja: 北, only: {dates: {from: last year}}}\n",
    TERM + "{ja: 北, avoid: {why: x}}\n",
    TERM + "{ja: 北, avoid: {en: x, ja: y}}\n",
    TERM + "{ja: 北, examples: {en: x}}\n",
    TERM + "{ja: 北, examples: [x]}\n",
    TERM + "{ja: 北, reading: きた}\n",
    TERM + f"{{ja: 北, note: {'x' * 10_001}}}\n",
    PERSON + "{ja: 菅}\n",
    PERSON + "{en: A, order: western}\n",
    PERSON + "{en: A, posts: {en: p}}\n",
    PERSON + "{en: A, posts: [{ja: 首相}]}\n",
    PERSON + "{en: A, posts: [{en: p, from: 2020-9-1}]}\n",
    PERSON + "{en: A, family: S}\n",
    PHRASE + "{en: x}\n",
    PHRASE + "{avoid: x, short: {en: y}}\n",
]


@pytest.mark.parametrize(("content", "good"), [*((one, True) for one in GOOD), *((one, False) for one in BAD)])
def test_loader_and_schema_agree(content: str, good: bool, tmp_path: Path) -> None:
    path = tmp_path / "g.yaml"
    path.write_text(content, encoding="utf-8")
    assert (read([str(path)])[2] == []) is good
    for loader in (yaml.BaseLoader, Editor):
        assert validator().is_valid(yaml.load(content, loader)) is good, loader


@pytest.mark.parametrize("nothing", ["", "~", "null", "[]"])
def test_a_section_may_be_empty(nothing: str, tmp_path: Path) -> None:
    content = f"tqa: 1\nterms: {nothing}\nphrases: {nothing}\n"
    path = tmp_path / "g.yaml"
    path.write_text(content, encoding="utf-8")
    assert read([str(path)]) == ([], [], [])
    assert validator().is_valid(yaml.load(content, Editor))


def test_dates_of_the_schema_are_those_of_the_loader() -> None:
    pattern = re.compile(shape.DATE.pattern)
    check = shape.DATE.check
    assert check is not None
    for year in (0, 4, 794, 1900, 2000, 2023, 2024, 2100, 9999):
        assert bool(pattern.search(f"{year:04}")) == (check(f"{year:04}") == "")
        for month in range(14):
            assert bool(pattern.search(f"{year:04}-{month:02}")) == (check(f"{year:04}-{month:02}") == "")
            for day in range(33):
                date = f"{year:04}-{month:02}-{day:02}"
                assert bool(pattern.search(date)) == (check(date) == ""), date
    for odd in ("2020-1", "2020-01-1", "20200101", "2020-01-01-01", "2020-", "x2020", "2020x", "２０２０", ""):
        assert not pattern.search(odd) and check(odd)


# --- generated files --------------------------------------------------------------------------------------------

COUNT = count()
ODD = st.sampled_from(
    ["", " ", "1", "true", "~", "null", "2020", "2021-02-29", "2020-13", "exact", "EXACT", "en", "x" * 10_001, "999", "\t", "\u3000"]
)
WRONG = st.one_of(
    ODD, st.lists(ODD, max_size=2), st.dictionaries(st.sampled_from(["en", "ja", "near", "zzz"]), ODD, max_size=2), st.just([[]])
)


def values(found: Shape) -> Any:
    """Values of a shape; at one place in twenty something else."""
    return st.integers(0, 19).flatmap(lambda number: WRONG if number == 0 else _fitting(found))


def _fitting(found: Shape) -> Any:
    if found.kind == "text" and found.choices:
        return st.sampled_from(found.choices)
    if found.kind == "text" and found.pattern:
        return st.sampled_from(["2020", "2020-01", "2020-01-31", "2020-02-29"])
    text = st.builds(lambda: f"t{next(COUNT)}")  # no two alike: the schema knows nothing of conflicts
    if found.kind == "text":
        return text
    if found.kind in ("list", "some"):
        items = st.deferred(lambda: values(found.of))
        return st.lists(items, max_size=2) if found.kind == "list" else st.one_of(items, st.lists(items, max_size=2))
    keys = {key: st.deferred(lambda of=of: values(of)) for key, of in found.of.items()}
    required = {key: keys.pop(key) for key in found.required}
    mapping = st.fixed_dictionaries(required, optional=keys)
    return st.one_of(text, mapping) if found.kind == "either" else mapping


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(values(shape.FILE))
def test_loader_and_schema_agree_on_any_file(tree: Any) -> None:
    content = yaml.safe_dump(tree, allow_unicode=True)
    data = yaml.load(content, yaml.BaseLoader)
    assume(data not in (None, ""))  # an empty file is an empty glossary
    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        told = [str(error) for error in read([file.name])[2]]
    beyond = ("both accepted", "has an entry already", "ends (")  # what no schema can say
    errors = [error for error in told if not any(word in error for word in beyond)]
    assert validator().is_valid(data) == (not errors), (content, errors)
