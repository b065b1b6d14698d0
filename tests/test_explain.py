"""`tqa rules`, and the pages in docs/rules, which it wrote."""

from __future__ import annotations

import os

import pytest

from tqa.cli import main
from tqa.explain import page
from tqa.rules import ALL

PAGES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "docs", "rules")


@pytest.mark.parametrize("rule", ALL)
def test_the_page_is_up_to_date(rule: str) -> None:
    with open(os.path.join(PAGES, f"{rule}.md"), encoding="utf-8") as file:
        assert file.read() == page(rule), "run `tqa rules --write docs/rules`"


def test_no_page_is_left_over() -> None:
    assert {name.removesuffix(".md") for name in os.listdir(PAGES)} == set(ALL)


def test_rules_command(capfdbinary) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(SystemExit) as caught:
        main(["rules"])
    assert not caught.value.code
    assert len(capfdbinary.readouterr()[0].decode().splitlines()) == len(ALL)
    with pytest.raises(SystemExit):
        main(["rules", "calque"])
    assert "⟦" in capfdbinary.readouterr()[0].decode()
    with pytest.raises(SystemExit) as caught:
        main(["rules", "calqe"])
    assert caught.value.code == 2 and b"did you mean" in capfdbinary.readouterr()[1]
