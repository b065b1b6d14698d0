"""`tqa glossary lint`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import click

from tqa.examples import Failure, failures
from tqa.glossary.lint import LEVELS, Mistake, lint
from tqa.glossary.load import Example
from tqa.model import Term
from tqa.text import plural


@click.command("lint")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--level", type=click.Choice(LEVELS), default="warning", show_default=True, help="Say this and worse.")
@click.option("--fail-on", type=click.Choice(("warning", "info", "never")), default="warning", show_default=True,
              help="Exit with 1 from here on.")  # fmt: skip
def command(paths: tuple[str, ...], level: str, fail_on: str) -> None:
    """Find mistakes in glossaries: unknown keys, contradictions, repetitions, conditions that never hold, examples
    that fail.

    Of the glossary that ships, only what contradicts one's own files is told.

    Exits with 0 if all is well, 1 if there is something at or above --fail-on, 2 if a file cannot be loaded.
    """
    from tqa.cli.glossary.files import as_mistakes, chosen, own, shown
    from tqa.glossary.load import entries, examples_of, terms_of

    files = chosen(paths)
    found, errors = entries(files)
    terms = terms_of(found)
    if errors:
        click.echo("\n".join(shown(as_mistakes(errors))))
        click.echo(f"{plural(len(errors), 'error')}: this glossary cannot be used.")
        sys.exit(2)
    look_up = "info" in (level, fail_on)
    mine = own(paths, files)
    mistakes = [one for one in lint(found, look_up) if one.level != "info" or one.path in mine]
    mistakes += _failing(terms, [one for one in examples_of(found) if one.term.path in mine])
    mistakes.sort(key=lambda mistake: (files.index(mistake.path), mistake.line, mistake.column))
    told = [mistake for mistake in mistakes if LEVELS.index(mistake.level) <= LEVELS.index(level)]
    for line in shown(told):
        click.echo(line)
    counts = {name: sum(mistake.level == name for mistake in mistakes) for name in ("warning", "info")}
    remarks = f"shows {plural(counts['info'], 'more remark')} and " if counts["info"] else ""
    untold = f" (--level info {remarks}looks readings up)" if level != "info" else ""
    click.echo(f"{plural(counts['warning'], 'warning')} in {plural(len(terms), 'entry')}{untold}.")
    failing = fail_on != "never" and any(LEVELS.index(one.level) <= LEVELS.index(fail_on) for one in mistakes)
    sys.exit(int(failing))


def _failing(terms: Sequence[Term], examples: Sequence[Example]) -> Iterator[Mistake]:
    """The examples that fail, as lint tells them."""
    for failure in failures(terms, examples):
        row = failure.example
        message = "this example fails: " + "; ".join(_described(failure))
        yield Mistake("warning", "example", message, row.term.path, row.line, row.column)


def _described(failure: Failure) -> Iterator[str]:
    """What an example was to show and did not, and what it shows that it was not to."""
    for start, end in failure.silent:
        yield f"“{failure.text[start:end]}” is marked and not reported"
    for finding in failure.unasked:
        yield f"“{finding.quote}” is reported and not marked ({finding.rule}: {finding.message})"
