"""`tqa glossary test`."""

from __future__ import annotations

import sys

import click


@click.command("test")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
def command(paths: tuple[str, ...]) -> None:
    """Run the examples of glossaries: each ⟦marked⟧ span must be reported, and nothing else.

    The text is checked with these glossaries alone; the examples of the one that ships are run where it is the only
    one. Exits with 0 if all hold, 1 if one fails, 2 if a file cannot be loaded.
    """
    from tqa.cli.glossary.files import chosen, own
    from tqa.examples import failures
    from tqa.glossary.load import read
    from tqa.model import Errors

    files = chosen(paths)
    terms, examples, errors = read(files)
    if errors:
        raise Errors(errors)
    mine = own(paths, files)
    examples = [one for one in examples if one.term.path in mine]
    failed = 0
    for failure in failures(terms, examples):
        failed += 1
        row = failure.example
        click.echo(f"{row.term.path}:{row.line}:{row.column}: an example of “{row.term.id}” fails")
        for label, text in (("source", row.ja if row.en else ""), ("text", failure.text)):
            if text:
                click.echo(f"    {label + ':':9} {text}")
        expected = [failure.text[start:end] for start, end in failure.expected]
        click.echo(f"    expected: {_listed(expected)}")
        click.echo(f"    found:    {_listed([finding.quote for finding in failure.found])}")
        for finding in failure.unasked:
            click.echo(f"      {finding.rule}: {finding.message} ({finding.entry})")
    total = len(examples)
    hold = "1 example holds." if total == 1 else f"{total:,} examples hold."
    click.echo(f"{failed:,} of {total:,} fail." if failed else hold)
    sys.exit(int(bool(failed)))


def _listed(quotes: list[str]) -> str:
    return " ".join(f"⟦{quote}⟧" for quote in quotes) or "nothing"
