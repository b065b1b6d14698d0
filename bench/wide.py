"""Rules that find little: where are more of their findings, to be judged?

    python -m bench.wide RULE...    look for them in the first versions of all articles of kyoto_train

The articles of up to 40 findings of each rule, drawn by lot, join bench/articles.txt; they are a set of the bench from
then on. Two minutes a rule.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from multiprocessing import get_context
from zlib import crc32

from bench.sets import ARTICLES, Document, articles
from tqa import Checker
from tqa.rules import ALL

MOST = 40
_checkers: list[Checker] = []  # filled before the processes are forked


def _work(document: Document) -> list[tuple[str, str]]:
    (checker,) = _checkers
    found = checker.check_pairs([(case.source, case.target) for case in document])
    return [(finding.rule, document[0].doc) for findings in found for finding in findings]


def drawn(rules: list[str], jobs: int = 2) -> set[str]:
    """The articles of up to `MOST` findings of each rule."""
    _checkers[:] = [Checker(select=rules)]
    holds: dict[str, list[str]] = defaultdict(list)
    with get_context("fork").Pool(jobs) as pool:
        for row in pool.imap(_work, articles().values(), chunksize=20):
            for rule, doc in row:
                holds[rule].append(doc)
    for rule in rules:
        print(f"{rule:24} {len(holds[rule])} findings")
    return {doc for rule, docs in holds.items() for doc in sorted(docs, key=lambda doc: crc32(f"{rule} {doc}".encode()))[:MOST]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rules", nargs="+", metavar="RULE", choices=ALL)
    with open(ARTICLES, encoding="utf-8") as file:
        known = set(file.read().split())
    found = known | drawn(parser.parse_args().rules)
    with open(ARTICLES, "w", encoding="utf-8") as file:
        file.writelines(f"{doc}\n" for doc in sorted(found))
    print(f"{len(found)} articles, {len(found - known)} of them new")


if __name__ == "__main__":
    main()
