"""The Kyoto lexicon (52,000 terms) as a glossary file, made where it is asked for and never kept in the project."""

from __future__ import annotations

import json
import os

from bench.data import folder


def lexicon() -> dict[str, list[str]]:
    """Japanese term to its English renderings, as the lexicon has them."""
    found: dict[str, list[str]] = {}
    with open(os.path.join(folder(), "kyoto_lexicon", "kyoto_lexicon.tsv"), encoding="utf-8") as file:
        for line in file:
            ja, _, en = line.rstrip("\n").partition("\t")
            if ja.strip() and en.strip():
                found.setdefault(ja.strip(), []).append(en.strip())
    return found


def write(path: str) -> str:
    """Write the lexicon as a glossary; the path."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("tqa: 1\nterms:\n")
        for ja, en in lexicon().items():
            forms = json.dumps(list(dict.fromkeys(en)), ensure_ascii=False)
            file.write(f"  - ja: {json.dumps(ja, ensure_ascii=False)}\n    en: {forms}\n")
    return path
