"""A desk's Monday morning: 300 old articles with old faults, then one new article with four. Just those four are told.

The articles are made from a small grammar, with a fixed seed: nobody wrote them, and nobody will have seen them.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

TQA = Path(sys.executable).parent / "tqa"
ARTICLES = 300

PLACES = ("the harbor", "the upper valley", "the old quarter", "the north bank", "the island ferry", "the hill road")
WHO = ("The town office", "A volunteer group", "The fishing union", "The local museum", "The bus company", "A student club")
DID = ("repaired", "opened", "closed", "cleaned", "painted", "measured", "photographed")
WHAT = ("a footbridge", "the reading room", "a small shrine", "the rain gauge", "two playgrounds", "the market hall")
WHEN = ("last week", "in early spring", "after the storm", "on a quiet morning", "before the festival")
WHY = ("because the roof leaked", "so that children could walk there safely", "after neighbors had asked for it twice")
# Old faults that tqa tells, by rule; each belongs in a sentence of the grammar.
FAULTS = {
    "doubled-word": "{who} said that the the work at {place} was done.",
    "quote-unpaired": "One neighbor called it “a relief for all. Others waited.",
    "article-a-an": "It took an week to clear {place}.",
    "impossible-date": "The work began on February 30, 2019, at {place}.",
}
NEW = """\
The pottery fair returns

The fair was held on April 31, 2022, on the north bank.

Visitors came by the the ferry, and most of them stayed until the evening.

The chairman called it “a good year for clay. He thanked the volunteers.

It was an fair that the town will remember.

