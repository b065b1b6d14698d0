"""TBX: TBX-Basic of ISO 30042:2019 in both styles (DCT: the category is the element; DCA: it is an attribute), and the
martif files of 2008 and the XML of MultiTerm on import. What TBX-Basic has no place for (conditions, posts, examples …)
stands in a note of the concept that begins with “tqa:”, as JSON: other programs show it as a note, and tqa gets every
entry back as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tqa.glossary.dump import Draft, form_of
from tqa.glossary.exchange import Remark
from tqa.glossary.exchange.words import column, standing
from tqa.glossary.exchange.xml import Node, escape
from tqa.glossary.exchange.xml import read as read_xml

CARRIED = "tqa:"
_CONCEPTS = ("conceptEntry", "termEntry", "conceptGrp")  # the last of each is MultiTerm's
_LANGUAGES = ("langSec", "langSet", "languageGrp")
_TERMS = ("termSec", "tig", "ntig", "termGrp")
_META = frozenset(("admin adminNote descrip descripNote termNote ref xref transac transacNote").split())
_GROUPS = frozenset("adminGrp descripGrp termNoteGrp termGrp".split())
_STATUS = ("administrativeStatus", "normativeAuthorization")
_SOURCES = ("source", "externalCrossReference", "sourceIdentifier")
# Worth keeping for an editor, as a line of the note with this label.
_NOTED = {"note": "", "definition": "", "explanation": "", "context": "context: ", "usageNote": "",
          "reading": "reading: ", "pronunciation": "reading: ", "transliteratedForm": "reading: "}  # fmt: skip
_UNSAID = ("", "transacGrp", "date", "concept", "language", "system")  # who wrote when, and numbers
_RANK = {"preferred": 0, "admitted": 2}


class _Form(NamedTuple):
    """A term of a concept: its language, its standing, and what is said of it alone."""

    lang: str
    text: str
    status: str  # preferred | admitted | avoid | ""
    note: str


# --- reading ----------------------------------------------------------------------------------------------------


def read(path: str, form: str) -> tuple[list[Draft], list[Remark]]:
    """The concepts of a file.

    Raises:
        TqaError: it is no TBX, or no XML, or would do harm.
    """
    drafts: list[Draft] = []
    remarks: list[Remark] = []

    def take(concept: Node) -> None:
        kind, node = _concept(concept, path, remarks)
        drafts.append(Draft(kind, node, path, concept.line, concept.column))

    read_xml(path, ("tbx", "martif", "TBX", "mtf"), _CONCEPTS, take)
    return drafts, remarks


def _concept(concept: Node, path: str, remarks: list[Remark]) -> tuple[str, dict[str, Any]]:
    """Kind and node of a concept."""
    found = _Concept(path, remarks)
    found.read(concept)
    node = found.node()
    return _restored(node, found.carried, concept, path, remarks) if found.carried else ("term", node)


class _Concept:
    """What a concept says, while it is read."""

    def __init__(self, path: str, remarks: list[Remark]) -> None:
        self.path, self.remarks = path, remarks
        self.forms: list[_Form] = []
        self.texts: dict[str, list[str]] = {"domain": [], "ref": [], "note": []}
        self.carried = ""

    def read(self, concept: Node) -> None:
        for child in concept.children:
            if child.name in _LANGUAGES:
                self.language(child)
            else:
                self.category(child)

    def language(self, section: Node) -> None:
        named = next(section.all("language"), section)  # MultiTerm names it in an element
        code = named.attributes.get("lang", "").lower()
        lang = code.replace("_", "-").partition("-")[0]
        if lang not in ("ja", "en"):
            self.say(section, f"a term in another language than Japanese and English ({code or 'none'}): left out")
            return
        for child in section.children:
            if child.name in _TERMS:
                self.term(lang, child)
            else:
                self.category(child)

    def term(self, lang: str, section: Node) -> None:
        texts = list(section.all("term"))
        if not texts:
            self.say(section, "a term without its text: left out")
            return
        status, notes = "", []
        for child in _categories(section):
            category, text = _category(child), _text(child)
            if category in _STATUS or column(category)[0] == "status":
                status = self.status(child, text)
            elif category in _NOTED and text:
                notes.append(_NOTED[category] + text)
            elif category != "term":
                self.category(child)
        self.forms.append(_Form(lang, _text(texts[0]), status, "\n".join(notes)))

    def status(self, node: Node, value: str) -> str:
        known = standing(value)
        if known is not None:
            return known
        self.say(node, f"the status “{value[:40]}” says nothing to tqa: taken as none")
        return ""

    def category(self, node: Node) -> None:
        """What is said of the concept as a whole."""
        for child in _categories(node) if node.name in _GROUPS else [node]:
            category, text = _category(child), _text(child)
            if category == "subjectField":
                self.add("domain", text)
            elif category in _SOURCES:
                target = child.attributes.get("target", "")
                self.add("ref", f"{text} {target}".strip() if target not in text else text)
            elif category == "note" and text.startswith(CARRIED):
                self.carried = text[len(CARRIED) :]
            elif category in _NOTED:
                self.add("note", text and _NOTED[category] + text)
            elif column(category)[0] in self.texts:  # in a termbase whose owner named the fields
                self.add(column(category)[0], text)
            elif category not in _UNSAID:
                self.say(child, f"{category}: tqa does not need it")

    def add(self, key: str, text: str) -> None:
        if text and text not in self.texts[key]:
            self.texts[key].append(text)

    def say(self, node: Node, message: str) -> None:
        self.remarks.append(Remark(message, self.path, node.line, node.column))

    def node(self) -> dict[str, Any]:
        """The entry, as the elements tell it."""
        node: dict[str, Any] = {}
        for lang in ("ja", "en"):
            forms = sorted((form for form in self.forms if form.lang == lang and form.status != "avoid"),
                           key=lambda form: _RANK.get(form.status, 1))  # fmt: skip
            if forms:
                node[lang] = [form.text for form in forms]
        rows = [_row(form) for form in self.forms if form.status == "avoid"]
        for form in self.forms:
            if form.note and form.status != "avoid":
                self.add("note", form.note if form.note in self.texts["note"] else f"“{form.text}”: {form.note}")
        return node | ({"avoid": rows} if rows else {}) | _joined(self.texts)


def _joined(texts: dict[str, list[str]]) -> dict[str, str]:
    marks = {"domain": ", ", "ref": "; ", "note": "\n"}
    return {key: marks[key].join(found) for key, found in texts.items() if found}


def _row(form: _Form) -> Any:
    """A form to avoid; what is said of it is the reason."""
    if not form.note and form_of(form.text) == (form.lang, form.text):
        return form.text
    return {form.lang: form.text, **({"why": form.note} if form.note else {})}


def _categories(section: Node) -> Iterator[Node]:
    for child in section.children:
        if child.name in _GROUPS:
            yield from _categories(child)
        else:
            yield child


def _category(node: Node) -> str:
    """The data category of an element in any style."""
    if node.name in _META:
        return node.attributes.get("type", node.name)
    return node.name


def _text(node: Node) -> str:
    lines = [" ".join(line.split()) for line in node.text().split("\n")]
    return " ".join(line for line in lines if line)


def _restored(
    node: dict[str, Any], carried: str, concept: Node, path: str, remarks: list[Remark]
) -> tuple[str, dict[str, Any]]:
    """Kind and node with what a note of tqa's carries; what has since been changed in the elements stays changed."""
    import json

    from tqa.glossary.exchange.mend import SHAPES, fits

    try:
        extra = json.loads(carried)
        kind = extra.pop("kind", "term")
        whole = {**node, **extra}
        if "avoid" in extra:
            whole["avoid"] = _avoid_again(node.get("avoid", []), extra["avoid"])
        if not fits(whole, SHAPES[kind]):
            raise ValueError
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        message = "what this concept carries for tqa cannot be read: left out"
        remarks.append(Remark(message, path, concept.line, concept.column))
        return "term", node
    return kind, whole


