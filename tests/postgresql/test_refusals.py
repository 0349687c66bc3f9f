"""What is wrong with a server is said in a sentence, and never with a password in it."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from boardtui.cli.main import main
from boardtui.store import SCHEMA_VERSION
from boardtui.store.connection.database import DatabaseUnreadableError
from boardtui.store.connection.opening import open_database, shown
from boardtui.store.connection.url import engine_url
from tests.ingest.trial import one_case
from tests.postgresql.server import Server

SECRET = "gehe%21m"
"""A password as a URL has it; it stands for "gehe!m"."""

SPELLINGS = ("gehe%21m", "gehe!m", "gehe")


def commands(url: str, cases: Path) -> list[tuple[str, ...]]:
    """Every command that takes a database, and opening the board."""
    snapshot = ("--force", "Essex", "--as-at", "2024-01-17", "--cases", str(cases))
    reading = [(name, url) for name in ("snapshots", "figures", "cases", "inspections")]
    flow = ("flow", url, "--from", "2023-01-01", "--to", "2024-01-01")
    return [*reading, flow, ("ingest", url, *snapshot), ("upgrade", url), (url,)]


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    path = tmp_path / "cases.csv"
    path.write_text(one_case())
    return path


@pytest.fixture(params=["wrong password", "no such server", "no such database", "no such driver"])
def unreachable(request: pytest.FixtureRequest, server: Server) -> str:
    """A URL that leads nowhere, with a password in it."""
    mine = engine_url(server.url)
    host = mine.query["host"]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return {
        "wrong password": f"postgresql://postgres:{SECRET}@/postgres?host={host}",
        "no such server": f"postgresql://someone:{SECRET}@127.0.0.1:{port}/name",
        "no such database": server.url.replace("/postgres?", "/nowhere?"),
        "no such driver": f"postgresql+nodriver://someone:{SECRET}@localhost/name",
    }[str(request.param)]


@pytest.mark.parametrize("debug", [False, True])
def test_no_command_repeats_a_password(
    unreachable: str,
    cases: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    debug: bool,
) -> None:
    if debug:
        monkeypatch.setenv("BOARDTUI_DEBUG", "1")
    password = engine_url(unreachable).password
    assert password
    for words in commands(unreachable, cases):
        status = main(list(words))
        out, err = capsys.readouterr()
        assert status in (1, 2, 3)
        assert not any(secret in out + err for secret in (password, *SPELLINGS))
        assert debug or ("Traceback" not in err and "fault of its own" not in err)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://someone:gehe/m@localhost/name",
        "postgresql://someone:gehe@m@localhost:port/name",
        "postgresql://someone:gehe!m@localhost:54x32/name",
        "postgresql://localhost/name?password=gehe!m&host=/nowhere",
        "not a url://someone:gehe!m@localhost",
        "postgresql://someone:gehe?m@localhost/name",
        "postgresql://someone:gehe#m@localhost/name",
    ],
)
def test_nor_does_one_whose_url_is_odd(
    url: str, cases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in commands(url, cases):
        assert main(list(words)) in (1, 2, 3)
        out, err = capsys.readouterr()
        assert "gehe" not in out + err
        assert "fault of its own" not in err
    assert "gehe" not in shown(url)


def refused(url: str) -> str:
    with pytest.raises(DatabaseUnreadableError) as caught:
        open_database(url)
    words = str(caught.value)
    assert words.endswith((".", "'"))
    assert "\n" not in words
    return words


def test_a_database_of_something_else_is_not_ours(url: str) -> None:
    assert refused(url).endswith("it is not a boardtui database.")
    with create_engine(engine_url(url), poolclass=NullPool).begin() as connection:
        connection.execute(text("CREATE TABLE schema_version (something TEXT)"))
    assert refused(url).endswith("it is not a boardtui database.")


def test_a_database_of_a_newer_boardtui_says_what_to_do(url: str) -> None:
    with create_engine(engine_url(url), poolclass=NullPool).begin() as connection:
        connection.execute(text("CREATE TABLE schema_version (version INTEGER)"))
        connection.execute(text(f"INSERT INTO schema_version VALUES ({SCHEMA_VERSION + 1})"))
    assert "made by a newer boardtui" in refused(url)


def test_a_driver_that_is_not_there_says_how_to_come_by_one() -> None:
    words = refused("mysql+mysqldb://localhost/name")
    assert "MySQLdb, is not installed" in words


def test_what_is_opened_cannot_be_written_to(both: object, server: Server) -> None:
    database = open_database(server.at("the_same"))
    with pytest.raises(DatabaseUnreadableError, match="read-only transaction"):
        database.rows("DELETE FROM cases RETURNING id")
    database.close()
