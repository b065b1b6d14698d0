"""The JSON Schema and the loader: one shape, one judgement."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tqa.glossary.load import read
from tqa.glossary.schema import schema, text

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted((ROOT / "glossary").glob("*.yaml"))


class Editor(yaml.BaseLoader):
    """Reads scalars as an editor does, by the core schema of YAML 1.2: 2020 is a number, 2020-09-16 is text."""


Editor.yaml_implicit_resolvers = {}
for kind, pattern, first in (("int", r"[-+]?[0-9]+$", "-+0123456789"), ("bool", r"(true|false)$", "tf")):
    import re

    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(pattern), list(first))
Editor.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
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
