"""Numbers, dates, clock times and relative times: tables of cases (text, tab, values), and laws that hold for all."""

from __future__ import annotations

import os
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqa.lang import values
from tqa.lang.en import dates as en_dates
from tqa.lang.en import numbers as en_numbers
from tqa.lang.en.impossible import Impossible, missing_days, reversed_ranges, wrong_weekdays
from tqa.lang.en.malformed import malformed
from tqa.lang.en.relative import relatives
from tqa.lang.en.times import times as en_times
from tqa.lang.en.write import write_date, write_number
from tqa.lang.ja import dates as ja_dates
from tqa.lang.ja import numbers as ja_numbers
from tqa.lang.ja.relative import relatives as relatives_ja
from tqa.lang.ja.times import times as ja_times
from tqa.lang.ja.write import write_date as write_ja
from tqa.lang.ja.write import write_number as write_number_ja
from tqa.lang.values import Date, Number, Relative, Time, comparison, eras
from tqa.lang.values.describe import describe

HERE = os.path.dirname(os.path.abspath(__file__))


def impossible(text: str) -> list[Impossible]:
    return sorted((*missing_days(text), *wrong_weekdays(text), *reversed_ranges(text)))


def rows(name: str) -> list[tuple[str, str]]:
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return [(text, want) for text, _, want in (line.rstrip("\n").partition("\t") for line in file)]


def show(value: Number | Date | Time | Relative) -> str:
    """A value in the notation of the tables."""
    if isinstance(value, Number):
        low, high = (values.plain(x).replace(",", "") for x in (value.low, value.high))
        kind = "" if value.kind == "count" else value.kind
        amount = low if low == high else f"{low}..{high}"
        return " ".join(filter(None, (amount, value.unit, kind, value.approx, value.bound)))
    if isinstance(value, Time):
        clock = value.vague if value.minutes is None else f"{value.minutes // 60}:{value.minutes % 60:02d}"
        return " ".join(filter(None, (clock, "next-day" if value.day else "", "half" if value.half else "")))
    if isinstance(value, Relative):
        return " ".join(str(x) for x in value[2:] if x not in (None, ""))
    parts = []
    for field in value._fields[2:]:
        content = getattr(value, field)
        if field == "kind":
            parts += [] if content == "date" else [content]
        elif content is not None and (content or field == "weekday"):
            parts.append(f"{field}={content}")
    return " ".join(parts)


TABLES = [
    (text, want, language, kind)
    for language in ("ja", "en")
    for kind in ("numbers", "dates", "times", "relatives")
    for text, want in rows(f"{language}_{kind}.tsv")
]


@pytest.mark.parametrize(("text", "want", "language", "kind"), TABLES)
def test_table(text: str, want: str, language: str, kind: str) -> None:
    module = import_module(f"tqa.lang.{language}.analysis")
    assert "; ".join(map(show, getattr(module, kind)(text))) == want


@pytest.mark.parametrize(("text", "want", "language", "kind"), TABLES)
def test_a_value_is_found_inside_a_sentence(text: str, want: str, language: str, kind: str) -> None:
    """Offsets are those of the value, wherever the text stands."""
    module = import_module(f"tqa.lang.{language}.analysis")
    read = getattr(module, kind)
    lead = "。" if language == "ja" else "\n"
    alone, moved = read(text), read(lead + text + lead)
    assert [(v.start + 1, v.end + 1) for v in alone] == [(v.start, v.end) for v in moved]
    assert all(0 <= v.start < v.end <= len(text) for v in alone)


SAME = [
    ("120億円", "12 billion yen"), ("2.5万人", "25,000 people"), ("3割", "30 percent"), ("3割", "three-tenths"),
    ("5分の3", "three-fifths"), ("1時間半", "90 minutes"), ("2年半", "30 months"), ("50坪", "165 square meters"),
    ("数十人", "dozens of people"), ("数億円", "hundreds of millions of yen"), ("十数人", "more than ten people"),
    ("18歳以上", "over 17"), ("2社以上", "more than one company"), ("124億円", "about 12 billion yen"),
    ("124億円", "12 billion yen"), ("第3回", "the third"), ("1.5倍", "150 percent"), ("二十余人", "20-odd people"),
    ("半年", "six months"), ("四半世紀", "25 years"), ("1ダース", "12"), ("40代", "in their 40s"), ("40代", "a man of 45"),
    ("7ポイント", "7 percentage points"),
    ("過半数", "a majority"), ("半数", "half"), ("100キロ", "100 kilometers"), ("3〜5億円", "300 million yen"),
]  # fmt: skip
OTHER = [
    ("120億円", "120 million yen"), ("85億円", "85 million yen"), ("6兆円", "6 billion yen"), ("3割", "3 percent"),
    ("5分の3", "five-thirds"), ("50坪", "50 square meters"), ("数億円", "millions of yen"), ("7人", "8 people"),
    ("1兆円", "1.3 trillion yen"), ("20万バーツ", "200,000 yen"), ("6カ月", "6 years"), ("数十人", "hundreds of people"),
    ("7ポイント", "7 percent"), ("2割", "half"),
]  # fmt: skip


