"""Real forces: every published figure has a place on a board, and nothing else is shown of them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from boardtui.core.figure import Origin
from boardtui.demo import fixtures
from boardtui.panels.explain import explained
from boardtui.panels.panel import Board
from boardtui.panels.phrases import change_text
from boardtui.panels.subject import Subject
from boardtui.review.review import ComparedFigure
from tests.panels.boards import layout, lines, text_of

PUBLISHED = (fixtures() / "published" / "figures.csv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(PUBLISHED.splitlines()))


def real(boards: list[Board]) -> Iterator[Board]:
    return (board for board in boards if not board.review.selection.force.synthetic)


def figures(board: Board) -> Iterator[ComparedFigure]:
    subjects: Iterator[Subject] = (spot.subject for spot in layout(board, 120).spots)
    return (one for one in subjects if isinstance(one, ComparedFigure))


def is_row(one: ComparedFigure, row: dict[str, str]) -> bool:
    figure = one.figure
    return (
        figure.measure == row["measure"]
        and [s.value for s in figure.slices] == ([row["slice"]] if row["slice"] else [])
        and figure.value == float(row["value"])
        and figure.as_at.isoformat() == row["as_at"]
        and figure.said_by == row["said_by"]
        and (figure.as_at_stated or "") == row["as_at_stated"]
    )


def test_every_published_figure_is_a_spot_with_its_source(demo_boards: list[Board]) -> None:
    by_day = {
        (board.review.selection.force.name, board.review.selection.day.isoformat()): board
        for board in demo_boards
    }
    assert len(ROWS) == 49
    for row in ROWS:
        board = by_day[row["force"], row["as_at"]]
        found = [one for one in figures(board) if is_row(one, row)]
        assert found, row
        said = dict(explained(found[0])[1])
        assert said["said by"] == row["said_by"]
        assert said["publisher"] == row["publisher"]
        assert said["address"] == row["address"]
        assert row["as_at_stated"] in said["as at"]
        assert row["base"] in said.get("base", "")


def test_real_forces_show_published_figures_alone(demo_boards: list[Board]) -> None:
    for board in real(demo_boards):
        rows = [row for row in ROWS if row["force"] == board.review.selection.force.name]
        assert not board.flows
        for one in figures(board):
            assert one.figure.origin is Origin.PUBLISHED
            assert any(is_row(one, row) for row in rows)
            for then in (one.comparison.then, one.comparison.then_other):
                assert then is None or then.source is not None


NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def test_real_forces_show_no_number_of_another_kind(demo_boards: list[Board]) -> None:
    """Every number on the board is in a published row, or a share or change of two of them."""
    for board in real(demo_boards):
        allowed = numbers_of(board)
        for panel, content in lines(board, 200):
            for line in content:
                for shown in NUMBER.findall(text_of(line)):
                    assert shown in allowed, (panel, text_of(line), shown)


def numbers_of(board: Board) -> set[str]:
    """The numbers that a real force's board may show, as they are written."""
    name, found = board.review.selection.force.name, set[str]()
    for row in (row for row in ROWS if row["force"] == name):
        found |= set(NUMBER.findall(" ".join(row.values())))
        found.add(f"{float(row['value']):,.0f}")
        # "2019-06-30" is shown as "30 Jun 2019".
        found |= {part.lstrip("0") for day in (row["as_at"],) for part in day.split("-")}
    for one in figures(board):
        found |= set(NUMBER.findall(change_text(one.comparison)))
        for share in (one.share, one.share_then):
            if share:
                low, high = share.interval.low, share.interval.high
                found |= {f"{low * 100:.1f}", f"{high * 100:.1f}"}
    # "MAPPA category 1", "per 100,000", and the words of panels that nothing fills.
    return found | {"1", "2", "3", "100,000"}
