"""Glossary forms in text: which words a form matches, and which hit wins."""

from __future__ import annotations

import pytest

from tqa.lang import language
from tqa.matcher import Matcher, compile_terms
from tqa.model import Avoid, Side, Term
from tqa.text import Text

LANGUAGES = {code: language(code) for code in ("en", "ja")}


def hits(string: str, *terms: Term, lang: str = "en") -> list[str]:
    matcher = Matcher(compile_terms(terms, LANGUAGES))
    side = Side(Text.plain(string), LANGUAGES[lang], matcher.find)
    return [string[hit.start : hit.end] for hit in side.hits]


def term(*en: str, kind: str = "term", case: str = "any") -> Term:
    return Term("t", kind, en=en, case=case)


def phrase(avoid: str) -> Term:
    return Term("p", "phrase", avoid=(Avoid("en", avoid),))


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("peace treaty", "Peace treaties and a peace-treaty draft.", ["Peace treaties", "peace-treaty"]),
        ("peace treaty", "The peace treaty's text; peace, treaty talks", ["peace treaty"]),
        ("return of the islands", "the returns of the islands", ["returns of the islands"]),
        ("labor union", "Labour unions", ["Labour unions"]),
        ("two-island return", "a two island return, two–island returns", ["two island return", "two–island returns"]),
        ("Kan", "Kan’s Kansai, KAN and kan", ["Kan", "KAN", "kan"]),
        ("U.S. Navy", "the US Navy and the U.S. navy", ["US Navy", "U.S. navy"]),
        ("C++", "in C++", ["C"]),
    ],
)
def test_terms(form: str, text: str, found: list[str]) -> None:
    assert hits(text, term(form)) == found


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("Northern Territories", "northern territories, NORTHERN TERRITORIES", ["NORTHERN TERRITORIES"]),
        ("IT", "It is IT.", ["IT"]),
        ("Diet", "a diet in the Diet", ["Diet"]),
    ],
)
def test_exact_case(form: str, text: str, found: list[str]) -> None:
    assert hits(text, term(form, case="exact")) == found


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("look at one's face", "looking at President Putin’s face, looked at his face", 2),
        ("look at one's face", "looking at the sea in her face", 0),
        ("flirtatious … diplomacy", "flirtatious Putin diplomacy; flirtatious and rather weak diplomacy", 2),
        ("flirtatious … diplomacy", "flirtatious. Putin diplomacy; flirtatious talk is not diplomacy", 0),
        ("have a vector", "has a vector, having a vector", 2),
        ("be nailed", "was nailed, is nailed", 2),
    ],
)
def test_phrases(form: str, text: str, found: int) -> None:
    assert len(hits(text, phrase(form))) == found


def test_the_longer_form_wins() -> None:
    short, long_ = term("unemployment rate"), Term("u", "term", avoid=(Avoid("en", "complete unemployment rate"),))
    assert hits("the complete unemployment rate", short, long_) == ["complete unemployment rate"]


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("北方領土", "北方領土と、北方\n領土", ["北方領土"]),
        ("ワード", "パスワードとワード", ["ワード"]),
        ("京都", "東京都と京都", ["京都"]),
        ("菅", "菅首相と菅原さん", ["菅"]),
        ("G7", "Ｇ７の首脳", ["Ｇ７"]),
        ("高裁", "最高裁と高裁", ["高裁"]),
    ],
)
def test_japanese(form: str, text: str, found: list[str]) -> None:
    terms = [Term("t", "term", ja=(form,)), Term("l", "term", ja=("最高裁",))]
    assert [hit for hit in hits(text, *terms, lang="ja") if hit != "最高裁"] == found
