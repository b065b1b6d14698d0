"""`tqa glossary fmt`."""

from __future__ import annotations

import sys

import click


@click.command("fmt")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--check", is_flag=True, help="Only say which files would change; exit with 1 if any would.")
def command(paths: tuple[str, ...], check: bool) -> None:
    """Put glossaries into their usual layout: keys in their order, two spaces a level. Comments, quotes and the
    choice between lines and brackets stay as they are.

    A file that cannot be laid out anew without a guess is named and left alone (exit code 2).
    """
    from tqa.cli.glossary.files import chosen, read, refuse_shipped
    from tqa.fix import write
    from tqa.glossary.fmt import formatted
    from tqa.glossary.load import entries
    from tqa.model import Errors, TqaError

    changed, failed = 0, False
    for path in chosen(paths):
        try:
            errors = entries([path])[1]
            if errors:
                raise Errors(errors)
            before = read(path)
            after = formatted(before, path)
            if after != before:
                changed += 1
                if not check:
                    refuse_shipped(path)
                    write(path, after.encode())
                click.echo(f"{path}: {'would be' if check else 'has been'} laid out anew")
        except TqaError as error:
            failed = True
            click.echo("\n".join(f"tqa: {line}" for line in str(error).split("\n")), err=True)
    sys.exit(2 if failed else int(check and bool(changed)))
