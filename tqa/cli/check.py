"""`tqa check`."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from tqa.cli.run import FORMATS, Options, run
from tqa.config import FAIL_ON
from tqa.fix import LEVELS


class _Check(click.Command):
    """Takes `--fix FILE` as what it means; click would take the file for the option's value."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        following = [*args[1:], ""]
        alone = [one == "--fix" and other not in LEVELS for one, other in zip(args, following, strict=True)]
        return super().parse_args(ctx, ["--fix=safe" if bare else arg for arg, bare in zip(args, alone, strict=True)])


@click.command("check", cls=_Check)
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--source", metavar="FILE|PATTERN", default="",
              help="The source of the file that is checked, or how each is called: ja/{name}{ext}.")
@click.option("--lang", type=click.Choice(("en", "ja")), help="The language of the translation.  [default: en]")
@click.option("--glossary", multiple=True, metavar="PATH", help="A glossary file or folder, not the shipped one.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--output", metavar="FILE", help="Write the report here, not to the screen.")
@click.option("--select", metavar="RULE,...", help="Only these rules.")
@click.option("--ignore", metavar="RULE,...", help="Not these rules.")
@click.option("--preview", is_flag=True, help="Also rules that are not yet precise enough to be on by default.")
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="Exit with 1 from here on.  [default: minor]")
@click.option("--fix", "fix", flag_value="safe", is_flag=False, metavar="[unsafe]", help="Apply safe fixes, or all.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--config", metavar="FILE", help="The configuration, in place of the nearest tqa.yaml.")
@click.option("--baseline", metavar="FILE", default="", help="Leave out the findings that this file knows.")
@click.option("--force-exclude", is_flag=True, help="For hooks: skip a named file too, if no folder's search finds it.")
@click.option("--staged", is_flag=True, help="The files of the next git commit, as they are staged.")
@click.option("--stdin-filename", metavar="NAME", default="", help="With PATH -: the file that is piped in.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes.  [default: many, if there is much to do]")
@click.option("--diff-from", metavar="REV", default="", help="Only findings on lines changed since this revision.")
def command(
    paths: tuple[str, ...], source: str, select: str | None, ignore: str | None, fix: str | None, diff: bool,
    **options: Any,
) -> None:  # fmt: skip
    """Check translated texts; folders are searched, - is what is piped in.

    Exits with 0 if there is nothing at or above the --fail-on severity, 1 if there is, 2 if the job could not be done.
    """
    options["pattern" if "{" in source and not os.path.exists(source) else "source"] = source
    chosen = Options(select=_names(select), ignore=_names(ignore), **options)
    if fix is not None or diff:
        from tqa.cli.fix import run_fix

        sys.exit(run_fix(paths, chosen, fix or "safe", diff))
    sys.exit(run(paths, chosen))


def _names(option: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in option.split(",") if name.strip()) if option else ()
