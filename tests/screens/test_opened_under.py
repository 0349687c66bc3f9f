"""A board that is opened under another definition than the settings'."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from boardtui.core.criterion.definition import Definition
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.selection import choose
from boardtui.screens.app import BoardApp
from boardtui.settings import Settings
from boardtui.store.connection.opening import open_database
from tests.screens.driving import WIDE, driven, screen_text, settle

MONTH = Definition(grace_days=30)


async def test_the_board_is_worked_out_under_the_definition_asked_for(demo_database: Path) -> None:
    with closing(open_database(str(demo_database))) as database:
        app = BoardApp(database, str(demo_database), choose(database), Settings(), MONTH)
        async with driven(app, WIDE) as pilot:
            await settle(pilot)
            shown = screen_text(pilot)
            subject = app.board.view.subject
    assert "computed again for this board: overdue once more than 30 days" in shown
    assert "10.4% of 1,488" in shown
    assert isinstance(subject, ComparedFigure)
    assert subject.figure.value == 155