@pytest.mark.parametrize(("ja", "en"), SAME)
def test_equal_across_languages(ja: str, en: str) -> None:
    assert comparison.equal(ja_numbers.numbers(ja)[0], en_numbers.numbers(en)[0])
    assert comparison.equal(en_numbers.numbers(en)[0], ja_numbers.numbers(ja)[0])


@pytest.mark.parametrize(("ja", "en"), OTHER)
def test_unequal_across_languages(ja: str, en: str) -> None:
    assert not comparison.equal(ja_numbers.numbers(ja)[0], en_numbers.numbers(en)[0])
    assert not comparison.equal(en_numbers.numbers(en)[0], ja_numbers.numbers(ja)[0])


def both(ja: str, en: str) -> tuple[Number, Number]:
    return ja_numbers.numbers(ja)[0], en_numbers.numbers(en)[0]


@pytest.mark.parametrize(
    ("ja", "en", "power"),
    [("85億円", "85 million yen", 2), ("7万人", "7,000 people", 1), ("6兆円", "6 billion yen", 3),
     ("120億円", "12 billion yen", 0), ("5人", "7 people", 0), ("500円", "50 dollars", 0)],
)  # fmt: skip
def test_scale_slip(ja: str, en: str, power: int) -> None:
    assert comparison.scale_slip(*both(ja, en)) == power


def test_conflicts() -> None:
    assert comparison.unit_conflict(*both("20万バーツ", "200,000 yen"))
    assert comparison.unit_conflict(*both("7ポイント", "7 percent"))
    assert not comparison.unit_conflict(*both("7パーセント", "7 percentage points"))
    assert not comparison.unit_conflict(*both("50坪", "165 square meters"))
    assert comparison.approx_conflict(*both("4時間弱", "just over four hours"))
    assert comparison.approx_conflict(*both("4時間弱", "more than four hours"))
    assert not comparison.approx_conflict(*both("100人余り", "more than 100 people"))
    assert not comparison.approx_conflict(*both("約100人", "100 people"))
    assert comparison.bound_conflict(*both("10人以下", "more than 10 people"))
    assert not comparison.bound_conflict(*both("300人以上", "more than 300 people"))
    assert comparison.bound_conflict(*both("300人以上", "more than 300 people"), strict=True)
    assert not comparison.bound_conflict(*both("18歳以上", "over 17"), strict=True)


def test_dates_disagree() -> None:
    def conflict(ja: str, en: str) -> bool:
        return comparison.date_conflict(ja_dates.dates(ja)[0], en_dates.dates(en)[0])

    assert conflict("平成16年10月23日", "October 23, 2016")
    assert not conflict("平成16年10月23日", "October 23, 2004")
    assert conflict("7月8日(金)", "Thursday, July 8")
    assert not conflict("22年4月", "April 2022")
    assert not conflict("安永6年4月21日", "May 27, 1777"), "lunisolar days are converted or not"
    assert conflict("安永6年4月21日", "May 27, 1781")


