"""Terms, names, countries and titles over pairs: recall on revisers' corrections, false alarms beside it, speed.

    python -m bench.terms [--only terms,names,countries,titles,clean,speed] [--limit N] [--show N]

Recall: findings of the rule that touch what the reviser changed in the earlier version. False: findings of the rule
that touch the same place in the corrected version; "any" counts findings anywhere in it.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence

from bench import lexicon
from bench.count import findings_of
from bench.data import CLEAN, Pair, rows
from bench.edits import edited, overlaps
from tqa import Checker, Finding
from tqa.rules import ALL

RULES = ("term-missing", "term-drift", "name-mismatch", "name-doubtful", "country-mismatch", "title-role")
Row = dict[str, str]


def share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {100 * part / max(whole, 1):.1f} %"


def minimal_pairs(name: str, found: Sequence[Row], checker: Checker, show: int) -> None:
    """Recall and false alarms of a checker on rows with `bad` and `good`."""
    hits = false = anywhere = 0
    missed: list[tuple[Row, str]] = []
    wrong: list[tuple[Row, str]] = []
    for row in found:
        left, right = edited(row["bad"], row["good"])
        bad = checker.check_pairs([(row["src"], row["bad"])])[0]
        good = checker.check_pairs([(row["src"], row["good"])])[0]
        if any(overlaps(finding.start, finding.end, left) for finding in bad):
            hits += 1
        else:
            missed.append((row, told(bad)))
        anywhere += bool(good)
        if any(overlaps(finding.start, finding.end, right) for finding in good):
            false += 1
            wrong.append((row, told(good)))
    counts = [f"{label} {share(count, len(found))}" for label, count in (("recall", hits), ("false", false), ("any", anywhere))]
    print(f"{name}: {', '.join(counts)}")
    for label, cases in (("missed", missed), ("false", wrong)):
        for row, what in random.Random(5).sample(cases, min(show, len(cases))):
            print(f"  {label}: {row['src']}\n    - {row['bad']}\n    + {row['good']}\n    {what}")


def told(findings: Sequence[Finding]) -> str:
    return "; ".join(f"[{finding.rule}] ⟦{finding.quote}⟧ {finding.message}" for finding in findings) or "(silent)"


def terms(limit: int, show: int) -> None:
    """Violations of the Kyoto lexicon."""
    with tempfile.TemporaryDirectory() as folder:
        checker = Checker([lexicon.write(os.path.join(folder, "lexicon.yaml"))], select=["term-missing"])
    for name in ("violation_pairs_strict", "violation_pairs"):
        found = list(rows(f"kyoto_terms/{name}.dev.jsonl"))[: limit or None]
        minimal_pairs(f"term-missing, {name}", found, checker, show)
        show = 0


def names(limit: int, show: int) -> None:
    """Names that a reviser respelled, and names taken out or swapped by a program."""
    checker = Checker(select=["name-mismatch", "country-mismatch"])
    doubtful = Checker(select=["name-mismatch", "name-doubtful"])
    for name in ("name_strict", "name_reading"):
        found = list(rows(f"kyoto_revisions/{name}.dev.jsonl"))[: limit or None]
        minimal_pairs(f"name-mismatch, {name}", found, checker, show)
        minimal_pairs(f"  with name-doubtful, {name}", found, doubtful, 0)
        show = show if name == "name_strict" else 0
    for kind in ("id25_ne_removed", "id9_ne_replaced"):
        found = [row for row in rows("demetr_jaen/dev.jsonl") if row["category"].endswith(kind)]
        minimal_pairs(f"name- and country-mismatch, {kind}", found, checker, show)


def clean(limit: int, show: int) -> None:
    """Findings per 1,000 segments of professional translations, with the shipped glossary."""
    checker = Checker(select=[rule for rule in RULES if rule in ALL], preview=True)
    for name, load in CLEAN.items():
        pairs = list(load())[: limit or None]
        found = findings_of(checker, pairs, source=True, single=False)
        print(f"{name}: {len(pairs)} segments; findings per 1,000, all and major or above")
        for rule in RULES:
            mine = [(pair, finding) for pair, finding in found if finding.rule == rule and finding.severity != "info"]
            severe = sum(finding.severity in ("critical", "major") for _, finding in mine)
            print(f"  {rule:18} {1000 * len(mine) / len(pairs):6.2f} {1000 * severe / len(pairs):6.2f}")
            for pair, finding in random.Random(5).sample(mine, min(show, len(mine))):
                print(f"    [{pair.id}] {finding.severity} ⟦{finding.quote}⟧ {finding.message}")
                print(f"      {pair.source}\n      {pair.target}")


def rates(limit: int) -> dict[str, float]:
    """Segments a second with source and all default rules, and seconds to load the glossary, warm: with the shipped
    glossary and with the lexicon."""
    pairs: list[Pair] = list(CLEAN["kyoto_clean"]())[: limit or 1500]
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        path = lexicon.write(os.path.join(folder, "lexicon.yaml"))
        for name, glossary in (("shipped", None), ("lexicon", [path])):
            checker = Checker(glossary)
            checker.check_pairs([(pair.source, pair.target) for pair in pairs[:50]])
            began = time.process_time()
            checker.check_pairs([(pair.source, pair.target) for pair in pairs])
            found[f"{name}_per_second"] = round(len(pairs) / (time.process_time() - began), 1)
            found[f"{name}_load"] = round(_start(glossary), 4)
    return found


def speed(limit: int, show: int) -> None:
    for name, value in rates(limit).items():
        print(f"{name}: {value:g}")


def _start(glossary: Sequence[str] | None) -> float:
    """Seconds to load a glossary and find terms in a sentence, in a fresh process; the best of five."""
    code = (
        "import sys, time; from tqa.check import load_matcher; from tqa.lang import language; from tqa.model import Side; "
        "from tqa.text import Text; en = language('en'); t = time.perf_counter(); m = load_matcher(sys.argv[1:]); "
        "m.find(Side(Text.plain('The Heian period in Kyoto.'), en)); print(time.perf_counter() - t)"
    )
    command = [sys.executable, "-c", code, *(glossary or ())]
    return min(float(subprocess.run(command, capture_output=True, check=True, text=True).stdout) for _ in range(5))


PARTS: dict[str, Callable[[int, int], None]] = {"terms": terms, "names": names, "clean": clean, "speed": speed}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    for part in options.only.split(","):
        PARTS[part](options.limit, options.show)


if __name__ == "__main__":
    main()
