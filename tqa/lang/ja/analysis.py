"""Japanese: tokens, sentences, quotations, values and matches. Each function loads its module when first called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tqa.lang import values
    from tqa.lang.ja.tagger import Token

CODE = "ja"


def tokens(string: str) -> Sequence[Token]:
    """The words of the text, in order."""
    from tqa.lang.ja.tagger import tokens as find

    return find(string)


def sentences(string: str) -> Sequence[tuple[int, int]]:
    """The spans of the sentences, white space at their edges left out."""
    from tqa.lang.ja.sentences import sentences as find

    return find(string)


def quotations(string: str) -> Sequence[tuple[int, int]]:
    """The spans in paired quotation marks, marks included."""
    from tqa.lang.ja.sentences import quotations as find

    return find(string)


def protected(string: str) -> Sequence[tuple[int, int]]:
    """The spans of addresses, code, tags and placeholders, which are no language."""
    from tqa.lang.markup import protected as find

    return find(string, wide=False)


def numbers(string: str) -> Sequence[values.Number]:
    """The numbers that the text states, in order; dates and times are none."""
    from tqa.lang.ja.numbers import numbers as find

    return find(string)


def led(string: str, start: int) -> int:
    """Where a number with the words before it begins that make it approximate or a limit."""
    from tqa.lang.ja.numbers import led as find

    return find(string, start)


def dates(string: str) -> Sequence[values.Date]:
    """The dates that the text states, in order."""
    from tqa.lang.ja.dates import dates as find

    return find(string)


def times(string: str) -> Sequence[values.Time]:
    """The clock times that the text states, in order."""
    from tqa.lang.ja.times import times as find

    return find(string)


def relatives(string: str) -> Sequence[values.Relative]:
    """The times that the text tells from another time, in order."""
    from tqa.lang.ja.relative import relatives as find

    return find(string)


def fiscal(string: str) -> bool:
    """Whether a text says that it counts in years of business or school."""
    return any(word in string for word in ("年度", "会計", "学年", "月期", "決算", "シーズン"))


def is_calendar(string: str, start: int, end: int) -> bool:
    """Whether the fiscal year at `start:end` may be told as the calendar year: something begins with it, or it names the
    edition of a prize, a contest or a book."""
    from tqa.lang.ja.dates import is_edition

    return string.startswith(("より", "から", "以降", "以来"), end) or is_edition(string, end)


def adapted(form: str, like: str) -> str:
    """A form as it replaces other words: Japanese nouns do not change."""
    return form


def fitted(string: str, start: int, end: int, text: str) -> tuple[int, str]:
    """A replacement for `start:end` made to fit: Japanese has no articles and no abbreviations with a full stop."""
    return start, text


def write(value: Any) -> str:
    """A number, date or time as the language writes it, for suggestions."""
    from tqa.lang.ja import write as writer

    writers: dict[str, Any] = {"Number": writer.write_number, "Date": writer.write_date, "Time": writer.write_time}
    text: str = writers[type(value).__name__](value)
    return text


def filed(forms: Sequence[tuple[int, str, str, str]]) -> tuple[dict[str, tuple[Any, ...]], dict[int, Any]]:
    """Glossary forms (id, text, kind, case) as an index for `candidates`: keys and the ids of the forms under them; and
    what `candidates` needs to know of a form beyond its id."""
    from tqa.lang.ja.match import filed as find

    return find(forms)


def shortened(form: str) -> Sequence[str]:
    """Shorter ways to write an accepted form of a glossary: none, what stands in brackets here is part of it."""
    return ()


def candidates(side: Any, index: dict[str, tuple[Any, ...]], remember: Any) -> Iterator[tuple[int, int, int]]:
    """(form, start, end) of every form of the index that stands in a side; `remember` gives what `filed` kept of it."""
    from tqa.lang.ja.match import candidates as find

    return find(side, index, remember)


def alignment(sentence: str) -> tuple[int, frozenset[str], frozenset[str]]:
    """What alignment needs of a sentence: its length, its language-independent keys, its content words."""
    from tqa.lang.ja import anchors

    return anchors.length(sentence), anchors.anchors(sentence), anchors.words(sentence)
