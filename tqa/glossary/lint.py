"""What a glossary file may say and should not: entries that contradict, hide or repeat each other, dead conditions.

Each check is a generator over all entries of a glossary; `CHECKS` lists them. What makes a file unusable is not
found here: the loader says that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from tqa.glossary.load import Entry, script
from tqa.lang.fold import fold
from tqa.model import Condition

LEVELS = ("error", "warning", "info")
LONGEST = 60  # characters of Japanese or words of English: nobody looks for terms inside more


class Mistake(NamedTuple):
    """Something to mend. `level`: error (cannot be loaded) | warning | info. `size` is in code points, 0 if unknown;
    line and column count from 1."""

    level: str
    code: str
    message: str
    path: str
    line: int
    column: int
    size: int = 0
    hint: str = ""


def lint(entries: Sequence[Entry], look_up: bool = True) -> list[Mistake]:
    """All that is to be said about some entries, by place. To `look_up` readings in dictionaries takes longer than all
    else."""
    checks = (*CHECKS, unread) if look_up else CHECKS
    found = {mistake for check in checks for mistake in check(entries)}
    return sorted(
        found, key=lambda mistake: (mistake.path, mistake.line, mistake.column, mistake.code, mistake.message)
    )


class Form(NamedTuple):
    """A form as it stands in a file. `row` is the index of its avoid row, or -1 for an accepted form."""

    text: str
    lang: str
    entry: Entry
    place: Any  # the yamltree.Scalar
    row: int = -1

    @property
    def where(self) -> str:
        return f"{self.entry.term.path}:{self.place.line}"

    @property
    def key(self) -> tuple[str, str]:
        """What the matcher compares, near enough."""
        return self.lang, fold(self.text) if self.lang == "ja" else " ".join(
            self.text.lower().replace("-", " ").split()
        )


def forms(entry: Entry) -> Iterator[Form]:
    """The forms of an entry that texts are searched for: the better wordings of a phrase are advice only."""
    for lang in ("ja", "en"):
        if not (entry.term.kind == "phrase" and lang == "en"):
            for scalar in entry.node.get(lang, ()):
                yield Form(str(scalar), lang, entry, scalar)
    for row, node in enumerate(entry.node.get("avoid", ())):
        scalar = node if isinstance(node, str) else node.get("en", node.get("ja"))
        if scalar is not None:
            yield Form(str(scalar), entry.term.avoid[row].lang, entry, scalar, row)


def _told(level: str, code: str, place: Any, entry: Entry, message: str, hint: str = "") -> Mistake:
    words = isinstance(place, str)
    scalar: Any = place if words else next(iter(place.keys_at.values()), place)
    size = scalar.end - scalar.start if words or scalar is not place else 0
    return Mistake(level, code, message, entry.term.path, scalar.line, scalar.column, size, hint)


def _by_key(entries: Sequence[Entry]) -> dict[tuple[str, str], list[Form]]:
    found: dict[tuple[str, str], list[Form]] = {}
    for entry in entries:
        for form in forms(entry):
            found.setdefault(form.key, []).append(form)
    return found


def _conditional(form: Form) -> bool:
    term = form.entry.term
    own = term.avoid[form.row] if form.row >= 0 else None
    return bool(term.only or term.unless or (own and (own.only or own.unless)))


def repeated(entries: Sequence[Entry]) -> Iterator[Mistake]:
    """A form twice in one entry, or a Japanese form that two entries of a kind claim without a condition."""
    for same in _by_key(entries).values():
        seen: dict[tuple[int, bool], Form] = {}
        for form in same:
            earlier = seen.setdefault((id(form.entry.node), form.row >= 0), form)
            if earlier is not form and earlier.text == form.text and not _conditional(form):
                yield _told("warning", "repeated", form.place, form.entry, f"“{form.text}” stands in this entry twice")
        claims = [form for form in same if form.lang == "ja" and form.row < 0 and form.entry.term.kind != "phrase"]
        claims = [form for form in claims if not form.entry.term.only]
        for form in claims[1:]:
            first = claims[0]
            if first.entry.term.kind == form.entry.term.kind and first.entry.term.id != form.entry.term.id:
                message = f"“{form.text}” has an entry already, {first.where}"
                yield _told(
                    "warning", "duplicate", form.place, form.entry, message, "merge them, or give each an only:"
                )


def overridden(entries: Sequence[Entry]) -> Iterator[Mistake]:
    """An entry that a later file replaces: meant, mostly, but good to know."""
    kept: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        key = (entry.term.kind, entry.term.id)
        earlier = kept.get(key)
        if earlier and earlier.term.path != entry.term.path:
            message = f"this replaces the entry of {earlier.term.path}:{earlier.term.line}"
            yield _told("info", "override", entry.node, entry, message)
        kept[key] = entry


def conflicts(entries: Sequence[Entry]) -> Iterator[Mistake]:
    """A form to avoid here that is accepted there."""
    for same in _by_key(entries).values():
        accepted = [form for form in same if form.row < 0 and form.entry.term.kind != "phrase"]
        for form in same:
            if form.row < 0 or not accepted or _conditional(form):
                continue
            other = next((one for one in accepted if one.entry.node is not form.entry.node), None)
            if other is None:
                continue
            message = f"“{form.text}” is to be avoided here and accepted in {other.where} ({other.entry.term.id})"
            hint = "it is reported only beside a source that says this term: an only: or unless: makes that plain"
            level = "warning" if form.entry.term.kind == "phrase" or not form.entry.term.ja else "info"
            yield _told(level, "conflict", form.place, form.entry, message, hint)


def hidden(entries: Sequence[Entry]) -> Iterator[Mistake]:
    """A form to avoid inside an accepted form of the same entry: the longer one wins."""
    for entry in entries:
        own = list(forms(entry))
        avoided = {form.key: form for form in own if form.row >= 0}
        for form in own if avoided else ():
            for part in _parts(form) if form.row < 0 else ():
                if part in avoided:
                    message = (
                        f"“{avoided[part].text}” is a part of the accepted “{form.text}” and is not reported there"
                    )
                    yield _told("info", "hidden", avoided[part].place, entry, message)


def _parts(form: Form) -> Iterator[tuple[str, str]]:
    """The keys of what stands inside a form: two characters and more of Japanese, words of English."""
    lang, key = form.key
    units, joint, least = (list(key), "", 2) if lang == "ja" else (key.split(), " ", 1)
    units = units[:LONGEST]
    for at in range(len(units)):
        for end in range(at + least, len(units) + 1):
            if end - at < len(units):
                yield lang, joint.join(units[at:end])


def nested(entries: Sequence[Entry]) -> Iterator[Mistake]:
    """A Japanese form that is part of another entry's: the longer one wins where it stands."""
    claimed: dict[tuple[str, str], Form] = {}
    for entry in entries:
        for form in forms(entry) if entry.term.kind != "phrase" else ():
            if form.lang == "ja" and form.row < 0:
                claimed.setdefault(form.key, form)
    for form in claimed.values():
        for part in {part for part in _parts(form) if part in claimed}:
            other = claimed[part]
            if other.entry.node is not form.entry.node:
                message = f"“{other.text}” ({other.where}) is a part of “{form.text}”: here the longer one wins"
                yield _told("info", "nested", form.place, form.entry, message)


