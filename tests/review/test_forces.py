"""Forces side by side: who is put together, on which day, and who stands apart and why."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from boardtui.core.audience.audience import Audience
from boardtui.core.audience.rules import SHOW_ALL, Rules, rules_of
from boardtui.core.criterion.definition import STANDARD, Definition
from boardtui.review import NotThereError
from boardtui.review.forces.compare import compare_forces
from boardtui.review.forces.side import SideBySide
from boardtui.review.forces.told import dispersion_sentence, sentence
from boardtui.store.connection.database import Database
from boardtui.store.connection.opening import open_database
from boardtui.store.held.snapshots import forces
from tests.registers import Case, Force, Register, Said, withheld, write

DAY = date(2024, 1, 31)
FUTURE = DAY + timedelta(days=300)


def register(
    late: int, every: int, day: date = DAY, definition: Definition | None = None
) -> Register:
    due = day - timedelta(days=30)
    cases = tuple(Case(f"p{n}", visit_due=due if n < late else FUTURE) for n in range(every))
    return Register(day, cases, definition=definition)


def invented(name: str, late: int, every: int, day: date = DAY) -> Force:
    return Force(name, (register(late, every, day),))


DATABASE = (
    invented("Ashshire", 20, 100),
    invented("Birchshire", 8, 25),
    invented("Cedarshire", 39, 200, DAY - timedelta(days=40)),
    invented("Elmshire", 90, 200),
    invented("Longago", 5, 10, DAY - timedelta(days=200)),
    Force("Otherwise", (register(5, 10, definition=Definition(14)),)),
    Force(
        "Real",
        said=(
            Said("overdue_visits", 273, DAY, said_by="the board"),
            Said(
                "actively_managed",
                1500,
                DAY,
                qualifier="about",
                low=1450,
                high=1550,
                said_by="the board",
            ),
        ),
        synthetic=False,
    ),
    Force(
        "Exact",
        said=(Said("overdue_visits", 30, DAY), Said("actively_managed", 200, DAY)),
        synthetic=False,
    ),
    Force("Bare", said=(Said("overdue_visits", 30, DAY),), synthetic=False),
    Force("Withheld", said=(withheld("overdue_visits", DAY),), synthetic=False),
    Force(
        "Hedged",
        said=(Said("overdue_visits", 500, DAY, qualifier="nearly", low=400, high=499),),
        synthetic=False,
    ),
    Force("England and Wales", said=(Said("overdue_visits", 9000, DAY),), synthetic=False),
)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path = write(tmp_path_factory.mktemp("forces") / "forces.db", *DATABASE)
    with closing(open_database(str(path))) as found:
        yield found


def beside(
    database: Database,
    opened: str = "Ashshire",
    measure: str = "overdue_visits",
    day: date | None = DAY,
    audience: Rules = SHOW_ALL,
) -> SideBySide:
    (force,) = (each for each in forces(database) if each.name == opened)
    return compare_forces(database, measure, day, force, STANDARD, audience)


def test_invented_forces_are_put_together_by_name_on_their_nearest_days(database: Database) -> None:
    found = beside(database)
    assert [(one.force, one.figure.value) for one in found.compared] == [
        ("Ashshire", 20),
        ("Birchshire", 8),
        ("Cedarshire", 39),
        ("Elmshire", 90),
    ]
    assert found.compared[2].figure.as_at == DAY - timedelta(days=40)
    assert [one.base.value for one in found.compared if one.base] == [100, 25, 200, 200]
    assert found.compared[0].source == "counted from records of 31 Jan 2024"
    assert found.funnel is not None
    assert found.funnel.target == pytest.approx(157 / 525)
    apart = {one.force: one.why for one in found.apart}
    assert apart["Longago"] == "nothing within 6 months of 31 Jan 2024"
    assert apart["Otherwise"] == (
        "another definition: overdue once more than 14 days past the due date"
    )
    assert apart["Real"] == apart["Bare"] == "not invented"
    # Birchshire's 32% lies within what chance does to 25 people, though it is far above.
    assert {one.force: one.where for one in found.compared}["Birchshire"] == "inside"
    assert "Ashshire: 20.0%." in sentence(found)
    assert "τ" in dispersion_sentence(found)


def test_figures_that_were_published_stand_apart_where_they_do_not_say_of_what(
    database: Database,
) -> None:
    found = beside(database, "Real")
    assert [(one.force, one.share) for one in found.compared] == [("Exact", 0.15)]
    assert found.compared[0].source == "HMICFRS in a newspaper"
    assert found.no_limits == "limits take 3 forces that count alike; there are 1"
    apart = {one.force: one.why for one in found.apart}
    assert apart["Real"] == "actively managed said as “≈1,500”"
    assert apart["Bare"] == "actively managed not published"
    assert apart["Withheld"] == "withheld"
    assert apart["Hedged"].startswith("said as “just under 500”")
    assert apart["England and Wales"] == "holds the other forces"
    assert apart["Ashshire"] == "invented"


def test_an_audience_is_shown_what_it_may_see(database: Database) -> None:
    found = beside(database, audience=rules_of(Audience.PUBLIC))
    assert [one.figure.value for one in found.compared] == [20, 10, 40, 90]
    assert [one.base.value for one in found.compared if one.base] == [100, 25, 200, 200]


def test_a_measure_that_is_no_part_has_no_limits(database: Database) -> None:
    found = beside(database, measure="overdue_visits_oldest_days")
    assert found.funnel is None
    assert "no part of a base" in found.no_limits
    assert [one.figure.value for one in found.compared][:2] == [30, 30]


def test_a_measure_that_nobody_has_is_said(database: Database) -> None:
    with pytest.raises(NotThereError, match="No force has a figure of mappa category 2"):
        beside(database, measure="mappa_category_2", day=None)


def area(name: str, people: int, population: int | None) -> Force:
    said = [
        Said("mappa_category_1", people, DAY, said_by="Ministry of Justice"),
        Said(
            "mappa_category_1_rate",
            100,
            DAY,
            qualifier="rounded",
            low=99.5,
            high=100.5,
            unit="per 100,000",
            said_by="Ministry of Justice",
        ),
    ]
    if population:
        said.append(Said("population_aged_10_and_over", population, DAY, said_by="ONS"))
    return Force(name, said=tuple(said), synthetic=False)


def test_a_rate_has_limits_where_the_population_was_published(tmp_path: Path) -> None:
    areas = [area(name, 1500 + 40 * n, 1_500_000) for n, name in enumerate(("A", "B", "C", "D"))]
    path = write(tmp_path / "areas.db", *areas, area("E", 1000, None))
    with closing(open_database(str(path))) as database:
        found = beside(database, "A", "mappa_category_1_rate", None)
    shares = {one.force: one.share for one in found.compared}
    assert shares["B"] == pytest.approx(1540 / 1_500_000)
    assert shares["E"] is None
    assert found.funnel is not None
    assert {one.force: one.where for one in found.compared}["E"] is None
    assert "per 100,000" in sentence(found)
