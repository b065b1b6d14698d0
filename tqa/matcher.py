"""Terms to one index per language, and a text to hits: leftmost, longest, each form inflected.

English forms are filed under one of their words ("anchor"), the one that fewest forms share: only forms that share it
with the text are verified, word by word, so the cost hardly depends on the number of terms. Japanese forms are filed
whole. A compiled glossary is bytes that can be kept between runs: rows and buckets of the index are read only when
they are asked for, since a text needs few of them, however large the glossary.
"""

import marshal
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from tqa import rows
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


def compile_terms(terms: Sequence[Term], languages: dict[str, Any]) -> dict[str, bytes]:
    """Some terms as rows, and the index of their forms for each language."""
    families: dict[str, list[int]] = {}
    forms: list[Form] = []
    filed: dict[str, list[tuple[int, str, str, str]]] = {lang: [] for lang in languages}
    for number, term in enumerate(terms):
        if term.kind == "person" and term.family[0]:
            families.setdefault(term.family[0], []).append(number)
        for lang, form in _forms(number, term, languages):
            if lang in filed:
                filed[lang].append((len(forms), form.text, form.kind, form.case))
                forms.append(form)
    kinds = {kind: [n for n, term in enumerate(terms) if term.kind == kind] for kind in ("term", "person", "phrase")}
    compiled = {"kinds": marshal.dumps(kinds), "families": marshal.dumps(families)}
    compiled |= rows.pack("terms", terms)
    compiled |= rows.pack("forms", forms)
    for lang, found in filed.items():
        index, ready = languages[lang].filed(found)
        compiled |= rows.pack(lang, rows.buckets(index))
        compiled |= rows.pack(f"{lang}-ready", [ready.get(number, ()) for number in range(len(forms))])
    return compiled


def _forms(number: int, term: Term, languages: dict[str, Any]) -> Iterator[tuple[str, Form]]:
    """Every form of a term with its language. An accepted form also counts as the language may shorten it: without
    its article, without a gloss in brackets."""

    def form(role: str, place: int, text: str, case: str = "") -> Form:
        return Form(number, role, place, term.kind, case or term.case, " ".join(text.split()))

    for lang, found in _written(term, form):
        yield lang, found
        if found.role not in ("avoid", "first") and lang in languages:
            for shorter in languages[lang].shortened(found.text):
                yield lang, found._replace(text=shorter)


def _written(term: Term, form: Any) -> Iterator[tuple[str, Form]]:
    """The forms that the entry of a term spells out."""

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

    def __init__(self, compiled: dict[str, bytes]) -> None:
        self._compiled = compiled
        self._rows = rows.Rows(compiled, "terms")
        self._forms = rows.Rows(compiled, "forms")
        self._indexes: dict[str, rows.Index] = {}
        self._ready: dict[str, Callable[..., Any]] = {}
        self._terms: dict[int, Term] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @cached_property
    def _kinds(self) -> dict[str, list[int]]:
        return marshal.loads(self._compiled["kinds"])

    @cached_property
    def _families(self) -> dict[str, list[int]]:
        return marshal.loads(self._compiled["families"])

    def term(self, number: int) -> Term:
        """The term of a row; rows become terms only when they are asked for."""
        if number not in self._terms:
            self._terms[number] = _term(self._rows[number])
        return self._terms[number]

    def terms(self, kind: str = "") -> list[Term]:
        """All terms, or those of one kind (term, person, phrase), in the order of the files."""
        return [self.term(number) for number in (self._kinds[kind] if kind else range(len(self)))]

    def family(self, name: str) -> list[Term]:
        """The people whose family name is written so in Japanese."""
        return [self.term(number) for number in self._families.get(name, ())]

    def holding(self, text: str) -> set[int]:
        """The rows of the terms that have a form, in any language, with a text in it; Latin capitals and hyphens do not
        matter."""
        return {self._forms[number][0] for number in self._forms.holding(text)}

    def find(self, side: Side) -> list[Hit]:
        """Hits in a side, in order; a hit inside a longer one is dropped, equal spans are all kept."""
        return longest(self.found(side))

    def found(self, side: Side) -> list[Hit]:
        """Every form that stands in a side, inside others too, in no order."""
        lang = side.lang.CODE
        if lang not in self._indexes:
            self._indexes[lang] = rows.Index(rows.Rows(self._compiled, lang))
            self._ready[lang] = _remembered(rows.Rows(self._compiled, f"{lang}-ready"))
        hits = []
        for number, start, end in side.lang.candidates(side, self._indexes[lang], self._ready[lang]):
            form = Form(*self._forms[number])
            hits.append(Hit(start, end, self.term(form.term), form.role, form.text, form.place))
        return hits


def _remembered(ready: rows.Rows) -> Callable[[int], Any]:
    """The row that a language wrote of a form, read once."""
    known: dict[int, Any] = {}

    def remember(number: int) -> Any:
        if number not in known:
            known[number] = ready[number]
        return known[number]

    return remember


def longest(hits: list[Hit], quiet: Sequence[Hit] = ()) -> list[Hit]:
    """Drop every hit that lies inside a longer one, or crosses an earlier one that starts before it. Those that are
    `quiet` hide no other, and are kept where no other stands."""
    if not quiet:
        return _longest(hits)
    kept = _longest([hit for hit in hits if hit not in quiet])
    free = [hit for hit in quiet if all(_apart(hit, one) for one in kept)]
    return sorted([*kept, *_longest(free)], key=lambda hit: (hit.start, -hit.end))


def _apart(one: Hit, other: Hit) -> bool:
    """True if two hits share no character, or all of them."""
    return one.end <= other.start or other.end <= one.start or (one.start, one.end) == (other.start, other.end)


def _longest(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if kept and hit.start < kept[-1].end and (hit.start, hit.end) != (kept[-1].start, kept[-1].end):
            continue
        kept.append(hit)
    return kept


def _term(row: Any) -> Term:
    term = Term(*row)
    if not (term.avoid or term.only or term.unless or term.posts):
        return term
    return term._replace(
        avoid=tuple([_avoid(*avoid) for avoid in term.avoid]),
        only=_condition(term.only),
        unless=_condition(term.unless),
        posts=tuple([Post(*post) for post in term.posts]),
    )


def _avoid(lang: str, form: str, why: str, unless: Any, only: Any, case: str) -> Avoid:
    return Avoid(lang, form, why, _condition(unless), _condition(only), case)


def _condition(row: Any) -> Condition | None:
    return Condition(*row) if row else None
