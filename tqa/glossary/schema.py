"""The JSON Schema of a glossary file, made from its shape: editors complete and check by it while one types."""

from __future__ import annotations

from typing import Any

from tqa.glossary import shape
from tqa.yamltree import MAX_TEXT, Shape

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_NAMED = {
    "date": shape.DATE, "condition": shape.CONDITION, "avoid": shape.AVOID_ROW, "example": shape.EXAMPLE,
    "term": shape.TERM, "post": shape.POST, "person": shape.PERSON, "phrase": shape.PHRASE,
}  # fmt: skip


def schema() -> dict[str, Any]:
    """The schema (draft 2020-12) as plain data."""
    defs = {"text": _body(Shape("text")), **{name: _body(found) for name, found in _NAMED.items()}}
    return {"$schema": DRAFT, "title": "Glossary of tqa", **_body(shape.FILE), "$defs": defs}


def text() -> str:
    """The schema as JSON, as it lies in `tqa/glossary/schema.json`."""
    import json

    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _of(found: Shape) -> dict[str, Any]:
    """A shape where it is used: named ones by reference, with the description of the place."""
    for name, known in _NAMED.items():
        if found._replace(doc="") == known._replace(doc=""):
            return {"$ref": f"#/$defs/{name}", **_doc(found)}
    if found.kind == "text" and not (found.choices or found.pattern):
        return {"$ref": "#/$defs/text", **_doc(found)}
    return _body(found)


def _doc(found: Shape) -> dict[str, Any]:
    return {"description": found.doc} if found.doc else {}


def _body(found: Shape) -> dict[str, Any]:
    if found.kind == "text":
        return {**_doc(found), **_text(found)}
    if found.kind == "list":
        return {**_doc(found), "type": ["array", "null"], "items": _of(found.of)}
    if found.kind == "some":
        return {**_doc(found), "anyOf": [_of(found.of), {"type": "array", "items": _of(found.of)}]}
    mapping = {
        "type": "object",
        "properties": {key: _of(value) for key, value in found.of.items()},
        "additionalProperties": False,
    }
    if found.required:
        mapping["required"] = list(found.required)
        lists = [key for key in found.required if found.of[key].kind == "some"]
        if lists:
            mapping["allOf"] = [_filled(key) for key in lists]
    if found.needs:  # an avoid row names one form, an entry at least one
        one_of = "anyOf" if found.kind == "map" else "oneOf"
        mapping[one_of] = [{"required": [key], **_filled(key)} for key in found.needs]
    return (
        {**_doc(found), **mapping} if found.kind == "map" else {**_doc(found), "anyOf": [_of(Shape("text")), mapping]}
    )


def _filled(key: str) -> dict[str, Any]:
    """A key that has something in it."""
    return {"properties": {key: {"not": {"const": []}}}}


def _text(found: Shape) -> dict[str, Any]:
    """Every scalar of a glossary is text, but an editor takes 2020 for a number and true for a truth value."""
    if found.choices:
        return {"enum": [*found.choices, *(int(value) for value in found.choices if value.isdigit())]}
    if found.pattern:  # of dates: a year alone is a number to an editor
        return {"type": ["string", "integer"], "pattern": found.pattern, "minimum": 1000, "maximum": 9999}
    return {"type": ["string", "number", "boolean"], "pattern": r"\S", "maxLength": MAX_TEXT}
