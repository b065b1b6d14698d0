"""Recall and false alarms on minimal pairs: `python -m bench.revisions kyoto_revisions/number_fixed_to_source.dev.jsonl`.

A hit is a finding on `bad` that overlaps what the reviser changed; false is a finding on `good` that overlaps what he
put there. Where he only inserted, the words on either side count; where he only deleted, those around the gap.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter

from bench.data import rows
from bench.edits import Spans, edited, overlaps
from tqa import Checker, Finding


def overlap(findings: list[Finding], spans: Spans) -> list[Finding]:
    """The findings that touch one of the spans."""
    return [f for f in findings if overlaps(f.start, max(f.end, f.start + 1), spans)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--category", default="", help="only rows of this category")
    parser.add_argument("--select", default="")
    parser.add_argument("--preview", action="store_true")
    parser.add_argument("--glossary")
    parser.add_argument("--target-only", action="store_true")
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--show", type=int, default=0, help="misses and false alarms to print")
    options = parser.parse_args()
    select = list(filter(None, options.select.split(",")))
    checker = Checker([options.glossary] if options.glossary else None, select=select, preview=options.preview)
    for name in options.sets:
        found = [row for row in rows(name) if not options.category or row.get("category") == options.category]
        _report(name, found[: options.limit or None], checker, options)


def _report(name: str, found: list[dict[str, str]], checker: Checker, options: argparse.Namespace) -> None:
    hits, false, missed, wrong = Counter[str](), Counter[str](), [], []
    recalled = alarmed = 0
    for row in found:
        bad, good = edited(row["bad"], row["good"])
        source = None if options.target_only else row["src"]
        right = overlap(checker.check_pairs([(source, row["bad"])])[0], bad)
        alarm = overlap(checker.check_pairs([(source, row["good"])])[0], good)
        recalled, alarmed = recalled + bool(right), alarmed + bool(alarm)
        hits.update({finding.rule for finding in right})
        false.update({finding.rule for finding in alarm})
        if not right:
            missed.append(row)
        if alarm:
            wrong.append((row, alarm))
    size = max(len(found), 1)
    print(f"{name} {options.category}: n {len(found)}, recall {recalled / size:.1%}, false {alarmed / size:.1%}")
    for rule, count in hits.most_common():
        print(f"  {rule:28} hits {count:4}  false {false[rule]:4}")
    for rule in false.keys() - hits.keys():
        print(f"  {rule:28} hits    0  false {false[rule]:4}")
    for row in random.Random(2).sample(missed, min(options.show, len(missed))):
        print(f"  missed [{row['id']}] {row['src']}\n      bad  {row['bad']}\n      good {row['good']}")
    for row, alarm in random.Random(2).sample(wrong, min(options.show, len(wrong))):
        print(f"  false [{row['id']}] {row['src']}\n      good {row['good']}")
        print("      " + "; ".join(f"{finding.rule}: {finding.quote}: {finding.message}" for finding in alarm))


if __name__ == "__main__":
    main()
