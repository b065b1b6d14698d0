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
    from tqa.cli.run import write
    from tqa.explain import listing, page
    from tqa.yamltree import nearest

    if folder is not None:
        os.makedirs(folder, exist_ok=True)
        for name in ALL:
            write(page(name).rstrip("\n").split("\n"), os.path.join(folder, f"{name}.md"))
        return
    if rule is not None and rule not in ALL:
        raise TqaError(f"there is no rule “{rule}”", hint=nearest(rule, ALL))
    write(listing(ALL) if rule is None else page(rule).rstrip("\n").split("\n"), None)
    if rule is None:
        from tqa.lang.dictionary import path

        click.echo(f"dictionary: {path() or 'none (docs/dictionary.md)'}", err=True)
