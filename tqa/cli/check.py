"""`tqa check`."""

from __future__ import annotations

import sys

import click

from tqa.cli.run import FORMATS, run
from tqa.config import FAIL_ON


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--source", metavar="FILE", help="The Japanese source of the one file that is checked.")
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
def command(
    paths: tuple[str, ...],
    source: str | None,
    glossary: tuple[str, ...],
    form: str,
    output: str | None,
    select: str | None,
    ignore: str | None,
    preview: bool,
    fail_on: str | None,
    config: str | None,
    fix: str | None,
    diff: bool,
) -> None:
    """Check translated texts; folders are searched.

    Exits with 0 if there is nothing at or above the --fail-on severity, 1 if there is, 2 if the job could not be done.
    """
    chosen, left = _names(select), _names(ignore)
    if fix is not None or diff:
        from tqa.cli.fix import run_fix

        sys.exit(run_fix(paths, source or "", glossary, chosen, left, preview, config, fix or "safe", diff))
    sys.exit(run(paths, source or "", glossary, form, output, chosen, left, preview, fail_on, config))


def _names(option: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in option.split(",") if name.strip()) if option else ()
