"""Where glossaries lie: the files of a folder, and the one that ships. What a warm run needs, and no more."""

from __future__ import annotations

import os
from collections.abc import Sequence

from tqa.model import TqaError

SUFFIXES = (".yaml", ".yml")
SHIPPED = "shipped"  # as a path: the glossary that ships with tqa


def shipped() -> str:
    """The folder of the glossary that ships with tqa."""
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(here, "shipped")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(here), "glossary")


def files(paths: Sequence[str]) -> list[str]:
    """The YAML files of a list of files and folders, in order; “shipped” stands for the glossary that ships.

    Raises:
        TqaError: a path does not exist, or a folder holds no YAML file.
    """
    found: list[str] = []
    for path in paths:
        if path == SHIPPED and not os.path.exists(path):
            path = shipped()
        if os.path.isdir(path):
            inside = [os.path.join(root, name) for root, _, names in os.walk(path) for name in names]
            inside = sorted(name for name in inside if name.endswith(SUFFIXES))
            if not inside:
                raise TqaError("no glossary (.yaml) in this folder", path)
            found.extend(inside)
        elif os.path.exists(path):
            found.append(path)
        else:
            raise TqaError("no such glossary", path, hint="give a .yaml file or a folder of them")
    return list(dict.fromkeys(found))
