"""The commands. Each is a module of this folder, loaded when it is called."""

from __future__ import annotations

import click

from tqa import __version__

COMMANDS = {
    "check": "Check translations.",
    "align": "Put a translation and its source side by side.",
    "baseline": "Remember the findings of today, so that only new ones are reported.",
    "score": "Compare translations with a reference: which costs an editor less?",
    "init": "Put a tqa.yaml, a first glossary and a git hook into this folder.",
    "rules": "List the rules, or explain one.",
    "glossary": "Keep glossaries: check, edit, search, exchange and draft them.",
}


class Commands(click.Group):
    """A group that imports a command, a module of `package`, only when it is called."""

    package = "tqa.cli"
    table = COMMANDS

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.table)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.table:
            return None
        from importlib import import_module

        command: click.Command = import_module(f"{self.package}.{name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(self.table.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tqa")
def group() -> None:
    """Checks English that was translated from Japanese (and the reverse): says what is wrong, where, why, and what to
    write instead."""
