"""The data sets: third-party text that is read where it lies and never committed."""

from __future__ import annotations

import json
import lzma
import os
from collections.abc import Iterator
from typing import NamedTuple

DEFAULT = os.path.join(os.path.dirname(__file__), "..", "..", "shared", "data")

WHERE = """\
The sets are third-party text under their own licences and are not part of this project. They are made from public
collections: the Japanese-English Bilingual Corpus of Wikipedia's Kyoto Articles (kyoto_*), WMT 2021-2023 (wmt_jaen,
wordsalad_wmt22_aist), BSD (clean_bsd), BPersona-chat, DEMETR, MultiEnJa and SAP's software documentation, each as JSON
Lines of `id, doc, src` and `tgt`, or `bad` and `good`. Sets that are not there are named and left out."""


class Pair(NamedTuple):
    """A segment: where it comes from, its document, source and translation."""

    id: str
    doc: str
    source: str
    target: str


class Revised(NamedTuple):
    """A sentence of an article. `first` is empty where nobody changed it, `reason` where nobody said why."""

    doc: str
    source: str
    first: str
    final: str
    reason: str


def folder() -> str:
    """The data folder: TQA_BENCH_DATA, or ../shared/data beside the checkout.

    Raises:
        SystemExit: there is none.
    """
    path = os.path.normpath(os.environ.get("TQA_BENCH_DATA", DEFAULT))
    if not os.path.isdir(path):
        raise SystemExit(f"no bench data in {path}: name its folder with --data or TQA_BENCH_DATA\n{WHERE}")
    return path


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a JSON Lines or TSV file of the data folder."""
    path = os.path.join(folder(), name)
    with open(path, encoding="utf-8", newline="") as file:
        if name.endswith(".tsv"):
            head = file.readline().rstrip("\r\n").split("\t")
            for line in file:
                yield dict(zip(head, line.rstrip("\r\n").split("\t"), strict=False))
        else:
            for line in file:
                yield json.loads(line)


TRAIN = "kyoto_train/sentences.dev.tsv.xz"


def train() -> Iterator[Revised]:
    """The 196,005 sentences of kyoto_train, article by article."""
    with lzma.open(os.path.join(folder(), TRAIN), "rt", encoding="utf-8", newline="") as file:
        next(file)
        for line in file:
            doc, _, *rest = (line.rstrip("\n").split("\t") + [""] * 4)[:6]
            yield Revised(doc, *rest)


def wmt(system: str = "REF", years: tuple[str, ...] = ("21", "22", "23")) -> Iterator[Pair]:
    """WMT Japanese-English segments of one system; REF is the human reference."""
    for year in years:
        found = [row for row in rows(f"wmt_jaen/wmt{year}.dev.tsv") if row["system"] == system]
        found.sort(key=lambda row: (row["doc"], int(row["seg"])))
        for row in found:
            yield Pair(f"wmt{year}-{row['seg']}", f"{year}-{row['doc']}", row["src"], row["tgt"])


def aligned(name: str) -> Iterator[Pair]:
    """A set of aligned rows."""
    for row in rows(name):
        yield Pair(row["id"], row["doc"], row["src"], row["tgt"])


CLEAN = {
    "wmt REF": wmt,
    "clean_bsd": lambda: aligned("clean_bsd/ja-en.dev.jsonl"),
    "kyoto_clean": lambda: aligned("kyoto_clean/unedited_twice.dev.jsonl"),
}
