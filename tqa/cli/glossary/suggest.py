"""`tqa glossary suggest`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from tqa.config import Config
from tqa.glossary.suggest import Row


@click.command("suggest")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--source", metavar="FILE", help="The Japanese source of the one file that is given.")
@click.option("--glossary", multiple=True, metavar="PATH", help="Leave out what this glossary has.")
@click.option("--output", metavar="FILE.yaml", help="Write here, not to the screen; the file must not exist yet.")
@click.option("--most", type=click.IntRange(1), default=300, show_default=True, help="At most so many entries.")
def command(
    files: tuple[str, ...], source: str | None, glossary: tuple[str, ...], output: str | None, most: int
) -> None:
    """Draft a glossary from texts, to be edited.

    From translations with their sources (found as “tqa check” finds them): terms, names and coinages with their
    renderings, the surest first. From translations alone: names and quoted phrases that recur, with their variants.
    Comments tell how often and where, and what is rendered in several ways.
    """
    from tqa import config as configuration
    from tqa.cli.glossary.files import chosen
    from tqa.cli.run import write as show
    from tqa.files import search
    from tqa.glossary.dump import dump, refuse_existing, write
    from tqa.glossary.load import load
    from tqa.glossary.paths import files as glossary_files
    from tqa.glossary.suggest import forms, suggest
    from tqa.model import Errors, TqaError
    from tqa.text import plural

    if output:
        refuse_existing(output)
    found = configuration.find(".")
    config = configuration.load(found) if found else Config()
    names, errors = search(files, config)
    if errors:
        raise Errors(errors)
    if source and len(names) > 1:
        raise TqaError("--source goes with one file", source, hint=f"{len(names)} files were given")
    rows = [row for name in names for row in _rows(name, config, source or "")]
    drafts = suggest(rows, forms(load(glossary_files(glossary) if glossary else chosen(()))))
    if not drafts:
        raise TqaError("nothing to suggest: no term recurs that the glossary does not have", names[0])
    paired = sum(bool(row.source) for row in rows)
    head = [
        f"A draft by tqa glossary suggest: {len(rows):,} segments, {paired:,} with their source, {names[0] if len(names) == 1 else plural(len(names), 'file')}.",
        "Correct or delete each entry. Move other ways to write a term to en (accepted) or avoid (reported).",
    ]
    if len(drafts) > most:
        head.append(f"The best {most:,} of {len(drafts):,}; --most gives more.")
    text = dump(drafts[:most], head)
    if output:
        write(output, text)
        click.echo(f"{output}: {min(most, len(drafts)):,} entries to edit. Next: tqa glossary lint {output}", err=True)
    else:
        show(text.removesuffix("\n").split("\n"), None)


def _rows(name: str, config: Config, source: str) -> Iterator[Row]:
    from tqa.files import source_of
    from tqa.project import read
    from tqa.text import Lines

    document = read(name, config, source or source_of(name, config))
    lines = Lines(document.raw)
    for unit in document.units:
        line = lines.place(unit.target.locate(0, 0).start)[0]
        texts = {document.source_lang: unit.source.string if unit.source else "", document.lang: unit.target.string}
        if unit.source is None or unit.confident:
            yield Row(texts.get("ja", ""), texts.get("en", ""), document.path, line)
