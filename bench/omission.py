"""Translations that this script cuts, swaps or empties itself: how many the omission rules find.

`python -m bench.omission [--rules omission,truncated,…]`. Real omissions and false alarms: `python -m bench`, and for
chosen or preview rules `bench.revisions` and `bench.count --source --single`, with --select.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable

from bench.data import Pair, wmt
from tqa import Checker

RULES = (
    "untranslated", "unrelated", "truncated", "omission", "omission-possible", "addition", "antonym-flip",
    "negation-flip", "negation-added", "hedge-flip",
)  # fmt: skip


def checker(rules: Iterable[str], glossary: str) -> Checker:
    return Checker([glossary] if glossary else None, select=list(rules), preview=True)


def synthetic(check: Checker, limit: int) -> None:
    """Own damage to the WMT references: the tail cut off, the next document's sentence, nothing."""
    pairs = list(wmt())[:limit]
    dice = random.Random(1)
    damage: dict[str, list[Pair]] = {"cut": [], "other": [], "empty": []}
    for at, pair in enumerate(pairs):
        words = pair.target.split()
        if len(words) >= 8:
            size = max(2, int(len(words) * dice.uniform(0.3, 0.75)))
            damage["cut"].append(pair._replace(target=" ".join(words[:size])))
            damage["other"].append(pair._replace(target=pairs[(at + 97) % len(pairs)].target))
            damage["empty"].append(pair._replace(target=""))
    for name, made in damage.items():
        counts: Counter[str] = Counter()
        for pair in made:
            counts.update({f.rule for f in check.check_pairs([(pair.source, pair.target)])[0]})
        print(
            f"{name}: {len(made)} segments, % found: "
            + ", ".join(f"{r} {100 * n / len(made):.1f}" for r, n in counts.items())
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", default=",".join(RULES))
    parser.add_argument("--glossary", default="")
    parser.add_argument("--limit", type=int, default=100_000)
    options = parser.parse_args()
    from tqa.rules import ALL

    synthetic(checker([rule for rule in options.rules.split(",") if rule in ALL], options.glossary), options.limit)


if __name__ == "__main__":
    main()
