"""`tqa.yaml`: found beside the text or above it, read, checked key by key. The nearest file wins; none is merged."""

import os
from typing import Any, NamedTuple

from tqa.model import SEVERITIES, Errors, TqaError

NAME = "tqa.yaml"
FAIL_ON = (*SEVERITIES, "never")
RULE_VALUES = ("on", "off", *SEVERITIES)


class RuleChoice(NamedTuple):
    """What the settings say of one rule: on, off, or a severity; with its place for the error message."""

    id: str
    value: str
    line: int
    column: int


class PathRules(NamedTuple):
    """What an entry of `paths:` says of the files that fit one of its patterns."""

    files: tuple[str, ...]
    rules: tuple[RuleChoice, ...]


class Config(NamedTuple):
    """The settings of a project. Paths are as seen from the current folder."""

    path: str = ""
    glossary: tuple[str, ...] = ()  # empty: the shipped one
    select: tuple[RuleChoice, ...] = ()
    ignore: tuple[RuleChoice, ...] = ()
    preview: bool = False
    rules: tuple[RuleChoice, ...] = ()
    fail_on: str = "minor"
    source: str = ""  # pattern of the source's name: "{name}.ja{ext}"
    files: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    lang: str = "en"
    source_lang: str = "ja"
    paths: tuple[PathRules, ...] = ()
    require_reasons: bool = False  # of comments that silence findings
    columns: tuple[tuple[str, str], ...] = ()  # of tables: what the header calls source, target, id, doc
    max_mqm_per_1000_words: float | None = None  # more is a failure, whatever `fail_on` says


def find(start: str) -> str:
    """The nearest `tqa.yaml` in a folder or above it, or ""."""
    folder = os.path.abspath(start)
    while True:
        path = os.path.join(folder, NAME)
        if os.path.isfile(path):
            return os.path.relpath(path)
        parent = os.path.dirname(folder)
        if parent == folder:
            return ""
        folder = parent


def load(path: str) -> Config:
    """The settings of a file.

    Raises:
        Errors: everything that is wrong with it, each with line and column.
    """
    from tqa.cache import recall

    if not os.path.isfile(path):
        raise Errors([TqaError("no such configuration file", path)])
    values: dict[str, Any] = recall([path], lambda: _read(path), "config")
    for key in ("select", "ignore", "rules"):
        values[key] = _choices(values.get(key, ()))
    values["paths"] = tuple(
        PathRules(tuple(entry["files"]), _choices(entry["rules"])) for entry in values.get("paths", ())
    )
    values["columns"] = tuple((name, title) for name, title in values.get("columns", ()))
    folder = os.path.dirname(path)
    names = values.get("glossary", ())
    values["glossary"] = tuple(name if name == "shipped" else os.path.join(folder, name) for name in names)
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    return Config(**{"path": path, **values})


def pattern(source: str) -> str:
    """A pattern of the source's name that the command line gives.

    Raises:
        TqaError: it does not say how the source of each file is called.
    """
    wrong = _no_name(source)
    if wrong:
        raise TqaError(wrong)
    return source


def _choices(rows: Any) -> tuple[RuleChoice, ...]:
    return tuple(RuleChoice(*row) for row in rows)


def _read(path: str) -> dict[str, Any]:
    from tqa.yamltree import TEXT, TEXTS, Shape, read

    def choice(*values: str) -> Shape:
        listed = ", ".join(values)
        return Shape("text", check=lambda value: "" if value in values else f"“{value}” is none of: {listed}")

    rules = Shape("table", choice(*RULE_VALUES))
    patterns = Shape("some", Shape("text", check=_no_pattern))
    paths = Shape("map", {"files": patterns, "rules": rules}, required=("files", "rules"))
    columns = Shape("map", {"source": TEXT, "target": TEXT, "id": TEXT, "doc": TEXT})
    points = Shape("text", check=_no_points)
    shape = Shape(
        "map",
        {
            "glossary": TEXTS, "select": TEXTS, "ignore": TEXTS, "preview": choice("true", "false"),
            "rules": rules, "fail-on": choice(*FAIL_ON), "source": Shape("text", check=_no_name),
            "files": patterns, "exclude": patterns, "lang": choice("en", "ja"), "source-lang": choice("en", "ja"),
            "paths": Shape("list", paths), "require-reasons": choice("true", "false"),
            "columns": columns, "max-mqm-per-1000-words": points,
        },
    )  # fmt: skip
    tree, errors = read(path, shape)
    if errors:
        raise Errors(errors)
    values: dict[str, Any] = {key.replace("-", "_"): value for key, value in tree.items()}
    for key in ("preview", "require_reasons"):
        if key in values:
            values[key] = values[key] == "true"
    if "max_mqm_per_1000_words" in values:
        values["max_mqm_per_1000_words"] = float(values["max_mqm_per_1000_words"])
    if "columns" in values:
        values["columns"] = [[name, title] for name, title in values["columns"].items()]
    for key, value in (("select", "on"), ("ignore", "off")):
        values[key] = [(rule, value, rule.line, rule.column) for rule in tree.get(key, ())]
    if "rules" in values:
        values["rules"] = _placed(tree["rules"])
    if "paths" in values:
        values["paths"] = [{"files": entry["files"], "rules": _placed(entry["rules"])} for entry in tree["paths"]]
    return values


def _placed(rules: Any) -> list[tuple[str, str, int, int]]:
    places = rules.keys_at
    return [(rule, value, places[rule].line, places[rule].column) for rule, value in rules.items()]


def _no_points(value: str) -> str:
    """What is wrong with a limit in points, or "".

    >>> _no_points("12.5"), _no_points("-1")
    ('', '“-1” is no number of points')
    """
    whole, _, part = value.partition(".")
    good = value.isascii() and whole.isdecimal() and (part or "0").isdecimal()
    return "" if good else f"“{value}” is no number of points"


def _no_pattern(value: str) -> str:
    """What is wrong with a pattern of files, or "".

    >>> _no_pattern("articles/**/*.md"), _no_pattern("!")
    ('', '“!” is no pattern of files')
    """
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([value])
    except ValueError:
        return f"“{value}” is no pattern of files"
    return ""


def _no_name(value: str) -> str:
    """What is wrong with a pattern of the source's name, or "".

    >>> _no_name("../ja/{name}{ext}"), _no_name("{stem}.ja")
    ('', "“{stem}.ja” is no name of a source: write {name} and {ext} for the parts of the translation's name")
    """
    try:
        if value.format(name="article", ext=".txt") != value.format(name="letter", ext=".txt"):
            return ""
    except (LookupError, ValueError):
        pass
    return f"“{value}” is no name of a source: write {{name}} and {{ext}} for the parts of the translation's name"
