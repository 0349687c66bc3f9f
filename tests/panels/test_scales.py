"""Bars that stand together are on one scale: their length says the same of every number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.panels.cards.page import page_of
from boardtui.panels.compare.content import content_of
from boardtui.panels.compare.page import compared_rows
from boardtui.panels.flow.page import Shown, flow_rows
from boardtui.panels.panel import Board
from tests.panels.compared import EXAMPLESHIRE, SAMPLESHIRE, held

PLACES = (EXAMPLESHIRE, SAMPLESHIRE)
SIZES = [(80, 24), (120, 36), (200, 50)]

EIGHTHS = {char: (number + 1) / 8 for number, char in enumerate("▏▎▍▌▋▊▉█")} | {"▀": 1.0, "▓": 1.0}
ON_BOARD = re.compile(r"\b(?:then|now) +([\d,]+)†? ([▀█▏▎▍▌▋▊▉]+)")
THEN = re.compile(r"(▀+) +([\d,]+)†?")
NOW = re.compile(r"([\d,]+)  (█*[▏▎▍▌▋▊▉]?)(?= |$)")
STEP = re.compile(r"[−+]?([\d,]+) +([▀█▓]+)$")

Bar = tuple[int, float]
"""A number, and the cells of its bar."""


@pytest.fixture(scope="module", params=PLACES, ids=[force for force, _ in PLACES])
def board(request: pytest.FixtureRequest, demo_database: Path) -> Iterator[Board]:
    force, day = request.param
    with held(demo_database, force, day) as made:
        yield made


def bar(number: str, cells: str) -> Bar:
    return int(number.replace(",", "")), sum(EIGHTHS[char] for char in cells)


def assert_one_scale(bars: Iterable[Bar], slack: float) -> None:
    """The longest bar gives the scale; no other is off it by more than cells allow."""
    found = [one for one in bars if one[0]]
    value, cells = max(found)
    assert len(found) > 2
    for number, length in found:
        assert abs(length - number * cells / value) <= slack, (number, length, found)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_then_and_now_of_both_backlogs_on_the_board(board: Board, size: tuple[int, int]) -> None:
    text = page_of(board, *size).text()
    found = [bar(number, cells) for number, cells in ON_BOARD.findall(text)]
    assert len(found) == 2 * len(BACKLOGS)
    assert_one_scale(found, 1.0)


@pytest.mark.parametrize("size", SIZES[1:], ids=str)
def test_ages_of_both_backlogs_on_both_sides_of_then_and_now(
    board: Board, size: tuple[int, int]
) -> None:
    rows = compared_rows(content_of(board), (), *size).text().splitlines()[: size[1]]
    found = [bar(number, cells) for row in rows for cells, number in THEN.findall(row)]
    found += [bar(number, cells) for row in rows for number, cells in NOW.findall(row) if cells]
    assert len(found) > 8
    assert_one_scale(found, 1.0)


@pytest.mark.parametrize("backlog", BACKLOGS)
@pytest.mark.parametrize("size", SIZES[:2], ids=str)
def test_the_parts_of_a_waterfall(board: Board, size: tuple[int, int], backlog: str) -> None:
    rows = flow_rows(board, Shown(backlog, "unit"), *size).text().splitlines()
    steps = [match for row in rows if (match := STEP.search(row.rstrip()))]
    # A part of few people is drawn all the same, with a cell of its own.
    assert_one_scale((bar(step[1], step[2]) for step in steps), 2.0)


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
def test_what_was_cleared_without_a_visit_is_shaded_otherwise(
    board: Board, size: tuple[int, int]
) -> None:
    rows = flow_rows(board, Shown("visits", "unit"), *size).text().splitlines()
    (cleared,) = (row for row in rows if "cleared without" in row and "▓" in row)
    (visited,) = (row for row in rows if row.split()[:1] == ["visited"])
    assert not {"█", "▀"} & {*cleared}
    assert not {"▓", "▀"} & {*visited}