def _conditions(entry: Entry) -> Iterator[tuple[str, Any, Condition | None, tuple[str, ...]]]:
    """(key, node, condition, the English forms it is for) of every only and unless of an entry."""
    term = entry.term
    avoided = tuple(avoid.form for avoid in term.avoid)
    for key, condition in (("only", term.only), ("unless", term.unless)):
        if key in entry.node:
            yield key, entry.node[key], condition, avoided
    for row, node in enumerate(entry.node.get("avoid", ())):
        if not isinstance(node, str):
            own = term.avoid[row]
            for key, condition in (("only", own.only), ("unless", own.unless)):
                if key in node:
                    yield key, node[key], condition, (own.form,)


def conditions(entries: Sequence[Entry]) -> Iterator[Mistake]:
    """A condition that always holds, or never."""
    for entry in entries:
        for key, node, condition, avoided in _conditions(entry):
            if condition is None or not any(condition):
                yield _told(
                    "warning", "condition", entry.node.keys_at.get(key, node), entry, f"this {key}: says nothing"
                )
                continue
            if condition.since and condition.until and condition.since[:4] > condition.until[:4]:
                message = f"these dates end ({condition.until}) before they begin ({condition.since}): never true"
                yield _told("warning", "condition", node.get("dates", node), entry, message)
            yield from _near(key, node, avoided, entry)
            yield from _inside(node, avoided if node is not entry.node.get(key) else _all_forms(entry), entry)
        yield from _contradiction(entry)


