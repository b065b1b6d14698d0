"""`tqa glossary add`."""

from __future__ import annotations

import click


@click.command("add")
@click.argument("ja")
@click.argument("en")
@click.option("--to", metavar="FILE", help="The glossary file; a new one is made.")
def command(ja: str, en: str, to: str | None) -> None:
    """Add the term JA with its rendering EN; if the term is there, EN becomes another accepted form of it.

    Only the lines that must change are changed.
    """
    from tqa.cli.glossary import edit
    from tqa.glossary.write import add_item, add_term, clean
    from tqa.model import TqaError

    ja, en = clean(ja, "JA"), clean(en, "EN")
    files = edit.candidates(to)
    entry = edit.meant(ja, files, ("term", "person"))
    if entry is None:
        path = edit.target(to, files)
        edit.save(path, add_term(edit.content(path), ja, en, path))
        click.echo(f"{path}: {ja} is “{en}”")
        return
    term = entry.term
    place = f"{term.path}:{term.line}"
    if en in term.en:
        click.echo(f"{place}: {ja} is “{en}” already")
        return
    if any(avoid.form == en and not (avoid.only or avoid.unless) for avoid in term.avoid):
        raise TqaError(
            f"“{en}” is to be avoided for {ja}", term.path, term.line, term.column, "take it out of avoid: first"
        )
    text = add_item(edit.content(term.path), term.line, term.column, "en", en, edit.order(term.kind), term.path)
    edit.save(term.path, text)
    first = f"; the preferred form stays “{term.en[0]}”" if term.en else ""
    click.echo(f"{place}: “{en}” is accepted for {ja}{first}")
