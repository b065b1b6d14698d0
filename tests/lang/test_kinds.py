"""The table of what words can be is sorted, and each line of it is found."""

from __future__ import annotations

from tqa.lang.en.kinds import PATH, kinds


def test_the_table_is_sorted_and_found() -> None:
    with open(PATH, encoding="ascii") as file:
        rows = [line.split() for line in file]
    words = [word for word, _ in rows]
    assert len(words) > 20_000 and words == sorted(set(words))
    assert {letter for _, letters in rows for letter in letters} <= set("nmpbsdkgar")
    for word, letters in (rows[0], rows[-1], *rows[1 :: len(rows) // 200]):
        assert set(letters) <= kinds(word), word


def test_what_follows_from_spelling_is_worked_out() -> None:
    for word, letters in {
        "stopped": "dk", "stories": "p", "boxes": "ps", "carried": "dk", "building": "gn", "happier": "a", "monks": "p",
    }.items():  # fmt: skip
        assert set(letters) <= kinds(word), word
    assert not kinds("zzz") and not kinds("")
