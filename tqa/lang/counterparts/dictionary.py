"""A Japanese-English dictionary and a list of names, where the user has installed one (`pip install "tqa[dict]"`).

The package jamdict-data holds JMdict and JMnedict (EDRDG, CC BY-SA) as one SQLite file of 311 MB. Of this a file of
sorted lines is made once in tqa's cache folder, which is mapped, not read: opening it costs nothing, a form some
microseconds. Without the package every look-up is empty. It says what may be, never what must be: a rule that uses it
says so in its evidence, and must do without.

TQA_DICTIONARY names another file of that kind, or says `off`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby, product
from typing import TYPE_CHECKING, NamedTuple

from tqa.cache import folder

if TYPE_CHECKING:
    from mmap import mmap

VARIABLE = "TQA_DICTIONARY"
PACKAGE = "jamdict_data"
_LAYOUT = 1  # of the file made
Row = tuple[str | None, str | None, str | None, str | None]  # forms, readings, glosses, types, each joined


class Entry(NamedTuple):
    """What a written form may be. `kind`: word, surname, given, person, place, company, organization, product, work or
    name (of whatever); `readings` in kana; `english`: glosses, or a name as it is written in English ("" for plain
    surnames and given names: read them)."""

    kind: str
    readings: tuple[str, ...]
    english: tuple[str, ...]


def path() -> str | None:
    """The dictionary in use, an SQLite file; None without one."""
    chosen = os.environ.get(VARIABLE, "")
    if chosen:
        return chosen if chosen != "off" and os.path.isfile(chosen) else None
    from importlib.util import find_spec

    spec = find_spec(PACKAGE)  # finds it, does not run it
    places = spec.submodule_search_locations if spec else None
    found = os.path.join(places[0], "jamdict.db") if places else ""
    return found if os.path.isfile(found) else None


def version() -> str:
    """What to add to the conditions of a measurement: the dictionary's size and the layout, or `none`."""
    found = path()
    return f"{os.path.basename(found)}-{os.path.getsize(found):x}-{_LAYOUT}" if found else "none"


@lru_cache(16384)
def entries(form: str) -> tuple[Entry, ...]:
    """All that a written form may be, in the order of kinds; () without a dictionary or where it has none.

    >>> entries("そんな語は有りません")
    ()
    """
    whole = _lines()
    if whole is None or not form:
        return ()
    return tuple(
        Entry(kind, tuple(readings.split(",")), tuple(english.split("; ")) if english else ())
        for kind, readings, english in (line.split("\t") for line in _rows(whole, form))
    )


def glosses(form: str) -> tuple[str, ...]:
    """The English glosses of a word, plainest sense first; () if it is in no dictionary."""
    return tuple(gloss for entry in entries(form) if entry.kind == "word" for gloss in entry.english)


# -- the file --------------------------------------------------------------------------------------------------------


@cache
def _lines() -> mmap | None:
    """The sorted lines, mapped; made first if they are not there."""
    source = path()
    if source is None:
        return None
    from mmap import ACCESS_READ, mmap

    try:
        state = os.stat(source)
        place = os.path.join(folder(), f"dictionary-{_LAYOUT}-{state.st_size:x}-{int(state.st_mtime):x}")
        if not os.path.isfile(place):
            _make(source, place)
        with open(place, "rb") as file:
            return mmap(file.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):  # nowhere to write, or an empty dictionary: as if there were none
        return None


def _rows(whole: mmap, form: str) -> Iterator[str]:
    """The rest of each line that begins with the form, by bisection over places in the file."""
    key = form.encode() + b"\t"
    low, high = 0, len(whole)  # the first such line begins in low..high
    while low < high:
        middle = (low + high) // 2
        start = whole.rfind(b"\n", 0, middle) + 1
        if whole[start : start + len(key)] < key:
            low = whole.find(b"\n", middle) + 1 or len(whole)
        else:
            high = start
    while whole[low : low + len(key)] == key:
        end = whole.find(b"\n", low)
        yield whole[low + len(key) : end].decode()
        low = end + 1


