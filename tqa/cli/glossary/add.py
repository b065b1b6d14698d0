"""`tqa glossary add`."""

from __future__ import annotations

import click


@click.command("add")
@click.argument("ja")
@click.argument("en")
@click.option("--to", metavar="FILE", help="The glossary file; a new one is made.")
@click.option("--id", metavar="ID", help="The entry of this id, where several have the form JA.")
def command(ja: str, en: str, to: str | None, id: str | None) -> None:
    """Add the term JA with its rendering EN; if the term is there, EN becomes another accepted form of it.

    Only the lines that must change are changed. With --to, a term that stands in another file gets an entry in FILE
    that overrides it.
    """
    from tqa.cli.glossary import edit
    from tqa.glossary.exchange import plain
    from tqa.glossary.load import script
    from tqa.glossary.write import add_entry, add_item, add_term, clean
    from tqa.model import TqaError

    ja, en = clean(ja, "JA"), clean(en, "EN")
    if script(ja) == "en" and script(en) == "ja":
        raise TqaError(f"“{ja}” is no Japanese", hint=f"the Japanese comes first: tqa glossary add {en} “{ja}”")
    place = edit.place(ja, to, ("term", "person"), id)
    entry, path = place.entry, place.path
    if entry is None or (to and not place.here):
        edit.save(path, add_term(edit.content(path), ja, en, path))
        over = f"; this overrides {entry.term.path}:{entry.term.line}" if entry and entry.term.id == ja else ""
        click.echo(f"{path}: {ja} is “{en}”{over}")
        return
    term = entry.term
    where = f"{term.path}:{term.line}"
    if en in term.en:
        click.echo(f"{where}: {ja} is “{en}” already")
        return
    if any(avoid.form == en and not (avoid.only or avoid.unless) for avoid in term.avoid):
        raise TqaError(
            f"“{en}” is to be avoided for {ja}", term.path, term.line, term.column, "take it out of avoid: first"
        )
    first = f"; the preferred form stays “{term.en[0]}”" if term.en else ""
    if place.here:
        text = add_item(edit.content(path), term.line, term.column, "en", en, edit.order(term.kind), path)
    else:
        node = plain(entry.node)
        text = add_entry(edit.content(path), term.kind, {**node, "en": [*node.get("en", ()), en]}, path)
        first += f"; the entry is a copy of {where}, which it overrides"
        where = path
    edit.save(path, text)
    click.echo(f"{where}: “{en}” is accepted for {ja}{first}")