Nothing else went wrong, and the kilns are cold again.
"""
PLANTED = [("article-a-an", 9), ("doubled-word", 5), ("impossible-date", 3), ("quote-unpaired", 7)]


def sentence(random: Random) -> str:
    who, did, what = random.choice(WHO), random.choice(DID), random.choice(WHAT)
    end = random.choice((random.choice(WHEN), random.choice(WHY), f"near {random.choice(PLACES)}"))
    return f"{who} {did} {what} {end}."


def article(random: Random, number: int) -> str:
    """A heading and six paragraphs; every second article has old faults."""
    paragraphs = [" ".join(sentence(random) for _ in range(random.randint(2, 4))) for _ in range(6)]
    if number % 2:
        for rule in random.sample(sorted(FAULTS), random.randint(1, 3)):
            text = FAULTS[rule].format(who=random.choice(WHO), place=random.choice(PLACES))
            paragraphs[random.randrange(len(paragraphs))] += f" {text}"
    return "\n\n".join([f"Notes from {random.choice(PLACES)}, part {number}", *paragraphs]) + "\n"


class Desk:
    """A checkout, and the commands as an editor types them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        self.around = {**kept, "PATH": f"{TQA.parent}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder)}

    def do(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=self.folder, env=self.around, capture_output=True, text=True, check=False)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")

    def found(self, *arguments: str) -> list[tuple[str, int]]:
        done = self.do("tqa", "check", *arguments, "--format", "jsonl")
        assert done.returncode in (0, 1) and not done.stderr, done.stderr
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        return sorted((row["rule"], row["line"]) for row in rows)


def spent() -> float:
    """The seconds that commands have taken of the processor: what a busy machine adds to the clock does not count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The state after Monday's first coffee: initialised, baseline written, everything committed."""
    desk = Desk(tmp_path_factory.mktemp("desk"))
    random = Random(20260105)
    for number in range(ARTICLES):
        desk.write(f"articles/{number:03}.txt", article(random, number))
    for command in (
        "git init -q", "git config user.name Desk", "git config user.email desk@example.org", "tqa init --hook",
        "tqa baseline articles", "git add .", "git commit -q -m old",
    ):  # fmt: skip
        done = desk.do(*command.split())
        assert done.returncode == 0, done.stderr + done.stdout
    return desk


def test_the_old_faults_are_there_and_known(desk: Desk) -> None:
    """Else the silence below would say nothing."""
    old = desk.found("articles")
    assert {rule for rule, _ in old} >= set(FAULTS) and len(old) >= 200
    known = (desk.folder / "tqa-baseline.tsv").read_text(encoding="utf-8").splitlines()
    assert len(known) == len(old) + 1


def test_just_the_four_new_faults_stop_the_commit(desk: Desk) -> None:
    desk.write("articles/new.txt", NEW)
    desk.do("git", "add", ".")
    assert desk.found("articles", "--baseline", "tqa-baseline.tsv") == PLANTED
    assert desk.found("articles/new.txt", "--diff-from", "HEAD", "--baseline", "tqa-baseline.tsv") == PLANTED
    for _ in range(2):  # the first commit after a change of the glossary compiles it
        begun = spent()
        stopped = desk.do("git", "commit", "-m", "new")
        took = spent() - begun
        out = stopped.stdout + stopped.stderr
        assert stopped.returncode == 1 and "4 findings" in out and "articles/new.txt" in out, out
        assert all(f"  {rule}\n" in out for rule, _ in PLANTED)
    assert took < 2, f"the commit took {took:.1f} s"
    mended = NEW.replace("April 31", "April 30").replace("the the", "the").replace("an fair", "a fair")
    desk.write("articles/new.txt", mended.replace("clay.", "clay.”"))
    desk.do("git", "add", ".")
    done = desk.do("git", "commit", "-m", "new")
    assert done.returncode == 0, done.stdout + done.stderr


def test_old_faults_stay_quiet_when_text_moves(desk: Desk) -> None:
    lines = (desk.folder / "tqa-baseline.tsv").read_text(encoding="utf-8").splitlines()[1:]
    name, quote = next((path, words) for path, rule, _, words in (x.split("\t") for x in lines) if rule == "doubled-word")
    old = (desk.folder / name).read_text(encoding="utf-8")
    heading, *paragraphs = old.strip().split("\n\n")
    faulty = next(paragraph for paragraph in paragraphs if quote in paragraph)
    paragraphs.remove(faulty)
    random = Random(7)
    inserted = [sentence(random) for _ in range(40)]
    desk.write(name, "\n\n".join([heading, *inserted, *paragraphs, faulty]) + "\n")
    assert desk.found(name)  # the faults are still in the file
    assert desk.found(name, "--baseline", "tqa-baseline.tsv") == []
    desk.do("git", "mv", name, "articles/renamed.txt")
    desk.do("git", "add", ".")
    done = desk.do("git", "commit", "-m", "moved and renamed")
    assert done.returncode == 0, done.stdout + done.stderr
    with open(desk.folder / "articles/renamed.txt", "a", encoding="utf-8") as file:
        file.write("\nThey met at the the gate.\n")
    desk.do("git", "add", ".")
    again = desk.do("git", "commit", "-m", "a new fault in an old article")
    assert again.returncode == 1 and "1 finding (1 minor)" in again.stdout + again.stderr


def test_the_report_for_the_desk(desk: Desk) -> None:
    desk.write("again.txt", NEW)
    for name, count in (("again.txt", 1), ("articles/0*.txt", 40)):
        desk.do("tqa", "check", name, "--format", "html", "--output", "report.html")
        page = (desk.folder / "report.html").read_text(encoding="utf-8")
        assert page.count("<section id='file") >= count and page.count("href='#file") in (0, page.count("<section id='file"))
        assert page.count("<li class='note'") == len(desk.found(name))


def test_the_guide(tmp_path: Path) -> None:
    """Every command of docs/adopting.md, in order, with what it prints."""
    import re

    desk = Desk(tmp_path)
    desk.write("articles/old.txt", "It is is late.\n\nThey met at the the gate.\n")
    for command in ("git init -q", "git config user.name Desk", "git config user.email desk@example.org"):
        desk.do(*command.split())
    guide = (Path(__file__).parent.parent / "docs" / "adopting.md").read_text(encoding="utf-8")
    commands = 0
    for kind, name, body in re.findall(r"^```(\w+) ?(\S*)\n(.*?)^```$", guide, re.M | re.S):
        if kind == "text":
            desk.write(name, body)
        for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", body if kind == "console" else "", re.M):
            commands += 1
            done = desk.do("sh", "-c", command)
            parts = [re.escape(part) for part in re.split(r"^…\n", expected, flags=re.M)]
            assert re.fullmatch("(?s:.*)".join(parts), done.stdout + done.stderr), (command, done.stdout + done.stderr)
    assert commands == 8
    assert "<h2><bdi>articles/fair.txt" in (tmp_path / "report.html").read_text(encoding="utf-8")
