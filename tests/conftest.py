"""Tests keep their own cache, so that they neither use nor fill the user's, and no dictionary that is installed here."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

os.environ["TQA_CACHE_DIR"] = os.path.join(tempfile.gettempdir(), f"tqa-test-cache-{os.getuid()}")
os.environ["TQA_DICTIONARY"] = "off"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """The command line: `run("check", "a.txt")` gives the exit code, stdout and stderr."""
    from tqa.cli import main

    def command(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as caught:
            main(list(arguments))
        out, err = capfdbinary.readouterr()
        return int(caught.value.code or 0), out.decode(), err.decode()

    return command


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
