"""Which force and day are looked at."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.review import NotThereError
from boardtui.review.day.selection import choose
from tests.registers import Force, Register, Said
from tests.review.conftest import Holding

EARLY, MIDDLE, LATE = date(2023, 3, 31), date(2023, 10, 31), date(2024, 1, 17)


def said(*days: date) -> tuple[Said, ...]:
    return tuple(Said("overdue_visits", 50, day) for day in days)


def on(*days: date) -> tuple[Register, ...]:
    return tuple(Register(day) for day in days)


HELD = (
    Force("Exampleshire", on(EARLY, MIDDLE), said(LATE)),
    Force("Sampleshire", on(EARLY)),
    Force("Essex", said=said(EARLY, LATE), synthetic=False),
)


def test_by_default_the_newest_snapshot_and_its_force(holding: Holding) -> None:
    found = choose(holding(*HELD))
    assert (found.force.name, found.day) == ("Exampleshire", MIDDLE)
    assert found.snapshot is not None


def test_without_snapshots_the_newest_published_day(holding: Holding) -> None:
    found = choose(holding(HELD[2], Force("Kent", said=said(MIDDLE))))
    assert (found.force.name, found.day, found.snapshot) == ("Essex", LATE, None)


@pytest.mark.parametrize(
    ("force", "day", "snapshot"),
    [
        ("Exampleshire", MIDDLE, True),
        ("sampleshire", EARLY, True),
        ("ESSEX", LATE, False),
    ],
)
def test_of_a_force_its_newest_snapshot_or_else_published_day(
    holding: Holding, force: str, day: date, snapshot: bool
) -> None:
    found = choose(holding(*HELD), force)
    assert (found.day, found.snapshot is not None) == (day, snapshot)


def test_a_published_day_can_be_opened_beside_snapshots(holding: Holding) -> None:
    found = choose(holding(*HELD), "Exampleshire", LATE)
    assert (found.day, found.snapshot) == (LATE, None)


def test_a_day_that_one_force_has_needs_no_force(holding: Holding) -> None:
    assert choose(holding(*HELD), as_at=MIDDLE).force.name == "Exampleshire"


def test_a_day_that_several_have_asks_which(holding: Holding) -> None:
    with pytest.raises(NotThereError, match="Exampleshire, Sampleshire all have 31 Mar 2023"):
        choose(holding(*HELD), as_at=EARLY)


@pytest.mark.parametrize(
    ("force", "day", "words"),
    [
        ("Exampleshir", None, "Did you mean Exampleshire?"),
        ("", None, "There is no force “”."),
        ("Nowhere", None, "The database has: Essex, Exampleshire, Sampleshire."),
        ("Essex", MIDDLE, "Essex has no snapshot and no published figures as at 31 Oct 2023"),
        ("Essex", MIDDLE, "There are: 31 Mar 2023, 17 Jan 2024."),
    ],
)
def test_what_is_not_there_says_what_is(
    holding: Holding, force: str, day: date | None, words: str
) -> None:
    with pytest.raises(NotThereError) as caught:
        choose(holding(*HELD), force, day)
    assert words in str(caught.value)


def test_an_empty_database_says_so(holding: Holding) -> None:
    with pytest.raises(NotThereError, match="no snapshot and no published figure"):
        choose(holding())
