"""The card of visits tried, from files that do not say all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.panels.boards import only_board, told
from tests.registers import Case, Force, Register, Visit, write

DAY = date(2024, 1, 17)


@pytest.mark.parametrize("width", [36, 60])
def test_what_a_file_without_police_action_says_of_it_is_no_zero(
    tmp_path: Path, width: int
) -> None:
    visits = (
        Visit("a", date(2023, 11, 4)),
        Visit("a", date(2023, 12, 4)),
        Visit("a", date(2024, 1, 10), "not_in"),
    )
    without = frozenset({"visits.action"})
    register = Register(DAY, (Case("a"),), visits=visits, without=without)
    with only_board(write(tmp_path / "a.db", Force(registers=(register,)))) as board:
        shown = [line.split() for line in told(board, "visits", width)]
    assert ["in", "December", "2023"] in [words[1:] for words in shown]
    assert [words[:2] for words in shown if words[:1] == ["seen"]] == [["seen", "1"]]
    assert not [words for words in shown if words[:1] == ["action"]]
