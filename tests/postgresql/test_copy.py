"""Copying between a file and a server, either way: everything arrives, and the seals hold."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from bench.synthetic.files import write
from bench.synthetic.forces import forces
from boardtui.ingest import FolderRequest, IngestFailedError, ingest_folder
from boardtui.ingest.copying.copy import copy
from boardtui.settings import Settings
from boardtui.store.connection.opening import open_database
from boardtui.store.connection.url import engine_url
from boardtui.store.sealed.verifying import Verified, quietly, verify
from tests.postgresql.conftest import Both
from tests.postgresql.test_ingest import printed


def verified(location: str) -> Verified:
    with closing(open_database(location)) as database:
        return verify(database)


def test_from_a_file_to_a_server_and_back(both: Both, url: str, tmp_path: Path) -> None:
    back = str(tmp_path / "back.db")
    done = copy(both.file, url, quietly)
    assert done.carried
    assert copy(url, back, quietly).rows == done.rows
    of_file = verified(both.file)
    for location in (url, back):
        found = verified(location)
        assert found.intact
        assert found.entries == of_file.entries
    for command in ("figures", "cases"):
        assert printed(command, back) == printed(command, both.file)
    again = copy(both.file, url, quietly)
    assert (again.snapshots, again.rows, again.there_already) == (0, 0, done.snapshots)


def test_a_load_that_fails_on_the_server_is_gone_on_with(url: str, tmp_path: Path) -> None:
    write(tmp_path / "in", forces(2, 3, 30), 3)
    asked = FolderRequest(url, tmp_path / "in", synthetic=True)

    def broken(stage: str, done: int, total: int | None) -> None:
        if stage == "storing" and done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest_folder(asked, Settings(), broken)
    assert len(verified(url).entries) == 4
    assert verified(url).intact
    done = ingest_folder(asked, Settings())
    assert (done.stored, done.passed_over) == (2, 4)
    in_file = str(tmp_path / "file.db")
    ingest_folder(FolderRequest(in_file, tmp_path / "in", synthetic=True), Settings())
    seals = [[each.entry.seal for each in verified(each).entries] for each in (url, in_file)]
    assert seals[0] == seals[1]
    assert len(seals[0]) == 6


def test_what_a_server_refuses_is_told_and_what_was_stored_stays(url: str, tmp_path: Path) -> None:
    write(tmp_path / "in", forces(1, 2, 30), 2)
    ingest_folder(FolderRequest(url, tmp_path / "in", synthetic=True), Settings())

    with create_engine(engine_url(url), poolclass=NullPool).begin() as connection:
        connection.execute(text("ALTER TABLE visits ADD CONSTRAINT few CHECK (id < 0) NOT VALID"))
    write(tmp_path / "more", forces(1, 3, 30), 3)
    with pytest.raises(IngestFailedError, match="stored before stay") as caught:
        ingest_folder(FolderRequest(url, tmp_path / "more", synthetic=True), Settings())
    assert "***" in str(caught.value)
    assert len(verified(url).entries) == 2
