"""What `tqa check` does once its options are read."""

import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

from tqa import config as configuration
from tqa.check import Setup, prepare
from tqa.model import Document, Finding, Summary, TqaError, worse_or_equal

FORMATS = ("text", "json", "jsonl", "sarif", "github", "html")


class Options(NamedTuple):
    """The options of `tqa check`, as the command line names them."""

    source: str = ""
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


def setting_up(paths: tuple[str, ...], options: Options) -> tuple[configuration.Config, Setup]:
    """The configuration and what a run needs.

    Raises:
        TqaError: a mistake in the configuration, the glossary or the options.
    """
    found = options.config or configuration.find(os.path.dirname(paths[0]) if paths else ".")
    settings = configuration.load(found) if found else configuration.Config()
    if settings.paths:
        from tqa.project import validate

        validate(settings)
    return settings, prepare(settings, options.glossary, options.select, options.ignore, options.preview)


DEFAULTS = Options()


def run(paths: tuple[str, ...] = (), options: Options = DEFAULTS) -> int:
    """Check some paths and write the report; the exit code.

    Raises:
        TqaError: the job could not be done.
    """
    settings, setup = setting_up(paths, options)
    if options.force_exclude and paths:
        from tqa.project import wanted

        paths = tuple(path for path in paths if os.path.isdir(path) or wanted(path, settings))
        if not paths:
            return 0
    summary, documents, failed = check_all(paths or (".",), options.source, settings, setup)
    summary = summary._replace(findings=tuple(_wanted(summary.findings, options, documents)))
    write(_report(summary, documents, options.form, options.output is None and sys.stdout.isatty()), options.output)
    limit = options.fail_on or settings.fail_on
    passed = _passes(summary, settings)
    if failed or any(finding.rule == "internal-error" for finding in summary.findings):
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
        findings, stale = baseline.split(findings, known, {document.path for document in documents})
        if stale:
            print(f"tqa: {options.baseline}: {len(stale)} known findings are gone (prune: tqa baseline --update)",
                  file=sys.stderr)  # fmt: skip
    if options.diff_from:
        from tqa.changes import changed_lines, touched

        ranges = {path: changed_lines(path, options.diff_from) for path in {finding.path for finding in findings}}
        findings = [f for f in findings if touched(f.line, f.end_line, ranges[f.path])]
    return findings


def check_all(
    paths: tuple[str, ...], source: str, settings: configuration.Config, setup: Setup
) -> tuple[Summary, list[Document], bool]:
    """Everything there is to say about some paths; what cannot be read is said on stderr, the rest is still checked."""
    from tqa.project import check_file, targets

    names: list[str] = []
    failed = False
    for path in paths:
        try:
            names.extend(name for name in targets([path], settings) if name not in names)
        except TqaError as error:
            failed = _say(error)
    if source and len(names) > 1:
        raise TqaError("--source goes with one file", source, hint=f"{len(names)} files were given")
    findings: list[Finding] = []
    documents: list[Document] = []
    for name in names:
        try:
            document, here = check_file(name, settings, setup, source)
        except TqaError as error:
            failed = _say(error)
            continue
        findings.extend(here)
        documents.append(document)
    segments = sum(len(document.units) for document in documents)
    words = sum(document.words for document in documents)
    return Summary(len(documents), segments, words, tuple(findings)), documents, failed


def _say(error: TqaError) -> bool:
    print(f"tqa: {error}", file=sys.stderr)
    return True


def _report(summary: Summary, documents: list[Document], form: str, colour: bool) -> list[str]:
    from importlib import import_module

    if form == "html":
        return list(import_module("tqa.report.html").report(summary, documents))
    if form == "text":
        raws = {document.path: document.raw for document in documents}
        return list(import_module("tqa.report.text").report(summary, raws, colour))
    if form == "jsonl":
        return list(import_module("tqa.report.json").lines(summary))
    return list(import_module(f"tqa.report.{form}").report(summary))


def write(lines: list[str], output: str | None) -> None:
    text = "".join(f"{line}\n" for line in lines)
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
        sys.stdout.flush()
        return
    try:
        with open(output, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise TqaError(f"cannot be written: {(error.strerror or str(error)).lower()}", output) from None
