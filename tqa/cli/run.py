"""What `tqa check` does once its options are read."""

import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

from tqa import config as configuration
from tqa.check import Setup, prepare
from tqa.model import Document, Finding, Summary, TqaError, worse_or_equal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tqa.project import Outcome

FORMATS = ("text", "json", "jsonl", "sarif", "github", "junit", "tsv", "html")
STDIN = "-"


class Options(NamedTuple):
    """The options of `tqa check`, as the command line names them; a `source` of many files is their `pattern`."""

    source: str = ""
    pattern: str = ""
    glossary: tuple[str, ...] = ()
    form: str = "text"
    output: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    fail_on: str | None = None
    config: str | None = None
    baseline: str = ""
    diff_from: str = ""
    force_exclude: bool = False
    stdin_filename: str = ""
    staged: bool = False
    jobs: int | None = None
    lang: str | None = None


def setting_up(paths: tuple[str, ...], options: Options) -> tuple[configuration.Config, Setup]:
    """The configuration and what a run needs.

    Raises:
        TqaError: a mistake in the configuration, the glossary or the options.
    """
    first = options.stdin_filename or (paths[0] if paths else os.curdir)
    found = options.config or configuration.find(first if os.path.isdir(first) else os.path.dirname(first))
    settings = configuration.load(found) if found else configuration.Config()
    if options.pattern:
        settings = settings._replace(source=configuration.pattern(options.pattern))
    if options.lang:
        from tqa.lang import other

        settings = settings._replace(lang=options.lang, source_lang=other(options.lang))
    return settings, prepare(settings, options.glossary, options.select, options.ignore, options.preview)


DEFAULTS = Options()


def run(paths: tuple[str, ...] = (), options: Options = DEFAULTS) -> int:
    """Check some paths and write the report; the exit code.

    Raises:
        TqaError: the job could not be done.
    """
    settings, setup = setting_up(paths, options)
    summary, documents = check_all(paths, options, settings, setup)
    if options.form == "text" and (options.force_exclude or options.staged) and not (documents or summary.errors):
        return 0  # a hook that has nothing to say says nothing
    summary = summary._replace(findings=tuple(_wanted(summary.findings, options, documents)))
    if options.output:
        _refuse_input(options, documents, settings)
    write(_report(summary, documents, options.form, options.output is None and sys.stdout.isatty()), options.output)
    if options.output:
        from tqa.report.text import total

        print(f"{options.output}: {total(summary)}", file=sys.stderr)
    limit = options.fail_on or settings.fail_on
    passed = _passes(summary, settings)
    if summary.errors or any(finding.rule == "internal-error" for finding in summary.findings):
        return 2
    return int(not passed or any(worse_or_equal(finding.severity, limit) for finding in summary.findings))


def _passes(summary: Summary, settings: configuration.Config) -> bool:
    """Whether the reported findings keep to the configured points; a line on stderr says so."""
    limit = settings.max_mqm_per_1000_words
    if limit is None:
        return True
    points = summary.mqm_per_1000_words
    verdict = "failed" if points > limit else "passed"
    print(f"tqa: quality gate {verdict}: {points:g} points per 1,000 words, at most {limit:g}", file=sys.stderr)
    return points <= limit


def _wanted(findings: Sequence[Finding], options: Options, documents: Sequence[Document]) -> Sequence[Finding]:
    """The findings that are new: not in the baseline, and on lines changed since a revision."""
    if options.baseline:
        from tqa import baseline

        known = baseline.read(options.baseline)
        names = [document.path for document in documents]
        findings, stale = baseline.split(findings, known, names, options.baseline)
        if stale and not (options.select or options.ignore):  # else their rules may just not have been asked
            gone = "1 known finding is gone" if len(stale) == 1 else f"{len(stale)} known findings are gone"
            print(f"tqa: {options.baseline}: {gone} (prune: tqa baseline --update)", file=sys.stderr)
    if options.diff_from:
        from tqa.changes import changed_lines, touched

        ranges = changed_lines({finding.path for finding in findings}, options.diff_from, options.staged)
        findings = [f for f in findings if touched(f.line, f.end_line, ranges[f.path])]
    return findings


