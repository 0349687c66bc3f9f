"""The nearest known name."""

from __future__ import annotations

import pytest

from boardtui.settings.nearest import did_you_mean, nearest

KNOWN = ["overdue_visits", "risk_level", "Exampleshire"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("overdue_visit", "overdue_visits"),
        ("risk-level", "risk_level"),
        ("exampleshire", "Exampleshire"),
        ("risk", "risk_level"),
        ("risk level", "risk_level"),
        ("zebra", None),
        ("", None),
    ],
)
def test_the_nearest_name_is_found_in_any_case(name: str, expected: str | None) -> None:
    assert nearest(name, KNOWN) == expected


def test_where_nothing_is_near_nothing_is_suggested() -> None:
    assert did_you_mean("zebra", KNOWN) == "."
