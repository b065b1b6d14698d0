"""Measure tqa on real translations: `python -m bench [--quick] [--data FOLDER] [--jobs N]`, or `make bench`.

Prints a table, and writes bench/out/results.json, bench/out/findings.json (ids and places, for `bench.judge`; those of
a part of the sets apart, as part-…) and, in a whole run, bench/out/timings.json, docs/bench.md, tqa/precision.tsv and
the pages of the rules.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter
from contextlib import suppress
from typing import Any

from bench import align, judge, report
from bench.data import folder
from bench.run import OUT, ROOT, Results, check_all, defaults, signature
from bench.score import Tally, per_rule, rates, score, spans
from bench.sets import SAMPLE, SETS, Document, Set, documents
from tqa import explain
from tqa.model import SEVERITIES
from tqa.rules import ALL

Run = tuple[Set, list[Document], bool]


def available(only: str = "") -> list[Set]:
    """The sets whose files are there; the others are named."""
    folder()
    found = [chosen for chosen in SETS if only in chosen.name]
    gone = sorted({name for chosen in found for name in chosen.missing})
    if gone:
        print("left out, for want of these files:\n  " + "\n  ".join(gone), file=sys.stderr)
    found = [chosen for chosen in found if not chosen.missing]
    if not found:
        raise SystemExit(f"no set to measure on in {folder()}")
    return found


def plan(chosen: list[Set], quick: bool) -> list[Run]:
    """What is run: each set once, clean ones twice (alone, and with their source)."""
    runs: list[Run] = []
    for one in chosen:
        found = documents(one, SAMPLE if quick else 0)
        runs += [(one, found, source) for source in ((False, True) if one.kind == "clean" else (one.source,))]
    return runs


def measured(run: Run, results: Results) -> dict[str, Any]:
    """The figures of a run."""
    chosen, found, source = run
    cases = sum(map(len, found))
    out: dict[str, Any] = {
        "set": chosen.name, "kind": chosen.kind, "about": chosen.about, "lang": chosen.lang, "source": source,
        "documents": len({case.doc for document in found for case in document}), "segments": cases,
        "findings": dict(sorted(per_rule(results).items())),
        "severity": {level: n for level in SEVERITIES if (n := _severities(results)[level])},
        "signature": signature(chosen, source="yes" if source else "no", n=cases, kind=chosen.kind),
    }  # fmt: skip
    scored = score(found, results, chosen.kind)
    out |= {"hits": dict(sorted(scored.rules_hit.items())), "false": dict(sorted(scored.rules_false.items()))}
    tallies = spans(found, results) if chosen.kind == "spans" else scored.tallies
    out |= _figures(tallies, chosen.name)
    if chosen.kind == "damage":
        parts = sorted({case.part for document in found for case in document})
        out["parts"] = {part: _part(found, results, chosen, part) for part in parts}
    return out


def _part(found: list[Document], results: Results, chosen: Set, part: str) -> dict[str, Any]:
    scored = score(found, results, chosen.kind, part)
    return _figures(scored.tallies, f"{chosen.name} {part}") | {"hits": dict(scored.rules_hit.most_common())}


def _figures(tallies: dict[str, Tally], name: str) -> dict[str, Any]:
    total = sum(tallies.values(), Tally())
    return {"tally": total._asdict(), "rates": {k: [round(x, 4) for x in v] for k, v in rates(tallies, name).items()}}


def _severities(results: Results) -> Counter[str]:
    return Counter(f.severity for document in results for findings in document for f in findings)


def findings(run: Run, results: Results) -> list[list[Any]]:
    """Rows (set, with source, id, bad, rule, severity, start, end, fingerprint), without a word of the sentences."""
    chosen, found, source = run
    return [
        [chosen.name, source, case.id, case.bad, *finding]
        for document, row in zip(found, results, strict=True)
        for case, here in zip(document, row, strict=True)
        for finding in here
    ]


def alignment(quick: bool) -> list[dict[str, Any]]:
    """Link F1 on documents with sentences merged and deleted."""
    return [
        {"set": name, "merged": merge, "deleted": delete, "f1": round(found.f1, 4),
         "sure": round(found.sure / max(found.found, 1), 4),
         "sure_right": round(found.sure_right / max(found.sure, 1), 4), "units": found.units}
        for name, merge, delete, found in align.scores(limit=8 if quick else 10**6)
    ]  # fmt: skip


def timings() -> dict[str, float]:
    """Speed and cold start: of this machine and this moment, hence apart."""
    from bench import cold, terms

    bare, run, times = cold.ratio()
    found = {"bare": round(bare, 4), "cold": round(run, 4), "cold_ratio": round(times, 2)}
    with suppress(FileNotFoundError):  # a set that is not there
        found |= terms.rates(600)
    return found


def save(name: str, content: Any) -> None:
    os.makedirs(OUT, exist_ok=True)
    with open(os.path.join(OUT, name), "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=None if name.endswith("findings.json") else 1)
        file.write("\n")


def load(name: str) -> Any:
    try:
        with open(os.path.join(OUT, name), encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError:
        raise SystemExit(f"bench/out/{name} is not there: run `python -m bench` first") from None


def render(content: dict[str, Any], places: list[list[Any]], timed: dict[str, float]) -> None:
    """Write docs/bench.md, tqa/precision.tsv and the pages of the rules, which show their precision."""
    precision = judge.precision(places)
    judge.write_precision(precision)
    others = os.path.join(ROOT, "bench", "peers", "results.json")
    if os.path.isfile(others):
        with open(others, encoding="utf-8") as file:
            content = content | {"peers": json.load(file)}
    doubtful = judge.not_right(places)
    report.write(os.path.join(ROOT, "docs", "bench.md"), content | {"precision": precision, "doubtful": doubtful}, timed)
    explain.measured.cache_clear()
    for rule in ALL:
        with open(os.path.join(ROOT, "docs", "rules", f"{rule}.md"), "w", encoding="utf-8") as file:
            file.write(explain.page(rule))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a seeded sample of each set; docs/bench.md stays as it is")
    parser.add_argument("--data", help="the folder of the sets")
    parser.add_argument("--only", default="", help="sets whose name holds this; docs/bench.md stays as it is")
    parser.add_argument("--render", action="store_true", help="only write the pages again, after judging")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    if options.data:
        os.environ["TQA_BENCH_DATA"] = options.data
    if options.render:
        render(load("results.json"), load("findings.json"), load("timings.json"))
        return
    whole = not options.quick and not options.only
    began = time.monotonic()
    runs = plan(available(options.only), options.quick)
    sets, places = [], []
    for run, results in zip(runs, check_all(runs, options.jobs), strict=True):
        sets.append(measured(run, results))
        places += findings(run, results)
        crashed = sets[-1]["findings"].get("internal-error", 0)
        print(f"{time.monotonic() - began:4.0f} s  {report.line(sets[-1])}{f'  {crashed} CRASHES' * bool(crashed)}", flush=True)
    content = {
        "signature": signature(quick="yes" if options.quick else "no"), "rules": defaults(), "sets": sets,
        "alignment": [] if options.only else alignment(options.quick),
    }  # fmt: skip
    part = "" if whole else "part-"  # what was judged and rendered stays
    save(f"{part}results.json", content)
    save(f"{part}findings.json", places)
    if whole:
        save("timings.json", timed := timings())
        render(content, places, timed)
    print(f"\n{content['signature']}\n{time.monotonic() - began:.0f} s; bench/out/{part}results.json" + ", docs/bench.md" * whole)


if __name__ == "__main__":
    main()