def check_all(
    paths: tuple[str, ...], options: Options, settings: configuration.Config, setup: Setup
) -> tuple[Summary, list[Document]]:
    """Everything there is to say about some paths; what cannot be read is said on stderr, the rest is checked.

    Raises:
        TqaError: options that do not go together.
    """
    errors: list[TqaError] = []
    if STDIN in paths or options.stdin_filename:
        outcomes = _stdin(paths, options, settings, setup)
    elif options.staged:
        from tqa.staged import check_staged

        if options.source:
            raise TqaError("--staged finds the sources itself: leave out --source")
        outcomes = check_staged(paths, settings, setup)
    else:
        from tqa.files import search, wanted

        if options.force_exclude:
            paths = tuple(path for path in paths if os.path.isdir(path) or wanted(path, settings))
        names, errors = search(paths if paths or options.force_exclude else (os.curdir,), settings)
        if options.source and len(names) > 1:
            raise TqaError("--source goes with one file", options.source, hint=f"{len(names)} files were given")
        outcomes = _outcomes(names, paths, options, settings, setup)
    errors += [outcome for outcome in outcomes if isinstance(outcome, TqaError)]
    done = [outcome for outcome in outcomes if not isinstance(outcome, TqaError)]
    documents = [document for document, _ in done]
    segments = sum(len(document.units) for document in documents)
    words = sum(document.words for document in documents)
    findings = tuple(finding for _, here in done for finding in here)
    for error in errors:
        print(f"tqa: {error}", file=sys.stderr)
    return Summary(len(documents), segments, words, findings, tuple(errors)), documents


def _outcomes(
    names: list[str], paths: tuple[str, ...], options: Options, settings: configuration.Config, setup: Setup
) -> "list[Outcome]":
    if len(names) > 1:
        from functools import partial

        from tqa.jobs import check_files

        return check_files(names, (settings, setup), partial(setting_up, paths, options), options.jobs)
    from tqa.project import outcome

    return [outcome(name, settings, setup, options.source) for name in names]


def stdin(paths: tuple[str, ...], options: Options) -> tuple[str, bytes]:
    """The name and the bytes of what is checked in place of a file.

    Raises:
        TqaError: options that do not go with it.
    """
    name = options.stdin_filename
    if set(paths) - {STDIN}:
        raise TqaError("--stdin-filename goes with - alone" if name else "- goes with no other path")
    if options.diff_from or options.staged:
        raise TqaError("--diff-from and --staged look at files, not at what is piped in")
    return name or "<stdin>", sys.stdin.buffer.read()


def _stdin(
    paths: tuple[str, ...], options: Options, settings: configuration.Config, setup: Setup
) -> "list[Outcome]":
    from tqa.files import wanted
    from tqa.project import outcome

    name, data = stdin(paths, options)
    if options.force_exclude and not wanted(name, settings):
        return []
    return [outcome(name, settings, setup, options.source, data)]


def _refuse_input(options: Options, documents: Sequence[Document], settings: configuration.Config) -> None:
    """Raise a TqaError if the report would overwrite what was read."""
    read = [path for document in documents for path in (document.path, document.source_path)]
    read += [options.baseline, settings.path, *options.glossary, *settings.glossary]
    output = options.output or ""
    if os.path.exists(output) and any(os.path.exists(path) and os.path.samefile(path, output) for path in read):
        raise TqaError("is read by this run, and would be overwritten by the report", output)


def _screen(seen: bool) -> tuple[bool, int]:
    """Whether to use colours, and how many columns there are; 0 where nobody looks, or nobody knows."""
    if not seen:
        return False, 0
    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    try:
        return colour, os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return colour, 0


def _report(summary: Summary, documents: list[Document], form: str, seen: bool) -> list[str]:
    from importlib import import_module

    if form == "text":
        raws = {document.path: document.raw for document in documents}
        return list(import_module("tqa.report.text").report(summary, raws, *_screen(seen)))
    if form == "jsonl":
        return list(import_module("tqa.report.json").lines(summary))
    report = import_module(f"tqa.report.{form}").report
    return list(report(summary, documents) if form in ("html", "junit", "sarif", "tsv") else report(summary))


def write(lines: list[str], output: str | None) -> None:
    text = "".join(f"{line}\n" for line in lines)
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))  # a file's name may be no text
        sys.stdout.flush()
        return
    try:
        with open(output, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise TqaError.of_system("cannot be written", error, output) from None
