"""What was not given is said: what is taken for granted of a base, and what is not known then."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.registers import Case, Force, Register, write
from tests.screens.driving import opened, press, screen_text

THEN, NOW = date(2023, 3, 31), date(2024, 1, 17)
NONE = "no management column: all are taken as active"
WITHOUT = frozenset({"cases.management"})


def registers(folder: Path, then: frozenset[str], now: frozenset[str]) -> Path:
    """Two overdue then, one of whom was seen by now, and one whose date was moved."""
    was = (
        Case("A", unit="North", visit_due=date(2023, 3, 1), last_visit=date(2022, 1, 1)),
        Case("B", unit="North", visit_due=date(2023, 3, 1), last_visit=date(2022, 1, 1)),
    )
    here = (
        Case("A", unit="North", visit_due=date(2024, 6, 1), last_visit=date(2023, 12, 1)),
        Case("B", unit="North", visit_due=date(2025, 1, 1), last_visit=date(2022, 1, 1)),
    )
    days = (Register(THEN, was, without=then), Register(NOW, here, without=now))
    return write(folder / "a.db", Force("Newshire", days))


@pytest.mark.parametrize(
    ("then", "now", "note"),
    [
        (frozenset(), WITHOUT, NONE),
        (WITHOUT, frozenset(), f"then: {NONE}"),
        (WITHOUT, WITHOUT, NONE),
    ],
)
@pytest.mark.parametrize("keys", [(), ("1",), ("c",), ("f",)], ids=["board", "by", "c", "f"])
async def test_who_is_taken_as_active_is_said(
    tmp_path: Path, then: frozenset[str], now: frozenset[str], note: str, keys: tuple[str, ...]
) -> None:
    async with opened(registers(tmp_path, then, now)) as pilot:
        await press(pilot, *keys)
        assert f" {note}\n" in screen_text(pilot)


async def test_a_figure_of_another_base_does_not_say_so(tmp_path: Path) -> None:
    async with opened(registers(tmp_path, WITHOUT, WITHOUT)) as pilot:
        await press(pilot, "slash", *"on the register", "enter")
        assert "on the register" in screen_text(pilot)
        assert NONE not in screen_text(pilot)


async def test_where_nothing_is_taken_for_granted_nothing_is_said(tmp_path: Path) -> None:
    async with opened(registers(tmp_path, frozenset(), frozenset())) as pilot:
        assert "taken as" not in screen_text(pilot)


async def test_the_table_by_unit_adds_up_to_who_was_cleared_without_a_visit(
    tmp_path: Path,
) -> None:
    async with opened(registers(tmp_path, frozenset(), WITHOUT)) as pilot:
        await press(pilot, "f")
        shown = screen_text(pilot)
        assert "1 was visited; 1 was cleared without a visit" in shown
        (north,) = (row for row in shown.splitlines() if row.strip().startswith("North"))
        assert north.split()[:4] == ["North", "2", "−1", "−1"]


async def test_a_card_says_that_then_is_not_known(tmp_path: Path) -> None:
    no_date = frozenset({"cases.visit_due"})
    async with opened(registers(tmp_path, no_date, frozenset())) as pilot:
        assert "then not known: d" in screen_text(pilot)
        await press(pilot, "d")
        assert "no visit_due column" in screen_text(pilot)
