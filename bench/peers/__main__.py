"""What other checkers score on the same sets, beside tqa: `python -m bench.peers`, or `make bench-peers`.

Each reads the same drawn segments of each set. A segment is alarmed if the tool says anything; tqa's findings below minor
do not count. Where peers know no place in the segment, that counts as found: tqa is measured more strictly on the rest of
the page. Figures go to bench/peers/results.json, which `python -m bench --render` puts on the page.
"""

from __future__ import annotations

import json
import os
import sys

from bench.__main__ import available
from bench.peers.tools import HERE, LEFT_OUT, PEERS, Peer
from bench.run import Job, check, checkers, signature
from bench.sets import Document, Set, documents

RESULTS = os.path.join(HERE, "results.json")
SAMPLE = 300  # segments of a set, or pairs
WANTED = (
    "number_fixed_to_source", "kyoto_revisions/omission", "name_strict", "encoding_fullwidth", "unbalanced_bracket",
    "unbalanced_quote", "missing_space", "dup_word", "/grammar", "/article", "/spelling", "kyoto_terms", "wordsalad",
    "wmt REF", "clean_bsd", "kyoto_clean", "clean_sap",
)  # fmt: skip


def ours(chosen: Set, found: list[Document]) -> list[bool]:
    checkers([chosen.glossary])
    job = Job(found, chosen.lang, chosen.source, chosen.glossary)
    return [any(one.heard for one in row) for document in found for row in check(document, job)]


def figures(found: list[Document], alarms: list[bool]) -> dict[str, float]:
    """Shares of bad and of good segments that are alarmed."""
    cases = [case for document in found for case in document]
    out = {}
    for name, side in (("recall", True), ("false", False)):
        here = [alarm for case, alarm in zip(cases, alarms, strict=True) if case.bad is side]
        if here:
            out[name] = round(sum(here) / len(here), 4)
    return out


def reads(peer: Peer, chosen: Set) -> bool:
    return chosen.lang in peer.langs and (chosen.source or not peer.source)


def main() -> None:
    for peer in PEERS:
        if peer.missing:
            print(f"{peer.name}: left out, it is not installed (make bench-peers)", file=sys.stderr)
    rows = []
    for chosen in [one for one in available() if any(part in one.name for part in WANTED)]:
        found = documents(chosen, SAMPLE)
        cases = [case for document in found for case in document]
        row = {"set": chosen.name, "about": chosen.about, "n": len(cases), "tqa": figures(found, ours(chosen, found))}
        for peer in PEERS:
            if not peer.missing and reads(peer, chosen):
                row[peer.name] = figures(found, peer.run(cases))
        print(json.dumps(row), flush=True)
        rows.append(row)
    content = {
        "signature": signature(), "sets": rows, "sample": SAMPLE, "left_out": LEFT_OUT,
        "peers": {peer.name: peer.about for peer in PEERS if not peer.missing}, "versions": versions(),
    }  # fmt: skip
    with open(RESULTS, "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=1)
        file.write("\n")


def versions() -> list[str]:
    """The pinned versions of the peers."""
    with open(os.path.join(HERE, "requirements.txt"), encoding="utf-8") as file:
        pinned = [line.strip().replace("==", " ") for line in file]
    with open(os.path.join(HERE, "package.json"), encoding="utf-8") as file:
        return [*pinned, *(f"{name} {version}" for name, version in json.load(file)["dependencies"].items())]


if __name__ == "__main__":
    main()
