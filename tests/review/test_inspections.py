"""Inspections beside a board's day: in order, with their deadlines and the figures that speak."""

from __future__ import annotations

from datetime import date

from boardtui.core.criterion.definition import STANDARD
from boardtui.core.figure.figure import Origin
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from boardtui.review.inspections.inspections import inspected
from tests.registers import Case, Force, Inspected, Register, Said, Visit
from tests.review.conftest import Holding

FIRST, EARLY, LATE = date(2022, 3, 31), date(2023, 3, 31), date(2024, 1, 17)
OVERDUE = Case("a", officer_ref="OM-1", visit_due=date(2022, 1, 1))
VISITS_FOUND = "Overdue visits must be reduced."


def review(holding: Holding, *inspections: Inspected, against: str | None = None) -> Review:
    registers = (Register(EARLY, (OVERDUE,)), Register(LATE, (OVERDUE,), visits=MONTHS))
    said = (Said("overdue_visits", 50, EARLY), Said("overdue_visits", 60, FIRST))
    force = Force("Exampleshire", registers, (*said, *SAID), inspections)
    database = holding(force)
    return Review(database, choose(database, as_at=LATE, against=against), STANDARD)


MONTHS = tuple(Visit("a", day) for day in (date(2023, 11, 1), date(2023, 12, 5), date(2024, 1, 3)))
SAID = (Said("caseload", 215, LATE, dimension="officer", slice="officer-1"),)


def test_they_are_listed_newest_first(holding: Holding) -> None:
    found = inspected(review(holding, Inspected(FIRST), Inspected(LATE), Inspected(EARLY)))
    assert [one.inspection.day for one in found] == [LATE, EARLY, FIRST]


def test_a_force_without_any_has_none(holding: Holding) -> None:
    assert inspected(review(holding)) == []


def test_the_baseline_is_the_inspection_that_the_board_is_compared_with(holding: Holding) -> None:
    both = (Inspected(FIRST), Inspected(EARLY))
    assert [one.baseline for one in inspected(review(holding, *both))] == [True, False]
    against = inspected(review(holding, *both, against=FIRST.isoformat()))
    assert [one.baseline for one in against] == [False, False]
    assert not any(one.baseline for one in inspected(review(holding, *both, against="none")))


def test_the_figures_that_speak_are_those_of_the_board(holding: Holding) -> None:
    board = review(holding, Inspected(EARLY, finding=VISITS_FOUND))
    (one,) = inspected(board)
    (speaking,) = one.speaking
    assert speaking.words == ("Overdue", "visits")
    assert list(speaking.figures) == board.figures("overdue_visits")
    assert speaking.figures[0].comparison.then is not None
    assert speaking.figures[0].comparison.then.value == 50


def test_without_a_figure_that_speaks_there_is_none(holding: Holding) -> None:
    (one,) = inspected(review(holding, Inspected(EARLY, finding="Missing children.")))
    assert (one.speaking, one.silent) == ((), ())


def test_a_measure_without_a_figure_is_named(holding: Holding) -> None:
    database = holding(
        Force(
            said=(Said("mappa_level_3", 4, LATE),),
            inspections=(Inspected(EARLY, finding=VISITS_FOUND),),
        )
    )
    (one,) = inspected(Review(database, choose(database), STANDARD))
    assert one.speaking == ()
    assert [measure.name for measure in one.silent] == ["overdue_visits"]


def test_of_caseloads_the_largest_speaks_and_whoever_was_named(holding: Holding) -> None:
    (one,) = inspected(review(holding, Inspected(EARLY, finding="Caseloads are too high.")))
    (speaking,) = one.speaking
    told = [(each.figure.measure, each.figure.value) for each in speaking.figures]
    # The whole of all caseloads is the number managed, and says nothing of any of them.
    assert ("caseload", 215) in told
    assert ("caseload_max", 1) in told
    assert sum(name == "caseload" for name, _ in told) == 1


def test_of_months_of_visits_the_latest_whole_one_speaks(holding: Holding) -> None:
    (one,) = inspected(review(holding, Inspected(EARLY, finding="Many visits attempted fail.")))
    (speaking,) = one.speaking
    months = {
        each.figure.period_start
        for each in speaking.figures
        if each.figure.origin is Origin.RECORDS
    }
    assert months == {date(2023, 12, 1)}


def test_a_day_that_is_not_exact_is_kept_as_it_was_stated(holding: Holding) -> None:
    database = holding(
        Force(
            said=(
                Said("overdue_visits", 50, EARLY, as_at_stated="March 2023"),
                Said("overdue_visits", 9, LATE, as_at_stated="17 January 2024"),
            ),
            inspections=(Inspected(EARLY), Inspected(LATE)),
        )
    )
    late, early = inspected(Review(database, choose(database), STANDARD))
    assert (late.published_stated, early.published_stated) == (None, "March 2023")
    assert "not exact" in early.response_words(LATE)
    assert "not exact" not in late.response_words(LATE)
