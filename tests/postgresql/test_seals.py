"""Seals on the server: those of a file with the same in it, and entries in the same transaction."""

from __future__ import annotations

from contextlib import closing

from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from boardtui.store.connection.opening import open_database
from boardtui.store.connection.url import engine_url
from boardtui.store.sealed.verifying import Verified, verify
from tests.ingest.trial import Trial, one_case
from tests.postgresql.conftest import Both


def verified(location: str) -> Verified:
    with closing(open_database(location)) as database:
        return verify(database)


def test_the_seals_of_the_same_are_the_same_in_a_file_and_on_the_server(both: Both) -> None:
    of_file, of_server = verified(both.file), verified(both.url)
    for found in (of_file, of_server):
        assert found.differs == []
    seals = [
        [(each.entry.subject, each.entry.kind, each.entry.seal) for each in found.entries]
        for found in (of_file, of_server)
    ]
    assert seals[0] == seals[1]
    assert len(seals[0]) > 8


def test_what_was_changed_on_the_server_is_named(on_server: Trial, url: str) -> None:
    on_server.ingest({"cases": one_case("C1")})
    assert verified(url).intact
    with create_engine(engine_url(url), poolclass=NullPool).begin() as connection:
        connection.execute(text("UPDATE cases SET risk_level = 'low'"))
    assert verified(url).differs == [
        "Not as it was sealed: the cases of Essex as at 17 Jan 2024.",
    ]