def _make(source: str, place: str) -> None:
    """Write the sorted lines `form TAB kind TAB readings TAB glosses` of a dictionary, one for a form and kind."""
    import sqlite3
    import sys
    from contextlib import closing
    from pathlib import Path

    print("tqa: making its dictionary from", source, "(once; half a minute)", file=sys.stderr, flush=True)
    try:
        with closing(sqlite3.connect(f"{Path(source).absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as base:
            lines = [*_read(base.execute(_WORDS), _word_kinds), *_read(base.execute(_NAMES), _name_kinds)]
    except sqlite3.Error as error:
        raise OSError(f"{source} is not a dictionary: {error}") from None
    lines.sort(key=_head)  # what has the same head stays in the order of the dictionary
    os.makedirs(os.path.dirname(place), exist_ok=True)
    temporary = f"{place}.{os.getpid()}"
    with open(temporary, "wb") as file:
        file.writelines(_merged(head, list(group)) for head, group in groupby(lines, _head))
    os.replace(temporary, place)


def _read(entries: Iterable[Row], kinds: Callable[[str | None], Iterable[str]]) -> Iterator[bytes]:
    """The lines of the entries that a query gives."""
    for written, readings, english, types in entries:
        read, glosses = ",".join(_parts(readings)), "; ".join(_plain(_parts(english)))
        for form, kind in product(_parts(written), tuple(kinds(types))):
            told = "" if kind in _READ and not "ァ" <= form[0] <= "ヿ" else glosses
            yield f"{form}\t{kind}\t{read}\t{told}".encode()


def _head(line: bytes) -> bytes:
    """Form and kind."""
    return line[: line.index(b"\t", line.index(b"\t") + 1)]


def _merged(head: bytes, lines: list[bytes]) -> bytes:
    rest = [line[len(head) + 1 :].split(b"\t") for line in lines]
    readings = dict.fromkeys(reading for one, _ in rest for reading in one.split(b","))
    english = dict.fromkeys(gloss for _, one in rest for gloss in one.split(b"; ") if gloss)
    return b"\t".join((head, b",".join(readings), b"; ".join(english))) + b"\n"


# JMdict: its kanji forms, and its kana forms where these are what is written. A cross join keeps SQLite to this order.
_WORDS = """
select
    ifnull((select group_concat(text, char(31)) from Kanji where idseq = e.idseq) || char(31), '') ||
    ifnull((select group_concat(text, char(31)) from Kana where idseq = e.idseq and (
        nokanji or not exists (select 1 from Kanji where idseq = e.idseq) or exists (
            select 1 from Sense cross join misc on sid = ID
            where idseq = e.idseq and text = 'word usually written using kana alone'
        ))), ''),
    (select group_concat(text, char(31)) from Kana where idseq = e.idseq),
    (select group_concat(text, char(31)) from Sense cross join SenseGloss on sid = ID where idseq = e.idseq),
    ''
from Entry e
"""
# JMnedict.
_NAMES = """
select
    ifnull(
        (select group_concat(text, char(31)) from NEKanji where idseq = e.idseq),
        (select group_concat(text, char(31)) from NEKana where idseq = e.idseq)
    ),
    (select group_concat(text, char(31)) from NEKana where idseq = e.idseq),
    (select group_concat(text, char(31)) from NETranslation cross join NETransGloss on tid = ID where idseq = e.idseq),
    (select group_concat(text, char(31)) from NETranslation cross join NETransType on tid = ID where idseq = e.idseq)
from NEEntry e
"""
_KINDS = {
    "surname": "surname", "given": "given", "fem": "given", "masc": "given", "person": "person", "place": "place",
    "station": "place", "company": "company", "organization": "organization", "product": "product", "work": "work",
}  # fmt: skip

_READ = ("surname", "given")  # Japanese names are what their readings are: no English is kept of them


def _word_kinds(_: str | None) -> Iterable[str]:
    return ("word",)


def _name_kinds(types: str | None) -> Iterable[str]:
    return dict.fromkeys(_KINDS.get(kind, "name") for kind in _parts(types))


def _parts(joined: str | None) -> list[str]:
    return [part for part in (joined or "").split("\x1f") if part]


def _plain(found: Iterable[str]) -> list[str]:
    """Glosses without what stands in brackets."""
    bare = (_brackets().sub("", gloss).strip() if "(" in gloss else gloss for gloss in found)
    return [" ".join(gloss.replace(";", ",").split()) for gloss in bare if gloss]


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"\s*\([^()]*(?:\([^()]*\)[^()]*)*\)")
