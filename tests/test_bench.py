"""The bench's arithmetic, on sentences of our own: what counts as found, as a false alarm, and as sure."""

from __future__ import annotations

from collections import Counter

import pytest

from bench import diff, judge, run, score
from bench.edits import edited
from bench.run import Found
from bench.sets import Case, Set
from tqa import Finding


def pair(name: str, bad: str, good: str, doc: str = "d") -> list[list[Case]]:
    left, right = edited(bad, good)
    return [[Case(name, doc, "", "", bad, True, left)], [Case(name, doc, "", "", good, False, right)]]


def found(text: str, quote: str, rule: str = "r", severity: str = "minor") -> Found:
    return Found(rule, severity, text.index(quote), text.index(quote) + len(quote), f"{rule} {quote}")


BAD, GOOD = "Rain fell for 9 days in Nara.", "Rain fell for 6 days in Nara."


def scored(bad: list[Found], good: list[Found], kind: str = "pairs") -> tuple[int, int]:
    total = score.score(pair("1", BAD, GOOD), [[bad], [good]], kind).total
    assert (total.bad, total.good) == (1, 1)
    return total.hits, total.false


def test_a_finding_on_the_edit_counts_on_both_sides() -> None:
    assert scored([found(BAD, "9")], []) == (1, 0)
    assert scored([found(BAD, "9")], [found(GOOD, "6")]) == (1, 1)
    assert scored([found(BAD, "Nara")], [found(GOOD, "Nara")]) == (0, 0)
    assert scored([found(BAD, "Nara")], []) == (1, 0), "silent on the other side: the edit made the difference"
    assert scored([found(BAD, "9", severity="info")], []) == (0, 0), "remarks stop nobody"
    assert scored([found(BAD, "9")], [found(GOOD, "6")], "damage") == (0, 0), "was so before the damage"


def test_rates_and_intervals() -> None:
    tallies = {f"doc {n}": score.Tally(10, 8 if n % 2 else 6, 10, 1) for n in range(40)}
    rates = score.rates(tallies, "x")
    assert rates == score.rates(dict(reversed(tallies.items())), "x"), "the order of documents does not matter"
    value, low, high = rates["net"]
    assert abs(value - 0.6) < 1e-9 and 0.56 < low < 0.6 < high < 0.64
    assert rates["false"] == (0.1, 0.1, 0.1)
    assert abs(rates["precision"].value - 7 / 8) < 1e-9


def test_marked_spans() -> None:
    text = "大阪から神戸まで歩いた。"
    case = Case("1", "d", "", "", text, True, [(0, 2), (4, 6)])
    tally = score.spans([[case]], [[[found(text, "大阪"), found(text, "歩いた")]]])["d"]
    assert tally == (2, 1, 2, 1)


def _twice(document: list[Case], job: run.Job) -> list[list[Found]]:
    return [[found(case.target, case.target[:1])] * (1 + job.source) for case in document]


def test_results_come_in_order_for_any_number_of_processes() -> None:
    documents = [[Case(f"{n}", f"{n}", "", "", f"{n} days")] for n in range(100)]
    chosen = Set("own", "clean", (), lambda: documents, "")
    whole = [(chosen, documents, False), (chosen, documents, True)]
    results = list(run.check_all(whole, 1, _twice))
    assert results == list(run.check_all(whole, 2, _twice))
    assert [len(rows[0][0]) for rows in results] == [1, 2] and len(results[0]) == 100
    assert score.per_rule(results[1]) == Counter(r=200)


def test_the_lot_does_not_move_when_others_come_and_go() -> None:
    rule = run.defaults()[0]
    places = [["wmt REF", True, f"{n}", False, rule, "minor", 0, 1, f"key{n}"] for n in range(30)]
    first = [one.fingerprint for one in judge.draw(places)[rule]]
    assert len(first) == 30
    fewer = [one.fingerprint for one in judge.draw(places[::2])[rule]]
    assert fewer == [key for key in first if key in fewer]


@pytest.mark.parametrize(("name", "source", "bad", "expected"), [
    ("wmt REF", True, False, True),
    ("wmt REF", False, False, False),  # the same translation, read without its source
    ("kyoto_revisions/grammar", True, True, True),
    ("kyoto_revisions/grammar", True, False, False),  # the good side says the same as the bad one
    ("bpersona ja-en human", True, False, True),  # chat that people called good is real text too
    ("hallucination", False, True, True),  # has no Japanese source to be read with
    ("demetr", True, True, False),  # damaged by a program
])  # fmt: skip
def test_what_is_drawn_is_real_text(name: str, source: bool, bad: bool, expected: bool) -> None:
    rule = run.defaults()[0]
    assert bool(judge.draw([[name, source, "1", bad, rule, "minor", 0, 1, "key"]])[rule]) is expected


def test_verdicts_hold_no_text() -> None:
    for (rule, key), (verdict, why) in judge.verdicts().items():
        assert verdict in judge.VERDICT and " " not in why and len(why) <= 20, (rule, key, why)


def test_a_rule_that_finds_nothing_is_told_apart_from_one_that_nobody_judged() -> None:
    first, second, *_ = run.defaults()
    found = judge.precision([["wmt REF", True, "1", False, first, "minor", 0, 1, "a key that nobody has judged"]])
    assert first not in found
    assert found[second]["judged"] == 0


def test_a_finding_that_moves_is_neither_come_nor_gone() -> None:
    old = {("s", "1", False, "r", 0, 4): "minor", ("s", "2", False, "r", 0, 4): "minor", ("s", "4", True, "q", 1, 2): "info"}
    new = {("s", "1", False, "r", 3, 9): "minor", ("s", "3", False, "r", 0, 4): "minor", ("s", "4", True, "q", 1, 2): "info"}
    found = {rule: [(mark, one.id, one.start) for mark, one in rows] for rule, rows in diff.changes(old, new).items()}
    assert found == {"r": [("~", "1", 3), ("-", "2", 0), ("+", "3", 0)]}


def test_what_is_lost_is_known_by_the_source() -> None:
    """Where the loss is felt moves with every better guess; a verdict on it stays good."""
    text = "It rained all day in Nara."
    told = Finding("number-missing", "minor", "", "", 0, 9, 1, 1, text[:9], source_quote="9日")
    moved = told._replace(start=10, end=17, quote=text[10:17])
    assert run.fingerprint(told, text) == run.fingerprint(moved, text)
    assert run.fingerprint(told, text) != run.fingerprint(told._replace(source_quote="8日"), text)
    assert run.fingerprint(told._replace(rule="doubled-word"), text) != run.fingerprint(moved._replace(rule="doubled-word"), text)
