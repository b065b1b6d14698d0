"""What the program talks about: documents, segments, terms, problems, findings.

No `annotations` from `__future__` here, nor in other modules of many tuples: `typing` compiles each field's annotation
that is text, which would take two thirds of the time that Python takes to start.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple

from tqa.text import Text

SEVERITIES = ("critical", "major", "minor", "info")
MQM_POINTS = {"critical": 25, "major": 5, "minor": 1, "info": 0}


class TqaError(Exception):
    """The job could not be done: what is wrong, where, and what to do next.

    `line` and `column` count from 1; 0 means that the place is not known.
    """

    def __init__(self, message: str, path: str = "", line: int = 0, column: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.path, self.line, self.column, self.hint = message, path, line, column, hint

    @classmethod
    def of_system(cls, what: str, error: OSError, path: str, hint: str = "") -> "TqaError":
        """“cannot be read” or “cannot be written”, and why the system says so."""
        return cls(f"{what}: {(error.strerror or str(error)).lower()}", path, hint=hint)

    def __str__(self) -> str:
        place = self.path
        if self.line:
            place += f":{self.line}:{self.column}"
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} ({self.hint})" if self.hint else text


class Errors(TqaError):
    """Several errors at once, one line each."""

    def __init__(self, errors: Sequence[TqaError]) -> None:
        super().__init__("\n".join(str(error) for error in errors))
        self.errors = tuple(errors)

    def __str__(self) -> str:
        return self.message


# --- the glossary -----------------------------------------------------------------------------------------------


class Condition(NamedTuple):
    """When an entry or a form speaks: in the company of words, in texts about some years, in some files, as a part of
    longer words."""

    near: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    files: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()


class Avoid(NamedTuple):
    """A form to report, and under which conditions."""

    lang: str
    form: str
    why: str = ""
    unless: Condition | None = None
    only: Condition | None = None
    case: str = ""


class Post(NamedTuple):
    """An office and the term in it; dates are ISO 8601 and may be partial (2020, 2020-09)."""

    ja: tuple[str, ...]
    en: tuple[str, ...]
    of: str = ""
    since: str = ""
    until: str = ""
    group: tuple[str, ...] = ()


class Term(NamedTuple):
    """An entry of a glossary: a term, a person or a phrase."""

    id: str
    kind: str  # term | person | phrase
    ja: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    avoid: tuple[Avoid, ...] = ()
    case: str = "any"  # exact | title | any
    short: tuple[tuple[str, str], ...] = ()  # (language, form)
    first: tuple[tuple[str, str], ...] = ()
    only: Condition | None = None
    unless: Condition | None = None
    why: str = ""
    domain: str = ""
    ref: str = ""
    note: str = ""
    reading: str = ""
    family: tuple[str, str] = ("", "")  # ja, en
    order: str = ""
    posts: tuple[Post, ...] = ()
    path: str = ""
    line: int = 0
    column: int = 0

    def forms(self, lang: str) -> tuple[str, ...]:
        """The accepted forms in a language ("ja" or "en"), the preferred one first."""
        return self.ja if lang == "ja" else self.en


class Hit(NamedTuple):
    """A form of an entry at `start:end` of a side's string. `role` says which: preferred, admitted, short, first,
    family or avoid; `form` is the form as written in the glossary, `index` its place among those of its role."""

    start: int
    end: int
    term: Term
    role: str
    form: str
    index: int = 0  # type: ignore[assignment]  # shadows tuple.index, which nobody needs here

    @property
    def avoid(self) -> Avoid:
        return self.term.avoid[self.index]


# --- the text ---------------------------------------------------------------------------------------------------


class Side:
    """One language side of a segment, analysed at most once, on demand.

    `lang` is a module of `tqa.lang`; all spans are half-open code points of `string`.
    """

    def __init__(self, text: Text, lang: Any, find: "Callable[[Side], list[Hit]] | None" = None) -> None:
        self.text = text
        self.string = text.string
        self.lang = lang
        self._find = find

    @cached_property
    def tokens(self) -> Sequence[Any]:
        return self.lang.tokens(self.string)

    @cached_property
    def sentences(self) -> Sequence[tuple[int, int]]:
        return self.lang.sentences(self.string)

    @cached_property
    def quotations(self) -> Sequence[tuple[int, int]]:
        """The spans inside paired quotation marks, marks included."""
        return self.lang.quotations(self.string)

    @cached_property
    def protected(self) -> Sequence[tuple[int, int]]:
        """URLs, e-mail addresses, code, placeholders, markup with text of its own: nothing there is language."""
        marked = tuple((mark.at, mark.at + mark.size) for mark in self.text.marks if mark.size)
        return (*self.lang.protected(self.string), *marked) if marked else self.lang.protected(self.string)

    @cached_property
    def numbers(self) -> Sequence[Any]:
        return self.lang.numbers(self.string)

    @cached_property
    def dates(self) -> Sequence[Any]:
        return self.lang.dates(self.string)

    @cached_property
    def times(self) -> Sequence[Any]:
        return self.lang.times(self.string)

    @cached_property
    def hits(self) -> list[Hit]:
        """Forms of glossary entries, leftmost-longest, in order. One whose conditions silence it hides no other, but
        stands here where no other does."""
        return self._find(self) if self._find else []

    def quoted(self, start: int, end: int) -> bool:
        """True if the span lies inside quotation marks."""
        lows, highs = self._quoted
        at = bisect_left(lows, start)
        return at > 0 and end < highs[at - 1]

    def is_protected(self, start: int, end: int) -> bool:
        lows, highs = self._covered
        at = bisect_left(lows, end)
        return at > 0 and start < highs[at - 1]

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that holds an offset."""
        at = bisect_right(self._ends, offset)
        return self.sentences[min(at, len(self._ends) - 1)] if self._ends else (0, len(self.string))

    @cached_property
    def _ends(self) -> Sequence[int]:
        return [high for _, high in self.sentences]

    @cached_property
    def _quoted(self) -> tuple[Sequence[int], Sequence[int]]:
        return _reach(self.quotations)

    @cached_property
    def _covered(self) -> tuple[Sequence[int], Sequence[int]]:
        return _reach(self.protected)


