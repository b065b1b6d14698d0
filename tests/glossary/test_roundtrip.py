"""Generated glossaries with every key of the shape, out to other programs' formats and back: TBX and JSON keep all; of
what a table cannot hold, each entry is told."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tqa.glossary import shape
from tqa.glossary.dump import Draft, dump, form_of
from tqa.glossary.exchange import Remark, drafts_of, read, write
from tqa.glossary.load import entries
from tqa.yamltree import Shape

KINDS = {"term": shape.TERM, "person": shape.PERSON, "phrase": shape.PHRASE}
WORDS = st.sampled_from(
    [
        "北", "北海", "no", "~", "12:30", "010", "2020-09-16", "a, b", "x: y", "it's", "“so”", "𠮷野家", "# no", "[a]", "-",
        "a & b", "<b>", "]]>", 'say "a"', "\\n", "tqa:{}", "一つ  二つ", "e\u0301", "two\nlines", "a\tb", "one; two", "x / y", "、。",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    WORDS,
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"]), min_size=1, max_size=9),
).map(lambda text: " ".join(text.split())).filter(lambda text: text and not text.endswith("\\"))


def fitting(found: Shape) -> Any:
    """Values of a shape, all good."""
    if found.kind == "text" and found.choices:
        return st.sampled_from(found.choices)
    if found.kind == "text" and found.pattern:
        return st.sampled_from(["2020", "2020-01", "2020-01-31", "1999-12-31"])
    if found.kind == "text":
        return TEXTS
    if found.kind in ("list", "some"):
        return st.lists(st.deferred(lambda: fitting(found.of)), min_size=1, max_size=3, unique_by=form)
    keys = {key: st.deferred(lambda of=of: fitting(of)) for key, of in found.of.items()}
    if found.kind == "either":
        forms = [st.fixed_dictionaries({key: keys[key]}, optional={k: v for k, v in keys.items() if k not in found.needs})
                 for key in found.needs]  # fmt: skip
        return st.one_of(TEXTS, *forms)
    mapping = st.fixed_dictionaries({key: keys.pop(key) for key in found.required}, optional=keys)
    return mapping.filter(lambda node: not found.needs or any(key in node for key in found.needs))


def form(value: Any) -> str:
    """What no list of an entry holds twice: a form."""
    return value if isinstance(value, str) else str(form_of(value)[1] or value)


DRAFTS = st.lists(
    st.one_of(*(fitting(found).map(lambda node, kind=kind: Draft(kind, node)) for kind, found in KINDS.items())),
    min_size=1, max_size=4,
)  # fmt: skip


def bare(folder: Path, drafts: list[Draft]) -> list[tuple[str, Any]]:
    """What the loader makes of some entries, without their places."""
    path = folder / "g.yaml"
    path.write_text(dump(drafts), encoding="utf-8", newline="")
    found, errors = entries([str(path)])
    assume(not errors)  # a form both accepted and avoided, a post that ends before it begins, one id twice
    return sorted((repr(one.term._replace(path="", line=0, column=0)), str(one.node.get("examples"))) for one in found)


def there_and_back(folder: Path, drafts: list[Draft], form: str, style: str = "dct") -> tuple[list[Draft], list[Remark]]:
    """Through a file of another format; what is said on the way out, since on the way back nothing may be lost."""
    bare(folder, drafts)
    text, said = write(drafts_of([str(folder / "g.yaml")]), form, style)
    path = folder / f"g.{form}"
    path.write_text(text, encoding="utf-8", newline="")
    return read(str(path), form)[0], said


@pytest.mark.parametrize("style", ["dct", "dca"])
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(drafts=DRAFTS)
def test_tbx_keeps_everything(style: str, drafts: list[Draft]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = bare(folder, drafts)
        back, said = there_and_back(folder, drafts, "tbx", style)
        assert not said
        assert bare(folder, back) == first


@pytest.mark.parametrize("form", ["csv", "tsv"])
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(drafts=DRAFTS)
def test_what_a_table_loses_is_told_of_each_entry(form: str, drafts: list[Draft]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare(folder, drafts)
        wanted = drafts_of([str(folder / "g.yaml")])
        text, said = write(wanted, form)
        told = {remark.line for remark in said}
        whole = [draft for draft in wanted if draft.line not in told]
        if whole:
            first = bare(folder, whole)
            path = folder / f"g.{form}"
            path.write_text(text, encoding="utf-8", newline="")
            back = bare(folder, read(str(path), form)[0])
            assert [one for one in first if one not in back] == [], (text, back)
