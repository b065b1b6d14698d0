"""The peers, each as a function: documents of a set to whether it alarms on each segment.

digits and substring are what a simple script does; the others are programs of other people, run in environments of
their own that `make bench-peers` fills with the versions that stand in requirements.txt and package.json.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from bench.lexicon import lexicon
from bench.run import OUT
from bench.sets import Case

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = os.path.join(OUT, "peers", "bin", "python")
NODE = os.path.join(OUT, "peers", "node")
LONGEST = 20  # characters of a term


class Peer(NamedTuple):
    """`about`: what it is, for the page. `langs`: the languages of a translation that it reads. `command`: what runs it,
    empty for our own; `source`: it is of no use without one."""

    name: str
    about: str
    langs: tuple[str, ...]
    source: bool
    command: tuple[str, ...] = ()
    alarms: Callable[[Case], bool] | None = None

    @property
    def missing(self) -> bool:
        """True if it is not installed."""
        return bool(self.command) and not all(os.path.exists(part) for part in self.command[:2])

    def run(self, cases: Sequence[Case]) -> list[bool]:
        """Whether it alarms on each case; it gets all of them in one go."""
        if self.alarms is not None:
            return [self.alarms(case) for case in cases]
        rows = "".join(f"{json.dumps({'source': case.source, 'target': case.target})}\n" for case in cases)
        done = subprocess.run(self.command, input=rows.encode(), stdout=subprocess.PIPE, check=True)
        found = [line == "1" for line in done.stdout.decode().split()]
        if len(found) != len(cases):
            raise SystemExit(f"{self.name} answered {len(found)} of {len(cases)} segments")
        return found


def digits(case: Case) -> bool:
    return _figures(case.source) != _figures(case.target)


def _figures(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+", normalize("NFKC", text).replace(",", "")))


@cache
def _terms() -> dict[str, tuple[str, ...]]:
    return {ja: tuple(form.lower() for form in en) for ja, en in lexicon().items()}


def substring(case: Case) -> bool:
    """The longest terms count: one inside another is its part."""
    at, lower = 0, case.target.lower()
    while at < len(case.source):
        size = next((n for n in range(LONGEST, 1, -1) if case.source[at : at + n] in _terms()), 0)
        if size and not any(form in lower for form in _terms()[case.source[at : at + size]]):
            return True
        at += size or 1
    return False


def _python(name: str) -> tuple[str, ...]:
    return (PYTHON, os.path.join(HERE, "worker.py"), name)


def _node(name: str) -> tuple[str, ...]:
    return (os.path.join(NODE, "run"), os.path.join(NODE, "node.mjs"), name)


PEERS = (
    Peer("digits", "the two sides hold the same figures", ("en", "ja"), True, alarms=digits),
    Peer("substring", "each term of the 52,000-term glossary has a rendering", ("en",), True, alarms=substring),
    Peer("pofilter", "translate-toolkit, its checks that make sense between these languages", ("en", "ja"), True, _python("pofilter")),
    Peer("proselint", "all its checks", ("en",), False, _python("proselint")),
    Peer("write-good", "all its checks", ("en",), False, _node("write-good")),
    Peer("harper", "harper.js, all but spelling, which alarms on most Japanese names", ("en",), False, _node("harper")),
    Peer("textlint", "with preset-japanese", ("ja",), False, _node("textlint")),
)  # fmt: skip
LEFT_OUT = {
    "LanguageTool": "no package of the registries brings it whole",
    "Vale": "its packages download the program when they are installed",
    "Xbench, memoQ QA, CheckMate": "no package",
}
