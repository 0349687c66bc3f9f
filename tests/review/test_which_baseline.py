"""Which baseline a day stands beside, and which of its figures is `then`."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.core.criterion.definition import STANDARD
from boardtui.core.figure.figure import Origin
from boardtui.review import NotThereError
from boardtui.review.day.catalogue import BaselineKind
from boardtui.review.day.every_figure import every_figure
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from tests.registers import Case, Force, Inspected, Register, Said
from tests.review.conftest import Holding

FIRST, EARLY, MIDDLE, LATE = (
    date(2022, 3, 31),
    date(2023, 3, 31),
    date(2023, 10, 31),
    date(2024, 1, 17),
)
OVERDUE = Case("a", visit_due=date(2022, 1, 1))


def on(*days: date) -> tuple[Register, ...]:
    return tuple(Register(day, (OVERDUE,)) for day in days)


def said(*days: date) -> tuple[Said, ...]:
    return tuple(Said("overdue_visits", 50, day) for day in days)


def force(
    registers: tuple[Register, ...] = (),
    published: tuple[Said, ...] = (),
    *inspections: Inspected,
) -> Force:
    return Force("Exampleshire", registers, published, inspections)


@pytest.mark.parametrize(
    ("held", "against", "kind", "day"),
    [
        # The latest inspection before the day, with at least one figure.
        (
            force(on(MIDDLE, LATE), said(FIRST, EARLY), Inspected(FIRST), Inspected(EARLY)),
            None,
            "inspection",
            EARLY,
        ),
        (
            force(on(MIDDLE, LATE), said(FIRST), Inspected(FIRST), Inspected(EARLY)),
            None,
            "inspection",
            FIRST,
        ),
        # Inspected on a day, published on another: the day of the inspection counts.
        (
            force(on(LATE), said(FIRST), Inspected(published_on=EARLY, inspected_on=FIRST)),
            None,
            "inspection",
            FIRST,
        ),
        (
            force(on(LATE), said(EARLY), Inspected(published_on=EARLY, inspected_on=FIRST)),
            None,
            None,
            None,
        ),
        # An inspection of the day itself or later is no baseline.
        (force(on(MIDDLE, LATE), said(LATE), Inspected(LATE)), None, "snapshot", MIDDLE),
        # Else the snapshot before, else none; published figures alone are none.
        (force(on(EARLY, MIDDLE, LATE)), None, "snapshot", MIDDLE),
        (force(on(LATE), said(EARLY)), None, None, None),
        # A date: the snapshot of that day, else the figures of that day.
        (force(on(EARLY, LATE), said(EARLY), Inspected(EARLY)), EARLY, "snapshot", EARLY),
        (force(on(EARLY, LATE), said(MIDDLE)), MIDDLE, "figures", MIDDLE),
        (force(on(LATE), said(EARLY), Inspected(EARLY)), "2023-03-31", "figures", EARLY),
        (force(on(EARLY, LATE), said(FIRST), Inspected(FIRST)), "inspection", "inspection", FIRST),
        (force(on(EARLY, LATE), said(EARLY), Inspected(EARLY)), "none", None, None),
    ],
)
def test_the_baseline(
    holding: Holding, held: Force, against: str | date | None, kind: str | None, day: date | None
) -> None:
    baseline = choose(holding(held), as_at=LATE, against=against).baseline
    assert (baseline and (baseline.kind.value, baseline.as_at)) == (kind and (kind, day))


def test_a_baseline_that_is_not_there_says_what_is(holding: Holding) -> None:
    database = holding(force(on(EARLY, LATE)))
    with pytest.raises(NotThereError, match=r"as at 31 Oct 2023.*There are: 31 Mar 2023\.$"):
        choose(database, against=MIDDLE)
    with pytest.raises(NotThereError, match="no inspection before 17 Jan 2024"):
        choose(database, against="inspection")


@pytest.mark.parametrize("against", [MIDDLE, LATE])
def test_a_day_is_compared_with_none_but_an_earlier_one(holding: Holding, against: date) -> None:
    database = holding(force(on(EARLY, MIDDLE, LATE), said(MIDDLE)))
    with pytest.raises(NotThereError, match=r"no earlier day.*There are: 31 Mar 2023\.$"):
        choose(database, as_at=MIDDLE, against=against)


BOTH = force(on(EARLY, LATE), said(EARLY), Inspected(EARLY))


@pytest.mark.parametrize(
    ("against", "then", "other"),
    [
        ("inspection", (Origin.PUBLISHED, 50), (Origin.RECORDS, 1)),
        (EARLY, (Origin.RECORDS, 1), (Origin.PUBLISHED, 50)),
    ],
)
def test_then_is_published_for_an_inspection_and_computed_for_a_date(
    holding: Holding,
    against: str | date,
    then: tuple[Origin, float],
    other: tuple[Origin, float],
) -> None:
    database = holding(BOTH)
    review = Review(database, choose(database, against=against), STANDARD)
    comparison = review.figures("overdue_visits")[0].comparison
    assert comparison.then is not None
    assert comparison.then_other is not None
    assert (comparison.then.origin, comparison.then.value) == then
    assert (comparison.then_other.origin, comparison.then_other.value) == other


@pytest.mark.parametrize(
    ("against", "measure", "origin"),
    [("inspection", "registered", Origin.RECORDS), (EARLY, "mappa_level_3", Origin.PUBLISHED)],
)
def test_where_the_one_is_absent_then_is_the_other(
    holding: Holding, against: str | date, measure: str, origin: Origin
) -> None:
    published = (*said(EARLY), *(Said("mappa_level_3", 4, day) for day in (EARLY, LATE)))
    database = holding(force(on(EARLY, LATE), published, Inspected(EARLY)))
    review = Review(database, choose(database, against=against), STANDARD)
    comparison = review.figures(measure)[0].comparison
    assert comparison.then is not None
    assert comparison.then.origin is origin
    assert comparison.then_other is None


def test_an_inspection_s_figure_carries_its_caution(holding: Holding) -> None:
    database = holding(BOTH)
    review = Review(database, choose(database), STANDARD)
    assert review.selection.baseline is not None
    assert review.selection.baseline.kind is BaselineKind.INSPECTION
    comparison = review.figures("overdue_visits")[0].comparison
    assert comparison.change == -49
    assert comparison.caution == "the inspectors' definition is not published"


def test_without_a_baseline_nothing_is_compared(holding: Holding) -> None:
    database = holding(BOTH)
    review = Review(database, choose(database, against="none"), STANDARD)
    assert all(each.comparison.then is None for each in every_figure(review))
