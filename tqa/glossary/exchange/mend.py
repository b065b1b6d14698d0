"""Entries from elsewhere, made fit for a glossary file: what the loader would refuse is mended or left out, and said
so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tqa.glossary import shape
from tqa.glossary.dump import Draft, form_of
from tqa.glossary.exchange import Remark
from tqa.yamltree import MAX_TEXT, Shape

LONGEST = 400  # characters of a form: what is longer is no term
SHAPES = {"term": shape.TERM, "person": shape.PERSON, "phrase": shape.PHRASE}


def mend(drafts: Iterable[Draft], merge: bool) -> tuple[list[Draft], list[Remark]]:
    """Entries that load together, and what was done to them.

    Args:
        merge: entries with one Japanese form are one (units of a memory); otherwise each keeps an id of its own
            (concepts of a termbase).
    """
    kept: dict[tuple[str, str], Draft] = {}
    remarks: list[Remark] = []
    merged = 0
    for draft in drafts:
        clean = _clean(draft, remarks)
        if clean is None:
            continue
        key = (clean.kind, clean.name)
        if key in kept and merge:
            kept[key] = kept[key]._replace(node=_merged(kept[key].node, clean.node))
            merged += 1
        elif key in kept:
            clean = _renamed(clean, kept)
            remarks.append(_remark(draft, "another entry begins with this form: it got an id of its own", key[1]))
            kept[clean.kind, clean.name] = clean
        else:
            kept[key] = clean
    if merged:
        path = next(iter(kept.values())).path
        joined = "1 unit joined another" if merged == 1 else f"{merged:,} units joined others"
        remarks.append(Remark(f"{joined} with the same Japanese form", path))
    return [entry for draft in kept.values() if (entry := _sound(draft, remarks)) is not None], remarks


def _remark(draft: Draft, message: str, about: str = "") -> Remark:
    return Remark(message, draft.path, draft.line, draft.column, about[:60])


def _clean(draft: Draft, remarks: list[Remark]) -> Draft | None:
    """The entry with tidy forms, each once; None if nothing is left."""
    node = dict(draft.node)
    for lang in ("ja", "en"):
        node[lang] = list(dict.fromkeys(_good(draft, node.get(lang, ()), remarks)))
        if not node[lang]:
            del node[lang]
    rows: dict[tuple[str, str], Any] = {}
    for row in node.get("avoid", ()):
        lang, form = form_of(row)
        if next(_good(draft, [form], remarks), None) is not None:
            tidy = _tidy(form)
            rows.setdefault((lang, tidy), tidy if isinstance(row, str) else {**row, lang: tidy})
    if rows:
        node["avoid"] = list(rows.values())
    else:
        node.pop("avoid", None)
    for key in ("domain", "ref", "note"):
        text = str(node.get(key, ""))
        if text and (len(text) > MAX_TEXT or not _writable(text)):
            remarks.append(_remark(draft, f"this {key} cannot be written down: left out"))
            del node[key]
    if not any(node.get(key) for key in ("ja", "en", "avoid")):
        return None
    return draft._replace(node=node)


def _good(draft: Draft, forms: Iterable[str], remarks: list[Remark]) -> Iterator[str]:
    for form in forms:
        tidy = _tidy(form)
        if len(tidy) > LONGEST:
            remarks.append(_remark(draft, f"more than {LONGEST} characters are no term: left out", tidy))
        elif tidy and not _writable(tidy):
            remarks.append(_remark(draft, "this form holds characters that are no text: left out", ascii(tidy)))
        elif tidy:
            yield tidy


def _tidy(form: str) -> str:
    return " ".join(form.split())


def _writable(text: str) -> bool:
    """False for control characters and halves of surrogate pairs."""
    return all((char >= " " or char in "\n\r\t") and not "\ud800" <= char <= "\udfff" for char in text)


def _merged(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Two rows of one term as one: forms together, the first text of each other key."""
    both = {**other, **one}
    for key in ("ja", "en", "avoid"):
        if key in one and key in other:
            both[key] = one[key] + [row for row in other[key] if row not in one[key]]
    if "note" in one and "note" in other and other["note"] not in one["note"]:
        both["note"] = f"{one['note']}; {other['note']}"
    return both


def _renamed(draft: Draft, kept: dict[tuple[str, str], Draft]) -> Draft:
    number = 2
    while (draft.kind, f"{draft.name} {number}") in kept:
        number += 1
    return draft._replace(node={"id": f"{draft.name} {number}", **draft.node})


def _sound(draft: Draft, remarks: list[Remark]) -> Draft | None:
    """The entry without contradictions, or None if the loader would refuse it."""
    node = dict(draft.node)
    rows = []
    for row in node.get("avoid", ()):
        lang, form = form_of(row)
        if form in node.get(lang, ()):
            remarks.append(_remark(draft, "is accepted elsewhere in the entry: not put among the forms to avoid", form))
        else:
            rows.append(row)
    node = {key: value for key, value in node.items() if key != "avoid"} | ({"avoid": rows} if rows else {})
    if draft.kind == "term":
        node.pop("why", None)
    sound = any(node.get(key) for key in ("ja", "en", "avoid")) and fits(node, SHAPES[draft.kind]) and _dated(node)
    if not sound:
        remarks.append(_remark(draft, "this entry does not fit a glossary: left out", draft.name))
        return None
    return draft._replace(node=node)


def _dated(node: dict[str, Any]) -> bool:
    """True unless a post ends before it begins."""
    spans = [(post.get("from", ""), post.get("to", "")) for post in node.get("posts", ())]
    return all(not (since and until) or until[: len(since)] >= since[: len(until)] for since, until in spans)


def fits(value: Any, wanted: Shape) -> bool:
    """True if plain data has a shape of the glossary.

    >>> fits({"ja": ["北"], "en": "North"}, shape.TERM), fits({"ja": {"北": "North"}}, shape.TERM)
    (True, False)
    """
    if wanted.kind == "text" or (wanted.kind == "either" and isinstance(value, str)):
        good = isinstance(value, str) and bool(value.strip()) and len(value) <= MAX_TEXT and _writable(value)
        return good and not (wanted.kind == "text" and wanted.check and wanted.check(value))
    if wanted.kind == "some" and not isinstance(value, list):
        return fits(value, wanted.of)
    if wanted.kind in ("some", "list"):
        return isinstance(value, list) and all(fits(item, wanted.of) for item in value)
    if not isinstance(value, dict) or not all(key in value for key in wanted.required):
        return False
    if wanted.kind == "either" and sum(key in value for key in wanted.needs) != 1:
        return False
    return all(key in wanted.of and fits(item, wanted.of[key]) for key, item in value.items())


def told_apart(drafts: Sequence[Draft]) -> dict[str, int]:
    """How many entries there are of each kind."""
    return {kind: sum(draft.kind == kind for draft in drafts) for kind in SHAPES}
