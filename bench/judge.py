"""Judged findings: are the default rules right on real text?

    python -m bench.judge                       how many findings of each rule are judged, and still to judge
    python -m bench.judge --rule ID [--size N]  ask about each finding not yet judged; without a terminal, list them
    python -m bench.judge --record FILE         take verdicts: lines of rule, fingerprint, right|wrong and one word, by tabs;
                                                then `python -m bench --render`

Drawn from the last `python -m bench`, which runs the default rules and no others: in turn from clean translations, from
machine translations and from first drafts (of pairs, not the good side), each in an order that a rule's own findings
decide, so that verdicts stay good when others come and go. `python -m bench.wide` finds more of rules that find little.
Unsure counts as wrong. bench/verdicts.tsv holds fingerprints, verdicts and a word of reason: no word of the texts.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple
from zlib import crc32

from bench.run import OUT, ROOT, defaults, fingerprint
from bench.sets import SETS, Case, Document, Set
from tqa.explain import PRECISION, wilson

VERDICTS = os.path.join(ROOT, "bench", "verdicts.tsv")
FINDINGS = os.path.join(OUT, "findings.json")
SIZE = 50
FEW = 20
STRATA = {"clean": "clean", "mt": "mt", "labels": "mt", "spans": "mt", "pairs": "pairs"}  # real text, by the kind of its set
VERDICT = ("right", "wrong")
SYSTEM = re.compile(r"(?<=\d)-[A-Z].*", re.I)  # of a WMT system: wmt21-88-Online-A


class Drawn(NamedTuple):
    """A finding of the last run, and where its sentence is."""

    set: str
    id: str
    bad: bool
    rule: str
    severity: str
    start: int
    end: int
    fingerprint: str


def draw(places: Iterable[Sequence[Any]], size: int = SIZE) -> dict[str, list[Drawn]]:
    """Up to `size` findings of each default rule, the strata in turn; word salad only where a rule finds few elsewhere."""
    kinds = {chosen.name: STRATA.get(chosen.kind) for chosen in SETS if chosen.glossary == "shipped"} | {"wordsalad": "broken"}
    alone = {chosen.name for chosen in SETS if not chosen.source}
    pools: dict[tuple[str, str], dict[str, Drawn]] = defaultdict(dict)
    for name, source, case, bad, *finding in places:
        kind = kinds.get(name)
        if not kind or (kind == "pairs" and not bad) or not (source or name in alone):
            continue
        one = Drawn(name, case, bad, *finding)
        pools[one.rule, kind].setdefault(one.fingerprint, one)
    found: dict[str, list[Drawn]] = {}
    for rule in defaults():
        ordered = [_spread(sorted(pools[rule, kind].values(), key=_lot)) for kind in dict.fromkeys(STRATA.values())]
        mixed = {one.fingerprint: one for row in zip_longest(*ordered) for one in row if one}
        if len(mixed) < FEW:
            mixed |= {one.fingerprint: one for one in sorted(pools[rule, "broken"].values(), key=_lot)}
        found[rule] = list(mixed.values())[:size]
    return found


def _spread(drawn: list[Drawn]) -> list[Drawn]:
    """Each sentence once before any comes again: many systems trip over the same."""
    first = {(one.set, SYSTEM.sub("", one.id)): one for one in reversed(drawn)}
    fresh = {one.fingerprint for one in first.values()}
    return sorted(drawn, key=lambda one: one.fingerprint not in fresh)


def _lot(one: Drawn) -> tuple[int, str]:
    return crc32(f"{one.rule} {one.fingerprint}".encode()), one.fingerprint


def verdicts() -> dict[tuple[str, str], tuple[str, str]]:
    """(rule, fingerprint) to (right or wrong, a word of reason)."""
    if not os.path.isfile(VERDICTS):
        return {}
    with open(VERDICTS, encoding="utf-8", newline="") as file:
        return {(rule, key): (verdict, why) for rule, key, verdict, why in csv.reader(file, delimiter="\t")}


def record(rows: Iterable[Sequence[str]]) -> int:
    """Add verdicts; the number of all.

    Raises:
        SystemExit: a row that is none.
    """
    known = verdicts()
    for row in rows:
        if len(row) != 4 or row[2] not in VERDICT or " " in row[3].strip():
            raise SystemExit(f"not a verdict (rule, fingerprint, right or wrong, one word): {row}")
        known[row[0], row[1]] = (row[2], row[3].strip())
    with open(VERDICTS, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="\t", lineterminator="\n").writerows([*key, *known[key]] for key in sorted(known))
    return len(known)


def precision(places: Iterable[Sequence[Any]]) -> dict[str, dict[str, Any]]:
    """For each rule the judged findings among those drawn now, how many are right, and the 95 % interval; 0 of 0 for a
    rule that finds nothing in real text."""
    known = verdicts()
    found: dict[str, dict[str, Any]] = {}
    for rule, drawn in draw(places, 10**6).items():
        judged = [known[rule, one.fingerprint][0] for one in drawn if (rule, one.fingerprint) in known]
        if judged or not drawn:
            right = judged.count("right")
            low, high = wilson(right, len(judged)) if judged else (0.0, 1.0)
            found[rule] = {"right": right, "judged": len(judged), "low": round(low, 4), "high": round(high, 4)}
    return found


def not_right(places: Iterable[Sequence[Any]]) -> Counter[tuple[str, bool]]:
    """For each set, with and without its source: findings of minor or above that nobody has judged right."""
    known = verdicts()
    return Counter(
        (name, source)
        for name, source, _, _, rule, severity, _, _, fingerprint in places
        if severity != "info" and known.get((rule, fingerprint), ("", ""))[0] != "right"
    )


def write_precision(found: dict[str, dict[str, Any]]) -> None:
    """What `tqa rules ID` shows."""
    with open(PRECISION, "w", encoding="utf-8") as file:
        file.write("# rule, findings judged right, findings judged; made by `make bench` from bench/verdicts.tsv\n")
        file.writelines(f"{rule}\t{row['right']}\t{row['judged']}\n" for rule, row in sorted(found.items()))


def sentences(wanted: Iterable[Drawn]) -> dict[tuple[str, str, bool], Case]:
    """The sentences of some findings."""
    return {
        (chosen.name, case.id, case.bad): case for chosen, document in _documents(wanted) for case in document
    }


def _documents(wanted: Iterable[Drawn]) -> Iterator[tuple[Set, Document]]:
    """The documents that hold some findings."""
    cases = {(one.set, one.id, one.bad) for one in wanted}
    for chosen in SETS:
        if any(name == chosen.name for name, *_ in cases):
            for document in chosen.load():
                if any((chosen.name, case.id, case.bad) in cases for case in document):
                    yield chosen, document


def show(one: Drawn, case: Case, message: str) -> str:
    text = case.target
    marked = f"{text[: one.start]}⟦{text[one.start : one.end]}⟧{text[one.end :]}"
    return f"{one.rule}\t{one.fingerprint}\n  [{one.set} {one.id}] {one.severity}: {message}\n  {case.source}\n  {marked}\n"


def messages(wanted: Sequence[Drawn]) -> dict[tuple[str, str], str]:
    """What tqa says, by rule and fingerprint."""
    from tqa import Checker

    checker = Checker()
    said: dict[tuple[str, str], str] = {}
    for chosen, document in _documents(wanted):
        sides = [(case.source if chosen.source else None, case.target) for case in document]
        languages = {"lang": chosen.lang, "source_lang": "en" if chosen.lang == "ja" else "ja"}
        for case, found in zip(document, checker.check_pairs(sides, **languages), strict=True):
            for finding in found:
                said.setdefault((finding.rule, fingerprint(finding, case.target)), finding.message)
    return said


def _ask(rows: Sequence[Drawn]) -> None:
    texts, said = sentences(rows), messages(rows)
    for one in rows:
        message = said.get((one.rule, one.fingerprint), "(no longer found)")
        print(show(one, texts[one.set, one.id, one.bad], message))
        if not sys.stdin.isatty():
            continue
        answer = input("right or wrong, and one word of reason (empty: stop): ").split()
        if not answer:
            return
        record([[one.rule, one.fingerprint, *answer[:2]]])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rule", default="", help="one or more, with commas; all: every default rule")
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--record", metavar="FILE")
    options = parser.parse_args()
    if options.record:
        with open(options.record, encoding="utf-8", newline="") as file:
            print(record(csv.reader(file, delimiter="\t")), "verdicts")
        return
    if not os.path.isfile(FINDINGS):
        raise SystemExit("nothing to judge yet: run `python -m bench` first")
    with open(FINDINGS, encoding="utf-8") as file:
        drawn = draw(json.load(file), options.size)
    known = verdicts()
    chosen = drawn if options.rule == "all" else [rule for rule in options.rule.split(",") if rule]
    unknown = [rule for rule in chosen if rule not in drawn]
    if unknown:
        raise SystemExit(f"no default rule, and the bench runs no other: {', '.join(unknown)}")
    for rule in drawn if not chosen else ():
        judged = [known[rule, one.fingerprint][0] for one in drawn[rule] if (rule, one.fingerprint) in known]
        print(f"{rule:24} {len(drawn[rule]):3} drawn, {len(judged):3} judged, {judged.count('right'):3} right")
    rows = [one for rule in chosen for one in drawn[rule] if (rule, one.fingerprint) not in known]
    _ask(rows)


if __name__ == "__main__":
    main()
