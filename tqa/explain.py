"""What a rule is, in words: for `tqa rules`, and for the pages in docs/rules."""

from __future__ import annotations

import os
from functools import cache

from tqa.rules import COMMON, ENGLISH, JAPANESE, module

PRECISION = os.path.join(os.path.dirname(os.path.abspath(__file__)), "precision.tsv")  # made by the bench


def listing(rules: tuple[str, ...]) -> list[str]:
    """The rules with what they find, a line each, preview ones marked."""
    width = max(map(len, rules))
    return [
        f"{rule:{width}}  {meta.severity:8}  {meta.summary}{'  (preview)' if meta.status == 'preview' else ''}"
        for rule in rules
        for meta in [module(rule).RULE]
    ]


def page(rule: str) -> str:
    """A rule's page in Markdown: what it finds and why, examples, how to silence it.

    Raises:
        KeyError: there is no such rule.
    """
    found = module(rule)
    meta = found.RULE
    prose, examples = _parts(found.__doc__ or "")
    reads = {"pair": "the translation beside its source", "target": "the translation alone"}[meta.needs]
    fix = {"safe": "`--fix` applies it", "unsafe": "`--fix unsafe` applies it", "display": "shown only"}[meta.fix]
    rows = [
        ("severity", meta.severity), ("category", meta.category), ("reads", f"{reads} ({_languages(rule)})"),
        ("status", _status(meta.status)), ("what to write instead", fix),
    ]  # fmt: skip
    if rule in measured():
        rows.append(("measured precision", _precision(*measured()[rule])))
    if meta.yields_to:
        rows.append(("silent where these speak", ", ".join(f"`{name}`" for name in meta.yields_to)))
    table = "\n".join(f"| {name} | {value} |" for name, value in rows)
    silence = f"```\n<!-- tqa-ignore-next-line {rule}: why -->\n```\n\n```yaml\nrules:\n  {rule}: off\n```"
    shown = "\n".join(f"- {label}: {text}" for label, text in examples)
    return (
        f"# {rule}\n\n{prose}\n\n| | |\n|---|---|\n{table}\n\n"
        f"## Examples\n\nWhat is reported is marked ⟦so⟧.\n\n{shown}\n\n"
        f"## Silence it\n\nIn the text, or in `tqa.yaml`:\n\n{silence}\n"
    )


@cache
def measured() -> dict[str, tuple[int, int]]:
    """How many findings of a rule on real text were judged right, and how many were judged."""
    if not os.path.isfile(PRECISION):
        return {}
    with open(PRECISION, encoding="utf-8") as file:
        rows = [line.split() for line in file if not line.startswith("#")]
    return {rule: (int(right), int(judged)) for rule, right, judged in rows}


def _precision(right: int, judged: int) -> str:
    if not judged:
        return "none: it finds nothing in the real text that the bench reads"
    low, high = wilson(right, judged)
    return f"{right} of {judged} findings on real text judged right (95 % interval {low:.0%} to {high:.0%})"


def wilson(right: int, judged: int) -> tuple[float, float]:
    """The 95 % interval of a share.

    >>> [round(bound, 2) for bound in wilson(9, 10)]
    [0.6, 0.98]
    """
    z = 1.96
    share, square = right / judged, z * z / judged
    middle, spread = share + square / 2, z * (share * (1 - share) / judged + square / 4 / judged) ** 0.5
    return (middle - spread) / (1 + square), min((middle + spread) / (1 + square), 1.0)


def _parts(docstring: str) -> tuple[str, list[tuple[str, str]]]:
    """The prose of a docstring and its examples."""
    prose, examples = [], []
    for line in docstring.strip().splitlines():
        label, colon, text = line.partition(": ")
        if colon and label in ("Bad", "Good"):
            examples.append((label, f"`{text}`" if "<" in text or "*" in text else text))
        else:
            prose.append(line)
    return "\n".join(prose).strip(), examples


def _languages(rule: str) -> str:
    if rule in COMMON or module(rule).RULE.lang == "any":
        return "English or Japanese"
    if rule in JAPANESE:
        return "Japanese"
    return "English" if rule in ENGLISH or module(rule).RULE.lang == "en" else "both"


def _status(status: str) -> str:
    return "on by default" if status == "stable" else "preview: only with `--preview`, or named in the configuration"
