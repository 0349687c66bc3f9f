"""The panel of caseloads: the officers with the most people, worst first."""

from __future__ import annotations

from datetime import date

from boardtui.panels.caseloads import caseloads_lines
from boardtui.panels.panel import Board
from tests.panels.boards import text_of


def told(boards: list[Board], force: str, day: date) -> list[str]:
    (board,) = (
        board
        for board in boards
        if (board.review.selection.force.name, board.review.selection.day) == (force, day)
    )
    return [text_of(line) for line in caseloads_lines(board, 36)]


def test_officers_stand_worst_first_with_how_many_there_are(demo_boards: list[Board]) -> None:
    shown = told(demo_boards, "Exampleshire", date(2024, 1, 17))
    place = shown.index("31 officers in all; enter shows them")
    rows = [line.split() for line in shown[place - 3 : place]]
    people = [int(row[1]) for row in rows]
    posts = [float(row[3]) for row in rows]
    assert people == sorted(people, reverse=True)
    assert posts == sorted(posts, reverse=True)
    assert shown[0] == f"{posts[0]:.0f} most per full-time post"


def test_published_caseloads_stand_worst_first(demo_boards: list[Board]) -> None:
    assert told(demo_boards, "Essex", date(2016, 8, 31))[:3] == [
        "215 officer-1",
        "203 officer-3",
        "120 officer-2 (part time)",
    ]
