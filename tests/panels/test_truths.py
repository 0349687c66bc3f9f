"""What is true of every figure on a board, whichever board of the demo it stands on."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.figure.hedge import Qualifier
from boardtui.core.words.wording import value_text
from boardtui.panels.cards.digits import can_draw
from boardtui.panels.cards.standing import standing
from boardtui.panels.explaining.explanation import explanation
from boardtui.panels.head import head
from boardtui.panels.panel import Board
from boardtui.panels.text import text_of
from boardtui.review.day.compared import ComparedFigure
from tests.panels.boards import cards, figures

PER_CENT = re.compile(r"%")
BASED = (
    re.compile(r"% (or more )?of \S"),  # "18.3% of 1,488 actively managed"
    re.compile(r"[+−]\S+ +\(?[+−][\d.]+%"),  # a change: its base is what it was
    re.compile(r"^(tried|seen|action|not in) "),  # each of the line before it
    re.compile(r"\bbase is open\b|\bas said\b|% growth\b"),
)
OF_COLUMNS = ("managed", "overdue", "said")
"""Heads of tables, whose shares are of the whole that the head names."""


def based(number: int, told: list[str]) -> bool:
    """Whether the base of a line's per cents stands on it, or heads or ends its table."""
    line = told[number]
    if any(rule.search(line) for rule in BASED):
        return True
    below = told[number + 1] if number + 1 < len(told) else ""
    if line.startswith("overdue of ") or below.startswith("  of "):
        return True
    heads = [line.split() for line in told[:number] if line.split()]
    in_table = any(words[0] in OF_COLUMNS and words[-1] in OF_COLUMNS for words in heads)
    return in_table or any("its base is open" in line for line in told)


def test_no_per_cent_stands_without_its_base(demo_boards: list[Board]) -> None:
    seen = 0
    for board in demo_boards:
        for card, content in cards(board).items():
            told = [text_of(line) for line in content]
            for number, line in enumerate(told):
                if PER_CENT.search(line):
                    seen += 1
                    assert based(number, told), (card, line)
    assert seen > 30


def test_a_per_cent_without_its_base_would_be_found() -> None:
    assert not based(1, ["273", "18.3%", "high or very high risk 41"])
    assert not based(0, ["a share of 41%"])
    assert based(0, ["18.3% of 1,488 actively managed"])


def test_every_value_shows_its_hedge(demo_boards: list[Board]) -> None:
    hedged = set()
    for board in demo_boards:
        for subject, text in told_figures(board):
            if subject.figure.qualifier is not Qualifier.EXACT:
                hedged.add(subject.figure.qualifier)
                assert value_text(subject.figure, unit=False).split(" per ")[0] in text
    assert {Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.MORE_THAN, Qualifier.ROUNDED} <= hedged


def test_what_is_computed_from_a_hedge_is_a_range(demo_boards: list[Board]) -> None:
    ranges = 0
    for board in demo_boards:
        for subject, text in told_figures(board):
            if subject.share and not subject.share.interval.exact and "%" in text:
                ranges += 1
                assert re.search(r"\d%–\d|or more", text), text
    assert ranges >= 2


def told_figures(board: Board) -> list[tuple[ComparedFigure, str]]:
    """Each figure of a board, with all that its card says of it; a number that is drawn large is
    told as it is."""
    told: dict[Figure, tuple[ComparedFigure, str]] = {}
    heads = [each.card.headline for each in standing(board) if each.card.headline]
    for headline in heads:
        if isinstance(headline.subject, ComparedFigure) and can_draw(headline.value):
            told[headline.subject.figure] = headline.subject, headline.text
    for piece in (piece for content in cards(board).values() for line in content for piece in line):
        if isinstance(piece.subject, ComparedFigure):
            figure = piece.subject.figure
            _, before = told.get(figure, (None, ""))
            told[figure] = (piece.subject, f"{before} {piece.text}")
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
        assert (
            "SYNTHETIC" in text_of(head(board.review, width))
        ) == board.review.selection.force.synthetic


def test_every_synthetic_figure_says_so_under_its_definition(demo_boards: list[Board]) -> None:
    for board in demo_boards:
        for subject, _ in told_figures(board):
            told = explanation(board.review, subject)
            synthetic = board.review.selection.force.synthetic
            assert ("SYNTHETIC" in told.standing) == synthetic
            assert any("SYNTHETIC" in text for _, text in told.sources) == synthetic


def test_every_figure_is_explained(demo_boards: list[Board]) -> None:
    for board in demo_boards:
        for subject in figures(board):
            told = explanation(board.review, subject)
            assert told.title
            assert told.value
            assert told.definition
            assert told.sources
            published = subject.figure.origin is Origin.PUBLISHED
            assert ("said by" in dict(told.sources)) == published
            assert ("base" in dict(told.facts)) or not subject.share


def test_a_day_that_is_not_exact_is_shown_as_it_was_stated(demo_boards: list[Board]) -> None:
    seen = 0
    for board in demo_boards:
        for subject in figures(board):
            if subject.figure.as_at_stated:
                seen += 1
                told = dict(explanation(board.review, subject).facts)
                assert told["as at"].startswith(f"stated as “{subject.figure.as_at_stated}”")
    assert seen > 20