def _avoid_again(rows: list[Any], carried: list[Any]) -> list[Any]:
    standing = {form_of(row) for row in rows}
    known = {form_of(row) for row in carried}
    kept = [row for row in carried if form_of(row) in standing]
    return kept + [row for row in rows if form_of(row) not in known]


# --- writing ----------------------------------------------------------------------------------------------------


def write(drafts: Sequence[Draft], style: str) -> tuple[str, list[Remark]]:
    """A file in TBX-Basic, style dct or dca; nothing is lost."""
    spaces = "".join(f' xmlns:{name}="http://www.tbxinfo.net/ns/{name}"' for name in ("min", "basic") if style == "dct")
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<tbx type="TBX-Basic" style="{style}" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"{spaces}>',
        " <tbxHeader><fileDesc><sourceDesc><p>Glossary exported by tqa</p></sourceDesc></fileDesc></tbxHeader>",
        " <text>",
        "  <body>",
    ]
    for number, draft in enumerate(drafts, 1):
        lines += _written(draft, style, f"c{number}")
    return "\n".join([*lines, "  </body>", " </text>", "</tbx>"]) + "\n", []


_DCT = {"subjectField": "min:subjectField", "administrativeStatus": "min:administrativeStatus",
        "source": "basic:source"}  # fmt: skip
