"""Terms to one index per language, and a text to hits: leftmost, longest, each form inflected.

English forms are filed under one of their words ("anchor"), the one that fewest forms share: only forms that share it
with the text are verified, word by word, so the cost hardly depends on the number of terms. Japanese forms are filed
under their first two characters. A compiled index is JSON data that can be kept between runs; its parts are strings
that are parsed when they are needed, since a run needs few of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tqa.model import Avoid, Condition, Hit, Post, Side, Term

_ROLES = ("preferred", "admitted", "short", "first", "family", "avoid")


class Form(NamedTuple):
    """A form of a term: `place` is its index among those of its role."""

    term: int
    role: str
    place: int
    kind: str
    case: str
    text: str


def compile_terms(terms: Sequence[Term], languages: dict[str, Any]) -> dict[str, Any]:
    """The index of some terms as JSON data."""
    index: dict[str, Any] = {}
    families: dict[str, list[int]] = {}
    forms: list[str] = []
    filed: dict[str, list[tuple[int, Sequence[Sequence[str]]]]] = {lang: [] for lang in languages}
    for number, term in enumerate(terms):
        if term.kind == "person" and term.family[0]:
            families.setdefault(term.family[0], []).append(number)
        for lang, form in _forms(number, term):
            if lang in filed:
                filed[lang].append((len(forms), languages[lang].index_keys(form.text, form.kind)))
                forms.append("\t".join(str(part) for part in form))
    for lang, rows in filed.items():
        index[lang] = json.dumps(_index(rows), ensure_ascii=False)
    rows_ = [json.dumps(term, ensure_ascii=False) for term in terms]
    kinds = {kind: [n for n, term in enumerate(terms) if term.kind == kind] for kind in ("term", "person", "phrase")}
    return {"terms": rows_, "kinds": kinds, "families": families, "forms": forms, "index": index}


def _index(rows: list[tuple[int, Sequence[Sequence[str]]]]) -> dict[str, str]:
    """Key to form ids ("3 17"), each form under the keys of its word that fewest other forms have."""
    counts: dict[str, int] = {}
    for _, words in rows:
        for word in words:
            counts[word[0]] = counts.get(word[0], 0) + 1
    index: dict[str, list[str]] = {}
    for form, words in rows:
        if words:
            for key in min(words, key=lambda word: (counts[word[0]], -len(word[0]))):
                index.setdefault(key, []).append(str(form))
    return {key: " ".join(found) for key, found in index.items()}


def _forms(number: int, term: Term) -> Iterator[tuple[str, Form]]:
    def form(role: str, place: int, text: str, case: str = "") -> Form:
        return Form(number, role, place, term.kind, case or term.case, text.replace("\t", " "))

    for lang in ("ja", "en"):
        if not (term.kind == "phrase" and lang == "en"):  # the better wordings of a phrase are advice, not terms
            for place, text in enumerate(term.forms(lang)):
                yield lang, form("preferred" if place == 0 else "admitted", place, text)
    for place, (lang, text) in enumerate(term.short):
        yield lang, form("short", place, text)
    for place, (lang, text) in enumerate(term.first):
        yield lang, form("first", place, text)
    for place, text in enumerate(term.family):
        lang = ("ja", "en")[place]
        if text and text not in term.forms(lang):
            yield lang, form("family", place, text)
    for place, avoid in enumerate(term.avoid):
        yield avoid.lang, form("avoid", place, avoid.form, avoid.case)


class Matcher:
    """Finds the forms of a compiled glossary in a side."""

    def __init__(self, compiled: dict[str, Any]) -> None:
        self._rows = compiled["terms"]
        self._kinds = compiled["kinds"]
        self._families = compiled["families"]
        self._forms = compiled["forms"]
        self._index = compiled["index"]
        self._indexes: dict[str, dict[str, str]] = {}
        self._terms: dict[int, Term] = {}
        self._prepared: dict[int, Any] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def term(self, number: int) -> Term:
        """The term of a row; rows become terms only when they are asked for."""
        if number not in self._terms:
            self._terms[number] = _term(json.loads(self._rows[number]))
        return self._terms[number]

    def terms(self, kind: str = "") -> list[Term]:
        """All terms, or those of one kind (term, person, phrase), in the order of the files."""
        return [self.term(number) for number in (self._kinds[kind] if kind else range(len(self._rows)))]

    def family(self, name: str) -> list[Term]:
        """The people whose family name is written so in Japanese."""
        return [self.term(number) for number in self._families.get(name, ())]

    def find(self, side: Side) -> list[Hit]:
        """Hits in a side, in order; a hit inside a longer one is dropped, equal spans are all kept."""
        lang = side.lang.CODE
        if lang not in self._indexes:
            self._indexes[lang] = json.loads(self._index[lang]) if lang in self._index else {}
        hits = []
        for number, start, end in side.lang.candidates(side, self._indexes[lang], self._prepare):
            form = self._form(number)
            hits.append(Hit(start, end, self.term(form.term), form.role, form.text, form.place))
        return longest(hits)

    def _form(self, number: int) -> Form:
        term, role, place, kind, case, text = self._forms[number].split("\t")
        return Form(int(term), role, int(place), kind, case, text)

    def _prepare(self, number: int, make: Any) -> Any:
        """What the language makes of a form, remembered."""
        if number not in self._prepared:
            form = self._form(number)
            self._prepared[number] = make(form.text, form.kind, form.case)
        return self._prepared[number]


def longest(hits: list[Hit]) -> list[Hit]:
    """Drop every hit that lies inside a longer one, or crosses an earlier one that starts before it."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if kept and hit.start < kept[-1].end and (hit.start, hit.end) != (kept[-1].start, kept[-1].end):
            continue
        kept.append(hit)
    return kept


def _term(row: Any) -> Term:
    for place in (2, 3, 15):
        row[place] = tuple(row[place])
    row[4] = tuple(_avoid(avoid) for avoid in row[4])
    row[6] = tuple(tuple(pair) for pair in row[6])
    row[7] = tuple(tuple(pair) for pair in row[7])
    row[8], row[9] = _condition(row[8]), _condition(row[9])
    row[17] = tuple(
        Post(tuple(ja), tuple(en), of, since, until, tuple(group)) for ja, en, of, since, until, group in row[17]
    )
    return Term(*row)


def _avoid(row: Any) -> Avoid:
    lang, form, why, unless, only, case = row
    return Avoid(lang, form, why, _condition(unless), _condition(only), case)


def _condition(row: Any) -> Condition | None:
    return Condition(tuple(row[0]), row[1], row[2], tuple(row[3])) if row else None
