"""`tqa rules`."""

from __future__ import annotations

import os

import click

from tqa.model import TqaError
from tqa.rules import ALL


@click.command("rules")
@click.argument("rule", required=False)
@click.option("--write", "folder", metavar="FOLDER", help="Write a page for every rule into a folder.")
def command(rule: str | None, folder: str | None) -> None:
    """List the rules, or explain one."""
    from tqa.check import unknown_rule
    from tqa.cli.run import write
    from tqa.explain import listing, page

    if folder is not None:
        try:
            os.makedirs(folder, exist_ok=True)
        except OSError as error:
            raise TqaError.of_system("cannot be made", error, folder) from None
        for name in ALL:
            write(page(name).rstrip("\n").split("\n"), os.path.join(folder, f"{name}.md"))
        return
    if rule is not None and rule not in ALL:
        raise unknown_rule(rule)
    write(listing(ALL) if rule is None else page(rule).rstrip("\n").split("\n"), None)
    if rule is None:
        from tqa.lang.counterparts.dictionary import path

        click.echo(f"dictionary: {path() or 'none (docs/dictionary.md)'}", err=True)
