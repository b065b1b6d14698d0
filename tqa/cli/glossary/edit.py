"""What `tqa glossary add` and `avoid` share: the entry that is meant, the file to write, the edit that is safe."""

from __future__ import annotations

import os
from collections.abc import Sequence

from tqa.cli.glossary.files import chosen, read, refuse_shipped, write
from tqa.glossary.load import Entry, entries
from tqa.model import Errors, TqaError


def candidates(to: str | None) -> list[str]:
    """The files that an edit may be about; a file of --to need not exist yet."""
    if to and not os.path.exists(to):
        return []
    return chosen([to] if to else ())


def meant(ja: str, files: Sequence[str], kinds: Sequence[str]) -> Entry | None:
    """The entry of a Japanese form, or None.

    Raises:
        TqaError: a file cannot be loaded, or several entries have the form.
    """
    from tqa.lang.fold import fold

    found, errors = entries(files)
    if errors:
        raise Errors(errors)
    same = [one for one in found if one.term.kind in kinds and fold(ja) in map(fold, one.term.ja)]
    if len(same) > 1:
        places = ", ".join(f"{one.term.path}:{one.term.line}" for one in same)
        raise TqaError(f"“{ja}” has several entries: {places}", hint="edit the one you mean by hand")
    return same[0] if same else None


def target(to: str | None, files: Sequence[str]) -> str:
    """The file that a new entry goes to.

    Raises:
        TqaError: it is not clear which.
    """
    if to:
        if os.path.isdir(to):
            raise TqaError("is a folder", to, hint="name a file in it")
        return to
    if len(files) != 1:
        raise TqaError("say where the new entry goes, with --to FILE", hint=f"one of: {', '.join(files[:12])}")
    return files[0]


def save(path: str, content: str) -> None:
    """Write an edited file, if tqa can still load it.

    Raises:
        TqaError: it is not to be edited, cannot be written, or would have mistakes.
    """
    from tqa.glossary.shape import FILE
    from tqa.yamltree import read as tree

    refuse_shipped(path)
    _, errors = tree(path, FILE, content.removeprefix("\ufeff"))
    if errors:
        raise TqaError(f"is left as it is, for it would not load: {errors[0].message}", path, errors[0].line, 1)
    write(path, content)


def content(path: str) -> str:
    """What a file holds; nothing if it does not exist."""
    return read(path) if os.path.exists(path) else ""


def order(kind: str) -> list[str]:
    """The keys of an entry in their usual order."""
    from tqa.glossary import shape

    return list({"term": shape.TERM, "person": shape.PERSON, "phrase": shape.PHRASE}[kind].of)
