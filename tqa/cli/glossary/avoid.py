"""`tqa glossary avoid`."""

from __future__ import annotations

import click


@click.command("avoid")
@click.argument("ja")
@click.argument("form")
@click.option("--why", metavar="TEXT", help="The reason, in a short line that is shown with each finding.")
@click.option("--to", metavar="FILE", help="The glossary file that has the term, or is to override it.")
@click.option("--id", metavar="ID", help="The entry of this id, where several have the form JA.")
def command(ja: str, form: str, why: str | None, to: str | None, id: str | None) -> None:
    """Add FORM to what the entry of JA says to avoid.

    Only the lines that must change are changed. An entry of the glossary that ships, or of another file than that of
    --to, is copied into your own file with FORM added: there it overrides the other.
    """
    from tqa.cli.glossary import edit
    from tqa.glossary.exchange import plain
    from tqa.glossary.load import script
    from tqa.glossary.write import add_entry, add_item, clean
    from tqa.model import TqaError

    ja, form = clean(ja, "JA"), clean(form, "FORM")
    place = edit.place(ja, to, ("term", "person", "phrase"), id, new=False)
    entry, path = place.entry, place.path
    assert entry is not None  # without it, there is no place
    term = entry.term
    where = f"{term.path}:{term.line}"
    if any(avoid.form == form for avoid in term.avoid):
        click.echo(f"{where}: “{form}” is avoided already")
        return
    if term.kind != "phrase" and form in term.forms(script(form)):
        raise TqaError(f"“{form}” is accepted for {ja}", term.path, term.line, term.column, "take it out of en: first")
    row = {script(form): form, "why": clean(why, "--why")} if why else form
    if place.here:
        text = add_item(edit.content(path), term.line, term.column, "avoid", row, edit.order(term.kind), path)
        edit.save(path, text)
        click.echo(f"{where}: “{form}” is avoided for {ja}")
        return
    node = plain(entry.node)
    node["avoid"] = [*node.get("avoid", ()), row]
    edit.save(path, add_entry(edit.content(path), term.kind, node, path))
    click.echo(f"{path}: “{form}” is avoided for {ja}; the entry is a copy of {where}, which it overrides")
