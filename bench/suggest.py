"""`tqa glossary suggest` on whole articles: do its first renderings agree with the Kyoto lexicon?

    python -m bench.suggest [--limit DOCS] [--show N] [--bare]

The trained table of words has seen these articles; --bare does without it, so that company and sound alone decide.

Of the best-ranked candidates that the lexicon knows, how many have the lexicon's rendering (but for case, articles,
number, hyphens and glosses in brackets) or its head as their first one. All documents are one set of texts.
"""

from __future__ import annotations

import argparse
import re
import time
from typing import Any

from bench.data import rows
from bench.lexicon import lexicon
from tqa.glossary.suggest.pairs import Row, find
from tqa.lang.counterparts import lexicon as trained
from tqa.lang.en.forms import singular

BEST = 100
_SMALL = {"the", "a", "an"}


def words(form: str) -> list[str]:
    """The words of a form as they are compared."""
    from unicodedata import combining, normalize

    form = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", form)
    form = "".join(char for char in normalize("NFD", form.lower()) if not combining(char))
    found = [word for word in re.split(r"[^\w']+", form.replace("-", " ").replace("'s", "")) if word not in _SMALL]
    found = [word.strip("'") for word in found if word.strip("'")]
    return [singular(word) for word in found]


def head(form: str) -> list[list[str]]:
    """What a form comes down to: the part before a preposition or a comma, or its last words."""
    whole = words(form)
    before = words(re.split(r",|;| of | in | for | by | at ", re.sub(r"\([^()]*\)", " ", form))[0])
    ends = [whole[place:] for place in range(1, len(whole))] if whole else []
    return [before, *ends]


def judge(ours: str, theirs: list[str]) -> str:
    mine = words(ours)
    squeezed = "".join(mine)
    if any("".join(words(form)) == squeezed for form in theirs):
        return "same"
    if any(mine in head(form) for form in theirs):
        return "head"
    return "other"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--bare", action="store_true")
    options = parser.parse_args()
    if options.bare:
        trained._tables = lambda: ({}, {})  # type: ignore[assignment]
    known = lexicon()
    documents: list[dict[str, Any]] = list(rows("kyoto_docs/dev.jsonl"))[: options.limit or None]
    pairs = [Row(one["src"], one["final"], row["id"]) for row in documents for one in row["sentences"]]
    began = time.process_time()
    found = find(pairs)
    print(f"{len(pairs):,} segments, {len(found):,} candidates, {time.process_time() - began:.1f} s")
    judged = [(one, judge(one.renderings[0].form, known[one.form])) for one in found if one.form in known]
    for size in (BEST, 3 * BEST, 10 * BEST):
        best = [verdict for _, verdict in judged[:size]]
        same, heads = best.count("same"), best.count("head")
        other = len(best) - same - heads
        print(f"best {len(best)} that the lexicon knows: {same} its rendering, {heads} its head, {other} other")
    for one, verdict in [pair for pair in judged[:BEST] if pair[1] != "same"][: options.show]:
        first = one.renderings[0]
        print(f"  {verdict}: {one.form}: {first.form} ({len(first.rows)} of {len(one.rows)}); {known[one.form]}")


if __name__ == "__main__":
    main()
