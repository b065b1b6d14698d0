"""What simple checkers score on the same sets: `python -m bench.peers [--quick]`. Nothing is written.

* digits: a segment is alarmed if the two sides do not hold the same figures;
* substring: a term of the 52,000-term glossary stands in the source and none of its renderings in the translation;
* pofilter of translate-toolkit, where it is installed; only its checks that make sense between these two languages.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from unicodedata import normalize

from bench import report
from bench.__main__ import available, measured, plan
from bench.lexicon import lexicon
from bench.run import Found, Job, check_all
from bench.sets import Document

CHECKS = ("brackets", "doublespacing", "doublewords", "numbers", "unchanged", "untranslated")
LONGEST = 20  # characters of a term
SETS = {  # a set counts if its name holds one of these
    "digits": ("number_fixed_to_source", "omission", "wmt REF", "clean_bsd", "kyoto_clean", "clean_sap"),
    "substring": ("kyoto_terms", "wmt REF", "clean_bsd ja-en", "kyoto_clean"),
    "pofilter": ("number_fixed_to_source", "unbalanced", "dup_word", "missing_space", "wmt REF", "clean_bsd ja-en", "kyoto_clean"),
}  # fmt: skip


def alarm(name: str, target: str) -> Found:
    """A finding on the whole segment: such checkers know no place."""
    return Found(name, "minor", 0, len(target), "")


def digits(document: Document, job: Job) -> list[list[Found]]:
    return [
        [alarm("digits", case.target)] * (job.source and _figures(case.source) != _figures(case.target))
        for case in document
    ]


def _figures(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+", normalize("NFKC", text).replace(",", "")))


def substring(document: Document, job: Job) -> list[list[Found]]:
    return [[alarm("substring", case.target)] * (job.source and _unmet(case.source, case.target)) for case in document]


@cache
def _terms() -> dict[str, tuple[str, ...]]:
    return {ja: tuple(form.lower() for form in en) for ja, en in lexicon().items()}


def _unmet(source: str, target: str) -> bool:
    """The longest terms count: one inside another is its part."""
    at, lower = 0, target.lower()
    while at < len(source):
        size = next((n for n in range(LONGEST, 1, -1) if source[at : at + n] in _terms()), 0)
        if size and not any(form in lower for form in _terms()[source[at : at + size]]):
            return True
        at += size or 1
    return False


def pofilter(document: Document, job: Job) -> list[list[Found]]:
    return [[alarm("pofilter", case.target)] * (job.source and _fails(case.source, case.target)) for case in document]


def _fails(source: str, target: str) -> bool:
    return bool(_filters().run_filters(_unit(source, target)))


@cache
def _filters():  # type: ignore[no-untyped-def]
    from translate.filters import checks

    return checks.StandardChecker(limitfilters=list(CHECKS))


def _unit(source: str, target: str):  # type: ignore[no-untyped-def]
    from translate.storage.base import TranslationUnit

    unit = TranslationUnit(source)
    unit.target = target
    return unit


PEERS: dict[str, Callable[[Document, Job], list[list[Found]]]] = {
    "digits": digits, "substring": substring, "pofilter": pofilter,
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    for name, peer in PEERS.items():
        if name == "pofilter" and not _installed():
            print("\npofilter: left out, translate-toolkit is not installed")
            continue
        print(f"\n{name}")
        chosen = [one for one in available() if any(part in one.name for part in SETS[name])]
        runs = [run for run in plan(chosen, options.quick) if run[2]]
        for run, results in zip(runs, check_all(runs, options.jobs, peer), strict=True):
            print(report.line(measured(run, results)), flush=True)


def _installed() -> bool:
    from importlib.util import find_spec

    return find_spec("translate") is not None


if __name__ == "__main__":
    main()
