"""What is missing, made up or turned round: recall on damaged translations beside false alarms on clean ones.

`python -m bench.omission [--rules omission,truncated,…]` prints for each rule: findings per 1,000 clean segments (given
their source); on the minimal pairs of the Kyoto revisers how many findings overlap their edit, before (recall) and
after it (false); on DEMETR's kinds of damage in how many rows `bad` has a finding that `good` has not; and
recall on translations that this script cuts, swaps or empties itself.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable

from bench.data import CLEAN, Pair, rows, wmt
from bench.edits import edited, overlaps
from tqa import Checker

RULES = (
    "untranslated", "unrelated", "truncated", "omission", "omission-possible", "addition", "antonym-flip",
    "negation-flip", "hedge-flip",
)  # fmt: skip
KYOTO = ("omission", "mistranslation")


def checker(rules: Iterable[str], glossary: str) -> Checker:
    return Checker([glossary] if glossary else None, select=list(rules), preview=True)


def clean(check: Checker, limit: int) -> None:
    for name, load in CLEAN.items():
        pairs = list(load())[:limit]
        counts: Counter[tuple[str, str]] = Counter()
        for pair in pairs:
            counts.update((f.rule, f.severity) for f in check.check_pairs([(pair.source, pair.target)])[0])
        print(f"{name}: {len(pairs)} segments, findings per 1,000")
        for (rule, severity), count in sorted(counts.items()):
            print(f"  {rule:20} {severity:9} {1000 * count / len(pairs):6.2f}")


def kyoto(check: Checker, limit: int) -> None:
    for name in KYOTO:
        data = list(rows(f"kyoto_revisions/{name}.dev.jsonl"))[:limit]
        hits: Counter[str] = Counter()
        false: Counter[str] = Counter()
        for row in data:
            bad, good = edited(row["bad"], row["good"])
            hits.update(
                {f.rule for f in check.check_pairs([(row["src"], row["bad"])])[0] if overlaps(f.start, f.end, bad)}
            )
            false.update(
                {f.rule for f in check.check_pairs([(row["src"], row["good"])])[0] if overlaps(f.start, f.end, good)}
            )
        print(f"kyoto_revisions/{name}: {len(data)} pairs, % with a finding on the edit: bad, good")
        for rule in sorted(hits | false):
            print(f"  {rule:20} {100 * hits[rule] / len(data):6.1f} {100 * false[rule] / len(data):6.1f}")


def demetr(check: Checker, limit: int) -> None:
    data = list(rows("demetr_jaen/dev.jsonl"))
    total: Counter[str] = Counter(row["category"] for row in data)
    found: Counter[tuple[str, str]] = Counter()
    for row in data:
        before = {(f.rule, f.quote) for f in check.check_pairs([(row["src"], row["good"])])[0]}
        after = {(f.rule, f.quote) for f in check.check_pairs([(row["src"], row["bad"])])[0]}
        found.update((row["category"], rule) for rule in {rule for rule, _ in after - before})
    print("demetr: % of rows with a new finding in `bad`")
    for (category, rule), count in sorted(found.items()):
        print(f"  {category:32} {rule:20} {100 * count / total[category]:5.1f}")


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


def chat(check: Checker, limit: int) -> None:
    data = list(rows("bpersona_chat/ja-en.dev.jsonl"))[: 3 * limit]
    found: Counter[tuple[str, str]] = Counter()
    for row in data:
        found.update((f.rule, row["label"]) for f in check.check_pairs([(row["src"], row["tgt"])])[0])
    print(f"bpersona_chat: {len(data)} segments; findings in segments that readers call an error, and ok")
    for rule in sorted({rule for rule, _ in found}):
        print(f"  {rule:20} {found[rule, 'error']:5} {found[rule, 'ok']:5}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", default=",".join(RULES))
    parser.add_argument("--parts", default="clean,kyoto,demetr,synthetic,chat")
    parser.add_argument("--glossary", default="")
    parser.add_argument("--limit", type=int, default=100_000)
    options = parser.parse_args()
    from tqa.rules import ALL

    check = checker([rule for rule in options.rules.split(",") if rule in ALL], options.glossary)
    parts = {"clean": clean, "kyoto": kyoto, "demetr": demetr, "synthetic": synthetic, "chat": chat}
    for name in options.parts.split(","):
        parts[name](check, options.limit)


if __name__ == "__main__":
    main()
