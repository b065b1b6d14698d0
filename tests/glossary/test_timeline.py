"""The shipped people: no office has two holders at once, no unexplained vacancy, readings agree with spellings.

Reads the YAML plainly, so that a bug of the loader cannot hide a bug of the data.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

FOLDER = Path(__file__).resolve().parents[2] / "glossary"
FILES = sorted(FOLDER.glob("people*.yaml"))
DAY = timedelta(days=1)


def texts(value: Any) -> list[str]:
    return list(value) if isinstance(value, list) else [value] if value else []


def people() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for path in FILES:
        with path.open(encoding="utf-8") as stream:
            found.extend(yaml.load(stream, yaml.BaseLoader)["people"])
    return found


PEOPLE = people()
NAMES = [texts(person["ja"])[0] for person in PEOPLE]
JAPANESE = [person for person in PEOPLE if person.get("reading")]


class Term(NamedTuple):
    """A term of office; each end is the first and the last day that it can mean."""

    start: tuple[date, date]
    end: tuple[date, date] | None
    who: str
    since: str
    until: str


def days(text: str) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day."""
    year, *rest = (int(part) for part in text.split("-"))
    first = date(year, rest[0] if rest else 1, rest[1] if len(rest) > 1 else 1)
    if len(rest) > 1:
        return first, first
    month = rest[0] if rest else 12
    return first, date(year, month, monthrange(year, month)[1])


def term(post: dict[str, str], who: str) -> Term:
    until = post.get("to", "")
    return Term(days(post["from"]), days(until) if until else None, who, post["from"], until)


def trouble(terms: list[Term], gaps: dict[str, str], since: str = "") -> list[str]:
    """Overlaps, open terms followed by others, and gaps from `since` on whose first day is not in `gaps`."""
    found = []
    ordered = sorted(terms, key=lambda item: (item.start[0], item.end is None, item.end or ()))
    for before, after in pairwise(ordered):
        pair = f"{before.who} {before.since}..{before.until}, {after.who} {after.since}..{after.until}"
        if before.end is None or after.start[1] < before.end[0]:
            found.append(f"two holders: {pair}")
        elif after.start[0] > before.end[1] + DAY and before.until not in gaps and after.since > since:
            found.append(f"nobody: {pair}")
    return found


ACTING = "an acting holder, not listed"
# Offices that one person holds at a time: when a term may end without a successor on the same or the next day, and why.
ONE_HOLDER: dict[tuple[str, str], dict[str, str]] = {
    ("首相", "Japan"): {"1980-06-12": "Ohira died; Ito acted"},
    ("官房長官", "Japan"): {},
    ("外相", "Japan"): {"2011-03-07": "Edano acted for two days"},
    ("財務相", "Japan"): {},
    ("防衛相", "Japan"): {},
    ("防衛庁長官", "Japan"): {},
    ("天皇", "Japan"): {},
    ("総裁", "Bank of Japan"): {"2008-03-19": "the Diet rejected the nominees; Shirakawa acted"},
    ("総裁", "Liberal Democratic Party"): {},
    ("幹事長", "Liberal Democratic Party"): {},
    ("代表", "Komeito"): {},
    ("委員長", "Japanese Communist Party"): {},
    ("知事", "Tokyo"): {
        "2012-10-31": "vacant until the election", "2013-12-24": "vacant until the election",
        "2016-06-21": "vacant until the election",
    },
    ("知事", "Osaka Prefecture"): {"2011-10-31": "vacant until the election"},
    ("大統領", "United States"): {},
    ("副大統領", "United States"): {},
    ("国務長官", "United States"): {"2017-01-20": ACTING, "2018-03-31": ACTING, "2021-01-20": ACTING},
    ("国防長官", "United States"): {"2019-01-01": ACTING, "2020-11-09": ACTING},
    ("議長", "Federal Reserve"): {"2014-01-31": "a weekend", "2018-02-03": "a weekend"},
    ("首相", "United Kingdom"): {},
    ("外相", "United Kingdom"): {},
    ("大統領", "France"): {},
    ("首相", "France"): {},
    ("外相", "France"): {},
    ("首相", "Germany"): {},
    ("外相", "Germany"): {},
    ("首相", "Italy"): {},
    ("外相", "Italy"): {"2013-03-26": "Monti himself, until the next government"},
    ("首相", "Canada"): {},
    ("外相", "Canada"): {},
    ("大統領", "Russia"): {},
    ("首相", "Russia"): {"2004-02-24": ACTING},
    ("外相", "Russia"): {},
    ("国防相", "Russia"): {},
    ("大統領", "Ukraine"): {"2014-02-22": "Turchynov acted"},
    ("首相", "Ukraine"): {"2014-01-28": ACTING},
    ("外相", "Ukraine"): {},
    ("国家主席", "China"): {},
    ("総書記", "Communist Party of China"): {},
    ("首相", "China"): {},
    ("外相", "China"): {},
    ("総統", "Taiwan"): {},
    ("大統領", "South Korea"): {"2017-03-10": ACTING, "2025-04-04": ACTING},
    ("外相", "South Korea"): {"2010-09": ACTING},
    ("外相", "North Korea"): {},
    ("総書記", "Workers' Party of Korea"): {"2011-12-17": "the post was first secretary, then chairman"},
    ("委員長", "European Commission"): {},
    ("大統領", "European Council"): {},
    ("外交安全保障上級代表", "European Union"): {},
    ("事務総長", "NATO"): {},
    ("事務総長", "United Nations"): {},
    ("事務局長", "IAEA"): {"2019-07-18": "Amano died; an acting head"},
    ("総裁", "European Central Bank"): {},
    ("専務理事", "IMF"): {"2019-09-12": ACTING},
    ("首相", "Australia"): {},
    ("外相", "Australia"): {},
    ("首相", "India"): {},
    ("大統領", "Türkiye"): {},
    ("首相", "Israel"): {"1995-11-04": "Rabin was killed; Peres, without dates here"},
}  # fmt: skip


