"""A slide says before where it is from what is taken for granted of its figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from boardtui.decks.default import default_deck
from tests.panels.boards import only_board
from tests.panels.slides import rows_of
from tests.registers import Case, Force, Register, write

WITHOUT = frozenset({"cases.management"})
LATE = date(2022, 6, 1)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize(
    ("then", "now", "words"),
    [
        (frozenset(), WITHOUT, " all are taken as active;"),
        (WITHOUT, frozenset(), " then all are taken as active;"),
        (frozenset(), frozenset(), None),
    ],
)
def test_who_is_taken_as_active_is_said_on_slides(
    tmp_path: Path,
    then: frozenset[str],
    now: frozenset[str],
    words: str | None,
    size: tuple[int, int],
) -> None:
    days = [(date(2023, 3, 31), then), (date(2024, 1, 17), now)]
    cases = tuple(Case(name, visit_due=LATE, unit="North") for name in "ABC")
    registers = tuple(Register(day, cases, without=without) for day, without in days)
    with only_board(write(tmp_path / "a.db", Force("Newshire", registers))) as board:
        shown = {
            f"{slide.kind} {slide.measure}": "\n".join(rows_of(slide, board, size))
            for slide in default_deck(board).slides
        }
    said = {name for name, text in shown.items() if "taken as" in text}
    if words is None:
        assert not said
        return
    assert {"then-and-now overdue_visits", "flow overdue_visits"} <= said
    assert not {"then-and-now registered", "flow overdue_assessments"} & said
    assert words in shown["then-and-now overdue_visits"]
