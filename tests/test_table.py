"""TSV and CSV: cells with their places, and mistakes with theirs."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa import Checker, formats
from tqa.model import TqaError


def test_cells_and_places() -> None:
    raw = 'id,source,target\r\n1,"二島、""先行""","A “plan, he\nsaid. Yes."\r\n'
    document = formats.read("x.csv", raw=raw)
    (unit,) = document.units
    assert unit.id == "1" and unit.source is not None
    assert unit.source.string == '二島、"先行"'
    assert unit.target.string == "A “plan, he\nsaid. Yes."
    start, end = unit.target.locate(2, 3)
    assert raw[start:end] == "“"
    start, end = unit.source.locate(3, 4)
    assert raw[start:end] == '""'


@given(st.lists(st.tuples(st.text("ab\",\n日 ", max_size=8), st.text("cd\",\n“", max_size=8)), min_size=1, max_size=5))
def test_the_csv_module_reads_the_same(rows: list[tuple[str, str]]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([("source", "target"), *rows])
    raw = out.getvalue()
    units = formats.read("x.csv", raw=raw).units
    assert [(unit.source.string if unit.source else None, unit.target.string) for unit in units] == rows


def test_docs_share_no_context() -> None:
    raw = "doc\tsource\ttarget\na\tx\tHe said “yes and left. Then\nb\ty\tcame” back. So.\n"
    found = Checker(select=["quote-unpaired"]).check(raw, path="x.tsv")
    assert [finding.line for finding in found] == [2, 3]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("a,b\n1,2\n", "x.csv:1:1: no column “target”"),
        ("", "x.csv:1:1: no column “target”"),
        ("source,target\n1,2,3\n", "x.csv:2:1: this row has 3 cells, the header 2"),
        ('source,target\n1,"2\n', "x.csv:2:3: this quotation mark never closes"),
    ],
)
def test_mistakes(raw: str, message: str) -> None:
    with pytest.raises(TqaError) as caught:
        formats.read("x.csv", raw=raw)
    assert str(caught.value).startswith(message)
