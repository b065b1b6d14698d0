"""Readings and romanised names of a glossary that nothing supports: no analysis of the written form, no table of how
kanji are read in names. A name may be read in ways that no dictionary has, so this is a remark, and silent in doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tqa.model import Term


class Doubt(NamedTuple):
    """A place in a file (a `yamltree.Scalar`), and what is to be said of it."""

    place: Any
    message: str
    hint: str = ""


def doubts(term: Term, node: Any) -> Iterator[Doubt]:
    """What an entry says of readings that no dictionary knows."""
    written = [form for form in term.ja if any("一" <= char <= "鿿" for char in form)]
    if not written:
        return
    reading = node.get("reading")
    if reading:
        yield from _reading(reading, written)
    for form in node.get("en", ()):
        yield from _rendering(form, written, str(reading or ""), term.kind == "person")


def _reading(reading: Any, written: Sequence[str]) -> Iterator[Doubt]:
    """A reading of which a form has neither the beginning nor the end: titles beside a name are not read, and a form
    may be the family name alone."""
    from tqa.lang.ja import romaji
    from tqa.lang.ja.readings import stretch

    said = "".join(romaji.katakana(reading).replace("・", "").split())
    forms = [_solid(form) for form in written]
    if not all("ァ" <= char <= "ヺ" for char in said) or any("ァ" <= char <= "ヺ" for form in forms for char in form):
        return
    spans = [(form, stretch(romaji.hepburn(said), form)) for form in forms]
    part = any(stretch(romaji.hepburn(word), form) == (0, len(form)) for word in reading.split() for form in forms)
    if not part and not any(span is not None and (span[0] == 0 or span[1] == len(form)) for form, span in spans):
        known = _known(written[0])
        yield Doubt(reading, f"no dictionary reads {written[0]} as “{reading}”", f"it has {known}" if known else "")


def _solid(form: str) -> str:
    return "".join(form.replace("・", "").split())


def _known(form: str) -> str:
    """The tagger's reading in hiragana."""
    from tqa.lang.ja.tagger import tokens

    found = tokens(form)
    said = " ".join(token.reading for token in found if token.reading)
    return "".join(chr(ord(char) - 96) if "ァ" <= char <= "ヶ" else char for char in said)


def _rendering(form: Any, written: Sequence[str], reading: str, person: bool) -> Iterator[Doubt]:
    """A word that is a letter off a name's reading; in a person's name, any that none of the kanji can be read as."""
    from tqa.lang.en.names import is_romaji
    from tqa.lang.en.tokens import tokens
    from tqa.lang.ja.readings import explained
    from tqa.lang.ja.romaji import fold, hepburn
    from tqa.lang.names.slips import slips

    found = tokens(form)
    if not any(token.capital and is_romaji(token.key) for token in found):
        return
    text = "\n".join(written)
    for slip in slips(text, text, found):
        word = found[slip.first]
        if fold(word.key) not in {fold(hepburn(part)) for part in reading.split()}:
            yield Doubt(form, f"nothing in {written[0]} is read “{word.text}”", f"“{slip.reading}” is")
        return
    if person and not reading and len(found) == 2 and all(is_romaji(token.key) for token in found):
        for token, other in (found, reversed(found)):
            if _surname(written[0]) == fold(other.key) and not explained(token.key, text):
                yield Doubt(form, f"nothing in {written[0]} is read “{token.text}”")


def _surname(form: str) -> str:
    """The folded reading of a Japanese surname of two characters or more that a name begins with, or "": names of
    China and Korea have shorter ones, and are read in their own way."""
    from tqa.lang.ja import romaji
    from tqa.lang.ja.tagger import tokens

    first = tokens(form)[0]
    known = first.detail == "surname" and 1 < len(first.surface) < len(form)
    return romaji.fold(romaji.hepburn(first.reading)) if known else ""
