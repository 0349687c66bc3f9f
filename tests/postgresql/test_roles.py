"""The two roles on a real server, and passwords from the places where they are usually kept."""

from __future__ import annotations

from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from boardtui.cli.main import main
from boardtui.store.connection.url import engine_url
from tests.ingest.trial import CASES, Trial, one_case
from tests.postgresql.server import Server

SECRET = "pa:ss'wörd"

ODD = "Read'er \"%"
"""A name that has to be quoted wherever it stands."""


def run(*words: str) -> tuple[int, str, str]:
    """A command in this process: its status, what it prints, and what it says."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main(list(words))
    return status, out.getvalue(), err.getvalue()


def as_role(url: str, name: str, password: str | None = SECRET) -> str:
    # Not by `set`, which takes no password for the one there is.
    found = engine_url(url)._replace(username=name, password=password)
    return found.render_as_string(hide_password=False)


def execute(url: str, sql: str) -> None:
    plain = engine_url(url).set(drivername="postgresql").render_as_string(False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(sql.encode())


@pytest.fixture
def roles(server: Server, url: str) -> object:
    """The names of a reader and a writer, of whom the server knows nothing yet."""
    mine = url.rpartition("_")[2][:8]
    names = f"{ODD}{mine}", f"writer_{mine}"
    yield names
    server.drop(url)
    for name in names:
        quoted = name.replace('"', '""')
        server.run(f'DROP ROLE IF EXISTS "{quoted}"')
    server.run(f"CREATE DATABASE {engine_url(url).database}")


def make_roles(url: str, reader: str, writer: str) -> None:
    status, sql, _ = run("database", "roles", "--reader", reader, "--writer", writer)
    assert status == 0
    for _ in range(2):  # run again, it changes nothing
        execute(url, sql)
    for name in (reader, writer):
        quoted, secret = name.replace('"', '""'), SECRET.replace("'", "''")
        execute(url, f"ALTER ROLE \"{quoted}\" PASSWORD '{secret}'")


def test_one_role_opens_boards_and_another_ingests(
    url: str, roles: tuple[str, str], tmp_path: Path
) -> None:
    reader, writer = (as_role(url, name) for name in roles)
    trial = Trial(tmp_path)
    trial.database = url  # type: ignore[assignment]
    trial.ingest({"cases": one_case()}, force="Kent")  # tables that are there already
    make_roles(url, *roles)
    cases = trial.write("cases.csv", CASES)
    ingest = ("--force", "Essex", "--as-at", "2024-01-17", "--cases", str(cases))
    status, _, said = run("ingest", reader, *ingest)
    assert status == 1
    assert "cannot be written" in said
    assert SECRET not in said
    assert run("ingest", writer, *ingest)[0] == 0
    assert run("ingest", writer, *ingest, "--replace")[0] == 0
    printed = run("figures", reader, "--force", "Essex")
    assert printed[0] == 0
    assert printed == run("figures", writer, "--force", "Essex")
    assert run("verify", reader)[0] == 0
    for sql in (
        "DELETE FROM cases",
        "SET default_transaction_read_only = off; DELETE FROM cases",
        "SET default_transaction_read_only = off; CREATE TABLE mine (a int)",
    ):
        engine = create_engine(engine_url(reader), poolclass=NullPool)
        with engine.connect() as one:
            *before, last = map(text, sql.split("; "))
            for each in before:
                one.execute(each)
                one.commit()
            with pytest.raises(DBAPIError, match=r"permission denied|read-only"):
                one.execute(last)


def test_a_password_is_taken_from_the_usual_places_and_said_nowhere(
    url: str, roles: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Trial.ingest(on(url, tmp_path), {"cases": CASES})
    make_roles(url, *roles)
    _, writer = roles
    bare = as_role(url, writer, None)
    kept, service = tmp_path / "pgpass", tmp_path / "services"
    monkeypatch.setenv("PGPASSFILE", str(kept))
    monkeypatch.setenv("PGSERVICEFILE", str(service))
    escaped = SECRET.replace(":", "\\:")
    private(kept, f"*:*:*:{writer}:{escaped}\n")
    parsed = engine_url(url)
    private(
        service,
        f"[board]\nhost={parsed.query['host']}\ndbname={parsed.database}\nuser={writer}\n",
    )
    for location in (bare, "postgresql:///?service=board"):
        status, out, said = run("figures", location)
        assert status == 0, said
        assert "Essex" in out
        assert SECRET not in out + said
    wrong = "another secret"
    private(kept, f"*:*:*:{writer}:{wrong}\n")
    for location in (bare, "postgresql:///?service=board", as_role(url, writer, wrong)):
        for words in (("figures", location), ("ingest", location, "--folder", str(tmp_path))):
            status, out, said = run(*words)
            assert status in (1, 2, 3)
            assert "password authentication failed" in said or words[0] == "ingest"
            assert wrong not in out + said


def on(url: str, folder: Path) -> Trial:
    trial = Trial(folder)
    trial.database = url  # type: ignore[assignment]
    return trial


def private(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")
    path.chmod(0o600)
