"""The glossary that ships, read as plain YAML: what no loader can know to be a mistake."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parents[2] / "glossary"
SECTIONS = ("terms", "people", "phrases")


@cache
def entries() -> tuple[tuple[str, str, dict[str, Any]], ...]:
    """(file, section, entry) of every entry; all scalars are strings."""
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        tree = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
        found += [(path.name, section, entry) for section in SECTIONS for entry in tree.get(section, ())]
    return tuple(found)


def ours() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Terms and phrases: people have tests of their own."""
    return (row for row in entries() if row[1] != "people")


def listed(value: Any) -> list[Any]:
    return [] if value in (None, "") else value if isinstance(value, list) else [value]


def form(row: Any) -> str:
    return row if isinstance(row, str) else str(row.get("en") or row.get("ja"))


def conditional(entry: dict[str, Any], row: Any) -> bool:
    return bool("only" in entry or "unless" in entry or (isinstance(row, dict) and {"only", "unless"} & row.keys()))


def repeated(values: Iterator[Any]) -> list[Any]:
    return sorted(value for value, count in Counter(values).items() if count > 1)


def test_there_is_much_to_read() -> None:
    sizes = Counter(section for _, section, _ in entries())
    assert sizes["terms"] >= 250
    assert sizes["phrases"] >= 200


def test_a_japanese_term_has_one_entry() -> None:
    terms = (entry for _, section, entry in entries() if section == "terms")
    assert repeated(unicodedata.normalize("NFKC", ja) for entry in terms for ja in listed(entry.get("ja"))) == []


def test_an_id_is_one_entry() -> None:
    """Without `id`, the first form names an entry: a later one of the same name would silently replace it."""
    names = []
    for _, section, entry in ours():
        first = form(listed(entry["avoid"])[0]) if section == "phrases" else listed(entry["ja"])[0]
        names.append((section, str(entry.get("id", first))))
    assert repeated(iter(names)) == []


def test_no_form_is_accepted_and_avoided() -> None:
    accepted = {en.lower() for _, section, entry in ours() if section == "terms" for en in listed(entry.get("en"))}
    for name, section, entry in ours():
        own = {en.lower() for en in listed(entry.get("en"))} if section == "terms" else set()
        for row in listed(entry.get("avoid")):
            against = own if conditional(entry, row) else accepted
            assert form(row).lower() not in against, (name, form(row))


def test_a_lone_everyday_word_is_avoided_only_on_a_condition() -> None:
    for name, _, entry in ours():
        for row in listed(entry.get("avoid")):
            words = form(row).replace("-", " ").split()
            assert len(words) > 1 or form(row)[:1].isupper() or conditional(entry, row), (name, form(row))


def test_an_entry_says_where_it_comes_from() -> None:
    for name, _, entry in ours():
        assert entry.get("ref"), (name, entry.get("ja") or entry.get("avoid"))


def test_a_phrase_says_why_and_what_instead() -> None:
    for name, section, entry in ours():
        if section == "phrases":
            assert entry.get("why") and listed(entry.get("en")), (name, entry["avoid"])


def test_a_condition_has_examples_of_both_kinds() -> None:
    for name, _, entry in ours():
        if not any(conditional(entry, row) for row in listed(entry.get("avoid"))):
            continue
        rows = [example["en"] for example in listed(entry.get("examples"))]
        assert any("⟦" in row for row in rows) and any("⟦" not in row for row in rows), (name, entry["avoid"])


def test_the_marks_of_examples_are_paired() -> None:
    for name, _, entry in entries():
        for example in listed(entry.get("examples")):
            text = example.get("en", "")
            assert text.count("⟦") == text.count("⟧"), (name, text)
