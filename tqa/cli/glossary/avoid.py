"""`tqa glossary avoid`."""

from __future__ import annotations

import click


@click.command("avoid")
@click.argument("ja")
@click.argument("form")
@click.option("--why", metavar="TEXT", help="The reason, in a short line that is shown with each finding.")
@click.option("--to", metavar="FILE", help="The glossary file that has the term.")
def command(ja: str, form: str, why: str | None, to: str | None) -> None:
    """Add FORM to what the entry of JA says to avoid.

    Only the lines that must change are changed.
    """
    from tqa.cli.glossary import edit
    from tqa.glossary.load import script
    from tqa.glossary.write import add_item, clean
    from tqa.model import TqaError

    ja, form = clean(ja, "JA"), clean(form, "FORM")
    entry = edit.meant(ja, edit.candidates(to), ("term", "person", "phrase"))
    if entry is None:
        hint = f"add it first: tqa glossary add {ja} RENDERING"
        raise TqaError(f"there is no entry for “{ja}”", to or "", hint=hint)
    term = entry.term
    place = f"{term.path}:{term.line}"
    if any(avoid.form == form for avoid in term.avoid):
        click.echo(f"{place}: “{form}” is avoided already")
        return
    if term.kind != "phrase" and form in term.forms(script(form)):
        raise TqaError(f"“{form}” is accepted for {ja}", term.path, term.line, term.column, "take it out of en: first")
    row = {script(form): form, "why": clean(why, "--why")} if why else form
    text = add_item(edit.content(term.path), term.line, term.column, "avoid", row, edit.order(term.kind), term.path)
    edit.save(term.path, text)
    click.echo(f"{place}: “{form}” is avoided for {ja}")
