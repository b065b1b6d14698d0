"""What the drift rules share: counting forms, reading compounds, names and phrases."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tqa import Checker
from tqa.lang import language
from tqa.lang.en.names import neighbourhoods, one_sound, transliterations
from tqa.model import Segment, Side
from tqa.rules._drift import report, use
from tqa.text import Text

LETTERS = st.text(alphabet="aeiouknstzhm", min_size=4, max_size=10)


def uses(words: str) -> list:
    """Uses of words in one segment, each word a form."""
    segment = Segment(0, "prose", Side(Text.plain(words), language("en")))
    return [use(segment, token.start, token.end) for token in segment.target.tokens]


def test_a_clear_minority_is_reported_at_each_place() -> None:
    problems = list(report(uses("a a a a b b"), "one thing"))
    assert [(problem.start, problem.end) for problem in problems] == [(8, 9), (10, 11)]
    assert problems[0].message == "one thing rendered two ways: “a” (4 times), “b” (2 times)"
    assert [place.start for place in problems[0].related] == [0]


def test_without_a_clear_majority_the_later_form_is_reported_once() -> None:
    problems = list(report(uses("b a a b a"), "one thing"))
    assert [problem.start for problem in problems] == [2]
    assert [place.start for place in problems[0].related] == [0, 4, 8]


def test_a_replacement_needs_a_majority_beyond_doubt() -> None:
    def leader_form(leader, item):
        return leader.form

    assert [problem.suggestion for problem in report(uses("a a a b"), suggest=leader_form)] == ["a"]
    assert [problem.suggestion for problem in report(uses("a a b"), suggest=leader_form)] == [None]
    assert [problem.others for problem in report(uses("a a a b"))] == [("a",)]


def test_many_places_become_related() -> None:
    problems = list(report(uses("a " * 12 + "b b b b b")))
    assert len(problems) == 3
    assert len(problems[0].related) == 1 + 2 and len(problems[1].related) == 1


def test_one_form_is_no_drift() -> None:
    assert list(report(uses("a a a"))) == []


@given(LETTERS, LETTERS)
def test_names_that_may_be_one_share_a_neighbourhood(one: str, other: str) -> None:
    if one_sound(one, other) or (one != other and transliterations(one, other)):
        assert neighbourhoods(one) & neighbourhoods(other)


@given(LETTERS, st.integers(0, 9), st.sampled_from("aeioulvx"))
def test_a_changed_letter_stays_in_the_neighbourhood(word: str, place: int, letter: str) -> None:
    changed = word[:place] + letter + word[place + 1 :]
    if min(len(word), len(changed)) > 5:
        assert neighbourhoods(word) & neighbourhoods(changed)


def test_one_cause_is_one_finding() -> None:
    text = "The two-island first camp met the two-island first line, and the two-islands-first plan fell."
    assert [finding.quote for finding in Checker(preview=True).check(text) if "drift" in finding.rule] == ["two-islands-first"]
