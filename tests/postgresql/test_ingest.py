"""Ingest on a server: all of it or nothing, again and again, and what older ones become."""

from __future__ import annotations

import json
from contextlib import closing, redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import MetaData, create_engine, insert, select, text
from sqlalchemy.pool import NullPool

from boardtui.cli.main import main
from boardtui.ingest import IngestRefusedError, ingest
from boardtui.ingest.upgrade import upgrade
from boardtui.store import SCHEMA_VERSION
from boardtui.store.connection.database import DatabaseUnreadableError
from boardtui.store.connection.opening import open_database
from boardtui.store.connection.url import engine_url
from boardtui.store.sealed.verifying import verify
from boardtui.store.tables.tables import METADATA
from tests.databases import unpacked
from tests.ingest.trial import CASES, SETTINGS, Trial, one_case

EARLIER = date(2023, 12, 31)


def seals(location: str) -> list[Any]:
    """The seals of a database, all of which hold."""
    with closing(open_database(location)) as database:
        found = verify(database)
    assert found.intact, found.differs
    return [(each.entry.subject, each.entry.kind, each.entry.seal) for each in found.entries]


def everything(url: str) -> dict[str, list[Any]]:
    """All rows of all tables, but for when they were made."""
    with create_engine(engine_url(url), poolclass=NullPool).connect() as connection:
        return {
            table.name: sorted(
                (
                    tuple(value for name, value in row._mapping.items() if name != "ingested_at")
                    for row in connection.execute(text(f"SELECT * FROM {table.name}"))
                ),
                key=repr,
            )
            for table in METADATA.sorted_tables
        }


def test_what_is_refused_changes_nothing(on_server: Trial, url: str) -> None:
    on_server.ingest({"cases": one_case()}, as_at=EARLIER)
    before = everything(url)
    for files in ({"cases": "nonsense\n"}, {"cases": CASES.replace("very_high", "dire")}):
        with pytest.raises(IngestRefusedError):
            on_server.ingest(files)
    with pytest.raises(IngestRefusedError, match="already"):
        on_server.ingest({"cases": one_case()}, as_at=EARLIER)
    assert everything(url) == before


def test_a_snapshot_is_put_in_the_place_of_another_and_of_those_around_it(
    on_server: Trial, tmp_path: Path, url: str
) -> None:
    in_file = Trial(tmp_path / "file")
    in_file.folder.mkdir()
    for trial in (on_server, in_file):
        for day in (EARLIER, date(2024, 1, 17), date(2024, 2, 29)):
            trial.ingest({"cases": CASES}, as_at=day)
        trial.ingest({"cases": one_case("C3")}, as_at=date(2024, 1, 17), replace=True)
    assert printed("flow", url) == printed("flow", str(in_file.database))
    assert printed("figures", url) == printed("figures", str(in_file.database))


def printed(command: str, database: str, *words: str) -> Any:
    """What a command prints as JSON."""
    out = StringIO()
    if command == "flow":
        words = ("--from", "2024-01-17", "--to", "2024-02-29", *words)
    with redirect_stdout(out):
        assert main([command, database, *words, "--format", "json"]) == 0
    return json.loads(out.getvalue())


def test_of_two_ingests_at_once_one_is_refused(on_server: Trial, url: str) -> None:
    refused: list[IngestRefusedError] = []

    def meanwhile(stage: str, done: int, total: int | None) -> None:
        if stage == "reading cases" and not refused:
            with pytest.raises(IngestRefusedError, match="Another ingest is writing to") as caught:
                on_server.ingest({"cases": one_case()}, as_at=EARLIER)
            refused.append(caught.value)

    ingest(on_server.request({"cases": CASES}), SETTINGS, meanwhile)
    assert refused
    assert password(url) not in str(refused[0])
    on_server.ingest({"cases": one_case()}, as_at=EARLIER)


def test_every_text_is_ordered_by_its_code_points_whatever_the_server_s_language(
    on_server: Trial, url: str
) -> None:
    on_server.ingest({"cases": CASES})
    assert unordered(url) == []


def unordered(url: str) -> list[Any]:
    """The columns of text that are in a language's order."""
    with create_engine(engine_url(url), poolclass=NullPool).connect() as connection:
        return list(connection.execute(text(ORDERS)))


ORDERS = """
SELECT table_name, column_name, collation_name FROM information_schema.columns
WHERE table_schema = 'public' AND data_type = 'character varying'
AND collation_name IS DISTINCT FROM 'C'
"""


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_an_older_database_is_upgraded_as_a_file_is(version: int, tmp_path: Path, url: str) -> None:
    file = unpacked(version, tmp_path / "older.db")
    copy(file, url)
    with pytest.raises(DatabaseUnreadableError, match="boardtui upgrade") as refused:
        open_database(url)
    assert password(url) not in str(refused.value)
    assert "***" in str(refused.value)
    for location in (str(file), url):
        assert upgrade(location, lambda stage, done, total: None).version == version
    assert seals(url) == seals(str(file))
    for force in ("Oldshire", "Absentshire", "Noman"):
        for command in ("figures", "cases", "inspections"):
            of_file = printed(command, str(file), "--force", force)
            assert printed(command, url, "--force", force) == of_file
    assert unordered(url) == []


def copy(file: Path, url: str) -> None:
    """Put the tables of a file on the server."""
    tables = MetaData()
    source = create_engine(f"sqlite:///{file}", poolclass=NullPool)
    tables.reflect(source)
    for column in (column for table in tables.tables.values() for column in table.columns):
        column.type = column.type.as_generic()
    with (
        source.connect() as old,
        create_engine(engine_url(url), poolclass=NullPool).begin() as new,
    ):
        tables.create_all(new)
        for table in tables.sorted_tables:
            rows = [dict(row._mapping) for row in old.execute(select(table))]
            if rows:
                new.execute(insert(table), rows)
            if "id" in table.columns:
                serial = f"pg_get_serial_sequence('{table.name}', 'id')"
                new.execute(text(f"SELECT setval({serial}, {len(rows) + 1000})"))


def password(url: str) -> str:
    found = engine_url(url).password
    assert found
    return found
