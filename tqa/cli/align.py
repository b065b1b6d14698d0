"""`tqa align`."""

from __future__ import annotations

import click


@click.command("align")
@click.argument("source")
@click.argument("target")
@click.option("--lang", type=click.Choice(("en", "ja")), default="en", show_default=True,
              help="The language of TARGET.")  # fmt: skip
@click.option("--output", metavar="FILE", help="Write the table here, not to the screen.")
def command(source: str, target: str, lang: str, output: str | None) -> None:
    """Put the sentences of SOURCE and TARGET side by side, as TSV (source, target, sure).

    A sentence without counterpart has an empty cell beside it; "no" in the last column means that the pair is a guess.
    """
    from tqa.cli.run import write
    from tqa.config import Config
    from tqa.lang import other
    from tqa.project import read

    lines = ["source\ttarget\tsure"]
    for unit in read(target, Config(lang=lang, source_lang=other(lang)), source).units:
        cells = [unit.source.string if unit.source else "", unit.target.string, "yes" if unit.confident else "no"]
        lines.append("\t".join(" ".join(cell.split()) for cell in cells))
    write(lines, output)
