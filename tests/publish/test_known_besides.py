"""What a reader knows besides the tables: totals, what was said in per cent, earlier editions."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from boardtui.core.criterion.dimension import WHOLE, Slice
from boardtui.core.figure.figure import Figure, Origin
from boardtui.publish.known import Knowing, said_in_per_cent
from tests.publish.test_readers import BOARD, DAY, published
from tests.publish.test_small_tables import layout_of, people_in
from tests.registers import Case, Force, Register, Said, write

YESTERDAY = DAY - timedelta(days=1)


def counts(file: Path, measure: str, dimension: str) -> dict[str | None, tuple[int | None, bool]]:
    """What a file says of a measure by a dimension: each count, and whether it is hidden."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        rows = database.execute(
            "SELECT slice, value, suppressed FROM figures "
            "WHERE snapshot_id = 1 AND measure = ? AND dimension = ?",
            (measure, dimension),
        ).fetchall()
    return {name: (None if n is None else int(n), bool(hidden)) for name, n, hidden in rows}


def whole(file: Path, measure: str) -> int | None:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        ((value,),) = database.execute(
            "SELECT value FROM figures WHERE snapshot_id = 1 AND measure = ? AND dimension IS NULL",
            (measure,),
        ).fetchall()
    return None if value is None else int(value)


def test_the_largest_caseload_does_not_say_whose_it_is_and_so_what_another_has(
    tmp_path: Path,
) -> None:
    """By hand: A has 3 and B 20, of 63 with 40 who have no officer. Both hidden they are 23, and
    one of them has the 20 of the largest caseload. Nine of B's are overdue, so it is not A."""
    cases = [Case(f"a{n}", officer_ref="A") for n in range(3)]
    cases += [Case(f"b{n}", officer_ref="B", visit_due=YESTERDAY) for n in range(9)]
    cases += [Case(f"b{n}", officer_ref="B") for n in range(9, 20)]
    cases += [Case(f"c{n}") for n in range(40)]
    database = write(tmp_path / "force.db", Force(registers=(Register(DAY, tuple(cases)),)))
    file = published(database, tmp_path / "board.db", BOARD)
    assert whole(file, "caseload_max") == 20
    told = counts(file, "caseload", "officer")
    assert told["A"][0] is None
    if told["A"][1]:  # the table is offered
        assert told["B"] == (20, False)


def test_a_per_cent_of_a_count_is_known_as_the_people_that_it_can_only_be() -> None:
    def figure(measure: str, value: float, *, part: str | None = None, unit: str) -> Figure:
        low, high = (0.85, 0.95) if unit == "per cent" else (value, value)
        slices = WHOLE if part is None else (Slice("risk_level", part),)
        return Figure(measure, value, low, high, unit, DAY, Origin.PUBLISHED, slices)

    said = figure("risk_share", 0.9, part="very_high", unit="per cent")
    of = [figure("overdue_visits", 217, unit="people"), figure("managed", 1404, unit="people")]
    people = {each.measure: (each.low, each.high) for each in said_in_per_cent([said], of)}
    assert people == {"overdue_visits": (2, 2), "managed": (12, 13)}


def test_who_is_told_by_a_per_cent_gives_no_other_away(tmp_path: Path) -> None:
    """By hand: of 60 overdue 5% were said to be at very high risk, which are 3. Hidden with them
    are the 4 at high risk, so that one more is hidden, or 60 less what is shown tells them."""
    levels = {"very_high": 3, "high": 4, "medium": 38, "low": 15}
    cases = [
        Case(f"{level}{n}", risk_level=level, visit_due=YESTERDAY)
        for level, count in levels.items()
        for n in range(count)
    ]
    cases += [Case(f"n{n}", risk_level="medium") for n in range(50)]
    said = Said("risk_share", 5, DAY, "risk_level", "very_high", "rounded", 4.5, 5.5, "per cent")
    force = Force(registers=(Register(DAY, tuple(cases)),), said=(said,))
    file = published(write(tmp_path / "force.db", force), tmp_path / "board.db", BOARD)
    told = counts(file, "overdue_visits", "risk_level")
    assert told["high"][0] is None
    if told["high"][1]:
        hidden = {name for name, (_, is_hidden) in told.items() if is_hidden}
        assert len(hidden) > 2


def test_what_an_edition_hides_is_somebody_where_it_shows_who_is_nobody() -> None:
    layout = layout_of(frozenset({"registered"}))
    true = layout.cells.values(people_in(layout, (1, 2, 9, 0, 20, 30)))
    at = ("registered", ("unit", "mappa_level"), ("A", "1"))
    hidden = Figure(
        "registered", None, None, None, "people", DAY, Origin.RECORDS,
        (Slice("unit", "A"), Slice("mappa_level", "1")), suppressed=True,
    )  # fmt: skip
    for zeros, least in ((True, 1), (False, 0)):
        knowing = Knowing(layout, true)
        knowing.take([hidden], hidden_is_some=zeros)
        assert knowing.known().low[knowing.cells.places[at]] == least
