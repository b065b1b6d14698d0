"""Judged findings: are the default rules right on real text?

    python -m bench.judge                       how many findings of each rule are judged, and still to judge
    python -m bench.judge --rule ID [--size N]  ask about each finding not yet judged; without a terminal, list them
    python -m bench.judge --record FILE         take verdicts: lines of rule, fingerprint, right|wrong and one word, by tabs;
                                                then `python -m bench --render`

Drawn from the last `python -m bench`: in turn from clean translations, from machine translations and from first
drafts (of pairs, not the good side), each in an order that a rule's own findings decide, so that verdicts stay good
when others come and go. Unsure counts as wrong. bench/verdicts.tsv holds fingerprints, verdicts and a word of reason: no word of the texts.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple
from zlib import crc32

from bench.run import OUT, ROOT, defaults, key
from bench.sets import SETS, Case
from tqa.explain import PRECISION, wilson

VERDICTS = os.path.join(ROOT, "bench", "verdicts.tsv")
FINDINGS = os.path.join(OUT, "findings.json")
SIZE = 50
STRATA = {"clean": "clean", "mt": "mt", "labels": "mt", "spans": "mt", "pairs": "pairs"}  # real text, by the kind of its set
VERDICT = ("right", "wrong")


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
    """Up to `size` findings of each default rule, the strata in turn."""
    kinds = {chosen.name: STRATA.get(chosen.kind) for chosen in SETS if chosen.glossary == "shipped"}
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
        ordered = [sorted(pools[rule, kind].values(), key=_lot) for kind in dict.fromkeys(STRATA.values())]
        mixed = {one.fingerprint: one for row in zip_longest(*ordered) for one in row if one}
        found[rule] = list(mixed.values())[:size]
    return found


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
    """For each rule the judged findings among those drawn now, how many are right, and the 95 % interval."""
    known = verdicts()
    found: dict[str, dict[str, Any]] = {}
    for rule, drawn in draw(places, 10**6).items():
        judged = [known[rule, one.fingerprint][0] for one in drawn if (rule, one.fingerprint) in known]
        if judged:
            right = judged.count("right")
            low, high = wilson(right, len(judged))
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
    names = {one.set for one in wanted}
    return {
        (chosen.name, case.id, case.bad): case
        for chosen in SETS
        if chosen.name in names
        for document in chosen.load()
        for case in document
    }


def show(one: Drawn, case: Case, message: str) -> str:
    text = case.target
    marked = f"{text[: one.start]}⟦{text[one.start : one.end]}⟧{text[one.end :]}"
    return f"{one.rule}\t{one.fingerprint}\n  [{one.set} {one.id}] {one.severity}: {message}\n  {case.source}\n  {marked}\n"


def _messages(cases: Iterable[tuple[Drawn, Case]]) -> dict[str, str]:
    """What tqa says; of document rules nothing is found in a sentence alone."""
    from tqa import Checker

    checker = Checker()
    langs = {chosen.name: chosen.lang for chosen in SETS}
    said: dict[str, str] = {}
    for one, case in cases:
        lang = langs[one.set]
        other = "en" if lang == "ja" else "ja"
        for finding in checker.check_pairs([(case.source, case.target)], lang=lang, source_lang=other)[0]:
            said.setdefault(key(finding.rule, finding.quote, case.target), finding.message)
    return said


def _ask(rows: list[tuple[Drawn, Case]]) -> None:
    said = _messages(rows)
    for one, case in rows:
        print(show(one, case, said.get(one.fingerprint, "(seen only in its document)")))
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
    for rule in drawn if not chosen else ():
        judged = [known[rule, one.fingerprint][0] for one in drawn[rule] if (rule, one.fingerprint) in known]
        print(f"{rule:24} {len(drawn[rule]):3} drawn, {len(judged):3} judged, {judged.count('right'):3} right")
    rows = [one for rule in chosen for one in drawn[rule] if (rule, one.fingerprint) not in known]
    texts = sentences(rows)
    _ask([(one, texts[key]) for one in rows if (key := (one.set, one.id, one.bad)) in texts])


if __name__ == "__main__":
    main()
