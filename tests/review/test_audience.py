"""A review for an audience: hidden figures for all that ask it, and closed ways with a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from boardtui.core.audience.audience import Audience
from boardtui.core.audience.rules import Way, rules_of
from boardtui.core.criterion.definition import STANDARD, Definition
from boardtui.core.criterion.dimension import DIMENSIONS, Slice
from boardtui.core.figure.figure import Origin
from boardtui.decks.faults import DeckError
from boardtui.decks.opening import good
from boardtui.decks.reading import read_deck
from boardtui.decks.stage import Stage, board_of
from boardtui.panels.panel import Board
from boardtui.review import NotThereError
from boardtui.review.breakdown import Breakdown, closed, dimensions_of, needs_work, worked_out
from boardtui.review.day.every_figure import every_figure
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from boardtui.review.find import FigureTarget, ask, read_names
from boardtui.review.flow.flows import flows_of, slices_of_flows
from boardtui.review.flow.start import flow_start
from boardtui.store.connection.opening import open_database

DAY, THEN = date(2024, 1, 17), date(2023, 3, 31)
SHOWN_TO = [Audience.BOARD, Audience.PUBLIC]
ISLANDS = (Slice("unit", "Islands"),)


@contextmanager
def shown_to(path: Path, audience: Audience, definition: Definition = STANDARD) -> Iterator[Review]:
    with closing(open_database(str(path))) as database:
        selection = choose(database, "Exampleshire", DAY, THEN)
        yield Review(database, selection, definition, audience=rules_of(audience))


@pytest.mark.parametrize("audience", SHOWN_TO)
def test_every_way_to_a_figure_gives_the_same_hidden_one(
    demo_database: Path, audience: Audience
) -> None:
    with shown_to(demo_database, audience) as review:
        (one,) = review.figures("overdue_visits", ISLANDS)
        assert one.figure.suppressed
        assert (one.share, one.part, one.comparison.change) == (None, None, None)
        assert one.comparison.then is not None
        assert one.comparison.then.suppressed
        listed = [
            each for each in every_figure(review, ["overdue_visits"]) if each.figure == one.figure
        ]
        assert len(listed) == 1
        assert review.now.from_records("overdue_visits", ISLANDS) == [one.figure]


def test_where_some_are_hidden_nobody_is_said_to_be_the_largest(demo_database: Path) -> None:
    with shown_to(demo_database, Audience.BOARD) as review:
        assert review.largest("managed", "unit", 20) == ([], 0)
        found, count = review.largest("actively_managed", "unit", 3)
        values = [one.figure.value or 0 for one in found]
        assert values == sorted(values, reverse=True)
        assert (len(values), count) == (3, 6)


@pytest.mark.parametrize("audience", SHOWN_TO)
def test_figures_worked_out_again_are_hidden_too(demo_database: Path, audience: Audience) -> None:
    other = Definition(grace_days=7)
    with shown_to(demo_database, audience, other) as review:
        review.restate()
        figures = [one.figure for one in every_figure(review, by=["unit"]) if one.figure.slices]
        threshold = review.audience.threshold
        counts = [f.value for f in figures if f.unit == "people" and f.origin is Origin.RECORDS]
        assert not [value for value in counts if value is not None and 0 < value < threshold]
        assert any(value is None for value in counts)
        (one,) = review.figures("overdue_visits", ISLANDS)
        assert one.stored is None, "two definitions of a slice may differ by a few people"


@pytest.mark.parametrize("audience", SHOWN_TO)
def test_a_review_takes_over_what_another_worked_out_and_hides_it(
    demo_database: Path, audience: Audience
) -> None:
    other = Definition(grace_days=7)
    with shown_to(demo_database, audience, other) as review:
        with shown_to(demo_database, Audience.FORCE, other) as background:
            background.restate()
            review.adopt(background)
        assert review.restated
        assert review.figures("overdue_visits", ISLANDS)[0].figure.suppressed


def test_the_public_is_told_nothing_by_officer(demo_database: Path) -> None:
    with shown_to(demo_database, Audience.PUBLIC) as review:
        dimensions = {s.dimension for one in every_figure(review) for s in one.figure.slices}
        assert "officer" not in dimensions
        assert dimensions == DIMENSIONS.keys() - {"officer"}
        assert review.slices_of("caseload", "officer") == []
        assert review.largest("caseload", "officer", 5) == ([], 0)
        assert "officer" not in dimensions_of(review, Breakdown("overdue_visits", ("unit",)))
        with pytest.raises(NotThereError, match=r"Officers are not listed"):
            list(every_figure(review, by=["officer"]))


@pytest.mark.parametrize("audience", SHOWN_TO)
def test_two_slices_at_once_are_closed(demo_database: Path, audience: Audience) -> None:
    crossed = Breakdown("overdue_visits", ("unit", "risk_level"))
    within = Breakdown("overdue_visits", ("risk_level",), ISLANDS)
    with shown_to(demo_database, audience) as review:
        for breakdown in (crossed, within):
            assert closed(review, breakdown) == review.audience.closes(Way.CROSSES)
            assert not needs_work(review, breakdown)
            found = worked_out(str(demo_database), review.selection, breakdown, STANDARD)
            review.take_in(found)
            assert not review.now.crossed
        assert closed(review, Breakdown("overdue_visits", ("unit",))) is None
        with pytest.raises(NotThereError, match=r"Two slices at once are closed"):
            list(every_figure(review, ["overdue_visits"], ["unit", "risk_level"]))


@pytest.mark.parametrize("audience", SHOWN_TO)
def test_find_offers_no_case_no_two_slices_and_no_hidden_value(
    demo_database: Path, audience: Audience
) -> None:
    with shown_to(demo_database, audience) as review:
        finder = read_names(review, review.database)
        for text in ("overdue high north", "EX-00016", "castle low registered"):
            answer = ask(finder, review, review.database, text, cases=True)
            slices = [f.target.slices for f in answer.found if isinstance(f.target, FigureTarget)]
            assert not answer.found or max(map(len, slices)) == 1
        answer = ask(finder, review, review.database, "EX-00016", cases=True)
        assert not answer.found
        assert answer.nothing is not None
        assert str(review.audience.closes(Way.CASES)) in answer.nothing
        answer = ask(finder, review, review.database, "overdue visits islands", cases=True)
        assert answer.found[0].said == "[c]"
        answer = ask(finder, review, review.database, "OM-03", cases=True)
        officers = [each for each in answer.found if isinstance(each.target, FigureTarget)]
        assert bool(officers) == (audience is Audience.BOARD)


@pytest.mark.parametrize("audience", SHOWN_TO)
def test_a_board_lets_in_no_flow_that_may_not_be_seen(
    demo_database: Path, audience: Audience
) -> None:
    with shown_to(demo_database, audience) as review:
        start = flow_start(review.database, review.selection)
        then, now = start.snapshot, review.selection.snapshot
        assert then is not None
        assert now is not None
        flows = flows_of(review.database, then, now, STANDARD)
        slices = slices_of_flows(review.database, then, now, STANDARD, ["unit"])
        board = Board(review, start, flows, slices=slices)
        assert not board.slices
        for name, flow in board.flows.items():
            whole = flows[name]
            small = [part for part, count in whole.parts.items() if 0 < (count or 0) < 5]
            assert small
            assert all(flow.parts[part] is None and flow.hides(part) for part in small)


@pytest.mark.parametrize("audience", SHOWN_TO)
def test_nothing_opens_single_cases(demo_database: Path, audience: Audience) -> None:
    with closing(open_database(str(demo_database))) as database:
        selection = choose(database, "Exampleshire", DAY)
        for cases_open in (True, False):
            review = Review(
                database, selection, STANDARD, cases_open=cases_open, audience=rules_of(audience)
            )
            assert not review.cases_open
        force = Review(database, selection, STANDARD, cases_open=False)
        assert not force.cases_open, "and no audience opens what was closed"


def test_published_figures_are_as_they_were_said(demo_database: Path) -> None:
    for audience in Audience:
        with shown_to(demo_database, audience) as review:
            said = [f.value for f in review.now.published]
            assert 273 in said
            assert 283 in said


def test_a_deck_for_the_public_is_not_shown_of_what_the_force_sees(
    demo_database: Path, tmp_path: Path
) -> None:
    deck = tmp_path / "deck.toml"
    text = 'deck = 1\naudience = "public"\n[[slide]]\nkind = "title"\n'
    deck.write_text(text, encoding="utf-8")
    assert read_deck(deck).deck.meant_for is Audience.PUBLIC
    for audience in Audience:
        with shown_to(demo_database, audience) as review:
            stage = Stage(board_of(review))
            if audience is Audience.PUBLIC:
                assert good(read_deck(deck), stage).audience == "public"
                continue
            with pytest.raises(DeckError, match=r"open it with --audience public"):
                good(read_deck(deck), stage)
