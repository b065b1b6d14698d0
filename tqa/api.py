"""The Python interface: `tqa.Checker`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tqa import config as configuration
from tqa.check import check, prepare
from tqa.model import Document, Edit, Finding, Fix, Unit
from tqa.text import Text


class Checker:
    """Checks strings, pairs and files with one glossary and one choice of rules.

    Args:
        glossary: paths of glossary files or folders; None means the shipped glossary (or the configuration's).
        config: path of a `tqa.yaml`; None means no configuration.
        select, ignore: ids of rules to run, or to leave out.
        preview: also run rules that are not yet precise enough to be on by default.
    Raises:
        tqa.TqaError: a path or rule that does not exist, or mistakes in a glossary or configuration.

    >>> [finding.quote for finding in Checker().check("He called it “a plan. They left.")]
    ['“']
    """

    def __init__(
        self,
        glossary: Sequence[str] | None = None,
        config: str | None = None,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        preview: bool = False,
    ) -> None:
        self._config = configuration.load(config) if config else configuration.Config()
        self._setup = prepare(self._config, glossary or (), select, ignore, preview)

    def check(
        self,
        target: str,
        source: str | None = None,
        *,
        lang: str = "en",
        source_lang: str = "ja",
        path: str = "text.txt",
    ) -> list[Finding]:
        """The findings of a text; offsets are code points of `target` (and of `source`), half-open."""
        from tqa.project import document_of

        return check(document_of(path, target, source, lang, source_lang), self._setup)

    def check_pairs(
        self, pairs: Iterable[tuple[str | None, str]], *, lang: str = "en", source_lang: str = "ja", path: str = "pairs"
    ) -> list[list[Finding]]:
        """The findings of aligned segments that make one document: a list for each (source or None, target).

        Offsets, lines and columns are those of the segment's own strings.

        Raises:
            tqa.TqaError: sources or translations in another language than said: swapped, for one.
        """
        rows = list(pairs)
        units, target_starts, source_starts = [], [], []
        target_at = source_at = 0
        for source, target in rows:
            target_starts.append(target_at)
            source_starts.append(source_at)
            units.append(Unit(Text.plain(target, target_at), None if source is None else Text.plain(source, source_at)))
            target_at += len(target) + 1
            source_at += len(source or "") + 1
        raw = "\n".join(target for _, target in rows)
        document = Document(path, raw, tuple(units), lang, source_lang)
        if any(source for source, _ in rows):
            from tqa.pairs import refuse_rows

            refuse_rows(document)
        found: list[list[Finding]] = [[] for _ in rows]
        for finding in check(document, self._setup):
            row = int(finding.segment) - 1
            found[row].append(_rebased(finding, target_starts[row], source_starts[row], rows[row][1]))
        return found

    def check_file(self, path: str, source: str | None = None) -> list[Finding]:
        """The findings of a file; offsets are code points of the decoded file."""
        from tqa.project import check_file

        return check_file(path, self._config, self._setup, source or "")[1]


def _rebased(finding: Finding, target_start: int, source_start: int, target: str) -> Finding:
    """A finding with its offsets counted from the start of its own segment."""
    from tqa.text import Lines

    lines = Lines(target)
    start, end = finding.start - target_start, finding.end - target_start
    line, column = lines.place(start)
    end_line, end_column = lines.place(end)
    low, high = finding.context
    moved = finding._replace(
        start=start, end=end, line=line, column=column, end_line=end_line, end_column=end_column,
        fixes=tuple(_moved(fix, target_start) for fix in finding.fixes),
        context=(low - target_start, high - target_start),
    )  # fmt: skip
    if finding.source_start is None or finding.source_end is None:
        return moved
    return moved._replace(
        source_start=finding.source_start - source_start, source_end=finding.source_end - source_start
    )


def _moved(fix: Fix, by: int) -> Fix:
    return fix._replace(edits=tuple(Edit(edit.start - by, edit.end - by, edit.text) for edit in fix.edits))