SCALED = st.builds(int.__mul__, st.integers(2, 9999), st.sampled_from([10**4, 10**6, 10**8, 10**12]))
AMOUNTS = st.one_of(st.integers(2, 99_999), SCALED)
UNITS = st.sampled_from(
    [("JPY", "money"), ("USD", "money"), ("EUR", "money"), ("person", "count"), ("%", "percent"), ("year", "duration"),
     ("km", "measure"), ("t", "measure"), ("hour", "duration")]
)  # fmt: skip
BOUNDS = st.sampled_from(
    [("", ""), ("about", ""), ("under", ""), ("over", ""), ("", ">="), ("", "<="), ("", ">"), ("", "<")]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(AMOUNTS, UNITS, BOUNDS)
def test_written_numbers_are_read_back(low: int, unit: tuple[str, str], bound: tuple[str, str]) -> None:
    number = Number(0, 0, low, low, unit[0], unit[1], bound[0], bound[1])
    (en,) = en_numbers.numbers(f"It was {write_number(number)} in all.")
    assert en[2:8] == number[2:8]
    (ja,) = ja_numbers.numbers(f"合計で{write_number_ja(number)}だった")
    assert (ja[2:4], ja[5:8]) == (number[2:4], number[5:8])
    assert ja.unit == number.unit


@settings(max_examples=200, deadline=None)
@given(st.dates(min_value=__import__("datetime").date(1900, 1, 1)))
def test_written_dates_are_read_back(day: object) -> None:
    date = Date(0, 0, day.year, day.month, day.day, day.weekday())  # type: ignore[attr-defined]
    if date.year and date.year < 2200:
        assert en_dates.dates(f"on {write_date(date)}.")[0][2:6] == date[2:6]
        assert ja_dates.dates(f"{write_ja(date)}に")[0][2:6] == date[2:6]
        assert impossible(f"on {write_date(date)}.") == []


PIECES = st.sampled_from(
    list("0123456789,.・〜-/:()（）$¥円人年月日時分割%％〇一二三十百千万億兆数半第約余弱強 ") + ["分の", "以上", "１２", "①", "令和", "million ", "hundred ",
    "one ", "half ", " and ", "percent", "May ", "July ", "to ", "th ", "IV ", "a ", "p.m.", "of ", "third ",
    "-year-old", "in ", "s ", "dozen "]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_text_breaks_the_grammars(text: str) -> None:
    for read in (ja_numbers.numbers, en_numbers.numbers, ja_dates.dates, en_dates.dates, ja_times, en_times,
                 relatives_ja, relatives):  # fmt: skip
        for value in read(text):
            assert 0 <= value.start < value.end <= len(text)
            assert describe(value)
    malformed(text)
    impossible(text)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [("It cost 10,0000 yen.", ["10,0000"]), ("about 12,000 million yen", ["12,000 million"]),
     ("¥500 yen", ["¥500 yen"]),
     ("a total of 1.000.000 yen", ["1.000.000"]), ("some 1234,567 people", ["1234,567"]),
     ("17, 000 people", ["17, 000"])],
)  # fmt: skip
def test_malformed(text: str, quotes: list[str]) -> None:
    assert [text[m.start : m.end] for m in malformed(text)] == quotes


@pytest.mark.parametrize(
    "text",
    ["1, 2, 3", "pages 2,4,6", "in 1998,2002 and 2010", "call 03-1234-5678", "version 1.2.3",
     "1,00,000 rupees (one lakh)",
     "12,345,678.90", "November 24,1848", "ID 10,0000-22", "$1.5 million", "a 10,000-yen note", "score 3,2"],
)  # fmt: skip
def test_well_formed(text: str) -> None:
    assert malformed(text) == ()


@pytest.mark.parametrize(
    ("text", "quote"),
    [("on June 31", "June 31"), ("February 30, 2021", "February 30, 2021"), ("February 29, 2023", "February 29, 2023"),
     ("Wednesday, July 8, 2022", "Wednesday"), ("from May 9 to May 2, 2022", "May 9 to May 2, 2022"),
     ("in 2015-2012", "2015-2012"), ("from 2015 to 2012", "2015 to 2012")],
)  # fmt: skip
def test_impossible(text: str, quote: str) -> None:
    assert [text[i.start : i.end] for i in impossible(text)] == [quote]


@pytest.mark.parametrize(
    "text",
    ["Friday, July 8, 2022", "February 29, 2024", "from November 9 to May 2", "from May 2 to May 9",
     "from 5 to 3 percent",
     "call 2015-2012", "Wednesday, July 8", "from 300 to 200 B.C.",
     "the 30th of the second lunar month, February 30, 1700"],
)  # fmt: skip
def test_possible(text: str) -> None:
    assert impossible(text) == []


def test_eras() -> None:
    assert eras.western("令和", 1) == 2019
    assert eras.possible("平成", 31) and not eras.possible("平成", 32)
    years = list(eras.first_years().values())
    assert len(years) > 240 and years == sorted(years)
