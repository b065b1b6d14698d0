"""Checks documents in several processes. What comes back is small and the same for any number of processes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from multiprocessing import get_context
from typing import NamedTuple
from zlib import crc32

from bench import lexicon
from bench.sets import Document, Set
from tqa import Checker, Finding, __version__
from tqa.lang.counterparts import dictionary
from tqa.rules import ALL, module

LOST = frozenset(("number-missing", "omission", "term-missing", "country-mismatch", "name-missing", "sentence-missing"))
CHUNK = 40  # segments that a process gets at a time
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OUT = os.path.join(ROOT, "bench", "out")


class Found(NamedTuple):
    """A finding, without the words of its sentence."""

    rule: str
    severity: str
    start: int
    end: int
    fingerprint: str

    @property
    def heard(self) -> bool:
        """True if it stops somebody: remarks (severity info) do not."""
        return self.severity != "info"


class Job(NamedTuple):
    """Documents of a set, to be checked with or without their source."""

    documents: list[Document]
    lang: str
    source: bool
    glossary: str


Results = list[list[list[Found]]]  # by document, case and finding
Check = Callable[[Document, Job], list[list[Found]]]
_checkers: dict[str, Checker] = {}  # filled before the processes are forked


def checkers(names: Iterable[str]) -> None:
    """Make a checker for each glossary: the shipped one, and the lexicon, which stays in bench/out for tqa's cache."""
    for name in names:
        if name == "lexicon" and name not in _checkers:
            os.makedirs(OUT, exist_ok=True)
            _checkers[name] = Checker([lexicon.write(os.path.join(OUT, "lexicon.yaml"))], ignore=unwritten())
        elif name not in _checkers:
            _checkers[name] = Checker(ignore=unwritten())


def unwritten() -> list[str]:
    """Rules that are named and have no module yet, as happens in the middle of a history."""
    return [rule for rule in ALL if find_spec(f"tqa.rules.{rule.replace('-', '_')}") is None]


def check(document: Document, job: Job) -> list[list[Found]]:
    """The findings of tqa in its default configuration, for each case."""
    sides = [(case.source if job.source else None, case.target) for case in document]
    languages = {"lang": job.lang, "source_lang": "en" if job.lang == "ja" else "ja"}
    return [
        [Found(f.rule, f.severity, f.start, f.end, fingerprint(f, case.target)) for f in found]
        for case, found in zip(document, _checkers[job.glossary].check_pairs(sides, **languages), strict=True)
    ]


def fingerprint(finding: Finding, segment: str) -> str:
    """What verdicts are kept by: not tqa's own fingerprint, which may change between versions. What is lost is known by
    the words of the source; the place where it is missed moves."""
    return key(finding.rule, (finding.rule in LOST and finding.source_quote) or finding.quote, segment)


def key(rule: str, quote: str, segment: str) -> str:
    """A rule, some words and the segment as sixteen hex digits."""
    words = " ".join(segment.split())
    return f"{crc32(f'{rule}|{quote}|{words}'.encode()):08x}{crc32(f'{words}|{quote}'.encode()):08x}"


def _work(task: tuple[Check, Job]) -> Results:
    checked, job = task
    return [checked(document, job) for document in job.documents]


def check_all(
    whole: Sequence[tuple[Set, list[Document], bool]], jobs: int = 2, checked: Check = check
) -> Iterator[Results]:
    """The results of (set, its documents, with source), in order."""
    tasks: list[tuple[Check, Job]] = []
    sizes = []
    for chosen, found, source in whole:
        parts = list(_chunks(found))
        sizes.append(len(parts))
        tasks += [(checked, Job(part, chosen.lang, source, chosen.glossary)) for part in parts]
    if checked is check:
        checkers({chosen.glossary for chosen, *_ in whole})
    with get_context("fork").Pool(jobs) as pool:
        done = pool.imap(_work, tasks)
        for size in sizes:
            yield [result for _ in range(size) for result in next(done)]


def _chunks(found: Iterable[Document]) -> Iterator[list[Document]]:
    part: list[Document] = []
    for document in found:
        part.append(document)
        if sum(map(len, part)) >= CHUNK:
            yield part
            part = []
    if part:
        yield part


def defaults() -> list[str]:
    """The rules that are on when nobody chooses."""
    return [rule for rule in ALL if module(rule).RULE.status == "stable"]


def signature(chosen: Set | None = None, **options: object) -> str:
    """What a figure depends on, as text: the tool, its configuration, the data, the options."""
    rules = " ".join(f"{rule}:{module(rule).RULE.severity}" for rule in defaults())
    config = hashlib.sha256(rules.encode() + _content("glossary").encode()).hexdigest()[:8]
    parts = {"tqa": f"{__version__}+{_content('tqa')}", "config": f"default+{config}"}
    if dictionary.version() != "none":
        parts["dictionary"] = dictionary.version()
    if chosen:
        parts |= {"data": chosen.digest, "glossary": chosen.glossary}
    return "|".join(f"{key}:{value}" for key, value in {**parts, **options}.items())


def _content(part: str) -> str:
    """Eight hex digits of the files of a folder of the project; measured figures are not among them."""
    whole = hashlib.sha256()
    for folder, inner, names in os.walk(os.path.join(ROOT, part)):
        inner[:] = sorted(name for name in inner if name != "__pycache__")
        for name in sorted(names):
            if name != "precision.tsv" and not name.endswith(".pyc"):
                whole.update(os.path.relpath(os.path.join(folder, name), ROOT).encode())
                with open(os.path.join(folder, name), "rb") as file:
                    whole.update(file.read())
    return whole.hexdigest()[:8]
