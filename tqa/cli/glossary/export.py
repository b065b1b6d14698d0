"""`tqa glossary export`."""

from __future__ import annotations

import click

from tqa.glossary.exchange import WRITERS


@click.command("export")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--format", "form", type=click.Choice(sorted(WRITERS)), help="Where --output does not tell the format.")
@click.option("--output", metavar="FILE", help="Write here, not to the screen; the file must not exist yet.")
@click.option("--style", type=click.Choice(("dct", "dca")), default="dct", show_default=True, help="The style of TBX.")
def command(paths: tuple[str, ...], form: str | None, output: str | None, style: str) -> None:
    """Write glossaries as TBX-Basic (ISO 30042:2019), CSV, TSV or JSON.

    TBX and JSON keep everything; what a table has no column for is said, entry by entry.
    """
    from tqa.cli.glossary.files import chosen
    from tqa.cli.run import write as show
    from tqa.glossary.dump import refuse_existing, write
    from tqa.glossary.exchange import drafts_of, form_of_file
    from tqa.glossary.exchange import write as exchange
    from tqa.model import TqaError

    if output:
        refuse_existing(output)
    elif not form:
        raise TqaError("which format?", hint=f"add --format {'|'.join(sorted(WRITERS))}, or --output FILE")
    text, remarks = exchange(drafts_of(chosen(paths)), form or form_of_file(output or "", WRITERS, "--format"), style)
    if output:
        write(output, text)
    else:
        show(text.removesuffix("\n").split("\n"), None)
    for remark in remarks:
        click.echo(f"tqa: {remark}", err=True)
