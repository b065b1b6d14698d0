"""The tables in `data/`: a row a line, columns apart by tabs, notes behind #. Their provenance is in data/NOTICE."""

from __future__ import annotations

import os
from collections.abc import Iterator


def path(name: str) -> str:
    """Where a table lies."""
    return os.path.join(os.path.dirname(__file__), "data", name)


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table.

    >>> next(rows("one-reading.tsv"))[0]
    'emperor'
    """
    with open(path(name), encoding="utf-8") as file:
        yield from (line.rstrip("\n").split("\t") for line in file if not line.startswith("#"))
