"""Which glossary files a command is about, how they are read, and how mistakes in them are shown."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from tqa.glossary.lint import Mistake
from tqa.model import TqaError


def chosen(paths: Sequence[str]) -> list[str]:
    """The files of some paths; without any, those of the configuration, else the shipped ones.

    Raises:
        TqaError: a path does not exist, or the configuration cannot be read.
    """
    from tqa import config
    from tqa.glossary.paths import files, shipped

    if not paths:
        found = config.find(".")
        paths = (config.load(found).glossary if found else ()) or (shipped(),)
    return [_short(path) for path in files(list(paths))]


def own(paths: Sequence[str], files: Sequence[str]) -> list[str]:
    """Of the files of some paths those that one can mend: what ships is not, unless it is named or all that there is."""
    mine = [path for path in files if not is_shipped(path)]
    return mine if mine and not paths else list(files)


def _short(path: str) -> str:
    """A path as one would type it here."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return path
    return path if relative.startswith("..") or not os.path.isabs(path) else relative


def is_shipped(path: str) -> bool:
    """Whether a file belongs to the glossary that ships: inside the installed package or, of a checkout of tqa, in its
    folder while one works elsewhere."""
    import tqa
    from tqa.glossary.paths import shipped

    real, here = os.path.realpath(path), os.path.realpath(os.curdir) + os.sep
    package, folder = os.path.dirname(os.path.realpath(tqa.__file__)), os.path.realpath(shipped())
    if real.startswith(package + os.sep):
        return True
    return real.startswith(folder + os.sep) and not here.startswith(os.path.dirname(folder) + os.sep)


def refuse_shipped(path: str) -> None:
    """What ships with tqa is not edited: the next update would take it away.

    Raises:
        TqaError: the file belongs to it.
    """
    if is_shipped(path):
        raise TqaError(
            "belongs to the glossary that ships with tqa, which an update overwrites", path,
            hint="put your entries into a file of your own with --to house.yaml, and name it in tqa.yaml: "
            "“glossary: [shipped, house.yaml]”",
        )  # fmt: skip


def read(path: str) -> str:
    """A file as it is, BOM and line ends included."""
    from tqa.yamltree import read_utf8

    content = read_utf8(path)
    with open(path, "rb") as file:
        return ("\ufeff" if file.read(3) == b"\xef\xbb\xbf" else "") + content


def as_mistakes(errors: Iterable[TqaError]) -> list[Mistake]:
    """What the loader says, as lint tells it."""
    return [
        Mistake("error", "schema", error.message, error.path, error.line, error.column, 0, error.hint)
        for error in errors
    ]


def shown(mistakes: Sequence[Mistake]) -> Iterator[str]:
    """Each mistake with its line, the place underlined."""
    lines: dict[str, list[str]] = {}
    for mistake in mistakes:
        if mistake.path not in lines:
            lines[mistake.path] = _lines(mistake.path)
        place = f"{mistake.path}:{mistake.line}:{mistake.column}" if mistake.line else mistake.path
        yield f"{place}: {mistake.level}: {mistake.message} [{mistake.code}]"
        yield from _underlined(lines[mistake.path], mistake)
        if mistake.hint:
            yield f"    → {mistake.hint}"


def _lines(path: str) -> list[str]:
    """The lines of a file as YAML counts them; none if it cannot be read."""
    import re

    from tqa.yamltree import read_utf8

    try:
        return re.split("\r\n|[\n\r\x85\u2028\u2029]", read_utf8(path))
    except TqaError:
        return []


def _underlined(lines: list[str], mistake: Mistake) -> Iterator[str]:
    from tqa.text import width

    if not 0 < mistake.line <= len(lines):
        return
    line = lines[mistake.line - 1].replace("\t", " ")
    at = min(mistake.column - 1, len(line))
    rest = line[at:]
    size = min(mistake.size or len((rest.split(maxsplit=1) or [""])[0]), len(rest))
    cut = max(at - 60, 0)
    before, inside, after = line[cut:at], line[at : at + size][:80], line[at + size : at + max(size, 80)]
    yield f"    {'…' if cut else ''}{before}{inside}{after}".rstrip()
    yield " " * (4 + bool(cut) + width(before)) + "^" * max(width(inside), 1)
