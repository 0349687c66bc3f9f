"""Seals on the server: those of a file with the same in it, and entries in the same transaction."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from boardtui.ingest.forgetting.asked import Forgetting
from boardtui.ingest.forgetting.forget import forget
from boardtui.store.connection.opening import open_database
from boardtui.store.connection.url import engine_url
from boardtui.store.sealed.verifying import Verified, quietly, verify
from tests.ingest.trial import Trial, one_case
from tests.postgresql.conftest import Both

THREE = one_case("C1") + "C2,low,custody\nC3,high,community\n"


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


def test_forgetting_leaves_on_the_server_what_it_leaves_in_a_file(
    on_server: Trial, url: str, tmp_path: Path
) -> None:
    (tmp_path / "file").mkdir()
    in_file = Trial(tmp_path / "file")
    reports = []
    for trial in (on_server, in_file):
        location = str(trial.database)
        trial.ingest({"cases": trial.write("before.csv", THREE)}, as_at=date(2023, 12, 31))
        trial.ingest({"cases": trial.write("now.csv", THREE)})
        only_said = Forgetting(location, "retention", case="C2", only_say=True)
        assert "would be removed" in forget(only_said, quietly).text()
        seals_before = [each.entry.seal for each in verified(location).entries]
        assert None not in seals_before
        asked = (
            Forgetting(location, "retention", case="C2"),
            Forgetting(location, "past retention", before=date(2024, 1, 1)),
        )
        reports.append([forget(each, quietly).text() for each in asked])
        assert verified(location).intact
    assert reports[0] == reports[1]
    seals = [
        [each.entry.seal for each in verified(str(trial.database)).entries]
        for trial in (on_server, in_file)
    ]
    assert seals[0] == seals[1]
    with create_engine(engine_url(url), poolclass=NullPool).connect() as connection:
        left = connection.execute(text("SELECT case_ref FROM cases ORDER BY case_ref")).scalars()
        assert list(left) == ["C1", "C3"]