_DCA = {"subjectField": "descrip", "administrativeStatus": "termNote", "source": "admin"}


def _element(category: str, text: str, style: str) -> str:
    if style == "dct":
        return f"<{_DCT[category]}>{escape(text)}</{_DCT[category]}>"
    return f'<{_DCA[category]} type="{category}">{escape(text)}</{_DCA[category]}>'


def _written(draft: Draft, style: str, number: str) -> Iterator[str]:
    node = draft.node
    yield f'   <conceptEntry id="{number}">'
    if "domain" in node:
        yield "    " + _element("subjectField", node["domain"], style)
    if "ref" in node:
        yield "    " + _element("source", node["ref"], style)
    if "note" in node and not _seen(node["note"]).startswith(CARRIED):
        yield f"    <note>{escape(node['note'])}</note>"
    carried = _carried(draft)
    if carried:
        yield f"    <note>{escape(CARRIED + carried)}</note>"
    for lang in ("ja", "en"):
        forms = list(_forms(node, lang))
        if forms:
            yield f'    <langSec xml:lang="{lang}">'
            for form in forms:
                status = _element("administrativeStatus", _STATUSES[form.status], style)
                note = f"<note>{escape(form.note)}</note>" if form.note else ""
                yield f"     <termSec><term>{escape(form.text)}</term>{status}{note}</termSec>"
            yield "    </langSec>"
    yield "   </conceptEntry>"


_STATUSES = {"preferred": "preferredTerm-admn-sts", "admitted": "admittedTerm-admn-sts",
             "avoid": "deprecatedTerm-admn-sts"}  # fmt: skip


def _forms(node: dict[str, Any], lang: str) -> Iterator[_Form]:
    for place, text in enumerate(node.get(lang, ())):
        yield _Form(lang, text, "admitted" if place else "preferred", "")
    for row in node.get("avoid", ()):
        its, text = form_of(row)
        if its == lang:
            yield _Form(lang, text, "avoid", "" if isinstance(row, str) else row.get("why", ""))


def _carried(draft: Draft) -> str:
    """What the elements do not say, as JSON: the difference between the entry and what a reader would make of them."""
    import json

    told = _told(draft.node)
    extra = {key: value for key, value in draft.node.items() if told.get(key) != value}
    if draft.kind != "term":
        extra = {"kind": draft.kind, **extra}
    return json.dumps(extra, ensure_ascii=False, separators=(",", ":")) if extra else ""


def _told(node: dict[str, Any]) -> dict[str, Any]:
    """The entry that a reader would make of the elements."""
    concept = _Concept("", [])
    for key in concept.texts:
        text = _seen(node.get(key, ""))
        concept.add(key, "" if key == "note" and text.startswith(CARRIED) else text)
    forms = [form for lang in ("ja", "en") for form in _forms(node, lang)]
    concept.forms = [form._replace(text=_seen(form.text), note=_seen(form.note)) for form in forms]
    return concept.node()


def _seen(text: str) -> str:
    whole = Node("", {}, 0, 0)
    whole.parts.append(text if escape(text) else "")
    return _text(whole)
