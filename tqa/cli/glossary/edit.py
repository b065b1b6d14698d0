"""What `tqa glossary add` and `avoid` share: the entry that is meant, the file to write, the edit that is safe."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from tqa.cli.glossary.files import chosen, is_shipped, read, refuse_shipped
from tqa.glossary.load import Entry, entries
from tqa.model import Errors, TqaError


class Place(NamedTuple):
    """The entry that is meant, if there is one, and the file that an edit goes to. Where the entry stands in another
    file, the edit is an entry of its own in `path`, which overrides it."""

    entry: Entry | None
    path: str

    @property
    def here(self) -> bool:
        return self.entry is not None and self.entry.term.path == self.path


def place(ja: str, to: str | None, kinds: Sequence[str], id: str | None, new: bool = True) -> Place:
    """Where an edit of the entry of a Japanese form goes: to FILE of --to, which need not exist yet; else to the file
    of the entry or, if that is not to be edited, to the last of one's own files. Only where it may be a `new` one, the
    entry need not exist.

    Raises:
        TqaError: a file cannot be loaded, no entry or several have the form, or it is not clear which file is meant.
    """
    if to and os.path.isdir(to):
        raise TqaError("is a folder", to, hint="name a file in it")
    files = chosen(())
    if to and os.path.exists(to) and to not in files:
        files = [*files, to]
    entry = meant(ja, files, kinds, id, to)
    if entry is None and not new:
        hint = f"add it first: tqa glossary add {ja} RENDERING"
        raise TqaError(f"there is no entry for “{ja}”", to or "", hint=hint)
    if to:
        return Place(entry, to)
    own = [path for path in files if not is_shipped(path)]
    if entry is not None and entry.term.path in own:
        return Place(entry, entry.term.path)
    if entry is not None:
        if not own:
            refuse_shipped(entry.term.path)
        return Place(entry, own[-1])
    if len(own) != 1:
        if not own:
            refuse_shipped(files[0])
        raise TqaError("say where the new entry goes, with --to FILE", hint=f"one of: {', '.join(own[:12])}")
    return Place(None, own[0])


def meant(ja: str, files: Sequence[str], kinds: Sequence[str], id: str | None, to: str | None) -> Entry | None:
    """The entry that speaks for a Japanese form, or None: of entries with one id the last, of FILE if it has one.

    Raises:
        TqaError: a file cannot be loaded, or several entries have the form.
    """
    from tqa.lang.fold import fold

    found, errors = entries(files)
    if errors:
        raise Errors(errors)
    same = {
        (one.term.kind, one.term.id): one
        for one in found
        if one.term.kind in kinds and fold(ja) in map(fold, one.term.ja) and id in (None, one.term.id)
    }
    listed = list(same.values())
    if len(listed) > 1 and to:
        listed = [one for one in listed if one.term.path == to] or listed
    if len(listed) > 1:
        places = ", ".join(f"{one.term.path}:{one.term.line} “{one.term.id}”" for one in listed)
        raise TqaError(f"“{ja}” has several entries: {places}", hint="name the one you mean with --id")
    return listed[0] if listed else None


def save(path: str, content: str) -> None:
    """Write an edited file, if tqa can still load it.

    Raises:
        TqaError: it is not to be edited, cannot be written, or would have mistakes.
    """
    from tqa.fix import write as replace
    from tqa.glossary.dump import write as create
    from tqa.glossary.shape import FILE
    from tqa.yamltree import read as tree

    refuse_shipped(path)
    _, errors = tree(path, FILE, content.removeprefix("\ufeff"))
    if errors:
        raise TqaError(f"is left as it is, for it would not load: {errors[0].message}", path, errors[0].line, 1)
    if os.path.exists(path):
        replace(path, content.encode())
    else:
        create(path, content)


def content(path: str) -> str:
    """What a file holds; nothing if it does not exist."""
    return read(path) if os.path.exists(path) else ""


def order(kind: str) -> list[str]:
    """The keys of an entry in their usual order."""
    from tqa.glossary import shape

    return list({"term": shape.TERM, "person": shape.PERSON, "phrase": shape.PHRASE}[kind].of)
