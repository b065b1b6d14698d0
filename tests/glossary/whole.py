"""The glossary that ships, read once for all tests: it takes a second."""

from __future__ import annotations

from functools import cache

from tqa.glossary.dump import Draft
from tqa.glossary.exchange import drafts_of
from tqa.glossary.load import Entry, entries
from tqa.glossary.paths import files, shipped


@cache
def paths() -> list[str]:
    return files([shipped()])


@cache
def found() -> list[Entry]:
    """Its entries, of which none is wrong."""
    read, errors = entries(paths())
    assert not errors
    return read


@cache
def drafts() -> list[Draft]:
    """Its entries as other formats take them."""
    return drafts_of(paths())
