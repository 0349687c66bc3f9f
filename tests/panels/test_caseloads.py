"""The card of caseloads: the officers with the most people, worst first."""

from __future__ import annotations

from datetime import date

from boardtui.panels.panel import Board
from tests.panels.boards import told, value_of


def of(boards: list[Board], force: str, day: date) -> Board:
    (found,) = (
        board
        for board in boards
        if (board.review.selection.force.name, board.review.selection.day) == (force, day)
    )
    return found


def test_officers_stand_worst_first_by_full_time_post(demo_boards: list[Board]) -> None:
    board = of(demo_boards, "Exampleshire", date(2024, 1, 17))
    rows = [line.split() for line in told(board, "caseloads") if line.startswith("OM-")]
    posts = [float(row[1]) for row in rows]
    assert len(posts) >= 3
    assert posts == sorted(posts, reverse=True)
    assert value_of(board, "caseloads") == f"{posts[0]:.0f}"
    assert "48 the median officer, then 44.5†" in told(board, "caseloads")


def test_published_caseloads_stand_worst_first(demo_boards: list[Board]) -> None:
    board = of(demo_boards, "Essex", date(2016, 8, 31))
    rows = [line.split() for line in told(board, "caseloads") if line.startswith("officer-")]
    assert [words[:2] for words in rows] == [
        ["officer-1", "215"],
        ["officer-3", "203"],
        ["officer-2", "120"],
    ]
    assert rows[2][-2:] == ["part", "time"]
    assert value_of(board, "caseloads") == "215"