def _near(key: str, node: Any, avoided: tuple[str, ...], entry: Entry) -> Iterator[Mistake]:
    """A word that every place where the form stands has near by: the form itself, or a word of it."""
    effect = "the form is never reported" if key == "unless" else "the condition always holds"
    for word in node.get("near", ()):
        if avoided and all(_word_of(str(word), form) for form in avoided):
            message = f"“{word}” is a word of “{avoided[0]}” itself: {effect}"
            yield _told("warning", "condition", word, entry, message)


def _all_forms(entry: Entry) -> tuple[str, ...]:
    return tuple(form.text for form in forms(entry))


def _inside(node: Any, mine: tuple[str, ...], entry: Entry) -> Iterator[Mistake]:
    """A longer word in which none of the forms can stand."""
    for word in node.get("inside", ()):
        if not any(_part_of(form, str(word)) for form in mine):
            message = f"none of the forms is a part of “{word}”: it never stands inside"
            yield _told("warning", "condition", word, entry, message)


def _part_of(form: str, word: str) -> bool:
    """As the matcher would have it, or nearly: the words of an English form may be inflected."""
    if script(word) == "ja":
        return fold(form) in fold(word) and len(form) < len(word)
    lowered = word.lower()
    return form.lower() != lowered and all(part[:3] in lowered for part in form.lower().split())


def _word_of(word: str, form: str) -> bool:
    """As `Context.company` looks for it."""
    import re

    if not word.isascii() or word.lower() not in form.lower():
        return word in form
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", form, re.IGNORECASE if word.islower() else 0))


def _contradiction(entry: Entry) -> Iterator[Mistake]:
    """Words that are wanted near by and forbidden near by."""
    for row in (entry.node, *(row for row in entry.node.get("avoid", ()) if not isinstance(row, str))):
        only, unless = row.get("only"), row.get("unless")
        if only and unless and set(unless) == {"near"} and only.get("near"):
            if set(only["near"]) <= set(unless["near"]):
                yield _told(
                    "warning", "condition", unless, entry, "unless: takes back all that only: allows: never true"
                )


def readings(entries: Sequence[Entry]) -> Iterator[Mistake]:
    """A reading that does not spell the English family name."""
    from tqa.lang.ja.romaji import fold as spelling
    from tqa.lang.ja.romaji import hepburn

    for entry in entries:
        reading, family = entry.node.get("reading"), entry.term.family[1]
        if not reading:
            continue
        if script(str(reading)) != "ja" or any("\u4e00" <= char <= "\u9fff" for char in reading):
            yield _told("warning", "reading", reading, entry, "a reading is written in hiragana", "すが よしひで")
        elif family.isascii() and family:
            parts = {spelling(hepburn(part)) for part in reading.split()}
            if not {spelling(part) for part in family.split()} & parts:
                yield _told("info", "reading", reading, entry, f"“{reading}” does not spell “{family}”")


def unread(entries: Sequence[Entry]) -> Iterator[Mistake]:
    """A reading, or a romanised name, that no dictionary knows."""
    from tqa.glossary.readings import doubts

    for entry in entries:
        for place, message, hint in doubts(entry.term, entry.node):
            yield _told("info", "reading", place, entry, message, hint)


def sources(entries: Sequence[Entry]) -> Iterator[Mistake]:
    """An entry that does not say where it comes from."""
    for entry in entries:
        if not entry.term.ref:
            yield _told("info", "ref", entry.node, entry, "this entry does not say where it comes from", "add ref:")


def marks(entries: Sequence[Entry]) -> Iterator[Mistake]:
    """Marks of examples that do not pair."""
    for entry in entries:
        for row in entry.node.get("examples", ()):
            if not {"en", "ja"} & row.keys():
                yield _told("warning", "example", row, entry, "this example is empty", "give it en: or ja:")
            for text in row.values():
                if not _paired(text):
                    yield _told("warning", "example", text, entry, "the marks ⟦ ⟧ of this example do not pair")


def _paired(text: str) -> bool:
    """
    >>> _paired("a ⟦b⟧ c"), _paired("⟧a⟦"), _paired("⟦a")
    (True, False, False)
    """
    return "".join(char for char in text if char in "⟦⟧").replace("⟦⟧", "") == ""


CHECKS: tuple[Callable[[Sequence[Entry]], Iterator[Mistake]], ...] = (
    repeated, overridden, conflicts, hidden, nested, conditions, readings, sources, marks,
)  # fmt: skip
