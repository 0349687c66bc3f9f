"""What is true of every figure on a board, whichever board of the demo it stands on."""

from __future__ import annotations

import re

import pytest
from boardtui.panels.heading import heading_lines
from msgspec.structs import replace

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.figure.hedge import Qualifier
from boardtui.core.words.wording import value_text
from boardtui.panels.explaining.explanation import explanation
from boardtui.panels.panel import Board
from boardtui.review.day.compared import ComparedFigure
from tests.panels.boards import layout, lines, text_of

PER_CENT = re.compile(r"%")
SHARE_OF = re.compile(r"% (or more )?of \S")
CHANGE = re.compile(r"was .*[+−0].*\(.*%\)")
STATED = re.compile(r"(%.*\bof \S|\bbase \S)")


def based(number: int, told: list[str]) -> bool:
    """Whether the base of a line's per cents stands on it, or on the line before or after."""
    near = " ".join(told[max(0, number - 1) : number + 2])
    if any(rule.search(near) for rule in (SHARE_OF, CHANGE, STATED)):
        return True
    # Of a table's shares, those by records and those said, a line under it says what they are of.
    head = [line for line in told[:number] if line.startswith(("risk ", "said "))]
    below = [line for line in told[number:] if line.startswith(("shares of ", "said: people, "))]
    return bool(head and below)


def test_no_per_cent_stands_without_its_base(demo_boards: list[Board]) -> None:
    seen = 0
    for board in demo_boards:
        for panel, content in lines(board, 200):
            told = [text_of(line) for line in content]
            for number, line in enumerate(told):
                if PER_CENT.search(line):
                    seen += 1
                    assert based(number, told), (panel, line)
    assert seen > 40


def test_a_per_cent_without_its_base_would_be_found() -> None:
    assert not based(1, ["273", "18.3%", "high or very high risk 41"])
    assert not based(0, ["+56 (+26%)"])
    assert based(0, ["18.3% of 1,488 actively managed"])


def test_every_value_shows_its_hedge(demo_boards: list[Board]) -> None:
    hedged = set()
    for board in demo_boards:
        for subject, text in told_figures(board):
            if subject.figure.qualifier is not Qualifier.EXACT:
                hedged.add(subject.figure.qualifier)
                assert value_text(subject.figure) in text
    assert {Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.MORE_THAN, Qualifier.ROUNDED} <= hedged


def test_what_is_computed_from_a_hedge_is_a_range(demo_boards: list[Board]) -> None:
    ranges = 0
    for board in demo_boards:
        for subject, text in told_figures(board):
            if subject.share and not subject.share.interval.exact and "%" in text:
                ranges += 1
                assert re.search(r"\d%–\d|or more", text), text
    assert ranges >= 3


def told_figures(board: Board) -> list[tuple[ComparedFigure, str]]:
    """Each figure of a board, with all that its panel says of it."""
    told: dict[int, tuple[ComparedFigure, str]] = {}
    for _, content in lines(board, 200):
        for piece in (piece for line in content for piece in line):
            if isinstance(piece.subject, ComparedFigure):
                _, before = told.get(id(piece.subject), (None, ""))
                told[id(piece.subject)] = (piece.subject, f"{before} {piece.text}")
    return list(told.values())


def test_zero_unknown_and_nothing_look_different(demo_boards: list[Board]) -> None:
    def shown(value: float | None, unknown: str | None = None) -> str:
        figure = demo_boards[0].review.now.published[0]
        return value_text(_with(figure, value, unknown))

    assert shown(0) == "0"
    assert shown(None, "no visits file") == "no visits file"
    assert shown(None, "none overdue") == "none overdue"
    assert len({shown(0), shown(None), shown(None, "suppressed"), shown(None, "none overdue")}) == 4


def _with(figure: Figure, value: float | None, unknown: str | None) -> Figure:
    end = None if value is None else float(value)
    return replace(
        figure, value=value, low=end, high=end, unknown=unknown, qualifier=Qualifier.EXACT
    )


@pytest.mark.parametrize("width", [20, 40, 80, 120, 200])
def test_synthetic_forces_say_so_at_every_size(demo_boards: list[Board], width: int) -> None:
    for board in demo_boards:
        heading = "\n".join(heading_lines(board.review, width))
        assert ("SYNTHETIC" in heading) == board.review.selection.force.synthetic


def test_every_synthetic_figure_says_so_under_its_definition(demo_boards: list[Board]) -> None:
    for board in demo_boards:
        for subject, _ in told_figures(board):
            told = explanation(board.review, subject)
            synthetic = board.review.selection.force.synthetic
            assert ("SYNTHETIC" in told.standing) == synthetic
            assert any("SYNTHETIC" in text for _, text in told.sources) == synthetic


def test_every_figure_is_explained(demo_boards: list[Board]) -> None:
    for board in demo_boards:
        for spot in layout(board, 120).spots:
            told = explanation(board.review, spot.subject)
            assert told.title
            assert told.value
            assert told.definition
            assert told.sources
            if isinstance(spot.subject, ComparedFigure):
                figure = spot.subject.figure
                assert ("said by" in dict(told.sources)) == (figure.origin is Origin.PUBLISHED)
                assert ("base" in dict(told.facts)) or not spot.subject.share


def test_a_day_that_is_not_exact_is_shown_as_it_was_stated(demo_boards: list[Board]) -> None:
    for board in demo_boards:
        for subject, text in told_figures(board):
            if subject.earlier and "stated:" in text:
                assert subject.figure.as_at_stated
                assert subject.figure.as_at_stated in text
