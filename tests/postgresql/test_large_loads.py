"""Loads of many snapshots onto a server: what rows refer to is checked once, and never not."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.pool import NullPool

from bench.synthetic.files import write
from bench.synthetic.forces import forces
from boardtui.ingest import FolderReport, FolderRequest, IngestFailedError, ingest, ingest_folder
from boardtui.ingest.copied_text import lines
from boardtui.ingest.folder import folder as folders
from boardtui.ingest.references import LARGE
from boardtui.settings import Settings
from boardtui.store.connection.url import engine_url
from boardtui.store.tables.indexes import CASE_INDEXES
from tests.ingest.trial import Trial, one_case

REFERRING = "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND conrelid = '{}'::regclass"


def run(url: str, sql: str) -> list[tuple[object, ...]]:
    with create_engine(engine_url(url), poolclass=NullPool).begin() as connection:
        found = connection.execute(text(sql))
        return [tuple(row) for row in found] if found.returns_rows else []


def referring(url: str) -> dict[str, object]:
    """How many columns of each large table refer to another."""
    return {table: run(url, REFERRING.format(table))[0][0] for table in LARGE}


SETTINGS = Settings()

USUAL = {"cases": 1, "visits": 1, "officers": 1, "leavers": 1, "figures": 2, "flows": 2}
NONE = dict.fromkeys(LARGE, 0)


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MANY", 2)


def indexes(url: str) -> set[object]:
    """The indexes of the backlogs' cases that there are."""
    names = run(url, "SELECT indexname FROM pg_indexes WHERE tablename = 'cases'")
    return {name for (name,) in names if name in CASE_INDEXES}


def load(url: str, folder: Path, seen: list[dict[str, object]] | None = None) -> FolderReport:
    def told(stage: str, done: int, total: int | None) -> None:
        if stage == "storing" and done == 1 and seen is not None:
            seen.append(referring(url))

    return ingest_folder(FolderRequest(url, folder, synthetic=True), SETTINGS, told)


def test_what_rows_refer_to_is_left_unchecked_meanwhile_and_checked_at_the_end(
    url: str, tmp_path: Path
) -> None:
    write(tmp_path, forces(1, 3, 30), 3)
    seen: list[dict[str, object]] = []
    assert load(url, tmp_path, seen).stored == 3
    assert seen == [NONE]
    assert referring(url) == USUAL
    with pytest.raises(IntegrityError):
        run(url, "UPDATE cases SET snapshot_id = 77")


def test_indexes_are_made_at_the_end_where_more_comes_than_there_is(
    url: str, tmp_path: Path
) -> None:
    """And stay where less does; what a load that was ended left without, the next ingest makes."""
    seen: list[set[object]] = []

    def ended(stage: str, done: int, total: int | None) -> None:
        if stage == "storing" and done == 1:
            seen.append(indexes(url))
            raise KeyboardInterrupt

    def broken_off(*of: Path) -> None:
        folder = tmp_path / f"in-{len(seen)}"
        for path in of:
            shutil.copytree(path, folder / path.relative_to(tmp_path))
        with pytest.raises(KeyboardInterrupt):
            ingest_folder(FolderRequest(url, folder, synthetic=True), SETTINGS, ended)

    write(tmp_path, forces(4, 4, 30), 4)
    first, second, *others = sorted(path for path in tmp_path.iterdir() if path.is_dir())
    broken_off(first)
    assert indexes(url) == set()
    load(url, tmp_path / "in-0")
    assert indexes(url) == set(CASE_INDEXES)
    broken_off(*sorted(second.iterdir())[:2])
    broken_off(*others)
    assert seen == [set(), set(CASE_INDEXES), set()]
    load(url, tmp_path / "in-1")
    assert indexes(url) == set(CASE_INDEXES)


def test_what_a_load_that_was_ended_left_unchecked_the_next_ingest_checks(
    on_server: Trial, url: str, tmp_path: Path
) -> None:
    write(tmp_path / "in", forces(1, 3, 30), 3)

    def ended(stage: str, done: int, total: int | None) -> None:
        if stage == "storing" and done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest_folder(FolderRequest(url, tmp_path / "in", synthetic=True), SETTINGS, ended)
    assert referring(url) == NONE
    run(url, "UPDATE visits SET snapshot_id = 77 WHERE id = (SELECT MIN(id) FROM visits)")
    cases = on_server.write("cases.csv", one_case("Oddshire"))
    request = on_server.request({"cases": cases}, force="Oddshire", as_at=date(2024, 1, 31))
    with pytest.raises(IngestFailedError, match="visits_snapshot_id_fkey"):
        ingest(request, SETTINGS)
    assert run(url, "SELECT COUNT(*) FROM snapshots") == [(2,)]
    run(url, "UPDATE visits SET snapshot_id = 1 WHERE snapshot_id = 77")
    ingest(request, SETTINGS)
    assert referring(url) == USUAL


SEALS = "SELECT force, day, seal FROM seals ORDER BY number"
"""They cover records, figures, flows and warnings, whatever the database is."""


@pytest.mark.parametrize("further", [False, True])
def test_it_is_sealed_as_one_by_one_in_a_file(
    url: str, further: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "pay", lambda snapshots: further)
    write(tmp_path / "in", forces(2, 3, 30), 3)
    load(url, tmp_path / "in")
    one_by_one = Trial(tmp_path)
    for day in sorted((tmp_path / "in").glob("*/*/")):
        files = {path.stem: path for path in day.iterdir()}
        as_at, force = date.fromisoformat(day.name), day.parent.name
        one_by_one.ingest(files, force=force, as_at=as_at, synthetic=True)
    assert run(url, SEALS) == one_by_one.rows(SEALS)


def test_a_server_expects_of_a_snapshot_that_it_has_not_counted_as_many_rows_as_of_others(
    url: str, tmp_path: Path
) -> None:
    write(tmp_path, forces(2, 3, 60), 3)
    load(url, tmp_path)
    run(url, "ANALYZE cases")
    ((people,),) = run(url, "SELECT COUNT(*) / COUNT(DISTINCT snapshot_id) FROM cases")
    ((found,),) = run(url, "EXPLAIN (FORMAT JSON) SELECT * FROM cases WHERE snapshot_id = 77")
    expected = found[0]["Plan"]["Plan Rows"]  # type: ignore[index]
    assert isinstance(people, int)
    assert people / 2 < expected < people * 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(
    rows=st.lists(
        st.tuples(
            st.none() | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
            st.none() | st.dates(),
            st.none() | st.floats(allow_nan=False),
            st.booleans(),
            st.none() | st.integers(-(2**31), 2**31 - 1),
        ),
        min_size=1,
        max_size=20,
    )
)
def test_rows_arrive_as_they_are(
    url: str, rows: list[tuple[str | None, date | None, float | None, bool, int | None]]
) -> None:
    with create_engine(engine_url(url), poolclass=NullPool).begin() as connection:
        connection.execute(
            text("CREATE TEMP TABLE given (t text, d date, f float8, b bool, i int, n serial)")
        )
        driver = connection.connection.driver_connection
        assert driver is not None
        with driver.cursor() as cursor, cursor.copy("COPY given (t, d, f, b, i) FROM STDIN") as c:
            c.write(lines(rows))
        found = connection.execute(text("SELECT t, d, f, b, i FROM given ORDER BY n"))
        assert [tuple(row) for row in found] == rows
