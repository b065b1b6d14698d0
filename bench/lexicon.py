"""The Kyoto lexicon (52,000 terms) as a glossary file, made where it is asked for and never kept in the project.

    python -m bench.lexicon

measures what the glossary commands make of it: CPU seconds and memory of each in a process of its own, then what it
adds to loading and takes from the speed of checking.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile

from bench.data import folder

TSV = os.path.join("kyoto_lexicon", "kyoto_lexicon.tsv")


def lexicon() -> dict[str, list[str]]:
    """Japanese term to its English renderings, as the lexicon has them."""
    found: dict[str, list[str]] = {}
    with open(os.path.join(folder(), TSV), encoding="utf-8") as file:
        for line in file:
            ja, _, en = line.rstrip("\n").partition("\t")
            if ja.strip() and en.strip():
                found.setdefault(ja.strip(), []).append(en.strip())
    return found


def write(path: str) -> str:
    """Write the lexicon as a glossary; the path."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("tqa: 1\nterms:\n")
        for ja, en in lexicon().items():
            forms = json.dumps(list(dict.fromkeys(en)), ensure_ascii=False)
            file.write(f"  - ja: {json.dumps(ja, ensure_ascii=False)}\n    en: {forms}\n")
    return path


def commands(work: str) -> list[tuple[str, tuple[str, ...]]]:
    """What is measured, by name, in this order."""
    made = os.path.join(work, "lexicon.yaml")
    exports = [
        (f"export {form}", ("export", made, "--format", form, "--output", os.path.join(work, f"lexicon.{form}")))
        for form in ("tbx", "csv", "tsv", "json")
    ]
    return [
        ("import", ("import", os.path.join(folder(), TSV), "--to", made)),
        ("lint", ("lint", made)),
        ("lint --level info", ("lint", made, "--level", "info")),
        ("test", ("test", made)),
        *exports,
        ("import tbx", ("import", os.path.join(work, "lexicon.tbx"), "--to", os.path.join(work, "again.yaml"))),
        ("show", ("show", "京都", made)),
    ]


def cost(arguments: tuple[str, ...]) -> tuple[int, float, float]:
    """Exit code, CPU seconds and megabytes of a glossary command."""
    command = (sys.executable, "-c", "from tqa.cli import main; main()", "glossary", *arguments)
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    with tempfile.TemporaryDirectory() as work:
        for name, arguments in commands(work):
            code, seconds, size = cost(arguments)
            print(f"{name:18} exit {code} {seconds:6.1f} s {size:6.0f} MB", flush=True)
    from bench import terms

    print("\n".join(f"{name}: {value:g}" for name, value in terms.rates(600).items()))


if __name__ == "__main__":
    main()
