"""How often a value of one side of a right translation has no equal counterpart on the other side, with examples.

    python -m bench.values DATA_FOLDER [--limit N] [--show N] [--set NAME]

A rate here is an upper bound of false alarms of any rule that compares values segment by segment.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tqa.lang import values
from tqa.lang.en import dates as en_dates
from tqa.lang.en import numbers as en_numbers
from tqa.lang.en import times as en_times
from tqa.lang.ja import dates as ja_dates
from tqa.lang.ja import numbers as ja_numbers
from tqa.lang.ja import times as ja_times
from tqa.lang.values import Date, Number, Time, comparison
from tqa.lang.values.describe import describe


class Facts(NamedTuple):
    numbers: tuple[Number, ...]
    dates: tuple[Date, ...]
    times: tuple[Time, ...]


READ: dict[str, Callable[[str], Facts]] = {
    "ja": lambda text: Facts(ja_numbers.numbers(text), ja_dates.dates(text), ja_times.times(text)),
    "en": lambda text: Facts(en_numbers.numbers(text), en_dates.dates(text), en_times.times(text)),
}


def parts(date: Date) -> Iterator[int]:
    """The figures a date states."""
    for value in (date.year, date.month if date.kind != "quarter" else None, date.day):
        if value is not None:
            yield value


def meets(figure: int, figures: set[int], plain: set) -> bool:
    """Whether a figure of a date is stated on the other side; a short year (22年) meets its full form."""
    if figure in figures or figure in plain:
        return True
    return (figure < 100 and any(y > 999 and y % 100 == figure for y in figures)) or (
        figure > 999 and figure % 100 in figures | plain
    )


def missing(here: Facts, there: Facts) -> list[values.Number | Date | Time]:
    """Values of `here` without an equal counterpart in `there`; plain ones and twos are too small to ask for."""
    figures = {figure for date in there.dates for figure in parts(date)}
    figures |= {date.last for date in there.dates if date.last}
    found: list[Number | Date | Time] = []
    for number in here.numbers:
        small = number.low in (0, 1) or (number.low == 2 and number.unit in ("", "person", "times"))
        if number.kind in ("code", "vague") or small or any(comparison.equal(number, other) for other in there.numbers):
            continue
        if number.low not in figures and number.high not in figures:
            found.append(number)
    plain = {number.low for number in there.numbers}
    for date in here.dates:
        if date.kind not in ("weekday", "half") and not all(meets(x, figures, plain) for x in parts(date)):
            found.append(date)
    clock = {moment.minutes for moment in there.times}
    for moment in here.times:
        minutes = moment.minutes
        if minutes is not None and not clock & {minutes, (minutes + 720) % 1440} and minutes // 60 not in plain:
            found.append(moment)
    return found


def load(folder: Path, limit: int) -> dict[str, list[tuple[str, str, str, str]]]:
    """Rows (source, target, source language, target language) of every set."""
    sets: dict[str, list[tuple[str, str, str, str]]] = {}

    def jsonl(path: str, *keys: str, pair: str = "ja-en") -> None:
        one, other = pair.split("-")
        rows = [json.loads(line) for line in (folder / path).read_text(encoding="utf-8").splitlines()]
        for key in keys:
            name = f"{path.split('/')[0]}:{key}"
            sets[name] = [(row["src"], row[key], one, other) for row in rows if row.get(key)]

    jsonl("kyoto_revisions/number_fixed_to_source.dev.jsonl", "good", "bad")
    jsonl("kyoto_clean/unedited_twice.dev.jsonl", "tgt")
    jsonl("clean_bsd/ja-en.dev.jsonl", "tgt")
    jsonl("demetr_jaen/dev.jsonl", "ref", "good")
    jsonl("clean_sap_enja/dev.jsonl", "tgt", pair="en-ja")
    rows = []
    for year in (21, 22, 23):
        with open(folder / f"wmt_jaen/wmt{year}.dev.tsv", encoding="utf-8") as file:
            cells = [line.rstrip("\n").split("\t") for line in file]
        rows += [(c[8], c[9], "ja", "en") for c in cells[1:] if c[4] == "REF"]
    sets["wmt:REF"] = rows
    for name, all_rows in sets.items():
        if len(all_rows) > limit:
            sets[name] = random.Random(7).sample(all_rows, limit)
    return sets


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--limit", type=int, default=1500)
    ask.add_argument("--show", type=int, default=0)
    ask.add_argument("--set", default="")
    options = ask.parse_args()
    for name, rows in load(options.folder, options.limit).items():
        if options.set in name:
            report(name, rows, options.show)


def report(name: str, rows: list[tuple[str, str, str, str]], show: int) -> None:
    stated = [0, 0]
    lost: list[list[tuple[str, str, list]]] = [[], []]
    began = time.perf_counter()
    for source, target, one, other in rows:
        sides = READ[one](source), READ[other](target)
        for way in (0, 1):
            stated[way] += sum(map(len, sides[way]))
            gone = missing(sides[way], sides[1 - way])
            if gone:
                lost[way].append((source, target, gone))
    spent = time.perf_counter() - began
    print(f"{name}: {len(rows)} pairs, {2 * len(rows) / spent:.0f} sentences/s")
    for way, label in ((0, "source value without counterpart"), (1, "target value without counterpart")):
        count = sum(len(gone) for *_, gone in lost[way])
        print(f"  {label}: {count} of {stated[way]} values, {100 * len(lost[way]) / len(rows):.1f} % of pairs")
        for source, target, gone in random.Random(3).sample(lost[way], min(show, len(lost[way]))):
            print("   ", [f"{v.__class__.__name__} {describe(v)}" for v in gone], "|", source, "|", target)
    hit = len({source + target for way in (0, 1) for source, target, _ in lost[way]})
    print(f"  pairs with any mismatch: {hit} ({100 * hit / len(rows):.1f} %)")


if __name__ == "__main__":
    main()
