"""`tqa init`."""

from __future__ import annotations

import os
import stat
import sys

import click

from tqa import git
from tqa.cli.baseline import NAME as BASELINE
from tqa.config import NAME as CONFIG
from tqa.model import TqaError

GLOSSARY = "glossary/house.yaml"

SETTINGS = f"""\
# The settings of tqa for this folder and all below it. Everything is optional: a line without # is what is set.

# Glossaries, files or folders; "shipped" is the one that comes with tqa. A later one overrides an earlier.
glossary: [shipped, {GLOSSARY}]

# Which files a search takes and which it leaves out, in the patterns of .gitignore, as seen from here. Sources
# (NAME.ja.txt beside NAME.txt) are found on their own, and what .gitignore leaves out is left out.
# files: ["articles/", "letters/**/*.md"]
exclude: ["README*", "LICENSE*", "CHANGELOG*", "CONTRIBUTING*", "requirements*.txt", "robots.txt"]

# From which severity on a check fails: critical, major, minor, info or never.
fail-on: minor

# A check fails as well if the findings weigh more than this (critical 25, major 5, minor 1).
# max-mqm-per-1000-words: 5

# A comment that silences a finding has to say why.
# require-reasons: true

# Rules one by one: on, off, or a severity. `tqa rules` lists them, `tqa rules calque` explains one.
# rules:
#   spelling-mix: off
#   calque: minor

# Other rules for some files.
# paths:
#   - files: letters/
#     rules: {{style-mix: off}}
"""

ENTRIES = """\
# The house's own terms. `tqa glossary lint` finds mistakes here, `tqa glossary test` runs the examples,
# `tqa glossary add JA EN --to glossary/house.yaml` adds a term.
tqa: 1

terms:

  # A term: its Japanese, its English (the first form is preferred), and what not to write.
  - ja: 町内会
    en: [neighborhood association, residents' association]
    avoid:
      - {en: town meeting, why: 町内会 is the body, only: {near: [町内会]}}
    examples:
      - {ja: 町内会が花を植えた。, en: The ⟦town meeting⟧ planted flowers.}
      - {ja: 町内会が花を植えた。, en: The neighborhood association planted flowers.}

phrases:

  # Wording that is wrong whatever the source says.
  - avoid: make an effort to strive
    en: [strive, make an effort]
    why: says the same thing twice
    examples:
      - {en: The city will ⟦make an effort to strive⟧ for safety.}
      - {en: The city will strive for safety.}
"""

HOOK = """\
#!/bin/sh
# Written by `tqa init --hook`: checks the texts of a commit as they are staged. Only lines that differ from the last
# commit count, and findings that the baseline knows stay quiet. To commit all the same: git commit --no-verify
{place}git diff --cached --quiet --diff-filter=ACMR -- {folder} && exit 0
[ -f {baseline} ] && set -- --baseline {baseline}
exec {check} "$@" -- {folder}
"""
CHECK = "tqa check --staged --diff-from HEAD"


@click.command("init")
@click.option("--hook", is_flag=True, help="Also a git hook that checks what is staged before each commit.")
def command(hook: bool) -> None:
    """Put a tqa.yaml and a first glossary into this folder. Asks nothing and overwrites nothing."""
    fresh = _put(CONFIG, SETTINGS)
    if _put(GLOSSARY, ENTRIES) and not fresh:
        print(f"{CONFIG}: name the glossary there: glossary: [shipped, {GLOSSARY}]", file=sys.stderr)
    if hook:
        _put_hook()


def _put_hook() -> None:
    """The git hook, unless there is one.

    Raises:
        TqaError: this is no git checkout, or its hooks lie where other checkouts have theirs.
    """
    from shlex import quote

    folder, top, common = _git("--git-path", "hooks"), _git("--show-toplevel"), _git("--git-common-dir")
    own = [os.path.realpath(place) for place in (top, common)]
    if not any(os.path.commonpath([os.path.realpath(folder), place]) == place for place in own):
        raise TqaError("core.hooksPath names a folder outside this checkout", folder, hint=f"add there: {CHECK}")
    binary = os.path.dirname(os.path.abspath(sys.argv[0]))
    known = os.path.isfile(os.path.join(binary, "tqa"))
    here = _git("--show-prefix")
    content = HOOK.format(
        place=f"PATH=$PATH:{quote(binary)}\n" if known else "", folder=quote(here or os.curdir),
        baseline=quote(here + BASELINE), check=CHECK,
    )  # fmt: skip
    path = os.path.join(folder, "pre-commit")
    if _put(path, content):
        os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    elif not _holds(path, "tqa check"):
        print(f"{path}: to check there too, add: {CHECK} -- {quote(here or os.curdir)}", file=sys.stderr)


def _holds(path: str, words: str) -> bool:
    with open(path, encoding="utf-8", errors="replace") as file:
        return words in file.read()


def _put(path: str, content: str) -> bool:
    """Write a file, unless there is one."""
    try:
        if os.path.lexists(path):
            print(f"{path}: left as it is", file=sys.stderr)
            return False
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(content)
    except OSError as error:
        raise TqaError.of_system("cannot be written", error, path) from None
    print(f"{path}: written", file=sys.stderr)
    return True


def _git(*question: str) -> str:
    """What git says of this checkout.

    Raises:
        TqaError: this is no git checkout, or git cannot be run.
    """
    failed, out = git.ask(os.curdir, "rev-parse", *question, in_hook=True)
    if failed:
        raise TqaError("this folder is no git checkout: there is no place for a hook", hint="git init")
    return out.rstrip("\n")
