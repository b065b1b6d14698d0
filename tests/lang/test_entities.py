"""Names that are lost and names that are strangers: the examples, and cases beside those of the rules."""

from __future__ import annotations

import pytest

from tqa.lang.names.entities import lost
from tqa.lang.names.strangers import accounts_for

LOST = [
    ("渡辺さんは仙台に住む。", "Mr. Watanabe lives in Sendai.", []),
    ("渡辺さんは仙台に住む。", "Mr. Watanabe lives there.", ["仙台"]),
    ("オンタリオ州の湖だ。", "It is a lake in Ontario.", []),
    ("オンタリオ州の湖だ。", "It is a lake.", ["オンタリオ"]),
    ("鈴木一郎が来た。", "Suzuki came.", []),
    ("江戸堀で開業した。", "It opened at Edobori.", []),
    ("江戸時代の寺だ。", "It is an old temple.", []),
    ("サンクトペテルブルクで学ぶ。", "She studies in St. Petersburg.", []),
]


@pytest.mark.parametrize(("source", "target", "names"), LOST)
def test_lost(source: str, target: str, names: list[str]) -> None:
    assert [name.text for name in lost(source, target)] == names


@pytest.mark.parametrize("word", ["petersburg", "watanabe", "nhk", "vienna"])
def test_words_that_a_text_accounts_for(word: str) -> None:
    assert accounts_for("渡辺さんはウィーンとサンクトペテルブルクでNHKを見た。", word)


@pytest.mark.parametrize("word", ["glitter", "nurmagomedov", "deutsche"])
def test_words_that_it_does_not(word: str) -> None:
    assert not accounts_for("渡辺さんはウィーンとサンクトペテルブルクでNHKを見た。", word)
