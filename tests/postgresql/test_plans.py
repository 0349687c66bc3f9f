"""What a board asks of an archive is found by indexes: the server's own plans say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from bench.synthetic.files import write
from bench.synthetic.forces import forces
from boardtui.ingest import FolderRequest, ingest_folder
from boardtui.review.day.selection import choose
from boardtui.settings import Settings
from boardtui.store.connection.database import Record, Value
from boardtui.store.connection.opening import open_database
from boardtui.store.connection.url import engine_url
from boardtui.store.held import snapshots as held
from boardtui.store.held.names import cases_beginning, known_case, slice_names
from boardtui.store.lists.pages import span
from boardtui.store.sealed.chain import last_entry
from boardtui.store.sealed.subjects import held_besides, of_snapshot

LARGE = ("cases", "visits", "figures", "flows", "seals", "sealed_parts")
"""The tables that an archive makes too large to be read through."""


class Explaining:
    """A database whose every question is also asked to be explained."""

    def __init__(self, url: str) -> None:
        self._database = open_database(url)
        self._engine = create_engine(engine_url(url), poolclass=NullPool)
        self.plans: list[tuple[str, str]] = []

    def rows(self, sql: str, parameters: Mapping[str, Value] = {}) -> list[Record]:
        with self._engine.connect() as connection:
            # The tables of a test are small: it is asked for the way that it would find.
            connection.execute(text("SET enable_seqscan = off"))
            plan = connection.execute(text(f"EXPLAIN {sql}"), dict(parameters)).scalars()
            self.plans.append((sql, "\n".join(plan)))
        return self._database.rows(sql, parameters)

    def stream(self, sql: str, parameters: Mapping[str, Value] = {}) -> Iterator[Record]:
        yield from self.rows(sql, parameters)

    def close(self) -> None:
        self._database.close()


@pytest.fixture
def archive(url: str, tmp_path: object) -> str:
    from pathlib import Path

    folder = Path(str(tmp_path)) / "in"
    write(folder, forces(2, 3, 40), 3)
    ingest_folder(FolderRequest(url, folder, synthetic=True), Settings())
    return url


def test_no_question_of_a_board_reads_through_a_large_table(archive: str) -> None:
    with closing(Explaining(archive)) as database:
        selection = choose(database)
        now = selection.snapshot
        assert now is not None
        held.between(database, now, now)
        held.snapshots(database, now.force)
        held.snapshot_before(database, now.force, now.as_at)
        held.around(database, now.force, date(2000, 1, 1))
        held.published_days(database)
        held.published_days(database, now.force)
        known_case(database, now.force, ["F01-0000001"])
        cases_beginning(database, now, ["F01"], 5)
        slice_names(database, now, "unit")
        last_entry(database, of_snapshot(now).subject)
        held_besides(database, {now.force.name})
        assert len(database.plans) > 10
        for sql, plan in database.plans:
            through = re.findall(r"Seq Scan on (\w+)", plan)
            assert not set(through) & set(LARGE), f"{sql}\n{plan}"


def test_where_a_snapshot_stands_is_not_looked_for_from_the_first_case_on(archive: str) -> None:
    with closing(Explaining(archive)) as database:
        for snapshot in held.snapshots(database):
            span(database, snapshot.id)
        plans = [plan for sql, plan in database.plans if "MIN" in sql]
        assert len(plans) == 6
        assert [plan for plan in plans if "cases_pkey" in plan] == []
