"""What is left out: how severe it is."""

from __future__ import annotations

import pytest

from tqa import Checker


def told(rule: str, source: str, target: str) -> list[str]:
    (found,) = Checker(select=[rule]).check_pairs([(source, target)])
    return [finding.severity for finding in found]


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        ("この橋は1968年に改築された。", "This bridge was rebuilt.", "minor"),
        ("この橋は1968年5月2日に改築された。", "This bridge was rebuilt on May 2.", "minor"),
        # A day often goes without saying, and a year is said once.
        ("この橋は5月2日に改築された。", "This bridge was rebuilt.", "info"),
        ("1968年3月1日に閉じ、1968年5月2日に改築された。", "Closed on March 1, 1968, it was then rebuilt.", "info"),
    ],
)
def test_a_lost_year_counts_more_than_a_lost_day(source: str, target: str, severity: str) -> None:
    assert told("number-missing", source, target) == [severity]
