"""Findings per rule and per 1,000 segments on a set, with their sentences: `python -m bench.count "wmt REF" --show 5`.

The sets: the names of `bench.data.CLEAN`, `wmt:SYSTEM`, or a file of the data folder (a JSON Lines file of aligned
rows; of minimal pairs, with --side good or bad). By default only the translation is read; --source adds its source.
--lang ja reads the Japanese side, of sets in either direction, as the translation.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from itertools import groupby

from bench.data import CLEAN, Pair, rows, wmt
from tqa import Checker, Finding


def pairs_of(name: str, side: str, lang: str = "en") -> list[Pair]:
    """The segments of a set, by document; the target is the side of `lang`."""
    if name in CLEAN:
        found = list(CLEAN[name]())
    elif name.startswith("wmt:"):
        found = list(wmt(name.removeprefix("wmt:")))
    else:
        found = [_pair(row, side) for row in rows(name)]
    if lang != _lang(name):
        found = [pair._replace(source=pair.target, target=pair.source) for pair in found]
    return sorted(found, key=lambda pair: pair.doc) if name not in CLEAN else found


def _pair(row: dict[str, str], side: str) -> Pair:
    doc = row.get("doc", row["id"]) + row.get("system", "")  # each system's rendering is a text of its own
    return Pair(row["id"], doc, row["src"], row.get(side) or row["tgt"])


def _lang(name: str) -> str:
    """The language of a set's translations."""
    if name in CLEAN or name.startswith("wmt:"):
        return "en"
    return "ja" if next(rows(name)).get("lp") == "en-ja" else "en"


def findings_of(
    checker: Checker, pairs: list[Pair], source: bool, single: bool, lang: str = "en"
) -> list[tuple[Pair, Finding]]:
    """Every finding with its segment. Documents are checked whole; `single` checks each segment alone."""
    found: list[tuple[Pair, Finding]] = []
    for _, group in groupby(pairs, key=lambda pair: pair.id if single else pair.doc):
        document = list(group)
        sides = [(pair.source if source else None, pair.target) for pair in document]
        result = checker.check_pairs(sides, lang=lang, source_lang="en" if lang == "ja" else "ja")
        found.extend((pair, finding) for pair, row in zip(document, result, strict=True) for finding in row)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=list(CLEAN))
    parser.add_argument("--lang", default="en", choices=("en", "ja"), help="the language of the translation")
    parser.add_argument("--side", default="good", help="of minimal pairs: good or bad")
    parser.add_argument("--source", action="store_true", help="give the source too")
    parser.add_argument("--preview", action="store_true")
    parser.add_argument("--select", default="", help="only these rules, with commas")
    parser.add_argument("--glossary", help="in place of the shipped one")
    parser.add_argument("--single", action="store_true", help="each segment a document of its own")
    parser.add_argument("--limit", type=int, default=0, help="at most so many segments")
    parser.add_argument("--show", type=int, default=0, help="findings to print per rule")
    options = parser.parse_args()
    glossary = [options.glossary] if options.glossary else None
    checker = Checker(glossary, select=list(filter(None, options.select.split(","))), preview=options.preview)
    for name in options.sets:
        pairs = pairs_of(name, options.side, options.lang)[: options.limit or None]
        found = findings_of(checker, pairs, options.source, options.single, options.lang)
        _print(name, pairs, found, options.show)


def _print(name: str, pairs: list[Pair], found: list[tuple[Pair, Finding]], show: int) -> None:
    counts: Counter[str] = Counter(finding.rule for _, finding in found)
    severe = sum(finding.severity in ("critical", "major") for _, finding in found)
    heard = sum(finding.severity != "info" for _, finding in found)
    print(f"\n{name}: {len(pairs)} segments; per 1,000: {1000 * heard / max(len(pairs), 1):.1f} minor or above, "
          f"{1000 * severe / max(len(pairs), 1):.1f} major or above")
    by_rule = defaultdict(list)
    for pair, finding in found:
        by_rule[finding.rule].append((pair, finding))
    for rule, count in counts.most_common():
        print(f"  {rule:28} {count:5}  {1000 * count / len(pairs):6.2f}")
        sample = by_rule[rule]
        for pair, finding in random.Random(1).sample(sample, min(show, len(sample))):
            text = pair.target
            low, high = max(finding.start - 90, 0), finding.end + 90
            print(f"      [{pair.id}] {text[low:finding.start]}⟦{finding.quote}⟧{text[finding.end:high]}")
            print(f"          {finding.message}" + (f" → {finding.fixes[0].title}" if finding.fixes else ""))


if __name__ == "__main__":
    main()
