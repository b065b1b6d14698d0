"""The peers written in Python, in an environment of their own: `python worker.py pofilter|proselint`.

Segments come as lines of JSON {source, target}; for each a line goes out: 1 if the tool alarms, else 0.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

# Of pofilter's checks those that make sense between Japanese and English.
CHECKS = ["brackets", "doublespacing", "doublewords", "numbers", "unchanged", "untranslated"]


def pofilter() -> Callable[[str, str], bool]:
    from translate.filters.checks import StandardChecker
    from translate.storage.base import TranslationUnit

    checker = StandardChecker(limitfilters=CHECKS)

    def alarms(source: str, target: str) -> bool:
        unit = TranslationUnit(source)
        unit.target = target
        return bool(checker.run_filters(unit))

    return alarms


def proselint() -> Callable[[str, str], bool]:
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)
    return lambda source, target: bool(LintFile("-", content=target).lint())


if __name__ == "__main__":
    alarm = {"pofilter": pofilter, "proselint": proselint}[sys.argv[1]]()
    for line in sys.stdin:
        row = json.loads(line)
        print(int(alarm(row["source"], row["target"])), flush=True)
