"""Kana in Latin letters: what must meet, and what must stay apart."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqa.lang.ja import loans, romaji


@pytest.mark.parametrize(
    ("kana", "plain"),
    [
        ("とうきょう", "tokyo"), ("オオサカ", "osaka"), ("シンバシ", "shinbashi"), ("キッカワ", "kikkawa"),
        ("ハッチョウボリ", "hatchobori"), ("ジュンイチロウ", "junichiro"), ("ユウキ", "yuki"), ("ニイガタ", "niigata"),
        ("ヒュウガ", "hyuga"), ("ツヅキ", "tsuzuki"), ("フジワラ", "fujiwara"), ("ウエオ", "ueo"), ("ヴァイオリン", "vaiorin"),
        ("オッ", "o"), ("", ""), ("東京", ""),
    ],
)  # fmt: skip
def test_hepburn(kana: str, plain: str) -> None:
    assert romaji.hepburn(kana) == plain


@pytest.mark.parametrize(
    ("kana", "spelling"),
    [
        ("オオタニ", "ohtani"), ("オオタニ", "ōtani"), ("オオヤマ", "ohyama"), ("サトウ", "satoh"), ("サトウ", "satou"), ("コウノ", "kōno"),
        ("ナンバ", "namba"), ("シンイチ", "shin'ichi"), ("ユウコ", "yuuko"), ("イイダ", "iida"), ("イイダ", "ida"),
    ],
)  # fmt: skip
def test_defensible_spellings(kana: str, spelling: str) -> None:
    assert spelling in romaji.variants(kana)


@pytest.mark.parametrize(
    ("kana", "spelling"),
    [("オオノ", "ouno"), ("コウノ", "kawano"), ("シオイリ", "shiohiri"), ("カン", "suga"), ("ナンダ", "namda"), ("ハナ", "hanna")],
)
def test_indefensible_spellings(kana: str, spelling: str) -> None:
    assert spelling not in romaji.variants(kana)


@pytest.mark.parametrize(
    "spellings",
    ["Ohtani Ōtani Otani Ootani", "Junpei Jumpei Zyunpei Jyunpei", "Syunichi Shun'ichi Shunichi", "Tsuchiya Tutiya Tsutiya",
     "Hatchobori Hacchobori Hatchōbori", "Fuji Huji Fuzi", "Satoh Sato Satou Satô", "Ohyama Oyama", "Shimbun Shinbun"],
)  # fmt: skip
def test_romanisations_of_one_name_fold_together(spellings: str) -> None:
    assert len({romaji.fold(spelling) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(
    "pair", ["Kono Konno", "Ono Onno", "Suga Kan", "Sato Seto", "Ota Otta", "Ohara Oara", "Kato Gato", "Shoda Soda"]
)
def test_different_names_stay_apart(pair: str) -> None:
    one, other = pair.split()
    assert romaji.fold(one) != romaji.fold(other)


# A long mark after a vowel that is itself written long (トウー) is no Japanese spelling, nor a stop before a vowel (ウッア).
KANA = st.text(alphabet=[*"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワガジズダバパンッー"], max_size=12).filter(
    lambda kana: not re.search("[アイウエオー]ー|ッ[アイウエオンッー]|ッ$", kana)
)


@given(KANA)
def test_every_variant_folds_like_the_plain_spelling(kana: str) -> None:
    plain = romaji.hepburn(kana)
    found = romaji.variants(kana)
    assert plain in found
    assert {romaji.fold(spelling) for spelling in found} == {romaji.fold(plain)}


@pytest.mark.parametrize(
    ("kana", "word"),
    [
        ("コンピューター", "computer"), ("チーム", "team"), ("テーマ", "theme"), ("ジョージ", "George"), ("ワシントン", "Washington"),
        ("キャンペーン", "campaign"), ("マイク", "Mike"), ("ソフトウェア", "software"),
        ("フィリピン", "Philippine"), ("ベルリン", "Berlin"), ("ツイッター", "Twitter"), ("キング", "king"),
    ],
)  # fmt: skip
def test_loanwords_sound_like_their_origin(kana: str, word: str) -> None:
    assert loans.sound(kana) in loans.sounds(word)


@pytest.mark.parametrize(("kana", "word"), [("コンピューター", "commuter"), ("リビア", "Serbia"), ("パスワード", "forward")])
def test_other_words_sound_different(kana: str, word: str) -> None:
    assert loans.sound(kana) not in loans.sounds(word)
