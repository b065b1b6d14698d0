"""The house rules: layers and sizes. What a plain run loads is guarded in test_cold.py."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator

import pytest

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LAYERS = (
    "text", "model", "yamltree", "rows", "cache", "config", "git", "formats", "files", "align", "lang", "glossary", "matcher", "rules", "suppress",
    "baseline", "changes", "check", "examples", "explain", "fix", "pairs", "project", "jobs", "staged", "report", "score", "api", "cli",
)  # fmt: skip
# A room whose modules do not know each other, and what it may not import although that lies above it.
STRANGERS = {"lang": {"formats", "align", "config"}, "rules": {"formats", "config", "glossary", "cache", "yamltree", "align"}}
# The floors of lang: what a folder may not import, since that stands on it.
FLOORS = {
    "tqa/lang/en/": ("counterparts", "names"), "tqa/lang/ja/": ("names",), "tqa/lang/world/": ("values", "counterparts", "names"),
    "tqa/lang/values/": ("counterparts", "names"), "tqa/lang/counterparts/": ("names",),
}  # fmt: skip
# Patterns, rows of data and examples stay on their line, however long.
DATA = re.compile(r"""\s*(?:\(?(?:r|rf|f)?["']|Variant\(|(?:Bad|Good): |>>> |[一-鿿ァ-ヴ])""")
MAX_LINES, MAX_FUNCTION = 420, 60


def modules() -> Iterator[str]:
    for folder, _, names in os.walk(os.path.join(ROOT, "tqa")):
        for name in names:
            if name.endswith(".py"):
                yield os.path.relpath(os.path.join(folder, name), ROOT)


def room(path: str) -> str:
    return path.split(os.sep)[1].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("tqa"):
            parts = node.module.split(".")
            yield from [parts[1]] if len(parts) > 1 else [alias.name for alias in node.names]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("tqa."))


@pytest.mark.parametrize("path", sorted(modules()))
def test_layers_and_sizes(path: str) -> None:
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        source = file.read()
    tree = ast.parse(source)
    own = room(path)
    for imported in imports(tree):
        if own == "__init__" or imported in ("__init__", "__version__", own):
            continue
        assert LAYERS.index(imported) < LAYERS.index(own), f"{path} imports {imported}, which lies below it"
        assert imported not in STRANGERS.get(own, ()), f"{path} may not know {imported}"
    upper = next((names for folder, names in FLOORS.items() if path.startswith(folder)), ())
    for name in upper:
        assert f"from tqa.lang.{name}" not in source, f"{path} imports {name}, which stands on it"
    lines = source.split("\n")
    assert len(lines) <= MAX_LINES, f"{path} has {len(lines)} lines"
    for line in lines:
        assert len(line) <= (200 if DATA.match(line) else 120), f"{path} has a line of {len(line)} characters: {line}"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            size = (node.end_lineno or 0) - node.lineno + 1
            assert size <= MAX_FUNCTION, f"{path}: {node.name} has {size} lines"


def test_every_table_tells_where_it_comes_from() -> None:
    folder = os.path.join(ROOT, "tqa", "lang", "data")
    with open(os.path.join(folder, "NOTICE"), encoding="utf-8") as file:
        told = {name for line in file if not line.startswith(" ") for name in line.strip().split(", ") if name}
    assert told == {*os.listdir(folder)} - {"NOTICE"}
