"""The table of English words: its three parts are where its head says, and each is sorted."""

from __future__ import annotations

from tqa.lang.en.words import PATH, words


def test_the_parts_are_sorted() -> None:
    with open(PATH, "rb") as file:
        whole = file.read()
    table = words()
    for part in (whole[14 : table.common], whole[table.common : table.rare], whole[table.rare :]):
        assert part.endswith(b"\n")
        lines = part.split()
        assert len(lines) > 10_000 and lines == sorted(set(lines))


def test_first_and_last_of_each_part_are_found() -> None:
    table = words()
    with open(PATH, "rb") as file:
        whole = file.read()
    for part in (whole[table.common : table.rare], whole[table.rare :]):
        for word in (part.split()[0], part.split()[-1], part.split()[5000]):
            assert table.knows(word.decode())
    assert not table.knows("aaaaa") and not table.knows("zzzzzzz") and not table.knows("buiding")
