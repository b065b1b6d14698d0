"""What git says, asked through its command."""

from __future__ import annotations

import os

from tqa.model import TqaError

# In a hook, git says where its folders are: a question about another folder must not hear of it.
_OF_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")


def ask(folder: str, *arguments: str, said: bytes = b"", in_hook: bool = False) -> tuple[int, str]:
    """The exit code and the output of a git command that runs in a folder and reads `said`.

    `in_hook` keeps what the hook's git says of its own checkout and index.

    Raises:
        TqaError: git cannot be run.
    """
    import subprocess

    around = {name: value for name, value in os.environ.items() if in_hook or name not in _OF_HOOKS}
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, env=around, input=said, capture_output=True, check=False)
    except OSError as error:
        raise TqaError(f"git cannot be run: {error}") from None
    return done.returncode, done.stdout.decode("utf-8", "surrogateescape")


def top(folder: str) -> str:
    """The top of the checkout that a folder lies in, or ""; git itself is not asked."""
    folder = os.path.realpath(folder)
    while not os.path.exists(os.path.join(folder, ".git")):
        folder, below = os.path.dirname(folder), folder
        if folder == below:
            return ""
    return folder


def ignored(folder: str) -> frozenset[str]:
    """The files and folders below a folder that .gitignore leaves out, as real paths. Without git: none.

    Git is asked in a git folder of our own, whose index is empty: the checkout's may belong to somebody else, when git
    refuses to speak, and outside a checkout there is none.
    """
    import tempfile

    below = os.path.realpath(folder)
    above = top(below) or below
    with tempfile.TemporaryDirectory(prefix="tqa-") as own:
        try:
            ask(own, "init", "--quiet", "--bare", "--template=", own)
            options = "-z", "--others", "--ignored", "--exclude-standard", "--directory", "--full-name"
            _, out = ask(above, f"--git-dir={own}", f"--work-tree={above}", "ls-files", *options, "--", below)
        except TqaError:
            return frozenset()
    return frozenset(os.path.join(above, name.rstrip("/")) for name in out.split("\0") if name)
