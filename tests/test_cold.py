"""What a plain check costs: about ten times the start of Python, and no module that it does not need."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from bench.cold import ROOT, SEED, ratio

LIMIT = 11  # the aim is 10, which `python -m bench.cold` measures; a busy machine adds to it
TRIES = 12  # a busy machine may slow one of the two
UNNEEDED = (
    "click", "yaml", "fugashi", "sacrebleu", "numpy", "zipfile", "dataclasses", "inspect", "logging", "difflib", "pathlib", "fractions", "decimal",
    "datetime", "tempfile", "random", "argparse", "tqa.yamltree", "tqa.suppress", "tqa.align", "tqa.pairs",
    "tqa.lang.ja.tagger", "tqa.lang.ja.dates", "tqa.lang.ja.numbers", "tqa.lang.counterparts.lexicon", "tqa.lang.counterparts.coverage",
    "tqa.report.json", "tqa.report.html",
)  # fmt: skip


def test_a_plain_check_starts_fast() -> None:
    measured: list[float] = []
    while len(measured) < TRIES and min(measured, default=LIMIT + 1.0) > LIMIT:
        measured.append(ratio()[2])
    assert min(measured) <= LIMIT, f"a check costs {min(measured):.1f} times the start of Python"


@pytest.mark.parametrize("options", [[], ["--force-exclude"]], ids=["plain", "hook"])
def test_a_plain_check_loads_what_it_needs(options: list[str]) -> None:
    code = (
        "import sys\n"
        "from tqa.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print(' '.join(sys.modules), file=sys.stderr)\n"
    )
    command = [sys.executable, "-c", code, "check", *options, SEED]
    loaded = set(subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stderr.split())
    assert "tqa.check" in loaded
    assert not loaded.intersection(UNNEEDED)
    pairs = {name for name in loaded if name.startswith("tqa.rules.") and name.endswith(("_mismatch", "_flip"))}
    assert not pairs - {"tqa.rules.weekday_mismatch"}
    slow = {name for name in loaded if name.startswith("tqa.") and _compiles_annotations(name)}
    assert not slow, "typing compiles each annotation of a tuple that is text: no `annotations` from `__future__` there"


def _compiles_annotations(name: str) -> bool:
    path = os.path.join(ROOT, *name.split("."))
    with open(f"{path}.py" if os.path.isfile(f"{path}.py") else os.path.join(path, "__init__.py")) as file:
        source = file.read()
    return "(NamedTuple)" in source and "from __future__ import annotations" in source
