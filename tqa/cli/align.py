"""`tqa align`."""

from __future__ import annotations

import click

from tqa import config as configuration


@click.command("align")
@click.argument("source")
@click.argument("target")
@click.option("--lang", default="en", show_default=True, help="The language of TARGET.")
@click.option("--source-lang", default="ja", show_default=True, help="The language of SOURCE.")
@click.option("--output", metavar="FILE", help="Write the table here, not to the screen.")
def command(source: str, target: str, lang: str, source_lang: str, output: str | None) -> None:
    """Put the sentences of SOURCE and TARGET side by side, as TSV (source, target, sure).

    A sentence without counterpart has an empty cell beside it; "no" in the last column means that the pair is a guess.
    """
    from tqa.cli.run import write
    from tqa.project import read

    config = configuration.Config(lang=lang, source_lang=source_lang)
    lines = ["source\ttarget\tsure"]
    for unit in read(target, config, source).units:
        cells = [unit.source.string if unit.source else "", unit.target.string, "yes" if unit.confident else "no"]
        lines.append("\t".join(" ".join(cell.split()) for cell in cells))
    write(lines, output)
