"""What is read of random records on the server: the same as by hand, or as of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy import Engine, create_engine, insert, text
from sqlalchemy.pool import NullPool

from boardtui.core.criterion.criterion import EVERY
from boardtui.core.criterion.definition import STANDARD, Definition
from boardtui.core.criterion.dimension import DIMENSIONS
from boardtui.core.measures import of_kind
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import Backlog, CaseCount
from boardtui.store import SCHEMA_VERSION
from boardtui.store.connection.database import Database
from boardtui.store.connection.opening import open_database
from boardtui.store.connection.url import engine_url
from boardtui.store.counting.compute import computed_figures
from boardtui.store.counting.cross import narrowed_figures
from boardtui.store.flow.flows import flows_between
from boardtui.store.held.names import cases_beginning, slice_names
from boardtui.store.held.snapshots import SnapshotKey, snapshots
from boardtui.store.lists import pages
from boardtui.store.lists.case_records import history_of
from boardtui.store.lists.listing import Listing, Sort, SortColumn
from boardtui.store.tables.tables import METADATA
from tests.postgresql.conftest import Both
from tests.postgresql.oddshire import FORCE
from tests.postgresql.server import Server
from tests.registers import Force, Register, fill, write
from tests.store.lists_by_hand import by_hand, listing, paged
from tests.store.strategies import definitions, filters, histories, registers

few = settings(max_examples=max(10, settings().max_examples // 5), deadline=None)
"""A server takes a tenth of a second to be filled anew."""

SORTS: tuple[SortColumn, ...] = (
    *("case_ref", "risk_level", "unit", "officer_ref", "visit_due", "assessment_due"),
    *("days_overdue", "last_seen", "last_assessment", "status"),
)
WORDS = ("p-1", "P-2", "NORTH", "east", "om-1", "high", "_", "%", "!", "Community", "É", "ALPHA")


class Filled:
    """A database on the server and a file, filled with the same registers again and again."""

    def __init__(self, url: str, path: Path) -> None:
        self.url, self.path = url, path
        self._engine: Engine = create_engine(engine_url(url), poolclass=NullPool)
        with self._engine.begin() as connection:
            METADATA.create_all(connection)

    @contextmanager
    def with_force(
        self, *registers: Register, definition: Definition = STANDARD, counted: bool = False
    ) -> Iterator[tuple[Database, Database]]:
        """Both databases, the file first, with a force of these registers."""
        force = Force(registers=registers)
        write(self.path, force, definition=definition, counted=counted)
        with self._engine.begin() as connection:
            names = ", ".join(table.name for table in METADATA.sorted_tables)
            connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY"))
            connection.execute(
                insert(METADATA.tables["schema_version"]).values(version=SCHEMA_VERSION)
            )
            fill(connection, force, definition=definition, counted=counted)
        with (
            closing(open_database(str(self.path))) as file,
            closing(open_database(self.url)) as server,
        ):
            yield file, server


@pytest.fixture(scope="module")
def filled(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    url = server.database()
    yield Filled(url, tmp_path_factory.mktemp("filled") / "filled.db")
    server.drop(url)


@few
@given(history=histories(3), definition=definitions)
def test_figures_flows_and_histories(
    filled: Filled, history: tuple[Register, ...], definition: Definition
) -> None:
    found = []
    with filled.with_force(*history) as both:
        for database in both:
            first, before, now = snapshots(database)
            figures = [
                list(computed_figures(database, now, previous, definition))
                for previous in (before, None)
            ]
            flows = [flows_between(database, then, now, definition) for then in (first, before)]
            people = {case.case_ref for register in history for case in register.cases}
            told = [history_of(database, now.force, person) for person in sorted(people)[:5]]
            found.append((figures, flows, told))
    assert found[0] == found[1]


@few
@given(register=registers(), definition=definitions, data=st.data())
def test_filtered_figures(
    filled: Filled, register: Register, definition: Definition, data: st.DataObject
) -> None:
    measure = data.draw(st.sampled_from(of_kind(CaseCount)))
    within = data.draw(filters(measure, register, definition))
    by = [name for name in measure.dimensions if name not in {one.dimension for one in within}]
    found = []
    with filled.with_force(register, definition=definition, counted=True) as both:
        for database in both:
            (snapshot,) = snapshots(database)
            found.append(
                [
                    list(
                        narrowed_figures(
                            database, snapshot, [measure.name], within, some, definition
                        )
                    )
                    for some in ((), *((name,) for name in by))
                ]
            )
    assert found[0] == found[1]


@few
@given(
    register=registers(),
    sort=st.builds(Sort, st.sampled_from(SORTS), st.booleans()),
    words=st.lists(st.sampled_from(WORDS), max_size=2).map(" ".join),
    backlog=st.sampled_from(list(BACKLOGS.values())),
    overdue=st.booleans(),
)
def test_lists_are_as_by_hand(
    filled: Filled, register: Register, sort: Sort, words: str, backlog: Backlog, overdue: bool
) -> None:
    where = backlog.overdue if overdue else EVERY
    of = listing(register, sort, words, where, backlog)
    with filled.with_force(register) as (_, server):
        expected = by_hand(register, of)
        assert paged(server, of) == expected
        assert [case.case_ref for case in pages.stream(server, of)] == expected
        assert [case.case_ref for case in pages.head(server, of, (0, 2**53), 4)] == expected[:4]
        assert pages.count(server, of) == len(expected)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", SORTS)
def test_odd_names_stand_in_one_order(both: Both, column: SortColumn, descending: bool) -> None:
    def listed(database: Database) -> list[str]:
        return paged(database, everybody(database, Sort(column, descending)), 200)

    file, server = of_each(both, listed)
    assert file == server
    assert len(file) == 240


@pytest.mark.parametrize("words", ["é", "É", "ALPHA", "caf", "ß", "Ä", "日", "%", "_", "!", "'"])
def test_odd_words_find_the_same(both: Both, words: str) -> None:
    def found(database: Database) -> list[str]:
        of = everybody(database, Sort("unit"), words)
        return [case.case_ref for case in pages.stream(database, of)]

    file, server = of_each(both, found)
    assert file == server
    assert file


def test_names_and_beginnings_are_the_same(both: Both) -> None:
    def named(database: Database) -> object:
        now = newest(database)
        names = [slice_names(database, now, dimension) for dimension in DIMENSIONS]
        return names, [cases_beginning(database, now, [each], 7) for each in "aAéÉ0_Z日"]

    file, server = of_each(both, named)
    assert file == server


T = TypeVar("T")


def of_each(both: Both, read: Callable[[Database], T]) -> tuple[T, T]:
    """What is read of the file, and of the server."""
    with closing(open_database(both.file)) as file, closing(open_database(both.url)) as server:
        return read(file), read(server)


def newest(database: Database) -> SnapshotKey:
    return next(s for s in reversed(snapshots(database)) if s.force.name == FORCE)


def everybody(database: Database, sort: Sort, words: str = "") -> Listing:
    """All cases of the newest day."""
    now = newest(database)
    return replace(listing(Register(now.as_at), sort, words), snapshot=now.id)
