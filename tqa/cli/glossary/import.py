"""`tqa glossary import`."""

from __future__ import annotations

import click

from tqa.glossary.exchange import READERS


@click.command("import")
@click.argument("file")
@click.option("--to", required=True, metavar="FILE.yaml", help="The glossary to write; it must not exist yet.")
@click.option("--from", "form", type=click.Choice(sorted(READERS)), help="The format, where FILE does not tell it.")
def command(file: str, to: str, form: str | None) -> None:
    """Make a glossary from a termbase, a table or a translation memory: TBX, CSV, TSV, Excel or TMX.

    Tables have the columns ja, en, status, case, note, ref, domain and avoid, or two columns and no header. What is
    left out or changed is said.
    """
    from tqa.glossary.dump import dump, refuse_existing, write
    from tqa.glossary.exchange import form_of_file, read, summary
    from tqa.glossary.exchange.mend import told_apart
    from tqa.glossary.paths import SUFFIXES
    from tqa.model import TqaError

    if not to.endswith(SUFFIXES):
        raise TqaError("a glossary is a .yaml file", to, hint="give --to a name that ends in .yaml")
    refuse_existing(to)
    drafts, remarks = read(file, form or form_of_file(file, READERS, "--from"))
    write(to, dump(drafts))
    for line in summary(remarks):
        click.echo(f"tqa: {line}", err=True)
    counts = ", ".join(f"{count:,} {kind}" for kind, count in _named(told_apart(drafts)) if count)
    click.echo(f"{to}: {counts}. Next: tqa glossary lint {to}", err=True)


def _named(counts: dict[str, int]) -> list[tuple[str, int]]:
    many = {"term": ("term", "terms"), "person": ("person", "people"), "phrase": ("phrase", "phrases")}
    return [(many[kind][count != 1], count) for kind, count in counts.items()]
