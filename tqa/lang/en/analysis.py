"""English: tokens, sentences, quotations, values and word forms. Each function loads its module when first called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tqa.lang.en.tokens import tokens as tokens

if TYPE_CHECKING:
    from tqa.lang import values

CODE = "en"


def sentences(string: str) -> Sequence[tuple[int, int]]:
    """The spans of the sentences, white space at their edges left out."""
    from tqa.lang.en.sentences import sentences as find

    return find(string)


def quotations(string: str) -> Sequence[tuple[int, int]]:
    """The spans in paired quotation marks, marks included."""
    from tqa.lang.en.quotes import quotations as find

    return find(string)


def protected(string: str) -> Sequence[tuple[int, int]]:
    """The spans of addresses, code, tags and placeholders, which are no language."""
    from tqa.lang.markup import protected as find

    return find(string)


def numbers(string: str) -> Sequence[values.Number]:
    """The numbers that the text states, in order; dates and times are none."""
    from tqa.lang.en.numbers import numbers as find

    return find(string)


def led(string: str, start: int) -> int:
    """Where a number with the words before it begins that make it approximate or a limit."""
    from tqa.lang.en.numbers import led as find

    return find(string, start)


def dates(string: str) -> Sequence[values.Date]:
    """The dates that the text states, in order."""
    from tqa.lang.en.dates import dates as find

    return find(string)


def times(string: str) -> Sequence[values.Time]:
    """The clock times that the text states, in order."""
    from tqa.lang.en.times import times as find

    return find(string)


def relatives(string: str) -> Sequence[values.Relative]:
    """The times that the text tells from another time, in order."""
    from tqa.lang.en.relative import relatives as find

    return find(string)


def fiscal(string: str) -> bool:
    """Whether a text says that it counts in years of business or school, or in whose months they begin."""
    from tqa.lang.en.dates import is_fiscal

    return is_fiscal(string)


def is_calendar(string: str, start: int, end: int) -> bool:
    """Whether the fiscal year at `start:end` may be told as the calendar year: something begins with it."""
    return string[:start].lower().rstrip().endswith((" since", " from", "starting in", "starting with"))


def adapted(form: str, like: str) -> str:
    """A form with the number and the capitals of the words that it replaces."""
    from tqa.lang.en.adapt import adapted as adapt

    return adapt(form, like)


def fitted(string: str, start: int, end: int, text: str) -> tuple[int, str]:
    """A replacement for `start:end` made to fit where it is put, the article before it included: (start, text)."""
    from tqa.lang.en.adapt import fitted as adapt

    return adapt(string, start, end, text)


def write(value: Any) -> str:
    """A number, date or time as the language writes it, for suggestions."""
    from tqa.lang.en import write as writer

    writers: dict[str, Any] = {"Number": writer.write_number, "Date": writer.write_date, "Time": writer.write_time}
    text: str = writers[type(value).__name__](value)
    return text


def filed(forms: Sequence[tuple[int, str, str, str]]) -> tuple[dict[str, tuple[Any, ...]], dict[int, Any]]:
    """Glossary forms (id, text, kind, case) as an index for `candidates`: keys and the ids of the forms under them; and
    what `candidates` needs to know of a form beyond its id."""
    from tqa.lang.en.filing import filed as find

    return find(forms)


def shortened(form: str) -> Sequence[str]:
    """Shorter ways to write an accepted form of a glossary: without its article, without a gloss in brackets."""
    from tqa.lang.en.renderings import shortened as find

    return find(form)


def candidates(side: Any, index: dict[str, tuple[Any, ...]], remember: Any) -> Iterator[tuple[int, int, int]]:
    """(form, start, end) of every form of the index that stands in a side; `remember` gives what `filed` kept of it."""
    from tqa.lang.en.match import candidates as find

    return find(side, index, remember)


def alignment(sentence: str) -> tuple[int, frozenset[str], frozenset[str]]:
    """What alignment needs of a sentence: its length, its language-independent keys, its content words."""
    from tqa.lang.en import anchors

    return anchors.length(sentence), anchors.anchors(sentence), anchors.words(sentence)
