"""`tqa glossary schema`."""

from __future__ import annotations

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of a glossary file, for editors that complete and check while one types.

    In an editor that knows it, the first line of a glossary “# yaml-language-server: $schema=PATH” names the file.
    """
    from tqa.glossary.schema import text

    click.echo(text(), nl=False)
