"""`tqa baseline`."""

from __future__ import annotations

import os
import sys

import click

from tqa import baseline
from tqa.cli.run import Options, check_all, setting_up, write
from tqa.model import TqaError
from tqa.text import plural

NAME = "tqa-baseline.tsv"


@click.command("baseline")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--output", default=NAME, show_default=True, metavar="FILE", help="The baseline file.")
@click.option("--update", is_flag=True, help="Drop what is gone from an existing baseline, and add nothing.")
@click.option("--glossary", multiple=True, metavar="PATH", help="A glossary file or folder, not the shipped one.")
@click.option("--config", metavar="FILE", help="The configuration, in place of the nearest tqa.yaml.")
def command(paths: tuple[str, ...], output: str, update: bool, glossary: tuple[str, ...], config: str | None) -> None:
    """Write down the findings of today; `tqa check --baseline FILE` then reports only new ones."""
    if os.path.exists(output) and not update:
        raise TqaError("there is a baseline already", output, hint="--update prunes it; delete it to begin anew")
    options = Options(glossary=glossary, config=config)
    summary, documents = check_all(paths, options, *setting_up(paths, options))
    if update:
        names = [document.path for document in documents]
        known, stale = baseline.pruned(summary.findings, baseline.read(output), names, output)
        print(f"{plural(len(stale), 'entry')} dropped, {len(known):,} kept", file=sys.stderr)
    else:
        known = baseline.entries(summary.findings, output)
        print(f"{plural(len(known), 'finding')} written to {output}", file=sys.stderr)
    write(baseline.lines(known), output)
    sys.exit(2 if summary.errors else 0)
