"""The panel of visits tried, from files that do not say all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from boardtui.panels.visits import visits_lines
from tests.panels.boards import only_board, text_of
from tests.registers import Case, Force, Register, Visit, write

DAY = date(2024, 1, 17)


@pytest.mark.parametrize("width", [36, 60])
def test_months_of_a_file_without_police_action_are_not_known_for_it(
    tmp_path: Path, width: int
) -> None:
    visits = (Visit("a", date(2023, 12, 4)), Visit("a", date(2024, 1, 10), "not_in"))
    without = frozenset({"visits.action"})
    register = Register(DAY, (Case("a"),), visits=visits, without=without)
    board = only_board(write(tmp_path / "a.db", Force(registers=(register,))))
    shown = [" ".join(text_of(line).split()) for line in visits_lines(board, width)]
    assert "Dec 2023 1 1 not known part" in shown
