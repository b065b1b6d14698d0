"""`tqa glossary`: the commands that keep a glossary in order, each a module of this folder."""

from __future__ import annotations

import click

from tqa.cli.group import Commands

COMMANDS = {
    "lint": "Find mistakes and contradictions in glossaries.",
    "test": "Run the examples of glossaries.",
    "fmt": "Put glossaries into their usual layout.",
    "add": "Add a term, or another English form of one.",
    "avoid": "Add a form to avoid to a term.",
    "show": "Show every entry that speaks for a word.",
    "import": "Make a glossary from a termbase, a table or a translation memory.",
    "export": "Write glossaries as TBX, CSV, TSV or JSON.",
    "suggest": "Draft a glossary from texts.",
    "schema": "Print the JSON Schema of a glossary file.",
}


class _Commands(Commands):
    package = "tqa.cli.glossary"
    table = COMMANDS


@click.group("glossary", cls=_Commands)
def command() -> None:
    """Keeps glossaries in order. Without PATHS, the commands read the glossaries of tqa.yaml, else the one that ships
    with tqa."""
