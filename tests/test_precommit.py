"""The hooks through the pre-commit framework itself, in a scratch checkout.

The framework would install tqa afresh, from the network; the hook runs the tqa of this environment instead
(`language: system`), with the entry, the types and the exclusions that we publish.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
PRE_COMMIT = shutil.which("pre-commit", path=f"{BIN}{os.pathsep}{os.environ['PATH']}")

pytestmark = pytest.mark.skipif(not PRE_COMMIT, reason="pre-commit is not installed (pip install pre-commit)")


class Checkout:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
        self.around = {**kept, "PATH": path, "PRE_COMMIT_HOME": str(folder.parent / "cache")}

    def do(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.folder, env=self.around, capture_output=True, text=True, check=False, timeout=60
        )

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.do("git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A scratch checkout whose configuration names a copy of our hooks, as a repository of its own."""
    hooks = Checkout(tmp_path / "hooks")
    hooks.folder.mkdir()
    published = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    hooks.write(".pre-commit-hooks.yaml", published.replace("language: python", "language: system"))
    hooks.git("init", "-q")
    hooks.git("add", ".")
    hooks.git("commit", "-q", "-m", "hooks")
    revision = hooks.git("rev-parse", "HEAD").stdout.strip()
    desk = Checkout(tmp_path / "desk")
    desk.folder.mkdir()
    desk.git("init", "-q")
    desk.write(
        ".pre-commit-config.yaml",
        f"repos:\n  - repo: {hooks.folder}\n    rev: {revision}\n    hooks:\n      - id: tqa-check\n      - id: tqa-glossary\n",
    )
    desk.write("tqa.yaml", "exclude: old/*\n")
    desk.write("old/a.txt", "It is is late.\n")
    desk.write("a.ja.txt", "遅い。\n")
    desk.write("a.txt", "It is late.\n")
    desk.write("b.py", "print('the the')\n")
    desk.write("glossary/house.yaml", "tqa: 1\nterms:\n  - {ja: 町, en: town}\n")
    desk.git("add", ".")
    return desk


def test_both_hooks(checkout: Checkout) -> None:
    done = checkout.do(str(PRE_COMMIT), "install")
    assert done.returncode == 0, done.stdout + done.stderr
    done = checkout.git("commit", "-m", "good")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr.count("Passed") == 2, done.stderr

    checkout.write("a.txt", "It is is late.\n")
    checkout.git("add", ".")
    done = checkout.git("commit", "-m", "bad text")
    assert done.returncode == 1 and "1:4  minor  “is” stands twice in a row" in done.stderr, done.stderr
    assert "old/a.txt" not in done.stderr and "Skipped" in done.stderr

    checkout.git("reset", "-q", "--hard")
    checkout.write("glossary/house.yaml", "tqa: 1\nterm: []\n")
    checkout.git("add", ".")
    done = checkout.git("commit", "-m", "bad glossary")
    assert done.returncode == 1 and "glossary/house.yaml:2:1: error: unknown key “term”" in done.stderr, done.stderr


def test_all_files(checkout: Checkout) -> None:
    done = checkout.do(str(PRE_COMMIT), "run", "--all-files")
    assert done.returncode == 0 and done.stdout.count("Passed") == 2, done.stdout


def test_the_hook_is_for_every_format_that_tqa_reads() -> None:
    import yaml

    from tqa.formats import READERS

    with open(os.path.join(ROOT, ".pre-commit-hooks.yaml"), encoding="utf-8") as file:
        pattern = yaml.safe_load(file)[0]["files"]
    assert all(re.search(pattern, f"a{suffix}") for suffix in READERS if suffix)


def test_what_is_not_staged_is_left_aside(checkout: Checkout) -> None:
    """The framework itself puts unstaged changes aside; the hook sees what will be committed."""
    checkout.do(str(PRE_COMMIT), "install")
    checkout.git("commit", "-m", "good")
    checkout.write("a.txt", "It is later.\n")
    checkout.git("add", ".")
    checkout.write("a.txt", "It is is later.\n")
    done = checkout.git("commit", "-m", "the disk has a fault, the index has none")
    assert done.returncode == 0, done.stderr
    assert (checkout.folder / "a.txt").read_text(encoding="utf-8") == "It is is later.\n"
    checkout.git("add", ".")
    checkout.write("a.txt", "It is later.\n")
    assert checkout.git("commit", "-m", "the index has a fault, the disk has none").returncode == 1
