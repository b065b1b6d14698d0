"""Terms to one index per language, and a text to hits: leftmost, longest, each form inflected.

English forms are filed under their longest word ("anchor"): only the forms that share a word with the text are
verified, word by word, so the cost does not depend on the number of terms. Japanese forms are filed under their
first two characters. A compiled index is plain JSON data, so that it can be kept between runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tqa.model import Avoid, Condition, Hit, Post, Side, Term

_ROLES = ("preferred", "admitted", "short", "first", "family", "avoid")


def compile_terms(terms: Sequence[Term], languages: dict[str, Any]) -> dict[str, Any]:
    """The index of some terms as JSON data: rows, forms and an index per language."""
    forms: list[tuple[int, int, int, str, str]] = []
    index: dict[str, dict[str, list[int]]] = {lang: {} for lang in languages}
    for number, term in enumerate(terms):
        for lang, role, place, form in _forms(term):
            if lang not in index:
                continue
            for key in languages[lang].index_keys(form, term.kind):
                index[lang].setdefault(key, []).append(len(forms))
            forms.append((number, _ROLES.index(role), place, form, lang))
    return {"terms": terms, "forms": forms, "index": index}


def _forms(term: Term) -> Iterable[tuple[str, str, int, str]]:
    for lang in ("ja", "en"):
        if not (term.kind == "phrase" and lang == "en"):  # the better wordings of a phrase are advice, not terms
            for place, form in enumerate(term.forms(lang)):
                yield lang, "preferred" if place == 0 else "admitted", place, form
    for place, (lang, form) in enumerate(term.short):
        yield lang, "short", place, form
    for place, (lang, form) in enumerate(term.first):
        yield lang, "first", place, form
    for place, form in enumerate(term.family):
        if form and form not in term.forms(("ja", "en")[place]):
            yield ("ja", "en")[place], "family", place, form
    for place, avoid in enumerate(term.avoid):
        yield avoid.lang, "avoid", place, avoid.form


class Matcher:
    """Finds the forms of a compiled glossary in a side."""

    def __init__(self, compiled: dict[str, Any]) -> None:
        self._rows = compiled["terms"]
        self._forms = compiled["forms"]
        self._index = compiled["index"]
        self._terms: dict[int, Term] = {}
        self._elements: dict[int, Any] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def term(self, number: int) -> Term:
        """The term of a row; rows become terms only when they are asked for."""
        if number not in self._terms:
            self._terms[number] = _term(self._rows[number])
        return self._terms[number]

    def terms(self, kind: str = "") -> list[Term]:
        """All terms, or those of one kind, in the order of the files."""
        return [self.term(number) for number, row in enumerate(self._rows) if not kind or row[1] == kind]

    def find(self, side: Side) -> list[Hit]:
        """Hits in a side, in order; a hit inside a longer one is dropped, equal spans are all kept."""
        index = self._index.get(side.lang.CODE, {})
        hits = []
        for form_id, start, end in side.lang.candidates(side, index, self._words):
            number, role, place, form, _ = self._forms[form_id]
            hits.append(Hit(start, end, self.term(number), _ROLES[role], form, place))
        return longest(hits)

    def _words(self, form_id: int, make: Any) -> Any:
        """What the language makes of a form, remembered."""
        if form_id not in self._elements:
            number, role, place, form, _ = self._forms[form_id]
            row = self._rows[number]
            avoid_case = row[4][place][5] if _ROLES[role] == "avoid" else ""
            self._elements[form_id] = make(form, row[1], avoid_case or row[5])
        return self._elements[form_id]


def longest(hits: list[Hit]) -> list[Hit]:
    """Drop every hit that lies inside a longer one, or crosses an earlier one that starts before it."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if kept and hit.start < kept[-1].end and (hit.start, hit.end) != (kept[-1].start, kept[-1].end):
            continue
        kept.append(hit)
    return kept


def _term(row: Any) -> Term:
    if isinstance(row, Term):
        return row
    row = list(row)
    for place in (2, 3):
        row[place] = tuple(row[place])
    row[4] = tuple(_avoid(avoid) for avoid in row[4])
    row[6] = tuple(tuple(pair) for pair in row[6])
    row[7] = tuple(tuple(pair) for pair in row[7])
    row[8], row[9] = _condition(row[8]), _condition(row[9])
    row[15] = tuple(row[15])
    row[17] = tuple(
        Post(tuple(ja), tuple(en), of, since, until, tuple(group)) for ja, en, of, since, until, group in row[17]
    )
    return Term(*row)


def _avoid(row: Any) -> Avoid:
    lang, form, why, unless, only, case = row
    return Avoid(lang, form, why, _condition(unless), _condition(only), case)


def _condition(row: Any) -> Condition | None:
    return Condition(tuple(row[0]), row[1], row[2], tuple(row[3])) if row else None
