"""Japanese words: exact offsets whatever surrounds them, and the fields that rules rely on."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqa.lang.ja.tagger import Token, tokens


def find(text: str, surface: str) -> Token:
    return next(token for token in tokens(text) if token.surface == surface)


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from([*"京都会談した。「」、 \t\n\r\u3000\u00a0\0\"',-A1１ｱﾊﾟ㌔𠮷👨\u200d👩"]), max_size=30))
def test_tokens_lie_where_they_say(text: str) -> None:
    at = 0
    for token in tokens(text):
        assert token.start >= at and token.end > token.start
        assert text[token.start : token.end] == token.surface
        assert not text[at : token.start].strip(" \t\n\r\u3000\u00a0\0")
        at = token.end
    assert not text[at:].strip(" \t\n\r\u3000\u00a0\0")


def test_names() -> None:
    text = "佐藤花子さんは京都とカナダへ行った。"
    assert [(t.surface, t.detail) for t in tokens(text) if t.pos == "name"] == [
        ("佐藤", "surname"), ("花子", "given"), ("京都", "place"), ("カナダ", "country"),
    ]  # fmt: skip
    assert find(text, "佐藤").lemma == "佐藤"  # not its reading


def test_lemma_unites_spellings_and_drops_the_origin() -> None:
    assert find("引渡しの日", "引渡し").lemma == find("引き渡しの日", "引き渡し").lemma
    one, other = find("コンピューターを買う", "コンピューター"), find("コンピュータを買う", "コンピュータ")
    assert (one.lemma, one.origin) == (other.lemma, other.origin) == ("コンピューター", "computer")
    assert find("そこで待つ", "そこ").origin == ""


def test_inflection_and_reading() -> None:
    token = find("水を飲まない", "飲ま")
    assert (token.pos, token.lemma, token.reading, token.form) == ("verb", "飲む", "ノマ", "未然形-一般")
    assert token.inflection.startswith("五段")


def test_full_width_figures_are_numbers() -> None:
    token = find("１２月", "１２")
    assert (token.pos, token.surface) == ("number", "１２")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\0"])
def test_nothing(text: str) -> None:
    assert tokens(text) == ()


def test_importing_does_no_work() -> None:
    code = "import sys, tqa.lang.ja.tagger; sys.exit('fugashi' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
