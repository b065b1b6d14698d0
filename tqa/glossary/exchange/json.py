"""JSON: the glossary as it is, key by key. The file is also a glossary that tqa loads, since JSON is YAML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tqa.glossary.dump import Draft
from tqa.glossary.exchange import Remark


def write(drafts: Sequence[Draft], form: str) -> tuple[str, list[Remark]]:
    """The JSON text of some entries; nothing is lost.

    >>> write([Draft("term", {"ja": ["北"], "en": ["North"]})], "json")[0]
    '{\\n "tqa": "1",\\n "terms": [\\n  {"ja": ["北"], "en": ["North"]}\\n ]\\n}\\n'
    """
    import json

    def rows(kind: str) -> str:
        found: list[Any] = [draft.node for draft in drafts if draft.kind == kind]
        return ",\n".join("  " + json.dumps(node, ensure_ascii=False) for node in found)

    sections = [("terms", rows("term")), ("people", rows("person")), ("phrases", rows("phrase"))]
    parts = ['"tqa": "1"', *(f'"{name}": [\n{text}\n ]' for name, text in sections if text)]
    return "{\n " + ",\n ".join(parts) + "\n}\n", []
