"""The results as text: a line a set while it runs, and docs/bench.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

Result = dict[str, Any]
SURE = 20  # judged findings from which a rule's precision is worth a word
GOAL = 0.8

INTRO = """\
# What tqa finds, and what it does not

Made by `make bench`; do not edit. tqa runs once over each set as it comes: default rules, default glossary. A finding
counts if it stops somebody (severity minor or above; remarks do not). The sets are real translations by other people,
kept outside this project; `bench/data.py` says where they come from. They were also looked at while tqa was written, so
text that nobody here has seen will do somewhat worse.

*Recall* is the share of known faults that are found, *false* the share of good segments that are alarmed all the
same, *net* the difference: a checker that shouts at random has net 0. Intervals are 95 %, by bootstrap over documents
(1,000 resamples, seeded)."""


def percent(value: float) -> str:
    return f"{100 * value:.1f}"


def interval(of: Iterable[float]) -> str:
    value, low, high = of
    return f"{percent(value)} [{percent(low)}, {percent(high)}]"


def line(one: Result) -> str:
    """A set in a line."""
    rates, tally = one["rates"], one["tally"]
    head = f"{one['set']:38} n {one['segments']:5}  "
    if one["kind"] == "spans":
        return head + f"marked errors found {interval(rates['recall'])}  findings on one {interval(rates['span precision'])}"
    if one["kind"] in ("clean", "mt"):
        reads = "with source" if one["source"] else "alone"
        return head + f"{reads:11}  segments alarmed {interval(rates['false'])}  findings/1,000 {_rate(one):.1f}"
    known = f"bad {tally['bad']}, good {tally['good']}"
    return head + f"{known}  recall {percent(rates['recall'][0])}  false {percent(rates['false'][0])}  net {interval(rates['net'])}"


def _rate(one: Result, levels: tuple[str, ...] = ("critical", "major", "minor")) -> float:
    return 1000 * sum(one["severity"].get(level, 0) for level in levels) / max(one["segments"], 1)


def table(head: str, rows: Iterable[Iterable[object]]) -> str:
    titles = head.split("|")
    lines = ["| " + " | ".join(titles) + " |", "|" + "|".join("---" if n == 0 else "---:" for n in range(len(titles))) + "|"]
    return "\n".join([*lines, *("| " + " | ".join(map(str, row)) + " |" for row in rows)])


def page(content: Result, timed: dict[str, float]) -> str:
    sets = content["sets"]
    paired = [one for one in sets if one["kind"] in ("pairs", "damage")]
    parts = [
        INTRO,
        "## In plain words",
        "\n".join(f"- {sentence}" for sentence in words(content)),
        "## Faults that revisers mended",
        "Each pair is a translator's sentence and the reviser's. A finding counts if it touches what the reviser changed, "
        "or if its rule is silent on the other side.",
        pair_table(paired),
        "## Damage by kind",
        "Machine translations that a program damaged (DEMETR). A finding counts if its rule is silent on the other side.",
        *(_damage(one) for one in sets if one["kind"] == "damage"),
        "## Segments that people judged",
        "Precision is the share of alarmed segments that are bad; base is the share of all segments that are: to alarm at "
        "random has that precision.",
        label_table([one for one in sets if one["kind"] == "labels"]),
        *(_spans(one) for one in sets if one["kind"] == "spans"),
        "## Good translations",
        "Everything here is professional work: a finding is a false alarm, or a slip that nobody had seen. *Not judged "
        "right* counts the false alarms among them: what a reader of both languages called wrong or has not read yet. The "
        "last row is machine translation, for comparison.",
        clean_table([one for one in sets if one["kind"] in ("clean", "mt")], content),
        "## Alignment",
        "Sentences merged and deleted at random, links between source and translation found again.",
        alignment_table(content["alignment"]),
        "## Beside other checkers",
        *peers_table(content.get("peers")),
        "## By rule",
        "Findings over all sets, remarks included; hits and false alarms on the pairs above; findings per 1,000 clean "
        "segments, English and Japanese, without and with the source; findings on real text that somebody judged, unsure "
        "ones as wrong, with the 95 % interval.",
        rule_table(content),
        "## Signatures",
        "What these figures depend on: tool and code, configuration, data, options.",
        "```\n" + "\n".join([content["signature"], *(f"{one['set']}: {one['signature']}" for one in sets)]) + "\n```",
        "## Speed",
        "On the machine of the last run, while it did other things; every other figure on this page is the same for each "
        "run on the same input.",
        speed(timed),
    ]
    return "\n\n".join(parts) + "\n"


def words(content: Result) -> Iterator[str]:
    """What the figures say."""
    paired = [one for one in content["sets"] if one["kind"] == "pairs"]
    ranked = sorted(paired, key=lambda one: -one["rates"]["net"][0])
    groups = {
        "Found well (net surely above 50 %)": [one for one in ranked if one["rates"]["net"][1] > 0.5],
        "Found at times (net surely above 5 %)": [one for one in ranked if 0.05 < one["rates"]["net"][1] <= 0.5],
        "Hardly found, or not at all": [one for one in ranked if one["rates"]["net"][1] <= 0.05],
    }
    for label, group in groups.items():
        if group:
            yield f"**{label}**:\n" + "\n".join(f"  - {_rates(one)}" for one in group)
    damage = [(name, part) for one in content["sets"] for name, part in one.get("parts", {}).items()]
    seen = [_kind(name) for name, part in damage if part["rates"]["net"][0] >= 0.5]
    blind = [_kind(name) for name, part in damage if part["rates"]["net"][0] < 0.05]
    if damage:
        yield f"**Damage by a program**: most of it is found for {', '.join(seen) or 'no kind'}; next to none for {', '.join(blind) or 'no kind'}."
    clean = [one for one in content["sets"] if one["kind"] == "clean"]
    for reads, source in (("the translation alone", False), ("its source beside it", True)):
        rates = [_rate(one) for one in clean if one["source"] is source]
        if rates:
            wrong = [_doubtful(content, one) for one in clean if one["source"] is source]
            yield (
                f"**False alarms**, {reads}: {min(wrong):.0f} to {max(wrong):.0f} per 1,000 professional segments, among "
                f"{min(rates):.0f} to {max(rates):.0f} findings."
            )
    for one in content["sets"]:
        if one["kind"] == "labels" and one["set"] in ("wordsalad", "hallucination"):
            yield f"**{one['set'].capitalize()}** ({one['about']}): {percent(one['rates']['recall'][0])} % of the bad segments are alarmed, {percent(one['rates']['false'][0])} % of the good ones."
    crashed = sum(one["findings"].get("internal-error", 0) for one in content["sets"])
    if crashed:
        yield f"**Rules crashed {crashed} times**: a mistake in tqa, not in the texts (`internal-error`)."
    weak = [rule for rule, row in content["precision"].items() if row["judged"] >= SURE and row["low"] < GOAL]
    judged = sum(row["judged"] for row in content["precision"].values())
    right = sum(row["right"] for row in content["precision"].values())
    if judged:
        yield f"**Judged by hand**: {right} of {judged} findings are right. Rules that may be right in fewer than 8 of 10: {', '.join(f'`{rule}`' for rule in weak) or 'none'}."


def _rates(one: Result) -> str:
    rates = one["rates"]
    return f"{one['about']}: recall {percent(rates['recall'][0])} %, false {percent(rates['false'][0])} %"


def _kind(name: str) -> str:
    return name.partition("_id")[2].partition("_")[2].replace("_", " ")


def pair_table(sets: list[Result]) -> str:
    return table("set|what is wrong|n|recall %|false %|net %|rules that hit most", (
        (f"`{one['set']}`", one["about"], one["tally"]["bad"], *_three(one["rates"]), _most(one["hits"])) for one in sets
    ))  # fmt: skip


def _three(rates: Result) -> tuple[str, str, str]:
    return interval(rates["recall"]), interval(rates["false"]), interval(rates["net"])


def _most(counts: dict[str, int]) -> str:
    return ", ".join(f"{rule} {n}" for rule, n in sorted(counts.items(), key=lambda row: (-row[1], row[0]))[:3])


def _damage(one: Result) -> str:
    return table("kind|n|recall %|false %|net %|rules that hit most", (
        (f"{_kind(name)} ({name.partition('_')[0]})", part["tally"]["bad"], *_three(part["rates"]), _most(part["hits"]))
        for name, part in one["parts"].items()
    ))  # fmt: skip


def label_table(sets: list[Result]) -> str:
    return table("set|what|bad|good|recall %|false %|net %|precision %|base %", (
        (f"`{one['set']}`", one["about"], one["tally"]["bad"], one["tally"]["good"], *_three(one["rates"]),
         interval(one["rates"]["precision"]), percent(one["rates"]["base"][0]))
        for one in sets
    ))  # fmt: skip


def _spans(one: Result) -> str:
    tally = one["tally"]
    return (
        f"`{one['set']}` ({one['about']}): of {tally['bad']} marked errors {interval(one['rates']['recall'])} % are touched by "
        f"a finding; of {tally['good']} findings {interval(one['rates']['span precision'])} % touch a marked error."
    )


def _doubtful(content: Result, one: Result) -> float:
    """Findings of a set per 1,000 segments that nobody has judged right."""
    return float(1000 * content["doubtful"][one["set"], one["source"]] / one["segments"])


def clean_table(sets: list[Result], content: Result) -> str:
    head = "set|what|segments|read|segments alarmed %|findings per 1,000|major or above|not judged right"
    return table(head, (
        (f"`{one['set']}`", one["about"], one["segments"], "with source" if one["source"] else "alone",
         interval(one["rates"]["false"]), f"{_rate(one):.1f}", f"{_rate(one, ('critical', 'major')):.1f}",
         f"{_doubtful(content, one):.1f}")
        for one in sets
    ))  # fmt: skip


def alignment_table(rows: list[Result]) -> str:
    return table("set|merged %|deleted %|link F1|links called sure %|of them right %", (
        (row["set"], f"{100 * row['merged']:.0f}", f"{100 * row['deleted']:.0f}", f"{row['f1']:.3f}",
         percent(row["sure"]), percent(row["sure_right"]))
        for row in rows
    ))  # fmt: skip


def peers_table(found: Result | None) -> Iterator[str]:
    """The same drawn segments, read by others. Recall and false alarms of segments; for good text the latter alone."""
    if not found:
        yield "Not measured yet: `make bench-peers`."
        return
    yield (
        f"Up to {found['sample']} drawn segments of each set, or pairs of them. A segment is alarmed if a tool says anything "
        "about it; where in the segment does not matter here, since most say no place. Each cell: % of the bad segments "
        "alarmed / % of the good ones. A blank: the tool does not read this language, or needs the source."
    )
    yield "\n".join(f"- *{name}*: {about}" for name, about in found["peers"].items())
    names = ["tqa", *found["peers"]]
    yield table("|".join(["set", "n", *names]), (
        (f"`{one['set']}`", one["n"], *(_both(one.get(name)) for name in names)) for one in found["sets"]
    ))  # fmt: skip
    gone = "; ".join(f"{name} ({why})" for name, why in found["left_out"].items())
    yield f"Not run: {gone}. Versions: {', '.join(found['versions'])}. tqa as of `{found['signature']}`."


def _both(figures: Result | None) -> str:
    if figures is None:
        return ""
    return " / ".join(f"{100 * figures[key]:.0f}" for key in ("recall", "false") if key in figures)


def rule_table(content: Result) -> str:
    sets = content["sets"]
    paired = [one for one in sets if one["kind"] in ("pairs", "damage")]
    counts = {key: sum((Counter(one[key]) for one in paired), Counter[str]()) for key in ("hits", "false")}
    every = sum((Counter(one["findings"]) for one in sets if one["kind"] != "clean" or one["source"]), Counter[str]())
    clean = [
        [one for one in sets if one["kind"] == "clean" and (one["lang"], one["source"]) == (lang, source)]
        for lang in ("en", "ja") for source in (False, True)
    ]  # fmt: skip
    rules = [*content["rules"], *sorted(every.keys() - set(content["rules"]))]
    head = "rule|findings|hits|false|en alone|en with source|ja alone|ja with source|judged right"
    return table(head, (
        (f"`{rule}`", every[rule], counts["hits"][rule], counts["false"][rule], *(_per_1000(rule, group) for group in clean),
         _judged(content["precision"].get(rule)))
        for rule in rules
    ))  # fmt: skip


def _per_1000(rule: str, sets: list[Result]) -> str:
    size = sum(one["segments"] for one in sets)
    found = sum(one["findings"].get(rule, 0) for one in sets)
    return f"{1000 * found / size:.2f}" if found and size else "0" if size else "–"


def _judged(row: Result | None) -> str:
    if row is None or not row["judged"]:
        return "–"
    return f"{row['right']} of {row['judged']} [{100 * row['low']:.0f}, {100 * row['high']:.0f}]"


def speed(timed: dict[str, float]) -> str:
    rows = [
        (f"`tqa check` of an article, processor time (`python -c pass`: {1000 * timed['bare']:.0f} ms)",
         f"{1000 * timed['cold']:.0f} ms, {timed['cold_ratio']:.1f} times"),
    ]  # fmt: skip
    for name, what in (("shipped", "the shipped glossary"), ("lexicon", "a glossary of 52,000 terms")):
        if f"{name}_per_second" in timed:
            rows.append((f"segments a second with source, {what}", f"{timed[f'{name}_per_second']:.0f}"))
            rows.append((f"to load {what}, warm", f"{1000 * timed[f'{name}_load']:.0f} ms"))
    return table("what|measured", rows)


def write(path: str, content: Result, timed: dict[str, float]) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write(page(content, timed))