# Before these days only some holders are listed: those whose name or office another one shares.
FROM = {
    ("首相", "Japan"): "1946-05-22", ("官房長官", "Japan"): "1991-11-05", ("外相", "Japan"): "1993-08-09",
    ("防衛庁長官", "Japan"): "1999-10-05", ("幹事長", "Liberal Democratic Party"): "2000-04",
    ("国防長官", "United States"): "1997-01-24", ("外相", "France"): "1997-06", ("首相", "Italy"): "1994-05",
    ("首相", "Canada"): "1993-11-04", ("大統領", "South Korea"): "1980-08", ("首相", "India"): "1998-03-19",
    ("首相", "Israel"): "1992-07",
}  # fmt: skip


def terms_of(office: tuple[str, str]) -> list[Term]:
    return [
        term(post, name)
        for person, name in zip(PEOPLE, NAMES, strict=True)
        for post in person.get("posts", ())
        if (post["ja"], post["of"]) == office
    ]


@pytest.mark.parametrize("office", ONE_HOLDER, ids=" of ".join)
def test_one_holder_at_a_time(office: tuple[str, str]) -> None:
    terms = terms_of(office)
    assert len(terms) > 1
    assert trouble(terms, ONE_HOLDER[office], FROM.get(office, "")) == []


@pytest.mark.parametrize("office", ONE_HOLDER, ids=" of ".join)
def test_every_listed_gap_is_a_real_one(office: tuple[str, str]) -> None:
    unexplained = trouble(terms_of(office), {})
    for day, reason in ONE_HOLDER[office].items():
        assert reason
        assert any(f"..{day}," in line for line in unexplained), day


def test_the_timeline_check_sees_overlap_gap_and_open_end() -> None:
    first = term({"from": "2001", "to": "2003-05-02"}, "A")
    assert trouble([first, term({"from": "2003-05-02"}, "B")], {}) == []
    assert trouble([first, term({"from": "2003-05"}, "B")], {}) == []
    assert trouble([first, term({"from": "2003-05-01"}, "B")], {})[0].startswith("two holders")
    assert trouble([first, term({"from": "2003-06"}, "B")], {})[0].startswith("nobody")
    assert trouble([first, term({"from": "2003-06"}, "B")], {"2003-05-02": "known"}) == []
    assert trouble([first, term({"from": "2003-06"}, "B")], {}, "2003-06") == []
    assert trouble([term({"from": "2000"}, "A"), first], {})[0].startswith("two holders")


SINCE = {"首相": "1954-12-10", "官房長官": "1991-11-05", "外相": "1998-07-30"}


@pytest.mark.parametrize("post", SINCE)
def test_japans_main_offices_are_filled_to_the_present(post: str) -> None:
    terms = terms_of((post, "Japan"))
    assert min(item.start[0] for item in terms) <= days(SINCE[post])[0]
    assert sum(item.end is None for item in terms) == 1


def test_two_prime_ministers_share_the_character_of_kan_and_suga() -> None:
    shared = {p["family"]["en"]: p["posts"][0]["from"] for p in PEOPLE if p.get("family", {}).get("ja") == "菅"}
    assert shared == {"Kan": "2010-06-08", "Suga": "2020-09-16"}


# Readings and spellings

VOWELS = "aiueo"
ROWS = {
    "": "あいうえお", "k": "かきくけこ", "s": "さしすせそ", "t": "たちつてと", "n": "なにぬねの",
    "h": "はひふへほ", "m": "まみむめも", "r": "らりるれろ", "g": "がぎぐげご", "z": "ざじずぜぞ", "d": "だぢづでど",
    "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ",
}  # fmt: skip
KANA = {kana: row + vowel for row, line in ROWS.items() for kana, vowel in zip(line, VOWELS, strict=True)} | {
    "し": "shi", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji", "ぢ": "ji", "づ": "zu", "や": "ya", "ゆ": "yu",
    "よ": "yo", "わ": "wa", "を": "o", "ん": "n", "ー": "",
}  # fmt: skip
SMALL = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo"}


