"""What is kept between runs, and when it is made anew."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tqa import cache

# Makes all that is kept, and names each module of tqa that is loaded then and each file that is read.
MAKE = """
import os, sys
read = set()
sys.addaudithook(lambda event, arguments: read.add(str(arguments[0])) if event == "open" else None)
from tqa import config, check
from tqa.lang.counterparts import lexicon
config.load("tqa.yaml")
check.load_matcher()
lexicon.key("go"), lexicon.rate_back("go")
package = os.path.dirname(check.__file__)
read |= {module.__file__ for module in list(sys.modules.values()) if getattr(module, "__file__", None)}
print(*(os.path.relpath(name, package) for name in read if name.startswith(package) and "__pycache__" not in name))
"""


def test_no_maker_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / "tqa.yaml").write_text("fail-on: major\n", encoding="utf-8")
    root = os.path.dirname(os.path.dirname(os.path.abspath(cache.__file__)))
    around = {**os.environ, "TQA_CACHE_DIR": str(tmp_path / "cache"), "PYTHONPATH": root}
    done = subprocess.run([sys.executable, "-c", MAKE], cwd=tmp_path, env=around, capture_output=True, text=True, check=True)
    read = {name.replace(os.sep, "/") for name in done.stdout.split()}
    assert {"matcher.py", "glossary/load.py", "lang/en/forms.py", "lang/data/en-words.txt", "lang/counterparts/lexicon.py"} <= read
    read -= {name for name in read if name.startswith("rules/")}  # check.py imports their list, which makes nothing
    assert {os.path.dirname(name) for name in read} <= {*cache._MAKERS}
    assert {name.split("-")[0] for name in os.listdir(tmp_path / "cache")} == {"config", "glossary", "lexicon"}


def test_it_is_made_anew_when_the_file_or_the_code_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TQA_CACHE_DIR", str(tmp_path / "cache"))
    file, made = tmp_path / "a.yaml", []

    def make() -> dict[str, object]:
        made.append(file.read_text())
        return {"text": made[-1]}

    def recalled() -> object:
        return cache.recall([str(file)], make, "test")["text"]

    file.write_text("one")
    assert [recalled(), recalled(), made] == ["one", "one", ["one"]]
    file.write_text("two")
    assert [recalled(), recalled(), made] == ["two", "two", ["one", "two"]]
    monkeypatch.setattr(cache, "_code", lambda: b"another!")
    assert [recalled(), recalled(), made] == ["two", "two", ["one", "two", "two"]]


def test_any_module_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in cache._MAKERS:
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
        (tmp_path / name / "one.py").write_text("x = 1\n")
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "cache.py"))
    codes = []
    for change in (lambda: None, lambda: (tmp_path / "lang/en/one.py").write_text("x = 12\n"),
                   lambda: os.utime(tmp_path / "glossary/one.py", (1, 1)), lambda: (tmp_path / "two.py").write_text("")):
        change()
        cache._code.cache_clear()
        codes.append(cache._code())
    cache._code.cache_clear()
    assert len(set(codes)) == 4