def _reach(spans: Sequence[tuple[int, int]]) -> tuple[Sequence[int], Sequence[int]]:
    """Where spans begin, in order, and how far those that begin until there reach."""
    ordered = sorted(spans)
    return [low for low, _ in ordered], list(accumulate((high for _, high in ordered), max))


class Segment(NamedTuple):
    """A paragraph or an aligned unit. `kind` is prose, heading, list, cell or caption."""

    index: int  # type: ignore[assignment]  # as above
    kind: str
    target: Side
    source: Side | None = None
    id: str = ""
    line: int = 0
    confident: bool = True  # False where the alignment is a guess: nothing there is "missing"


class Unit(NamedTuple):
    """A segment as a reader gives it: texts with their places, nothing analysed."""

    target: Text
    source: Text | None = None
    id: str = ""
    kind: str = ""  # empty: the checker decides from the text
    confident: bool = True
    doc: str = ""  # units of different texts in one file share no context


class Comment(NamedTuple):
    """A comment at `start:end` of the file, for the units at `low:high`: where a format has comments of its own."""

    start: int
    end: int
    text: str
    low: int
    high: int


class Document(NamedTuple):
    """A file as a reader gives it. `raw` is the decoded file, `units` its segments in order. Line ends and a byte order
    mark stay in `raw`: encoded, it is the file again. What looks like a comment in the `code` of the file is none."""

    path: str
    raw: str
    units: tuple[Unit, ...]
    lang: str = "en"
    source_lang: str = "ja"
    source_path: str = ""
    source_raw: str = ""
    encoding: str = "utf-8"
    comments: tuple[Comment, ...] = ()
    code: tuple[tuple[int, int], ...] = ()

    @property
    def words(self) -> int:
        """Words of the translation; two characters of Japanese are about a word."""
        strings = [unit.target.string for unit in self.units]
        if self.lang == "ja":
            return sum(len("".join(string.split())) for string in strings) // 2
        return sum(len(string.split()) for string in strings)


# --- what rules say ---------------------------------------------------------------------------------------------


class Place(NamedTuple):
    """Another place that a problem speaks of."""

    segment: Segment
    start: int
    end: int
    message: str
    side: str = "target"


class Problem(NamedTuple):
    """What a rule found at `start:end` of a segment's target.

    `suggestion` replaces just that span; it is shown, and applied with the rule's fix safety. `source` is the span
    of the source that it is judged by. `severity` overrides the rule's.
    """

    segment: Segment
    start: int
    end: int
    message: str
    suggestion: str | None = None
    others: tuple[str, ...] = ()  # further suggestions, for display
    related: tuple[Place, ...] = ()
    source: tuple[int, int] | None = None
    severity: str = ""
    entry: Term | None = None


class Edit(NamedTuple):
    """Replace `start:end` of the file by `text`."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """One way to mend a finding. `safety`: safe | unsafe | display."""

    title: str
    safety: str
    edits: tuple[Edit, ...]


class Related(NamedTuple):
    """Another place that a finding speaks of, in file positions."""

    path: str
    start: int
    end: int
    quote: str
    message: str


class Finding(NamedTuple):
    """A problem at its place in the file. Offsets are code points, half-open; lines and columns count from 1."""

    rule: str
    severity: str
    category: str
    message: str
    start: int
    end: int
    line: int
    column: int
    quote: str
    source_start: int | None = None
    source_end: int | None = None
    source_quote: str | None = None
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    fingerprint: str = ""
    path: str = ""
    end_line: int = 0
    end_column: int = 0
    segment: str = ""
    source_path: str = ""
    entry: str = ""  # file:line of the glossary entry that decided
    context: tuple[int, int] = (0, 0)  # the sentence around it, in file positions


class Summary(NamedTuple):
    """Counts over everything that was checked."""

    files: int
    segments: int
    words: int
    findings: tuple[Finding, ...]
    errors: tuple[TqaError, ...] = ()  # why files could not be checked

    def count(self, severity: str) -> int:
        return sum(finding.severity == severity for finding in self.findings)

    @property
    def mqm_per_1000_words(self) -> float:
        points = sum(MQM_POINTS[finding.severity] for finding in self.findings)
        return round(1000 * points / self.words, 1) if self.words else 0.0


def worse_or_equal(severity: str, limit: str) -> bool:
    """True if `severity` is at or above `limit` ("never" is above everything).

    >>> worse_or_equal("major", "minor"), worse_or_equal("info", "minor"), worse_or_equal("critical", "never")
    (True, False, False)
    """
    return limit in SEVERITIES and SEVERITIES.index(severity) <= SEVERITIES.index(limit)