def hepburn(kana: str) -> str:
    """Hepburn romanisation, long vowels as written in kana.

    >>> hepburn("はっとり"), hepburn("しゅんいち"), hepburn("りょうせい")
    ('hattori', 'shunichi', 'ryousei')
    """
    out = ""
    for char in kana:
        if char in SMALL:
            out = out[:-1] + (SMALL[char][1:] if out[-3:-1] in ("sh", "ch") or out[-2:-1] == "j" else SMALL[char])
        elif char == "っ":
            out += "*"
        else:
            out += KANA[char]
    return re.sub(r"\*(.)", lambda found: ("t" if found[1] == "c" else found[1]) + found[1], out)


def folded(name: str) -> str:
    """A spelling without the differences that editors are free in: macrons, ou/oo/oh/o, m before b, hyphens."""
    plain = "".join(char for char in unicodedata.normalize("NFD", name.lower()) if char.isalpha())
    plain = re.sub(r"oh(?![aiueoy])", "o", plain)
    plain = re.sub(r"o[ou]", "o", plain).replace("uu", "u")
    return re.sub(r"m(?=[bp])", "n", plain)


def test_folding_joins_spellings_and_parts_readings() -> None:
    assert folded(hepburn("おおたに")) == folded("Ohtani") == folded("Ōtani")
    assert folded(hepburn("げんば")) == folded("Gemba") == folded("Genba")
    assert folded(hepburn("こうの")) == folded("Kono") == folded("Kohno")
    assert folded(hepburn("しょうへい")) == folded("Shohei")
    assert folded(hepburn("すが")) != folded("Kan")
    assert folded(hepburn("もてぎ")) != folded("Mogi")


@pytest.mark.parametrize("person", JAPANESE, ids=lambda person: person["reading"])
def test_reading_spells_the_english_name(person: dict[str, Any]) -> None:
    parts = person["reading"].split(" ")
    assert re.fullmatch("[ぁ-んー ]+", person["reading"])
    for form in texts(person["en"]):
        words = [folded(word) for word in form.split()]
        if "family" not in person or "さま" in "".join(texts(person["ja"])):
            assert folded(hepburn(parts[-1])) in words or person["reading"] == "あきしののみや", form
            continue
        assert words[-1] == folded(hepburn(parts[0])), form
        assert words[0] == folded(hepburn(parts[1])) or form == "Denny Tamaki", form


@pytest.mark.parametrize("person", JAPANESE, ids=lambda person: person["reading"])
def test_kana_fit_the_number_of_characters(person: dict[str, Any]) -> None:
    if "family" not in person:
        return
    name, family = texts(person["ja"])[0], person["family"]["ja"]
    given = name.removeprefix(family)
    assert name != given != ""
    for written, reading in zip((family, given), person["reading"].split(" "), strict=True):
        assert len(written) <= len(reading) <= 4 * len(written), (written, reading)


# Entries


def test_there_are_people_of_many_countries() -> None:
    assert len(PEOPLE) > 250
    assert len({post["of"] for person in PEOPLE for post in person.get("posts", ())}) > 20


@pytest.mark.parametrize("key", ["ja", "en"])
def test_no_form_stands_for_two_people(key: str) -> None:
    counts = Counter(form for person in PEOPLE for form in texts(person[key]))
    assert [form for form, count in counts.items() if count > 1] == (["George Bush"] if key == "en" else [])


def rows(person: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    listed = person.get("avoid", ())
    return [(row, {}) if isinstance(row, str) else (row.get("en") or row["ja"], row) for row in listed]


def test_no_wrong_form_is_anyones_right_one() -> None:
    right = {form for person in PEOPLE for key in ("ja", "en") for form in texts(person[key])}
    assert [form for person in PEOPLE for form, _ in rows(person) if form in right] == []


@pytest.mark.parametrize("person", [p for p in PEOPLE if p.get("avoid")], ids=lambda p: texts(p["ja"])[0])
def test_conditions_are_shown_by_examples(person: dict[str, Any]) -> None:
    forms = {form for form, _ in rows(person)}
    examples = [row["en"] for row in person.get("examples", ())]
    marked = {found for text in examples for found in re.findall("⟦(.+?)⟧", text)}
    assert marked <= forms
    conditional = [form for form, row in rows(person) if "only" in row or "unless" in row]
    if conditional:
        assert marked & set(conditional)
        assert any("⟦" not in text for text in examples), "one example must stay silent"


@pytest.mark.parametrize("person", PEOPLE, ids=lambda p: texts(p["ja"])[0])
def test_entry_is_complete(person: dict[str, Any]) -> None:
    assert person["ref"]
    if "family" in person:
        assert person["family"]["en"] in texts(person["en"])[0]
        assert any(person["family"]["ja"] in form for form in texts(person["ja"]))
    for post in person.get("posts", ()):
        assert post["of"] and texts(post["en"]) and post["ja"]
        assert "to" not in post or days(post["from"])[0] < days(post["to"])[1]
